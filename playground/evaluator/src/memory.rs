//! The memory limit.

/// Sets how many bytes an evaluation may have at once.
pub fn limit(_bytes: Option<usize>) {}
