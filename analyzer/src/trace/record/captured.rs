//! Captured objects: the types of module globals that are objects of the project's classes, or hold them.

use super::super::Tracer;
use super::super::tables::Signature;
use crate::analysis::{CapturedObject, CapturedType};
use crate::diagnostics::{Code, Diagnostic};
use crate::scope::classes::{ClassDef, ClassKind};
use crate::source::Span;
use crate::types::{Element, Entries, Type, union};

impl<'a> Tracer<'a> {
    /// The type of a captured global, with the classes that the project defines; `None` where one of them cannot be
    /// compiled, which is reported.
    pub fn captured_type(&mut self, captured: &CapturedType, name: &str, place: Span) -> Option<Type> {
        for object in &captured.objects {
            let Some(class) = self.captured_class(&object.class) else {
                let class = object.class.to_string();
                let class = class.rsplit([':', '/']).next().unwrap_or_default().to_owned();
                let message = format!("the global `{name}` holds an object of `{class}`, which cannot be compiled");
                let diagnostic = Diagnostic::new(Code::GlobalType, place, message);
                self.report(diagnostic.help("keep what the predictor needs of it in numbers, text or containers"));
                return None;
            };
            self.join_captured(class, object);
        }
        let ty = self.captured_entries(captured, place);
        Some(self.resolved(&ty))
    }

    /// The type of a captured value, with what its dicts hold known as that of dicts made at its place is.
    fn captured_entries(&mut self, captured: &CapturedType, place: Span) -> Type {
        let signature = Signature { definition: place, parameters: Vec::new(), statics: Vec::new() };
        let instance = self.tables.instance(signature);
        let mut own = Vec::new();
        for index in 0..captured.entries.len() as u32 {
            own.push(self.tables.entries_at(instance, place, index, 0));
        }
        for (entries, keys) in own.iter().zip(&captured.entries) {
            for (key, ty) in keys {
                let ty = self.resolved(&with_own_entries(ty, &own));
                self.tables.put(*entries, key, &ty);
            }
        }
        with_own_entries(&captured.ty, &own)
    }

    /// The class of the project that a captured object is of.
    pub(in super::super) fn captured_class(&self, class: &Type) -> Option<&'a ClassDef<'a>> {
        let Type::Record(record) = class else { return None };
        let (path, name) = record.name.rsplit_once(':')?;
        let is_it =
            |class: &&'a ClassDef<'a>| self.project.file(class.file).path == path && class.node.name.as_str() == name;
        let class = self.classes.iter().find(is_it)?;
        let ancestors = || class.ancestors.iter().filter_map(|name| self.classes.get(name));
        let compiles = ancestors().all(|class| {
            class.unsupported.is_none() && !matches!(class.kind, ClassKind::Other(_) | ClassKind::Exception)
        });
        compiles.then_some(class)
    }

    /// The fields of a captured object are what they were found to be.
    fn join_captured(&mut self, class: &'a ClassDef<'a>, object: &CapturedObject) {
        self.make_class(class);
        for (_, field) in self.classes.fields(class) {
            self.tables.join_field(&class.name, field.name, &Type::Never);
        }
        for (name, ty) in &object.fields {
            let ty = self.resolved(ty);
            self.tables.join_field(&class.name, name, &ty);
        }
        // A field that objects made elsewhere have, this one may not.
        for (name, _) in self.tables.fields(&class.name) {
            if object.fields.iter().any(|(field, _)| *field == name) {
                continue;
            }
            let shared = object.shared.iter().find(|(field, _)| *field == name);
            let ty = shared.map_or(Type::Unbound, |(_, ty)| self.resolved(ty));
            self.tables.join_field(&class.name, &name, &ty);
        }
    }

    /// A captured type with the project's own classes.
    fn resolved(&self, ty: &Type) -> Type {
        match ty {
            Type::Record(_) => match self.captured_class(ty) {
                Some(class) => Type::Record(class.record.clone()),
                None => Type::Unknown,
            },
            Type::Union(members) => union(members.iter().map(|member| self.resolved(member))),
            other => other.map_parts(&mut |part| self.resolved(part)),
        }
    }
}

/// A captured type with the tracer's own numbers for what its dicts hold.
fn with_own_entries(ty: &Type, own: &[Entries]) -> Type {
    let own_of = |entries: Entries| own.get(entries.0 as usize).copied();
    let known = ty.map_elements(&mut |element, _| {
        let inner = Element::of(with_own_entries(&element.ty, own));
        inner.keyed(element.entries.and_then(own_of))
    });
    known.unwrap_or_else(|| ty.map_parts(&mut |part| with_own_entries(part, own)))
}
