//! `bytearray`: a mutable sequence of bytes (Objects/bytearrayobject.c).

mod change;
mod read;

use std::cmp::Ordering;

use crate::bytes::{Buffer, Bytes};
use crate::exception::{Fallible, value_error};
use crate::object::{Compare, Equal, Identity, Iter, Iterable, Object};
use crate::shared::Shared;
use crate::slice::{self, Slice};
use crate::str::{self, Str};

pub use change::{
    append, clear, delitem, delslice, extend, extend_bytes, iadd, imul, insert, pop, remove, reverse, setitem,
    setslice, setslice_bytes,
};
pub use read::*;

/// Mutable bytes; a clone is another name of the same object.
#[derive(Clone)]
pub struct Bytearray {
    bytes: Shared<Vec<u8>>,
}

impl Bytearray {
    /// How many bytes there are.
    #[must_use]
    pub fn length(&self) -> usize {
        self.bytes.peek(Vec::len)
    }

    /// Changes the bytes.
    ///
    /// # Errors
    /// `RuntimeError` for a captured global.
    pub fn write<R>(&self, write: impl FnOnce(&mut Vec<u8>) -> R) -> Fallible<R> {
        self.bytes.write(write)
    }

    fn get(&self, place: usize) -> Option<u8> {
        self.bytes.peek(|bytes| bytes.get(place).copied())
    }

    /// The bytes as they are now.
    #[must_use]
    pub fn snapshot(&self) -> Bytes {
        self.bytes.peek(Vec::clone).into()
    }
}

impl From<Vec<u8>> for Bytearray {
    fn from(bytes: Vec<u8>) -> Self {
        Self { bytes: Shared::new(bytes) }
    }
}

impl From<Bytes> for Bytearray {
    fn from(bytes: Bytes) -> Self {
        bytes.as_slice().to_vec().into()
    }
}

impl Buffer for Bytearray {
    fn read<R>(&self, read: impl FnOnce(&[u8]) -> R) -> R {
        self.bytes.read(|bytes| read(bytes))
    }

    fn address(&self) -> Option<usize> {
        Some(self.bytes.address())
    }
}

/// `bytearray()`.
#[must_use]
pub fn empty() -> Bytearray {
    Vec::new().into()
}

/// `bytearray(count)`: so many zeros.
///
/// # Errors
/// `ValueError` for a negative count, `MemoryError` for one beyond memory.
pub fn zeros(count: i64) -> Fallible<Bytearray> {
    crate::bytes::zeros(count).map(Bytearray::from)
}

/// `bytearray(buffer)`.
#[must_use]
pub fn of_buffer(buffer: &impl Buffer) -> Bytearray {
    buffer.read(<[u8]>::to_vec).into()
}

/// `bytearray(text, encoding, errors)`.
///
/// # Errors
/// As [`str::encode`].
pub fn encoded(text: &Str, encoding: &Str, errors: &Str) -> Fallible<Bytearray> {
    str::encode(text, encoding, errors).map(Bytearray::from)
}

/// `bytearray(ints)`.
///
/// # Errors
/// `ValueError` for an int that is no byte; whatever the iterator raises.
pub fn new(ints: impl Iter<Item = i64>) -> Fallible<Bytearray> {
    change::collected(ints).map(Bytearray::from)
}

/// `bytes(bytearray)`.
#[must_use]
pub fn bytes(bytearray: &Bytearray) -> Bytes {
    bytearray.snapshot()
}

/// `bytearray[index]`.
///
/// # Errors
/// `IndexError` where there is no such byte.
pub fn getitem(bytearray: &Bytearray, index: i64) -> Fallible<i64> {
    let place = slice::position(index, bytearray.length(), "bytearray index out of range")?;
    Ok(bytearray.get(place).map_or(0, i64::from))
}

/// `bytearray[start:stop:step]`.
///
/// # Errors
/// `ValueError` for step 0.
pub fn getslice(bytearray: &Bytearray, slice: &Slice) -> Fallible<Bytearray> {
    let picked = slice.indices(bytearray.length())?;
    let bytes: Vec<u8> = bytearray.bytes.peek(|bytes| picked.iter().map(|place| bytes[place]).collect());
    Ok(bytes.into())
}

/// `iter(bytearray)`.
#[must_use]
pub fn iter(bytearray: &Bytearray) -> BytearrayIterator {
    bytearray.iter()
}

/// Iterates over a bytearray, which may change meanwhile.
pub struct BytearrayIterator {
    bytearray: Bytearray,
    place: usize,
}

impl Iter for BytearrayIterator {
    type Item = i64;

    fn next(&mut self) -> Fallible<Option<i64>> {
        let byte = self.bytearray.get(self.place);
        // An exhausted iterator stays exhausted when the bytes grow.
        self.place = if byte.is_some() { self.place + 1 } else { usize::MAX };
        Ok(byte.map(i64::from))
    }

    fn size_hint(&self) -> usize {
        self.bytearray.length().saturating_sub(self.place)
    }
}

impl Iterable for Bytearray {
    type Item = i64;
    type Iterator = BytearrayIterator;

    fn iter(&self) -> BytearrayIterator {
        BytearrayIterator { bytearray: self.clone(), place: 0 }
    }
}

impl Identity for Bytearray {
    fn same(&self, other: &Self) -> bool {
        self.bytes.same(&other.bytes)
    }
}

impl Object for Bytearray {
    fn type_name(&self) -> &'static str {
        "bytearray"
    }

    fn freeze(&self) {
        self.bytes.freeze();
    }

    fn repr(&self, out: &mut String) {
        self.bytes.peek(|bytes| {
            let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
            out.push_str("bytearray(b");
            out.push(quote);
            for byte in bytes {
                match char::from(*byte) {
                    '\n' => out.push_str("\\n"),
                    '\r' => out.push_str("\\r"),
                    '\t' => out.push_str("\\t"),
                    // CPython escapes a single quote here whatever the quotes around are.
                    character @ ('\'' | '\\') => out.extend(['\\', character]),
                    character @ ' '..='~' => out.push(character),
                    _ => out.push_str(&format!("\\x{byte:02x}")),
                }
            }
            out.push(quote);
            out.push(')');
        });
    }
}

impl Equal for Bytearray {
    fn equal(&self, other: &Self) -> bool {
        self.bytes.peek(|a| other.bytes.peek(|b| a == b))
    }
}

impl Equal<Bytes> for Bytearray {
    fn equal(&self, other: &Bytes) -> bool {
        self.bytes.peek(|bytes| bytes == other.as_slice())
    }
}

impl Equal<Bytearray> for Bytes {
    fn equal(&self, other: &Bytearray) -> bool {
        other.equal(self)
    }
}

impl Compare for Bytearray {
    fn compare(&self, other: &Self) -> Option<Ordering> {
        self.bytes.peek(|a| other.bytes.peek(|b| Some(a.cmp(b))))
    }
}

impl Compare<Bytes> for Bytearray {
    fn compare(&self, other: &Bytes) -> Option<Ordering> {
        self.bytes.peek(|bytes| Some(bytes.as_slice().cmp(other.as_slice())))
    }
}

impl Compare<Bytearray> for Bytes {
    fn compare(&self, other: &Bytearray) -> Option<Ordering> {
        other.compare(self).map(Ordering::reverse)
    }
}

/// For an extended slice that something of another size is assigned to.
#[cold]
fn wrong_size(given: usize, wanted: usize) -> crate::exception::Raised {
    value_error(format!("attempt to assign bytes of size {given} to extended slice of size {wanted}"))
}
