//! `re.Pattern`.

use std::sync::Arc;

use super::flags::Flags;
use super::r#match::Match;
use super::parse::{Parsed, parse};
use super::program::Program;
use super::run::{Machine, Slots, Wanted};
use super::syntax::Node;
use super::template::Template;
use crate::dict::{self, Dict};
use crate::exception::Fallible;
use crate::list::{self, List};
use crate::object::{Equal, Iter, Object, collect};
use crate::str::Str;

/// A compiled pattern; a clone is another name of the same one.
#[derive(Debug, Clone)]
pub struct Pattern {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    text: Str,
    flags: Flags,
    groups: usize,
    names: Vec<(String, usize)>,
    program: Program,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// `re.error` where it is malformed.
    pub(crate) fn read(text: &Str, flags: Flags) -> Fallible<Self> {
        let Parsed { node, flags, groups, names } = parse(text.as_str(), flags)?;
        let program = Program::of(&node, &lookbehind_width);
        Ok(Self { shared: Arc::new(Shared { text: text.clone(), flags, groups, names, program }) })
    }

    pub(super) fn group_count(&self) -> usize {
        self.shared.groups
    }

    pub(super) fn names(&self) -> &[(String, usize)] {
        &self.shared.names
    }

    /// The number of a group by its name.
    pub(super) fn group_named(&self, name: &str) -> Option<usize> {
        self.shared.names.iter().find(|(known, _)| known == name).map(|(_, group)| *group)
    }

    fn machine<'p>(&'p self, text: &'p Str, end: usize) -> Machine<'p> {
        Machine::new(&self.shared.program, self.shared.groups, text.as_str(), end)
    }

    fn made(&self, text: &Str, bounds: [i64; 2], slots: Option<Slots>) -> Option<Match> {
        slots.map(|slots| Match::new(self.clone(), text.clone(), slots, bounds))
    }

    /// All matches, one behind the other: where one was empty, the next is not empty at its place.
    pub(super) fn all<'p>(&'p self, text: &'p Str) -> impl Iterator<Item = Slots> + 'p {
        let end = text.as_str().len();
        let mut machine = self.machine(text, end);
        let (mut start, mut advance) = (0, false);
        std::iter::from_fn(move || {
            let slots = machine.search(start, Wanted { advance, ..Wanted::default() })?;
            let (Some(first), Some(behind)) = (slots[0], slots[1]) else { return None };
            (start, advance) = (behind, first == behind);
            Some(slots)
        })
    }
}

/// How many characters back a lookbehind begins: its parts have one width, which the parser has seen to.
fn lookbehind_width(node: &Node) -> usize {
    match node {
        Node::Empty | Node::Assertion(_) | Node::Look { .. } | Node::Reference { .. } => 0,
        Node::Single(_) => 1,
        Node::Group(_, body) | Node::Atomic(body) => lookbehind_width(body),
        Node::Sequence(nodes) => nodes.iter().map(lookbehind_width).sum(),
        Node::Branches(nodes) => nodes.first().map_or(0, lookbehind_width),
        Node::Repeat { least, body, .. } => *least as usize * lookbehind_width(body),
        Node::Conditional { yes, .. } => lookbehind_width(yes),
    }
}

/// Start and end in characters, cut to the text, with their bytes.
fn bounds(text: &Str, pos: i64, endpos: i64) -> ([i64; 2], usize, usize) {
    let length = text.length() as i64;
    let end = endpos.clamp(0, length);
    let start = pos.clamp(0, length).min(if pos > end { length } else { end });
    ([start, end], text.byte_offset(start as usize), text.byte_offset(end as usize))
}

/// `pattern.search(text, pos, endpos)`.
#[must_use]
pub fn search(pattern: &Pattern, text: &Str, pos: i64, endpos: i64) -> Option<Match> {
    let (places, start, end) = bounds(text, pos, endpos);
    let slots = if start > end { None } else { pattern.machine(text, end).search(start, Wanted::default()) };
    pattern.made(text, places, slots)
}

/// `pattern.match(text, pos, endpos)`.
#[must_use]
pub fn r#match(pattern: &Pattern, text: &Str, pos: i64, endpos: i64) -> Option<Match> {
    let (places, start, end) = bounds(text, pos, endpos);
    let slots = if start > end { None } else { pattern.machine(text, end).match_at(start, Wanted::default()) };
    pattern.made(text, places, slots)
}

/// `pattern.fullmatch(text, pos, endpos)`.
#[must_use]
pub fn fullmatch(pattern: &Pattern, text: &Str, pos: i64, endpos: i64) -> Option<Match> {
    let (places, start, end) = bounds(text, pos, endpos);
    let wanted = Wanted { whole: true, advance: false };
    let slots = if start > end { None } else { pattern.machine(text, end).match_at(start, wanted) };
    pattern.made(text, places, slots)
}

/// The text of a group; empty where it has none, as `findall` gives it.
fn group_text(text: &Str, slots: &Slots, group: usize) -> Str {
    match (slots[group * 2], slots[group * 2 + 1]) {
        (Some(start), Some(end)) => text.part(start, end),
        _ => Str::literal(""),
    }
}

/// `pattern.findall(text)` of a pattern with at most one group: the texts of that group, or of the matches.
pub fn findall(pattern: &Pattern, text: &Str) -> List<Str> {
    let group = pattern.shared.groups.min(1);
    list::from_vec(pattern.all(text).map(|slots| group_text(text, &slots, group)).collect())
}

macro_rules! findalls {
    ($($name:ident: $($group:literal $class:ident),+;)*) => {$(
        /// `pattern.findall(text)` of a pattern with so many groups: tuples of their texts.
        pub fn $name(pattern: &Pattern, text: &Str) -> List<($($class,)+)> {
            list::from_vec(pattern.all(text).map(|slots| ($(group_text(text, &slots, $group),)+)).collect())
        }
    )*};
}

findalls! {
    findall_2: 1 Str, 2 Str;
    findall_3: 1 Str, 2 Str, 3 Str;
    findall_4: 1 Str, 2 Str, 3 Str, 4 Str;
    findall_5: 1 Str, 2 Str, 3 Str, 4 Str, 5 Str;
    findall_6: 1 Str, 2 Str, 3 Str, 4 Str, 5 Str, 6 Str;
    findall_7: 1 Str, 2 Str, 3 Str, 4 Str, 5 Str, 6 Str, 7 Str;
    findall_8: 1 Str, 2 Str, 3 Str, 4 Str, 5 Str, 6 Str, 7 Str, 8 Str;
    findall_9: 1 Str, 2 Str, 3 Str, 4 Str, 5 Str, 6 Str, 7 Str, 8 Str, 9 Str;
    findall_10: 1 Str, 2 Str, 3 Str, 4 Str, 5 Str, 6 Str, 7 Str, 8 Str, 9 Str, 10 Str;
    findall_11: 1 Str, 2 Str, 3 Str, 4 Str, 5 Str, 6 Str, 7 Str, 8 Str, 9 Str, 10 Str, 11 Str;
    findall_12: 1 Str, 2 Str, 3 Str, 4 Str, 5 Str, 6 Str, 7 Str, 8 Str, 9 Str, 10 Str, 11 Str, 12 Str;
}

/// Iterates over the matches in a text.
pub struct FoundIterator {
    pattern: Pattern,
    text: Str,
    /// Where the next search begins; `None` at the end.
    start: Option<usize>,
    advance: bool,
}

/// `pattern.finditer(text)`.
#[must_use]
pub fn finditer(pattern: &Pattern, text: &Str) -> FoundIterator {
    FoundIterator { pattern: pattern.clone(), text: text.clone(), start: Some(0), advance: false }
}

impl Iter for FoundIterator {
    type Item = Match;

    fn next(&mut self) -> Fallible<Option<Match>> {
        let Some(start) = self.start else { return Ok(None) };
        let mut machine = self.pattern.machine(&self.text, self.text.as_str().len());
        let slots = machine.search(start, Wanted { advance: self.advance, ..Wanted::default() });
        let found = self.pattern.made(&self.text, [0, self.text.length() as i64], slots);
        self.start = found.as_ref().map(|found| found.bytes().1);
        self.advance = found.as_ref().is_some_and(|found| found.bytes().0 == found.bytes().1);
        Ok(found)
    }
}

/// `pattern.sub(template, text, count)`.
///
/// # Errors
/// `re.error` for a malformed template.
pub fn sub(pattern: &Pattern, template: &Str, text: &Str, count: i64) -> Fallible<Str> {
    subn(pattern, template, text, count).map(|(replaced, _)| replaced)
}

/// `pattern.subn(template, text, count)`.
///
/// # Errors
/// `re.error` for a malformed template.
pub fn subn(pattern: &Pattern, template: &Str, text: &Str, count: i64) -> Fallible<(Str, i64)> {
    let template = Template::read(template, pattern)?;
    let most = limit(count);
    let (mut replaced, mut behind, mut made) = (String::new(), 0, 0);
    for slots in pattern.all(text).take(most) {
        let (start, end) = (slots[0].unwrap_or(0), slots[1].unwrap_or(0));
        replaced.push_str(&text.as_str()[behind..start]);
        template.expand(&mut replaced, &mut |group| group_text(text, &slots, group));
        behind = end;
        made += 1;
    }
    replaced.push_str(&text.as_str()[behind..]);
    Ok((Str::from(replaced), made))
}

/// The matches that `pattern.sub(function, text, count)` calls its function for.
pub fn replaced_matches(pattern: &Pattern, text: &Str, count: i64) -> List<Match> {
    let bounds = [0, text.length() as i64];
    let most = limit(count);
    let all = pattern.all(text).take(most);
    list::from_vec(all.map(|slots| Match::new(pattern.clone(), text.clone(), slots, bounds)).collect())
}

/// `pattern.sub(function, text, count)`: the text with each match replaced by what the function gave for it.
///
/// # Errors
/// Whatever the function raises.
pub fn join_replaced(text: &Str, matches: &List<Match>, parts: impl Iter<Item = Str>) -> Fallible<Str> {
    let parts = collect(parts)?;
    let (mut replaced, mut behind) = (String::new(), 0);
    for (found, part) in matches.to_vec().iter().zip(parts) {
        let (start, end) = found.bytes();
        replaced.push_str(&text.as_str()[behind..start]);
        replaced.push_str(part.as_str());
        behind = end;
    }
    replaced.push_str(&text.as_str()[behind..]);
    Ok(Str::from(replaced))
}

/// `pattern.split(text, maxsplit)` of a pattern whose groups always have text, or that has none.
pub fn split(pattern: &Pattern, text: &Str, maxsplit: i64) -> List<Str> {
    let parts = pieces(pattern, text, maxsplit);
    list::from_vec(parts.into_iter().map(|part| part.unwrap_or(Str::literal(""))).collect())
}

/// `pattern.split(text, maxsplit)` of a pattern with groups that may have no text.
pub fn split_groups(pattern: &Pattern, text: &Str, maxsplit: i64) -> List<Option<Str>> {
    list::from_vec(pieces(pattern, text, maxsplit))
}

/// How many matches a count means: 0 is all of them, and less than 0 is none.
fn limit(count: i64) -> usize {
    if count == 0 { usize::MAX } else { usize::try_from(count).unwrap_or(0) }
}

fn pieces(pattern: &Pattern, text: &Str, maxsplit: i64) -> Vec<Option<Str>> {
    let most = limit(maxsplit);
    let (mut parts, mut behind) = (Vec::new(), 0);
    for slots in pattern.all(text).take(most) {
        let (start, end) = (slots[0].unwrap_or(0), slots[1].unwrap_or(0));
        parts.push(Some(text.part(behind, start)));
        for group in 1..=pattern.shared.groups {
            let place = slots[group * 2].zip(slots[group * 2 + 1]);
            parts.push(place.map(|(start, end)| text.part(start, end)));
        }
        behind = end;
    }
    parts.push(Some(text.part(behind, text.as_str().len())));
    parts
}

/// `pattern.pattern`.
#[must_use]
pub fn pattern(pattern: &Pattern) -> Str {
    pattern.shared.text.clone()
}

/// `pattern.flags`.
#[must_use]
pub fn flags(pattern: &Pattern) -> i64 {
    pattern.shared.flags
}

/// `pattern.groups`.
#[must_use]
pub fn groups(pattern: &Pattern) -> i64 {
    pattern.shared.groups as i64
}

/// `pattern.groupindex`.
#[must_use]
pub fn groupindex(pattern: &Pattern) -> Dict<Str, i64> {
    let names = pattern.shared.names.iter();
    dict::from_pairs(names.map(|(name, group)| (Str::from(name.as_str()), *group as i64)).collect())
}

/// For a group that the pattern does not have.
pub(super) fn no_such_group() -> crate::exception::Raised {
    crate::exception::index_error("no such group")
}

/// For a name in a template that the pattern does not have.
pub(super) fn unknown_name(name: &str) -> crate::exception::Raised {
    crate::exception::index_error(format!("unknown group name {}", crate::object::repr_text(&Str::from(name))))
}

impl Object for Pattern {
    fn type_name(&self) -> &'static str {
        "Pattern"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        // CPython shows at most 200 characters of the pattern, and every flag but that for Unicode text.
        let text = crate::object::repr_text(&self.shared.text);
        let shown: String = text.chars().take(200).collect();
        out.push_str("re.compile(");
        out.push_str(&shown);
        let names =
            [(2, "re.IGNORECASE"), (8, "re.MULTILINE"), (16, "re.DOTALL"), (64, "re.VERBOSE"), (256, "re.ASCII")];
        let names: Vec<&str> =
            names.iter().filter(|(bit, _)| self.shared.flags & bit != 0).map(|(_, name)| *name).collect();
        if !names.is_empty() {
            out.push_str(", ");
            out.push_str(&names.join("|"));
        }
        out.push(')');
    }
}

impl Equal for Pattern {
    fn equal(&self, other: &Self) -> bool {
        self.shared.flags == other.shared.flags && self.shared.text.equal(&other.shared.text)
    }
}
