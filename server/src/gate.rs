//! How many calls run at once, and how many wait.

use std::sync::Arc;
use std::time::Duration;

use hotforge::openai::Problem;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};

/// Lets a number of calls run at the same time, and a number of requests wait for them.
#[derive(Debug, Clone)]
pub struct Gate {
    running: Arc<Semaphore>,
    admitted: Arc<Semaphore>,
}

/// A place among those that run or wait.
#[derive(Debug)]
pub struct Place {
    _admitted: OwnedSemaphorePermit,
}

impl Gate {
    /// A gate for so many at once.
    pub fn new(concurrency: usize, queue: usize) -> Self {
        let concurrency = concurrency.clamp(1, Semaphore::MAX_PERMITS / 2);
        let admitted = concurrency.saturating_add(queue).min(Semaphore::MAX_PERMITS);
        Self { running: Arc::new(Semaphore::new(concurrency)), admitted: Arc::new(Semaphore::new(admitted)) }
    }

    /// A place for a request.
    ///
    /// # Errors
    /// 429 where too many wait already.
    pub fn admit(&self) -> Result<Place, Problem> {
        let admitted = self.admitted.clone().try_acquire_owned().map_err(|_| {
            metrics::counter!("hotforge_rejected_total").increment(1);
            Problem::new(429, "rate_limit_error", "overloaded", "the server is busy: try again in a moment")
        })?;
        Ok(Place { _admitted: admitted })
    }

    /// Waits until a call may run; it may as long as what is given lives.
    pub async fn turn(&self) -> Turn {
        // The semaphore is never closed.
        let permit = self.running.clone().acquire_owned().await.ok();
        metrics::gauge!("hotforge_calls_running").increment(1.0);
        Turn { _permit: permit }
    }

    /// Runs what blocks, in its turn, on a thread for such work.
    ///
    /// # Errors
    /// 429 where too many wait, 504 where it takes too long; it runs to its end then, and keeps its turn until there.
    pub async fn run<T: Send + 'static>(
        &self,
        timeout: Duration,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let place = self.admit()?;
        let run = async {
            let turn = self.turn().await;
            let task = tokio::task::spawn_blocking(move || {
                let _held = (place, turn);
                work()
            });
            task.await.map_err(|_| Problem::new(500, "server_error", "panic", "the server failed"))
        };
        tokio::time::timeout(timeout, run).await.unwrap_or_else(|_| Err(too_slow()))
    }

    /// Runs what gives items one by one, in its turn. It ends when nobody takes them any more.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub async fn stream<T: Send + 'static>(
        &self,
        timeout: Duration,
        work: impl FnOnce(&Sink<T>) + Send + 'static,
    ) -> Result<mpsc::Receiver<T>, Problem> {
        let place = self.admit()?;
        let turn = tokio::time::timeout(timeout, self.turn()).await.map_err(|_| too_slow())?;
        let (sender, receiver) = mpsc::channel(16);
        let sink = Sink { sender, timeout, runtime: tokio::runtime::Handle::current() };
        tokio::task::spawn_blocking(move || {
            let _held = (place, turn);
            work(&sink);
        });
        Ok(receiver)
    }
}

/// The right to run.
#[derive(Debug)]
pub struct Turn {
    _permit: Option<OwnedSemaphorePermit>,
}

impl Drop for Turn {
    fn drop(&mut self) {
        metrics::gauge!("hotforge_calls_running").decrement(1.0);
    }
}

/// Where items go.
#[derive(Debug)]
pub struct Sink<T> {
    sender: mpsc::Sender<T>,
    timeout: Duration,
    runtime: tokio::runtime::Handle,
}

impl<T> Sink<T> {
    /// Gives the last item, to whoever is there.
    pub fn last(&self, item: T) {
        self.give(item);
    }

    /// Gives an item; tells whether more are wanted. They are not where the taker is gone, or takes nothing for too long.
    pub fn give(&self, item: T) -> bool {
        let sent = self.runtime.block_on(tokio::time::timeout(self.timeout, self.sender.send(item)));
        matches!(sent, Ok(Ok(())))
    }
}

/// The problem of a request that took too long.
pub fn too_slow() -> Problem {
    Problem::new(504, "server_error", "timeout", "the predictor did not answer in time")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOON: Duration = Duration::from_millis(50);

    #[tokio::test]
    async fn as_many_are_admitted_as_run_or_wait() {
        let gate = Gate::new(1, 1);
        let (first, second) = (gate.admit().unwrap(), gate.admit().unwrap());
        assert_eq!(gate.admit().unwrap_err().status, 429);
        drop(first);
        assert!(gate.admit().is_ok());
        drop(second);
    }

    #[tokio::test]
    async fn what_is_too_slow_keeps_its_turn_to_its_end() {
        let gate = Gate::new(1, 5);
        let (done, waits) = std::sync::mpsc::channel::<()>();
        let slow = gate.run(SOON, move || waits.recv()).await;
        assert_eq!(slow.unwrap_err().status, 504);
        assert_eq!(gate.run(SOON, || 1).await.unwrap_err().status, 504);
        done.send(()).unwrap();
        assert_eq!(gate.run(Duration::from_secs(5), || 1).await.unwrap(), 1);
    }

    #[tokio::test]
    async fn a_stream_ends_when_nobody_takes_its_items() {
        let gate = Gate::new(1, 5);
        let count = |sink: &Sink<u64>| while sink.give(1) {};
        let mut items = gate.stream(Duration::from_secs(5), count).await.unwrap();
        assert_eq!(items.recv().await, Some(1));
        drop(items);
        assert_eq!(gate.run(Duration::from_secs(5), || 2).await.unwrap(), 2);
    }

    #[tokio::test]
    async fn a_panic_is_an_error_and_frees_the_turn() {
        let gate = Gate::new(1, 5);
        assert_eq!(
            gate.run(Duration::from_secs(30), || panic!("on purpose")).await.map(|()| 0).unwrap_err().status,
            500
        );
        assert_eq!(gate.run(Duration::from_secs(5), || 2).await.unwrap(), 2);
    }
}
