//! `heapq`: a list as a heap (CPython's Lib/heapq.py; the places of equal items are its own).

use crate::exception::{Fallible, index_error};
use crate::iterator::Boxed;
use crate::list::{List, from_vec, sort_items, sort_items_by_key};
use crate::object::{Compare, Iter, Object, collect, less};

fn sift_down<T: Compare + Clone>(heap: &mut [T], start: usize, mut place: usize) {
    while place > start {
        let parent = (place - 1) / 2;
        if !less(&heap[place], &heap[parent]) {
            break;
        }
        heap.swap(place, parent);
        place = parent;
    }
}

fn sift_up<T: Compare + Clone>(heap: &mut [T], start: usize) {
    let mut place = start;
    let mut child = 2 * place + 1;
    while child < heap.len() {
        let right = child + 1;
        if right < heap.len() && !less(&heap[child], &heap[right]) {
            child = right;
        }
        heap.swap(place, child);
        place = child;
        child = 2 * place + 1;
    }
    sift_down(heap, start, place);
}

/// `heappush(heap, item)`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn heappush<T: Object + Compare>(heap: &List<T>, item: T) -> Fallible<()> {
    heap.change(|items| {
        items.push(item);
        let last = items.len() - 1;
        sift_down(items, 0, last);
    })
}

fn pop<T: Compare + Clone>(items: &mut Vec<T>) -> Option<T> {
    let last = items.pop()?;
    match items.first_mut() {
        None => Some(last),
        Some(first) => {
            let popped = std::mem::replace(first, last);
            sift_up(items, 0);
            Some(popped)
        }
    }
}

/// `heappop(heap)`.
///
/// # Errors
/// `IndexError` of an empty heap.
pub fn heappop<T: Object + Compare>(heap: &List<T>) -> Fallible<T> {
    heap.change(pop)?.ok_or_else(|| index_error("index out of range"))
}

fn replace<T: Compare + Clone>(items: &mut [T], item: T) -> Option<T> {
    let popped = std::mem::replace(items.first_mut()?, item);
    sift_up(items, 0);
    Some(popped)
}

/// `heapreplace(heap, item)`.
///
/// # Errors
/// `IndexError` of an empty heap.
pub fn heapreplace<T: Object + Compare>(heap: &List<T>, item: T) -> Fallible<T> {
    heap.change(|items| replace(items, item))?.ok_or_else(|| index_error("index out of range"))
}

/// `heappushpop(heap, item)`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn heappushpop<T: Object + Compare>(heap: &List<T>, item: T) -> Fallible<T> {
    heap.change(|items| {
        if items.first().is_some_and(|first| less(first, &item)) {
            replace(items, item.clone()).unwrap_or(item)
        } else {
            item
        }
    })
}

/// `heapify(list)`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn heapify<T: Object + Compare>(heap: &List<T>) -> Fallible<()> {
    heap.change(|items| (0..items.len() / 2).rev().for_each(|place| sift_up(items, place)))
}

fn taken<T: Object>(mut items: Vec<T>, n: i64) -> List<T> {
    items.truncate(usize::try_from(n).unwrap_or(0));
    from_vec(items)
}

/// `nlargest(n, iterable, None)`: as `sorted(iterable, reverse=True)[:n]`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn nlargest<T: Object + Compare>(n: i64, items: impl Iter<Item = T>, (): ()) -> Fallible<List<T>> {
    let mut items = collect(items)?;
    sort_items(&mut items, true)?;
    Ok(taken(items, n))
}

/// `nlargest(n, iterable, key)`.
///
/// # Errors
/// Whatever the iterator or the key raises.
pub fn nlargest_key<T: Object, K: Object + Compare>(
    n: i64,
    items: impl Iter<Item = T>,
    key: impl FnMut(T) -> Fallible<K>,
) -> Fallible<List<T>> {
    let mut items = collect(items)?;
    sort_items_by_key(&mut items, key, true)?;
    Ok(taken(items, n))
}

/// `nsmallest(n, iterable, None)`: as `sorted(iterable)[:n]`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn nsmallest<T: Object + Compare>(n: i64, items: impl Iter<Item = T>, (): ()) -> Fallible<List<T>> {
    let mut items = collect(items)?;
    sort_items(&mut items, false)?;
    Ok(taken(items, n))
}

/// `nsmallest(n, iterable, key)`.
///
/// # Errors
/// Whatever the iterator or the key raises.
pub fn nsmallest_key<T: Object, K: Object + Compare>(
    n: i64,
    items: impl Iter<Item = T>,
    key: impl FnMut(T) -> Fallible<K>,
) -> Fallible<List<T>> {
    let mut items = collect(items)?;
    sort_items_by_key(&mut items, key, false)?;
    Ok(taken(items, n))
}

/// Merges sorted iterables; of equal items that of the earlier iterable comes first.
pub struct Merge<T: 'static, K, F> {
    iterables: Vec<Boxed<T>>,
    /// The next item of each with its key; `None` before the first is asked for.
    heads: Option<Vec<Option<(K, T)>>>,
    key: F,
    reverse: bool,
}

/// `merge(…, reverse=…)`.
pub fn merge<T: Object>(iterables: &[Boxed<T>], reverse: bool) -> Merge<T, T, fn(T) -> Fallible<T>> {
    merge_key(iterables, |item| Ok(item), reverse)
}

/// `merge(…, key=…, reverse=…)`.
pub fn merge_key<T, K, F: FnMut(T) -> Fallible<K>>(iterables: &[Boxed<T>], key: F, reverse: bool) -> Merge<T, K, F> {
    Merge { iterables: iterables.to_vec(), heads: None, key, reverse }
}

impl<T: Object, K: Compare, F: FnMut(T) -> Fallible<K>> Merge<T, K, F> {
    fn head(&mut self, place: usize) -> Fallible<Option<(K, T)>> {
        match self.iterables[place].next()? {
            Some(item) => Ok(Some(((self.key)(item.clone())?, item))),
            None => Ok(None),
        }
    }
}

impl<T: Object, K: Compare, F: FnMut(T) -> Fallible<K>> Iter for Merge<T, K, F> {
    type Item = T;

    fn next(&mut self) -> Fallible<Option<T>> {
        if self.heads.is_none() {
            let heads = (0..self.iterables.len()).map(|place| self.head(place)).collect::<Fallible<_>>()?;
            self.heads = Some(heads);
        }
        let mut first: Option<(usize, &K)> = None;
        for (place, head) in self.heads.iter().flatten().enumerate() {
            let Some((key, _)) = head else { continue };
            let comes_first = match first {
                None => true,
                Some((_, best)) if self.reverse => less(best, key),
                Some((_, best)) => less(key, best),
            };
            if comes_first {
                first = Some((place, key));
            }
        }
        let Some((place, _)) = first else { return Ok(None) };
        let next = self.head(place)?;
        let head = self.heads.as_mut().and_then(|heads| std::mem::replace(&mut heads[place], next));
        Ok(head.map(|(_, item)| item))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::repr_text;

    #[test]
    fn lays_items_out_as_cpython() {
        let heap = from_vec(vec![5, 3, 8, 1, 9, 2]);
        heapify(&heap).expect("not frozen");
        assert_eq!(repr_text(&heap), "[1, 3, 2, 5, 9, 8]");
        heappush(&heap, 0).expect("not frozen");
        assert_eq!(repr_text(&heap), "[0, 3, 1, 5, 9, 8, 2]");
        assert_eq!(heappop(&heap), Ok(0));
        assert_eq!(repr_text(&heap), "[1, 3, 2, 5, 9, 8]");
        assert_eq!(heappushpop(&heap, 4), Ok(1));
        assert_eq!(crate::list::len(&heap), 6);
    }
}
