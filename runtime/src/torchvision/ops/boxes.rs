//! What boxes are: their areas, what they share, and the ways to write them.

use crate::exception::{Fallible, Raised, index_error, runtime_error, value_error};
use crate::numpy::{Array, Ordered, Real};
use crate::str::Str;
use crate::torch::Tensor;

/// The last axis, and what stands before it.
fn split<T: Ordered>(boxes: &Tensor<T>) -> Fallible<(&[usize], usize)> {
    match boxes.array().shape() {
        [outer @ .., last] => Ok((outer, *last)),
        [] => Err(index_error("too many indices for tensor of dimension 0")),
    }
}

/// The rows of a matrix of four columns.
///
/// # Errors
/// `RuntimeError` for another number of columns; `IndexError` for fewer than three.
pub(super) fn rows<T: Ordered>(boxes: &Tensor<T>) -> Fallible<Vec<[T; 4]>> {
    let (outer, last) = split(boxes)?;
    match last {
        4 => Ok(boxes.array().to_vec().as_chunks::<4>().0.to_vec()),
        0..=3 => Err(missing(outer.len(), last)),
        _ => Err(runtime_error(format!(
            "The size of tensor a ({}) must match the size of tensor b (2) at non-singleton dimension {}",
            last - 2,
            outer.len() + 1
        ))),
    }
}

/// The error of an edge that a row has not.
#[cold]
fn missing(axis: usize, length: usize) -> Raised {
    let first = if length < 3 { 2 } else { 3 };
    index_error(format!("index {first} is out of bounds for dimension {axis} with size {length}"))
}

fn is_written(format: &str) -> bool {
    matches!(format, "xyxy" | "xywh" | "cxcywh")
}

/// `box_area(boxes)`.
///
/// # Errors
/// `IndexError` for rows of fewer than four.
pub fn box_area<T: Ordered>(boxes: &Tensor<T>) -> Fallible<Tensor<T>> {
    let (outer, last) = split(boxes)?;
    if last < 4 {
        return Err(missing(outer.len(), last));
    }
    let areas = boxes.array().to_vec().chunks_exact(last).map(area).collect();
    Ok(Tensor::of(Array::from_vec(areas, outer)))
}

pub(super) fn area<T: Ordered>(row: &[T]) -> T {
    row[2].subtract(row[0]).multiply(row[3].subtract(row[1]))
}

/// The greater of two; NaN where one is.
fn greater<T: Ordered>(a: T, b: T) -> T {
    if a > b || a.is_nan() { a } else { b }
}

/// The lesser of two; NaN where one is.
fn lesser<T: Ordered>(a: T, b: T) -> T {
    if a < b || a.is_nan() { a } else { b }
}

/// A length that is not negative.
fn length<T: Ordered>(x: T) -> T {
    if x < T::ZERO { T::ZERO } else { x }
}

fn shared<T: Real>(a: &[T; 4], b: &[T; 4]) -> (T, T) {
    let side = |from: usize, to: usize| length(lesser(a[to], b[to]).subtract(greater(a[from], b[from])));
    let inter = side(0, 2).multiply(side(1, 3));
    (inter, area(a).add(area(b)).subtract(inter))
}

/// A number for each row of one with each of the other.
fn pairs<T: Real>(
    boxes1: &Tensor<T>,
    boxes2: &Tensor<T>,
    number: impl Fn(&[T; 4], &[T; 4]) -> T,
) -> Fallible<Tensor<T>> {
    let (a, b) = (rows(boxes1)?, rows(boxes2)?);
    let elements = a.iter().flat_map(|a| b.iter().map(|b| number(a, b))).collect();
    Ok(Tensor::of(Array::from_vec(elements, &[a.len(), b.len()])))
}

/// `box_iou(boxes1, boxes2)`: how much of their union each two share.
///
/// # Errors
/// `RuntimeError` or `IndexError` for what are no rows of four.
pub fn box_iou<T: Real>(boxes1: &Tensor<T>, boxes2: &Tensor<T>) -> Fallible<Tensor<T>> {
    pairs(boxes1, boxes2, |a, b| {
        let (inter, union) = shared(a, b);
        inter.divide(union)
    })
}

/// `generalized_box_iou(boxes1, boxes2)`: less what of the box around both neither covers.
///
/// # Errors
/// As [`box_iou`].
pub fn generalized_box_iou<T: Real>(boxes1: &Tensor<T>, boxes2: &Tensor<T>) -> Fallible<Tensor<T>> {
    pairs(boxes1, boxes2, |a, b| {
        let (inter, union) = shared(a, b);
        let side = |from: usize, to: usize| length(greater(a[to], b[to]).subtract(lesser(a[from], b[from])));
        let around = side(0, 2).multiply(side(1, 3));
        inter.divide(union).subtract(around.subtract(union).divide(around))
    })
}

/// `box_convert(boxes, in_fmt, out_fmt)` between corners, corner and size, and center and size.
///
/// # Errors
/// `ValueError` for what are no rows of four.
pub fn box_convert<T: Real>(boxes: &Tensor<T>, in_fmt: &Str, out_fmt: &Str) -> Fallible<Tensor<T>> {
    let (from, to) = (in_fmt.as_str(), out_fmt.as_str());
    if !is_written(from) || !is_written(to) {
        return Err(value_error(format!(
            "Unsupported Bounding Box Conversions for given in_fmt {from} and out_fmt {to}"
        )));
    }
    if from == to {
        return Ok(Tensor::of(boxes.array().copied()));
    }
    match split(boxes)?.1 {
        4 => {}
        fewer @ 0..=3 => return Err(value_error(format!("not enough values to unpack (expected 4, got {fewer})"))),
        _ => return Err(value_error("too many values to unpack (expected 4)")),
    }
    let (half, two) = (T::from_f64(0.5), T::from_f64(2.0));
    let corners = |[a, b, c, d]: [T; 4]| match from {
        "xyxy" => [a, b, c, d],
        "xywh" => [a, b, a.add(c), b.add(d)],
        _ => {
            let (w, h) = (half.multiply(c), half.multiply(d));
            [a.subtract(w), b.subtract(h), a.add(w), b.add(h)]
        }
    };
    let converted = |[x1, y1, x2, y2]: [T; 4]| match to {
        "xyxy" => [x1, y1, x2, y2],
        "xywh" => [x1, y1, x2.subtract(x1), y2.subtract(y1)],
        _ => [x1.add(x2).divide(two), y1.add(y2).divide(two), x2.subtract(x1), y2.subtract(y1)],
    };
    let elements = boxes.array().to_vec();
    let elements = elements.as_chunks::<4>().0.iter().flat_map(|row| converted(corners(*row))).collect();
    Ok(Tensor::of(Array::from_vec(elements, boxes.array().shape())))
}

/// `clip_boxes_to_image(boxes, (height, width))`: columns of even number at the width, others at the height.
///
/// # Errors
/// `IndexError` for a tensor without axes; `RuntimeError` for an odd number of columns.
pub fn clip_boxes_to_image<T: Ordered>(boxes: &Tensor<T>, size: &(i64, i64)) -> Fallible<Tensor<T>> {
    let (_, last) = split(boxes)?;
    if last % 2 == 1 {
        return Err(runtime_error("stack expects each tensor to be equal size"));
    }
    let (height, width) = (T::from_i64(size.0), T::from_i64(size.1));
    let within = |(place, x): (usize, T)| {
        let most = if place % 2 == 0 { width } else { height };
        let x = if x < T::ZERO { T::ZERO } else { x };
        if x > most { most } else { x }
    };
    let elements = boxes.array().to_vec().into_iter().enumerate().map(within).collect();
    Ok(Tensor::of(Array::from_vec(elements, boxes.array().shape())))
}

/// `remove_small_boxes(boxes, min_size)`: the places of those that are as wide and as high as that.
///
/// # Errors
/// `RuntimeError` or `IndexError` for what are no rows of four.
pub fn remove_small_boxes<T: Real>(boxes: &Tensor<T>, min_size: f64) -> Fallible<Tensor<i64>> {
    let least = T::from_f64(min_size);
    let is_large = |row: &[T; 4]| row[2].subtract(row[0]) >= least && row[3].subtract(row[1]) >= least;
    let rows = rows(boxes)?;
    let places = rows.iter().enumerate().filter(|(_, row)| is_large(row)).map(|(place, _)| place as i64);
    Ok(Tensor::of(Array::from_elements(places.collect())))
}
