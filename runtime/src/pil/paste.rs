//! One image into another, and mixtures of two (libImaging/Paste.c, Fill.c, Blend.c, AlphaComposite.c).

use super::content::{Mode, Raster};
use crate::exception::{Fallible, value_error};

/// Left, upper, right and lower.
pub type Part = (i64, i64, i64, i64);

/// What is put into an image.
pub enum Source<'s> {
    /// Another image, of the same mode.
    Image(&'s Raster),
    /// The bytes of one pixel.
    Color(&'s [u8]),
}

/// Puts the source into a part of the image, where the mask is not black.
///
/// # Errors
/// `ValueError` where sizes differ, or the mask is of a mode that is no mask.
pub fn paste(into: &mut Raster, source: &Source, part: Part, mask: Option<&Raster>) -> Fallible<()> {
    let (left, upper, right, lower) = part;
    let (width, height) = (right - left, lower - upper);
    let differs = |raster: &Raster| (raster.width as i64, raster.height as i64) != (width, height);
    let image_differs = matches!(source, Source::Image(image) if differs(image));
    if image_differs || mask.is_some_and(differs) {
        return Err(value_error("images do not match"));
    }
    let columns = left.max(0)..right.min(into.width as i64);
    let rows = upper.max(0)..lower.min(into.height as i64);
    if columns.is_empty() || rows.is_empty() {
        return Ok(());
    }
    if let Some(mask) = mask
        && !matches!(mask.mode, Mode::Bilevel | Mode::Luma | Mode::LumaAlpha | Mode::Rgba)
    {
        return Err(value_error("bad transparency mask"));
    }
    let is_fill = matches!(source, Source::Color(_));
    if is_fill && mask.is_some_and(|mask| mask.mode == Mode::LumaAlpha) {
        return Err(value_error("bad transparency mask"));
    }
    let has_alpha = matches!(into.mode, Mode::Rgba | Mode::LumaAlpha);
    for y in rows {
        for x in columns.clone() {
            let (from_x, from_y) = ((x - left) as usize, (y - upper) as usize);
            let new = match source {
                Source::Image(image) => image.pixel(from_x, from_y),
                Source::Color(color) => color,
            };
            let pixel = into.pixel_mut(x as usize, y as usize);
            let Some(mask) = mask else {
                pixel.copy_from_slice(new);
                continue;
            };
            let weight = mask.pixel(from_x, from_y)[mask.mode.bands() - 1];
            if mask.mode == Mode::Bilevel {
                if weight != 0 {
                    pixel.copy_from_slice(new);
                }
                continue;
            }
            let last = pixel.len() - 1;
            let opaque = pixel[last];
            for (band, (old, new)) in pixel.iter_mut().zip(new).enumerate() {
                let mut weight = u32::from(weight);
                // Where nothing was to be seen, the colour is not mixed with what was there.
                let is_color = has_alpha && is_fill && mask.mode == Mode::Luma && band != last;
                if is_color && weight != 0 && opaque == 0 {
                    weight = 255;
                }
                *old = mixed(weight, *old, *new);
            }
        }
    }
    Ok(())
}

/// `old` and `new` by a weight of 0 to 255, rounded.
fn mixed(weight: u32, old: u8, new: u8) -> u8 {
    let sum = u32::from(old) * (255 - weight) + u32::from(new) * weight + 128;
    (((sum >> 8) + sum) >> 8) as u8
}

/// `Image.blend(first, second, alpha)`.
///
/// # Errors
/// `ValueError` for images of different modes or sizes, or of a mode that has no numbers.
pub fn blend(first: &Raster, second: &Raster, alpha: f64) -> Fallible<Raster> {
    let has_numbers = |raster: &Raster| !matches!(raster.mode, Mode::Bilevel | Mode::Palette | Mode::Int | Mode::Float);
    if !has_numbers(first) || !has_numbers(second) {
        return Err(value_error("image has wrong mode"));
    }
    if first.mode != second.mode || (first.width, first.height) != (second.width, second.height) {
        return Err(value_error("images do not match"));
    }
    let alpha = alpha as f32;
    if alpha == 0.0 {
        return Ok(first.clone());
    }
    if alpha == 1.0 {
        return Ok(second.clone());
    }
    let pixels = first.pixels.iter().zip(&second.pixels);
    // The cast to `u8` clips, as Pillow does where alpha is not between 0 and 1.
    let between = |(&a, &b): (&u8, &u8)| (f32::from(a) + alpha * (f32::from(b) - f32::from(a))) as u8;
    Ok(Raster { pixels: pixels.map(between).collect(), ..first.clone() })
}

/// `Image.alpha_composite(below, above)`.
///
/// # Errors
/// `ValueError` for images of different sizes, or without alpha.
pub fn alpha_composite(below: &Raster, above: &Raster) -> Fallible<Raster> {
    if !matches!(below.mode, Mode::Rgba | Mode::LumaAlpha) {
        return Err(value_error("image has wrong mode"));
    }
    if below.mode != above.mode || (below.width, below.height) != (above.width, above.height) {
        return Err(value_error("images do not match"));
    }
    let size = below.mode.size();
    let mut out = below.clone();
    for (pixel, over) in out.pixels.chunks_exact_mut(size).zip(above.pixels.chunks_exact(size)) {
        let alpha = u32::from(over[size - 1]);
        if alpha == 0 {
            continue;
        }
        // Seven bits after the point.
        let blend = u32::from(pixel[size - 1]) * (255 - alpha);
        let sum = alpha * 255 + blend;
        let weight = alpha * 255 * 255 * (1 << 7) / sum;
        let rest = 255 * (1 << 7) - weight;
        for (old, new) in pixel[..size - 1].iter_mut().zip(over) {
            let value = u32::from(*new) * weight + u32::from(*old) * rest + (0x80 << 7);
            *old = ((((value >> 8) + value) >> 8) >> 7) as u8;
        }
        let value = sum + 0x80;
        pixel[size - 1] = (((value >> 8) + value) >> 8) as u8;
    }
    Ok(out)
}
