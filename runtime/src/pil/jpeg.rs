//! JPEG as libjpeg-turbo reads and writes it, which Pillow uses: its C code, in the form that mozjpeg gives it, whose additions
//! are turned off.

use std::ffi::{c_int, c_ulong};
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::ptr;

use mozjpeg_sys as c;

use super::content::{Mode, Raster};
use super::encode::Options;
use crate::exception::{Exception, Fallible};

/// What an error of the library unwinds with.
struct Broken;

/// Whether images are decoded in a part of their size, too.
pub const IS_SCALED: bool = true;

/// Fills in the pixels of an image of the mode that the file says, and of the size or a part of it: a half, a quarter, an eighth.
/// Whether they could be read.
///
/// # Errors
/// None.
pub fn read(data: &[u8], part: u32, raster: &mut Raster) -> Fallible<bool> {
    Ok(caught(|| Decoder::new(data).read(part, raster)).unwrap_or(false))
}

/// The image as a file.
///
/// # Errors
/// `OSError` where the library cannot write it.
pub fn write(raster: &Raster, options: &Options) -> Fallible<Vec<u8>> {
    caught(|| Encoder::new(raster, options).write(raster))
        .ok_or_else(|| Exception::new("OSError", "encoder error -2 when writing image file"))
}

/// Runs what may fail in the library; `None` where it did.
fn caught<T>(run: impl FnOnce() -> T) -> Option<T> {
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(value) => Some(value),
        Err(payload) if payload.is::<Broken>() => None,
        Err(payload) => resume_unwind(payload),
    }
}

/// How the library fails: it must not return from there.
unsafe extern "C-unwind" fn fail(_: &mut c::jpeg_common_struct) {
    resume_unwind(Box::new(Broken));
}

unsafe extern "C-unwind" fn be_silent(_: &mut c::jpeg_common_struct) {}

fn errors() -> Box<c::jpeg_error_mgr> {
    // SAFETY: C's structure is all numbers and pointers, which the library fills in.
    let mut errors: Box<c::jpeg_error_mgr> = Box::new(unsafe { mem::zeroed() });
    // SAFETY: it is a structure of the library, which lives on.
    unsafe { c::jpeg_std_error(&mut errors) };
    errors.error_exit = Some(fail);
    errors.output_message = Some(be_silent);
    errors
}

/// What the numbers of a pixel are.
fn space(mode: Mode) -> c::J_COLOR_SPACE {
    match mode {
        Mode::Rgb => c::JCS_RGB,
        Mode::Cmyk => c::JCS_CMYK,
        _ => c::JCS_GRAYSCALE,
    }
}

struct Decoder {
    state: Box<c::jpeg_decompress_struct>,
    /// The state holds its address.
    _errors: Box<c::jpeg_error_mgr>,
}

impl Decoder {
    fn new(data: &[u8]) -> Self {
        let mut errors = errors();
        // SAFETY: as in `errors`; the data outlive the decoder, which is not kept.
        let state = unsafe {
            let mut state: Box<c::jpeg_decompress_struct> = Box::new(mem::zeroed());
            state.common.err = &raw mut *errors;
            c::jpeg_create_decompress(&mut *state);
            state
        };
        let mut decoder = Self { state, _errors: errors };
        // SAFETY: the same.
        unsafe { c::jpeg_mem_src(&mut decoder.state, data.as_ptr(), data.len() as c_ulong) };
        decoder
    }

    fn read(mut self, part: u32, raster: &mut Raster) -> bool {
        let state = &mut self.state;
        // SAFETY: the state was created; rows are written within the raster, whose size was compared with theirs.
        unsafe {
            c::jpeg_read_header(state, 1);
            state.out_color_space = space(raster.mode);
            (state.scale_num, state.scale_denom) = (1, part);
            if c::jpeg_start_decompress(state) == 0 {
                return false;
            }
            let size = (state.output_width as usize, state.output_height as usize, state.output_components as usize);
            if size != (raster.width, raster.height, raster.mode.size()) {
                return false;
            }
            for row in raster.pixels.chunks_exact_mut(size.0 * size.2) {
                let mut start = row.as_mut_ptr();
                if c::jpeg_read_scanlines(state, &raw mut start, 1) != 1 {
                    return false;
                }
            }
            c::jpeg_finish_decompress(state);
        }
        true
    }
}

impl Drop for Decoder {
    fn drop(&mut self) {
        // SAFETY: the state was created.
        unsafe { c::jpeg_destroy_decompress(&mut self.state) };
    }
}

struct Encoder {
    state: Box<c::jpeg_compress_struct>,
    /// The state holds its address.
    _errors: Box<c::jpeg_error_mgr>,
    /// The file, which C allocates.
    file: Box<(*mut u8, c_ulong)>,
}

impl Encoder {
    fn new(raster: &Raster, options: &Options) -> Self {
        let mut errors = errors();
        let mut file = Box::new((ptr::null_mut(), 0));
        // SAFETY: as in `errors`; what the state is told of lives as long as it.
        unsafe {
            let mut state: Box<c::jpeg_compress_struct> = Box::new(mem::zeroed());
            state.common.err = &raw mut *errors;
            c::jpeg_create_compress(&mut *state);
            c::jpeg_mem_dest(&mut state, &raw mut file.0, &raw mut file.1);
            let mut encoder = Self { state, _errors: errors, file };
            encoder.configure(raster, options);
            encoder
        }
    }

    /// As Pillow's JpegEncode.c.
    fn configure(&mut self, raster: &Raster, options: &Options) {
        let state = &mut self.state;
        state.image_width = raster.width as u32;
        state.image_height = raster.height as u32;
        state.input_components = raster.mode.size() as c_int;
        state.in_color_space = space(raster.mode);
        // SAFETY: the state was created.
        unsafe {
            c::jpeg_c_set_int_param(state, c::JINT_COMPRESS_PROFILE, c::JCP_FASTEST as c_int);
            c::jpeg_set_defaults(state);
            if let Some(quality) = options.quality.filter(|&quality| quality != -1) {
                c::jpeg_set_quality(state, quality.clamp(1, 100) as c_int, 1);
            }
            let across_and_down = match options.subsampling {
                0 => Some((1, 1)),
                1 => Some((2, 1)),
                2 => Some((2, 2)),
                _ => None,
            };
            if let Some((across, down)) = across_and_down {
                let parts = std::slice::from_raw_parts_mut(state.comp_info, state.num_components as usize);
                for (place, part) in parts.iter_mut().enumerate() {
                    (part.h_samp_factor, part.v_samp_factor) = if place == 0 { (across, down) } else { (1, 1) };
                }
            }
            if options.progressive {
                c::jpeg_simple_progression(state);
            }
        }
        state.optimize_coding = options.optimize.into();
    }

    fn write(mut self, raster: &Raster) -> Vec<u8> {
        let state = &mut self.state;
        // SAFETY: the state was configured; rows have the size that it was told, and the file is what the library wrote.
        unsafe {
            c::jpeg_start_compress(state, 1);
            for row in raster.pixels.chunks_exact(raster.width * raster.mode.size()) {
                let start = row.as_ptr();
                c::jpeg_write_scanlines(state, &raw const start, 1);
            }
            c::jpeg_finish_compress(state);
            std::slice::from_raw_parts(self.file.0, self.file.1 as usize).to_vec()
        }
    }
}

impl Drop for Encoder {
    fn drop(&mut self) {
        // SAFETY: the state was created, and the file is C's, or none.
        unsafe {
            c::jpeg_destroy_compress(&mut self.state);
            libc::free(self.file.0.cast());
        }
    }
}
