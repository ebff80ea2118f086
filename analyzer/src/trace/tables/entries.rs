//! What dicts hold under keys that are written out: of `{"label": "cat", "score": 0.9}`, which is a
//! `dict[str, float | str]`, `["score"]` is a `float`.
//!
//! As the element type is, this is known of the places that make dicts; dicts that may stand behind one name are known
//! together. It holds for as long as nothing is put in under a key that is computed.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use super::{Growing, Instance, Tables};
use crate::source::Span;
use crate::types::{Entries, Type};

/// What is known of the dicts that some places make.
#[derive(Debug)]
pub(super) enum State {
    /// All that is ever put in is put in under keys that are written out.
    Known(Known),
    /// Anything may be under any key.
    Open,
    /// Found to be one with others.
    Same(Entries),
}

#[derive(Debug, Default)]
pub(super) struct Known {
    keys: BTreeMap<String, Growing>,
    /// Keys that are asked for and that nothing is ever put under.
    absent: BTreeSet<String>,
    /// Whether anybody was told what a key holds.
    is_told: Cell<bool>,
    /// Whether others were told of all keys.
    is_copied: bool,
}

/// What a dict holds under a key.
#[derive(Debug)]
pub(crate) enum Held {
    /// Any of its values.
    Any,
    /// Nothing that is known in this pass: a later one may find more.
    Unknown,
    /// Nothing: the key is never there.
    Nothing,
    /// A value of this type, where the key is there.
    One(Type),
}

impl Tables {
    /// The entries of the dicts made at that place.
    pub fn entries_at(&mut self, instance: Instance, at: Span, part: u32, arm: u64) -> Entries {
        let entries = &mut self.entries;
        let new = || {
            entries.push(State::Known(Known::default()));
            Entries(entries.len() as u32 - 1)
        };
        *self.entry_places.entry((instance, at, part, arm)).or_insert_with(new)
    }

    /// A value is put in under a key that is written out.
    pub fn put(&mut self, entries: Entries, key: &str, ty: &Type) {
        let root = self.root_of_entries(entries);
        let State::Known(known) = &mut self.entries[root.0 as usize] else { return };
        if !known.keys.contains_key(key) {
            known.keys.insert(key.to_owned(), Growing::default());
            self.changed |= known.is_copied;
        }
        let entry = known.keys.get_mut(key).expect("it was just there");
        entry.grow(ty, &self.elements, &mut self.changed);
    }

    /// A value is put in under a key that is computed, or by who knows nothing of keys.
    pub fn open(&mut self, entries: Entries) {
        let root = self.root_of_entries(entries);
        if let State::Known(known) = std::mem::replace(&mut self.entries[root.0 as usize], State::Open) {
            self.changed |= known.is_told.get();
        }
    }

    /// What dicts hold under a key.
    pub fn held(&mut self, entries: Entries, key: &str) -> Held {
        let root = self.root_of_entries(entries);
        let State::Known(known) = &mut self.entries[root.0 as usize] else { return Held::Any };
        known.is_told.set(true);
        match known.keys.entry(key.to_owned()).or_default().tell() {
            Type::Never if known.absent.contains(key) => Held::Nothing,
            Type::Never => Held::Unknown,
            ty => Held::One(ty.clone()),
        }
    }

    /// The dicts of both may stand behind one name.
    pub fn unify_entries(&mut self, a: Entries, b: Entries) {
        let (a, b) = (self.root_of_entries(a), self.root_of_entries(b));
        if a == b {
            return;
        }
        let (low, high) = (a.min(b), a.max(b));
        match std::mem::replace(&mut self.entries[high.0 as usize], State::Same(low)) {
            State::Known(other) => {
                match &mut self.entries[low.0 as usize] {
                    State::Known(known) => {
                        known.is_told.set(known.is_told.get() | other.is_told.get());
                        known.is_copied |= other.is_copied;
                    }
                    _ => self.changed |= other.is_told.get(),
                }
                for (key, entry) in other.keys {
                    self.put(low, &key, &entry.ty);
                    self.changed |= entry.is_told.get() && self.grew(low, &key, &entry.ty);
                }
            }
            State::Open => self.open(low),
            State::Same(_) => unreachable!("a root is no other"),
        }
    }

    /// What some dicts hold is put into others.
    pub fn copy_entries(&mut self, from: Entries, to: Entries) {
        let (from, to) = (self.root_of_entries(from), self.root_of_entries(to));
        match &mut self.entries[from.0 as usize] {
            State::Known(known) => {
                known.is_copied = true;
                known.is_told.set(true);
                let keys: Vec<(String, Type)> =
                    known.keys.iter().map(|(key, entry)| (key.clone(), entry.tell().clone())).collect();
                keys.iter().filter(|(_, ty)| *ty != Type::Never).for_each(|(key, ty)| self.put(to, key, ty));
            }
            _ => self.open(to),
        }
    }

    /// Dicts of two equal types may be the same.
    pub fn unify_entries_of(&mut self, a: &Type, b: &Type) {
        for (x, y) in a.elements().into_iter().zip(b.elements()) {
            match (x.entries, y.entries) {
                (Some(x), Some(y)) => self.unify_entries(x, y),
                (Some(one), None) | (None, Some(one)) => self.open(one),
                (None, None) => {}
            }
        }
        a.parts().into_iter().zip(b.parts()).for_each(|(x, y)| self.unify_entries_of(x, y));
    }

    /// Where nothing else is learned any more, keys that nothing was put under have nothing. Whether there are any.
    pub fn settle_absent(&mut self) -> bool {
        let mut found = false;
        for state in &mut self.entries {
            let State::Known(known) = state else { continue };
            for (key, entry) in &known.keys {
                found |= entry.is_told.get() && entry.ty == Type::Never && known.absent.insert(key.clone());
            }
        }
        found
    }

    /// Whether a key is known to hold more than that.
    fn grew(&self, root: Entries, key: &str, ty: &Type) -> bool {
        match &self.entries[root.0 as usize] {
            State::Known(known) => known.keys.get(key).is_none_or(|entry| entry.ty != *ty),
            _ => true,
        }
    }

    fn root_of_entries(&self, mut entries: Entries) -> Entries {
        while let State::Same(other) = &self.entries[entries.0 as usize] {
            entries = *other;
        }
        entries
    }
}
