//! Environments: what each name of a function holds at one point of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::value::Value;
use crate::ir::LocalId;
use crate::types::{Element, Type};

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
        if let Some(Binding::Local { view, .. } | Binding::Cell { view, .. }) = self.names.get_mut(name) {
            *view = ty;
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
