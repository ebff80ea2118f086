//! `bisect`: where an item belongs in a sorted list (CPython's Lib/bisect.py).

use crate::exception::{Fallible, index_error, value_error};
use crate::list::{self, List};
use crate::object::{Compare, Object, less};

/// The first place from `lo` to before `hi` of which `is_before` is false.
fn search<T: Object>(
    list: &List<T>,
    lo: i64,
    hi: Option<i64>,
    mut is_before: impl FnMut(T) -> Fallible<bool>,
) -> Fallible<i64> {
    let mut low = u64::try_from(lo).map_err(|_| value_error("lo must be non-negative"))?;
    // CPython's C code takes -1 for no bound.
    let mut high = match hi {
        None | Some(-1) => list.length() as u64,
        Some(hi) => u64::try_from(hi).unwrap_or(0),
    };
    while low < high {
        let middle = low.midpoint(high);
        let item = usize::try_from(middle).ok().and_then(|place| list.get(place));
        if is_before(item.ok_or_else(|| index_error("list index out of range"))?)? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low as i64)
}

/// `bisect_left(list, x, lo, hi)`.
///
/// # Errors
/// `ValueError` for a negative `lo`, `IndexError` for a `hi` beyond the end.
pub fn bisect_left<T: Object + Compare<U>, U: Compare<T>>(
    list: &List<T>,
    x: U,
    lo: i64,
    hi: Option<i64>,
) -> Fallible<i64> {
    search(list, lo, hi, |item| Ok(less(&item, &x)))
}

/// `bisect_right(list, x, lo, hi)`.
///
/// # Errors
/// As [`bisect_left`].
pub fn bisect_right<T: Object + Compare<U>, U: Compare<T>>(
    list: &List<T>,
    x: U,
    lo: i64,
    hi: Option<i64>,
) -> Fallible<i64> {
    search(list, lo, hi, |item| Ok(!less(&x, &item)))
}

/// `bisect_left(list, x, lo, hi, key=…)`.
///
/// # Errors
/// As [`bisect_left`]; whatever the key raises.
pub fn bisect_left_key<T: Object, K: Object + Compare>(
    list: &List<T>,
    x: K,
    lo: i64,
    hi: Option<i64>,
    mut key: impl FnMut(T) -> Fallible<K>,
) -> Fallible<i64> {
    search(list, lo, hi, |item| Ok(less(&key(item)?, &x)))
}

/// `bisect_right(list, x, lo, hi, key=…)`.
///
/// # Errors
/// As [`bisect_left_key`].
pub fn bisect_right_key<T: Object, K: Object + Compare>(
    list: &List<T>,
    x: K,
    lo: i64,
    hi: Option<i64>,
    mut key: impl FnMut(T) -> Fallible<K>,
) -> Fallible<i64> {
    search(list, lo, hi, |item| Ok(!less(&x, &key(item)?)))
}

/// `insort_left(list, x, lo, hi)`.
///
/// # Errors
/// As [`bisect_left`].
pub fn insort_left<T: Object + Compare>(list: &List<T>, x: T, lo: i64, hi: Option<i64>) -> Fallible<()> {
    let place = bisect_left(list, x.clone(), lo, hi)?;
    list::insert(list, place, x)
}

/// `insort_right(list, x, lo, hi)`.
///
/// # Errors
/// As [`bisect_left`].
pub fn insort_right<T: Object + Compare>(list: &List<T>, x: T, lo: i64, hi: Option<i64>) -> Fallible<()> {
    let place = bisect_right(list, x.clone(), lo, hi)?;
    list::insert(list, place, x)
}

/// `insort_left(list, x, lo, hi, key=…)`.
///
/// # Errors
/// As [`bisect_left_key`].
pub fn insort_left_key<T: Object, K: Object + Compare>(
    list: &List<T>,
    x: T,
    lo: i64,
    hi: Option<i64>,
    mut key: impl FnMut(T) -> Fallible<K>,
) -> Fallible<()> {
    let wanted = key(x.clone())?;
    let place = bisect_left_key(list, wanted, lo, hi, key)?;
    list::insert(list, place, x)
}

/// `insort_right(list, x, lo, hi, key=…)`.
///
/// # Errors
/// As [`bisect_left_key`].
pub fn insort_right_key<T: Object, K: Object + Compare>(
    list: &List<T>,
    x: T,
    lo: i64,
    hi: Option<i64>,
    mut key: impl FnMut(T) -> Fallible<K>,
) -> Fallible<()> {
    let wanted = key(x.clone())?;
    let place = bisect_right_key(list, wanted, lo, hi, key)?;
    list::insert(list, place, x)
}
