//! What can go wrong with a library and with a call.

use std::fmt;
use std::path::PathBuf;

use serde::Deserialize;

/// The result of a function of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a library cannot be used, or what a call raised.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// There is no library at a path, or it is none that this crate can call.
    #[error("{} is not a compiled predictor: {reason}", path.display())]
    NotABundle {
        /// What was given.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The library has no predictor of that name.
    #[error("the library has no predictor {name:?}; it has {}", known.join(", "))]
    NoPredictor {
        /// The name that was asked for.
        name: String,
        /// The names that there are.
        known: Vec<String>,
    },
    /// A Python exception.
    #[error(transparent)]
    Raised(#[from] Raised),
}

/// A Python exception that came out of a library.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Raised {
    /// The name of its class: `ValueError`.
    #[serde(rename = "type")]
    pub class: String,
    /// What `str(exception)` is in Python.
    pub message: String,
    /// The names of the built-in classes that a class of the program derives from.
    #[serde(default)]
    pub bases: Vec<String>,
    /// Where it was raised, outermost first; empty where the arguments did not fit the signature.
    #[serde(default)]
    pub traceback: Vec<Frame>,
}

/// A line of the Python source that was being run.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Frame {
    /// The Python file.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The function.
    pub function: String,
}

impl Raised {
    /// Whether it is of that built-in class, or of a class of the program that derives from it.
    pub fn is_a(&self, class: &str) -> bool {
        self.class == class || self.bases.iter().any(|base| base == class)
    }

    /// As Python prints it: the lines, then the class and the message.
    pub fn describe(&self) -> String {
        let mut text = String::new();
        if !self.traceback.is_empty() {
            text.push_str("Traceback (most recent call last):\n");
        }
        for Frame { file, line, function } in &self.traceback {
            text += &format!("  File \"{file}\", line {line}, in {function}\n");
        }
        text + &self.to_string()
    }
}

impl fmt::Display for Raised {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.message.is_empty() {
            return out.write_str(&self.class);
        }
        write!(out, "{}: {}", self.class, self.message)
    }
}

impl std::error::Error for Raised {}
