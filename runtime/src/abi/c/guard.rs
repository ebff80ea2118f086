//! Turns failures and panics into the last error of the thread.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use super::error;
use crate::exception::{Exception, Fallible, Raised};
use crate::record::unwinding;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs the body of a C function. Where it fails or panics, keeps the error for `hotforge_last_error` and gives
/// `failed`.
pub(in crate::abi) fn guard<T>(failed: T, body: impl FnOnce() -> Fallible<T>) -> T {
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(value)) => value,
        Ok(Err(raised)) => {
            error::set(&raised);
            failed
        }
        Err(payload) => {
            let raised = unwinding::raised_of(payload.as_ref());
            error::set(&raised.unwrap_or_else(|| internal_error(payload.as_ref())));
            failed
        }
    }
}

/// As [`guard`], and a panic is not printed: its place goes into the error. For bodies that run compiled code.
pub(in crate::abi) fn guard_call<T>(failed: T, body: impl FnOnce() -> Fallible<T>) -> T {
    static HOOK: Once = Once::new();
    HOOK.call_once(keep_quiet_while_guarded);
    let outer = GUARDED.replace(true);
    let result = guard(failed, body);
    GUARDED.set(outer);
    result
}

fn keep_quiet_while_guarded() {
    let before = take_hook();
    set_hook(Box::new(move |panic| {
        if !GUARDED.get() {
            return before(panic);
        }
        let place = panic.location().map(|place| format!(" at {}:{}", place.file(), place.line()));
        PLACE.with_borrow_mut(|text| *text = place.unwrap_or_default());
    }));
}

/// What a panic looks like to a caller.
#[cold]
fn internal_error(payload: &(dyn Any + Send)) -> Raised {
    let message = payload.downcast_ref::<&str>().copied();
    let message = message.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("panic");
    let place = PLACE.take();
    Exception::new(
        "SystemError",
        format!(
            "internal error in compiled code{place}: {message}. This is a bug in Hotforge, not in your program: please \
             report it with the predictor's source, the arguments and this message"
        ),
    )
}
