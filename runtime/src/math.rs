//! `math`: functions of floats, by the C library as in CPython, with CPython's errors.

use crate::exception::{Fallible, overflow_error, value_error};
use crate::int::from_float;

/// NaN of anything but NaN is outside the domain; infinity of something finite outside the range
/// (`math_1` in CPython's mathmodule.c).
fn checked(argument: f64, result: f64, may_overflow: bool) -> Fallible<f64> {
    if result.is_nan() && !argument.is_nan() {
        return Err(value_error("math domain error"));
    }
    if result.is_infinite() && argument.is_finite() {
        return Err(if may_overflow { overflow_error("math range error") } else { value_error("math domain error") });
    }
    Ok(result)
}

macro_rules! functions {
    ($($name:ident, $method:ident, $may_overflow:literal;)*) => {
        $(
            #[doc = concat!("`math.", stringify!($name), "(x)`.")]
            ///
            /// # Errors
            /// `ValueError` outside the domain, `OverflowError` outside the range.
            pub fn $name(x: f64) -> Fallible<f64> {
                checked(x, x.$method(), $may_overflow)
            }
        )*
    };
}

functions! {
    sqrt, sqrt, false;
    exp, exp, true;
    expm1, exp_m1, true;
    log2, log2, false;
    log10, log10, false;
    log1p, ln_1p, false;
    sin, sin, false;
    cos, cos, false;
    tan, tan, false;
    asin, asin, false;
    acos, acos, false;
    atan, atan, false;
    sinh, sinh, true;
    cosh, cosh, true;
    tanh, tanh, false;
}

/// `math.log(x)`.
///
/// # Errors
/// `ValueError` where x is not above 0.
pub fn log(x: f64) -> Fallible<f64> {
    checked(x, if x < 0.0 { f64::NAN } else { x.ln() }, false)
}

/// `math.log(x, base)`.
///
/// # Errors
/// `ValueError` outside the domain; `ZeroDivisionError` for base 1.
pub fn log_base(x: f64, base: f64) -> Fallible<f64> {
    crate::float::truediv(log(x)?, log(base)?)
}

/// `math.atan2(y, x)`.
#[must_use]
pub fn atan2(y: f64, x: f64) -> f64 {
    y.atan2(x)
}

/// `math.floor(x)`.
///
/// # Errors
/// As `int(x)`.
pub fn floor(x: f64) -> Fallible<i64> {
    from_float(x.floor())
}

/// `math.ceil(x)`.
///
/// # Errors
/// As `int(x)`.
pub fn ceil(x: f64) -> Fallible<i64> {
    from_float(x.ceil())
}

/// `math.trunc(x)`.
///
/// # Errors
/// As `int(x)`.
pub fn trunc(x: f64) -> Fallible<i64> {
    from_float(x)
}

/// `math.fabs(x)`.
#[must_use]
pub const fn fabs(x: f64) -> f64 {
    x.abs()
}

/// `math.copysign(x, y)`.
#[must_use]
pub const fn copysign(x: f64, y: f64) -> f64 {
    x.copysign(y)
}

/// `math.isnan(x)`.
#[must_use]
pub const fn isnan(x: f64) -> bool {
    x.is_nan()
}

/// `math.isinf(x)`.
#[must_use]
pub const fn isinf(x: f64) -> bool {
    x.is_infinite()
}

/// `math.isfinite(x)`.
#[must_use]
pub const fn isfinite(x: f64) -> bool {
    x.is_finite()
}

/// `math.degrees(x)`.
#[must_use]
pub const fn degrees(x: f64) -> f64 {
    x * (180.0 / std::f64::consts::PI)
}

/// `math.radians(x)`.
#[must_use]
pub const fn radians(x: f64) -> f64 {
    x * (std::f64::consts::PI / 180.0)
}

/// `math.gcd(a, b)`.
///
/// # Errors
/// `OverflowError` where it is 2**63.
pub fn gcd(a: i64, b: i64) -> Fallible<i64> {
    let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    i64::try_from(a).map_err(|_| overflow_error("the result does not fit 64 bits"))
}

/// `math.isqrt(n)`.
///
/// # Errors
/// `ValueError` below 0.
pub fn isqrt(n: i64) -> Fallible<i64> {
    n.checked_isqrt().ok_or_else(|| value_error("isqrt() argument must be nonnegative"))
}

/// `math.factorial(n)`.
///
/// # Errors
/// `ValueError` below 0; `OverflowError` above 20.
pub fn factorial(n: i64) -> Fallible<i64> {
    if n < 0 {
        return Err(value_error("factorial() not defined for negative values"));
    }
    (2..=n).try_fold(1i64, crate::int::mul)
}
