//! `match`: the cases one after the other, each as an `if`.
//!
//! The names of a pattern are bound before its guard is evaluated, and stay bound where the guard is false.

use std::collections::BTreeSet;

use rustpython_ast as ast;

use super::attempt::seen_by_handlers;
use super::function::{FunctionTracer, poisoned};
use super::pattern::{Matched, and, is_constant, viewed};
use super::value::Value;
use crate::ir::{Constant, Expr, ExprKind, StmtKind};
use crate::source::Span;
use crate::types::Type;

/// What the cases are matched against.
#[derive(Clone)]
struct Subject<'a> {
    value: Expr,
    /// The name that holds it, which is narrowed with it.
    name: Option<&'a str>,
    /// The one of `True` and `False` that it is, if it is one of them, since a case before took the other.
    truth: Option<bool>,
}

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn match_statement(&mut self, node: &'a ast::StmtMatch) {
        let value = self.expression(&node.subject, None);
        if poisoned(&value.ty) {
            let at = value.span;
            if !matches!(value.kind, ExprKind::Invalid) {
                self.emit(StmtKind::Evaluate(value), at);
            }
            return self.forget(node.cases.iter().flat_map(|case| &case.body), at);
        }
        let name = match &*node.subject {
            ast::Expr::Name(name) => Some(name.id.as_str()),
            _ => None,
        };
        let value = self.keep_always("subject", value);
        self.cases(&node.cases, Subject { value, name, truth: None });
    }

    /// What statements that are not traced assign is not known: reading it must not cascade.
    fn forget(&mut self, statements: impl Iterator<Item = &'a ast::Stmt>, span: Span) {
        for statement in statements {
            for name in crate::scope::assigned_names(std::slice::from_ref(statement)) {
                self.bind(name, super::environment::Binding::Static(Value::Expr(Expr::invalid(span))));
            }
        }
    }

    fn cases(&mut self, cases: &'a [ast::MatchCase], subject: Subject<'a>) {
        let Some((case, rest)) = cases.split_first() else { return self.no_case(&subject) };
        if subject.value.ty == Type::Never {
            return self.no_case(&subject);
        }
        let Some(mut matched) = self.pattern(&case.pattern, subject.value.clone()) else {
            let span = self.span(&case.pattern);
            self.forget(case.body.iter(), span);
            return self.cases(rest, subject);
        };
        if is_constant(&matched.test, false) {
            return self.cases(rest, subject);
        }
        let truth = truth_of(&case.pattern);
        if subject.value.ty == Type::Bool && truth.is_some() && truth == subject.truth {
            matched.test = Expr::constant(Constant::Bool(true), self.span(&case.pattern));
        }
        match &case.guard {
            None => self.plain_case(case, matched, rest, subject),
            Some(guard) => self.guarded_case(case, guard, matched, rest, subject),
        }
    }

    /// Behind the last case: reached only where the types leave something.
    fn no_case(&mut self, subject: &Subject<'a>) {
        if subject.value.ty == Type::Never {
            let span = subject.value.span;
            let raise = self.raise_expression("RuntimeError", "internal error: no case matches", span);
            self.emit(StmtKind::Evaluate(raise), span);
            self.environment = None;
        }
    }

    fn plain_case(
        &mut self,
        case: &'a ast::MatchCase,
        matched: Matched<'a>,
        rest: &'a [ast::MatchCase],
        subject: Subject<'a>,
    ) {
        let span = self.span(&case.pattern);
        let Matched { test, inside, outside, captures } = matched;
        if is_constant(&test, true) {
            self.narrow_subject(&subject, &inside);
            self.bind_captures(captures);
            return self.statements(&case.body);
        }
        let before = self.environment.clone();
        let then = self.in_block(|tracer| {
            tracer.narrow_subject(&subject, &inside);
            tracer.bind_captures(captures);
            tracer.statements(&case.body);
        });
        let after_then = std::mem::replace(&mut self.environment, before);
        self.narrow_subject(&subject, &outside);
        let truth = truth_of(&case.pattern).map(|truth| !truth).or(subject.truth);
        let left = Subject { value: viewed(subject.value, &outside), truth, ..subject };
        let orelse = self.in_block(|tracer| tracer.cases(rest, left));
        let after_else = self.environment.take();
        let (merged, then, orelse) = self.merge((after_then, then), (after_else, orelse), span);
        self.environment = merged;
        self.emit(StmtKind::If { test, then, orelse }, span);
    }

    fn guarded_case(
        &mut self,
        case: &'a ast::MatchCase,
        guard: &'a ast::Expr,
        matched: Matched<'a>,
        rest: &'a [ast::MatchCase],
        subject: Subject<'a>,
    ) {
        let span = self.span(&case.pattern);
        let Matched { test, inside, captures, .. } = matched;
        let mut names: BTreeSet<&str> = captures.iter().map(|(name, ..)| *name).collect();
        names.extend(crate::scope::walrus_names([guard]));
        let before = self.enter_attempt(span, &names);
        let mut condition = None;
        let setup = self.in_block(|tracer| {
            tracer.narrow_subject(&subject, &inside);
            tracer.bind_captures(captures);
            condition = Some(tracer.condition(guard));
        });
        let condition = condition.expect("the block sets it");
        let frame = self.attempts.bodies.pop().expect("it was entered");
        let kind = ExprKind::Block(setup, Box::new(condition.test));
        let test = and(test, Expr { kind, ty: Type::Bool, span });
        self.narrow(&condition.if_true);
        let then = self.in_block(|tracer| tracer.statements(&case.body));
        let after_then = self.environment.replace(seen_by_handlers(before, &frame));
        let orelse = self.in_block(|tracer| tracer.cases(rest, subject));
        let after_else = self.environment.take();
        let (merged, then, orelse) = self.merge((after_then, then), (after_else, orelse), span);
        self.environment = merged;
        self.emit(StmtKind::If { test, then, orelse }, span);
    }

    fn narrow_subject(&mut self, subject: &Subject<'a>, ty: &Type) {
        if let Some(name) = subject.name
            && *ty != Type::Never
        {
            self.narrow(&vec![(name.to_owned(), ty.clone())]);
        }
    }

    fn bind_captures(&mut self, captures: Vec<(&'a str, Span, Expr)>) {
        // All are read before any is bound: a pattern may bind the name of its own subject.
        let captures: Vec<_> =
            captures.into_iter().map(|(name, span, value)| (name, span, self.keep_always("part", value))).collect();
        for (name, span, value) in captures {
            self.assign_name(name, Value::Expr(value), span);
        }
    }
}

/// The truth value that a pattern stands for, which is no other pattern's.
fn truth_of(pattern: &ast::Pattern) -> Option<bool> {
    match pattern {
        ast::Pattern::MatchSingleton(node) => match node.value {
            ast::Singleton::True => Some(true),
            ast::Singleton::False => Some(false),
            ast::Singleton::None => None,
        },
        _ => None,
    }
}
