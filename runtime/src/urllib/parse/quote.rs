//! Escapes of a byte by `%` and two digits.

use crate::bytes::{Bytes, decode};
use crate::exception::Fallible;
use crate::str::{Str, encode};

/// The bytes that need no escape, and those of `safe` that are ASCII.
fn is_safe(byte: u8, safe: &[u8]) -> bool {
    byte.is_ascii_alphanumeric() || b"_.-~".contains(&byte) || byte.is_ascii() && safe.contains(&byte)
}

fn quoted(bytes: &[u8], safe: &str) -> String {
    let mut text = String::with_capacity(bytes.len());
    for &byte in bytes {
        if is_safe(byte, safe.as_bytes()) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

fn plussed(bytes: &[u8], safe: &str) -> String {
    if bytes.contains(&b' ') { quoted(bytes, &format!("{safe} ")).replace(' ', "+") } else { quoted(bytes, safe) }
}

fn encoded(text: &Str, encoding: &Option<Str>, errors: &Option<Str>) -> Fallible<Bytes> {
    let or = |given: &Option<Str>, default| given.clone().unwrap_or(Str::literal(default));
    // Nothing is encoded in an encoding that is not known.
    if text.length() == 0 {
        return Ok(Bytes::from(Vec::new()));
    }
    encode(text, &or(encoding, "utf-8"), &or(errors, "strict"))
}

/// `quote(string, safe, encoding, errors)` of text.
///
/// # Errors
/// Those of `str.encode`.
pub fn quote(text: &Str, safe: &Str, encoding: &Option<Str>, errors: &Option<Str>) -> Fallible<Str> {
    Ok(Str::from(quoted(encoded(text, encoding, errors)?.as_slice(), safe.as_str())))
}

/// `quote_plus(string, safe, encoding, errors)` of text.
///
/// # Errors
/// Those of `str.encode`.
pub fn quote_plus(text: &Str, safe: &Str, encoding: &Option<Str>, errors: &Option<Str>) -> Fallible<Str> {
    let bytes = encoded(text, encoding, errors)?;
    if !text.as_str().contains(' ') {
        return Ok(Str::from(quoted(bytes.as_slice(), safe.as_str())));
    }
    Ok(Str::from(plussed(bytes.as_slice(), safe.as_str())))
}

/// `quote(string, safe)` of bytes.
#[must_use]
pub fn quote_bytes(bytes: &Bytes, safe: &Str) -> Str {
    Str::from(quoted(bytes.as_slice(), safe.as_str()))
}

/// `quote_from_bytes(bs, safe)`.
#[must_use]
pub fn quote_from_bytes(bytes: &Bytes, safe: &Str) -> Str {
    quote_bytes(bytes, safe)
}

/// `quote_plus(string, safe)` of bytes.
#[must_use]
pub fn quote_plus_bytes(bytes: &Bytes, safe: &Str) -> Str {
    Str::from(plussed(bytes.as_slice(), safe.as_str()))
}

/// The bytes that escapes stand for; what is no escape stays.
fn unquoted(bytes: &[u8]) -> Vec<u8> {
    let digit = |place: usize| bytes.get(place).and_then(|byte| char::from(*byte).to_digit(16));
    let mut plain = Vec::with_capacity(bytes.len());
    let mut place = 0;
    while place < bytes.len() {
        match (bytes[place], digit(place + 1), digit(place + 2)) {
            (b'%', Some(high), Some(low)) => {
                plain.push((high * 16 + low) as u8);
                place += 3;
            }
            (byte, ..) => {
                plain.push(byte);
                place += 1;
            }
        }
    }
    plain
}

/// `unquote(string, encoding, errors)` of text: what is no ASCII is left as it is.
///
/// # Errors
/// Those of `bytes.decode`.
pub fn unquote(text: &Str, encoding: &Str, errors: &Str) -> Fallible<Str> {
    if !text.as_str().contains('%') {
        return Ok(text.clone());
    }
    let mut plain = String::with_capacity(text.as_str().len());
    for run in text.as_str().split_inclusive(|character: char| !character.is_ascii()) {
        let ascii = run.trim_end_matches(|character: char| !character.is_ascii());
        if !ascii.is_empty() {
            let bytes = Bytes::from(unquoted(ascii.as_bytes()));
            plain.push_str(decode(&bytes, encoding, errors)?.as_str());
        }
        plain.push_str(&run[ascii.len()..]);
    }
    Ok(Str::from(plain))
}

/// `unquote(string, encoding, errors)` of bytes.
///
/// # Errors
/// Those of `bytes.decode`.
pub fn unquote_bytes(bytes: &Bytes, encoding: &Str, errors: &Str) -> Fallible<Str> {
    decode(&unquote_to_bytes(bytes), encoding, errors)
}

/// `unquote_plus(string, encoding, errors)`.
///
/// # Errors
/// Those of `bytes.decode`.
pub fn unquote_plus(text: &Str, encoding: &Str, errors: &Str) -> Fallible<Str> {
    unquote(&Str::from(text.as_str().replace('+', " ")), encoding, errors)
}

/// `unquote_to_bytes(string)` of bytes.
#[must_use]
pub fn unquote_to_bytes(bytes: &Bytes) -> Bytes {
    Bytes::from(unquoted(bytes.as_slice()))
}

/// `unquote_to_bytes(string)` of text.
#[must_use]
pub fn unquote_to_bytes_str(text: &Str) -> Bytes {
    Bytes::from(unquoted(text.as_str().as_bytes()))
}
