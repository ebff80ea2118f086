//! Functions on stacks of images: resampling and pooling.

use crate::exception::{Fallible, not_implemented_error, runtime_error};
use crate::numpy::{Array, Element, Real};
use crate::str::Str;
use crate::torch::{Sizes, Tensor};

/// How much of which places of an axis makes one place of the new axis.
type Weights = Vec<Vec<(usize, f64)>>;

/// `interpolate(input, size=…)`: the axes behind batch and channels resampled.
///
/// # Errors
/// `ValueError` where the size has another number of lengths; `NotImplementedError` for an unknown mode.
pub fn interpolate<T: Real>(
    input: &Tensor<T>,
    size: &impl Sizes,
    mode: &Str,
    align_corners: Option<bool>,
    antialias: bool,
) -> Fallible<Tensor<T>> {
    let spatial = spatial(input)?;
    let mut lengths = size.sizes();
    if lengths.len() == 1 && spatial.len() > 1 {
        lengths = vec![lengths[0]; spatial.len()];
    }
    if lengths.len() != spatial.len() {
        return Err(crate::exception::value_error(format!(
            "Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of \
             {} and output size of {}. Please provide input tensor in (N, C, d1, d2, ...,dK) format and output size in \
             (o1, o2, ...,oK) format.",
            crate::torch::shape::text(spatial),
            crate::torch::shape::list(lengths.iter())
        )));
    }
    if lengths.iter().any(|length| *length <= 0) || spatial.contains(&0) {
        return Err(runtime_error(format!(
            "Input and output sizes should be greater than 0, but got input ({}) and output ({})",
            crate::torch::shape::text(spatial),
            crate::torch::shape::list(lengths.iter())
        )));
    }
    let lengths: Vec<usize> = lengths.iter().map(|&length| length as usize).collect();
    let scales: Vec<f64> = spatial.iter().zip(&lengths).map(|(&from, &to)| from as f64 / to as f64).collect();
    resampled(input, &lengths, &scales, mode, align_corners.unwrap_or(false), antialias)
}

/// `interpolate(input, scale_factor=…)`.
///
/// # Errors
/// As for [`interpolate`].
pub fn interpolate_by<T: Real>(
    input: &Tensor<T>,
    scale_factor: f64,
    mode: &Str,
    align_corners: Option<bool>,
    antialias: bool,
) -> Fallible<Tensor<T>> {
    let spatial = spatial(input)?;
    let lengths: Vec<usize> = spatial.iter().map(|&length| (length as f64 * scale_factor).floor() as usize).collect();
    if lengths.contains(&0) {
        return Err(runtime_error("Input and output sizes should be greater than 0"));
    }
    let scales = vec![1.0 / scale_factor; lengths.len()];
    resampled(input, &lengths, &scales, mode, align_corners.unwrap_or(false), antialias)
}

fn spatial<T: Element>(input: &Tensor<T>) -> Fallible<&[usize]> {
    match input.array().shape() {
        [_, _, spatial @ ..] if (1..=3).contains(&spatial.len()) => Ok(spatial),
        shape => Err(not_implemented_error(format!(
            "Input Error: Only 3D, 4D and 5D input Tensors supported (got {}D) for the modes: nearest | linear | \
             bilinear | bicubic | trilinear | area | nearest-exact (got nearest)",
            shape.len()
        ))),
    }
}

fn resampled<T: Real>(
    input: &Tensor<T>,
    lengths: &[usize],
    scales: &[f64],
    mode: &Str,
    align_corners: bool,
    antialias: bool,
) -> Fallible<Tensor<T>> {
    let rank = lengths.len();
    let mut array = input.array().clone();
    for (number, (&length, &scale)) in lengths.iter().zip(scales).enumerate() {
        let from = array.shape()[number + 2];
        let weights = match (mode.as_str(), rank) {
            ("nearest", _) => nearest(from, length, scale, 0.0),
            ("nearest-exact", _) => nearest(from, length, scale, 0.5),
            ("area", _) => area(from, length),
            ("linear", 1) | ("bilinear", 2) | ("trilinear", 3) if !antialias => {
                linear(from, length, scale, align_corners)
            }
            ("bilinear", 2) => antialiased(from, length, scale, 1.0, |x| (1.0 - x.abs()).max(0.0)),
            ("bicubic", 2) if !antialias => cubic(from, length, scale, align_corners),
            ("bicubic", 2) => antialiased(from, length, scale, 2.0, |x| cubic_weight(x, -0.5)),
            (other, _) => {
                return Err(not_implemented_error(format!(
                    "Got {}D input, but {other} mode needs another number of axes",
                    rank + 2
                )));
            }
        };
        array = weighted(&array, number + 2, &weights);
    }
    Ok(Tensor::of(array))
}

/// Each place of an axis made of some of its places.
fn weighted<T: Real>(array: &Array<T>, axis: usize, weights: &Weights) -> Array<T> {
    let shape = array.shape();
    let (outer, inner): (usize, usize) = (shape[..axis].iter().product(), shape[axis + 1..].iter().product());
    let (own, from) = (array.to_vec(), shape[axis]);
    let mut elements = Vec::with_capacity(outer * weights.len() * inner);
    for block in 0..outer {
        for places in weights {
            let start = elements.len();
            match places.as_slice() {
                [(place, _)] => elements.extend_from_slice(&own[(block * from + place) * inner..][..inner]),
                _ => {
                    elements.resize(start + inner, T::ZERO);
                    for (place, weight) in places {
                        let weight = T::from_f64(*weight);
                        let row = &own[(block * from + place) * inner..][..inner];
                        let sums = elements[start..].iter_mut();
                        sums.zip(row).for_each(|(sum, element)| *sum = sum.add(element.multiply(weight)));
                    }
                }
            }
        }
    }
    let mut result: Vec<usize> = shape.to_vec();
    result[axis] = weights.len();
    Array::from_vec(elements, &result)
}

/// The places are computed in `float32`, as torch does: they decide which element is taken.
fn nearest(from: usize, to: usize, scale: f64, shift: f32) -> Weights {
    let place = |at: usize| (((at as f32 + shift) * scale as f32).floor() as usize).min(from - 1);
    (0..to).map(|at| vec![(place(at), 1.0)]).collect()
}

fn area(from: usize, to: usize) -> Weights {
    let window = |at: usize| {
        let (start, end) = (at * from / to, ((at + 1) * from).div_ceil(to));
        (start..end).map(|place| (place, 1.0 / (end - start) as f64)).collect()
    };
    (0..to).map(window).collect()
}

/// Where a place of the new axis lies on the old one.
fn position(at: usize, from: usize, to: usize, scale: f64, align_corners: bool) -> f64 {
    match align_corners {
        true if to > 1 => at as f64 * (from - 1) as f64 / (to - 1) as f64,
        true => 0.0,
        false => scale * (at as f64 + 0.5) - 0.5,
    }
}

fn linear(from: usize, to: usize, scale: f64, align_corners: bool) -> Weights {
    let places = |at: usize| {
        let position = position(at, from, to, scale, align_corners).max(0.0);
        let below = (position.floor() as usize).min(from - 1);
        let part = position - below as f64;
        vec![(below, 1.0 - part), ((below + 1).min(from - 1), part)]
    };
    (0..to).map(places).collect()
}

/// Keys' cubic: 1 at 0, and 0 at all other whole numbers.
pub(crate) fn cubic_weight(x: f64, a: f64) -> f64 {
    match x.abs() {
        x if x < 1.0 => ((a + 2.0) * x - (a + 3.0)) * x * x + 1.0,
        x if x < 2.0 => (((x - 5.0) * x + 8.0) * x - 4.0) * a,
        _ => 0.0,
    }
}

fn cubic(from: usize, to: usize, scale: f64, align_corners: bool) -> Weights {
    let places = |at: usize| {
        let position = position(at, from, to, scale, align_corners);
        let below = position.floor();
        let part = position - below;
        let place = |step: i64| (below as i64 + step).clamp(0, from as i64 - 1) as usize;
        (-1..=2).map(|step| (place(step), cubic_weight(part - step as f64, -0.75))).collect()
    };
    (0..to).map(places).collect()
}

/// A filter as wide as what a place of the new axis covers.
fn antialiased(from: usize, to: usize, scale: f64, support: f64, filter: impl Fn(f64) -> f64) -> Weights {
    let stretch = scale.max(1.0);
    let reach = support * stretch;
    let places = |at: usize| {
        let center = scale * (at as f64 + 0.5);
        let first = ((center - reach + 0.5).floor() as i64).max(0);
        let last = ((center + reach + 0.5).floor() as i64).min(from as i64);
        let weights: Vec<f64> = (first..last).map(|place| filter((place as f64 - center + 0.5) / stretch)).collect();
        let sum: f64 = weights.iter().sum();
        (first..last).zip(weights).map(|(place, weight)| (place as usize, weight / sum)).collect()
    };
    (0..to).map(places).collect()
}

/// The length of a pooled axis.
fn pooled(length: usize, kernel: usize, stride: usize, padding: usize, ceil_mode: bool) -> usize {
    let span = (length + 2 * padding).saturating_sub(kernel);
    let count = if ceil_mode { span.div_ceil(stride) } else { span / stride } + 1;
    // A window must begin within the image or the padding before it.
    if ceil_mode && (count - 1) * stride >= length + padding { count - 1 } else { count }
}

/// Two numbers, or one for both.
pub(super) fn pair(sizes: &impl Sizes) -> Fallible<(usize, usize)> {
    match sizes.sizes().as_slice() {
        [both] if *both >= 0 => Ok((*both as usize, *both as usize)),
        [rows, columns] if *rows >= 0 && *columns >= 0 => Ok((*rows as usize, *columns as usize)),
        _ => Err(runtime_error("a window needs one or two numbers that are not negative")),
    }
}

/// Calls a function with the elements of each window; those in the padding are left out.
fn windows<T: Element>(
    input: &Tensor<T>,
    kernel: (usize, usize),
    stride: (usize, usize),
    padding: (usize, usize),
    ceil_mode: bool,
    mut window: impl FnMut(&mut dyn Iterator<Item = T>) -> T,
) -> Fallible<Tensor<T>> {
    let shape = input.array().shape();
    let [outer @ .., height, width] = shape else { return Err(runtime_error("Expected 3D or 4D input")) };
    if outer.is_empty() || outer.len() > 2 {
        return Err(runtime_error(format!(
            "non-empty 3D or 4D (batch mode) tensor expected for input, but got {}D",
            shape.len()
        )));
    }
    if kernel.0 == 0 || kernel.1 == 0 || stride.0 == 0 || stride.1 == 0 {
        return Err(runtime_error("kernel size and stride should be greater than zero"));
    }
    if padding.0 * 2 > kernel.0 || padding.1 * 2 > kernel.1 {
        return Err(runtime_error("pad should be at most half of effective kernel size"));
    }
    if *height + 2 * padding.0 < kernel.0 || *width + 2 * padding.1 < kernel.1 {
        let channels = outer[outer.len() - 1];
        let count = |length: usize, kernel: usize, stride: usize, padding: usize| {
            (length as i64 + 2 * padding as i64 - kernel as i64).div_euclid(stride as i64) + 1
        };
        return Err(runtime_error(format!(
            "Given input size: ({channels}x{height}x{width}). Calculated output size: ({channels}x{}x{}). Output size is \
             too small",
            count(*height, kernel.0, stride.0, padding.0),
            count(*width, kernel.1, stride.1, padding.1)
        )));
    }
    let rows = pooled(*height, kernel.0, stride.0, padding.0, ceil_mode);
    let columns = pooled(*width, kernel.1, stride.1, padding.1, ceil_mode);
    let own = input.array().to_vec();
    let count: usize = outer.iter().product();
    let mut elements = Vec::with_capacity(count * rows * columns);
    let range = |at: usize, stride: usize, kernel: usize, padding: usize, length: usize| {
        let start = (at * stride) as i64 - padding as i64;
        (start.max(0) as usize, ((start + kernel as i64) as usize).min(length))
    };
    for plane in own.chunks((height * width).max(1)).take(count) {
        for row in 0..rows {
            let (top, bottom) = range(row, stride.0, kernel.0, padding.0, *height);
            for column in 0..columns {
                let (left, right) = range(column, stride.1, kernel.1, padding.1, *width);
                let mut inside = (top..bottom).flat_map(|y| plane[y * width + left..y * width + right].iter().copied());
                elements.push(window(&mut inside));
            }
        }
    }
    let result: Vec<usize> = outer.iter().copied().chain([rows, columns]).collect();
    Ok(Tensor::of(Array::from_vec(elements, &result)))
}

/// `max_pool2d(input, kernel_size, stride, padding, ceil_mode)`.
///
/// # Errors
/// `RuntimeError` for windows that do not fit.
pub fn max_pool2d<T: Real>(
    input: &Tensor<T>,
    kernel_size: &impl Sizes,
    stride: &impl Sizes,
    padding: &impl Sizes,
    ceil_mode: bool,
) -> Fallible<Tensor<T>> {
    let kernel = pair(kernel_size)?;
    let stride = pair(stride)?;
    windows(input, kernel, stride, pair(padding)?, ceil_mode, |inside| {
        inside.fold(T::from_f64(f64::NEG_INFINITY), |most, x| if x > most || x.is_nan() { x } else { most })
    })
}

/// `avg_pool2d(input, kernel_size, stride, padding, ceil_mode)`: padding counts as zeros.
///
/// # Errors
/// `RuntimeError` for windows that do not fit.
pub fn avg_pool2d<T: Real>(
    input: &Tensor<T>,
    kernel_size: &impl Sizes,
    stride: &impl Sizes,
    padding: &impl Sizes,
) -> Fallible<Tensor<T>> {
    let kernel = pair(kernel_size)?;
    let stride = pair(stride)?;
    let count = T::from_f64((kernel.0 * kernel.1) as f64);
    windows(input, kernel, stride, pair(padding)?, false, |inside| {
        inside.fold(T::ZERO, |sum, x| sum.add(x)).divide(count)
    })
}

/// Pools whose windows move by as much as they are wide.
macro_rules! whole {
    ($($name:ident: $function:ident($($option:ident: $ty:ty),*);)*) => {$(
        /// The windows stand side by side.
        ///
        /// # Errors
        /// `RuntimeError` for windows that do not fit.
        pub fn $name<T: Real>(
            input: &Tensor<T>,
            kernel_size: &impl Sizes,
            _stride: (),
            padding: &impl Sizes,
            $($option: $ty),*
        ) -> Fallible<Tensor<T>> {
            $function(input, kernel_size, kernel_size, padding, $($option),*)
        }
    )*};
}
whole! {
    max_pool2d_whole: max_pool2d(ceil_mode: bool);
    avg_pool2d_whole: avg_pool2d();
}

/// A pool of lines: of images of one row.
fn of_lines<T: Real>(
    input: &Tensor<T>,
    kernel_size: i64,
    stride: Option<i64>,
    padding: i64,
    pool: impl Fn(&Tensor<T>, &(i64, i64), &(i64, i64), &(i64, i64)) -> Fallible<Tensor<T>>,
) -> Fallible<Tensor<T>> {
    let rank = input.array().rank();
    if !(2..=3).contains(&rank) {
        return Err(runtime_error(format!("Expected 2D or 3D (batch mode) tensor, but got {rank}D")));
    }
    let rows = crate::torch::unsqueeze(input, -2)?;
    let pooled = pool(&rows, &(1, kernel_size), &(1, stride.unwrap_or(kernel_size)), &(0, padding))?;
    crate::torch::squeeze_dim(&pooled, &-2)
}

/// `max_pool1d(input, kernel_size, stride, padding)`.
///
/// # Errors
/// `RuntimeError` for windows that do not fit.
pub fn max_pool1d<T: Real>(
    input: &Tensor<T>,
    kernel_size: i64,
    stride: Option<i64>,
    padding: i64,
) -> Fallible<Tensor<T>> {
    if padding * 2 > kernel_size {
        return Err(runtime_error(format!(
            "max_pool1d() padding should be at most half of kernel size, but got padding={padding} and kernel_size={kernel_size}"
        )));
    }
    let length = input.array().shape().last().copied().unwrap_or(0) as i64;
    let count = (length + 2 * padding - kernel_size).div_euclid(stride.unwrap_or(kernel_size).max(1)) + 1;
    if count <= 0 {
        return Err(runtime_error(format!("max_pool1d() Invalid computed output size: {count}")));
    }
    of_lines(input, kernel_size, stride, padding, |rows, kernel, stride, padding| {
        max_pool2d(rows, kernel, stride, padding, false)
    })
}

/// `avg_pool1d(input, kernel_size, stride, padding)`: padding counts as zeros.
///
/// # Errors
/// `RuntimeError` for windows that do not fit.
pub fn avg_pool1d<T: Real>(
    input: &Tensor<T>,
    kernel_size: i64,
    stride: Option<i64>,
    padding: i64,
) -> Fallible<Tensor<T>> {
    of_lines(input, kernel_size, stride, padding, avg_pool2d)
}

/// `adaptive_avg_pool2d(input, output_size)`: the means of as many parts as the output has places.
///
/// # Errors
/// `RuntimeError` for another number of axes or a negative size.
pub fn adaptive_avg_pool2d<T: Real>(input: &Tensor<T>, output_size: &impl Sizes) -> Fallible<Tensor<T>> {
    let rank = input.array().rank();
    if !(3..=4).contains(&rank) {
        return Err(runtime_error(format!(
            "adaptive_avg_pool2d(): Expected 3D or 4D tensor, but got {}",
            crate::torch::shape::text(input.array().shape())
        )));
    }
    let (rows, columns) = pair(output_size)?;
    let by_rows = weighted(input.array(), rank - 2, &area(input.array().shape()[rank - 2], rows));
    let weights = area(by_rows.shape()[rank - 1], columns);
    Ok(Tensor::of(weighted(&by_rows, rank - 1, &weights)))
}

/// `adaptive_avg_pool1d(input, output_size)`.
///
/// # Errors
/// `RuntimeError` for another number of axes.
pub fn adaptive_avg_pool1d<T: Real>(input: &Tensor<T>, output_size: i64) -> Fallible<Tensor<T>> {
    let rank = input.array().rank();
    if !(2..=3).contains(&rank) || output_size < 0 {
        return Err(runtime_error(format!(
            "adaptive_avg_pool1d(): Expected 2 to 3 dimensions, but got {rank}-dimensional tensor"
        )));
    }
    let weights = area(input.array().shape()[rank - 1], output_size as usize);
    Ok(Tensor::of(weighted(input.array(), rank - 1, &weights)))
}

/// `pixel_shuffle(input, factor)`: channels become rows and columns.
///
/// # Errors
/// `RuntimeError` where the channels cannot be divided so.
pub fn pixel_shuffle<T: Element>(input: &Tensor<T>, upscale_factor: i64) -> Fallible<Tensor<T>> {
    let shape = input.array().shape();
    let ([outer @ .., channels, height, width], true) = (shape, upscale_factor > 0) else {
        return Err(runtime_error(format!(
            "pixel_shuffle expects input to have at least 3 dimensions and a positive factor, but got {} and {upscale_factor}",
            crate::torch::shape::text(shape)
        )));
    };
    let factor = upscale_factor as usize;
    if channels % (factor * factor) != 0 {
        return Err(runtime_error(format!(
            "pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but \
             input.size(-3)={channels} is not divisible by {}",
            factor * factor
        )));
    }
    let kept = channels / (factor * factor);
    let own = input.array().to_vec();
    let (rows, columns) = (height * factor, width * factor);
    let mut elements = Vec::with_capacity(own.len());
    for image in own.chunks((channels * height * width).max(1)) {
        for channel in 0..kept {
            for row in 0..rows {
                elements.extend((0..columns).map(|column| {
                    let from = channel * factor * factor + row % factor * factor + column % factor;
                    image[(from * height + row / factor) * width + column / factor]
                }));
            }
        }
    }
    let result: Vec<usize> = outer.iter().copied().chain([kept, rows, columns]).collect();
    Ok(Tensor::from_vec(elements, &result))
}

/// `pixel_unshuffle(input, factor)`: rows and columns become channels.
///
/// # Errors
/// `RuntimeError` where rows and columns cannot be divided so.
pub fn pixel_unshuffle<T: Element>(input: &Tensor<T>, downscale_factor: i64) -> Fallible<Tensor<T>> {
    let shape = input.array().shape();
    let ([outer @ .., channels, height, width], true) = (shape, downscale_factor > 0) else {
        return Err(runtime_error(format!(
            "pixel_unshuffle expects input to have at least 3 dimensions and a positive factor, but got {} and {downscale_factor}",
            crate::torch::shape::text(shape)
        )));
    };
    let factor = downscale_factor as usize;
    for (name, at, length) in [("height", -2, height), ("width", -1, width)] {
        if length % factor != 0 {
            return Err(runtime_error(format!(
                "pixel_unshuffle expects {name} to be divisible by downscale_factor, but input.size({at})={length} is not \
                 divisible by {factor}"
            )));
        }
    }
    if input.array().size() == 0 {
        // torch gives back what has no elements as it is.
        return Ok(Tensor::of(input.array().copied()));
    }
    let own = input.array().to_vec();
    let (rows, columns) = (height / factor, width / factor);
    let mut elements = Vec::with_capacity(own.len());
    for plane in own.chunks((height * width).max(1)) {
        for down in 0..factor {
            for across in 0..factor {
                for row in 0..rows {
                    elements.extend(
                        (0..columns).map(|column| plane[(row * factor + down) * width + column * factor + across]),
                    );
                }
            }
        }
    }
    let result: Vec<usize> = outer.iter().copied().chain([channels * factor * factor, rows, columns]).collect();
    Ok(Tensor::from_vec(elements, &result))
}
