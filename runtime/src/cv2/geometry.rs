//! Images turned over, and the matrices of transformations.

use super::pixels::{Pixels, error};
use crate::exception::Fallible;
use crate::numpy::{Array, Element};

/// `getRotationMatrix2D(center, angle, scale)`: counter-clockwise, in degrees.
#[must_use]
pub fn get_rotation_matrix_2d(center: &(f64, f64), angle: f64, scale: f64) -> Array<f64> {
    // The centre is a point of `float32` in OpenCV.
    let (x, y) = (f64::from(center.0 as f32), f64::from(center.1 as f32));
    let angle = angle * (std::f64::consts::PI / 180.0);
    let (alpha, beta) = (angle.cos() * scale, angle.sin() * scale);
    let elements = vec![alpha, beta, (1.0 - alpha) * x - beta * y, -beta, alpha, beta * x + (1.0 - alpha) * y];
    Array::from_vec(elements, &[2, 3])
}

/// The corners that a transformation is told by.
fn corners<const N: usize>(array: &Array<f32>) -> Fallible<[[f32; 2]; N]> {
    let points = array.to_vec().as_chunks::<2>().0.to_vec();
    let points =
        points.try_into().map_err(|_| error(format!("(-215:Assertion failed) src.checkVector(2, CV_32F) == {N}")))?;
    if array.shape().last() == Some(&2) { Ok(points) } else { Err(error("points have two coordinates")) }
}

/// Solves linear equations, the rows of a matrix with the right side behind them; zeros where there is no solution.
fn solved<const N: usize, const M: usize>(mut rows: [[f64; M]; N]) -> [f64; N] {
    for column in 0..N {
        let best = (column..N).max_by(|&a, &b| rows[a][column].abs().total_cmp(&rows[b][column].abs()));
        let best = best.unwrap_or(column);
        if rows[best][column].abs() < f64::EPSILON * 100.0 {
            return [0.0; N];
        }
        rows.swap(column, best);
        let pivot = rows[column];
        for row in &mut rows[column + 1..] {
            let factor = row[column] / pivot[column];
            row.iter_mut().zip(&pivot).skip(column).for_each(|(place, above)| *place -= factor * above);
        }
    }
    let mut solution = [0.0; N];
    for row in (0..N).rev() {
        let known: f64 = (row + 1..N).map(|place| rows[row][place] * solution[place]).sum();
        solution[row] = (rows[row][M - 1] - known) / rows[row][row];
    }
    solution
}

/// `getPerspectiveTransform(src, dst)` of four points each.
///
/// # Errors
/// `cv2.error` for another number of points.
pub fn get_perspective_transform(src: &Array<f32>, dst: &Array<f32>) -> Fallible<Array<f64>> {
    let (from, to) = (corners::<4>(src)?, corners::<4>(dst)?);
    let mut rows = [[0.0; 9]; 8];
    for (place, (from, to)) in from.into_iter().zip(to).enumerate() {
        // Products of coordinates are those of `float32` in OpenCV.
        let product = |a: usize, b: usize| f64::from(-from[a] * to[b]);
        let ([x, y], [u, v]) = (from.map(f64::from), to.map(f64::from));
        rows[place] = [x, y, 1.0, 0.0, 0.0, 0.0, product(0, 0), product(1, 0), u];
        rows[place + 4] = [0.0, 0.0, 0.0, x, y, 1.0, product(0, 1), product(1, 1), v];
    }
    let solution = solved(rows);
    Ok(Array::from_vec(solution.into_iter().chain([1.0]).collect(), &[3, 3]))
}

/// `getAffineTransform(src, dst)` of three points each.
///
/// # Errors
/// `cv2.error` for another number of points.
pub fn get_affine_transform(src: &Array<f32>, dst: &Array<f32>) -> Fallible<Array<f64>> {
    let (from, to) = (corners::<3>(src)?, corners::<3>(dst)?);
    let mut rows = [[0.0; 7]; 6];
    for (place, (from, to)) in from.into_iter().zip(to).enumerate() {
        let ([x, y], [u, v]) = (from.map(f64::from), to.map(f64::from));
        rows[2 * place] = [x, y, 1.0, 0.0, 0.0, 0.0, u];
        rows[2 * place + 1] = [0.0, 0.0, 0.0, x, y, 1.0, v];
    }
    Ok(Array::from_vec(solved(rows).into(), &[2, 3]))
}

/// `flip(src, flipCode)`: upside down for 0, left to right above it, both below it.
///
/// # Errors
/// `cv2.error` for another number of axes.
pub fn flip<T: Element>(src: &Array<T>, flip_code: i64) -> Fallible<Array<T>> {
    let pixels = Pixels::of(src)?;
    let (rows, columns) = (pixels.rows, pixels.columns);
    let flipped = Pixels::from_fn(rows, columns, pixels.channels, |row, column, channel| {
        let row = if flip_code <= 0 { rows - 1 - row } else { row };
        let column = if flip_code != 0 { columns - 1 - column } else { column };
        pixels.at(row, column, channel)
    });
    Ok(flipped.into_array())
}

/// `rotate(src, rotateCode)`: by a quarter clockwise, by half, or by a quarter the other way.
///
/// # Errors
/// `cv2.error` for another number of axes, or an unknown code.
pub fn rotate<T: Element>(src: &Array<T>, rotate_code: i64) -> Fallible<Array<T>> {
    let pixels = Pixels::of(src)?;
    let (rows, columns, channels) = (pixels.rows, pixels.columns, pixels.channels);
    Ok(match rotate_code {
        0 => Pixels::from_fn(columns, rows, channels, |row, column, at| pixels.at(rows - 1 - column, row, at)),
        1 => Pixels::from_fn(rows, columns, channels, |row, column, at| {
            pixels.at(rows - 1 - row, columns - 1 - column, at)
        }),
        2 => Pixels::from_fn(columns, rows, channels, |row, column, at| pixels.at(column, columns - 1 - row, at)),
        _ => return Err(error("Unknown/unsupported rotate code")),
    }
    .into_array())
}
