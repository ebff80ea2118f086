//! `roi_align`: what a map of features has in boxes, read between its points.

use crate::exception::{Exception, Fallible, Raised, runtime_error};
use crate::list::List;
use crate::numpy::{Array, Real};
use crate::torch::{Sizes, Tensor};

/// How the boxes are laid over the map.
struct Grid<T> {
    rows: usize,
    columns: usize,
    scale: T,
    sampling_ratio: i64,
    aligned: bool,
}

#[cold]
fn wrong_shape(message: &'static str) -> Raised {
    Exception::new("AssertionError", message.to_owned())
}

/// `roi_align(input, boxes, output_size, …)` of boxes that say which of the maps they lie in.
///
/// # Errors
/// `AssertionError` for boxes of another shape; `RuntimeError` for an output size of another number of lengths.
pub fn roi_align<T: Real>(
    input: &Tensor<T>,
    boxes: &Tensor<T>,
    output_size: &impl Sizes,
    spatial_scale: f64,
    sampling_ratio: i64,
    aligned: bool,
) -> Fallible<Tensor<T>> {
    let [_, 5] = boxes.array().shape() else {
        return Err(wrong_shape("The boxes tensor shape is not correct as Tensor[K, 5]"));
    };
    let boxes = boxes.array().to_vec();
    align(input, boxes.as_chunks::<5>().0, &grid(output_size, spatial_scale, sampling_ratio, aligned)?)
}

/// `roi_align(input, boxes, output_size, …)` of a list: the boxes of each map.
///
/// # Errors
/// As [`roi_align`].
pub fn roi_align_each<T: Real>(
    input: &Tensor<T>,
    boxes: &List<Tensor<T>>,
    output_size: &impl Sizes,
    spatial_scale: f64,
    sampling_ratio: i64,
    aligned: bool,
) -> Fallible<Tensor<T>> {
    let mut all: Vec<[T; 5]> = Vec::new();
    for (map, boxes) in boxes.to_vec().iter().enumerate() {
        let [_, 4] = boxes.array().shape() else {
            return Err(wrong_shape("The shape of the tensor in the boxes list is not correct as List[Tensor[L, 4]]"));
        };
        let rows = boxes.array().to_vec();
        all.extend(rows.as_chunks::<4>().0.iter().map(|&[a, b, c, d]| [T::from_i64(map as i64), a, b, c, d]));
    }
    align(input, &all, &grid(output_size, spatial_scale, sampling_ratio, aligned)?)
}

fn grid<T: Real>(
    output_size: &impl Sizes,
    spatial_scale: f64,
    sampling_ratio: i64,
    aligned: bool,
) -> Fallible<Grid<T>> {
    let (rows, columns) = match *output_size.sizes().as_slice() {
        [both] => (both, both),
        [rows, columns] => (rows, columns),
        _ => return Err(runtime_error("output_size should have one or two lengths")),
    };
    match (usize::try_from(rows), usize::try_from(columns)) {
        (Ok(rows), Ok(columns)) => {
            Ok(Grid { rows, columns, scale: T::from_f64(spatial_scale), sampling_ratio, aligned })
        }
        _ => Err(runtime_error(format!("Trying to create tensor with negative dimension {}", rows.min(columns)))),
    }
}

/// A side of a box: where it starts, the length of one of its parts, and how many points each part has.
struct Side<T> {
    start: T,
    part: T,
    points: i64,
}

impl<T: Real> Side<T> {
    fn new(from: T, to: T, parts: usize, grid: &Grid<T>) -> Self {
        let offset = if grid.aligned { T::from_f64(0.5) } else { T::ZERO };
        let start = from.multiply(grid.scale).subtract(offset);
        let mut length = to.multiply(grid.scale).subtract(offset).subtract(start);
        if !grid.aligned && length < T::ONE {
            length = T::ONE;
        }
        let parts = T::from_i64(parts as i64);
        let points = if grid.sampling_ratio > 0 { grid.sampling_ratio } else { length.divide(parts).ceil().to_i64() };
        Self { start, part: length.divide(parts), points }
    }

    fn point(&self, part: usize, point: i64) -> T {
        let within = T::from_f64(point as f64 + 0.5).multiply(self.part).divide(T::from_i64(self.points));
        self.start.add(T::from_i64(part as i64).multiply(self.part)).add(within)
    }
}

/// Two neighbours along an axis and how much of each is taken; `None` for a point outside.
fn neighbours<T: Real>(at: T, length: usize) -> Option<[(usize, T); 2]> {
    if at < T::from_f64(-1.0) || at > T::from_i64(length as i64) || length == 0 {
        return None;
    }
    let at = if at > T::ZERO { at } else { T::ZERO };
    let low = at.to_i64() as usize;
    if low >= length - 1 {
        return Some([(length - 1, T::ONE), (length - 1, T::ZERO)]);
    }
    let part = at.subtract(T::from_i64(low as i64));
    Some([(low, T::ONE.subtract(part)), (low + 1, part)])
}

fn align<T: Real>(input: &Tensor<T>, boxes: &[[T; 5]], grid: &Grid<T>) -> Fallible<Tensor<T>> {
    let &[maps, channels, height, width] = input.array().shape() else {
        return Err(runtime_error(format!("Expected 4D input, but got {}D", input.array().rank())));
    };
    let own = input.array().to_vec();
    let mut elements = Vec::with_capacity(boxes.len() * channels * grid.rows * grid.columns);
    for &[map, x1, y1, x2, y2] in boxes {
        let map = usize::try_from(map.to_i64()).ok().filter(|&map| map < maps);
        let map = map.ok_or_else(|| runtime_error("a box lies in a map that there is not"))?;
        let (across, down) = (Side::new(x1, x2, grid.columns, grid), Side::new(y1, y2, grid.rows, grid));
        let count = T::from_i64((across.points * down.points).max(1));
        for channel in 0..channels {
            let plane = &own[(map * channels + channel) * height * width..][..height * width];
            for row in 0..grid.rows {
                for column in 0..grid.columns {
                    let mut sum = T::ZERO;
                    for y in 0..down.points {
                        for x in 0..across.points {
                            let rows = neighbours(down.point(row, y), height);
                            let columns = neighbours(across.point(column, x), width);
                            let (Some(rows), Some(columns)) = (rows, columns) else { continue };
                            for (y, share) in rows {
                                for (x, part) in columns {
                                    sum = sum.add(share.multiply(part).multiply(plane[y * width + x]));
                                }
                            }
                        }
                    }
                    elements.push(sum.divide(count));
                }
            }
        }
    }
    Ok(Tensor::of(Array::from_vec(elements, &[boxes.len(), channels, grid.rows, grid.columns])))
}
