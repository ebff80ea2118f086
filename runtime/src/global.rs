//! Captured globals: made when they are first asked for, then frozen and read by every thread.

use std::sync::OnceLock;

use crate::object::Object;

/// A value of the user's module that compiled functions read.
pub struct Global<T> {
    make: fn() -> T,
    value: OnceLock<T>,
}

// SAFETY: a value is handed out only after it was frozen, and a frozen `Object` may be read and cloned by any thread.
// It is never dropped on another thread than its own use: `get` borrows for 'static.
unsafe impl<T: Object> Sync for Global<T> {}

impl<T: Object> Global<T> {
    /// A global that `make` will build.
    #[must_use]
    pub const fn new(make: fn() -> T) -> Self {
        Self { make, value: OnceLock::new() }
    }

    /// The value, made and frozen at the first call.
    #[inline]
    pub fn get(&'static self) -> &'static T {
        self.value.get_or_init(|| {
            let value = (self.make)();
            value.freeze();
            value
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Global;
    use crate::list::{self, List};

    #[test]
    fn many_threads_read_one_list() {
        static NAMES: Global<List<i64>> = Global::new(|| list::from_vec(vec![1, 2, 3]));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..1000 {
                        assert_eq!(list::len(&NAMES.get().clone()), 3);
                    }
                });
            }
        });
        assert!(list::append(NAMES.get(), 4).is_err());
    }
}
