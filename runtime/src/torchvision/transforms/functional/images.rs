//! Images of Pillow cut, turned and resized.

use super::size::{Filling, Padding, middle, pair, resized};
use crate::exception::{Fallible, value_error};
use crate::pil::{Image, Mode, Raster, methods};
use crate::str::Str;
use crate::torch::Sizes;

fn dimensions(img: &Image) -> (i64, i64) {
    let (width, height) = methods::size(img);
    (height, width)
}

/// Pillow's number for an interpolation: it has none for `NEAREST_EXACT`.
fn filter(interpolation: i64) -> i64 {
    if interpolation == NEAREST_EXACT { 0 } else { interpolation }
}

/// The number that the catalog has for `InterpolationMode.NEAREST_EXACT`, which Pillow has not.
pub(super) const NEAREST_EXACT: i64 = -1;

/// `resize(image, size, interpolation, max_size, antialias)`: by Pillow.
///
/// # Errors
/// `ValueError` for a size of another number of lengths, or one that is empty; `KeyError` for an unknown interpolation.
pub fn resize(
    img: &Image,
    size: &impl Sizes,
    interpolation: i64,
    max_size: Option<i64>,
    _antialias: Option<bool>,
) -> Fallible<Image> {
    let (rows, columns) = resized(dimensions(img), size, max_size)?;
    if (rows, columns) == dimensions(img) {
        return Ok(img.clone());
    }
    methods::resize(img, &(columns, rows), Some(filter(interpolation)), &None, None)
}

/// `crop(image, top, left, height, width)`; what lies outside is black.
///
/// # Errors
/// Those of `Image.crop`.
pub fn crop(img: &Image, top: i64, left: i64, height: i64, width: i64) -> Fallible<Image> {
    methods::crop(img, &(left as f64, top as f64, (left + width) as f64, (top + height) as f64))
}

/// `center_crop(image, size)`; a smaller image is filled up with black.
///
/// # Errors
/// Those of `Image.crop`; `ValueError` for a size of another number of lengths.
pub fn center_crop(img: &Image, output_size: &impl Sizes) -> Fallible<Image> {
    let middle = middle(dimensions(img), output_size)?;
    let padded = match middle.padding {
        Some(padding) => img.derive(|raster| pad_raster(raster, padding, Filling::Constant, &[0; 4]))?,
        None => img.clone(),
    };
    match middle.corner {
        Some((top, left)) => crop(&padded, top, left, middle.size.0, middle.size.1),
        None => Ok(padded),
    }
}

/// `five_crop(image, size)`: the corners, top left first, and the middle.
///
/// # Errors
/// `ValueError` where the image is smaller.
pub fn five_crop(img: &Image, size: &impl Sizes) -> Fallible<(Image, Image, Image, Image, Image)> {
    let (rows, columns) = pair(size).map_err(|_| value_error("Please provide only two dimensions (h, w) for size."))?;
    let (height, width) = dimensions(img);
    if columns > width || rows > height {
        return Err(value_error(format!(
            "Requested crop size ({rows}, {columns}) is bigger than input size ({height}, {width})"
        )));
    }
    let at = |top: i64, left: i64| crop(img, top, left, rows, columns);
    let (bottom, right) = (height - rows, width - columns);
    Ok((at(0, 0)?, at(0, right)?, at(bottom, 0)?, at(bottom, right)?, center_crop(img, &(rows, columns))?))
}

/// `pad(image, padding, fill, padding_mode)` of an image whose bands are bytes.
///
/// # Errors
/// `ValueError` for another number of numbers, an unknown mode, or a fill of another number of bands.
pub fn pad(img: &Image, padding: &impl Sizes, fill: &impl Sizes, padding_mode: &Str) -> Fallible<Image> {
    let padding = Padding::of(padding)?;
    let filling = Filling::of(padding_mode.as_str())?;
    let pixel = match filling {
        Filling::Constant => pixel(fill, img.mode())?,
        _ => vec![0; img.mode().bands()],
    };
    let padded = img.with(|raster| pad_raster(raster, padding, filling, &pixel))?;
    Ok(Image::new(padded))
}

/// A colour: one number for all bands, or one for each. Pillow cuts numbers at the ends of a byte.
fn pixel(fill: &impl Sizes, mode: Mode) -> Fallible<Vec<u8>> {
    let (given, bands) = (fill.sizes(), mode.bands());
    let given = match given.as_slice() {
        [all] => vec![*all; bands],
        _ if given.len() == bands => given,
        _ => {
            return Err(value_error(format!(
                "The number of elements in 'fill' does not match the number of channels of the image ({} != {bands})",
                given.len()
            )));
        }
    };
    Ok(given.into_iter().map(|value| value.clamp(0, 255) as u8).collect())
}

fn pad_raster(raster: &Raster, padding: Padding, filling: Filling, pixel: &[u8]) -> Fallible<Raster> {
    let (width, height) = (raster.width as i64, raster.height as i64);
    let (columns, rows) = (width + padding.left + padding.right, height + padding.top + padding.bottom);
    if columns < 0 || rows < 0 {
        return Err(value_error("Width and height must be >= 0"));
    }
    if filling != Filling::Constant && (width == 0 || height == 0) && columns * rows > 0 {
        return Err(value_error("can't extend empty axis 0 using modes other than 'constant' or 'empty'"));
    }
    let mut out = Raster::zeros(raster.mode, columns as usize, rows as usize)?;
    let pixel = &pixel[..raster.mode.size()];
    // Negative padding cuts first: what is repeated is what is left.
    let (left, top) = (padding.left.min(0).abs(), padding.top.min(0).abs());
    let across = width - left - padding.right.min(0).abs();
    let down = height - top - padding.bottom.min(0).abs();
    for y in 0..rows {
        let from_y = filling.source(y - padding.top.max(0), down);
        for x in 0..columns {
            let from_x = filling.source(x - padding.left.max(0), across);
            let bytes = match (from_x, from_y) {
                (Some(from_x), Some(from_y)) => raster.pixel(from_x + left as usize, from_y + top as usize),
                _ => pixel,
            };
            out.pixel_mut(x as usize, y as usize).copy_from_slice(bytes);
        }
    }
    Ok(out)
}

/// `rotate(image, angle, interpolation, expand, center, fill)`: counter-clockwise.
///
/// # Errors
/// `ValueError` for a filter that cannot be used, or a fill of another number of bands.
pub fn rotate(
    img: &Image,
    angle: f64,
    interpolation: i64,
    expand: bool,
    center: &Option<(f64, f64)>,
    fill: &impl Sizes,
) -> Fallible<Image> {
    let color: Vec<i64> = pixel(fill, img.mode())?.into_iter().map(i64::from).collect();
    let (filter, color) = (filter(interpolation), color.as_slice());
    match *color {
        [grey] => methods::rotate(img, angle, filter, expand, center, &None, &grey),
        [a, b] => methods::rotate(img, angle, filter, expand, center, &None, &(a, b)),
        [a, b, c] => methods::rotate(img, angle, filter, expand, center, &None, &(a, b, c)),
        [a, b, c, d] => methods::rotate(img, angle, filter, expand, center, &None, &(a, b, c, d)),
        _ => Err(value_error("image has wrong mode")),
    }
}

/// `hflip(image)`: left to right.
///
/// # Errors
/// Where the pixels could not be decoded.
pub fn hflip(img: &Image) -> Fallible<Image> {
    methods::transpose(img, 0)
}

/// `vflip(image)`: upside down.
///
/// # Errors
/// As [`hflip`].
pub fn vflip(img: &Image) -> Fallible<Image> {
    methods::transpose(img, 1)
}

/// `to_grayscale(image)` of one channel.
///
/// # Errors
/// As [`hflip`].
pub fn to_grayscale(img: &Image, _num_output_channels: i64) -> Fallible<Image> {
    methods::convert(img, &Str::literal("L"))
}

/// `to_grayscale(image, 3)`: the grey in three channels.
///
/// # Errors
/// As [`hflip`].
pub fn to_grayscale_rgb(img: &Image, _num_output_channels: i64) -> Fallible<Image> {
    let grey = methods::convert(img, &Str::literal("L"))?;
    let pixels = |raster: &Raster| {
        let pixels = raster.pixels.iter().flat_map(|&grey| [grey; 3]).collect();
        Ok(Raster::of(Mode::Rgb, raster.width, raster.height, pixels))
    };
    Ok(Image::new(grey.with(pixels)?))
}

/// `get_dimensions(image)`: channels, rows and columns.
#[must_use]
pub fn get_dimensions(img: &Image) -> crate::list::List<i64> {
    let (height, width) = dimensions(img);
    crate::list::from_vec(vec![img.mode().bands() as i64, height, width])
}

/// `get_image_size(image)`: columns and rows.
#[must_use]
pub fn get_image_size(img: &Image) -> crate::list::List<i64> {
    let (height, width) = dimensions(img);
    crate::list::from_vec(vec![width, height])
}
