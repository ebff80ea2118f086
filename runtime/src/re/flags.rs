//! The flags of a pattern, with the numbers of Python's `re.RegexFlag`.

/// `re.IGNORECASE` and the others, as a set of bits.
pub(super) type Flags = i64;

pub(super) const IGNORE_CASE: Flags = 2;
pub(super) const LOCALE: Flags = 4;
pub(super) const MULTI_LINE: Flags = 8;
pub(super) const DOT_ALL: Flags = 16;
pub(super) const UNICODE: Flags = 32;
pub(super) const VERBOSE: Flags = 64;
pub(super) const ASCII: Flags = 256;

/// The flag of a letter within a pattern.
pub(super) fn of_letter(letter: char) -> Option<Flags> {
    Some(match letter {
        'i' => IGNORE_CASE,
        'L' => LOCALE,
        'm' => MULTI_LINE,
        's' => DOT_ALL,
        'u' => UNICODE,
        'x' => VERBOSE,
        'a' => ASCII,
        _ => return None,
    })
}
