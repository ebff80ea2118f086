//! What objects of models can do: `model_dump`, `model_dump_json`, `model_copy`.

use rustpython_ast as ast;

use super::super::arguments::{Argument, constant_of};
use super::super::function::{FunctionTracer, poisoned};
use super::super::record::records_in;
use super::super::value::Value;
use super::config_of;
use super::selection::{Names, Selection};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, NativeArgument, StmtKind};
use crate::scope::classes::{ClassDef, Declared};
use crate::source::Span;
use crate::types::{RecordKind, Type};

/// The methods that `BaseModel` gives its objects.
pub(in super::super) const METHODS: &[&str] = &["model_dump", "model_dump_json", "model_copy"];

/// How a model is written.
#[derive(Debug, Clone, Default)]
pub(super) struct Options {
    json: bool,
    by_alias: bool,
    exclude_none: bool,
    exclude_unset: bool,
    exclude_defaults: bool,
    /// What is written of the value.
    selection: Selection,
    indent: Option<i64>,
}

/// An item of the dict of a model.
struct Written {
    key: Expr,
    value: Expr,
    test: Test,
}

/// Whether an item is written.
#[derive(PartialEq)]
enum Test {
    Always,
    Never,
    Sometimes(Expr),
}

impl Test {
    /// Whether both are so.
    fn and(self, other: Expr) -> Self {
        match self {
            Test::Always => Test::Sometimes(other),
            Test::Never => Test::Never,
            Test::Sometimes(test) => {
                let span = test.span;
                let kind = ExprKind::And(Box::new(test), Box::new(other));
                Test::Sometimes(Expr { kind, ty: Type::Bool, span })
            }
        }
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// A method that `BaseModel` gives its objects; `None` where it is none of them.
    pub(in super::super) fn model_method(
        &mut self,
        object: Expr,
        class: &'a ClassDef<'a>,
        name: &str,
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Option<Expr> {
        Some(match name {
            "model_dump" | "model_dump_json" if self.check_dumped(class, span).is_none() => Expr::invalid(span),
            "model_dump" => match self.dump_options(name, arguments) {
                Some(options) => self.dumped_model(object, class, &options, span),
                None => Expr::invalid(span),
            },
            "model_dump_json" => match self.dump_options(name, arguments) {
                Some(options) => self.dumped_json(object, class, &options, span),
                None => Expr::invalid(span),
            },
            "model_copy" => self.copied_model(object, class, arguments, span),
            _ => return None,
        })
    }

    /// Refuses to write a model of which a field may hold an object of a class that derives from the declared one: pydantic
    /// writes the declared fields of it alone.
    fn check_dumped(&mut self, class: &'a ClassDef<'a>, span: Span) -> Option<()> {
        let mut work = vec![class.name.clone()];
        let mut seen: Vec<crate::types::ClassName> = Vec::new();
        while let Some(name) = work.pop() {
            if seen.contains(&name) {
                continue;
            }
            for (field, ty) in self.tracer.tables.fields(&name) {
                let held = records_in(&ty);
                let derives = |a: &crate::types::ClassName, b: &crate::types::ClassName| {
                    a != b && self.tracer.classes.derives(a, b)
                };
                if held.iter().any(|a| held.iter().any(|b| derives(a, b))) {
                    let message = format!(
                        "`{field}` may hold an object of a class that derives from the declared one, of which pydantic writes \
                         the declared fields alone"
                    );
                    let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
                    self.report(diagnostic.help("declare a union of the classes"));
                    return None;
                }
                work.extend(held);
            }
            seen.push(name);
        }
        Some(())
    }

    pub(super) fn dump_options(&mut self, method: &str, arguments: &[Argument<'a>]) -> Option<Options> {
        let mut options = Options::default();
        for argument in arguments {
            let (Some(name), Value::Expr(value)) = (argument.keyword, &argument.value) else {
                let message = format!("BaseModel.{method}() takes 1 positional argument but 2 were given");
                self.report(Diagnostic::new(Code::CallArguments, argument.span, message));
                return None;
            };
            match (name, constant_of(value)) {
                ("mode", Some(Constant::Str(mode))) if matches!(&*mode, "json" | "python") => {
                    options.json = &*mode == "json"
                }
                ("by_alias", Some(Constant::Bool(value))) => options.by_alias = value,
                ("by_alias", Some(Constant::None)) => {}
                ("exclude_none", Some(Constant::Bool(value))) => options.exclude_none = value,
                ("exclude_unset", Some(Constant::Bool(value))) => options.exclude_unset = value,
                ("exclude_defaults", Some(Constant::Bool(value))) => options.exclude_defaults = value,
                ("round_trip", Some(Constant::Bool(false))) => {}
                ("warnings", _) => {}
                ("indent", Some(Constant::Int(width))) if method == "model_dump_json" => options.indent = Some(width),
                ("indent", Some(Constant::None)) if method == "model_dump_json" => {}
                ("include" | "exclude", Some(Constant::None)) => {}
                ("include", _) if let Some(names) = Names::of(value) => options.selection.include = Some(names),
                ("exclude", _) if let Some(names) = Names::of(value) => options.selection.exclude = names,
                _ => {
                    let message = format!("`{name}` of `{method}` cannot be compiled so");
                    let diagnostic = Diagnostic::new(Code::ConstantRequired, argument.span, message);
                    self.report(diagnostic.help(
                        "supported: mode, by_alias, exclude_none, exclude_unset, exclude_defaults and indent as constants; \
                         include and exclude as sets of the names of fields, or dicts of such sets, written out",
                    ));
                    return None;
                }
            }
        }
        Some(options)
    }

    /// The fields that are written.
    fn written(&self, class: &'a ClassDef<'a>, options: &Options) -> Vec<&'a Declared<'a>> {
        let fields = self.tracer.classes.fields(class).into_iter().map(|(_, field)| field);
        fields.filter(|field| !field.model.is_excluded && options.selection.takes(field.name)).collect()
    }

    /// The properties that are written as fields.
    fn computed(&self, class: &'a ClassDef<'a>, options: &Options) -> Vec<&'a str> {
        self.tracer.classes.computed(class).into_iter().filter(|name| options.selection.takes(name)).collect()
    }

    /// `model.model_dump_json(…)`.
    fn dumped_json(&mut self, object: Expr, class: &'a ClassDef<'a>, options: &Options, span: Span) -> Expr {
        if options.exclude_unset || options.exclude_defaults || options.selection.is_nested() {
            // What is left out depends on the objects: the dict that is written holds the rest.
            let json = Options { json: true, ..options.clone() };
            return self.with_setup(|tracer| {
                let dict = tracer.dumped_model(object, class, &json, span);
                if poisoned(&dict.ty) {
                    return dict;
                }
                let dict = tracer.keep("dict", dict);
                tracer.dump_json_call(dict, &Options { exclude_none: false, ..json }, None, span)
            });
        }
        let names = (!options.selection.is_whole()).then(|| {
            let written = self.written(class, options).into_iter().map(|field| field.name);
            written.chain(self.computed(class, options)).collect()
        });
        self.dump_json_call(object, options, names, span)
    }

    /// Writes a value as JSON; of a model these fields, where they are limited.
    pub(super) fn dump_json_call(
        &mut self,
        value: Expr,
        options: &Options,
        names: Option<Vec<&'a str>>,
        span: Span,
    ) -> Expr {
        let is_limited = names.is_some();
        let names = names.into_iter().flatten().map(|name| Expr::constant(Constant::Str(name.into()), span)).collect();
        let indent = match options.indent {
            Some(width) => Constant::Int(width),
            None => Constant::None,
        };
        let indent = Expr::constant(indent, span);
        let indent = self.convert(indent, &Type::optional(Type::Int));
        let flag = |value: bool| NativeArgument::Value(Expr::constant(Constant::Bool(value), span));
        let arguments = vec![
            NativeArgument::Reference(value),
            NativeArgument::Value(indent),
            flag(options.by_alias),
            flag(options.exclude_none),
            flag(is_limited),
            NativeArgument::Variadic(names),
        ];
        self.raising_native("pydantic::dump_json", arguments, Type::Str, span)
    }

    /// `model.model_dump(…)`: a dict of the fields, models within it too.
    fn dumped_model(&mut self, object: Expr, class: &'a ClassDef<'a>, options: &Options, span: Span) -> Expr {
        if self.holds_itself(class) {
            let name = class.node.name.as_str();
            let message = format!("an object of `{name}` may hold others of its class: dumped, it has no one type");
            let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
            return self.refuse(diagnostic.help("use `model_dump_json()`, or build the dict in a method of the class"));
        }
        let inner = Options { selection: Selection::default(), ..options.clone() };
        if let Some((owner, serializer)) = self.serializer_of(class, None, options.json) {
            return self.with_setup(|tracer| {
                let written = tracer.call_serializer(owner, serializer, vec![object], span);
                if poisoned(&written.ty) {
                    return written;
                }
                let written = tracer.keep("written", written);
                tracer.dumped_value(written, &inner, span)
            });
        }
        if config_of(class).is_some_and(|config| config.is_root) {
            let value = self.record_attribute(object, "root", span);
            return if poisoned(&value.ty) { value } else { self.dumped_value(value, &inner, span) };
        }
        self.with_setup(|tracer| {
            let object = tracer.keep("object", object);
            let mut pairs = Vec::new();
            for (place, field) in tracer.written(class, options).into_iter().enumerate() {
                let alias = field.model.written_as.as_deref().filter(|_| options.by_alias);
                let value = tracer.record_attribute(object.clone(), field.name, span);
                let value = tracer.keep(field.name, value);
                let test = tracer.is_written(class, field, &object, &value, options, span);
                let value = match tracer.serializer_of(class, Some(field.name), options.json) {
                    Some(serializer) => {
                        let written = tracer.serialized_field(serializer, object.clone(), value, span);
                        tracer.keep("written", written)
                    }
                    None => value,
                };
                let inner = Options { selection: options.selection.within(field.name), ..inner.clone() };
                let value = tracer.deeper(place + 1, |tracer| tracer.dumped_value(value, &inner, span));
                if poisoned(&value.ty) {
                    return Expr { kind: ExprKind::Invalid, ty: value.ty, span };
                }
                let key = Expr::constant(Constant::Str(alias.unwrap_or(field.name).into()), span);
                pairs.push(Written { key, value: tracer.keep(field.name, value), test });
            }
            for (place, name) in tracer.computed(class, options).into_iter().enumerate() {
                let value = tracer.record_attribute(object.clone(), name, span);
                let value = tracer.keep(name, value);
                let test = tracer.is_no_none(&value, options, span);
                let inner = Options { selection: options.selection.within(name), ..inner.clone() };
                let value = tracer.deeper(place + 100, |tracer| tracer.dumped_value(value, &inner, span));
                if poisoned(&value.ty) {
                    return Expr { kind: ExprKind::Invalid, ty: value.ty, span };
                }
                let key = Expr::constant(Constant::Str(name.into()), span);
                pairs.push(Written { key, value: tracer.keep(name, value), test });
            }
            tracer.written_dict(pairs, span)
        })
    }

    /// Whether a field is written, where that depends on the object.
    fn is_written(
        &mut self,
        class: &'a ClassDef<'a>,
        field: &'a Declared<'a>,
        object: &Expr,
        value: &Expr,
        options: &Options,
        span: Span,
    ) -> Test {
        let mut test = self.is_no_none(value, options, span);
        if options.exclude_unset {
            let set = self.record_attribute(object.clone(), super::FIELDS_SET, span);
            let name = self.string(field.name, span);
            let is_set = self.compare_values(ast::CmpOp::In, name, set, span);
            test = test.and(is_set);
        }
        let default = self.tracer.output.models.get(&class.name).and_then(|model| {
            model.fields.iter().find(|known| known.name == field.name).and_then(|known| known.default)
        });
        if options.exclude_defaults
            && let Some(function) = default
        {
            let ty = self.tracer.result_of(function);
            let default = Expr { kind: ExprKind::Call { function, arguments: Vec::new() }, ty, span };
            let default = self.keep("default", default);
            let differs = self.compare_values(ast::CmpOp::NotEq, value.clone(), default, span);
            test = test.and(differs);
        }
        match test {
            Test::Sometimes(test) => Test::Sometimes(self.keep("is_written", test)),
            always => always,
        }
    }

    /// The test for a value that is left out where it is `None`.
    fn is_no_none(&mut self, value: &Expr, options: &Options, span: Span) -> Test {
        if !options.exclude_none || !value.ty.members().contains(&Type::None) {
            return Test::Always;
        }
        if value.ty == Type::None {
            return Test::Never;
        }
        let is_none = ExprKind::IsMember { subject: Box::new(value.clone()), members: vec![Type::None] };
        let is_none = Expr { kind: is_none, ty: Type::Bool, span };
        Test::Sometimes(Expr { kind: ExprKind::Not(Box::new(is_none)), ty: Type::Bool, span })
    }

    /// A dict of what is written.
    fn written_dict(&mut self, pairs: Vec<Written>, span: Span) -> Expr {
        if pairs.iter().all(|pair| pair.test == Test::Always) {
            let (keys, values) = pairs.into_iter().map(|pair| (pair.key, pair.value)).unzip();
            let Some((key, keys)) = self.elements(keys, None, 0, span) else { return Expr::invalid(span) };
            let Some((value, values)) = self.elements(values, None, 1, span) else { return Expr::invalid(span) };
            let pairs = keys.into_iter().zip(values).collect();
            return Expr { kind: ExprKind::Dict(pairs), ty: Type::Dict(key, value), span };
        }
        // One by one: some are left out.
        let pairs: Vec<Written> = pairs.into_iter().filter(|pair| pair.test != Test::Never).collect();
        let mut keys = Vec::new();
        let mut values = Vec::new();
        for pair in &pairs {
            keys.push(pair.key.clone());
            values.push(pair.value.clone());
        }
        let Some((key, keys)) = self.elements(keys, None, 0, span) else { return Expr::invalid(span) };
        let Some((element, values)) = self.elements(values, None, 1, span) else { return Expr::invalid(span) };
        let dict = Expr { kind: ExprKind::Dict(Vec::new()), ty: Type::Dict(key, element), span };
        let dict = self.keep("dumped", dict);
        for ((key, value), pair) in keys.into_iter().zip(values).zip(pairs) {
            let argument = |value: Expr| Argument { keyword: None, span, value: Value::Expr(value) };
            let arguments = vec![argument(key), argument(value)];
            let set = self.in_block(|tracer| {
                let call = tracer.call_method(dict.clone(), "__setitem__", arguments, span);
                tracer.emit_call(call);
            });
            match pair.test {
                Test::Sometimes(test) => self.emit(StmtKind::If { test, then: set, orelse: Vec::new() }, span),
                Test::Always | Test::Never => self.block.extend(set),
            }
        }
        dict
    }

    /// A value of a field: models become dicts, containers are copied; for JSON they become what JSON has.
    pub(super) fn dumped_value(&mut self, value: Expr, options: &Options, span: Span) -> Expr {
        if !options.selection.is_whole() {
            return self.dumped_part(value, options, span);
        }
        match value.ty.clone() {
            Type::Union(_) => {
                self.for_each_member(value, &mut |tracer, member| tracer.dumped_value(member, options, span))
            }
            Type::Record(record) if matches!(record.kind, RecordKind::Enum(_)) => match options.json {
                true => self.record_attribute(value, "value", span),
                false => value,
            },
            Type::Record(_) => match self.model_of(&value.ty) {
                Some(class) => self.dumped_model(value, class, options, span),
                None => value,
            },
            Type::Tuple(members) => self.with_setup(|tracer| {
                let tuple = tracer.keep("tuple", value);
                let members = members.iter().enumerate().map(|(index, ty)| Expr {
                    kind: ExprKind::Member { tuple: Box::new(tuple.clone()), index },
                    ty: ty.clone(),
                    span,
                });
                let items = members
                    .enumerate()
                    .map(|(place, member)| tracer.deeper(place, |tracer| tracer.dumped_value(member, options, span)));
                let items: Vec<Expr> = items.collect();
                if options.json {
                    let Some((element, items)) = tracer.elements(items, None, 0, span) else {
                        return Expr::invalid(span);
                    };
                    return Expr { kind: ExprKind::List(items), ty: Type::List(element), span };
                }
                let ty = Type::tuple(items.iter().map(|item| item.ty.clone()));
                Expr { kind: ExprKind::Tuple(items), ty, span }
            }),
            Type::List(_) | Type::Sequence(_) | Type::Set(_) | Type::FrozenSet(_) => {
                let items = self.generated(value.clone(), span, |tracer, item| {
                    (tracer.deeper(0, |tracer| tracer.dumped_value(item, options, span)), Vec::new())
                });
                if poisoned(&items.ty) {
                    return items;
                }
                let class = match &value.ty {
                    _ if options.json => "builtins.list",
                    Type::Sequence(_) => "builtins.tuple",
                    Type::Set(_) => "builtins.set",
                    Type::FrozenSet(_) => "builtins.frozenset",
                    _ => "builtins.list",
                };
                let argument = Argument { keyword: None, span, value: Value::Expr(items) };
                self.call_value(Value::Class(class.into()), vec![argument], span)
            }
            Type::Dict(..) => self.dumped_dict(value, options, span),
            Type::Bytes if options.json => self.call_method(value, "decode", Vec::new(), span),
            _ => value,
        }
    }

    /// The same of a value of which only a part is written.
    fn dumped_part(&mut self, value: Expr, options: &Options, span: Span) -> Expr {
        match &value.ty {
            Type::Union(_) => {
                self.for_each_member(value, &mut |tracer, member| tracer.dumped_part(member, options, span))
            }
            Type::None => value,
            // There is nothing in it to choose from.
            Type::Tuple(members) if members.is_empty() => {
                self.dumped_value(value, &Options { selection: Selection::default(), ..options.clone() }, span)
            }
            Type::Record(_) if let Some(class) = self.model_of(&value.ty) => {
                self.dumped_model(value, class, options, span)
            }
            Type::List(_) | Type::Sequence(_) if let Some(selection) = options.selection.of_items() => {
                let class =
                    if matches!(value.ty, Type::List(_)) || options.json { "builtins.list" } else { "builtins.tuple" };
                let options = Options { selection, ..options.clone() };
                let items = self.generated(value, span, |tracer, item| {
                    (tracer.deeper(0, |tracer| tracer.dumped_value(item, &options, span)), Vec::new())
                });
                if poisoned(&items.ty) {
                    return items;
                }
                let argument = Argument { keyword: None, span, value: Value::Expr(items) };
                self.call_value(Value::Class(class.into()), vec![argument], span)
            }
            ty if poisoned(ty) => value,
            ty => {
                let message = format!("of a `{ty}` no part can be included or excluded in compiled code");
                let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
                self.refuse(diagnostic.help(
                    "names within a field are those of a model, or of the models in a list: `{\"items\": {\"__all__\": {\"name\"}}}`",
                ))
            }
        }
    }

    fn dumped_dict(&mut self, value: Expr, options: &Options, span: Span) -> Expr {
        self.rebuilt_dict(value, span, &mut |tracer, part, is_key| {
            let part = tracer.dumped_value(part, options, span);
            match is_key && options.json && part.ty != Type::Str && !poisoned(&part.ty) {
                true => tracer.text_of_value(part, crate::ir::Conversion::Str, span),
                false => part,
            }
        })
    }

    /// A new dict of what `change` makes of each key and each value.
    pub(in super::super) fn rebuilt_dict(
        &mut self,
        dict: Expr,
        span: Span,
        change: &mut dyn FnMut(&mut Self, Expr, bool) -> Expr,
    ) -> Expr {
        self.with_setup(|tracer| {
            let dict = tracer.keep("dict", dict);
            let pairs = tracer.call_method(dict, "items", Vec::new(), span);
            let items = tracer.generated(pairs, span, |tracer, pair| {
                let Type::Tuple(members) = pair.ty.clone() else { return (Expr::invalid(span), Vec::new()) };
                let member = |index: usize| Expr {
                    kind: ExprKind::Member { tuple: Box::new(pair.clone()), index },
                    ty: members[index].clone(),
                    span,
                };
                let key = tracer.deeper(0, |tracer| change(tracer, member(0), true));
                let value = tracer.deeper(1, |tracer| change(tracer, member(1), false));
                if let Some(poison) = [&key, &value].into_iter().find(|part| poisoned(&part.ty)) {
                    return (poison.clone(), Vec::new());
                }
                let ty = Type::tuple([key.ty.clone(), value.ty.clone()]);
                (Expr { kind: ExprKind::Tuple(vec![key, value]), ty, span }, Vec::new())
            });
            if poisoned(&items.ty) {
                return items;
            }
            let argument = Argument { keyword: None, span, value: Value::Expr(items) };
            tracer.call_value(Value::Class("builtins.dict".into()), vec![argument], span)
        })
    }

    /// `model.model_copy(update={…}, deep=…)`: the fields as they are, without a validation.
    fn copied_model(&mut self, object: Expr, class: &'a ClassDef<'a>, arguments: &[Argument<'a>], span: Span) -> Expr {
        let mut updates: Vec<(String, Expr)> = Vec::new();
        for argument in arguments {
            let Value::Expr(value) = &argument.value else { return Expr::invalid(span) };
            match (argument.keyword, &value.kind) {
                (Some("deep"), _) if constant_of(value) == Some(Constant::Bool(false)) => {}
                (Some("update"), ExprKind::Constant(Constant::None)) => {}
                (Some("update"), _) if let Some(pairs) = pairs_in(value) => updates = pairs,
                _ => {
                    let message = "this call of `model_copy` cannot be compiled";
                    let diagnostic = Diagnostic::new(Code::ConstantRequired, argument.span, message);
                    return self
                        .refuse(diagnostic.help("write the changes out: `model_copy(update={\"name\": value})`"));
                }
            }
        }
        let fields = self.tracer.classes.fields(class);
        if let Some((name, _)) = updates.iter().find(|(name, _)| !fields.iter().any(|(_, field)| field.name == name)) {
            let message = format!("`{}` has no field `{name}`", class.node.name.as_str());
            return self.refuse(Diagnostic::new(Code::UnknownAttribute, span, message));
        }
        self.with_setup(|tracer| {
            let object = tracer.keep("object", object);
            let updates: Vec<(String, Expr)> =
                updates.into_iter().map(|(name, value)| (name.clone(), tracer.keep(&name, value))).collect();
            let changed: Vec<String> = updates.iter().map(|(name, _)| name.clone()).collect();
            tracer.new_record(
                class,
                &mut |tracer, name| match updates.iter().find(|(changed, _)| changed == name) {
                    Some((_, value)) => Some(value.clone()),
                    None if name == super::FIELDS_SET => Some(tracer.copied_fields_set(object.clone(), &changed, span)),
                    // What is not set stays so.
                    None => tracer.tracer.tables.field(&class.name, name).map(|(field, ty)| {
                        let kind = ExprKind::Field { record: Box::new(object.clone()), field };
                        Expr { kind, ty, span }
                    }),
                },
                span,
            )
        })
    }

    /// The names of the fields that were given, with others that are set now.
    fn copied_fields_set(&mut self, object: Expr, more: &[String], span: Span) -> Expr {
        let given = self.record_attribute(object, super::FIELDS_SET, span);
        let names: Vec<Expr> = more.iter().map(|name| self.string(name, span)).collect();
        let Some((element, names)) = self.elements(names, None, 0, span) else { return Expr::invalid(span) };
        if names.is_empty() {
            return self.call_method(given, "copy", Vec::new(), span);
        }
        let more = Expr { kind: ExprKind::Set(names), ty: Type::Set(element), span };
        let argument = Argument { keyword: None, span, value: Value::Expr(more) };
        self.call_method(given, "union", vec![argument], span)
    }
}

fn text_in(value: &Expr) -> Option<String> {
    match constant_of(value)? {
        Constant::Str(text) => Some(text.to_string()),
        _ => None,
    }
}

/// The pairs of a dict that is written out with texts as keys.
fn pairs_in(value: &Expr) -> Option<Vec<(String, Expr)>> {
    match &value.kind {
        ExprKind::Dict(pairs) => pairs
            .iter()
            .map(|(key, value)| {
                // Without the conversion to the type that all values have together.
                let value = match &value.kind {
                    ExprKind::Convert(inner) => (**inner).clone(),
                    _ => value.clone(),
                };
                Some((text_in(key)?, value))
            })
            .collect(),
        _ => None,
    }
}
