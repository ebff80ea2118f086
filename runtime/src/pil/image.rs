//! The module `PIL.Image`: making images. Methods of images are in [`image`].

pub use super::access::{PixelAccess, PixelAccess2, PixelAccess3, PixelAccess4, PixelAccessFloat};
pub use super::array::{fromarray, fromarray_as};
pub use super::methods as image;

use super::color::{self, Color, Ink};
use super::content::{Image, Mode, Raster, dimension};
use super::convert::raster_in;
use super::paste;
use crate::bytes::Bytes;
use crate::exception::{Fallible, Raised, value_error};
use crate::io::BytesIO;
use crate::list::List;
use crate::sequence::Sequence;
use crate::str::Str;

/// `Image.open(fp)` of bytes in memory.
///
/// # Errors
/// `UnidentifiedImageError` where the bytes are no image; `OSError` where they end within its head.
pub fn open(fp: &BytesIO) -> Fallible<Image> {
    super::decode(crate::io::bytes_io::getvalue(fp)?.as_slice())
}

/// `Image.new(mode, size, color)`.
///
/// # Errors
/// `ValueError` for an unknown mode or a negative size; `TypeError` for a colour that is none of the mode.
pub fn new(mode: &Str, size: &(i64, i64), color: &impl Color) -> Fallible<Image> {
    filled(mode.as_str(), *size, color.ink())
}

fn filled(mode: &str, size: (i64, i64), ink: Ink) -> Fallible<Image> {
    if size.0 < 0 || size.1 < 0 {
        return Err(value_error("Width and height must be >= 0"));
    }
    let mode = Mode::of(mode)?;
    let pixel = color::pixel_of(ink, mode)?;
    let mut raster = Raster::zeros(mode, dimension(size.0)?, dimension(size.1)?)?;
    if let Some(pixel) = pixel.filter(|pixel| pixel.iter().any(|&byte| byte != 0)) {
        raster.pixels.chunks_exact_mut(pixel.len()).for_each(|place| place.copy_from_slice(&pixel));
    }
    Ok(Image::new(raster))
}

/// `Image.frombytes(mode, size, data)`.
///
/// # Errors
/// `ValueError` for too few or too many bytes, an unknown mode or a negative size.
pub fn frombytes(mode: &Str, size: &(i64, i64), data: &Bytes) -> Fallible<Image> {
    from_rows(mode, size, data)
}

/// `Image.frombytes(mode, size, data, "raw", rawmode, 0, orientation)`, and `Image.frombuffer`.
///
/// # Errors
/// As [`frombytes`]; `ValueError` for bytes that are not read in this order.
pub fn frombytes_raw(
    mode: &Str,
    size: &(i64, i64),
    data: &Bytes,
    _decoder: &Str,
    rawmode: &Str,
    _stride: i64,
    orientation: i64,
) -> Fallible<Image> {
    let order = Order::of(mode.as_str(), rawmode.as_str())?;
    let read = if order == Order::Same {
        from_rows(mode, size, data)?
    } else {
        let bands = rawmode.as_str().len();
        let reordered =
            data.as_slice().chunks_exact(bands).flat_map(|pixel| order.applied(pixel, bands.min(mode.as_str().len())));
        from_rows(mode, size, &Bytes::from(reordered.collect::<Vec<u8>>()))?
    };
    if orientation < 0 { image::transpose(&read, 1) } else { Ok(read) }
}

/// `Image.frombuffer(mode, size, data, "raw", rawmode, 0, orientation)`.
///
/// # Errors
/// As [`frombytes_raw`]; `ValueError` for a byte too many in each pixel, of which Pillow makes an image of another mode.
pub fn frombuffer_raw(
    mode: &Str,
    size: &(i64, i64),
    data: &Bytes,
    decoder: &Str,
    rawmode: &Str,
    stride: i64,
    orientation: i64,
) -> Fallible<Image> {
    if Order::of(mode.as_str(), rawmode.as_str())? == Order::Padded {
        return Err(value_error("compiled code makes no image of mode RGBX"));
    }
    frombytes_raw(mode, size, data, decoder, rawmode, stride, orientation)
}

/// In which order the bytes of a pixel are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Same,
    /// Blue comes first.
    Reversed,
    /// As the bands, and another byte.
    Padded,
}

impl Order {
    /// # Errors
    /// `ValueError` for an order that is not known.
    pub(super) fn of(mode: &str, rawmode: &str) -> Fallible<Self> {
        match (mode, rawmode) {
            (mode, rawmode) if mode == rawmode => Ok(Self::Same),
            ("RGB", "BGR" | "BGRX") | ("RGBA", "BGRA") => Ok(Self::Reversed),
            ("RGB", "RGBX") => Ok(Self::Padded),
            _ => Err(value_error(format!(
                "compiled code knows no bytes in the order {rawmode} for images of mode {mode}"
            ))),
        }
    }

    fn applied(self, pixel: &[u8], bands: usize) -> impl Iterator<Item = u8> {
        let mut pixel = pixel.to_vec();
        if self == Self::Reversed {
            pixel.swap(0, 2);
        }
        pixel.into_iter().take(bands)
    }
}

fn from_rows(mode: &Str, size: &(i64, i64), data: &Bytes) -> Fallible<Image> {
    if size.0 < 0 || size.1 < 0 {
        return Err(value_error("Width and height must be >= 0"));
    }
    let mode = Mode::of(mode.as_str())?;
    let (width, height) = (dimension(size.0)?, dimension(size.1)?);
    let mut raster = Raster::zeros(mode, width, height)?;
    let data = data.as_slice();
    if width == 0 || height == 0 {
        return Ok(Image::new(raster));
    }
    let row = if mode == Mode::Bilevel { width.div_ceil(8) } else { width * mode.size() };
    match data.len().cmp(&(row * height)) {
        std::cmp::Ordering::Less => return Err(value_error("not enough image data")),
        // Pillow counts the rows that it needs, and does not mind the rest.
        std::cmp::Ordering::Greater | std::cmp::Ordering::Equal => {}
    }
    if mode == Mode::Bilevel {
        for y in 0..height {
            for x in 0..width {
                let bit = data[y * row + x / 8] >> (7 - x % 8) & 1;
                raster.pixel_mut(x, y)[0] = if bit == 0 { 0 } else { 255 };
            }
        }
    } else {
        raster.pixels.copy_from_slice(&data[..row * height]);
    }
    Ok(Image::new(raster))
}

/// `Image.merge(mode, bands)`.
///
/// # Errors
/// `ValueError` for another number of bands than the mode has, or bands of different modes or sizes.
pub fn merge(mode: &Str, bands: &Sequence<Image>) -> Fallible<Image> {
    merged(mode.as_str(), bands.as_slice())
}

/// `Image.merge(mode, bands)` of a list.
///
/// # Errors
/// As [`merge`].
pub fn merge_list(mode: &Str, bands: &List<Image>) -> Fallible<Image> {
    merged(mode.as_str(), &bands.to_vec())
}

fn merged(mode: &str, bands: &[Image]) -> Fallible<Image> {
    let mode = Mode::of(mode).map_err(|_| crate::exception::key_error(format!("'{mode}'")))?;
    if mode.bands() != bands.len() {
        return Err(value_error("wrong number of bands"));
    }
    for band in bands.iter().skip(1) {
        if band.mode() != Mode::Luma {
            return Err(value_error("mode mismatch"));
        }
        if band.dimensions() != bands[0].dimensions() {
            return Err(value_error("size mismatch"));
        }
    }
    // Of the first band Pillow looks at no more than what a pixel takes.
    let is_of_bytes = matches!(bands[0].mode(), Mode::Luma | Mode::Bilevel | Mode::Palette);
    if bands[0].mode() != mode && mode.bands() == 1 {
        return Err(value_error("images do not match"));
    }
    if mode.bands() > 1 && !is_of_bytes {
        return Err(value_error("image has wrong mode"));
    }
    bands[0].derive(|first| {
        let mut out = Raster::zeros(mode, first.width, first.height)?;
        let size = mode.size();
        if mode == first.mode {
            return Ok(first.clone());
        }
        for (place, band) in bands.iter().enumerate() {
            band.with(|band| {
                let pixels = out.pixels.chunks_exact_mut(size).zip(&band.pixels);
                pixels.for_each(|(pixel, value)| pixel[place] = *value);
                Ok(())
            })?;
        }
        Ok(out)
    })
}

/// `Image.blend(im1, im2, alpha)`.
///
/// # Errors
/// `ValueError` for images of different modes or sizes.
pub fn blend(im1: &Image, im2: &Image, alpha: f64) -> Fallible<Image> {
    im1.derive(|first| im2.with(|second| paste::blend(first, second, alpha)))
}

/// `Image.alpha_composite(im1, im2)`.
///
/// # Errors
/// `ValueError` for images of different sizes.
pub fn alpha_composite(im1: &Image, im2: &Image) -> Fallible<Image> {
    im1.derive(|below| im2.with(|above| paste::alpha_composite(below, above)))
}

/// `Image.composite(image1, image2, mask)`.
///
/// # Errors
/// `ValueError` for images of different sizes, or a mask that is none.
pub fn composite(image1: &Image, image2: &Image, mask: &Image) -> Fallible<Image> {
    image2.derive(|below| {
        let mut out = below.clone();
        let above = image1.with(|above| raster_in(above, below.mode))?;
        let part = (0, 0, above.width as i64, above.height as i64);
        mask.with(|mask| paste::paste(&mut out, &paste::Source::Image(&above), part, Some(mask)))?;
        Ok(out)
    })
}

/// The bands of another number than is wanted.
#[cold]
pub(super) fn wrong_mode() -> Raised {
    value_error("image has wrong mode")
}
