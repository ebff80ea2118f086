//! WebP where there is no C: of the crate `image`, which reads it with numbers that differ by a few and writes it without loss.

use std::io::Cursor;

use ::image::codecs::webp::{WebPDecoder, WebPEncoder};
use ::image::{ColorType, ExtendedColorType, ImageDecoder};

use super::content::{Mode, Raster};
use super::encode::Options;
use crate::exception::{Exception, Fallible, memory_error, unavailable};

/// A file that can be read.
pub struct Decoder<'d>(WebPDecoder<Cursor<&'d [u8]>>);

impl<'d> Decoder<'d> {
    /// What reads a file; `None` where it is none.
    pub fn new(data: &'d [u8]) -> Option<Self> {
        WebPDecoder::new(Cursor::new(data)).ok().map(Self)
    }

    /// Width and height.
    pub fn size(&self) -> (u32, u32) {
        self.0.dimensions()
    }

    /// Whether pixels have an alpha.
    pub fn has_alpha(&self) -> bool {
        self.0.color_type() == ColorType::Rgba8
    }

    /// Fills in the pixels of an image of that size, with alpha where there is one; whether they could be read.
    pub fn read(self, raster: &mut Raster) -> bool {
        self.0.total_bytes() as usize == raster.pixels.len() && self.0.read_image(&mut raster.pixels).is_ok()
    }
}

/// An image of mode `RGB` or `RGBA` as a file.
///
/// # Errors
/// `MemoryError` for an empty one; that it cannot be written with loss, where there is no C.
pub fn write(raster: &Raster, options: &Options) -> Fallible<Vec<u8>> {
    if raster.width == 0 || raster.height == 0 {
        return Err(memory_error("can't allocate picture frame"));
    }
    if !options.lossless {
        return Err(unavailable("WebP is written with loss by a library in C"));
    }
    let mut raster = raster.clone();
    let color = if raster.mode == Mode::Rgba { ExtendedColorType::Rgba8 } else { ExtendedColorType::Rgb8 };
    if raster.mode == Mode::Rgba && !options.exact {
        // What cannot be seen is black, as in libwebp.
        raster.pixels.as_chunks_mut::<4>().0.iter_mut().filter(|pixel| pixel[3] == 0).for_each(|pixel| *pixel = [0; 4]);
    }
    let mut file = Vec::new();
    let encoder = WebPEncoder::new_lossless(&mut file);
    let written = encoder.encode(&raster.pixels, raster.width as u32, raster.height as u32, color);
    written.map_err(|error| Exception::new("OSError", format!("encoder error: {error}")))?;
    Ok(file)
}
