//! What codegen needs of each class: its fields, and the methods that the runtime calls.

use super::super::Tracer;
use super::super::environment::Environment;
use super::super::function::CallFrame;
use super::construct::first_parameter;
use crate::catalog::docstring;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Class, Field, FunctionId, Protocol};
use crate::scope::classes::{ClassDef, ClassKind, Member};
use crate::syntax;
use crate::types::Type;

use super::super::value::{Code as FunctionCode, Definition};

/// The dunder methods that the runtime calls, with the number of their parameters and the type of their result.
const CALLED: &[(&str, usize, Type)] = &[
    ("__eq__", 2, Type::Bool),
    ("__lt__", 2, Type::Bool),
    ("__gt__", 2, Type::Bool),
    ("__hash__", 1, Type::Int),
    ("__repr__", 1, Type::Str),
    ("__str__", 1, Type::Str),
    ("__format__", 2, Type::Str),
];

/// A method that the runtime calls, as traced.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Traced {
    /// Index into `CALLED`.
    which: usize,
    function: FunctionId,
}

impl<'a> Tracer<'a> {
    /// Whether `repr` of the class is the one that `dataclass` generates.
    pub fn generates_repr(&self, class: &ClassDef<'a>) -> bool {
        for ancestor in class.ancestors.iter().filter_map(|name| self.classes.get(name)) {
            if ancestor.members.contains_key("__repr__") {
                return false;
            }
            if ancestor.kind.generates("__repr__") {
                return true;
            }
        }
        false
    }

    /// Traces the dunder methods of a class that the runtime may call.
    pub(super) fn trace_protocols(&mut self, class: &'a ClassDef<'a>) {
        for (which, (name, count, result)) in CALLED.iter().enumerate() {
            let Some((owner, Member::Method { node, .. })) = self.classes.member(class, name) else { continue };
            if !self.is_used(class, owner, name) || first_parameter(node).is_none() {
                continue;
            }
            let definition = Definition {
                file: owner.file,
                code: FunctionCode::Def(node),
                nested: false,
                class: Some(owner),
                bare: false,
            };
            let this = Type::Record(class.record.clone());
            let other = if *name == "__format__" { Type::Str } else { this.clone() };
            let names = node.parameters.posonlyargs.iter().chain(&node.parameters.args);
            let names: Vec<String> = names.map(|parameter| parameter.name().to_string()).collect();
            let span = syntax::span(owner.file, &node.name);
            if names.len() != *count {
                let message = format!("`{name}` takes {count} parameters, this one {}", names.len());
                self.report(Diagnostic::new(Code::CallArguments, span, message));
                continue;
            }
            let parameters = names.into_iter().zip([this, other]).collect();
            let frame = CallFrame { parameters, own: *count, statics: Environment::default() };
            let (function, found) = self.instance(definition, frame, span);
            if found == *result {
                self.output.protocols.push((class.name.clone(), Traced { which, function }));
            } else if found != Type::Never && found != Type::Unknown {
                let message = format!("`{name}` must return `{result}`, not `{found}`");
                let diagnostic = Diagnostic::new(Code::ReturnType, span, message);
                let mut diagnostic = diagnostic.help("let every way return a value of that type");
                diagnostic.severity = crate::diagnostics::Severity::Error;
                self.report(diagnostic);
            }
        }
    }

    /// Whether the method of an ancestor is the one that counts: `dataclass` may generate one below it.
    fn is_used(&self, class: &ClassDef<'a>, owner: &ClassDef<'a>, name: &str) -> bool {
        let below =
            class.ancestors.iter().take_while(|other| **other != owner.name).filter_map(|name| self.classes.get(name));
        !below.into_iter().any(|class| class.kind.generates(name))
    }

    /// `__qualname__` of a class.
    pub fn qualname<'c>(&self, class: &'c ClassDef<'a>) -> &'c str {
        let module: &str = &self.project.file(class.file).module;
        class.name.strip_prefix(module).and_then(|name| name.strip_prefix('.')).unwrap_or(&class.name)
    }

    /// The classes that objects are made of, at the end of a pass.
    pub fn finish_classes(&mut self) {
        let made = self.output.made.clone();
        let made = made.iter().filter_map(|name| self.classes.get(name));
        self.output.classes = made.map(|class| self.finish_class(class)).collect();
    }

    fn finish_class(&self, class: &'a ClassDef<'a>) -> Class {
        let method = |name: &str| {
            let traced = self
                .output
                .protocols
                .iter()
                .find(|(owner, traced)| *owner == class.name && CALLED[traced.which].0 == name);
            traced.map(|(_, traced)| traced.function)
        };
        let by_fields = |name: &str| {
            for ancestor in class.ancestors.iter().filter_map(|name| self.classes.get(name)) {
                if ancestor.members.contains_key(name) {
                    return false;
                }
                if ancestor.kind.generates(name) {
                    return true;
                }
            }
            false
        };
        let protocol = |name: &str| match method(name) {
            Some(function) => Protocol::Method(function),
            None if by_fields(name) => Protocol::Fields,
            None => Protocol::Identity,
        };
        let order = match (protocol("__lt__"), method("__gt__")) {
            (Protocol::Identity, Some(function)) => Protocol::Reflected(function),
            (order, _) => order,
        };
        Class {
            name: class.name.clone(),
            qualname: self.qualname(class).to_owned(),
            kind: class.record.kind,
            doc: docstring(&class.node.body).map(|doc| doc.to_string()),
            span: syntax::span(class.file, &class.node.name),
            fields: self.finish_fields(class),
            members: {
                // The names of flags are made of those of all members.
                let is_flag = matches!(class.kind, ClassKind::Enum(base) if base.is_flag());
                let canonical = class.values.iter().enumerate().filter(|(place, member)| {
                    is_flag || !class.values[..*place].iter().any(|earlier| earlier.index == member.index)
                });
                let members = canonical
                    .map(|(_, member)| crate::ir::Member { name: member.name.to_owned(), value: member.value.clone() });
                members.collect()
            },
            repr: protocol("__repr__"),
            str: method("__str__"),
            format: method("__format__"),
            equality: protocol("__eq__"),
            order: class.record.ordered.then_some(order),
            hash: class.record.hashable.then(|| protocol("__hash__")),
            model: self.output.models.get(&class.name).cloned(),
        }
    }

    fn finish_fields(&self, class: &'a ClassDef<'a>) -> Vec<Field> {
        let mut declared = self.classes.fields(class);
        let private = self.classes.private(class);
        declared.extend(private.iter().copied());
        let private: Vec<&str> = private.into_iter().map(|(_, field)| field.name).collect();
        let fields = self.tables.fields(&class.name).into_iter().map(|(name, ty)| {
            let found = declared.iter().find(|(_, field)| field.name == name).map(|(_, field)| *field);
            Field {
                shown: found.is_some_and(|field| field.repr) && !private.contains(&name.as_str()),
                compared: found.is_some_and(|field| field.compare),
                hashed: found.is_some_and(|field| field.hash.unwrap_or(field.compare)),
                name,
                ty,
            }
        });
        fields.collect()
    }
}
