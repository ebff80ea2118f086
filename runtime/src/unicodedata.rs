//! `unicodedata`: the Unicode database, of the version that CPython 3.11 has (Modules/unicodedata.c).

mod names;
mod normal;
mod record;
#[rustfmt::skip]
mod tables;

use crate::either::Either;
use crate::exception::{Fallible, type_error, value_error};
use crate::str::Str;

use record::Record;

pub use names::{lookup, name, name_or};
pub use normal::{is_normalized, normalize};

/// The only character of a text; `what` is the argument that it is.
fn character(text: &Str, what: &str) -> Fallible<char> {
    let mut characters = text.as_str().chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) => Ok(character),
        _ => Err(type_error(format!("{what} must be a unicode character, not str"))),
    }
}

fn record(text: &Str, function: &str) -> Fallible<&'static Record> {
    character(text, &format!("{function}() argument")).map(Record::of)
}

fn value_or<T, D>(found: Option<T>, default: D) -> Either<T, D> {
    found.map_or(Either::Right(default), Either::Left)
}

/// `category(character)`: `Lu`, `Nd`.
///
/// # Errors
/// `TypeError` for a text of another length than 1; so do all functions of a character.
pub fn category(text: &Str) -> Fallible<Str> {
    Ok(Str::literal(record(text, "category")?.category))
}

/// `bidirectional(character)`: `L`, `AL`.
///
/// # Errors
/// As [`category`].
pub fn bidirectional(text: &Str) -> Fallible<Str> {
    Ok(Str::literal(record(text, "bidirectional")?.bidirectional))
}

/// `combining(character)`: the canonical combining class.
///
/// # Errors
/// As [`category`].
pub fn combining(text: &Str) -> Fallible<i64> {
    Ok(record(text, "combining")?.combining.into())
}

/// `east_asian_width(character)`: `W`, `Na`.
///
/// # Errors
/// As [`category`].
pub fn east_asian_width(text: &Str) -> Fallible<Str> {
    Ok(Str::literal(record(text, "east_asian_width")?.width))
}

/// `mirrored(character)`: 1 where it is mirrored in text from right to left.
///
/// # Errors
/// As [`category`].
pub fn mirrored(text: &Str) -> Fallible<i64> {
    Ok(record(text, "mirrored")?.mirrored.into())
}

/// `decomposition(character)`: `0041 030A`, `<compat> 0020`; empty for none.
///
/// # Errors
/// As [`category`].
pub fn decomposition(text: &Str) -> Fallible<Str> {
    let found = find(tables::DECOMPOSITION, character(text, "decomposition() argument")?);
    Ok(Str::literal(found.unwrap_or_default()))
}

/// `decimal(character)`: the value of a decimal digit.
///
/// # Errors
/// `ValueError` where it is none; as [`category`].
pub fn decimal(text: &Str) -> Fallible<i64> {
    decimal_value(character(text, "decimal() argument 1")?).ok_or_else(|| value_error("not a decimal"))
}

/// `decimal(character, default)`.
///
/// # Errors
/// As [`category`].
pub fn decimal_or<T>(text: &Str, default: T) -> Fallible<Either<i64, T>> {
    Ok(value_or(decimal_value(character(text, "decimal() argument 1")?), default))
}

/// `digit(character)`: the value of a digit, also of one that stands in a circle.
///
/// # Errors
/// `ValueError` where it is none; as [`category`].
pub fn digit(text: &Str) -> Fallible<i64> {
    digit_value(character(text, "digit() argument 1")?).ok_or_else(|| value_error("not a digit"))
}

/// `digit(character, default)`.
///
/// # Errors
/// As [`category`].
pub fn digit_or<T>(text: &Str, default: T) -> Fallible<Either<i64, T>> {
    Ok(value_or(digit_value(character(text, "digit() argument 1")?), default))
}

/// `numeric(character)`: the value of anything that stands for a number.
///
/// # Errors
/// `ValueError` where it is none; as [`category`].
pub fn numeric(text: &Str) -> Fallible<f64> {
    numeric_value(character(text, "numeric() argument 1")?).ok_or_else(|| value_error("not a numeric character"))
}

/// `numeric(character, default)`.
///
/// # Errors
/// As [`category`].
pub fn numeric_or<T>(text: &Str, default: T) -> Fallible<Either<f64, T>> {
    Ok(value_or(numeric_value(character(text, "numeric() argument 1")?), default))
}

fn find<T: Copy>(table: &[(u32, T)], character: char) -> Option<T> {
    let place = table.binary_search_by_key(&u32::from(character), |(code, _)| *code).ok()?;
    Some(table[place].1)
}

fn decimal_value(character: char) -> Option<i64> {
    let code = u32::from(character);
    let after = tables::DECIMAL.partition_point(|zero| *zero <= code);
    let zero = tables::DECIMAL[after.checked_sub(1)?];
    (code - zero < 10).then(|| i64::from(code - zero))
}

fn digit_value(character: char) -> Option<i64> {
    decimal_value(character).or_else(|| find(tables::DIGIT, character).map(i64::from))
}

fn numeric_value(character: char) -> Option<f64> {
    let decimal = decimal_value(character).map(|value| value as f64);
    decimal.or_else(|| find(tables::NUMERIC, character))
}
