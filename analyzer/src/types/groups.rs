//! The groups of a regular expression: how many there are, what they are called, and which of them have a text in every
//! match. The pattern is read only as far as that takes; whether it is well-formed is told where it is compiled.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The flag `re.VERBOSE`.
const VERBOSE: i64 = 64;

/// What is known of the groups of a pattern.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Groups {
    /// The groups from number 1 on; `None` where the pattern is known at run time only.
    pub known: Option<Vec<Group>>,
}

/// A group that captures.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Group {
    /// Its name, if it has one.
    pub name: Option<Arc<str>>,
    /// Whether it has a text in every match.
    pub sure: bool,
}

impl Groups {
    /// The groups of a pattern.
    pub fn of(pattern: &str, flags: i64) -> Self {
        let characters: Vec<char> = pattern.chars().collect();
        let mut reader =
            Reader { characters: &characters, place: 0, groups: Vec::new(), verbose: flags & VERBOSE != 0 };
        reader.branches();
        Self { known: Some(reader.groups) }
    }

    /// The number of the group of that name.
    pub fn named(&self, name: &str) -> Option<usize> {
        let groups = self.known.as_ref()?;
        groups.iter().position(|group| group.name.as_deref() == Some(name)).map(|place| place + 1)
    }
}

struct Reader<'p> {
    characters: &'p [char],
    place: usize,
    groups: Vec<Group>,
    verbose: bool,
}

impl Reader<'_> {
    fn take(&mut self) -> Option<char> {
        let character = self.characters.get(self.place).copied();
        self.place += 1;
        character
    }

    fn peek(&self) -> Option<char> {
        self.characters.get(self.place).copied()
    }

    /// Groups from that one on may be without a text.
    fn unsure_from(&mut self, first: usize) {
        self.groups[first..].iter_mut().for_each(|group| group.sure = false);
    }

    /// Reads up to the closing parenthesis, which is left, or the end.
    fn branches(&mut self) {
        let first = self.groups.len();
        let mut alternatives = false;
        while let Some(character) = self.peek() {
            let before = self.groups.len();
            match character {
                ')' => break,
                '|' => {
                    alternatives = true;
                    self.place += 1;
                    continue;
                }
                '\\' => self.place += 2,
                '[' => self.set(),
                '(' => self.group(),
                '#' if self.verbose => while self.take().is_some_and(|character| character != '\n') {},
                _ => self.place += 1,
            }
            if self.is_optional() {
                self.unsure_from(before);
            }
        }
        if alternatives {
            self.unsure_from(first);
        }
    }

    /// Whether what was read may be left out, by the quantifier that follows.
    fn is_optional(&mut self) -> bool {
        while self.verbose && self.peek().is_some_and(char::is_whitespace) {
            self.place += 1;
        }
        match self.peek() {
            Some('*' | '?') => true,
            Some('{') => {
                let rest = &self.characters[self.place + 1..];
                let least: String = rest.iter().take_while(|character| character.is_ascii_digit()).collect();
                let behind = rest.get(least.len());
                matches!(behind, Some(',' | '}')) && least.parse::<u32>().unwrap_or(0) == 0
            }
            _ => false,
        }
    }

    fn set(&mut self) {
        self.place += 1;
        if self.peek() == Some('^') {
            self.place += 1;
        }
        let mut first = true;
        while let Some(character) = self.take() {
            match character {
                '\\' => self.place += 1,
                ']' if !first => return,
                _ => {}
            }
            first = false;
        }
    }

    fn group(&mut self) {
        self.place += 1;
        let before = self.groups.len();
        let outside = self.verbose;
        let mut unsure = false;
        if self.peek() != Some('?') {
            self.groups.push(Group { name: None, sure: true });
        } else {
            self.place += 1;
            match self.take() {
                Some('P') if self.peek() == Some('<') => {
                    self.place += 1;
                    let name: String = self.characters[self.place.min(self.characters.len())..]
                        .iter()
                        .take_while(|character| **character != '>')
                        .collect();
                    self.place += name.chars().count() + 1;
                    self.groups.push(Group { name: Some(name.into()), sure: true });
                }
                Some('#') => {
                    while self.peek().is_some_and(|character| character != ')') {
                        self.place += 1;
                    }
                }
                Some('!') => unsure = true,
                Some('<') => unsure = self.take() == Some('!'),
                Some('(') => {
                    unsure = true;
                    while self.take().is_some_and(|character| character != ')') {}
                }
                Some(letter) if letter == '-' || letter.is_ascii_alphabetic() => self.flags(letter),
                _ => {}
            }
        }
        self.branches();
        // Flags for the whole pattern stay on.
        if self.place > 0 && outside != self.verbose && self.characters.get(self.place - 1) != Some(&'x') {
            self.verbose = outside;
        }
        self.place += 1;
        if unsure {
            self.unsure_from(before);
        }
    }

    /// The letters of `(?x)`, `(?i:…)` and the like, up to the colon or the closing parenthesis, which is left.
    fn flags(&mut self, first: char) {
        let mut letters = vec![first];
        while self.peek().is_some_and(|character| character == '-' || character.is_ascii_alphabetic()) {
            letters.extend(self.take());
        }
        let removed = letters.iter().position(|letter| *letter == '-').unwrap_or(letters.len());
        self.verbose = (self.verbose || letters[..removed].contains(&'x')) && !letters[removed..].contains(&'x');
        if self.peek() == Some(':') {
            self.place += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sure(pattern: &str) -> Vec<bool> {
        Groups::of(pattern, 0).known.unwrap_or_default().iter().map(|group| group.sure).collect()
    }

    #[test]
    fn tells_which_groups_always_have_a_text() {
        assert_eq!(sure(r"(a)(b)?(c|d)"), [true, false, true]);
        assert_eq!(sure(r"(?:(a)|(b))(c)+"), [false, false, true]);
        assert_eq!(sure(r"((a)*)(?!(b))[(](\))"), [true, false, false, true]);
        assert_eq!(sure(r"(a){0,2}(b){2}(?:x(c)){1,}"), [false, true, true]);
        assert_eq!(sure("(?x) (a) # (not)\n (b) ?"), [true, false]);
        assert_eq!(sure(r"(?i:(a))(?#(b)[]()](c)"), [true, true]);
        assert_eq!(Groups::of(r"(?P<year>\d+)-(?P<month>\d+)", 0).named("month"), Some(2));
    }
}
