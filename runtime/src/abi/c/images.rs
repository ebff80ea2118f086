//! Images.

use std::ffi::{CStr, c_char};
use std::ptr;

use super::guard::guard;
use super::{borrow, handle, slice, store, text, wrong_kind};
use crate::abi::{Picture, Value};
use crate::exception::value_error;

/// `hotforge_image` of the header.
#[repr(C)]
#[derive(Debug)]
pub struct CImage {
    /// Ends in NUL.
    mode: *const c_char,
    width: usize,
    height: usize,
    pixels: *const u8,
    pixels_length: usize,
    palette: *const u8,
    palette_length: usize,
}

/// `hotforge_value_new_image`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_new_image(image: *const CImage) -> *mut Value {
    guard(ptr::null_mut(), || {
        // SAFETY: the caller passes NULL or an image, whose pointers lead to as many bytes as it says.
        let picture = unsafe {
            let image = image.as_ref().ok_or_else(|| value_error("the hotforge_image is NULL"))?;
            let length = if image.mode.is_null() { 0 } else { CStr::from_ptr(image.mode).count_bytes() };
            let mode = text(image.mode, length, "the mode")?;
            let pixels = slice(image.pixels, image.pixels_length, "the pixels")?;
            let palette = slice(image.palette, image.palette_length, "the palette")?;
            Picture::new(mode, image.width, image.height, pixels.into(), palette.into())?
        };
        Ok(handle(Value::Image(picture)))
    })
}

/// `hotforge_value_get_image`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_get_image(value: *const Value, out: *mut CImage) -> bool {
    guard(false, || {
        // SAFETY: the caller passes NULL or a live handle.
        let value = unsafe { borrow(value) }?;
        let Value::Image(picture) = value else { return Err(wrong_kind("an image", value)) };
        let (width, height) = picture.size();
        let pixels = picture.pixels()?;
        let image = CImage {
            mode: c_name(picture.mode()).as_ptr(),
            width,
            height,
            pixels: pixels.as_ptr(),
            pixels_length: pixels.len(),
            palette: picture.palette().as_ptr(),
            palette_length: picture.palette().len(),
        };
        // SAFETY: the caller passes a place for the result.
        unsafe { store(out, image) }.map(|()| true)
    })
}

/// The name of a mode, with NUL.
fn c_name(mode: &str) -> &'static CStr {
    match mode {
        "1" => c"1",
        "L" => c"L",
        "LA" => c"LA",
        "P" => c"P",
        "RGBA" => c"RGBA",
        "I" => c"I",
        "F" => c"F",
        _ => c"RGB",
    }
}
