//! Exact sums of ints and floats, and floats of exact fractions: what `fractions.Fraction` is to CPython's statistics.

use num_bigint::{BigInt, BigUint, Sign};

use crate::exception::{Fallible, overflow_error};
use crate::math::scaled;

/// Floats are whole multiples of 2 to the power of minus this.
const UNIT: u32 = 1074;

/// A number that is added exactly: a multiple of 2**-1074 or, of an int, of 1.
pub trait Exact: Copy {
    /// By how many bits it is scaled up.
    const SHIFT: u32;

    /// The number as such a multiple; `None` for infinities and NaN.
    fn units(self) -> Option<BigInt>;

    /// The number as a float, for infinities and NaN.
    fn special(self) -> f64;
}

impl Exact for i64 {
    const SHIFT: u32 = 0;

    fn units(self) -> Option<BigInt> {
        Some(BigInt::from(self))
    }

    fn special(self) -> f64 {
        self as f64
    }
}

impl Exact for f64 {
    const SHIFT: u32 = UNIT;

    fn units(self) -> Option<BigInt> {
        if !self.is_finite() {
            return None;
        }
        let bits = self.to_bits();
        let exponent = (bits >> 52) & 0x7ff;
        let fraction = bits & ((1 << 52) - 1);
        let (mantissa, shift) = if exponent == 0 { (fraction, 0) } else { (fraction | 1 << 52, exponent - 1) };
        let units = BigInt::from(mantissa) << shift;
        Some(if self < 0.0 { -units } else { units })
    }

    fn special(self) -> f64 {
        self
    }
}

/// A fraction; the denominator is above 0.
pub struct Fraction {
    pub numerator: BigInt,
    pub denominator: BigInt,
}

/// What came of adding: the exact sum, or the sum of the infinities and NaNs among the numbers.
pub enum Outcome {
    Exact(Fraction),
    Special(f64),
}

/// The sum of the numbers.
pub fn sum<T: Exact>(numbers: &[T]) -> Outcome {
    let mut total = BigInt::ZERO;
    let mut special = None;
    for number in numbers {
        match number.units() {
            Some(units) => total += units,
            None => special = Some(special.map_or(number.special(), |sum: f64| sum + number.special())),
        }
    }
    match special {
        Some(special) => Outcome::Special(special),
        None => Outcome::Exact(Fraction { numerator: total, denominator: BigInt::from(1) << T::SHIFT }),
    }
}

/// The sum of the squares of the distances from the mean.
pub fn squares<T: Exact>(numbers: &[T]) -> Outcome {
    let (mut total, mut squared) = (BigInt::ZERO, BigInt::ZERO);
    let mut special = None;
    for number in numbers {
        match number.units() {
            Some(units) => {
                squared += &units * &units;
                total += units;
            }
            None => special = Some(special.map_or(number.special(), |sum: f64| sum + number.special())),
        }
    }
    if let Some(special) = special {
        return Outcome::Special(special);
    }
    let count = BigInt::from(numbers.len().max(1));
    let numerator = &count * squared - &total * &total;
    Outcome::Exact(Fraction { numerator, denominator: count << (2 * T::SHIFT) })
}

impl Fraction {
    /// Divided by a count, which is above 0.
    pub fn over(self, count: usize) -> Self {
        Self { denominator: self.denominator * BigInt::from(count), ..self }
    }

    /// The int that it is, if it is one.
    pub fn whole(&self) -> Option<BigInt> {
        let quotient = &self.numerator / &self.denominator;
        (&quotient * &self.denominator == self.numerator).then_some(quotient)
    }

    /// The nearest float.
    pub fn to_float(&self) -> Fallible<f64> {
        ratio(&self.numerator, &self.denominator)
    }

    /// The nearest float to its square root; it is not below 0.
    pub fn square_root(&self) -> Fallible<f64> {
        const WIDTH: i64 = 2 * 53 + 3;
        let (n, m) = (self.numerator.magnitude(), self.denominator.magnitude());
        let q = (n.bits() as i64 - m.bits() as i64 - WIDTH).div_euclid(2);
        if q >= 0 {
            let root = rounded_root(n, &(m << (2 * q) as u64)) << q as u64;
            ratio(&BigInt::from(root), &BigInt::from(1))
        } else {
            let root = rounded_root(&(n << (-2 * q) as u64), m);
            ratio(&BigInt::from(root), &(BigInt::from(1) << (-q) as u64))
        }
    }
}

/// The root of a fraction rounded down, or to odd where it is not exact.
fn rounded_root(n: &BigUint, m: &BigUint) -> BigUint {
    let root = (n / m).sqrt();
    if &root * &root * m == *n { root } else { root | BigUint::from(1u32) }
}

/// The quotient rounded to the nearest float, halves to even.
pub fn ratio(numerator: &BigInt, denominator: &BigInt) -> Fallible<f64> {
    let (n, d) = (numerator.magnitude(), denominator.magnitude());
    if n.bits() == 0 {
        return Ok(0.0);
    }
    // A quotient of 66 or 67 bits, its last one set where there is a rest.
    let shift = 66 - (n.bits() as i64 - d.bits() as i64);
    let (n, d) = if shift >= 0 { (n << shift as u64, d.clone()) } else { (n.clone(), d << (-shift) as u64) };
    let quotient = &n / &d;
    let has_rest = &quotient * &d != n;
    let quotient = quotient.iter_u64_digits().rev().fold(0u128, |all, digit| all << 64 | u128::from(digit));
    let quotient = quotient | u128::from(has_rest);
    let bits = 128 - i64::from(quotient.leading_zeros());
    let exponent = bits - 1 - shift;
    // Fewer digits below the smallest normal number.
    let precision = if exponent < -1022 { 53 - (-1022 - exponent) } else { 53 };
    if precision < 0 {
        return Ok(if numerator.sign() == Sign::Minus { -0.0 } else { 0.0 });
    }
    let dropped = bits - precision;
    let (kept, rest) = (quotient >> dropped, quotient & ((1 << dropped) - 1));
    let half = 1u128 << (dropped - 1);
    let rounded = kept + u128::from(rest > half || rest == half && kept & 1 == 1);
    let size = scaled(rounded as f64, dropped - shift);
    if size.is_infinite() {
        return Err(overflow_error("integer division result too large for a float"));
    }
    Ok(if numerator.sign() == Sign::Minus { -size } else { size })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_is_the_nearest_float() {
        let of = |n: i64, d: i64| ratio(&BigInt::from(n), &BigInt::from(d)).expect("in range");
        for (n, d) in [(1, 3), (-2, 7), (i64::MAX, 3), (1, i64::MAX), (9_007_199_254_740_993, 1), (0, 5)] {
            let exact = of(n, d);
            if n.abs() < 1 << 53 && d < 1 << 53 {
                assert_eq!(exact, n as f64 / d as f64);
            }
        }
        assert_eq!(of(9_007_199_254_740_993, 1), 9_007_199_254_740_992.0);
        let tiny = ratio(&BigInt::from(3), &(BigInt::from(1) << 1075u32)).expect("in range");
        assert_eq!(tiny, 1e-323);
        assert_eq!(ratio(&BigInt::from(1), &(BigInt::from(1) << 1075u32)), Ok(0.0));
    }
}
