//! Searching in text: `find`, `index`, `count`, `replace`, prefixes and suffixes. Places are code points.

use super::Str;
use crate::exception::{Fallible, value_error};
use crate::sequence::Sequence;

/// The bytes of `text[start:end]`, or `None` where `start` lies behind the end of the text or of the part.
fn window(text: &Str, start: Option<i64>, end: Option<i64>) -> Option<(usize, usize)> {
    let length = text.length() as i64;
    let clamp = |place: i64| if place < 0 { place.saturating_add(length).max(0) } else { place };
    let start = clamp(start.unwrap_or(0));
    let end = clamp(end.unwrap_or(length)).min(length);
    (start <= end).then(|| (text.byte_offset(start as usize), text.byte_offset(end as usize)))
}

/// The number of code points before a byte.
fn code_point(text: &Str, byte: usize) -> i64 {
    if text.is_ascii() { byte as i64 } else { text.as_str()[..byte].chars().count() as i64 }
}

/// `text.find(part, start, end)`.
#[must_use]
pub fn find(text: &Str, part: &Str, start: Option<i64>, end: Option<i64>) -> i64 {
    let found =
        window(text, start, end).and_then(|(start, end)| Some(start + text.as_str()[start..end].find(part.as_str())?));
    found.map_or(-1, |byte| code_point(text, byte))
}

/// `text.rfind(part, start, end)`.
#[must_use]
pub fn rfind(text: &Str, part: &Str, start: Option<i64>, end: Option<i64>) -> i64 {
    let found =
        window(text, start, end).and_then(|(start, end)| Some(start + text.as_str()[start..end].rfind(part.as_str())?));
    found.map_or(-1, |byte| code_point(text, byte))
}

/// `text.index(part, start, end)`.
///
/// # Errors
/// `ValueError` where it is not found.
pub fn index(text: &Str, part: &Str, start: Option<i64>, end: Option<i64>) -> Fallible<i64> {
    found_or_raise(find(text, part, start, end))
}

/// `text.rindex(part, start, end)`.
///
/// # Errors
/// `ValueError` where it is not found.
pub fn rindex(text: &Str, part: &Str, start: Option<i64>, end: Option<i64>) -> Fallible<i64> {
    found_or_raise(rfind(text, part, start, end))
}

fn found_or_raise(place: i64) -> Fallible<i64> {
    if place < 0 { Err(value_error("substring not found")) } else { Ok(place) }
}

/// `text.count(part, start, end)`: without overlaps; the empty text occurs around every code point.
#[must_use]
pub fn count(text: &Str, part: &Str, start: Option<i64>, end: Option<i64>) -> i64 {
    window(text, start, end).map_or(0, |(start, end)| text.as_str()[start..end].matches(part.as_str()).count() as i64)
}

/// `text.replace(old, new, count)`; a negative count means all.
#[must_use]
pub fn replace(text: &Str, old: &Str, new: &Str, count: i64) -> Str {
    Str::from(match usize::try_from(count) {
        Ok(count) => text.as_str().replacen(old.as_str(), new.as_str(), count),
        Err(_) => text.as_str().replace(old.as_str(), new.as_str()),
    })
}

/// `text.startswith(prefix)`.
#[must_use]
pub fn startswith(text: &Str, prefix: &Str) -> bool {
    text.as_str().starts_with(prefix.as_str())
}

/// `text.endswith(suffix)`.
#[must_use]
pub fn endswith(text: &Str, suffix: &Str) -> bool {
    text.as_str().ends_with(suffix.as_str())
}

/// `text.startswith(prefix, start, end)`.
#[must_use]
pub fn startswith_within(text: &Str, prefix: &Str, start: Option<i64>, end: Option<i64>) -> bool {
    window(text, start, end).is_some_and(|(start, end)| text.as_str()[start..end].starts_with(prefix.as_str()))
}

/// `text.endswith(suffix, start, end)`.
#[must_use]
pub fn endswith_within(text: &Str, suffix: &Str, start: Option<i64>, end: Option<i64>) -> bool {
    window(text, start, end).is_some_and(|(start, end)| text.as_str()[start..end].ends_with(suffix.as_str()))
}

/// `text.startswith((prefix, …), start, end)`.
#[must_use]
pub fn startswith_any(text: &Str, prefixes: &Sequence<Str>, start: Option<i64>, end: Option<i64>) -> bool {
    prefixes.as_slice().iter().any(|prefix| startswith_within(text, prefix, start, end))
}

/// `text.endswith((suffix, …), start, end)`.
#[must_use]
pub fn endswith_any(text: &Str, suffixes: &Sequence<Str>, start: Option<i64>, end: Option<i64>) -> bool {
    suffixes.as_slice().iter().any(|suffix| endswith_within(text, suffix, start, end))
}

/// `text.removeprefix(prefix)`.
#[must_use]
pub fn removeprefix(text: &Str, prefix: &Str) -> Str {
    match text.as_str().strip_prefix(prefix.as_str()) {
        Some(rest) => text.part(text.as_str().len() - rest.len(), text.as_str().len()),
        None => text.clone(),
    }
}

/// `text.removesuffix(suffix)`.
#[must_use]
pub fn removesuffix(text: &Str, suffix: &Str) -> Str {
    match text.as_str().strip_suffix(suffix.as_str()) {
        Some(rest) => text.part(0, rest.len()),
        None => text.clone(),
    }
}
