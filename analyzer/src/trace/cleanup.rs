//! What is done on the way out of a `try` or `with`: `finally`, and the end of the name of a caught exception.
//!
//! As in CPython the block of a `finally` is traced again for each way out: for the normal end, for an exception, and
//! for each `return`, `break` and `continue` that leaves the statement.

use rustpython_ast as ast;

use super::attempt::AttemptFrame;
use super::exit_stack::Callback;
use super::function::FunctionTracer;
use super::loops::LoopFrame;
use crate::ir::{Expr, LocalId, StmtKind};
use crate::source::Span;

/// Something to do on the way out, with what was around the statement that asks for it.
#[derive(Clone)]
pub(super) struct Cleanup<'a> {
    action: Action<'a>,
    loops: usize,
    bodies: usize,
    handled: usize,
}

#[derive(Clone)]
enum Action<'a> {
    /// The block of a `finally`.
    Finally(&'a [ast::Stmt]),
    /// The name of a caught exception is unbound.
    Unbind(String),
    /// `__exit__` of a context manager, without an exception.
    Exit(Expr),
    /// `close()` of an object.
    Close(Expr),
    /// A call of a function.
    Call(Callback<'a>),
}

impl<'a> Cleanup<'a> {
    fn new(tracer: &FunctionTracer<'_, 'a>, action: Action<'a>) -> Self {
        let attempts = &tracer.attempts;
        Self { action, loops: tracer.loops.len(), bodies: attempts.bodies.len(), handled: attempts.handled.len() }
    }

    /// The block of a `finally` whose statement is about to be traced.
    pub fn finally(tracer: &FunctionTracer<'_, 'a>, body: &'a [ast::Stmt]) -> Self {
        Self::new(tracer, Action::Finally(body))
    }

    /// A context manager whose block is about to be traced.
    pub fn exit(tracer: &FunctionTracer<'_, 'a>, manager: Expr) -> Self {
        Self::new(tracer, Action::Exit(manager))
    }

    /// An object that is closed behind the block that is about to be traced.
    pub fn close(tracer: &FunctionTracer<'_, 'a>, object: Expr) -> Self {
        Self::new(tracer, Action::Close(object))
    }

    /// A function that is called behind what is about to be traced.
    pub fn call(tracer: &FunctionTracer<'_, 'a>, callback: Callback<'a>) -> Self {
        Self::new(tracer, Action::Call(callback))
    }

    /// A name that is unbound at the end of what is about to be traced.
    pub fn unbind(tracer: &FunctionTracer<'_, 'a>, name: &str) -> Self {
        Self::new(tracer, Action::Unbind(name.to_owned()))
    }
}

/// What stands around code, put aside while code on the way out of it is traced.
struct Aside<'a> {
    cleanups: Vec<Cleanup<'a>>,
    bodies: Vec<AttemptFrame>,
    loops: Vec<LoopFrame>,
    handled: Vec<LocalId>,
}

impl<'a> FunctionTracer<'_, 'a> {
    /// Whether leaving down to that number of cleanups runs any code.
    pub(super) fn has_cleanup_above(&self, kept: usize) -> bool {
        self.attempts.cleanups[kept..].iter().any(|cleanup| !matches!(cleanup.action, Action::Unbind(_)))
    }

    /// Does what is to be done on the way out, innermost first, until that number of cleanups is left around.
    pub(super) fn clean_up(&mut self, kept: usize, span: Span) {
        let mut index = self.attempts.cleanups.len();
        while index > kept && self.environment.is_some() {
            index -= 1;
            let cleanup = self.attempts.cleanups[index].clone();
            match cleanup.action.clone() {
                Action::Unbind(name) => self.unbind(&name, span),
                Action::Exit(manager) => self.outside(&cleanup, index, span, |tracer| {
                    tracer.exit_normally(manager, span);
                }),
                Action::Close(object) => self.outside(&cleanup, index, span, |tracer| tracer.close(object, span)),
                Action::Call(callback) => {
                    self.outside(&cleanup, index, span, |tracer| tracer.call_back(&callback, span))
                }
                Action::Finally(body) => self.outside(&cleanup, index, span, |tracer| tracer.statements(body)),
            }
        }
    }

    /// Traces code as if it stood where the cleanup was asked for.
    fn outside(&mut self, cleanup: &Cleanup<'a>, index: usize, span: Span, trace: impl FnOnce(&mut Self)) {
        let aside = Aside {
            cleanups: self.attempts.cleanups.split_off(index),
            bodies: self.attempts.bodies.split_off(cleanup.bodies),
            loops: self.loops.split_off(cleanup.loops),
            handled: self.attempts.handled.split_off(cleanup.handled),
        };
        let body = self.in_block(trace);
        let (attempts, loops) = (aside.bodies.len(), aside.loops.len());
        self.attempts.cleanups.extend(aside.cleanups);
        self.attempts.bodies.extend(aside.bodies);
        self.loops.extend(aside.loops);
        self.attempts.handled.extend(aside.handled);
        self.emit(StmtKind::Outside { attempts, loops, body }, span);
    }
}
