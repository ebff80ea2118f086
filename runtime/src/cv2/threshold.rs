//! `threshold`.

use super::pixels::{Pixels, error};
use crate::exception::Fallible;
use crate::numpy::Array;

const OTSU: i64 = 8;

/// `threshold(src, thresh, maxval, type)` of bytes: the threshold that was used, and the image.
///
/// # Errors
/// `cv2.error` for an unknown type, or by Otsu for several channels.
pub fn threshold(src: &Array<u8>, thresh: f64, maxval: f64, kind: i64) -> Fallible<(f64, Array<u8>)> {
    let pixels = Pixels::of(src)?;
    let by_otsu = kind & OTSU != 0;
    if kind & !(OTSU | 7) != 0 {
        return Err(error("compiled code finds a threshold by Otsu's method only"));
    }
    if by_otsu && pixels.channels != 1 {
        return Err(error("(-215:Assertion failed) src.type() == CV_8UC1 || src.type() == CV_16UC1"));
    }
    // OpenCV says a threshold that it was given as it was given, where no byte can pass it or all do.
    let level = if by_otsu { otsu(&pixels.elements) } else { thresh }.floor();
    let most = maxval.round_ties_even().clamp(0.0, 255.0) as u8;
    let cut = level.clamp(0.0, 255.0) as u8;
    let is_above = |value: u8| f64::from(value) > level;
    let change: Box<dyn Fn(u8) -> u8> = match kind & 7 {
        0 => Box::new(|value| if is_above(value) { most } else { 0 }),
        1 => Box::new(|value| if is_above(value) { 0 } else { most }),
        2 => Box::new(|value| if is_above(value) { cut } else { value }),
        3 => Box::new(|value| if is_above(value) { value } else { 0 }),
        4 => Box::new(|value| if is_above(value) { 0 } else { value }),
        _ => return Err(error("Unknown threshold type")),
    };
    let table: [u8; 256] = std::array::from_fn(|value| change(value as u8));
    let elements = pixels.elements.iter().map(|&value| table[usize::from(value)]).collect();
    Ok((level, Pixels { elements, ..pixels }.into_array()))
}

/// `threshold(src, thresh, maxval, type)` of floats.
///
/// # Errors
/// `cv2.error` for an unknown type.
pub fn threshold_floats(src: &Array<f32>, thresh: f64, maxval: f64, kind: i64) -> Fallible<(f64, Array<f32>)> {
    let pixels = Pixels::of(src)?;
    let (level, most) = (thresh as f32, maxval as f32);
    let change: fn(f32, f32, f32) -> f32 = match kind {
        0 => |value, level, most| if value > level { most } else { 0.0 },
        1 => |value, level, most| if value > level { 0.0 } else { most },
        2 => |value, level, _| if value > level { level } else { value },
        3 => |value, level, _| if value > level { value } else { 0.0 },
        4 => |value, level, _| if value > level { 0.0 } else { value },
        _ => return Err(error("Unknown threshold type")),
    };
    let elements = pixels.elements.iter().map(|&value| change(value, level, most)).collect();
    Ok((thresh, Pixels { elements, ..pixels }.into_array()))
}

/// The level that parts an image into two classes as far from one another as can be.
fn otsu(pixels: &[u8]) -> f64 {
    let mut counts = [0_u32; 256];
    pixels.iter().for_each(|&value| counts[usize::from(value)] += 1);
    let scale = 1.0 / pixels.len() as f64;
    let mean = counts.iter().enumerate().map(|(value, &count)| value as f64 * f64::from(count)).sum::<f64>() * scale;
    let (mut below, mut mean_below, mut best, mut level) = (0.0, 0.0, 0.0, 0);
    for (value, &count) in counts.iter().enumerate() {
        let share = f64::from(count) * scale;
        mean_below *= below;
        below += share;
        let above: f64 = 1.0 - below;
        if below.min(above) < f64::from(f32::EPSILON) || below.max(above) > 1.0 - f64::from(f32::EPSILON) {
            continue;
        }
        mean_below = (mean_below + value as f64 * share) / below;
        let mean_above = (mean - below * mean_below) / above;
        let between = below * above * (mean_below - mean_above) * (mean_below - mean_above);
        if between > best {
            (best, level) = (between, value);
        }
    }
    level as f64
}
