//! The reference-counted cell behind mutable containers.
//!
//! The count is not atomic: one call runs on one thread. A *frozen* cell is immortal, in the manner of PEP 683: its
//! count and its state are never written again, so any number of threads may read it.

use std::cell::{Cell, UnsafeCell};
use std::marker::PhantomData;
use std::ptr::NonNull;

use crate::exception::{Fallible, runtime_error};

/// A pointer to a value that several names share and may change.
///
/// No reference to the value ever leaves this module: a closure sees it, and while it does the cell refuses to be
/// changed by code that the closure calls.
pub struct Shared<T> {
    cell: NonNull<Counted<T>>,
    owns: PhantomData<T>,
}

struct Counted<T> {
    /// How many pointers there are; [`FROZEN`] when nobody counts any more.
    count: Cell<usize>,
    /// [`FREE`], the number of readers, [`WRITING`] or [`FROZEN`].
    state: Cell<usize>,
    value: UnsafeCell<T>,
}

const FREE: usize = 0;
const WRITING: usize = usize::MAX - 1;
const FROZEN: usize = usize::MAX;

impl<T> Shared<T> {
    /// A new cell with one owner.
    #[inline]
    pub fn new(value: T) -> Self {
        let counted = Counted { count: Cell::new(1), state: Cell::new(FREE), value: UnsafeCell::new(value) };
        Self { cell: NonNull::from(Box::leak(Box::new(counted))), owns: PhantomData }
    }

    #[inline]
    fn counted(&self) -> &Counted<T> {
        // SAFETY: the cell lives as long as one pointer to it does.
        unsafe { self.cell.as_ref() }
    }

    /// Reads the value. The closure may run any code, but the value cannot be changed until it returns.
    ///
    /// # Panics
    /// When called from within [`write`](Self::write) of the same cell.
    #[inline]
    pub fn read<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        let counted = self.counted();
        let state = counted.state.get();
        assert!(state != WRITING, "a container was read while it was being changed");
        let _reading = (state != FROZEN).then(|| {
            counted.state.set(state + 1);
            Restore { state: &counted.state, to: state }
        });
        // SAFETY: nothing writes: the state is frozen, or holds this reader, which `write` respects.
        read(unsafe { &*counted.value.get() })
    }

    /// Reads the value with a closure that runs nothing but code of this crate and clones of values, and so cannot
    /// come back to the cell. This is the fast way: nothing is written.
    #[inline]
    pub(crate) fn peek<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        debug_assert!(self.counted().state.get() != WRITING);
        // SAFETY: by the contract of this function, nothing writes while the closure runs.
        read(unsafe { &*self.counted().value.get() })
    }

    /// Changes the value. The closure must not drop values it takes out: return them instead.
    ///
    /// # Errors
    /// `RuntimeError` when the cell is frozen, or when its value is being read or changed further up the stack.
    #[inline]
    pub fn write<R>(&self, write: impl FnOnce(&mut T) -> R) -> Fallible<R> {
        let counted = self.counted();
        let state = counted.state.get();
        if state != FREE {
            return Err(refuse(state));
        }
        counted.state.set(WRITING);
        let _writing = Restore { state: &counted.state, to: FREE };
        // SAFETY: the state was free, so nobody reads or writes, and nobody can begin to before `_writing` is dropped.
        Ok(write(unsafe { &mut *counted.value.get() }))
    }

    /// Makes the cell immortal and read-only. True where it was not before, so that the caller goes on to what it holds.
    pub fn freeze(&self) -> bool {
        let counted = self.counted();
        if counted.state.get() == FROZEN {
            return false;
        }
        assert!(counted.state.get() == FREE, "a container was frozen while it was in use");
        counted.count.set(FROZEN);
        counted.state.set(FROZEN);
        true
    }

    /// Whether the cell is frozen.
    #[must_use]
    pub fn is_frozen(&self) -> bool {
        self.counted().state.get() == FROZEN
    }

    /// What tells the cell from others while it lives.
    #[must_use]
    pub fn address(&self) -> usize {
        self.cell.as_ptr().addr()
    }

    /// The value where this is the last pointer to it; otherwise one pointer less.
    #[inline]
    pub(crate) fn into_last(self) -> Option<T> {
        let count = &self.counted().count;
        match count.get() {
            FROZEN => None,
            1 => {
                let cell = self.cell;
                std::mem::forget(self);
                // SAFETY: this was the last pointer, and `new` made the cell as a box.
                Some(unsafe { Box::from_raw(cell.as_ptr()) }.value.into_inner())
            }
            more => {
                count.set(more - 1);
                std::mem::forget(self);
                None
            }
        }
    }

    /// Whether the two are names of one object.
    #[inline]
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        self.cell == other.cell
    }
}

/// Puts the state of a cell back, also when the code in between panics.
struct Restore<'a> {
    state: &'a Cell<usize>,
    to: usize,
}

impl Drop for Restore<'_> {
    #[inline]
    fn drop(&mut self) {
        self.state.set(self.to);
    }
}

#[cold]
fn refuse(state: usize) -> crate::exception::Raised {
    runtime_error(if state == FROZEN {
        "a captured global cannot be changed by a compiled function: copy it first"
    } else {
        "a container cannot be changed while it is in use"
    })
}

impl<T> Clone for Shared<T> {
    #[inline]
    fn clone(&self) -> Self {
        let count = &self.counted().count;
        if count.get() != FROZEN {
            // Cannot reach `FROZEN`: that many pointers do not fit into memory, and leaked ones take as long to make.
            count.set(count.get() + 1);
        }
        Self { cell: self.cell, owns: PhantomData }
    }
}

impl<T> Drop for Shared<T> {
    #[inline]
    fn drop(&mut self) {
        let count = &self.counted().count;
        match count.get() {
            FROZEN => {}
            // SAFETY: this was the last pointer, and `new` made the cell as a box.
            1 => drop(unsafe { Box::from_raw(self.cell.as_ptr()) }),
            more => count.set(more - 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::Shared;

    #[test]
    fn drops_its_value_with_the_last_pointer() {
        let value = Rc::new(());
        let first = Shared::new(Rc::clone(&value));
        let second = first.clone();
        drop(first);
        assert_eq!(Rc::strong_count(&value), 2);
        drop(second);
        assert_eq!(Rc::strong_count(&value), 1);
    }

    #[test]
    fn refuses_a_change_while_it_is_read() {
        let cell = Shared::new(1);
        let raised = cell.read(|_| cell.write(|value| *value = 2)).expect_err("it is in use");
        assert_eq!(&raised.class, "RuntimeError");
        cell.write(|value| *value = 2).expect("it is free");
        assert_eq!(cell.read(|value| *value), 2);
    }

    #[test]
    fn a_frozen_cell_is_read_only_and_immortal() {
        let cell = Shared::new(vec![1]);
        assert!(cell.freeze());
        assert!(!cell.freeze());
        assert!(cell.write(|value| value.push(2)).is_err());
        let again = cell.clone();
        drop(cell);
        assert_eq!(again.read(Vec::len), 1);
    }

    #[test]
    fn a_panic_leaves_the_cell_free() {
        let cell = Shared::new(1);
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| cell.read(|_| panic!("on purpose"))));
        assert!(panicked.is_err());
        assert!(cell.write(|value| *value += 1).is_ok());
    }
}
