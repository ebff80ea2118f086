//! `try`, and what a handler sees of the names that the body assigns.
//!
//! An exception may come at any point of the body. So a name that the body assigns has one variable from which the
//! handlers read it: it takes the name's value before the `try` and after each assignment in the body. Its type joins
//! all of these and is learned over passes (see [`super::tables`]). Where the handlers do not read a name, or its type
//! never changes, no assignment is left of this in the compiled program.

use std::collections::{BTreeMap, BTreeSet};

use rustpython_ast as ast;

use super::cleanup::Cleanup;
use super::environment::{Binding, Environment};
use super::function::FunctionTracer;
use super::tables::LoopEnd;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, LocalId, StmtKind};
use crate::scope::assigned_names;
use crate::source::Span;
use crate::types::{ExceptionClass, Type, join};

/// The `try` statements around what is being traced.
#[derive(Default)]
pub(super) struct Attempts<'a> {
    /// Those whose body is being traced, outermost first.
    pub bodies: Vec<AttemptFrame>,
    /// What must be done on the way out.
    pub cleanups: Vec<Cleanup<'a>>,
    /// The exceptions that are being handled.
    pub handled: Vec<LocalId>,
}

/// A `try` whose body is being traced.
pub(super) struct AttemptFrame {
    /// What the joined types are known by.
    span: Span,
    /// The names that the body assigns.
    assigned: BTreeSet<String>,
    /// The variables that the handlers read those names from.
    seen: BTreeMap<String, (LocalId, Type)>,
}

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn try_statement(&mut self, node: &'a ast::StmtTry) {
        if node.is_star {
            let diagnostic =
                Diagnostic::new(Code::UnsupportedStatement, self.span(node), "`except*` cannot be compiled");
            self.report(diagnostic.help(
                "it handles the members of an `ExceptionGroup`, which compiled code cannot make: catch one exception with \
                 `except`",
            ));
            // What it binds and returns must not cascade.
            return self.statements(&node.body);
        }
        if node.finalbody.is_empty() {
            return self.try_except(node);
        }
        let span = self.span(node);
        let mut assigned = assigned_names(&node.body);
        assigned.extend(assigned_names(&node.orelse));
        for ast::ExceptHandler::ExceptHandler(handler) in &node.handlers {
            assigned.extend(handler.name.as_ref().map(|name| name.as_str()));
            assigned.extend(assigned_names(&handler.body));
        }
        // The end of the statement tells this attempt from that of its own `except` clauses.
        let key = Span { start: span.end, ..span };
        self.attempt(
            (key, span),
            &assigned,
            Some(Cleanup::finally(self, &node.finalbody)),
            |tracer| match node.handlers.is_empty() {
                true => tracer.statements(&node.body),
                false => tracer.try_except(node),
            },
            |tracer| tracer.statements(&node.finalbody),
            |tracer, caught| {
                let assigned = assigned_names(&node.finalbody);
                let key = tracer.span(&node.finalbody[0]);
                tracer.handling(key, &assigned, |tracer| tracer.statements(&node.finalbody));
                tracer.reraise(caught, span);
            },
        );
    }

    fn try_except(&mut self, node: &'a ast::StmtTry) {
        let span = self.span(node);
        self.attempt(
            (span, span),
            &assigned_names(&node.body),
            None,
            |tracer| tracer.statements(&node.body),
            |tracer| tracer.statements(&node.orelse),
            |tracer, caught| tracer.handlers(&node.handlers, caught, span),
        );
    }

    /// Runs `body`; where it raises, `handler` with the variable that holds the exception, else `orelse`. The cleanup is
    /// done by each way out of the body that is no exception and not its end.
    pub(super) fn attempt(
        &mut self,
        (key, span): (Span, Span),
        assigned: &BTreeSet<&str>,
        cleanup: Option<Cleanup<'a>>,
        body: impl FnOnce(&mut Self),
        orelse: impl FnOnce(&mut Self),
        handler: impl FnOnce(&mut Self, LocalId),
    ) {
        let before = self.enter_attempt(key, assigned);
        let has_cleanup = cleanup.is_some();
        self.attempts.cleanups.extend(cleanup);
        let body = self.in_block(body);
        if has_cleanup {
            self.attempts.cleanups.pop();
        }
        let frame = self.attempts.bodies.pop().expect("the attempt was entered");
        let orelse = self.in_block(|tracer| {
            if tracer.environment.is_some() {
                orelse(tracer);
            }
        });
        let after = self.environment.replace(seen_by_handlers(before, &frame));
        let base = crate::catalog::catalog().exception("builtins.BaseException").expect("it is in the catalog");
        let caught = self.temporary("caught", &Type::Exception(base));
        self.attempts.handled.push(caught);
        let handler = self.in_block(|tracer| {
            if let [.., outer, _] = tracer.attempts.handled[..]
                && tracer.tracer.tables.asks_for_context()
            {
                tracer.note_handled(caught, outer, span);
            }
            handler(tracer, caught);
        });
        self.attempts.handled.pop();
        let handled = self.environment.take();
        let (merged, orelse, handler) = self.merge((after, orelse), (handled, handler), span);
        self.environment = merged;
        self.emit(StmtKind::Try { body, orelse, caught, handler }, span);
    }

    /// Brings the names that the body assigns into the variables that the handlers read them from.
    pub(super) fn enter_attempt(&mut self, span: Span, assigned: &BTreeSet<&str>) -> Environment<'a> {
        let mut seen = BTreeMap::new();
        for name in assigned {
            let binding = self.environment.as_ref().and_then(|environment| environment.get(name).cloned());
            let tables = &mut self.tracer.tables;
            let ty = match &binding {
                Some(Binding::Local { view, .. }) => {
                    tables.join_loop(self.instance, span, LoopEnd::Handler, name, view)
                }
                Some(_) => continue,
                None => match tables.loop_type(self.instance, span, LoopEnd::Handler, name) {
                    Some(Type::Unknown) | None => continue,
                    Some(ty) => join(&ty, &Type::Unbound),
                },
            };
            if ty == Type::Unbound {
                continue;
            }
            let slot = self.slot(name, &ty);
            let mut block = std::mem::take(&mut self.block);
            self.move_into(slot, &ty, binding.as_ref(), &mut block, span);
            self.block = block;
            seen.insert((*name).to_owned(), (slot, ty));
        }
        let assigned = assigned.iter().map(|name| (*name).to_owned()).collect();
        self.attempts.bodies.push(AttemptFrame { span, assigned, seen });
        self.environment.clone().unwrap_or_default()
    }

    /// After an assignment to a name, or its `del`: the handlers around see what it holds now.
    pub(super) fn note_assignment(&mut self, name: &str, span: Span) {
        if self.in_own_scope || self.attempts.bodies.is_empty() {
            return;
        }
        let binding = self.environment.as_ref().and_then(|environment| environment.get(name).cloned());
        let view = match &binding {
            Some(Binding::Local { view, .. }) => view.clone(),
            None => Type::Unbound,
            Some(_) => return,
        };
        for index in 0..self.attempts.bodies.len() {
            let frame = &self.attempts.bodies[index];
            if !frame.assigned.contains(name) {
                continue;
            }
            let (key, seen) = (frame.span, frame.seen.get(name).cloned());
            self.tracer.tables.widen_loop(self.instance, key, LoopEnd::Handler, name, &view);
            if let Some((slot, ty)) = seen {
                self.unify_sites(&view, &ty);
                let mut block = std::mem::take(&mut self.block);
                self.move_into(slot, &ty, binding.as_ref(), &mut block, span);
                self.block = block;
            }
        }
    }

    /// The `except` clauses: the first that names the exception's class is taken; where none does it is raised on.
    fn handlers(&mut self, handlers: &'a [ast::ExceptHandler], caught: LocalId, span: Span) {
        let Some((ast::ExceptHandler::ExceptHandler(handler), rest)) = handlers.split_first() else {
            return self.reraise(caught, span);
        };
        let at = self.span(handler);
        let at = Span { end: handler.type_.as_deref().map_or(at.start + 6, |node| self.span(node).end), ..at };
        let (class, test) = match handler.type_.as_deref() {
            None => (None, None),
            Some(node) => match self.exception_classes(node) {
                Some(classes) => {
                    let subject = self.caught(caught, at);
                    let class = classes.iter().cloned().reduce(|a, b| a.common(&b));
                    (class, Some(self.is_exception(subject, &classes, at)))
                }
                // What was refused: the handler is traced all the same, as one that may be taken.
                None => (None, Some(Expr::invalid(at))),
            },
        };
        let mut assigned = assigned_names(&handler.body);
        assigned.extend(handler.name.as_ref().map(|name| name.as_str()));
        let key = self.span(handler);
        let Some(test) = test else {
            return self.handling(key, &assigned, |tracer| tracer.handler(handler, None, caught));
        };
        let before = self.environment.clone();
        let then = self.in_block(|tracer| {
            tracer.handling(key, &assigned, |tracer| tracer.handler(handler, class, caught));
        });
        let after_then = std::mem::replace(&mut self.environment, before);
        let orelse = self.in_block(|tracer| tracer.handlers(rest, caught, span));
        let after_else = self.environment.take();
        let (merged, then, orelse) = self.merge((after_then, then), (after_else, orelse), span);
        self.environment = merged;
        self.emit(StmtKind::If { test, then, orelse }, at);
    }

    /// Traces what runs while an exception is handled. What it raises itself was raised while that was: `__context__`, of which
    /// nothing is seen in a program that does not ask for it.
    fn handling(&mut self, key: Span, assigned: &BTreeSet<&str>, run: impl FnOnce(&mut Self)) {
        if !self.tracer.tables.asks_for_context() {
            return run(self);
        }
        // The attempt notes it, as one does that stands in a handler.
        self.attempt((key, key), assigned, None, run, |_| {}, |tracer, raised| tracer.reraise(raised, key));
    }

    /// Notes on an exception which other was being handled.
    fn note_handled(&mut self, raised: LocalId, handled: LocalId, span: Span) {
        let (raising, handled) = (self.caught(raised, span), self.caught(handled, span));
        let ty = raising.ty.clone();
        let value = self.native("exception::raised_within", vec![raising, handled], ty, span);
        self.emit(StmtKind::Assign { target: raised, value }, span);
    }

    pub(super) fn caught(&self, caught: LocalId, span: Span) -> Expr {
        let base = crate::catalog::catalog().exception("builtins.BaseException").expect("it is in the catalog");
        Expr { kind: ExprKind::Local(caught), ty: Type::Exception(base), span }
    }

    /// The body of an `except` clause; its name is unbound behind it, whichever way it is left.
    fn handler(
        &mut self,
        handler: &'a ast::ExceptHandlerExceptHandler,
        class: Option<ExceptionClass>,
        caught: LocalId,
    ) {
        let Some(name) = &handler.name else { return self.statements(&handler.body) };
        let span = self.span(name);
        let value = match class {
            Some(class) => Expr { ty: Type::Exception(class), ..self.caught(caught, span) },
            None => Expr::invalid(span),
        };
        self.assign_name(name.as_str(), super::value::Value::Expr(value), span);
        let cleanup = Cleanup::unbind(self, name.as_str());
        self.attempts.cleanups.push(cleanup);
        self.statements(&handler.body);
        self.attempts.cleanups.pop();
        self.unbind(name.as_str(), span);
    }

    /// `del name`, where it need not be bound.
    pub(super) fn unbind(&mut self, name: &str, span: Span) {
        if self.clear_cell(name, span) {
            return;
        }
        if let Some(environment) = &mut self.environment {
            environment.remove(name);
            self.note_assignment(name, span);
        }
    }

    /// Raises the exception on that is being handled.
    pub(super) fn reraise(&mut self, caught: LocalId, span: Span) {
        if self.environment.take().is_some() {
            self.emit(StmtKind::Reraise(caught), span);
        }
    }
}

/// What the names hold where a handler begins: those that the body does not assign, what they held before.
pub(super) fn seen_by_handlers<'a>(mut environment: Environment<'a>, frame: &AttemptFrame) -> Environment<'a> {
    // What cells and fields hold then is not known: the body, or a function that it calls, may have assigned them.
    environment.widen_cells(&|_, _| true);
    environment.forget_fields();
    for name in &frame.assigned {
        if let Some(Binding::Cell { .. }) = environment.get(name) {
            continue;
        }
        match frame.seen.get(name) {
            Some((slot, ty)) => {
                environment.set(name, Binding::Local { slot: *slot, declared: ty.clone(), view: ty.clone() });
            }
            None if environment.get(name).is_some() => environment.set(name, Binding::Conflict),
            None => {}
        }
    }
    environment
}
