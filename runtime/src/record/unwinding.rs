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
