//! Dropping values that nest without a bound: a chain of iterators, each over the next.
//!
//! Rust drops what a value holds by recursion, which a long chain would overflow the stack with. CPython has the same
//! trouble, and puts what lies too deep into its "trashcan" until the outer objects are gone; so does this module.

use std::any::Any;
use std::cell::{Cell, RefCell};

/// How deep drops may nest on the stack.
const DEEPEST: u32 = 64;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static LATER: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

/// Drops the value: now, or where drops nest too deep already as soon as the outermost is done.
pub fn dispose<T: 'static>(value: T) {
    let depth = DEPTH.get();
    if depth >= DEEPEST {
        let mut value = Some(value);
        // While a thread ends its trashcan may be gone: then there is no way but the stack.
        let _ = LATER.try_with(|later| later.borrow_mut().extend(value.take().map(|value| Box::new(value) as _)));
        return;
    }
    DEPTH.set(depth + 1);
    drop(value);
    if depth == 0 {
        while let Ok(Some(value)) = LATER.try_with(|later| later.borrow_mut().pop()) {
            drop(value);
        }
    }
    DEPTH.set(depth);
}

#[cfg(test)]
mod tests {
    use super::dispose;

    struct Link(Option<Box<Link>>);

    impl Drop for Link {
        fn drop(&mut self) {
            if let Some(next) = self.0.take() {
                dispose(next);
            }
        }
    }

    #[test]
    fn a_chain_of_any_length_is_dropped() {
        let chain = (0..1_000_000).fold(Link(None), |chain, _| Link(Some(Box::new(chain))));
        drop(chain);
    }
}
