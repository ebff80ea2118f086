//! Searching in bytes: `find`, `count`, `replace`, prefixes and suffixes.

use super::Bytes;
use crate::exception::{Fallible, value_error};
use crate::sequence::Sequence;

/// `bytes[start:end]`, or `None` where `start` lies behind the end of the bytes or of the part.
pub(super) fn window(bytes: &[u8], start: Option<i64>, end: Option<i64>) -> Option<(usize, usize)> {
    let length = bytes.len() as i64;
    let clamp = |place: i64| if place < 0 { place.saturating_add(length).max(0) } else { place };
    let start = clamp(start.unwrap_or(0));
    let end = clamp(end.unwrap_or(length)).min(length);
    (start <= end).then_some((start as usize, end as usize))
}

pub(super) fn first(bytes: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() { Some(0) } else { bytes.windows(part.len()).position(|window| window == part) }
}

pub(super) fn last(bytes: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() { Some(bytes.len()) } else { bytes.windows(part.len()).rposition(|window| window == part) }
}

fn place(bytes: &Bytes, bounds: [Option<i64>; 2], search: impl Fn(&[u8]) -> Option<usize>) -> i64 {
    let bytes = bytes.as_slice();
    let found = window(bytes, bounds[0], bounds[1]).and_then(|(start, end)| Some(start + search(&bytes[start..end])?));
    found.map_or(-1, |place| place as i64)
}

/// `bytes.find(part, start, end)`.
#[must_use]
pub fn find(bytes: &Bytes, part: &Bytes, start: Option<i64>, end: Option<i64>) -> i64 {
    place(bytes, [start, end], |window| first(window, part.as_slice()))
}

/// `bytes.rfind(part, start, end)`.
#[must_use]
pub fn rfind(bytes: &Bytes, part: &Bytes, start: Option<i64>, end: Option<i64>) -> i64 {
    place(bytes, [start, end], |window| last(window, part.as_slice()))
}

/// `bytes.index(part, start, end)`.
///
/// # Errors
/// `ValueError` where it is not found.
pub fn index(bytes: &Bytes, part: &Bytes, start: Option<i64>, end: Option<i64>) -> Fallible<i64> {
    found_or_raise(find(bytes, part, start, end))
}

/// `bytes.rindex(part, start, end)`.
///
/// # Errors
/// `ValueError` where it is not found.
pub fn rindex(bytes: &Bytes, part: &Bytes, start: Option<i64>, end: Option<i64>) -> Fallible<i64> {
    found_or_raise(rfind(bytes, part, start, end))
}

fn found_or_raise(place: i64) -> Fallible<i64> {
    if place < 0 { Err(value_error("subsection not found")) } else { Ok(place) }
}

/// `bytes.count(part, start, end)`: without overlaps.
#[must_use]
pub fn count(bytes: &Bytes, part: &Bytes, start: Option<i64>, end: Option<i64>) -> i64 {
    let (bytes, part) = (bytes.as_slice(), part.as_slice());
    let Some((start, end)) = window(bytes, start, end) else { return 0 };
    if part.is_empty() {
        return (end - start) as i64 + 1;
    }
    let (mut rest, mut count) = (&bytes[start..end], 0);
    while let Some(place) = first(rest, part) {
        rest = &rest[place + part.len()..];
        count += 1;
    }
    count
}

/// `bytes.replace(old, new, count)`; a negative count means all.
#[must_use]
pub fn replace(bytes: &Bytes, old: &Bytes, new: &Bytes, count: i64) -> Bytes {
    let (mut rest, old, new) = (bytes.as_slice(), old.as_slice(), new.as_slice());
    let mut left = usize::try_from(count).unwrap_or(usize::MAX);
    let mut replaced = Vec::with_capacity(rest.len());
    if old.is_empty() {
        // Between all bytes, and at both ends.
        while left > 0 {
            replaced.extend_from_slice(new);
            left -= 1;
            let Some((byte, behind)) = rest.split_first() else { break };
            replaced.push(*byte);
            rest = behind;
        }
    } else {
        while left > 0
            && let Some(place) = first(rest, old)
        {
            replaced.extend_from_slice(&rest[..place]);
            replaced.extend_from_slice(new);
            rest = &rest[place + old.len()..];
            left -= 1;
        }
    }
    replaced.extend_from_slice(rest);
    replaced.into()
}

/// `bytes.startswith(prefix, start, end)`.
#[must_use]
pub fn startswith(bytes: &Bytes, prefix: &Bytes, start: Option<i64>, end: Option<i64>) -> bool {
    let bytes = bytes.as_slice();
    window(bytes, start, end).is_some_and(|(start, end)| bytes[start..end].starts_with(prefix.as_slice()))
}

/// `bytes.endswith(suffix, start, end)`.
#[must_use]
pub fn endswith(bytes: &Bytes, suffix: &Bytes, start: Option<i64>, end: Option<i64>) -> bool {
    let bytes = bytes.as_slice();
    window(bytes, start, end).is_some_and(|(start, end)| bytes[start..end].ends_with(suffix.as_slice()))
}

/// `bytes.startswith((prefix, …), start, end)`.
#[must_use]
pub fn startswith_any(bytes: &Bytes, prefixes: &Sequence<Bytes>, start: Option<i64>, end: Option<i64>) -> bool {
    let bytes = bytes.as_slice();
    let window = window(bytes, start, end).map(|(start, end)| &bytes[start..end]);
    window.is_some_and(|window| prefixes.as_slice().iter().any(|prefix| window.starts_with(prefix.as_slice())))
}

/// `bytes.endswith((suffix, …), start, end)`.
#[must_use]
pub fn endswith_any(bytes: &Bytes, suffixes: &Sequence<Bytes>, start: Option<i64>, end: Option<i64>) -> bool {
    let bytes = bytes.as_slice();
    let window = window(bytes, start, end).map(|(start, end)| &bytes[start..end]);
    window.is_some_and(|window| suffixes.as_slice().iter().any(|suffix| window.ends_with(suffix.as_slice())))
}

/// `bytes.removeprefix(prefix)`.
#[must_use]
pub fn removeprefix(bytes: &Bytes, prefix: &Bytes) -> Bytes {
    let rest = bytes.as_slice().strip_prefix(prefix.as_slice());
    rest.map_or_else(|| bytes.clone(), |rest| rest.to_vec().into())
}

/// `bytes.removesuffix(suffix)`.
#[must_use]
pub fn removesuffix(bytes: &Bytes, suffix: &Bytes) -> Bytes {
    let rest = bytes.as_slice().strip_suffix(suffix.as_slice());
    rest.map_or_else(|| bytes.clone(), |rest| rest.to_vec().into())
}
