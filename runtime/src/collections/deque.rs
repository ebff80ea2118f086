//! `collections.deque`: a sequence that is fast at both ends (CPython's Modules/_collectionsmodule.c).

use std::cmp::Ordering;
use std::collections::VecDeque;

use crate::copy::Memo;
use crate::exception::{Fallible, index_error, runtime_error, value_error};
use crate::object::{self, Compare, Equal, Identity, Iter, Iterable, Object};
use crate::shared::Shared;
use crate::slice;

/// A deque; a clone is another name of the same deque.
pub struct Deque<T> {
    state: Shared<State<T>>,
}

struct State<T> {
    items: VecDeque<T>,
    most: Option<usize>,
    /// How often it was changed but for items set in place: an iterator that finds it changed cannot go on.
    changes: u64,
}

impl<T> Clone for Deque<T> {
    #[inline]
    fn clone(&self) -> Self {
        Self { state: self.state.clone() }
    }
}

fn most_of(maxlen: Option<i64>) -> Fallible<Option<usize>> {
    let most = |maxlen| usize::try_from(maxlen).map_err(|_| value_error("maxlen must be non-negative"));
    maxlen.map(most).transpose()
}

fn of_items<T>(items: VecDeque<T>, most: Option<usize>) -> Deque<T> {
    Deque { state: Shared::new(State { items, most, changes: 0 }) }
}

/// `deque(maxlen=…)`.
///
/// # Errors
/// `ValueError` for a negative length.
pub fn empty<T>(maxlen: Option<i64>) -> Fallible<Deque<T>> {
    Ok(of_items(VecDeque::new(), most_of(maxlen)?))
}

/// `deque(iterable, maxlen)`.
///
/// # Errors
/// `ValueError` for a negative length; whatever the iterator raises.
pub fn new<T: Object>(items: impl Iter<Item = T>, maxlen: Option<i64>) -> Fallible<Deque<T>> {
    let deque = empty(maxlen)?;
    extend(&deque, items)?;
    Ok(deque)
}

impl<T: Object> Deque<T> {
    fn length(&self) -> usize {
        self.state.peek(|state| state.items.len())
    }

    fn get(&self, place: usize) -> Option<T> {
        self.state.peek(|state| state.items.get(place).cloned())
    }

    fn items(&self) -> VecDeque<T> {
        self.state.peek(|state| state.items.clone())
    }

    fn most(&self) -> Option<usize> {
        self.state.peek(|state| state.most)
    }

    fn changes(&self) -> u64 {
        self.state.peek(|state| state.changes)
    }

    /// Changes the items; what falls out is dropped when the deque is free again.
    fn change<R>(&self, change: impl FnOnce(&mut VecDeque<T>, Option<usize>) -> R) -> Fallible<R> {
        self.state.write(|state| {
            state.changes += 1;
            change(&mut state.items, state.most)
        })
    }
}

/// `len(deque)`.
#[inline]
pub fn len<T: Object>(deque: &Deque<T>) -> i64 {
    deque.length() as i64
}

/// `deque.maxlen`.
pub fn maxlen<T: Object>(deque: &Deque<T>) -> Option<i64> {
    deque.most().map(|most| most as i64)
}

/// `deque[index]`.
///
/// # Errors
/// `IndexError` where there is no such item.
#[inline]
pub fn getitem<T: Object>(deque: &Deque<T>, index: i64) -> Fallible<T> {
    let place = slice::position(index, deque.length(), OUT_OF_RANGE)?;
    deque.get(place).ok_or_else(|| index_error(OUT_OF_RANGE))
}

const OUT_OF_RANGE: &str = "deque index out of range";

/// `deque[index] = item`.
///
/// # Errors
/// `IndexError` where there is no such item.
pub fn setitem<T: Object>(deque: &Deque<T>, index: i64, item: T) -> Fallible<()> {
    let place = slice::position(index, deque.length(), OUT_OF_RANGE)?;
    deque.state.write(|state| std::mem::replace(&mut state.items[place], item)).map(drop)
}

/// `del deque[index]`.
///
/// # Errors
/// `IndexError` where there is no such item.
pub fn delitem<T: Object>(deque: &Deque<T>, index: i64) -> Fallible<()> {
    let place = slice::position(index, deque.length(), OUT_OF_RANGE)?;
    deque.change(|items, _| items.remove(place)).map(drop)
}

/// `deque.append(item)`.
///
/// # Errors
/// `RuntimeError` for a captured global.
#[inline]
pub fn append<T: Object>(deque: &Deque<T>, item: T) -> Fallible<()> {
    let fallen = deque.change(|items, most| {
        items.push_back(item);
        if most.is_some_and(|most| items.len() > most) { items.pop_front() } else { None }
    })?;
    drop(fallen);
    Ok(())
}

/// `deque.appendleft(item)`.
///
/// # Errors
/// `RuntimeError` for a captured global.
#[inline]
pub fn appendleft<T: Object>(deque: &Deque<T>, item: T) -> Fallible<()> {
    let fallen = deque.change(|items, most| {
        items.push_front(item);
        if most.is_some_and(|most| items.len() > most) { items.pop_back() } else { None }
    })?;
    drop(fallen);
    Ok(())
}

/// `deque.pop()`.
///
/// # Errors
/// `IndexError` where it is empty.
#[inline]
pub fn pop<T: Object>(deque: &Deque<T>) -> Fallible<T> {
    deque.change(|items, _| items.pop_back())?.ok_or_else(|| index_error("pop from an empty deque"))
}

/// `deque.popleft()`.
///
/// # Errors
/// `IndexError` where it is empty.
#[inline]
pub fn popleft<T: Object>(deque: &Deque<T>) -> Fallible<T> {
    deque.change(|items, _| items.pop_front())?.ok_or_else(|| index_error("pop from an empty deque"))
}

/// `deque.extend(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn extend<T: Object>(deque: &Deque<T>, mut items: impl Iter<Item = T>) -> Fallible<()> {
    while let Some(item) = items.next()? {
        append(deque, item)?;
    }
    Ok(())
}

/// `deque.extend(other)` of a deque, which may be the same one.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn extend_deque<T: Object>(deque: &Deque<T>, other: &Deque<T>) -> Fallible<()> {
    other.items().into_iter().try_for_each(|item| append(deque, item))
}

/// `deque.extendleft(iterable)`: one after the other, so in reverse.
///
/// # Errors
/// Whatever the iterator raises.
pub fn extendleft<T: Object>(deque: &Deque<T>, mut items: impl Iter<Item = T>) -> Fallible<()> {
    while let Some(item) = items.next()? {
        appendleft(deque, item)?;
    }
    Ok(())
}

/// `deque.extendleft(other)` of a deque, which may be the same one.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn extendleft_deque<T: Object>(deque: &Deque<T>, other: &Deque<T>) -> Fallible<()> {
    other.items().into_iter().try_for_each(|item| appendleft(deque, item))
}

/// `deque.rotate(n)`: to the right, or to the left below 0.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn rotate<T: Object>(deque: &Deque<T>, n: i64) -> Fallible<()> {
    let length = deque.length() as i64;
    if length > 1 {
        deque.change(|items, _| items.rotate_right(n.rem_euclid(length) as usize))?;
    }
    Ok(())
}

/// `deque.insert(index, item)`.
///
/// # Errors
/// `IndexError` where it is full.
pub fn insert<T: Object>(deque: &Deque<T>, index: i64, item: T) -> Fallible<()> {
    let length = deque.length() as i64;
    if deque.most().is_some_and(|most| deque.length() >= most) {
        return Err(index_error("deque already at its maximum size"));
    }
    let index = if index < 0 { index.saturating_add(length) } else { index };
    deque.change(|items, _| items.insert(index.clamp(0, length) as usize, item))
}

/// The place of the first equal item from `start` to before `stop`.
fn find<T: Object + Equal<U>, U>(deque: &Deque<T>, value: &U, start: usize, stop: usize) -> Option<usize> {
    (start..stop.min(deque.length())).find(|place| deque.get(*place).is_some_and(|item| item.equal(value)))
}

/// `deque.remove(value)`.
///
/// # Errors
/// `ValueError` where no item is equal.
pub fn remove<T: Object + Equal<U>, U: Object>(deque: &Deque<T>, value: &U) -> Fallible<()> {
    let place = find(deque, value, 0, usize::MAX);
    let place = place.ok_or_else(|| value_error(format!("{} is not in deque", object::repr_text(value))))?;
    delitem(deque, place as i64)
}

/// `deque.index(value, start, stop)`.
///
/// # Errors
/// `ValueError` where no item is equal.
pub fn index<T: Object + Equal<U>, U: Object>(deque: &Deque<T>, value: &U, start: i64, stop: i64) -> Fallible<i64> {
    let length = deque.length() as i64;
    let clip = |bound: i64| (if bound < 0 { bound.saturating_add(length) } else { bound }).clamp(0, length) as usize;
    find(deque, value, clip(start), clip(stop))
        .map(|place| place as i64)
        .ok_or_else(|| value_error(format!("{} is not in deque", object::repr_text(value))))
}

/// `deque.count(value)`.
pub fn count<T: Object + Equal<U>, U>(deque: &Deque<T>, value: &U) -> i64 {
    deque.items().iter().filter(|item| item.equal(value)).count() as i64
}

/// `value in deque`.
pub fn contains<T: Object + Equal<U>, U>(deque: &Deque<T>, value: &U) -> bool {
    find(deque, value, 0, usize::MAX).is_some()
}

/// `deque.reverse()`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn reverse<T: Object>(deque: &Deque<T>) -> Fallible<()> {
    deque.state.write(|state| state.items.make_contiguous().reverse())
}

/// `deque.clear()`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn clear<T: Object>(deque: &Deque<T>) -> Fallible<()> {
    deque.change(|items, _| std::mem::take(items)).map(drop)
}

/// `deque.copy()`.
pub fn copy<T: Object>(deque: &Deque<T>) -> Deque<T> {
    of_items(deque.items(), deque.most())
}

/// `deque + other`.
pub fn add<T: Object>(deque: &Deque<T>, other: &Deque<T>) -> Deque<T> {
    let mut items = deque.items();
    items.extend(other.items());
    trimmed(items, deque.most())
}

fn trimmed<T>(mut items: VecDeque<T>, most: Option<usize>) -> Deque<T> {
    if let Some(most) = most {
        items.drain(..items.len().saturating_sub(most));
    }
    of_items(items, most)
}

/// `deque * count`.
///
/// # Errors
/// `MemoryError` where the result cannot fit into memory.
pub fn mul<T: Object>(deque: &Deque<T>, count: i64) -> Fallible<Deque<T>> {
    let items = crate::sequence::repeat(deque.items().make_contiguous(), count)?;
    Ok(trimmed(items.into(), deque.most()))
}

/// Iterates over a deque.
pub struct DequeIterator<T> {
    deque: Deque<T>,
    /// How many items were given.
    given: usize,
    length: usize,
    changes: u64,
    backwards: bool,
}

fn iterate<T: Object>(deque: &Deque<T>, backwards: bool) -> DequeIterator<T> {
    DequeIterator { deque: deque.clone(), given: 0, length: deque.length(), changes: deque.changes(), backwards }
}

/// `reversed(deque)`.
pub fn reversed<T: Object>(deque: &Deque<T>) -> DequeIterator<T> {
    iterate(deque, true)
}

impl<T: Object> Iter for DequeIterator<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Fallible<Option<T>> {
        if self.deque.changes() != self.changes {
            return Err(runtime_error("deque mutated during iteration"));
        }
        if self.given == self.length {
            return Ok(None);
        }
        let place = if self.backwards { self.length - 1 - self.given } else { self.given };
        self.given += 1;
        Ok(self.deque.get(place))
    }

    fn size_hint(&self) -> usize {
        self.length - self.given
    }
}

impl<T: Object> Iterable for Deque<T> {
    type Item = T;
    type Iterator = DequeIterator<T>;

    fn iter(&self) -> DequeIterator<T> {
        iterate(self, false)
    }
}

impl<T> Identity for Deque<T> {
    fn same(&self, other: &Self) -> bool {
        self.state.same(&other.state)
    }
}

impl<T: Object> Object for Deque<T> {
    fn type_name(&self) -> &'static str {
        "collections.deque"
    }

    fn freeze(&self) {
        if self.state.freeze() {
            self.state.peek(|state| state.items.iter().for_each(Object::freeze));
        }
    }

    fn deepcopy(&self, memo: &mut Memo) -> Fallible<Self> {
        memo.once(
            self.state.address(),
            || of_items(VecDeque::new(), self.most()),
            |copy, memo| {
                for item in self.items() {
                    append(copy, item.deepcopy(memo)?)?;
                }
                Ok(())
            },
        )
    }

    fn repr(&self, out: &mut String) {
        out.push_str("deque([");
        for (place, item) in self.items().iter().enumerate() {
            if place > 0 {
                out.push_str(", ");
            }
            item.repr(out);
        }
        out.push(']');
        if let Some(most) = self.most() {
            out.push_str(&format!(", maxlen={most}"));
        }
        out.push(')');
    }
}

impl<T: Object + Equal<U>, U: Object> Equal<Deque<U>> for Deque<T> {
    fn equal(&self, other: &Deque<U>) -> bool {
        let (ours, theirs) = (self.items(), other.items());
        ours.len() == theirs.len() && ours.iter().zip(&theirs).all(|(a, b)| a.equal(b))
    }
}

impl<T: Object + Compare<U> + Equal<U>, U: Object> Compare<Deque<U>> for Deque<T> {
    fn compare(&self, other: &Deque<U>) -> Option<Ordering> {
        let (ours, theirs) = (self.items(), other.items());
        match ours.iter().zip(&theirs).find(|(a, b)| !a.equal(b)) {
            Some((a, b)) => a.compare(b),
            None => Some(ours.len().cmp(&theirs.len())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::from_vec;
    use crate::object::repr_text;

    #[test]
    fn keeps_the_last_of_too_many() {
        let deque = new(from_vec(vec![1, 2, 3]).iter(), Some(2)).expect("a list");
        assert_eq!(repr_text(&deque), "deque([2, 3], maxlen=2)");
        appendleft(&deque, 9).expect("not frozen");
        assert_eq!(repr_text(&deque), "deque([9, 2], maxlen=2)");
        extend_deque(&deque, &deque.clone()).expect("not frozen");
        assert_eq!(repr_text(&deque), "deque([9, 2], maxlen=2)");
        assert!(insert(&deque, 0, 1).is_err());
    }

    #[test]
    fn an_iterator_sees_a_change() {
        let deque = new(from_vec(vec![1, 2, 3]).iter(), None).expect("a list");
        let mut items = deque.iter();
        setitem(&deque, 0, 5).expect("is there");
        assert_eq!(items.next(), Ok(Some(5)));
        rotate(&deque, -1).expect("not frozen");
        assert_eq!(repr_text(&deque), "deque([2, 3, 5])");
        assert_eq!(items.next().expect_err("changed").message, "deque mutated during iteration");
    }
}
