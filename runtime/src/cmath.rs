//! `cmath`: functions of complex numbers, by the algorithms of CPython (Modules/cmathmodule.c).

mod hyperbolic;
mod inverse;
#[rustfmt::skip]
mod special;

use std::f64::consts::{E, LN_2, LN_10};

use crate::complex::{self, Complex, of};
use crate::exception::{Fallible, Raised, overflow_error, value_error};

pub use hyperbolic::{cos, cosh, sin, sinh, tan, tanh};
pub use inverse::{acos, acosh, asin, asinh, atan, atanh};

/// Beyond it a sum of two may overflow.
const LARGE: f64 = f64::MAX / 4.0;
/// The bits that a subnormal is scaled by, and half of that back.
const SCALE_UP: i32 = 53;
const SCALE_DOWN: i32 = -27;

/// The logarithm of [`LARGE`].
fn log_of_large() -> f64 {
    LARGE.ln()
}

#[cold]
fn domain_error() -> Raised {
    value_error("math domain error")
}

fn in_range(number: Complex) -> Fallible<Complex> {
    if number.re.is_infinite() || number.im.is_infinite() {
        return Err(overflow_error("math range error"));
    }
    Ok(number)
}

fn is_finite(z: Complex) -> bool {
    z.re.is_finite() && z.im.is_finite()
}

/// What a table has for a number that is not finite.
fn special(table: &special::Table, z: Complex) -> Complex {
    let (re, im) = table[sort(z.re)][sort(z.im)];
    of(re, im)
}

fn sort(part: f64) -> usize {
    match (part.is_nan(), part.is_finite(), part == 0.0, part.is_sign_negative()) {
        (true, ..) => 6,
        (_, false, _, true) => 0,
        (_, false, _, false) => 5,
        (_, _, true, true) => 2,
        (_, _, true, false) => 3,
        (_, _, false, true) => 1,
        (_, _, false, false) => 4,
    }
}

fn angle(z: Complex) -> f64 {
    z.im.atan2(z.re)
}

/// `phase(z)`.
///
/// # Errors
/// `OverflowError` for an angle too small for a float, as the C library has it.
pub fn phase(z: Complex) -> Fallible<f64> {
    let angle = angle(z);
    if angle == 0.0 && z.im != 0.0 && z.re.is_finite() {
        return Err(overflow_error("math range error"));
    }
    Ok(angle)
}

/// `polar(z)`.
///
/// # Errors
/// As [`phase`]; `OverflowError` where the absolute value is too large.
pub fn polar(z: Complex) -> Fallible<(f64, f64)> {
    let length = complex::abs(z).map_err(|_| overflow_error("math range error"))?;
    Ok((length, angle(z)))
}

/// `rect(r, phi)`.
///
/// # Errors
/// `ValueError` for an infinite angle.
pub fn rect(r: f64, phi: f64) -> Fallible<Complex> {
    if r.is_finite() && phi.is_finite() {
        return Ok(if phi == 0.0 { of(r, r * phi) } else { of(r * phi.cos(), r * phi.sin()) });
    }
    if r != 0.0 && !r.is_nan() && phi.is_infinite() {
        return Err(domain_error());
    }
    if r.is_infinite() && phi.is_finite() && phi != 0.0 {
        let sign = 1f64.copysign(r);
        return Ok(of(sign * f64::INFINITY.copysign(phi.cos()), sign * f64::INFINITY.copysign(phi.sin())));
    }
    Ok(special(&special::RECT, of(r, phi)))
}

/// `exp(z)`.
///
/// # Errors
/// `ValueError` for an infinite imaginary part, `OverflowError` for a result that is too large.
pub fn exp(z: Complex) -> Fallible<Complex> {
    if !is_finite(z) {
        if z.im.is_infinite() && (z.re.is_finite() || z.re == f64::INFINITY) {
            return Err(domain_error());
        }
        if z.re.is_infinite() && z.im.is_finite() && z.im != 0.0 {
            let size: f64 = if z.re > 0.0 { f64::INFINITY } else { 0.0 };
            return Ok(of(size.copysign(z.im.cos()), size.copysign(z.im.sin())));
        }
        return Ok(special(&special::EXP, z));
    }
    in_range(if z.re > log_of_large() {
        let size = (z.re - 1.0).exp();
        of(size * z.im.cos() * E, size * z.im.sin() * E)
    } else {
        let size = z.re.exp();
        of(size * z.im.cos(), size * z.im.sin())
    })
}

/// The natural logarithm; `None` of 0.
fn ln(z: Complex) -> Option<Complex> {
    if !is_finite(z) {
        return Some(special(&special::LOG, z));
    }
    let (ax, ay) = (z.re.abs(), z.im.abs());
    let size = if ax > LARGE || ay > LARGE {
        (ax / 2.0).hypot(ay / 2.0).ln() + LN_2
    } else if ax < f64::MIN_POSITIVE && ay < f64::MIN_POSITIVE {
        if ax == 0.0 && ay == 0.0 {
            return None;
        }
        let scale = 2f64.powi(SCALE_UP);
        (ax * scale).hypot(ay * scale).ln() - f64::from(SCALE_UP) * LN_2
    } else {
        let length = ax.hypot(ay);
        if (0.71..=1.73).contains(&length) {
            let (most, least) = if ax > ay { (ax, ay) } else { (ay, ax) };
            ((most - 1.0) * (most + 1.0) + least * least).ln_1p() / 2.0
        } else {
            length.ln()
        }
    };
    Some(of(size, angle(z)))
}

/// `log(z)`.
///
/// # Errors
/// `ValueError` of 0.
pub fn log(z: Complex) -> Fallible<Complex> {
    ln(z).ok_or_else(domain_error)
}

/// `log(z, base)`.
///
/// # Errors
/// `ValueError` for the bases 0 and 1.
pub fn log_base(z: Complex, base: Complex) -> Fallible<Complex> {
    // With a base CPython forgets that there is no logarithm of 0.
    let log_of_z = ln(z).unwrap_or_else(|| of(f64::NEG_INFINITY, angle(z)));
    complex::truediv(log_of_z, log(base)?).map_err(|_| domain_error())
}

/// `log10(z)`.
///
/// # Errors
/// `ValueError` of 0.
pub fn log10(z: Complex) -> Fallible<Complex> {
    log(z).map(|log| of(log.re / LN_10, log.im / LN_10))
}

/// `sqrt(z)`.
#[must_use]
pub fn sqrt(z: Complex) -> Complex {
    if !is_finite(z) {
        return special(&special::SQRT, z);
    }
    if z.re == 0.0 && z.im == 0.0 {
        return of(0.0, z.im);
    }
    let (ax, ay) = (z.re.abs(), z.im.abs());
    let size = if ax < f64::MIN_POSITIVE && ay < f64::MIN_POSITIVE {
        let scale = 2f64.powi(SCALE_UP);
        let scaled = ax * scale;
        (scaled + scaled.hypot(ay * scale)).sqrt() * 2f64.powi(SCALE_DOWN)
    } else {
        let eighth = ax / 8.0;
        2.0 * (eighth + eighth.hypot(ay / 8.0)).sqrt()
    };
    let other = ay / (2.0 * size);
    if z.re >= 0.0 { of(size, other.copysign(z.im)) } else { of(other, size.copysign(z.im)) }
}

/// `isfinite(z)`.
#[must_use]
pub fn isfinite(z: Complex) -> bool {
    is_finite(z)
}

/// `isinf(z)`.
#[must_use]
pub fn isinf(z: Complex) -> bool {
    z.re.is_infinite() || z.im.is_infinite()
}

/// `isnan(z)`.
#[must_use]
pub fn isnan(z: Complex) -> bool {
    z.re.is_nan() || z.im.is_nan()
}

/// `isclose(a, b, rel_tol=…, abs_tol=…)`.
///
/// # Errors
/// `ValueError` for a negative tolerance.
pub fn isclose(a: Complex, b: Complex, rel_tol: f64, abs_tol: f64) -> Fallible<bool> {
    if rel_tol < 0.0 || abs_tol < 0.0 {
        return Err(value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(true);
    }
    if isinf(a) || isinf(b) {
        return Ok(false);
    }
    let length = |z: Complex| z.re.hypot(z.im);
    let distance = length(complex::sub(a, b));
    Ok(distance <= rel_tol * length(b) || distance <= rel_tol * length(a) || distance <= abs_tol)
}
