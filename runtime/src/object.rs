//! What every value of compiled code can do: the traits that generated code and generic operators rely on.

use std::cmp::Ordering;
use std::hash::Hasher;

use crate::exception::Fallible;

/// A Python value: `repr`, `str` and `format` of it.
///
/// Cloning is what binding another name to the value is in Python: cheap, and the object is shared.
pub trait Object: Clone + 'static {
    /// `type(value).__name__`: `list`, `int`.
    fn type_name(&self) -> &'static str;

    /// Appends `repr(value)`.
    fn repr(&self, out: &mut String);

    /// Appends `str(value)`; the same as `repr` for most types.
    fn str(&self, out: &mut String) {
        self.repr(out);
    }

    /// Appends `format(value, spec)`.
    ///
    /// # Errors
    /// `ValueError` for a spec the type does not take; `TypeError` where it takes none
    /// ("unsupported format string passed to list.__format__").
    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        if !spec.is_empty() {
            return Err(crate::exception::type_error(format!(
                "unsupported format string passed to {}.__format__",
                self.type_name()
            )));
        }
        self.str(out);
        Ok(())
    }
}

/// Python's `==` between two values whose comparison is a plain `bool`: `1 == 1.0`, `[1] == [1.0]`.
/// Types that are never equal need no implementation: the analyzer knows.
pub trait Equal<Other: ?Sized = Self> {
    /// `self == other`.
    fn equal(&self, other: &Other) -> bool;
}

/// A value that can be a key of a dict or an element of a set.
pub trait Key: Object + Equal {
    /// Feeds the hasher so that equal values, also of other types (`1`, `1.0`, `True`), feed it alike.
    fn hash<H: Hasher>(&self, state: &mut H);
}

/// Python's `<`, `<=`, `>`, `>=`.
pub trait Compare<Other: ?Sized = Self> {
    /// The order of the two; `None` where neither is less, equal or greater, as with NaN.
    fn compare(&self, other: &Other) -> Option<Ordering>;
}

/// An iterator that can raise: what `next()` is in Python.
pub trait Iter: Sized {
    /// What it gives.
    type Item;

    /// The next item, or `None` at the end.
    ///
    /// # Errors
    /// Whatever producing the item raises: "dictionary changed size during iteration".
    fn next(&mut self) -> Fallible<Option<Self::Item>>;

    /// A lower bound of the number of items left, to reserve space by.
    fn size_hint(&self) -> usize {
        0
    }
}

/// A value that `for` can iterate over. Every [`Iter`] is its own iterable.
pub trait Iterable {
    /// What its iterator gives.
    type Item;
    /// Its iterator, which shares the object and needs no borrow of it.
    type Iterator: Iter<Item = Self::Item>;

    /// `iter(value)`.
    fn iter(&self) -> Self::Iterator;
}
