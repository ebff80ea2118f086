//! How many calls run at once, and how many wait.

use std::sync::Arc;
use std::time::Duration;

use hotforge::Cancellation;
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

    /// Runs what blocks, in its turn, on a thread for such work. Where its client goes away, or it takes too long, its calls are
    /// cancelled; it keeps its turn until they have ended.
    ///
    /// # Errors
    /// 429 where too many wait, 504 where it takes too long.
    pub async fn run<T: Send + 'static>(
        &self,
        timeout: Duration,
        cancellation: impl Cancel,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let place = self.admit()?;
        let _wanted = Wanted::new(cancellation.clone());
        let run = async {
            let turn = self.turn().await;
            let task = tokio::task::spawn_blocking(move || {
                let _held = (place, turn);
                cancellation.scope(work)
            });
            task.await.map_err(|_| Problem::new(500, "server_error", "panic", "the server failed"))
        };
        tokio::time::timeout(timeout, run).await.unwrap_or_else(|_| Err(too_slow()))
    }

    /// Runs what gives items one by one, in its turn. It is cancelled when nobody holds what takes them any more.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub async fn stream<T: Send + 'static>(
        &self,
        timeout: Duration,
        cancellation: impl Cancel,
        work: impl FnOnce(&Sink<T>) + Send + 'static,
    ) -> Result<Items<T>, Problem> {
        let place = self.admit()?;
        let wanted = Wanted::new(cancellation.clone());
        let turn = tokio::time::timeout(timeout, self.turn()).await.map_err(|_| too_slow())?;
        let (sender, receiver) = mpsc::channel(16);
        let sink = Sink { sender, timeout, runtime: tokio::runtime::Handle::current() };
        tokio::task::spawn_blocking(move || {
            let _held = (place, turn);
            cancellation.scope(|| work(&sink));
        });
        Ok(Items { receiver, _wanted: wanted })
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

/// Ends work from another thread.
pub trait Cancel: Clone + Send + 'static {
    /// Ends what runs in a scope, if it can be ended.
    fn cancel(&self);
    /// Does what can be ended.
    fn scope<R>(&self, work: impl FnOnce() -> R) -> R;
}

impl Cancel for Cancellation {
    fn cancel(&self) {
        Cancellation::cancel(self);
    }

    fn scope<R>(&self, work: impl FnOnce() -> R) -> R {
        Cancellation::scope(self, work)
    }
}

/// Cancels work when it is dropped, which is no matter to what has ended.
struct Wanted(Box<dyn Fn() + Send>);

impl Wanted {
    fn new(cancellation: impl Cancel) -> Self {
        Self(Box::new(move || cancellation.cancel()))
    }
}

impl Drop for Wanted {
    fn drop(&mut self) {
        (self.0)();
    }
}

/// Where items come from.
pub struct Items<T> {
    receiver: mpsc::Receiver<T>,
    _wanted: Wanted,
}

impl<T> Items<T> {
    /// The next item; `None` at the end.
    ///
    /// # Errors
    /// 504 where none comes in time.
    pub async fn next(&mut self, timeout: Duration) -> Result<Option<T>, Problem> {
        tokio::time::timeout(timeout, self.receiver.recv()).await.map_err(|_| too_slow())
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
    use std::sync::atomic::{AtomicBool, Ordering};

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

    /// Notes that it is cancelled.
    #[derive(Clone, Default)]
    struct Note(Arc<AtomicBool>);

    impl Note {
        fn is_cancelled(&self) -> bool {
            self.0.load(Ordering::SeqCst)
        }
    }

    impl Cancel for Note {
        fn cancel(&self) {
            self.0.store(true, Ordering::SeqCst);
        }

        fn scope<R>(&self, work: impl FnOnce() -> R) -> R {
            work()
        }
    }

    fn note() -> Note {
        Note::default()
    }

    #[tokio::test]
    async fn what_is_too_slow_is_cancelled_and_keeps_its_turn_to_its_end() {
        let gate = Gate::new(1, 5);
        let (done, waits) = std::sync::mpsc::channel::<()>();
        let cancelled = note();
        let slow = gate.run(SOON, cancelled.clone(), move || waits.recv()).await;
        assert_eq!(slow.unwrap_err().status, 504);
        assert!(cancelled.is_cancelled());
        assert_eq!(gate.run(SOON, note(), || 1).await.unwrap_err().status, 504);
        done.send(()).unwrap();
        assert_eq!(gate.run(Duration::from_secs(5), note(), || 1).await.unwrap(), 1);
    }

    #[tokio::test]
    async fn a_stream_ends_when_nobody_takes_its_items() {
        let gate = Gate::new(1, 5);
        let count = |sink: &Sink<u64>| while sink.give(1) {};
        let cancelled = note();
        let mut items = gate.stream(Duration::from_secs(5), cancelled.clone(), count).await.unwrap();
        assert_eq!(items.next(Duration::from_secs(5)).await.unwrap(), Some(1));
        assert!(!cancelled.is_cancelled());
        drop(items);
        assert!(cancelled.is_cancelled());
        assert_eq!(gate.run(Duration::from_secs(5), note(), || 2).await.unwrap(), 2);
    }

    #[tokio::test]
    async fn a_stream_that_is_silent_is_cancelled() {
        let gate = Gate::new(1, 5);
        let cancelled = note();
        let ends = cancelled.clone();
        let silent = move |_: &Sink<u64>| {
            while !ends.is_cancelled() {
                std::thread::sleep(Duration::from_millis(1));
            }
        };
        let mut items = gate.stream(SOON, cancelled, silent).await.unwrap();
        assert_eq!(items.next(SOON).await.unwrap_err().status, 504);
        drop(items);
        assert_eq!(gate.run(Duration::from_secs(5), note(), || 2).await.unwrap(), 2);
    }

    #[tokio::test]
    async fn a_panic_is_an_error_and_frees_the_turn() {
        let gate = Gate::new(1, 5);
        let panicked = gate.run(Duration::from_secs(30), note(), || panic!("on purpose")).await;
        assert_eq!(panicked.map(|()| 0).unwrap_err().status, 500);
        assert_eq!(gate.run(Duration::from_secs(5), note(), || 2).await.unwrap(), 2);
    }
}
