//! `scipy.signal`: windows, recursive filters and their design.

mod design;
mod resampling;
mod spectral;

use std::f64::consts::PI;

use crate::exception::{Fallible, value_error};
use crate::numpy::{Array, Lengths};
use crate::str::Str;

pub use design::{butter, butter_sections};
pub use resampling::{resample, resample_poly};
pub use spectral::{Window, istft, spectrogram, spectrogram_as_is, stft};

/// The weights of the cosines that a window is a sum of.
fn cosines(window: &str) -> Option<&'static [f64]> {
    Some(match window {
        "hann" | "hanning" | "han" => &[0.5, 0.5],
        "hamming" | "hamm" | "ham" => &[0.54, 1.0 - 0.54],
        "blackman" | "black" | "blk" => &[0.42, 0.50, 0.08],
        "nuttall" | "nutl" | "nut" => &[0.3635819, 0.4891775, 0.1365995, 0.0106411],
        "blackmanharris" | "blackharr" | "bkh" => &[0.35875, 0.48829, 0.14128, 0.01168],
        "flattop" | "flat" | "flt" => &[0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368],
        "boxcar" | "box" | "ones" | "rect" | "rectangular" => &[1.0],
        _ => return None,
    })
}

/// `get_window(window, Nx, fftbins)`: of a period where it is for transforms, else symmetric.
///
/// # Errors
/// `ValueError` for an unknown window or a length that is not positive.
pub fn get_window(window: &Str, nx: i64, fftbins: bool) -> Fallible<Array<f64>> {
    let Some(weights) = cosines(window.as_str()) else {
        let name = window.as_str();
        return Err(value_error(format!("Invalid window name '{name}' in parameter window='{name}'!")));
    };
    let length = match usize::try_from(nx) {
        Ok(length @ 1..) => length,
        _ => return Err(value_error(format!("Parameter Nx={nx} is not a positive integer"))),
    };
    if length == 1 {
        return Ok(Array::from_elements(vec![1.0]));
    }
    let points = if fftbins { length + 1 } else { length };
    let step = 2.0 * PI / (points - 1) as f64;
    let at = |place: usize| if place == points - 1 { PI } else { place as f64 * step - PI };
    let value = |place: usize| {
        weights.iter().enumerate().fold(0.0, |sum, (k, weight)| sum + weight * (k as f64 * at(place)).cos())
    };
    Ok(Array::from_elements((0..length).map(value).collect()))
}

/// The rows along the last axis, each changed by a function that is made for it.
fn along_last(x: &Array<f64>, mut filter: impl FnMut(&mut [f64])) -> Fallible<Array<f64>> {
    let shape: Lengths = x.shape().into();
    let Some(&length) = shape.last() else {
        return Err(value_error("selected axis is out of range"));
    };
    let mut elements = x.to_vec();
    elements.chunks_mut(length.max(1)).for_each(&mut filter);
    Ok(Array::from_vec(elements, &shape))
}

/// `lfilter(b, a, x)` along the last axis: a filter in transposed direct form II.
///
/// # Errors
/// `ValueError` where there are no coefficients, or the first of several in `a` is zero.
pub fn lfilter(b: &Array<f64>, a: &Array<f64>, x: &Array<f64>) -> Fallible<Array<f64>> {
    let (mut b, mut a) = (b.to_vec(), a.to_vec());
    let order = a.len().max(b.len());
    for (name, coefficients) in [("a", &a), ("b", &b)] {
        if coefficients.is_empty() {
            return Err(value_error(format!("Parameter {name} is not a non-empty 1d array, since {name}.shape=(0,)!")));
        }
    }
    let first = a[0];
    if first == 0.0 && a.len() > 1 {
        return Err(value_error("BUG: filter coefficient a[0] == 0 not supported yet"));
    }
    b.resize(order, 0.0);
    a.resize(order, 0.0);
    b.iter_mut().chain(&mut a).for_each(|coefficient| *coefficient /= first);
    along_last(x, |row| {
        let mut state = vec![0.0; order];
        for sample in row {
            let given = *sample;
            *sample = state[0] + b[0] * given;
            for place in 0..order - 1 {
                // The last state stays zero.
                state[place] = state[place + 1] + given * b[place + 1] - *sample * a[place + 1];
            }
        }
    })
}

/// `sosfilt(sos, x)` along the last axis: sections of the second order, one after the other.
///
/// # Errors
/// `ValueError` for sections of another shape, or whose fourth number is not 1.
pub fn sosfilt(sos: &Array<f64>, x: &Array<f64>) -> Fallible<Array<f64>> {
    if x.rank() == 0 {
        return Err(value_error("x must be at least 1-D"));
    }
    let [_, 6] = sos.shape() else {
        return Err(value_error("sos array must be shape (n_sections, 6)"));
    };
    let sections = sos.to_vec();
    let sections: &[[f64; 6]] = sections.as_chunks().0;
    if sections.iter().any(|section| section[3] != 1.0) {
        return Err(value_error("sos[:, 3] should be all ones"));
    }
    if x.size() == 0 {
        return Err(value_error("cannot reshape array of size 0 into shape (0)"));
    }
    along_last(x, |row| {
        let mut states = vec![[0.0; 2]; sections.len()];
        for sample in row {
            for ([b0, b1, b2, _, a1, a2], state) in sections.iter().zip(&mut states) {
                let given = *sample;
                *sample = b0 * given + state[0];
                state[0] = b1 * given - a1 * *sample + state[1];
                state[1] = b2 * given - a2 * *sample;
            }
        }
    })
}
