//! Functions as values, and the variables that they share with the function around them.

use std::cell::RefCell;
use std::rc::Rc;

use crate::exception::{Exception, Fallible, Raised, unbound_local_error};
use crate::object::Object;
use crate::str::Str;

/// A function with the values that it holds. Which function it is, its type in the compiled program says.
#[derive(Clone, Copy)]
pub struct Closure<C>(pub C);

impl<C: Clone + 'static> Object for Closure<C> {
    fn type_name(&self) -> &'static str {
        "function"
    }

    // A captured global is never one that holds anything: see `Global`.
    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        // CPython shows an address, which no two runs have in common.
        out.push_str("<function>");
    }
}

/// A variable that a function shares with functions within it: what CPython calls a cell. A clone is the same variable.
pub struct Cell<T>(Rc<RefCell<Option<T>>>);

impl<T> Clone for Cell<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

/// A variable that nothing was assigned to yet.
#[must_use]
pub fn empty<T>() -> Cell<T> {
    Cell(Rc::new(RefCell::new(None)))
}

/// A variable with a value.
#[must_use]
pub fn of<T>(value: T) -> Cell<T> {
    Cell(Rc::new(RefCell::new(Some(value))))
}

/// Assigns.
#[inline]
pub fn set<T>(cell: &Cell<T>, value: T) {
    // Dropped after the cell is free again: dropping may run compiled code's iterators.
    let _before = cell.0.replace(Some(value));
}

/// `del name`.
pub fn clear<T>(cell: &Cell<T>) {
    let _before = cell.0.take();
}

/// Reads, in the function that the variable belongs to.
///
/// # Errors
/// `UnboundLocalError` where nothing was assigned yet.
#[inline]
pub fn get<T: Clone>(cell: &Cell<T>, name: &Str) -> Fallible<T> {
    cell.0.borrow().clone().ok_or_else(|| unbound(name))
}

/// Reads, in a function within the one that the variable belongs to.
///
/// # Errors
/// `NameError` where nothing was assigned yet.
#[inline]
pub fn get_free<T: Clone>(cell: &Cell<T>, name: &Str) -> Fallible<T> {
    cell.0.borrow().clone().ok_or_else(|| unbound_free(name))
}

#[cold]
fn unbound(name: &Str) -> Raised {
    let name = name.as_str();
    unbound_local_error(format!("cannot access local variable '{name}' where it is not associated with a value"))
}

#[cold]
fn unbound_free(name: &Str) -> Raised {
    let name = name.as_str();
    let message =
        format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope");
    Exception::new("NameError", message)
}

#[cfg(test)]
mod tests {
    use super::{empty, get, get_free, set};
    use crate::str::Str;

    #[test]
    fn clones_are_one_variable() {
        let cell = empty::<i64>();
        let other = cell.clone();
        let name = Str::from("n");
        assert_eq!(
            get(&cell, &name).unwrap_err().to_string(),
            "UnboundLocalError: cannot access local variable 'n' where it is not associated with a value"
        );
        assert_eq!(get_free(&cell, &name).unwrap_err().class, "NameError");
        set(&other, 2);
        assert_eq!(get(&cell, &name), Ok(2));
    }
}
