//! Taking bytes apart: `split`, `strip`, `partition`, `splitlines`; and `join`.

use super::Bytes;
use super::search::{first, last};
use crate::exception::{Fallible, value_error};
use crate::list::{self, List};
use crate::object::Iter;

/// ASCII white space, as the `bytes` methods see it.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

fn is_stripped(byte: u8, bytes: &Option<Bytes>) -> bool {
    bytes.as_ref().map_or_else(|| is_space(byte), |bytes| bytes.as_slice().contains(&byte))
}

/// `bytes.strip(chars)`.
#[must_use]
pub fn strip(bytes: &Bytes, chars: &Option<Bytes>) -> Bytes {
    lstrip(&rstrip(bytes, chars), chars)
}

/// `bytes.lstrip(chars)`.
#[must_use]
pub fn lstrip(bytes: &Bytes, chars: &Option<Bytes>) -> Bytes {
    let whole = bytes.as_slice();
    let start = whole.iter().position(|byte| !is_stripped(*byte, chars)).unwrap_or(whole.len());
    whole[start..].to_vec().into()
}

/// `bytes.rstrip(chars)`.
#[must_use]
pub fn rstrip(bytes: &Bytes, chars: &Option<Bytes>) -> Bytes {
    let whole = bytes.as_slice();
    let end = whole.iter().rposition(|byte| !is_stripped(*byte, chars)).map_or(0, |last| last + 1);
    whole[..end].to_vec().into()
}

fn separator(sep: &Bytes) -> Fallible<&[u8]> {
    if sep.as_slice().is_empty() { Err(value_error("empty separator")) } else { Ok(sep.as_slice()) }
}

fn made(parts: Vec<&[u8]>) -> List<Bytes> {
    list::from_vec(parts.into_iter().map(|part| part.to_vec().into()).collect())
}

/// `bytes.split(sep, maxsplit)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn split(bytes: &Bytes, sep: &Option<Bytes>, maxsplit: i64) -> Fallible<List<Bytes>> {
    let most = usize::try_from(maxsplit).unwrap_or(usize::MAX);
    let (mut rest, mut parts) = (bytes.as_slice(), Vec::new());
    match sep {
        Some(sep) => {
            let sep = separator(sep)?;
            while parts.len() < most
                && let Some(place) = first(rest, sep)
            {
                parts.push(&rest[..place]);
                rest = &rest[place + sep.len()..];
            }
            parts.push(rest);
        }
        None => loop {
            rest = &rest[rest.iter().position(|byte| !is_space(*byte)).unwrap_or(rest.len())..];
            if rest.is_empty() {
                break;
            }
            if parts.len() == most {
                parts.push(rest);
                break;
            }
            let end = rest.iter().position(|byte| is_space(*byte)).unwrap_or(rest.len());
            parts.push(&rest[..end]);
            rest = &rest[end..];
        },
    }
    Ok(made(parts))
}

/// `bytes.rsplit(sep, maxsplit)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn rsplit(bytes: &Bytes, sep: &Option<Bytes>, maxsplit: i64) -> Fallible<List<Bytes>> {
    let most = usize::try_from(maxsplit).unwrap_or(usize::MAX);
    let (mut rest, mut parts) = (bytes.as_slice(), Vec::new());
    match sep {
        Some(sep) => {
            let sep = separator(sep)?;
            while parts.len() < most
                && let Some(place) = last(rest, sep)
            {
                parts.push(&rest[place + sep.len()..]);
                rest = &rest[..place];
            }
            parts.push(rest);
        }
        None => loop {
            rest = &rest[..rest.iter().rposition(|byte| !is_space(*byte)).map_or(0, |last| last + 1)];
            if rest.is_empty() {
                break;
            }
            if parts.len() == most {
                parts.push(rest);
                break;
            }
            let start = rest.iter().rposition(|byte| is_space(*byte)).map_or(0, |space| space + 1);
            parts.push(&rest[start..]);
            rest = &rest[..start];
        },
    }
    parts.reverse();
    Ok(made(parts))
}

/// `bytes.splitlines(keepends)`: at `\n`, `\r` and `\r\n`.
#[must_use]
pub fn splitlines(bytes: &Bytes, keepends: bool) -> List<Bytes> {
    let (mut rest, mut lines) = (bytes.as_slice(), Vec::new());
    while let Some(place) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
        let end = place + if rest[place..].starts_with(b"\r\n") { 2 } else { 1 };
        lines.push(&rest[..if keepends { end } else { place }]);
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        lines.push(rest);
    }
    made(lines)
}

/// `bytes.partition(sep)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn partition(bytes: &Bytes, sep: &Bytes) -> Fallible<(Bytes, Bytes, Bytes)> {
    let whole = bytes.as_slice();
    Ok(match first(whole, separator(sep)?) {
        Some(place) => cut(whole, place, sep),
        None => (bytes.clone(), Bytes::literal(b""), Bytes::literal(b"")),
    })
}

/// `bytes.rpartition(sep)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn rpartition(bytes: &Bytes, sep: &Bytes) -> Fallible<(Bytes, Bytes, Bytes)> {
    let whole = bytes.as_slice();
    Ok(match last(whole, separator(sep)?) {
        Some(place) => cut(whole, place, sep),
        None => (Bytes::literal(b""), Bytes::literal(b""), bytes.clone()),
    })
}

fn cut(whole: &[u8], place: usize, sep: &Bytes) -> (Bytes, Bytes, Bytes) {
    let behind = whole[place + sep.as_slice().len()..].to_vec();
    (whole[..place].to_vec().into(), sep.clone(), behind.into())
}

/// `separator.join(parts)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn join(separator: &Bytes, mut parts: impl Iter<Item = Bytes>) -> Fallible<Bytes> {
    let mut joined = Vec::new();
    let mut first = true;
    while let Some(part) = parts.next()? {
        if !std::mem::take(&mut first) {
            joined.extend_from_slice(separator.as_slice());
        }
        joined.extend_from_slice(part.as_slice());
    }
    Ok(joined.into())
}
