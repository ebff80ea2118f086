//! `repr(float)` and `format(float, spec)`.
//!
//! The digits are those of Rust's formatter, which rounds correctly and finds the shortest text that reads back as the
//! same float, as CPython's `dtoa.c` does. When the exponent is shown is CPython's rule.

use super::layout::{self, Number};
use super::spec::{Spec, unknown_kind};
use crate::exception::{Fallible, value_error};

/// Beyond as many digits every float has only zeros.
const EXACT_DIGITS: usize = 1100;

/// Appends `repr(value)`.
pub(crate) fn repr(value: f64, out: &mut String) {
    if value.is_sign_negative() && !value.is_nan() {
        out.push('-');
    }
    out.push_str(&shortest(value.abs(), false));
}

/// Appends `format(value, spec)`.
pub(crate) fn format(value: f64, spec: &str, out: &mut String) -> Fallible<()> {
    if spec.is_empty() {
        repr(value, out);
        return Ok(());
    }
    let spec = Spec::parse(spec, "float", '>', None)?;
    format_parsed(value, &spec, out)
}

pub(super) fn format_parsed(value: f64, spec: &Spec, out: &mut String) -> Fallible<()> {
    if spec.precision.is_some_and(|precision| precision > i32::MAX as usize) {
        return Err(value_error("precision too big"));
    }
    // No code at all is written as no character that can be one.
    let kind = spec.kind.unwrap_or('\0');
    let magnitude = if kind == '%' { (value * 100.0).abs() } else { value.abs() };
    let precision = spec.precision.unwrap_or(6);
    let mut text = match kind {
        'f' | 'F' | '%' => fixed(magnitude, precision, spec.alternate),
        'e' | 'E' => exponential(magnitude, precision, spec.alternate),
        'g' | 'G' | 'n' => general(magnitude, precision, spec.alternate, false),
        '\0' if spec.precision.is_some() => general(magnitude, precision, spec.alternate, true),
        '\0' => shortest(magnitude, spec.alternate),
        other => return Err(unknown_kind(other, "float")),
    };
    if kind.is_ascii_uppercase() {
        text.make_ascii_uppercase();
    }
    let is_zero = !text.split(['e', 'E']).next().unwrap_or("").contains(|c: char| c != '0' && c != '.');
    if kind == '%' {
        text.push('%');
    }
    let negative = value.is_sign_negative() && !value.is_nan() && !(spec.no_negative_zero && is_zero);
    let whole = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(whole);
    layout::number(spec, &Number { negative, prefix: "", digits, rest }, out)
}

fn not_finite(value: f64) -> Option<String> {
    if value.is_nan() {
        Some("nan".to_owned())
    } else if value.is_infinite() {
        Some("inf".to_owned())
    } else {
        None
    }
}

/// Code `f`.
fn fixed(value: f64, precision: usize, alternate: bool) -> String {
    if let Some(name) = not_finite(value) {
        return name;
    }
    let exact = precision.min(EXACT_DIGITS);
    let mut text = format!("{value:.exact$}");
    text.extend(std::iter::repeat_n('0', precision - exact));
    if alternate && precision == 0 {
        text.push('.');
    }
    text
}

/// Code `e`.
fn exponential(value: f64, precision: usize, alternate: bool) -> String {
    if let Some(name) = not_finite(value) {
        return name;
    }
    let (digits, exponent) = rounded(value, precision);
    scientific(&digits, exponent, alternate)
}

/// Code `g`: the exponent is shown where it is below -4 or not below the precision; trailing zeros go unless
/// `alternate`. Without a code (`as_repr`) one digit after the point is kept, and the exponent begins one place earlier.
fn general(value: f64, precision: usize, alternate: bool, as_repr: bool) -> String {
    if let Some(name) = not_finite(value) {
        return name;
    }
    let precision = precision.max(1);
    let (mut digits, exponent) = rounded(value, precision - 1);
    if !alternate {
        digits.truncate(digits.trim_end_matches('0').len().max(1));
    }
    let limit = precision as i64 - i64::from(as_repr);
    if exponent < -4 || exponent >= limit {
        scientific(&digits, exponent, alternate)
    } else {
        positional(&digits, exponent, alternate, as_repr)
    }
}

/// The shortest text, as `repr` gives it.
fn shortest(value: f64, alternate: bool) -> String {
    if let Some(name) = not_finite(value) {
        return name;
    }
    let (digits, exponent) = split(&format!("{value:e}"));
    if (-4..16).contains(&exponent) {
        positional(&digits, exponent, alternate, true)
    } else {
        scientific(&digits, exponent, alternate)
    }
}

/// The digits, one before the point and `precision` after it, and the decimal exponent.
fn rounded(value: f64, precision: usize) -> (String, i64) {
    let exact = precision.min(EXACT_DIGITS);
    let (mut digits, exponent) = split(&format!("{value:.exact$e}"));
    digits.extend(std::iter::repeat_n('0', precision - exact));
    (digits, exponent)
}

/// Splits Rust's `1.25e-7` into digits and exponent.
fn split(text: &str) -> (String, i64) {
    let (digits, exponent) = text.split_once('e').unwrap_or((text, "0"));
    (digits.replace('.', ""), exponent.parse().unwrap_or(0))
}

/// `1.25e-07`.
fn scientific(digits: &str, exponent: i64, alternate: bool) -> String {
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() && !alternate { "" } else { "." };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{first}{point}{rest}e{sign}{:02}", exponent.abs())
}

/// The digits with the point where it belongs.
fn positional(digits: &str, exponent: i64, alternate: bool, keep_one: bool) -> String {
    let mut text = String::new();
    if exponent < 0 {
        text.push_str("0.");
        text.extend(std::iter::repeat_n('0', (-exponent - 1) as usize));
        text.push_str(digits);
        return text;
    }
    let whole = exponent as usize + 1;
    if digits.len() > whole {
        text.push_str(&digits[..whole]);
        text.push('.');
        text.push_str(&digits[whole..]);
        return text;
    }
    text.push_str(digits);
    text.extend(std::iter::repeat_n('0', whole - digits.len()));
    if keep_one {
        text.push_str(".0");
    } else if alternate {
        text.push('.');
    }
    text
}
