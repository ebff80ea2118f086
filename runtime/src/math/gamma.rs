//! `math.gamma` and `math.lgamma`, by Lanczos's approximation as CPython has it (`m_tgamma`, `m_lgamma`).

use std::f64::consts::PI;

use crate::exception::{Fallible, overflow_error, value_error};

const G: f64 = 6.024_680_040_776_73;
const G_MINUS_HALF: f64 = 5.524_680_040_776_73;
const LOG_PI: f64 = 1.144_729_885_849_400_2;

#[expect(clippy::excessive_precision, reason = "the digits as they are published")]
const NUMERATOR: [f64; 13] = [
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786772,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
];
const DENOMINATOR: [f64; 13] = [
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0,
];

fn lanczos_sum(x: f64) -> f64 {
    let (mut numerator, mut denominator) = (0.0, 0.0);
    if x < 5.0 {
        for (n, d) in NUMERATOR.iter().zip(&DENOMINATOR).rev() {
            numerator = numerator * x + n;
            denominator = denominator * x + d;
        }
    } else {
        for (n, d) in NUMERATOR.iter().zip(&DENOMINATOR) {
            numerator = numerator / x + n;
            denominator = denominator / x + d;
        }
    }
    numerator / denominator
}

/// `sin(pi * x)`.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let sine = match (2.0 * y).round() as i64 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1f64.copysign(x) * sine
}

fn domain<T>() -> Fallible<T> {
    Err(value_error("math domain error"))
}

fn in_range(result: f64) -> Fallible<f64> {
    if result.is_infinite() { Err(overflow_error("math range error")) } else { Ok(result) }
}

/// `math.gamma(x)`.
///
/// # Errors
/// `ValueError` at its poles, `OverflowError` outside the range.
pub fn gamma(x: f64) -> Fallible<f64> {
    if x.is_nan() || x == f64::INFINITY {
        return Ok(x);
    }
    if x == 0.0 || x == f64::NEG_INFINITY || x < 0.0 && x == x.floor() {
        return domain();
    }
    if x == x.floor() && x <= 23.0 {
        let factorial = (1..x as i64).fold(1f64, |product, factor| product * factor as f64);
        return Ok(factorial);
    }
    let size = x.abs();
    if size < 1e-20 {
        return in_range(1.0 / x);
    }
    if size > 200.0 {
        return if x < 0.0 { Ok(0.0 / sin_pi(x)) } else { in_range(f64::INFINITY) };
    }
    let y = size + G_MINUS_HALF;
    let z = if size > G_MINUS_HALF { (y - size) - G_MINUS_HALF } else { (y - G_MINUS_HALF) - size };
    let z = z * G / y;
    let result = if x < 0.0 {
        let r = -PI / sin_pi(size) / size * y.exp() / lanczos_sum(size);
        let r = r - z * r;
        if size < 140.0 {
            r / y.powf(size - 0.5)
        } else {
            let root = y.powf(size / 2.0 - 0.25);
            r / root / root
        }
    } else {
        let r = lanczos_sum(size) / y.exp();
        let r = r + z * r;
        if size < 140.0 {
            r * y.powf(size - 0.5)
        } else {
            let root = y.powf(size / 2.0 - 0.25);
            r * root * root
        }
    };
    in_range(result)
}

/// `math.lgamma(x)`.
///
/// # Errors
/// `ValueError` at its poles, `OverflowError` outside the range.
pub fn lgamma(x: f64) -> Fallible<f64> {
    if !x.is_finite() {
        return Ok(if x.is_nan() { x } else { f64::INFINITY });
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { domain() } else { Ok(0.0) };
    }
    let size = x.abs();
    if size < 1e-20 {
        return Ok(-size.ln());
    }
    let r = lanczos_sum(size).ln() - G;
    let r = r + (size - 0.5) * ((size + G - 0.5).ln() - 1.0);
    let r = if x < 0.0 { LOG_PI - sin_pi(size).abs().ln() - size.ln() - r } else { r };
    in_range(r)
}
