//! Calls: of the program's functions, of catalog functions, methods and classes.

use rustpython_ast as ast;

use super::arguments::{Argument, Matched, default_of, match_arguments, out_of_order, shapes_of};
use super::environment::{Binding, Environment};
use super::function::{CallFrame, FunctionTracer, poisoned};
use super::value::{Code as FunctionCode, Definition, Value};
use crate::catalog::catalog;
use crate::diagnostics::{Code, Diagnostic, Label};
use crate::ir::{Constant, Expr, ExprKind};
use crate::scope::loaded_names;
use crate::source::Span;
use crate::types::Type;

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn call(&mut self, node: &'a ast::ExprCall, expected: Option<&Type>) -> Value<'a> {
        let span = self.span(node);
        let callee = self.value(&node.func, None);
        if let Some(value) = self.intrinsic(&callee, node, expected) {
            return value;
        }
        let Some(arguments) = self.arguments(&node.arguments) else { return Value::Expr(Expr::invalid(span)) };
        if let Some(value) = self.special_call(&callee, &arguments, span) {
            return Value::Expr(value);
        }
        Value::Expr(self.call_value(callee, arguments, span))
    }

    /// Calls that call functions given to them, and forms that the stubs know under names of their own.
    fn special_call(&mut self, callee: &Value<'a>, arguments: &[Argument<'a>], span: Span) -> Option<Expr> {
        match callee {
            Value::Native(module, name) if &**module == "builtins" => {
                if let Some(value) = self.iteration_call(name, arguments, span) {
                    return Some(value);
                }
                let strict = arguments.iter().position(|argument| argument.keyword == Some("strict"))?;
                let (Value::Expr(value), "zip") = (&arguments[strict].value, &**name) else { return None };
                let mut rest = arguments.to_vec();
                rest.remove(strict);
                let name = match super::arguments::constant_of(value)? {
                    Constant::Bool(true) => "_zip_strict",
                    _ => "zip",
                };
                Some(self.call_value(Value::Native(module.clone(), name.into()), rest, span))
            }
            Value::Method(receiver, name) if &**name == "sort" && matches!(receiver.ty, Type::List(_)) => {
                self.sort_by_key((**receiver).clone(), arguments, span)
            }
            _ => None,
        }
    }

    pub(super) fn call_value(&mut self, callee: Value<'a>, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        match callee {
            Value::Function(definition) => self.call_function(definition, arguments, span),
            Value::Native(module, name) => {
                let overloads = catalog().module(&module).and_then(|module| module.functions.get(&name));
                match overloads {
                    Some(overloads) => self.call_native(&name, overloads, arguments, span),
                    None => match self.intrinsic_of_value(&name, &arguments, span) {
                        Some(value) => value,
                        None => self.not_callable(&Value::Native(module, name), span),
                    },
                }
            }
            Value::Method(receiver, name) => self.call_method(*receiver, &name, arguments, span),
            Value::Class(class) => match self.intrinsic_of_value(&class, &arguments, span) {
                Some(value) => value,
                None => self.construct(&class, arguments, span),
            },
            Value::ExceptionClass(class) => self.exception_with(class, arguments, span),
            Value::Expr(expr) if poisoned(&expr.ty) => Expr::invalid(span),
            other => self.not_callable(&other, span),
        }
    }

    fn not_callable(&mut self, value: &Value<'a>, span: Span) -> Expr {
        let message = format!("{} cannot be called in compiled code", value.describe());
        self.refuse(Diagnostic::new(Code::NotCallable, span, message))
    }

    pub(super) fn call_method(&mut self, receiver: Expr, name: &str, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        if receiver.ty.is_union() {
            return self.with_setup(|tracer| {
                let receiver = tracer.keep("receiver", receiver);
                let arguments: Vec<Argument> =
                    arguments.into_iter().map(|argument| tracer.keep_argument(argument)).collect();
                tracer.for_each_member(receiver, &mut |tracer, member| {
                    tracer.call_method(member, name, arguments.clone(), span)
                })
            });
        }
        let class = super::native::class_of(&receiver.ty);
        let Some(overloads) = class.as_deref().and_then(|class| catalog().method(class, name)) else {
            let diagnostic = self.unknown_attribute(&receiver.ty, name, span);
            return self.refuse(diagnostic);
        };
        let receiver = Argument { keyword: None, span: receiver.span, value: Value::Expr(receiver) };
        let arguments = std::iter::once(receiver).chain(arguments).collect();
        self.call_native(name, overloads, arguments, span)
    }

    /// A call of a catalog class.
    fn construct(&mut self, class: &str, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        if catalog().derives(class, "builtins.BaseException") {
            return self.new_exception(class, arguments, span);
        }
        let short = class.rsplit('.').next().unwrap_or(class);
        if arguments.is_empty()
            && let Some(empty) = self.empty_of(class, span)
        {
            return empty;
        }
        match catalog().method(class, "__new__") {
            Some(overloads) => {
                let made = self.call_native(short, overloads, arguments.clone(), span);
                self.container_at_site(made, overloads, &arguments, span)
            }
            None => {
                let message = format!("`{short}` cannot be made in compiled code");
                let diagnostic = Diagnostic::new(Code::UnknownAttribute, span, message);
                self.refuse(
                    diagnostic.help(format!("make the `{short}` at module level: it is captured into the library")),
                )
            }
        }
    }

    /// A call of a function of the project: traced for the types of the arguments.
    fn call_function(&mut self, definition: Definition<'a>, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        let shapes = shapes_of(definition.parameters());
        if let FunctionCode::Def(function) = definition.code {
            self.tracer.check_decorators(definition.file, function);
        }
        if let Some(unsupported) = self.unsupported_parameters(&definition) {
            return self.refuse(unsupported);
        }
        let matched = match match_arguments(&shapes, &arguments) {
            Ok(matched) => matched,
            Err(mismatch) => {
                let message = format!("{}() {}", definition.name(), mismatch.message);
                let place = crate::syntax::span(definition.file, definition.range());
                let place = Span { end: place.start + 3, ..place };
                let diagnostic = Diagnostic::new(Code::CallArguments, mismatch.span.unwrap_or(span), message);
                return self.refuse(diagnostic.label(place, "the function is defined here"));
            }
        };
        self.with_setup(|tracer| tracer.call_matched(definition, &shapes, matched, span))
    }

    fn call_matched(
        &mut self,
        definition: Definition<'a>,
        shapes: &[super::arguments::ParameterShape],
        matched: Vec<Matched<'a>>,
        span: Span,
    ) -> Expr {
        let keep = out_of_order(&matched);
        let mut values: Vec<(&'a str, Expr)> = Vec::new();
        let mut statics = self.visible_statics(&definition);
        let mut ordered: Vec<(u32, usize, Matched<'a>)> = matched
            .into_iter()
            .enumerate()
            .map(|(index, matched)| match &matched {
                Matched::One(argument) => (argument.span.start, index, matched),
                _ => (u32::MAX, index, matched),
            })
            .collect();
        if keep {
            ordered.sort_by_key(|(start, ..)| *start);
        }
        let mut by_parameter: Vec<Option<Expr>> = vec![None; shapes.len()];
        for (_, index, matched) in ordered {
            let name = shapes[index].name;
            let value = match matched {
                Matched::One(argument) => argument.value,
                _ => self.default_value_of(&definition, name, span),
            };
            match value {
                Value::Expr(value) => {
                    let value = if value.ty.is_union() || !matches!(value.ty, Type::Literal(_)) {
                        value
                    } else {
                        let base = value.ty.widened();
                        self.convert(value, &base)
                    };
                    by_parameter[index] = Some(if keep { self.keep(name, value) } else { value });
                }
                Value::Function(function) => match self.passed_on(function, span) {
                    Some(function) => statics.set(name, Binding::Static(Value::Function(function))),
                    None => return Expr::invalid(span),
                },
                Value::Method(receiver, method) => {
                    let message = format!("the method `{method}` of `{}` cannot be passed on yet", receiver.ty);
                    let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
                    return self
                        .refuse(diagnostic.help(format!("write a loop or a comprehension that calls `.{method}(…)`")));
                }
                other => statics.set(name, Binding::Static(other)),
            }
        }
        let names: Vec<&'a str> = shapes_of(definition.parameters()).iter().map(|shape| shape.name).collect();
        for (name, value) in names.into_iter().zip(by_parameter) {
            values.extend(value.map(|value| (name, value)));
        }
        values.extend(self.closed_over(&definition, span));
        if let Some(poison) = values.iter().find(|(_, value)| poisoned(&value.ty)) {
            return Expr { kind: ExprKind::Invalid, ty: poison.1.ty.clone(), span };
        }
        let parameters = values.iter().map(|(name, value)| (*name, closed_sites(&value.ty))).collect();
        let reported = self.tracer.output.diagnostics.len();
        let (function, ty) = self.tracer.instance(definition, CallFrame { parameters, statics }, span);
        self.label_call(reported, &definition, span);
        let arguments = values.into_iter().map(|(_, value)| value).collect();
        Expr { kind: ExprKind::Call { function, arguments }, ty, span }
    }

    /// Errors within a function say from where it was called with these types.
    fn label_call(&mut self, reported: usize, definition: &Definition, span: Span) {
        for diagnostic in &mut self.tracer.output.diagnostics[reported..] {
            if diagnostic.labels.len() < 3 {
                let message = format!("`{}` is called from here", definition.name());
                diagnostic.labels.push(Label { span, message });
            }
        }
    }

    /// A function as an argument of another. It is called where the names around it are others, so it may read none of
    /// the function that it stands in.
    fn passed_on(&mut self, function: Definition<'a>, span: Span) -> Option<Definition<'a>> {
        if !function.nested {
            return Some(function);
        }
        let around = self.environment.clone().unwrap_or_default();
        let read = self.free_names(&function).into_iter().find(|name| around.get(name).is_some());
        let Some(name) = read else { return Some(Definition { nested: false, ..function }) };
        let message =
            format!("`{}` reads `{name}` of the function around it, and so cannot be passed on yet", function.name());
        let place = crate::syntax::span(function.file, function.range());
        let place = Span { end: place.end.min(place.start + 6), ..place };
        let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message).label(place, "it is defined here");
        self.report(diagnostic.help("give what it reads as a parameter, or write a comprehension"));
        None
    }

    fn unsupported_parameters(&self, definition: &Definition<'a>) -> Option<Diagnostic> {
        if let FunctionCode::Def(function) = definition.code
            && function.is_async
        {
            let span = crate::syntax::span(definition.file, &function.name);
            let diagnostic =
                Diagnostic::new(Code::UnsupportedStatement, span, "an `async` function cannot be compiled");
            return Some(diagnostic.help("write an ordinary function"));
        }
        let parameters = definition.parameters()?;
        let parameter = parameters.vararg.as_deref().or(parameters.kwarg.as_deref())?;
        let span = crate::syntax::span(definition.file, parameter);
        let message = format!("`{}` takes any number of arguments, which cannot be compiled yet", definition.name());
        Some(Diagnostic::new(Code::UnsupportedExpression, span, message).help("name the parameters one by one"))
    }

    /// The default of a parameter: evaluated once in Python, so it must be a constant here.
    fn default_value_of(&mut self, definition: &Definition<'a>, name: &str, call: Span) -> Value<'a> {
        let Some(node) = default_of(definition.parameters(), name) else { return Value::Expr(Expr::invalid(call)) };
        let span = crate::syntax::span(definition.file, node);
        if let Some(constant) = crate::catalog::constant(node) {
            return Value::Expr(Expr::constant(constant, span));
        }
        let value = match node {
            ast::Expr::Name(name) => self.tracer.global_value(definition.file, name.id.as_str(), span),
            _ => Value::Expr(Expr::invalid(span)),
        };
        if let Value::Expr(expr) = &value
            && poisoned(&expr.ty)
        {
            let message = "this default is no constant, and Python evaluates it when the module is run";
            let diagnostic = Diagnostic::new(Code::UnsupportedDefault, span, message);
            self.report(
                diagnostic.help("use `None` as the default and make the value in the function, or a module-level name"),
            );
        }
        value
    }

    /// The functions, classes and modules that a nested function sees in the function around it.
    fn visible_statics(&self, definition: &Definition<'a>) -> Environment<'a> {
        let mut statics = Environment::default();
        if let (true, Some(around)) = (definition.nested, &self.environment) {
            for (name, binding) in around.names() {
                if let Binding::Static(_) = binding {
                    statics.set(name, binding.clone());
                }
            }
        }
        statics
    }

    /// The values that a nested function reads of the function around it: what those names hold at the call.
    fn closed_over(&mut self, definition: &Definition<'a>, span: Span) -> Vec<(&'a str, Expr)> {
        if !definition.nested {
            return Vec::new();
        }
        let own: Vec<&str> = shapes_of(definition.parameters()).iter().map(|shape| shape.name).collect();
        let names = self.free_names(definition);
        let mut values = Vec::new();
        for name in names {
            let is_local = matches!(
                self.environment.as_ref().and_then(|environment| environment.get(name)),
                Some(Binding::Local { .. })
            );
            if is_local && !own.contains(&name) {
                let Some(Binding::Local { slot, declared, view }) =
                    self.environment.as_ref().and_then(|environment| environment.get(name)).cloned()
                else {
                    continue;
                };
                values.push((name, self.local(slot, &declared, &view, span)));
            }
        }
        values
    }

    /// The names that a nested function, and the nested functions it may call, read from around them.
    fn free_names(&self, definition: &Definition<'a>) -> Vec<&'a str> {
        let mut names: std::collections::BTreeSet<&'a str> = Default::default();
        let mut work = vec![*definition];
        let mut seen = vec![definition.range()];
        while let Some(definition) = work.pop() {
            let (read, bound) = match definition.code {
                FunctionCode::Def(function) => {
                    (loaded_names(&function.body, &[]), crate::scope::assigned_names(&function.body))
                }
                FunctionCode::Lambda(lambda) => (loaded_names([], &[&lambda.body]), Default::default()),
            };
            let own: Vec<&str> = shapes_of(definition.parameters()).iter().map(|shape| shape.name).collect();
            for name in read {
                if bound.contains(name) || own.contains(&name) {
                    continue;
                }
                let binding = self.environment.as_ref().and_then(|environment| environment.get(name));
                if let Some(Binding::Static(Value::Function(inner))) = binding
                    && inner.nested
                    && !seen.contains(&inner.range())
                {
                    seen.push(inner.range());
                    work.push(*inner);
                }
                names.insert(name);
            }
        }
        names.into_iter().collect()
    }
}

/// The type without sites, but for containers that nothing was put in yet: what a function puts in those decides
/// what they hold.
fn closed_sites(ty: &Type) -> Type {
    use crate::types::Element;
    let closed = ty.map_elements(&mut |element, _| match element.ty {
        Type::Never => element.clone(),
        _ => Element::of(closed_sites(&element.ty)),
    });
    closed.unwrap_or_else(|| ty.map_parts(&mut closed_sites))
}
