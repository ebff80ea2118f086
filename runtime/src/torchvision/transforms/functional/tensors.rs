//! Tensors of images cut, turned and resized: their last axes are channels, rows and columns.

use super::images::NEAREST_EXACT;
use super::size::{Filling, Padding, middle, pair, resized};
use crate::exception::{Fallible, Raised, runtime_error, type_error, value_error};
use crate::numpy::{self, Array, ArrayLike, Cast, DType, Element, Lengths, Real, Strides};
use crate::str::Str;
use crate::torch::{self, Operand, Sizes, Tensor};

/// Rows and columns.
fn dimensions<T: Element>(img: &Tensor<T>) -> Fallible<(i64, i64)> {
    match img.array().shape() {
        [.., rows, columns] => Ok((*rows as i64, *columns as i64)),
        _ => Err(no_image()),
    }
}

#[cold]
fn no_image() -> Raised {
    type_error("Tensor is not a torch image.")
}

/// `normalize(tensor, mean, std)`: each channel by numbers of its own.
///
/// # Errors
/// `ValueError` for a deviation of zero, or a tensor of fewer than three axes; `RuntimeError` for another number of
/// channels.
pub fn normalize<T: Real, M: ArrayLike<Element: Cast<T>>, S: ArrayLike<Element: Cast<T>>>(
    tensor: &Tensor<T>,
    mean: &M,
    std: &S,
    inplace: bool,
) -> Fallible<Tensor<T>> {
    dimensions(tensor)?;
    if tensor.array().rank() < 3 {
        return Err(value_error(format!(
            "Expected tensor to be a tensor image of size (..., C, H, W). Got tensor.size() = torch.Size({})",
            torch::shape::text(tensor.array().shape())
        )));
    }
    let dtype = DType::<T>::new();
    let (mean, std) = (torch::tensor(mean, dtype)?, torch::tensor(std, dtype)?);
    if std.array().elements().any(|deviation| deviation == T::ZERO) {
        return Err(value_error(format!(
            "std evaluated to zero after conversion to torch.{}, leading to division by zero.",
            T::NAME
        )));
    }
    let column = |values: &Tensor<T>| match values.array().rank() {
        1 => torch::reshape(values, &crate::list::from_vec(vec![-1, 1, 1])),
        _ => Ok(values.clone()),
    };
    let (mean, std) = (column(&mean)?, column(&std)?);
    let result = torch::div(&torch::sub(tensor, &mean, dtype)?, &std, dtype)?;
    if result.array().shape() != tensor.array().shape() {
        return Err(runtime_error(format!(
            "output with shape {} doesn't match the broadcast shape {}",
            torch::shape::text(tensor.array().shape()),
            torch::shape::text(result.array().shape())
        )));
    }
    if !inplace {
        return Ok(result);
    }
    torch::store(tensor, result.array())?;
    Ok(tensor.clone())
}

/// `resize(tensor, size, interpolation, max_size, antialias)`.
///
/// # Errors
/// `ValueError` for a size of another number of lengths; `NotImplementedError` for an interpolation that tensors have not.
pub fn resize<T: Real>(
    img: &Tensor<T>,
    size: &impl Sizes,
    interpolation: i64,
    max_size: Option<i64>,
    antialias: Option<bool>,
) -> Fallible<Tensor<T>> {
    let (rows, columns) = resized(dimensions(img)?, size, max_size)?;
    if (rows, columns) == dimensions(img)? {
        return Ok(img.clone());
    }
    let (mode, is_smooth) = match interpolation {
        0 => ("nearest", false),
        NEAREST_EXACT => ("nearest-exact", false),
        2 => ("bilinear", true),
        3 => ("bicubic", true),
        _ => return Err(value_error("This interpolation mode is unsupported with Tensor input")),
    };
    let is_single = img.array().rank() < 4;
    let batch = if is_single { torch::unsqueeze(img, 0)? } else { img.clone() };
    let align_corners = is_smooth.then_some(false);
    let antialias = is_smooth && antialias.unwrap_or(false);
    let resized =
        torch::nn::functional::interpolate(&batch, &(rows, columns), &Str::from(mode), align_corners, antialias)?;
    if is_single { torch::squeeze_dim(&resized, &0) } else { Ok(resized) }
}

/// A view of some rows and columns, as slices give it.
fn slice<T: Element>(img: &Tensor<T>, top: i64, bottom: i64, left: i64, right: i64) -> Tensor<T> {
    let array = img.array();
    let rank = array.rank();
    let (mut shape, strides): (Lengths, Strides) = (array.shape().into(), array.strides().into());
    let cut = |start: i64, end: i64, length: usize| {
        let from_end = |place: i64| if place < 0 { place + length as i64 } else { place }.clamp(0, length as i64);
        let (start, end) = (from_end(start), from_end(end));
        (start, (end - start).max(0) as usize)
    };
    let (first_row, rows) = cut(top, bottom, shape[rank - 2]);
    let (first_column, columns) = cut(left, right, shape[rank - 1]);
    (shape[rank - 2], shape[rank - 1]) = (rows, columns);
    let is_empty = rows == 0 || columns == 0;
    let offset =
        if is_empty { 0 } else { first_row as isize * strides[rank - 2] + first_column as isize * strides[rank - 1] };
    // SAFETY: The rows and columns are some of the array's own.
    Tensor::of(unsafe { array.with_layout(offset, shape, strides) })
}

/// `crop(tensor, top, left, height, width)`: a view; what lies outside is zero, in a copy.
///
/// # Errors
/// As [`pad`].
pub fn crop<T: Element>(img: &Tensor<T>, top: i64, left: i64, height: i64, width: i64) -> Fallible<Tensor<T>> {
    let (rows, columns) = dimensions(img)?;
    let (right, bottom) = (left + width, top + height);
    if left >= 0 && top >= 0 && right <= columns && bottom <= rows {
        return Ok(slice(img, top, bottom, left, right));
    }
    let padding = Padding {
        left: (-left + right.min(0)).max(0),
        top: (-top + bottom.min(0)).max(0),
        right: (right - columns.max(left)).max(0),
        bottom: (bottom - rows.max(top)).max(0),
    };
    padded(&slice(img, top.max(0), bottom, left.max(0), right), padding, Filling::Constant, T::ZERO)
}

/// `center_crop(tensor, size)`; a smaller image is filled up with zeros.
///
/// # Errors
/// `ValueError` for a size of another number of lengths.
pub fn center_crop<T: Element>(img: &Tensor<T>, output_size: &impl Sizes) -> Fallible<Tensor<T>> {
    let middle = middle(dimensions(img)?, output_size)?;
    let padded = match middle.padding {
        Some(padding) => padded(img, padding, Filling::Constant, T::ZERO)?,
        None => img.clone(),
    };
    match middle.corner {
        Some((top, left)) => crop(&padded, top, left, middle.size.0, middle.size.1),
        None => Ok(padded),
    }
}

/// `five_crop(tensor, size)`: the corners, top left first, and the middle.
///
/// # Errors
/// `ValueError` where the image is smaller.
#[expect(clippy::type_complexity, reason = "a tuple of five is what torchvision gives")]
pub fn five_crop<T: Element>(
    img: &Tensor<T>,
    size: &impl Sizes,
) -> Fallible<(Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>)> {
    let (rows, columns) = pair(size).map_err(|_| value_error("Please provide only two dimensions (h, w) for size."))?;
    let (height, width) = dimensions(img)?;
    if columns > width || rows > height {
        return Err(value_error(format!(
            "Requested crop size ({rows}, {columns}) is bigger than input size ({height}, {width})"
        )));
    }
    let at = |top: i64, left: i64| crop(img, top, left, rows, columns);
    let (bottom, right) = (height - rows, width - columns);
    Ok((at(0, 0)?, at(0, right)?, at(bottom, 0)?, at(bottom, right)?, center_crop(img, &(rows, columns))?))
}

/// `pad(tensor, padding, fill, padding_mode)`.
///
/// # Errors
/// `ValueError` for another number of numbers, or an unknown mode; `RuntimeError` where there is nothing to repeat.
pub fn pad<T: Element, V: Operand<Element: Cast<T>>>(
    img: &Tensor<T>,
    padding: &impl Sizes,
    fill: &V,
    padding_mode: &Str,
) -> Fallible<Tensor<T>> {
    dimensions(img)?;
    let filling_given = padding_mode.as_str();
    let lengths = Padding::of(padding)?;
    padded(img, lengths, Filling::of(filling_given)?, torch::number::<V, T>(fill))
}

fn padded<T: Element>(img: &Tensor<T>, padding: Padding, filling: Filling, fill: T) -> Fallible<Tensor<T>> {
    let Padding { left, top, right, bottom } = padding;
    let (height, width) = dimensions(img)?;
    if filling == Filling::Symmetric {
        return symmetric(img, padding);
    }
    if filling == Filling::Edge && (height == 0 || width == 0) {
        return Err(runtime_error("Expected 3D or 4D tensor with possibly 0 batch size and other non-zero dimensions"));
    }
    let mode = match filling {
        Filling::Constant => "constant",
        Filling::Edge => "replicate",
        _ => "reflect",
    };
    let by_axis = crate::list::from_vec(vec![left, right, top, bottom]);
    torch::nn::functional::pad(img, &by_axis, &Str::from(mode), &Tensor::of(Array::from_scalar(fill)))
}

/// Images turned over at their edges, once: what reaches further raises.
fn symmetric<T: Element>(img: &Tensor<T>, padding: Padding) -> Fallible<Tensor<T>> {
    let Padding { left, top, right, bottom } = padding;
    let cut = |padding: i64| padding.min(0).abs();
    let (height, width) = dimensions(img)?;
    let img = slice(img, cut(top), height - cut(bottom), cut(left), width - cut(right));
    let (height, width) = dimensions(&img)?;
    let places = |before: i64, length: i64, after: i64| -> Fallible<Vec<i64>> {
        let (before, after) = (before.max(0), after.max(0));
        if before.max(after) > length {
            return Err(crate::exception::index_error("index is out of bounds for dimension with size 0"));
        }
        Ok((0..before).rev().chain(0..length).chain((0..after).map(|step| length - 1 - step)).collect())
    };
    let (rows, columns) = (places(top, height, bottom)?, places(left, width, right)?);
    let own = img.array().to_contiguous();
    let elements = own.as_slice().unwrap_or_default();
    let mut shape: Lengths = own.shape().into();
    let rank = shape.len();
    let planes: usize = shape[..rank - 2].iter().product();
    (shape[rank - 2], shape[rank - 1]) = (rows.len(), columns.len());
    let mut result = Vec::with_capacity(planes * rows.len() * columns.len());
    for plane in 0..planes as i64 {
        for row in &rows {
            let start = (plane * height + row) * width;
            result.extend(columns.iter().map(|column| elements[(start + column) as usize]));
        }
    }
    Ok(Tensor::of(Array::from_vec(result, &shape)))
}

/// `hflip(tensor)`: left to right.
///
/// # Errors
/// `TypeError` for fewer than two axes.
pub fn hflip<T: Element>(img: &Tensor<T>) -> Fallible<Tensor<T>> {
    dimensions(img)?;
    torch::flip(img, &-1)
}

/// `vflip(tensor)`: upside down.
///
/// # Errors
/// As [`hflip`].
pub fn vflip<T: Element>(img: &Tensor<T>) -> Fallible<Tensor<T>> {
    dimensions(img)?;
    torch::flip(img, &-2)
}

/// `rgb_to_grayscale(tensor)`: by the weights that torchvision has.
///
/// # Errors
/// `TypeError` for a number of channels that is neither 1 nor 3; `ValueError` for another number of output channels.
pub fn rgb_to_grayscale<T: Real>(img: &Tensor<T>, num_output_channels: i64) -> Fallible<Tensor<T>> {
    let shape = img.array().shape();
    let [outer @ .., channels, rows, columns] = shape else {
        return Err(type_error(format!(
            "Input image tensor should have at least 3 dimensions, but found {}",
            shape.len()
        )));
    };
    if !matches!(channels, 1 | 3) {
        return Err(type_error(format!(
            "Input image tensor permitted channel values are [1, 3], but found {channels}"
        )));
    }
    if !matches!(num_output_channels, 1 | 3) {
        return Err(value_error("num_output_channels should be either 1 or 3"));
    }
    let size = rows * columns;
    let own = img.array().to_vec();
    let weights = [0.2989, 0.587, 0.114].map(T::from_f64);
    let mut grey = Vec::with_capacity(own.len() / channels * num_output_channels as usize);
    for planes in own.chunks(channels * size).take(outer.iter().product()) {
        let start = grey.len();
        match *channels {
            1 => grey.extend_from_slice(planes),
            _ => grey.extend((0..size).map(|place| {
                let [r, g, b] = [0, 1, 2].map(|channel| weights[channel].multiply(planes[channel * size + place]));
                r.add(g).add(b)
            })),
        }
        for _ in 1..num_output_channels {
            grey.extend_from_within(start..start + size);
        }
    }
    let lengths: Vec<usize> = outer.iter().copied().chain([num_output_channels as usize, *rows, *columns]).collect();
    Ok(Tensor::of(numpy::Array::from_vec(grey, &lengths)))
}
