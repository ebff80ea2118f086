//! The heap: scopes, classes, instances and containers at one point of the program.
//!
//! A heap is a persistent map, so that a branch of the program takes a copy for nothing, and where two ways join only
//! what differs is looked at.

use std::collections::BTreeMap;
use std::sync::Arc;

use imbl::OrdMap;
use imbl::ordmap::DiffItem;

use super::value::{ObjectId, Value};
use crate::ir::Constant;

/// What an object is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// The variables of a module, function or comprehension.
    Scope,
    /// The namespace of a class.
    Class,
    /// An instance of a class of the project.
    Instance(ObjectId),
    List,
    Tuple,
    Set,
    FrozenSet,
    Dict,
    Generator,
    /// `functools.partial`: `callee` and its first arguments are among the names and items.
    Partial,
}

/// What is in a container.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Items {
    /// Each item by its place.
    Each(Vec<Value>),
    /// Any number of these.
    Any(Value),
    /// The values of a dict: by key where that is known, and keys and values of the others.
    Entries { known: BTreeMap<Constant, Value>, keys: Value, values: Value },
}

/// An object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Object {
    pub kind: Kind,
    /// Variables or attributes.
    pub names: OrdMap<Arc<str>, Value>,
    pub items: Items,
}

impl Object {
    pub fn new(kind: Kind) -> Self {
        Self { kind, names: OrdMap::new(), items: Items::Any(Value::unknown()) }
    }

    pub fn with_items(kind: Kind, items: Items) -> Self {
        Self { items, ..Self::new(kind) }
    }

    pub fn join(&self, other: &Self) -> Self {
        let mut names = self.names.clone();
        for change in self.names.diff(&other.names) {
            match change {
                DiffItem::Add(name, value) => drop(names.insert(name.clone(), value.clone())),
                DiffItem::Update { old: (_, old), new: (name, new) } => drop(names.insert(name.clone(), old.join(new))),
                DiffItem::Remove(..) => {}
            }
        }
        Self { kind: self.kind.clone(), names, items: self.items.join(&other.items) }
    }
}

impl Items {
    pub fn none() -> Self {
        Items::Each(Vec::new())
    }

    pub fn no_entries() -> Self {
        Items::Entries { known: BTreeMap::new(), keys: Value::unknown(), values: Value::unknown() }
    }

    /// All items, or the keys of a dict, as one value.
    pub fn joined(&self) -> Value {
        match self {
            Items::Each(items) => items.iter().cloned().collect(),
            Items::Any(value) => value.clone(),
            Items::Entries { known, keys, .. } => {
                known.keys().map(|key| Value::plain(key.ty())).fold(keys.clone(), |joined, key| joined.join(&key))
            }
        }
    }

    /// The values of a dict as one.
    pub fn values(&self) -> Value {
        match self {
            Items::Entries { known, values, .. } => {
                known.values().fold(values.clone(), |joined, value| joined.join(value))
            }
            other => other.joined(),
        }
    }

    fn join(&self, other: &Self) -> Self {
        match (self, other) {
            (a, b) if a == b => a.clone(),
            (Items::Each(a), Items::Each(b)) if a.len() == b.len() => {
                Items::Each(a.iter().zip(b).map(|(a, b)| a.join(b)).collect())
            }
            (
                Items::Entries { known: a, keys: a_keys, values: a_values },
                Items::Entries { known: b, keys: b_keys, values: b_values },
            ) => {
                let mut known = a.clone();
                for (key, value) in b {
                    known.entry(key.clone()).and_modify(|known| *known = known.join(value)).or_insert(value.clone());
                }
                Items::Entries { known, keys: a_keys.join(b_keys), values: a_values.join(b_values) }
            }
            (a, b) => Items::Any(a.joined().join(&b.joined())),
        }
    }
}

/// The objects at one point of the program.
#[derive(Debug, Clone, Default)]
pub(super) struct Heap {
    objects: OrdMap<ObjectId, Arc<Object>>,
}

impl Heap {
    pub fn get(&self, id: ObjectId) -> Option<&Object> {
        self.objects.get(&id).map(|object| &**object)
    }

    /// Puts an object in; one that was made at the same place before is joined with it, as both may still be there.
    pub fn make(&mut self, id: ObjectId, object: Object) {
        let object = match self.get(id) {
            Some(earlier) if earlier.kind == object.kind => earlier.join(&object),
            _ => object,
        };
        self.objects.insert(id, Arc::new(object));
    }

    pub fn put(&mut self, id: ObjectId, object: Object) {
        self.objects.insert(id, Arc::new(object));
    }

    pub fn change(&mut self, id: ObjectId, change: impl FnOnce(&mut Object)) {
        if let Some(object) = self.objects.get_mut(&id) {
            change(Arc::make_mut(object));
        }
    }

    pub fn name(&self, id: ObjectId, name: &str) -> Option<Value> {
        self.get(id)?.names.get(name).cloned()
    }

    pub fn set_name(&mut self, id: ObjectId, name: &str, value: Value) {
        self.change(id, |object| drop(object.names.insert(name.into(), value)));
    }

    /// What holds behind both of two ways.
    pub fn join(&self, other: &Self) -> Self {
        let mut objects = self.objects.clone();
        for change in self.objects.diff(&other.objects) {
            match change {
                DiffItem::Add(id, object) => drop(objects.insert(*id, object.clone())),
                DiffItem::Update { old: (_, old), new: (id, new) } if old != new => {
                    objects.insert(*id, Arc::new(old.join(new)));
                }
                _ => {}
            }
        }
        Self { objects }
    }

    /// Whether a join with the other would change nothing.
    pub fn covers(&self, other: &Self) -> bool {
        self.objects.diff(&other.objects).all(|change| match change {
            DiffItem::Remove(..) => true,
            DiffItem::Add(..) => false,
            DiffItem::Update { old: (_, old), new: (_, new) } => old == new || old.join(new) == **old,
        })
    }
}

/// Joins ways of which either may not be there.
pub(super) fn join_ways(a: Option<Heap>, b: Option<Heap>) -> Option<Heap> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.join(&b)),
        (a, b) => a.or(b),
    }
}
