//! What lies outside of an image.

use super::pixels::{Pixels, Saturate, error, scalar};
use crate::exception::Fallible;
use crate::numpy::{Array, Shape};

/// `copyMakeBorder(src, top, bottom, left, right, borderType, dst, value)`.
///
/// # Errors
/// `cv2.error` for a negative length, or an image of which there is nothing to repeat.
#[expect(clippy::too_many_arguments, reason = "they are those of OpenCV")]
pub fn copy_make_border<T: Saturate>(
    src: &Array<T>,
    top: i64,
    bottom: i64,
    left: i64,
    right: i64,
    border_type: i64,
    _dst: (),
    value: &impl Shape,
) -> Fallible<Array<T>> {
    let pixels = Pixels::of_some(src)?;
    if [top, bottom, left, right].iter().any(|length| *length < 0) {
        return Err(error("(-215:Assertion failed) top >= 0 && bottom >= 0 && left >= 0 && right >= 0"));
    }
    let fill = scalar(value).map(T::saturate);
    let places = |before: i64, length: usize, after: i64| -> Vec<Option<usize>> {
        let length = length as i64;
        (-before..length + after).map(|place| source(place, length, border_type)).collect()
    };
    let rows = places(top, pixels.rows, bottom);
    let columns = places(left, pixels.columns, right);
    let bordered = Pixels::from_fn(rows.len(), columns.len(), pixels.channels, |row, column, channel| {
        match (rows[row], columns[column]) {
            (Some(row), Some(column)) => pixels.at(row, column, channel),
            _ => fill[channel.min(3)],
        }
    });
    Ok(bordered.into_array())
}

/// `cv::borderInterpolate`: the place that is shown at a place; `None` for a constant.
fn source(place: i64, length: i64, border_type: i64) -> Option<usize> {
    if (0..length).contains(&place) {
        return Some(place as usize);
    }
    Some(match border_type {
        1 => place.clamp(0, length - 1) as usize,
        2 => folded(place, length, 0),
        4 => mirrored(place, length),
        3 => place.rem_euclid(length) as usize,
        _ => return None,
    })
}

/// The place in the mirror at the edges, which the edge itself is not part of.
pub(super) fn mirrored(place: i64, length: i64) -> usize {
    folded(place, length, 1)
}

fn folded(place: i64, length: i64, without_edge: i64) -> usize {
    if length == 1 {
        return 0;
    }
    let mut at = place;
    while !(0..length).contains(&at) {
        at = if at < 0 { -at - 1 + without_edge } else { 2 * length - 1 - at - without_edge };
    }
    at as usize
}
