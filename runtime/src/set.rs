//! `set` and `frozenset`. Both iterate in the order of insertion, which CPython's do not: the analyzer admits no result
//! that depends on the order.

pub mod algebra;

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use crate::copy::Memo;
use crate::exception::{Fallible, runtime_error};
use crate::frozenset::FrozenSet;
use crate::hashing::{Probe, Slot};
use crate::object::{Equal, Identity, Iter, Iterable, Key, Object, collect};
use crate::shared::Shared;

pub use algebra::{
    and, difference, difference_update, ge, gt, iand, intersection, intersection_update, ior, isdisjoint, issubset,
    issuperset, isub, ixor, le, lt, or, sub, symmetric_difference, symmetric_difference_update, union, xor,
};

/// The items of a set, without its identity.
pub(crate) type Items<T> = IndexSet<Slot<T>, FxBuildHasher>;

/// A set; a clone is another name of the same set.
pub struct Set<T> {
    items: Shared<Items<T>>,
}

impl<T> Clone for Set<T> {
    fn clone(&self) -> Self {
        Self { items: self.items.clone() }
    }
}

/// A set of the items.
pub fn from_vec<T: Key>(items: Vec<T>) -> Set<T> {
    from_items(items.into_iter().map(Slot).collect())
}

fn from_items<T>(items: Items<T>) -> Set<T> {
    Set { items: Shared::new(items) }
}

/// `set(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn new<T: Key>(items: impl Iter<Item = T>) -> Fallible<Set<T>> {
    collect(items).map(from_vec)
}

/// `set()`.
#[must_use]
pub fn empty<T: Key>() -> Set<T> {
    from_vec(Vec::new())
}

impl<T: Key> Set<T> {
    /// How many items it holds now.
    #[must_use]
    pub fn length(&self) -> usize {
        self.items.peek(IndexSet::len)
    }

    /// The items as they are now.
    #[must_use]
    pub fn to_vec(&self) -> Vec<T> {
        self.items.peek(|items| items.iter().map(|slot| slot.0.clone()).collect())
    }
}

/// `len(set)`.
pub fn len<T: Key>(set: &Set<T>) -> i64 {
    set.length() as i64
}

/// `iter(set)`.
pub fn iter<T: Key>(set: &Set<T>) -> SetIterator<T> {
    set.iter()
}

/// `item in set`.
pub fn contains<T: Key + Equal<U>, U: Key>(set: &Set<T>, item: &U) -> bool {
    set.items.read(|items| items.contains(&Probe(item)))
}

/// `set.add(item)`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn add<T: Key>(set: &Set<T>, item: T) -> Fallible<()> {
    set.items.write(|items| items.insert(Slot(item))).map(drop)
}

/// `set.discard(item)`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn discard<T: Key>(set: &Set<T>, item: T) -> Fallible<()> {
    set.items.write(|items| items.shift_take(&Probe(&item))).map(drop)
}

/// `set.remove(item)`.
///
/// # Errors
/// `KeyError` where it is not in the set.
pub fn remove<T: Key>(set: &Set<T>, item: T) -> Fallible<()> {
    let removed = set.items.write(|items| items.shift_take(&Probe(&item)))?;
    removed.map(drop).ok_or_else(|| crate::dict::missing(&item))
}

/// `set.update(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn update<T: Key>(set: &Set<T>, mut items: impl Iter<Item = T>) -> Fallible<()> {
    while let Some(item) = items.next()? {
        add(set, item)?;
    }
    Ok(())
}

/// `set.pop()`: which item is not defined in Python; here it is the one that was added last.
///
/// # Errors
/// `KeyError` where there is none.
pub fn pop<T: Key>(set: &Set<T>) -> Fallible<T> {
    let popped = set.items.write(|items| items.pop())?;
    popped.map(|item| item.0).ok_or_else(|| crate::dict::missing(&crate::str::Str::literal("pop from an empty set")))
}

/// `set.clear()`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn clear<T: Key>(set: &Set<T>) -> Fallible<()> {
    set.items.write(std::mem::take).map(drop)
}

/// `set.copy()`.
pub fn copy<T: Key>(set: &Set<T>) -> Set<T> {
    from_items(set.items.peek(IndexSet::clone))
}

/// A `set` or a `frozenset`: what the operators of sets take.
pub trait AnySet: Object {
    /// What it holds.
    type Item: Key;

    /// Reads the items.
    #[doc(hidden)]
    fn read_items<R>(&self, read: impl FnOnce(&Items<Self::Item>) -> R) -> R;

    /// A set of the same class with these items.
    #[doc(hidden)]
    fn with_items(items: Items<Self::Item>) -> Self;
}

impl<T: Key> AnySet for Set<T> {
    type Item = T;

    fn read_items<R>(&self, read: impl FnOnce(&Items<T>) -> R) -> R {
        self.items.read(read)
    }

    fn with_items(items: Items<T>) -> Self {
        from_items(items)
    }
}

/// Iterates over a set.
pub struct SetIterator<T> {
    set: Set<T>,
    place: usize,
    length: usize,
}

impl<T: Key> Iter for SetIterator<T> {
    type Item = T;

    fn next(&mut self) -> Fallible<Option<T>> {
        if self.set.length() != self.length {
            self.length = usize::MAX;
            return Err(runtime_error("Set changed size during iteration"));
        }
        let item = self.set.items.peek(|items| items.get_index(self.place).map(|slot| slot.0.clone()));
        self.place += usize::from(item.is_some());
        Ok(item)
    }

    fn size_hint(&self) -> usize {
        self.set.length().saturating_sub(self.place)
    }
}

impl<T: Key> Iterable for Set<T> {
    type Item = T;
    type Iterator = SetIterator<T>;

    fn iter(&self) -> SetIterator<T> {
        SetIterator { set: self.clone(), place: 0, length: self.length() }
    }
}

impl<T> Identity for Set<T> {
    fn same(&self, other: &Self) -> bool {
        self.items.same(&other.items)
    }
}

impl<T: Key> Object for Set<T> {
    fn type_name(&self) -> &'static str {
        "set"
    }

    fn input(&self) -> crate::pydantic::Input {
        crate::pydantic::Input::Set(self.to_vec().iter().map(Object::input).collect())
    }

    fn dump(&self, dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        dumper.list(self.to_vec().iter())
    }

    fn freeze(&self) {
        if self.items.freeze() {
            self.items.peek(|items| items.iter().for_each(|slot| slot.0.freeze()));
        }
    }

    fn deepcopy(&self, memo: &mut Memo) -> Fallible<Self> {
        memo.once(self.items.address(), empty, |copy, memo| {
            for item in self.to_vec() {
                add(copy, item.deepcopy(memo)?)?;
            }
            Ok(())
        })
    }

    fn repr(&self, out: &mut String) {
        let items = self.to_vec();
        if items.is_empty() { out.push_str("set()") } else { algebra::braces(&items, out) }
    }
}

impl<A: Key + Equal<B>, B: Key> Equal<Set<B>> for Set<A> {
    fn equal(&self, other: &Set<B>) -> bool {
        algebra::same_items(self, other)
    }
}

impl<A: Key + Equal<B>, B: Key> Equal<FrozenSet<B>> for Set<A> {
    fn equal(&self, other: &FrozenSet<B>) -> bool {
        algebra::same_items(self, other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::repr_text;

    #[test]
    fn holds_equal_items_once() {
        let set = from_vec(vec![3, 1, 3]);
        assert_eq!((len(&set), contains(&set, &1.0), contains(&set, &2)), (2, true, false));
        discard(&set, 7).expect("not frozen");
        assert_eq!(remove(&set, 7).expect_err("not there").to_string(), "KeyError: 7");
        assert_eq!(repr_text(&empty::<i64>()), "set()");
        let mut items = iter(&set);
        add(&set, 9).expect("not frozen");
        assert_eq!(items.next().expect_err("changed").message, "Set changed size during iteration");
    }

    #[test]
    fn algebra() {
        let (a, b) = (from_vec(vec![1, 2, 3]), crate::frozenset::from_vec(vec![2, 3, 4]));
        assert_eq!(repr_text(&or(&a, &b)), "{1, 2, 3, 4}");
        assert_eq!(repr_text(&and(&b, &a)), "frozenset({2, 3})");
        assert_eq!(repr_text(&sub(&a, &b)), "{1}");
        assert_eq!(repr_text(&xor(&a, &b)), "{1, 4}");
        assert!(lt(&from_vec(vec![1]), &a) && !lt(&a, &a) && le(&a, &a) && !a.equal(&b));
    }
}
