//! Python's hashing and equality for the tables of dicts and sets.

use std::hash::{Hash, Hasher};

use indexmap::Equivalent;

use crate::object::{Equal, Key};

/// A key as it lies in a table.
#[derive(Clone)]
pub struct Slot<K>(pub K);

impl<K: Key> Hash for Slot<K> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<K: Key> PartialEq for Slot<K> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.0.equal(&other.0)
    }
}

impl<K: Key> Eq for Slot<K> {}

/// A key that is looked up, perhaps of another type: `1.0 in {1}`.
pub struct Probe<'a, U>(pub &'a U);

impl<U: Key> Hash for Probe<'_, U> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<K: Equal<U>, U> Equivalent<Slot<K>> for Probe<'_, U> {
    #[inline]
    fn equivalent(&self, slot: &Slot<K>) -> bool {
        slot.0.equal(self.0)
    }
}
