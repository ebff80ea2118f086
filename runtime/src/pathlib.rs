//! `pathlib`: paths as values (CPython 3.11's Lib/pathlib.py, on POSIX). No file is looked at.

pub mod pure_path;

use std::cmp::Ordering;
use std::hash::Hasher;
use std::marker::PhantomData;
use std::sync::Arc;

use crate::exception::Fallible;
use crate::object::{Compare, Equal, Key, Object};
use crate::os::path::root;
use crate::str::Str;

/// Which class a path is of.
pub trait Kind: 'static {
    /// Its name.
    const NAME: &'static str;
}

/// `pathlib.PurePosixPath`.
#[derive(Debug, Clone, Copy)]
pub struct Pure;

/// `pathlib.PosixPath`.
#[derive(Debug, Clone, Copy)]
pub struct Concrete;

impl Kind for Pure {
    const NAME: &'static str = "PurePosixPath";
}

impl Kind for Concrete {
    const NAME: &'static str = "PosixPath";
}

/// A path of one of the classes: a root, which may be empty, and the names that follow it.
#[derive(Debug)]
pub struct PathOf<K> {
    root: &'static str,
    names: Arc<[Str]>,
    of: PhantomData<fn() -> K>,
}

/// `pathlib.PurePath`.
pub type PurePath = PathOf<Pure>;

/// `pathlib.Path`.
pub type Path = PathOf<Concrete>;

impl<K> Clone for PathOf<K> {
    fn clone(&self) -> Self {
        Self::of(self.root, Arc::clone(&self.names))
    }
}

impl<K> PathOf<K> {
    fn of(root: &'static str, names: impl Into<Arc<[Str]>>) -> Self {
        Self { root, names: names.into(), of: PhantomData }
    }

    /// The path that several texts are joined to: from the last absolute one on, without empty names and dots.
    fn parsed<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let (mut path_root, mut names) = ("", Vec::new());
        for text in texts {
            let own = root(text);
            if !own.is_empty() {
                path_root = own;
                names.clear();
            }
            names.extend(text.split('/').filter(|name| !matches!(*name, "" | ".")).map(Str::from));
        }
        Self::of(path_root, names)
    }

    /// Its text, empty where it has neither root nor names.
    fn formatted(&self) -> String {
        let names: Vec<&str> = self.names.iter().map(Str::as_str).collect();
        format!("{}{}", self.root, names.join("/"))
    }

    /// Its text.
    pub(crate) fn text(&self) -> String {
        match self.formatted() {
            empty if empty.is_empty() => ".".to_owned(),
            text => text,
        }
    }

    /// The root, where there is one, and the names.
    fn parts(&self) -> Vec<Str> {
        let root = (!self.root.is_empty()).then(|| Str::literal(self.root));
        root.into_iter().chain(self.names.iter().cloned()).collect()
    }
}

impl<K: Kind> Object for PathOf<K> {
    fn type_name(&self) -> &'static str {
        K::NAME
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str(K::NAME);
        out.push('(');
        Str::from(self.text()).repr(out);
        out.push(')');
    }

    fn str(&self, out: &mut String) {
        out.push_str(&self.text());
    }

    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        if !spec.is_empty() {
            let message = format!("unsupported format string passed to {}.__format__", K::NAME);
            return Err(crate::exception::type_error(message));
        }
        self.str(out);
        Ok(())
    }
}

impl<K: Kind, L: Kind> Equal<PathOf<L>> for PathOf<K> {
    fn equal(&self, other: &PathOf<L>) -> bool {
        self.root == other.root && self.names == other.names
    }
}

impl<K: Kind, L: Kind> Compare<PathOf<L>> for PathOf<K> {
    fn compare(&self, other: &PathOf<L>) -> Option<Ordering> {
        let texts = |parts: Vec<Str>| parts.iter().map(|part| part.as_str().to_owned()).collect::<Vec<_>>();
        Some(texts(self.parts()).cmp(&texts(other.parts())))
    }
}

impl<K: Kind> Key for PathOf<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for part in self.parts() {
            Key::hash(&part, state);
        }
    }
}
