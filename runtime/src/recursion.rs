//! The recursion limit: deep recursion raises, as in CPython, and never overflows the stack.

use std::cell::Cell;

use crate::exception::{Exception, Fallible};

/// CPython's default of `sys.getrecursionlimit()`.
const LIMIT: u32 = 1000;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// Held by a call of a recursive function as long as it runs.
pub struct Depth(());

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
        Ok(Depth(()))
    })
}

impl Drop for Depth {
    #[inline]
    fn drop(&mut self) {
        DEPTH.with(|depth| depth.set(depth.get() - 1));
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
