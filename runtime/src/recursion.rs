//! The recursion limit: deep recursion raises, as in CPython, and never overflows the stack.

use std::cell::Cell;
use std::ptr::NonNull;

use crate::exception::{Exception, Fallible, Raised};

/// CPython's default of `sys.getrecursionlimit()`.
const LIMIT: u32 = 1000;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// How deep the calls of this thread are, as a function sees it that is given it by its caller: looking the thread's own memory up
/// takes longer than all the rest of a call.
///
/// It never leaves its thread, and is what the thread has counted as long as no call is entered or left.
#[derive(Debug, Clone, Copy)]
pub struct Level {
    count: NonNull<Cell<u32>>,
    depth: u32,
}

/// Held by a call of a recursive function as long as it runs.
#[derive(Debug)]
pub struct Depth(Level);

/// How deep the calls of this thread are.
#[inline]
#[must_use]
pub fn level() -> Level {
    DEPTH.with(|count| Level { count: NonNull::from(count), depth: count.get() })
}

/// Counts a call of a function that may, directly or not, call itself.
///
/// # Errors
/// `RecursionError` beyond CPython's default limit.
#[inline]
pub fn enter() -> Fallible<Depth> {
    level().enter()
}

impl Level {
    /// Counts a call, as [`enter`].
    ///
    /// # Errors
    /// `RecursionError` beyond CPython's default limit.
    #[inline(always)]
    pub fn enter(self) -> Fallible<Depth> {
        if self.depth >= LIMIT {
            return Err(too_deep());
        }
        self.set(self.depth + 1);
        Ok(Depth(self))
    }

    #[inline(always)]
    fn set(self, depth: u32) {
        // SAFETY: The count has no destructor and lives as long as its thread, which this never leaves: `NonNull` is not `Send`.
        unsafe { self.count.as_ref() }.set(depth);
    }
}

impl Depth {
    /// What is given to the functions that the call calls.
    #[inline(always)]
    #[must_use]
    pub fn level(&self) -> Level {
        Level { depth: self.0.depth + 1, ..self.0 }
    }
}

impl Drop for Depth {
    #[inline(always)]
    fn drop(&mut self) {
        self.0.set(self.0.depth);
    }
}

#[cold]
fn too_deep() -> Raised {
    Exception::new("RecursionError", "maximum recursion depth exceeded")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn down(n: u32) -> Fallible<u32> {
        let _depth = enter()?;
        if n == 0 { Ok(0) } else { down(n - 1) }
    }

    fn down_from(level: Level, n: u32) -> Fallible<u32> {
        let depth = level.enter()?;
        if n == 0 { enter().map(|_| 0) } else { down_from(depth.level(), n - 1) }
    }

    #[test]
    fn too_deep_raises_and_the_next_call_works() {
        assert_eq!(down(900), Ok(0));
        assert_eq!(down(5000).unwrap_err().to_string(), "RecursionError: maximum recursion depth exceeded");
        assert_eq!(down(900), Ok(0));
    }

    #[test]
    fn a_level_that_is_handed_on_counts_as_much() {
        assert_eq!(down_from(level(), 998), Ok(0));
        assert!(down_from(level(), 999).is_err());
        let outer = enter().expect("not deep");
        assert!(down_from(outer.level(), 998).is_err());
        assert_eq!(level().depth, 1);
        drop(outer);
        assert_eq!(level().depth, 0);
    }
}
