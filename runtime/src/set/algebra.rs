//! Union, intersection, difference and subset, for `set` and `frozenset` alike. An operator of the two gives the class of
//! its left side.

use super::{AnySet, Items, Set};
use crate::exception::Fallible;
use crate::hashing::{Probe, Slot};
use crate::object::{Equal, Iter, Key, Object, collect};

fn items_of<T: Key>(items: impl Iter<Item = T>) -> Fallible<Items<T>> {
    Ok(collect(items)?.into_iter().map(Slot).collect())
}

fn items<S: AnySet>(set: &S) -> Items<S::Item> {
    set.read_items(Items::clone)
}

/// `a | b`.
pub fn or<T: Key, A: AnySet<Item = T>, B: AnySet<Item = T>>(a: &A, b: &B) -> A {
    let mut all = items(a);
    all.extend(items(b));
    A::with_items(all)
}

/// `a & b`.
pub fn and<T: Key, A: AnySet<Item = T>, B: AnySet<Item = T>>(a: &A, b: &B) -> A {
    let others = items(b);
    A::with_items(items(a).into_iter().filter(|item| others.contains(item)).collect())
}

/// `a - b`.
pub fn sub<T: Key, A: AnySet<Item = T>, B: AnySet<Item = T>>(a: &A, b: &B) -> A {
    let others = items(b);
    A::with_items(items(a).into_iter().filter(|item| !others.contains(item)).collect())
}

/// `a ^ b`.
pub fn xor<T: Key, A: AnySet<Item = T>, B: AnySet<Item = T>>(a: &A, b: &B) -> A {
    let (ours, theirs) = (items(a), items(b));
    let only_theirs: Vec<_> = theirs.iter().filter(|item| !ours.contains(*item)).cloned().collect();
    A::with_items(ours.into_iter().filter(|item| !theirs.contains(item)).chain(only_theirs).collect())
}

/// `a |= b`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn ior<T: Key, B: AnySet<Item = T>>(a: &Set<T>, b: &B) -> Fallible<()> {
    replace(a, or(a, b))
}

/// `a &= b`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn iand<T: Key, B: AnySet<Item = T>>(a: &Set<T>, b: &B) -> Fallible<()> {
    replace(a, and(a, b))
}

/// `a -= b`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn isub<T: Key, B: AnySet<Item = T>>(a: &Set<T>, b: &B) -> Fallible<()> {
    replace(a, sub(a, b))
}

/// `a ^= b`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn ixor<T: Key, B: AnySet<Item = T>>(a: &Set<T>, b: &B) -> Fallible<()> {
    replace(a, xor(a, b))
}

fn replace<T: Key>(set: &Set<T>, result: Set<T>) -> Fallible<()> {
    let new = items(&result);
    set.items.write(|place| std::mem::replace(place, new)).map(drop)
}

/// `a.union(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn union<A: AnySet>(a: &A, others: impl Iter<Item = A::Item>) -> Fallible<A> {
    Ok(or(a, &A::with_items(items_of(others)?)))
}

/// `a.intersection(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn intersection<A: AnySet>(a: &A, others: impl Iter<Item = A::Item>) -> Fallible<A> {
    Ok(and(a, &A::with_items(items_of(others)?)))
}

/// `a.difference(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn difference<A: AnySet>(a: &A, others: impl Iter<Item = A::Item>) -> Fallible<A> {
    Ok(sub(a, &A::with_items(items_of(others)?)))
}

/// `a.symmetric_difference(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn symmetric_difference<A: AnySet>(a: &A, others: impl Iter<Item = A::Item>) -> Fallible<A> {
    Ok(xor(a, &A::with_items(items_of(others)?)))
}

/// `a.issubset(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn issubset<A: AnySet>(a: &A, others: impl Iter<Item = A::Item>) -> Fallible<bool> {
    Ok(le(a, &A::with_items(items_of(others)?)))
}

/// `a.issuperset(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn issuperset<A: AnySet>(a: &A, others: impl Iter<Item = A::Item>) -> Fallible<bool> {
    Ok(ge(a, &A::with_items(items_of(others)?)))
}

/// `a.isdisjoint(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn isdisjoint<A: AnySet>(a: &A, others: impl Iter<Item = A::Item>) -> Fallible<bool> {
    let others = items_of(others)?;
    Ok(items(a).iter().all(|item| !others.contains(item)))
}

/// `a.intersection_update(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn intersection_update<T: Key>(a: &Set<T>, others: impl Iter<Item = T>) -> Fallible<()> {
    replace(a, intersection(a, others)?)
}

/// `a.difference_update(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn difference_update<T: Key>(a: &Set<T>, others: impl Iter<Item = T>) -> Fallible<()> {
    replace(a, difference(a, others)?)
}

/// `a.symmetric_difference_update(iterable)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn symmetric_difference_update<T: Key>(a: &Set<T>, others: impl Iter<Item = T>) -> Fallible<()> {
    replace(a, symmetric_difference(a, others)?)
}

/// `a <= b`: a subset.
pub fn le<T: Key, A: AnySet<Item = T>, B: AnySet<Item = T>>(a: &A, b: &B) -> bool {
    let others = items(b);
    items(a).iter().all(|item| others.contains(item))
}

/// `a < b`: a proper subset.
pub fn lt<T: Key, A: AnySet<Item = T>, B: AnySet<Item = T>>(a: &A, b: &B) -> bool {
    a.read_items(Items::len) < b.read_items(Items::len) && le(a, b)
}

/// `a >= b`: a superset.
pub fn ge<T: Key, A: AnySet<Item = T>, B: AnySet<Item = T>>(a: &A, b: &B) -> bool {
    le(b, a)
}

/// `a > b`: a proper superset.
pub fn gt<T: Key, A: AnySet<Item = T>, B: AnySet<Item = T>>(a: &A, b: &B) -> bool {
    lt(b, a)
}

/// `a == b`, also of different item types.
pub(crate) fn same_items<A: AnySet, B: AnySet>(a: &A, b: &B) -> bool
where
    A::Item: Equal<B::Item>,
{
    a.read_items(|ours| {
        b.read_items(|theirs| ours.len() == theirs.len() && theirs.iter().all(|item| ours.contains(&Probe(&item.0))))
    })
}

/// `{1, 2}`, as the repr of either class shows its items.
pub(crate) fn braces<T: Object>(items: &[T], out: &mut String) {
    for (place, item) in items.iter().enumerate() {
        out.push_str(if place == 0 { "{" } else { ", " });
        item.repr(out);
    }
    out.push('}');
}
