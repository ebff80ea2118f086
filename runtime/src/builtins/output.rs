//! `print`.

use std::io::Write;

use crate::exception::{Exception, Fallible};
use crate::str::Str;

/// Writes a text to standard error, as `print(…, file=sys.stderr)` does.
///
/// # Errors
/// `OSError` where it cannot be written.
pub fn print_error(text: &Str) -> Fallible<()> {
    let written = std::io::stderr().lock().write_all(text.as_str().as_bytes());
    written.map_err(|error| Exception::new("OSError", error.to_string()))
}

/// Writes what `print` was given, joined and ended, to standard output; flushes where that is asked for, or where the
/// text ends a line.
///
/// # Errors
/// `OSError` where it cannot be written.
pub fn print(text: &Str, flush: bool) -> Fallible<()> {
    let mut output = std::io::stdout().lock();
    let written = output.write_all(text.as_str().as_bytes());
    let written = if flush { written.and_then(|()| output.flush()) } else { written };
    written.map_err(|error| Exception::new("OSError", error.to_string()))
}
