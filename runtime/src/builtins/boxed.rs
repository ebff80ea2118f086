use crate::iterator::Boxed;
use crate::object::Iter;

/// Keeps an iterator in a variable.
pub fn boxed<T>(iterator: impl Iter<Item = T> + 'static) -> Boxed<T> {
    Boxed::new(iterator)
}
