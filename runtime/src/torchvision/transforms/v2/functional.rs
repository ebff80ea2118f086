//! `torchvision.transforms.v2.functional`, where it computes otherwise than `torchvision.transforms.functional`: bytes stay
//! bytes when they are resized, and become floats by a multiplication.

use super::super::functional::tensors;
use crate::exception::{Fallible, type_error, value_error};
use crate::numpy::{self, Array, ArrayLike, Cast, Element, Real};
use crate::torch::{self, Sizes, Tensor};

/// `to_image(array)`: channels first.
///
/// # Errors
/// `ValueError` where the array runs backwards, which a tensor cannot.
pub fn to_image_of_array<T: Element>(inpt: &Array<T>) -> Fallible<Tensor<T>> {
    let array = torch::from_numpy(inpt)?.into_array();
    let array = if array.rank() == 2 { numpy::expand_dims(&array, &2)? } else { array };
    Ok(Tensor::of(numpy::permuted(&array, &[2, 0, 1]).to_contiguous()))
}

/// `to_dtype(inpt, dtype, scale=True)` of bytes: from 0 to 1.
pub fn to_unit<U: Real>(inpt: &Tensor<u8>, _dtype: torch::DType<U>, _scale: bool) -> Tensor<U> {
    let share = U::from_f64(1.0 / 255.0);
    Tensor::of(inpt.array().map(|value| U::from_i64(value.into()).multiply(share)))
}

/// `to_dtype(inpt, torch.uint8, scale=True)` of numbers from 0 to 1.
pub fn to_bytes<T: Real + Cast<u8>>(inpt: &Tensor<T>, dtype: torch::DType<u8>, _scale: bool) -> Tensor<u8> {
    super::super::functional::convert_to_bytes(inpt, dtype)
}

/// `to_dtype(inpt, dtype)`: as they are.
pub fn to_dtype<T: Element + Cast<U>, U: Element>(inpt: &Tensor<T>, dtype: torch::DType<U>, _scale: bool) -> Tensor<U> {
    torch::tensor::to(inpt, dtype)
}

/// `convert_image_dtype(image)` of bytes.
pub fn convert_bytes_by_default(image: &Tensor<u8>) -> Tensor<f32> {
    to_unit(image, torch::DType::new(), true)
}

/// `convert_image_dtype(image, dtype)` of bytes.
pub fn convert_bytes<U: Real>(image: &Tensor<u8>, dtype: torch::DType<U>) -> Tensor<U> {
    to_unit(image, dtype, true)
}

/// `normalize(inpt, mean, std, inplace)`.
///
/// # Errors
/// `ValueError` for a deviation of zero, or a tensor of fewer than three axes; `RuntimeError` for another number of
/// channels.
pub fn normalize<T: Real, M: ArrayLike<Element: Cast<T>>, S: ArrayLike<Element: Cast<T>>>(
    inpt: &Tensor<T>,
    mean: &M,
    std: &S,
    inplace: bool,
) -> Fallible<Tensor<T>> {
    let shape = inpt.array().shape();
    if shape.len() < 3 {
        return Err(value_error(format!(
            "Expected tensor to be a tensor image of size (..., C, H, W). Got torch.Size({}).",
            torch::shape::text(shape)
        )));
    }
    let deviations: Array<T> = numpy::new_array(std)?;
    if deviations.elements().any(|deviation| deviation == T::ZERO) {
        return Err(value_error("std evaluated to zero, leading to division by zero."));
    }
    tensors::normalize(inpt, mean, std, inplace)
}

/// The weights of the places that make one place of a resized axis, as whole numbers: ATen's
/// `_compute_index_ranges_int16_weights`.
struct WholeWeights {
    /// For each place the first that it is made of, and the weights from there on.
    places: Vec<(usize, Vec<i64>)>,
    /// How many bits are cut off of the sums.
    precision: u32,
}

impl WholeWeights {
    /// A filter that reaches so far, stretched over what a place covers.
    fn of(from: usize, to: usize, support: f64, filter: fn(f64) -> f64) -> Self {
        let scale = from as f64 / to as f64;
        let stretch = scale.max(1.0);
        let reach = support * stretch;
        let shares: Vec<(usize, Vec<f64>)> = (0..to)
            .map(|at| {
                let center = scale * (at as f64 + 0.5);
                let first = ((center - reach + 0.5) as i64).max(0);
                let last = ((center + reach + 0.5) as i64).min(from as i64);
                let weights: Vec<f64> =
                    (first..last).map(|place| filter((place as f64 - center + 0.5) / stretch)).collect();
                let sum: f64 = weights.iter().sum();
                (first as usize, weights.into_iter().map(|weight| weight / sum).collect())
            })
            .collect();
        let most = shares.iter().flat_map(|(_, weights)| weights).copied().fold(0.0, f64::max);
        let fits = |precision: &u32| ((0.5 + most * f64::from(1_u32 << (precision + 1))) as i64) < 1 << 15;
        let precision = (0..22).find(|precision| !fits(precision)).unwrap_or(22);
        let whole = |weight: f64| (0.5_f64.copysign(weight) + weight * f64::from(1_u32 << precision)) as i64;
        let places = shares.into_iter().map(|(first, weights)| (first, weights.into_iter().map(whole).collect()));
        Self { places: places.collect(), precision }
    }

    /// The byte that a place is made of.
    fn byte(&self, at: usize, element: impl Fn(usize) -> u8) -> u8 {
        let (first, weights) = &self.places[at];
        let half = if self.precision == 0 { 0 } else { 1 << (self.precision - 1) };
        let sum: i64 = weights.iter().enumerate().map(|(step, weight)| weight * i64::from(element(first + step))).sum();
        ((sum + half) >> self.precision).clamp(0, 255) as u8
    }
}

/// `resize(tensor, size, interpolation, max_size, antialias=True)` of bytes: the columns, then the rows, each rounded to bytes.
///
/// # Errors
/// `ValueError` for a size of another number of lengths and an interpolation that tensors have not.
pub fn resize_bytes(
    inpt: &Tensor<u8>,
    size: &impl Sizes,
    interpolation: i64,
    max_size: Option<i64>,
    _antialias: bool,
) -> Fallible<Tensor<u8>> {
    let &[ref outer @ .., height, width] = inpt.array().shape() else {
        return Err(type_error("Tensor is not a torch image."));
    };
    let own = (height as i64, width as i64);
    let (rows, columns) = super::super::functional::resized(own, size, max_size)?;
    if (rows, columns) == own {
        return Ok(inpt.clone());
    }
    let (support, filter): (f64, fn(f64) -> f64) = match interpolation {
        2 => (1.0, |x| (1.0 - x.abs()).max(0.0)),
        3 => (2.0, |x| torch::nn::functional::cubic_weight(x, -0.5)),
        _ => {
            // The nearest are taken as they are.
            let floats = Tensor::of(inpt.array().map(f32::from));
            let resized = tensors::resize(&floats, &(rows, columns), interpolation, None, Some(false))?;
            return Ok(Tensor::of(resized.array().cast()));
        }
    };
    if rows <= 0 || columns <= 0 {
        return Err(crate::exception::runtime_error(format!(
            "Input and output sizes should be greater than 0, but got input (H: {height}, W: {width}) output (H: {rows}, W: {columns})"
        )));
    }
    let (rows, columns) = (rows as usize, columns as usize);
    let pixels = inpt.array().to_vec();
    let shape: Vec<usize> = outer.iter().copied().chain([rows, columns]).collect();
    if pixels.is_empty() {
        return Ok(Tensor::of(Array::filled(0, &shape)));
    }
    let across = (columns != width).then(|| WholeWeights::of(width, columns, support, filter));
    let down = (rows != height).then(|| WholeWeights::of(height, rows, support, filter));
    let mut elements = Vec::with_capacity(shape.iter().product());
    for plane in pixels.chunks(height * width) {
        let lines: Vec<u8> = match &across {
            Some(weights) => plane
                .chunks(width)
                .flat_map(|line| (0..columns).map(move |column| weights.byte(column, |place| line[place])))
                .collect(),
            None => plane.to_vec(),
        };
        match &down {
            Some(weights) => elements.extend((0..rows).flat_map(|row| {
                let lines = &lines;
                (0..columns).map(move |column| weights.byte(row, |place| lines[place * columns + column]))
            })),
            None => elements.extend(lines),
        }
    }
    Ok(Tensor::of(Array::from_vec(elements, &shape)))
}

/// `rgb_to_grayscale(tensor)` of bytes: computed in `float32` and cut down.
///
/// # Errors
/// As of floats.
pub fn rgb_to_grayscale_of_bytes(inpt: &Tensor<u8>, num_output_channels: i64) -> Fallible<Tensor<u8>> {
    let floats = Tensor::of(inpt.array().map(f32::from));
    Ok(Tensor::of(rgb_to_grayscale(&floats, num_output_channels)?.array().cast()))
}

/// `rgb_to_grayscale(tensor)`: the colours added one after the other, each product in one step with its sum.
///
/// # Errors
/// `ValueError` for a number of output channels that is neither 1 nor 3.
pub fn rgb_to_grayscale<T: Real>(inpt: &Tensor<T>, num_output_channels: i64) -> Fallible<Tensor<T>> {
    if !matches!(num_output_channels, 1 | 3) {
        return Err(value_error(format!("num_output_channels must be 1 or 3, got {num_output_channels}.")));
    }
    tensors::rgb_to_grayscale(inpt, num_output_channels)
}

/// `resized_crop(tensor, top, left, height, width, size, interpolation, antialias)`.
///
/// # Errors
/// Those of cropping and resizing.
#[expect(clippy::too_many_arguments, reason = "what torchvision takes")]
pub fn resized_crop<T: Real>(
    inpt: &Tensor<T>,
    top: i64,
    left: i64,
    height: i64,
    width: i64,
    size: &impl Sizes,
    interpolation: i64,
    antialias: Option<bool>,
) -> Fallible<Tensor<T>> {
    tensors::resize(&tensors::crop(inpt, top, left, height, width)?, size, interpolation, None, antialias)
}

/// `get_size(tensor)`: rows and columns.
///
/// # Errors
/// `TypeError` for fewer than two axes.
pub fn get_size<T: Element>(inpt: &Tensor<T>) -> Fallible<crate::list::List<i64>> {
    match inpt.array().shape() {
        [.., rows, columns] => Ok(crate::list::from_vec(vec![*rows as i64, *columns as i64])),
        _ => Err(type_error("Tensor is not a torch image.")),
    }
}
