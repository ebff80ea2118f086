//! `html`: text with characters written as entities (CPython's Lib/html/__init__.py).

mod entities;

use crate::str::Str;
use entities::ENTITIES;

/// `html.escape(text, quote)`.
#[must_use]
pub fn escape(text: &Str, quote: bool) -> Str {
    let mut escaped = String::with_capacity(text.as_str().len());
    for character in text.as_str().chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' if quote => escaped.push_str("&quot;"),
            '\'' if quote => escaped.push_str("&#x27;"),
            other => escaped.push(other),
        }
    }
    Str::from(escaped)
}

/// `html.unescape(text)`.
#[must_use]
pub fn unescape(text: &Str) -> Str {
    let Some(first) = text.as_str().find('&') else { return text.clone() };
    let (mut plain, mut rest) = (text.as_str()[..first].to_owned(), &text.as_str()[first..]);
    while let Some(reference) = rest.strip_prefix('&') {
        let length = numeric(reference, &mut plain).or_else(|| named(reference, &mut plain));
        if length.is_none() {
            plain.push('&');
        }
        let after = &reference[length.unwrap_or(0)..];
        let next = after.find('&').unwrap_or(after.len());
        plain.push_str(&after[..next]);
        rest = &after[next..];
    }
    Str::from(plain)
}

/// Writes what `#62;` or `#x3e;` stands for; its length, where the text begins with one.
fn numeric(reference: &str, plain: &mut String) -> Option<usize> {
    let number = reference.strip_prefix('#')?;
    let (radix, digits) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (16, digits),
        None => (10, number),
    };
    let end = digits.find(|character: char| !character.is_digit(radix)).unwrap_or(digits.len());
    if end == 0 {
        return None;
    }
    // What is too long for the type is too high for a character.
    let number = u32::from_str_radix(digits[..end].trim_start_matches('0'), radix);
    let is_zero = digits[..end].bytes().all(|digit| digit == b'0');
    plain.extend(character_of(if is_zero { 0 } else { number.unwrap_or(u32::MAX) }));
    let semicolon = usize::from(digits[end..].starts_with(';'));
    Some(reference.len() - digits.len() + end + semicolon)
}

/// The character that a number stands for, where it stands for any.
fn character_of(number: u32) -> Option<char> {
    /// What the numbers from 0x80 on stand for in Windows-1252.
    const WINDOWS: [char; 32] = [
        '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{2c6}',
        '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}', '\u{90}', '\u{2018}', '\u{2019}',
        '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{2dc}', '\u{2122}', '\u{161}', '\u{203a}',
        '\u{153}', '\u{9d}', '\u{17e}', '\u{178}',
    ];
    match number {
        0 => Some('\u{fffd}'),
        0x80..=0x9f => Some(WINDOWS[number as usize - 0x80]),
        0x01..=0x08 | 0x0b | 0x0e..=0x1f | 0x7f | 0xfdd0..=0xfdef => None,
        _ => match char::from_u32(number) {
            // The last two of each plane are no characters.
            Some(_) if number & 0xfffe == 0xfffe => None,
            Some(character) => Some(character),
            None => Some('\u{fffd}'),
        },
    }
}

/// Writes what a name stands for, or its longest part that is a name; the length of the name, where there is one.
fn named(reference: &str, plain: &mut String) -> Option<usize> {
    /// As many characters as the pattern of CPython takes for a name.
    const LONGEST: usize = 32;
    let ends = |character: char| matches!(character, '\t' | '\n' | '\u{c}' | ' ' | '<' | '&' | '#' | ';');
    let found = reference.char_indices().take(LONGEST).find(|(_, character)| ends(*character));
    let longest = reference.char_indices().nth(LONGEST).map_or(reference.len(), |(place, _)| place);
    let end = found.map_or(longest, |(place, _)| place);
    let whole = end + usize::from(end > 0 && reference[end..].starts_with(';'));
    let entity = |name: &str| {
        let place = ENTITIES.binary_search_by(|(other, _)| other.as_bytes().cmp(name.as_bytes())).ok()?;
        Some(ENTITIES[place].1)
    };
    let mut lengths = std::iter::once(whole).chain(
        reference[..whole].char_indices().map(|(place, _)| place).filter(|place| *place > 1 && *place < whole).rev(),
    );
    let length = lengths.find(|length| entity(&reference[..*length]).is_some())?;
    plain.push_str(entity(&reference[..length])?);
    Some(length)
}
