//! The functions that undo sines, cosines and tangents.

use std::f64::consts::{FRAC_PI_2, LN_2};

use super::{LARGE, domain_error, is_finite, special, sqrt};
use crate::complex::{Complex, neg, of};
use crate::exception::Fallible;

fn is_large(z: Complex) -> bool {
    z.re.abs() > LARGE || z.im.abs() > LARGE
}

/// The logarithm of twice the absolute value of a large number.
fn log_of_double(z: Complex) -> f64 {
    (z.re / 2.0).hypot(z.im / 2.0).ln() + LN_2 * 2.0
}

#[cfg(target_arch = "wasm32")]
use libm::asinh as real_asinh;

#[cfg(not(target_arch = "wasm32"))]
unsafe extern "C" {
    #[link_name = "asinh"]
    safe fn real_asinh(x: f64) -> f64;
}

/// `acos(z)`.
#[must_use]
pub fn acos(z: Complex) -> Complex {
    if !is_finite(z) {
        return special(&special::ACOS, z);
    }
    if is_large(z) {
        let size = log_of_double(z);
        let im = if z.re < 0.0 { -size.copysign(z.im) } else { size.copysign(-z.im) };
        return of(z.im.abs().atan2(z.re), im);
    }
    let (a, b) = (sqrt(of(1.0 - z.re, -z.im)), sqrt(of(1.0 + z.re, z.im)));
    of(2.0 * a.re.atan2(b.re), real_asinh(b.re * a.im - b.im * a.re))
}

/// `acosh(z)`.
#[must_use]
pub fn acosh(z: Complex) -> Complex {
    if !is_finite(z) {
        return special(&special::ACOSH, z);
    }
    if is_large(z) {
        return of(log_of_double(z), z.im.atan2(z.re));
    }
    let (a, b) = (sqrt(of(z.re - 1.0, z.im)), sqrt(of(z.re + 1.0, z.im)));
    of(real_asinh(a.re * b.re + a.im * b.im), 2.0 * a.im.atan2(b.re))
}

/// `asinh(z)`.
#[must_use]
pub fn asinh(z: Complex) -> Complex {
    if !is_finite(z) {
        return special(&special::ASINH, z);
    }
    if is_large(z) {
        let size = log_of_double(z);
        let re = if z.im >= 0.0 { size.copysign(z.re) } else { -size.copysign(-z.re) };
        return of(re, z.im.atan2(z.re.abs()));
    }
    let (a, b) = (sqrt(of(1.0 + z.im, -z.re)), sqrt(of(1.0 - z.im, z.re)));
    of(real_asinh(a.re * b.im - b.re * a.im), z.im.atan2(a.re * b.re - a.im * b.im))
}

/// `asin(z)`.
#[must_use]
pub fn asin(z: Complex) -> Complex {
    let found = asinh(of(-z.im, z.re));
    of(found.im, -found.re)
}

/// `atanh(z)`.
///
/// # Errors
/// `ValueError` of 1 and -1.
pub fn atanh(z: Complex) -> Fallible<Complex> {
    if !is_finite(z) {
        return Ok(special(&special::ATANH, z));
    }
    if z.re.is_sign_negative() {
        return atanh(neg(z)).map(neg);
    }
    let ay = z.im.abs();
    let too_large = LARGE.sqrt();
    if z.re > too_large || ay > too_large {
        let length = (z.re / 2.0).hypot(z.im / 2.0);
        return Ok(of(z.re / 4.0 / length / length, -FRAC_PI_2.copysign(-z.im)));
    }
    if z.re == 1.0 && ay < f64::MIN_POSITIVE.sqrt() {
        if ay == 0.0 {
            return Err(domain_error());
        }
        let re = -(ay.sqrt() / ay.hypot(2.0).sqrt()).ln();
        return Ok(of(re, (2f64.atan2(-ay) / 2.0).copysign(z.im)));
    }
    let less = 1.0 - z.re;
    let re = (4.0 * z.re / (less * less + ay * ay)).ln_1p() / 4.0;
    Ok(of(re, -(-2.0 * z.im).atan2(less * (1.0 + z.re) - ay * ay) / 2.0))
}

/// `atan(z)`.
///
/// # Errors
/// `ValueError` of `1j` and `-1j`.
pub fn atan(z: Complex) -> Fallible<Complex> {
    atanh(of(-z.im, z.re)).map(|found| of(found.im, -found.re))
}
