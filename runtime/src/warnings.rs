//! `warnings.warn`.

use std::cell::RefCell;
use std::collections::HashSet;
use std::io::Write;

use crate::str::Str;

thread_local! {
    /// What was warned of already, and where.
    static SEEN: RefCell<HashSet<(String, String, i64)>> = RefCell::default();
}

/// Writes a warning to standard error, once for each text and place, as CPython's default filters have it.
pub fn write(message: &Str, category: &Str, file: &Str, line: i64) {
    let key = (message.as_str().to_owned(), file.as_str().to_owned(), line);
    if !SEEN.with_borrow_mut(|seen| seen.insert(key)) {
        return;
    }
    let text = format!("{}:{line}: {}: {}\n", file.as_str(), category.as_str(), message.as_str());
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}
