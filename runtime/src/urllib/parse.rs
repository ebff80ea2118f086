//! `urllib.parse`: the parts of URLs (CPython's Lib/urllib/parse.py).

mod host;
mod query;
mod quote;
mod results;

pub use query::{parse_qs, parse_qsl, urlencode, urlencode_each};
pub use quote::{
    quote, quote_bytes, quote_from_bytes, quote_plus, quote_plus_bytes, unquote, unquote_bytes, unquote_plus,
    unquote_to_bytes, unquote_to_bytes_str,
};
pub use results::{
    DefragResult, Located, ParseResult, SplitResult, defrag_result, defragmented_url, hostname, new_parsed, new_split,
    parse_result, parsed_url, password, port, replace_parsed, replace_split, split_result, split_url, username,
};

use crate::exception::{Fallible, value_error};
use crate::str::Str;

const USES_RELATIVE: &[&str] = &[
    "", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp", "rtsps",
    "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss",
];
const USES_NETLOC: &[&str] = &[
    "", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews",
    "prospero", "rtsp", "rtsps", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss",
];
const USES_PARAMS: &[&str] = &[
    "", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps", "rtspu", "sip", "sips", "mms",
    "sftp", "tel",
];

/// The parts of a URL, as they lie in its text.
#[derive(Debug, Clone, Default)]
struct Parts {
    scheme: String,
    netloc: String,
    path: String,
    params: String,
    query: String,
    fragment: String,
}

/// `urlsplit(url, scheme, allow_fragments)`.
///
/// # Errors
/// `ValueError` for a host in brackets that is no address of IPv6, and for characters that become others when they are
/// normalized.
pub fn urlsplit(url: &Str, scheme: &Str, allow_fragments: bool) -> Fallible<SplitResult> {
    Ok(split(url.as_str(), scheme.as_str(), allow_fragments)?.into())
}

/// `urlparse(url, scheme, allow_fragments)`.
///
/// # Errors
/// As [`urlsplit`].
pub fn urlparse(url: &Str, scheme: &Str, allow_fragments: bool) -> Fallible<ParseResult> {
    Ok(parse(url.as_str(), scheme.as_str(), allow_fragments)?.into())
}

fn split(url: &str, scheme: &str, allow_fragments: bool) -> Fallible<Parts> {
    let is_control = |character: char| character <= ' ';
    let clean = |text: &str| text.replace(['\t', '\r', '\n'], "");
    let url = clean(url.trim_start_matches(is_control));
    let mut parts = Parts { scheme: clean(scheme.trim_matches(is_control)), ..Parts::default() };

    let mut rest = url.as_str();
    if let Some((before, after)) = rest.split_once(':')
        && before.starts_with(|first: char| first.is_ascii_alphabetic())
        && before.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    {
        parts.scheme = before.to_ascii_lowercase();
        rest = after;
    }
    if let Some(after) = rest.strip_prefix("//") {
        let end = after.find(['/', '?', '#']).unwrap_or(after.len());
        let (netloc, after) = after.split_at(end);
        check_brackets(netloc)?;
        parts.netloc = netloc.to_owned();
        rest = after;
    }
    if allow_fragments && let Some((before, fragment)) = rest.split_once('#') {
        parts.fragment = fragment.to_owned();
        rest = before;
    }
    if let Some((before, query)) = rest.split_once('?') {
        parts.query = query.to_owned();
        rest = before;
    }
    host::check_normalized(&parts.netloc)?;
    parts.path = rest.to_owned();
    Ok(parts)
}

fn check_brackets(netloc: &str) -> Fallible<()> {
    match (netloc.contains('['), netloc.contains(']')) {
        (false, false) => Ok(()),
        (true, true) => {
            let (_, bracketed) = netloc.split_once('[').unwrap_or_default();
            host::check_bracketed(bracketed.split(']').next().unwrap_or_default())
        }
        _ => Err(value_error("Invalid IPv6 URL")),
    }
}

fn parse(url: &str, scheme: &str, allow_fragments: bool) -> Fallible<Parts> {
    let mut parts = split(url, scheme, allow_fragments)?;
    if USES_PARAMS.contains(&parts.scheme.as_str()) {
        // Only the last segment of the path has parameters.
        let segment = parts.path.rfind('/').unwrap_or(0);
        if let Some(semicolon) = parts.path[segment..].find(';') {
            parts.params = parts.path.split_off(segment + semicolon + 1);
            parts.path.pop();
        }
    }
    Ok(parts)
}

fn unsplit(parts: &Parts) -> String {
    let mut path = parts.path.clone();
    if !parts.params.is_empty() {
        path = format!("{path};{}", parts.params);
    }
    let scheme = parts.scheme.as_str();
    let is_located = !scheme.is_empty() && USES_NETLOC.contains(&scheme) && !path.starts_with("//");
    let mut url = match !parts.netloc.is_empty() || is_located {
        true if !path.is_empty() && !path.starts_with('/') => format!("//{}/{path}", parts.netloc),
        true => format!("//{}{path}", parts.netloc),
        false => path,
    };
    if !scheme.is_empty() {
        url = format!("{scheme}:{url}");
    }
    for (mark, part) in [('?', &parts.query), ('#', &parts.fragment)] {
        if !part.is_empty() {
            url.push(mark);
            url.push_str(part);
        }
    }
    url
}

/// `urlunparse(components)`.
#[must_use]
pub fn urlunparse(components: &(Str, Str, Str, Str, Str, Str)) -> Str {
    Str::from(unsplit(&Parts::from(components)))
}

/// `urlunsplit(components)`.
#[must_use]
pub fn urlunsplit(components: &(Str, Str, Str, Str, Str)) -> Str {
    let (scheme, netloc, path, query, fragment) = components.clone();
    urlunparse(&(scheme, netloc, path, Str::literal(""), query, fragment))
}

/// `urljoin(base, url, allow_fragments)`.
///
/// # Errors
/// As [`urlsplit`].
pub fn urljoin(base: &Str, url: &Str, allow_fragments: bool) -> Fallible<Str> {
    if base.length() == 0 {
        return Ok(url.clone());
    }
    if url.length() == 0 {
        return Ok(base.clone());
    }
    let base = parse(base.as_str(), "", allow_fragments)?;
    let mut parts = parse(url.as_str(), &base.scheme, allow_fragments)?;
    let scheme = parts.scheme.as_str();
    if scheme != base.scheme || !USES_RELATIVE.contains(&scheme) {
        return Ok(url.clone());
    }
    if USES_NETLOC.contains(&scheme) {
        if !parts.netloc.is_empty() {
            return Ok(Str::from(unsplit(&parts)));
        }
        parts.netloc.clone_from(&base.netloc);
    }
    if parts.path.is_empty() && parts.params.is_empty() {
        parts.path = base.path;
        parts.params = base.params;
        if parts.query.is_empty() {
            parts.query = base.query;
        }
    } else {
        parts.path = resolved(&base.path, &parts.path);
    }
    Ok(Str::from(unsplit(&parts)))
}

/// A path relative to another, without `.` and `..` (RFC 3986, section 5.2.4).
fn resolved(base: &str, path: &str) -> String {
    let mut segments: Vec<&str> = Vec::new();
    if !path.starts_with('/') {
        segments.extend(base.split('/'));
        // The last segment of the base is no folder.
        if segments.last().is_some_and(|last| !last.is_empty()) {
            segments.pop();
        }
    }
    segments.extend(path.split('/'));
    let last = segments.len() - 1;
    let is_relative = !path.starts_with('/');
    let mut resolved: Vec<&str> = Vec::new();
    for (place, segment) in segments.iter().enumerate() {
        match *segment {
            "" if is_relative && place > 0 && place < last => {}
            ".." => {
                resolved.pop();
            }
            "." => {}
            segment => resolved.push(segment),
        }
    }
    if matches!(segments[last], "." | "..") {
        resolved.push("");
    }
    match resolved.join("/") {
        empty if empty.is_empty() => "/".to_owned(),
        path => path,
    }
}

/// `urldefrag(url)`.
///
/// # Errors
/// As [`urlsplit`].
pub fn urldefrag(url: &Str) -> Fallible<DefragResult> {
    if !url.as_str().contains('#') {
        return Ok(DefragResult { url: url.clone(), fragment: Str::literal("") });
    }
    let mut parts = parse(url.as_str(), "", true)?;
    let fragment = Str::from(std::mem::take(&mut parts.fragment));
    Ok(DefragResult { url: Str::from(unsplit(&parts)), fragment })
}
