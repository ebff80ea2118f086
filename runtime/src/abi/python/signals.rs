//! Signals that Python has to handle while a predictor runs on its main thread: Ctrl-C above all.
//!
//! CPython only notes a signal where it arrives, and handles it between two of its own instructions (documentation of the module
//! `signal`). Compiled code has none, so its loops ask in their place, with the lock that handlers need.

use std::cell::Cell;
use std::ffi::c_void;
use std::time::{Duration, Instant};

use super::interpreter::Interpreter;
use crate::exception::{Exception, Fallible};

/// The time between two looks: each waits for the interpreter's lock, which may take as long as other threads hold it.
const PAUSE: Duration = Duration::from_millis(100);

/// A call that runs while the interpreter's lock is given away.
#[derive(Clone, Copy)]
struct Running {
    interpreter: &'static Interpreter,
    /// What `PyEval_SaveThread` gave.
    state: *mut c_void,
    looked: Option<Instant>,
}

thread_local! {
    static RUNNING: Cell<Option<Running>> = const { Cell::new(None) };
    /// Whether a handler has raised, in which case its exception is set in the interpreter.
    static RAISED: Cell<bool> = const { Cell::new(false) };
}

/// Runs what gave the interpreter's lock away; `state` is that of the thread.
pub(super) fn heard<R>(interpreter: &'static Interpreter, state: *mut c_void, run: impl FnOnce() -> R) -> R {
    struct Outer(Option<Running>);
    impl Drop for Outer {
        fn drop(&mut self) {
            RUNNING.set(self.0);
        }
    }
    let _outer = Outer(RUNNING.replace(Some(Running { interpreter, state, looked: None })));
    run()
}

/// Whether a handler raised during the call that has just ended.
pub(super) fn take_raised() -> bool {
    RAISED.take()
}

/// Lets Python handle the signals that have arrived, on its main thread.
///
/// # Errors
/// `KeyboardInterrupt`, in place of whatever a handler has raised.
pub(crate) fn check() -> Fallible<()> {
    let Some(running) = RUNNING.get() else { return Ok(()) };
    let now = Instant::now();
    // The first look comes after a pause, too: most calls are shorter.
    let looked = running.looked.unwrap_or(now);
    let is_due = now.duration_since(looked) >= PAUSE;
    RUNNING.set(Some(Running { looked: Some(if is_due { now } else { looked }), ..running }));
    if !is_due || !is_main_thread() {
        return Ok(());
    }
    if running.interpreter.handle_signals(running.state) {
        return Ok(());
    }
    RAISED.set(true);
    Err(Exception::new("KeyboardInterrupt", ""))
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn is_main_thread() -> bool {
    // SAFETY: they ask the system for numbers.
    unsafe { libc::syscall(libc::SYS_gettid) == libc::c_long::from(libc::getpid()) }
}

#[cfg(target_vendor = "apple")]
fn is_main_thread() -> bool {
    // SAFETY: it asks the system for a number.
    unsafe { libc::pthread_main_np() != 0 }
}

/// Elsewhere the library calls nothing of Python by itself.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn is_main_thread() -> bool {
    false
}
