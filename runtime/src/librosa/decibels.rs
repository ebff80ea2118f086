//! Powers and amplitudes as decibels, and back (librosa's `core/spectrum.py`).

use super::parameter_error;
use crate::exception::{Fallible, value_error};
use crate::numpy::{Array, Cast, Real};
use crate::str::Str;

/// numpy's `maximum`: NaN where one of the two is.
fn maximum(a: f64, b: f64) -> f64 {
    if a.is_nan() || b.is_nan() { f64::NAN } else { a.max(b) }
}

fn greatest(numbers: &[f64]) -> Fallible<f64> {
    let greatest = numbers.iter().copied().reduce(maximum);
    greatest.ok_or_else(|| value_error("zero-size array to reduction operation maximum which has no identity"))
}

/// Numbers as decibels against a power, no further below the greatest than `top_db`.
pub(super) fn decibels(powers: &[f64], reference: f64, amin: f64, top_db: Option<f64>) -> Fallible<Vec<f64>> {
    if amin <= 0.0 {
        return Err(parameter_error("amin must be strictly positive"));
    }
    let against = 10.0 * maximum(amin, reference).log10();
    let mut decibels: Vec<f64> = powers.iter().map(|&power| 10.0 * maximum(amin, power).log10() - against).collect();
    if let Some(top_db) = top_db {
        if top_db < 0.0 {
            return Err(parameter_error("top_db must be non-negative"));
        }
        let least = greatest(&decibels)? - top_db;
        decibels.iter_mut().for_each(|number| *number = maximum(*number, least));
    }
    Ok(decibels)
}

/// The elements, and an array of others of that shape.
fn elements<T: Real>(array: &Array<T>) -> Vec<f64> {
    array.elements().map(|element| element.to_f64()).collect()
}

fn like<T: Real>(array: &Array<T>, elements: Vec<f64>) -> Array<T>
where
    f64: Cast<T>,
{
    Array::from_vec(elements.into_iter().map(Cast::cast).collect(), array.shape())
}

/// `librosa.power_to_db(S, ref=…, amin=…, top_db=…)`.
///
/// # Errors
/// `ParameterError` for an `amin` or `top_db` that is too small; `ValueError` for no numbers.
pub fn power_to_db<T: Real>(s: &Array<T>, reference: f64, amin: f64, top_db: Option<f64>) -> Fallible<Array<T>>
where
    f64: Cast<T>,
{
    Ok(like(s, decibels(&elements(s), reference.abs(), amin, top_db)?))
}

/// `librosa.power_to_db(S, ref=np.max, …)`: against the greatest.
///
/// # Errors
/// As [`power_to_db`].
pub fn power_to_db_of_max<T: Real>(s: &Array<T>, _ref: &Str, amin: f64, top_db: Option<f64>) -> Fallible<Array<T>>
where
    f64: Cast<T>,
{
    let powers = elements(s);
    // It is checked first.
    decibels(&[], 1.0, amin, None)?;
    Ok(like(s, decibels(&powers, greatest(&powers)?, amin, top_db)?))
}

/// `librosa.amplitude_to_db(S, ref=…, amin=…, top_db=…)`.
///
/// # Errors
/// As [`power_to_db`].
pub fn amplitude_to_db<T: Real>(s: &Array<T>, reference: f64, amin: f64, top_db: Option<f64>) -> Fallible<Array<T>>
where
    f64: Cast<T>,
{
    Ok(like(s, decibels(&squares(&elements(s)), reference * reference, amin * amin, top_db)?))
}

/// `librosa.amplitude_to_db(S, ref=np.max, …)`: against the greatest.
///
/// # Errors
/// As [`power_to_db`].
pub fn amplitude_to_db_of_max<T: Real>(s: &Array<T>, _ref: &Str, amin: f64, top_db: Option<f64>) -> Fallible<Array<T>>
where
    f64: Cast<T>,
{
    let powers = squares(&elements(s));
    Ok(like(s, decibels(&powers, greatest(&powers)?, amin * amin, top_db)?))
}

fn squares(amplitudes: &[f64]) -> Vec<f64> {
    amplitudes.iter().map(|amplitude| amplitude * amplitude).collect()
}

/// `librosa.db_to_power(S_db, ref=…)`.
pub fn db_to_power<T: Real>(s_db: &Array<T>, reference: f64) -> Array<T>
where
    f64: Cast<T>,
{
    like(s_db, elements(s_db).into_iter().map(|number| reference * 10f64.powf(number * 0.1)).collect())
}

/// `librosa.db_to_amplitude(S_db, ref=…)`.
pub fn db_to_amplitude<T: Real>(s_db: &Array<T>, reference: f64) -> Array<T>
where
    f64: Cast<T>,
{
    let power = |number: f64| reference * reference * 10f64.powf(number * 0.1);
    like(s_db, elements(s_db).into_iter().map(|number| power(number).sqrt()).collect())
}
