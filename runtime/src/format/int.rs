//! `format(int, spec)`.

use super::layout::{self, Number};
use super::spec::{Spec, unknown_kind};
use crate::exception::{Fallible, overflow_error, value_error};

/// Appends `format(value, spec)` for an int, or for a bool, which is one.
pub(crate) fn format(value: i64, spec: &str, class: &str, out: &mut String) -> Fallible<()> {
    let spec = Spec::parse(spec, class, '>', Some('d'))?;
    let magnitude = value.unsigned_abs();
    let (prefix, digits) = match spec.kind {
        Some('b') => ("0b", format!("{magnitude:b}")),
        Some('o') => ("0o", format!("{magnitude:o}")),
        Some('x') => ("0x", format!("{magnitude:x}")),
        Some('X') => ("0X", format!("{magnitude:X}")),
        None | Some('d' | 'n') => ("", magnitude.to_string()),
        Some('c') => return character(value, &spec, out),
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => return super::float::format_parsed(value as f64, &spec, out),
        Some(other) => return Err(unknown_kind(other, class)),
    };
    refuse_float_options(&spec)?;
    let prefix = if spec.alternate { prefix } else { "" };
    layout::number(&spec, &Number { negative: value < 0, prefix, digits: &digits, rest: "" }, out)
}

fn refuse_float_options(spec: &Spec) -> Fallible<()> {
    if spec.precision.is_some() {
        return Err(value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(value_error("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    Ok(())
}

/// The code point as text.
fn character(value: i64, spec: &Spec, out: &mut String) -> Fallible<()> {
    refuse_float_options(spec)?;
    if spec.sign.is_some() {
        return Err(value_error("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(value_error("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    let code = u32::try_from(value).ok().filter(|code| *code < 0x11_0000);
    let code = code.ok_or_else(|| overflow_error("%c arg not in range(0x110000)"))?;
    let text = char::from_u32(code).ok_or_else(crate::builtins::surrogate)?.to_string();
    layout::number(spec, &Number { negative: false, prefix: "", digits: "", rest: &text }, out)
}
