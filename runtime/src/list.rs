//! `list`: a mutable sequence.

mod slicing;
mod sort;
pub(crate) mod timsort;

use crate::json::Writer;
use std::cmp::Ordering;

use crate::copy::Memo;
use crate::exception::{Fallible, index_error, value_error};
use crate::object::{self, Compare, Equal, Identity, Iter, Iterable, Object};
use crate::shared::Shared;
use crate::slice;

pub use slicing::{delslice, getslice, setslice};
pub use sort::{reverse, sort, sort_by_key, sort_pairs};
pub(crate) use sort::{sort_items, sort_items_by_key};

/// A list; a clone is another name of the same list.
pub struct List<T> {
    items: Shared<Vec<T>>,
}

impl<T> Clone for List<T> {
    #[inline]
    fn clone(&self) -> Self {
        Self { items: self.items.clone() }
    }
}

/// A list of the items.
#[inline]
#[must_use]
pub fn from_vec<T>(items: Vec<T>) -> List<T> {
    List { items: Shared::new(items) }
}

impl<T: Object> List<T> {
    /// How many items it holds now.
    #[inline]
    #[must_use]
    pub fn length(&self) -> usize {
        self.items.peek(Vec::len)
    }

    /// The item at a place counted from 0.
    #[inline]
    #[must_use]
    pub fn get(&self, place: usize) -> Option<T> {
        self.items.peek(|items| items.get(place).cloned())
    }

    /// The items as they are now.
    #[must_use]
    pub fn to_vec(&self) -> Vec<T> {
        self.items.peek(Vec::clone)
    }

    /// Changes the items where they stand. The closure compares and moves them, and runs no code of the program.
    ///
    /// # Errors
    /// `RuntimeError` for a captured global.
    pub(crate) fn change<R>(&self, change: impl FnOnce(&mut Vec<T>) -> R) -> Fallible<R> {
        self.items.write(change)
    }

    /// Reads the items where they stand; while it does, the list cannot be changed.
    pub fn with<R>(&self, read: impl FnOnce(&[T]) -> R) -> R {
        self.items.read(|items| read(items))
    }
}

/// `list(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn new<T>(items: impl Iter<Item = T>) -> Fallible<List<T>> {
    Ok(from_vec(object::collect(items)?))
}

/// `list()`.
#[must_use]
pub fn empty<T>() -> List<T> {
    from_vec(Vec::new())
}

/// `len(list)`.
#[inline]
pub fn len<T: Object>(list: &List<T>) -> i64 {
    list.length() as i64
}

/// `iter(list)`.
#[inline]
pub fn iter<T: Object>(list: &List<T>) -> ListIterator<T> {
    list.iter()
}

/// `reversed(list)`.
pub fn reversed<T: Object>(list: &List<T>) -> ReverseIterator<T> {
    ReverseIterator { left: list.length(), list: list.clone() }
}

/// `list[index]`.
///
/// # Errors
/// `IndexError` where there is no such item.
#[inline]
pub fn getitem<T: Object>(list: &List<T>, index: i64) -> Fallible<T> {
    list.items.peek(|items| {
        let place = if index < 0 { index.wrapping_add(items.len() as i64) } else { index };
        let place = usize::try_from(place).map_err(|_| out_of_range())?;
        items.get(place).cloned().ok_or_else(out_of_range)
    })
}

#[cold]
fn out_of_range() -> crate::exception::Raised {
    index_error("list index out of range")
}

/// `list[index] = item`.
///
/// # Errors
/// `IndexError` where there is no such item.
#[inline]
pub fn setitem<T: Object>(list: &List<T>, index: i64, item: T) -> Fallible<()> {
    let place = slice::position(index, list.length(), "list assignment index out of range")?;
    list.items.write(|items| std::mem::replace(&mut items[place], item)).map(drop)
}

/// `del list[index]`.
///
/// # Errors
/// `IndexError` where there is no such item.
pub fn delitem<T: Object>(list: &List<T>, index: i64) -> Fallible<()> {
    let place = slice::position(index, list.length(), "list assignment index out of range")?;
    list.items.write(|items| items.remove(place)).map(drop)
}

/// `item in list`.
pub fn contains<T: Object + Equal<U>, U>(list: &List<T>, item: &U) -> bool {
    find(list, item, 0, usize::MAX).is_some()
}

/// The place of the first equal item from `start` to before `stop`; the list may change while items are compared.
fn find<T: Object + Equal<U>, U>(list: &List<T>, item: &U, start: usize, stop: usize) -> Option<usize> {
    let mut place = start;
    while place < stop {
        if list.get(place)?.equal(item) {
            return Some(place);
        }
        place += 1;
    }
    None
}

/// `list + other`.
pub fn add<T: Object>(list: &List<T>, other: &List<T>) -> List<T> {
    let mut items = list.to_vec();
    other.items.peek(|others| items.extend_from_slice(others));
    from_vec(items)
}

/// `list += iterable`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn iadd<T: Object>(list: &List<T>, items: impl Iter<Item = T>) -> Fallible<()> {
    extend(list, items)
}

/// `list * count`.
///
/// # Errors
/// `MemoryError` where the result cannot fit into memory.
pub fn mul<T: Object>(list: &List<T>, count: i64) -> Fallible<List<T>> {
    list.items.peek(|items| crate::sequence::repeat(items, count)).map(from_vec)
}

/// `count * list`.
///
/// # Errors
/// As [`mul`].
pub fn rmul<T: Object>(list: &List<T>, count: i64) -> Fallible<List<T>> {
    mul(list, count)
}

/// `list *= count`.
///
/// # Errors
/// As [`mul`].
pub fn imul<T: Object>(list: &List<T>, count: i64) -> Fallible<()> {
    let repeated = list.items.peek(|items| crate::sequence::repeat(items, count))?;
    list.items.write(|items| std::mem::replace(items, repeated)).map(drop)
}

/// `list.append(item)`.
///
/// # Errors
/// `RuntimeError` for a captured global.
#[inline]
pub fn append<T: Object>(list: &List<T>, item: T) -> Fallible<()> {
    list.items.write(|items| items.push(item))
}

/// `list.extend(iterable)`.
///
/// # Errors
/// Whatever the iterator raises; the items before stay added, as in CPython.
pub fn extend<T: Object>(list: &List<T>, mut items: impl Iter<Item = T>) -> Fallible<()> {
    items.part_from(list.items.address());
    let more = items.size_hint();
    list.items.write(|items| items.reserve(more))?;
    while let Some(item) = items.next()? {
        append(list, item)?;
    }
    Ok(())
}

/// `list.insert(index, item)`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn insert<T: Object>(list: &List<T>, index: i64, item: T) -> Fallible<()> {
    let place = clip(index, list.length());
    list.items.write(|items| items.insert(place, item))
}

/// A place from 0 to the length, for an index as methods take it.
fn clip(index: i64, length: usize) -> usize {
    let length = length as i64;
    let index = if index < 0 { index.saturating_add(length) } else { index };
    index.clamp(0, length) as usize
}

/// `list.pop(index)`.
///
/// # Errors
/// `IndexError` where there is no such item.
#[inline]
pub fn pop<T: Object>(list: &List<T>, index: i64) -> Fallible<T> {
    let length = list.length();
    if length == 0 {
        return Err(index_error("pop from empty list"));
    }
    let place = slice::position(index, length, "pop index out of range")?;
    list.items.write(|items| items.remove(place))
}

/// `list.remove(value)`.
///
/// # Errors
/// `ValueError` where no item is equal.
pub fn remove<T: Object + Equal<U>, U>(list: &List<T>, value: &U) -> Fallible<()> {
    let place = find(list, value, 0, usize::MAX).ok_or_else(|| value_error("list.remove(x): x not in list"))?;
    delitem(list, place as i64)
}

/// `list.clear()`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn clear<T: Object>(list: &List<T>) -> Fallible<()> {
    list.items.write(std::mem::take).map(drop)
}

/// `list.copy()`.
pub fn copy<T: Object>(list: &List<T>) -> List<T> {
    from_vec(list.to_vec())
}

/// `list.index(value, start, stop)`.
///
/// # Errors
/// `ValueError` where no item is equal.
pub fn index<T: Object + Equal<U>, U: Object>(list: &List<T>, value: &U, start: i64, stop: i64) -> Fallible<i64> {
    let length = list.length();
    find(list, value, clip(start, length), clip(stop, length))
        .map(|place| place as i64)
        .ok_or_else(|| value_error(format!("{} is not in list", object::repr_text(value))))
}

/// `list.count(value)`.
pub fn count<T: Object + Equal<U>, U>(list: &List<T>, value: &U) -> i64 {
    let mut count = 0;
    let mut place = 0;
    while let Some(item) = list.get(place) {
        count += i64::from(item.equal(value));
        place += 1;
    }
    count
}

/// Iterates over a list; what is appended meanwhile is reached too.
pub struct ListIterator<T> {
    list: List<T>,
    place: usize,
}

impl<T: Object> Iter for ListIterator<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Fallible<Option<T>> {
        let item = self.list.get(self.place);
        // An exhausted iterator stays exhausted when the list grows.
        self.place = if item.is_some() { self.place + 1 } else { usize::MAX };
        Ok(item)
    }

    fn part_from(&mut self, list: usize) {
        if self.list.items.address() == list {
            self.list = copy(&self.list);
        }
    }

    fn size_hint(&self) -> usize {
        self.list.length().saturating_sub(self.place)
    }
}

/// Iterates over a list from its end.
pub struct ReverseIterator<T> {
    list: List<T>,
    left: usize,
}

impl<T: Object> Iter for ReverseIterator<T> {
    type Item = T;

    fn next(&mut self) -> Fallible<Option<T>> {
        let item = self.left.checked_sub(1).and_then(|place| self.list.get(place));
        self.left = if item.is_some() { self.left - 1 } else { 0 };
        Ok(item)
    }

    fn size_hint(&self) -> usize {
        self.left.min(self.list.length())
    }
}

impl<T: Object> Iterable for List<T> {
    type Item = T;
    type Iterator = ListIterator<T>;

    #[inline]
    fn iter(&self) -> ListIterator<T> {
        ListIterator { list: self.clone(), place: 0 }
    }
}

impl<T> Identity for List<T> {
    fn same(&self, other: &Self) -> bool {
        self.items.same(&other.items)
    }
}

impl<T: Object> Object for List<T> {
    fn type_name(&self) -> &'static str {
        "list"
    }

    fn input(&self) -> crate::pydantic::Input {
        crate::pydantic::Input::List(self.to_vec().iter().map(Object::input).collect())
    }

    fn dump(&self, dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        dumper.list(self.to_vec().iter())
    }

    fn freeze(&self) {
        if self.items.freeze() {
            self.items.peek(|items| items.iter().for_each(Object::freeze));
        }
    }

    fn deepcopy(&self, memo: &mut Memo) -> Fallible<Self> {
        memo.once(
            self.items.address(),
            || from_vec(Vec::new()),
            |copy, memo| {
                for item in self.to_vec() {
                    append(copy, item.deepcopy(memo)?)?;
                }
                Ok(())
            },
        )
    }

    fn repr(&self, out: &mut String) {
        out.push('[');
        let mut place = 0;
        while let Some(item) = self.get(place) {
            if place > 0 {
                out.push_str(", ");
            }
            item.repr(out);
            place += 1;
        }
        out.push(']');
    }

    fn json(&self, writer: &mut Writer) -> Fallible<()> {
        self.with(|items| writer.list(items))
    }
}

impl<A: Object + Equal<B>, B: Object> Equal<List<B>> for List<A> {
    fn equal(&self, other: &List<B>) -> bool {
        if self.length() != other.length() {
            return false;
        }
        let mut place = 0;
        loop {
            match (self.get(place), other.get(place)) {
                (Some(a), Some(b)) if a.equal(&b) => place += 1,
                (None, None) => return true,
                _ => return false,
            }
        }
    }
}

impl<A: Object + Compare<B>, B: Object> Compare<List<B>> for List<A> {
    const CALLS_CODE: bool = A::CALLS_CODE;

    fn compare(&self, other: &List<B>) -> Option<Ordering> {
        let mut place = 0;
        loop {
            match (self.get(place), other.get(place)) {
                (Some(a), Some(b)) => match crate::object::step(&a, &b) {
                    Some(Ordering::Equal) => place += 1,
                    different => return different,
                },
                (a, b) => return Some(a.is_some().cmp(&b.is_some())),
            }
        }
    }
}
