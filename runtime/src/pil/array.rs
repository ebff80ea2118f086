//! Images to arrays and back.

use std::any::Any;

use super::content::{Image, Mode, Raster};
use super::convert::{float, int};
use crate::exception::{Fallible, Raised, type_error, value_error};
use crate::numpy::{Array, Cast, DType, Element, ElementType};
use crate::str::Str;

/// `np.array(image)` of a mode whose bands are bytes: rows, columns, and bands where there are several.
///
/// # Errors
/// Where the pixels could not be decoded.
pub fn array(image: &Image) -> Fallible<Array<u8>> {
    image.with(|raster| Ok(Array::from_vec(raster.pixels.clone(), &shape(raster))))
}

/// `np.array(image)` of mode `1`.
///
/// # Errors
/// As [`array`].
pub fn array_bool(image: &Image) -> Fallible<Array<bool>> {
    image.with(|raster| Ok(Array::from_vec(raster.pixels.iter().map(|&value| value != 0).collect(), &shape(raster))))
}

/// `np.array(image)` of mode `I`.
///
/// # Errors
/// As [`array`].
pub fn array_int(image: &Image) -> Fallible<Array<i32>> {
    image.with(|raster| Ok(Array::from_vec(raster.pixels.chunks_exact(4).map(int).collect(), &shape(raster))))
}

/// `np.array(image)` of mode `F`.
///
/// # Errors
/// As [`array`].
pub fn array_float(image: &Image) -> Fallible<Array<f32>> {
    image.with(|raster| Ok(Array::from_vec(raster.pixels.chunks_exact(4).map(float).collect(), &shape(raster))))
}

/// `np.array(image, dtype)`.
///
/// # Errors
/// As [`array`].
pub fn array_as<D: Element>(image: &Image, dtype: DType<D>) -> Fallible<Array<D>>
where
    u8: Cast<D>,
    bool: Cast<D>,
    i32: Cast<D>,
    f32: Cast<D>,
{
    Ok(match image.mode() {
        Mode::Bilevel => crate::numpy::ndarray::astype(&array_bool(image)?, dtype),
        Mode::Int => crate::numpy::ndarray::astype(&array_int(image)?, dtype),
        Mode::Float => crate::numpy::ndarray::astype(&array_float(image)?, dtype),
        _ => crate::numpy::ndarray::astype(&array(image)?, dtype),
    })
}

macro_rules! read_only {
    ($($name:ident = $writable:ident, $element:ty;)*) => { $(
        /// `np.asarray(image)`: as numpy has it, an array that cannot be written to.
        ///
        /// # Errors
        /// As [`array`].
        pub fn $name(image: &Image) -> Fallible<Array<$element>> {
            let array = $writable(image)?;
            array.freeze();
            Ok(array)
        }
    )* };
}
read_only! {
    asarray = array, u8;
    asarray_bool = array_bool, bool;
    asarray_int = array_int, i32;
    asarray_float = array_float, f32;
}

/// `np.asarray(image, dtype)`.
///
/// # Errors
/// As [`array`].
pub fn asarray_as<D: Element>(image: &Image, dtype: DType<D>) -> Fallible<Array<D>>
where
    u8: Cast<D>,
    bool: Cast<D>,
    i32: Cast<D>,
    f32: Cast<D>,
{
    let array = array_as(image, dtype)?;
    let own = match image.mode() {
        Mode::Bilevel => ElementType::Bool,
        Mode::Int => ElementType::Int32,
        Mode::Float => ElementType::Float32,
        _ => ElementType::UInt8,
    };
    if own == D::TYPE {
        array.freeze();
    }
    Ok(array)
}

fn shape(raster: &Raster) -> Vec<usize> {
    let bands = raster.mode.bands();
    [raster.height, raster.width].into_iter().chain((bands > 1).then_some(bands)).collect()
}

/// `Image.fromarray(array)`.
///
/// # Errors
/// `TypeError` for an array that no image is made of.
pub fn fromarray<T: Element>(array: &Array<T>) -> Fallible<Image> {
    let shape = array.shape().to_vec();
    let elements = array.to_contiguous();
    let mode = match (T::TYPE, shape.get(2)) {
        (ElementType::UInt8, None) => Mode::Luma,
        (ElementType::UInt8, Some(2)) => Mode::LumaAlpha,
        (ElementType::UInt8, Some(3)) => Mode::Rgb,
        (ElementType::UInt8, Some(4)) => Mode::Rgba,
        (ElementType::Bool, None) => Mode::Bilevel,
        (ElementType::Int32, None) => Mode::Int,
        (ElementType::Float32 | ElementType::Float64, None) => Mode::Float,
        _ => return Err(cannot_handle::<T>(&shape)),
    };
    if shape.len() > 3 {
        return Err(value_error(format!("Too many dimensions: {} > {}.", shape.len(), mode.bands().min(3))));
    }
    let [height, width] = match shape[..] {
        [] => return Err(crate::exception::index_error("tuple index out of range")),
        [length] => [length, 1],
        [height, width, ..] => [height, width],
    };
    let bytes = match (&elements as &dyn Any).downcast_ref::<Array<u8>>() {
        Some(bytes) => bytes.to_vec(),
        None => pixels_of(&elements, mode),
    };
    Ok(Image::new(Raster::of(mode, width, height, bytes)))
}

/// `Image.fromarray(array, mode)`, of the modes that arrays of that kind have without being told.
///
/// # Errors
/// As for [`fromarray`], and `ValueError` for the pixels of another mode.
pub fn fromarray_as<T: Element>(array: &Array<T>, mode: &Str) -> Fallible<Image> {
    let image = fromarray(array)?;
    if image.mode().name() != mode.as_str() {
        return Err(value_error("Invalid mode for data type"));
    }
    Ok(image)
}

fn pixels_of<T: Element>(elements: &Array<T>, mode: Mode) -> Vec<u8> {
    let elements = elements.elements();
    match mode {
        Mode::Bilevel => elements.map(|value| if value.truth() { 255 } else { 0 }).collect(),
        Mode::Int => elements.flat_map(|value| (value.to_i64() as i32).to_ne_bytes()).collect(),
        _ => elements.flat_map(|value| (value.to_f64() as f32).to_ne_bytes()).collect(),
    }
}

#[cold]
fn cannot_handle<T: Element>(shape: &[usize]) -> Raised {
    let rest: String = shape.iter().skip(2).map(|length| format!(", {length}")).collect();
    let code = match T::TYPE {
        ElementType::Bool => "|b1",
        ElementType::Int32 => "<i4",
        ElementType::Float32 => "<f4",
        ElementType::Float64 => "<f8",
        _ => "|u1",
    };
    type_error(format!("Cannot handle this data type: (1, 1{rest}), {code}"))
}
