//! Case and the kinds of characters: `upper`, `title`, `isalpha` and the like, by the Unicode tables of CPython.

use super::Str;
use crate::unicode;

/// `text.upper()`.
#[must_use]
pub fn upper(text: &Str) -> Str {
    Str::from(unicode::upper(text.as_str()))
}

/// `text.lower()`; a final sigma at the end of a word.
#[must_use]
pub fn lower(text: &Str) -> Str {
    Str::from(unicode::lower(text.as_str()))
}

/// `text.casefold()`.
#[must_use]
pub fn casefold(text: &Str) -> Str {
    let mut folded = String::with_capacity(text.as_str().len());
    text.as_str().chars().for_each(|character| unicode::push_folded(character, &mut folded));
    Str::from(folded)
}

/// `text.swapcase()`.
#[must_use]
pub fn swapcase(text: &Str) -> Str {
    let mut swapped = String::with_capacity(text.as_str().len());
    for (at, character) in text.as_str().char_indices() {
        if unicode::is_uppercase(character) {
            push_lower(text.as_str(), at, character, &mut swapped);
        } else if unicode::is_lowercase(character) {
            swapped.extend(character.to_uppercase());
        } else {
            swapped.push(character);
        }
    }
    Str::from(swapped)
}

/// `text.capitalize()`.
#[must_use]
pub fn capitalize(text: &Str) -> Str {
    let mut capitalized = String::with_capacity(text.as_str().len());
    for (at, character) in text.as_str().char_indices() {
        if at == 0 {
            unicode::push_title(character, &mut capitalized);
        } else {
            push_lower(text.as_str(), at, character, &mut capitalized);
        }
    }
    Str::from(capitalized)
}

/// `text.title()`: a word begins at every cased character behind one that is not.
#[must_use]
pub fn title(text: &Str) -> Str {
    let mut titled = String::with_capacity(text.as_str().len());
    let mut within_word = false;
    for (at, character) in text.as_str().char_indices() {
        if within_word {
            push_lower(text.as_str(), at, character, &mut titled);
        } else {
            unicode::push_title(character, &mut titled);
        }
        within_word = is_cased(character);
    }
    Str::from(titled)
}

/// A sigma is written as a final one at the end of a word, which takes the whole text to tell.
fn push_lower(text: &str, at: usize, character: char, out: &mut String) {
    if character != 'Σ' {
        return out.extend(character.to_lowercase());
    }
    let lowered = unicode::lower(text);
    let before = unicode::lower(&text[..at]);
    // The text before ends in no sigma that the rest could change, so its length is the place of this one.
    out.push(lowered.get(before.len()..).and_then(|rest| rest.chars().next()).unwrap_or('σ'));
}

fn is_cased(character: char) -> bool {
    unicode::is_lowercase(character) || unicode::is_uppercase(character) || unicode::is_titlecase(character)
}

/// Not empty, and every character of the kind.
#[inline]
fn all(text: &Str, is_kind: impl Fn(char) -> bool) -> bool {
    if let [byte] = *text.as_str().as_bytes() {
        return is_kind(char::from(byte));
    }
    text.length() > 0 && text.as_str().chars().all(is_kind)
}

/// `text.isalpha()`.
#[inline]
#[must_use]
pub fn isalpha(text: &Str) -> bool {
    all(text, unicode::is_alphabetic)
}

/// `text.isdecimal()`.
#[inline]
#[must_use]
pub fn isdecimal(text: &Str) -> bool {
    all(text, |character| unicode::decimal_value(character).is_some())
}

/// `text.isdigit()`.
#[inline]
#[must_use]
pub fn isdigit(text: &Str) -> bool {
    all(text, unicode::is_digit)
}

/// `text.isnumeric()`.
#[inline]
#[must_use]
pub fn isnumeric(text: &Str) -> bool {
    all(text, unicode::is_numeric)
}

/// `text.isalnum()`.
#[inline]
#[must_use]
pub fn isalnum(text: &Str) -> bool {
    all(text, |character| unicode::is_alphabetic(character) || unicode::is_numeric(character))
}

/// `text.isspace()`.
#[inline]
#[must_use]
pub fn isspace(text: &Str) -> bool {
    all(text, unicode::is_space)
}

/// `text.isascii()`; true of the empty text.
#[must_use]
pub fn isascii(text: &Str) -> bool {
    text.is_ascii()
}

/// `text.isidentifier()`.
#[must_use]
pub fn isidentifier(text: &Str) -> bool {
    let mut characters = text.as_str().chars();
    characters.next().is_some_and(|first| first == '_' || unicode::is_identifier_start(first))
        && characters.all(unicode::is_identifier_part)
}

/// `text.isprintable()`; true of the empty text.
#[must_use]
pub fn isprintable(text: &Str) -> bool {
    text.as_str().chars().all(unicode::is_printable)
}

/// `text.isupper()`: a cased character at least, and none of lower or title case.
#[must_use]
pub fn isupper(text: &Str) -> bool {
    let other = |character| unicode::is_lowercase(character) || unicode::is_titlecase(character);
    text.as_str().chars().any(unicode::is_uppercase) && !text.as_str().chars().any(other)
}

/// `text.islower()`: a cased character at least, and none of upper or title case.
#[must_use]
pub fn islower(text: &Str) -> bool {
    let other = |character| unicode::is_uppercase(character) || unicode::is_titlecase(character);
    text.as_str().chars().any(unicode::is_lowercase) && !text.as_str().chars().any(other)
}

/// `text.istitle()`: upper case only at the start of words, lower case only within them.
#[must_use]
pub fn istitle(text: &Str) -> bool {
    let (mut within_word, mut any) = (false, false);
    for character in text.as_str().chars() {
        let starts = unicode::is_uppercase(character) || unicode::is_titlecase(character);
        let goes_on = unicode::is_lowercase(character);
        if starts == within_word && (starts || goes_on) {
            return false;
        }
        within_word = starts || goes_on;
        any |= within_word;
    }
    any
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_as_in_cpython() {
        let title = |text: &str| title(&Str::from(text)).as_str().to_owned();
        assert_eq!(title("they're bill's ßtraße ǆ"), "They'Re Bill'S Sstraße ǅ");
        let is_title = |text: &str| istitle(&Str::from(text));
        assert_eq!(["Aa Bb", "AA", "aa", "A1b", "A1B", ""].map(is_title), [true, false, false, false, true, false]);
    }

    #[test]
    fn sigma_is_final_at_the_end_of_a_word() {
        assert_eq!(capitalize(&Str::from("ΑΣ ΑΣΑ")).as_str(), "Ας ασα");
        assert_eq!(swapcase(&Str::from("ΑΣ")).as_str(), "ας");
    }
}
