//! `str.format`: the format string syntax of the Python library reference, read at run time as CPython reads it.

use super::Str;
use crate::exception::{Fallible, index_error, missing_key, type_error, value_error};
use crate::object::{Number, Object, repr_text};

/// A value that a format string can show: every object.
pub trait Field {
    /// `str(value)`.
    fn str_text(&self) -> String;
    /// `repr(value)`.
    fn repr_text(&self) -> String;
    /// Appends `format(value, spec)`.
    ///
    /// # Errors
    /// As [`Object::format`].
    fn format_into(&self, spec: &str, out: &mut String) -> Fallible<()>;
    /// The number that it is, if it is one.
    fn as_number(&self) -> Number;
    /// `type(value).__name__`.
    fn class(&self) -> &'static str;
}

impl<T: Object> Field for T {
    fn str_text(&self) -> String {
        let mut text = String::new();
        self.str(&mut text);
        text
    }

    fn repr_text(&self) -> String {
        repr_text(self)
    }

    fn format_into(&self, spec: &str, out: &mut String) -> Fallible<()> {
        self.format(spec, out)
    }

    fn as_number(&self) -> Number {
        self.number()
    }

    fn class(&self) -> &'static str {
        self.type_name()
    }
}

/// The arguments of a call: positional ones have no name.
pub type Fields<'a> = [(&'a str, &'a dyn Field)];

/// `template.format(…)`.
///
/// # Errors
/// `ValueError` for a malformed template, `IndexError` and `KeyError` for an argument that is not there, and whatever the
/// values raise for their specs.
pub fn format(template: &Str, fields: &Fields) -> Fallible<Str> {
    let mut formatter = Formatter { fields, numbering: Numbering::Unknown };
    let mut text = String::new();
    formatter.expand(template.as_str(), 2, &mut text)?;
    Ok(Str::from(text))
}

/// Whether fields are numbered by the template or by their order.
enum Numbering {
    Unknown,
    Manual,
    Automatic(usize),
}

struct Formatter<'a> {
    fields: &'a Fields<'a>,
    numbering: Numbering,
}

/// A replacement field, as it stands between the braces.
struct Replacement<'t> {
    name: &'t str,
    conversion: Option<char>,
    spec: &'t str,
    nested: bool,
}

impl<'a> Formatter<'a> {
    fn expand(&mut self, template: &str, depth: usize, out: &mut String) -> Fallible<()> {
        if depth == 0 {
            return Err(value_error("Max string recursion exceeded"));
        }
        let mut rest = template;
        while let Some(place) = rest.find(['{', '}']) {
            out.push_str(&rest[..place]);
            let brace = &rest[place..=place];
            rest = &rest[place + 1..];
            if let Some(behind) = rest.strip_prefix(brace) {
                out.push_str(brace);
                rest = behind;
            } else if brace == "}" {
                return Err(value_error("Single '}' encountered in format string"));
            } else if rest.is_empty() {
                return Err(value_error("Single '{' encountered in format string"));
            } else {
                let (field, behind) = read(rest)?;
                rest = behind;
                self.replace(&field, depth, out)?;
            }
        }
        out.push_str(rest);
        Ok(())
    }

    fn replace(&mut self, field: &Replacement, depth: usize, out: &mut String) -> Fallible<()> {
        let value = self.value(field.name)?;
        let converted = match field.conversion {
            None => None,
            Some('r') => Some(value.repr_text()),
            Some('s') => Some(value.str_text()),
            Some('a') => Some(crate::format::text::escape_non_ascii(&value.repr_text())),
            Some(other) if (' '..'\x7f').contains(&other) && other != ' ' => {
                return Err(value_error(format!("Unknown conversion specifier {other}")));
            }
            Some(other) => {
                return Err(value_error(format!("Unknown conversion specifier \\x{:x}", u32::from(other))));
            }
        };
        let spec = if field.nested {
            let mut spec = String::new();
            self.expand(field.spec, depth - 1, &mut spec)?;
            spec
        } else {
            field.spec.to_owned()
        };
        match converted {
            Some(text) => Str::from(text).format(&spec, out),
            None => value.format_into(&spec, out),
        }
    }

    fn value(&mut self, name: &str) -> Fallible<&'a dyn Field> {
        let end = name.find(['.', '[']).unwrap_or(name.len());
        if end < name.len() {
            return Err(value_error(
                "compiled code reads no attributes and items in a format string: give the value itself",
            ));
        }
        let number = if name.is_empty() {
            match &mut self.numbering {
                Numbering::Manual => {
                    return Err(value_error(
                        "cannot switch from manual field specification to automatic field numbering",
                    ));
                }
                Numbering::Automatic(next) => {
                    *next += 1;
                    Some(*next - 1)
                }
                Numbering::Unknown => {
                    self.numbering = Numbering::Automatic(1);
                    Some(0)
                }
            }
        } else if name.chars().all(|character| character.is_ascii_digit()) {
            if matches!(self.numbering, Numbering::Automatic(_)) {
                return Err(value_error("cannot switch from automatic field numbering to manual field specification"));
            }
            self.numbering = Numbering::Manual;
            Some(name.parse().map_err(|_| value_error("Too many decimal digits in format string"))?)
        } else {
            None
        };
        match number {
            Some(number) => {
                let mut positional = self.fields.iter().filter(|(name, _)| name.is_empty());
                let found = positional.nth(number).map(|(_, value)| *value);
                found.ok_or_else(|| {
                    index_error(format!("Replacement index {number} out of range for positional args tuple"))
                })
            }
            None => {
                let found = self.fields.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
                found.ok_or_else(|| missing_key(&Str::from(name)))
            }
        }
    }
}

/// Reads a replacement field behind its brace: the field, and what follows it.
fn read(text: &str) -> Fallible<(Replacement<'_>, &str)> {
    let unclosed = || value_error("expected '}' before end of string");
    let mut in_brackets = false;
    let end = text.char_indices().find(|(_, character)| match character {
        '[' => {
            in_brackets = true;
            false
        }
        ']' => {
            in_brackets = false;
            false
        }
        '{' | '}' | ':' | '!' => !in_brackets,
        _ => false,
    });
    let (end, character) = end.ok_or_else(unclosed)?;
    let (name, mut rest) = (&text[..end], &text[end + 1..]);
    let mut field = Replacement { name, conversion: None, spec: "", nested: false };
    match character {
        '{' => return Err(value_error("unexpected '{' in field name")),
        '}' => return Ok((field, rest)),
        '!' => {
            let mut characters = rest.chars();
            let Some(conversion) = characters.next() else {
                return Err(value_error("end of string while looking for conversion specifier"));
            };
            field.conversion = Some(conversion);
            match characters.next() {
                None => return Err(value_error("unmatched '{' in format spec")),
                Some('}') => return Ok((field, characters.as_str())),
                Some(':') => rest = characters.as_str(),
                Some(_) => return Err(value_error("expected ':' after conversion specifier")),
            }
        }
        _ => {}
    }
    let mut depth = 1;
    for (place, character) in rest.char_indices() {
        match character {
            '{' => {
                field.nested = true;
                depth += 1;
            }
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            field.spec = &rest[..place];
            return Ok((field, &rest[place + 1..]));
        }
    }
    Err(value_error("unmatched '{' in format spec"))
}

/// Takes the int of a field; a `bool` is one.
pub(super) fn as_int(field: &dyn Field) -> Option<i64> {
    match field.as_number() {
        Number::Int(value) => Some(value),
        _ => None,
    }
}

/// What a conversion that needs a number says to other values.
#[cold]
pub(super) fn number_required(message: String) -> crate::exception::Raised {
    type_error(message)
}
