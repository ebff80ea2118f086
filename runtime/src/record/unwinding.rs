//! Exceptions that a class of the program raises where an operator of the runtime has called it and cannot raise
//! itself: `__eq__` in a search of a list, `__lt__` in a sort. They unwind to the boundary, or to whoever asks with
//! [`caught`].

use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use crate::exception::{Fallible, Raised};

/// The payload of such an unwinding.
struct Unwinding;

thread_local! {
    /// The exception of the unwinding that is under way: an exception belongs to its thread, a payload to none.
    static RAISED: RefCell<Option<Raised>> = const { RefCell::new(None) };
}

/// Raises by unwinding.
pub fn raise(raised: Raised) -> ! {
    RAISED.set(Some(raised));
    resume_unwind(Box::new(Unwinding))
}

/// The value, or raises by unwinding.
#[inline]
pub fn must<T>(result: Fallible<T>) -> T {
    match result {
        Ok(value) => value,
        Err(raised) => raise(raised),
    }
}

/// The value of what may have none; what is raised unwinds. WebAssembly has no unwinding to rely on: there it is kept for
/// [`left_behind`], and there is no value.
pub fn must_or_leave<T>(result: Fallible<T>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(raised) if cfg!(target_family = "wasm") => {
            RAISED.set(Some(raised));
            None
        }
        Err(raised) => raise(raised),
    }
}

/// The exception that could not unwind.
#[inline]
pub fn left_behind() -> Option<Raised> {
    if cfg!(target_family = "wasm") { RAISED.take() } else { None }
}

/// The exception that an unwinding with this payload carries; `None` where it is a panic.
pub(crate) fn raised_of(payload: &(dyn Any + Send)) -> Option<Raised> {
    if payload.is::<Unwinding>() { RAISED.take() } else { None }
}

/// Runs an operator that may call the program's classes; what they raise is its error.
///
/// # Errors
/// What the operator or a class raises.
pub fn caught<T>(run: impl FnOnce() -> Fallible<T>) -> Fallible<T> {
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(result) => result,
        Err(payload) => match raised_of(payload.as_ref()) {
            Some(raised) => Err(raised),
            None => resume_unwind(payload),
        },
    }
}
