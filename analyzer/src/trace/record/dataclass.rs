//! The functions of `dataclasses`: `replace`, `asdict`, `astuple`, `is_dataclass`.

use super::super::arguments::Argument;
use super::super::function::{FunctionTracer, poisoned};
use super::super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind};
use crate::scope::classes::{ClassDef, ClassKind, Declared};
use crate::source::Span;
use crate::types::Type;

/// What `asdict` and `astuple` make of an object.
#[derive(Clone, Copy)]
enum Shape {
    Dict,
    Tuple,
}

impl<'a> FunctionTracer<'_, 'a> {
    /// A call of a function of `dataclasses`.
    pub(in super::super) fn dataclasses_call(&mut self, name: &str, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        let Some((first, rest)) = arguments.split_first() else { return self.refuse_dataclasses(name, span) };
        let object = match &first.value {
            Value::Expr(object) if poisoned(&object.ty) => {
                return Expr { kind: ExprKind::Invalid, ty: object.ty.clone(), span };
            }
            Value::Expr(object) => object.clone(),
            Value::ProjectClass(class) if name == "is_dataclass" => {
                return Expr::constant(Constant::Bool(is_dataclass(class)), span);
            }
            _ => return self.refuse_dataclasses(name, span),
        };
        let class = self.class_of_type(&object.ty);
        if name == "is_dataclass" {
            let is = class.is_some_and(is_dataclass);
            return self.with_setup(|tracer| {
                tracer.keep("object", object);
                Expr::constant(Constant::Bool(is), span)
            });
        }
        let Some(class) = class.filter(|class| is_dataclass(class)) else {
            let message = format!("`{name}` takes an object of a dataclass, not `{}`", object.ty);
            return self.refuse(Diagnostic::new(Code::ArgumentType, first.span, message));
        };
        match (name, rest) {
            ("replace", changes) => self.replaced(class, object, changes.to_vec(), span),
            ("asdict", []) => self.unpacked_object(object, Shape::Dict, span),
            ("astuple", []) => self.unpacked_object(object, Shape::Tuple, span),
            _ => self.refuse_dataclasses(name, span),
        }
    }

    fn refuse_dataclasses(&mut self, name: &str, span: Span) -> Expr {
        let message = format!("this call of `dataclasses.{name}` cannot be compiled");
        let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
        self.refuse(diagnostic.help("supported: `replace(object, field=value)`, `asdict(object)`, `astuple(object)`"))
    }

    /// The fields of an object that is kept in a variable.
    fn fields_of(&mut self, class: &'a ClassDef<'a>, object: &Expr, span: Span) -> Vec<(&'a Declared<'a>, Expr)> {
        let fields = self.tracer.classes.fields(class);
        fields.into_iter().map(|(_, field)| (field, self.record_attribute(object.clone(), field.name, span))).collect()
    }

    /// `replace(object, field=value)`: a new object by `__init__`.
    fn replaced(&mut self, class: &'a ClassDef<'a>, object: Expr, changes: Vec<Argument<'a>>, span: Span) -> Expr {
        self.with_setup(|tracer| {
            let object = tracer.keep("object", object);
            let changes: Vec<Argument<'a>> = changes.into_iter().map(|change| tracer.keep_argument(change)).collect();
            let mut arguments = changes.clone();
            for (field, value) in tracer.fields_of(class, &object, span) {
                let is_changed = changes.iter().any(|change| change.keyword == Some(field.name));
                if field.init && !is_changed {
                    arguments.push(Argument { keyword: Some(field.name), span, value: Value::Expr(value) });
                }
            }
            tracer.construct_record(class, arguments, span)
        })
    }

    /// An object as a dict or a tuple of its fields, objects within it too.
    fn unpacked_object(&mut self, object: Expr, shape: Shape, span: Span) -> Expr {
        let Some(class) = self.class_of_type(&object.ty).filter(|class| is_dataclass(class)) else { return object };
        if self.holds_itself(class) {
            let name = class.node.name.as_str();
            let message = format!("an object of `{name}` may hold others of its class: unpacked, it has no one type");
            let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
            return self.refuse(diagnostic.help("build the dict or tuple in a method of the class"));
        }
        self.with_setup(|tracer| {
            let object = tracer.keep("object", object);
            let fields = tracer.fields_of(class, &object, span);
            let (names, values): (Vec<&str>, Vec<Expr>) = fields
                .into_iter()
                .enumerate()
                .map(|(place, (field, value))| {
                    (field.name, tracer.deeper(place, |tracer| tracer.unpacked_value(value, shape, span)))
                })
                .unzip();
            if let Some(poison) = values.iter().find(|value| poisoned(&value.ty)) {
                return Expr { kind: ExprKind::Invalid, ty: poison.ty.clone(), span };
            }
            match shape {
                Shape::Tuple => {
                    let ty = Type::tuple(values.iter().map(|value| value.ty.clone()));
                    Expr { kind: ExprKind::Tuple(values), ty, span }
                }
                Shape::Dict => {
                    let keys = names.into_iter().map(|name| Expr::constant(Constant::Str(name.into()), span)).collect();
                    let Some((key, keys)) = tracer.elements(keys, None, 0, span) else { return Expr::invalid(span) };
                    let Some((value, values)) = tracer.elements(values, None, 1, span) else {
                        return Expr::invalid(span);
                    };
                    let pairs = keys.into_iter().zip(values).collect();
                    Expr { kind: ExprKind::Dict(pairs), ty: Type::Dict(key, value), span }
                }
            }
        })
    }

    /// Whether an object of the class may hold another of it, directly or through others.
    pub(in super::super) fn holds_itself(&self, class: &ClassDef<'a>) -> bool {
        let mut work = vec![class.name.clone()];
        let mut seen: Vec<crate::types::ClassName> = Vec::new();
        while let Some(name) = work.pop() {
            let Some(holder) = self.tracer.classes.get(&name) else { continue };
            for (_, field) in self.tracer.classes.fields(holder) {
                let Some((_, ty)) = self.tracer.tables.field(&name, field.name) else { continue };
                let held = records_in(&ty);
                if held.contains(&class.name) {
                    return true;
                }
                work.extend(held.into_iter().filter(|name| !seen.contains(name)));
            }
            seen.push(name);
        }
        false
    }

    /// A value of a field: objects are unpacked, containers copied.
    fn unpacked_value(&mut self, value: Expr, shape: Shape, span: Span) -> Expr {
        match value.ty.clone() {
            Type::Union(_) => {
                self.for_each_member(value, &mut |tracer, member| tracer.unpacked_value(member, shape, span))
            }
            Type::Record(_) => self.unpacked_object(value, shape, span),
            Type::Tuple(members) => self.with_setup(|tracer| {
                let tuple = tracer.keep("tuple", value);
                let members = members.iter().enumerate().map(|(index, ty)| Expr {
                    kind: ExprKind::Member { tuple: Box::new(tuple.clone()), index },
                    ty: ty.clone(),
                    span,
                });
                let items = members
                    .enumerate()
                    .map(|(place, member)| tracer.deeper(place, |tracer| tracer.unpacked_value(member, shape, span)));
                let items: Vec<Expr> = items.collect();
                let ty = Type::tuple(items.iter().map(|item| item.ty.clone()));
                Expr { kind: ExprKind::Tuple(items), ty, span }
            }),
            Type::List(_) => {
                let items = self.generated(value, span, |tracer, item| {
                    (tracer.deeper(0, |tracer| tracer.unpacked_value(item, shape, span)), Vec::new())
                });
                if poisoned(&items.ty) {
                    return items;
                }
                let argument = Argument { keyword: None, span, value: Value::Expr(items) };
                self.call_value(Value::Class("builtins.list".into()), vec![argument], span)
            }
            Type::Dict(..) if !records_in(&value.ty).is_empty() => {
                self.rebuilt_dict(value, span, &mut |tracer, part, _| tracer.unpacked_value(part, shape, span))
            }
            Type::Dict(..) | Type::Set(_) => self.try_method(&value, "copy", &[], span).unwrap_or(value),
            _ => value,
        }
    }
}

/// The classes of the objects that a value of the type is, or holds in containers.
pub(in super::super) fn records_in(ty: &Type) -> Vec<crate::types::ClassName> {
    match ty {
        Type::Record(record) => vec![record.name.clone()],
        other => other.parts().into_iter().flat_map(records_in).collect(),
    }
}

fn is_dataclass(class: &ClassDef) -> bool {
    matches!(class.kind, ClassKind::Dataclass(_))
}
