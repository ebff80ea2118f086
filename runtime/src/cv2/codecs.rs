//! `imdecode` and `imencode`: images as files in memory, their channels in the order blue, green, red.

use super::pixels::{Pixels, error};
use crate::exception::Fallible;
use crate::list::List;
use crate::numpy::Array;
use crate::pil::{EncodeOptions, Image, Mode, Raster, convert, decode, encode, imageops};
use crate::str::Str;

/// `imdecode(buf, IMREAD_COLOR)`: `None` for what is no image.
///
/// # Errors
/// `cv2.error` where there are no bytes.
pub fn imdecode_color(buf: &Array<u8>, _flags: i64) -> Fallible<Option<Array<u8>>> {
    let Some(Raster { width, height, mut pixels, .. }) = decoded(buf)? else { return Ok(None) };
    pixels.as_chunks_mut::<3>().0.iter_mut().for_each(|pixel| pixel.swap(0, 2));
    Ok(Some(Array::from_vec(pixels, &[height, width, 3])))
}

/// `imdecode(buf, IMREAD_GRAYSCALE)`: `None` for what is no image.
///
/// # Errors
/// As [`imdecode_color`].
pub fn imdecode_gray(buf: &Array<u8>, _flags: i64) -> Fallible<Option<Array<u8>>> {
    let Some(Raster { width, height, pixels, .. }) = decoded(buf)? else { return Ok(None) };
    let grey = |&[r, g, b]: &[u8; 3]| {
        // The weights of libpng, in parts of 2 to the 15.
        ((u32::from(r) * 9797 + u32::from(g) * 19234 + u32::from(b) * 3737) >> 15) as u8
    };
    let elements = pixels.as_chunks::<3>().0.iter().map(grey).collect();
    Ok(Some(Array::from_vec(elements, &[height, width])))
}

/// The image in colours, turned as it was held.
fn decoded(buf: &Array<u8>) -> Fallible<Option<Raster>> {
    if buf.size() == 0 {
        return Err(error("(-215:Assertion failed) !buf.empty()"));
    }
    let read = |data: &[u8]| {
        let image = convert(&imageops::exif_transpose(&decode(data)?)?, Mode::Rgb)?;
        image.with(|raster| Ok(raster.clone()))
    };
    // What is wrong with the file is written to standard error by OpenCV; the program is told that there is no image.
    Ok(read(&buf.to_vec()).ok())
}

/// `imencode(ext, img, params)`: always true, and the bytes of the file.
///
/// # Errors
/// `cv2.error` for an extension that is not known, or an image that is empty or has two channels.
pub fn imencode(ext: &Str, img: &Array<u8>, params: &List<i64>) -> Fallible<(bool, Array<u8>)> {
    let format = match ext.as_str().to_ascii_lowercase().trim_start_matches('.') {
        "png" => "PNG",
        "jpg" | "jpeg" | "jpe" => "JPEG",
        "bmp" | "dib" => "BMP",
        "webp" => "WEBP",
        _ => return Err(error("could not find encoder for the specified extension")),
    };
    let pixels = Pixels::of_some(img)?;
    let mut elements = pixels.elements;
    let mode = match (pixels.channels, format) {
        (1, _) => Mode::Luma,
        (3, _) => Mode::Rgb,
        // JPEG has no alpha: it is left out.
        (4, "JPEG") => {
            elements = elements.as_chunks::<4>().0.iter().flat_map(|&[b, g, r, _]| [b, g, r]).collect();
            Mode::Rgb
        }
        (4, _) => Mode::Rgba,
        _ => {
            return Err(error(
                "(-215:Assertion failed) image.channels() == 1 || image.channels() == 3 || image.channels() == 4",
            ));
        }
    };
    if mode.bands() > 1 {
        elements.chunks_exact_mut(mode.bands()).for_each(|pixel| pixel.swap(0, 2));
    }
    let raster = Raster::of(mode, pixels.columns, pixels.rows, elements);
    let file = encode(&Image::new(raster), format, options(params, format)?)?;
    Ok((true, Array::from_elements(file)))
}

/// `imencode(ext, img)`.
///
/// # Errors
/// As [`imencode`].
pub fn imencode_plain(ext: &Str, img: &Array<u8>, _params: ()) -> Fallible<(bool, Array<u8>)> {
    imencode(ext, img, &crate::list::from_vec(Vec::new()))
}

/// What pairs of numbers say: `IMWRITE_JPEG_QUALITY`, `IMWRITE_PNG_COMPRESSION`, `IMWRITE_WEBP_QUALITY`.
fn options(params: &List<i64>, format: &str) -> Fallible<EncodeOptions> {
    const QUALITY: i64 = 1;
    const COMPRESSION: i64 = 16;
    const WEBP_QUALITY: i64 = 64;
    let params = params.to_vec();
    if params.len() % 2 == 1 {
        return Err(error("(-215:Assertion failed) params.size() % 2 == 0"));
    }
    let quality = (format == "JPEG").then_some(95);
    let mut options =
        EncodeOptions { quality, compression: 1, lossless: true, exact: true, ..EncodeOptions::default() };
    for &[name, value] in params.as_chunks::<2>().0 {
        match name {
            QUALITY if format == "JPEG" => options.quality = Some(value.clamp(1, 100)),
            // More than a hundred means without loss.
            WEBP_QUALITY if format == "WEBP" && value <= 100 => {
                (options.quality, options.lossless) = (Some(value.max(1)), false);
            }
            COMPRESSION => options.compression = value.clamp(0, 9),
            QUALITY | WEBP_QUALITY => {}
            _ => {
                return Err(error(
                    "compiled code knows IMWRITE_JPEG_QUALITY, IMWRITE_PNG_COMPRESSION and IMWRITE_WEBP_QUALITY only",
                ));
            }
        }
    }
    Ok(options)
}
