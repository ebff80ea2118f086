//! Another number of samples: `resample` by transforms, `resample_poly` by filters of few weights.

use std::f64::consts::PI;

use crate::exception::{Fallible, value_error};
use crate::numpy::fft;
use crate::numpy::{Array, Cast, ComplexNumber, Real};

/// `resample(x, num)` of one axis: the samples of the same frequencies, `num` of them.
///
/// # Errors
/// `ValueError` for no samples.
pub fn resample<T: Real>(x: &Array<T>, num: i64) -> Fallible<Array<T>>
where
    f64: Cast<T>,
{
    let samples: Vec<f64> = x.elements().map(|sample| sample.to_f64()).collect();
    let (Ok(count @ 1..), false) = (usize::try_from(num), samples.is_empty()) else {
        return Err(value_error(format!(
            "Invalid number of data points ({}) specified.",
            num.min(samples.len() as i64)
        )));
    };
    let given = samples.len();
    let spectrum = fft::rfft(&Array::from_elements(samples), None, 0, &None)?.to_vec();
    let shared = given.min(count);
    let mut wanted = vec![ComplexNumber::<f64>::new(0.0, 0.0); count / 2 + 1];
    let kept = shared / 2 + 1;
    wanted[..kept].copy_from_slice(&spectrum[..kept]);
    if shared.is_multiple_of(2) && count != given {
        // What lies on the edge is halved between two frequencies, or put together again.
        let factor = if count < given { 2.0 } else { 0.5 };
        let edge = &mut wanted[shared / 2];
        *edge = ComplexNumber::<f64>::new(edge.re * factor, edge.im * factor);
    }
    let found = fft::irfft(&Array::from_elements(wanted), Some(num), 0, &None)?;
    let factor = count as f64 / given as f64;
    Ok(found.map(|sample| (sample * factor).cast()))
}

/// `resample_poly(x, up, down)` of one axis: `up` samples for each `down`, through a filter with a Kaiser window.
///
/// # Errors
/// `ValueError` for factors that are not positive.
pub fn resample_poly<T: Real>(x: &Array<T>, up: i64, down: i64) -> Fallible<Array<T>>
where
    f64: Cast<T>,
{
    if up < 1 || down < 1 {
        return Err(value_error("up and down must be >= 1"));
    }
    let divisor = greatest_divisor(up as usize, down as usize);
    let (up, down) = (up as usize / divisor, down as usize / divisor);
    if (up, down) == (1, 1) {
        return Ok(x.copied());
    }
    let samples: Vec<f64> = x.elements().map(|sample| sample.to_f64()).collect();
    let count = (samples.len() * up).div_ceil(down);
    let half = 10 * up.max(down);
    // The filter's weights are of the dtype of the samples.
    let filter: Vec<f64> = lowpass(half, 1.0 / up.max(down) as f64)
        .into_iter()
        .map(|weight| Cast::<T>::cast(weight).to_f64() * up as f64)
        .collect();
    // The filter is symmetric: its middle lies on the sample that is made.
    let at = |place: usize| {
        let middle = place * down;
        let first = middle.saturating_sub(half).div_ceil(up);
        let last = ((middle + half) / up + 1).min(samples.len());
        let weighed = (first..last.max(first)).map(|sample| samples[sample] * filter[middle + half - sample * up]);
        weighed.sum::<f64>()
    };
    Ok(Array::from_elements((0..count).map(|place| at(place).cast()).collect()))
}

fn greatest_divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { greatest_divisor(b, a % b) }
}

/// The weights of a filter that lets frequencies below a part of the highest pass: a sinc in a Kaiser window with beta 5.
fn lowpass(half: usize, cutoff: f64) -> Vec<f64> {
    const BETA: f64 = 5.0;
    let at = |place: usize| {
        let from_middle = place as f64 - half as f64;
        let angle = PI * cutoff * from_middle;
        let sinc = if from_middle == 0.0 { 1.0 } else { angle.sin() / angle };
        let part = from_middle / half as f64;
        cutoff * sinc * bessel(BETA * (1.0 - part * part).sqrt()) / bessel(BETA)
    };
    let weights: Vec<f64> = (0..=2 * half).map(at).collect();
    let sum: f64 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / sum).collect()
}

/// The modified Bessel function of the first kind and order 0, by its series (Abramowitz and Stegun 9.6.12).
fn bessel(x: f64) -> f64 {
    let quarter = x * x / 4.0;
    let (mut term, mut sum, mut k) = (1.0, 1.0, 1.0);
    while term > sum * f64::EPSILON / 4.0 {
        term *= quarter / (k * k);
        sum += term;
        k += 1.0;
    }
    sum
}
