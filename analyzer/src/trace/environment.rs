//! Environments: what each name of a function holds at one point of it.

use std::collections::BTreeMap;

use super::value::Value;
use crate::ir::LocalId;
use crate::types::Type;

/// What a name holds.
#[derive(Debug, Clone)]
pub(super) enum Binding<'a> {
    /// A value in a variable.
    Local {
        /// The variable.
        slot: LocalId,
        /// The type of the variable.
        declared: Type,
        /// What is known of the value here: `declared`, or less after narrowing.
        view: Type,
    },
    /// Something that exists at compile time only.
    Static(Value<'a>),
    /// Different things on different ways here, of which one at least is no value.
    Conflict,
}

/// The names of a function at one point; names that are missing are not assigned.
#[derive(Debug, Clone, Default)]
pub(super) struct Environment<'a> {
    names: BTreeMap<String, Binding<'a>>,
}

impl<'a> Environment<'a> {
    pub fn get(&self, name: &str) -> Option<&Binding<'a>> {
        self.names.get(name)
    }

    pub fn set(&mut self, name: &str, binding: Binding<'a>) {
        self.names.insert(name.to_owned(), binding);
    }

    pub fn remove(&mut self, name: &str) {
        self.names.remove(name);
    }

    pub fn names(&self) -> impl Iterator<Item = (&str, &Binding<'a>)> {
        self.names.iter().map(|(name, binding)| (name.as_str(), binding))
    }

    /// Learns that a name holds a value of this narrower type.
    pub fn narrow(&mut self, name: &str, ty: Type) {
        if let Some(Binding::Local { view, .. }) = self.names.get_mut(name) {
            *view = ty;
        }
    }
}
