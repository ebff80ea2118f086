//! Why a value is not what a parameter's type says.

use std::fmt::Write as _;

use crate::abi::Value;

/// A value that does not fit its declared type, and where it stands in the argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// What it is: `int`, `an array of float64 (cast it: …)`.
    found: String,
    /// The way to it, innermost step first: `element 3`, `key 'a'`.
    path: Vec<String>,
}

impl Mismatch {
    /// The value is something else: say what, as in "must be list\[str\], not …".
    #[cold]
    pub fn new(found: impl Into<String>) -> Box<Self> {
        Box::new(Self { found: found.into(), path: Vec::new() })
    }

    /// The value is of another class altogether.
    #[cold]
    pub fn of(value: &Value) -> Box<Self> {
        Self::new(value.type_name())
    }

    /// The mismatch is in this part of a larger value: `element 3`.
    #[cold]
    #[must_use]
    pub fn within(mut self: Box<Self>, part: impl Into<String>) -> Box<Self> {
        self.path.push(part.into());
        self
    }

    /// How deep in the argument it stands.
    pub(crate) fn depth(&self) -> usize {
        self.path.len()
    }

    /// The end of the message that begins with "argument 'texts' must be list\[str\]".
    pub(crate) fn describe(&self) -> String {
        if self.path.is_empty() {
            return format!(", not {}", self.found);
        }
        let mut text = String::from(": ");
        for (nesting, part) in self.path.iter().enumerate() {
            let _ = write!(text, "{}{part}", if nesting == 0 { "" } else { " of " });
        }
        let _ = write!(text, " is {}", self.found);
        text
    }
}
