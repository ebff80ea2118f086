//! Exceptions: `raise`, `assert`, and the construction of exceptions.

use rustpython_ast as ast;

use super::arguments::Argument;
use super::function::{FunctionTracer, poisoned};
use super::value::Value;
use crate::catalog::catalog;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, StmtKind};
use crate::source::Span;
use crate::types::{ExceptionClass, Type};

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn raise_statement(&mut self, node: &'a ast::StmtRaise) {
        let span = self.span(node);
        let Some(exception) = &node.exc else {
            match self.attempts.handled.last() {
                Some(caught) => self.reraise(*caught, span),
                None => {
                    let message = "a bare `raise` needs an exception being handled";
                    let diagnostic = Diagnostic::new(Code::UnsupportedStatement, span, message);
                    self.report(diagnostic.help("name the exception: `raise ValueError(\"…\")`"));
                    self.environment = None;
                }
            }
            return;
        };
        let Some(value) = self.raised_value(exception) else {
            self.environment = None;
            return;
        };
        let value = match &node.cause {
            Some(cause) => {
                // The cause is evaluated after the exception.
                let value = self.keep("exception", value);
                self.raised_from(value, cause)
            }
            None => value,
        };
        let value = match self.attempts.handled.last() {
            Some(handled) if !poisoned(&value.ty) => {
                let ty = value.ty.clone();
                let handled = self.caught(*handled, span);
                self.native("exception::raised_while", vec![value, handled], ty, span)
            }
            _ => value,
        };
        self.emit(StmtKind::Raise(value), span);
        self.environment = None;
    }

    /// What `raise` is given: an exception, or a class, which is called. `None` where it was refused.
    fn raised_value(&mut self, node: &'a ast::Expr) -> Option<Expr> {
        let span = self.span(node);
        let value = self.exception_of(node, "be raised");
        if poisoned(&value.ty) {
            // What never gives a value ends the way too.
            if value.ty == Type::Never && !matches!(value.kind, ExprKind::Invalid) {
                self.emit(StmtKind::Evaluate(value), span);
            }
            return None;
        }
        if !matches!(value.ty, Type::Exception(_)) {
            let message = format!("exceptions are raised, not `{}`", value.ty);
            let mut diagnostic = Diagnostic::new(Code::ArgumentType, span, message);
            if value.ty.members().contains(&Type::None) {
                diagnostic = diagnostic.help("test for `None` first: `if error is not None:`");
            }
            self.report(diagnostic);
            return None;
        }
        Some(value)
    }

    /// The value of an expression in `raise`: a class is called. `use_as` says what any other static thing cannot do.
    fn exception_of(&mut self, node: &'a ast::Expr, use_as: &str) -> Expr {
        let span = self.span(node);
        let value = self.value(node, None);
        if self.as_exception_class(&value).is_some() {
            return self.call_value(value, Vec::new(), span);
        }
        match value {
            Value::Expr(expr) => expr,
            other => {
                let message = format!("{} cannot {use_as}", other.describe());
                self.refuse(Diagnostic::new(Code::ArgumentType, span, message))
            }
        }
    }

    /// `exception from cause`.
    fn raised_from(&mut self, exception: Expr, node: &'a ast::Expr) -> Expr {
        let span = self.span(node);
        let cause = self.exception_of(node, "be the cause of an exception");
        if poisoned(&cause.ty) {
            self.emit_call(cause);
            return exception;
        }
        let is_cause = |ty: &Type| matches!(ty, Type::Exception(_) | Type::None);
        if !cause.ty.members().iter().all(is_cause) {
            let message = format!("the cause of an exception is an exception or `None`, not `{}`", cause.ty);
            return self.refuse(Diagnostic::new(Code::ArgumentType, span, message));
        }
        self.for_each_member(cause, &mut |tracer, cause| {
            let ty = exception.ty.clone();
            match cause.ty {
                Type::None => tracer.native("exception::raised_from_nothing", vec![exception.clone()], ty, span),
                _ => tracer.native("exception::raised_from", vec![exception.clone(), cause], ty, span),
            }
        })
    }

    pub(super) fn assert_statement(&mut self, node: &'a ast::StmtAssert) {
        let span = self.span(node);
        let condition = self.condition(&node.test);
        let known = self.known_truth(&condition.test);
        if known == Some(true) {
            return;
        }
        let outer = self.environment.clone();
        self.narrow(&condition.if_false);
        let failed = self.in_block(|tracer| {
            let message = node.msg.as_deref().map(|message| {
                let span = tracer.span(message);
                let value = tracer.expression(message, None);
                Argument { keyword: None, value: Value::Expr(value), span }
            });
            let exception = tracer.new_exception("builtins.AssertionError", message.into_iter().collect(), span);
            tracer.emit(StmtKind::Raise(exception), span);
        });
        self.environment = outer;
        self.narrow(&condition.if_true);
        let test = match condition.test.kind {
            ExprKind::Not(inner) => *inner,
            _ => Expr { ty: Type::Bool, span, kind: ExprKind::Not(Box::new(condition.test)) },
        };
        if known == Some(false) {
            self.block.extend(failed);
            self.environment = None;
        } else {
            self.emit(StmtKind::If { test, then: failed, orelse: Vec::new() }, span);
        }
    }

    /// A new exception of a catalog class.
    pub(super) fn new_exception(&mut self, class: &str, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        let class = catalog().exception(class).expect("the caller knows that it is an exception");
        self.exception_with(class, arguments, span)
    }

    /// A new exception of a class that takes any arguments and keeps them.
    pub(super) fn exception_with(&mut self, class: ExceptionClass, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        if let Some(named) = arguments.iter().find(|argument| argument.keyword.is_some()) {
            let name = class.name().rsplit('.').next().unwrap_or_default().to_owned();
            let message = format!("{name}() takes no keyword arguments");
            return self.refuse(Diagnostic::new(Code::CallArguments, named.span, message));
        }
        if let Some(second) = arguments.get(1)
            && let Some(special) = ["OSError", "UnicodeError", "SyntaxError"]
                .iter()
                .find(|special| class.derives(&format!("builtins.{special}")))
        {
            let message = format!("an `{special}` of several arguments cannot be made in compiled code");
            let diagnostic = Diagnostic::new(Code::CallArguments, second.span, message);
            return self.refuse(diagnostic.help("put everything into one message with an f-string"));
        }
        let mut values = Vec::new();
        for argument in arguments {
            let Value::Expr(value) = argument.value else {
                let message = format!("{} cannot be an argument of an exception", argument.value.describe());
                return self.refuse(Diagnostic::new(Code::ArgumentType, argument.span, message));
            };
            if poisoned(&value.ty) {
                return Expr { kind: ExprKind::Invalid, ty: Type::Exception(class), span };
            }
            let base = value.ty.widened();
            values.push(self.convert(value, &base));
        }
        self.tracer.tables.join_arguments(&class, values.iter().map(|value| &value.ty));
        Expr { kind: ExprKind::Exception(values), ty: Type::Exception(class), span }
    }

    /// An expression that raises.
    pub(super) fn raise_expression(&mut self, class: &str, message: &str, span: Span) -> Expr {
        let class = if class.contains('.') { class.to_owned() } else { format!("builtins.{class}") };
        let class = catalog().exception(&class).expect("the class is in the catalog");
        let message = Expr::constant(Constant::Str(message.into()), span);
        let exception = Expr { kind: ExprKind::Exception(vec![message]), ty: Type::Exception(class), span };
        Expr { kind: ExprKind::Raise(Box::new(exception)), ty: Type::Never, span }
    }
}
