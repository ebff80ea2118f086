//! Division: `//` and `%` round down, `/` is correctly rounded.

use super::overflow;
use crate::exception::{Fallible, Raised, zero_division_error};

#[cold]
fn by_zero() -> Raised {
    zero_division_error("integer division or modulo by zero")
}

/// `a // b`.
///
/// # Errors
/// `ZeroDivisionError` for 0; `OverflowError` beyond 64 bits.
#[inline]
pub fn floordiv(a: i64, b: i64) -> Fallible<i64> {
    if b == 0 {
        return Err(by_zero());
    }
    let quotient = a.checked_div(b).ok_or_else(overflow)?;
    let inexact_and_negative = a % b != 0 && (a < 0) != (b < 0);
    Ok(quotient - i64::from(inexact_and_negative))
}

/// `a % b`: has the sign of `b`.
///
/// # Errors
/// `ZeroDivisionError` for 0.
#[inline]
pub fn r#mod(a: i64, b: i64) -> Fallible<i64> {
    if b == 0 {
        return Err(zero_division_error("integer modulo by zero"));
    }
    let rest = a.wrapping_rem(b);
    Ok(if rest != 0 && (rest < 0) != (b < 0) { rest + b } else { rest })
}

/// `divmod(a, b)`.
///
/// # Errors
/// As [`floordiv`].
#[inline]
pub fn divmod(a: i64, b: i64) -> Fallible<(i64, i64)> {
    Ok((floordiv(a, b)?, r#mod(a, b)?))
}

/// `a / b`, rounded once.
///
/// # Errors
/// `ZeroDivisionError` for 0.
#[inline]
pub fn truediv(a: i64, b: i64) -> Fallible<f64> {
    const EXACT: u64 = 1 << 53;
    if b == 0 {
        return Err(zero_division_error("division by zero"));
    }
    // 0 by a negative number is -0.0, however large that is.
    if a == 0 || a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT {
        return Ok(a as f64 / b as f64);
    }
    Ok(divide_large(a, b))
}

/// Divides where converting an operand would already round: takes 64 or more bits of the quotient, and lets one sticky
/// bit stand for the rest, so that the conversion to float is the only rounding.
fn divide_large(a: i64, b: i64) -> f64 {
    let (dividend, divisor) = (u128::from(a.unsigned_abs()), u128::from(b.unsigned_abs()));
    // The highest bit to the very left: the quotient then has 64 bits at least.
    let shift = dividend.leading_zeros();
    let dividend = dividend << shift;
    let quotient = (dividend / divisor) | u128::from(dividend % divisor != 0);
    // A power of two: exact.
    let magnitude = quotient as f64 * 0.5f64.powi(shift as i32);
    if (a < 0) == (b < 0) { magnitude } else { -magnitude }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rounds_down() {
        assert_eq!((floordiv(-7, 2), r#mod(-7, 2), r#mod(7, -2)), (Ok(-4), Ok(1), Ok(-1)));
        assert_eq!(r#mod(i64::MIN, -1), Ok(0));
        assert!(floordiv(i64::MIN, -1).is_err());
        assert_eq!(floordiv(1, 0).expect_err("by 0").message, "integer division or modulo by zero");
    }

    #[test]
    fn true_division_rounds_once() {
        assert_eq!(truediv(i64::MAX, i64::MAX - 1), Ok(1.0));
        assert_eq!(truediv((1 << 53) + 1, 3), Ok(3_002_399_751_580_331.0));
        assert_eq!(truediv(i64::MIN, 1), Ok(i64::MIN as f64));
        assert!(truediv(0, i64::MIN).is_ok_and(|quotient| quotient == 0.0 && quotient.is_sign_negative()));
        assert_eq!(truediv(-1, 1_000_000_000_000_000_000), Ok(-1e-18));
    }

    proptest! {
        #[test]
        fn quotient_and_rest_make_the_dividend(a: i64, b in prop::num::i64::ANY.prop_filter("not 0", |b| *b != 0)) {
            if let Ok((quotient, rest)) = divmod(a, b) {
                prop_assert_eq!(quotient.wrapping_mul(b).wrapping_add(rest), a);
                prop_assert!(rest == 0 || (rest < 0) == (b < 0));
            }
        }
    }
}
