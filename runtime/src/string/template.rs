//! `string.Template` (CPython's Lib/string.py).

use crate::dict::Dict;
use crate::exception::{Fallible, missing_key, value_error};
use crate::list::{List, from_vec};
use crate::object::{Identity, Object};
use crate::str::Str;

/// A text with `$names` in it.
#[derive(Debug, Clone)]
pub struct Template {
    text: Str,
}

/// A part of a template.
enum Part<'t> {
    /// Text that stays.
    Text(&'t str),
    /// `$$`.
    Dollar,
    /// `$name` or `${name}`, and how it is written.
    Name(&'t str, &'t str),
    /// A `$` that begins nothing, at that byte.
    Invalid(usize),
}

/// `Template(template)`.
#[must_use]
pub fn new(text: &Str) -> Template {
    Template { text: text.clone() }
}

/// `template.template`.
#[must_use]
pub fn template(of: &Template) -> Str {
    of.text.clone()
}

/// `template.substitute(mapping)`.
///
/// # Errors
/// `KeyError` for a name that has no value, `ValueError` for a `$` that begins nothing.
pub fn substitute<V: Object>(of: &Template, mapping: &Dict<Str, V>) -> Fallible<Str> {
    filled(
        of,
        |name, _| match value(mapping, name) {
            Some(text) => Ok(text),
            None => Err(missing_key(&Str::from(name.to_owned()))),
        },
        true,
    )
}

/// `template.safe_substitute(mapping)`: what has no value stays as it is.
///
/// # Errors
/// None.
pub fn safe_substitute<V: Object>(of: &Template, mapping: &Dict<Str, V>) -> Fallible<Str> {
    filled(of, |name, written| Ok(value(mapping, name).unwrap_or_else(|| written.to_owned())), false)
}

/// `template.get_identifiers()`.
#[must_use]
pub fn get_identifiers(of: &Template) -> List<Str> {
    let mut names: Vec<&str> = Vec::new();
    for part in parts(of.text.as_str()) {
        if let Part::Name(name, _) = part
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    from_vec(names.into_iter().map(|name| Str::from(name.to_owned())).collect())
}

/// `template.is_valid()`.
#[must_use]
pub fn is_valid(of: &Template) -> bool {
    parts(of.text.as_str()).all(|part| !matches!(part, Part::Invalid(_)))
}

fn value<V: Object>(mapping: &Dict<Str, V>, name: &str) -> Option<String> {
    let pairs = mapping.to_pairs();
    pairs.iter().find(|(key, _)| key.as_str() == name).map(|(_, value)| {
        let mut text = String::new();
        value.str(&mut text);
        text
    })
}

fn filled(of: &Template, mut name: impl FnMut(&str, &str) -> Fallible<String>, is_strict: bool) -> Fallible<Str> {
    let text = of.text.as_str();
    let mut out = String::with_capacity(text.len());
    for part in parts(text) {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Dollar => out.push('$'),
            Part::Name(found, written) => out.push_str(&name(found, written)?),
            Part::Invalid(_) if !is_strict => out.push('$'),
            Part::Invalid(place) => return Err(invalid(text, place)),
        }
    }
    Ok(Str::from(out))
}

/// The error for a `$` that begins nothing, with its line and column as `str.splitlines` counts them.
#[cold]
fn invalid(text: &str, place: usize) -> crate::exception::Raised {
    // CPython counts from behind the `$`.
    let before = &text[..=place];
    let lines = crate::str::splitlines(&Str::from(before.to_owned()), true).to_vec();
    let earlier: usize = lines.iter().rev().skip(1).map(Str::length).sum();
    let (line, column) = (lines.len(), before.chars().count() - earlier);
    value_error(format!("Invalid placeholder in string: line {line}, col {column}"))
}

/// The length of the identifier that a text begins with.
fn identifier(text: &str) -> usize {
    let is_part =
        |(place, byte): (usize, u8)| byte == b'_' || byte.is_ascii_alphabetic() || place > 0 && byte.is_ascii_digit();
    text.bytes().enumerate().take_while(|pair| is_part(*pair)).count()
}

fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut place = 0;
    std::iter::from_fn(move || {
        let rest = &text[place..];
        if rest.is_empty() {
            return None;
        }
        let Some(after) = rest.strip_prefix('$') else {
            let end = rest.find('$').unwrap_or(rest.len());
            place += end;
            return Some(Part::Text(&rest[..end]));
        };
        let (part, length) = if after.starts_with('$') {
            (Part::Dollar, 2)
        } else if identifier(after) > 0 {
            let end = identifier(after);
            (Part::Name(&after[..end], &rest[..=end]), end + 1)
        } else if let Some(braced) = after.strip_prefix('{')
            && identifier(braced) > 0
            && braced[identifier(braced)..].starts_with('}')
        {
            let end = identifier(braced);
            (Part::Name(&braced[..end], &rest[..end + 3]), end + 3)
        } else {
            (Part::Invalid(place), 1)
        };
        place += length;
        Some(part)
    })
}

impl Identity for Template {
    fn same(&self, other: &Self) -> bool {
        std::ptr::eq(self.text.as_str(), other.text.as_str())
    }
}

impl Object for Template {
    fn type_name(&self) -> &'static str {
        "Template"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        // CPython shows an address, which no two runs have in common.
        out.push_str("<string.Template object>");
    }
}
