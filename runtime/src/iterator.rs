//! `Iterator[T]` as a value: an iterator in a box, which names share.

use crate::exception::{Fallible, value_error};
use crate::object::{Identity, Iter, Iterable, Object};
use crate::shared::Shared;

/// An iterator that is kept in a variable, passed or returned; a clone is another name of the same iterator.
pub struct Boxed<T> {
    /// None while the iterator runs, so that it cannot enter itself.
    iterator: Shared<Option<Box<dyn Advance<T>>>>,
}

/// [`Iter`] as a trait object can have it.
trait Advance<T> {
    fn advance(&mut self) -> Fallible<Option<T>>;
    fn hint(&self) -> usize;
}

impl<I: Iter> Advance<I::Item> for I {
    fn advance(&mut self) -> Fallible<Option<I::Item>> {
        self.next()
    }

    fn hint(&self) -> usize {
        self.size_hint()
    }
}

impl<T> Boxed<T> {
    /// Boxes an iterator.
    pub fn new(iterator: impl Iter<Item = T> + 'static) -> Self {
        Self { iterator: Shared::new(Some(Box::new(iterator))) }
    }
}

impl<T> Clone for Boxed<T> {
    fn clone(&self) -> Self {
        Self { iterator: self.iterator.clone() }
    }
}

impl<T> Iter for Boxed<T> {
    type Item = T;

    fn next(&mut self) -> Fallible<Option<T>> {
        let taken = self.iterator.write(Option::take)?;
        let mut iterator = taken.ok_or_else(|| value_error("generator already executing"))?;
        let item = iterator.advance();
        self.iterator.write(|place| *place = Some(iterator))?;
        item
    }

    fn size_hint(&self) -> usize {
        self.iterator.peek(|iterator| iterator.as_ref().map_or(0, |iterator| iterator.hint()))
    }
}

impl<T> Iterable for Boxed<T> {
    type Item = T;
    type Iterator = Self;

    fn iter(&self) -> Self {
        self.clone()
    }
}

impl<T> Identity for Boxed<T> {
    fn same(&self, other: &Self) -> bool {
        self.iterator.same(&other.iterator)
    }
}

impl<T: 'static> Object for Boxed<T> {
    fn type_name(&self) -> &'static str {
        "iterator"
    }

    fn freeze(&self) {
        self.iterator.freeze();
    }

    fn repr(&self, out: &mut String) {
        // CPython shows an address, which no two runs have in common.
        out.push_str("<iterator object>");
    }
}
