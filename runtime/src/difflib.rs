//! `difflib`: what two sequences have in common (CPython's Lib/difflib.py).

mod diff;
mod matching;
mod ndiff;
pub mod sequence_matcher;

pub use diff::{context_diff, unified_diff};
pub use ndiff::ndiff;
pub use sequence_matcher::{Match, SequenceMatcher, r#match};

use crate::exception::{Fallible, value_error};
use crate::float;
use crate::list::{List, from_vec};
use crate::object::{Iter, repr_text};
use crate::str::Str;
use matching::Matcher;

fn characters(text: &Str) -> Vec<u32> {
    text.as_str().chars().map(u32::from).collect()
}

/// `get_close_matches(word, possibilities, n, cutoff)`.
///
/// # Errors
/// `ValueError` for less than one match, and for a cutoff that is no ratio; whatever the iterator raises.
pub fn get_close_matches(
    word: &Str,
    mut possibilities: impl Iter<Item = Str>,
    n: i64,
    cutoff: f64,
) -> Fallible<List<Str>> {
    if n <= 0 {
        return Err(value_error(format!("n must be > 0: {n}")));
    }
    if !(0.0..=1.0).contains(&cutoff) {
        return Err(value_error(format!("cutoff must be in [0.0, 1.0]: {}", repr_text(&cutoff))));
    }
    let mut matcher = Matcher::new(Vec::new(), characters(word), true, |_| Ok(false))?;
    let mut found: Vec<(f64, Str)> = Vec::new();
    while let Some(other) = possibilities.next()? {
        matcher.set_first(characters(&other));
        if matcher.real_quick_ratio() >= cutoff && matcher.quick_ratio() >= cutoff {
            let ratio = matcher.ratio();
            if ratio >= cutoff {
                found.push((ratio, other));
            }
        }
    }
    found.sort_by(|(a, x), (b, y)| b.total_cmp(a).then_with(|| y.as_str().cmp(x.as_str())));
    found.truncate(usize::try_from(n).unwrap_or(usize::MAX));
    Ok(from_vec(found.into_iter().map(|(_, word)| word).collect()))
}

/// `IS_LINE_JUNK(line)`: nothing, or one `#`, between white space.
#[must_use]
pub fn is_line_junk(line: &Str) -> bool {
    let is_space = |character: char| crate::unicode::is_space(character);
    let line = line.as_str().trim_start_matches(is_space);
    let rest = line.strip_prefix('#').unwrap_or(line);
    rest.chars().all(is_space)
}

/// `IS_CHARACTER_JUNK(ch)`: a blank or a tab, as `ch in " \t"` says it.
#[must_use]
pub fn is_character_junk(character: &Str) -> bool {
    " \t".contains(character.as_str())
}

/// `2.0 * matches / length`, of nothing 1.
fn ratio(matches: usize, length: usize) -> f64 {
    if length == 0 { 1.0 } else { float::mul(2.0, matches as f64) / length as f64 }
}
