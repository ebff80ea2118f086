//! `math`: functions of floats, by the C library as in CPython, with CPython's errors.

mod distance;
mod floats;
mod gamma;
mod integers;

use crate::exception::{Fallible, overflow_error, value_error};
use crate::int::from_float;

pub use distance::{dist, hypot};
pub(crate) use floats::scaled;
pub use floats::{frexp, ldexp, modf, nextafter, remainder, ulp};
pub use gamma::{gamma, lgamma};
pub use integers::{comb, gcd, lcm, perm, perm_all, prod, prod_float, prod_float_from};

/// NaN of anything but NaN is outside the domain; infinity of something finite outside the range
/// (`math_1` in CPython's mathmodule.c).
#[inline]
fn checked(argument: f64, result: f64, may_overflow: bool) -> Fallible<f64> {
    if result.is_finite() { Ok(result) } else { unusual(argument, result, may_overflow) }
}

#[cold]
fn unusual(argument: f64, result: f64, may_overflow: bool) -> Fallible<f64> {
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
            #[inline]
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
    asinh, asinh, false;
    acosh, acosh, false;
    atanh, atanh, false;
    cbrt, cbrt, false;
    exp2, exp2, true;
}

#[cfg(target_arch = "wasm32")]
use libm::{erf as c_erf, erfc as c_erfc};

#[cfg(not(target_arch = "wasm32"))]
unsafe extern "C" {
    #[link_name = "erf"]
    safe fn c_erf(x: f64) -> f64;
    #[link_name = "erfc"]
    safe fn c_erfc(x: f64) -> f64;
}

/// `math.erf(x)`.
#[must_use]
pub fn erf(x: f64) -> f64 {
    c_erf(x)
}

/// `math.erfc(x)`.
#[must_use]
pub fn erfc(x: f64) -> f64 {
    c_erfc(x)
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

/// `math.pow(x, y)`.
///
/// # Errors
/// `ValueError` outside the domain, `OverflowError` outside the range.
pub fn pow(x: f64, y: f64) -> Fallible<f64> {
    let result = x.powf(y);
    if !(x.is_finite() && y.is_finite()) || result.is_finite() {
        return Ok(result);
    }
    Err(if result.is_nan() || x == 0.0 { value_error("math domain error") } else { overflow_error("math range error") })
}

/// `math.fmod(x, y)`.
///
/// # Errors
/// `ValueError` for y 0 or x infinite.
pub fn fmod(x: f64, y: f64) -> Fallible<f64> {
    let result = x % y;
    if result.is_nan() && !x.is_nan() && !y.is_nan() { Err(value_error("math domain error")) } else { Ok(result) }
}

/// `math.isclose(a, b, rel_tol, abs_tol)`.
///
/// # Errors
/// `ValueError` for a negative tolerance.
pub fn isclose(a: f64, b: f64, rel_tol: f64, abs_tol: f64) -> Fallible<bool> {
    if rel_tol < 0.0 || abs_tol < 0.0 {
        return Err(value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(true);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(false);
    }
    let difference = (b - a).abs();
    Ok(difference <= (rel_tol * b).abs() || difference <= (rel_tol * a).abs() || difference <= abs_tol)
}

/// `math.fsum(items)`: the exact sum, rounded once, by Shewchuk's partial sums ("Adaptive Precision Floating-Point
/// Arithmetic", 1997).
///
/// # Errors
/// `OverflowError` where a partial sum leaves the range, `ValueError` for infinities of both signs.
pub fn fsum(mut items: impl crate::object::Iter<Item = f64>) -> Fallible<f64> {
    let mut partials: Vec<f64> = Vec::new();
    let mut special = 0.0;
    let (mut has_infinity, mut infinities) = (false, 0.0);
    while let Some(item) = items.next()? {
        let mut x = item;
        let mut kept = 0;
        for place in 0..partials.len() {
            let mut y = partials[place];
            if x.abs() < y.abs() {
                (x, y) = (y, x);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        if x == 0.0 {
            continue;
        }
        if x.is_finite() {
            partials.push(x);
            continue;
        }
        if item.is_finite() {
            return Err(overflow_error("intermediate overflow in fsum"));
        }
        if item.is_infinite() {
            has_infinity = true;
            infinities += item;
        }
        special += item;
        partials.clear();
    }
    if special != 0.0 || has_infinity {
        return if infinities.is_nan() { Err(value_error("-inf + inf in fsum")) } else { Ok(special) };
    }
    Ok(rounded_sum(&partials))
}

/// The sum of partials that do not overlap, rounded half to even across all of them.
fn rounded_sum(partials: &[f64]) -> f64 {
    let mut rest = partials.iter().rev().copied();
    let Some(mut high) = rest.next() else { return 0.0 };
    let mut low = 0.0;
    for y in rest.by_ref() {
        let x = high;
        high = x + y;
        low = y - (high - x);
        if low != 0.0 {
            break;
        }
    }
    if let Some(next) = rest.next()
        && ((low < 0.0 && next < 0.0) || (low > 0.0 && next > 0.0))
    {
        let doubled = low * 2.0;
        let rounded = high + doubled;
        if doubled == rounded - high {
            return rounded;
        }
    }
    high
}
