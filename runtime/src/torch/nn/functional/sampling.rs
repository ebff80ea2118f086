//! `grid_sample`: images read at places that another tensor tells (ATen's GridSamplerKernel.cpp).

use crate::exception::{Fallible, Raised, runtime_error, value_error};
use crate::numpy::{Array, Real};
use crate::str::Str;
use crate::torch::Tensor;
use crate::torch::shape::list;

/// How a pixel is made of those around a place.
#[derive(Clone, Copy)]
enum Mode {
    Bilinear,
    Nearest,
    Bicubic,
}

/// What lies beyond the edges.
#[derive(Clone, Copy, PartialEq)]
enum Padding {
    Zeros,
    /// The pixels at the edges.
    Border,
    /// The image, mirrored.
    Reflection,
}

/// An axis of the image. Every step is rounded to the dtype, so that a place on the border of two pixels is where torch has it.
#[derive(Clone, Copy)]
struct Axis<'r> {
    length: f64,
    aligned: bool,
    padding: Padding,
    round: &'r dyn Fn(f64) -> f64,
}

impl Axis<'_> {
    /// The place in pixels of a coordinate from -1 to 1.
    fn place(self, coordinate: f64) -> f64 {
        let shifted = (self.round)(coordinate + 1.0);
        if self.aligned {
            (self.round)(shifted * (self.length - 1.0) / 2.0)
        } else {
            (self.round)((self.round)(shifted * self.length / 2.0) - 0.5)
        }
    }

    /// The place that is read for it.
    fn padded(self, place: f64) -> f64 {
        // What is no number is 0.
        let clipped = |place: f64| place.max(0.0).min(self.length - 1.0);
        match self.padding {
            Padding::Zeros => place,
            Padding::Border => clipped(place),
            Padding::Reflection => clipped(self.reflected(place)),
        }
    }

    fn reflected(self, place: f64) -> f64 {
        let (low, span) = if self.aligned { (0.0, self.length - 1.0) } else { (-0.5, self.length) };
        if span == 0.0 {
            return 0.0;
        }
        let distance = (self.round)(place - low).abs();
        let rest = distance % (2.0 * span);
        (self.round)((self.round)(rest.min(2.0 * span - rest)) + low)
    }

    /// The index of a whole place, where it is one of the image.
    fn index(self, place: f64) -> Option<usize> {
        (place >= 0.0 && place < self.length).then_some(place as usize)
    }

    /// The four places around one, and their weights.
    fn cubic(self, place: f64) -> [(Option<usize>, f64); 4] {
        const A: f64 = -0.75;
        let first = place.floor();
        let part = (self.round)(place - first);
        let inner = |x: f64| ((A + 2.0) * x - (A + 3.0)) * x * x + 1.0;
        let outer = |x: f64| ((A * x - 5.0 * A) * x + 8.0 * A) * x - 4.0 * A;
        let weights = [outer(part + 1.0), inner(part), inner(1.0 - part), outer(2.0 - part)];
        std::array::from_fn(|tap| (self.index(self.padded(first - 1.0 + tap as f64).round_ties_even()), weights[tap]))
    }

    /// The two places around one, and their weights.
    fn linear(self, place: f64) -> [(Option<usize>, f64); 2] {
        let first = place.floor();
        let part = (self.round)(place - first);
        [(self.index(first), (self.round)(1.0 - part)), (self.index(first + 1.0), part)]
    }
}

/// `grid_sample(input, grid, mode, padding_mode, align_corners)` of a stack of images, or of volumes.
///
/// # Errors
/// `ValueError` for an unknown mode; `RuntimeError` where the shapes do not go together.
pub fn grid_sample<T: Real>(
    input: &Tensor<T>,
    grid: &Tensor<T>,
    mode: &Str,
    padding_mode: &Str,
    align_corners: Option<bool>,
) -> Fallible<Tensor<T>> {
    let mode = match mode.as_str() {
        "bilinear" => Mode::Bilinear,
        "nearest" => Mode::Nearest,
        "bicubic" => Mode::Bicubic,
        other => {
            return Err(value_error(format!(
                "nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: '{other}'"
            )));
        }
    };
    let padding = match padding_mode.as_str() {
        "zeros" => Padding::Zeros,
        "border" => Padding::Border,
        "reflection" => Padding::Reflection,
        other => {
            return Err(value_error(format!(
                "nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', but got: '{other}'"
            )));
        }
    };
    if input.array().rank() == 5 && grid.array().rank() == 5 {
        return of_volumes(input, grid, mode, padding, align_corners.unwrap_or(false));
    }
    let (count, channels, [height, width], rows, columns) = checked(input, grid)?;
    let round = |number: f64| T::from_f64(number).to_f64();
    let axis =
        |length: usize| Axis { length: length as f64, aligned: align_corners.unwrap_or(false), padding, round: &round };
    let (down, across) = (axis(height), axis(width));
    let (pixels, places) = (input.array().to_vec(), grid.array().to_vec());
    let mut elements = vec![T::ZERO; count * channels * rows * columns];
    for image in 0..count {
        for at in 0..rows * columns {
            let place = &places[(image * rows * columns + at) * 2..][..2];
            let (x, y) = (across.place(place[0].to_f64()), down.place(place[1].to_f64()));
            for channel in 0..channels {
                let plane = &pixels[(image * channels + channel) * height * width..][..height * width];
                let pixel = |row: Option<usize>, column: Option<usize>| match (row, column) {
                    (Some(row), Some(column)) => plane[row * width + column].to_f64(),
                    _ => 0.0,
                };
                let value = match mode {
                    Mode::Nearest => pixel(
                        down.index(down.padded(y).round_ties_even()),
                        across.index(across.padded(x).round_ties_even()),
                    ),
                    Mode::Bilinear => {
                        let (rows, columns) = (down.linear(down.padded(y)), across.linear(across.padded(x)));
                        weighted(&rows, &columns, pixel)
                    }
                    Mode::Bicubic => weighted(&down.cubic(y), &across.cubic(x), pixel),
                };
                elements[(image * channels + channel) * rows * columns + at] = T::from_f64(value);
            }
        }
    }
    Ok(Tensor::of(Array::from_vec(elements, &[count, channels, rows, columns])))
}

/// `grid_sample` of a stack of volumes: a place is told by its column, its row and its layer.
fn of_volumes<T: Real>(
    input: &Tensor<T>,
    grid: &Tensor<T>,
    mode: Mode,
    padding: Padding,
    aligned: bool,
) -> Fallible<Tensor<T>> {
    let (own, other) = (input.array().shape(), grid.array().shape());
    let (&[count, channels, depth, height, width], &[grids, layers, rows, columns, last]) = (own, other) else {
        unreachable!("both have five axes")
    };
    if count != grids {
        return Err(other_batch(own, other));
    }
    if last != 3 {
        return Err(runtime_error(format!(
            "grid_sampler(): expected grid to have size 3 in last dimension, but got grid with sizes {}",
            list(other.iter())
        )));
    }
    if let Some(axis) = [depth, height, width].iter().position(|&length| length == 0) {
        return Err(empty_axis(own, axis + 2));
    }
    if matches!(mode, Mode::Bicubic) {
        return Err(runtime_error("grid_sampler(): bicubic interpolation only supports 4D input"));
    }
    let round = |number: f64| T::from_f64(number).to_f64();
    let axis = |length: usize| Axis { length: length as f64, aligned, padding, round: &round };
    let (inward, down, across) = (axis(depth), axis(height), axis(width));
    let (voxels, places) = (input.array().to_vec(), grid.array().to_vec());
    let (volume, points) = (depth * height * width, layers * rows * columns);
    let mut elements = vec![T::ZERO; count * channels * points];
    for image in 0..count {
        for at in 0..points {
            let place = &places[(image * points + at) * 3..][..3];
            let x = across.padded(across.place(place[0].to_f64()));
            let y = down.padded(down.place(place[1].to_f64()));
            let z = inward.padded(inward.place(place[2].to_f64()));
            for channel in 0..channels {
                let own = &voxels[(image * channels + channel) * volume..][..volume];
                let slice = |layer: usize| {
                    move |row: Option<usize>, column: Option<usize>| match (row, column) {
                        (Some(row), Some(column)) => own[(layer * height + row) * width + column].to_f64(),
                        _ => 0.0,
                    }
                };
                let value = match mode {
                    Mode::Nearest => inward.index(z.round_ties_even()).map_or(0.0, |layer| {
                        slice(layer)(down.index(y.round_ties_even()), across.index(x.round_ties_even()))
                    }),
                    _ => inward
                        .linear(z)
                        .into_iter()
                        .filter_map(|(layer, weight)| layer.map(|layer| (layer, weight)))
                        .map(|(layer, weight)| weight * weighted(&down.linear(y), &across.linear(x), slice(layer)))
                        .sum(),
                };
                elements[(image * channels + channel) * points + at] = T::from_f64(value);
            }
        }
    }
    Ok(Tensor::of(Array::from_vec(elements, &[count, channels, layers, rows, columns])))
}

#[cold]
fn other_batch(own: &[usize], other: &[usize]) -> Raised {
    runtime_error(format!(
        "grid_sampler(): expected grid and input to have same batch size, but got input with sizes {} and grid with sizes {}",
        list(own.iter()),
        list(other.iter())
    ))
}

#[cold]
fn empty_axis(own: &[usize], axis: usize) -> Raised {
    runtime_error(format!(
        "grid_sampler(): expected input to have non-empty spatial dimensions, but input has sizes {} with dimension {axis} being \
         empty",
        list(own.iter())
    ))
}

/// The sum of the pixels by their weights; what lies beyond the edges has none.
fn weighted(
    rows: &[(Option<usize>, f64)],
    columns: &[(Option<usize>, f64)],
    pixel: impl Fn(Option<usize>, Option<usize>) -> f64,
) -> f64 {
    let mut sum = 0.0;
    for &(row, down) in rows.iter().filter(|(row, _)| row.is_some()) {
        for &(column, across) in columns.iter().filter(|(column, _)| column.is_some()) {
            sum += pixel(row, column) * (down * across);
        }
    }
    sum
}

/// The number of images and of channels, the size of an image, and the rows and columns of the grid.
fn checked<T: Real>(input: &Tensor<T>, grid: &Tensor<T>) -> Fallible<(usize, usize, [usize; 2], usize, usize)> {
    let (own, other) = (input.array().shape(), grid.array().shape());
    let (&[count, channels, height, width], &[grids, rows, columns, last]) = (own, other) else {
        return Err(runtime_error(format!(
            "grid_sampler(): expected 4D or 5D input and grid with same number of dimensions, but got input with sizes {} and \
             grid with sizes {}",
            list(own.iter()),
            list(other.iter())
        )));
    };
    if count != grids {
        return Err(other_batch(own, other));
    }
    if last != 2 {
        return Err(runtime_error(format!(
            "grid_sampler(): expected grid to have size 2 in last dimension, but got grid with sizes {}",
            list(other.iter())
        )));
    }
    if let Some(axis) = [height, width].iter().position(|&length| length == 0) {
        return Err(empty_axis(own, axis + 2));
    }
    Ok((count, channels, [height, width], rows, columns))
}
