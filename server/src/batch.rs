//! Texts of several requests in one call.
//!
//! While calls run, requests gather; whoever is free takes the one that has waited longest, and with it as many as fit well. So
//! nobody waits for company: a request that comes alone runs alone, at once.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use hotforge::openai::embeddings::{Embedded, Roles, Tokens};
use hotforge::openai::{Given, Problem};
use hotforge::{Array, Cancellation, Predictor};
use tokio::sync::oneshot;

use crate::company::{self, Size};
use crate::gate::{Gate, too_slow};

/// The requests of one model.
#[derive(Debug)]
pub struct Batcher {
    predictor: Predictor,
    roles: Roles,
    gate: Gate,
    /// How many texts go into one call.
    most: usize,
    /// How many calls may run at the same time.
    callers: usize,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    waiting: VecDeque<Job>,
    callers: usize,
}

#[derive(Debug)]
struct Job {
    texts: Vec<String>,
    size: Size,
    others: Given,
    reply: oneshot::Sender<Result<Part, Problem>>,
    call: Arc<OnceLock<Call>>,
}

/// A call that is made for several.
#[derive(Debug, Clone)]
struct Call {
    cancellation: Cancellation,
    /// How many wait for it.
    waiting: Arc<AtomicUsize>,
}

/// Somebody who waits. When the last of a call is dropped, the call is cancelled.
#[derive(Debug)]
struct Waiter(Arc<OnceLock<Call>>);

impl Drop for Waiter {
    fn drop(&mut self) {
        let Some(call) = self.0.get() else { return };
        if call.waiting.fetch_sub(1, Ordering::SeqCst) == 1 {
            call.cancellation.cancel();
        }
    }
}

/// The part of a call's result that belongs to a request.
#[derive(Debug)]
pub struct Part {
    /// A row for each text.
    pub vectors: Array,
    /// How many tokens the texts had.
    pub tokens: u64,
}

impl Batcher {
    /// For a predictor; `most` texts go into one call.
    pub fn new(predictor: Predictor, roles: Roles, gate: Gate, most: usize, callers: usize) -> Arc<Self> {
        let most = if roles.is_batchable() { most.max(1) } else { 1 };
        Arc::new(Self { predictor, roles, gate, most, callers: callers.max(1), state: Mutex::default() })
    }

    /// Embeds texts, perhaps together with those of others.
    ///
    /// # Errors
    /// 429 where too many wait, 504 where it takes too long, and what the predictor raises for these texts.
    pub async fn embed(
        self: &Arc<Self>,
        texts: Vec<String>,
        others: Given,
        timeout: Duration,
    ) -> Result<Part, Problem> {
        let _place = self.gate.admit()?;
        let (reply, answer) = oneshot::channel();
        let call = Arc::new(OnceLock::new());
        let _waiter = Waiter(call.clone());
        let starts = {
            let mut state = self.state();
            state.waiting.push_back(Job { size: Size::of(&texts), texts, others, reply, call });
            let starts = state.callers < self.callers;
            state.callers += usize::from(starts);
            starts
        };
        if starts {
            tokio::spawn(self.clone().work());
        }
        match tokio::time::timeout(timeout, answer).await {
            Ok(answer) => {
                answer.unwrap_or_else(|_| Err(Problem::new(500, "server_error", "panic", "the server failed")))
            }
            Err(_) => Err(too_slow()),
        }
    }

    /// Calls until nobody waits.
    async fn work(self: Arc<Self>) {
        loop {
            let turn = self.gate.turn().await;
            let Some(jobs) = self.take() else { return };
            let batcher = self.clone();
            let cancellation = batcher.announce(&jobs);
            let call = move || {
                let _held = turn;
                cancellation.scope(|| batcher.call(jobs));
            };
            // What panics answers nobody, and each of them is told.
            let _ = tokio::task::spawn_blocking(call).await;
        }
    }

    /// The next batch: the first that waits, and of those with the same arguments the ones that fit it. `None` where nobody waits;
    /// the caller has left then.
    fn take(&self) -> Option<Vec<Job>> {
        let mut state = self.state();
        state.waiting.retain(|job| !job.reply.is_closed());
        let Some(first) = state.waiting.pop_front() else {
            state.callers -= 1;
            return None;
        };
        let (places, sizes): (Vec<usize>, Vec<Size>) = state
            .waiting
            .iter()
            .enumerate()
            .filter(|(_, job)| self.most > 1 && job.others == first.others)
            .map(|(place, job)| (place, job.size))
            .unzip();
        let chosen = company::choose(first.size, &sizes, self.most);
        // From the back, so that the places before stay as they are.
        let along: Vec<Job> =
            chosen.into_iter().rev().filter_map(|chosen| state.waiting.remove(places[chosen])).collect();
        Some(std::iter::once(first).chain(along.into_iter().rev()).collect())
    }

    /// Tells those who wait what ends their call.
    fn announce(&self, jobs: &[Job]) -> Cancellation {
        let cancellation = Cancellation::new(self.predictor.library());
        let call = Call { cancellation: cancellation.clone(), waiting: Arc::new(AtomicUsize::new(jobs.len())) };
        for job in jobs {
            let _ = job.call.set(call.clone());
        }
        cancellation
    }

    fn call(&self, jobs: Vec<Job>) {
        let texts: Vec<String> = jobs.iter().flat_map(|job| &job.texts).cloned().collect();
        metrics::histogram!("hotforge_batch_texts").record(texts.len() as f64);
        match self.roles.call(&self.predictor, texts, &jobs[0].others) {
            Ok(embedded) => distribute(jobs, &embedded),
            // One bad text must not be the failure of all.
            Err(_) if jobs.len() > 1 => jobs.into_iter().for_each(|job| self.call(vec![job])),
            Err(problem) => jobs.into_iter().for_each(|job| {
                let _ = job.reply.send(Err(problem.clone()));
            }),
        }
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Gives each job its rows. Whoever is gone gets none.
fn distribute(jobs: Vec<Job>, embedded: &Embedded) {
    let total: usize = jobs.iter().map(|job| job.texts.len()).sum();
    let mut start = 0;
    for job in jobs {
        let end = start + job.texts.len();
        let tokens = match &embedded.tokens {
            Tokens::Each(counts) => counts[start..end].iter().sum(),
            Tokens::Total(tokens) => tokens * (end - start) as u64 / total.max(1) as u64,
        };
        let part = embedded.vectors.rows(start, end).map(|vectors| Part { vectors, tokens });
        let part = part.ok_or_else(|| Problem::new(500, "server_error", "no_embedding", "vectors are missing"));
        let _ = job.reply.send(part);
        start = end;
    }
}
