//! What contours are: their boxes, areas and lengths.

use super::pixels::error;
use crate::exception::Fallible;
use crate::numpy::{Array, Element};

/// The points of an array of `(N, 2)` or `(N, 1, 2)`.
pub(super) fn points<T: Element>(array: &Array<T>) -> Fallible<Vec<[T; 2]>> {
    match *array.shape() {
        [_, 2] | [_, 1, 2] | [1, _, 2] => Ok(array.to_vec().as_chunks::<2>().0.to_vec()),
        _ => Err(error("(-215:Assertion failed) npoints >= 0 && (depth == CV_32F || depth == CV_32S)")),
    }
}

fn floats<T: Element>(array: &Array<T>) -> Fallible<Vec<[f32; 2]>> {
    Ok(points(array)?.into_iter().map(|point| point.map(|at| at.to_f64() as f32)).collect())
}

/// The least and the greatest along an axis.
fn ends<T: Element>(points: &[[T; 2]], axis: usize) -> (T, T) {
    let (mut least, mut most) = (points[0][axis], points[0][axis]);
    for point in points {
        if point[axis] < least {
            least = point[axis];
        }
        if point[axis] > most {
            most = point[axis];
        }
    }
    (least, most)
}

/// `boundingRect(points)` of whole numbers: left, top, width and height.
///
/// # Errors
/// `cv2.error` for what are no points.
pub fn bounding_rect(array: &Array<i32>) -> Fallible<(i64, i64, i64, i64)> {
    let points = points(array)?;
    if points.is_empty() {
        return Ok((0, 0, 0, 0));
    }
    let ((left, right), (top, bottom)) = (ends(&points, 0), ends(&points, 1));
    let (left, right, top, bottom) = (i64::from(left), i64::from(right), i64::from(top), i64::from(bottom));
    Ok((left, top, right - left + 1, bottom - top + 1))
}

/// `boundingRect(points)` of floats.
///
/// # Errors
/// As [`bounding_rect`].
pub fn bounding_rect_of_floats(array: &Array<f32>) -> Fallible<(i64, i64, i64, i64)> {
    let points = points(array)?;
    if points.is_empty() {
        return Ok((0, 0, 0, 0));
    }
    let floor = |(least, most): (f32, f32)| (least.floor() as i64, most.floor() as i64);
    let ((left, right), (top, bottom)) = (floor(ends(&points, 0)), floor(ends(&points, 1)));
    Ok((left, top, right - left + 1, bottom - top + 1))
}

fn area(points: &[[f32; 2]], oriented: bool) -> f64 {
    let Some(last) = points.last() else { return 0.0 };
    let mut before = *last;
    let mut sum = 0.0;
    for &point in points {
        sum += f64::from(before[0]) * f64::from(point[1]) - f64::from(before[1]) * f64::from(point[0]);
        before = point;
    }
    let area = sum * 0.5;
    if oriented { area } else { area.abs() }
}

/// `contourArea(contour, oriented)` of whole numbers.
///
/// # Errors
/// As [`bounding_rect`].
pub fn contour_area(contour: &Array<i32>, oriented: bool) -> Fallible<f64> {
    Ok(area(&floats(contour)?, oriented))
}

/// `contourArea(contour, oriented)` of floats.
///
/// # Errors
/// As [`bounding_rect`].
pub fn contour_area_of_floats(contour: &Array<f32>, oriented: bool) -> Fallible<f64> {
    Ok(area(&floats(contour)?, oriented))
}

fn length(points: &[[f32; 2]], closed: bool) -> f64 {
    let [first, .., last] = points else { return 0.0 };
    let distance = |a: &[f32; 2], b: &[f32; 2]| {
        let (x, y) = (b[0] - a[0], b[1] - a[1]);
        f64::from((x * x + y * y).sqrt())
    };
    let open: f64 = points.windows(2).map(|pair| distance(&pair[0], &pair[1])).sum();
    if closed { open + distance(last, first) } else { open }
}

/// `arcLength(curve, closed)` of whole numbers.
///
/// # Errors
/// As [`bounding_rect`].
pub fn arc_length(curve: &Array<i32>, closed: bool) -> Fallible<f64> {
    Ok(length(&floats(curve)?, closed))
}

/// `arcLength(curve, closed)` of floats.
///
/// # Errors
/// As [`bounding_rect`].
pub fn arc_length_of_floats(curve: &Array<f32>, closed: bool) -> Fallible<f64> {
    Ok(length(&floats(curve)?, closed))
}
