//! `tuple[T, ...]`: an immutable sequence of any length.

use crate::json::Writer;
use std::cmp::Ordering;
use std::hash::Hasher;
use std::sync::Arc;

use crate::copy::Memo;
use crate::exception::{Fallible, Raised, memory_error, value_error};
use crate::object::{self, Compare, Equal, Iter, Iterable, Key, Object};
use crate::slice::{self, Slice};

/// A tuple of any length. Its count is atomic, so that a captured one needs no freezing of its own.
pub struct Sequence<T> {
    items: Arc<[T]>,
}

impl<T> Clone for Sequence<T> {
    #[inline]
    fn clone(&self) -> Self {
        Self { items: Arc::clone(&self.items) }
    }
}

impl<T> Sequence<T> {
    /// The items.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.items
    }
}

/// A tuple of the items.
#[must_use]
pub fn from_vec<T>(items: Vec<T>) -> Sequence<T> {
    Sequence { items: items.into() }
}

/// `tuple(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn new<T>(items: impl Iter<Item = T>) -> Fallible<Sequence<T>> {
    object::collect(items).map(from_vec)
}

/// `len(tuple)`.
#[inline]
pub fn len<T>(tuple: &Sequence<T>) -> i64 {
    tuple.items.len() as i64
}

/// `iter(tuple)`.
#[inline]
pub fn iter<T: Object>(tuple: &Sequence<T>) -> SequenceIterator<T> {
    tuple.iter()
}

/// `tuple[index]`.
///
/// # Errors
/// `IndexError` where there is no such item.
#[inline]
pub fn getitem<T: Object>(tuple: &Sequence<T>, index: i64) -> Fallible<T> {
    slice::position(index, tuple.items.len(), "tuple index out of range").map(|place| tuple.items[place].clone())
}

/// `tuple[start:stop:step]`.
///
/// # Errors
/// `ValueError` for step 0.
pub fn getslice<T: Object>(tuple: &Sequence<T>, slice: &Slice) -> Fallible<Sequence<T>> {
    let picked = slice.indices(tuple.items.len())?;
    Ok(from_vec(picked.iter().map(|place| tuple.items[place].clone()).collect()))
}

/// `tuple + other`.
pub fn add<T: Object>(tuple: &Sequence<T>, other: &Sequence<T>) -> Sequence<T> {
    from_vec([&*tuple.items, &*other.items].concat())
}

/// `tuple * count`.
///
/// # Errors
/// `MemoryError` where the result cannot fit into memory.
pub fn mul<T: Object>(tuple: &Sequence<T>, count: i64) -> Fallible<Sequence<T>> {
    repeat(&tuple.items, count).map(from_vec)
}

/// `item in tuple`.
pub fn contains<T: Equal<U>, U>(tuple: &Sequence<T>, item: &U) -> bool {
    tuple.items.iter().any(|candidate| candidate.equal(item))
}

/// `tuple.count(value)`.
pub fn count<T: Equal<U>, U>(tuple: &Sequence<T>, value: &U) -> i64 {
    tuple.items.iter().filter(|item| item.equal(value)).count() as i64
}

/// `tuple.index(value, start, stop)`.
///
/// # Errors
/// `ValueError` where no item in that part is equal.
pub fn index<T: Object + Equal<U>, U>(tuple: &Sequence<T>, value: &U, start: i64, stop: i64) -> Fallible<i64> {
    let picked = slice::new(Some(start), Some(stop), None).indices(tuple.items.len())?;
    let place = picked.iter().find(|place| tuple.items[*place].equal(value));
    place.map(|place| place as i64).ok_or_else(|| value_error("tuple.index(x): x not in tuple"))
}

/// `reversed(tuple)`.
pub fn reversed<T: Object>(tuple: &Sequence<T>) -> impl Iter<Item = T> + use<T> {
    let (tuple, mut left) = (tuple.clone(), tuple.items.len());
    crate::generator::from_fn(move || {
        let Some(place) = left.checked_sub(1) else { return Ok(None) };
        left = place;
        Ok(Some(tuple.items[place].clone()))
    })
}

/// The items `count` times; none for a negative count.
pub(crate) fn repeat<T: Clone>(items: &[T], count: i64) -> Fallible<Vec<T>> {
    let count = usize::try_from(count.max(0)).unwrap_or(usize::MAX);
    let length = items.len().checked_mul(count).ok_or_else(out_of_memory)?;
    let mut all = Vec::new();
    all.try_reserve_exact(length).map_err(|_| out_of_memory())?;
    // Not even an empty list is walked through `count` times.
    for _ in 0..if items.is_empty() { 0 } else { count } {
        all.extend_from_slice(items);
    }
    Ok(all)
}

#[cold]
pub(crate) fn out_of_memory() -> Raised {
    memory_error("")
}

/// Iterates over a tuple.
pub struct SequenceIterator<T> {
    tuple: Sequence<T>,
    place: usize,
}

impl<T: Object> Iter for SequenceIterator<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Fallible<Option<T>> {
        let item = self.tuple.items.get(self.place).cloned();
        self.place += usize::from(item.is_some());
        Ok(item)
    }

    fn size_hint(&self) -> usize {
        self.tuple.items.len() - self.place
    }
}

impl<T: Object> Iterable for Sequence<T> {
    type Item = T;
    type Iterator = SequenceIterator<T>;

    fn iter(&self) -> SequenceIterator<T> {
        SequenceIterator { tuple: self.clone(), place: 0 }
    }
}

impl<T: Object> Object for Sequence<T> {
    fn type_name(&self) -> &'static str {
        "tuple"
    }

    fn input(&self) -> crate::pydantic::Input {
        crate::pydantic::Input::Tuple(self.as_slice().iter().map(Object::input).collect())
    }

    fn dump(&self, dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        dumper.list(self.as_slice().iter())
    }

    fn freeze(&self) {
        self.items.iter().for_each(Object::freeze);
    }

    fn deepcopy(&self, memo: &mut Memo) -> Fallible<Self> {
        self.items.iter().map(|item| item.deepcopy(memo)).collect::<Fallible<_>>().map(from_vec)
    }

    fn repr(&self, out: &mut String) {
        out.push('(');
        for (place, item) in self.items.iter().enumerate() {
            if place > 0 {
                out.push_str(", ");
            }
            item.repr(out);
        }
        out.push_str(if self.items.len() == 1 { ",)" } else { ")" });
    }

    fn json(&self, writer: &mut Writer) -> Fallible<()> {
        writer.list(self.as_slice())
    }
}

impl<A: Equal<B>, B> Equal<Sequence<B>> for Sequence<A> {
    fn equal(&self, other: &Sequence<B>) -> bool {
        self.items.len() == other.items.len() && self.items.iter().zip(&*other.items).all(|(a, b)| a.equal(b))
    }
}

impl<A: Compare<B>, B> Compare<Sequence<B>> for Sequence<A> {
    const CALLS_CODE: bool = A::CALLS_CODE;

    fn compare(&self, other: &Sequence<B>) -> Option<Ordering> {
        for (a, b) in self.items.iter().zip(&*other.items) {
            match crate::object::step(a, b) {
                Some(Ordering::Equal) => {}
                different => return different,
            }
        }
        Some(self.items.len().cmp(&other.items.len()))
    }
}

impl<T: Key> Key for Sequence<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.items.iter().for_each(|item| item.hash(state));
    }
}
