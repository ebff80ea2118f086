//! `name := value`, and what its name holds behind an expression that may leave it out.
//!
//! Where an operand is not always evaluated, its names are in the state that a handler sees of a `try`: see
//! [`super::attempt`].

use std::collections::BTreeSet;

use rustpython_ast as ast;

use super::attempt::seen_by_handlers;
use super::environment::Binding;
use super::function::{FunctionTracer, poison_of, poisoned};
use super::narrow::{Condition, Facts};
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Block, Expr, ExprKind};
use crate::source::Span;
use crate::types::Type;

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn walrus(&mut self, node: &'a ast::ExprNamed) -> Expr {
        let span = self.span(node);
        let value = self.expression(&node.value, None);
        let ast::Expr::Name(name) = &*node.target else { return Expr::invalid(span) };
        let name = name.id.as_str();
        if poisoned(&value.ty) {
            self.bind(name, Binding::Static(Value::Expr(Expr::invalid(span))));
            return poison_of([&value], span).unwrap_or(value);
        }
        let is_shared = self.is_in_cell(name);
        if self.in_generator_expression && !is_shared {
            let message = "`:=` in this generator expression cannot be compiled: it is evaluated elsewhere";
            let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
            return self.refuse(diagnostic.help("write a loop, or a list: `any([… for … in …])`"));
        }
        let at = self.span(&*node.target);
        let setup = self.in_block(|tracer| tracer.assign_name(name, Value::Expr(value), at));
        let read = self.read_name(name, span);
        let ty = read.ty.clone();
        Expr { kind: ExprKind::Block(setup, Box::new(read)), ty, span }
    }

    /// Traces an expression of which some operands may not be evaluated; `names` are those that these operands bind.
    pub(super) fn sometimes(
        &mut self,
        names: BTreeSet<&str>,
        span: Span,
        trace: impl FnOnce(&mut Self) -> Expr,
    ) -> Expr {
        let (value, ()) = self.sometimes_with(names, span, false, |tracer| (trace(tracer), ()));
        value
    }

    /// The same for a comprehension: a name may also hold what the round before has left in it.
    pub(super) fn each_round(&mut self, node: &'a ast::Expr, trace: impl FnOnce(&mut Self) -> Expr) -> Expr {
        let (names, span) = (crate::scope::walrus_names([node]), self.span(node));
        let (value, ()) = self.sometimes_with(names, span, true, |tracer| (trace(tracer), ()));
        value
    }

    /// The same for a test.
    pub(super) fn sometimes_tested(
        &mut self,
        names: BTreeSet<&str>,
        span: Span,
        is_and: bool,
        trace: impl FnOnce(&mut Self) -> Condition,
    ) -> Condition {
        let bound: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let (test, (if_true, if_false)) = self.sometimes_with(names, span, false, |tracer| {
            let condition = trace(tracer);
            // Where all operands were evaluated the names are what the last of them has made of them.
            let known: Facts = bound.iter().filter_map(|name| Some((name.clone(), tracer.view(name)?))).collect();
            let (mut if_true, mut if_false) = (condition.if_true, condition.if_false);
            let all = if is_and { &mut if_true } else { &mut if_false };
            *all = known.into_iter().chain(std::mem::take(all)).collect();
            (condition.test, (if_true, if_false))
        });
        Condition { test, if_true, if_false }
    }

    fn sometimes_with<T>(
        &mut self,
        names: BTreeSet<&str>,
        span: Span,
        repeats: bool,
        trace: impl FnOnce(&mut Self) -> (Expr, T),
    ) -> (Expr, T) {
        if names.is_empty() || self.environment.is_none() {
            return trace(self);
        }
        let setup = self.in_block(|tracer| {
            tracer.enter_attempt(span, &names);
        });
        if repeats {
            self.see_as_handlers();
        }
        let (value, more) = trace(self);
        self.see_as_handlers();
        self.attempts.bodies.pop();
        (after(setup, value), more)
    }

    /// Lets names be what they may be at any point of the innermost attempt.
    fn see_as_handlers(&mut self) {
        if let (Some(environment), Some(frame)) = (self.environment.take(), self.attempts.bodies.last()) {
            self.environment = Some(seen_by_handlers(environment, frame));
        }
    }
}

/// The value, after some statements.
fn after(setup: Block, value: Expr) -> Expr {
    if setup.is_empty() || value.ty == Type::Unknown {
        return value;
    }
    let (ty, span) = (value.ty.clone(), value.span);
    Expr { kind: ExprKind::Block(setup, Box::new(value)), ty, span }
}
