//! `int(…)`.

use super::overflow;
use crate::bytes::{Buffer, Bytes};
use crate::exception::{Fallible, Raised, overflow_error, value_error};
use crate::object::repr_text;
use crate::str::Str;
use crate::unicode;

/// `int(a)` of an int.
#[inline]
#[must_use]
pub const fn from_int(a: i64) -> i64 {
    a
}

/// `int(a)` of a bool.
#[inline]
#[must_use]
pub const fn from_bool(a: bool) -> i64 {
    a as i64
}

/// `int(a)` of a float: towards 0.
///
/// # Errors
/// `ValueError` for NaN; `OverflowError` for infinity and beyond 64 bits.
#[inline]
pub fn from_float(a: f64) -> Fallible<i64> {
    let whole = a.trunc();
    if (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&whole) {
        return Ok(whole as i64);
    }
    Err(not_an_int(a))
}

#[cold]
fn not_an_int(a: f64) -> Raised {
    if a.is_nan() {
        value_error("cannot convert float NaN to integer")
    } else if a.is_infinite() {
        overflow_error("cannot convert float infinity to integer")
    } else {
        overflow()
    }
}

/// `int(text)`.
///
/// # Errors
/// `ValueError` for what is no decimal int; `OverflowError` beyond 64 bits.
pub fn from_str(text: &Str) -> Fallible<i64> {
    from_str_base(text, 10)
}

/// `int(text, base)`: underscores between digits and digits of any script are read, base 0 goes by the prefix.
///
/// # Errors
/// `ValueError` for what is no int of the base; `OverflowError` beyond 64 bits.
pub fn from_str_base(text: &Str, base: i64) -> Fallible<i64> {
    read(text.as_str(), base, || repr_text(text))
}

/// `int(buffer)`.
///
/// # Errors
/// As [`from_str`].
pub fn from_buffer(buffer: &impl Buffer) -> Fallible<i64> {
    from_buffer_base(buffer, 10)
}

/// `int(buffer, base)`: of ASCII text.
///
/// # Errors
/// As [`from_str_base`].
pub fn from_buffer_base(buffer: &impl Buffer, base: i64) -> Fallible<i64> {
    buffer.read(|bytes| {
        // Of what is no ASCII text nothing is a number.
        let text = ascii_text(bytes).unwrap_or_default();
        read(&text, base, || repr_text(&Bytes::from(bytes.to_vec())))
    })
}

/// The text that bytes are, where it means the same as text: white space is that of ASCII.
pub(crate) fn ascii_text(bytes: &[u8]) -> Option<String> {
    let is_plain = bytes.iter().all(|byte| byte.is_ascii() && !matches!(byte, 0x1c..=0x1f));
    is_plain.then(|| bytes.iter().copied().map(char::from).collect())
}

fn read(text: &str, base: i64, shown: impl Fn() -> String) -> Fallible<i64> {
    if base != 0 && !(2..=36).contains(&base) {
        return Err(value_error("int() base must be >= 2 and <= 36, or 0"));
    }
    let invalid = || value_error(format!("invalid literal for int() with base {base}: {}", shown()));
    let trimmed = text.trim_matches(unicode::is_space);
    let (negative, unsigned) = match trimmed.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, trimmed.strip_prefix('+').unwrap_or(trimmed)),
    };
    let (radix, digits) = strip_base(unsigned, base as u32);
    let magnitude = read_digits(digits, radix).ok_or_else(invalid)?;
    if base == 0 && radix == 10 && unsigned.starts_with('0') && magnitude != Some(0) {
        return Err(invalid());
    }
    let magnitude = magnitude.ok_or_else(overflow)?;
    i64::try_from(if negative { -magnitude } else { magnitude }).map_err(|_| overflow())
}

/// Takes `0x` and the like away where the base allows it, with the underscore that may follow.
fn strip_base(text: &str, base: u32) -> (u32, &str) {
    for (radix, prefixes) in [(16, ["0x", "0X"]), (8, ["0o", "0O"]), (2, ["0b", "0B"])] {
        let stripped = prefixes.iter().find_map(|prefix| text.strip_prefix(prefix));
        if let Some(rest) = stripped.filter(|_| base == radix || base == 0) {
            return (radix, rest.strip_prefix('_').unwrap_or(rest));
        }
    }
    (if base == 0 { 10 } else { base }, text)
}

/// The value: None for what are no digits, `Some(None)` for far too many.
fn read_digits(text: &str, radix: u32) -> Option<Option<i128>> {
    let mut value = Some(0_i128);
    let mut after_digit = false;
    for character in text.chars() {
        if character == '_' && after_digit {
            after_digit = false;
            continue;
        }
        let digit = unicode::decimal_value(character).or_else(|| character.to_digit(radix));
        let digit = digit.filter(|digit| *digit < radix)?;
        value = value.and_then(|value| value.checked_mul(radix.into())?.checked_add(digit.into()));
        after_digit = true;
    }
    after_digit.then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_cpython_reads() {
        let read = |text: &str, base| from_str_base(&Str::from(text), base);
        assert_eq!(read(" -1_000\n", 10), Ok(-1000));
        assert_eq!(read("٣", 10), Ok(3));
        assert_eq!(read("0x_fF", 0), Ok(255));
        assert_eq!(read("0b1", 16), Ok(0xb1));
        assert_eq!(read("-9223372036854775808", 10), Ok(i64::MIN));
        for bad in ["", "+", "1__0", "_1", "1_", "1.0", "- 1", "0x"] {
            assert!(read(bad, 0).is_err(), "{bad}");
        }
        assert!(read("010", 0).is_err() && read("00", 0) == Ok(0));
        assert_eq!(&read("9223372036854775808", 10).expect_err("too large").class, "OverflowError");
        assert_eq!(read("a", 10).expect_err("bad").message, "invalid literal for int() with base 10: 'a'");
    }
}
