//! `statistics`: exact where CPython is (Lib/statistics.py).

mod exact;
pub mod normal_dist;
mod regression;

pub use normal_dist::NormalDist;
pub use regression::{LinearRegression, linear_regression};

use num_bigint::BigInt;

use crate::collections::counter;
use crate::either::Either;
use crate::exception::{Exception, Fallible, Raised, value_error};
use crate::int;
use crate::list::{List, from_vec, sort_items};
use crate::math::fsum;
use crate::object::{Compare, Iter, Iterable, Key, Object, collect};
use crate::str::Str;

use exact::{Exact, Fraction, Outcome, ratio, squares, sum};

#[cold]
fn statistics_error(message: &str) -> Raised {
    Exception::new("statistics.StatisticsError", message)
}

fn needs(least: usize, found: usize, what: &str) -> Fallible<()> {
    if found >= least {
        return Ok(());
    }
    let least = if least == 1 { "one data point" } else { "two data points" };
    Err(statistics_error(&format!("{what} requires at least {least}")))
}

/// The int that the fraction is, or else the nearest float.
fn int_or_float(fraction: &Fraction) -> Fallible<Either<i64, f64>> {
    match fraction.whole() {
        Some(whole) => i64::try_from(&whole).map(Either::Left).map_err(|_| int::overflow()),
        None => fraction.to_float().map(Either::Right),
    }
}

/// `mean(data)` of ints.
///
/// # Errors
/// `StatisticsError` of nothing; whatever the iterator raises.
pub fn mean(data: impl Iter<Item = i64>) -> Fallible<Either<i64, f64>> {
    let data = collect(data)?;
    needs(1, data.len(), "mean")?;
    match sum(&data) {
        Outcome::Exact(total) => int_or_float(&total.over(data.len())),
        Outcome::Special(special) => Ok(Either::Right(special)),
    }
}

/// `mean(data)` of floats.
///
/// # Errors
/// As [`mean`].
pub fn mean_float(data: impl Iter<Item = f64>) -> Fallible<f64> {
    let data = collect(data)?;
    needs(1, data.len(), "mean")?;
    match sum(&data) {
        Outcome::Exact(total) => total.over(data.len()).to_float(),
        Outcome::Special(special) => Ok(special / data.len() as f64),
    }
}

/// `fmean(data)`, `fmean(data, None)`.
///
/// # Errors
/// `StatisticsError` of nothing; whatever the iterator raises.
pub fn fmean(data: impl Iter<Item = f64>, (): ()) -> Fallible<f64> {
    let data = collect(data)?;
    let count = data.len();
    let total = fsum(from_vec(data).iter())?;
    needs(1, count, "fmean")?;
    Ok(total / count as f64)
}

/// `fmean(data, weights)`.
///
/// # Errors
/// `StatisticsError` for weights that do not fit; whatever the iterators raise.
pub fn fmean_weighted(data: impl Iter<Item = f64>, weights: impl Iter<Item = f64>) -> Fallible<f64> {
    let (data, weights) = (collect(data)?, collect(weights)?);
    let products = data.iter().zip(&weights).map(|(x, weight)| x * weight).collect();
    let numerator = fsum(from_vec::<f64>(products).iter())?;
    if data.len() != weights.len() {
        return Err(statistics_error("data and weights must be the same length"));
    }
    let denominator = fsum(from_vec(weights).iter())?;
    if denominator == 0.0 {
        return Err(statistics_error("sum of weights must be non-zero"));
    }
    Ok(numerator / denominator)
}

/// `geometric_mean(data)`.
///
/// # Errors
/// `StatisticsError` of nothing, and of numbers that are not above 0.
pub fn geometric_mean(data: impl Iter<Item = f64>) -> Fallible<f64> {
    let data = collect(data)?;
    let refused = || statistics_error("geometric mean requires a non-empty dataset containing positive numbers");
    let logs = data.into_iter().map(crate::math::log).collect::<Fallible<Vec<f64>>>().map_err(|_| refused())?;
    if logs.is_empty() {
        return Err(refused());
    }
    crate::math::exp(fmean(from_vec(logs).iter(), ())?)
}

/// `harmonic_mean(data)` of ints: one of them, 0 where one is 0, or a float.
///
/// # Errors
/// `StatisticsError` of nothing, and of numbers below 0; whatever the iterator raises.
pub fn harmonic_mean(data: impl Iter<Item = i64>, (): ()) -> Fallible<Either<i64, f64>> {
    let data = collect(data)?;
    needs(1, data.len(), "harmonic_mean")?;
    if let [only] = data[..] {
        return if only < 0 { Err(negative()) } else { Ok(Either::Left(only)) };
    }
    harmonic(data.len(), data.iter().map(|x| (*x < 0, int::truediv(1, *x))), 1.0)
}

/// `harmonic_mean(data)` of floats.
///
/// # Errors
/// As [`harmonic_mean`].
pub fn harmonic_mean_float(data: impl Iter<Item = f64>, (): ()) -> Fallible<Either<i64, f64>> {
    let data = collect(data)?;
    needs(1, data.len(), "harmonic_mean")?;
    if let [only] = data[..] {
        return if only < 0.0 { Err(negative()) } else { Ok(Either::Right(only)) };
    }
    harmonic(data.len(), data.iter().map(|x| (*x < 0.0, crate::float::truediv(1.0, *x))), 1.0)
}

/// `harmonic_mean(data, weights)`.
///
/// # Errors
/// As [`harmonic_mean`], and for weights that do not fit.
pub fn harmonic_mean_weighted(
    data: impl Iter<Item = f64>,
    weights: impl Iter<Item = f64>,
) -> Fallible<Either<i64, f64>> {
    let (data, weights) = (collect(data)?, collect(weights)?);
    needs(1, data.len(), "harmonic_mean")?;
    if data.len() != weights.len() {
        return Err(statistics_error("Number of weights does not match data size"));
    }
    if weights.iter().any(|weight| *weight < 0.0) {
        return Err(negative());
    }
    let whole = match sum(&weights) {
        Outcome::Exact(whole) => whole,
        Outcome::Special(_) => return Err(statistics_error("weights must be finite")),
    };
    let shares = data.iter().zip(&weights).map(|(x, weight)| {
        let share = if *weight == 0.0 { Ok(0.0) } else { crate::float::truediv(*weight, *x) };
        (*x < 0.0, share)
    });
    of_shares(shares, whole)
}

#[cold]
fn negative() -> Raised {
    statistics_error("harmonic mean does not support negative values")
}

fn harmonic(
    count: usize,
    shares: impl Iterator<Item = (bool, Fallible<f64>)>,
    weight: f64,
) -> Fallible<Either<i64, f64>> {
    match sum(&vec![weight; count]) {
        Outcome::Exact(whole) => of_shares(shares, whole),
        Outcome::Special(special) => Ok(Either::Right(special)),
    }
}

/// The whole over the sum of the shares. Each says whether its number is below 0; one that cannot be divided by is 0.
fn of_shares(shares: impl Iterator<Item = (bool, Fallible<f64>)>, whole: Fraction) -> Fallible<Either<i64, f64>> {
    let mut all = Vec::new();
    for (is_negative, share) in shares {
        if is_negative {
            return Err(negative());
        }
        match share {
            Ok(share) => all.push(share),
            Err(_) => return Ok(Either::Left(0)),
        }
    }
    match sum(&all) {
        Outcome::Exact(total) if total.numerator <= BigInt::ZERO => {
            Err(statistics_error("Weighted sum must be positive"))
        }
        Outcome::Exact(total) => {
            let numerator = whole.numerator * total.denominator;
            ratio(&numerator, &(whole.denominator * total.numerator)).map(Either::Right)
        }
        Outcome::Special(total) => Ok(Either::Right(whole.to_float()? / total)),
    }
}

/// `median_grouped(data, interval)`.
///
/// # Errors
/// `StatisticsError` of nothing; whatever the iterator raises.
pub fn median_grouped(data: impl Iter<Item = f64>, interval: f64) -> Fallible<f64> {
    let data = sorted(data)?;
    let middle = data[data.len() / 2];
    let before = data.partition_point(|x| *x < middle);
    let within = data[before..].partition_point(|x| *x <= middle);
    let lower = middle - interval / 2.0;
    crate::float::truediv(interval * (data.len() as f64 / 2.0 - before as f64), within as f64)
        .map(|share| lower + share)
}

fn sorted<T: Object + Compare>(data: impl Iter<Item = T>) -> Fallible<Vec<T>> {
    let mut data = collect(data)?;
    sort_items(&mut data, false)?;
    if data.is_empty() { Err(statistics_error("no median for empty data")) } else { Ok(data) }
}

/// `median(data)` of ints.
///
/// # Errors
/// `StatisticsError` of nothing; whatever the iterator raises.
pub fn median(data: impl Iter<Item = i64>) -> Fallible<Either<i64, f64>> {
    let data = sorted(data)?;
    let middle = data.len() / 2;
    if data.len() % 2 == 1 {
        return Ok(Either::Left(data[middle]));
    }
    let both = i128::from(data[middle - 1]) + i128::from(data[middle]);
    Ok(Either::Right(both as f64 / 2.0))
}

/// `median(data)` of floats.
///
/// # Errors
/// As [`median`].
pub fn median_float(data: impl Iter<Item = f64>) -> Fallible<f64> {
    let data = sorted(data)?;
    let middle = data.len() / 2;
    Ok(if data.len() % 2 == 1 { data[middle] } else { (data[middle - 1] + data[middle]) / 2.0 })
}

/// `median_low(data)`.
///
/// # Errors
/// As [`median`].
pub fn median_low<T: Object + Compare>(data: impl Iter<Item = T>) -> Fallible<T> {
    let data = sorted(data)?;
    Ok(data[(data.len() - 1) / 2].clone())
}

/// `median_high(data)`.
///
/// # Errors
/// As [`median`].
pub fn median_high<T: Object + Compare>(data: impl Iter<Item = T>) -> Fallible<T> {
    let data = sorted(data)?;
    Ok(data[data.len() / 2].clone())
}

/// `mode(data)`: of several that are as common the first.
///
/// # Errors
/// `StatisticsError` of nothing; whatever the iterator raises.
pub fn mode<T: Key>(data: impl Iter<Item = T>) -> Fallible<T> {
    let most = counter::most_common(&counter::new(data)?, Some(1));
    most.get(0).map(|(item, _)| item).ok_or_else(|| statistics_error("no mode for empty data"))
}

/// `multimode(data)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn multimode<T: Key>(data: impl Iter<Item = T>) -> Fallible<List<T>> {
    let pairs = counter::new(data)?.to_pairs();
    let most = pairs.iter().map(|(_, count)| *count).max();
    Ok(from_vec(pairs.into_iter().filter(|(_, count)| Some(*count) == most).map(|(item, _)| item).collect()))
}

/// The mean of the squares, over the count less `less`.
fn spread<T: Exact>(data: &[T], less: usize, what: &str) -> Fallible<Outcome> {
    needs(1 + less, data.len(), what)?;
    let count = data.len() - less;
    Ok(match squares(data) {
        Outcome::Exact(squares) => Outcome::Exact(squares.over(count)),
        Outcome::Special(special) => Outcome::Special(special / count as f64),
    })
}

fn spread_int(data: impl Iter<Item = i64>, less: usize, what: &str) -> Fallible<Either<i64, f64>> {
    match spread(&collect(data)?, less, what)? {
        Outcome::Exact(fraction) => int_or_float(&fraction),
        Outcome::Special(special) => Ok(Either::Right(special)),
    }
}

fn spread_float(data: impl Iter<Item = f64>, less: usize, what: &str) -> Fallible<f64> {
    match spread(&collect(data)?, less, what)? {
        Outcome::Exact(fraction) => fraction.to_float(),
        Outcome::Special(special) => Ok(special),
    }
}

fn deviation<T: Exact>(data: impl Iter<Item = T>, less: usize, what: &str) -> Fallible<f64> {
    match spread(&collect(data)?, less, what)? {
        Outcome::Exact(fraction) => fraction.square_root(),
        // CPython asks the float for what only a fraction has.
        Outcome::Special(_) => Err(crate::exception::attribute_error("'float' object has no attribute 'numerator'")),
    }
}

/// `variance(data)` of ints.
///
/// # Errors
/// `StatisticsError` of less than two numbers; whatever the iterator raises.
pub fn variance(data: impl Iter<Item = i64>) -> Fallible<Either<i64, f64>> {
    spread_int(data, 1, "variance")
}

/// `variance(data)` of floats.
///
/// # Errors
/// As [`variance`].
pub fn variance_float(data: impl Iter<Item = f64>) -> Fallible<f64> {
    spread_float(data, 1, "variance")
}

/// `pvariance(data)` of ints.
///
/// # Errors
/// `StatisticsError` of nothing; whatever the iterator raises.
pub fn pvariance(data: impl Iter<Item = i64>) -> Fallible<Either<i64, f64>> {
    spread_int(data, 0, "pvariance")
}

/// `pvariance(data)` of floats.
///
/// # Errors
/// As [`pvariance`].
pub fn pvariance_float(data: impl Iter<Item = f64>) -> Fallible<f64> {
    spread_float(data, 0, "pvariance")
}

/// `stdev(data)` of ints.
///
/// # Errors
/// As [`variance`].
pub fn stdev(data: impl Iter<Item = i64>) -> Fallible<f64> {
    deviation(data, 1, "stdev")
}

/// `stdev(data)` of floats.
///
/// # Errors
/// As [`variance`]; `AttributeError` for infinities and NaN, as in CPython 3.11.
pub fn stdev_float(data: impl Iter<Item = f64>) -> Fallible<f64> {
    deviation(data, 1, "stdev")
}

/// `pstdev(data)` of ints.
///
/// # Errors
/// As [`pvariance`].
pub fn pstdev(data: impl Iter<Item = i64>) -> Fallible<f64> {
    deviation(data, 0, "pstdev")
}

/// `pstdev(data)` of floats.
///
/// # Errors
/// As [`stdev_float`].
pub fn pstdev_float(data: impl Iter<Item = f64>) -> Fallible<f64> {
    deviation(data, 0, "pstdev")
}

/// The points between which the quantiles lie: the place of the left one, and its and the other's share of `n`.
fn cuts(length: usize, n: i64, method: &Str) -> Fallible<Vec<(usize, i64, i64)>> {
    if n < 1 {
        return Err(statistics_error("n must be at least 1"));
    }
    if length < 2 {
        return Err(statistics_error("must have at least two data points"));
    }
    let length = length as i64;
    match method.as_str() {
        "inclusive" => Ok((1..n)
            .map(|i| {
                let (place, share) = (i * (length - 1) / n, i * (length - 1) % n);
                (place as usize, n - share, share)
            })
            .collect()),
        "exclusive" => Ok((1..n)
            .map(|i| {
                let place = (i * (length + 1) / n).clamp(1, length - 1);
                let share = i * (length + 1) - place * n;
                (place as usize - 1, n - share, share)
            })
            .collect()),
        _ => Err(value_error(format!("Unknown method: {}", crate::object::repr(method).as_str()))),
    }
}

/// `quantiles(data, n=…, method=…)` of ints.
///
/// # Errors
/// `StatisticsError` of less than two numbers; whatever the iterator raises.
pub fn quantiles(data: impl Iter<Item = i64>, n: i64, method: &Str) -> Fallible<List<f64>> {
    let mut data = collect(data)?;
    sort_items(&mut data, false)?;
    let point = |(place, left, right): (usize, i64, i64)| {
        let between = BigInt::from(data[place]) * left + BigInt::from(data[place + 1]) * right;
        ratio(&between, &BigInt::from(n))
    };
    let points = cuts(data.len(), n, method)?.into_iter().map(point).collect::<Fallible<_>>()?;
    Ok(from_vec(points))
}

/// `quantiles(data, n=…, method=…)` of floats.
///
/// # Errors
/// As [`quantiles`].
pub fn quantiles_float(data: impl Iter<Item = f64>, n: i64, method: &Str) -> Fallible<List<f64>> {
    let mut data = collect(data)?;
    sort_items(&mut data, false)?;
    let point = |(place, left, right): (usize, i64, i64)| {
        (data[place] * left as f64 + data[place + 1] * right as f64) / n as f64
    };
    Ok(from_vec(cuts(data.len(), n, method)?.into_iter().map(point).collect()))
}

/// The sums of products of the distances from the means: of x and y, of x alone, of y alone.
fn products(x: &[f64], y: &[f64], what: &str) -> Fallible<[f64; 3]> {
    if x.len() != y.len() {
        return Err(statistics_error(&format!("{what} requires that both inputs have same number of data points")));
    }
    needs(2, x.len(), what)?;
    let count = x.len() as f64;
    let total = |terms: Vec<f64>| fsum(from_vec(terms).iter());
    let (x_mean, y_mean) = (total(x.to_vec())? / count, total(y.to_vec())? / count);
    Ok([
        total(x.iter().zip(y).map(|(x, y)| (x - x_mean) * (y - y_mean)).collect())?,
        total(x.iter().map(|x| (x - x_mean) * (x - x_mean)).collect())?,
        total(y.iter().map(|y| (y - y_mean) * (y - y_mean)).collect())?,
    ])
}

/// `covariance(x, y)`.
///
/// # Errors
/// `StatisticsError` for inputs that are too short, or not as long as each other.
pub fn covariance(x: impl Iter<Item = f64>, y: impl Iter<Item = f64>) -> Fallible<f64> {
    let (x, y) = (collect(x)?, collect(y)?);
    let [xy, ..] = products(&x, &y, "covariance")?;
    Ok(xy / (x.len() - 1) as f64)
}

/// `correlation(x, y)`.
///
/// # Errors
/// As [`covariance`]; `StatisticsError` where one of the inputs is constant.
pub fn correlation(x: impl Iter<Item = f64>, y: impl Iter<Item = f64>) -> Fallible<f64> {
    let [xy, xx, yy] = products(&collect(x)?, &collect(y)?, "correlation")?;
    let root = crate::math::sqrt(xx * yy)?;
    if root == 0.0 {
        return Err(statistics_error("at least one of the inputs is constant"));
    }
    Ok(xy / root)
}
