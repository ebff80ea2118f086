//! `fnmatch`: patterns of the shell (CPython's Lib/fnmatch.py).

use crate::exception::Fallible;
use crate::list::{List, from_vec};
use crate::object::Iter;
use crate::str::Str;

/// A piece of a pattern.
enum Piece {
    /// `*`: any text.
    Any,
    /// `?`, and `[!]` of an empty range: any character.
    One,
    /// A character.
    Char(char),
    /// `[…]`: one of the ranges, or none of them.
    Class { negated: bool, ranges: Vec<(char, char)> },
}

impl Piece {
    fn matches(&self, character: char) -> bool {
        match self {
            Piece::Any | Piece::One => true,
            Piece::Char(own) => *own == character,
            Piece::Class { negated, ranges } => {
                ranges.iter().any(|(low, high)| (*low..=*high).contains(&character)) != *negated
            }
        }
    }
}

fn pieces(pattern: &str) -> Vec<Piece> {
    let characters: Vec<char> = pattern.chars().collect();
    let mut pieces = Vec::new();
    let mut place = 0;
    while let Some(&character) = characters.get(place) {
        place += 1;
        pieces.push(match character {
            '*' => Piece::Any,
            '?' => Piece::One,
            '[' => match class_end(&characters, place) {
                Some(end) => {
                    let class = class(&characters[place..end]);
                    place = end + 1;
                    class
                }
                None => Piece::Char('['),
            },
            other => Piece::Char(other),
        });
    }
    pieces
}

/// Where the bracket is that closes a class; one at its beginning is a member.
fn class_end(characters: &[char], start: usize) -> Option<usize> {
    let mut place = start;
    for first in ['!', ']'] {
        if characters.get(place) == Some(&first) {
            place += 1;
        }
    }
    (place..characters.len()).find(|place| characters[*place] == ']')
}

/// What stands between brackets. Its hyphens make ranges where CPython's do; ranges that are empty are left out.
fn class(text: &[char]) -> Piece {
    let mut chunks: Vec<Vec<char>> = Vec::new();
    let mut begin = 0;
    let mut search = if text[0] == '!' { 2 } else { 1 };
    while let Some(hyphen) = (search..text.len()).find(|place| text[*place] == '-') {
        chunks.push(text[begin..hyphen].to_vec());
        begin = hyphen + 1;
        search = hyphen + 3;
    }
    let last = &text[begin.min(text.len())..];
    match chunks.last_mut() {
        Some(chunk) if last.is_empty() => chunk.push('-'),
        _ => chunks.push(last.to_vec()),
    }
    for place in (1..chunks.len()).rev() {
        if chunks[place - 1].last() > chunks[place].first() {
            let rest = chunks.remove(place);
            chunks[place - 1].pop();
            chunks[place - 1].extend(rest.into_iter().skip(1));
        }
    }
    let negated = chunks[0].first() == Some(&'!');
    if negated {
        chunks[0].remove(0);
    }
    if negated && chunks.len() == 1 && chunks[0].is_empty() {
        return Piece::One;
    }
    let mut ranges: Vec<(char, char)> = Vec::new();
    for (number, chunk) in chunks.iter().enumerate() {
        let mut members = chunk.iter();
        if number > 0
            && let (Some(low), Some(high)) = (ranges.last_mut(), members.next())
        {
            low.1 = *high;
        }
        ranges.extend(members.map(|member| (*member, *member)));
    }
    Piece::Class { negated, ranges }
}

fn matches(pieces: &[Piece], name: &str) -> bool {
    let name: Vec<char> = name.chars().collect();
    let (mut at, mut piece) = (0, 0);
    // The last `*`, and where the text that it stands for ends.
    let mut star: Option<(usize, usize)> = None;
    while at < name.len() {
        match pieces.get(piece) {
            Some(Piece::Any) => {
                star = Some((piece, at));
                piece += 1;
            }
            Some(one) if one.matches(name[at]) => {
                piece += 1;
                at += 1;
            }
            _ => {
                let Some((any, end)) = star else { return false };
                star = Some((any, end + 1));
                piece = any + 1;
                at = end + 1;
            }
        }
    }
    pieces[piece..].iter().all(|piece| matches!(piece, Piece::Any))
}

/// `fnmatch(name, pat)`, `fnmatchcase(name, pat)`: alike on POSIX.
#[must_use]
pub fn fnmatch(name: &Str, pattern: &Str) -> bool {
    matches(&pieces(pattern.as_str()), name.as_str())
}

/// `filter(names, pat)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn filter(mut names: impl Iter<Item = Str>, pattern: &Str) -> Fallible<List<Str>> {
    let pieces = pieces(pattern.as_str());
    let mut found = Vec::new();
    while let Some(name) = names.next()? {
        if matches(&pieces, name.as_str()) {
            found.push(name);
        }
    }
    Ok(from_vec(found))
}
