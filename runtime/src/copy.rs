//! `copy`: objects made again, with all that they hold (CPython's Lib/copy.py).

use std::any::{Any, TypeId};

use rustc_hash::FxHashMap;

use crate::exception::Fallible;
use crate::object::Object;
use crate::record::{self, Class, Record};
use crate::recursion;

/// What was copied already: an object that is held in two places is copied once, and the copy is held in both.
#[derive(Default)]
pub struct Memo {
    copies: FxHashMap<(usize, TypeId), Box<dyn Any>>,
}

impl Memo {
    /// The copy of the object at an address: the one that was made before, or else an empty one, known as its copy
    /// before it is filled, so that an object may hold itself.
    ///
    /// # Errors
    /// What filling it raises; `RecursionError` where objects hold one another too deeply.
    pub fn once<T: Object>(
        &mut self,
        address: usize,
        empty: impl FnOnce() -> T,
        fill: impl FnOnce(&T, &mut Self) -> Fallible<()>,
    ) -> Fallible<T> {
        let key = (address, TypeId::of::<T>());
        if let Some(copy) = self.copies.get(&key).and_then(|copy| copy.downcast_ref::<T>()) {
            return Ok(copy.clone());
        }
        let _depth = recursion::enter()?;
        let copy = empty();
        self.copies.insert(key, Box::new(copy.clone()));
        fill(&copy, self)?;
        Ok(copy)
    }
}

/// `copy.deepcopy(value)`.
///
/// # Errors
/// `RecursionError` where objects hold one another too deeply.
pub fn deepcopy<T: Object>(value: &T) -> Fallible<T> {
    value.deepcopy(&mut Memo::default())
}

/// `copy.copy(object)` of an object of a class of the program.
#[must_use]
pub fn copy<T: Class>(object: &Record<T>) -> Record<T> {
    record::new(object.get(T::copied))
}

impl<T: Class> Record<T> {
    /// The object of a deep copy.
    pub(crate) fn copied_deeply(&self, memo: &mut Memo) -> Fallible<Self> {
        memo.once(self.address(), || copy(self), T::deepen)
    }
}
