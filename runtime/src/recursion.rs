//! The recursion limit: deep recursion raises, as in CPython, and never overflows the stack.

use std::cell::Cell;
use std::ptr::NonNull;

use crate::exception::{Exception, Fallible};

/// CPython's default of `sys.getrecursionlimit()`.
const LIMIT: u32 = 1000;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// Held by a call of a recursive function as long as it runs. It never leaves its thread.
///
/// It keeps the address of the count, since looking a thread's own memory up takes longer than all the rest.
pub struct Depth(NonNull<Cell<u32>>);

/// Counts a call of a function that may, directly or not, call itself.
///
/// # Errors
/// `RecursionError` beyond CPython's default limit.
#[inline]
pub fn enter() -> Fallible<Depth> {
    DEPTH.with(|depth| {
        if depth.get() >= LIMIT {
            return Err(Exception::new("RecursionError", "maximum recursion depth exceeded"));
        }
        depth.set(depth.get() + 1);
        Ok(Depth(NonNull::from(depth)))
    })
}

impl Drop for Depth {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: the count has no destructor and lives as long as its thread, which this never leaves: `NonNull` is not `Send`.
        let depth = unsafe { self.0.as_ref() };
        depth.set(depth.get() - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn down(n: u32) -> Fallible<u32> {
        let _depth = enter()?;
        if n == 0 { Ok(0) } else { down(n - 1) }
    }

    #[test]
    fn too_deep_raises_and_the_next_call_works() {
        assert_eq!(down(900), Ok(0));
        assert_eq!(down(5000).unwrap_err().to_string(), "RecursionError: maximum recursion depth exceeded");
        assert_eq!(down(900), Ok(0));
    }
}
