//! `complex(text)`.

use super::{Complex, of};
use crate::exception::{Fallible, value_error};
use crate::float;
use crate::object::repr_text;
use crate::str::Str;
use crate::unicode::{decimal_value, is_space};

/// `complex(text)`: a real part, an imaginary part with a `j`, or both; parentheses around, white space around either.
///
/// # Errors
/// `ValueError` for anything else.
pub fn from_str(text: &Str) -> Fallible<Complex> {
    let Some(plain) = without_underscores(text.as_str()) else {
        return Err(value_error(format!("could not convert string to complex: {}", repr_text(text))));
    };
    let text = plain.trim_matches(is_space);
    let inner = match text.strip_prefix('(') {
        Some(rest) => rest.strip_suffix(')').map(|inner| inner.trim_matches(is_space)),
        None => Some(text),
    };
    inner.and_then(read).ok_or_else(|| value_error("complex() arg is a malformed string"))
}

/// The text without underscores; `None` where one does not stand between digits.
fn without_underscores(text: &str) -> Option<String> {
    let is_digit = |character: Option<&char>| character.is_some_and(|character| decimal_value(*character).is_some());
    let characters: Vec<char> = text.chars().collect();
    let stands_well = |place: &usize| {
        characters[*place] != '_'
            || *place > 0 && is_digit(characters.get(place - 1)) && is_digit(characters.get(place + 1))
    };
    (0..characters.len()).all(|place| stands_well(&place)).then(|| text.replace('_', ""))
}

fn read(text: &str) -> Option<Complex> {
    let Some(imaginary) = text.strip_suffix(['j', 'J']) else { return Some(of(number(text)?, 0.0)) };
    // The sign before the imaginary part is the last one that no exponent begins with.
    let sign = imaginary
        .char_indices()
        .rev()
        .find(|(place, character)| matches!(character, '+' | '-') && !imaginary[..*place].ends_with(['e', 'E']));
    match sign {
        Some((place, _)) if place > 0 => {
            let (real, imaginary) = imaginary.split_at(place);
            Some(of(number(real)?, unit_or_number(imaginary)?))
        }
        _ => Some(of(0.0, unit_or_number(imaginary)?)),
    }
}

fn unit_or_number(text: &str) -> Option<f64> {
    match text {
        "" | "+" => Some(1.0),
        "-" => Some(-1.0),
        other => number(other),
    }
}

fn number(text: &str) -> Option<f64> {
    // White space within is no part of a number, though `float` takes it around one.
    if text.contains(is_space) {
        return None;
    }
    float::from_str(&Str::from(text)).ok()
}
