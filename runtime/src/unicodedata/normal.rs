//! Normal forms (Unicode Standard Annex 15), by the `unicode-normalization` crate.
//!
//! The crate knows a newer version of Unicode than CPython. Normal forms of assigned characters never change; a character
//! that CPython does not know yet stands for itself there, and nothing is composed or reordered across it: the text is
//! normalized in the parts between such characters.

use unicode_normalization::{
    IsNormalized, UnicodeNormalization, is_nfc_quick, is_nfd_quick, is_nfkc_quick, is_nfkd_quick,
};

use super::record::Record;
use crate::exception::{Fallible, value_error};
use crate::str::Str;

#[derive(Clone, Copy)]
enum Form {
    Nfc,
    Nfd,
    Nfkc,
    Nfkd,
}

impl Form {
    fn named(name: &Str) -> Fallible<Self> {
        Ok(match name.as_str() {
            "NFC" => Form::Nfc,
            "NFD" => Form::Nfd,
            "NFKC" => Form::Nfkc,
            "NFKD" => Form::Nfkd,
            _ => return Err(value_error("invalid normalization form")),
        })
    }

    /// Whether the text is in this form, where that can be told character by character. What is normal for a newer
    /// version of Unicode is so for an older one, too.
    fn is_plainly(self, text: &str) -> bool {
        let found = match self {
            Form::Nfc => is_nfc_quick(text.chars()),
            Form::Nfd => is_nfd_quick(text.chars()),
            Form::Nfkc => is_nfkc_quick(text.chars()),
            Form::Nfkd => is_nfkd_quick(text.chars()),
        };
        found == IsNormalized::Yes
    }

    fn apply(self, text: &str) -> String {
        let mut normalized = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(place) = rest.find(|character: char| !Record::of(character).is_assigned()) {
            let (known, unknown) = rest.split_at(place);
            self.apply_known(known, &mut normalized);
            let width = unknown.chars().next().map_or(0, char::len_utf8);
            normalized.push_str(&unknown[..width]);
            rest = &unknown[width..];
        }
        self.apply_known(rest, &mut normalized);
        normalized
    }

    fn apply_known(self, text: &str, out: &mut String) {
        match self {
            Form::Nfc => out.extend(text.nfc()),
            Form::Nfd => out.extend(text.nfd()),
            Form::Nfkc => out.extend(text.nfkc()),
            Form::Nfkd => out.extend(text.nfkd()),
        }
    }
}

/// `normalize(form, text)`.
///
/// # Errors
/// `ValueError` for a form that is none, unless the text is empty.
pub fn normalize(form: &Str, text: &Str) -> Fallible<Str> {
    if text.length() == 0 {
        return Ok(text.clone());
    }
    let form = Form::named(form)?;
    Ok(if form.is_plainly(text.as_str()) { text.clone() } else { Str::from(form.apply(text.as_str())) })
}

/// `is_normalized(form, text)`.
///
/// # Errors
/// As [`normalize`].
pub fn is_normalized(form: &Str, text: &Str) -> Fallible<bool> {
    if text.length() == 0 {
        return Ok(true);
    }
    let form = Form::named(form)?;
    Ok(form.is_plainly(text.as_str()) || form.apply(text.as_str()) == text.as_str())
}
