//! Puts f-strings together.

use super::Str;
use crate::exception::Fallible;
use crate::object::Object;

/// The text of an f-string as it grows.
#[derive(Debug, Default)]
pub struct Builder {
    text: String,
}

impl Builder {
    /// An empty text.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds literal text.
    #[inline]
    pub fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds `{value}`.
    #[inline]
    pub fn value<T: Object>(&mut self, value: &T) {
        value.str(&mut self.text);
    }

    /// Adds `{value!r}`.
    pub fn repr<T: Object>(&mut self, value: &T) {
        value.repr(&mut self.text);
    }

    /// Adds `{value!a}`.
    pub fn ascii<T: Object>(&mut self, value: &T) {
        self.text.push_str(crate::object::ascii(value).as_str());
    }

    /// Adds `{value:spec}`.
    ///
    /// # Errors
    /// As [`Object::format`].
    pub fn formatted<T: Object>(&mut self, value: &T, spec: &Str) -> Fallible<()> {
        value.format(spec.as_str(), &mut self.text)
    }

    /// The whole text.
    #[must_use]
    pub fn finish(self) -> Str {
        Str::from(self.text)
    }
}
