//! Sorting: stable, with CPython's result.

use std::cmp::Ordering;

use super::List;
use crate::exception::{Fallible, value_error};
use crate::object::{Compare, Iter, Object};

/// `list.sort(reverse=…)`.
///
/// # Errors
/// `ValueError` for NaN: see [`sort_items`].
pub fn sort<T: Object + Compare>(list: &List<T>, reverse: bool) -> Fallible<()> {
    in_place(list, |items| sort_items(items, reverse))
}

/// `list.sort(key=…, reverse=…)`.
///
/// # Errors
/// What the key raises; `ValueError` for NaN.
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
/// `ValueError` for 64 and more values of which one is not ordered with itself, which is NaN: where CPython puts those
/// depends on its algorithm.
pub(crate) fn sort_items<T: Compare>(items: &mut [T], reverse: bool) -> Fallible<()> {
    if items.len() > 1 && items.iter().any(|item| item.compare(item).is_none()) {
        return sort_unordered(items, T::compare, reverse);
    }
    items.sort_by(|a, b| order(a, b, reverse));
    Ok(())
}

/// Sorts the items by a key, which is called once for each.
///
/// # Errors
/// What the key raises; `ValueError` for NaN.
pub(crate) fn sort_items_by_key<T: Clone, K: Compare>(
    items: &mut Vec<T>,
    mut key: impl FnMut(T) -> Fallible<K>,
    reverse: bool,
) -> Fallible<()> {
    let mut keyed = Vec::with_capacity(items.len());
    for item in items.iter() {
        keyed.push((key(item.clone())?, item.clone()));
    }
    if keyed.len() > 1 && keyed.iter().any(|(key, _)| key.compare(key).is_none()) {
        sort_unordered(&mut keyed, |(a, _), (b, _)| a.compare(b), reverse)?;
    } else {
        keyed.sort_by(|(a, _), (b, _)| order(a, b, reverse));
    }
    *items = keyed.into_iter().map(|(_, item)| item).collect();
    Ok(())
}

fn order<T: Compare>(a: &T, b: &T, reverse: bool) -> Ordering {
    let (a, b) = if reverse { (b, a) } else { (a, b) };
    a.compare(b).unwrap_or(Ordering::Equal)
}

/// Sorts where some value has no order with others, as NaN: fewer than 64 items as CPython's listsort does, which is the
/// first run and then binary insertion (Objects/listsort.txt).
#[cold]
fn sort_unordered<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Option<Ordering>, reverse: bool) -> Fallible<()> {
    const SMALLEST_MERGE: usize = 64;
    if items.len() >= SMALLEST_MERGE {
        return Err(value_error("cannot sort 64 or more values with NaN among them: it has no order with others"));
    }
    let less = |a: &T, b: &T| compare(a, b) == Some(Ordering::Less);
    if reverse {
        items.reverse();
    }
    let descends = less(&items[1], &items[0]);
    let mut run = 2;
    while run < items.len() && less(&items[run], &items[run - 1]) == descends {
        run += 1;
    }
    if descends {
        items[..run].reverse();
    }
    for place in run..items.len() {
        let (mut left, mut right) = (0, place);
        while left < right {
            let middle = left + (right - left) / 2;
            if less(&items[place], &items[middle]) {
                right = middle;
            } else {
                left = middle + 1;
            }
        }
        items[left..=place].rotate_right(1);
    }
    if reverse {
        items.reverse();
    }
    Ok(())
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
    fn few_values_with_nan_are_sorted_as_in_cpython_and_many_refused() {
        let list = from_vec(vec![3.0, f64::NAN, 1.0, 2.0]);
        sort(&list, false).expect("few values");
        assert_eq!(repr_text(&list), "[3.0, nan, 1.0, 2.0]");
        sort(&list, true).expect("few values");
        assert_eq!(repr_text(&list), "[3.0, nan, 2.0, 1.0]");
        assert!(sort(&from_vec(vec![f64::NAN; 64]), false).is_err());
    }
}
