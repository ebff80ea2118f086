//! Text as a sequence: length, items, slices, joining and repeating.

use super::Str;
use crate::exception::{Fallible, memory_error};
use crate::object::Iter;
use crate::slice::{self, Slice};

/// `len(text)`.
#[inline]
#[must_use]
pub fn len(text: &Str) -> i64 {
    text.length() as i64
}

/// `text[index]`.
///
/// # Errors
/// `IndexError` where there is no such character.
#[inline]
pub fn getitem(text: &Str, index: i64) -> Fallible<Str> {
    let place = slice::position(index, text.length(), "string index out of range")?;
    if text.is_ascii() {
        return Ok(Str::ascii(text.as_str().as_bytes()[place]));
    }
    Ok(text.part(text.byte_offset(place), text.byte_offset(place + 1)))
}

/// `text[start:stop:step]`.
///
/// # Errors
/// `ValueError` for step 0.
pub fn getslice(text: &Str, slice: &Slice) -> Fallible<Str> {
    let picked = slice.indices(text.length())?;
    if let Some(run) = picked.run() {
        return Ok(text.part(text.byte_offset(run.start), text.byte_offset(run.end)));
    }
    let characters: Vec<char> = text.as_str().chars().collect();
    Ok(Str::from(picked.iter().map(|place| characters[place]).collect::<String>()))
}

/// `a + b`.
#[must_use]
pub fn add(a: &Str, b: &Str) -> Str {
    if a.length() == 0 {
        return b.clone();
    }
    if b.length() == 0 {
        return a.clone();
    }
    let mut joined = String::with_capacity(a.as_str().len() + b.as_str().len());
    joined.push_str(a.as_str());
    joined.push_str(b.as_str());
    Str::from(joined)
}

/// `text * count`.
///
/// # Errors
/// `MemoryError` where the result is larger than memory can be.
pub fn mul(text: &Str, count: i64) -> Fallible<Str> {
    let count = usize::try_from(count).unwrap_or(0);
    let length = text.as_str().len().checked_mul(count).filter(|length| isize::try_from(*length).is_ok());
    let mut repeated = String::new();
    match length.map(|length| repeated.try_reserve_exact(length)) {
        Some(Ok(())) => {}
        _ => return Err(memory_error("")),
    }
    (0..count).for_each(|_| repeated.push_str(text.as_str()));
    Ok(Str::from(repeated))
}

/// `separator.join(parts)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn join(separator: &Str, mut parts: impl Iter<Item = Str>) -> Fallible<Str> {
    let mut joined = String::new();
    let mut first = true;
    while let Some(part) = parts.next()? {
        if !std::mem::take(&mut first) {
            joined.push_str(separator.as_str());
        }
        joined.push_str(part.as_str());
    }
    Ok(Str::from(joined))
}

/// `reversed(text)`.
#[must_use]
pub fn reversed(text: &Str) -> Reversed {
    Reversed { text: text.clone(), end: text.as_str().len() }
}

/// Iterates over the characters from the last to the first.
pub struct Reversed {
    text: Str,
    /// The byte behind the next character.
    end: usize,
}

impl Iter for Reversed {
    type Item = Str;

    fn next(&mut self) -> Fallible<Option<Str>> {
        let Some(character) = self.text.as_str()[..self.end].chars().next_back() else { return Ok(None) };
        self.end -= character.len_utf8();
        Ok(Some(Str::from(character)))
    }
}

/// `part in text`.
#[must_use]
pub fn contains(text: &Str, part: &Str) -> bool {
    text.as_str().contains(part.as_str())
}
