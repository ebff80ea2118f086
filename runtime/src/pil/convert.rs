//! Conversions between modes (libImaging/Convert.c).

use super::content::{Image, Info, Mode, Raster, Transparency, grey_palette};
use super::palette;
use super::quantize::quantized;
use crate::exception::{Fallible, value_error};

/// How few colours are made of many.
#[derive(Debug, Clone, Copy)]
pub struct Way {
    /// Whether what a pixel loses goes to its neighbours.
    pub is_dithered: bool,
    /// So many colours that are found for the image, not those of the web.
    pub found: Option<i64>,
    /// Of an image with alpha, for which colours are found always.
    pub colors: i64,
}

impl Default for Way {
    fn default() -> Self {
        Self { is_dithered: true, found: None, colors: 256 }
    }
}

/// `image.convert(mode)`: what the file says of transparent pixels becomes alpha where the mode has it.
///
/// # Errors
/// `ValueError` for a pair of modes that has no conversion.
pub fn convert(image: &Image, mode: Mode) -> Fallible<Image> {
    convert_by(image, mode, Way::default())
}

/// As [`convert`], in some way.
///
/// # Errors
/// As [`convert`]; `ValueError` for a number of colours that there is not.
pub fn convert_by(image: &Image, mode: Mode, way: Way) -> Fallible<Image> {
    let info = image.info();
    let from = image.mode();
    if from == mode {
        return image.derive_any(|raster| Ok(raster.clone()));
    }
    if mode == Mode::Palette {
        return to_palette(image, way);
    }
    let Some(transparency) = info.transparency.clone() else {
        return image.derive_any(|raster| raster_by(raster, mode, way.is_dithered));
    };
    let raster = image.with(|raster| match (&transparency, mode) {
        (_, Mode::LumaAlpha | Mode::Rgba) => {
            let mut seen = raster.clone();
            if let (Mode::Palette, Some(palette)) = (from, &mut seen.palette) {
                *palette = with_alphas(palette, &transparency).into();
                return raster_in(&seen, mode);
            }
            let mut converted = raster_in(raster, mode)?;
            clear_alpha(&mut converted, raster, &transparency);
            Ok(converted)
        }
        _ => raster_in(raster, mode),
    })?;
    let transparency = carried(image, &transparency, mode)?;
    Ok(Image::with_info(raster, Info { transparency, ..info }))
}

fn to_palette(image: &Image, way: Way) -> Fallible<Image> {
    if image.info().transparency.is_some() {
        return Err(value_error("compiled code makes no palette for an image of which one colour is transparent"));
    }
    image.derive_any(|raster| match way.found {
        _ if raster.mode == Mode::Rgba => quantized(raster, way.colors, 2),
        Some(colors) => quantized(raster, colors, 0),
        None => raster_by(raster, Mode::Palette, way.is_dithered),
    })
}

/// The transparent value in the new mode, where it has one.
fn carried(image: &Image, transparency: &Transparency, mode: Mode) -> Fallible<Option<Transparency>> {
    let from = image.mode();
    if !matches!(from, Mode::Luma | Mode::Rgb | Mode::Palette) || !matches!(mode, Mode::Luma | Mode::Rgb) {
        let keeps = !matches!(mode, Mode::LumaAlpha | Mode::Rgba);
        return Ok(keeps.then(|| transparency.clone()));
    }
    let pixel = match transparency {
        Transparency::Alphas(_) => return Ok(None),
        Transparency::Value(value) => vec![*value],
        Transparency::Color(color) => color.to_vec(),
    };
    let palette = image.with(|raster| Ok(raster.palette.clone()))?;
    let one = Raster { mode: from, width: 1, height: 1, pixels: pixel, palette };
    let converted = raster_in(&one, mode)?.pixels;
    Ok(Some(match *converted {
        [red, green, blue] => Transparency::Color([red, green, blue]),
        _ => Transparency::Value(converted[0]),
    }))
}

/// The palette with what a file says of its transparency.
pub fn with_alphas(palette: &[[u8; 4]], transparency: &Transparency) -> Vec<[u8; 4]> {
    let mut palette = palette.to_vec();
    match transparency {
        Transparency::Alphas(alphas) => {
            for (color, alpha) in palette.iter_mut().zip(alphas) {
                color[3] = *alpha;
            }
        }
        Transparency::Value(place) => palette[usize::from(*place)][3] = 0,
        Transparency::Color(_) => {}
    }
    palette
}

/// Makes the pixels of one value transparent.
fn clear_alpha(converted: &mut Raster, original: &Raster, transparency: &Transparency) {
    let (size, of) = (converted.mode.size(), original.mode.size());
    let value: &[u8] = match transparency {
        Transparency::Value(value) => std::slice::from_ref(value),
        Transparency::Color(color) => color,
        Transparency::Alphas(_) => return,
    };
    for (to, from) in converted.pixels.chunks_exact_mut(size).zip(original.pixels.chunks_exact(of)) {
        if from == value {
            to[size - 1] = 0;
            // Pillow puts the pixel itself there: its first band is what is seen as grey.
            to[0] = from[0];
        }
    }
}

/// The pixels in another mode. Modes without a direct way go by `L` or `RGB`, as in Pillow.
///
/// # Errors
/// `ValueError` where there is no way.
pub fn raster_in(raster: &Raster, mode: Mode) -> Fallible<Raster> {
    raster_by(raster, mode, true)
}

/// As [`raster_in`], where what a pixel loses may stay lost.
fn raster_by(raster: &Raster, mode: Mode, is_dithered: bool) -> Fallible<Raster> {
    if raster.mode == mode {
        return Ok(raster.clone());
    }
    if mode == Mode::Bilevel && is_dithered && matches!(raster.mode, Mode::Luma | Mode::Rgb | Mode::Rgba) {
        return Ok(dithered(raster));
    }
    if mode == Mode::Palette && raster.mode == Mode::Rgb {
        return Ok(palette::placed(raster, &palette::web(), palette::WEB_COLORS, is_dithered));
    }
    if mode == Mode::Palette && raster.mode == Mode::Luma {
        let grey = Raster::of(mode, raster.width, raster.height, raster.pixels.clone());
        return Ok(Raster { palette: Some(grey_palette()), ..grey });
    }
    if let Some(converted) = direct(raster, mode) {
        return Ok(converted);
    }
    let base = match raster.mode {
        Mode::Bilevel | Mode::Luma | Mode::LumaAlpha | Mode::Int | Mode::Float => Mode::Luma,
        Mode::Short => Mode::Luma,
        _ => Mode::Rgb,
    };
    let refused = || value_error(format!("conversion from {} to {} not supported", raster.mode.name(), mode.name()));
    if base == raster.mode {
        return Err(refused());
    }
    let middle = direct(raster, base).ok_or_else(refused)?;
    raster_by(&middle, mode, is_dithered)
}

fn direct(raster: &Raster, mode: Mode) -> Option<Raster> {
    use Mode::{
        Bilevel, Cmyk, Float, Int, Luma, LumaAlpha, LumaPremultiplied, Palette, Rgb, RgbPremultiplied, Rgba, Short,
    };
    let each = |convert: fn(&[u8], &mut Vec<u8>)| Some(mapped(raster, mode, convert));
    match (raster.mode, mode) {
        (Bilevel, Luma) => each(|pixel, out| out.push(bit(pixel[0] != 0))),
        (Bilevel, _) => direct(&direct(raster, Luma)?, mode),
        (Luma, Bilevel) => each(|pixel, out| out.push(bit(pixel[0] >= 128))),
        (Rgb | Rgba, Bilevel) => each(|pixel, out| out.push(bit(luma_thousand(pixel) >= 128_000))),
        (Luma, LumaAlpha) => each(|pixel, out| out.extend([pixel[0], 255])),
        (Luma, Rgb) => each(|pixel, out| out.extend([pixel[0]; 3])),
        (Luma, Rgba) => each(|pixel, out| out.extend([pixel[0], pixel[0], pixel[0], 255])),
        (Luma, Int) => each(|pixel, out| out.extend(i32::from(pixel[0]).to_ne_bytes())),
        (Luma, Float) => each(|pixel, out| out.extend(f32::from(pixel[0]).to_ne_bytes())),
        (LumaAlpha, Luma) => each(|pixel, out| out.push(pixel[0])),
        (LumaAlpha, Rgb) => each(|pixel, out| out.extend([pixel[0]; 3])),
        (LumaAlpha, Rgba) => each(|pixel, out| out.extend([pixel[0], pixel[0], pixel[0], pixel[1]])),
        (Rgb | Rgba, Luma) => each(|pixel, out| out.push(luma(pixel))),
        (Rgb, LumaAlpha) => each(|pixel, out| out.extend([luma(pixel), 255])),
        (Rgba, LumaAlpha) => each(|pixel, out| out.extend([luma(pixel), pixel[3]])),
        (Rgb, Rgba) => each(|pixel, out| out.extend([pixel[0], pixel[1], pixel[2], 255])),
        (Rgba, Rgb) => each(|pixel, out| out.extend(&pixel[..3])),
        (Rgb | Rgba, Int) => each(|pixel, out| out.extend(i32::from(luma(pixel)).to_ne_bytes())),
        (Rgb | Rgba, Float) => each(|pixel, out| out.extend((luma_thousand(pixel) as f32 / 1000.0).to_ne_bytes())),
        (Int, Luma) => each(|pixel, out| out.push(int(pixel).clamp(0, 255) as u8)),
        (Int, Float) => each(|pixel, out| out.extend((int(pixel) as f32).to_ne_bytes())),
        (Int, Rgb) => each(|pixel, out| out.extend([int(pixel).clamp(0, 255) as u8; 3])),
        (Int, Rgba) => each(|pixel, out| {
            let grey = int(pixel).clamp(0, 255) as u8;
            out.extend([grey, grey, grey, 255]);
        }),
        // A cast from float to int in Rust is Pillow's clipping.
        (Float, Luma) => each(|pixel, out| out.push(float(pixel) as u8)),
        (Float, Int) => each(|pixel, out| out.extend(truncated(float(pixel)).to_ne_bytes())),
        (Short, Int) => each(|pixel, out| out.extend(i32::from(short(pixel)).to_ne_bytes())),
        (Short, Float) => each(|pixel, out| out.extend(f32::from(short(pixel)).to_ne_bytes())),
        (Short, Luma) => each(|pixel, out| out.push(short(pixel).min(255) as u8)),
        (Short, Rgb) => each(|pixel, out| out.extend([short(pixel).min(255) as u8; 3])),
        (Luma, Short) => each(|pixel, out| out.extend(u16::from(pixel[0]).to_ne_bytes())),
        (Int, Short) => each(|pixel, out| out.extend((int(pixel).clamp(0, 0xffff) as u16).to_ne_bytes())),
        (Cmyk, Rgb) => each(|pixel, out| out.extend(without_black(pixel))),
        (Cmyk, Rgba) => each(|pixel, out| {
            out.extend(without_black(pixel));
            out.push(255);
        }),
        (Luma | LumaAlpha, Cmyk) => each(|pixel, out| out.extend([0, 0, 0, !pixel[0]])),
        (Rgb | Rgba, Cmyk) => each(|pixel, out| out.extend([!pixel[0], !pixel[1], !pixel[2], 0])),
        (LumaAlpha, LumaPremultiplied) | (Rgba, RgbPremultiplied) => each(|pixel, out| {
            let (alpha, colors) = pixel.split_last().expect("a pixel has bands");
            out.extend(colors.iter().map(|&color| multiplied(color, *alpha)));
            out.push(*alpha);
        }),
        (LumaPremultiplied, LumaAlpha) | (RgbPremultiplied, Rgba) => each(|pixel, out| {
            let (alpha, colors) = pixel.split_last().expect("a pixel has bands");
            out.extend(colors.iter().map(|&color| divided(color, *alpha)));
            out.push(*alpha);
        }),
        (Palette, _) => from_palette(raster, mode),
        _ => None,
    }
}

fn from_palette(raster: &Raster, mode: Mode) -> Option<Raster> {
    let palette = raster.palette.as_deref()?;
    let mut pixels = Vec::with_capacity(raster.width * raster.height * mode.size());
    for &place in &raster.pixels {
        let color = palette.get(usize::from(place)).copied().unwrap_or([0, 0, 0, 255]);
        match mode {
            Mode::Luma => pixels.push(luma(&color)),
            Mode::LumaAlpha => pixels.extend([luma(&color), color[3]]),
            Mode::Rgb => pixels.extend(&color[..3]),
            Mode::Rgba => pixels.extend(color),
            Mode::Bilevel => pixels.push(bit(luma_thousand(&color) >= 128_000)),
            Mode::Int => pixels.extend(i32::from(luma(&color)).to_ne_bytes()),
            Mode::Float => pixels.extend((luma_thousand(&color) as f32 / 1000.0).to_ne_bytes()),
            _ => return None,
        }
    }
    Some(Raster::of(mode, raster.width, raster.height, pixels))
}

fn mapped(raster: &Raster, mode: Mode, convert: fn(&[u8], &mut Vec<u8>)) -> Raster {
    let mut pixels = Vec::with_capacity(raster.width * raster.height * mode.size());
    for pixel in raster.pixels.chunks_exact(raster.mode.size()) {
        convert(pixel, &mut pixels);
    }
    Raster::of(mode, raster.width, raster.height, pixels)
}

/// To black and white, each pixel's error spread over its neighbours (Floyd and Steinberg).
fn dithered(raster: &Raster) -> Raster {
    let mut errors = vec![0_i32; raster.width + 1];
    let mut pixels = Vec::with_capacity(raster.width * raster.height);
    let size = raster.mode.size();
    for y in 0..raster.height {
        let (mut l, mut l0, mut l1) = (0_i32, 0, 0);
        for (x, pixel) in raster.row(y).chunks_exact(size).enumerate() {
            let grey = if size == 1 { i32::from(pixel[0]) } else { luma_thousand(pixel) / 1000 };
            l = (grey + (l + errors[x + 1]) / 16).clamp(0, 255);
            let out = bit(l > 128);
            pixels.push(out);
            l -= i32::from(out);
            let (l2, d2) = (l, l + l);
            l += d2;
            errors[x] = l + l0;
            l += d2;
            l0 = l + l1;
            l1 = l2;
            l += d2;
        }
        errors[raster.width] = l0;
    }
    Raster::of(Mode::Bilevel, raster.width, raster.height, pixels)
}

fn bit(is_white: bool) -> u8 {
    if is_white { 255 } else { 0 }
}

/// ITU-R 601-2, in Pillow's fixed point.
pub fn luma(pixel: &[u8]) -> u8 {
    let [red, green, blue] = [pixel[0], pixel[1], pixel[2]].map(u32::from);
    ((red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16) as u8
}

fn luma_thousand(pixel: &[u8]) -> i32 {
    let [red, green, blue] = [pixel[0], pixel[1], pixel[2]].map(i32::from);
    red * 299 + green * 587 + blue * 114
}

/// `a * b / 255`, rounded.
pub fn multiplied(a: u8, b: u8) -> u8 {
    let product = u32::from(a) * u32::from(b) + 128;
    (((product >> 8) + product) >> 8) as u8
}

fn divided(color: u8, alpha: u8) -> u8 {
    match alpha {
        0 | 255 => color,
        _ => (255 * u32::from(color) / u32::from(alpha)).min(255) as u8,
    }
}

/// The colours of an ink without its black.
fn without_black(pixel: &[u8]) -> [u8; 3] {
    let rest = 255 - pixel[3];
    [pixel[0], pixel[1], pixel[2]].map(|ink| rest - multiplied(ink, rest))
}

/// The number that a pixel of mode `I;16` is.
fn short(pixel: &[u8]) -> u16 {
    u16::from_ne_bytes(pixel.try_into().expect("a pixel of two bytes"))
}

/// The number that a pixel of mode `I` is.
pub fn int(pixel: &[u8]) -> i32 {
    i32::from_ne_bytes(pixel.try_into().expect("a pixel of four bytes"))
}

/// The number that a pixel of mode `F` is.
pub fn float(pixel: &[u8]) -> f32 {
    f32::from_ne_bytes(pixel.try_into().expect("a pixel of four bytes"))
}

/// As C casts on x86: what does not fit is the smallest number.
fn truncated(value: f32) -> i32 {
    if (-2_147_483_648.0..2_147_483_648.0).contains(&value) { value as i32 } else { i32::MIN }
}
