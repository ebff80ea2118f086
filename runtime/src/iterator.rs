//! `Iterator[T]` as a value: an iterator in a box, which names share.

use crate::exception::{Fallible, Raised, value_error};
use crate::object::{Identity, Iter, Iterable, Object};
use crate::shared::Shared;

/// An iterator that is kept in a variable, passed or returned; a clone is another name of the same iterator.
pub struct Boxed<T: 'static> {
    iterator: Shared<Slot<T>>,
}

/// Where the iterator is kept. None while it runs, so that it cannot enter itself.
struct Slot<T: 'static>(Option<Box<dyn Advance<T>>>);

impl<T: 'static> Drop for Slot<T> {
    fn drop(&mut self) {
        // An iterator may hold another, and that one the next: chains of them have no bound.
        if let Some(iterator) = self.0.take() {
            crate::trashcan::dispose(iterator);
        }
    }
}

/// [`Iter`] as a trait object can have it.
trait Advance<T> {
    fn advance(&mut self) -> Fallible<Option<T>>;
    fn hint(&self) -> usize;
    fn throw_in(&mut self, raised: Raised) -> Fallible<Option<T>>;
    fn end(&mut self) -> Fallible<bool>;
}

impl<I: Iter> Advance<I::Item> for I {
    fn advance(&mut self) -> Fallible<Option<I::Item>> {
        self.next()
    }

    fn hint(&self) -> usize {
        self.size_hint()
    }

    fn throw_in(&mut self, raised: Raised) -> Fallible<Option<I::Item>> {
        self.throw(raised)
    }

    fn end(&mut self) -> Fallible<bool> {
        self.close()
    }
}

impl<T: 'static> Boxed<T> {
    /// Boxes an iterator.
    pub fn new(iterator: impl Iter<Item = T> + 'static) -> Self {
        Self { iterator: Shared::new(Slot(Some(Box::new(iterator)))) }
    }

    /// Does something with the iterator, which cannot be entered meanwhile.
    fn run<R>(&mut self, run: impl FnOnce(&mut dyn Advance<T>) -> Fallible<R>) -> Fallible<R> {
        // Iterators over iterators run within one another.
        let _depth = crate::recursion::enter()?;
        let taken = self.iterator.write(|slot| slot.0.take())?;
        let mut iterator = taken.ok_or_else(|| value_error("generator already executing"))?;
        let result = run(&mut *iterator);
        self.iterator.write(|slot| slot.0 = Some(iterator))?;
        result
    }
}

impl<T: 'static> Clone for Boxed<T> {
    fn clone(&self) -> Self {
        Self { iterator: self.iterator.clone() }
    }
}

impl<T: 'static> Iter for Boxed<T> {
    type Item = T;

    fn next(&mut self) -> Fallible<Option<T>> {
        self.run(|iterator| iterator.advance())
    }

    fn throw(&mut self, raised: Raised) -> Fallible<Option<T>> {
        self.run(|iterator| iterator.throw_in(raised))
    }

    fn close(&mut self) -> Fallible<bool> {
        self.run(|iterator| iterator.end())
    }

    fn size_hint(&self) -> usize {
        self.iterator.peek(|iterator| iterator.0.as_ref().map_or(0, |iterator| iterator.hint()))
    }
}

impl<T: 'static> Iterable for Boxed<T> {
    type Item = T;
    type Iterator = Self;

    fn iter(&self) -> Self {
        self.clone()
    }
}

impl<T: 'static> Identity for Boxed<T> {
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
