//! Attributes.

use super::heap::Kind;
use super::machine::Machine;
use super::value::{Arguments, Atom, ObjectId, Value, Wrapper};
use crate::ir::Constant;
use crate::source::Span;
use crate::types::Type;

impl<'p: 'q, 'q> Machine<'p, 'q> {
    /// `owner.name`.
    pub fn attribute(&mut self, owner: &Value, name: &str, at: Span) -> Value {
        owner.atoms().to_vec().iter().map(|atom| self.attribute_of(atom, name, at)).collect()
    }

    fn attribute_of(&mut self, owner: &Atom, name: &str, at: Span) -> Value {
        match owner {
            Atom::Object(id) => self.object_attribute(*id, name, at),
            Atom::Class(id) => self.class_attribute(*id, name),
            Atom::Module(file) => {
                let module = self.project.file(*file).module.clone();
                self.member(&module, name)
            }
            Atom::External(module) => {
                let module = module.clone();
                self.member(&module, name)
            }
            Atom::Super(after, receiver) => self.super_attribute(*after, receiver, name, at),
            Atom::NativeClass(class) => {
                // `str.upper` is a function whose first argument is the receiver.
                let class = class.clone();
                Atom::Native(class, name.into()).into()
            }
            Atom::Plain(_) | Atom::Constant(_) => self.plain_attribute(owner, name, at),
            Atom::Closure(id) => match name {
                "__name__" | "__qualname__" => {
                    let full = self.closure(*id).name.clone();
                    Atom::Constant(Constant::Str(full.rsplit('.').next().unwrap_or(&full).into())).into()
                }
                "__doc__" => Value::plain(Type::Str),
                _ => Value::unknown(),
            },
            // `@value.setter`
            Atom::Wrapped(Wrapper::Property, _) if matches!(name, "setter" | "getter" | "deleter") => {
                owner.clone().into()
            }
            Atom::Bound(_, function) => self.attribute_of(&function.clone(), name, at),
            Atom::Native(..) | Atom::NativeMethod(..) | Atom::Wrapped(..) => Value::unknown(),
        }
    }

    fn object_attribute(&mut self, id: ObjectId, name: &str, at: Span) -> Value {
        let Some(object) = self.object(id).cloned() else { return Value::unknown() };
        let Kind::Instance(class) = object.kind else {
            return Atom::NativeMethod(Box::new(Atom::Object(id)), name.into()).into();
        };
        if let Some(value) = object.names.get(name) {
            return value.clone();
        }
        if let Some(member) = self.class_member(class, name, None) {
            return self.member_of(&member, &Atom::Object(id), class, at);
        }
        match name {
            "__class__" => return Atom::Class(class).into(),
            "name" if self.is_enum(class) => return Value::plain(Type::Str),
            "value" if self.is_enum(class) => return self.enum_values(class),
            _ => {}
        }
        match self.class_member(class, "__getattr__", None) {
            Some(getter) => {
                let arguments = Arguments::positional([Atom::Object(id).into(), constant_text(name)]);
                self.call(&getter, &arguments, at)
            }
            None => Value::unknown(),
        }
    }

    /// A name found in a class, as an instance gives it.
    fn member_of(&mut self, member: &Value, receiver: &Atom, class: ObjectId, at: Span) -> Value {
        let mut found = Value::unknown();
        for atom in member.atoms() {
            let part = match atom {
                Atom::Wrapped(Wrapper::Property, getter) => {
                    let getter = (**getter).clone().into();
                    self.call(&getter, &Arguments::positional([receiver.clone().into()]), at)
                }
                other => self.bound(other, receiver, &Atom::Class(class)).into(),
            };
            found = found.join(&part);
        }
        found
    }

    fn class_attribute(&mut self, class: ObjectId, name: &str) -> Value {
        let Some(member) = self.class_member(class, name, None) else {
            let known = self.classes.get(&class);
            return match name {
                "__name__" | "__qualname__" => known.map(|class| constant_text(&class.name)).unwrap_or_default(),
                _ => Value::unknown(),
            };
        };
        if self.is_enum(class) && member.atoms().iter().all(|atom| matches!(atom, Atom::Plain(_) | Atom::Constant(_))) {
            return self.instance_of(&Atom::Class(class));
        }
        Value::of(member.atoms().iter().map(|atom| match atom {
            Atom::Wrapped(..) => self.bound(atom, &Atom::Class(class), &Atom::Class(class)),
            other => other.clone(),
        }))
    }

    fn enum_values(&self, class: ObjectId) -> Value {
        let Some(object) = self.object(class) else { return Value::unknown() };
        let values = object.names.iter().filter(|(name, _)| !name.starts_with('_')).map(|(_, value)| value.clone());
        values
            .filter(|value| value.atoms().iter().all(|atom| matches!(atom, Atom::Plain(_) | Atom::Constant(_))))
            .collect()
    }

    fn super_attribute(&mut self, after: ObjectId, receiver: &Atom, name: &str, at: Span) -> Value {
        let class = match receiver {
            Atom::Object(id) => match self.object(*id).map(|object| object.kind.clone()) {
                Some(Kind::Instance(class)) => class,
                _ => return Value::unknown(),
            },
            Atom::Class(class) => *class,
            _ => return Value::unknown(),
        };
        match self.class_member(class, name, Some(after)) {
            Some(member) => self.member_of(&member, receiver, class, at),
            None => Value::unknown(),
        }
    }

    fn plain_attribute(&mut self, owner: &Atom, name: &str, at: Span) -> Value {
        let Some(ty) = self.types(&owner.clone().into()).into_iter().next() else { return Value::unknown() };
        match self.queries.attribute(&ty, name) {
            Some(true) => Atom::NativeMethod(Box::new(owner.clone()), name.into()).into(),
            Some(false) => {
                let ty = self.queries.property(&ty, name);
                self.value_of(ty, at)
            }
            None => Value::unknown(),
        }
    }

    /// A special method of an instance of the project, bound to it.
    pub fn special_method(&self, atom: &Atom, name: &str) -> Option<Atom> {
        let Atom::Object(id) = atom else { return None };
        let Kind::Instance(class) = self.object(*id)?.kind else { return None };
        let member = self.class_member(class, name, None)?;
        member.atoms().first().map(|function| self.bound(function, atom, &Atom::Class(class)))
    }
}

/// A text as a value.
pub(super) fn constant_text(text: &str) -> Value {
    Atom::Constant(Constant::Str(text.into())).into()
}
