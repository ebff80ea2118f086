//! `functools`: functions of functions.

use std::cmp::Ordering;

use crate::exception::{Fallible, type_error, value_error};
use crate::list::timsort::timsort;
use crate::list::{List, from_vec};
use crate::object::{Iter, Object, collect};

/// `reduce(function, iterable)`.
///
/// # Errors
/// `TypeError` of nothing; whatever the function or the iterator raises.
pub fn reduce<T: Object>(function: impl FnMut(T, T) -> Fallible<T>, mut items: impl Iter<Item = T>) -> Fallible<T> {
    match items.next()? {
        Some(first) => reduce_from(function, items, first),
        None => Err(type_error("reduce() of empty iterable with no initial value")),
    }
}

/// `reduce(function, iterable, initial)`.
///
/// # Errors
/// Whatever the function or the iterator raises.
pub fn reduce_from<A: Object, T: Object>(
    mut function: impl FnMut(A, T) -> Fallible<A>,
    mut items: impl Iter<Item = T>,
    initial: A,
) -> Fallible<A> {
    let mut total = initial;
    while let Some(item) = items.next()? {
        total = function(total, item)?;
    }
    Ok(total)
}

/// Sorts by a function that compares: `cmp_to_key`.
fn sorted_items<T: Object>(
    mut items: Vec<T>,
    mut compare: impl FnMut(T, T) -> Fallible<i64>,
    reverse: bool,
) -> Fallible<Vec<T>> {
    timsort(&mut items, reverse, |a, b| Ok(compare(a.clone(), b.clone())? < 0))?;
    Ok(items)
}

/// `sorted(iterable, key=cmp_to_key(compare), reverse=…)`.
///
/// # Errors
/// Whatever the function or the iterator raises.
pub fn sorted<T: Object>(
    items: impl Iter<Item = T>,
    compare: impl FnMut(T, T) -> Fallible<i64>,
    reverse: bool,
) -> Fallible<List<T>> {
    Ok(from_vec(sorted_items(collect(items)?, compare, reverse)?))
}

/// `list.sort(key=cmp_to_key(compare), reverse=…)`.
///
/// # Errors
/// Whatever the function raises.
pub fn sort<T: Object>(list: &List<T>, compare: impl FnMut(T, T) -> Fallible<i64>, reverse: bool) -> Fallible<()> {
    let sorted = sorted_items(list.to_vec(), compare, reverse)?;
    crate::list::clear(list)?;
    crate::list::extend(list, crate::list::iter(&from_vec(sorted)))
}

fn best<T: Object>(
    mut items: impl Iter<Item = T>,
    mut compare: impl FnMut(T, T) -> Fallible<i64>,
    wins: Ordering,
) -> Fallible<Option<T>> {
    let Some(mut best) = items.next()? else { return Ok(None) };
    while let Some(item) = items.next()? {
        if compare(item.clone(), best.clone())?.cmp(&0) == wins {
            best = item;
        }
    }
    Ok(Some(best))
}

/// `min(iterable, key=cmp_to_key(compare))`.
///
/// # Errors
/// `ValueError` of nothing; whatever the function or the iterator raises.
pub fn min<T: Object>(items: impl Iter<Item = T>, compare: impl FnMut(T, T) -> Fallible<i64>) -> Fallible<T> {
    best(items, compare, Ordering::Less)?.ok_or_else(|| value_error("min() arg is an empty sequence"))
}

/// `max(iterable, key=cmp_to_key(compare))`.
///
/// # Errors
/// As [`min`].
pub fn max<T: Object>(items: impl Iter<Item = T>, compare: impl FnMut(T, T) -> Fallible<i64>) -> Fallible<T> {
    best(items, compare, Ordering::Greater)?.ok_or_else(|| value_error("max() arg is an empty sequence"))
}
