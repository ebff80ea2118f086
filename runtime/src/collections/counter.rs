//! `collections.Counter`: how often each item is there (CPython's Lib/collections/__init__.py).

use crate::copy::Memo;
use crate::dict::{self, Dict};
use crate::exception::Fallible;
use crate::int;
use crate::list::{List, from_vec};
use crate::object::{Iter, Key, Object};

/// A dict of counts; a clone is another name of the same counter.
pub struct Counter<K> {
    pub(super) dict: Dict<K, i64>,
}

impl<K> Clone for Counter<K> {
    #[inline]
    fn clone(&self) -> Self {
        Self { dict: self.dict.clone() }
    }
}

/// `Counter()`.
#[must_use]
pub fn empty<K: Key>() -> Counter<K> {
    Counter { dict: dict::empty() }
}

/// `Counter(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn new<K: Key>(items: impl Iter<Item = K>) -> Fallible<Counter<K>> {
    let counter = empty();
    update(&counter, items)?;
    Ok(counter)
}

/// `Counter(mapping)`.
#[must_use]
pub fn of_dict<K: Key>(mapping: &Dict<K, i64>) -> Counter<K> {
    Counter { dict: dict::copy(mapping) }
}

fn count<K: Key>(counter: &Counter<K>, key: &K) -> i64 {
    counter.dict.lookup(key).unwrap_or(0)
}

/// `counter[key]`: 0 for a missing key, which is not put in.
#[inline]
pub fn getitem<K: Key>(counter: &Counter<K>, key: K) -> i64 {
    count(counter, &key)
}

/// `del counter[key]`: nothing where it is missing.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn delitem<K: Key>(counter: &Counter<K>, key: K) -> Fallible<()> {
    if dict::contains(&counter.dict, &key) { dict::delitem(&counter.dict, key) } else { Ok(()) }
}

/// `counter.copy()`.
pub fn copy<K: Key>(counter: &Counter<K>) -> Counter<K> {
    of_dict(&counter.dict)
}

/// `counter.update(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn update<K: Key>(counter: &Counter<K>, mut items: impl Iter<Item = K>) -> Fallible<()> {
    while let Some(item) = items.next()? {
        let more = int::add(count(counter, &item), 1)?;
        dict::setitem(&counter.dict, item, more)?;
    }
    Ok(())
}

/// `counter.update(mapping)`: adds its counts.
///
/// # Errors
/// `OverflowError` beyond 64 bits.
pub fn update_counts<K: Key>(counter: &Counter<K>, mapping: &Dict<K, i64>) -> Fallible<()> {
    for (key, more) in mapping.to_pairs() {
        let sum = int::add(more, count(counter, &key))?;
        dict::setitem(&counter.dict, key, sum)?;
    }
    Ok(())
}

/// `counter.subtract(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn subtract<K: Key>(counter: &Counter<K>, mut items: impl Iter<Item = K>) -> Fallible<()> {
    while let Some(item) = items.next()? {
        let less = int::sub(count(counter, &item), 1)?;
        dict::setitem(&counter.dict, item, less)?;
    }
    Ok(())
}

/// `counter.subtract(mapping)`: takes its counts away.
///
/// # Errors
/// `OverflowError` beyond 64 bits.
pub fn subtract_counts<K: Key>(counter: &Counter<K>, mapping: &Dict<K, i64>) -> Fallible<()> {
    for (key, fewer) in mapping.to_pairs() {
        let difference = int::sub(count(counter, &key), fewer)?;
        dict::setitem(&counter.dict, key, difference)?;
    }
    Ok(())
}

fn by_count<K: Key>(counter: &Counter<K>) -> Vec<(K, i64)> {
    let mut pairs = counter.dict.to_pairs();
    pairs.sort_by(|(_, a), (_, b)| b.cmp(a));
    pairs
}

/// `counter.most_common(n)`: the greatest counts first, equal ones in the order of insertion.
pub fn most_common<K: Key>(counter: &Counter<K>, n: Option<i64>) -> List<(K, i64)> {
    let mut pairs = by_count(counter);
    if let Some(n) = n {
        pairs.truncate(usize::try_from(n).unwrap_or(0));
    }
    from_vec(pairs)
}

/// Gives each item as often as it counts.
pub struct Elements<K> {
    pairs: std::vec::IntoIter<(K, i64)>,
    current: Option<(K, i64)>,
}

/// `counter.elements()`.
pub fn elements<K: Key>(counter: &Counter<K>) -> Elements<K> {
    Elements { pairs: counter.dict.to_pairs().into_iter(), current: None }
}

impl<K: Key> Iter for Elements<K> {
    type Item = K;

    fn next(&mut self) -> Fallible<Option<K>> {
        loop {
            if let Some((key, left)) = &mut self.current
                && *left > 0
            {
                *left -= 1;
                return Ok(Some(key.clone()));
            }
            self.current = self.pairs.next();
            if self.current.is_none() {
                return Ok(None);
            }
        }
    }
}

/// `counter.total()`.
///
/// # Errors
/// `OverflowError` beyond 64 bits.
pub fn total<K: Key>(counter: &Counter<K>) -> Fallible<i64> {
    counter.dict.to_pairs().into_iter().try_fold(0, |sum, (_, count)| int::add(sum, count))
}

fn positive<K: Key>(pairs: impl IntoIterator<Item = Fallible<(K, i64)>>) -> Fallible<Counter<K>> {
    let pairs: Fallible<Vec<(K, i64)>> =
        pairs.into_iter().filter(|pair| !matches!(pair, Ok((_, count)) if *count <= 0)).collect();
    Ok(Counter { dict: dict::from_pairs(pairs?) })
}

/// The counts of both sides put together: `both` for the items of the left, `right_only` for those that it lacks.
fn combined<K: Key>(
    left: &Counter<K>,
    right: &Counter<K>,
    both: impl Fn(i64, i64) -> Fallible<i64>,
    right_only: impl Fn(i64) -> Fallible<i64>,
) -> Fallible<Counter<K>> {
    let ours = left.dict.to_pairs().into_iter().map(|(key, ours)| {
        let theirs = count(right, &key);
        Ok((key, both(ours, theirs)?))
    });
    let theirs = right.dict.to_pairs().into_iter().filter(|(key, _)| !dict::contains(&left.dict, key));
    let theirs = theirs.map(|(key, theirs)| Ok((key, right_only(theirs)?)));
    positive(ours.chain(theirs))
}

/// `a + b`: counts above 0 only.
///
/// # Errors
/// `OverflowError` beyond 64 bits.
pub fn add<K: Key>(a: &Counter<K>, b: &Counter<K>) -> Fallible<Counter<K>> {
    combined(a, b, int::add, Ok)
}

/// `a - b`: counts above 0 only.
///
/// # Errors
/// `OverflowError` beyond 64 bits.
pub fn sub<K: Key>(a: &Counter<K>, b: &Counter<K>) -> Fallible<Counter<K>> {
    combined(a, b, int::sub, |count| if count < 0 { int::neg(count) } else { Ok(0) })
}

/// `a | b`: the greater counts.
///
/// # Errors
/// None: it is fallible as its siblings are.
pub fn or<K: Key>(a: &Counter<K>, b: &Counter<K>) -> Fallible<Counter<K>> {
    combined(a, b, |a, b| Ok(a.max(b)), Ok)
}

/// `a & b`: the smaller counts.
///
/// # Errors
/// None: it is fallible as its siblings are.
pub fn and<K: Key>(a: &Counter<K>, b: &Counter<K>) -> Fallible<Counter<K>> {
    combined(a, b, |a, b| Ok(a.min(b)), |_| Ok(0))
}

/// `+counter`.
///
/// # Errors
/// None: it is fallible as its siblings are.
pub fn pos<K: Key>(counter: &Counter<K>) -> Fallible<Counter<K>> {
    positive(counter.dict.to_pairs().into_iter().map(Ok))
}

/// `-counter`.
///
/// # Errors
/// `OverflowError` beyond 64 bits.
pub fn neg<K: Key>(counter: &Counter<K>) -> Fallible<Counter<K>> {
    positive(
        counter.dict.to_pairs().into_iter().map(|(key, count)| Ok((key, if count < 0 { int::neg(count)? } else { 0 }))),
    )
}

/// Changes the counts of one side's items, in its order, and removes those that are not above 0.
fn in_place<K: Key>(
    counter: &Counter<K>,
    items: Vec<(K, i64)>,
    change: impl Fn(i64, i64) -> Fallible<Option<i64>>,
) -> Fallible<()> {
    for (key, other) in items {
        if let Some(new) = change(count(counter, &key), other)? {
            dict::setitem(&counter.dict, key, new)?;
        }
    }
    for (key, count) in counter.dict.to_pairs() {
        if count <= 0 {
            dict::delitem(&counter.dict, key)?;
        }
    }
    Ok(())
}

/// `a += b`.
///
/// # Errors
/// `OverflowError` beyond 64 bits.
pub fn iadd<K: Key>(a: &Counter<K>, b: &Counter<K>) -> Fallible<()> {
    in_place(a, b.dict.to_pairs(), |ours, theirs| int::add(ours, theirs).map(Some))
}

/// `a -= b`.
///
/// # Errors
/// `OverflowError` beyond 64 bits.
pub fn isub<K: Key>(a: &Counter<K>, b: &Counter<K>) -> Fallible<()> {
    in_place(a, b.dict.to_pairs(), |ours, theirs| int::sub(ours, theirs).map(Some))
}

/// `a |= b`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn ior<K: Key>(a: &Counter<K>, b: &Counter<K>) -> Fallible<()> {
    in_place(a, b.dict.to_pairs(), |ours, theirs| Ok((theirs > ours).then_some(theirs)))
}

/// `a &= b`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn iand<K: Key>(a: &Counter<K>, b: &Counter<K>) -> Fallible<()> {
    let pairs = a.dict.to_pairs().into_iter().map(|(key, _)| {
        let theirs = count(b, &key);
        (key, theirs)
    });
    in_place(a, pairs.collect(), |ours, theirs| Ok((theirs < ours).then_some(theirs)))
}

impl<K: Key> Object for Counter<K> {
    fn type_name(&self) -> &'static str {
        "Counter"
    }

    fn freeze(&self) {
        self.dict.freeze();
    }

    /// The greatest counts first.
    fn deepcopy(&self, memo: &mut Memo) -> Fallible<Self> {
        memo.once(self.dict.address(), empty, |copy, memo| self.dict.copy_entries(&copy.dict, memo))
    }

    fn repr(&self, out: &mut String) {
        out.push_str("Counter(");
        let pairs = by_count(self);
        if !pairs.is_empty() {
            dict::from_pairs(pairs).repr(out);
        }
        out.push(')');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::{Iterable, repr_text};

    fn counter(pairs: &[(i64, i64)]) -> Counter<i64> {
        of_dict(&dict::from_pairs(pairs.to_vec()))
    }

    #[test]
    fn arithmetic_keeps_what_is_above_zero() {
        let (a, b) = (counter(&[(1, 3), (2, -1), (3, 1)]), counter(&[(3, 1), (1, -5), (4, 2), (5, -2)]));
        let text = |result: Fallible<Counter<i64>>| repr_text(&result.expect("small counts").dict);
        assert_eq!(text(add(&a, &b)), "{3: 2, 4: 2}");
        assert_eq!(text(sub(&a, &b)), "{1: 8, 5: 2}");
        assert_eq!(text(or(&a, &b)), "{1: 3, 3: 1, 4: 2}");
        assert_eq!(text(and(&a, &b)), "{3: 1}");
        iadd(&a, &a.clone()).expect("not frozen");
        assert_eq!(repr_text(&a), "Counter({1: 6, 3: 2})");
    }

    #[test]
    fn equal_counts_keep_their_order() {
        let counted = new(from_vec(vec![2, 1, 1, 3, 2]).iter()).expect("a list");
        assert_eq!(repr_text(&most_common(&counted, Some(2))), "[(2, 2), (1, 2)]");
        assert_eq!(getitem(&counted, 9), 0);
        assert_eq!(dict::len(&counted), 3);
    }
}
