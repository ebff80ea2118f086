//! Characters without their case, as CPython's `re` compares them: by the upper case of their lower case
//! (`re/_casefix.py` lists what that makes equal beyond the lower case alone).

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::unicode;

/// What characters that differ in case only have in common: up to three characters, the rest is 0.
pub(super) type Folded = [char; 3];

/// The lower case, of one character.
pub(super) fn lower(character: char, ascii: bool) -> char {
    if character.is_ascii() {
        character.to_ascii_lowercase()
    } else if ascii {
        character
    } else {
        unicode::lower(character.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(character)
    }
}

pub(super) fn fold(character: char, ascii: bool) -> Folded {
    if character.is_ascii() {
        return [character.to_ascii_uppercase(), '\0', '\0'];
    }
    let lowered = lower(character, ascii);
    if ascii {
        return [lowered, '\0', '\0'];
    }
    let upper = unicode::upper(lowered.encode_utf8(&mut [0; 4]));
    let mut folded = ['\0'; 3];
    upper.chars().zip(&mut folded).for_each(|(character, place)| *place = character);
    folded
}

/// Whether a character that differs from this one in case only passes the test.
pub(super) fn folded_alike(character: char, ascii: bool, test: impl Fn(char) -> bool) -> bool {
    if ascii {
        return test(character.to_ascii_lowercase()) || test(character.to_ascii_uppercase());
    }
    ALIKE.get(&fold(character, false)).is_some_and(|alike| alike.iter().any(|other| test(*other)))
}

/// The characters that have a case, by what they fold to.
static ALIKE: LazyLock<HashMap<Folded, Vec<char>>> = LazyLock::new(|| {
    let mut alike: HashMap<Folded, Vec<char>> = HashMap::new();
    for character in '\0'..'\u{1f000}' {
        let folded = fold(character, false);
        if folded != [character, '\0', '\0'] {
            alike.entry(folded).or_default().push(character);
        }
    }
    // Those that fold to themselves go with the others.
    for (folded, characters) in &mut alike {
        if folded[1] == '\0' && fold(folded[0], false) == *folded {
            characters.push(folded[0]);
        }
    }
    alike
});
