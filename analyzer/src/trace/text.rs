//! Values as text: `print`, `str.format`, `template % values`, and what has no text.

use super::arguments::Argument;
use super::function::{FunctionTracer, poison_of, poisoned};
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Conversion, Expr, ExprKind, FormatPart, NativeArgument};
use crate::source::Span;
use crate::types::Type;

impl<'a> FunctionTracer<'_, 'a> {
    /// `template.substitute(mapping, name=value, …)`: the names take the place of those of the mapping.
    pub(super) fn substitute_named(
        &mut self,
        template: Expr,
        method: &str,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        self.with_setup(|tracer| {
            let template = tracer.keep("template", template);
            let mut parts = Vec::new();
            for (place, argument) in arguments.into_iter().enumerate() {
                let value = match argument.value {
                    Value::Expr(value) => value,
                    other => tracer.function_value(other, argument.span),
                };
                if poisoned(&value.ty) {
                    return Expr::invalid(span);
                }
                if argument.keyword.is_none() && place > 0 {
                    let message = "Template.substitute() takes one mapping";
                    return tracer.refuse(Diagnostic::new(Code::CallArguments, argument.span, message));
                }
                parts.push((argument.keyword, tracer.keep("value", value)));
            }
            let empty = ExprKind::Dict(Vec::new());
            let (key, value) = (tracer.element(&Type::Str, None, 0, span), tracer.element(&Type::Str, None, 1, span));
            let values = tracer.keep("values", Expr { kind: empty, ty: Type::Dict(key, value), span });
            for (name, value) in parts {
                let is_put = match name {
                    None => tracer.put_in(&values, "update", &[value], span),
                    Some(name) => {
                        let text = tracer.text_of_value(value, Conversion::Str, span);
                        let name = tracer.string(name, span);
                        tracer.put_in(&values, "__setitem__", &[name, text], span)
                    }
                };
                if !is_put {
                    return Expr::invalid(span);
                }
            }
            let values = Argument { keyword: None, span, value: Value::Expr(values) };
            tracer.call_method(template, method, vec![values], span)
        })
    }

    /// A value that is about to become text. A view of a dict shows what it holds; an iterator would show where it lies in
    /// memory, and is refused.
    pub(super) fn shown(&mut self, value: Expr) -> Expr {
        if !value.ty.members().iter().any(|member| matches!(member, Type::Iterator(_))) {
            return value;
        }
        if let ExprKind::Native(call) = &value.kind
            && let Some(view) = call.path.strip_prefix("dict::iterate_")
        {
            let (mut call, path) = (call.clone(), format!("dict::{view}"));
            call.path = path.into();
            let ty = Type::Instance(format!("builtins.dict_{view}").into());
            return Expr { kind: ExprKind::Native(call), ty, span: value.span };
        }
        let message = format!("the text of `{}` is an address, which differs in every run", value.ty);
        let diagnostic = Diagnostic::new(Code::UnsupportedExpression, value.span, message);
        self.refuse(diagnostic.help("show its items: `list(…)`"))
    }

    /// `print(…)`: one text, put together as an f-string is.
    pub(super) fn print(&mut self, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        let (mut values, mut sep, mut end, mut flush, mut file) = (Vec::new(), None, None, None, None);
        let mut is_error = false;
        self.with_setup(|tracer| {
            for argument in arguments {
                if let (Some("file"), Value::Known(module, name)) = (argument.keyword, &argument.value)
                    && &**module == "sys"
                {
                    is_error = &**name == "stderr";
                    continue;
                }
                let Value::Expr(value) = argument.value.clone() else {
                    let message = format!("`print` does not show {}", argument.value.describe());
                    return tracer.refuse(Diagnostic::new(Code::ArgumentType, argument.span, message));
                };
                if let Some(poison) = poison_of([&value], span) {
                    return poison;
                }
                // All arguments are evaluated before the first is turned into text.
                let is_view = matches!(value.ty, Type::Iterator(_));
                let value = if is_view { value } else { tracer.keep("printed", value) };
                match argument.keyword {
                    None => values.push(tracer.shown(value)),
                    Some("sep") => sep = Some(value),
                    Some("end") => end = Some(value),
                    Some("flush") => flush = Some(tracer.truth(value)),
                    Some("file") if value.ty == Type::None => {}
                    Some("file") if is_text_buffer(&value.ty) => file = Some(value),
                    Some(name) => {
                        let message = format!("`print` does not take this `{name}` in compiled code");
                        let diagnostic = Diagnostic::new(Code::CallArguments, argument.span, message);
                        return tracer.refuse(diagnostic.help("leave it out, or write `file=sys.stderr`"));
                    }
                }
            }
            let separator = |tracer: &mut Self, given: Option<Expr>, default: &str| match given {
                Some(value) if value.ty == Type::Str => FormatPart::Value { value, conversion: None, spec: None },
                Some(value) if value.ty != Type::None => {
                    let message = format!("`print` takes `str` or `None` for `sep` and `end`, not `{}`", value.ty);
                    let value = tracer.refuse(Diagnostic::new(Code::ArgumentType, value.span, message));
                    FormatPart::Value { value, conversion: None, spec: None }
                }
                _ => FormatPart::Text(default.to_owned()),
            };
            let (sep, end) = (separator(tracer, sep, " "), separator(tracer, end, "\n"));
            let mut parts = Vec::new();
            for (place, value) in values.into_iter().enumerate() {
                if place > 0 {
                    parts.push(sep.clone());
                }
                parts.push(FormatPart::Value { value, conversion: None, spec: None });
            }
            parts.push(end);
            let text = tracer.formatted(parts, span);
            if poisoned(&text.ty) {
                return text;
            }
            if let Some(file) = file {
                let arguments = vec![NativeArgument::Reference(file), NativeArgument::Reference(text)];
                return tracer.raising_native("io::string_io::print", arguments, Type::None, span);
            }
            if is_error {
                return tracer.print_error(text, span);
            }
            let flush = flush.unwrap_or_else(|| Expr::constant(Constant::Bool(false), span));
            let arguments = vec![NativeArgument::Reference(text), NativeArgument::Value(flush)];
            tracer.raising_native("builtins::print", arguments, Type::None, span)
        })
    }

    /// `template.format(…)`.
    pub(super) fn str_format(&mut self, template: Expr, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        if let ExprKind::Constant(Constant::Str(text)) = &template.kind
            && let Some(place) = reads_part(text)
        {
            let message =
                format!("`{{{place}}}` reads an attribute or an item in a format string, which is not supported");
            let diagnostic = Diagnostic::new(Code::UnsupportedExpression, template.span, message);
            return self.refuse(diagnostic.help("write an f-string, or give the value itself to `format`"));
        }
        self.with_setup(|tracer| {
            let template = tracer.keep("template", template);
            let mut fields = Vec::new();
            for argument in arguments {
                let Value::Expr(value) = argument.value.clone() else {
                    let message = format!("`format` does not show {}", argument.value.describe());
                    return tracer.refuse(Diagnostic::new(Code::ArgumentType, argument.span, message));
                };
                let name = tracer.string(argument.keyword.unwrap_or(""), span);
                fields.push((name, tracer.field(value)));
            }
            tracer.filled("str::format", vec![NativeArgument::Reference(template)], fields, None, span)
        })
    }

    /// `template.format_map({…})`.
    pub(super) fn str_format_map(&mut self, template: Expr, mapping: Expr, span: Span) -> Expr {
        let Some(entries) = named_entries(&mapping) else {
            if poisoned(&mapping.ty) {
                return Expr::invalid(span);
            }
            let message = "`format_map` needs a dict display with constant keys";
            let diagnostic = Diagnostic::new(Code::UnsupportedExpression, mapping.span, message);
            return self.refuse(diagnostic.help("give the values by name: `template.format(name=…)`"));
        };
        self.with_setup(|tracer| {
            let template = tracer.keep("template", template);
            let fields = entries.into_iter().map(|(name, value)| (name, tracer.field(value))).collect();
            tracer.filled("str::format", vec![NativeArgument::Reference(template)], fields, None, span)
        })
    }

    /// `template % values`.
    pub(super) fn str_percent(&mut self, template: Expr, values: Expr, span: Span) -> Expr {
        let values = self.plain(values);
        let nameless = |tracer: &mut Self, value: Expr| (tracer.string("", span), value);
        let lenient = matches!(values.ty, Type::List(_) | Type::Dict(..));
        let ty = values.ty.clone();
        if let Type::Sequence(_) | Type::Union(_) = ty
            && ty.members().iter().any(|member| matches!(member, Type::Sequence(_) | Type::Tuple(_)))
        {
            let message = format!("how many values `{ty}` gives to the format string is not known");
            let diagnostic = Diagnostic::new(Code::UnsupportedExpression, values.span, message);
            return self.refuse(diagnostic.help("write the values out in a tuple, or an f-string"));
        }
        if matches!(ty, Type::Dict(..)) && named_entries(&values).is_none() {
            let message = "`%` needs a dict display with constant keys, or a tuple";
            let diagnostic = Diagnostic::new(Code::UnsupportedExpression, values.span, message);
            return self.refuse(diagnostic.help("write an f-string, or a tuple of values"));
        }
        self.with_setup(|tracer| {
            let template = tracer.keep("template", template);
            let fields: Vec<(Expr, Expr)> = match (&values.kind, &ty) {
                (ExprKind::Dict(_), _) => {
                    let entries = named_entries(&values).unwrap_or_default();
                    entries.into_iter().map(|(name, value)| (name, tracer.field(value))).collect()
                }
                (ExprKind::Tuple(items), _) => {
                    let items = items.clone();
                    items
                        .into_iter()
                        .map(|item| {
                            let item = tracer.field(item);
                            nameless(tracer, item)
                        })
                        .collect()
                }
                (_, Type::Tuple(members)) => {
                    let tuple = tracer.keep("values", values.clone());
                    let member = |(index, ty): (usize, &Type)| Expr {
                        kind: ExprKind::Member { tuple: Box::new(tuple.clone()), index },
                        ty: ty.clone(),
                        span,
                    };
                    members.iter().enumerate().map(member).map(|value| nameless(tracer, value)).collect()
                }
                _ => {
                    let value = tracer.field(values.clone());
                    vec![nameless(tracer, value)]
                }
            };
            let lenient = Expr::constant(Constant::Bool(lenient), span);
            let lenient = Some(NativeArgument::Value(lenient));
            tracer.filled("str::percent", vec![NativeArgument::Reference(template)], fields, lenient, span)
        })
    }

    /// A value for a format string, evaluated before any is turned into text.
    fn field(&mut self, value: Expr) -> Expr {
        let base = value.ty.widened();
        let value = self.convert(value, &base);
        let value = if matches!(value.ty, Type::Iterator(_)) { value } else { self.keep("field", value) };
        self.shown(value)
    }

    fn filled(
        &mut self,
        path: &str,
        mut arguments: Vec<NativeArgument>,
        fields: Vec<(Expr, Expr)>,
        last: Option<NativeArgument>,
        span: Span,
    ) -> Expr {
        if fields.iter().any(|(_, value)| poisoned(&value.ty)) {
            return Expr::invalid(span);
        }
        arguments.push(NativeArgument::Fields(fields));
        arguments.extend(last);
        self.raising_native(path, arguments, Type::Str, span)
    }
}

/// The entries of a dict display whose keys are constant strings.
fn named_entries(mapping: &Expr) -> Option<Vec<(Expr, Expr)>> {
    let ExprKind::Dict(entries) = &mapping.kind else { return None };
    let constant = |key: &Expr| matches!(key.kind, ExprKind::Constant(Constant::Str(_)));
    entries.iter().all(|(key, _)| constant(key)).then(|| entries.clone())
}

/// The name of a field that reads an attribute or an item of its value.
fn reads_part(template: &str) -> Option<&str> {
    let mut rest = template;
    while let Some(place) = rest.find('{') {
        rest = &rest[place + 1..];
        if let Some(behind) = rest.strip_prefix('{') {
            rest = behind;
            continue;
        }
        let name = &rest[..rest.find(['}', ':', '!', '{']).unwrap_or(rest.len())];
        if name.contains(['.', '[']) {
            return Some(name);
        }
    }
    None
}

/// Whether the type is `io.StringIO`.
fn is_text_buffer(ty: &Type) -> bool {
    matches!(ty, Type::Instance(class) if &**class == "io.StringIO")
}
