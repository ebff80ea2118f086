//! How many tokens the texts of a call had: what clients report as usage.

use std::cell::RefCell;

use super::Encoding;

thread_local! {
    /// Of each text that this thread encoded since its last call began, in order.
    static COUNTS: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

/// Forgets what was counted: a call begins.
pub(crate) fn begin() {
    // Almost no call encodes anything: those must not pay for it.
    let _ = COUNTS.try_with(|counts| {
        if !counts.borrow().is_empty() {
            counts.borrow_mut().clear();
        }
    });
}

/// Counts the tokens of a text; padding is none.
pub(super) fn count(encoding: &Encoding) {
    let tokens = encoding.0.get_attention_mask().iter().map(|&mask| u64::from(mask != 0)).sum();
    let _ = COUNTS.try_with(|counts| counts.borrow_mut().push(tokens));
}

/// Gives `read` the counts.
pub(crate) fn with<T>(read: impl FnOnce(&[u64]) -> T) -> T {
    COUNTS.with(|counts| read(&counts.borrow()))
}
