//! Number theory of `math`: exact, and refused beyond 64 bits.

use crate::either::Either;
use crate::exception::{Fallible, overflow_error, value_error};
use crate::int;
use crate::object::Iter;

/// `math.gcd(…)`.
///
/// # Errors
/// `OverflowError` where it is 2**63.
pub fn gcd(integers: &[i64]) -> Fallible<i64> {
    let common = integers.iter().fold(0, |common, integer| gcd_of(common, integer.unsigned_abs()));
    i64::try_from(common).map_err(|_| overflow_error("the result does not fit 64 bits"))
}

fn gcd_of(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// `math.lcm(…)`.
///
/// # Errors
/// `OverflowError` where it does not fit.
pub fn lcm(integers: &[i64]) -> Fallible<i64> {
    if integers.contains(&0) {
        return Ok(0);
    }
    integers.iter().try_fold(1i64, |common, integer| {
        let divisor = gcd_of(common.unsigned_abs(), integer.unsigned_abs());
        let factor = common.unsigned_abs() / divisor;
        let multiple = factor.checked_mul(integer.unsigned_abs()).and_then(|multiple| i64::try_from(multiple).ok());
        multiple.ok_or_else(|| overflow_error("the result does not fit 64 bits"))
    })
}

fn natural(value: i64, name: &str) -> Fallible<u64> {
    u64::try_from(value).map_err(|_| value_error(format!("{name} must be a non-negative integer")))
}

/// `math.comb(n, k)`.
///
/// # Errors
/// `ValueError` below 0; `OverflowError` where it does not fit.
pub fn comb(n: i64, k: i64) -> Fallible<i64> {
    let (n, k) = (natural(n, "n")?, natural(k, "k")?);
    if k > n {
        return Ok(0);
    }
    // It only grows up to there, so that whatever does not fit on the way does not fit at the end.
    let k = k.min(n - k);
    let mut result: u128 = 1;
    for step in 0..k {
        result = result * u128::from(n - step) / u128::from(step + 1);
        if result > i64::MAX as u128 {
            return Err(overflow_error("the result does not fit 64 bits"));
        }
    }
    Ok(result as i64)
}

/// `math.perm(n, k)`.
///
/// # Errors
/// `ValueError` below 0; `OverflowError` where it does not fit.
pub fn perm(n: i64, k: i64) -> Fallible<i64> {
    let (n, k) = (natural(n, "n")? as i64, natural(k, "k")? as i64);
    if k > n {
        return Ok(0);
    }
    (0..k).try_fold(1, |product, step| int::mul(product, n - step))
}

/// `math.perm(n)`.
///
/// # Errors
/// As `math.factorial(n)`.
pub fn perm_all(n: i64, (): ()) -> Fallible<i64> {
    super::factorial(n)
}

/// `math.prod(iterable, start=…)` of ints.
///
/// # Errors
/// Whatever the iterator raises; `OverflowError` beyond 64 bits.
pub fn prod(mut items: impl Iter<Item = i64>, start: i64) -> Fallible<i64> {
    let mut product = start;
    while let Some(item) = items.next()? {
        product = int::mul(product, item)?;
    }
    Ok(product)
}

/// `math.prod(iterable, start=…)` of floats.
///
/// # Errors
/// Whatever the iterator raises.
pub fn prod_float_from(mut items: impl Iter<Item = f64>, start: f64) -> Fallible<f64> {
    let mut product = start;
    while let Some(item) = items.next()? {
        product *= item;
    }
    Ok(product)
}

/// `math.prod(iterable)` of floats: the int 1 where there are none.
///
/// # Errors
/// Whatever the iterator raises.
pub fn prod_float(mut items: impl Iter<Item = f64>) -> Fallible<Either<f64, i64>> {
    Ok(match items.next()? {
        Some(first) => Either::Left(prod_float_from(items, first)?),
        None => Either::Right(1),
    })
}
