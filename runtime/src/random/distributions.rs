//! Distributions of floats, operation by operation as in CPython's Lib/random.py.

use std::f64::consts::{E, PI, TAU};

use super::Random;
use crate::exception::{Fallible, value_error};
use crate::float;

pub fn uniform(random: &Random, a: f64, b: f64) -> Fallible<f64> {
    Ok(a + (b - a) * random.float()?)
}

pub fn triangular(random: &Random, low: f64, high: f64, mode: Option<f64>) -> Fallible<f64> {
    let mut u = random.float()?;
    let (mut low, mut high) = (low, high);
    let mut c = match mode {
        None => 0.5,
        Some(_) if high - low == 0.0 => return Ok(low),
        Some(mode) => (mode - low) / (high - low),
    };
    if u > c {
        u = 1.0 - u;
        c = 1.0 - c;
        (low, high) = (high, low);
    }
    Ok(low + (high - low) * crate::math::sqrt(u * c)?)
}

pub fn normalvariate(random: &Random, mu: f64, sigma: f64) -> Fallible<f64> {
    let magic = 4.0 * (-0.5f64).exp() / 2f64.sqrt();
    loop {
        let u1 = random.float()?;
        let u2 = 1.0 - random.float()?;
        let z = magic * (u1 - 0.5) / u2;
        let zz = z * z / 4.0;
        if zz <= -u2.ln() {
            return Ok(mu + z * sigma);
        }
    }
}

pub fn gauss(random: &Random, mu: f64, sigma: f64) -> Fallible<f64> {
    let kept = random.state.write(|state| state.gauss_next.take())?;
    let z = match kept {
        Some(z) => z,
        None => {
            let x2pi = random.float()? * TAU;
            let radius = (-2.0 * (1.0 - random.float()?).ln()).sqrt();
            random.state.write(|state| state.gauss_next = Some(x2pi.sin() * radius))?;
            x2pi.cos() * radius
        }
    };
    Ok(mu + z * sigma)
}

pub fn lognormvariate(random: &Random, mu: f64, sigma: f64) -> Fallible<f64> {
    crate::math::exp(normalvariate(random, mu, sigma)?)
}

pub fn expovariate(random: &Random, lambd: f64) -> Fallible<f64> {
    float::truediv(-(1.0 - random.float()?).ln(), lambd)
}

pub fn vonmisesvariate(random: &Random, mu: f64, kappa: f64) -> Fallible<f64> {
    if kappa <= 1e-6 {
        return Ok(TAU * random.float()?);
    }
    let s = 0.5 / kappa;
    let r = s + (1.0 + s * s).sqrt();
    let z = loop {
        let u1 = random.float()?;
        let z = (PI * u1).cos();
        let d = z / (r + z);
        let u2 = random.float()?;
        if u2 < 1.0 - d * d || u2 <= (1.0 - d) * d.exp() {
            break z;
        }
    };
    let q = 1.0 / r;
    let f = (q + z) / (1.0 + q * z);
    let angle = if random.float()? > 0.5 { mu + f.acos() } else { mu - f.acos() };
    float::r#mod(angle, TAU)
}

pub fn gammavariate(random: &Random, alpha: f64, beta: f64) -> Fallible<f64> {
    if alpha <= 0.0 || beta <= 0.0 {
        return Err(value_error("gammavariate: alpha and beta must be > 0.0"));
    }
    if alpha > 1.0 {
        let ainv = (2.0 * alpha - 1.0).sqrt();
        let bbb = alpha - 4f64.ln();
        let ccc = alpha + ainv;
        let magic = 1.0 + 4.5f64.ln();
        loop {
            let u1 = random.float()?;
            if !(1e-7 < u1 && u1 < 0.999_999_9) {
                continue;
            }
            let u2 = 1.0 - random.float()?;
            let v = (u1 / (1.0 - u1)).ln() / ainv;
            let x = alpha * v.exp();
            let z = u1 * u1 * u2;
            let r = bbb + ccc * v - x;
            if r + magic - 4.5 * z >= 0.0 || r >= z.ln() {
                return Ok(x * beta);
            }
        }
    }
    if alpha == 1.0 {
        return Ok(-(1.0 - random.float()?).ln() * beta);
    }
    loop {
        let u = random.float()?;
        let b = (E + alpha) / E;
        let p = b * u;
        let x = if p <= 1.0 { p.powf(1.0 / alpha) } else { -((b - p) / alpha).ln() };
        let u1 = random.float()?;
        let is_taken = if p > 1.0 { u1 <= x.powf(alpha - 1.0) } else { u1 <= (-x).exp() };
        if is_taken {
            return Ok(x * beta);
        }
    }
}

pub fn betavariate(random: &Random, alpha: f64, beta: f64) -> Fallible<f64> {
    let y = gammavariate(random, alpha, 1.0)?;
    if y == 0.0 {
        return Ok(0.0);
    }
    Ok(y / (y + gammavariate(random, beta, 1.0)?))
}

pub fn paretovariate(random: &Random, alpha: f64) -> Fallible<f64> {
    let u = 1.0 - random.float()?;
    float::pow(u, float::truediv(-1.0, alpha)?)
}

pub fn weibullvariate(random: &Random, alpha: f64, beta: f64) -> Fallible<f64> {
    let u = 1.0 - random.float()?;
    Ok(alpha * float::pow(-u.ln(), float::truediv(1.0, beta)?)?)
}
