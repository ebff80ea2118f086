//! `with contextlib.ExitStack() as stack`: what is entered on it stands around the rest of the block.
//!
//! `stack.enter_context(manager)` is a `with manager` around the statements behind it, and `stack.callback(function)` a `try` whose
//! `finally` calls the function, where they are statements of the block itself. Elsewhere, as in a loop, how much is entered
//! is known only at run time: there they are refused.

use rustpython_ast as ast;

use super::arguments::Argument;
use super::cleanup::Cleanup;
use super::function::FunctionTracer;
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::scope::assigned_names;
use crate::source::Span;

/// What a `with` stands around.
#[derive(Clone, Copy)]
pub(super) enum Guarded<'a> {
    /// Its block.
    Statements(&'a [ast::Stmt]),
    /// The rest of the block of an `ExitStack` of that name.
    Stack(&'a str, &'a [ast::Stmt]),
}

impl<'a> Guarded<'a> {
    pub fn statements(self) -> &'a [ast::Stmt] {
        match self {
            Self::Statements(body) | Self::Stack(_, body) => body,
        }
    }
}

/// A function that an `ExitStack` calls, with its arguments.
#[derive(Clone)]
pub(super) struct Callback<'a> {
    function: Value<'a>,
    arguments: Vec<Argument<'a>>,
}

/// A statement that puts something on the stack.
enum Entry<'a> {
    /// `target = stack.enter_context(manager)`.
    Manager(&'a ast::Expr, Option<&'a ast::Expr>),
    /// `stack.callback(function, …)`.
    Callback(&'a ast::ExprCall),
}

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn guarded(&mut self, body: Guarded<'a>) {
        let (name, body) = match body {
            Guarded::Statements(body) => return self.statements(body),
            Guarded::Stack(name, body) => (name, body),
        };
        let entry = |(index, statement)| Some((index, entry_of(name, statement)?));
        let Some((index, entry)) = body.iter().enumerate().find_map(entry) else { return self.statements(body) };
        self.statements(&body[..index]);
        if self.environment.is_none() {
            return;
        }
        let rest = Guarded::Stack(name, &body[index + 1..]);
        match entry {
            Entry::Manager(manager, target) => self.with_item(manager, target, &[], rest),
            Entry::Callback(call) => self.with_callback(call, rest),
        }
    }

    /// `with ExitStack() as stack`.
    pub(super) fn with_stack(
        &mut self,
        target: Option<&'a ast::Expr>,
        rest: &'a [ast::WithItem],
        body: Guarded<'a>,
        span: Span,
    ) {
        match target {
            Some(ast::Expr::Name(name)) if rest.is_empty() => {
                let name = name.id.as_str();
                self.assign_name(name, Value::Known("contextlib".into(), "ExitStack".into()), span);
                self.guarded(Guarded::Stack(name, body.statements()));
            }
            _ => {
                let message = "an `ExitStack` needs a name, and a `with` of its own";
                self.report(
                    Diagnostic::new(Code::UnsupportedStatement, span, message)
                        .help("write `with ExitStack() as stack:`"),
                );
                self.with_items(rest, body);
            }
        }
    }

    fn with_callback(&mut self, call: &'a ast::ExprCall, rest: Guarded<'a>) {
        let span = self.span(call);
        let function = match self.value(&call.arguments.args[0], None) {
            Value::Expr(value) => Value::Expr(self.keep_always("callback", value)),
            Value::Method(receiver, name) => Value::Method(Box::new(self.keep_always("receiver", *receiver)), name),
            Value::BoundMethod(receiver, method) => {
                Value::BoundMethod(Box::new(self.keep_always("receiver", *receiver)), method)
            }
            other => other,
        };
        let given = call.arguments.args[1..].iter().map(|node| (None, node));
        let keywords = call.arguments.keywords.iter();
        let named = keywords.map(|keyword| (keyword.arg.as_ref().map(|name| name.as_str()), &keyword.value));
        let mut arguments = Vec::new();
        for (keyword, node) in given.chain(named) {
            let value = match self.value(node, None) {
                Value::Expr(value) => Value::Expr(self.keep_always("argument", value)),
                other => other,
            };
            arguments.push(Argument { keyword, span: self.span(node), value });
        }
        let callback = Callback { function, arguments };
        let cleanup = Cleanup::call(self, callback.clone());
        self.attempt(
            (span, span),
            &assigned_names(rest.statements()),
            Some(cleanup),
            |tracer| tracer.guarded(rest),
            |tracer| tracer.call_back(&callback, span),
            |tracer, caught| {
                tracer.call_back(&callback, span);
                tracer.reraise(caught, span);
            },
        );
    }

    /// Calls the function.
    pub(super) fn call_back(&mut self, callback: &Callback<'a>, span: Span) {
        let Callback { function, arguments } = callback.clone();
        let call = match self.special_call(&function, &arguments, span) {
            Some(call) => call,
            None => self.call_value(function, arguments, span),
        };
        self.emit_discarded(call);
    }
}

/// What a statement puts on the stack of that name, if it does.
fn entry_of<'a>(stack: &str, statement: &'a ast::Stmt) -> Option<Entry<'a>> {
    let (target, value) = match statement {
        ast::Stmt::Assign(node) => match &node.targets[..] {
            [target] => (Some(target), &*node.value),
            _ => return None,
        },
        ast::Stmt::Expr(node) => (None, &*node.value),
        _ => return None,
    };
    let ast::Expr::Call(call) = value else { return None };
    let ast::Expr::Attribute(method) = &*call.func else { return None };
    if !matches!(&*method.value, ast::Expr::Name(name) if name.id.as_str() == stack) {
        return None;
    }
    let is_plain = !call.arguments.args.iter().any(ast::Expr::is_starred_expr)
        && call.arguments.keywords.iter().all(|keyword| keyword.arg.is_some());
    match (method.attr.as_str(), &*call.arguments.args, target) {
        ("enter_context", [manager], _) if call.arguments.keywords.is_empty() && is_plain => {
            Some(Entry::Manager(manager, target))
        }
        ("callback", [_, ..], None) if is_plain => Some(Entry::Callback(call)),
        _ => None,
    }
}
