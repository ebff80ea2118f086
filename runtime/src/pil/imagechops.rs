//! The module `PIL.ImageChops`: arithmetic of two images, number by number (libImaging/Chops.c).

use super::content::{Image, Mode, Raster};
use super::methods;
use crate::exception::{Fallible, value_error};

/// The part that two images have in common, each of its numbers made of theirs.
fn combined(first: &Image, second: &Image, operation: impl Fn(i32, i32) -> i32) -> Fallible<Image> {
    let has_bytes = |raster: &Raster| !matches!(raster.mode, Mode::Int | Mode::Float);
    has_colors(first)?;
    first.derive(|first| {
        second.with(|second| {
            if !has_bytes(first) {
                return Err(value_error("image has wrong mode"));
            }
            if !has_bytes(second) || first.mode.bands() != second.mode.bands() {
                return Err(value_error("images do not match"));
            }
            let (width, height) = (first.width.min(second.width), first.height.min(second.height));
            let length = width * first.mode.size();
            let mut pixels = Vec::with_capacity(length * height);
            for y in 0..height {
                let numbers = first.row(y)[..length].iter().zip(&second.row(y)[..length]);
                pixels.extend(numbers.map(|(&a, &b)| operation(a.into(), b.into()) as u8));
            }
            Ok(Raster { mode: first.mode, width, height, pixels, palette: first.palette.clone() })
        })
    })
}

/// Pillow takes places in a palette for numbers, and loses the palette.
fn has_colors(image: &Image) -> Fallible<()> {
    match image.mode() {
        Mode::Palette => {
            Err(value_error("compiled code does not calculate with places in a palette: convert the image first"))
        }
        _ => Ok(()),
    }
}

/// As C casts a float to an `int`: what does not fit is the smallest.
fn whole(value: f32) -> i32 {
    if (-2_147_483_648.0..2_147_483_648.0).contains(&value) { value as i32 } else { i32::MIN }
}

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident = $operation:expr;)+) => { $(
        $(#[$doc])*
        ///
        /// # Errors
        /// `ValueError` for images of which one has no bytes, or of another number of bands.
        pub fn $name(image1: &Image, image2: &Image) -> Fallible<Image> {
            combined(image1, image2, $operation)
        }
    )+ };
}
operations! {
    /// `ImageChops.lighter(image1, image2)`.
    lighter = |a, b| a.max(b);
    /// `ImageChops.darker(image1, image2)`.
    darker = |a, b| a.min(b);
    /// `ImageChops.difference(image1, image2)`.
    difference = |a, b| (a - b).abs();
    /// `ImageChops.multiply(image1, image2)`.
    multiply = |a, b| a * b / 255;
    /// `ImageChops.screen(image1, image2)`.
    screen = |a, b| 255 - (255 - a) * (255 - b) / 255;
    /// `ImageChops.add_modulo(image1, image2)`.
    add_modulo = |a, b| a + b;
    /// `ImageChops.subtract_modulo(image1, image2)`.
    subtract_modulo = |a, b| a - b;
    /// `ImageChops.soft_light(image1, image2)`.
    soft_light = |a, b| (255 - a) * (a * b) / 65536 + a * (255 - (255 - a) * (255 - b) / 255) / 255;
    /// `ImageChops.hard_light(image1, image2)`.
    hard_light = |a, b| if b < 128 { a * b / 127 } else { 255 - (255 - b) * (255 - a) / 127 };
    /// `ImageChops.overlay(image1, image2)`.
    overlay = |a, b| if a < 128 { a * b / 127 } else { 255 - (255 - a) * (255 - b) / 127 };
}

/// `ImageChops.add(image1, image2, scale, offset)`.
///
/// # Errors
/// As [`lighter`].
pub fn add(image1: &Image, image2: &Image, scale: f64, offset: i64) -> Fallible<Image> {
    scaled(image1, image2, scale, offset, |a, b| a + b)
}

/// `ImageChops.subtract(image1, image2, scale, offset)`.
///
/// # Errors
/// As [`lighter`].
pub fn subtract(image1: &Image, image2: &Image, scale: f64, offset: i64) -> Fallible<Image> {
    scaled(image1, image2, scale, offset, |a, b| a - b)
}

fn scaled(
    image1: &Image,
    image2: &Image,
    scale: f64,
    offset: i64,
    operation: impl Fn(i32, i32) -> i32,
) -> Fallible<Image> {
    let (scale, offset) = (scale as f32, offset as i32 as f32);
    combined(image1, image2, |a, b| whole(operation(a, b) as f32 / scale + offset).clamp(0, 255))
}

/// Both are of mode `1`.
fn logical(first: &Image, second: &Image, operation: impl Fn(bool, bool) -> bool) -> Fallible<Image> {
    if first.mode() != Mode::Bilevel || second.mode() != Mode::Bilevel {
        return Err(value_error("image has wrong mode"));
    }
    combined(first, second, |a, b| if operation(a != 0, b != 0) { 255 } else { 0 })
}

/// `ImageChops.logical_and(image1, image2)`.
///
/// # Errors
/// `ValueError` for images of another mode than `1`.
pub fn logical_and(image1: &Image, image2: &Image) -> Fallible<Image> {
    logical(image1, image2, |a, b| a && b)
}

/// `ImageChops.logical_or(image1, image2)`.
///
/// # Errors
/// As [`logical_and`].
pub fn logical_or(image1: &Image, image2: &Image) -> Fallible<Image> {
    logical(image1, image2, |a, b| a || b)
}

/// `ImageChops.logical_xor(image1, image2)`.
///
/// # Errors
/// As [`logical_and`].
pub fn logical_xor(image1: &Image, image2: &Image) -> Fallible<Image> {
    logical(image1, image2, |a, b| a != b)
}

/// `ImageChops.invert(image)`: alpha, too.
///
/// # Errors
/// `ValueError` for an image with a palette.
pub fn invert(image: &Image) -> Fallible<Image> {
    has_colors(image)?;
    image.derive(|raster| Ok(Raster { pixels: raster.pixels.iter().map(|byte| !byte).collect(), ..raster.clone() }))
}

/// `ImageChops.duplicate(image)`.
///
/// # Errors
/// Where the pixels could not be decoded.
pub fn duplicate(image: &Image) -> Fallible<Image> {
    methods::copy(image)
}

/// `ImageChops.offset(image, xoffset, yoffset)`: what goes out on one side comes in on the other.
///
/// # Errors
/// Where the pixels could not be decoded.
pub fn offset(image: &Image, xoffset: i64, yoffset: Option<i64>) -> Fallible<Image> {
    let yoffset = yoffset.unwrap_or(xoffset);
    image.derive(|raster| {
        let mut out = raster.clone();
        let size = raster.mode.size();
        let by = |offset: i64, length: usize| offset.rem_euclid((length as i64).max(1)) as usize;
        let (right, down) = (by(xoffset, raster.width), by(yoffset, raster.height));
        out.pixels.rotate_right(down * raster.width * size);
        out.pixels.chunks_exact_mut((raster.width * size).max(1)).for_each(|row| row.rotate_right(right * size));
        Ok(out)
    })
}
