//! Bytes as text of the characters of the same numbers, for `bytes % values`.

use super::{Buffer, Bytes};
use crate::exception::{Fallible, overflow_error, type_error};
use crate::str::Str;

/// The characters of these numbers.
#[must_use]
pub fn latin(bytes: &impl Buffer) -> Str {
    Str::from(bytes.read(|bytes| bytes.iter().copied().map(char::from).collect::<String>()))
}

/// The bytes of these characters, of which all have the number of one.
#[must_use]
pub fn of_latin(text: &Str) -> Bytes {
    text.as_str().chars().map(|character| u32::from(character) as u8).collect::<Vec<u8>>().into()
}

/// `%c` of a number.
///
/// # Errors
/// `OverflowError` for an int that is no byte.
pub fn character(number: i64) -> Fallible<Str> {
    let byte = u8::try_from(number).map_err(|_| overflow_error("%c arg not in range(256)"))?;
    Ok(Str::from(char::from(byte)))
}

/// `%c` of bytes.
///
/// # Errors
/// `TypeError` for another length than 1.
pub fn single_character(bytes: &impl Buffer) -> Fallible<Str> {
    let text = latin(bytes);
    if text.length() != 1 {
        return Err(type_error("%c requires an integer in range(256) or a single byte"));
    }
    Ok(text)
}
