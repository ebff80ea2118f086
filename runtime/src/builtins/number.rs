//! Numbers and code points as text.

use crate::bytes::Bytes;
use crate::exception::{Fallible, Raised, type_error, value_error};
use crate::str::Str;

/// `chr(code)`.
///
/// # Errors
/// `ValueError` for what is no code point, and for surrogates, which the strings of compiled code cannot hold.
pub fn chr(code: i64) -> Fallible<Str> {
    let code = u32::try_from(code).ok().filter(|code| *code < 0x11_0000);
    let code = code.ok_or_else(|| value_error("chr() arg not in range(0x110000)"))?;
    char::from_u32(code).map(Str::from).ok_or_else(surrogate)
}

#[cold]
pub(crate) fn surrogate() -> Raised {
    value_error("a compiled function cannot hold lone surrogates in a str")
}

/// `ord(text)`.
///
/// # Errors
/// `TypeError` for other than one code point.
pub fn ord(text: &Str) -> Fallible<i64> {
    let mut characters = text.as_str().chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) => Ok(i64::from(u32::from(character))),
        _ => Err(type_error(format!("ord() expected a character, but string of length {} found", text.length()))),
    }
}

/// `ord(bytes)`.
///
/// # Errors
/// `TypeError` for other than one byte.
pub fn ord_bytes(bytes: &Bytes) -> Fallible<i64> {
    match bytes.as_slice() {
        [byte] => Ok(i64::from(*byte)),
        all => Err(type_error(format!("ord() expected a character, but string of length {} found", all.len()))),
    }
}

fn prefixed(value: i64, digits: &str) -> Str {
    Str::from(format!("{}{digits}", if value < 0 { "-" } else { "" }))
}

/// `hex(value)`.
#[must_use]
pub fn hex(value: i64) -> Str {
    prefixed(value, &format!("{:#x}", value.unsigned_abs()))
}

/// `bin(value)`.
#[must_use]
pub fn bin(value: i64) -> Str {
    prefixed(value, &format!("{:#b}", value.unsigned_abs()))
}

/// `oct(value)`.
#[must_use]
pub fn oct(value: i64) -> Str {
    prefixed(value, &format!("{:#o}", value.unsigned_abs()))
}
