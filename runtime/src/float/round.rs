//! `round(float)`: half to even, on the exact decimal value.

use crate::exception::{Fallible, overflow_error};
use crate::int;

/// `round(a)`.
///
/// # Errors
/// `ValueError` for NaN; `OverflowError` for infinity and beyond 64 bits.
#[inline]
pub fn round(a: f64) -> Fallible<i64> {
    int::from_float(a.round_ties_even())
}

/// `round(a, ndigits)`, by way of the correctly rounded decimal text, as CPython does.
///
/// # Errors
/// `OverflowError` where the result is too large for a float.
pub fn round_digits(a: f64, ndigits: i64) -> Fallible<f64> {
    // Beyond these bounds nothing changes, or nothing is left: `float.__round__` has the same.
    if !a.is_finite() || ndigits > 323 {
        return Ok(a);
    }
    if ndigits < -308 {
        return Ok(0.0_f64.copysign(a));
    }
    let rounded = if ndigits >= 0 { after_point(a, ndigits as usize) } else { before_point(a, -ndigits as i32) };
    if rounded.is_infinite() {
        return Err(overflow_error("rounded value too large to represent"));
    }
    Ok(rounded)
}

fn after_point(a: f64, digits: usize) -> f64 {
    // Rust's formatter gives the exact value rounded half to even, and its text always reads back.
    format!("{a:.digits$}").parse().unwrap_or(a)
}

/// Rounds to a multiple of a power of ten. The decimal text of a whole float is exact, and so is this rounding of it.
fn before_point(a: f64, digits: i32) -> f64 {
    let exact = format!("{:.1100e}", a.abs());
    let (mantissa, exponent) = exact.split_once('e').unwrap_or((&exact, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let kept = exponent - digits + 1;
    if kept < 0 {
        return 0.0_f64.copysign(a);
    }
    if kept == 0 {
        // Only the digit before the first is left: up for more than a half.
        let digits_of = mantissa.replace('.', "");
        let (first, rest) = digits_of.split_at(1);
        let up = first > "5" || first == "5" && rest.contains(|c| c != '0');
        let text = if up { format!("1e{digits}") } else { "0".to_owned() };
        return text.parse::<f64>().unwrap_or(a).copysign(a);
    }
    let decimals = kept as usize - 1;
    format!("{a:.decimals$e}").parse().unwrap_or(a)
}

#[cfg(test)]
mod tests {
    use super::{round, round_digits};

    #[test]
    fn rounds_as_cpython() {
        assert_eq!((round(0.5), round(1.5), round(-2.5)), (Ok(0), Ok(2), Ok(-2)));
        assert_eq!((round_digits(2.675, 2), round_digits(0.5, 0), round_digits(1.25, 1)), (Ok(2.67), Ok(0.0), Ok(1.2)));
        assert_eq!(
            (round_digits(25.0, -1), round_digits(35.0, -1), round_digits(5.0, -1)),
            (Ok(20.0), Ok(40.0), Ok(0.0))
        );
        assert_eq!(
            (round_digits(6.0, -1), round_digits(6.0, -2), round_digits(-1234.5, -2)),
            (Ok(10.0), Ok(0.0), Ok(-1200.0))
        );
        assert!(round_digits(1.7e308, -308).is_err());
        assert!(round(f64::NAN).is_err());
    }
}
