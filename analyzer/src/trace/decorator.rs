//! Decorators: those that leave a function as it is, caches, and functions of the project that wrap it.

use rustpython_ast as ast;

use super::arguments::Argument;
use super::function::{FunctionTracer, poisoned};
use super::value::{Code as FunctionCode, Definition, Value};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, StmtKind};
use crate::source::Span;
use crate::types::Type;

/// Decorators that leave a function as it is, for what compiled code does.
const TRANSPARENT: &[&str] = &[
    "compile",
    "lru_cache",
    "cache",
    "cached_property",
    "inference_mode",
    "no_grad",
    "staticmethod",
    "njit",
    "jit",
    "wraps",
    "override",
    "classmethod",
    "property",
    "setter",
    "abstractmethod",
    "final",
    "computed_field",
    "contextmanager",
    "field_validator",
    "model_validator",
];

/// The last part of a decorator's name, without the arguments it is called with.
fn name_of(decorator: &ast::Decorator) -> String {
    let dotted = crate::catalog::dotted(called(&decorator.expression));
    dotted.rsplit('.').next().unwrap_or_default().to_owned()
}

fn called(node: &ast::Expr) -> &ast::Expr {
    match node {
        ast::Expr::Call(call) => &call.func,
        other => other,
    }
}

/// Whether a decorator is known to leave the function as it is.
pub(super) fn is_transparent(decorator: &ast::Decorator) -> bool {
    is_transparent_name(&name_of(decorator))
}

/// The same of the name that a decorator has in its module.
pub(super) fn is_transparent_name(name: &str) -> bool {
    TRANSPARENT.contains(&name)
}

/// The decorator that keeps the results of a function.
fn cache_of<'a>(definition: &Definition<'a>) -> Option<&'a ast::Decorator> {
    let FunctionCode::Def(function) = definition.code else { return None };
    function.decorator_list.iter().find(|decorator| matches!(name_of(decorator).as_str(), "lru_cache" | "cache"))
}

/// The name of the dict that holds the results of a cached function: no Python name is like it.
pub(super) fn cache_name(definition: &Definition) -> Option<String> {
    let is_kept_here = definition.nested && cache_of(definition).is_some();
    is_kept_here.then(|| format!("{}=cache", definition.name()))
}

/// Whether a name is one of [`cache_name`].
pub(super) fn is_cache_name(name: &str) -> bool {
    name.ends_with("=cache")
}

/// Whether nothing can change a value of the type, so that a kept result is like a new one.
pub(super) fn is_immutable(ty: &Type) -> bool {
    match ty {
        Type::Never
        | Type::Unbound
        | Type::Unknown
        | Type::None
        | Type::Bool
        | Type::Int
        | Type::Float
        | Type::Complex => true,
        Type::Str | Type::Bytes | Type::Literal(_) | Type::Range | Type::Scalar(_) | Type::TensorDType(_) => true,
        Type::Tuple(_) | Type::Sequence(_) | Type::FrozenSet(_) | Type::Union(_) => {
            ty.parts().into_iter().all(is_immutable)
        }
        _ => false,
    }
}

/// Whether native code can look a result up by values of the type.
fn is_key(ty: &Type) -> bool {
    match ty {
        Type::None | Type::Bool | Type::Int | Type::Float | Type::Complex => true,
        Type::Str | Type::Bytes | Type::Literal(_) => true,
        Type::Tuple(_) | Type::Sequence(_) | Type::Union(_) => ty.parts().into_iter().all(is_key),
        _ => false,
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// What the name of a decorated function of a module means, where functions of the project decorate it.
    pub(super) fn decorated(&mut self, definition: Definition<'a>, span: Span) -> Option<Value<'a>> {
        let FunctionCode::Def(function) = definition.code else { return None };
        if definition.bare || function.decorator_list.iter().all(is_transparent) {
            return None;
        }
        // The decorators stand in the module of the function.
        let environment = self.environment.replace(Default::default());
        let bound = std::mem::take(&mut self.bound);
        let file = std::mem::replace(&mut self.file, definition.file);
        let value = self.decorate(definition, function, span);
        self.environment = environment;
        self.bound = bound;
        self.file = file;
        value
    }

    fn decorate(
        &mut self,
        definition: Definition<'a>,
        function: &'a ast::StmtFunctionDef,
        span: Span,
    ) -> Option<Value<'a>> {
        let mut value = Value::Function(Definition { bare: true, ..definition });
        for decorator in function.decorator_list.iter().rev().filter(|decorator| !is_transparent(decorator)) {
            let maker = match self.decorator_function(called(&decorator.expression))? {
                Value::Function(maker) => maker,
                _ => return None,
            };
            let at = self.span(decorator);
            if !only_wraps(&maker) {
                let message = format!("`{}` does more than wrap the function, and Python runs it once", maker.name());
                self.report(
                    Diagnostic::new(Code::UnsupportedDecorator, at, message)
                        .help("let it define the wrapper and return it, and do nothing else"),
                );
                return Some(Value::Expr(Expr::invalid(span)));
            }
            let wrapped = self.apply(&decorator.expression, value, at);
            let changes = |part: &Type| matches!(part, Type::Cell(_)) || holds_mutable(part);
            if wrapped.ty.any(&changes) {
                let message = format!("the wrapper that `{}` makes keeps a state between calls", maker.name());
                self.report(
                    Diagnostic::new(Code::UnsupportedDecorator, at, message)
                        .help("keep the state in the predictor, and pass it on as an argument"),
                );
                return Some(Value::Expr(Expr::invalid(span)));
            }
            value = Value::Expr(wrapped);
        }
        Some(value)
    }

    fn decorator_function(&mut self, node: &'a ast::Expr) -> Option<Value<'a>> {
        let reported = self.tracer.output.diagnostics.len();
        let value = self.value(node, None);
        self.tracer.output.diagnostics.truncate(reported);
        matches!(value, Value::Function(_)).then_some(value)
    }

    /// `decorator(function)`.
    fn apply(&mut self, decorator: &'a ast::Expr, function: Value<'a>, span: Span) -> Expr {
        let decorator = self.value(decorator, None);
        let argument = Argument { keyword: None, value: function, span };
        self.call_value(decorator, vec![argument], span)
    }

    /// A function within a function with its decorators, which run where it is defined.
    pub(super) fn decorated_here(
        &mut self,
        definition: Definition<'a>,
        function: &'a ast::StmtFunctionDef,
        value: Value<'a>,
    ) -> Value<'a> {
        if let Some(name) = cache_name(&definition) {
            let span = self.span(&function.name);
            let (key, kept) = (self.element(&Type::Never, None, 0, span), self.element(&Type::Never, None, 1, span));
            let empty = Expr { kind: ExprKind::Dict(Vec::new()), ty: Type::Dict(key, kept), span };
            self.assign_name(&name, Value::Expr(empty), span);
        }
        let others = function.decorator_list.iter().rev().filter(|decorator| !is_transparent(decorator));
        others.fold(value, |value, decorator| {
            let span = self.span(decorator);
            Value::Expr(self.apply(&decorator.expression, value, span))
        })
    }

    /// A call of a function within a function that keeps its results.
    pub(super) fn remembered(&mut self, cache: Expr, arguments: Vec<Expr>, call: Expr, span: Span) -> Expr {
        if poisoned(&call.ty) {
            return call;
        }
        let ty = Type::tuple(arguments.iter().map(|argument| argument.ty.clone()));
        if !self.check_hashable(&ty, span) {
            return Expr::invalid(span);
        }
        let key = self.keep("key", Expr { kind: ExprKind::Tuple(arguments), ty, span });
        let Type::Dict(_, kept) = &cache.ty else { return Expr::invalid(span) };
        let ty = self.join(&kept.ty, &call.ty);
        let slot = self.temporary("result", &ty);
        let result = Expr { kind: ExprKind::Local(slot), ty: ty.clone(), span };
        let is_known = kept.ty != Type::Never;
        let known = self.in_block(|tracer| {
            if is_known {
                let value = tracer.item(cache.clone(), key.clone(), span);
                let value = tracer.convert(value, &ty);
                tracer.emit(StmtKind::Assign { target: slot, value }, span);
            }
        });
        let new = self.in_block(|tracer| {
            let value = tracer.convert(call, &ty);
            tracer.emit(StmtKind::Assign { target: slot, value }, span);
            tracer.store_item(cache.clone(), key.clone(), result.clone(), span);
        });
        let test = self.native("dict::contains", vec![cache, key], Type::Bool, span);
        self.emit(StmtKind::If { test, then: known, orelse: new }, span);
        result
    }

    /// Whether the results of this instance of a module's function are kept. Says so where they cannot be.
    pub(super) fn keeps_results(&mut self, definition: &Definition<'a>, parameters: &[Type]) -> bool {
        let Some(decorator) = cache_of(definition).filter(|_| !definition.nested) else { return false };
        let span = self.span(decorator);
        let unhashable = parameters.iter().find(|ty| !super::native::is_hashable(ty));
        let problem = if let Some(ty) = unhashable {
            Some((format!("an argument is a `{ty}`, which is not hashable"), "give tuples instead of lists"))
        } else if self.is_generator || !is_immutable(&self.result) {
            let ty = super::generator::result_type(self.is_generator, self.result.clone());
            Some((
                format!("the cache gives one and the same `{ty}` to all callers, also to later calls of the library"),
                "return a tuple or another immutable value, or leave the cache out",
            ))
        } else if let Some(other) = self.other_cached_call(definition, decorator, parameters) {
            let shown = |types: &[Type]| types.iter().map(|ty| format!("`{ty}`")).collect::<Vec<_>>().join(", ");
            let calls = format!("called with {} and with {}", shown(&other), shown(parameters));
            Some((
                format!(
                    "the cache gives equal arguments one result, whatever their types, and this function is {calls}"
                ),
                "convert the arguments to one type where the function is called, or write `lru_cache(typed=True)`",
            ))
        } else {
            None
        };
        if let Some((message, help)) = problem {
            self.report(Diagnostic::new(Code::UnsupportedDecorator, span, message).help(help));
            return false;
        }
        parameters.iter().all(is_key)
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// Notes a call of a function whose results are kept; an earlier one with arguments of other types that may be equal to
    /// these: `f(1)` and `f(1.0)`.
    fn other_cached_call(
        &mut self,
        definition: &Definition<'a>,
        decorator: &ast::Decorator,
        parameters: &[Type],
    ) -> Option<Vec<Type>> {
        if is_typed(decorator) {
            return None;
        }
        let calls = self.tracer.cached.entry(crate::syntax::span(definition.file, definition.range())).or_default();
        let may_be_equal = |other: &&Vec<Type>| {
            other[..] != *parameters
                && other.len() == parameters.len()
                && other.iter().zip(parameters).all(|(a, b)| super::compare::can_be_equal(a, b))
        };
        let found = calls.iter().find(may_be_equal).cloned();
        calls.push(parameters.to_vec());
        found
    }
}

/// `lru_cache(typed=True)`.
fn is_typed(decorator: &ast::Decorator) -> bool {
    let ast::Expr::Call(call) = &decorator.expression else { return false };
    let is_true = |node: &ast::Expr| matches!(node, ast::Expr::BooleanLiteral(literal) if literal.value);
    let typed = call.arguments.keywords.iter().find(|keyword| keyword.arg.as_deref() == Some("typed"));
    typed.map_or(call.arguments.args.get(1).is_some_and(is_true), |keyword| is_true(&keyword.value))
}

/// Whether a function value holds something that may be changed between its calls.
fn holds_mutable(ty: &Type) -> bool {
    match ty {
        Type::Callable(function) => {
            function.captures.iter().any(|(_, held)| !matches!(held, Type::Callable(_)) && !is_immutable(held))
        }
        _ => false,
    }
}

/// Whether all that a decorator does is to define functions and return one.
fn only_wraps(definition: &Definition) -> bool {
    let FunctionCode::Def(function) = definition.code else { return true };
    function.body.iter().all(|statement| match statement {
        ast::Stmt::FunctionDef(_) | ast::Stmt::Return(_) | ast::Stmt::Assign(_) | ast::Stmt::Pass(_) => true,
        ast::Stmt::Expr(node) => matches!(&*node.value, ast::Expr::StringLiteral(_)),
        _ => false,
    })
}
