//! `float(text)`.

use crate::bytes::Buffer;
use crate::exception::{Fallible, value_error};
use crate::int::ascii_text;
use crate::object::{Object, repr_text};
use crate::str::Str;
use crate::unicode;

/// `float(text)`: as a float literal, `inf` or `nan` in any case; underscores between digits and digits of any script.
///
/// # Errors
/// `ValueError` for anything else.
pub fn from_str(text: &Str) -> Fallible<f64> {
    read(text.as_str().trim_matches(unicode::is_space))
        .ok_or_else(|| value_error(format!("could not convert string to float: {}", repr_text(text))))
}

/// `float(buffer)`: of ASCII text.
///
/// # Errors
/// As [`from_str`].
pub fn from_buffer(buffer: &(impl Buffer + Object)) -> Fallible<f64> {
    let text = buffer.read(ascii_text);
    text.and_then(|text| read(text.trim_matches(unicode::is_space)))
        .ok_or_else(|| value_error(format!("could not convert string to float: {}", repr_text(buffer))))
}

fn read(text: &str) -> Option<f64> {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match unicode::decimal_value(character).and_then(|digit| char::from_digit(digit, 10)) {
            Some(digit) => plain.push(digit),
            None if character == '_' => {
                let between = plain.ends_with(|c: char| c.is_ascii_digit())
                    && characters.peek().is_some_and(|next| unicode::decimal_value(*next).is_some());
                if !between {
                    return None;
                }
            }
            None => plain.push(character),
        }
    }
    // Rust reads the same grammar, correctly rounded: digits, point, exponent; `inf`, `infinity` and `nan` in any case.
    let value: f64 = plain.parse().ok()?;
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_cpython_reads() {
        let read = |text: &str| from_str(&Str::from(text));
        assert_eq!(read(" 1_0.5e-1_0\n"), Ok(10.5e-10));
        assert_eq!(
            (read(".5"), read("5."), read("-Infinity"), read("٣.٥")),
            (Ok(0.5), Ok(5.0), Ok(f64::NEG_INFINITY), Ok(3.5))
        );
        assert!(read("+nan").is_ok_and(f64::is_nan));
        assert_eq!(read("1e400"), Ok(f64::INFINITY));
        for bad in ["", ".", "1__0", "_1", "1_", "1_.0", "e5", "1e", "0x1p3", "1 2", "infi"] {
            assert!(read(bad).is_err(), "{bad}");
        }
        assert_eq!(read("x").expect_err("bad").message, "could not convert string to float: 'x'");
    }
}
