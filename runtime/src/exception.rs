//! Python exceptions in native code: class, message and the Python lines they came through.

use std::borrow::Cow;
use std::fmt;

/// The result of an operator that can raise.
pub type Fallible<T> = Result<T, Raised>;

/// A raised exception. Boxed, so that a result is no larger than its value and the way without errors stays fast.
pub type Raised = Box<Exception>;

/// A Python exception.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// The class by its Python name: `ValueError`.
    pub class: Cow<'static, str>,
    /// What `str(exception)` gives.
    pub message: String,
    /// The frames it came through, innermost first.
    pub traceback: Vec<(Frame, u32)>,
}

/// The code that a frame of a traceback runs: one for each compiled function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// The Python file, as the user named it.
    pub file: &'static str,
    /// The qualified name of the Python function.
    pub function: &'static str,
}

impl Exception {
    /// A raised exception of the class with the message.
    #[cold]
    pub fn new(class: &'static str, message: impl Into<String>) -> Raised {
        Box::new(Self { class: Cow::Borrowed(class), message: message.into(), traceback: Vec::new() })
    }
}

/// As the last line of a Python traceback.
impl fmt::Display for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.class)?;
        if !self.message.is_empty() {
            write!(f, ": {}", self.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for Exception {}

/// Records the line that a failing operation stands on.
pub trait At: Sized {
    /// On failure, adds a frame to the traceback; `line` counts from 1.
    #[must_use]
    fn at(self, frame: Frame, line: u32) -> Self;
}

impl<T> At for Fallible<T> {
    #[inline]
    fn at(self, frame: Frame, line: u32) -> Self {
        match self {
            Ok(value) => Ok(value),
            Err(raised) => Err(add_frame(raised, frame, line)),
        }
    }
}

#[cold]
fn add_frame(mut raised: Raised, frame: Frame, line: u32) -> Raised {
    raised.traceback.push((frame, line));
    raised
}

/// Constructors named after the classes: `value_error("…")`.
macro_rules! constructors {
    ($($function:ident => $class:literal),* $(,)?) => {
        $(
            #[doc = concat!("A raised `", $class, "` with the message.")]
            #[cold]
            pub fn $function(message: impl Into<String>) -> Raised {
                Exception::new($class, message)
            }
        )*
    };
}

constructors! {
    assertion_error => "AssertionError",
    attribute_error => "AttributeError",
    index_error => "IndexError",
    key_error => "KeyError",
    memory_error => "MemoryError",
    not_implemented_error => "NotImplementedError",
    overflow_error => "OverflowError",
    runtime_error => "RuntimeError",
    stop_iteration => "StopIteration",
    type_error => "TypeError",
    unbound_local_error => "UnboundLocalError",
    unicode_decode_error => "UnicodeDecodeError",
    unicode_encode_error => "UnicodeEncodeError",
    value_error => "ValueError",
    zero_division_error => "ZeroDivisionError",
}
