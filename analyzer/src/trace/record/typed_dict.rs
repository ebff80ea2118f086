//! Typed dicts: dicts of known keys, each with a type of its own.
//!
//! Such an object is a dict of text to the union of what its keys hold; a key that is written out has its own type.
//! What a key holds is learned over the passes, as the fields of other classes are. Whether a key is there is asked when
//! the program runs, as Python does.

use rustpython_ast as ast;

use super::super::arguments::Argument;
use super::super::entries::text_of;
use super::super::expression::nearest;
use super::super::function::{FunctionTracer, bound_part, poisoned};
use super::super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind};
use crate::scope::classes::ClassDef;
use crate::source::Span;
use crate::syntax;
use crate::types::{Type, join_all};

impl<'a> FunctionTracer<'_, 'a> {
    /// The type of the dict that a typed dict is.
    pub(super) fn dict_type(&self, class: &ClassDef<'a>) -> Type {
        let fields = self.tracer.tables.fields(&class.name);
        Type::dict(Type::Str, join_all(fields.iter().map(|(_, ty)| ty)))
    }

    /// The dict that a typed dict is: the same object.
    pub(super) fn plain_dict(&mut self, value: Expr) -> Expr {
        let Some(ty) = self.plain_type(&value.ty) else { return value };
        let span = value.span;
        Expr { kind: ExprKind::Convert(Box::new(value)), ty, span }
    }

    /// The one typed dict among the types that a display may have.
    pub(in super::super) fn expected_typed_dict(&self, expected: Option<&Type>) -> Option<&'a ClassDef<'a>> {
        let mut dicts =
            expected?.members().iter().filter(|member| matches!(member, Type::Dict(..)) || member.is_typed_dict());
        match (dicts.next(), dicts.next()) {
            (Some(only), None) if only.is_typed_dict() => self.class_of_type(only),
            _ => None,
        }
    }

    /// The type that a parameter declares for a display, where that tells of which typed dict it is. The parameter is
    /// named, or known by its place.
    pub(in super::super) fn expected_display(
        &mut self,
        callee: &Value<'a>,
        node: &ast::Expr,
        parameter: Result<usize, &str>,
    ) -> Option<Type> {
        let is_display = matches!(
            node,
            ast::Expr::Dict(_)
                | ast::Expr::List(_)
                | ast::Expr::ListComp(_)
                | ast::Expr::Tuple(_)
                | ast::Expr::DictComp(_)
        );
        if !is_display {
            return None;
        }
        let declared = match callee {
            Value::Method(receiver, name) => match (&receiver.ty, &**name, parameter) {
                (Type::List(element), "append", Ok(0)) | (Type::List(element), "insert", Ok(1)) => element.ty.clone(),
                (Type::List(_), "extend", Ok(0)) => receiver.ty.clone(),
                (Type::Dict(_, value), "setdefault", Ok(1)) => value.ty.clone(),
                _ => return None,
            },
            Value::Function(definition) | Value::BoundMethod(_, definition) | Value::ClassMethod(_, definition) => {
                let skipped = usize::from(!matches!(callee, Value::Function(_)));
                let declared = definition.parameters()?;
                let mut all = declared.posonlyargs.iter().chain(&declared.args);
                let found = match parameter {
                    Ok(place) => all.nth(place + skipped)?,
                    Err(name) => all.chain(&declared.kwonlyargs).find(|parameter| parameter.name().as_str() == name)?,
                };
                let annotation = found.parameter.annotation.as_deref()?;
                self.in_module(definition.file, |tracer| tracer.quiet_annotation(annotation))?
            }
            Value::ProjectClass(class) => {
                let fields = self.tracer.classes.fields(class);
                let (owner, field) = match parameter {
                    Ok(place) => fields.into_iter().filter(|(_, field)| field.init && !field.kw_only).nth(place)?,
                    Err(name) => fields.into_iter().find(|(_, field)| field.name == name)?,
                };
                self.field_annotation(owner, field)?
            }
            _ => return None,
        };
        (declared.any(&Type::is_typed_dict) || self.is_declared(&declared)).then_some(declared)
    }

    /// `{"key": value}` where a typed dict is declared; `None` where a key is not written out.
    pub(in super::super) fn typed_display(&mut self, class: &'a ClassDef<'a>, node: &'a ast::ExprDict) -> Option<Expr> {
        let span = self.span(node);
        let key = |item: &'a ast::DictItem| item.key.as_ref()?.as_string_literal_expr();
        if !node.items.iter().all(|item| key(item).is_some()) {
            return self.spread_typed_display(class, node);
        }
        let mut entries = Vec::new();
        for item in &node.items {
            let text = key(item)?;
            let expected = self.key_annotation(class, text.value.to_str());
            let value = self.expression(&item.value, expected.as_ref());
            entries.push((text.value.to_str().to_owned(), self.span(text), value));
        }
        Some(self.typed_dict(class, entries, span))
    }

    /// `{**other, "key": value}`: built piece by piece.
    fn spread_typed_display(&mut self, class: &'a ClassDef<'a>, node: &'a ast::ExprDict) -> Option<Expr> {
        let span = self.span(node);
        let is_known = |item: &ast::DictItem| item.key.as_ref().is_none_or(ast::Expr::is_string_literal_expr);
        if !node.items.iter().all(is_known) {
            return None;
        }
        Some(self.with_setup(|tracer| {
            let dict = tracer.typed_dict(class, Vec::new(), span);
            let dict = tracer.keep("dict", dict);
            for item in &node.items {
                match item.key.as_ref().and_then(ast::Expr::as_string_literal_expr) {
                    Some(text) => {
                        let expected = tracer.key_annotation(class, text.value.to_str());
                        let value = tracer.expression(&item.value, expected.as_ref());
                        let key = tracer.string(text.value.to_str(), span);
                        tracer.store_item(dict.clone(), key, value, span);
                    }
                    None => {
                        let other = tracer.expression(&item.value, None);
                        let argument = Argument { keyword: None, span: other.span, value: Value::Expr(other) };
                        let call = tracer.typed_dict_method(dict.clone(), "update", vec![argument], span);
                        tracer.emit_call(call);
                    }
                }
            }
            dict
        }))
    }

    /// The type that the annotation of a key declares.
    fn key_annotation(&mut self, class: &'a ClassDef<'a>, key: &str) -> Option<Type> {
        let fields = self.tracer.classes.fields(class);
        let (owner, field) = fields.into_iter().find(|(_, field)| field.name == key)?;
        self.field_annotation(owner, field)
    }

    /// A new typed dict of these entries, in this order.
    fn typed_dict(&mut self, class: &'a ClassDef<'a>, entries: Vec<(String, Span, Expr)>, span: Span) -> Expr {
        let ty = self.tracer.make_class(class);
        self.declare_keys(class);
        if let Some((.., poison)) = entries.iter().find(|(.., value)| poisoned(&value.ty)) {
            return Expr { kind: ExprKind::Invalid, ty: poison.ty.clone(), span };
        }
        let mut fitted = Vec::new();
        for (key, at, value) in entries {
            let Some(value) = self.value_of_key(class, &key, value, at) else { return Expr::invalid(span) };
            fitted.push((self.string(&key, at), value));
        }
        let dict = self.dict_type(class);
        let Type::Dict(_, values) = &dict else { return Expr::invalid(span) };
        let pairs = fitted.into_iter().map(|(key, value)| (key, self.convert(value, &values.ty))).collect();
        let dict = Expr { kind: ExprKind::Dict(pairs), ty: dict, span };
        Expr { kind: ExprKind::Convert(Box::new(dict)), ty, span }
    }

    /// The keys that are declared come first, in their order.
    fn declare_keys(&mut self, class: &'a ClassDef<'a>) {
        for (_, field) in self.tracer.classes.fields(class) {
            self.tracer.tables.join_field(&class.name, field.name, &Type::Never);
        }
    }

    /// A value that is put under a key, at the type of what the key holds.
    fn value_of_key(&mut self, class: &'a ClassDef<'a>, key: &str, value: Expr, span: Span) -> Option<Expr> {
        if !self.is_key(class, key, span) {
            return None;
        }
        let (_, ty) = self.tables_join_field(class, key, &value);
        Some(self.convert(value, &ty))
    }

    /// Whether the class declares a key; where not, that is reported.
    fn is_key(&mut self, class: &'a ClassDef<'a>, key: &str, span: Span) -> bool {
        let fields = self.tracer.classes.fields(class);
        if fields.iter().any(|(_, field)| field.name == key) {
            return true;
        }
        let name = class.node.name.as_str();
        let diagnostic = Diagnostic::new(Code::UnknownAttribute, span, format!("`{name}` has no key `{key}`"))
            .label(syntax::span(class.file, &class.node.name), "the class is defined here");
        let diagnostic = match nearest(key, fields.iter().map(|(_, field)| field.name)) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic,
        };
        self.report(diagnostic);
        false
    }

    /// `Movie(title="…")`, `Movie({"title": "…"})`, `Movie(other)`.
    pub(super) fn typed_dict_call(
        &mut self,
        class: &'a ClassDef<'a>,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        let mut entries = Vec::new();
        let mut copied = None;
        for argument in arguments {
            let value = match argument.value {
                Value::Expr(value) => value,
                other => self.function_value(other, argument.span),
            };
            match (argument.keyword, entries_of(&value)) {
                (Some(key), _) => entries.push((key.to_owned(), argument.span, value)),
                (None, Some(written)) => entries.extend(written),
                (None, None) if copied.is_none() && entries.is_empty() => copied = Some(value),
                (None, None) => {
                    let message = "a typed dict is made of one dict, or of values by name";
                    return self.refuse(Diagnostic::new(Code::CallArguments, argument.span, message));
                }
            }
        }
        match copied {
            None => self.typed_dict(class, entries, span),
            Some(other) if entries.is_empty() && other.ty == Type::Record(class.record.clone()) => {
                self.typed_dict_method(other, "copy", Vec::new(), span)
            }
            Some(other) if poisoned(&other.ty) => Expr { kind: ExprKind::Invalid, ty: other.ty, span },
            Some(other) => {
                let name = class.node.name.as_str();
                let message = format!("a `{name}` is not made of a `{}`, whose keys are not known", other.ty);
                let diagnostic = Diagnostic::new(Code::ArgumentType, other.span, message);
                self.refuse(diagnostic.help("write the keys out"))
            }
        }
    }

    /// `value["key"]`: at the type of that key; a key that is computed may be any of them.
    pub(in super::super) fn typed_dict_item(&mut self, value: Expr, key: Expr, span: Span) -> Expr {
        let Some(class) = self.class_of_type(&value.ty) else { return Expr::invalid(span) };
        let known = text_of(&key);
        if let Some(name) = &known
            && !self.is_key(class, name, key.span)
        {
            return Expr::invalid(span);
        }
        let dict = self.plain_dict(value);
        let key = self.literal_base(key);
        let item = self.item(dict, key, span);
        match known {
            Some(name) => self.at_key(class, &name, item),
            None => item,
        }
    }

    /// A value of the dict, known to be that of a key.
    fn at_key(&mut self, class: &'a ClassDef<'a>, key: &str, item: Expr) -> Expr {
        let ty = self.key_type(class, key);
        let span = item.span;
        match ty {
            Type::Never => Expr { kind: ExprKind::Invalid, ty: Type::Never, span },
            ty if ty == item.ty || poisoned(&item.ty) => item,
            ty => Expr { kind: ExprKind::Convert(Box::new(item)), ty, span },
        }
    }

    fn key_type(&self, class: &ClassDef<'a>, key: &str) -> Type {
        self.tracer.tables.field(&class.name, key).map_or(Type::Never, |(_, ty)| bound_part(&ty))
    }

    /// Setting and deleting items.
    pub(in super::super) fn typed_dict_item_method(
        &mut self,
        value: &Expr,
        method: &str,
        arguments: &[Expr],
        span: Span,
    ) -> Option<Expr> {
        let class = self.class_of_type(&value.ty)?;
        match (method, arguments) {
            ("__setitem__", [key, item]) => {
                let Some(name) = text_of(key) else {
                    let message = format!("a key of a `{}` must be written out to be set", class.node.name.as_str());
                    let diagnostic = Diagnostic::new(Code::ConstantRequired, key.span, message);
                    return Some(self.refuse(diagnostic.help("use a `dict[str, …]` where keys are computed")));
                };
                self.declare_keys(class);
                let Some(item) = self.value_of_key(class, &name, item.clone(), key.span) else {
                    return Some(Expr::invalid(span));
                };
                let key = self.string(&name, key.span);
                Some(self.dict_method(value.clone(), method, vec![key, item], span))
            }
            _ => Some(self.dict_method(value.clone(), method, arguments.to_vec(), span)),
        }
    }

    /// A method of the dict that a typed dict is; what is put in has a place among its values.
    fn dict_method(&mut self, value: Expr, method: &str, arguments: Vec<Expr>, span: Span) -> Expr {
        let dict = self.plain_dict(value);
        let Type::Dict(_, values) = dict.ty.clone() else { return Expr::invalid(span) };
        let fit = |(place, argument): (usize, Expr)| {
            let argument = if place > 0 { self.convert(argument, &values.ty) } else { argument };
            Argument { keyword: None, span: argument.span, value: Value::Expr(argument) }
        };
        let arguments = arguments.into_iter().enumerate().map(fit).collect();
        self.call_method(dict, method, arguments, span)
    }

    /// A method of a typed dict.
    pub(super) fn typed_dict_method(
        &mut self,
        value: Expr,
        name: &str,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        let Some(class) = self.class_of_type(&value.ty) else { return Expr::invalid(span) };
        let ty = value.ty.clone();
        if name == "copy" && arguments.is_empty() {
            let copy = self.dict_method(value, name, Vec::new(), span);
            return Expr { kind: ExprKind::Convert(Box::new(copy)), ty, span };
        }
        if name == "update" {
            return self.typed_dict_update(class, value, arguments, span);
        }
        let given: Option<Vec<Expr>> = arguments
            .iter()
            .map(|argument| match (&argument.keyword, &argument.value) {
                (None, Value::Expr(value)) => Some(value.clone()),
                _ => None,
            })
            .collect();
        let known = given.as_ref().and_then(|given| text_of(given.first()?));
        let (Some(given), Some(key)) = (given, known) else {
            let dict = self.plain_dict(value);
            return match name {
                "setdefault" | "__setitem__" | "__ior__" => {
                    let message = format!("a key of a `{}` must be written out to be set", class.node.name.as_str());
                    self.refuse(Diagnostic::new(Code::ConstantRequired, span, message))
                }
                _ => self.call_method(dict, name, arguments, span),
            };
        };
        match (name, &given[..]) {
            ("get" | "pop", [key_value]) | ("get" | "pop", [key_value, _]) => {
                if !self.is_key(class, &key, key_value.span) {
                    return Expr::invalid(span);
                }
                self.taken_key(class, value, name, &key, given.get(1).cloned(), span)
            }
            ("setdefault", [key_value, default]) => {
                let Some(default) = self.value_of_key(class, &key, default.clone(), key_value.span) else {
                    return Expr::invalid(span);
                };
                let item = self.dict_method(value, name, vec![key_value.clone(), default], span);
                self.at_key(class, &key, item)
            }
            ("__setitem__" | "__delitem__", _) => {
                self.typed_dict_item_method(&value, name, &given, span).unwrap_or_else(|| Expr::invalid(span))
            }
            ("__getitem__", [key]) => self.typed_dict_item(value, key.clone(), span),
            _ => {
                let dict = self.plain_dict(value);
                self.call_method(dict, name, arguments, span)
            }
        }
    }

    /// `get` and `pop`: what the key holds, or the default.
    fn taken_key(
        &mut self,
        class: &'a ClassDef<'a>,
        value: Expr,
        name: &str,
        key: &str,
        default: Option<Expr>,
        span: Span,
    ) -> Expr {
        let default = match (name, default) {
            ("pop", None) => {
                let key_value = self.string(key, span);
                let item = self.dict_method(value, name, vec![key_value], span);
                return self.at_key(class, key, item);
            }
            (_, default) => default.unwrap_or_else(|| Expr::constant(Constant::None, span)),
        };
        if poisoned(&default.ty) {
            return Expr { kind: ExprKind::Invalid, ty: default.ty, span };
        }
        self.with_setup(|tracer| {
            let value = tracer.keep("dict", value);
            let default = tracer.keep("default", default);
            let key_value = tracer.string(key, span);
            let dict = tracer.plain_dict(value.clone());
            let found = tracer.compare_values(ast::CmpOp::In, key_value.clone(), dict, span);
            let method = if name == "pop" { "pop" } else { "__getitem__" };
            let item = tracer.dict_method(value, method, vec![key_value], span);
            let item = tracer.at_key(class, key, item);
            if item.ty == Type::Never {
                return default;
            }
            tracer.choice(found, item, default, span)
        })
    }

    /// `value.update({"key": …}, other=…)`, `value.update(other)`.
    fn typed_dict_update(
        &mut self,
        class: &'a ClassDef<'a>,
        value: Expr,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        self.with_setup(|tracer| {
            let dict = tracer.keep("dict", value);
            for argument in arguments {
                let Value::Expr(given) = argument.value else { return Expr::invalid(span) };
                if poisoned(&given.ty) {
                    return Expr::invalid(span);
                }
                match (argument.keyword, entries_of(&given)) {
                    (Some(key), _) => {
                        let key = tracer.string(key, argument.span);
                        tracer.store_item(dict.clone(), key, given, span);
                    }
                    (None, Some(entries)) => {
                        // All values are evaluated before the first is put in.
                        let kept: Vec<(String, Expr)> =
                            entries.into_iter().map(|(key, _, value)| (key, tracer.keep("value", value))).collect();
                        for (key, value) in kept {
                            let key = tracer.string(&key, argument.span);
                            tracer.store_item(dict.clone(), key, value, span);
                        }
                    }
                    (None, None) if given.ty == dict.ty => {
                        let other = tracer.plain_dict(given);
                        let this = tracer.plain_dict(dict.clone());
                        let argument = Argument { keyword: None, span, value: Value::Expr(other) };
                        let call = tracer.call_method(this, "update", vec![argument], span);
                        tracer.emit_call(call);
                    }
                    (None, None) => {
                        let name = class.node.name.as_str();
                        let message =
                            format!("a `{name}` is not updated by a `{}`, whose keys are not known", given.ty);
                        let diagnostic = Diagnostic::new(Code::ArgumentType, given.span, message);
                        return tracer.refuse(diagnostic.help("set the keys one by one"));
                    }
                }
            }
            Expr::constant(Constant::None, span)
        })
    }
}

/// The keys and values of a dict display with constant keys.
fn entries_of(value: &Expr) -> Option<Vec<(String, Span, Expr)>> {
    let ExprKind::Dict(pairs) = &value.kind else { return None };
    pairs.iter().map(|(key, value)| Some((text_of(key)?, key.span, unwidened(value)))).collect()
}

/// A value of a display as it was before it became one of a union.
fn unwidened(value: &Expr) -> Expr {
    match &value.kind {
        ExprKind::Convert(inner) if value.ty.is_union() => unwidened(inner),
        _ => value.clone(),
    }
}
