//! `bytes`: an immutable sequence of bytes.

mod buffer;
mod case;
mod decode;
mod percent;
mod search;
mod single;
mod split;

use std::cmp::Ordering;
use std::hash::Hasher;

use hipstr::HipByt;

use crate::exception::{Fallible, value_error};
use crate::object::{Compare, Equal, Iter, Iterable, Key, Object};
use crate::slice::{self, Slice};

pub use buffer::{Buffer, Encoded};
pub use case::{
    capitalize, center, expandtabs, fromhex, hex, hex_separated, hex_separated_by_bytes, isalnum, isalpha, isascii,
    isdigit, islower, isspace, istitle, isupper, ljust, lower, maketrans, rjust, swapcase, title, translate, upper,
    zfill,
};
pub use decode::decode;
pub use percent::{character, latin, of_latin, single_character};
pub use search::{
    count, endswith, endswith_any, find, index, removeprefix, removesuffix, replace, rfind, rindex, startswith,
    startswith_any,
};
pub(crate) use single::byte;
pub use single::{count_byte, find_byte, index_byte, rfind_byte, rindex_byte};
pub use split::{join, lstrip, partition, rpartition, rsplit, rstrip, split, splitlines, strip};

/// Bytes. Their count is atomic, so that captured ones need no freezing.
#[derive(Clone, PartialEq, Eq)]
pub struct Bytes {
    bytes: HipByt<'static>,
}

impl Bytes {
    /// A bytes literal, which is not copied.
    #[must_use]
    pub const fn literal(bytes: &'static [u8]) -> Self {
        Self { bytes: HipByt::borrowed(bytes) }
    }

    /// The bytes.
    #[must_use]
    pub const fn as_slice(&self) -> &[u8] {
        self.bytes.as_slice()
    }
}

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&crate::object::repr_text(self))
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self { bytes: bytes.into() }
    }
}

/// `bytes(ints)`.
///
/// # Errors
/// `ValueError` for an int that is no byte; whatever the iterator raises.
pub fn new(mut ints: impl Iter<Item = i64>) -> Fallible<Bytes> {
    let mut bytes = Vec::with_capacity(ints.size_hint());
    while let Some(int) = ints.next()? {
        bytes.push(u8::try_from(int).map_err(|_| value_error("bytes must be in range(0, 256)"))?);
    }
    Ok(bytes.into())
}

/// `len(bytes)`.
#[must_use]
pub fn len(bytes: &Bytes) -> i64 {
    bytes.as_slice().len() as i64
}

/// `bytes[index]`.
///
/// # Errors
/// `IndexError` where there is no such byte.
pub fn getitem(bytes: &Bytes, index: i64) -> Fallible<i64> {
    let bytes = bytes.as_slice();
    slice::position(index, bytes.len(), "index out of range").map(|place| bytes[place].into())
}

/// `bytes[start:stop:step]`.
///
/// # Errors
/// `ValueError` for step 0.
pub fn getslice(bytes: &Bytes, slice: &Slice) -> Fallible<Bytes> {
    let picked = slice.indices(bytes.as_slice().len())?;
    Ok(match picked.run() {
        Some(run) => Bytes { bytes: bytes.bytes.slice(run) },
        None => picked.iter().map(|place| bytes.as_slice()[place]).collect::<Vec<u8>>().into(),
    })
}

/// `a + b`.
#[must_use]
pub fn add(a: &Bytes, b: &Bytes) -> Bytes {
    [a.as_slice(), b.as_slice()].concat().into()
}

/// `part in bytes`.
#[must_use]
pub fn contains(bytes: &Bytes, part: &Bytes) -> bool {
    let part = part.as_slice();
    part.is_empty() || bytes.as_slice().windows(part.len()).any(|window| window == part)
}

/// `byte in bytes`.
///
/// # Errors
/// `ValueError` for an int that is no byte.
pub fn contains_byte(bytes: &Bytes, byte: i64) -> Fallible<bool> {
    let byte = self::byte(byte)?;
    Ok(bytes.as_slice().contains(&byte))
}

/// `bytes()`.
#[must_use]
pub const fn empty() -> Bytes {
    Bytes::literal(b"")
}

/// `bytes(count)`: so many zeros.
///
/// # Errors
/// `ValueError` for a negative count, `MemoryError` for one beyond memory.
pub fn zeros(count: i64) -> Fallible<Bytes> {
    let count = usize::try_from(count).map_err(|_| value_error("negative count"))?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(count).map_err(|_| crate::sequence::out_of_memory())?;
    bytes.resize(count, 0);
    Ok(bytes.into())
}

/// `bytes(bytes)`.
#[must_use]
pub fn copy(bytes: &Bytes) -> Bytes {
    bytes.clone()
}

/// `bytes * count`.
///
/// # Errors
/// `MemoryError` where the result is larger than memory can be.
pub fn mul(bytes: &Bytes, count: i64) -> Fallible<Bytes> {
    crate::sequence::repeat(bytes.as_slice(), count).map(Bytes::from)
}

/// `bool(bytes)`.
#[must_use]
pub fn bool(bytes: &Bytes) -> bool {
    !bytes.as_slice().is_empty()
}

/// `reversed(bytes)`.
#[must_use]
pub fn reversed(bytes: &Bytes) -> impl Iter<Item = i64> + use<> {
    let mut rest: Vec<u8> = bytes.as_slice().to_vec();
    crate::generator::from_fn(move || Ok(rest.pop().map(i64::from)))
}

/// `iter(bytes)`.
#[must_use]
pub fn iter(bytes: &Bytes) -> BytesIterator {
    bytes.iter()
}

/// Iterates over the bytes as ints.
pub struct BytesIterator {
    bytes: Bytes,
    place: usize,
}

impl Iter for BytesIterator {
    type Item = i64;

    fn next(&mut self) -> Fallible<Option<i64>> {
        let byte = self.bytes.as_slice().get(self.place).copied();
        self.place += usize::from(byte.is_some());
        Ok(byte.map(i64::from))
    }

    fn size_hint(&self) -> usize {
        self.bytes.as_slice().len() - self.place
    }
}

impl Iterable for Bytes {
    type Item = i64;
    type Iterator = BytesIterator;

    fn iter(&self) -> BytesIterator {
        BytesIterator { bytes: self.clone(), place: 0 }
    }
}

impl Object for Bytes {
    fn type_name(&self) -> &'static str {
        "bytes"
    }

    fn input(&self) -> crate::pydantic::Input {
        crate::pydantic::Input::Bytes(self.clone())
    }

    fn dump(&self, dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        dumper.bytes(self)
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        let bytes = self.as_slice();
        let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
        out.push('b');
        out.push(quote);
        for byte in bytes {
            match char::from(*byte) {
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                character if character == quote || character == '\\' => out.extend(['\\', character]),
                character @ ' '..='~' => out.push(character),
                _ => out.push_str(&format!("\\x{byte:02x}")),
            }
        }
        out.push(quote);
    }
}

impl Equal for Bytes {
    fn equal(&self, other: &Self) -> bool {
        self == other
    }
}

impl Compare for Bytes {
    fn compare(&self, other: &Self) -> Option<Ordering> {
        Some(self.as_slice().cmp(other.as_slice()))
    }
}

impl Key for Bytes {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write(self.as_slice());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::repr_text;

    #[test]
    fn shows_itself_as_cpython() {
        assert_eq!(repr_text(&Bytes::literal(b"a'\x00\n\xff")), r#"b"a'\x00\n\xff""#);
        assert!(contains(&Bytes::literal(b"abc"), &Bytes::literal(b"bc")));
        assert_eq!(hex(&Bytes::literal(b"\x01\xff")).as_str(), "01ff");
    }
}
