//! Drops what objects held without overflowing the stack: a list of a million nodes is a million objects deep.
//! CPython does the same (`Py_TRASHCAN_BEGIN`).

use std::any::Any;
use std::cell::{Cell, RefCell};

/// How deep drops nest before they wait.
const DEEPEST: usize = 50;

thread_local! {
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    static WAITING: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

/// Drops a value, at once or as soon as fewer drops are under way.
#[inline]
pub(super) fn bury<T: 'static>(value: T) {
    if std::mem::needs_drop::<T>() {
        bury_nested(value);
    }
}

fn bury_nested<T: 'static>(value: T) {
    let depth = DEPTH.get();
    if depth >= DEEPEST {
        WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(value)));
        return;
    }
    DEPTH.set(depth + 1);
    drop(value);
    if depth == 0 {
        while let Some(next) = WAITING.with_borrow_mut(Vec::pop) {
            drop(next);
        }
    }
    DEPTH.set(depth);
}
