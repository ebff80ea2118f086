//! `format(complex, spec)` (Python/formatter_unicode.c, `format_complex_internal`).

use super::float::format_parsed;
use super::layout;
use super::spec::{Spec, unknown_kind};
use crate::exception::{Fallible, value_error};

/// Appends `format(complex(re, im), spec)`; the spec is not empty.
pub(crate) fn format(re: f64, im: f64, spec: &str, out: &mut String) -> Fallible<()> {
    let spec = Spec::parse(spec, "complex", '>', None)?;
    match spec.kind {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n') => {}
        Some(other) => return Err(unknown_kind(other, "complex")),
    }
    if spec.fill == '0' {
        return Err(value_error("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == '=' {
        return Err(value_error("'=' alignment flag is not allowed in complex format specifier"));
    }
    let is_imaginary = spec.kind.is_none() && re == 0.0 && re.is_sign_positive();
    let bare = Spec { width: 0, ..spec };
    let mut text = String::new();
    if is_imaginary {
        text.push_str(&part(im, &bare)?);
    } else {
        text.push_str(&part(re, &bare)?);
        text.push_str(&part(im, &Spec { sign: Some('+'), ..bare })?);
    }
    text.push('j');
    if spec.kind.is_none() && !is_imaginary {
        text = format!("({text})");
    }
    layout::text(&spec, &text, text.chars().count(), out)
}

/// One part. Without a code it is as in `repr`, or general where a precision is given; a whole one has no `.0` then, and
/// in the alternate form no `0`.
fn part(value: f64, spec: &Spec) -> Fallible<String> {
    let mut text = String::new();
    let kind = spec.kind.or(spec.precision.map(|_| 'g'));
    format_parsed(value, &Spec { kind, ..*spec }, &mut text)?;
    Ok(match text.strip_suffix(".0") {
        Some(whole) if kind.is_none() => format!("{whole}{}", if spec.alternate { "." } else { "" }),
        _ => text,
    })
}
