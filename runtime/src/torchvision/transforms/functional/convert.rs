//! Images and arrays to tensors, tensors to images.

use crate::exception::{Fallible, value_error};
use crate::numpy::{self, Array, Cast, Element, Real};
use crate::pil::{self, Image};
use crate::torch::Tensor;

/// The bands of an image of bytes: channels, rows, columns.
fn bands(pic: &Image) -> Fallible<Array<u8>> {
    channels_first(&pil::array(pic)?)
}

/// Rows, columns and channels as channels, rows and columns: a view.
fn channels_first<T: Element>(array: &Array<T>) -> Fallible<Array<T>> {
    let array = if array.rank() == 2 { numpy::expand_dims(array, &2)? } else { array.clone() };
    Ok(numpy::permuted(&array, &[2, 0, 1]))
}

/// `to_tensor(image)`: channels first, from 0 to 1.
///
/// # Errors
/// Where the pixels could not be decoded.
pub fn to_tensor(pic: &Image) -> Fallible<Tensor<f32>> {
    Ok(Tensor::of(unit(&bands(pic)?.to_contiguous())))
}

/// Bytes from 0 to 1.
fn unit(array: &Array<u8>) -> Array<f32> {
    array.map(|value| f32::from(value) / 255.0)
}

/// `to_tensor(array)` of bytes.
///
/// # Errors
/// None: the analyzer knows the number of axes.
pub fn to_tensor_of_bytes(pic: &Array<u8>) -> Fallible<Tensor<f32>> {
    Ok(Tensor::of(unit(&channels_first(pic)?.to_contiguous())))
}

/// `to_tensor(array)` of other numbers, which stay as they are.
///
/// # Errors
/// As [`to_tensor_of_bytes`].
pub fn to_tensor_of_array<T: Element>(pic: &Array<T>) -> Fallible<Tensor<T>> {
    Ok(Tensor::of(channels_first(pic)?.to_contiguous()))
}

/// `pil_to_tensor(image)`: channels first, bytes.
///
/// # Errors
/// Where the pixels could not be decoded.
pub fn pil_to_tensor(pic: &Image) -> Fallible<Tensor<u8>> {
    Ok(Tensor::of(bands(pic)?))
}

/// Rows, columns and channels of bytes as an image.
fn image(array: &Array<u8>) -> Fallible<Image> {
    match *array.shape() {
        [height, width, 1] => pil::image::fromarray(&numpy::reshape_to(array, &[height as i64, width as i64])?),
        [_, _, channels] if channels > 4 => {
            Err(value_error(format!("pic should not have > 4 channels. Got {channels} channels.")))
        }
        _ => pil::image::fromarray(array),
    }
}

/// Channels, rows and columns as rows, columns and channels.
fn channels_last<T: Element>(pic: &Tensor<T>) -> Array<T> {
    match pic.array().rank() {
        3 => numpy::permuted(pic.array(), &[1, 2, 0]).to_contiguous(),
        _ => pic.array().to_contiguous(),
    }
}

/// `to_pil_image(tensor)` of bytes.
///
/// # Errors
/// `ValueError` for more than four channels.
pub fn to_pil_image(pic: &Tensor<u8>, _mode: ()) -> Fallible<Image> {
    image(&channels_last(pic))
}

/// `to_pil_image(tensor)` of numbers from 0 to 1.
///
/// # Errors
/// As [`to_pil_image`].
pub fn to_pil_image_of_unit<T: Real + Cast<u8>>(pic: &Tensor<T>, _mode: ()) -> Fallible<Image> {
    image(&bytes(&channels_last(pic)))
}

/// `to_pil_image(array)` of bytes.
///
/// # Errors
/// As [`to_pil_image`].
pub fn to_pil_image_of_array(pic: &Array<u8>, _mode: ()) -> Fallible<Image> {
    image(&pic.to_contiguous())
}

/// `to_pil_image(array)` of numbers from 0 to 1.
///
/// # Errors
/// As [`to_pil_image`].
pub fn to_pil_image_of_unit_array<T: Real + Cast<u8>>(pic: &Array<T>, _mode: ()) -> Fallible<Image> {
    image(&bytes(&pic.to_contiguous()))
}

fn bytes<T: Real + Cast<u8>>(array: &Array<T>) -> Array<u8> {
    let most = T::from_f64(255.0);
    array.map(|value| value.multiply(most).cast())
}

/// `convert_image_dtype(image, dtype)` of bytes: from 0 to 1.
pub fn convert_bytes<U: Real>(image: &Tensor<u8>, _dtype: crate::torch::DType<U>) -> Tensor<U> {
    let most = U::from_f64(255.0);
    Tensor::of(image.array().map(|value| U::from_i64(value.into()).divide(most)))
}

/// `convert_image_dtype(image)` of bytes, `float32` by default.
pub fn convert_bytes_by_default(image: &Tensor<u8>) -> Tensor<f32> {
    convert_bytes(image, crate::torch::DType::new())
}

/// `convert_image_dtype(image, torch.uint8)` of numbers from 0 to 1.
///
/// # Errors
/// None; torch itself raises for `float32` and 32 bits or more only.
pub fn convert_to_bytes<T: Real + Cast<u8>>(image: &Tensor<T>, _dtype: crate::torch::DType<u8>) -> Tensor<u8> {
    // Just less than 256, so that 1 becomes 255 and all bytes have an equal share.
    let scale = T::from_f64(255.0 + 1.0 - 1e-3);
    Tensor::of(image.array().map(|value| value.multiply(scale).cast()))
}
