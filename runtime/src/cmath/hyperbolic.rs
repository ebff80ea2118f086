//! Sines, cosines and tangents.

use std::f64::consts::E;

use super::{domain_error, in_range, is_finite, log_of_large, special};
use crate::complex::{Complex, of};
use crate::exception::Fallible;

/// Whether a number goes to infinity along a direction that its imaginary part says.
fn is_directed(z: Complex) -> bool {
    z.re.is_infinite() && z.im.is_finite() && z.im != 0.0
}

fn infinity(sign: f64) -> f64 {
    f64::INFINITY.copysign(sign)
}

/// `cosh(z)`.
///
/// # Errors
/// `ValueError` for an infinite imaginary part, `OverflowError` for a result that is too large.
pub fn cosh(z: Complex) -> Fallible<Complex> {
    let (sin, cos) = z.im.sin_cos();
    if !is_finite(z) {
        if z.im.is_infinite() && !z.re.is_nan() {
            return Err(domain_error());
        }
        return Ok(if is_directed(z) {
            of(infinity(cos), infinity(sin) * 1f64.copysign(z.re))
        } else {
            special(&special::COSH, z)
        });
    }
    in_range(if z.re.abs() > log_of_large() {
        let less = z.re - 1f64.copysign(z.re);
        of(cos * less.cosh() * E, sin * less.sinh() * E)
    } else {
        of(cos * z.re.cosh(), sin * z.re.sinh())
    })
}

/// `sinh(z)`.
///
/// # Errors
/// As [`cosh`].
pub fn sinh(z: Complex) -> Fallible<Complex> {
    let (sin, cos) = z.im.sin_cos();
    if !is_finite(z) {
        if z.im.is_infinite() && !z.re.is_nan() {
            return Err(domain_error());
        }
        return Ok(if is_directed(z) {
            of(infinity(cos) * 1f64.copysign(z.re), infinity(sin))
        } else {
            special(&special::SINH, z)
        });
    }
    in_range(if z.re.abs() > log_of_large() {
        let less = z.re - 1f64.copysign(z.re);
        of(cos * less.sinh() * E, sin * less.cosh() * E)
    } else {
        of(cos * z.re.sinh(), sin * z.re.cosh())
    })
}

/// `tanh(z)`.
///
/// # Errors
/// `ValueError` for an infinite imaginary part.
pub fn tanh(z: Complex) -> Fallible<Complex> {
    let (sin, cos) = z.im.sin_cos();
    if !is_finite(z) {
        if z.im.is_infinite() && z.re.is_finite() {
            return Err(domain_error());
        }
        return Ok(if is_directed(z) {
            of(1f64.copysign(z.re), 0f64.copysign(2.0 * sin * cos))
        } else {
            special(&special::TANH, z)
        });
    }
    if z.re.abs() > log_of_large() {
        return Ok(of(1f64.copysign(z.re), 4.0 * sin * cos * (-2.0 * z.re.abs()).exp()));
    }
    let (tx, ty, cx) = (z.re.tanh(), z.im.tan(), 1.0 / z.re.cosh());
    let product = tx * ty;
    let divisor = 1.0 + product * product;
    Ok(of(tx * (1.0 + ty * ty) / divisor, ty / divisor * cx * cx))
}

/// What a hyperbolic function of `iz` says of the function of `z`: `sin z` is `-i sinh iz`.
fn turned(z: Complex, function: impl Fn(Complex) -> Fallible<Complex>) -> Fallible<Complex> {
    function(of(-z.im, z.re)).map(|found| of(found.im, -found.re))
}

/// `cos(z)`.
///
/// # Errors
/// As [`cosh`].
pub fn cos(z: Complex) -> Fallible<Complex> {
    cosh(of(-z.im, z.re))
}

/// `sin(z)`.
///
/// # Errors
/// As [`sinh`].
pub fn sin(z: Complex) -> Fallible<Complex> {
    turned(z, sinh)
}

/// `tan(z)`.
///
/// # Errors
/// As [`tanh`].
pub fn tan(z: Complex) -> Fallible<Complex> {
    turned(z, tanh)
}
