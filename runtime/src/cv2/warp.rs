//! `warpAffine` and `warpPerspective`: each pixel of the result is looked up in the image.
//!
//! OpenCV computes whole vectors of a row otherwise than what is left at its end, and fuses products with sums. It is done in
//! the same order here as on a processor with AVX2, so that bytes are the same.

use super::pixels::{Pixels, Saturate, error, scalar};
use crate::exception::Fallible;
use crate::numpy::{Array, Real, Shape};

/// How many pixels of a row are computed at once.
const VECTOR: usize = 16;
const LINEAR: i64 = 1;
const INVERSE_MAP: i64 = 16;

/// An element that is weighed as a float.
pub trait Sample: Saturate {
    /// The element as a float.
    fn float(self) -> f32;
    /// The element nearest to a float.
    fn of_float(value: f32) -> Self;
}

impl Sample for u8 {
    fn float(self) -> f32 {
        self.into()
    }

    fn of_float(value: f32) -> Self {
        value.round_ties_even().clamp(0.0, 255.0) as u8
    }
}

impl Sample for f32 {
    fn float(self) -> f32 {
        self
    }

    fn of_float(value: f32) -> Self {
        value
    }
}

/// One coordinate of the place that is looked up: a sum of the row and column, weighed, and an offset.
#[derive(Clone, Copy)]
struct Line([f32; 3]);

impl Line {
    fn of(weights: &[f64]) -> Self {
        Self([weights[0] as f32, weights[1] as f32, weights[2] as f32])
    }

    fn at(&self, column: usize, row: usize, in_vector: bool) -> f32 {
        let [of_column, of_row, offset] = self.0;
        let (column, row) = (column as f32, row as f32);
        if in_vector {
            column.mul_add(of_column, of_row * row + offset)
        } else {
            column.mul_add(of_column, of_row * row) + offset
        }
    }
}

fn matrix<const N: usize, M: Real>(array: &Array<M>) -> Fallible<[f64; N]> {
    let elements: Vec<f64> = array.elements().map(|element| element.to_f64()).collect();
    match (array.shape(), elements.try_into()) {
        ([rows, 3], Ok(elements)) if rows * 3 == N => Ok(elements),
        _ => Err(error(
            "(-215:Assertion failed) (M0.type() == CV_32F || M0.type() == CV_64F) && M0.rows == 2 && M0.cols == 3",
        )),
    }
}

/// The matrix that undoes an affine one.
fn inverse_affine([a, b, x, c, d, y]: [f64; 6]) -> [f64; 6] {
    let determinant = a * d - b * c;
    let scale = if determinant == 0.0 { 0.0 } else { 1.0 / determinant };
    let (inner, outer) = ((d * scale, a * scale), (-b * scale, -c * scale));
    [inner.0, outer.0, -inner.0 * x - outer.0 * y, outer.1, inner.1, -outer.1 * x - inner.1 * y]
}

/// The matrix that undoes a perspective one; zeros where there is none.
fn inverse_perspective([a, b, c, d, e, f, g, h, i]: [f64; 9]) -> [f64; 9] {
    let determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
    if determinant == 0.0 {
        return [0.0; 9];
    }
    let scale = 1.0 / determinant;
    [
        e * i - f * h,
        c * h - b * i,
        b * f - c * e,
        f * g - d * i,
        a * i - c * g,
        c * d - a * f,
        d * h - e * g,
        b * g - a * h,
        a * e - b * d,
    ]
    .map(|minor| minor * scale)
}

/// `warpAffine(src, M, dsize, dst, flags, borderMode, borderValue)`.
///
/// # Errors
/// `cv2.error` for an empty image or size, or a matrix of another shape.
pub fn warp_affine<T: Sample, M: Real>(
    src: &Array<T>,
    m: &Array<M>,
    dsize: &(i64, i64),
    _dst: (),
    flags: i64,
    _border_mode: i64,
    border_value: &impl Shape,
) -> Fallible<Array<T>> {
    let pixels = Pixels::of_some(src)?;
    let matrix = matrix::<6, M>(m)?;
    let matrix = if flags & INVERSE_MAP == 0 { inverse_affine(matrix) } else { matrix };
    let (x, y) = (Line::of(&matrix[..3]), Line::of(&matrix[3..]));
    warped(&pixels, *dsize, flags, border_value, |column, row, in_vector| {
        (x.at(column, row, in_vector), y.at(column, row, in_vector))
    })
}

/// `warpPerspective(src, M, dsize, dst, flags, borderMode, borderValue)`.
///
/// # Errors
/// As [`warp_affine`].
pub fn warp_perspective<T: Sample, M: Real>(
    src: &Array<T>,
    m: &Array<M>,
    dsize: &(i64, i64),
    _dst: (),
    flags: i64,
    _border_mode: i64,
    border_value: &impl Shape,
) -> Fallible<Array<T>> {
    let pixels = Pixels::of_some(src)?;
    let matrix = matrix::<9, M>(m)?;
    let matrix = if flags & INVERSE_MAP == 0 { inverse_perspective(matrix) } else { matrix };
    let [x, y, depth] = [0, 3, 6].map(|start| Line::of(&matrix[start..start + 3]));
    warped(&pixels, *dsize, flags, border_value, |column, row, in_vector| {
        let depth = depth.at(column, row, in_vector);
        (x.at(column, row, in_vector) / depth, y.at(column, row, in_vector) / depth)
    })
}

fn warped<T: Sample>(
    pixels: &Pixels<T>,
    (columns, rows): (i64, i64),
    flags: i64,
    border_value: &impl Shape,
    place: impl Fn(usize, usize, bool) -> (f32, f32),
) -> Fallible<Array<T>> {
    let (Ok(rows @ 1..), Ok(columns @ 1..)) = (usize::try_from(rows), usize::try_from(columns)) else {
        return Err(error("(-215:Assertion failed) !dsize.empty()"));
    };
    let border = scalar(border_value).map(T::saturate);
    let at = |row: i64, column: i64, channel: usize| match (usize::try_from(row), usize::try_from(column)) {
        (Ok(row), Ok(column)) if row < pixels.rows && column < pixels.columns => pixels.at(row, column, channel),
        _ => border[channel],
    };
    let is_linear = flags & 7 == LINEAR;
    let whole = columns / VECTOR * VECTOR;
    let mut elements = Vec::with_capacity(rows * columns * pixels.channels);
    for row in 0..rows {
        for column in 0..columns {
            let (x, y) = place(column, row, column < whole);
            if !is_linear {
                let (x, y) = (x.round_ties_even() as i64, y.round_ties_even() as i64);
                elements.extend((0..pixels.channels).map(|channel| at(y, x, channel)));
                continue;
            }
            let (left, top) = (x.floor(), y.floor());
            let (across, down) = (x - left, y - top);
            let (left, top) = (left as i64, top as i64);
            elements.extend((0..pixels.channels).map(|channel| {
                let between = |row: i64| {
                    let (first, second) =
                        (at(row, left, channel).float(), at(row, left.saturating_add(1), channel).float());
                    across.mul_add(second - first, first)
                };
                let (above, below) = (between(top), between(top.saturating_add(1)));
                T::of_float(down.mul_add(below - above, above))
            }));
        }
    }
    Ok(Pixels { rows, columns, channels: pixels.channels, elements }.into_array())
}
