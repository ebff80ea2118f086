//! The module `PIL.ImageOps`.

use super::color::{self, Color};
use super::content::{Image, Mode, Raster};
use super::geometry;
use super::methods;
use super::paste::{self, Source};
use super::point::{histogram, through_table};
use crate::exception::{Exception, Fallible, Raised, type_error, value_error, zero_division_error};

/// `ImageOps.exif_transpose(image)`.
///
/// # Errors
/// `OSError` where the pixels could not be decoded; so do all.
pub fn exif_transpose(image: &Image) -> Fallible<Image> {
    methods::upright(image)
}

fn ratio(width: f64, height: f64) -> Fallible<f64> {
    if height == 0.0 { Err(zero_division_error("division by zero")) } else { Ok(width / height) }
}

/// The size that fits into `size`, or covers it, in proportion.
fn proportional(image: &Image, size: (i64, i64), covers: bool) -> Fallible<(i64, i64)> {
    let (width, height) = methods::size(image);
    if height == 0 {
        return Ok((size.0, 0));
    }
    if size.1 == 0 {
        return Ok((0, 0));
    }
    let (width, height) = (width as f64, height as f64);
    let (own, wanted) = (width / height, size.0 as f64 / size.1 as f64);
    if own == wanted {
        return Ok(size);
    }
    Ok(if (own > wanted) != covers {
        (size.0, crate::float::round(ratio(height, width)? * size.0 as f64)?)
    } else {
        (crate::float::round(width / height * size.1 as f64)?, size.1)
    })
}

fn resized(image: &Image, size: (i64, i64), method: i64) -> Fallible<Image> {
    methods::resize(image, &size, Some(method), &None, None)
}

/// A new image, which knows nothing of the file.
fn empty(image: &Image, size: (i64, i64)) -> Fallible<Image> {
    if size.0 < 0 || size.1 < 0 {
        return Err(value_error("Width and height must be >= 0"));
    }
    Ok(Image::new(Raster::zeros(image.mode(), size.0 as usize, size.1 as usize)?))
}

/// `ImageOps.contain(image, size, method)`.
///
/// # Errors
/// `ZeroDivisionError` for an image without columns; `ValueError` for an unknown filter.
pub fn contain(image: &Image, size: &(i64, i64), method: i64) -> Fallible<Image> {
    let wanted = proportional(image, *size, false)?;
    if wanted.0.min(wanted.1) == 0 {
        return empty(image, wanted);
    }
    resized(image, wanted, method)
}

/// `ImageOps.cover(image, size, method)`.
///
/// # Errors
/// As [`contain`].
pub fn cover(image: &Image, size: &(i64, i64), method: i64) -> Fallible<Image> {
    let wanted = proportional(image, *size, true)?;
    if methods::height(image) == 0 || size.1 == 0 {
        return empty(image, wanted);
    }
    resized(image, wanted, method)
}

/// An image of one colour, of the mode and the palette of another.
fn filled(like: &Raster, size: (i64, i64), color: &impl Color) -> Fallible<Raster> {
    if size.0 < 0 || size.1 < 0 {
        return Err(value_error("Width and height must be >= 0"));
    }
    let mut out = Raster::zeros(like.mode, size.0 as usize, size.1 as usize)?;
    out.palette.clone_from(&like.palette);
    if let Some(pixel) = color::pixel(color, like)? {
        out.pixels.chunks_exact_mut(pixel.len()).for_each(|place| place.copy_from_slice(&pixel));
    }
    Ok(out)
}

/// `ImageOps.pad(image, size, method, color, centering)`.
///
/// # Errors
/// As [`contain`]; `TypeError` for a colour that is none.
pub fn pad(
    image: &Image,
    size: &(i64, i64),
    method: i64,
    color: &impl Color,
    centering: &(f64, f64),
) -> Fallible<Image> {
    let inner = contain(image, size, method)?;
    let (width, height) = methods::size(&inner);
    if (width, height) == *size {
        return Ok(inner);
    }
    let within = |free: i64, at: f64| crate::float::round(free as f64 * at.clamp(0.0, 1.0));
    let corner = if width == size.0 {
        (0, within(size.1 - height, centering.1)?)
    } else {
        (within(size.0 - width, centering.0)?, 0)
    };
    let raster = inner.with(|raster| {
        let mut out = filled(raster, *size, color)?;
        let part = (corner.0, corner.1, corner.0 + width, corner.1 + height);
        paste::paste(&mut out, &Source::Image(raster), part, None)?;
        Ok(out)
    })?;
    // A new image knows nothing of the file.
    Ok(Image::new(raster))
}

/// `ImageOps.fit(image, size, method, bleed, centering)`.
///
/// # Errors
/// As [`contain`].
pub fn fit(image: &Image, size: &(i64, i64), method: i64, bleed: f64, centering: &(f64, f64)) -> Fallible<Image> {
    if size.0.min(size.1) == 0 {
        return empty(image, *size);
    }
    let centered = |at: f64| if (0.0..=1.0).contains(&at) { at } else { 0.5 };
    let bleed = if (0.0..0.5).contains(&bleed) { bleed } else { 0.0 };
    let (width, height) = methods::size(image);
    let cut = (bleed * width as f64, bleed * height as f64);
    let live = (width as f64 - cut.0 * 2.0, height as f64 - cut.1 * 2.0);
    if live.1 == 0.0 {
        return empty(image, *size);
    }
    let (own, wanted) = (live.0 / live.1, size.0 as f64 / size.1 as f64);
    let (crop_width, crop_height) = if own == wanted {
        live
    } else if own >= wanted {
        (wanted * live.1, live.1)
    } else {
        (live.0, ratio(live.0, wanted)?)
    };
    let left = cut.0 + (live.0 - crop_width) * centered(centering.0);
    let upper = cut.1 + (live.1 - crop_height) * centered(centering.1);
    let part = Some((left, upper, left + crop_width, upper + crop_height));
    methods::resize(image, size, Some(method), &part, None)
}

/// `ImageOps.scale(image, factor, resample)`.
///
/// # Errors
/// `ValueError` for a factor that is not above 0.
pub fn scale(image: &Image, factor: f64, resample: i64) -> Fallible<Image> {
    if factor == 1.0 {
        return methods::copy(image);
    }
    if factor <= 0.0 {
        return Err(value_error("the factor must be greater than 0"));
    }
    let (width, height) = methods::size(image);
    let size = (crate::float::round(factor * width as f64)?, crate::float::round(factor * height as f64)?);
    resized(image, size, resample)
}

/// `ImageOps.expand(image, border, fill)`.
///
/// # Errors
/// `TypeError` for a colour that is none.
pub fn expand(image: &Image, border: i64, fill: &impl Color) -> Fallible<Image> {
    expand_sides(image, &(border, border, border, border), fill)
}

/// `ImageOps.expand(image, (across, down), fill)`.
///
/// # Errors
/// As [`expand`].
pub fn expand_axes(image: &Image, border: &(i64, i64), fill: &impl Color) -> Fallible<Image> {
    expand_sides(image, &(border.0, border.1, border.0, border.1), fill)
}

/// `ImageOps.expand(image, (left, top, right, bottom), fill)`.
///
/// # Errors
/// As [`expand`].
pub fn expand_sides(image: &Image, border: &(i64, i64, i64, i64), fill: &impl Color) -> Fallible<Image> {
    let (width, height) = methods::size(image);
    let &(left, top, right, bottom) = border;
    let raster = image.with(|raster| {
        let mut out = filled(raster, (left + width + right, top + height + bottom), fill)?;
        let part = (left, top, left + width, top + height);
        paste::paste(&mut out, &Source::Image(raster), part, None)?;
        Ok(out)
    })?;
    Ok(Image::new(raster))
}

/// `ImageOps.crop(image, border)`.
///
/// # Errors
/// As of `Image.crop`.
pub fn crop_border(image: &Image, border: i64) -> Fallible<Image> {
    let (width, height) = methods::size(image);
    let part = (border as f64, border as f64, (width - border) as f64, (height - border) as f64);
    methods::crop(image, &part)
}

/// `ImageOps.flip(image)`.
///
/// # Errors
/// As [`exif_transpose`].
pub fn flip(image: &Image) -> Fallible<Image> {
    image.derive(|raster| geometry::transposed(raster, 1))
}

/// `ImageOps.mirror(image)`.
///
/// # Errors
/// As [`exif_transpose`].
pub fn mirror(image: &Image) -> Fallible<Image> {
    image.derive(|raster| geometry::transposed(raster, 0))
}

/// `ImageOps.grayscale(image)`.
///
/// # Errors
/// As [`exif_transpose`].
pub fn grayscale(image: &Image) -> Fallible<Image> {
    super::convert::convert(image, Mode::Luma)
}

/// An image through one table for all bands.
fn by_table(image: &Image, table: &[i64]) -> Fallible<Image> {
    image.derive(|raster| match raster.mode {
        Mode::Palette => {
            let through = |value: u8| table[usize::from(value)].clamp(0, 255) as u8;
            let color = |[red, green, blue, alpha]: &[u8; 4]| [through(*red), through(*green), through(*blue), *alpha];
            let palette = raster.palette.as_deref().map(|palette| palette.iter().map(color).collect());
            Ok(Raster { palette, ..raster.clone() })
        }
        Mode::Luma | Mode::Rgb => through_table(raster, &table.repeat(raster.mode.bands())),
        other => Err(unsupported(other)),
    })
}

#[cold]
fn unsupported(mode: Mode) -> Raised {
    Exception::new("OSError", format!("not supported for mode {}", mode.name()))
}

/// `ImageOps.invert(image)`.
///
/// # Errors
/// `OSError` for modes other than `1`, `L` and `RGB`.
pub fn invert(image: &Image) -> Fallible<Image> {
    let table: Vec<i64> = (0..256).rev().collect();
    if image.mode() == Mode::Bilevel {
        return image.derive(|raster| through_table(raster, &table));
    }
    by_table(image, &table)
}

/// `ImageOps.posterize(image, bits)`.
///
/// # Errors
/// As [`invert`], and `ValueError` for a number of bits that a band does not have.
pub fn posterize(image: &Image, bits: i64) -> Fallible<Image> {
    if !(1..=8).contains(&bits) {
        return Err(value_error("bits must be between or equal to 1 and 8"));
    }
    let mask = !((1_i64 << (8 - bits)) - 1);
    by_table(image, &(0..256).map(|value| value & mask).collect::<Vec<_>>())
}

/// `ImageOps.solarize(image, threshold)`.
///
/// # Errors
/// As [`invert`].
pub fn solarize(image: &Image, threshold: i64) -> Fallible<Image> {
    by_table(image, &(0..256).map(|value| if value < threshold { value } else { 255 - value }).collect::<Vec<_>>())
}

/// `ImageOps.equalize(image)`.
///
/// # Errors
/// As [`invert`].
pub fn equalize(image: &Image, _mask: ()) -> Fallible<Image> {
    image.derive(|raster| {
        let same = 0..256;
        let mut table = Vec::new();
        for counts in histogram(raster).chunks_exact(256) {
            let used: Vec<i64> = counts.iter().copied().filter(|&count| count != 0).collect();
            let step = (used.iter().sum::<i64>() - used.last().copied().unwrap_or(0)) / 255;
            if used.len() <= 1 || step == 0 {
                table.extend(same.clone());
                continue;
            }
            let mut sum = step / 2;
            for count in counts {
                table.push(sum / step);
                sum += count;
            }
        }
        through_table(raster, &table)
    })
}

/// `ImageOps.autocontrast(image, cutoff)`.
///
/// # Errors
/// As [`invert`].
pub fn autocontrast(image: &Image, cutoff: f64, ignore: ()) -> Fallible<Image> {
    autocontrast_ends(image, &(cutoff, cutoff), ignore)
}

/// `ImageOps.autocontrast(image, (low, high))`.
///
/// # Errors
/// As [`invert`].
pub fn autocontrast_ends(image: &Image, cutoff: &(f64, f64), _ignore: ()) -> Fallible<Image> {
    image.derive(|raster| {
        let mut table = Vec::new();
        for counts in histogram(raster).chunks_exact(256) {
            let mut counts = counts.to_vec();
            if *cutoff != (0.0, 0.0) {
                let total: i64 = counts.iter().sum();
                let cut = |counts: &mut dyn Iterator<Item = &mut i64>, cutoff: f64| {
                    let mut rest = crate::float::floordiv(total as f64 * cutoff, 100.0).unwrap_or(0.0) as i64;
                    for count in counts {
                        let taken = rest.min(*count);
                        *count -= taken;
                        rest -= taken;
                    }
                };
                cut(&mut counts.iter_mut(), cutoff.0);
                cut(&mut counts.iter_mut().rev(), cutoff.1);
            }
            let low = counts.iter().position(|&count| count != 0).unwrap_or(255) as i64;
            let high = counts.iter().rposition(|&count| count != 0).unwrap_or(0) as i64;
            if high <= low {
                table.extend(0..256);
                continue;
            }
            let scale = 255.0 / (high - low) as f64;
            let offset = -low as f64 * scale;
            table.extend((0..256).map(|value| ((value as f64 * scale + offset) as i64).clamp(0, 255)));
        }
        through_table(raster, &table)
    })
}

/// Where on the way from black to white the three colours of a wedge are.
struct Wedge {
    black: i64,
    mid: i64,
    white: i64,
}

/// `ImageOps.colorize(image, black, white)`.
///
/// # Errors
/// `ValueError` for points that are not in order; `TypeError` for colours that are none.
pub fn colorize(
    image: &Image,
    black: &impl Color,
    white: &impl Color,
    _mid: (),
    blackpoint: i64,
    whitepoint: i64,
    midpoint: i64,
) -> Fallible<Image> {
    let wedge = Wedge { black: blackpoint, mid: midpoint, white: whitepoint };
    colored(image, &[rgb(black)?, rgb(white)?], &wedge)
}

/// `ImageOps.colorize(image, black, white, mid)`.
///
/// # Errors
/// As [`colorize`].
pub fn colorize_by_three(
    image: &Image,
    black: &impl Color,
    white: &impl Color,
    mid: &impl Color,
    blackpoint: i64,
    whitepoint: i64,
    midpoint: i64,
) -> Fallible<Image> {
    let wedge = Wedge { black: blackpoint, mid: midpoint, white: whitepoint };
    colored(image, &[rgb(black)?, rgb(mid)?, rgb(white)?], &wedge)
}

fn rgb(color: &impl Color) -> Fallible<[i64; 3]> {
    let pixel = color::pixel_of(color.ink(), Mode::Rgb)?.unwrap_or_default();
    let bands = pixel.first_chunk::<3>().ok_or_else(|| type_error("color must be int or tuple"))?;
    Ok(bands.map(i64::from))
}

fn colored(image: &Image, colors: &[[i64; 3]], wedge: &Wedge) -> Fallible<Image> {
    if !(0 <= wedge.black && wedge.black <= wedge.white && wedge.white <= 255) {
        return Err(value_error(
            "blackpoint and whitepoint must each be between or equal to 0 and 255, with blackpoint less than or equal to whitepoint",
        ));
    }
    let points = match colors.len() {
        2 => vec![wedge.black, wedge.white],
        _ if (wedge.black..=wedge.white).contains(&wedge.mid) => vec![wedge.black, wedge.mid, wedge.white],
        _ => return Err(value_error("midpoint must be between or equal to blackpoint and whitepoint")),
    };
    let mut table = Vec::new();
    for band in 0..3 {
        let color = |place: usize| colors[place][band];
        table.extend(std::iter::repeat_n(color(0), wedge.black as usize));
        for (place, ends) in points.windows(2).enumerate() {
            let steps = ends[1] - ends[0];
            table.extend(
                (0..steps).map(|step| color(place) + (step * (color(place + 1) - color(place))).div_euclid(steps)),
            );
        }
        table.extend(std::iter::repeat_n(color(colors.len() - 1), 256 - wedge.white as usize));
    }
    let image = super::convert::convert(image, Mode::Rgb)?;
    image.derive(|raster| through_table(raster, &table))
}
