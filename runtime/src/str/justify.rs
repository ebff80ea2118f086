//! Filling text up to a width: `center`, `ljust`, `rjust`, `zfill`.

use super::Str;
use crate::exception::{Fallible, type_error};

/// `text.ljust(width, fill)`.
///
/// # Errors
/// `TypeError` where `fill` is not one character.
pub fn ljust(text: &Str, width: i64, fill: &Str) -> Fallible<Str> {
    padded(text, 0, missing(text, width), fill)
}

/// `text.rjust(width, fill)`.
///
/// # Errors
/// `TypeError` where `fill` is not one character.
pub fn rjust(text: &Str, width: i64, fill: &Str) -> Fallible<Str> {
    padded(text, missing(text, width), 0, fill)
}

/// `text.center(width, fill)`: of an odd number, the one more is on the left where the width is odd too.
///
/// # Errors
/// `TypeError` where `fill` is not one character.
pub fn center(text: &Str, width: i64, fill: &Str) -> Fallible<Str> {
    let missing = missing(text, width);
    let left = missing / 2 + (missing & width.max(0) as usize & 1);
    padded(text, left, missing - left, fill)
}

/// `text.zfill(width)`: zeros behind the sign.
#[must_use]
pub fn zfill(text: &Str, width: i64) -> Str {
    let zeros = "0".repeat(missing(text, width));
    let (sign, digits) = match text.as_str().strip_prefix(['+', '-']) {
        Some(digits) => text.as_str().split_at(text.as_str().len() - digits.len()),
        None => ("", text.as_str()),
    };
    Str::from(format!("{sign}{zeros}{digits}"))
}

/// `text.expandtabs(tabsize)`: columns count from the last line break.
#[must_use]
pub fn expandtabs(text: &Str, tabsize: i64) -> Str {
    let size = usize::try_from(tabsize).unwrap_or(0);
    let (mut expanded, mut column) = (String::with_capacity(text.as_str().len()), 0);
    for character in text.as_str().chars() {
        match character {
            '\t' => {
                let spaces = if size == 0 { 0 } else { size - column % size };
                expanded.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            _ => {
                expanded.push(character);
                column = if matches!(character, '\n' | '\r') { 0 } else { column + 1 };
            }
        }
    }
    Str::from(expanded)
}

fn missing(text: &Str, width: i64) -> usize {
    usize::try_from(width).unwrap_or(0).saturating_sub(text.length())
}

fn padded(text: &Str, left: usize, right: usize, fill: &Str) -> Fallible<Str> {
    if fill.length() != 1 {
        return Err(type_error("The fill character must be exactly one character long"));
    }
    let fill = fill.as_str();
    Ok(Str::from(format!("{}{}{}", fill.repeat(left), text.as_str(), fill.repeat(right))))
}
