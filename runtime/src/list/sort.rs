//! Sorting: stable, with CPython's result.

use std::cmp::Ordering;

use super::List;
use super::timsort::timsort;
use crate::exception::{Fallible, value_error};
use crate::object::{Compare, Iter, Object};
use crate::record::caught;

/// `list.sort(reverse=…)`.
///
/// # Errors
/// What comparing the items raises.
pub fn sort<T: Object + Compare>(list: &List<T>, reverse: bool) -> Fallible<()> {
    in_place(list, |items| sort_items(items, reverse))
}

/// `list.sort(key=…, reverse=…)`.
///
/// # Errors
/// What the key and comparing keys raise.
pub fn sort_by_key<T: Object, K: Object + Compare>(
    list: &List<T>,
    key: impl FnMut(T) -> Fallible<K>,
    reverse: bool,
) -> Fallible<()> {
    in_place(list, |items| sort_items_by_key(items, key, reverse))
}

/// `list.sort(key=…)` of pairs of key and item, one for each item of the list.
///
/// # Errors
/// As `sort`.
pub fn sort_pairs<K: Compare + Clone, T: Object>(
    list: &List<T>,
    pairs: impl Iter<Item = (K, T)>,
    reverse: bool,
) -> Fallible<()> {
    let mut pairs = crate::object::collect(pairs)?;
    in_place(list, |items| {
        sort_items_by_key(&mut pairs, |(key, _)| Ok(key), reverse)?;
        *items = pairs.into_iter().map(|(_, item)| item).collect();
        Ok(())
    })
}

/// Takes the items out while they are compared, as CPython does.
fn in_place<T: Object>(list: &List<T>, sort: impl FnOnce(&mut Vec<T>) -> Fallible<()>) -> Fallible<()> {
    let mut items = list.items.write(std::mem::take)?;
    let outcome = sort(&mut items);
    let meanwhile = list.items.write(|place| std::mem::replace(place, items))?;
    outcome?;
    if meanwhile.is_empty() { Ok(()) } else { Err(value_error("list modified during sort")) }
}

/// Sorts the items. Equal ones keep their order, in reverse too.
///
/// # Errors
/// What comparing them raises.
pub(crate) fn sort_items<T: Compare>(items: &mut Vec<T>, reverse: bool) -> Fallible<()> {
    if needs_listsort(items.iter()) {
        return timsort(items, reverse, less);
    }
    items.sort_by(|a, b| order(a, b, reverse));
    Ok(())
}

/// Sorts the items by a key, which is called once for each.
///
/// # Errors
/// What the key and comparing keys raise.
pub(crate) fn sort_items_by_key<T: Clone, K: Compare>(
    items: &mut Vec<T>,
    mut key: impl FnMut(T) -> Fallible<K>,
    reverse: bool,
) -> Fallible<()> {
    let mut keyed = Vec::with_capacity(items.len());
    for item in items.iter() {
        keyed.push((key(item.clone())?, item.clone()));
    }
    let outcome = if needs_listsort(keyed.iter().map(|(key, _)| key)) {
        timsort(&mut keyed, reverse, |(a, _), (b, _)| less(a, b))
    } else {
        keyed.sort_by(|(a, _), (b, _)| order(a, b, reverse));
        Ok(())
    };
    *items = keyed.into_iter().map(|(_, item)| item).collect();
    outcome
}

fn order<T: Compare>(a: &T, b: &T, reverse: bool) -> Ordering {
    let (a, b) = if reverse { (b, a) } else { (a, b) };
    a.compare(b).unwrap_or(Ordering::Equal)
}

/// Whether the result depends on CPython's algorithm: the program compares, or some value has no order with others, as NaN.
fn needs_listsort<'v, T: Compare + 'v>(mut items: impl ExactSizeIterator<Item = &'v T>) -> bool {
    items.len() > 1 && (T::CALLS_CODE || items.any(|item| item.compare(item).is_none()))
}

fn less<T: Compare>(a: &T, b: &T) -> Fallible<bool> {
    if T::CALLS_CODE { caught(|| Ok(a.less(b))) } else { Ok(a.less(b)) }
}

/// `list.reverse()`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn reverse<T: Object>(list: &List<T>) -> Fallible<()> {
    list.items.write(|items| items.reverse())
}

#[cfg(test)]
mod tests {
    use super::{reverse, sort, sort_by_key};
    use crate::list::from_vec;
    use crate::object::repr_text;

    #[test]
    fn is_stable_in_both_directions() {
        let list = from_vec(vec![(1, true), (0, true), (1, false), (0, false)]);
        sort_by_key(&list, |(number, _)| Ok(number), true).expect("ints are ordered");
        assert_eq!(repr_text(&list), "[(1, True), (1, False), (0, True), (0, False)]");
        sort(&list, false).expect("pairs are ordered");
        reverse(&list).expect("not frozen");
        assert_eq!(repr_text(&list), "[(1, True), (1, False), (0, True), (0, False)]");
    }

    #[test]
    fn values_with_nan_are_sorted_as_in_cpython() {
        let list = from_vec(vec![3.0, f64::NAN, 1.0, 2.0]);
        sort(&list, false).expect("few values");
        assert_eq!(repr_text(&list), "[3.0, nan, 1.0, 2.0]");
        sort(&list, true).expect("few values");
        assert_eq!(repr_text(&list), "[3.0, nan, 2.0, 1.0]");
        let many = from_vec((0..100).map(|n| if n % 7 == 3 { f64::NAN } else { f64::from(n * 37 % 100) }).collect());
        sort(&many, false).expect("many values");
        // As CPython 3.11 has it.
        let nans: Vec<usize> =
            many.to_vec().iter().enumerate().filter(|(_, item)| item.is_nan()).map(|(at, _)| at).collect();
        assert_eq!(nans, [17, 41, 42, 43, 46, 47, 49, 67, 91, 95, 96, 97, 98, 99]);
    }
}
