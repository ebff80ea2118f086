//! `str.maketrans` and `str.translate`.

use super::Str;
use crate::dict::{self, Dict};
use crate::exception::{Fallible, value_error};
use crate::object::Object;

/// What a table puts in the place of a character: a code point, text, or nothing.
pub trait Replacement: Object {
    /// Appends it.
    ///
    /// # Errors
    /// `ValueError` for what is no code point.
    fn push(&self, out: &mut String) -> Fallible<()>;
}

impl Replacement for i64 {
    fn push(&self, out: &mut String) -> Fallible<()> {
        let code = u32::try_from(*self).ok().filter(|code| *code < 0x11_0000);
        let code = code.ok_or_else(|| value_error("character mapping must be in range(0x110000)"))?;
        out.push(char::from_u32(code).ok_or_else(crate::builtins::surrogate)?);
        Ok(())
    }
}

impl Replacement for Str {
    fn push(&self, out: &mut String) -> Fallible<()> {
        out.push_str(self.as_str());
        Ok(())
    }
}

impl Replacement for () {
    fn push(&self, _out: &mut String) -> Fallible<()> {
        Ok(())
    }
}

impl<T: Replacement> Replacement for Option<T> {
    fn push(&self, out: &mut String) -> Fallible<()> {
        self.as_ref().map_or(Ok(()), |some| some.push(out))
    }
}

/// `text.translate(table)`.
///
/// # Errors
/// `ValueError` where the table maps to what is no code point.
pub fn translate<T: Replacement>(text: &Str, table: &Dict<i64, T>) -> Fallible<Str> {
    let mut translated = String::with_capacity(text.as_str().len());
    for character in text.as_str().chars() {
        match table.lookup(&i64::from(u32::from(character))) {
            Some(replacement) => replacement.push(&mut translated)?,
            None => translated.push(character),
        }
    }
    Ok(Str::from(translated))
}

fn code_points(text: &Str) -> impl Iterator<Item = i64> + '_ {
    text.as_str().chars().map(|character| i64::from(u32::from(character)))
}

fn check_lengths(from: &Str, to: &Str) -> Fallible<()> {
    if from.length() == to.length() {
        return Ok(());
    }
    Err(value_error("the first two maketrans arguments must have equal length"))
}

/// `str.maketrans(x, y)`.
///
/// # Errors
/// `ValueError` where the two differ in length.
pub fn maketrans(from: &Str, to: &Str) -> Fallible<Dict<i64, i64>> {
    check_lengths(from, to)?;
    Ok(dict::from_pairs(code_points(from).zip(code_points(to)).collect()))
}

/// `str.maketrans(x, y, z)`: the characters of `z` are left out.
///
/// # Errors
/// `ValueError` where the first two differ in length.
pub fn maketrans_deleting(from: &Str, to: &Str, deleted: &Str) -> Fallible<Dict<i64, Option<i64>>> {
    check_lengths(from, to)?;
    let kept = code_points(from).zip(code_points(to).map(Some));
    Ok(dict::from_pairs(kept.chain(code_points(deleted).map(|code| (code, None))).collect()))
}

/// `str.maketrans({"a": …})`.
///
/// # Errors
/// `ValueError` for a key that is not one character.
pub fn maketrans_dict<V: Object>(table: &Dict<Str, V>) -> Fallible<Dict<i64, V>> {
    let pairs = table.to_pairs().into_iter().map(|(key, value)| {
        if key.length() != 1 {
            return Err(value_error("string keys in translate table must be of length 1"));
        }
        Ok((code_points(&key).next().unwrap_or(0), value))
    });
    Ok(dict::from_pairs(pairs.collect::<Fallible<Vec<_>>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_and_deletes() {
        let text = Str::from("héllo");
        let table = maketrans_deleting(&Str::from("hé"), &Str::from("HE"), &Str::from("l")).unwrap();
        assert_eq!(translate(&text, &table).unwrap().as_str(), "HEo");
        assert!(maketrans(&Str::from("a"), &Str::from("")).is_err());
    }
}
