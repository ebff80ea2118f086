//! `os.path`: text that names files (CPython's Lib/posixpath.py and Lib/genericpath.py). No file is looked at.

use crate::exception::{Exception, Fallible, type_error, value_error};
use crate::object::{Iter, Iterable, collect};
use crate::str::Str;

/// `os.path.normcase(s)`, `os.fspath(s)`.
#[must_use]
pub fn normcase(path: &Str) -> Str {
    path.clone()
}

/// `os.path.isabs(s)`.
#[must_use]
pub fn isabs(path: &Str) -> bool {
    path.as_str().starts_with('/')
}

/// `os.path.join(a, *p)`.
#[must_use]
pub fn join(first: &Str, rest: &[Str]) -> Str {
    let parts = rest.iter().map(Str::as_str);
    if rest.is_empty() { first.clone() } else { Str::from(joined(first.as_str(), parts)) }
}

/// `os.path.join(*parts)` of a number of parts that is known only at run time.
///
/// # Errors
/// `TypeError` of none; whatever the iterator raises.
pub fn join_all(parts: impl Iter<Item = Str>) -> Fallible<Str> {
    let parts = collect(parts)?;
    match parts.split_first() {
        Some((first, rest)) => Ok(join(first, rest)),
        None => Err(type_error("join() missing 1 required positional argument: 'a'")),
    }
}

fn joined<'a>(first: &str, rest: impl IntoIterator<Item = &'a str>) -> String {
    let mut path = first.to_owned();
    for part in rest {
        if part.starts_with('/') {
            path.clear();
        } else if !path.is_empty() && !path.ends_with('/') {
            path.push('/');
        }
        path.push_str(part);
    }
    path
}

/// Where the last component begins.
fn base(path: &str) -> usize {
    path.rfind('/').map_or(0, |slash| slash + 1)
}

/// The part before the last component, without the slashes at its end, unless it is nothing else.
fn head(path: &str) -> &str {
    let head = &path[..base(path)];
    match head.trim_end_matches('/') {
        "" => head,
        stripped => stripped,
    }
}

/// `os.path.split(p)`.
#[must_use]
pub fn split(path: &Str) -> (Str, Str) {
    (dirname(path), basename(path))
}

/// `os.path.basename(p)`.
#[must_use]
pub fn basename(path: &Str) -> Str {
    path.part(base(path.as_str()), path.as_str().len())
}

/// `os.path.dirname(p)`.
#[must_use]
pub fn dirname(path: &Str) -> Str {
    path.part(0, head(path.as_str()).len())
}

/// `os.path.splitext(p)`.
#[must_use]
pub fn splitext(path: &Str) -> (Str, Str) {
    let text = path.as_str();
    let end = text.len();
    // Dots that a name begins with make no extension.
    let name = &text[base(text)..];
    let place = match name.rfind('.') {
        Some(dot) if name[..dot].bytes().any(|byte| byte != b'.') => end - name.len() + dot,
        _ => end,
    };
    (path.part(0, place), path.part(place, end))
}

/// `os.path.splitdrive(p)`.
#[must_use]
pub fn splitdrive(path: &Str) -> (Str, Str) {
    (Str::literal(""), path.clone())
}

/// `os.path.normpath(path)`.
#[must_use]
pub fn normpath(path: &Str) -> Str {
    Str::from(normalized(path.as_str()))
}

pub(crate) fn normalized(path: &str) -> String {
    let root = root(path);
    let mut components: Vec<&str> = Vec::new();
    for component in path.split('/').filter(|component| !matches!(*component, "" | ".")) {
        let goes_up = component == "..";
        match components.last() {
            Some(&last) if goes_up && last != ".." => {
                components.pop();
            }
            None if goes_up && !root.is_empty() => {}
            _ => components.push(component),
        }
    }
    match format!("{root}{}", components.join("/")) {
        empty if empty.is_empty() => ".".to_owned(),
        normal => normal,
    }
}

/// The slashes that a path is absolute by: POSIX tells two from one, but not three.
pub(crate) fn root(path: &str) -> &'static str {
    match path.len() - path.trim_start_matches('/').len() {
        0 => "",
        2 => "//",
        _ => "/",
    }
}

/// `os.path.relpath(path, start)`.
///
/// # Errors
/// `ValueError` of no path; `OSError` where one of the two is relative and there is no working directory.
pub fn relpath(path: &Str, start: &Option<Str>) -> Fallible<Str> {
    if path.length() == 0 {
        return Err(value_error("no path specified"));
    }
    let start = start.as_ref().map_or(".", Str::as_str);
    let (start, path) = (absolute(start)?, absolute(path.as_str())?);
    let components = |path: &str| -> Vec<String> {
        path.split('/').filter(|component| !component.is_empty()).map(str::to_owned).collect()
    };
    let (start, path) = (components(&start), components(&path));
    let shared = start.iter().zip(&path).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", start.len() - shared);
    let relative: Vec<&str> = up.chain(path[shared..].iter().map(String::as_str)).collect();
    Ok(Str::from(if relative.is_empty() { ".".to_owned() } else { relative.join("/") }))
}

fn absolute(path: &str) -> Fallible<String> {
    if path.starts_with('/') {
        return Ok(normalized(path));
    }
    Ok(normalized(&joined(&working_folder()?, [path])))
}

#[cfg(not(target_arch = "wasm32"))]
fn working_folder() -> Fallible<String> {
    let folder = std::env::current_dir().map_err(|error| Exception::new("OSError", error.to_string()))?;
    Ok(folder.to_string_lossy().into_owned())
}

/// A page has no folders: this stands for the one that it would work in.
#[cfg(target_arch = "wasm32")]
fn working_folder() -> Fallible<String> {
    Ok("/home/page".to_owned())
}

/// `os.path.commonpath(paths)`.
///
/// # Errors
/// `ValueError` of no paths, and of absolute and relative ones.
pub fn commonpath(paths: &impl Iterable<Item = Str>) -> Fallible<Str> {
    let paths = collect(paths.iter())?;
    let Some(first) = paths.first() else { return Err(value_error("commonpath() arg is an empty sequence")) };
    let is_absolute = isabs(first);
    if paths.iter().any(|path| isabs(path) != is_absolute) {
        return Err(value_error("Can't mix absolute and relative paths"));
    }
    let components = |path: &Str| -> Vec<String> {
        path.as_str().split('/').filter(|part| !matches!(*part, "" | ".")).map(str::to_owned).collect()
    };
    let mut components = paths.iter().map(components);
    let mut shared = components.next().unwrap_or_default();
    for other in components {
        let length = shared.iter().zip(&other).take_while(|(a, b)| a == b).count();
        shared.truncate(length);
    }
    Ok(Str::from(format!("{}{}", if is_absolute { "/" } else { "" }, shared.join("/"))))
}

/// `os.path.commonprefix(m)`: of texts, by code points.
///
/// # Errors
/// None: a list or tuple gives its items.
pub fn commonprefix(paths: &impl Iterable<Item = Str>) -> Fallible<Str> {
    let paths = collect(paths.iter())?;
    let Some((first, rest)) = paths.split_first() else { return Ok(Str::literal("")) };
    let shared = |prefix: &str, other: &Str| -> usize {
        let pairs = prefix.chars().zip(other.as_str().chars());
        pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
    };
    let length = rest.iter().fold(first.as_str().len(), |length, other| shared(&first.as_str()[..length], other));
    Ok(first.part(0, length))
}
