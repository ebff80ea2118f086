//! `GaussianBlur` of bytes, in parts of 256 as OpenCV computes it.

use super::border;
use super::pixels::{Pixels, error};
use crate::exception::Fallible;
use crate::numpy::Array;

/// The weights of a kernel in parts of 256: what is lost by rounding one is given to the next.
fn weights(size: usize, sigma: f64) -> Vec<i64> {
    let shares = shares(size, sigma);
    let mut weights = vec![0; size];
    let mut lost = 0.0;
    for place in 0..size / 2 {
        let share = shares[place] * 256.0 + lost;
        let weight = share.round_ties_even();
        lost = share - weight;
        weights[place] = weight as i64;
        weights[size - 1 - place] = weight as i64;
    }
    weights[size / 2] = 256 - 2 * weights[..size / 2].iter().sum::<i64>();
    weights
}

fn shares(size: usize, sigma: f64) -> Vec<f64> {
    if sigma <= 0.0 {
        match size {
            1 => return vec![1.0],
            3 => return vec![0.25, 0.5, 0.25],
            5 => return vec![0.0625, 0.25, 0.375, 0.25, 0.0625],
            7 => return vec![0.03125, 0.109375, 0.21875, 0.28125, 0.21875, 0.109375, 0.03125],
            _ => {}
        }
    }
    let middle = (size as f64 - 1.0) / 2.0;
    let sigma = if sigma > 0.0 { sigma } else { (middle - 1.0) * 0.3 + 0.8 };
    let bell = |place: usize| (-0.5 * (place as f64 - middle) * (place as f64 - middle) / (sigma * sigma)).exp();
    let bells: Vec<f64> = (0..size).map(bell).collect();
    let sum: f64 = bells.iter().sum();
    bells.into_iter().map(|bell| bell / sum).collect()
}

/// `GaussianBlur(src, ksize, sigmaX, sigmaY=…)`: outside of the image lies its mirror, without the edge.
///
/// # Errors
/// `cv2.error` for an empty image, or a size that is neither odd nor zero with a deviation.
pub fn gaussian_blur(src: &Array<u8>, ksize: &(i64, i64), sigma_x: f64, _dst: (), sigma_y: f64) -> Fallible<Array<u8>> {
    let pixels = Pixels::of_some(src)?;
    let sigma_y = if sigma_y <= 0.0 { sigma_x } else { sigma_y };
    let (across, down) = (kernel(ksize.0, sigma_x)?, kernel(ksize.1, sigma_y)?);
    let reach = |kernel: &[i64]| kernel.len() as i64 / 2;
    let places = |length: usize, kernel: &[i64]| -> Vec<usize> {
        let (length, reach) = (length as i64, reach(kernel));
        (-reach..length + reach).map(|place| border::mirrored(place, length)).collect()
    };
    let (columns, rows) = (places(pixels.columns, &across), places(pixels.rows, &down));
    let sums = Pixels::from_fn(pixels.rows, pixels.columns, pixels.channels, |row, column, channel| {
        let inside = across.iter().zip(&columns[column..]);
        inside.map(|(weight, &column)| weight * i64::from(pixels.at(row, column, channel))).sum::<i64>()
    });
    let blurred = Pixels::from_fn(pixels.rows, pixels.columns, pixels.channels, |row, column, channel| {
        let inside = down.iter().zip(&rows[row..]);
        let sum: i64 = inside.map(|(weight, &row)| weight * sums.at(row, column, channel)).sum();
        ((sum + (1 << 15)) >> 16).clamp(0, 255) as u8
    });
    Ok(blurred.into_array())
}

fn kernel(size: i64, sigma: f64) -> Fallible<Vec<i64>> {
    let size = if size <= 0 && sigma > 0.0 { (sigma * 6.0 + 1.0).round_ties_even() as i64 | 1 } else { size };
    match usize::try_from(size) {
        Ok(size) if size % 2 == 1 => Ok(weights(size, sigma)),
        _ => Err(error(
            "(-215:Assertion failed) ksize.width > 0 && ksize.width % 2 == 1 && ksize.height > 0 && ksize.height % 2 == 1",
        )),
    }
}
