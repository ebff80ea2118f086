//! Shared values of foreign types.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;

/// A shared value of which compiled code knows only that it is there.
///
/// As an `Arc<T>`, every library would compile the destructor of `T` again, with those of all that it is made of: for a
/// tokenizer that is four hundred functions. Here it is reached through a table that the runtime holds.
pub(crate) struct Opaque<T> {
    value: Arc<dyn Any + Send + Sync>,
    is: PhantomData<fn() -> T>,
}

impl<T: Send + Sync + 'static> Opaque<T> {
    /// Shares the value.
    pub fn new(value: T) -> Self {
        Self { value: Arc::new(value), is: PhantomData }
    }

    /// Whether the two are one value.
    pub fn same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.value, &other.value)
    }
}

impl<T> Clone for Opaque<T> {
    fn clone(&self) -> Self {
        Self { value: Arc::clone(&self.value), is: PhantomData }
    }
}

impl<T: 'static> Deref for Opaque<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value.downcast_ref().expect("it was made of such a value")
    }
}

impl<T> fmt::Debug for Opaque<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::any::type_name::<T>())
    }
}

#[cfg(test)]
mod tests {
    use super::Opaque;

    #[test]
    fn clones_are_the_same_value() {
        let text = Opaque::new("text".to_owned());
        let again = text.clone();
        assert!(text.same(&again));
        assert!(!text.same(&Opaque::new("text".to_owned())));
        assert_eq!(again.len(), 4);
    }
}
