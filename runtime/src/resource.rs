//! Captured globals that are loaded from a file, which may fail: models and tokenizers.

use std::sync::{Mutex, OnceLock, PoisonError};

use crate::exception::Fallible;
use crate::object::Object;

/// A value of the user's module that is loaded when it is first asked for.
pub struct Resource<T> {
    load: fn() -> Fallible<T>,
    value: OnceLock<T>,
    loading: Mutex<()>,
}

// SAFETY: as for `Global`: a value is handed out only after it was frozen, and a frozen `Object` may be read and cloned
// by any thread.
unsafe impl<T: Object> Sync for Resource<T> {}

impl<T: Object> Resource<T> {
    /// A global that `load` will build.
    #[must_use]
    pub const fn new(load: fn() -> Fallible<T>) -> Self {
        Self { load, value: OnceLock::new(), loading: Mutex::new(()) }
    }

    /// The value, loaded and frozen at the first call. A call that fails is tried again by the next one.
    ///
    /// # Errors
    /// Whatever loading it raises.
    pub fn get(&'static self) -> Fallible<&'static T> {
        if let Some(value) = self.value.get() {
            return Ok(value);
        }
        let _only_one = self.loading.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = self.value.get() {
            return Ok(value);
        }
        let value = (self.load)()?;
        value.freeze();
        Ok(self.value.get_or_init(|| value))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::Resource;
    use crate::exception::value_error;

    #[test]
    fn loading_is_tried_again_after_a_failure_and_then_never_again() {
        static TRIES: AtomicU32 = AtomicU32::new(0);
        static NUMBER: Resource<i64> = Resource::new(|| match TRIES.fetch_add(1, Ordering::Relaxed) {
            0 => Err(value_error("not yet")),
            _ => Ok(7),
        });
        assert!(NUMBER.get().is_err());
        assert_eq!(NUMBER.get(), Ok(&7));
        assert_eq!(NUMBER.get(), Ok(&7));
        assert_eq!(TRIES.load(Ordering::Relaxed), 2);
    }
}
