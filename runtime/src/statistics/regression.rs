//! `statistics.linear_regression`.

use super::statistics_error;
use crate::exception::Fallible;
use crate::list::from_vec;
use crate::math::fsum;
use crate::named_tuple::named_tuple;
use crate::object::{Iter, Iterable, collect};

named_tuple! {
    /// `statistics.LinearRegression`: a line.
    pub struct LinearRegression in linear_regression {
        /// What is added for each unit.
        slope: f64,
        /// The value at 0.
        intercept: f64,
    }
}

fn sum(values: impl Iterator<Item = f64>) -> Fallible<f64> {
    fsum(from_vec(values.collect::<Vec<f64>>()).iter())
}

/// `linear_regression(x, y, proportional=…)`.
///
/// # Errors
/// `StatisticsError` for inputs of different lengths, of less than two points, and for an `x` that is constant; whatever
/// the iterators raise.
pub fn linear_regression(
    x: impl Iter<Item = f64>,
    y: impl Iter<Item = f64>,
    proportional: bool,
) -> Fallible<LinearRegression> {
    let (x, y) = (collect(x)?, collect(y)?);
    if x.len() != y.len() {
        let message = "linear regression requires that both inputs have same number of data points";
        return Err(statistics_error(message));
    }
    if x.len() < 2 {
        return Err(statistics_error("linear regression requires at least two data points"));
    }
    let count = x.len() as f64;
    let (x_mean, y_mean) = match proportional {
        true => (0.0, 0.0),
        false => (sum(x.iter().copied())? / count, sum(y.iter().copied())? / count),
    };
    let products = sum(x.iter().zip(&y).map(|(x, y)| (x - x_mean) * (y - y_mean)))?;
    let squares = sum(x.iter().map(|x| (x - x_mean) * (x - x_mean)))?;
    if squares == 0.0 {
        return Err(statistics_error("x is constant"));
    }
    let slope = products / squares;
    Ok(LinearRegression { slope, intercept: if proportional { 0.0 } else { y_mean - slope * x_mean } })
}
