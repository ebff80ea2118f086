//! Cancellation: calls that another thread may end.
//!
//! A call ends where it next begins to run a model, within that run, before the next item of its stream, or within a loop: see
//! [`crate::pace`].

use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use ort::session::{NoSelectedOutputs, RunOptions};

use super::guard::guard;
use crate::exception::{Exception, Fallible, Raised, value_error};

/// `hotforge_cancellation` of the header.
#[derive(Default, Clone)]
#[allow(missing_debug_implementations, reason = "options of a run have none")]
pub struct Cancellation(Arc<State>);

#[derive(Default)]
struct State {
    is_cancelled: AtomicBool,
    /// The runs of models under way.
    runs: Mutex<Vec<Arc<Options>>>,
}

type Options = RunOptions<NoSelectedOutputs>;

thread_local! {
    /// What cancels the calls of this thread.
    static CURRENT: RefCell<Option<Cancellation>> = const { RefCell::new(None) };
}

/// Raises where the calls of this thread were cancelled.
///
/// # Errors
/// `asyncio.CancelledError`.
pub(crate) fn check() -> Fallible<()> {
    match CURRENT.try_with(|current| current.borrow().as_ref().is_some_and(Cancellation::is_cancelled)) {
        Ok(true) => Err(cancelled()),
        _ => Ok(()),
    }
}

/// Runs a model with options by which it can be ended; without any where nobody may cancel the calls of this thread.
///
/// # Errors
/// As [`check`], before the run and after it.
pub(crate) fn run<R>(run: impl FnOnce(Option<&Options>) -> R) -> Fallible<R> {
    let Some(current) = CURRENT.try_with(|current| current.borrow().clone()).ok().flatten() else {
        return Ok(run(None));
    };
    let Ok(options) = RunOptions::new().map(Arc::new) else { return Ok(run(None)) };
    current.runs().push(options.clone());
    check()?;
    let result = run(Some(&options));
    current.runs().retain(|other| !Arc::ptr_eq(other, &options));
    check().map(|()| result)
}

impl Cancellation {
    fn is_cancelled(&self) -> bool {
        self.0.is_cancelled.load(Ordering::SeqCst)
    }

    fn runs(&self) -> std::sync::MutexGuard<'_, Vec<Arc<Options>>> {
        self.0.runs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends what runs, and all that would run.
    fn cancel(&self) {
        self.0.is_cancelled.store(true, Ordering::SeqCst);
        for options in self.runs().iter() {
            // One that cannot be ended runs to its end, and is told then.
            let _ = options.terminate();
        }
    }
}

#[cold]
fn cancelled() -> Raised {
    Exception::new("asyncio.CancelledError", "the call was cancelled")
}

/// `hotforge_cancellation_new`
#[unsafe(no_mangle)]
pub extern "C" fn hotforge_cancellation_new() -> *mut Cancellation {
    guard(std::ptr::null_mut(), || Ok(Box::into_raw(Box::default())))
}

/// `hotforge_cancellation_use`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_cancellation_use(cancellation: *const Cancellation) {
    guard((), || {
        // SAFETY: the caller passes NULL or a live handle.
        let cancellation = unsafe { cancellation.as_ref() }.cloned();
        let _ = CURRENT.try_with(|current| current.replace(cancellation));
        Ok(())
    });
}

/// `hotforge_cancel`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_cancel(cancellation: *const Cancellation) -> bool {
    guard(false, || {
        // SAFETY: the caller passes NULL or a live handle.
        let cancellation = unsafe { cancellation.as_ref() };
        cancellation.ok_or_else(|| value_error("the hotforge_cancellation is NULL"))?.cancel();
        Ok(true)
    })
}

/// `hotforge_cancellation_free`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_cancellation_free(cancellation: *mut Cancellation) {
    guard((), || {
        if !cancellation.is_null() {
            // SAFETY: handles are made by `hotforge_cancellation_new`, and the caller gives this one away.
            drop(unsafe { Box::from_raw(cancellation) });
        }
        Ok(())
    });
}
