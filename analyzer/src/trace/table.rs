//! Module-level names that stand for functions: other names of functions, lambdas, and tables of functions.
//!
//! A function cannot be captured from the running module, but its code is here: a display of functions, `{"add": add}`, is
//! compiled like the body of a function, run once, and frozen like a captured global.

use rustpython_ast as ast;

use super::Tracer;
use super::environment::Environment;
use super::function::{CallFrame, FunctionTracer};
use super::tables::Signature;
use super::value::{Code as FunctionCode, Definition, Value};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Global};
use crate::scope::Variable;
use crate::source::{FileId, Span};
use crate::syntax;
use crate::types::Type;

impl<'a> Tracer<'a> {
    /// What a module-level variable stands for, where that is a function or a table of functions.
    pub(super) fn function_variable(
        &mut self,
        file: FileId,
        name: &str,
        variable: &Variable<'a>,
        span: Span,
    ) -> Option<Value<'a>> {
        let node = variable.value?;
        let place = syntax::span(file, node);
        // A name that is made of itself: `step = step(1)`.
        if self.followed.contains(&place) {
            return None;
        }
        self.followed.push(place);
        let found = self.follow_variable(file, name, node, variable, span);
        self.followed.pop();
        found
    }

    fn follow_variable(
        &mut self,
        file: FileId,
        name: &str,
        node: &'a ast::Expr,
        variable: &Variable<'a>,
        span: Span,
    ) -> Option<Value<'a>> {
        match node {
            ast::Expr::Lambda(lambda) => Some(Value::Function(Definition {
                file,
                code: FunctionCode::Lambda(lambda),
                nested: false,
                class: None,
                bare: false,
            })),
            ast::Expr::Name(_) | ast::Expr::Attribute(_) => self.function_leaf(file, node),
            ast::Expr::Call(call) if self.is_struct(file, call) => {
                let made = self.value_of_module(file, node);
                matches!(&made, Value::Expr(Expr { ty: Type::Struct(_), .. })).then_some(made)
            }
            ast::Expr::Call(call) if self.is_transform(file, call) => match self.value_of_module(file, node) {
                made @ Value::Transform(_) => Some(made),
                // What is wrong with it has been reported.
                _ => Some(Value::Expr(Expr::invalid(span))),
            },
            ast::Expr::Call(call) if self.is_adapter(file, call) => match self.value_of_module(file, node) {
                made @ Value::Adapter(_) => Some(made),
                _ => Some(Value::Expr(Expr::invalid(span))),
            },
            // A `functools.partial` with constants is made wherever it is used.
            ast::Expr::Call(call) if self.is_partial(file, call) => match self.value_of_module(file, node) {
                Value::Expr(Expr { kind: ExprKind::Tuple(held), ty, span: at })
                    if held.iter().all(|held| matches!(held.kind, ExprKind::Constant(_))) =>
                {
                    Some(Value::Expr(Expr { kind: ExprKind::Tuple(held), ty, span: at }))
                }
                _ => None,
            },
            _ if is_display(node) && leaves(node).into_iter().any(|leaf| self.is_function(file, leaf)) => {
                Some(Value::Expr(self.table(file, name, node, variable, span)))
            }
            _ => None,
        }
    }

    fn is_partial(&mut self, file: FileId, call: &'a ast::ExprCall) -> bool {
        let callee = self.callee_of_module(file, call);
        matches!(callee, Value::Known(module, name) if (&*module, &*name) == ("functools", "partial"))
    }

    /// Whether a `struct.Struct` is made, which is known from its format and made again wherever it is used.
    fn is_struct(&mut self, file: FileId, call: &'a ast::ExprCall) -> bool {
        matches!(self.callee_of_module(file, call), Value::Class(class) if &*class == "struct.Struct")
    }

    fn is_transform(&mut self, file: FileId, call: &'a ast::ExprCall) -> bool {
        let callee = self.callee_of_module(file, call);
        matches!(callee, Value::Native(module, name) if super::transforms::is_transform(&module, &name))
    }

    fn callee_of_module(&mut self, file: FileId, call: &'a ast::ExprCall) -> Value<'a> {
        self.quiet_value_of_module(file, &call.func)
    }

    /// What an expression of module-level code stands for; says nothing of what is wrong with it.
    pub(super) fn quiet_value_of_module(&mut self, file: FileId, node: &'a ast::Expr) -> Value<'a> {
        let reported = self.output.diagnostics.len();
        let value = self.value_of_module(file, node);
        self.output.diagnostics.truncate(reported);
        value
    }

    /// What an expression of module-level code stands for.
    fn value_of_module(&mut self, file: FileId, node: &'a ast::Expr) -> Value<'a> {
        let definition = syntax::span(file, node);
        let instance = self.tables.instance(Signature { definition, parameters: Vec::new(), statics: Vec::new() });
        FunctionTracer::for_file(self, file, instance).value(node, None)
    }

    fn is_function(&mut self, file: FileId, leaf: &'a ast::Expr) -> bool {
        matches!(leaf, ast::Expr::Lambda(_)) || self.function_leaf(file, leaf).is_some()
    }

    /// The function that a name of the module means, if it means one. Says nothing where it does not.
    fn function_leaf(&mut self, file: FileId, node: &'a ast::Expr) -> Option<Value<'a>> {
        if !matches!(node, ast::Expr::Name(_) | ast::Expr::Attribute(_)) {
            return None;
        }
        let key = (file, format!("function at {}", syntax::span(file, node).start));
        // A name that is made of itself.
        if self.global_types.insert(key.clone(), None) == Some(None) {
            return None;
        }
        let (reported, globals) = (self.output.diagnostics.len(), self.output.globals.len());
        let definition = syntax::span(file, node);
        let instance = self.tables.instance(Signature { definition, parameters: Vec::new(), statics: Vec::new() });
        let value = FunctionTracer::for_file(self, file, instance).value(node, None);
        self.output.diagnostics.truncate(reported);
        self.output.globals.truncate(globals);
        self.global_types.insert(key, Some(Type::Unknown));
        matches!(value, Value::Function(_) | Value::Native(..) | Value::Unbound(..)).then_some(value)
    }

    fn table(&mut self, file: FileId, name: &str, node: &'a ast::Expr, variable: &Variable<'a>, span: Span) -> Expr {
        let definition = Definition { file, code: FunctionCode::Value(node), nested: false, class: None, bare: false };
        let frame = CallFrame { parameters: Vec::new(), own: 0, statics: Environment::default() };
        let (function, ty) = self.instance(definition, frame, span);
        let ty = super::globals::without_sites(&ty);
        let holds = |part: &Type| matches!(part, Type::Callable(function) if !function.captures.is_empty());
        if ty.any(&holds) {
            let message = format!("a function in `{name}` holds values, and a global cannot be shared with those");
            let place = syntax::span(file, node);
            self.report(
                Diagnostic::new(Code::GlobalType, place, message)
                    .help("write the values into the functions, or make the table in the function that uses it"),
            );
            return Expr::invalid(span);
        }
        let place = syntax::span(file, variable.range);
        let global = Global { file, name: name.to_owned(), ty: ty.clone(), span: place, made_by: Some(function) };
        Expr { kind: ExprKind::Global(self.global(global)), ty, span }
    }
}

/// Whether an expression only puts together what it names: no call in it could do anything else.
fn is_display(node: &ast::Expr) -> bool {
    match node {
        ast::Expr::Dict(dict) => {
            dict.items.iter().all(|item| item.key.as_ref().is_some_and(is_display) && is_display(&item.value))
        }
        ast::Expr::List(list) => list.elts.iter().all(is_display),
        ast::Expr::Tuple(tuple) => tuple.elts.iter().all(is_display),
        ast::Expr::UnaryOp(unary) => is_display(&unary.operand),
        ast::Expr::NumberLiteral(_)
        | ast::Expr::StringLiteral(_)
        | ast::Expr::BytesLiteral(_)
        | ast::Expr::BooleanLiteral(_)
        | ast::Expr::NoneLiteral(_)
        | ast::Expr::Name(_)
        | ast::Expr::Attribute(_)
        | ast::Expr::Lambda(_) => true,
        _ => false,
    }
}

/// What a display puts together.
fn leaves(node: &ast::Expr) -> Vec<&ast::Expr> {
    match node {
        ast::Expr::Dict(dict) => dict.items.iter().flat_map(|item| leaves(&item.value)).collect(),
        ast::Expr::List(list) => list.elts.iter().flat_map(leaves).collect(),
        ast::Expr::Tuple(tuple) => tuple.elts.iter().flat_map(leaves).collect(),
        leaf => vec![leaf],
    }
}
