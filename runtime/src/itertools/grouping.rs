//! `groupby` and `tee`: iterators that share the one they take from.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use crate::exception::{Fallible, value_error};
use crate::iterator::Boxed;
use crate::object::{Equal, Iter, Object};

/// What the groups of one `groupby` share.
struct Groups<T, K, I, F> {
    items: I,
    key: F,
    current_key: Option<K>,
    current: Option<T>,
    target: Option<K>,
    /// The number of the group that may take items.
    group: u64,
}

/// Iterates over keys and groups.
pub struct GroupBy<T, K, I, F> {
    groups: Rc<RefCell<Groups<T, K, I, F>>>,
}

/// Iterates over one group.
struct Group<T, K, I, F> {
    groups: Rc<RefCell<Groups<T, K, I, F>>>,
    target: K,
    number: u64,
}

/// What gives an item as its own key.
pub type Itself<T> = fn(T) -> Fallible<T>;

/// `groupby(iterable)`, `groupby(iterable, None)`.
pub fn groupby<T: Object, I: Iter<Item = T> + 'static>(items: I, (): ()) -> GroupBy<T, T, I, Itself<T>> {
    groupby_key(items, |item| Ok(item))
}

/// `groupby(iterable, key)`.
pub fn groupby_key<T: Object, K: Object, I: Iter<Item = T>, F: FnMut(T) -> Fallible<K>>(
    items: I,
    key: F,
) -> GroupBy<T, K, I, F> {
    let groups = Groups { items, key, current_key: None, current: None, target: None, group: 0 };
    GroupBy { groups: Rc::new(RefCell::new(groups)) }
}

impl<T: Object, K: Object + Equal, I: Iter<Item = T>, F: FnMut(T) -> Fallible<K>> Groups<T, K, I, F> {
    /// Takes the next item and its key; false at the end.
    fn step(&mut self) -> Fallible<bool> {
        let Some(item) = self.items.next()? else { return Ok(false) };
        self.current_key = Some((self.key)(item.clone())?);
        self.current = Some(item);
        Ok(true)
    }

    fn is_new(&self) -> bool {
        match (&self.current_key, &self.target) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(current), Some(target)) => !current.equal(target),
        }
    }
}

impl<T, K, I, F> Iter for GroupBy<T, K, I, F>
where
    T: Object,
    K: Object + Equal,
    I: Iter<Item = T> + 'static,
    F: FnMut(T) -> Fallible<K> + 'static,
{
    type Item = (K, Boxed<T>);

    fn next(&mut self) -> Fallible<Option<Self::Item>> {
        let mut groups = self.groups.try_borrow_mut().map_err(|_| value_error("generator already executing"))?;
        groups.group += 1;
        while !groups.is_new() {
            if !groups.step()? {
                return Ok(None);
            }
        }
        groups.target = groups.current_key.clone();
        let (Some(key), number) = (groups.current_key.clone(), groups.group) else { return Ok(None) };
        let group = Group { groups: Rc::clone(&self.groups), target: key.clone(), number };
        Ok(Some((key, Boxed::new(group))))
    }
}

impl<T: Object, K: Object + Equal, I: Iter<Item = T>, F: FnMut(T) -> Fallible<K>> Iter for Group<T, K, I, F> {
    type Item = T;

    fn next(&mut self) -> Fallible<Option<T>> {
        let mut groups = self.groups.try_borrow_mut().map_err(|_| value_error("generator already executing"))?;
        if groups.group != self.number || groups.current.is_none() && !groups.step()? {
            return Ok(None);
        }
        let is_ours = groups.current_key.as_ref().is_some_and(|key| key.equal(&self.target));
        Ok(if is_ours { groups.current.take() } else { None })
    }
}

/// What the iterators of one `tee` share: the items that some of them have yet to give.
struct Teed<I: Iter> {
    items: I,
    kept: VecDeque<I::Item>,
    /// How many items were dropped because all have given them.
    dropped: usize,
    places: Vec<usize>,
}

/// One iterator of a `tee`.
struct Tee<I: Iter> {
    shared: Rc<RefCell<Teed<I>>>,
    number: usize,
}

fn teed<I: Iter<Item: Object> + 'static>(items: I, count: usize) -> impl Iterator<Item = Boxed<I::Item>> {
    let teed = Teed { items, kept: VecDeque::new(), dropped: 0, places: vec![0; count] };
    let shared = Rc::new(RefCell::new(teed));
    (0..count).map(move |number| Boxed::new(Tee { shared: Rc::clone(&shared), number }))
}

/// `tee(iterable)`.
///
/// # Panics
/// Never: there are as many iterators as are asked for.
pub fn tee<I: Iter<Item: Object> + 'static>(items: I, _: i64) -> (Boxed<I::Item>, Boxed<I::Item>) {
    let mut all = teed(items, 2);
    let mut next = || all.next().expect("as many as asked for");
    (next(), next())
}

/// A tuple of three.
pub type Three<T> = (T, T, T);

/// `tee(iterable, 3)`.
///
/// # Panics
/// Never: there are as many iterators as are asked for.
pub fn tee3<I: Iter<Item: Object> + 'static>(items: I, _: i64) -> Three<Boxed<I::Item>> {
    let mut all = teed(items, 3);
    let mut next = || all.next().expect("as many as asked for");
    (next(), next(), next())
}

impl<I: Iter<Item: Object>> Iter for Tee<I> {
    type Item = I::Item;

    fn next(&mut self) -> Fallible<Option<I::Item>> {
        let shared = self.shared.try_borrow_mut();
        let mut shared = shared.map_err(|_| crate::exception::runtime_error("tee() iterator already executing"))?;
        let place = shared.places[self.number] - shared.dropped;
        if place == shared.kept.len() {
            let Some(item) = shared.items.next()? else { return Ok(None) };
            shared.kept.push_back(item);
        }
        let item = shared.kept.get(place).cloned();
        shared.places[self.number] += 1;
        let slowest = shared.places.iter().min().copied().unwrap_or(0);
        while shared.dropped < slowest {
            shared.kept.pop_front();
            shared.dropped += 1;
        }
        Ok(item)
    }
}
