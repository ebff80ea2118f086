//! The syntax tree of a pattern.

use super::fold::{self, Folded, fold, folded_alike};
use crate::unicode;

/// A part of a pattern.
#[derive(Debug, Clone)]
pub(super) enum Node {
    /// Matches nothing, anywhere.
    Empty,
    /// One character of a kind.
    Single(Single),
    /// A place.
    Assertion(Assertion),
    /// What a group holds; a number where it captures.
    Group(Option<usize>, Box<Node>),
    Sequence(Vec<Node>),
    Branches(Vec<Node>),
    Repeat {
        least: u32,
        most: Option<u32>,
        kind: RepeatKind,
        body: Box<Node>,
    },
    /// The text of a group again.
    Reference {
        group: usize,
        ignore_case: bool,
        ascii: bool,
    },
    /// `(?(group)yes|no)`
    Conditional {
        group: usize,
        yes: Box<Node>,
        no: Box<Node>,
    },
    Look {
        behind: bool,
        negative: bool,
        body: Box<Node>,
    },
    Atomic(Box<Node>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RepeatKind {
    Greedy,
    Lazy,
    Possessive,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Assertion {
    /// `\A`, and `^` of a pattern of one line.
    Start,
    /// `\Z`
    End,
    /// `$` of a pattern of one line: also before a line break at the very end.
    EndOrLastBreak,
    LineStart,
    LineEnd,
    Boundary {
        negative: bool,
        ascii: bool,
    },
}

/// One character of a kind.
#[derive(Debug, Clone)]
pub(super) enum Single {
    Character(char),
    /// A character without its case.
    Folded(Folded, bool),
    /// Any but a line break.
    NotBreak,
    Any,
    Set(Set),
}

/// `[…]`, and `\d` and the like.
#[derive(Debug, Clone)]
pub(super) struct Set {
    pub negative: bool,
    pub ignore_case: bool,
    pub ascii: bool,
    pub ranges: Vec<(char, char)>,
    pub categories: Vec<Category>,
}

/// `\d` and the like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Category {
    pub kind: Kind,
    pub negative: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Digit,
    Space,
    Word,
}

impl Single {
    #[inline]
    pub(super) fn matches(&self, character: char) -> bool {
        match self {
            Single::Character(wanted) => *wanted == character,
            Single::Folded(wanted, ascii) => *wanted == fold(character, *ascii),
            Single::NotBreak => character != '\n',
            Single::Any => true,
            Single::Set(set) => set.matches(character),
        }
    }
}

impl Set {
    pub(super) fn matches(&self, character: char) -> bool {
        self.holds(character) != self.negative
    }

    fn holds(&self, character: char) -> bool {
        if !self.ignore_case {
            return self.in_ranges(character) || self.in_categories(character);
        }
        let lowered = fold::lower(character, self.ascii);
        self.in_ranges(character)
            || self.in_categories(lowered)
            || folded_alike(character, self.ascii, |other| self.in_ranges(other))
    }

    fn in_ranges(&self, character: char) -> bool {
        self.ranges.iter().any(|(first, last)| (*first..=*last).contains(&character))
    }

    fn in_categories(&self, character: char) -> bool {
        self.categories.iter().any(|category| category.kind.holds(character, self.ascii) != category.negative)
    }
}

impl Kind {
    #[inline]
    fn holds(self, character: char, ascii: bool) -> bool {
        if ascii || character.is_ascii() {
            return match self {
                Kind::Digit => character.is_ascii_digit(),
                // Beyond ASCII's own white space, str.isspace knows four separators.
                Kind::Space => matches!(character, ' ' | '\t'..='\r') || !ascii && matches!(character, '\x1c'..='\x1f'),
                Kind::Word => character.is_ascii_alphanumeric() || character == '_',
            };
        }
        match self {
            Kind::Digit => unicode::decimal_value(character).is_some(),
            Kind::Space => unicode::is_space(character),
            Kind::Word => unicode::is_alphabetic(character) || unicode::is_numeric(character),
        }
    }
}

/// Whether `\w` matches it.
pub(super) fn is_word(character: char, ascii: bool) -> bool {
    Kind::Word.holds(character, ascii)
}
