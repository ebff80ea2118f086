//! Bytes as ASCII text: case, kinds of characters, padding, hexadecimal digits, translation.

use super::Bytes;
use super::split::is_space;
use crate::exception::{Fallible, type_error, value_error};
use crate::str::Str;

fn mapped(bytes: &Bytes, map: impl Fn(u8) -> u8) -> Bytes {
    bytes.as_slice().iter().map(|byte| map(*byte)).collect::<Vec<u8>>().into()
}

/// `bytes.upper()`.
#[must_use]
pub fn upper(bytes: &Bytes) -> Bytes {
    bytes.as_slice().to_ascii_uppercase().into()
}

/// `bytes.lower()`.
#[must_use]
pub fn lower(bytes: &Bytes) -> Bytes {
    bytes.as_slice().to_ascii_lowercase().into()
}

/// `bytes.swapcase()`.
#[must_use]
pub fn swapcase(bytes: &Bytes) -> Bytes {
    mapped(bytes, |byte| if byte.is_ascii_alphabetic() { byte ^ 0x20 } else { byte })
}

/// `bytes.capitalize()`.
#[must_use]
pub fn capitalize(bytes: &Bytes) -> Bytes {
    let mut capitalized = bytes.as_slice().to_ascii_lowercase();
    if let Some(first) = capitalized.first_mut() {
        first.make_ascii_uppercase();
    }
    capitalized.into()
}

/// `bytes.title()`.
#[must_use]
pub fn title(bytes: &Bytes) -> Bytes {
    let mut within_word = false;
    let titled = bytes.as_slice().iter().map(|byte| {
        let byte = if within_word { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
        within_word = byte.is_ascii_alphabetic();
        byte
    });
    titled.collect::<Vec<u8>>().into()
}

fn all(bytes: &Bytes, is_kind: impl Fn(u8) -> bool) -> bool {
    !bytes.as_slice().is_empty() && bytes.as_slice().iter().all(|byte| is_kind(*byte))
}

/// `bytes.isalpha()`.
#[must_use]
pub fn isalpha(bytes: &Bytes) -> bool {
    all(bytes, |byte| byte.is_ascii_alphabetic())
}

/// `bytes.isdigit()`.
#[must_use]
pub fn isdigit(bytes: &Bytes) -> bool {
    all(bytes, |byte| byte.is_ascii_digit())
}

/// `bytes.isalnum()`.
#[must_use]
pub fn isalnum(bytes: &Bytes) -> bool {
    all(bytes, |byte| byte.is_ascii_alphanumeric())
}

/// `bytes.isspace()`.
#[must_use]
pub fn isspace(bytes: &Bytes) -> bool {
    all(bytes, is_space)
}

/// `bytes.isascii()`; true of no bytes.
#[must_use]
pub fn isascii(bytes: &Bytes) -> bool {
    bytes.as_slice().is_ascii()
}

/// `bytes.isupper()`.
#[must_use]
pub fn isupper(bytes: &Bytes) -> bool {
    let bytes = bytes.as_slice();
    bytes.iter().any(u8::is_ascii_uppercase) && !bytes.iter().any(u8::is_ascii_lowercase)
}

/// `bytes.islower()`.
#[must_use]
pub fn islower(bytes: &Bytes) -> bool {
    let bytes = bytes.as_slice();
    bytes.iter().any(u8::is_ascii_lowercase) && !bytes.iter().any(u8::is_ascii_uppercase)
}

/// `bytes.istitle()`.
#[must_use]
pub fn istitle(bytes: &Bytes) -> bool {
    let text: String =
        bytes.as_slice().iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { ' ' }).collect();
    crate::str::istitle(&Str::from(text))
}

fn padded(bytes: &Bytes, left: usize, right: usize, fill: &Bytes, method: &str) -> Fallible<Bytes> {
    let [fill] = fill.as_slice() else {
        return Err(type_error(format!("{method}() argument 2 must be a byte string of length 1, not bytes")));
    };
    let mut padded = vec![*fill; left];
    padded.extend_from_slice(bytes.as_slice());
    padded.resize(padded.len() + right, *fill);
    Ok(padded.into())
}

fn missing(bytes: &Bytes, width: i64) -> usize {
    usize::try_from(width).unwrap_or(0).saturating_sub(bytes.as_slice().len())
}

/// `bytes.ljust(width, fill)`.
///
/// # Errors
/// `TypeError` where `fill` is not one byte.
pub fn ljust(bytes: &Bytes, width: i64, fill: &Bytes) -> Fallible<Bytes> {
    padded(bytes, 0, missing(bytes, width), fill, "ljust")
}

/// `bytes.rjust(width, fill)`.
///
/// # Errors
/// `TypeError` where `fill` is not one byte.
pub fn rjust(bytes: &Bytes, width: i64, fill: &Bytes) -> Fallible<Bytes> {
    padded(bytes, missing(bytes, width), 0, fill, "rjust")
}

/// `bytes.center(width, fill)`.
///
/// # Errors
/// `TypeError` where `fill` is not one byte.
pub fn center(bytes: &Bytes, width: i64, fill: &Bytes) -> Fallible<Bytes> {
    let missing = missing(bytes, width);
    let left = missing / 2 + (missing & width.max(0) as usize & 1);
    padded(bytes, left, missing - left, fill, "center")
}

/// `bytes.zfill(width)`.
#[must_use]
pub fn zfill(bytes: &Bytes, width: i64) -> Bytes {
    let (sign, digits) = match bytes.as_slice() {
        [sign @ (b'+' | b'-'), digits @ ..] => (Some(*sign), digits),
        digits => (None, digits),
    };
    let zeros = vec![b'0'; missing(bytes, width)];
    sign.into_iter().chain(zeros).chain(digits.iter().copied()).collect::<Vec<u8>>().into()
}

/// `bytes.expandtabs(tabsize)`.
#[must_use]
pub fn expandtabs(bytes: &Bytes, tabsize: i64) -> Bytes {
    let latin: String = bytes.as_slice().iter().copied().map(char::from).collect();
    let expanded = crate::str::expandtabs(&Str::from(latin), tabsize);
    expanded.as_str().chars().map(|character| u32::from(character) as u8).collect::<Vec<u8>>().into()
}

/// `bytes.hex()`.
#[must_use]
pub fn hex(bytes: &Bytes) -> Str {
    Str::from(bytes.as_slice().iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

/// `bytes.hex(sep, bytes_per_sep)`: groups are counted from the right, or from the left for a negative number.
///
/// # Errors
/// `ValueError` where the separator is not one ASCII character.
pub fn hex_separated(bytes: &Bytes, separator: &Str, group: i64) -> Fallible<Str> {
    if separator.length() != 1 {
        return Err(value_error("sep must be length 1."));
    }
    if !separator.is_ascii() {
        return Err(value_error("sep must be ASCII."));
    }
    let bytes = bytes.as_slice();
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    let mut text = String::new();
    for (place, byte) in bytes.iter().enumerate() {
        let before = if group < 0 { place } else { bytes.len() - place };
        if place > 0 && size > 0 && before % size == 0 {
            text.push_str(separator.as_str());
        }
        text.push_str(&format!("{byte:02x}"));
    }
    Ok(Str::from(text))
}

/// `bytes.hex(sep, bytes_per_sep)` with a separator of bytes.
///
/// # Errors
/// As [`hex_separated`].
pub fn hex_separated_by_bytes(bytes: &Bytes, separator: &Bytes, group: i64) -> Fallible<Str> {
    hex_separated(bytes, &super::latin(separator), group)
}

/// `bytes.fromhex(text)`.
///
/// # Errors
/// `ValueError` for what is no pair of hexadecimal digits.
pub fn fromhex(text: &Str) -> Fallible<Bytes> {
    let characters: Vec<char> = text.as_str().chars().collect();
    let bad = |place: usize| value_error(format!("non-hexadecimal number found in fromhex() arg at position {place}"));
    let digit = |place: usize| -> Fallible<u32> {
        characters.get(place).and_then(|character| character.to_digit(16)).ok_or_else(|| bad(place))
    };
    let (mut bytes, mut place) = (Vec::new(), 0);
    while place < characters.len() {
        if characters[place].is_ascii() && is_space(u32::from(characters[place]) as u8) {
            place += 1;
            continue;
        }
        bytes.push((digit(place)? * 16 + digit(place + 1)?) as u8);
        place += 2;
    }
    Ok(bytes.into())
}

/// `bytes.maketrans(from, to)`.
///
/// # Errors
/// `ValueError` where the two differ in length.
pub fn maketrans(from: &Bytes, to: &Bytes) -> Fallible<Bytes> {
    let (from, to) = (from.as_slice(), to.as_slice());
    if from.len() != to.len() {
        return Err(value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    from.iter().zip(to).for_each(|(from, to)| table[usize::from(*from)] = *to);
    Ok(table.into())
}

/// `bytes.translate(table, delete)`.
///
/// # Errors
/// `ValueError` for a table of another length than 256.
pub fn translate(bytes: &Bytes, table: &Option<Bytes>, delete: &Bytes) -> Fallible<Bytes> {
    if table.as_ref().is_some_and(|table| table.as_slice().len() != 256) {
        return Err(value_error("translation table must be 256 characters long"));
    }
    let kept = bytes.as_slice().iter().filter(|byte| !delete.as_slice().contains(byte));
    let translated = kept.map(|byte| table.as_ref().map_or(*byte, |table| table.as_slice()[usize::from(*byte)]));
    Ok(translated.collect::<Vec<u8>>().into())
}
