//! What evaluation keeps at hand while it runs: the program, the steps that are left, and an exception that an operator
//! could not raise itself.
//!
//! Operators of the runtime call back: a sort asks `__lt__` of the program. Compiled code unwinds where such a method
//! raises; a browser's WebAssembly cannot. So the exception is put aside (*pends*), nothing of the program runs until the
//! operator returns, and then it is raised.

use std::cell::{Cell as Slot, RefCell};
use std::rc::Rc;

use hotforge_analyzer::ir::FunctionId;
use hotforge_runtime as rt;
use rt::exception::Exception;
use rt::recursion::Depth;
use rt::{Fallible, Raised};

use crate::cell::Cell;
use crate::run::Program;

/// The class of what is no exception of Python: something that is not evaluated. No handler sees it.
const REFUSED: &str = rt::exception::UNAVAILABLE;
/// The class of what ends an evaluation that takes too long.
const EXHAUSTED: &str = "hotforge.Exhausted";

thread_local! {
    static PROGRAM: RefCell<Option<Rc<Program>>> = const { RefCell::new(None) };
    static PENDING: RefCell<Option<Raised>> = const { RefCell::new(None) };
    static STEPS: Slot<u64> = const { Slot::new(0) };
    static MOST: Slot<u64> = const { Slot::new(u64::MAX) };
    static OUTPUT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs something with a program at hand. Gives how many steps it took, and what it printed.
pub fn with_program<R>(program: &Rc<Program>, most_steps: u64, run: impl FnOnce() -> R) -> (R, u64, String) {
    PROGRAM.set(Some(program.clone()));
    PENDING.set(None);
    STEPS.set(0);
    MOST.set(most_steps);
    OUTPUT.set(String::new());
    let result = run();
    PROGRAM.set(None);
    (result, STEPS.get(), OUTPUT.take())
}

/// The program that runs.
pub fn program() -> Fallible<Rc<Program>> {
    PROGRAM.with_borrow(Clone::clone).ok_or_else(|| refused("an object that outlives its program"))
}

/// Counts a step.
///
/// # Errors
/// Where none is left.
#[inline]
pub fn step() -> Fallible<()> {
    let steps = STEPS.get() + 1;
    STEPS.set(steps);
    if steps > MOST.get() { Err(exhausted()) } else { Ok(()) }
}

#[cold]
fn exhausted() -> Raised {
    Exception::new(EXHAUSTED, format!("stopped after {} steps", MOST.get()))
}

/// Adds to what the program printed.
pub fn print(text: &str) {
    OUTPUT.with_borrow_mut(|output| output.push_str(text));
}

/// What is not evaluated.
#[cold]
pub fn refused(what: impl Into<String>) -> Raised {
    Exception::new(REFUSED, what)
}

/// Whether it is no exception of Python.
pub fn is_internal(raised: &Raised) -> bool {
    raised.class == REFUSED || raised.class == EXHAUSTED
}

/// Whether it is something that is not evaluated.
pub fn is_refused(raised: &Raised) -> bool {
    raised.class == REFUSED
}

/// Puts an exception aside until the operator that runs returns.
#[cold]
pub fn pend(raised: Raised) {
    PENDING.with_borrow_mut(|pending| {
        // The first one counts: compiled code would have raised it.
        pending.get_or_insert(raised);
    });
}

/// Raises what pends.
///
/// # Errors
/// The exception that was put aside.
#[inline]
pub fn settle() -> Fallible<()> {
    match PENDING.with_borrow_mut(Option::take).or_else(rt::record::left_behind) {
        Some(raised) => Err(raised),
        None => Ok(()),
    }
}

/// The value, or `None` where there is an exception, which then pends.
pub fn must<T>(result: Fallible<T>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(raised) => {
            pend(raised);
            None
        }
    }
}

/// Counts the depth of comparisons and of text of objects that hold one another.
pub fn enter_or_pend() -> Option<Depth> {
    must(rt::recursion::enter())
}

/// Whether code of the program may run.
///
/// # Errors
/// The exception that pends.
pub fn running() -> Fallible<()> {
    if let Some(raised) = rt::record::left_behind() {
        pend(raised);
    }
    match PENDING.with_borrow(Clone::clone) {
        Some(raised) => Err(raised),
        None => Ok(()),
    }
}

/// Calls a function of the program from within an operator.
///
/// # Errors
/// What it raises. Where an exception pends it is not called.
pub fn call(function: FunctionId, arguments: Vec<Cell>) -> Fallible<Cell> {
    running()?;
    program()?.call(function, arguments)
}
