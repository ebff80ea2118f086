//! JPEG where there is no C: of the crate `image`, whose numbers differ by a few.

use std::io::Cursor;

use ::image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use ::image::{ExtendedColorType, ImageDecoder};

use super::content::{Mode, Raster};
use super::encode::Options;
use crate::exception::{Exception, Fallible, unavailable};

/// Whether images are decoded in a part of their size, too.
pub const IS_SCALED: bool = false;

/// Fills in the pixels of an image of the size and the mode that the file says; whether they could be read.
///
/// # Errors
/// That inks cannot be read, where there is no C.
pub fn read(data: &[u8], _part: u32, raster: &mut Raster) -> Fallible<bool> {
    if raster.mode == Mode::Cmyk {
        return Err(unavailable("JPEG of mode CMYK is read by a library in C"));
    }
    let Ok(decoder) = JpegDecoder::new(Cursor::new(data)) else { return Ok(false) };
    Ok(decoder.total_bytes() as usize == raster.pixels.len() && decoder.read_image(&mut raster.pixels).is_ok())
}

/// The image as a file.
///
/// # Errors
/// `OSError` where it cannot be written.
pub fn write(raster: &Raster, options: &Options) -> Fallible<Vec<u8>> {
    let color = match raster.mode {
        Mode::Rgb => ExtendedColorType::Rgb8,
        Mode::Luma | Mode::Bilevel => ExtendedColorType::L8,
        _ => return Err(unavailable("JPEG of other modes than L and RGB is written by a library in C")),
    };
    let quality = options.quality.filter(|&quality| quality != -1).unwrap_or(75).clamp(1, 100) as u8;
    let mut file = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut file, quality);
    let written = encoder.encode(&raster.pixels, raster.width as u32, raster.height as u32, color);
    written.map_err(|_| Exception::new("OSError", "encoder error -2 when writing image file"))?;
    Ok(file)
}
