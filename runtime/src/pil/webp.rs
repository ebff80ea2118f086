//! WebP as libwebp reads and writes it, which Pillow uses.

use std::mem::MaybeUninit;
use std::ptr;

use libwebp_sys as c;

use super::content::{Mode, Raster};
use super::encode::Options;
use crate::exception::{Fallible, memory_error, value_error};

/// A file that can be read: of an animated one the first image.
pub struct Decoder<'d> {
    decoder: *mut c::WebPAnimDecoder,
    features: c::WebPBitstreamFeatures,
    /// The decoder holds their address.
    _data: &'d [u8],
}

impl<'d> Decoder<'d> {
    /// What reads a file; `None` where it is none.
    pub fn new(data: &'d [u8]) -> Option<Self> {
        let mut features = MaybeUninit::uninit();
        let file = c::WebPData { bytes: data.as_ptr(), size: data.len() };
        // SAFETY: the data outlive the decoder; the library fills in the features where it says so.
        unsafe {
            let status = c::WebPGetFeatures(data.as_ptr(), data.len(), features.as_mut_ptr());
            if status != c::VP8StatusCode::VP8_STATUS_OK {
                return None;
            }
            let decoder = c::WebPAnimDecoderNew(&raw const file, ptr::null());
            if decoder.is_null() {
                return None;
            }
            Some(Self { decoder, features: features.assume_init(), _data: data })
        }
    }

    /// Width and height.
    pub fn size(&self) -> (u32, u32) {
        (self.features.width as u32, self.features.height as u32)
    }

    /// Whether pixels have an alpha.
    pub fn has_alpha(&self) -> bool {
        self.features.has_alpha != 0
    }

    /// Fills in the pixels of an image of that size, with alpha where there is one; whether they could be read.
    pub fn read(self, raster: &mut Raster) -> bool {
        let (mut pixels, mut time) = (ptr::null_mut(), 0);
        let size = raster.mode.size();
        let count = raster.width * raster.height * 4;
        // SAFETY: the library gives as many pixels of four bytes as it said.
        let pixels = unsafe {
            if c::WebPAnimDecoderGetNext(self.decoder, &raw mut pixels, &raw mut time) == 0 {
                return false;
            }
            std::slice::from_raw_parts(pixels, count)
        };
        let to = raster.pixels.chunks_exact_mut(size);
        to.zip(pixels.chunks_exact(4)).for_each(|(to, from)| to.copy_from_slice(&from[..size]));
        true
    }
}

impl Drop for Decoder<'_> {
    fn drop(&mut self) {
        // SAFETY: the decoder was made.
        unsafe { c::WebPAnimDecoderDelete(self.decoder) };
    }
}

/// An image of mode `RGB` or `RGBA` as a file.
///
/// # Errors
/// `ValueError` for a quality or a method that there is not, and an image that is too large; `MemoryError` for an empty one.
pub fn write(raster: &Raster, options: &Options) -> Fallible<Vec<u8>> {
    let mut config = c::WebPConfig::new().map_err(|()| value_error("invalid configuration"))?;
    config.lossless = options.lossless.into();
    config.quality = options.quality.unwrap_or(80) as f32;
    config.alpha_quality = clamped(options.alpha_quality);
    config.method = clamped(options.method);
    config.exact = options.exact.into();
    // SAFETY: the library has filled it in.
    if unsafe { c::WebPValidateConfig(&raw const config) } == 0 {
        return Err(value_error("invalid configuration"));
    }
    let mut picture = Picture::of(raster)?;
    let mut file = Vec::new();
    picture.0.writer = Some(append);
    picture.0.custom_ptr = (&raw mut file).cast();
    // SAFETY: the picture has its pixels, and the file lives as long as it.
    if unsafe { c::WebPEncode(&raw const config, &raw mut picture.0) } == 0 {
        let code = picture.0.error_code as i32;
        let why = match picture.0.error_code {
            c::WebPEncodingError::VP8_ENC_ERROR_BAD_DIMENSION => ": Image size exceeds WebP limit of 16383 pixels",
            _ => "",
        };
        return Err(value_error(format!("encoding error {code}{why}")));
    }
    Ok(file)
}

fn clamped(number: i64) -> i32 {
    number.clamp(-1, i64::from(i32::MAX)) as i32
}

/// Writes a part of a file.
unsafe extern "C" fn append(data: *const u8, size: usize, picture: *const c::WebPPicture) -> i32 {
    // SAFETY: `write` put a vector there, and the library has as many bytes as it says.
    unsafe {
        let file = &mut *(*picture).custom_ptr.cast::<Vec<u8>>();
        file.extend_from_slice(std::slice::from_raw_parts(data, size));
    }
    1
}

/// Pixels as the library keeps them.
struct Picture(c::WebPPicture);

impl Picture {
    fn of(raster: &Raster) -> Fallible<Self> {
        let picture = c::WebPPicture::new().map_err(|()| value_error("could not initialise picture"))?;
        let mut picture = Self(picture);
        picture.0.use_argb = 1;
        picture.0.width = raster.width as i32;
        picture.0.height = raster.height as i32;
        // SAFETY: the library has filled the picture in, and allocates as many numbers for each row as it says.
        unsafe {
            if c::WebPPictureAlloc(&raw mut picture.0) == 0 {
                return Err(memory_error("can't allocate picture frame"));
            }
            for y in 0..raster.height {
                let row = picture.0.argb.add(y * picture.0.argb_stride as usize);
                let row = std::slice::from_raw_parts_mut(row, raster.width);
                for (to, from) in row.iter_mut().zip(raster.row(y).chunks_exact(raster.mode.size())) {
                    let alpha = if raster.mode == Mode::Rgba { from[3] } else { 255 };
                    *to = u32::from_be_bytes([alpha, from[0], from[1], from[2]]);
                }
            }
        }
        Ok(picture)
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        // SAFETY: the library has filled it in.
        unsafe { c::WebPPictureFree(&raw mut self.0) };
    }
}
