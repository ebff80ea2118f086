//! `min`, `max`, `sorted`, `sum`, `any`, `all`.

use std::cmp::Ordering;

use crate::either::Either;
use crate::exception::{Fallible, Raised, value_error};
use crate::list::{List, from_vec, sort_items, sort_items_by_key};
use crate::object::{Compare, Iter, Object, collect};
use crate::sequence::Sequence;

/// `sorted(iterable, reverse=…)`.
///
/// # Errors
/// Whatever the iterator raises; `ValueError` for NaN.
pub fn sorted<T: Object + Compare>(items: impl Iter<Item = T>, reverse: bool) -> Fallible<List<T>> {
    let mut items = collect(items)?;
    sort_items(&mut items, reverse)?;
    Ok(from_vec(items))
}

/// `sorted(iterable, key=…, reverse=…)`.
///
/// # Errors
/// Whatever the iterator or the key raises; `ValueError` for NaN.
pub fn sorted_by_key<T: Object, K: Object + Compare>(
    items: impl Iter<Item = T>,
    key: impl FnMut(T) -> Fallible<K>,
    reverse: bool,
) -> Fallible<List<T>> {
    let mut items = collect(items)?;
    sort_items_by_key(&mut items, key, reverse)?;
    Ok(from_vec(items))
}

/// Keeps the first of those that `wins` over every one before.
fn best<T, K: Compare>(
    mut items: impl Iter<Item = T>,
    mut key: impl FnMut(&T) -> Fallible<K>,
    wins: Ordering,
) -> Fallible<Option<T>> {
    let Some(mut best) = items.next()? else { return Ok(None) };
    let mut best_key = key(&best)?;
    while let Some(item) = items.next()? {
        let item_key = key(&item)?;
        if wins_over(&item_key, &best_key, wins) {
            (best, best_key) = (item, item_key);
        }
    }
    Ok(Some(best))
}

/// `item < best` or `item > best`, which the program's classes see as `best < item`.
fn wins_over<T: Compare>(item: &T, best: &T, wins: Ordering) -> bool {
    if !T::CALLS_CODE {
        return item.compare(best) == Some(wins);
    }
    if wins.is_lt() { item.less(best) } else { best.less(item) }
}

fn best_of<T: Object + Compare>(items: &[T], wins: Ordering) -> Option<T> {
    items.iter().reduce(|best, item| if wins_over(item, best, wins) { item } else { best }).cloned()
}

/// `min(iterable)`.
///
/// # Errors
/// `ValueError` where it is empty; whatever the iterator raises.
pub fn min<T: Object + Compare>(items: impl Iter<Item = T>) -> Fallible<T> {
    min_by_key(items, Ok)
}

/// `max(iterable)`.
///
/// # Errors
/// As [`min`].
pub fn max<T: Object + Compare>(items: impl Iter<Item = T>) -> Fallible<T> {
    max_by_key(items, Ok)
}

/// `min(iterable, default=…)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn min_default<T: Object + Compare>(items: impl Iter<Item = T>, default: T) -> Fallible<T> {
    Ok(best(items, |item| Ok(item.clone()), Ordering::Less)?.unwrap_or(default))
}

/// `max(iterable, default=…)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn max_default<T: Object + Compare>(items: impl Iter<Item = T>, default: T) -> Fallible<T> {
    Ok(best(items, |item| Ok(item.clone()), Ordering::Greater)?.unwrap_or(default))
}

/// `min(iterable, key=…)`.
///
/// # Errors
/// `ValueError` where it is empty; whatever the iterator or the key raises.
pub fn min_by_key<T: Object, K: Compare>(
    items: impl Iter<Item = T>,
    mut key: impl FnMut(T) -> Fallible<K>,
) -> Fallible<T> {
    best(items, |item| key(item.clone()), Ordering::Less)?.ok_or_else(|| empty("min"))
}

/// `max(iterable, key=…)`.
///
/// # Errors
/// As [`min_by_key`].
pub fn max_by_key<T: Object, K: Compare>(
    items: impl Iter<Item = T>,
    mut key: impl FnMut(T) -> Fallible<K>,
) -> Fallible<T> {
    best(items, |item| key(item.clone()), Ordering::Greater)?.ok_or_else(|| empty("max"))
}

#[cold]
fn empty(function: &str) -> Raised {
    value_error(format!("{function}() arg is an empty sequence"))
}

/// `min(a, b, …)`.
///
/// # Errors
/// `ValueError` for no argument at all.
#[inline]
pub fn min_of<T: Object + Compare>(items: &[T]) -> Fallible<T> {
    best_of(items, Ordering::Less).ok_or_else(|| empty("min"))
}

/// `max(a, b, …)`.
///
/// # Errors
/// `ValueError` for no argument at all.
#[inline]
pub fn max_of<T: Object + Compare>(items: &[T]) -> Fallible<T> {
    best_of(items, Ordering::Greater).ok_or_else(|| empty("max"))
}

/// `sum(iterable, start)` of ints.
///
/// # Errors
/// Whatever the iterator raises; `OverflowError` beyond 64 bits, also half-way.
#[inline]
pub fn sum(mut items: impl Iter<Item = i64>, start: i64) -> Fallible<i64> {
    let mut sum = start;
    while let Some(item) = items.next()? {
        sum = crate::int::add(sum, item)?;
    }
    Ok(sum)
}

/// `sum(iterable, start)` of floats: one addition after the other, as CPython 3.11.
///
/// # Errors
/// Whatever the iterator raises.
#[inline]
pub fn sum_float(mut items: impl Iter<Item = f64>, start: f64) -> Fallible<f64> {
    let mut sum = start;
    while let Some(item) = items.next()? {
        sum += item;
    }
    Ok(sum)
}

/// `sum(iterable)` of floats: the int 0 where there are none.
///
/// # Errors
/// Whatever the iterator raises.
pub fn sum_floats(mut items: impl Iter<Item = f64>) -> Fallible<Either<f64, i64>> {
    Ok(match items.next()? {
        Some(first) => Either::Left(sum_float(items, 0.0 + first)?),
        None => Either::Right(0),
    })
}

/// `sorted(iterable, key=…)` of pairs of key and item.
///
/// # Errors
/// As [`sorted`].
pub fn sorted_pairs<K: Compare + Clone, T: Clone>(pairs: impl Iter<Item = (K, T)>, reverse: bool) -> Fallible<List<T>> {
    let mut pairs = collect(pairs)?;
    sort_items_by_key(&mut pairs, |(key, _)| Ok(key), reverse)?;
    Ok(from_vec(pairs.into_iter().map(|(_, item)| item).collect()))
}

/// `min(iterable, key=…)` of pairs of key and item.
///
/// # Errors
/// `ValueError` of no items.
pub fn min_pairs<K: Compare + Clone, T>(pairs: impl Iter<Item = (K, T)>) -> Fallible<T> {
    let found = best(pairs, |(key, _)| Ok(key.clone()), Ordering::Less)?;
    found.map(|(_, item)| item).ok_or_else(|| empty("min"))
}

/// `max(iterable, key=…)` of pairs of key and item.
///
/// # Errors
/// `ValueError` of no items.
pub fn max_pairs<K: Compare + Clone, T>(pairs: impl Iter<Item = (K, T)>) -> Fallible<T> {
    let found = best(pairs, |(key, _)| Ok(key.clone()), Ordering::Greater)?;
    found.map(|(_, item)| item).ok_or_else(|| empty("max"))
}

/// `min(iterable, default=…)` with a default of another type than the items.
///
/// # Errors
/// Whatever the iterator raises.
pub fn min_either<T: Object + Compare, D>(items: impl Iter<Item = T>, default: D) -> Fallible<Either<T, D>> {
    let found = best(items, |item| Ok(item.clone()), Ordering::Less)?;
    Ok(found.map_or(Either::Right(default), Either::Left))
}

/// `min(iterable, default=None)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn min_none<T: Object + Compare>(items: impl Iter<Item = T>, _none: ()) -> Fallible<Option<T>> {
    best(items, |item| Ok(item.clone()), Ordering::Less)
}

/// `min(iterable, key=…, default=…)` of pairs of key and item: the least item, if there is one.
///
/// # Errors
/// Whatever the iterator raises.
pub fn min_pairs_or_none<K: Compare + Clone, T>(pairs: impl Iter<Item = (K, T)>) -> Fallible<Option<T>> {
    let found = best(pairs, |(key, _)| Ok(key.clone()), Ordering::Less)?;
    Ok(found.map(|(_, item)| item))
}

/// `max(iterable, default=…)` with a default of another type than the items.
///
/// # Errors
/// Whatever the iterator raises.
pub fn max_either<T: Object + Compare, D>(items: impl Iter<Item = T>, default: D) -> Fallible<Either<T, D>> {
    let found = best(items, |item| Ok(item.clone()), Ordering::Greater)?;
    Ok(found.map_or(Either::Right(default), Either::Left))
}

/// `max(iterable, default=None)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn max_none<T: Object + Compare>(items: impl Iter<Item = T>, _none: ()) -> Fallible<Option<T>> {
    best(items, |item| Ok(item.clone()), Ordering::Greater)
}

/// `max(iterable, key=…, default=…)` of pairs of key and item: the greatest item, if there is one.
///
/// # Errors
/// Whatever the iterator raises.
pub fn max_pairs_or_none<K: Compare + Clone, T>(pairs: impl Iter<Item = (K, T)>) -> Fallible<Option<T>> {
    let found = best(pairs, |(key, _)| Ok(key.clone()), Ordering::Greater)?;
    Ok(found.map(|(_, item)| item))
}

/// `sum(lists, start)`: one after the other.
///
/// # Errors
/// Whatever the iterator raises.
pub fn sum_lists<T: Object>(mut items: impl Iter<Item = List<T>>, start: &List<T>) -> Fallible<List<T>> {
    let mut sum = start.to_vec();
    let mut any = false;
    while let Some(item) = items.next()? {
        sum.extend(item.to_vec());
        any = true;
    }
    // Of nothing, the sum is the start itself.
    Ok(if any { from_vec(sum) } else { start.clone() })
}

/// `sum(tuples, start)`: one after the other.
///
/// # Errors
/// Whatever the iterator raises.
pub fn sum_tuples<T: Object>(mut items: impl Iter<Item = Sequence<T>>, start: &Sequence<T>) -> Fallible<Sequence<T>> {
    let mut sum = start.as_slice().to_vec();
    while let Some(item) = items.next()? {
        sum.extend_from_slice(item.as_slice());
    }
    Ok(crate::sequence::from_vec(sum))
}

/// `any(iterable)` of the truths of its items: stops at the first true one.
///
/// # Errors
/// Whatever the iterator raises.
#[inline]
pub fn any(mut items: impl Iter<Item = bool>) -> Fallible<bool> {
    while let Some(item) = items.next()? {
        if item {
            return Ok(true);
        }
    }
    Ok(false)
}

/// `all(iterable)` of the truths of its items: stops at the first false one.
///
/// # Errors
/// Whatever the iterator raises.
#[inline]
pub fn all(mut items: impl Iter<Item = bool>) -> Fallible<bool> {
    while let Some(item) = items.next()? {
        if !item {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list;

    #[test]
    fn keep_the_first_of_equals() {
        let items = || list::iter(&from_vec(vec![(1, 'b' as i64), (0, 2), (1, 1)]));
        assert_eq!(max_by_key(items(), |(key, _)| Ok(key)), Ok((1, 98)));
        assert_eq!(min(items()), Ok((0, 2)));
        assert_eq!(min_of(&[2.0, f64::NAN, 1.0]), Ok(1.0));
        let raised = max(list::iter(&list::empty::<i64>())).expect_err("empty");
        assert_eq!(raised.message, "max() arg is an empty sequence");
        assert_eq!(max_default(list::iter(&list::empty::<i64>()), 7), Ok(7));
    }
}
