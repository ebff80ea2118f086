//! Properties of code points, as CPython 3.11 knows them.

#[rustfmt::skip]
mod tables;

use std::cmp::Ordering;

fn find<T>(table: &[T], code: u32, bounds: impl Fn(&T) -> (u32, u32)) -> Option<&T> {
    let order = |entry: &T| match bounds(entry) {
        (first, _) if first > code => Ordering::Greater,
        (_, last) if last < code => Ordering::Less,
        _ => Ordering::Equal,
    };
    table.binary_search_by(order).ok().map(|place| &table[place])
}

fn within(table: &[(u32, u32)], character: char) -> bool {
    find(table, character.into(), |range| *range).is_some()
}

pub(crate) fn is_printable(character: char) -> bool {
    if character.is_ascii() { !character.is_ascii_control() } else { !within(tables::NOT_PRINTABLE, character) }
}

#[inline]
pub(crate) fn is_alphabetic(character: char) -> bool {
    if character.is_ascii() { character.is_ascii_alphabetic() } else { within(tables::ALPHABETIC, character) }
}

/// The value of a decimal digit of any script.
pub(crate) fn decimal_value(character: char) -> Option<u32> {
    if character.is_ascii() {
        return character.to_digit(10);
    }
    let code = u32::from(character);
    find(tables::DECIMAL, code, |range| *range).map(|(first, _)| (code - first) % 10)
}

#[inline]
pub(crate) fn is_digit(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_digit();
    }
    decimal_value(character).is_some() || within(tables::DIGIT, character)
}

#[inline]
pub(crate) fn is_numeric(character: char) -> bool {
    is_digit(character) || !character.is_ascii() && within(tables::NUMERIC, character)
}

pub(crate) fn is_lowercase(character: char) -> bool {
    if character.is_ascii() { character.is_ascii_lowercase() } else { within(tables::LOWERCASE, character) }
}

pub(crate) fn is_uppercase(character: char) -> bool {
    if character.is_ascii() { character.is_ascii_uppercase() } else { within(tables::UPPERCASE, character) }
}

pub(crate) fn is_titlecase(character: char) -> bool {
    !character.is_ascii() && within(tables::TITLECASE, character)
}

/// Whether an identifier may begin with it; `_` aside.
pub(crate) fn is_identifier_start(character: char) -> bool {
    let starts = is_alphabetic(character) && !matches!(character, '\u{e33}' | '\u{eb3}' | '\u{ff9e}' | '\u{ff9f}');
    (starts || within(tables::IDENTIFIER_START, character)) && !within(tables::NO_IDENTIFIER, character)
}

/// Whether it may stand within an identifier.
pub(crate) fn is_identifier_part(character: char) -> bool {
    let word = is_alphabetic(character) && !within(tables::NO_IDENTIFIER, character);
    word || decimal_value(character).is_some() || within(tables::IDENTIFIER_PART, character)
}

/// A character that has another case in the Unicode version of Rust, but is not yet there in that of CPython 3.11.
fn is_cased_later(character: char) -> bool {
    matches!(u32::from(character),
        0x19b | 0x264 | 0x1c89 | 0x1c8a | 0xa7cb..=0xa7cf | 0xa7d2..=0xa7d5 | 0xa7da..=0xa7dc
        | 0x10d50..=0x10d65 | 0x10d70..=0x10d85 | 0x16ea0..=0x16eb8 | 0x16ebb..=0x16ed3)
}

/// Maps the text, but for the characters that have a case only in later versions of Unicode. They are neither cased nor
/// ignored, so what stands between them can be mapped by itself.
fn map_case(text: &str, map: impl Fn(&str) -> String) -> String {
    if text.is_ascii() || !text.contains(is_cased_later) {
        return map(text);
    }
    let parts = text.split_inclusive(is_cased_later).map(|part| {
        let end =
            part.char_indices().next_back().filter(|(_, last)| is_cased_later(*last)).map_or(part.len(), |(at, _)| at);
        map(&part[..end]) + &part[end..]
    });
    parts.collect()
}

/// The text in upper case.
pub(crate) fn upper(text: &str) -> String {
    map_case(text, str::to_uppercase)
}

/// The text in lower case; a final sigma at the end of a word.
pub(crate) fn lower(text: &str) -> String {
    map_case(text, str::to_lowercase)
}

/// White space as `str.split` and `str.strip` see it.
#[inline]
pub(crate) fn is_space(character: char) -> bool {
    matches!(character,
        '\t'..='\r' | '\x1c'..=' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}'
        | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

fn mapped(table: &'static [(u32, &'static str)], character: char) -> Option<&'static str> {
    find(table, character.into(), |(code, _)| (*code, *code)).map(|(_, text)| *text)
}

/// Appends the code point folded, so that texts can be compared without case.
pub(crate) fn push_folded(character: char, out: &mut String) {
    match mapped(tables::CASEFOLD, character) {
        Some(text) => out.push_str(text),
        None => out.extend(character.to_lowercase()),
    }
}

/// Appends the code point as the first of a word.
pub(crate) fn push_title(character: char, out: &mut String) {
    match mapped(tables::TITLE, character) {
        Some(text) => out.push_str(text),
        None => out.extend(character.to_uppercase()),
    }
}
