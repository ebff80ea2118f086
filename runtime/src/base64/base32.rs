//! Base 32, in both alphabets.

use data_encoding::{BASE32, BASE32HEX};

use super::replace;
use crate::binascii::error;
use crate::bytes::{Buffer, Bytes, Encoded};
use crate::exception::{Fallible, assertion_error};
use crate::object::repr_text;

const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const HEX_ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHIJKLMNOPQRSTUV";

/// `b32encode(data)`.
#[must_use]
pub fn b32encode(data: &impl Buffer) -> Bytes {
    data.read(|data| BASE32.encode(data)).into_bytes().into()
}

/// `b32hexencode(data)`.
#[must_use]
pub fn b32hexencode(data: &impl Buffer) -> Bytes {
    data.read(|data| BASE32HEX.encode(data)).into_bytes().into()
}

/// `b32decode(text, casefold, map01)`.
///
/// # Errors
/// `binascii.Error` for wrong padding and for what is no digit; `AssertionError` where `map01` is not one character;
/// `ValueError` for text that is not ASCII.
pub fn b32decode(text: &impl Encoded, casefold: bool, map01: &Option<Bytes>) -> Fallible<Bytes> {
    text.read_encoded(|text| {
        if !text.len().is_multiple_of(8) {
            return Err(error("Incorrect padding"));
        }
        match map01.as_ref().map(|one| (one, one.as_slice())) {
            Some((_, [one])) => decode(ALPHABET, &replace(text.to_vec(), b"01", &[b'O', *one]), casefold),
            Some((other, _)) => Err(assertion_error(repr_text(other))),
            None => decode(ALPHABET, text, casefold),
        }
    })
}

/// `b32hexdecode(text, casefold)`.
///
/// # Errors
/// As [`b32decode`].
pub fn b32hexdecode(text: &impl Encoded, casefold: bool) -> Fallible<Bytes> {
    text.read_encoded(|text| decode(HEX_ALPHABET, text, casefold))
}

/// As CPython, which does not look at the bits that are left over.
fn decode(alphabet: &[u8; 32], text: &[u8], casefold: bool) -> Fallible<Bytes> {
    if !text.len().is_multiple_of(8) {
        return Err(error("Incorrect padding"));
    }
    let padding = text.iter().rev().take_while(|byte| **byte == b'=').count();
    let value = |byte: &u8| {
        let byte = if casefold { byte.to_ascii_uppercase() } else { *byte };
        alphabet.iter().position(|digit| *digit == byte)
    };
    let mut bytes = Vec::with_capacity(text.len() / 8 * 5);
    for group in text[..text.len() - padding].chunks(8) {
        let mut bits = 0u64;
        for byte in group {
            let digit = value(byte).ok_or_else(|| error("Non-base32 digit found"))?;
            bits = bits << 5 | digit as u64;
        }
        bits <<= 5 * (8 - group.len());
        bytes.extend_from_slice(&bits.to_be_bytes()[3..]);
    }
    let missing = match padding {
        0 => 0,
        1 => 1,
        3 => 2,
        4 => 3,
        6 => 4,
        _ => return Err(error("Incorrect padding")),
    };
    bytes.truncate(bytes.len().saturating_sub(missing));
    Ok(bytes.into())
}
