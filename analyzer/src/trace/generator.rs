//! Generator functions: `yield`, `yield from`, and the built-in functions that ask an iterator for one item.

use rustpython_ast as ast;
use rustpython_ast::visitor::{Visitor, walk_expr, walk_stmt};

use super::arguments::Argument;
use super::function::{FunctionTracer, poisoned};
use super::value::{Code as FunctionCode, Definition, Value};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Clause, Comprehension, Constant, Expr, ExprKind, NativeArgument, StmtKind, Stop};
use crate::source::Span;
use crate::types::Type;

/// The name of the cell that takes what the generator of a `yield from` returns: no Python name is like it.
const RETURNED: &str = "=returned";

/// The name that such a generator has for the same cell.
const RETURNS: &str = "=returns";

/// Whether calling the function makes a generator: a `yield` stands in it, and in no function within it.
pub(super) fn is_generator(definition: &Definition) -> bool {
    let FunctionCode::Def(function) = definition.code else { return false };
    yields(&function.body)
}

/// Whether a `yield` stands in a function's body, and in no function within it.
pub(crate) fn yields(body: &[ast::Stmt]) -> bool {
    let mut search = Yields(false);
    body.iter().for_each(|statement| search.visit_stmt(statement));
    search.0
}

struct Yields(bool);

impl<'a> Visitor<'a> for Yields {
    fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
        if !matches!(statement, ast::Stmt::FunctionDef(_) | ast::Stmt::ClassDef(_)) {
            walk_stmt(self, statement);
        }
    }

    fn visit_expr(&mut self, expression: &'a ast::Expr) {
        match expression {
            ast::Expr::Yield(_) | ast::Expr::YieldFrom(_) => self.0 = true,
            ast::Expr::Lambda(_) => {}
            _ => walk_expr(self, expression),
        }
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// `yield value` as an expression: `None`, since nothing can be sent into a generator here.
    pub(super) fn yield_expression(&mut self, node: &'a ast::ExprYield) -> Expr {
        let span = self.span(node);
        let block = self.in_block(|tracer| tracer.yield_statement(node));
        let none = Expr::constant(Constant::None, span);
        Expr { kind: ExprKind::Block(block, Box::new(none)), ty: Type::None, span }
    }

    /// `yield value`.
    pub(super) fn yield_statement(&mut self, node: &'a ast::ExprYield) {
        let span = self.span(node);
        let expected = self.declared_item();
        let value = match &node.value {
            Some(value) => self.expression(value, expected.as_ref()),
            None => Expr::constant(Constant::None, span),
        };
        self.emit_yield(value, span);
    }

    fn emit_yield(&mut self, value: Expr, span: Span) {
        if !self.is_generator {
            let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, "`yield` cannot be compiled here");
            return self.report(diagnostic.help("write it in a function of its own, defined by `def`"));
        }
        self.result = self.tracer.tables.join_result(self.instance, &value.ty.widened());
        if poisoned(&value.ty) {
            return self.emit(StmtKind::Evaluate(value), span);
        }
        let item = self.result.clone();
        let value = self.convert(value, &item);
        self.is_guarded |= !self.attempts.bodies.is_empty();
        self.emit(StmtKind::Yield(value), span);
        self.forget_shared();
    }

    /// `yield from iterable`: every item of it in turn.
    pub(super) fn yield_from(&mut self, node: &'a ast::ExprYieldFrom) {
        let span = self.span(node);
        let expected = self.declared_item().map(Type::list);
        let iterable = self.expression(&node.value, expected.as_ref());
        self.yield_each(iterable, span);
    }

    fn yield_each(&mut self, iterable: Expr, span: Span) {
        let (iterator, item) = self.iterate(iterable);
        if poisoned(&item) {
            return self.emit(StmtKind::Evaluate(iterator), span);
        }
        let target = self.temporary("item", &item);
        let value = Expr { kind: ExprKind::Local(target), ty: item, span };
        let body = self.in_block(|tracer| tracer.emit_yield(value, span));
        self.emit(StmtKind::For { target, iterator, body, orelse: Vec::new() }, span);
    }

    /// `yield from` where its value is used: what the generator returns that is called there.
    ///
    /// The call gives the generator a cell, which its `return` puts the value into: see [`Self::return_from_generator`].
    pub(super) fn yield_from_expression(&mut self, node: &'a ast::ExprYieldFrom) -> Expr {
        let span = self.span(node);
        self.with_setup(|tracer| {
            let mut is_iterator = false;
            let body = tracer.in_block(|tracer| {
                let expected = tracer.declared_item().map(Type::list);
                tracer.make_cell(RETURNED, None, span);
                tracer.awaiting = Some(tracer.span(&*node.value));
                let iterable = tracer.expression(&node.value, expected.as_ref());
                is_iterator = matches!(iterable.ty, Type::Iterator(_));
                tracer.yield_each(iterable, span);
            });
            let is_unknown = tracer.awaiting.take().is_some();
            if !is_unknown {
                tracer.block.extend(body);
                return tracer.read_name(RETURNED, span);
            }
            if is_iterator {
                let message = "the value of `yield from` is known only of a generator that is called there";
                let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
                return tracer.refuse(diagnostic.help("write `yield from generator(…)`"));
            }
            tracer.block.extend(body);
            Expr::constant(Constant::None, span)
        })
    }

    /// The cell that the value goes into that a generator returns, where the call that is being traced asks for it.
    pub(super) fn awaited(&mut self, definition: &Definition<'a>, call: Span) -> Option<(String, Expr)> {
        if self.awaiting != Some(call) || !is_generator(definition) {
            return None;
        }
        self.awaiting = None;
        let cell = self.capture(RETURNED, false, call)?;
        Some((RETURNS.to_owned(), cell))
    }

    /// `return value` in a generator.
    pub(super) fn return_from_generator(&mut self, value: Expr, span: Span) {
        let is_awaited = self.environment.as_ref().is_some_and(|names| names.get(RETURNS).is_some());
        if is_awaited {
            let value = if self.has_cleanup_above(0) { self.keep_always("result", value) } else { value };
            self.clean_up(0, span);
            if self.environment.is_some() {
                self.assign_cell(RETURNS, value, span);
            }
        } else {
            if !matches!(value.kind, ExprKind::Constant(_) | ExprKind::Local(_)) {
                self.emit(StmtKind::Evaluate(value), span);
            }
            self.clean_up(0, span);
        }
        if self.environment.is_none() {
            return;
        }
        self.emit(StmtKind::Return(Expr::constant(Constant::None, span)), span);
        self.environment = None;
    }

    /// What the function is declared to yield.
    fn declared_item(&self) -> Option<Type> {
        match &self.declared_result {
            Some(Type::Iterator(item)) => Some((**item).clone()),
            _ => None,
        }
    }

    /// `iter(iterable)`.
    pub(super) fn iter_call(&mut self, iterable: Expr) -> Expr {
        let (iterator, item) = self.iterate(iterable);
        match super::function::is_dict_view(&iterator) {
            // A view is no iterator: it begins anew each time.
            true => self.each_of(iterator, &item, &item),
            false => iterator,
        }
    }

    /// `next(iterator)` or `next(iterator, default)`.
    pub(super) fn next_call(&mut self, iterator: Expr, default: Option<&Argument<'a>>, span: Span) -> Expr {
        let item = match &iterator.ty {
            Type::Iterator(item) if !super::function::is_dict_view(&iterator) => (**item).clone(),
            ty if poisoned(ty) => return Expr::invalid(span),
            other => {
                let message = format!("`{other}` is no iterator");
                let diagnostic = Diagnostic::new(Code::ArgumentType, iterator.span, message);
                return self.refuse(diagnostic.help("make one with `iter(…)` and keep it in a variable"));
            }
        };
        let Some(default) = default else {
            return self.raising_native("builtins::next", vec![NativeArgument::Iterator(iterator)], item, span);
        };
        let Value::Expr(default) = default.value.clone() else {
            let message = format!("{} cannot be used as a value here", default.value.describe());
            return self.refuse(Diagnostic::new(Code::UnsupportedExpression, default.span, message));
        };
        let ty = self.join(&item, &default.ty.widened());
        if ty == Type::Unknown {
            return Expr::invalid(span);
        }
        self.with_setup(|tracer| {
            // Both arguments are evaluated before the iterator is asked.
            let iterator = tracer.keep("iterator", iterator);
            let items = tracer.items_as(iterator, &item, &ty);
            let default = tracer.convert(default, &ty);
            let arguments = vec![NativeArgument::Iterator(items), NativeArgument::Value(default)];
            tracer.raising_native("builtins::next_or", arguments, ty, span)
        })
    }

    /// The same iterator with items of a wider type.
    pub(super) fn items_as(&mut self, iterator: Expr, item: &Type, wider: &Type) -> Expr {
        if item == wider { iterator } else { self.each_of(iterator, item, wider) }
    }

    /// An iterator of its own over the items of another.
    fn each_of(&mut self, iterator: Expr, item: &Type, wider: &Type) -> Expr {
        let span = iterator.span;
        let target = self.temporary("item", item);
        let element = Expr { kind: ExprKind::Local(target), ty: item.clone(), span };
        // Also from `Never`: an iterator that is always empty has no items to convert, but a type of its own.
        let element = Expr { kind: ExprKind::Convert(Box::new(element)), ty: wider.clone(), span };
        let clause = Clause { target, iterator, setup: Vec::new(), conditions: Vec::new() };
        let comprehension = Comprehension { element, clauses: vec![clause], stop: Stop::Raised };
        Expr { kind: ExprKind::Comprehension(Box::new(comprehension)), ty: Type::iterator(wider.clone()), span }
    }
}

/// The type of what a call gives, of a function that returns or yields a type.
pub(super) fn result_type(is_generator: bool, ty: Type) -> Type {
    if is_generator { Type::iterator(ty) } else { ty }
}
