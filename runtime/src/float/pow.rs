//! `a ** b` of floats.

use crate::exception::{Fallible, overflow_error, value_error, zero_division_error};

/// `a ** b`, with the errors of CPython's `float_pow`.
///
/// # Errors
/// `ZeroDivisionError` for 0 to a negative power, `OverflowError` where the result is too large, `ValueError` where it
/// would be complex: compiled code has no type for that.
#[inline]
pub fn pow(a: f64, b: f64) -> Fallible<f64> {
    let power = a.powf(b);
    if power.is_finite() {
        return Ok(power);
    }
    not_finite(a, b, power)
}

#[cold]
fn not_finite(a: f64, b: f64, power: f64) -> Fallible<f64> {
    if a == 0.0 && b < 0.0 {
        return Err(zero_division_error("0.0 cannot be raised to a negative power"));
    }
    if !a.is_finite() || !b.is_finite() {
        return Ok(power);
    }
    if power.is_nan() {
        return Err(value_error("a negative number to a fractional power is complex"));
    }
    Err(overflow_error("(34, 'Numerical result out of range')"))
}

#[cfg(test)]
mod tests {
    use super::pow;

    #[test]
    fn raises_as_cpython() {
        assert_eq!((pow(2.0, 0.5), pow(-2.0, 3.0), pow(f64::NAN, 0.0)), (Ok(2.0_f64.sqrt()), Ok(-8.0), Ok(1.0)));
        assert_eq!(pow(f64::INFINITY, 2.0), Ok(f64::INFINITY));
        assert_eq!(
            pow(0.0, -1.0).expect_err("pole").to_string(),
            "ZeroDivisionError: 0.0 cannot be raised to a negative power"
        );
        assert_eq!(&pow(10.0, 400.0).expect_err("range").class, "OverflowError");
        assert!(pow(-8.0, 1.0 / 3.0).is_err());
    }
}
