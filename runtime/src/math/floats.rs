//! The parts of floats, and their neighbours.

use crate::exception::{Fallible, overflow_error, value_error};

#[cfg(target_arch = "wasm32")]
use libm::remainder as c_remainder;

#[cfg(not(target_arch = "wasm32"))]
unsafe extern "C" {
    #[link_name = "remainder"]
    safe fn c_remainder(x: f64, y: f64) -> f64;
}

/// `math.frexp(x)`: a fraction from a half to 1, and the power of two it is to be taken times.
#[must_use]
pub fn frexp(x: f64) -> (f64, i64) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    // A subnormal has no exponent of its own: it is made larger first.
    let (scaled, shift) = if x.abs() < f64::MIN_POSITIVE { (x * 2f64.powi(64), 64) } else { (x, 0) };
    let bits = scaled.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i64;
    let fraction = f64::from_bits((bits & !(0x7ff << 52)) | (1022 << 52));
    (fraction, exponent - 1022 - shift)
}

/// `math.ldexp(x, i)`.
///
/// # Errors
/// `OverflowError` outside the range.
pub fn ldexp(x: f64, i: i64) -> Fallible<f64> {
    if x == 0.0 || !x.is_finite() {
        return Ok(x);
    }
    let result = scaled(x, i);
    if result.is_infinite() { Err(overflow_error("math range error")) } else { Ok(result) }
}

/// `x * 2**power`, rounded once.
pub(crate) fn scaled(x: f64, power: i64) -> f64 {
    let (fraction, exponent) = frexp(x);
    let power = power.saturating_add(exponent);
    match power {
        1025.. => f64::INFINITY.copysign(x),
        -1021..=1024 => fraction * 2.0 * 2f64.powi(power as i32 - 1),
        // The last step alone rounds.
        -1200..-1021 => fraction * 2f64.powi(-1020) * 2f64.powi((power + 1020) as i32),
        _ => 0f64.copysign(x),
    }
}

/// `math.modf(x)`: the part behind the point and the whole part, both with the sign of x.
#[must_use]
pub fn modf(x: f64) -> (f64, f64) {
    if x.is_nan() {
        return (x, x);
    }
    let fraction = if x.is_infinite() { 0.0 } else { x.fract() };
    (fraction.copysign(x), x.trunc())
}

/// `math.nextafter(x, y)`.
#[must_use]
pub fn nextafter(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        return x + y;
    }
    if x == y {
        y
    } else if y > x {
        x.next_up()
    } else {
        x.next_down()
    }
}

/// `math.ulp(x)`.
#[must_use]
pub fn ulp(x: f64) -> f64 {
    let x = x.abs();
    if !x.is_finite() {
        return x;
    }
    let next = x.next_up();
    if next.is_infinite() { x - x.next_down() } else { next - x }
}

/// `math.remainder(x, y)`.
///
/// # Errors
/// `ValueError` for y 0 or x infinite.
pub fn remainder(x: f64, y: f64) -> Fallible<f64> {
    let result = c_remainder(x, y);
    if result.is_nan() && !x.is_nan() && !y.is_nan() { Err(value_error("math domain error")) } else { Ok(result) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scale_rounds_once() {
        assert_eq!(scaled(1.0, -1074), 5e-324);
        assert_eq!(scaled(1.5, -1074), 1e-323);
        assert_eq!(scaled(f64::MAX, 0), f64::MAX);
        assert_eq!(scaled(0.75, 1024), 0.75 * 2f64.powi(1023) * 2.0);
        assert_eq!(frexp(5e-324), (0.5, -1073));
        assert_eq!(frexp(-8.0), (-0.5, 4));
    }
}
