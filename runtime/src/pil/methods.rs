//! Methods of `PIL.Image.Image`.

use super::color::{self, Color};
use super::content::{Image, Info, Mode, Raster};
use super::convert::{self, Way, float, int, raster_in};
use super::encode::{self, Options};
use super::image::wrong_mode;
use super::paste::{self, Source};
use super::quantize::quantized;
use super::resample::{self, Filter, Part};
use super::{decode, geometry, point as tables};
use crate::bytes::Bytes;
use crate::exception::{Fallible, Raised, index_error, type_error, value_error};
use crate::io::BytesIO;
use crate::list::{self, List};
use crate::object::Object;
use crate::sequence::{self, Sequence};
use crate::str::Str;

/// `image.width`
#[must_use]
pub fn width(image: &Image) -> i64 {
    image.dimensions().0 as i64
}

/// `image.height`
#[must_use]
pub fn height(image: &Image) -> i64 {
    image.dimensions().1 as i64
}

/// `image.size`
#[must_use]
pub fn size(image: &Image) -> (i64, i64) {
    (width(image), height(image))
}

/// `image.mode`
#[must_use]
pub fn mode(image: &Image) -> Str {
    Str::from(image.mode().name())
}

/// `image.format`
#[must_use]
pub fn format(image: &Image) -> Option<Str> {
    image.format().map(Str::from)
}

/// `image.convert(mode)`.
///
/// # Errors
/// `ValueError` for a pair of modes that has no conversion.
pub fn convert(image: &Image, mode: &Str) -> Fallible<Image> {
    if mode.as_str().is_empty() {
        return convert_by_default(image, ());
    }
    convert::convert(image, Mode::of(mode.as_str()).map_err(|_| wrong_mode())?)
}

/// `image.convert(mode, dither=…, palette=…, colors=…)`.
///
/// # Errors
/// As [`convert`]; `ValueError` for a number of colours that there is not.
pub fn convert_with(
    image: &Image,
    mode: &Str,
    _matrix: (),
    dither: Option<i64>,
    palette: i64,
    colors: i64,
) -> Fallible<Image> {
    const ADAPTIVE: i64 = 1;
    if mode.as_str().is_empty() {
        return convert_by_default(image, ());
    }
    let mode = Mode::of(mode.as_str()).map_err(|_| wrong_mode())?;
    let found = (palette == ADAPTIVE).then_some(colors);
    convert::convert_by(image, mode, Way { is_dithered: dither != Some(0), found, colors })
}

/// `image.quantize(colors)`.
///
/// # Errors
/// `ValueError` for a number of colours that there is not, and an image whose mode has no colours.
pub fn quantize(image: &Image, colors: i64, _method: (), kmeans: i64, palette: (), dither: i64) -> Fallible<Image> {
    let method = if image.mode() == Mode::Rgba { 2 } else { 0 };
    quantize_by(image, colors, method, kmeans, palette, dither)
}

/// `image.quantize(colors, method)`.
///
/// # Errors
/// As [`quantize`]; `ValueError` for a method that there is not.
pub fn quantize_by(
    image: &Image,
    colors: i64,
    method: i64,
    _kmeans: i64,
    _palette: (),
    _dither: i64,
) -> Fallible<Image> {
    let has_alpha = image.mode() == Mode::Rgba;
    if has_alpha && !matches!(method, 2 | 3) {
        return Err(value_error(
            "Fast Octree (method == 2) and libimagequant (method == 3) are the only valid methods for quantizing RGBA images",
        ));
    }
    image.derive(|raster| quantized(raster, colors, method))
}

/// `image.convert()`: colours for places in a palette, a copy of any other image.
///
/// # Errors
/// As [`copy`].
pub fn convert_by_default(image: &Image, _mode: ()) -> Fallible<Image> {
    if image.mode() != Mode::Palette {
        return copy(image);
    }
    let has_alphas =
        |raster: &Raster| raster.palette.iter().flat_map(|palette| palette.iter()).any(|color| color[3] != 255);
    let is_transparent = image.info().transparency.is_some() || image.with(|raster| Ok(has_alphas(raster)))?;
    convert::convert(image, if is_transparent { Mode::Rgba } else { Mode::Rgb })
}

/// `image.copy()`.
///
/// # Errors
/// `OSError` where the pixels could not be decoded; so do all methods that need them.
pub fn copy(image: &Image) -> Fallible<Image> {
    image.derive_any(|raster| Ok(raster.clone()))
}

/// `image.crop()` of nothing.
///
/// # Errors
/// As [`copy`].
pub fn unchanged(image: &Image, _nothing: ()) -> Fallible<Image> {
    copy(image)
}

/// `image.load()`.
///
/// # Errors
/// As [`copy`].
pub fn load(image: &Image) -> Fallible<()> {
    image.with_any(|_| Ok(()))
}

/// `with image as …`.
///
/// # Errors
/// None.
pub fn enter(image: &Image) -> Fallible<Image> {
    Ok(image.clone())
}

/// The end of a `with`.
pub fn exit(_image: &Image, _class: (), _exception: (), _traceback: ()) {}

/// `image.resize(size, resample, box)`.
///
/// # Errors
/// `ValueError` for an unknown filter, an empty size, or a box that is not within the image.
pub fn resize(
    image: &Image,
    size: &(i64, i64),
    resample: Option<i64>,
    part: &Option<Part>,
    reducing_gap: Option<f64>,
) -> Fallible<Image> {
    let filter = Filter::of(resample.unwrap_or(3))?;
    if reducing_gap.is_some_and(|gap| gap < 1.0) {
        return Err(value_error("reducing_gap must be 1.0 or greater"));
    }
    image.derive(|raster| resample::resize(raster, *size, filter, *part, reducing_gap))
}

/// `image.thumbnail(size, resample, reducing_gap)`.
///
/// # Errors
/// As [`resize`]; `ZeroDivisionError` for a height of 0.
pub fn thumbnail(image: &Image, size: &(f64, f64), resample: i64, reducing_gap: Option<f64>) -> Fallible<()> {
    let (mut x, mut y) = (size.0.floor(), size.1.floor());
    let (width, height) = image.dimensions();
    let (width, height) = (width as f64, height as f64);
    if x >= width && y >= height {
        return Ok(());
    }
    let divided = |a: f64, b: f64| if b == 0.0 { Err(division_by_zero()) } else { Ok(a / b) };
    let aspect = divided(width, height)?;
    let nearest = |number: f64, off: &dyn Fn(f64) -> Fallible<f64>| -> Fallible<f64> {
        let (low, high) = (number.floor(), number.ceil());
        Ok(if off(high)? < off(low)? { high } else { low }.max(1.0))
    };
    if divided(x, y)? >= aspect {
        x = nearest(y * aspect, &|n| divided(n, y).map(|ratio| (aspect - ratio).abs()))?;
    } else {
        let off = |n: f64| if n == 0.0 { Ok(0.0) } else { Ok((aspect - x / n).abs()) };
        y = nearest(divided(x, aspect)?, &off)?;
    }
    let wanted = (x as i64, y as i64);
    let part = match reducing_gap {
        Some(gap) => drafted(image, (size.0 * gap, size.1 * gap))?,
        None => None,
    };
    if (image.dimensions().0 as i64, image.dimensions().1 as i64) == wanted {
        return Ok(());
    }
    if reducing_gap.is_some_and(|gap| gap < 1.0) {
        return Err(value_error("reducing_gap must be 1.0 or greater"));
    }
    let filter = Filter::of(resample)?;
    image.change(|raster| {
        *raster = resample::resize(raster, wanted, filter, part, reducing_gap)?;
        Ok(())
    })
}

/// Decodes a JPEG of which no pixel was needed yet, in a part of its size that is no smaller than is wanted
/// (`JpegImageFile.draft`); what of the image that is.
fn drafted(image: &Image, wanted: (f64, f64)) -> Fallible<Option<Part>> {
    let Some(file) = image.take_file()? else { return Ok(None) };
    let (width, height) = image.dimensions();
    let times = |length: usize, wanted: f64| {
        (length as i64)
            .checked_div_euclid(wanted as i64)
            .ok_or_else(|| crate::exception::zero_division_error("integer division or modulo by zero"))
    };
    let times = times(width, wanted.0).and_then(|across| Ok(across.min(times(height, wanted.1)?)));
    let part =
        [8_usize, 4, 2].into_iter().find(|&part| matches!(times, Ok(times) if times >= part as i64)).unwrap_or(1);
    image.set(decode::jpeg_pixels(&file, part, image.mode(), (width, height))?)?;
    times?;
    Ok(Some((0.0, 0.0, width as f64 / part as f64, height as f64 / part as f64)))
}

#[cold]
fn division_by_zero() -> Raised {
    crate::exception::zero_division_error("division by zero")
}

/// `image.reduce(factor)`.
///
/// # Errors
/// `ValueError` for a factor below 1, or an image of a mode without numbers.
pub fn reduce(image: &Image, factor: i64) -> Fallible<Image> {
    if factor == 1 {
        return copy(image);
    }
    image.derive(|raster| resample::reduce(raster, (factor, factor), (0, 0, raster.width as i64, raster.height as i64)))
}

/// `image.crop(box)`.
///
/// # Errors
/// `ValueError` for a box whose right is left of its left, or whose lower is above its upper.
pub fn crop(image: &Image, part: &Part) -> Fallible<Image> {
    if part.2 < part.0 {
        return Err(value_error("Coordinate 'right' is less than 'left'"));
    }
    if part.3 < part.1 {
        return Err(value_error("Coordinate 'lower' is less than 'upper'"));
    }
    let rounded = crate::float::round;
    let part = (rounded(part.0)?, rounded(part.1)?, rounded(part.2)?, rounded(part.3)?);
    image.derive(|raster| geometry::cropped(raster, part))
}

/// `image.rotate(angle, …)`.
///
/// # Errors
/// `ValueError` for a filter that cannot be used; `TypeError` for a colour that is none.
pub fn rotate(
    image: &Image,
    angle: f64,
    resample: i64,
    expand: bool,
    center: &Option<(f64, f64)>,
    translate: &Option<(f64, f64)>,
    fillcolor: &impl Color,
) -> Fallible<Image> {
    let angle = crate::float::r#mod(angle, 360.0)?;
    let (width, height) = image.dimensions();
    if center.is_none() && translate.is_none() {
        match angle {
            0.0 => return copy(image),
            180.0 => return transpose(image, 3),
            90.0 if expand || width == height => return transpose(image, 2),
            270.0 if expand || width == height => return transpose(image, 4),
            _ => {}
        }
    }
    let (matrix, size) = geometry::rotation((width, height), angle, expand, *center, *translate)?;
    transformed(image, size, matrix, resample, fillcolor)
}

fn rotating_filter(resample: i64) -> Fallible<Filter> {
    const USE: &str = "Use Image.Resampling.NEAREST (0), Image.Resampling.BILINEAR (2) or Image.Resampling.BICUBIC (3)";
    let unusable = match resample {
        0 => return Ok(Filter::Nearest),
        2 => return Ok(Filter::Bilinear),
        3 => return Ok(Filter::Bicubic),
        1 => "LANCZOS",
        4 => "BOX",
        5 => "HAMMING",
        6 => "MKS2013",
        7 => "MKS2021",
        other => return Err(value_error(format!("Unknown resampling filter ({other}). {USE}"))),
    };
    Err(value_error(format!("Image.Resampling.{unusable} ({resample}) cannot be used. {USE}")))
}

/// `image.transpose(method)`.
///
/// # Errors
/// `ValueError` for a number that is no method.
pub fn transpose(image: &Image, method: i64) -> Fallible<Image> {
    image.derive(|raster| geometry::transposed(raster, method))
}

/// `image.paste(im, (left, upper), mask)`.
///
/// # Errors
/// `ValueError` where sizes differ, or the mask is none.
pub fn paste(image: &Image, im: &Image, corner: &Option<(i64, i64)>, mask: &Option<Image>) -> Fallible<()> {
    let (left, upper) = corner.unwrap_or((0, 0));
    let (width, height) = size(im);
    paste_box(image, im, &(left, upper, left + width, upper + height), mask)
}

/// `image.paste(im, (left, upper, right, lower), mask)`.
///
/// # Errors
/// As [`paste`].
pub fn paste_box(image: &Image, im: &Image, part: &paste::Part, mask: &Option<Image>) -> Fallible<()> {
    let mode = image.mode();
    // Copied first: an image may be pasted into itself.
    let source = im.with(|raster| raster_in(raster, mode))?;
    let mask = mask.as_ref().map(|mask| mask.with(|mask| Ok(mask.clone()))).transpose()?;
    image.change(|raster| paste::paste(raster, &Source::Image(&source), *part, mask.as_ref()))
}

/// `image.paste(color, box, mask)`.
///
/// # Errors
/// As [`paste`]; `TypeError` for a colour that is none of the mode.
pub fn paste_color(image: &Image, im: &impl Color, part: &Option<paste::Part>, mask: &Option<Image>) -> Fallible<()> {
    let mask = mask.as_ref().map(|mask| mask.with(|mask| Ok(mask.clone()))).transpose()?;
    let part = match (part, &mask) {
        (Some(part), _) => *part,
        (None, Some(mask)) => (0, 0, mask.width as i64, mask.height as i64),
        (None, None) => return Err(value_error("cannot determine region size; use 4-item box")),
    };
    image.change(|raster| {
        let color = color::pixel(im, raster)?
            .ok_or_else(|| type_error(if raster.mode.bands() == 1 { SINGLE } else { "color must be int or tuple" }))?;
        paste::paste(raster, &Source::Color(&color), part, mask.as_ref())
    })
}

const SINGLE: &str = "color must be int or single-element tuple";

/// `image.putalpha(alpha)`.
///
/// # Errors
/// `ValueError` where the sizes differ.
pub fn putalpha(image: &Image, alpha: &Image) -> Fallible<()> {
    let alpha = alpha.with(|raster| raster_in(raster, Mode::Luma))?;
    image.change(|raster| {
        let mode = match raster.mode {
            Mode::Rgb | Mode::Palette | Mode::Rgba => Mode::Rgba,
            _ => Mode::LumaAlpha,
        };
        let mut changed = raster_in(raster, mode)?;
        if (changed.width, changed.height) != (alpha.width, alpha.height) {
            return Err(value_error("images do not match"));
        }
        let size = mode.size();
        let pixels = changed.pixels.chunks_exact_mut(size).zip(&alpha.pixels);
        pixels.for_each(|(pixel, alpha)| pixel[size - 1] = *alpha);
        *raster = changed;
        Ok(())
    })
}

/// `image.point(lut)`.
///
/// # Errors
/// `ValueError` for a table of another length than 256 for each band.
pub fn point(image: &Image, lut: &List<i64>) -> Fallible<Image> {
    image.derive(|raster| tables::through_table(raster, &lut.to_vec()))
}

/// `image.point(function)`: the function gives a table, as in Pillow, which every band goes through.
///
/// # Errors
/// What the function raises.
pub fn point_function(image: &Image, mut function: impl FnMut(i64) -> Fallible<f64>) -> Fallible<Image> {
    let entry = |value: i64| {
        let value = function(value)?;
        if value.fract() == 0.0 { Ok(value as i64) } else { crate::float::round(value) }
    };
    let table = (0..256).map(entry).collect::<Fallible<Vec<_>>>()?;
    image.derive(|raster| tables::through_table(raster, &table.repeat(raster.mode.bands())))
}

/// `image.point(function, "1")`.
///
/// # Errors
/// What the function raises.
pub fn point_bilevel(image: &Image, function: impl FnMut(i64) -> Fallible<f64>, _mode: &Str) -> Fallible<Image> {
    let mapped = point_function(image, function)?;
    mapped.derive(|raster| Ok(Raster::of(Mode::Bilevel, raster.width, raster.height, raster.pixels.clone())))
}

/// The place of a pixel; negative numbers count from the end.
fn place(raster: &Raster, xy: (i64, i64)) -> Fallible<(usize, usize)> {
    let counted = |at: i64, length: usize| {
        let at = if at < 0 { at + length as i64 } else { at };
        usize::try_from(at).ok().filter(|&at| at < length)
    };
    match (counted(xy.0, raster.width), counted(xy.1, raster.height)) {
        (Some(x), Some(y)) => Ok((x, y)),
        _ => Err(index_error("image index out of range")),
    }
}

fn pixel<const N: usize>(image: &Image, xy: (i64, i64)) -> Fallible<[i64; N]> {
    image.with(|raster| {
        let (x, y) = place(raster, xy)?;
        let bytes = raster.pixel(x, y).first_chunk::<N>().ok_or_else(wrong_mode)?;
        Ok(bytes.map(i64::from))
    })
}

/// `image.getpixel(xy)` of one band.
///
/// # Errors
/// `IndexError` for a place outside of the image.
pub fn getpixel1(image: &Image, xy: &(i64, i64)) -> Fallible<i64> {
    if image.mode() == Mode::Int {
        return image.with(|raster| place(raster, *xy).map(|(x, y)| int(raster.pixel(x, y)).into()));
    }
    pixel(image, *xy).map(|[value]| value)
}

/// `image.getpixel(xy)` of mode `F`.
///
/// # Errors
/// As [`getpixel1`].
pub fn getpixel_float(image: &Image, xy: &(i64, i64)) -> Fallible<f64> {
    image.with(|raster| place(raster, *xy).map(|(x, y)| float(raster.pixel(x, y)).into()))
}

/// `image.getpixel(xy)` of two bands.
///
/// # Errors
/// As [`getpixel1`].
pub fn getpixel2(image: &Image, xy: &(i64, i64)) -> Fallible<(i64, i64)> {
    pixel(image, *xy).map(|[a, b]| (a, b))
}

/// `image.getpixel(xy)` of three bands.
///
/// # Errors
/// As [`getpixel1`].
pub fn getpixel3(image: &Image, xy: &(i64, i64)) -> Fallible<(i64, i64, i64)> {
    pixel(image, *xy).map(|[a, b, c]| (a, b, c))
}

/// `image.getpixel(xy)` of four bands.
///
/// # Errors
/// As [`getpixel1`].
pub fn getpixel4(image: &Image, xy: &(i64, i64)) -> Fallible<(i64, i64, i64, i64)> {
    pixel(image, *xy).map(|[a, b, c, d]| (a, b, c, d))
}

/// `image.putpixel(xy, value)`.
///
/// # Errors
/// `IndexError` for a place outside of the image; `TypeError` for a colour that is none of the mode.
pub fn putpixel(image: &Image, xy: &(i64, i64), value: &impl Color) -> Fallible<()> {
    image.change(|raster| {
        let (x, y) = place(raster, *xy)?;
        let bytes = color::pixel(value, raster)?
            .ok_or_else(|| type_error(if raster.mode.bands() == 1 { SINGLE } else { "color must be int or tuple" }))?;
        raster.pixel_mut(x, y).copy_from_slice(&bytes);
        Ok(())
    })
}

/// One band as an image.
pub(super) fn band(image: &Image, place: usize) -> Fallible<Image> {
    image.derive(|raster| {
        if raster.mode.bands() == 1 {
            return Ok(raster.clone());
        }
        let size = raster.mode.size();
        let values = raster.pixels.iter().skip(place).step_by(size).copied().collect();
        Ok(Raster::of(Mode::Luma, raster.width, raster.height, values))
    })
}

/// `image.split()` of one band.
///
/// # Errors
/// As [`copy`].
pub fn split1(image: &Image) -> Fallible<(Image,)> {
    Ok((copy(image)?,))
}

/// `image.split()` of two bands.
///
/// # Errors
/// As [`copy`].
pub fn split2(image: &Image) -> Fallible<(Image, Image)> {
    Ok((band(image, 0)?, band(image, 1)?))
}

/// `image.split()` of three bands.
///
/// # Errors
/// As [`copy`].
pub fn split3(image: &Image) -> Fallible<(Image, Image, Image)> {
    Ok((band(image, 0)?, band(image, 1)?, band(image, 2)?))
}

/// `image.split()` of four bands.
///
/// # Errors
/// As [`copy`].
pub fn split4(image: &Image) -> Fallible<(Image, Image, Image, Image)> {
    Ok((band(image, 0)?, band(image, 1)?, band(image, 2)?, band(image, 3)?))
}

/// `image.getbands()`.
#[must_use]
pub fn getbands(image: &Image) -> Sequence<Str> {
    sequence::from_vec(image.mode().band_names().iter().copied().map(Str::from).collect())
}

/// `image.getchannel(channel)`.
///
/// # Errors
/// `ValueError` where there is no such band.
pub fn getchannel(image: &Image, channel: i64) -> Fallible<Image> {
    let bands = image.mode().bands();
    let place = usize::try_from(channel).ok().filter(|&place| place < bands);
    band(image, place.ok_or_else(|| value_error("band index out of range"))?)
}

/// `image.getchannel(name)`.
///
/// # Errors
/// As [`getchannel`].
pub fn getchannel_named(image: &Image, channel: &Str) -> Fallible<Image> {
    let place = image.mode().band_names().iter().position(|name| *name == channel.as_str());
    let missing = || {
        let mut shown = String::new();
        channel.str(&mut shown);
        value_error(format!("The image has no channel \"{shown}\""))
    };
    band(image, place.ok_or_else(missing)?)
}

/// `image.getbbox()`.
///
/// # Errors
/// As [`copy`].
pub fn getbbox(image: &Image) -> Fallible<Option<(i64, i64, i64, i64)>> {
    image.with(|raster| Ok(tables::bounding_box(raster)))
}

/// `image.histogram(mask)`.
///
/// # Errors
/// `ValueError` for a mask of another size, or of a mode that is no mask.
pub fn histogram(image: &Image, mask: &Option<Image>) -> Fallible<List<i64>> {
    counts(image, mask).map(list::from_vec)
}

fn counts(image: &Image, mask: &Option<Image>) -> Fallible<Vec<i64>> {
    image.with(|raster| match mask {
        Some(mask) => mask.with(|mask| tables::histogram_within(raster, mask)),
        None => Ok(tables::histogram(raster)),
    })
}

/// `image.entropy(mask)`: of how many pixels have each value.
///
/// # Errors
/// As [`histogram`].
pub fn entropy(image: &Image, mask: &Option<Image>) -> Fallible<f64> {
    let counts = counts(image, mask)?;
    let all = counts.iter().sum::<i64>() as f64;
    let parts = counts.iter().map(|&count| count as f64 / all).filter(|&part| part != 0.0);
    Ok(-parts.fold(0.0, |sum, part| sum + part * part.ln() * std::f64::consts::LOG2_E))
}

/// `image.close()`: its pixels are gone.
///
/// # Errors
/// None.
pub fn close(image: &Image) -> Fallible<()> {
    image.close()
}

/// `image.alpha_composite(im, dest, source)`.
///
/// # Errors
/// `ValueError` for images without alpha, and a source that begins outside of the image.
pub fn alpha_composite(image: &Image, im: &Image, dest: &(i64, i64), source: &(i64, i64)) -> Fallible<()> {
    let (width, height) = size(im);
    alpha_composite_part(image, im, dest, &(source.0, source.1, width, height))
}

/// `image.alpha_composite(im, dest, (left, upper, right, lower))`.
///
/// # Errors
/// As [`alpha_composite`].
pub fn alpha_composite_part(image: &Image, im: &Image, dest: &(i64, i64), source: &paste::Part) -> Fallible<()> {
    if [source.0, source.1, source.2, source.3].iter().any(|&side| side < 0) {
        return Err(value_error("Source must be non-negative"));
    }
    let cut =
        |image: &Image, part: paste::Part| crop(image, &(part.0 as f64, part.1 as f64, part.2 as f64, part.3 as f64));
    let above = cut(im, *source)?;
    let (width, height) = size(&above);
    let part = (dest.0, dest.1, dest.0 + width, dest.1 + height);
    let below = cut(image, part)?;
    paste_box(image, &super::image::alpha_composite(&below, &above)?, &part, &None)
}

/// `image.transform(size, Image.Transform.AFFINE, data, resample, fill, fillcolor)`.
///
/// # Errors
/// `ValueError` for a filter that cannot be used and a negative size; `TypeError` for a colour that is none.
pub fn transform(
    image: &Image,
    size: &(i64, i64),
    _method: i64,
    data: &(f64, f64, f64, f64, f64, f64),
    resample: i64,
    _fill: i64,
    fillcolor: &impl Color,
) -> Fallible<Image> {
    let matrix = [data.0, data.1, data.2, data.3, data.4, data.5];
    transformed(image, *size, matrix, resample, fillcolor)
}

/// `image.transform(size, Image.Transform.EXTENT, (left, upper, right, lower), resample, fill, fillcolor)`.
///
/// # Errors
/// As [`transform`]; `ZeroDivisionError` for an empty size.
pub fn transform_extent(
    image: &Image,
    size: &(i64, i64),
    _method: i64,
    data: &Part,
    resample: i64,
    _fill: i64,
    fillcolor: &impl Color,
) -> Fallible<Image> {
    let step = |from: f64, to: f64, count: i64| {
        if count == 0 {
            return Err(crate::exception::zero_division_error("float division by zero"));
        }
        Ok((to - from) / count as f64)
    };
    let (across, down) = (step(data.0, data.2, size.0)?, step(data.1, data.3, size.1)?);
    transformed(image, *size, [across, 0.0, data.0, 0.0, down, data.1], resample, fillcolor)
}

fn transformed(
    image: &Image,
    size: (i64, i64),
    matrix: [f64; 6],
    resample: i64,
    fillcolor: &impl Color,
) -> Fallible<Image> {
    if size.0 < 0 || size.1 < 0 {
        return Err(value_error("Width and height must be >= 0"));
    }
    let filter = rotating_filter(resample)?;
    image.derive(|raster| {
        let mut out = Raster::zeros(raster.mode, size.0 as usize, size.1 as usize)?;
        out.palette.clone_from(&raster.palette);
        if let Some(pixel) = color::pixel(fillcolor, raster)? {
            out.pixels.chunks_exact_mut(pixel.len()).for_each(|place| place.copy_from_slice(&pixel));
        }
        geometry::affine(raster, &mut out, matrix, filter)?;
        Ok(out)
    })
}

/// `image.tobytes()`: of mode `1` eight pixels a byte.
///
/// # Errors
/// As [`copy`].
pub fn tobytes(image: &Image) -> Fallible<Bytes> {
    bytes(image)
}

/// `image.tobytes("raw", rawmode)`.
///
/// # Errors
/// `ValueError` for bytes that are not written in this order.
pub fn tobytes_raw(image: &Image, _encoder: &Str, rawmode: &Str) -> Fallible<Bytes> {
    let order = super::image::Order::of(image.mode().name(), rawmode.as_str())?;
    match (order, rawmode.as_str()) {
        (super::image::Order::Same, _) => bytes(image),
        (super::image::Order::Reversed, "BGR" | "BGRA") => image.with(|raster| {
            let mut pixels = raster.pixels.clone();
            pixels.chunks_exact_mut(raster.mode.size()).for_each(|pixel| pixel.swap(0, 2));
            Ok(pixels.into())
        }),
        (_, other) => Err(value_error(format!("compiled code writes no bytes in the order {other}"))),
    }
}

fn bytes(image: &Image) -> Fallible<Bytes> {
    image.with_any(|raster| {
        Ok(match raster.mode {
            Mode::Bilevel => encode::packed_bits(raster).into(),
            _ => raster.pixels.clone().into(),
        })
    })
}

/// `image.save(fp, format, …)`.
///
/// # Errors
/// `KeyError` for an unknown format; `OSError` for a mode that the format has not; `ValueError` for an empty image.
#[expect(clippy::too_many_arguments, reason = "they are Pillow's")]
pub fn save(
    image: &Image,
    fp: &BytesIO,
    format: &Str,
    quality: Option<i64>,
    lossless: bool,
    optimize: bool,
    compress_level: i64,
    method: i64,
    exact: bool,
    alpha_quality: i64,
    progressive: bool,
    subsampling: i64,
) -> Fallible<()> {
    let compression = compress_level;
    let options =
        Options { quality, compression, lossless, method, exact, alpha_quality, optimize, progressive, subsampling };
    let file = encode::encode(image, format.as_str(), options)?;
    crate::io::bytes_io::write(fp, &Bytes::from(file)).map(|_| ())
}

/// A copy that knows nothing of how the camera was held.
///
/// # Errors
/// As [`copy`].
pub(super) fn upright(image: &Image) -> Fallible<Image> {
    let info = image.info();
    let method = match info.orientation {
        2 => 0,
        3 => 3,
        4 => 1,
        5 => 5,
        6 => 4,
        7 => 6,
        8 => 2,
        _ => return copy(image),
    };
    let raster = image.with(|raster| geometry::transposed(raster, method))?;
    Ok(Image::with_info(raster, Info { orientation: 0, ..info }))
}
