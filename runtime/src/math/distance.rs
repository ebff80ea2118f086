//! `math.hypot` and `math.dist`: the length of a vector, nearly always rounded once (`vector_norm` in CPython's
//! mathmodule.c).

use super::floats::{frexp, scaled};
use crate::exception::{Fallible, value_error};
use crate::object::{Iter, collect};

/// A sum with what its additions lost.
struct Sum {
    sum: f64,
    lost: [f64; 3],
}

impl Sum {
    fn add(&mut self, x: f64, part: usize) {
        let before = self.sum;
        self.sum += x;
        self.lost[part] += (before - self.sum) + x;
    }

    /// Without the 1 that it began with.
    fn total(&self) -> f64 {
        self.sum - 1.0 + (self.lost[0] + self.lost[1] + self.lost[2])
    }
}

/// Two halves of the digits.
fn halves(x: f64) -> (f64, f64) {
    const SPLIT: f64 = 134_217_729.0;
    let t = x * SPLIT;
    let high = t - (t - x);
    (high, x - high)
}

/// The length of a vector of absolute values.
fn length(vector: &[f64]) -> f64 {
    let greatest = vector.iter().fold(0.0f64, |greatest, x| greatest.max(*x));
    if greatest.is_infinite() {
        return greatest;
    }
    if vector.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if greatest == 0.0 || vector.len() <= 1 {
        return greatest;
    }
    let (_, exponent) = frexp(greatest);
    let mut sum = Sum { sum: 1.0, lost: [0.0; 3] };
    if exponent < -1023 {
        for x in vector {
            let x = x / greatest;
            sum.add(x * x, 0);
        }
        return greatest * (sum.sum - 1.0 + sum.lost[0]).sqrt();
    }
    let scale = scaled(1.0, -exponent);
    for x in vector {
        let (high, low) = halves(x * scale);
        sum.add(high * high, 0);
        sum.add(2.0 * high * low, 1);
        sum.lost[2] += low * low;
    }
    let h = sum.total().sqrt();
    let (high, low) = halves(h);
    sum.add(-high * high, 0);
    sum.add(-2.0 * high * low, 1);
    sum.add(-low * low, 2);
    (h + sum.total() / (2.0 * h)) / scale
}

/// `math.hypot(…)`.
#[must_use]
pub fn hypot(coordinates: &[f64]) -> f64 {
    let vector: Vec<f64> = coordinates.iter().map(|x| x.abs()).collect();
    length(&vector)
}

/// `math.dist(p, q)`.
///
/// # Errors
/// `ValueError` for points of different dimensions; whatever the iterators raise.
pub fn dist(p: impl Iter<Item = f64>, q: impl Iter<Item = f64>) -> Fallible<f64> {
    let (p, q) = (collect(p)?, collect(q)?);
    if p.len() != q.len() {
        return Err(value_error("both points must have the same number of dimensions"));
    }
    let vector: Vec<f64> = p.iter().zip(&q).map(|(p, q)| (p - q).abs()).collect();
    Ok(length(&vector))
}
