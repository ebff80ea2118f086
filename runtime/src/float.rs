//! `float`.

mod parse;
mod pow;
mod ratio;
mod round;

use crate::exception::{Fallible, Raised, zero_division_error};
use crate::json::Writer;
use crate::object::{Number, Object};

pub use parse::{from_buffer, from_str};
pub use pow::pow;
pub use ratio::{as_integer_ratio, fromhex, imag};
pub use round::{round, round_digits};

impl Object for f64 {
    fn type_name(&self) -> &'static str {
        "float"
    }

    fn input(&self) -> crate::pydantic::Input {
        crate::pydantic::Input::Float(*self)
    }

    fn dump(&self, dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        dumper.float(*self);
        Ok(())
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        crate::format::float::repr(*self, out);
    }

    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        crate::format::float::format(*self, spec, out)
    }

    fn number(&self) -> Number {
        Number::Float(*self)
    }

    fn json(&self, writer: &mut Writer) -> Fallible<()> {
        writer.float(*self)
    }
}

/// `float(a)` of a float.
#[inline]
#[must_use]
pub const fn from_float(a: f64) -> f64 {
    a
}

/// `a + b`.
#[inline]
#[must_use]
pub fn add(a: f64, b: f64) -> f64 {
    a + b
}

/// `a - b`.
#[inline]
#[must_use]
pub fn sub(a: f64, b: f64) -> f64 {
    a - b
}

/// `a * b`.
#[inline]
#[must_use]
pub fn mul(a: f64, b: f64) -> f64 {
    a * b
}

/// `a / b`.
///
/// # Errors
/// `ZeroDivisionError` for 0.
#[inline]
pub fn truediv(a: f64, b: f64) -> Fallible<f64> {
    if b == 0.0 { Err(by_zero("float division by zero")) } else { Ok(a / b) }
}

#[cold]
fn by_zero(message: &'static str) -> Raised {
    zero_division_error(message)
}

/// `a // b`.
///
/// # Errors
/// `ZeroDivisionError` for 0.
#[inline]
pub fn floordiv(a: f64, b: f64) -> Fallible<f64> {
    if b == 0.0 { Err(by_zero("float floor division by zero")) } else { Ok(quotient_and_rest(a, b).0) }
}

/// `a % b`: has the sign of `b`.
///
/// # Errors
/// `ZeroDivisionError` for 0.
#[inline]
pub fn r#mod(a: f64, b: f64) -> Fallible<f64> {
    if b == 0.0 { Err(by_zero("float modulo")) } else { Ok(quotient_and_rest(a, b).1) }
}

/// `divmod(a, b)`.
///
/// # Errors
/// `ZeroDivisionError` for 0.
#[inline]
pub fn divmod(a: f64, b: f64) -> Fallible<(f64, f64)> {
    if b == 0.0 { Err(by_zero("float divmod()")) } else { Ok(quotient_and_rest(a, b)) }
}

/// CPython's `_float_div_mod`: the rest is exact, and the quotient is the whole number nearest to `(a - rest) / b`.
fn quotient_and_rest(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = 0.0_f64.copysign(b);
    } else if (b < 0.0) != (rest < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0_f64.copysign(a / b), rest);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest)
}

/// `-a`.
#[inline]
#[must_use]
pub fn neg(a: f64) -> f64 {
    -a
}

/// `+a`.
#[inline]
#[must_use]
pub const fn pos(a: f64) -> f64 {
    a
}

/// `abs(a)`.
#[inline]
#[must_use]
pub const fn abs(a: f64) -> f64 {
    a.abs()
}

/// `bool(a)`.
#[inline]
#[must_use]
pub fn bool(a: f64) -> bool {
    a != 0.0
}

/// `a.is_integer()`.
#[inline]
#[must_use]
pub fn is_integer(a: f64) -> bool {
    a.is_finite() && a.trunc() == a
}

/// `a.conjugate()`.
#[inline]
#[must_use]
pub const fn conjugate(a: f64) -> f64 {
    a
}

/// `a.hex()`.
#[must_use]
pub fn hex(a: f64) -> crate::str::Str {
    let sign = if a.is_sign_negative() && !a.is_nan() { "-" } else { "" };
    let bits = a.to_bits();
    let (exponent, fraction) = ((bits >> 52 & 0x7ff) as i64, bits & ((1 << 52) - 1));
    let text = match (exponent, fraction) {
        (0x7ff, 0) => format!("{sign}inf"),
        (0x7ff, _) => "nan".to_owned(),
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, _) => format!("{sign}0x0.{fraction:013x}p-1022"),
        _ => format!("{sign}0x1.{fraction:013x}p{:+}", exponent - 1023),
    };
    crate::str::Str::from(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divides_as_cpython() {
        assert_eq!((floordiv(-7.5, 2.0), r#mod(-7.5, 2.0)), (Ok(-4.0), Ok(0.5)));
        assert_eq!((floordiv(1.0, 0.1), r#mod(5.0, -3.0)), (Ok(9.0), Ok(-1.0)));
        assert!(r#mod(-4.0, 2.0).is_ok_and(|rest| rest == 0.0 && rest.is_sign_positive()));
        assert!(floordiv(0.0, -1.0).is_ok_and(|quotient| quotient.is_sign_negative()));
        assert!(floordiv(f64::INFINITY, 1.0).is_ok_and(f64::is_nan));
        assert_eq!(r#mod(1.0, f64::NEG_INFINITY), Ok(f64::NEG_INFINITY));
        assert_eq!(truediv(1.0, 0.0).expect_err("by 0").message, "float division by zero");
    }
}
