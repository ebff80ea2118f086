//! `mean`: of each channel, where a mask says so.

use super::pixels::{Pixels, error};
use crate::exception::Fallible;
use crate::numpy::{Array, Element};

/// One number for each of up to four channels.
type Scalar = (f64, f64, f64, f64);

/// `mean(src)`.
///
/// # Errors
/// `cv2.error` for more than four channels.
pub fn mean<T: Element>(src: &Array<T>, _mask: ()) -> Fallible<Scalar> {
    of(&Pixels::of(src)?, |_| true)
}

/// `mean(src, mask)`: of the pixels whose element in the mask is not zero.
///
/// # Errors
/// `cv2.error` for more than four channels, or a mask of another size.
pub fn mean_within<T: Element>(src: &Array<T>, mask: &Array<u8>) -> Fallible<Scalar> {
    let (pixels, mask) = (Pixels::of(src)?, Pixels::of(mask)?);
    if (pixels.rows, pixels.columns, 1) != (mask.rows, mask.columns, mask.channels) {
        return Err(error("(-215:Assertion failed) mask.empty() || mask.type() == CV_8U"));
    }
    of(&pixels, |place| mask.elements[place] != 0)
}

fn of<T: Element>(pixels: &Pixels<T>, is_counted: impl Fn(usize) -> bool) -> Fallible<Scalar> {
    if pixels.channels > 4 {
        return Err(error("(-215:Assertion failed) cn <= 4"));
    }
    let (mut sums, mut count) = ([0.0; 4], 0);
    for (place, pixel) in pixels.elements.chunks_exact(pixels.channels.max(1)).enumerate() {
        if is_counted(place) {
            count += 1;
            sums.iter_mut().zip(pixel).for_each(|(sum, element)| *sum += element.to_f64());
        }
    }
    let share = if count == 0 { 0.0 } else { 1.0 / f64::from(count) };
    let [a, b, c, d] = sums.map(|sum| sum * share);
    Ok((a, b, c, d))
}
