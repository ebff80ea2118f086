//! Environments: what each name of a function holds at one point of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::value::Value;
use crate::ir::LocalId;
use crate::types::{Element, Type, join};

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
    /// A value in a cell, which functions share.
    Cell {
        /// The variable that holds the cell.
        slot: LocalId,
        /// What the cell holds.
        content: Arc<Element>,
        /// What is known of the value here.
        view: Type,
        /// Whether the name belongs to a function around this one.
        is_free: bool,
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
    /// What is known of fields: `node.next`.
    fields: BTreeMap<String, Type>,
}

impl<'a> Environment<'a> {
    pub fn get(&self, name: &str) -> Option<&Binding<'a>> {
        self.names.get(name)
    }

    pub fn set(&mut self, name: &str, binding: Binding<'a>) {
        self.forget_fields_of(name);
        self.names.insert(name.to_owned(), binding);
    }

    pub fn remove(&mut self, name: &str) {
        self.forget_fields_of(name);
        self.names.remove(name);
    }

    /// What is known of a field, by its path: `node.next`.
    pub fn field(&self, path: &str) -> Option<&Type> {
        self.fields.get(path)
    }

    /// Takes over what another environment knows of fields.
    pub fn set_fields(&mut self, from: &Self) {
        self.fields.clone_from(&from.fields);
    }

    /// Keeps of the fields what both environments know.
    pub fn merge_fields(&mut self, left: &Self, right: &Self) {
        let both = left.fields.iter().filter_map(|(path, ty)| {
            let joined = join(ty, right.fields.get(path)?);
            Some((path.clone(), joined))
        });
        self.fields = both.collect();
    }

    /// Forgets what is known of fields of this name, of whatever object.
    pub fn forget_field(&mut self, field: &str) {
        self.fields.retain(|path, _| !path.split('.').skip(1).any(|part| part == field));
    }

    /// Forgets what is known of any field.
    pub fn forget_fields(&mut self) {
        self.fields.clear();
    }

    fn forget_fields_of(&mut self, name: &str) {
        if !self.fields.is_empty() {
            self.fields.retain(|path, _| path.split('.').next() != Some(name));
        }
    }

    pub fn names(&self) -> impl Iterator<Item = (&str, &Binding<'a>)> {
        self.names.iter().map(|(name, binding)| (name.as_str(), binding))
    }

    /// Learns that a name holds a value of this narrower type.
    pub fn narrow(&mut self, name: &str, ty: Type) {
        if let Some(Binding::Local { view, .. } | Binding::Cell { view, .. }) = self.names.get_mut(name) {
            *view = ty;
        } else if name.contains('.') {
            self.fields.insert(name.to_owned(), ty);
        }
    }

    /// Forgets what is known of shared names beyond what their cells hold.
    pub fn widen_cells(&mut self, which: &dyn Fn(&str, bool) -> bool) {
        for (name, binding) in &mut self.names {
            if let Binding::Cell { content, view, is_free, .. } = binding
                && which(name, *is_free)
            {
                *view = content.ty.clone();
            }
        }
    }
}
