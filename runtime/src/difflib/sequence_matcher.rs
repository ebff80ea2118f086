//! `difflib.SequenceMatcher`.

use std::hash::BuildHasher;

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::matching::Matcher;
use crate::exception::{Exception, Fallible};
use crate::hashing::Slot;
use crate::list::{List, from_vec};
use crate::named_tuple::named_tuple;
use crate::object::{Identity, Iter, Key, Object, collect};
use crate::opaque::Opaque;
use crate::str::Str;

/// A `difflib.SequenceMatcher`: of the elements it knows which are equal, and nothing else.
#[derive(Clone)]
pub struct SequenceMatcher(Opaque<Matcher>);

named_tuple! {
    /// `difflib.Match`: equal elements of two sequences.
    pub struct Match in r#match {
        /// Where they begin in the first.
        a: i64,
        /// Where they begin in the second.
        b: i64,
        /// How many there are.
        size: i64,
    }
}

impl From<(usize, usize, usize)> for Match {
    fn from((a, b, size): (usize, usize, usize)) -> Self {
        Self { a: a as i64, b: b as i64, size: size as i64 }
    }
}

/// A number for each element, the same for equal ones.
fn numbered<T: Key, S: BuildHasher>(items: Vec<T>, known: &mut IndexSet<Slot<T>, S>) -> Vec<u32> {
    items.into_iter().map(|item| known.insert_full(Slot(item)).0 as u32).collect()
}

/// `SequenceMatcher(None, a, b, autojunk)`.
///
/// # Errors
/// Whatever the iterators raise.
pub fn new<T: Key>(
    (): (),
    a: impl Iter<Item = T>,
    b: impl Iter<Item = T>,
    autojunk: bool,
) -> Fallible<SequenceMatcher> {
    new_junk(|_| Ok(false), a, b, autojunk)
}

/// `SequenceMatcher(a=a, b=b, autojunk=…)`.
///
/// # Errors
/// Whatever the iterators raise.
pub fn new_plain<T: Key>(a: impl Iter<Item = T>, b: impl Iter<Item = T>, autojunk: bool) -> Fallible<SequenceMatcher> {
    new((), a, b, autojunk)
}

/// `SequenceMatcher(isjunk, a, b, autojunk)`.
///
/// # Errors
/// Whatever the function or the iterators raise.
pub fn new_junk<T: Key>(
    mut is_junk: impl FnMut(T) -> Fallible<bool>,
    a: impl Iter<Item = T>,
    b: impl Iter<Item = T>,
    autojunk: bool,
) -> Fallible<SequenceMatcher> {
    let mut known: IndexSet<Slot<T>, FxBuildHasher> = IndexSet::default();
    let (a, b) = (numbered(collect(a)?, &mut known), numbered(collect(b)?, &mut known));
    let second = b.clone();
    let test = |place: usize| match known.get_index(second[place] as usize) {
        Some(slot) => is_junk(slot.0.clone()),
        None => Ok(false),
    };
    Ok(SequenceMatcher(Opaque::new(Matcher::new(a, b, autojunk, test)?)))
}

/// `matcher.find_longest_match(alo, ahi, blo, bhi)`.
///
/// # Errors
/// `IndexError` for ranges beyond the sequences.
pub fn find_longest_match(
    matcher: &SequenceMatcher,
    alo: i64,
    ahi: Option<i64>,
    blo: i64,
    bhi: Option<i64>,
) -> Fallible<Match> {
    let (first, second) = matcher.0.lengths();
    let bounds = [(alo, ahi, first), (blo, bhi, second)].map(|(low, high, length)| {
        let high = high.map_or(Ok(length), usize::try_from);
        match (usize::try_from(low), high) {
            (Ok(low), Ok(high)) if high <= length => Some(low..high.max(low)),
            _ => None,
        }
    });
    let [Some(a), Some(b)] = bounds else {
        return Err(Exception::new("IndexError", "list index out of range"));
    };
    Ok(matcher.0.longest(a, b).into())
}

/// `matcher.get_matching_blocks()`.
#[must_use]
pub fn get_matching_blocks(matcher: &SequenceMatcher) -> List<Match> {
    from_vec(matcher.0.blocks().into_iter().map(Match::from).collect())
}

/// `matcher.get_opcodes()`.
#[must_use]
pub fn get_opcodes(matcher: &SequenceMatcher) -> List<(Str, i64, i64, i64, i64)> {
    let code = |(tag, i1, i2, j1, j2): super::matching::Opcode| {
        (Str::literal(tag), i1 as i64, i2 as i64, j1 as i64, j2 as i64)
    };
    from_vec(matcher.0.opcodes().into_iter().map(code).collect())
}

/// `matcher.ratio()`.
#[must_use]
pub fn ratio(matcher: &SequenceMatcher) -> f64 {
    matcher.0.ratio()
}

/// `matcher.quick_ratio()`.
#[must_use]
pub fn quick_ratio(matcher: &SequenceMatcher) -> f64 {
    matcher.0.quick_ratio()
}

/// `matcher.real_quick_ratio()`.
#[must_use]
pub fn real_quick_ratio(matcher: &SequenceMatcher) -> f64 {
    matcher.0.real_quick_ratio()
}

impl Identity for SequenceMatcher {
    fn same(&self, other: &Self) -> bool {
        self.0.same(&other.0)
    }
}

impl Object for SequenceMatcher {
    fn type_name(&self) -> &'static str {
        "SequenceMatcher"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        // CPython shows an address, which no two runs have in common.
        out.push_str("<difflib.SequenceMatcher object>");
    }
}
