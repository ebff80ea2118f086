//! What a URL is split into.

use super::{Parts, host};
use crate::exception::Fallible;
use crate::named_tuple::named_tuple;
use crate::str::Str;

named_tuple! {
    /// `urllib.parse.ParseResult`.
    pub struct ParseResult in parse_result {
        /// The scheme, in lower case.
        scheme: Str,
        /// User, host and port.
        netloc: Str,
        /// The path.
        path: Str,
        /// The parameters of the last segment of the path.
        params: Str,
        /// What follows the question mark.
        query: Str,
        /// What follows the hash.
        fragment: Str,
    }
}

named_tuple! {
    /// `urllib.parse.SplitResult`.
    pub struct SplitResult in split_result {
        /// The scheme, in lower case.
        scheme: Str,
        /// User, host and port.
        netloc: Str,
        /// The path, with parameters.
        path: Str,
        /// What follows the question mark.
        query: Str,
        /// What follows the hash.
        fragment: Str,
    }
}

named_tuple! {
    /// `urllib.parse.DefragResult`.
    pub struct DefragResult in defrag_result {
        /// The URL without its fragment.
        url: Str,
        /// The fragment.
        fragment: Str,
    }
}

impl From<&(Str, Str, Str, Str, Str, Str)> for Parts {
    fn from((scheme, netloc, path, params, query, fragment): &(Str, Str, Str, Str, Str, Str)) -> Self {
        let text = |part: &Str| part.as_str().to_owned();
        Self {
            scheme: text(scheme),
            netloc: text(netloc),
            path: text(path),
            params: text(params),
            query: text(query),
            fragment: text(fragment),
        }
    }
}

impl From<Parts> for ParseResult {
    fn from(parts: Parts) -> Self {
        Self {
            scheme: parts.scheme.into(),
            netloc: parts.netloc.into(),
            path: parts.path.into(),
            params: parts.params.into(),
            query: parts.query.into(),
            fragment: parts.fragment.into(),
        }
    }
}

impl From<Parts> for SplitResult {
    fn from(parts: Parts) -> Self {
        Self {
            scheme: parts.scheme.into(),
            netloc: parts.netloc.into(),
            path: parts.path.into(),
            query: parts.query.into(),
            fragment: parts.fragment.into(),
        }
    }
}

/// Where the parts of a URL's `netloc` are read from.
pub trait Located {
    /// The `netloc`.
    fn netloc(&self) -> &Str;
}

impl Located for ParseResult {
    fn netloc(&self) -> &Str {
        &self.netloc
    }
}

impl Located for SplitResult {
    fn netloc(&self) -> &Str {
        &self.netloc
    }
}

/// `result.username`.
pub fn username(result: &impl Located) -> Option<Str> {
    host::user(result.netloc().as_str()).map(|(name, _)| Str::from(name))
}

/// `result.password`.
pub fn password(result: &impl Located) -> Option<Str> {
    host::user(result.netloc().as_str()).and_then(|(_, password)| password).map(Str::from)
}

/// `result.hostname`: in lower case but for the zone of an address.
pub fn hostname(result: &impl Located) -> Option<Str> {
    let (name, _) = host::host(result.netloc().as_str());
    if name.is_empty() {
        return None;
    }
    let (address, zone) = name.split_at(name.find('%').unwrap_or(name.len()));
    Some(Str::from(crate::unicode::lower(address) + zone))
}

/// `result.port`.
///
/// # Errors
/// `ValueError` where it is no number up to 65535.
pub fn port(result: &impl Located) -> Fallible<Option<i64>> {
    host::port(result.netloc().as_str())
}

/// `ParseResult._replace(…)`: `None` for what stays.
#[must_use]
pub fn replace_parsed(
    result: &ParseResult,
    scheme: &Option<Str>,
    netloc: &Option<Str>,
    path: &Option<Str>,
    params: &Option<Str>,
    query: &Option<Str>,
    fragment: &Option<Str>,
) -> ParseResult {
    ParseResult {
        scheme: or(scheme, &result.scheme),
        netloc: or(netloc, &result.netloc),
        path: or(path, &result.path),
        params: or(params, &result.params),
        query: or(query, &result.query),
        fragment: or(fragment, &result.fragment),
    }
}

/// `SplitResult._replace(…)`: `None` for what stays.
#[must_use]
pub fn replace_split(
    result: &SplitResult,
    scheme: &Option<Str>,
    netloc: &Option<Str>,
    path: &Option<Str>,
    query: &Option<Str>,
    fragment: &Option<Str>,
) -> SplitResult {
    SplitResult {
        scheme: or(scheme, &result.scheme),
        netloc: or(netloc, &result.netloc),
        path: or(path, &result.path),
        query: or(query, &result.query),
        fragment: or(fragment, &result.fragment),
    }
}

fn or(given: &Option<Str>, own: &Str) -> Str {
    given.clone().unwrap_or_else(|| own.clone())
}

/// `ParseResult.geturl()`.
#[must_use]
pub fn parsed_url(result: &ParseResult) -> Str {
    super::urlunparse(&parse_result::tuple(result))
}

/// `SplitResult.geturl()`.
#[must_use]
pub fn split_url(result: &SplitResult) -> Str {
    super::urlunsplit(&split_result::tuple(result))
}

/// `DefragResult.geturl()`.
#[must_use]
pub fn defragmented_url(result: &DefragResult) -> Str {
    if result.fragment.length() == 0 {
        return result.url.clone();
    }
    Str::from(format!("{}#{}", result.url.as_str(), result.fragment.as_str()))
}

/// `ParseResult(scheme, netloc, path, params, query, fragment)`.
#[must_use]
pub fn new_parsed(scheme: &Str, netloc: &Str, path: &Str, params: &Str, query: &Str, fragment: &Str) -> ParseResult {
    let of = Str::clone;
    ParseResult {
        scheme: of(scheme),
        netloc: of(netloc),
        path: of(path),
        params: of(params),
        query: of(query),
        fragment: of(fragment),
    }
}

/// `SplitResult(scheme, netloc, path, query, fragment)`.
#[must_use]
pub fn new_split(scheme: &Str, netloc: &Str, path: &Str, query: &Str, fragment: &Str) -> SplitResult {
    let of = Str::clone;
    SplitResult { scheme: of(scheme), netloc: of(netloc), path: of(path), query: of(query), fragment: of(fragment) }
}
