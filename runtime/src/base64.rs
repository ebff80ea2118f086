//! `base64`: bytes as text (Lib/base64.py).

mod base32;
mod base85;

use crate::binascii::{error, from_base64, hex_pairs, to_base64};
use crate::bytes::{Buffer, Bytes, Encoded};
use crate::exception::{Fallible, assertion_error};
use crate::object::repr_text;

pub use base32::{b32decode, b32encode, b32hexdecode, b32hexencode};
pub use base85::{a85decode, a85encode, b85decode, b85encode};

/// The bytes of a line of `encodebytes`.
const LINE: usize = 57;

/// Each byte of `from` replaced by that of `to`.
fn replace(mut data: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    // Of several for one byte the last counts, as in the table of `bytes.maketrans`.
    let places = |byte: u8| from.iter().rposition(|one| *one == byte);
    for byte in &mut data {
        if let Some(place) = places(*byte) {
            *byte = to[place];
        }
    }
    data
}

/// The two characters of another alphabet, which Python asserts.
fn two(characters: &Bytes) -> Fallible<&[u8]> {
    match characters.as_slice() {
        two @ [_, _] => Ok(two),
        _ => Err(assertion_error(repr_text(characters))),
    }
}

/// `b64encode(data, altchars)`.
///
/// # Errors
/// `AssertionError` for another number than two of other characters.
pub fn b64encode(data: &impl Buffer, altchars: &Option<Bytes>) -> Fallible<Bytes> {
    let text = data.read(|data| to_base64(data, false));
    Ok(match altchars {
        Some(others) => replace(text, b"+/", two(others)?).into(),
        None => text.into(),
    })
}

/// `b64decode(text, altchars, validate)`.
///
/// # Errors
/// As `b64encode` and [`a2b_base64`](crate::binascii::a2b_base64).
pub fn b64decode(text: &impl Encoded, altchars: &Option<Bytes>, validate: bool) -> Fallible<Bytes> {
    text.read_encoded(|text| match altchars {
        Some(others) => from_base64(&replace(text.to_vec(), two(others)?, b"+/"), validate),
        None => from_base64(text, validate),
    })
}

/// `standard_b64encode(data)`.
#[must_use]
pub fn standard_b64encode(data: &impl Buffer) -> Bytes {
    data.read(|data| to_base64(data, false)).into()
}

/// `standard_b64decode(text)`.
///
/// # Errors
/// As [`a2b_base64`](crate::binascii::a2b_base64).
pub fn standard_b64decode(text: &impl Encoded) -> Fallible<Bytes> {
    text.read_encoded(|text| from_base64(text, false))
}

/// `urlsafe_b64encode(data)`.
#[must_use]
pub fn urlsafe_b64encode(data: &impl Buffer) -> Bytes {
    replace(data.read(|data| to_base64(data, false)), b"+/", b"-_").into()
}

/// `urlsafe_b64decode(text)`.
///
/// # Errors
/// As [`a2b_base64`](crate::binascii::a2b_base64).
pub fn urlsafe_b64decode(text: &impl Encoded) -> Fallible<Bytes> {
    text.read_encoded(|text| from_base64(&replace(text.to_vec(), b"-_", b"+/"), false))
}

/// `encodebytes(data)`: in lines.
#[must_use]
pub fn encodebytes(data: &impl Buffer) -> Bytes {
    data.read(|data| data.chunks(LINE).flat_map(|line| to_base64(line, true)).collect::<Vec<u8>>()).into()
}

/// `decodebytes(text)`.
///
/// # Errors
/// As [`a2b_base64`](crate::binascii::a2b_base64).
pub fn decodebytes(text: &impl Buffer) -> Fallible<Bytes> {
    text.read(|text| from_base64(text, false))
}

/// `b16encode(data)`.
#[must_use]
pub fn b16encode(data: &impl Buffer) -> Bytes {
    data.read(|data| data_encoding::HEXUPPER.encode(data)).into_bytes().into()
}

/// `b16decode(text, casefold)`.
///
/// # Errors
/// `binascii.Error` for what is no pairs of digits; `ValueError` for text that is not ASCII.
pub fn b16decode(text: &impl Encoded, casefold: bool) -> Fallible<Bytes> {
    text.read_encoded(|text| {
        let is_digit = |byte: &u8| matches!(byte, b'0'..=b'9' | b'A'..=b'F') || casefold && matches!(byte, b'a'..=b'f');
        if !text.iter().all(is_digit) {
            return Err(error("Non-base16 digit found"));
        }
        hex_pairs(text)
    })
}
