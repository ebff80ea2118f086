//! Calls that are no ordinary calls: what the built-in function does depends on more than a stub can say.

use rustpython_ast as ast;

use super::arguments::Argument;
use super::function::{FunctionTracer, poison_of, poisoned};
use super::optional::Use;
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::ir::{Constant, Conversion, Expr, ExprKind, FormatPart, NativeArgument};
use crate::source::Span;
use crate::types::Type;

impl<'a> FunctionTracer<'_, 'a> {
    /// What a call of an intrinsic gives; `None` where the callee is none.
    pub(super) fn intrinsic(
        &mut self,
        callee: &Value<'a>,
        node: &'a ast::ExprCall,
        expected: Option<&Type>,
    ) -> Option<Value<'a>> {
        let span = self.span(node);
        let plain = node.arguments.keywords.is_empty()
            && !node.arguments.args.iter().any(|argument| matches!(argument, ast::Expr::Starred(_)));
        let arguments = &node.arguments.args[..];
        let value = match callee {
            Value::Native(module, name) if &**module == "builtins" => match (&**name, arguments) {
                ("reveal_type", [argument]) if plain => self.reveal_type(argument, span),
                ("isinstance", _) => self.isinstance_condition(node).test,
                ("super", []) if plain => return Some(self.super_value(span)),
                ("type", [argument]) if plain => return Some(self.type_of(argument, span)),
                ("hash", [argument]) if plain => self.hash_of(argument, span),
                ("len", [argument]) if plain => self.dunder_of(argument, "len", "__len__", span),
                ("abs", [argument]) if plain => self.dunder_of(argument, "abs", "__abs__", span),
                ("round", [argument]) if plain => self.dunder_of(argument, "round", "__round__", span),
                ("round", [argument, digits]) if plain => {
                    let value = self.expression(argument, None);
                    let digits = self.expression(digits, None);
                    self.round_to(value, digits, span)
                }
                ("callable", [argument]) if plain => {
                    let callable = match self.value(argument, None) {
                        Value::Expr(value) if poisoned(&value.ty) => return Some(Value::Expr(Expr::invalid(span))),
                        Value::Expr(_) | Value::Module(_) => false,
                        _ => true,
                    };
                    Expr::constant(Constant::Bool(callable), span)
                }
                ("type", _) => {
                    let message = "a class as a value is known only where it is compared or asked for its name";
                    let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
                    self.refuse(diagnostic.help("write `isinstance(x, C)`, `type(x) is C` or `type(x).__name__`"))
                }
                ("repr", [argument]) if plain => self.text_of(argument, Conversion::Repr, span),
                ("ascii", [argument]) if plain => self.text_of(argument, Conversion::Ascii, span),
                ("format", [argument, spec]) if plain => self.format_call(argument, Some(spec), span),
                ("format", [argument]) if plain => self.format_call(argument, None, span),
                _ => return None,
            },
            Value::Native(module, name) if &**module == "json" && &**name == "loads" => self.json_loads(node, expected),
            Value::Class(class) => match (&**class, arguments) {
                ("builtins.str", [argument]) if plain => self.text_of(argument, Conversion::Str, span),
                ("builtins.bool", [argument]) if plain => self.condition(argument).test,
                ("builtins.tuple", [argument]) if plain => self.tuple_call(argument, span)?,
                ("builtins.int", []) if plain => Expr::constant(Constant::Int(0), span),
                ("builtins.float", []) if plain => Expr::constant(Constant::Float(0.0), span),
                ("builtins.bool", []) if plain => Expr::constant(Constant::Bool(false), span),
                ("builtins.tuple", []) if plain => self.tuple(&[], expected, span),
                ("builtins.frozenset", []) if plain => {
                    let items = self.set(&[], None, span);
                    let items = Argument { keyword: None, span, value: Value::Expr(items) };
                    self.call_value(Value::Class("builtins.frozenset".into()), vec![items], span)
                }
                ("builtins.list", []) if plain => self.list(&[], expected, span),
                ("builtins.set", []) if plain => self.set(&[], expected, span),
                ("builtins.dict", []) if !plain => self.dict_call(node)?,
                ("builtins.dict", []) => {
                    let (key, value) =
                        (self.element(&Type::Never, None, 0, span), self.element(&Type::Never, None, 1, span));
                    Expr { kind: ExprKind::Dict(Vec::new()), ty: Type::Dict(key, value), span }
                }
                _ => return None,
            },
            Value::Method(receiver, name) => match (&receiver.ty, &**name) {
                (Type::Session(_) | Type::Instance(_), "run") if is_session(&receiver.ty) => {
                    self.session_run((**receiver).clone(), node)
                }
                (ty, method) if super::estimator::has_method(ty, method) => {
                    self.estimator_call((**receiver).clone(), method, node)
                }
                _ => return None,
            },
            Value::Known(module, name) if matches!(&**module, "typing" | "typing_extensions") => {
                match (&**name, arguments) {
                    ("reveal_type", [argument]) if plain => self.reveal_type(argument, span),
                    ("cast", [_, value]) if plain => self.expression(value, None),
                    // Type checkers have proved that nothing comes here.
                    ("assert_never", [value]) if plain => {
                        self.expression(value, None);
                        self.raise_expression("AssertionError", "Expected code to be unreachable", span)
                    }
                    _ => return None,
                }
            }
            _ => return None,
        };
        Some(Value::Expr(value))
    }

    /// An intrinsic of one value, called by another function: `key=len`, `map(str, items)`.
    pub(super) fn intrinsic_of_value(&mut self, name: &str, arguments: &[Argument<'a>], span: Span) -> Option<Expr> {
        let [Argument { keyword: None, value: Value::Expr(value), .. }] = arguments else { return None };
        let value = value.clone();
        Some(match name {
            "len" => self.dunder_value(value, "len", "__len__", span),
            "abs" => self.dunder_value(value, "abs", "__abs__", span),
            "round" => self.dunder_value(value, "round", "__round__", span),
            "repr" => self.text_of_value(value, Conversion::Repr, span),
            "ascii" => self.text_of_value(value, Conversion::Ascii, span),
            "builtins.str" => self.text_of_value(value, Conversion::Str, span),
            "builtins.bool" => self.truth(value),
            _ => return None,
        })
    }

    /// Whether a name means a built-in function here.
    pub(super) fn is_builtin(&mut self, node: &'a ast::Expr, builtin: &str) -> bool {
        match node {
            ast::Expr::Name(name) if name.id.as_str() == builtin => {
                let shadowed = self.lookup(builtin).is_some();
                !shadowed
                    && !self.bound.contains(builtin)
                    && !self.tracer.scope(self.file).symbols.contains_key(builtin)
            }
            _ => false,
        }
    }

    /// `reveal_type(x)` tells the type of `x`, as type checkers do.
    fn reveal_type(&mut self, node: &'a ast::Expr, span: Span) -> Expr {
        let value = self.expression(node, None);
        let message = format!("revealed: {}", value.ty);
        let mut diagnostic = Diagnostic::new(Code::RevealedType, span, message);
        diagnostic.severity = Severity::Note;
        self.report(diagnostic);
        value
    }

    /// A built-in function that calls a method of its argument.
    fn dunder_of(&mut self, node: &'a ast::Expr, function: &str, method: &str, span: Span) -> Expr {
        let value = self.expression(node, None);
        self.dunder_value(value, function, method, span)
    }

    fn round_to(&mut self, value: Expr, digits: Expr, span: Span) -> Expr {
        if let Some(poison) = poison_of([&value, &digits], span) {
            return poison;
        }
        if digits.ty == Type::None {
            return self.dunder_value(value, "round", "__round__", span);
        }
        if value.ty.is_union() {
            return self.with_setup(|tracer| {
                let value = tracer.keep("value", value);
                let digits = tracer.keep("digits", digits);
                tracer.for_each_member(value, &mut |tracer, member| tracer.round_to(member, digits.clone(), span))
            });
        }
        let described = value.ty.clone();
        self.try_method(&value, "__round__", &[digits], span).unwrap_or_else(|| {
            let message = format!("`round` does not take a `{described}`");
            self.refuse(Diagnostic::new(Code::ArgumentType, span, message))
        })
    }

    pub(super) fn dunder_value(&mut self, value: Expr, function: &str, method: &str, span: Span) -> Expr {
        if let Some(poison) = poison_of([&value], span) {
            return poison;
        }
        if value.ty.is_flag() && method == "__len__" && !self.has_dunder(&value.ty, &["__len__"]) {
            return self.native("flag::len", vec![value], Type::Int, span);
        }
        let value =
            if method == "__len__" && !self.has_dunder(&value.ty, &["__len__"]) { self.plain(value) } else { value };
        if let (Type::Tuple(members), "__len__") = (&value.ty, method) {
            let length = Expr::constant(Constant::Int(members.len() as i64), span);
            return self.with_setup(|tracer| {
                tracer.keep("tuple", value);
                length
            });
        }
        if let (ExprKind::Native(view), "__len__") = (&value.kind, method)
            && view.path.starts_with("dict::iterate_")
            && let [NativeArgument::Reference(dict)] = &view.arguments[..]
        {
            return self.dunder_value(dict.clone(), function, method, span);
        }
        if value.ty.is_union() {
            let value = if method == "__len__" { self.present(value, Use::Length, span) } else { value };
            return self
                .for_each_member(value, &mut |tracer, member| tracer.dunder_value(member, function, method, span));
        }
        match self.try_method(&value, method, &[], span) {
            Some(result) => result,
            None => {
                let message = format!("`{function}` does not take a `{}`", value.ty);
                let mut diagnostic = Diagnostic::new(Code::ArgumentType, value.span, message);
                if value.ty == Type::None {
                    diagnostic = diagnostic.help("test for `None` first: `if value is not None:`");
                }
                self.refuse(diagnostic)
            }
        }
    }

    fn text_of(&mut self, node: &'a ast::Expr, conversion: Conversion, span: Span) -> Expr {
        let value = self.expression(node, None);
        self.text_of_value(value, conversion, span)
    }

    pub(super) fn text_of_value(&mut self, value: Expr, conversion: Conversion, span: Span) -> Expr {
        if let Some(poison) = poison_of([&value], span) {
            return poison;
        }
        if conversion == Conversion::Str && value.ty == Type::Str {
            return value;
        }
        if let Some(text) = self.record_text(&value, conversion, span) {
            return text;
        }
        let base = value.ty.widened();
        let value = self.convert(value, &base);
        let value = self.shown(value);
        if let Some(poison) = poison_of([&value], span) {
            return poison;
        }
        let path = match conversion {
            Conversion::Str => "object::str",
            Conversion::Repr => "object::repr",
            Conversion::Ascii => "object::ascii",
        };
        self.native(path, vec![value], Type::Str, span)
    }

    fn format_call(&mut self, node: &'a ast::Expr, spec: Option<&'a ast::Expr>, span: Span) -> Expr {
        let value = self.expression(node, None);
        let value = self.shown(value);
        let spec = spec.map(|spec| self.expression(spec, None));
        if let Some(poison) = poison_of(std::iter::once(&value).chain(&spec), span) {
            return poison;
        }
        if let Some(spec) = &spec
            && spec.ty != Type::Str
        {
            let message = format!("format() argument 2 must be str, not `{}`", spec.ty);
            return self.refuse(Diagnostic::new(Code::ArgumentType, spec.span, message));
        }
        self.formatted(vec![FormatPart::Value { value, conversion: None, spec }], span)
    }

    /// `tuple(x)` of a tuple of fixed length is that tuple; anything else makes one of unknown length.
    fn tuple_call(&mut self, node: &'a ast::Expr, span: Span) -> Option<Expr> {
        let value = self.expression(node, None);
        let value = self.plain_sequence(value);
        if let Type::Tuple(_) = value.ty {
            return Some(value);
        }
        let argument = Argument { keyword: None, span: value.span, value: Value::Expr(value) };
        Some(self.call_value(Value::Class("builtins.tuple".into()), vec![argument], span))
    }

    /// `dict(a=1, b=2)`.
    fn dict_call(&mut self, node: &'a ast::ExprCall) -> Option<Expr> {
        let span = self.span(node);
        if !node.arguments.args.is_empty() {
            return None;
        }
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        for keyword in &node.arguments.keywords {
            let name = keyword.arg.as_ref()?;
            keys.push(self.string(name.as_str(), span));
            values.push(self.expression(&keyword.value, None));
        }
        let (key, keys) = self.elements(keys, None, 0, span)?;
        let Some((value, values)) = self.elements(values, None, 1, span) else { return Some(Expr::invalid(span)) };
        Some(Expr { kind: ExprKind::Dict(keys.into_iter().zip(values).collect()), ty: Type::Dict(key, value), span })
    }
}

/// Whether a type is that of a model, its signature known or not.
pub(super) fn is_session(ty: &Type) -> bool {
    match ty {
        Type::Session(session) => session.estimator.is_none(),
        Type::Instance(class) => &**class == "onnxruntime.InferenceSession",
        _ => false,
    }
}
