//! `int`: 64 bits, checked. A result beyond raises OverflowError and never wraps.

mod bytes;
mod division;
mod parse;

use crate::exception::{Fallible, Raised, overflow_error, value_error};
use crate::json::Writer;
use crate::object::{Number, Object};

pub use bytes::{as_integer_ratio, denominator, from_bytes, imag, real, to_bytes};
pub use division::{divmod, floordiv, r#mod, truediv};
pub(crate) use parse::ascii_text;
pub use parse::{from_bool, from_buffer, from_buffer_base, from_float, from_int, from_str, from_str_base};

impl Object for i64 {
    fn type_name(&self) -> &'static str {
        "int"
    }

    fn input(&self) -> crate::pydantic::Input {
        crate::pydantic::Input::Int(*self)
    }

    fn dump(&self, dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        dumper.word(&self.to_string());
        Ok(())
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        use std::fmt::Write;
        // Writing to a String cannot fail.
        let _ = write!(out, "{self}");
    }

    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        if spec.is_empty() {
            self.repr(out);
            return Ok(());
        }
        crate::format::int::format(*self, spec, "int", out)
    }

    fn number(&self) -> Number {
        Number::Int(*self)
    }

    fn json(&self, writer: &mut Writer) -> Fallible<()> {
        writer.word(&self.to_string());
        Ok(())
    }
}

/// What every operator raises whose result does not fit.
#[cold]
pub(crate) fn overflow() -> Raised {
    overflow_error("int result does not fit into 64 bits")
}

/// `a + b`.
///
/// # Errors
/// `OverflowError` beyond 64 bits.
#[inline]
pub fn add(a: i64, b: i64) -> Fallible<i64> {
    a.checked_add(b).ok_or_else(overflow)
}

/// `a - b`.
///
/// # Errors
/// `OverflowError` beyond 64 bits.
#[inline]
pub fn sub(a: i64, b: i64) -> Fallible<i64> {
    a.checked_sub(b).ok_or_else(overflow)
}

/// `a * b`.
///
/// # Errors
/// `OverflowError` beyond 64 bits.
#[inline]
pub fn mul(a: i64, b: i64) -> Fallible<i64> {
    a.checked_mul(b).ok_or_else(overflow)
}

/// `-a`.
///
/// # Errors
/// `OverflowError` beyond 64 bits.
#[inline]
pub fn neg(a: i64) -> Fallible<i64> {
    a.checked_neg().ok_or_else(overflow)
}

/// `+a`.
#[inline]
#[must_use]
pub const fn pos(a: i64) -> i64 {
    a
}

/// `~a`.
#[inline]
#[must_use]
pub const fn invert(a: i64) -> i64 {
    !a
}

/// `abs(a)`.
///
/// # Errors
/// `OverflowError` beyond 64 bits.
#[inline]
pub fn abs(a: i64) -> Fallible<i64> {
    a.checked_abs().ok_or_else(overflow)
}

/// `a ** b` for a constant `b` ≥ 0.
///
/// # Errors
/// `OverflowError` beyond 64 bits.
#[inline]
pub fn pow(a: i64, b: i64) -> Fallible<i64> {
    match (a, b) {
        (0 | 1, 1..) => Ok(a),
        (-1, _) => Ok(if b % 2 == 0 { 1 } else { -1 }),
        _ => u32::try_from(b).ok().and_then(|b| a.checked_pow(b)).ok_or_else(overflow),
    }
}

/// `a ** b` for a constant `b` < 0: a float.
///
/// # Errors
/// `ZeroDivisionError` for 0.
pub fn pow_negative(a: i64, b: i64) -> Fallible<f64> {
    crate::float::pow(a as f64, b as f64)
}

/// `a ** b` for a `b` that is known only at run time: an int, as the static type says.
///
/// # Errors
/// `OverflowError` beyond 64 bits; `ValueError` for a negative exponent, which in CPython gives a float.
pub fn pow_unknown(a: i64, b: i64) -> Fallible<i64> {
    if b < 0 {
        return Err(value_error(
            "an int of compiled code cannot be raised to a negative power, which gives a float: write float(base) ** exponent",
        ));
    }
    if b == 0 { Ok(1) } else { pow(a, b) }
}

/// `pow(base, exponent, modulus)`.
///
/// # Errors
/// `ValueError` for modulus 0, or where a negative exponent has no inverse.
pub fn pow_mod(base: i64, exponent: i64, modulus: i64) -> Fallible<i64> {
    if modulus == 0 {
        return Err(value_error("pow() 3rd argument cannot be 0"));
    }
    let size = i128::from(modulus).abs();
    let mut base = i128::from(base).rem_euclid(size);
    if exponent < 0 {
        base = inverse(base, size).ok_or_else(|| value_error("base is not invertible for the given modulus"))?;
    }
    let mut left = exponent.unsigned_abs();
    let mut result = 1 % size;
    while left > 0 {
        if left & 1 == 1 {
            result = result * base % size;
        }
        base = base * base % size;
        left >>= 1;
    }
    // The result has the sign of the modulus.
    Ok(if modulus < 0 && result != 0 { result - size } else { result } as i64)
}

/// The inverse by Euclid's extended algorithm.
fn inverse(number: i128, modulus: i128) -> Option<i128> {
    let (mut old, mut current, mut old_factor, mut factor) = (number, modulus, 1, 0);
    while current != 0 {
        let quotient = old / current;
        (old, current) = (current, old - quotient * current);
        (old_factor, factor) = (factor, old_factor - quotient * factor);
    }
    (old == 1).then(|| old_factor.rem_euclid(modulus))
}

/// `a & b`.
#[inline]
#[must_use]
pub const fn and(a: i64, b: i64) -> i64 {
    a & b
}

/// `a | b`.
#[inline]
#[must_use]
pub const fn or(a: i64, b: i64) -> i64 {
    a | b
}

/// `a ^ b`.
#[inline]
#[must_use]
pub const fn xor(a: i64, b: i64) -> i64 {
    a ^ b
}

/// `a << b`.
///
/// # Errors
/// `ValueError` for a negative count, `OverflowError` beyond 64 bits.
#[inline]
pub fn lshift(a: i64, b: i64) -> Fallible<i64> {
    if b < 0 {
        return Err(value_error("negative shift count"));
    }
    if a == 0 {
        return Ok(0);
    }
    let shifted = if b < 64 { a << b } else { 0 };
    if b < 64 && shifted >> b == a { Ok(shifted) } else { Err(overflow()) }
}

/// `a >> b`.
///
/// # Errors
/// `ValueError` for a negative count.
#[inline]
pub fn rshift(a: i64, b: i64) -> Fallible<i64> {
    if b < 0 { Err(value_error("negative shift count")) } else { Ok(a >> b.min(63)) }
}

/// `bool(a)`.
#[inline]
#[must_use]
pub const fn bool(a: i64) -> bool {
    a != 0
}

/// `round(a)`.
#[inline]
#[must_use]
pub const fn round(a: i64) -> i64 {
    a
}

/// `round(a, ndigits)`: to the even multiple of a power of ten where two are as near.
///
/// # Errors
/// `OverflowError` beyond 64 bits.
pub fn round_digits(a: i64, ndigits: i64) -> Fallible<i64> {
    if ndigits >= 0 {
        return Ok(a);
    }
    // 5 · 10¹⁸ is nearer to 0 than any i64 is to 10²⁰.
    let Some(unit) = u32::try_from(-i128::from(ndigits)).ok().filter(|digits| *digits < 20).map(|d| 10_i128.pow(d))
    else {
        return Ok(0);
    };
    let (floor, rest) = (i128::from(a).div_euclid(unit), i128::from(a).rem_euclid(unit));
    let up = rest * 2 > unit || rest * 2 == unit && floor % 2 != 0;
    i64::try_from((floor + i128::from(up)) * unit).map_err(|_| overflow())
}

/// `a.bit_length()`.
#[inline]
#[must_use]
pub const fn bit_length(a: i64) -> i64 {
    64 - a.unsigned_abs().leading_zeros() as i64
}

/// `a.bit_count()`.
#[inline]
#[must_use]
pub const fn bit_count(a: i64) -> i64 {
    a.unsigned_abs().count_ones() as i64
}

/// `a.conjugate()`, `a.real`, `a.numerator`.
#[inline]
#[must_use]
pub const fn conjugate(a: i64) -> i64 {
    a
}

/// `float(a)`.
#[inline]
#[must_use]
pub const fn float(a: i64) -> f64 {
    a as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_wraps() {
        assert!(add(i64::MAX, 1).is_err() && sub(i64::MIN, 1).is_err() && mul(1 << 40, 1 << 40).is_err());
        assert!(neg(i64::MIN).is_err() && abs(i64::MIN).is_err() && lshift(1, 63).is_err() && lshift(-1, 63).is_ok());
        assert!(pow(2, 63).is_err());
        assert_eq!((pow(-2, 63), pow(0, 0), pow(-1, i64::MAX)), (Ok(i64::MIN), Ok(1), Ok(-1)));
    }

    #[test]
    fn rounds_to_even() {
        assert_eq!((round_digits(25, -1), round_digits(35, -1), round_digits(-25, -1)), (Ok(20), Ok(40), Ok(-20)));
        assert_eq!((round_digits(7, -20), round_digits(i64::MAX, -19)), (Ok(0), Err(overflow())));
    }

    #[test]
    fn pow_with_a_modulus() {
        assert_eq!((pow_mod(3, 200, 13), pow_mod(3, -1, 7), pow_mod(2, 3, -5)), (Ok(9), Ok(5), Ok(-2)));
        assert!(pow_mod(2, -1, 4).is_err() && pow_mod(1, 1, 0).is_err());
    }
}
