//! Functions that read names of the functions around them, and functions as values.
//!
//! A function that is called where it is defined is given what it reads as more arguments. One that is kept, returned or
//! passed on holds what it reads: it becomes a value of a type of its own, [`CallableType`]. Python reads those names when
//! the function is called, not when it is made. Where that could make a difference, since the name is bound again, the
//! name is *shared*: a cell holds its value for all of them. Which names are shared is learned over passes, as types are.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustpython_ast as ast;
use rustpython_ast::visitor::{Visitor, walk_expr, walk_stmt};

use super::arguments::Argument;
use super::environment::{Binding, Environment};
use super::function::{FunctionTracer, poisoned};
use super::value::{Code as FunctionCode, Definition, Value};
use crate::catalog::{Signature, StubType, constant};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, NativeArgument, Stmt, StmtKind};
use crate::source::Span;
use crate::types::{CallableType, Element, Type};

/// What a function sees of the functions around it.
#[derive(Clone, Default)]
pub(super) struct Around<'a> {
    /// Functions, classes and modules.
    pub statics: Environment<'a>,
    /// Values, by the names it reads them by; then the defaults that Python evaluates where the function is defined.
    pub captured: Vec<(String, Expr)>,
}

/// What the type of a function value stands for.
#[derive(Clone)]
pub(super) struct Callee<'a> {
    pub value: Value<'a>,
    statics: Environment<'a>,
}

/// A comprehension that is being traced: a scope of its own.
pub(super) struct ComprehensionScope<'a> {
    pub span: Span,
    /// The names that its `for`s bind.
    pub names: BTreeSet<&'a str>,
    /// What is to run before it: makes the cells of its shared names.
    pub setup: Vec<Stmt>,
}

impl<'a> FunctionTracer<'_, 'a> {
    /// What a function sees around it. `escapes`: it is called later than here.
    pub(super) fn around(&mut self, definition: &Definition<'a>, escapes: bool, span: Span) -> Around<'a> {
        let mut around = Around::default();
        if !definition.nested {
            return around;
        }
        for name in self.free_names(definition) {
            match self.lookup(name).cloned() {
                Some(Binding::Static(value @ (Value::Method(..) | Value::BoundMethod(..)))) => {
                    around.captured.extend(self.reify(value, span).map(|value| (name.to_owned(), value)));
                }
                Some(Binding::Static(value @ Value::Keywords(..))) => {
                    if let Value::Keywords(parameter, keywords) = &value {
                        for keyword in keywords.iter() {
                            let held = super::arguments::keyword_name(parameter, keyword);
                            let value = self.capture(&held, escapes, span);
                            around.captured.extend(value.map(|value| (held, value)));
                        }
                    }
                    around.statics.set(name, Binding::Static(value));
                }
                Some(Binding::Static(value)) => around.statics.set(name, Binding::Static(value)),
                _ => around.captured.extend(self.capture(name, escapes, span).map(|value| (name.to_owned(), value))),
            }
        }
        if let Some(name) = super::decorator::cache_name(definition) {
            around.captured.extend(self.capture(&name, false, span).map(|cache| (name, cache)));
        }
        for (name, node) in computed_defaults(definition) {
            let held = default_name(name);
            let known = self.capture(&held, false, span);
            let value = known.unwrap_or_else(|| self.expression(node, None));
            around.captured.push((held, value));
        }
        around
    }

    /// A value that a function within this one reads; `None` where the name holds none.
    pub(super) fn capture(&mut self, name: &str, escapes: bool, span: Span) -> Option<Expr> {
        match self.lookup(name).cloned() {
            Some(Binding::Cell { slot, content, .. }) => {
                Some(Expr { kind: ExprKind::Local(slot), ty: Type::Cell(content), span })
            }
            Some(Binding::Local { slot, declared, view }) => {
                if escapes {
                    self.share(name);
                }
                if view.members().contains(&Type::Unbound) && !self.free.contains(name) {
                    // Whether it was assigned is known when it is read.
                    self.tracer.tables.share(self.definition, name);
                }
                Some(self.local(slot, &declared, &view, span))
            }
            None if escapes && self.bound.contains(name) => {
                self.tracer.tables.share(self.definition, name);
                None
            }
            _ => None,
        }
    }

    /// A name is read by code that runs later: it is shared from the next pass on, if it may be bound again until then.
    pub(super) fn share(&mut self, name: &str) {
        if let Some(scope) = self.comprehensions.iter().rev().find(|scope| scope.names.contains(name)) {
            self.tracer.tables.share(scope.span, name);
        } else if self.free.contains(name) {
            self.tracer.tables.escape(self.definition, name);
        } else if self.rebound.contains(name) && !self.leaving {
            self.tracer.tables.share(self.definition, name);
        }
    }

    /// A read of a variable in the body of a generator expression that is iterated later.
    pub(super) fn share_late(&mut self, name: &str) {
        let Some(start) = self.late else { return };
        if !self.comprehensions[start..].iter().any(|scope| scope.names.contains(name)) {
            self.share(name);
        }
    }

    /// A function as a value; `None` where it can be none.
    pub(super) fn reify(&mut self, value: Value<'a>, span: Span) -> Option<Expr> {
        let (mut key, name, around) = match &value {
            Value::Function(definition) => {
                let around = self.around(definition, true, span);
                let place = self.tracer.project.label(definition.file, definition.range());
                (place, definition.name().to_owned(), around)
            }
            Value::Native(module, name) => (format!("{module}.{name}"), name.to_string(), Around::default()),
            Value::Class(class) => (format!("class {class}"), class.to_string(), Around::default()),
            Value::ProjectClass(class) => {
                (format!("class {}", class.name), class.node.name.to_string(), Around::default())
            }
            Value::Unbound(class, name) => (format!("{class}.{name}"), name.to_string(), Around::default()),
            Value::ExceptionClass(_) => (value.identity(self.tracer.project), value.describe(), Around::default()),
            Value::BoundMethod(receiver, definition) => {
                let captured = vec![("self".to_owned(), (**receiver).clone())];
                let place = self.tracer.project.label(definition.file, definition.range());
                let key = format!("method {place}");
                (key, definition.name().to_owned(), Around { captured, ..Default::default() })
            }
            Value::Method(receiver, name) => {
                let captured = vec![("self".to_owned(), (**receiver).clone())];
                (format!("method {name}"), name.to_string(), Around { captured, ..Default::default() })
            }
            _ => return None,
        };
        for (name, binding) in around.statics.names() {
            if let Binding::Static(value) = binding {
                key.push_str(&format!(" {name}={}", value.identity(self.tracer.project)));
            }
        }
        Some(self.function_type(key, &name, value, around.captured, around.statics, span))
    }

    /// A function value that holds the captured values.
    fn function_type(
        &mut self,
        key: String,
        name: &str,
        value: Value<'a>,
        captured: Vec<(String, Expr)>,
        statics: Environment<'a>,
        span: Span,
    ) -> Expr {
        if let Some((_, poison)) = captured.iter().find(|(_, value)| poisoned(&value.ty)) {
            return Expr { kind: ExprKind::Invalid, ty: poison.ty.clone(), span };
        }
        let key: Arc<str> = key.into();
        let captures = captured.iter().map(|(name, value)| (name.as_str().into(), value.ty.clone()));
        let ty = CallableType { key: key.clone(), name: name.into(), captures: captures.collect() };
        self.tracer.callees.insert(key, Callee { value, statics });
        let held = captured.into_iter().map(|(_, value)| value).collect();
        Expr { kind: ExprKind::Tuple(held), ty: Type::Callable(Arc::new(ty)), span }
    }

    /// `functools.partial(function, *arguments, **keywords)`.
    pub(super) fn partial(&mut self, mut arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        if arguments.first().is_none_or(|first| first.keyword.is_some()) {
            let message = "type 'partial' takes at least one argument";
            return self.refuse(Diagnostic::new(Code::CallArguments, span, message));
        }
        let function = arguments.remove(0);
        let mut captured = Vec::new();
        let identity = match &function.value {
            Value::Function(definition) if !definition.nested => function.value.identity(self.tracer.project),
            Value::Native(..) | Value::Class(_) | Value::Unbound(..) => function.value.describe(),
            _ => String::new(),
        };
        let function = if identity.is_empty() {
            let held = match function.value {
                Value::Expr(value) => value,
                other => self.function_value(other, function.span),
            };
            captured.push(("function".to_owned(), held));
            None
        } else {
            Some(Box::new(function.value))
        };
        let keywords: Arc<[Option<&'a str>]> = arguments.iter().map(|argument| argument.keyword).collect();
        for (index, argument) in arguments.into_iter().enumerate() {
            let held = match argument.value {
                Value::Expr(value) => value,
                other => self.function_value(other, argument.span),
            };
            let ty = held.ty.widened();
            captured.push((index.to_string(), self.convert(held, &ty)));
        }
        let key = format!("partial {identity} {keywords:?}");
        self.function_type(key, "partial", Value::Partial(function, keywords), captured, Environment::default(), span)
    }

    /// A call of a `functools.partial`: its own arguments first; a keyword of the call goes before one of its own.
    fn call_partial(
        &mut self,
        function: Option<Box<Value<'a>>>,
        keywords: &[Option<&'a str>],
        captured: Vec<(String, Expr)>,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        let mut held = captured.into_iter().map(|(_, value)| value);
        let function = function.map_or_else(|| held.next().map(Value::Expr), |function| Some(*function));
        let Some(function) = function else { return Expr::invalid(span) };
        let own = keywords.iter().zip(held).map(|(keyword, value)| Argument {
            keyword: *keyword,
            value: Value::Expr(value),
            span,
        });
        let (own_named, own): (Vec<_>, Vec<_>) = own.partition(|argument| argument.keyword.is_some());
        let is_given = |name: Option<&str>| arguments.iter().any(|argument| argument.keyword == name);
        let own_named: Vec<_> = own_named.into_iter().filter(|argument| !is_given(argument.keyword)).collect();
        let all: Vec<Argument> = own.into_iter().chain(arguments).chain(own_named).collect();
        match self.special_call(&function, &all, span) {
            Some(value) => value,
            None => self.call_value(function, all, span),
        }
    }

    /// A call of a function value.
    pub(super) fn call_callable(
        &mut self,
        function: Expr,
        callable: &CallableType,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        let Some(callee) = self.tracer.callees.get(&callable.key).cloned() else { return Expr::invalid(span) };
        self.with_setup(|tracer| {
            let function = tracer.keep("function", function);
            let held = callable.captures.iter().enumerate().map(|(index, (name, ty))| {
                let kind = ExprKind::Member { tuple: Box::new(function.clone()), index };
                (name.to_string(), Expr { kind, ty: ty.clone(), span })
            });
            let mut captured: Vec<(String, Expr)> = held.collect();
            match callee.value {
                Value::Function(definition) => {
                    let around = Around { statics: callee.statics, captured };
                    tracer.call_function(definition, Some(around), arguments, span)
                }
                Value::Partial(function, keywords) => {
                    tracer.call_partial(function, &keywords, captured, arguments, span)
                }
                Value::BoundMethod(_, definition) => {
                    let receiver = captured.remove(0).1;
                    tracer.call_value(Value::BoundMethod(Box::new(receiver), definition), arguments, span)
                }
                Value::Method(_, name) => tracer.call_method(captured.remove(0).1, &name, arguments, span),
                other => match tracer.special_call(&other, &arguments, span) {
                    Some(value) => value,
                    None => tracer.call_value(other, arguments, span),
                },
            }
        })
    }

    /// The value of a name that stands for a function in an environment: what a join or a loop puts into a variable.
    pub(super) fn static_value(
        &mut self,
        environment: &Environment<'a>,
        value: &Value<'a>,
        span: Span,
    ) -> Option<Expr> {
        let outer = self.environment.replace(environment.clone());
        let value = self.reify(value.clone(), span);
        self.environment = outer;
        value
    }

    /// A `**` parameter is what the call gives it, by name; where the function does more with it than hand it on, a dict.
    pub(super) fn bind_keywords(&mut self, definition: &Definition<'a>) {
        let Some(parameter) = definition.parameters().and_then(|parameters| parameters.kwarg.as_deref()) else {
            return;
        };
        let name = parameter.name.as_str();
        let span = crate::syntax::span(definition.file, parameter);
        if is_only_handed_on(definition, name) {
            return;
        }
        if let Some(Binding::Static(value @ Value::Keywords(..))) = self.lookup(name).cloned() {
            let dict = self.keywords_as_dict(&value, span);
            if let Some(environment) = &mut self.environment {
                environment.remove(name);
            }
            self.assign_name(name, Value::Expr(dict), span);
        }
    }

    fn keywords_as_dict(&mut self, keywords: &Value<'a>, span: Span) -> Expr {
        let Value::Keywords(parameter, names) = keywords else { return Expr::invalid(span) };
        let mut values = Vec::new();
        for name in names.iter() {
            match self.name_value(&super::arguments::keyword_name(parameter, name), span) {
                Value::Expr(value) => values.push(value),
                _ => return Expr::invalid(span),
            }
        }
        let keys: Vec<Expr> = names.iter().map(|name| Expr::constant(Constant::Str((*name).into()), span)).collect();
        let keys = self.elements(keys, None, 0, span);
        let values = self.elements(values, None, 1, span);
        let (Some((key, keys)), Some((value, values))) = (keys, values) else { return Expr::invalid(span) };
        let pairs = keys.into_iter().zip(values).collect();
        Expr { kind: ExprKind::Dict(pairs), ty: Type::Dict(key, value), span }
    }

    /// Gives each shared name of the function its cell.
    pub(super) fn make_cells(&mut self, definition: &Definition<'a>) {
        let span = self.definition;
        let at = Span { end: span.start, ..span };
        self.rebound_within = names_rebound_within(definition);
        let own: BTreeSet<&'a str> = self.bound.iter().copied().chain(parameter_names(definition)).collect();
        for name in own {
            if !self.rebound_within.contains(name) && !self.tracer.tables.is_shared(span, name) {
                continue;
            }
            match self.lookup(name).cloned() {
                Some(Binding::Local { slot, declared, view }) => {
                    let value = self.local(slot, &declared, &view, at);
                    self.make_cell(name, Some(value), at);
                }
                Some(_) => {}
                None => self.make_cell(name, None, at),
            }
        }
    }

    /// The cell of a name, with the value it has.
    pub(super) fn make_cell(&mut self, name: &str, value: Option<Expr>, span: Span) {
        let content = self.tracer.tables.cell(self.instance, span, name);
        let ty = match &value {
            Some(value) => self.tracer.tables.join_site(content, &value.ty.widened()),
            None => self.tracer.tables.join_site(content, &Type::Never),
        };
        let content = Element::at(ty.clone(), content);
        let cell_type = Type::Cell(content.clone());
        let cell = match value {
            Some(value) => {
                let value = self.convert(value, &ty);
                self.native_call("closure::of", vec![NativeArgument::Value(value)], cell_type.clone(), span)
            }
            None => self.native_call("closure::empty", Vec::new(), cell_type.clone(), span),
        };
        let slot = self.temporary(name, &cell_type);
        self.emit(StmtKind::Assign { target: slot, value: cell }, span);
        self.bind(name, Binding::Cell { slot, content, view: ty, is_free: false });
    }

    /// A name that a comprehension binds to a variable: to a cell, where a function made in it holds the name.
    pub(super) fn share_target(&mut self, name: &str, variable: Expr) {
        let index = self.comprehensions.iter().rposition(|scope| scope.names.contains(name));
        let Some(index) = index else { return };
        let scope = self.comprehensions[index].span;
        if !self.tracer.tables.is_shared(scope, name) || poisoned(&variable.ty) {
            return;
        }
        let made = self.in_block(|tracer| tracer.make_cell(name, None, Span { end: scope.start, ..scope }));
        self.comprehensions[index].setup.extend(made);
        let span = variable.span;
        self.assign_cell(name, variable, span);
    }

    /// `name = value` of a shared name.
    pub(super) fn assign_cell(&mut self, name: &str, value: Expr, span: Span) {
        let binding = self.lookup(name).cloned();
        let Some(Binding::Cell { slot, content, is_free, .. }) = binding else { return };
        let view = value.ty.widened();
        if poisoned(&view) {
            return self.emit(StmtKind::Evaluate(value), span);
        }
        self.unify_sites(&view, &content.ty);
        let ty = match content.site {
            Some(site) => self.tracer.tables.join_site(site, &view),
            None => content.ty.clone(),
        };
        let value = self.convert(value, &ty);
        let cell = Expr { kind: ExprKind::Local(slot), ty: Type::Cell(content.clone()), span };
        let arguments = vec![NativeArgument::Reference(cell), NativeArgument::Value(value)];
        let set = self.native_call("closure::set", arguments, Type::None, span);
        self.emit(StmtKind::Evaluate(set), span);
        self.bind(name, Binding::Cell { slot, content, view, is_free });
    }

    /// `del name` of a shared name; false for any other.
    pub(super) fn clear_cell(&mut self, name: &str, span: Span) -> bool {
        let binding = self.lookup(name).cloned();
        let Some(Binding::Cell { slot, content, is_free, .. }) = binding else { return false };
        let cell = Expr { kind: ExprKind::Local(slot), ty: Type::Cell(content.clone()), span };
        let cleared = self.native("closure::clear", vec![cell], Type::None, span);
        self.emit(StmtKind::Evaluate(cleared), span);
        let view = content.ty.clone();
        self.bind(name, Binding::Cell { slot, content, view, is_free });
        true
    }

    /// A read of a shared name.
    pub(super) fn read_cell(&mut self, name: &str, binding: &Binding<'a>, span: Span) -> Expr {
        let Binding::Cell { slot, content, view, is_free } = binding else { return Expr::invalid(span) };
        if poisoned(&content.ty) {
            return Expr { kind: ExprKind::Invalid, ty: content.ty.clone(), span };
        }
        let cell = Expr { kind: ExprKind::Local(*slot), ty: Type::Cell(content.clone()), span };
        let name = Expr::constant(Constant::Str(name.into()), span);
        let path = if *is_free { "closure::get_free" } else { "closure::get" };
        let arguments = vec![NativeArgument::Reference(cell), NativeArgument::Reference(name)];
        let read = self.raising_native(path, arguments, content.ty.clone(), span);
        if *view == content.ty || *view == Type::Never {
            return read;
        }
        Expr { kind: ExprKind::Convert(Box::new(read)), ty: view.clone(), span }
    }

    /// Other functions may run here, and assign shared names: what was known of them is known no more.
    pub(super) fn forget_shared(&mut self) {
        let elsewhere = &self.rebound_within;
        if let Some(environment) = &mut self.environment {
            environment.widen_cells(&|name, is_free| is_free || elsewhere.contains(name));
        }
    }

    /// Functions that a runtime operator is given as values, `functions.append(f)`, unless it calls them itself.
    pub(super) fn functions_as_values(
        &mut self,
        overloads: &[Signature],
        arguments: Vec<Argument<'a>>,
    ) -> Vec<Argument<'a>> {
        let calls = |signature: &Signature| {
            signature.parameters.iter().any(|parameter| matches!(parameter.declared, StubType::Callable(..)))
        };
        if overloads.iter().any(calls) {
            return arguments;
        }
        let as_value = |argument: Argument<'a>| match argument.value {
            value @ (Value::Function(_) | Value::Method(..) | Value::BoundMethod(..) | Value::Unbound(..)) => {
                let value = Value::Expr(self.function_value(value, argument.span));
                Argument { value, ..argument }
            }
            _ => argument,
        };
        arguments.into_iter().map(as_value).collect()
    }

    /// Refuses what a name holds where a value is needed.
    pub(super) fn function_value(&mut self, value: Value<'a>, span: Span) -> Expr {
        let described = value.describe();
        match self.reify(value, span) {
            Some(value) => value,
            None => {
                let message = format!("{described} cannot be used as a value here");
                self.refuse(Diagnostic::new(Code::UnsupportedExpression, span, message))
            }
        }
    }
}

/// Whether all that a function does with its `**` parameter is to write it as `**name` in calls.
fn is_only_handed_on(definition: &Definition, name: &str) -> bool {
    struct Uses<'n> {
        name: &'n str,
        other: bool,
    }
    impl<'a> Visitor<'a> for Uses<'_> {
        fn visit_keyword(&mut self, keyword: &'a ast::Keyword) {
            let is_handed_on = keyword.arg.is_none()
                && matches!(&keyword.value, ast::Expr::Name(name) if name.id.as_str() == self.name);
            if !is_handed_on {
                rustpython_ast::visitor::walk_keyword(self, keyword);
            }
        }

        fn visit_expr(&mut self, expression: &'a ast::Expr) {
            self.other |= matches!(expression, ast::Expr::Name(name) if name.id.as_str() == self.name);
            walk_expr(self, expression);
        }
    }
    let mut uses = Uses { name, other: false };
    match definition.code {
        FunctionCode::Def(function) => function.body.iter().for_each(|statement| uses.visit_stmt(statement)),
        FunctionCode::Lambda(lambda) => uses.visit_expr(&lambda.body),
        FunctionCode::Value(_) => {}
    }
    !uses.other
}

/// The parameters whose defaults are computed where the function is defined.
pub(super) fn computed_defaults<'a>(definition: &Definition<'a>) -> Vec<(&'a str, &'a ast::Expr)> {
    let (true, Some(parameters)) = (definition.nested, definition.parameters()) else { return Vec::new() };
    let all = parameters.posonlyargs.iter().chain(&parameters.args).chain(&parameters.kwonlyargs);
    let defaults = all.filter_map(|parameter| Some((parameter.name().as_str(), parameter.default.as_deref()?)));
    defaults.filter(|(_, node)| constant(node).is_none()).collect()
}

/// The name that the default of a parameter is held by: no Python name is like it.
pub(super) fn default_name(parameter: &str) -> String {
    format!("{parameter}=")
}

fn parameter_names<'a>(definition: &Definition<'a>) -> Vec<&'a str> {
    let Some(parameters) = definition.parameters() else { return Vec::new() };
    let all = parameters.posonlyargs.iter().chain(&parameters.args).chain(&parameters.kwonlyargs);
    let named = all.map(|parameter| parameter.name().as_str());
    let rest = [&parameters.vararg, &parameters.kwarg].into_iter().flatten();
    named.chain(rest.map(|parameter| parameter.name.as_str())).collect()
}

/// The names that are `nonlocal` in a function itself.
pub(super) fn nonlocal_names<'a>(definition: &Definition<'a>) -> BTreeSet<&'a str> {
    let mut search = Nonlocals { names: BTreeSet::new(), within: false };
    if let FunctionCode::Def(function) = definition.code {
        function.body.iter().for_each(|statement| search.visit_stmt(statement));
    }
    search.names
}

/// The names that functions within a function declare `nonlocal`, and those that generator expressions bind by `:=`.
fn names_rebound_within<'a>(definition: &Definition<'a>) -> BTreeSet<&'a str> {
    let mut search = Nonlocals { names: BTreeSet::new(), within: true };
    let mut generators = InGenerators { names: BTreeSet::new() };
    if let FunctionCode::Def(function) = definition.code {
        function.body.iter().for_each(|statement| search.visit_stmt(statement));
        function.body.iter().for_each(|statement| generators.visit_stmt(statement));
    }
    search.names.extend(generators.names);
    search.names
}

/// What generator expressions bind: their code runs when they are asked for items.
struct InGenerators<'a> {
    names: BTreeSet<&'a str>,
}

impl<'a> Visitor<'a> for InGenerators<'a> {
    fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
        if !matches!(statement, ast::Stmt::FunctionDef(_) | ast::Stmt::ClassDef(_)) {
            walk_stmt(self, statement);
        }
    }

    fn visit_expr(&mut self, expression: &'a ast::Expr) {
        match expression {
            ast::Expr::Generator(_) => self.names.extend(crate::scope::walrus_names([expression])),
            ast::Expr::Lambda(_) => {}
            _ => rustpython_ast::visitor::walk_expr(self, expression),
        }
    }
}

struct Nonlocals<'a> {
    names: BTreeSet<&'a str>,
    /// Whether those of inner functions are wanted, not those of the function itself.
    within: bool,
}

impl<'a> Visitor<'a> for Nonlocals<'a> {
    fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
        match statement {
            ast::Stmt::FunctionDef(function) if self.within => {
                let mut inner = Nonlocals { names: BTreeSet::new(), within: false };
                function.body.iter().for_each(|statement| inner.visit_stmt(statement));
                self.names.extend(inner.names);
                walk_stmt(self, statement);
            }
            ast::Stmt::FunctionDef(_) | ast::Stmt::ClassDef(_) => {}
            ast::Stmt::Nonlocal(node) if !self.within => {
                self.names.extend(node.names.iter().map(|name| name.as_str()));
            }
            _ => walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, _: &'a ast::Expr) {}
}

/// The names that a function may bind more than once: at two places, or in a loop.
pub(super) fn rebound_names<'a>(definition: &Definition<'a>) -> BTreeSet<&'a str> {
    let FunctionCode::Def(function) = definition.code else { return BTreeSet::new() };
    let mut counter = Bindings { once: BTreeSet::new(), again: BTreeSet::new(), in_loop: false };
    parameter_names(definition).into_iter().for_each(|name| counter.bind(name));
    function.body.iter().for_each(|statement| counter.visit_stmt(statement));
    counter.again
}

struct Bindings<'a> {
    once: BTreeSet<&'a str>,
    again: BTreeSet<&'a str>,
    in_loop: bool,
}

impl<'a> Bindings<'a> {
    fn bind(&mut self, name: &'a str) {
        if self.in_loop || !self.once.insert(name) {
            self.again.insert(name);
        }
    }
}

impl<'a> Visitor<'a> for Bindings<'a> {
    fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
        let outer = self.in_loop;
        self.in_loop |= matches!(statement, ast::Stmt::For(_) | ast::Stmt::While(_));
        match statement {
            ast::Stmt::For(_) | ast::Stmt::While(_) | ast::Stmt::If(_) | ast::Stmt::With(_) | ast::Stmt::Match(_) => {
                walk_stmt(self, statement);
            }
            ast::Stmt::Try(node) => {
                for ast::ExceptHandler::ExceptHandler(handler) in &node.handlers {
                    // Bound, and taken away behind the handler.
                    if let Some(name) = &handler.name {
                        self.bind(name.as_str());
                        self.bind(name.as_str());
                    }
                }
                walk_stmt(self, statement);
            }
            ast::Stmt::FunctionDef(function) => self.bind(function.name.as_str()),
            ast::Stmt::Import(_) | ast::Stmt::ImportFrom(_) | ast::Stmt::ClassDef(_) => {}
            ast::Stmt::Delete(_) => {
                walk_stmt(self, statement);
            }
            _ => walk_stmt(self, statement),
        }
        self.in_loop = outer;
    }

    fn visit_expr(&mut self, expression: &'a ast::Expr) {
        match expression {
            ast::Expr::Name(name) if name.ctx != ast::ExprContext::Load => self.bind(name.id.as_str()),
            ast::Expr::ListComp(_) | ast::Expr::SetComp(_) | ast::Expr::DictComp(_) | ast::Expr::Generator(_) => {
                // Their targets are their own; a walrus in one binds here, and as often as they run.
                for name in walrus_names(expression) {
                    self.bind(name);
                    self.bind(name);
                }
            }
            ast::Expr::Lambda(_) => {}
            _ => walk_expr(self, expression),
        }
    }

    fn visit_pattern(&mut self, pattern: &'a ast::Pattern) {
        match pattern {
            ast::Pattern::MatchAs(node) => node.name.iter().for_each(|name| self.bind(name.as_str())),
            ast::Pattern::MatchStar(node) => node.name.iter().for_each(|name| self.bind(name.as_str())),
            ast::Pattern::MatchMapping(node) => node.rest.iter().for_each(|name| self.bind(name.as_str())),
            _ => {}
        }
        rustpython_ast::visitor::walk_pattern(self, pattern);
    }
}

fn walrus_names(expression: &ast::Expr) -> Vec<&str> {
    struct Walrus<'a>(Vec<&'a str>);
    impl<'a> Visitor<'a> for Walrus<'a> {
        fn visit_expr(&mut self, expression: &'a ast::Expr) {
            if let ast::Expr::Named(named) = expression
                && let ast::Expr::Name(name) = &*named.target
            {
                self.0.push(name.id.as_str());
            }
            walk_expr(self, expression);
        }
    }
    let mut walrus = Walrus(Vec::new());
    walrus.visit_expr(expression);
    walrus.0
}
