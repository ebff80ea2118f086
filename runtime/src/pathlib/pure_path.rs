//! Methods of `pathlib.PurePath`, which `Path` has too.

use super::{Concrete, Kind, Path, PathOf, Pure, PurePath};
use crate::exception::{Fallible, type_error, value_error};
use crate::fnmatch::fnmatch;
use crate::list::{List, from_vec};
use crate::object::{Iter, collect, repr_text};
use crate::sequence::{self, Sequence};
use crate::str::Str;

fn made<K>(texts: &[Str]) -> PathOf<K> {
    PathOf::parsed(texts.iter().map(Str::as_str))
}

/// `PurePath(*texts)`.
#[must_use]
pub fn new(texts: &[Str]) -> PurePath {
    made::<Pure>(texts)
}

/// `Path(*texts)`.
#[must_use]
pub fn new_path(texts: &[Str]) -> Path {
    made::<Concrete>(texts)
}

/// `PurePath(*texts)` of a number of texts that is known only at run time.
///
/// # Errors
/// Whatever the iterator raises.
pub fn new_all(texts: impl Iter<Item = Str>) -> Fallible<PurePath> {
    Ok(new(&collect(texts)?))
}

/// `Path(*texts)` of a number of texts that is known only at run time.
///
/// # Errors
/// Whatever the iterator raises.
pub fn new_path_all(texts: impl Iter<Item = Str>) -> Fallible<Path> {
    Ok(new_path(&collect(texts)?))
}

/// `PurePath(path, *texts)`.
pub fn new_from<K: Kind>(path: &PathOf<K>, texts: &[Str]) -> PurePath {
    PathOf::of(path.root, path.names.clone()).joined(made::<Pure>(texts))
}

/// `Path(path, *texts)`.
pub fn new_path_from<K: Kind>(path: &PathOf<K>, texts: &[Str]) -> Path {
    PathOf::of(path.root, path.names.clone()).joined(made::<Concrete>(texts))
}

/// A captured `PurePath`.
#[must_use]
pub fn captured(text: &'static str) -> PurePath {
    PathOf::parsed([text])
}

/// A captured `Path`.
#[must_use]
pub fn captured_path(text: &'static str) -> Path {
    PathOf::parsed([text])
}

impl<K> PathOf<K> {
    /// This path and another below it, or the other alone where it is absolute.
    fn joined<L>(self, other: PathOf<L>) -> Self {
        if !other.root.is_empty() {
            return Self::of(other.root, other.names);
        }
        let names: Vec<Str> = self.names.iter().chain(other.names.iter()).cloned().collect();
        Self::of(self.root, names)
    }

    fn last(&self) -> Str {
        self.names.last().cloned().unwrap_or(Str::literal(""))
    }

    /// Where the suffix of the last name begins.
    fn suffix_at(&self) -> Option<usize> {
        let name = self.last();
        name.as_str().rfind('.').filter(|dot| *dot > 0 && dot + 1 < name.as_str().len())
    }

    fn with_last(&self, name: Str) -> Self {
        let (_, before) = self.names.split_last().unwrap_or((&name, &[]));
        let names: Vec<Str> = before.iter().cloned().chain([name.clone()]).collect();
        Self::of(self.root, names)
    }
}

/// `path / key`.
pub fn truediv<K: Kind>(path: PathOf<K>, key: &Str) -> PathOf<K> {
    path.joined(PathOf::<K>::parsed([key.as_str()]))
}

/// `path / other`, `path.joinpath(other)`.
pub fn join<K: Kind, L: Kind>(path: PathOf<K>, other: &PathOf<L>) -> PathOf<K> {
    path.joined(other.clone())
}

/// `key / path`.
pub fn rtruediv<K: Kind>(path: PathOf<K>, key: &Str) -> PathOf<K> {
    PathOf::<K>::parsed([key.as_str()]).joined(path)
}

/// `path.joinpath(*texts)`.
pub fn joinpath<K: Kind>(path: PathOf<K>, texts: &[Str]) -> PathOf<K> {
    path.joined(made::<K>(texts))
}

/// `path.joinpath(*texts)` of a number of texts that is known only at run time.
///
/// # Errors
/// Whatever the iterator raises.
pub fn joinpath_all<K: Kind>(path: PathOf<K>, texts: impl Iter<Item = Str>) -> Fallible<PathOf<K>> {
    Ok(joinpath(path, &collect(texts)?))
}

/// `path.parts`.
pub fn parts<K: Kind>(path: &PathOf<K>) -> Sequence<Str> {
    sequence::from_vec(path.parts())
}

/// `path.drive`: none on POSIX.
pub fn drive<K: Kind>(_: &PathOf<K>) -> Str {
    Str::literal("")
}

/// `path.root`, `path.anchor`.
pub fn root<K: Kind>(path: &PathOf<K>) -> Str {
    Str::literal(path.root)
}

/// `path.name`.
pub fn name<K: Kind>(path: &PathOf<K>) -> Str {
    path.last()
}

/// `path.suffix`.
pub fn suffix<K: Kind>(path: &PathOf<K>) -> Str {
    let name = path.last();
    name.part(path.suffix_at().unwrap_or(name.as_str().len()), name.as_str().len())
}

/// `path.suffixes`.
pub fn suffixes<K: Kind>(path: &PathOf<K>) -> List<Str> {
    let name = path.last();
    let name = name.as_str();
    if name.ends_with('.') {
        return from_vec(Vec::new());
    }
    from_vec(name.trim_start_matches('.').split('.').skip(1).map(|suffix| Str::from(format!(".{suffix}"))).collect())
}

/// `path.stem`.
pub fn stem<K: Kind>(path: &PathOf<K>) -> Str {
    let name = path.last();
    name.part(0, path.suffix_at().unwrap_or(name.as_str().len()))
}

/// `path.parent`.
pub fn parent<K: Kind>(path: PathOf<K>) -> PathOf<K> {
    match path.names.split_last() {
        Some((_, before)) => PathOf::of(path.root, before),
        None => path,
    }
}

/// `path.parents`.
pub fn parents<K: Kind>(path: PathOf<K>) -> Sequence<PathOf<K>> {
    let parent = |count: usize| PathOf::of(path.root, &path.names[..count]);
    sequence::from_vec((0..path.names.len()).rev().map(parent).collect())
}

/// `path.is_absolute()`.
pub fn is_absolute<K: Kind>(path: &PathOf<K>) -> bool {
    !path.root.is_empty()
}

/// `path.as_posix()`, `os.fspath(path)`.
pub fn as_posix<K: Kind>(path: &PathOf<K>) -> Str {
    Str::from(path.text())
}

/// `path.as_uri()`.
///
/// # Errors
/// `ValueError` of a relative path.
pub fn as_uri<K: Kind>(path: &PathOf<K>) -> Fallible<Str> {
    if path.root.is_empty() {
        return Err(value_error("relative path can't be expressed as a file URI"));
    }
    let quoted = crate::urllib::parse::quote(&as_posix(path), &Str::literal("/"), &None, &None)?;
    Ok(Str::from(format!("file://{}", quoted.as_str())))
}

/// `path.with_name(name)`.
///
/// # Errors
/// `ValueError` for a path without a name, and for what is no name.
pub fn with_name<K: Kind>(path: PathOf<K>, name: &Str) -> Fallible<PathOf<K>> {
    if path.names.is_empty() {
        return Err(value_error(format!("{} has an empty name", repr_text(&path))));
    }
    let parsed = PathOf::<K>::parsed([name.as_str()]);
    let is_name = parsed.root.is_empty() && parsed.names.len() == 1 && !name.as_str().ends_with('/');
    if is_name {
        return Ok(path.with_last(name.clone()));
    }
    Err(value_error(format!("Invalid name {}", repr_text(name))))
}

/// `path.with_stem(stem)`.
///
/// # Errors
/// As [`with_name`].
pub fn with_stem<K: Kind>(path: PathOf<K>, stem: &Str) -> Fallible<PathOf<K>> {
    let name = crate::str::add(stem, &suffix(&path));
    with_name(path, &name)
}

/// `path.with_suffix(suffix)`.
///
/// # Errors
/// `ValueError` for a path without a name, and for what is no suffix.
pub fn with_suffix<K: Kind>(path: PathOf<K>, suffix: &Str) -> Fallible<PathOf<K>> {
    let text = suffix.as_str();
    if text.contains('/') || !text.is_empty() && !text.starts_with('.') || text == "." {
        return Err(value_error(format!("Invalid suffix {}", repr_text(suffix))));
    }
    if path.names.is_empty() {
        return Err(value_error(format!("{} has an empty name", repr_text(&path))));
    }
    let name = crate::str::add(&stem(&path), suffix);
    Ok(path.with_last(name))
}

/// `path.relative_to(*texts)`.
///
/// # Errors
/// `ValueError` where it is not below the other path, `TypeError` of no other path.
pub fn relative_to<K: Kind>(path: PathOf<K>, texts: &[Str]) -> Fallible<PathOf<K>> {
    if texts.is_empty() {
        return Err(type_error("need at least one argument"));
    }
    relative_to_path(path, &made::<K>(texts))
}

/// `path.relative_to(other)`.
///
/// # Errors
/// As [`relative_to`].
pub fn relative_to_path<K: Kind, L: Kind>(path: PathOf<K>, other: &PathOf<L>) -> Fallible<PathOf<K>> {
    if path.root == other.root
        && let Some(rest) = path.names.strip_prefix(&*other.names)
    {
        return Ok(PathOf::of("", rest));
    }
    let (path, other) = (Str::from(path.text()), Str::from(other.formatted()));
    Err(value_error(format!(
        "{} is not in the subpath of {} OR one path is relative and the other is absolute.",
        repr_text(&path),
        repr_text(&other)
    )))
}

/// `path.is_relative_to(*texts)`.
///
/// # Errors
/// `TypeError` of no other path.
pub fn is_relative_to<K: Kind>(path: &PathOf<K>, texts: &[Str]) -> Fallible<bool> {
    match relative_to(path.clone(), texts) {
        Err(raised) if raised.class == "TypeError" => Err(raised),
        relative => Ok(relative.is_ok()),
    }
}

/// `path.is_relative_to(other)`.
pub fn is_relative_to_path<K: Kind, L: Kind>(path: &PathOf<K>, other: &PathOf<L>) -> bool {
    relative_to_path(path.clone(), other).is_ok()
}

/// `path.match(pattern)`.
///
/// # Errors
/// `ValueError` for an empty pattern.
pub fn r#match<K: Kind>(path: &PathOf<K>, pattern: &Str) -> Fallible<bool> {
    let pattern = PathOf::<K>::parsed([pattern.as_str()]);
    if pattern.root.is_empty() && pattern.names.is_empty() {
        return Err(value_error("empty pattern"));
    }
    let (own, wanted) = (&path.names, &pattern.names);
    let fits = match pattern.root {
        "" => wanted.len() <= path.parts().len(),
        root => root == path.root && wanted.len() == own.len(),
    };
    // A root that the pattern reaches back to is matched as a name.
    let parts = path.parts();
    let mut pairs = parts.iter().rev().zip(wanted.iter().rev());
    Ok(fits && pairs.all(|(part, pattern)| fnmatch(part, pattern)))
}
