//! Names of characters: those of the `unicode_names2` crate, as far as CPython's version of Unicode has them, and the
//! aliases and sequences of that version.

use super::record::Record;
use super::tables::EXTRA_NAMES;
use super::{character, value_or};
use crate::either::Either;
use crate::exception::{Fallible, Raised, missing_key, value_error};
use crate::str::Str;

/// The longest name that `lookup` looks at.
const LONGEST: usize = 256;

fn name_of(character: char) -> Option<String> {
    Record::of(character).is_assigned().then(|| unicode_names2::name(character)).flatten().map(|name| name.to_string())
}

/// `name(character)`.
///
/// # Errors
/// `ValueError` for a character without a name, `TypeError` for a text of another length than 1.
pub fn name(text: &Str) -> Fallible<Str> {
    let name = name_of(character(text, "name() argument 1")?);
    name.map(Str::from).ok_or_else(|| value_error("no such name"))
}

/// `name(character, default)`.
///
/// # Errors
/// `TypeError` for a text of another length than 1.
pub fn name_or<T>(text: &Str, default: T) -> Fallible<Either<Str, T>> {
    let name = name_of(character(text, "name() argument 1")?);
    Ok(value_or(name.map(Str::from), default))
}

/// `lookup(name)`: the character, or the sequence of characters, of that name.
///
/// # Errors
/// `KeyError` where there is none.
pub fn lookup(name: &Str) -> Fallible<Str> {
    let given = name.as_str();
    if given.len() > LONGEST {
        return Err(missing(Str::literal("name too long")));
    }
    // Names that are made by a rule are compared as they stand, all others without case.
    let folded = given.to_ascii_uppercase();
    let named = if folded.starts_with("HANGUL SYLLABLE ") || folded.starts_with("CJK UNIFIED IDEOGRAPH-") {
        given
    } else {
        folded.as_str()
    };
    let character = unicode_names2::character(named).filter(|found| name_of(*found).is_some_and(|name| name == named));
    if let Some(character) = character {
        return Ok(Str::from(character));
    }
    match EXTRA_NAMES.binary_search_by(|(name, _)| (*name).cmp(named)) {
        Ok(place) => Ok(Str::literal(EXTRA_NAMES[place].1)),
        Err(_) => Err(missing(Str::from(format!("undefined character name '{given}'")))),
    }
}

#[cold]
fn missing(message: Str) -> Raised {
    missing_key(&message)
}
