//! Exceptions: `raise`, `assert`, and the construction of exceptions.

use rustpython_ast as ast;

use super::arguments::Argument;
use super::function::{FunctionTracer, poisoned};
use super::value::Value;
use crate::catalog::catalog;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, StmtKind};
use crate::source::Span;
use crate::types::Type;

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn raise_statement(&mut self, node: &'a ast::StmtRaise) {
        let span = self.span(node);
        let Some(exception) = &node.exc else {
            let diagnostic =
                Diagnostic::new(Code::UnsupportedStatement, span, "a bare `raise` needs an exception being handled");
            self.report(diagnostic.help("name the exception: `raise ValueError(\"…\")`"));
            self.environment = None;
            return;
        };
        if let Some(cause) = &node.cause {
            // The cause is kept by Python for tracebacks only; it is evaluated for its effects.
            if !matches!(cause.as_ref(), ast::Expr::NoneLiteral(_)) {
                let cause = self.value(cause, None);
                if let Value::Expr(cause) = cause {
                    self.emit(StmtKind::Evaluate(cause), span);
                }
            }
        }
        let value = match self.value(exception, None) {
            Value::Class(class) => self.call_value(Value::Class(class), Vec::new(), span),
            Value::Expr(expr) => expr,
            other => {
                let message = format!("{} cannot be raised", other.describe());
                self.refuse(Diagnostic::new(Code::ArgumentType, span, message))
            }
        };
        if !matches!(value.ty, Type::Exception(_)) && !poisoned(&value.ty) {
            let message = format!("exceptions are raised, not `{}`", value.ty);
            self.report(Diagnostic::new(Code::ArgumentType, span, message));
        }
        self.emit(StmtKind::Raise(value), span);
        self.environment = None;
    }

    pub(super) fn assert_statement(&mut self, node: &'a ast::StmtAssert) {
        let span = self.span(node);
        let condition = self.condition(&node.test);
        if condition.test.kind == ExprKind::Constant(Constant::Bool(true)) {
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
        let always = condition.test.kind == ExprKind::Constant(Constant::Bool(false));
        self.narrow(&condition.if_true);
        let test = match condition.test.kind {
            ExprKind::Not(inner) => *inner,
            _ => Expr { ty: Type::Bool, span, kind: ExprKind::Not(Box::new(condition.test)) },
        };
        if always {
            self.block.extend(failed);
            self.environment = None;
        } else {
            self.emit(StmtKind::If { test, then: failed, orelse: Vec::new() }, span);
        }
    }

    /// A new exception of a catalog class.
    pub(super) fn new_exception(&mut self, class: &str, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        let short = class.rsplit('.').next().unwrap_or(class);
        let ty = Type::Exception(short.into());
        let mut arguments = arguments.into_iter();
        let Some(first) = arguments.next() else { return Expr { kind: ExprKind::Exception(None), ty, span } };
        if let Some(more) = arguments.next() {
            let diagnostic =
                Diagnostic::new(Code::CallArguments, more.span, "exceptions take one argument in compiled code");
            return self.refuse(diagnostic.help("put everything into the message with an f-string"));
        }
        let Value::Expr(argument) = first.value else {
            let message = format!("{} cannot be the message of an exception", first.value.describe());
            return self.refuse(Diagnostic::new(Code::ArgumentType, first.span, message));
        };
        if poisoned(&argument.ty) {
            return Expr { kind: ExprKind::Invalid, ty, span };
        }
        // `str(KeyError(key))` is the repr of the key.
        let path = if catalog().derives(class, "builtins.KeyError") { "object::repr" } else { "object::str" };
        let argument = match &argument.ty {
            Type::Literal(values) => {
                let base = values[0].ty();
                self.convert(argument, &base)
            }
            _ => argument,
        };
        let message = match argument.ty {
            Type::Str if path == "object::str" => argument,
            _ => self.native(path, vec![argument], Type::Str, span),
        };
        Expr { kind: ExprKind::Exception(Some(Box::new(message))), ty, span }
    }

    /// An expression that raises.
    pub(super) fn raise_expression(&mut self, class: &str, message: &str, span: Span) -> Expr {
        let message = Box::new(Expr::constant(Constant::Str(message.into()), span));
        let exception = Expr { kind: ExprKind::Exception(Some(message)), ty: Type::Exception(class.into()), span };
        Expr { kind: ExprKind::Raise(Box::new(exception)), ty: Type::Never, span }
    }
}
