//! `str`: immutable text, counted in code points.

mod builder;
mod case;
mod encode;
mod format;
mod justify;
mod percent;
mod search;
mod sequence;
mod split;
mod translate;

use crate::json::Writer;
use std::cmp::Ordering;
use std::hash::Hasher;

use hipstr::HipStr;

use crate::exception::Fallible;
use crate::object::{Compare, Equal, Iter, Iterable, Key, Object};

pub use builder::Builder;
pub use case::{
    capitalize, casefold, isalnum, isalpha, isascii, isdecimal, isdigit, isidentifier, islower, isnumeric, isprintable,
    isspace, istitle, isupper, lower, swapcase, title, upper,
};
pub use encode::encode;
pub use format::{Field, Fields, format};
pub use justify::{center, expandtabs, ljust, rjust, zfill};
pub use percent::percent;
pub use search::{
    count, endswith, endswith_any, endswith_within, find, index, removeprefix, removesuffix, replace, rfind, rindex,
    startswith, startswith_any, startswith_within,
};
pub use sequence::{Reversed, add, contains, getitem, getslice, join, len, mul, reversed};
pub use split::{lstrip, partition, rpartition, rsplit, rstrip, split, splitlines, strip};
pub use translate::{Replacement, maketrans, maketrans_deleting, maketrans_dict, translate};

/// `str()`.
#[must_use]
pub const fn empty() -> Str {
    Str::literal("")
}

/// A string. Its count is atomic, so that a captured one needs no freezing; short ones lie in place.
#[derive(Clone)]
pub struct Str {
    text: HipStr<'static>,
    /// The number of code points.
    length: usize,
}

impl Str {
    /// A string literal: neither copied nor counted.
    #[must_use]
    pub const fn literal(text: &'static str) -> Self {
        Self { text: HipStr::from_static(text), length: count_code_points(text) }
    }

    /// The text as Rust's own string slice.
    #[inline]
    #[must_use]
    pub const fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// `len(text)`: the number of code points.
    #[inline]
    #[must_use]
    pub const fn length(&self) -> usize {
        self.length
    }

    /// Whether every code point is one byte.
    #[inline]
    #[must_use]
    pub fn is_ascii(&self) -> bool {
        self.length == self.text.len()
    }

    /// The byte at which the code point of this number begins; the end for any beyond.
    #[inline]
    pub(crate) fn byte_offset(&self, code_point: usize) -> usize {
        if self.is_ascii() {
            return code_point.min(self.length);
        }
        self.as_str().char_indices().nth(code_point).map_or(self.text.len(), |(offset, _)| offset)
    }

    /// The part between two bytes, which share the memory of the whole.
    pub(crate) fn part(&self, start: usize, stop: usize) -> Self {
        if start == 0 && stop == self.text.len() {
            return self.clone();
        }
        let text = self.text.slice(start..stop);
        if self.is_ascii() { Self { length: stop - start, text } } else { Self::from(text) }
    }

    /// The text of one ASCII character: neither copied nor counted.
    #[inline]
    fn ascii(character: u8) -> Self {
        Self { text: HipStr::from_static(ASCII[usize::from(character)]), length: 1 }
    }
}

/// The texts of single ASCII characters.
static ASCII: [&str; 128] = {
    const CODES: [u8; 128] = {
        let mut codes = [0; 128];
        let mut code = 0;
        while code < codes.len() {
            codes[code] = code as u8;
            code += 1;
        }
        codes
    };
    let mut texts = [""; 128];
    let mut code = 0;
    while code < texts.len() {
        let (_, rest) = CODES.split_at(code);
        let (character, _) = rest.split_at(1);
        texts[code] = match std::str::from_utf8(character) {
            Ok(text) => text,
            Err(_) => panic!("every code below 128 is a character"),
        };
        code += 1;
    }
    texts
};

const fn count_code_points(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut count, mut place) = (0, 0);
    while place < bytes.len() {
        // Continuation bytes are 0b10xxxxxx.
        count += (bytes[place] & 0xC0 != 0x80) as usize;
        place += 1;
    }
    count
}

impl From<HipStr<'static>> for Str {
    fn from(text: HipStr<'static>) -> Self {
        Self { length: text.chars().count(), text }
    }
}

impl From<String> for Str {
    fn from(text: String) -> Self {
        Self::from(HipStr::from(text))
    }
}

impl From<&str> for Str {
    fn from(text: &str) -> Self {
        Self::from(HipStr::from(text))
    }
}

impl From<char> for Str {
    fn from(character: char) -> Self {
        if character.is_ascii() {
            return Self::ascii(character as u8);
        }
        Self { text: HipStr::from(&*character.encode_utf8(&mut [0; 4])), length: 1 }
    }
}

impl std::fmt::Debug for Str {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&crate::object::repr_text(self))
    }
}

impl PartialEq for Str {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Str {}

impl std::hash::Hash for Str {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Key::hash(self, state);
    }
}

impl Object for Str {
    fn type_name(&self) -> &'static str {
        "str"
    }

    fn input(&self) -> crate::pydantic::Input {
        crate::pydantic::Input::Str(self.clone())
    }

    fn dump(&self, dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        dumper.text(self.as_str());
        Ok(())
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        crate::format::text::repr(self.as_str(), out);
    }

    fn str(&self, out: &mut String) {
        out.push_str(self.as_str());
    }

    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        crate::format::text::format(self, spec, out)
    }

    fn json(&self, writer: &mut Writer) -> Fallible<()> {
        writer.text(self.as_str());
        Ok(())
    }
}

impl Equal for Str {
    #[inline]
    fn equal(&self, other: &Self) -> bool {
        self.length == other.length && self.as_str() == other.as_str()
    }
}

/// By code points, which is the order of UTF-8 bytes.
impl Compare for Str {
    #[inline]
    fn compare(&self, other: &Self) -> Option<Ordering> {
        Some(self.as_str().cmp(other.as_str()))
    }
}

impl Key for Str {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write(self.as_str().as_bytes());
        state.write_u8(0xff);
    }
}

/// Iterates over the code points of a string.
pub struct StrIterator {
    text: Str,
    offset: usize,
}

impl Iter for StrIterator {
    type Item = Str;

    #[inline]
    fn next(&mut self) -> Fallible<Option<Str>> {
        if let Some(&byte) = self.text.as_str().as_bytes().get(self.offset)
            && byte.is_ascii()
        {
            self.offset += 1;
            return Ok(Some(Str::ascii(byte)));
        }
        let next = self.text.as_str()[self.offset..].chars().next();
        Ok(next.map(|character| {
            self.offset += character.len_utf8();
            Str::from(character)
        }))
    }

    fn size_hint(&self) -> usize {
        // A code point has at most four bytes.
        (self.text.as_str().len() - self.offset).div_ceil(4)
    }
}

impl Iterable for Str {
    type Item = Str;
    type Iterator = StrIterator;

    fn iter(&self) -> StrIterator {
        StrIterator { text: self.clone(), offset: 0 }
    }
}
