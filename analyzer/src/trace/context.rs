//! `with` on the context managers that are known.

use rustpython_ast as ast;

use super::function::{FunctionTracer, poisoned};
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, StmtKind};
use crate::scope::{Symbol, assigned_names};
use crate::source::Span;
use crate::types::{ExceptionClass, Type};

/// Context managers that change nothing which compiled code has: gradients, warnings.
const WITHOUT_EFFECT: &[&str] = &[
    "contextlib.nullcontext",
    "torch.autograd.no_grad",
    "torch.enable_grad",
    "torch.inference_mode",
    "torch.no_grad",
    "torch.set_grad_enabled",
    "warnings.catch_warnings",
];

/// What a `with` is on.
enum Manager {
    /// One that does nothing; what it gives for `as`.
    Nothing(Expr),
    /// `contextlib.suppress`.
    Suppress(Vec<ExceptionClass>),
}

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn with_statement(&mut self, node: &'a ast::StmtWith) {
        self.with_items(&node.items, &node.body);
    }

    fn with_items(&mut self, items: &'a [ast::WithItem], body: &'a [ast::Stmt]) {
        let Some((item, rest)) = items.split_first() else { return self.statements(body) };
        let span = self.span(&item.context_expr);
        let target = item.optional_vars.as_deref();
        match self.context_manager(&item.context_expr) {
            Some(Manager::Nothing(value)) => {
                match target {
                    Some(target) => self.assign_target(target, Value::Expr(value), span),
                    None => self.emit(StmtKind::Evaluate(value), span),
                }
                self.with_items(rest, body);
            }
            Some(Manager::Suppress(classes)) => {
                if let Some(target) = target {
                    self.assign_target(target, Value::Expr(Expr::constant(Constant::None, span)), span);
                }
                self.attempt(
                    (span, span),
                    &assigned_names(body),
                    None,
                    |tracer| tracer.with_items(rest, body),
                    |_| {},
                    |tracer, caught| tracer.suppress(&classes, caught, span),
                );
            }
            None => {
                if let Some(target) = target {
                    self.assign_target(target, Value::Expr(Expr::invalid(span)), span);
                }
                self.with_items(rest, body);
            }
        }
    }

    fn suppress(&mut self, classes: &[ExceptionClass], caught: crate::ir::LocalId, span: Span) {
        let subject = self.caught(caught, span);
        let test = self.is_exception(subject, classes, span);
        if test.kind == ExprKind::Constant(Constant::Bool(true)) {
            return;
        }
        let kept = self.environment.clone();
        let then = self.in_block(|tracer| tracer.reraise(caught, span));
        self.environment = kept;
        let test = Expr { kind: ExprKind::Not(Box::new(test)), ty: Type::Bool, span };
        self.emit(StmtKind::If { test, then, orelse: Vec::new() }, span);
    }

    /// `None` where it was refused.
    fn context_manager(&mut self, node: &'a ast::Expr) -> Option<Manager> {
        let span = self.span(node);
        let ast::Expr::Call(call) = node else { return self.unknown_manager(None, span) };
        let arguments = &call.arguments;
        let path = self.dotted_path(&call.func);
        match path.as_deref() {
            Some("contextlib.suppress") => {
                let classes: Option<Vec<_>> =
                    arguments.args.iter().map(|argument| self.exception_classes(argument)).collect();
                Some(Manager::Suppress(classes?.concat()))
            }
            Some("numpy.errstate") => self.error_state(arguments, span),
            Some(path) if WITHOUT_EFFECT.contains(&path) => {
                let mut first = None;
                let keywords = arguments.keywords.iter().map(|keyword| &keyword.value);
                for argument in arguments.args.iter().chain(keywords) {
                    let value = self.expression(argument, None);
                    if poisoned(&value.ty) {
                        return None;
                    }
                    let value = self.keep("argument", value);
                    first = first.or(Some(value));
                }
                let none = Expr::constant(Constant::None, span);
                let gives = if path.ends_with("nullcontext") { first.unwrap_or(none) } else { none };
                Some(Manager::Nothing(gives))
            }
            _ => self.unknown_manager(path, span),
        }
    }

    /// `np.errstate(…)`: what numpy would warn of is not told by compiled code, so only that may be asked for.
    fn error_state(&mut self, arguments: &'a ast::Arguments, span: Span) -> Option<Manager> {
        let is_quiet = |keyword: &ast::Keyword| matches!(&keyword.value, ast::Expr::StringLiteral(text) if matches!(text.value.to_str(), "ignore" | "warn"));
        if arguments.args.is_empty() && arguments.keywords.iter().all(is_quiet) {
            return Some(Manager::Nothing(Expr::constant(Constant::None, span)));
        }
        let message = "`np.errstate` can only ask for \"ignore\" or \"warn\" in compiled code";
        let diagnostic = Diagnostic::new(Code::UnsupportedStatement, span, message);
        self.report(diagnostic.help("test the result: `np.isfinite(result).all()`"));
        None
    }

    fn unknown_manager(&mut self, path: Option<String>, span: Span) -> Option<Manager> {
        let (what, help) = match path.as_deref() {
            Some("open") => {
                ("`with open(…)`", "read the file at module level: its content is captured into the library")
            }
            _ => (
                "`with` on this",
                "known are `contextlib.suppress`, `contextlib.nullcontext`, `np.errstate` and what torch has for gradients; \
                 use `try` and `finally` for others",
            ),
        };
        let message = format!("{what} cannot be compiled");
        self.report(Diagnostic::new(Code::UnsupportedStatement, span, message).help(help));
        None
    }

    /// The dotted name that an expression of names and attributes stands for, of modules that need not be known.
    fn dotted_path(&self, node: &ast::Expr) -> Option<String> {
        match node {
            ast::Expr::Name(name) => {
                let name = name.id.as_str();
                if let Some(super::environment::Binding::Static(Value::Module(module))) =
                    self.environment.as_ref().and_then(|environment| environment.get(name))
                {
                    return Some(module.to_string());
                }
                match self.tracer.scope(self.file).symbols.get(name) {
                    Some(Symbol::Module(module)) => Some(module.clone()),
                    Some(Symbol::Member { module, member }) => Some(format!("{module}.{member}")),
                    Some(_) => None,
                    None => Some(name.to_owned()),
                }
            }
            ast::Expr::Attribute(attribute) => {
                Some(format!("{}.{}", self.dotted_path(&attribute.value)?, attribute.attr.as_str()))
            }
            _ => None,
        }
    }
}
