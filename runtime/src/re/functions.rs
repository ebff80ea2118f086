//! The functions of the module, which take the pattern as text or as it was compiled.

use std::cell::RefCell;
use std::collections::HashMap;

use super::r#match::Match;
use super::pattern::{self, FoundIterator, Pattern};
use crate::exception::{Fallible, value_error};
use crate::str::Str;

/// How many patterns a thread remembers, as CPython does.
const REMEMBERED: usize = 512;

thread_local! {
    static COMPILED: RefCell<HashMap<(Str, i64), Pattern>> = RefCell::new(HashMap::new());
}

/// What can be given as a pattern.
pub trait AnyPattern {
    /// The pattern, compiled.
    ///
    /// # Errors
    /// `re.error` where it is malformed; `ValueError` for flags given with a compiled pattern.
    fn compiled(&self, flags: i64) -> Fallible<Pattern>;
}

impl AnyPattern for Str {
    fn compiled(&self, flags: i64) -> Fallible<Pattern> {
        COMPILED.with_borrow_mut(|compiled| {
            let key = (self.clone(), flags);
            if let Some(pattern) = compiled.get(&key) {
                return Ok(pattern.clone());
            }
            let pattern = Pattern::read(self, flags)?;
            if compiled.len() >= REMEMBERED {
                compiled.clear();
            }
            compiled.insert(key, pattern.clone());
            Ok(pattern)
        })
    }
}

impl AnyPattern for Pattern {
    fn compiled(&self, flags: i64) -> Fallible<Pattern> {
        if flags != 0 {
            return Err(value_error("cannot process flags argument with a compiled pattern"));
        }
        Ok(self.clone())
    }
}

/// `re.compile(pattern, flags)`.
///
/// # Errors
/// As [`AnyPattern::compiled`].
pub fn compile(pattern: &impl AnyPattern, flags: i64) -> Fallible<Pattern> {
    pattern.compiled(flags)
}

/// `re.search(pattern, text, flags)`.
///
/// # Errors
/// As [`compile`].
pub fn search(pattern: &impl AnyPattern, text: &Str, flags: i64) -> Fallible<Option<Match>> {
    Ok(pattern::search(&pattern.compiled(flags)?, text, 0, i64::MAX))
}

/// `re.match(pattern, text, flags)`.
///
/// # Errors
/// As [`compile`].
pub fn r#match(pattern: &impl AnyPattern, text: &Str, flags: i64) -> Fallible<Option<Match>> {
    Ok(pattern::r#match(&pattern.compiled(flags)?, text, 0, i64::MAX))
}

/// `re.fullmatch(pattern, text, flags)`.
///
/// # Errors
/// As [`compile`].
pub fn fullmatch(pattern: &impl AnyPattern, text: &Str, flags: i64) -> Fallible<Option<Match>> {
    Ok(pattern::fullmatch(&pattern.compiled(flags)?, text, 0, i64::MAX))
}

/// `re.finditer(pattern, text, flags)`.
///
/// # Errors
/// As [`compile`].
pub fn finditer<P: AnyPattern>(pattern: &P, text: &Str, flags: i64) -> Fallible<FoundIterator> {
    Ok(pattern::finditer(&pattern.compiled(flags)?, text))
}

/// `re.escape(text)`: a backslash before every character that means something in a pattern.
#[must_use]
pub fn escape(text: &Str) -> Str {
    let mut escaped = String::with_capacity(text.as_str().len());
    for character in text.as_str().chars() {
        if "()[]{}?*+-|^$\\.&~# \t\n\r\x0b\x0c".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    Str::from(escaped)
}

/// `re.purge()`.
pub fn purge() {
    COMPILED.with_borrow_mut(HashMap::clear);
}
