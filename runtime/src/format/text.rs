//! `repr(str)`, `ascii()` and `format(str, spec)`.

use std::fmt::Write;

use super::layout;
use super::spec::{Spec, unknown_kind};
use crate::exception::{Fallible, value_error};
use crate::str::Str;
use crate::unicode;

/// Appends `repr(text)`: in double quotes only where it has single quotes and no double ones.
pub(crate) fn repr(text: &str, out: &mut String) {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    out.push(quote);
    for character in text.chars() {
        match character {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            _ if character == quote => {
                out.push('\\');
                out.push(quote);
            }
            _ if unicode::is_printable(character) => out.push(character),
            _ => escape(character, out),
        }
    }
    out.push(quote);
}

/// `\x7f`, `\u200b`, `\U000e0001`.
fn escape(character: char, out: &mut String) {
    let code = u32::from(character);
    // Writing to a String cannot fail.
    let _ = match code {
        ..=0xff => write!(out, "\\x{code:02x}"),
        0x100..=0xffff => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}

/// What `ascii` makes of a repr.
pub(crate) fn escape_non_ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_ascii() { out.push(character) } else { escape(character, &mut out) }
    }
    out
}

/// Appends `format(text, spec)`.
pub(crate) fn format(text: &Str, spec: &str, out: &mut String) -> Fallible<()> {
    if spec.is_empty() {
        out.push_str(text.as_str());
        return Ok(());
    }
    let spec = Spec::parse(spec, "str", '<', Some('s'))?;
    if let Some(kind) = spec.kind.filter(|kind| *kind != 's') {
        return Err(unknown_kind(kind, "str"));
    }
    match spec.sign {
        Some(' ') => return Err(value_error("Space not allowed in string format specifier")),
        Some(_) => return Err(value_error("Sign not allowed in string format specifier")),
        None => {}
    }
    if spec.no_negative_zero {
        return Err(value_error("Negative zero coercion (z) not allowed in string format specifier"));
    }
    if spec.alternate {
        return Err(value_error("Alternate form (#) not allowed in string format specifier"));
    }
    if spec.align == '=' {
        return Err(value_error("'=' alignment not allowed in string format specifier"));
    }
    let length = spec.precision.map_or(text.length(), |precision| precision.min(text.length()));
    layout::text(&spec, &text.as_str()[..text.byte_offset(length)], length, out)
}
