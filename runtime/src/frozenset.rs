//! `frozenset`: a set that can be a key.

use std::hash::Hasher;
use std::sync::Arc;

use crate::copy::Memo;
use crate::exception::Fallible;
use crate::hashing::{Probe, Slot};
use crate::object::{Equal, Identity, Iter, Iterable, Key, Object, collect};
use crate::set::algebra;
use crate::set::{AnySet, Items, Set};

pub use crate::set::algebra::{
    and, difference, ge, gt, intersection, isdisjoint, issubset, issuperset, le, lt, or, sub, symmetric_difference,
    union, xor,
};

/// An immutable set. Its count is atomic, so that a captured one needs no freezing of its own.
pub struct FrozenSet<T> {
    items: Arc<Items<T>>,
}

impl<T> Clone for FrozenSet<T> {
    fn clone(&self) -> Self {
        Self { items: Arc::clone(&self.items) }
    }
}

/// A frozenset of the items.
pub fn from_vec<T: Key>(items: Vec<T>) -> FrozenSet<T> {
    FrozenSet::with_items(items.into_iter().map(Slot).collect())
}

/// `frozenset(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn new<T: Key>(items: impl Iter<Item = T>) -> Fallible<FrozenSet<T>> {
    collect(items).map(from_vec)
}

/// `frozenset()`.
#[must_use]
pub fn empty<T: Key>() -> FrozenSet<T> {
    from_vec(Vec::new())
}

impl<T: Key> FrozenSet<T> {
    /// The items.
    #[must_use]
    pub fn to_vec(&self) -> Vec<T> {
        self.items.iter().map(|slot| slot.0.clone()).collect()
    }
}

/// `len(frozenset)`.
pub fn len<T: Key>(set: &FrozenSet<T>) -> i64 {
    set.items.len() as i64
}

/// `iter(frozenset)`.
pub fn iter<T: Key>(set: &FrozenSet<T>) -> FrozenSetIterator<T> {
    set.iter()
}

/// `item in frozenset`.
pub fn contains<T: Key + Equal<U>, U: Key>(set: &FrozenSet<T>, item: &U) -> bool {
    set.items.contains(&Probe(item))
}

/// `frozenset.copy()`: the same object, as in CPython.
#[must_use]
pub fn copy<T: Key>(set: &FrozenSet<T>) -> FrozenSet<T> {
    set.clone()
}

impl<T: Key> AnySet for FrozenSet<T> {
    type Item = T;

    fn read_items<R>(&self, read: impl FnOnce(&Items<T>) -> R) -> R {
        read(&self.items)
    }

    fn with_items(items: Items<T>) -> Self {
        Self { items: Arc::new(items) }
    }
}

/// Iterates over a frozenset.
pub struct FrozenSetIterator<T> {
    set: FrozenSet<T>,
    place: usize,
}

impl<T: Key> Iter for FrozenSetIterator<T> {
    type Item = T;

    fn next(&mut self) -> Fallible<Option<T>> {
        let item = self.set.items.get_index(self.place).map(|slot| slot.0.clone());
        self.place += usize::from(item.is_some());
        Ok(item)
    }

    fn size_hint(&self) -> usize {
        self.set.items.len() - self.place
    }
}

impl<T: Key> Iterable for FrozenSet<T> {
    type Item = T;
    type Iterator = FrozenSetIterator<T>;

    fn iter(&self) -> FrozenSetIterator<T> {
        FrozenSetIterator { set: self.clone(), place: 0 }
    }
}

impl<T> Identity for FrozenSet<T> {
    fn same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.items, &other.items)
    }
}

impl<T: Key> Object for FrozenSet<T> {
    fn type_name(&self) -> &'static str {
        "frozenset"
    }

    fn input(&self) -> crate::pydantic::Input {
        crate::pydantic::Input::FrozenSet(self.to_vec().iter().map(Object::input).collect())
    }

    fn dump(&self, dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        dumper.list(self.to_vec().iter())
    }

    fn freeze(&self) {
        self.items.iter().for_each(|slot| slot.0.freeze());
    }

    fn deepcopy(&self, memo: &mut Memo) -> Fallible<Self> {
        let items = self.to_vec().iter().map(|item| item.deepcopy(memo)).collect::<Fallible<_>>()?;
        Ok(from_vec(items))
    }

    fn repr(&self, out: &mut String) {
        out.push_str("frozenset(");
        if !self.items.is_empty() {
            algebra::braces(&self.to_vec(), out);
        }
        out.push(')');
    }
}

impl<A: Key + Equal<B>, B: Key> Equal<FrozenSet<B>> for FrozenSet<A> {
    fn equal(&self, other: &FrozenSet<B>) -> bool {
        algebra::same_items(self, other)
    }
}

impl<A: Key + Equal<B>, B: Key> Equal<Set<B>> for FrozenSet<A> {
    fn equal(&self, other: &Set<B>) -> bool {
        algebra::same_items(self, other)
    }
}

/// Sets that hold the same in another order hash alike.
impl<T: Key> Key for FrozenSet<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let mixed = self.items.iter().fold(0_u64, |sum, slot| {
            let mut hasher = rustc_hash::FxHasher::default();
            slot.0.hash(&mut hasher);
            sum.wrapping_add(hasher.finish())
        });
        state.write_u64(mixed);
    }
}
