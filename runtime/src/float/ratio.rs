//! `float.fromhex` and `float.as_integer_ratio`.

use crate::exception::{Fallible, overflow_error, value_error};
use crate::str::Str;
use crate::unicode;

/// `a.as_integer_ratio()`.
///
/// # Errors
/// `ValueError` for NaN; `OverflowError` for infinity, and where a part does not fit 64 bits.
pub fn as_integer_ratio(a: f64) -> Fallible<(i64, i64)> {
    if a.is_nan() {
        return Err(value_error("cannot convert NaN to integer ratio"));
    }
    if a.is_infinite() {
        return Err(overflow_error("cannot convert Infinity to integer ratio"));
    }
    if a == 0.0 {
        return Ok((0, 1));
    }
    let (mut mantissa, mut exponent) = parts(a.abs());
    let zeros = mantissa.trailing_zeros() as i64;
    mantissa >>= zeros;
    exponent += zeros;
    let power = |exponent: i64| {
        u32::try_from(exponent).ok().filter(|exponent| *exponent < 63).map(|exponent| 1_i64 << exponent)
    };
    let numerator = power(exponent.max(0)).and_then(|power| i64::try_from(mantissa).ok()?.checked_mul(power));
    match (numerator, power((-exponent).max(0))) {
        (Some(numerator), Some(denominator)) => Ok((if a < 0.0 { -numerator } else { numerator }, denominator)),
        _ => Err(crate::int::overflow()),
    }
}

/// Mantissa and exponent of a positive finite float: it is `mantissa * 2**exponent`.
fn parts(a: f64) -> (u64, i64) {
    let (exponent, fraction) = ((a.to_bits() >> 52 & 0x7ff) as i64, a.to_bits() & ((1 << 52) - 1));
    if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) }
}

/// `float.fromhex(text)`.
///
/// # Errors
/// `ValueError` for what is no hexadecimal float; `OverflowError` for one that is too large.
pub fn fromhex(text: &Str) -> Fallible<f64> {
    let invalid = || value_error("invalid hexadecimal floating-point string");
    let trimmed = text.as_str().trim_matches(|character: char| {
        character.is_ascii()
            && unicode::is_space(character)
            && character > '\x08'
            && !matches!(character, '\x1c'..='\x1f')
    });
    let (negative, unsigned) = match trimmed.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, trimmed.strip_prefix('+').unwrap_or(trimmed)),
    };
    let signed = |value: f64| if negative { -value } else { value };
    match unsigned.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => return Ok(signed(f64::INFINITY)),
        "nan" => return Ok(signed(f64::NAN)),
        _ => {}
    }
    let digits = unsigned.strip_prefix("0x").or_else(|| unsigned.strip_prefix("0X")).unwrap_or(unsigned);
    let (digits, exponent) = match digits.find(['p', 'P']) {
        Some(place) => (&digits[..place], Some(&digits[place + 1..])),
        None => (digits, None),
    };
    let exponent = match exponent {
        None => 0,
        Some(text) => {
            let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
            if unsigned.is_empty() || !unsigned.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(invalid());
            }
            // Far beyond all floats; the digits before add at most as many powers as memory holds.
            let magnitude = unsigned.parse::<i64>().unwrap_or(i64::MAX / 8).min(i64::MAX / 8);
            if text.starts_with('-') { -magnitude } else { magnitude }
        }
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = || whole.chars().chain(fraction.chars());
    if all().next().is_none() || !all().all(|character| character.is_ascii_hexdigit()) {
        return Err(invalid());
    }
    // Up to 60 significant bits are kept; whether any bit behind them is set decides a tie.
    let (mut mantissa, mut dropped, mut sticky) = (0_u64, 0_i64, false);
    for digit in all().filter_map(|character| character.to_digit(16)) {
        if mantissa < 1 << 59 {
            mantissa = mantissa << 4 | u64::from(digit);
        } else {
            dropped += 4;
            sticky |= digit != 0;
        }
    }
    let exponent = exponent + dropped - 4 * fraction.len() as i64;
    rounded(mantissa, sticky, exponent)
        .map(signed)
        .ok_or_else(|| overflow_error("hexadecimal value too large to represent as a float"))
}

/// `mantissa * 2**exponent`, halves to even; `None` beyond all floats.
fn rounded(mantissa: u64, sticky: bool, exponent: i64) -> Option<f64> {
    if mantissa == 0 {
        return Some(0.0);
    }
    let bits = 64 - i64::from(mantissa.leading_zeros());
    // The value of the last bit that the float has.
    let last = (exponent + bits - 53).max(-1074);
    let drop = last - exponent;
    let kept = if drop <= 0 {
        mantissa << -drop
    } else if drop > 64 {
        0
    } else {
        let (kept, rest) = if drop == 64 { (0, mantissa) } else { (mantissa >> drop, mantissa & ((1 << drop) - 1)) };
        let half = 1_u64 << (drop - 1);
        let up = rest > half || rest == half && (sticky || kept & 1 == 1);
        kept + u64::from(up)
    };
    // Both factors are exact, and so is their product unless it is too large.
    let value = scaled(kept as f64, last);
    value.is_finite().then_some(value)
}

fn scaled(mut value: f64, mut exponent: i64) -> f64 {
    while exponent > 0 && value.is_finite() && value != 0.0 {
        let step = exponent.min(1000);
        value *= f64::from_bits(((step + 1023) as u64) << 52);
        exponent -= step;
    }
    while exponent < 0 && value != 0.0 {
        let step = exponent.max(-1000);
        value *= f64::from_bits(((step + 1023) as u64) << 52);
        exponent -= step;
    }
    value
}

/// `a.imag`.
#[must_use]
pub const fn imag(_a: f64) -> f64 {
    0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_hex_writes() {
        for value in [1.0, 0.1, -3.5, 5e-324, f64::MAX, 2.2250738585072014e-308, 1e300] {
            assert_eq!(fromhex(&crate::float::hex(value)), Ok(value));
        }
        let read = |text: &str| fromhex(&Str::from(text));
        assert_eq!(read(" 0x.8 "), Ok(0.5));
        assert_eq!(read("ff"), Ok(255.0));
        assert_eq!(read("0x1.00000000000008p0"), Ok(1.0));
        assert_eq!(read("0x1.00000000000008000000001p0"), Ok(1.0 + f64::EPSILON));
        assert!(read("0x1p1024").is_err() && read("0x").is_err() && read("1p").is_err() && read("0x1.0 p1").is_err());
        assert_eq!(as_integer_ratio(0.75), Ok((3, 4)));
        assert_eq!(as_integer_ratio(-10.0), Ok((-10, 1)));
    }
}
