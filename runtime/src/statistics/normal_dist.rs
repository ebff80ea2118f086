//! `statistics.NormalDist`: a normal distribution.

use std::hash::Hasher;

use super::exact::Exact;
use super::{Outcome, needs, squares, statistics_error, sum};
use crate::exception::Fallible;
use crate::list::{List, from_vec};
use crate::math;
use crate::object::{Equal, Iter, Key, Object, collect};

/// A normal distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NormalDist {
    mu: f64,
    sigma: f64,
}

/// `NormalDist(mu, sigma)`.
///
/// # Errors
/// `StatisticsError` for a deviation below 0.
pub fn new(mu: f64, sigma: f64) -> Fallible<NormalDist> {
    if sigma < 0.0 { Err(statistics_error("sigma must be non-negative")) } else { Ok(NormalDist { mu, sigma }) }
}

/// `NormalDist.from_samples(data)` of ints.
///
/// # Errors
/// `StatisticsError` of less than two numbers; whatever the iterator raises.
pub fn from_samples(data: impl Iter<Item = i64>) -> Fallible<NormalDist> {
    of_samples(&collect(data)?)
}

/// `NormalDist.from_samples(data)` of floats.
///
/// # Errors
/// As [`from_samples`].
pub fn from_samples_float(data: impl Iter<Item = f64>) -> Fallible<NormalDist> {
    of_samples(&collect(data)?)
}

fn of_samples<T: Exact>(data: &[T]) -> Fallible<NormalDist> {
    needs(2, data.len(), "stdev")?;
    match (sum(data), squares(data)) {
        (Outcome::Exact(total), Outcome::Exact(squares)) => {
            new(total.over(data.len()).to_float()?, squares.over(data.len() - 1).square_root()?)
        }
        (Outcome::Special(special), _) | (_, Outcome::Special(special)) => new(special, f64::NAN),
    }
}

/// `distribution.mean`, which is its median and its mode, too.
#[must_use]
pub fn mean(of: &NormalDist) -> f64 {
    of.mu
}

/// `distribution.stdev`.
#[must_use]
pub fn stdev(of: &NormalDist) -> f64 {
    of.sigma
}

/// `distribution.variance`.
#[must_use]
pub fn variance(of: &NormalDist) -> f64 {
    of.sigma * of.sigma
}

/// `distribution.pdf(x)`.
///
/// # Errors
/// `StatisticsError` where all is at one point.
pub fn pdf(of: &NormalDist, x: f64) -> Fallible<f64> {
    let variance = variance(of);
    if variance == 0.0 {
        return Err(statistics_error("pdf() not defined when sigma is zero"));
    }
    let difference = x - of.mu;
    let density = math::exp(difference * difference / (-2.0 * variance))?;
    Ok(density / math::sqrt(std::f64::consts::TAU * variance)?)
}

/// `distribution.cdf(x)`.
///
/// # Errors
/// As [`pdf`].
pub fn cdf(of: &NormalDist, x: f64) -> Fallible<f64> {
    if of.sigma == 0.0 {
        return Err(statistics_error("cdf() not defined when sigma is zero"));
    }
    Ok(0.5 * (1.0 + math::erf((x - of.mu) / (of.sigma * std::f64::consts::SQRT_2))))
}

/// `distribution.inv_cdf(p)`.
///
/// # Errors
/// `StatisticsError` for what is no probability between 0 and 1, and as [`pdf`].
pub fn inv_cdf(of: &NormalDist, p: f64) -> Fallible<f64> {
    if p <= 0.0 || p >= 1.0 {
        return Err(statistics_error("p must be in the range 0.0 < p < 1.0"));
    }
    if of.sigma <= 0.0 {
        return Err(statistics_error("cdf() not defined when sigma at or below zero"));
    }
    Ok(of.mu + standard_inv_cdf(p) * of.sigma)
}

/// `distribution.quantiles(n)`.
///
/// # Errors
/// As [`inv_cdf`].
pub fn quantiles(of: &NormalDist, n: i64) -> Fallible<List<f64>> {
    let points = (1..n).map(|part| inv_cdf(of, part as f64 / n as f64));
    points.collect::<Fallible<Vec<f64>>>().map(from_vec)
}

/// `distribution.zscore(x)`.
///
/// # Errors
/// As [`pdf`].
pub fn zscore(of: &NormalDist, x: f64) -> Fallible<f64> {
    if of.sigma == 0.0 {
        return Err(statistics_error("zscore() not defined when sigma is zero"));
    }
    Ok((x - of.mu) / of.sigma)
}

/// `distribution.overlap(other)`.
///
/// # Errors
/// As [`pdf`].
pub fn overlap(of: &NormalDist, other: &NormalDist) -> Fallible<f64> {
    let is_other_first = other.sigma < of.sigma || other.sigma == of.sigma && other.mu < of.mu;
    let (x, y) = if is_other_first { (other, of) } else { (of, other) };
    let (x_variance, y_variance) = (variance(x), variance(y));
    if x_variance == 0.0 || y_variance == 0.0 {
        return Err(statistics_error("overlap() not defined when sigma is zero"));
    }
    let dv = y_variance - x_variance;
    let dm = (y.mu - x.mu).abs();
    if dv == 0.0 {
        return Ok(1.0 - math::erf(dm / (2.0 * x.sigma * std::f64::consts::SQRT_2)));
    }
    let a = x.mu * y_variance - y.mu * x_variance;
    let b = x.sigma * y.sigma * math::sqrt(dm * dm + dv * math::log(y_variance / x_variance)?)?;
    let (first, second) = ((a + b) / dv, (a - b) / dv);
    let apart = |at: f64| -> Fallible<f64> { Ok((cdf(y, at)? - cdf(x, at)?).abs()) };
    Ok(1.0 - (apart(first)? + apart(second)?))
}

/// `distribution + other` of two that are independent.
///
/// # Errors
/// As [`new`].
pub fn add(of: &NormalDist, other: &NormalDist) -> Fallible<NormalDist> {
    new(of.mu + other.mu, crate::math::hypot(&[of.sigma, other.sigma]))
}

/// `distribution - other` of two that are independent.
///
/// # Errors
/// As [`new`].
pub fn sub(of: &NormalDist, other: &NormalDist) -> Fallible<NormalDist> {
    new(of.mu - other.mu, crate::math::hypot(&[of.sigma, other.sigma]))
}

/// `distribution + number`, `number + distribution`.
#[must_use]
pub fn add_number(of: &NormalDist, number: f64) -> NormalDist {
    NormalDist { mu: of.mu + number, ..*of }
}

/// `distribution - number`.
#[must_use]
pub fn sub_number(of: &NormalDist, number: f64) -> NormalDist {
    NormalDist { mu: of.mu - number, ..*of }
}

/// `number - distribution`.
#[must_use]
pub fn rsub(of: &NormalDist, number: f64) -> NormalDist {
    neg(&sub_number(of, number))
}

/// `distribution * number`, `number * distribution`.
///
/// # Errors
/// As [`new`].
pub fn mul(of: &NormalDist, number: f64) -> Fallible<NormalDist> {
    new(of.mu * number, of.sigma * number.abs())
}

/// `distribution / number`.
///
/// # Errors
/// `ZeroDivisionError`; as [`new`].
pub fn truediv(of: &NormalDist, number: f64) -> Fallible<NormalDist> {
    new(crate::float::truediv(of.mu, number)?, crate::float::truediv(of.sigma, number.abs())?)
}

/// `+distribution`.
#[must_use]
pub fn pos(of: &NormalDist) -> NormalDist {
    *of
}

/// `-distribution`.
#[must_use]
pub fn neg(of: &NormalDist) -> NormalDist {
    NormalDist { mu: -of.mu, ..*of }
}

impl Object for NormalDist {
    fn type_name(&self) -> &'static str {
        "NormalDist"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("NormalDist(mu=");
        self.mu.repr(out);
        out.push_str(", sigma=");
        self.sigma.repr(out);
        out.push(')');
    }
}

impl Equal for NormalDist {
    fn equal(&self, other: &Self) -> bool {
        self == other
    }
}

impl Key for NormalDist {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Key::hash(&self.mu, state);
        Key::hash(&self.sigma, state);
    }
}

/// The polynomial with these coefficients, that of the highest power first.
fn polynomial(coefficients: &[f64; 8], r: f64) -> f64 {
    coefficients.iter().fold(0.0, |value, coefficient| value * r + coefficient)
}

/// The point below which a share `p` of the standard distribution lies: Wichura's algorithm AS 241, as CPython has it.
#[expect(clippy::excessive_precision, reason = "the digits as they are published")]
fn standard_inv_cdf(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180625 - q * q;
        let numerator = polynomial(
            &[
                2.5090809287301226727e+3,
                3.3430575583588128105e+4,
                6.7265770927008700853e+4,
                4.5921953931549871457e+4,
                1.3731693765509461125e+4,
                1.9715909503065514427e+3,
                1.3314166789178437745e+2,
                3.3871328727963666080e+0,
            ],
            r,
        );
        let denominator = polynomial(
            &[
                5.2264952788528545610e+3,
                2.8729085735721942674e+4,
                3.9307895800092710610e+4,
                2.1213794301586595867e+4,
                5.3941960214247511077e+3,
                6.8718700749205790830e+2,
                4.2313330701600911252e+1,
                1.0,
            ],
            r,
        );
        return numerator * q / denominator;
    }
    let r = (-(if q <= 0.0 { p } else { 1.0 - p }).ln()).sqrt();
    let (numerator, denominator) = if r <= 5.0 {
        let r = r - 1.6;
        let numerator = polynomial(
            &[
                7.74545014278341407640e-4,
                2.27238449892691845833e-2,
                2.41780725177450611770e-1,
                1.27045825245236838258e+0,
                3.64784832476320460504e+0,
                5.76949722146069140550e+0,
                4.63033784615654529590e+0,
                1.42343711074968357734e+0,
            ],
            r,
        );
        let denominator = polynomial(
            &[
                1.05075007164441684324e-9,
                5.47593808499534494600e-4,
                1.51986665636164571966e-2,
                1.48103976427480074590e-1,
                6.89767334985100004550e-1,
                1.67638483018380384940e+0,
                2.05319162663775882187e+0,
                1.0,
            ],
            r,
        );
        (numerator, denominator)
    } else {
        let r = r - 5.0;
        let numerator = polynomial(
            &[
                2.01033439929228813265e-7,
                2.71155556874348757815e-5,
                1.24266094738807843860e-3,
                2.65321895265761230930e-2,
                2.96560571828504891230e-1,
                1.78482653991729133580e+0,
                5.46378491116411436990e+0,
                6.65790464350110377720e+0,
            ],
            r,
        );
        let denominator = polynomial(
            &[
                2.04426310338993978564e-15,
                1.42151175831644588870e-7,
                1.84631831751005468180e-5,
                7.86869131145613259100e-4,
                1.48753612908506148525e-2,
                1.36929880922735805310e-1,
                5.99832206555887937690e-1,
                1.0,
            ],
            r,
        );
        (numerator, denominator)
    };
    let x = numerator / denominator;
    if q < 0.0 { -x } else { x }
}
