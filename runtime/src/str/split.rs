//! Taking text apart: `split`, `strip`, `partition`, `splitlines`.

use super::Str;
use crate::exception::{Fallible, value_error};
use crate::list::{self, List};
use crate::unicode::is_space;

/// The part of `text` that a slice of its text is.
fn part_of(text: &Str, slice: &str) -> Str {
    let start = slice.as_ptr() as usize - text.as_str().as_ptr() as usize;
    text.part(start, start + slice.len())
}

/// `text.strip(chars)`.
#[must_use]
pub fn strip(text: &Str, chars: &Option<Str>) -> Str {
    part_of(text, text.as_str().trim_matches(|character| is_stripped(character, chars)))
}

/// `text.lstrip(chars)`.
#[must_use]
pub fn lstrip(text: &Str, chars: &Option<Str>) -> Str {
    part_of(text, text.as_str().trim_start_matches(|character| is_stripped(character, chars)))
}

/// `text.rstrip(chars)`.
#[must_use]
pub fn rstrip(text: &Str, chars: &Option<Str>) -> Str {
    part_of(text, text.as_str().trim_end_matches(|character| is_stripped(character, chars)))
}

fn is_stripped(character: char, chars: &Option<Str>) -> bool {
    match chars {
        Some(chars) => chars.as_str().contains(character),
        None => is_space(character),
    }
}

/// `text.split(sep, maxsplit)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn split(text: &Str, sep: &Option<Str>, maxsplit: i64) -> Fallible<List<Str>> {
    let most = usize::try_from(maxsplit).unwrap_or(usize::MAX - 1);
    let Some(sep) = sep else { return Ok(split_space(text, most)) };
    let parts = text.as_str().splitn(most + 1, separator(sep)?);
    Ok(list::from_vec(parts.map(|part| part_of(text, part)).collect()))
}

/// `text.rsplit(sep, maxsplit)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn rsplit(text: &Str, sep: &Option<Str>, maxsplit: i64) -> Fallible<List<Str>> {
    let most = usize::try_from(maxsplit).unwrap_or(usize::MAX - 1);
    let Some(sep) = sep else { return Ok(rsplit_space(text, most)) };
    let mut parts: Vec<Str> =
        text.as_str().rsplitn(most + 1, separator(sep)?).map(|part| part_of(text, part)).collect();
    parts.reverse();
    Ok(list::from_vec(parts))
}

fn separator(sep: &Str) -> Fallible<&str> {
    if sep.as_str().is_empty() { Err(value_error("empty separator")) } else { Ok(sep.as_str()) }
}

fn split_space(text: &Str, most: usize) -> List<Str> {
    let mut parts = Vec::new();
    let mut rest = text.as_str().trim_start_matches(is_space);
    while !rest.is_empty() {
        if parts.len() == most {
            // What is left stays whole, with the white space at its end.
            parts.push(part_of(text, rest));
            break;
        }
        let end = rest.find(is_space).unwrap_or(rest.len());
        parts.push(part_of(text, &rest[..end]));
        rest = rest[end..].trim_start_matches(is_space);
    }
    list::from_vec(parts)
}

fn rsplit_space(text: &Str, most: usize) -> List<Str> {
    let mut parts = Vec::new();
    let mut rest = text.as_str().trim_end_matches(is_space);
    while !rest.is_empty() {
        if parts.len() == most {
            parts.push(part_of(text, rest));
            break;
        }
        let start = rest.char_indices().rev().find(|(_, character)| is_space(*character));
        let start = start.map_or(0, |(at, character)| at + character.len_utf8());
        parts.push(part_of(text, &rest[start..]));
        rest = rest[..start].trim_end_matches(is_space);
    }
    parts.reverse();
    list::from_vec(parts)
}

/// `text.splitlines(keepends)`: at every line boundary that Python knows.
#[must_use]
pub fn splitlines(text: &Str, keepends: bool) -> List<Str> {
    let whole = text.as_str();
    let mut lines = Vec::new();
    let mut start = 0;
    let mut characters = whole.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if !is_line_boundary(character) {
            continue;
        }
        let mut end = at + character.len_utf8();
        if character == '\r' && characters.next_if(|(_, next)| *next == '\n').is_some() {
            end += 1;
        }
        lines.push(text.part(start, if keepends { end } else { at }));
        start = end;
    }
    if start < whole.len() {
        lines.push(text.part(start, whole.len()));
    }
    list::from_vec(lines)
}

/// By the table of `str.splitlines` in Python's library reference.
fn is_line_boundary(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// `text.partition(sep)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn partition(text: &Str, sep: &Str) -> Fallible<(Str, Str, Str)> {
    Ok(match text.as_str().split_once(separator(sep)?) {
        Some((before, behind)) => (part_of(text, before), sep.clone(), part_of(text, behind)),
        None => (text.clone(), Str::literal(""), Str::literal("")),
    })
}

/// `text.rpartition(sep)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn rpartition(text: &Str, sep: &Str) -> Fallible<(Str, Str, Str)> {
    Ok(match text.as_str().rsplit_once(separator(sep)?) {
        Some((before, behind)) => (part_of(text, before), sep.clone(), part_of(text, behind)),
        None => (Str::literal(""), Str::literal(""), text.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(list: &List<Str>) -> Vec<String> {
        list.to_vec().iter().map(|text| text.as_str().to_owned()).collect()
    }

    #[test]
    fn white_space_splits_as_in_cpython() {
        let text = Str::from("  a b\u{1f}c  d  ");
        assert_eq!(texts(&split(&text, &None, -1).unwrap()), ["a", "b", "c", "d"]);
        assert_eq!(texts(&split(&text, &None, 1).unwrap()), ["a", "b\u{1f}c  d  "]);
        assert_eq!(texts(&rsplit(&text, &None, 1).unwrap()), ["  a b\u{1f}c", "d"]);
        assert_eq!(texts(&split(&Str::from("   "), &None, 0).unwrap()), Vec::<String>::new());
    }

    #[test]
    fn separators_keep_empty_parts() {
        let comma = Some(Str::from(","));
        assert_eq!(texts(&split(&Str::from("a,,b,"), &comma, -1).unwrap()), ["a", "", "b", ""]);
        assert_eq!(texts(&rsplit(&Str::from("a,b,c"), &comma, 1).unwrap()), ["a,b", "c"]);
        let raised = split(&Str::from("a"), &Some(Str::from("")), -1).err().expect("an empty separator is refused");
        assert_eq!(raised.message, "empty separator");
    }

    #[test]
    fn lines_end_at_every_boundary() {
        let text = Str::from("a\r\nb\u{2028}c\n\nd");
        assert_eq!(texts(&splitlines(&text, false)), ["a", "b", "c", "", "d"]);
        assert_eq!(texts(&splitlines(&text, true)), ["a\r\n", "b\u{2028}", "c\n", "\n", "d"]);
    }
}
