//! `re.Match`.

use super::pattern::{Pattern, no_such_group};
use super::run::Slots;
use super::template::Template;
use crate::dict::{self, Dict};
use crate::exception::{Fallible, index_error};
use crate::object::Object;
use crate::sequence::{self, Sequence};
use crate::str::Str;
use std::sync::Arc;

/// A match; a clone is another name of the same one.
#[derive(Debug, Clone)]
pub struct Match {
    shared: Arc<Found>,
}

#[derive(Debug)]
struct Found {
    pattern: Pattern,
    text: Str,
    slots: Slots,
    bounds: [i64; 2],
}

impl Match {
    pub(super) fn new(pattern: Pattern, text: Str, slots: Slots, bounds: [i64; 2]) -> Self {
        Self { shared: Arc::new(Found { pattern, text, slots, bounds }) }
    }

    /// Where the match begins and ends.
    pub(super) fn bytes(&self) -> (usize, usize) {
        self.place(0).unwrap_or((0, 0))
    }

    fn place(&self, group: usize) -> Option<(usize, usize)> {
        self.shared.slots[group * 2].zip(self.shared.slots[group * 2 + 1])
    }

    fn text_of(&self, group: usize) -> Option<Str> {
        self.place(group).map(|(start, end)| self.shared.text.part(start, end))
    }

    fn number(&self, group: i64) -> Fallible<usize> {
        let found = usize::try_from(group).ok().filter(|group| *group <= self.shared.pattern.group_count());
        found.ok_or_else(no_such_group)
    }

    fn named(&self, name: &Str) -> Fallible<usize> {
        self.shared.pattern.group_named(name.as_str()).ok_or_else(no_such_group)
    }

    /// A byte as a number of characters.
    fn code_point(&self, byte: usize) -> i64 {
        let text = &self.shared.text;
        if text.is_ascii() { byte as i64 } else { text.as_str()[..byte].chars().count() as i64 }
    }

    fn span_of(&self, group: usize) -> (i64, i64) {
        self.place(group).map_or((-1, -1), |(start, end)| (self.code_point(start), self.code_point(end)))
    }
}

/// `match.group()`.
#[must_use]
pub fn whole(found: &Match) -> Str {
    found.text_of(0).unwrap_or(Str::literal(""))
}

/// `match.group(number)`.
///
/// # Errors
/// `IndexError` where there is no such group.
pub fn group(found: &Match, number: i64) -> Fallible<Option<Str>> {
    Ok(found.text_of(found.number(number)?))
}

/// `match.group(name)`.
///
/// # Errors
/// `IndexError` where there is no such group.
pub fn group_named(found: &Match, name: &Str) -> Fallible<Option<Str>> {
    Ok(found.text_of(found.named(name)?))
}

/// `match.groups(default)`, of groups whose number is not known.
#[must_use]
pub fn groups(found: &Match, default: &Option<Str>) -> Sequence<Option<Str>> {
    let groups = 1..=found.shared.pattern.group_count();
    sequence::from_vec(groups.map(|group| found.text_of(group).or_else(|| default.clone())).collect())
}

/// `match.groupdict(default)`.
#[must_use]
pub fn groupdict(found: &Match, default: &Option<Str>) -> Dict<Str, Option<Str>> {
    let names = found.shared.pattern.names().iter();
    let pair =
        |(name, group): &(String, usize)| (Str::from(name.as_str()), found.text_of(*group).or_else(|| default.clone()));
    dict::from_pairs(names.map(pair).collect())
}

/// `match.groupdict(default)` where every group has a text.
#[must_use]
pub fn groupdict_text(found: &Match, default: &Str) -> Dict<Str, Str> {
    let names = found.shared.pattern.names().iter();
    let pair = |(name, group): &(String, usize)| {
        (Str::from(name.as_str()), found.text_of(*group).unwrap_or_else(|| default.clone()))
    };
    dict::from_pairs(names.map(pair).collect())
}

/// `match.start(group)`.
///
/// # Errors
/// `IndexError` where there is no such group.
pub fn start(found: &Match, group: i64) -> Fallible<i64> {
    Ok(found.span_of(found.number(group)?).0)
}

/// `match.end(group)`.
///
/// # Errors
/// `IndexError` where there is no such group.
pub fn end(found: &Match, group: i64) -> Fallible<i64> {
    Ok(found.span_of(found.number(group)?).1)
}

/// `match.span(group)`.
///
/// # Errors
/// `IndexError` where there is no such group.
pub fn span(found: &Match, group: i64) -> Fallible<(i64, i64)> {
    Ok(found.span_of(found.number(group)?))
}

/// `match.start(name)`.
///
/// # Errors
/// `IndexError` where there is no such group.
pub fn start_named(found: &Match, name: &Str) -> Fallible<i64> {
    Ok(found.span_of(found.named(name)?).0)
}

/// `match.end(name)`.
///
/// # Errors
/// `IndexError` where there is no such group.
pub fn end_named(found: &Match, name: &Str) -> Fallible<i64> {
    Ok(found.span_of(found.named(name)?).1)
}

/// `match.span(name)`.
///
/// # Errors
/// `IndexError` where there is no such group.
pub fn span_named(found: &Match, name: &Str) -> Fallible<(i64, i64)> {
    Ok(found.span_of(found.named(name)?))
}

/// `match.expand(template)`.
///
/// # Errors
/// `re.error` for a malformed template.
pub fn expand(found: &Match, template: &Str) -> Fallible<Str> {
    let template = Template::read(template, &found.shared.pattern)?;
    let mut text = String::new();
    template.expand(&mut text, &mut |group| found.text_of(group).unwrap_or(Str::literal("")));
    Ok(Str::from(text))
}

/// `match.string`.
#[must_use]
pub fn string(found: &Match) -> Str {
    found.shared.text.clone()
}

/// `match.re`.
#[must_use]
pub fn re(found: &Match) -> Pattern {
    found.shared.pattern.clone()
}

/// `match.pos`.
#[must_use]
pub fn pos(found: &Match) -> i64 {
    found.shared.bounds[0]
}

/// `match.endpos`.
#[must_use]
pub fn endpos(found: &Match) -> i64 {
    found.shared.bounds[1]
}

/// `bool(match)`: a match is always true.
#[must_use]
pub const fn bool(_found: &Match) -> bool {
    true
}

impl Object for Match {
    fn type_name(&self) -> &'static str {
        "Match"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        let (start, end) = self.span_of(0);
        let text = crate::object::repr_text(&whole(self));
        let shown: String = text.chars().take(50).collect();
        out.push_str(&format!("<re.Match object; span=({start}, {end}), match={shown}>"));
    }
}

/// The text of a group that every match has.
///
/// # Errors
/// Never: the pattern has the group, and it always takes part.
pub fn sure(found: &Match, number: i64) -> Fallible<Str> {
    group(found, number)?.ok_or_else(|| index_error("no such group"))
}
