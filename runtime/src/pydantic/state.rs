//! A validation under way: where it stands, and what did not fit so far.

use std::fmt;

use super::Input;
use super::failure::Detail;
use crate::str::Str;

/// A step of the way to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A field, a key of a dict, or a member of a union.
    Name(Str),
    /// An element.
    Index(i64),
}

/// As pydantic joins them by points: a name that holds one is quoted.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Name(name) if name.as_str().contains('.') => write!(f, "`{}`", name.as_str()),
            Place::Name(name) => f.write_str(name.as_str()),
            Place::Index(index) => write!(f, "{index}"),
        }
    }
}

/// A value that does not fit.
#[derive(Debug, Clone)]
pub struct Line {
    /// What is wrong, by pydantic's name: `int_parsing`.
    pub kind: &'static str,
    /// The same in words.
    pub message: String,
    /// The way to it.
    pub path: Vec<Place>,
    /// The value.
    pub input: Input,
    /// What the words were made from.
    pub details: Vec<(&'static str, Detail)>,
}

/// How well a value fits a member of a union.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exactness {
    /// After a conversion.
    Lax,
    /// As strict mode lets it through.
    Strict,
    /// It is of that very type.
    Exact,
}

/// A validation under way.
#[derive(Debug)]
pub struct State {
    path: Vec<Place>,
    /// What did not fit so far.
    pub(super) lines: Vec<Line>,
    /// Whether the input is JSON.
    pub(super) is_json: bool,
    /// How well the input has fitted so far.
    pub(super) exactness: Exactness,
    /// How many fields of models were given so far.
    pub(super) fields_set: Option<usize>,
}

impl State {
    pub(super) fn new(is_json: bool) -> Self {
        Self { path: Vec::new(), lines: Vec::new(), is_json, exactness: Exactness::Exact, fields_set: None }
    }

    /// The value fits no better than so.
    #[inline]
    pub(super) fn floor(&mut self, exactness: Exactness) {
        self.exactness = self.exactness.min(exactness);
    }

    /// Runs one step further on the way.
    #[inline]
    pub(super) fn within<R>(&mut self, place: Place, run: impl FnOnce(&mut Self) -> R) -> R {
        self.path.push(place);
        let result = run(self);
        self.path.pop();
        result
    }

    /// A line of another validation, which ran where this one stands.
    #[cold]
    pub(super) fn pass_on(&mut self, line: &Line) {
        let path = self.path.iter().chain(&line.path).cloned().collect();
        self.lines.push(Line { path, ..line.clone() });
    }

    /// Notes that the value here does not fit.
    #[cold]
    pub(super) fn fail<T>(&mut self, kind: &'static str, message: impl Into<String>, input: &Input) -> Option<T> {
        self.fail_with(kind, message, input, Vec::new())
    }

    /// The same, with what the words were made from.
    #[cold]
    pub(super) fn fail_with<T>(
        &mut self,
        kind: &'static str,
        message: impl Into<String>,
        input: &Input,
        details: Vec<(&'static str, Detail)>,
    ) -> Option<T> {
        let line = Line { kind, message: message.into(), path: self.path.clone(), input: input.clone(), details };
        self.lines.push(line);
        None
    }
}
