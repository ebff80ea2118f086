//! `field_serializer` and `model_serializer`: methods that say what is written in the place of a value.

use super::super::arguments::Argument;
use super::super::function::{FunctionTracer, poisoned};
use super::super::value::{Definition, Value};
use super::schema::place_of;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Expr, FunctionId};
use crate::scope::classes::{ClassDef, Declared, Serializer};
use crate::source::Span;
use crate::syntax;
use crate::types::Type;

impl<'a> FunctionTracer<'_, 'a> {
    /// The serializer of a field, or of the whole where none is named; the last one that is defined counts.
    pub(super) fn serializer_of(
        &self,
        class: &'a ClassDef<'a>,
        field: Option<&str>,
        is_json: bool,
    ) -> Option<(&'a ClassDef<'a>, &'a Serializer<'a>)> {
        let owners = class.ancestors.iter().filter_map(|name| self.tracer.classes.get(name));
        let found = owners.flat_map(|owner| owner.serializers.iter().rev().map(move |serializer| (owner, serializer)));
        let is_for = |serializer: &Serializer| match (field, &serializer.fields) {
            (Some(field), Some(names)) => names.iter().any(|name| *name == field || *name == "*"),
            (None, None) => true,
            _ => false,
        };
        found.filter(|(_, serializer)| is_for(serializer)).find(|(_, serializer)| is_json || !serializer.when.json_only)
    }

    /// What is written in the place of a field's value.
    pub(super) fn serialized_field(
        &mut self,
        (owner, serializer): (&'a ClassDef<'a>, &'a Serializer<'a>),
        object: Expr,
        value: Expr,
        span: Span,
    ) -> Expr {
        if !serializer.when.unless_none {
            return self.call_serializer(owner, serializer, vec![object, value], span);
        }
        self.for_each_member(value, &mut |tracer, member| match member.ty {
            Type::None => member,
            _ => tracer.call_serializer(owner, serializer, vec![object.clone(), member], span),
        })
    }

    /// Calls a serializer with the object, and the value where it is one of a field.
    pub(super) fn call_serializer(
        &mut self,
        owner: &'a ClassDef<'a>,
        serializer: &'a Serializer<'a>,
        values: Vec<Expr>,
        span: Span,
    ) -> Expr {
        let parameters = &serializer.node.parameters;
        let taken = parameters.posonlyargs.len() + parameters.args.len() + parameters.kwonlyargs.len();
        if taken != values.len() || parameters.vararg.is_some() || parameters.kwarg.is_some() {
            let at = syntax::span(owner.file, &serializer.node.name);
            let message = "a serializer that takes more than the object and the value cannot be compiled";
            return self.refuse(Diagnostic::new(Code::UnsupportedClass, at, message));
        }
        let definition = Definition { bare: true, ..self.method_definition(owner, serializer.node) };
        let arguments = values.into_iter().map(|value| Argument { keyword: None, span, value: Value::Expr(value) });
        self.call_undecorated(definition, None, arguments.collect(), span)
    }

    /// The function that gives what is written as JSON in the place of a field's value.
    pub(super) fn field_serializer(&mut self, class: &'a ClassDef<'a>, field: &'a Declared<'a>) -> Option<FunctionId> {
        let serializer = self.serializer_of(class, Some(field.name), true)?;
        let span = place_of(class, field);
        let parameters = vec![("self".to_owned(), Type::Record(class.record.clone()))];
        let name = format!("{}.{}", class.node.name.as_str(), field.name);
        Some(self.tracer.made_function(span, "serialize", &name, parameters, |tracer, mut values| {
            let object = values.remove(0);
            let value = tracer.record_attribute(object.clone(), field.name, span);
            if poisoned(&value.ty) {
                return value;
            }
            let value = tracer.keep("value", value);
            tracer.serialized_field(serializer, object, value, span)
        }))
    }

    /// The function that gives what is written as JSON in the place of the object.
    pub(super) fn whole_serializer(&mut self, class: &'a ClassDef<'a>, ty: &Type) -> Option<FunctionId> {
        let (owner, serializer) = self.serializer_of(class, None, true)?;
        let span = syntax::span(class.file, &class.node.name);
        let parameters = vec![("self".to_owned(), ty.clone())];
        let name = class.node.name.as_str();
        Some(self.tracer.made_function(span, "serialize", name, parameters, |tracer, values| {
            tracer.call_serializer(owner, serializer, values, span)
        }))
    }
}
