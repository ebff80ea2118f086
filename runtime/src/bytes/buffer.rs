//! What operators that read bytes take: `Buffer` in the catalog, which is a bytes-like object of Python.

use super::Bytes;
use crate::exception::{Fallible, value_error};
use crate::str::Str;

/// A value that holds bytes.
pub trait Buffer {
    /// Reads the bytes.
    fn read<R>(&self, read: impl FnOnce(&[u8]) -> R) -> R;

    /// What tells the object from others, where its bytes can change.
    fn address(&self) -> Option<usize> {
        None
    }
}

impl Buffer for Bytes {
    fn read<R>(&self, read: impl FnOnce(&[u8]) -> R) -> R {
        read(self.as_slice())
    }
}

/// A value that holds bytes, or text that stands for them: what decoders take.
pub trait Encoded {
    /// Reads the bytes.
    ///
    /// # Errors
    /// `ValueError` for text that is not ASCII.
    fn read_encoded<R>(&self, read: impl FnOnce(&[u8]) -> Fallible<R>) -> Fallible<R>;
}

impl<B: Buffer> Encoded for B {
    fn read_encoded<R>(&self, read: impl FnOnce(&[u8]) -> Fallible<R>) -> Fallible<R> {
        self.read(read)
    }
}

impl Encoded for Str {
    fn read_encoded<R>(&self, read: impl FnOnce(&[u8]) -> Fallible<R>) -> Fallible<R> {
        if !self.is_ascii() {
            return Err(value_error("string argument should contain only ASCII characters"));
        }
        read(self.as_str().as_bytes())
    }
}
