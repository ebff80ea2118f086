//! `string`.

pub mod template;

pub use template::Template;

use crate::exception::Fallible;
use crate::str::{self, Str};

/// `string.capwords(text, separator)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn capwords(text: &Str, separator: &Option<Str>) -> Fallible<Str> {
    let words = str::split(text, separator, -1)?.to_vec();
    let words: Vec<String> = words.iter().map(|word| str::capitalize(word).as_str().to_owned()).collect();
    Ok(Str::from(words.join(separator.as_ref().map_or(" ", Str::as_str))))
}
