//! Named tuples: objects with fields that are tuples, too. Whatever takes a tuple is given the tuple of the fields; a
//! typed dict is given as a dict in the same way.

use super::super::arguments::Argument;
use super::super::function::{FunctionTracer, bound_part, poisoned};
use super::super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, FormatPart};
use crate::scope::classes::{ClassDef, FieldDefault};
use crate::source::Span;
use crate::types::Type;

/// The methods of a named tuple that its class does not define.
pub(super) const METHODS: &[&str] = &["_replace", "_asdict", "count", "index"];

impl<'a> FunctionTracer<'_, 'a> {
    /// The tuple that an object of a named tuple is, or the dict that a typed dict is; `None` for any other type.
    pub(in super::super) fn plain_type(&self, ty: &Type) -> Option<Type> {
        if ty.is_typed_dict() {
            return Some(self.dict_type(self.class_of_type(ty)?));
        }
        let class = self.class_of_type(ty).filter(|_| ty.is_named_tuple())?;
        let field = |name: &str| self.tracer.tables.field(&class.name, name).map(|(_, ty)| bound_part(&ty));
        let fields = self.tracer.classes.fields(class);
        Some(Type::tuple(fields.into_iter().map(|(_, declared)| field(declared.name).unwrap_or(Type::Never))))
    }

    /// The value; of a named tuple the tuple of its fields, of a typed dict the dict that it is.
    pub(in super::super) fn plain(&mut self, value: Expr) -> Expr {
        if value.ty.is_typed_dict() {
            return self.plain_dict(value);
        }
        if let Type::Instance(_) = value.ty {
            return self.as_tuple(value);
        }
        let Some(class) = self.class_of_type(&value.ty).filter(|_| value.ty.is_named_tuple()) else { return value };
        let span = value.span;
        self.with_setup(|tracer| {
            let object = tracer.keep("object", value);
            let fields = tracer.tracer.classes.fields(class);
            let items: Vec<Expr> = fields
                .into_iter()
                .map(|(_, field)| tracer.record_attribute(object.clone(), field.name, span))
                .collect();
            if let Some(poison) = items.iter().find(|item| poisoned(&item.ty)) {
                return Expr { kind: ExprKind::Invalid, ty: poison.ty.clone(), span };
            }
            let ty = Type::tuple(items.iter().map(|item| item.ty.clone()));
            Expr { kind: ExprKind::Tuple(items), ty, span }
        })
    }

    /// As [`Self::plain`], unless the class says itself how its objects are iterated over.
    pub(in super::super) fn plain_sequence(&mut self, value: Expr) -> Expr {
        if self.has_dunder(&value.ty, &["__iter__"]) { value } else { self.plain(value) }
    }

    /// Both operands, named tuples among them as tuples.
    pub(in super::super) fn plain_operands(&mut self, left: Expr, right: Expr) -> (Expr, Expr) {
        (self.plain(left), self.plain(right))
    }

    /// Whether objects of the type have one of these methods by their class.
    pub(in super::super) fn has_dunder(&self, ty: &Type, names: &[&str]) -> bool {
        let Some(class) = self.class_of_type(ty) else { return false };
        names.iter().any(|name| self.tracer.classes.method(class, name).is_some())
    }

    /// `P._fields`, `P._make` and the like.
    pub(super) fn named_tuple_attribute(
        &mut self,
        class: &'a ClassDef<'a>,
        name: &str,
        span: Span,
    ) -> Option<Value<'a>> {
        let fields = self.tracer.classes.fields(class);
        match name {
            "_fields" | "__match_args__" => {
                let names = fields.iter().map(|(_, field)| Constant::Str(field.name.into()));
                Some(Value::Expr(Expr::constant(Constant::Tuple(names.collect()), span)))
            }
            "_field_defaults" => {
                let (mut keys, mut values) = (Vec::new(), Vec::new());
                for (owner, field) in fields {
                    let Some(default @ FieldDefault::Value(_)) = field.default else { continue };
                    keys.push(self.string(field.name, span));
                    values.push(self.field_default(owner, field.name, default, None, span));
                }
                Some(Value::Expr(self.dict_of(keys, values, span)))
            }
            "_make" => Some(Value::Make(class)),
            _ => None,
        }
    }

    /// A method that every named tuple has.
    pub(super) fn named_tuple_method(
        &mut self,
        class: &'a ClassDef<'a>,
        object: Expr,
        name: &str,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Option<Expr> {
        match name {
            "_replace" => Some(self.replaced_fields(class, object, arguments, span)),
            "_asdict" if arguments.is_empty() => Some(self.with_setup(|tracer| {
                let object = tracer.keep("object", object);
                let (mut keys, mut values) = (Vec::new(), Vec::new());
                for (_, field) in tracer.tracer.classes.fields(class) {
                    keys.push(tracer.string(field.name, span));
                    values.push(tracer.record_attribute(object.clone(), field.name, span));
                }
                tracer.dict_of(keys, values, span)
            })),
            "count" | "index" => {
                let tuple = self.plain(object);
                Some(self.call_method(tuple, name, arguments, span))
            }
            _ => None,
        }
    }

    fn dict_of(&mut self, keys: Vec<Expr>, values: Vec<Expr>, span: Span) -> Expr {
        let Some((key, keys)) = self.elements(keys, None, 0, span) else { return Expr::invalid(span) };
        let Some((value, values)) = self.elements(values, None, 1, span) else { return Expr::invalid(span) };
        Expr { kind: ExprKind::Dict(keys.into_iter().zip(values).collect()), ty: Type::Dict(key, value), span }
    }

    /// `object._replace(field=value)`.
    fn replaced_fields(
        &mut self,
        class: &'a ClassDef<'a>,
        object: Expr,
        changes: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        let fields = self.tracer.classes.fields(class);
        let is_field = |name: &str| fields.iter().any(|(_, field)| field.name == name);
        if let Some(change) = changes.iter().find(|change| !change.keyword.is_some_and(is_field)) {
            let message = match change.keyword {
                Some(name) => format!("`{}` has no field `{name}` to replace", class.node.name.as_str()),
                None => "`_replace` takes the new values by name".to_owned(),
            };
            return self.refuse(Diagnostic::new(Code::CallArguments, change.span, message));
        }
        self.with_setup(|tracer| {
            let object = tracer.keep("object", object);
            let mut arguments: Vec<Argument<'a>> =
                changes.into_iter().map(|change| tracer.keep_argument(change)).collect();
            for (_, field) in fields {
                if arguments.iter().any(|change| change.keyword == Some(field.name)) {
                    continue;
                }
                let value = Value::Expr(tracer.record_attribute(object.clone(), field.name, span));
                arguments.push(Argument { keyword: Some(field.name), span, value });
            }
            tracer.construct_record(class, arguments, span)
        })
    }

    /// `P._make(iterable)`: as many items as there are fields.
    pub(in super::super) fn named_tuple_of(
        &mut self,
        class: &'a ClassDef<'a>,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        let [Argument { keyword: None, value: Value::Expr(items), .. }] = &arguments[..] else {
            let diagnostic = Diagnostic::new(Code::CallArguments, span, "`_make` takes one iterable");
            return self.refuse(diagnostic);
        };
        let fields = self.tracer.classes.fields(class);
        let items = self.plain_sequence(items.clone());
        if poisoned(&items.ty) {
            return Expr { kind: ExprKind::Invalid, ty: items.ty, span };
        }
        let argument = |value: Expr| Argument { keyword: None, span, value: Value::Expr(value) };
        if let Type::Tuple(members) = items.ty.clone() {
            if members.len() != fields.len() {
                let message = format!("Expected {} arguments, got {}", fields.len(), members.len());
                return self.raise_expression("TypeError", &message, span);
            }
            return self.with_setup(|tracer| {
                let tuple = tracer.keep("items", items);
                let member = |(index, ty): (usize, &Type)| Expr {
                    kind: ExprKind::Member { tuple: Box::new(tuple.clone()), index },
                    ty: ty.clone(),
                    span,
                };
                let arguments = members.iter().enumerate().map(member).map(argument).collect();
                tracer.construct_record(class, arguments, span)
            });
        }
        self.with_setup(|tracer| {
            let list = tracer.call_value(Value::Class("builtins.list".into()), vec![argument(items)], span);
            let list = tracer.keep("items", list);
            if poisoned(&list.ty) {
                return Expr { kind: ExprKind::Invalid, ty: list.ty, span };
            }
            let length = tracer.dunder_value(list.clone(), "len", "__len__", span);
            let count = Expr::constant(Constant::Int(fields.len() as i64), span);
            let test = tracer.native("object::equal", vec![length.clone(), count], Type::Bool, span);
            let parts = vec![
                FormatPart::Text(format!("Expected {} arguments, got ", fields.len())),
                FormatPart::Value { value: length, conversion: None, spec: None },
            ];
            let otherwise = tracer.raise_text("TypeError", parts, span);
            let arguments = (0..fields.len())
                .map(|index| {
                    argument(tracer.item(list.clone(), Expr::constant(Constant::Int(index as i64), span), span))
                })
                .collect();
            let made = tracer.construct_record(class, arguments, span);
            let ty = made.ty.clone();
            let otherwise = Expr { ty: ty.clone(), ..otherwise };
            let kind = ExprKind::If { test: Box::new(test), then: Box::new(made), orelse: Box::new(otherwise) };
            Expr { kind, ty, span }
        })
    }

    /// The operands of `in`: a named tuple is sought among plain tuples as one, and the other way round.
    pub(in super::super) fn named_tuples_in(
        &mut self,
        item: Expr,
        container: Expr,
        span: Span,
    ) -> Option<(Expr, Expr)> {
        let container = if self.has_dunder(&container.ty, &["__contains__", "__iter__"]) {
            container
        } else {
            self.plain(container)
        };
        if matches!(container.ty, Type::Tuple(_) | Type::Record(_) | Type::Str | Type::Bytes) {
            return Some((item, container));
        }
        let Some(held) = self.item_type(&container.ty) else { return Some((item, container)) };
        if held == item.ty || poisoned(&held) {
            return Some((item, container));
        }
        let named = |ty: &Type| ty.any(&Type::is_named_tuple);
        let is_tuple =
            |ty: &Type| ty.any(&|part| part.is_named_tuple() || matches!(part, Type::Tuple(_) | Type::Sequence(_)));
        if item.ty.is_named_tuple() && !named(&held) {
            return Some((self.plain(item), container));
        }
        if (named(&held) && is_tuple(&item.ty)) || (named(&item.ty) && is_tuple(&held)) {
            let message = format!("a `{}` is not sought among values of `{held}`: one is a named tuple", item.ty);
            let diagnostic = Diagnostic::new(Code::OperandTypes, span, message);
            self.report(diagnostic.help("make them of one class"));
            return None;
        }
        Some((item, container))
    }
}
