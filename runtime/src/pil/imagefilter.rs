//! The module `PIL.ImageFilter`: convolutions, blurs and ranks (libImaging/Filter.c, BoxBlur.c, UnsharpMask.c, RankFilter.c and ModeFilter.c).

use super::content::{Image, Mode, Raster};
use crate::exception::{Fallible, value_error};
use crate::object::{Identity, Object};
use crate::sequence::Sequence;

/// What `image.filter` applies.
#[derive(Debug, Clone, PartialEq)]
pub enum Filter {
    /// A sum of the pixels around, by weights.
    Kernel(Kernel),
    /// The pixels around, in order: the one at a place.
    Rank {
        /// The side of the square. A negative one is refused when the filter is applied, as Pillow does.
        size: i64,
        /// The place in the order.
        rank: usize,
    },
    /// The most frequent of the pixels around, in a square of that side.
    Mode(i64),
    /// The mean of the rectangle that reaches so far to each side.
    BoxBlur(f64, f64),
    /// Three such blurs, which come close to a Gaussian of that standard deviation.
    GaussianBlur(f64, f64),
    /// What such a blur took away, added again.
    UnsharpMask {
        /// That of the blur.
        radius: f64,
        /// How much of it.
        percent: i64,
        /// The least difference that is heeded.
        threshold: i64,
    },
}

/// Weights of the pixels around one, row by row from below.
#[derive(Debug, Clone, PartialEq)]
pub struct Kernel {
    /// 3 or 5.
    side: usize,
    weights: Vec<f32>,
    offset: f32,
}

impl Kernel {
    fn new(side: usize, scale: f32, offset: f32, weights: &[f32]) -> Self {
        Self { side, weights: weights.iter().map(|weight| weight / scale).collect(), offset }
    }
}

fn built_in(side: usize, scale: f32, offset: f32, weights: &[f32]) -> Filter {
    Filter::Kernel(Kernel::new(side, scale, offset, weights))
}

/// `ImageFilter.BLUR()`
#[must_use]
pub fn blur() -> Filter {
    #[rustfmt::skip]
    let weights = [
        1.0, 1.0, 1.0, 1.0, 1.0,
        1.0, 0.0, 0.0, 0.0, 1.0,
        1.0, 0.0, 0.0, 0.0, 1.0,
        1.0, 0.0, 0.0, 0.0, 1.0,
        1.0, 1.0, 1.0, 1.0, 1.0,
    ];
    built_in(5, 16.0, 0.0, &weights)
}

/// A kernel of three rows with one weight in the middle and one around it.
fn around(middle: f32, others: f32, scale: f32, offset: f32) -> Filter {
    let mut weights = [others; 9];
    weights[4] = middle;
    built_in(3, scale, offset, &weights)
}

/// `ImageFilter.CONTOUR()`
#[must_use]
pub fn contour() -> Filter {
    around(8.0, -1.0, 1.0, 255.0)
}

/// `ImageFilter.DETAIL()`
#[must_use]
pub fn detail() -> Filter {
    built_in(3, 6.0, 0.0, &[0.0, -1.0, 0.0, -1.0, 10.0, -1.0, 0.0, -1.0, 0.0])
}

/// `ImageFilter.EDGE_ENHANCE()`
#[must_use]
pub fn edge_enhance() -> Filter {
    around(10.0, -1.0, 2.0, 0.0)
}

/// `ImageFilter.EDGE_ENHANCE_MORE()`
#[must_use]
pub fn edge_enhance_more() -> Filter {
    around(9.0, -1.0, 1.0, 0.0)
}

/// `ImageFilter.EMBOSS()`
#[must_use]
pub fn emboss() -> Filter {
    built_in(3, 1.0, 128.0, &[-1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0])
}

/// `ImageFilter.FIND_EDGES()`
#[must_use]
pub fn find_edges() -> Filter {
    around(8.0, -1.0, 1.0, 0.0)
}

/// `ImageFilter.SHARPEN()`
#[must_use]
pub fn sharpen() -> Filter {
    around(32.0, -2.0, 16.0, 0.0)
}

/// `ImageFilter.SMOOTH()`
#[must_use]
pub fn smooth() -> Filter {
    around(5.0, 1.0, 13.0, 0.0)
}

/// `ImageFilter.SMOOTH_MORE()`
#[must_use]
pub fn smooth_more() -> Filter {
    #[rustfmt::skip]
    let weights = [
        1.0, 1.0,  1.0, 1.0, 1.0,
        1.0, 5.0,  5.0, 5.0, 1.0,
        1.0, 5.0, 44.0, 5.0, 1.0,
        1.0, 5.0,  5.0, 5.0, 1.0,
        1.0, 1.0,  1.0, 1.0, 1.0,
    ];
    built_in(5, 100.0, 0.0, &weights)
}

/// `ImageFilter.Kernel(size, kernel, scale, offset)`; without a scale it is the sum of the weights.
///
/// # Errors
/// `ValueError` where there are not as many weights as the size says, or it is neither `(3, 3)` nor `(5, 5)`, which Pillow tells
/// when the filter is applied.
pub fn kernel(size: &(i64, i64), kernel: &Sequence<f64>, scale: Option<f64>, offset: f64) -> Fallible<Filter> {
    let weights = kernel.as_slice();
    if size.0.checked_mul(size.1) != Some(weights.len() as i64) {
        return Err(value_error("not enough coefficients in kernel"));
    }
    if *size != (3, 3) && *size != (5, 5) {
        return Err(value_error("bad kernel size"));
    }
    let scale = scale.unwrap_or_else(|| weights.iter().sum());
    let weights: Vec<f32> = weights.iter().map(|weight| *weight as f32).collect();
    Ok(built_in(size.0 as usize, scale as f32, offset as f32, &weights))
}

/// `ImageFilter.RankFilter(size, rank)`
///
/// # Errors
/// `ValueError` for an even or huge size, or a rank that the square has not.
pub fn rank_filter(size: i64, rank: i64) -> Fallible<Filter> {
    if size.rem_euclid(2) == 0 {
        return Err(value_error("bad filter size"));
    }
    let area = size.checked_mul(size).filter(|area| *area <= i64::from(i32::MAX) / 4);
    let area = area.ok_or_else(|| value_error("filter size too large"))?;
    if rank < 0 || rank >= area {
        return Err(value_error("bad rank value"));
    }
    Ok(Filter::Rank { size, rank: rank as usize })
}

/// `ImageFilter.MinFilter(size)`
///
/// # Errors
/// As [`rank_filter`].
pub fn min_filter(size: i64) -> Fallible<Filter> {
    rank_filter(size, 0)
}

/// `ImageFilter.MedianFilter(size)`
///
/// # Errors
/// As [`rank_filter`].
pub fn median_filter(size: i64) -> Fallible<Filter> {
    rank_filter(size, size.saturating_mul(size) / 2)
}

/// `ImageFilter.MaxFilter(size)`
///
/// # Errors
/// As [`rank_filter`].
pub fn max_filter(size: i64) -> Fallible<Filter> {
    rank_filter(size, size.saturating_mul(size) - 1)
}

/// `ImageFilter.ModeFilter(size)`
#[must_use]
pub fn mode_filter(size: i64) -> Filter {
    Filter::Mode(size)
}

/// `ImageFilter.BoxBlur(radius)`
///
/// # Errors
/// As [`box_blur_sides`].
pub fn box_blur(radius: f64) -> Fallible<Filter> {
    box_blur_sides(&(radius, radius))
}

/// `ImageFilter.BoxBlur((x, y))`
///
/// # Errors
/// `ValueError` for a negative radius.
pub fn box_blur_sides(radius: &(f64, f64)) -> Fallible<Filter> {
    if radius.0 < 0.0 || radius.1 < 0.0 {
        return Err(value_error("radius must be >= 0"));
    }
    Ok(Filter::BoxBlur(radius.0, radius.1))
}

/// `ImageFilter.GaussianBlur(radius)`
#[must_use]
pub fn gaussian_blur(radius: f64) -> Filter {
    Filter::GaussianBlur(radius, radius)
}

/// `ImageFilter.GaussianBlur((x, y))`
#[must_use]
pub fn gaussian_blur_sides(radius: &(f64, f64)) -> Filter {
    Filter::GaussianBlur(radius.0, radius.1)
}

/// `ImageFilter.UnsharpMask(radius, percent, threshold)`
#[must_use]
pub fn unsharp_mask(radius: f64, percent: i64, threshold: i64) -> Filter {
    Filter::UnsharpMask { radius, percent, threshold }
}

/// `image.filter(filter)`.
///
/// # Errors
/// `ValueError` for an image of a mode that the filter does not take.
pub fn apply(image: &Image, filter: &Filter) -> Fallible<Image> {
    image.derive(|raster| match filter {
        Filter::Kernel(_) | Filter::Rank { .. } if raster.mode == Mode::Palette => {
            Err(value_error("cannot filter palette images"))
        }
        Filter::Kernel(kernel) => convolve(raster, kernel),
        Filter::Rank { size, rank } => rank_of(raster, *size, *rank),
        Filter::Mode(size) => most_frequent(raster, *size),
        Filter::BoxBlur(x, y) if (*x, *y) == (0.0, 0.0) => Ok(raster.clone()),
        Filter::BoxBlur(x, y) => blurred(raster, *x as f32, *y as f32, 1),
        Filter::GaussianBlur(x, y) if (*x, *y) == (0.0, 0.0) => Ok(raster.clone()),
        Filter::GaussianBlur(x, y) => gaussian(raster, *x as f32, *y as f32),
        Filter::UnsharpMask { radius, percent, threshold } => {
            let mut out = gaussian(raster, *radius as f32, *radius as f32)?;
            for (blurred, own) in out.pixels.iter_mut().zip(&raster.pixels) {
                let difference = i64::from(*own) - i64::from(*blurred);
                let change = if difference.abs() > *threshold { difference.wrapping_mul(*percent) / 100 } else { 0 };
                *blurred = (i64::from(*own) + change).clamp(0, 255) as u8;
            }
            Ok(out)
        }
    })
}

fn wrong_mode() -> crate::exception::Raised {
    value_error("image has wrong mode")
}

/// The sum at each pixel that has as many around it; the others stay as they are.
fn convolve(raster: &Raster, kernel: &Kernel) -> Fallible<Raster> {
    let (side, reach) = (kernel.side, kernel.side / 2);
    if raster.mode == Mode::Float {
        return Err(wrong_mode());
    }
    let mut out = raster.clone();
    if raster.width < side || raster.height < side {
        return Ok(out);
    }
    let size = raster.mode.size();
    for y in reach..raster.height - reach {
        for x in reach..raster.width - reach {
            if raster.mode == Mode::Int {
                let at =
                    |x: usize, y: usize| i32::from_ne_bytes(raster.pixel(x, y).try_into().unwrap_or_default()) as f32;
                // The cast clips above; below 0 Pillow gives 0.
                let sum = weigh(kernel, x, y, at).max(0.0) as i32;
                out.pixel_mut(x, y).copy_from_slice(&sum.to_ne_bytes());
                continue;
            }
            for band in 0..size {
                let at = |x: usize, y: usize| f32::from(raster.pixels[(y * raster.width + x) * size + band]);
                out.pixels[(y * raster.width + x) * size + band] = weigh(kernel, x, y, at) as u8;
            }
        }
    }
    Ok(out)
}

/// In single precision and in Pillow's order, with the half that rounds.
fn weigh(kernel: &Kernel, x: usize, y: usize, at: impl Fn(usize, usize) -> f32) -> f32 {
    let reach = kernel.side / 2;
    let rows = kernel.weights.chunks_exact(kernel.side);
    rows.zip((y - reach..=y + reach).rev()).fold(kernel.offset + 0.5, |sum, (weights, row)| {
        let products = weights.iter().zip(x - reach..).map(|(weight, column)| at(column, row) * weight);
        sum + products.reduce(|left, right| left + right).unwrap_or_default()
    })
}

/// The pixel of a rank in the square around each; beyond the edges the outermost pixels go on.
fn rank_of(raster: &Raster, size: i64, rank: usize) -> Fallible<Raster> {
    let size = usize::try_from(size).map_err(|_| value_error("bad kernel size"))?;
    let mut out = raster.clone();
    if raster.width == 0 || raster.height == 0 {
        return Ok(out);
    }
    let reach = size / 2;
    let near =
        |place: usize, length: usize| (0..size).map(move |step| (place + step).saturating_sub(reach).min(length - 1));
    let bytes = raster.mode.size();
    for y in 0..raster.height {
        for x in 0..raster.width {
            let square =
                || near(y, raster.height).flat_map(|row| near(x, raster.width).map(move |column| (column, row)));
            match raster.mode {
                Mode::Int => {
                    let number = |(x, y)| i32::from_ne_bytes(raster.pixel(x, y).try_into().unwrap_or_default());
                    let chosen = nth(square().map(number).collect(), rank, i32::cmp);
                    out.pixel_mut(x, y).copy_from_slice(&chosen.to_ne_bytes());
                }
                Mode::Float => {
                    let number = |(x, y)| f32::from_ne_bytes(raster.pixel(x, y).try_into().unwrap_or_default());
                    let chosen = nth(square().map(number).collect(), rank, f32::total_cmp);
                    out.pixel_mut(x, y).copy_from_slice(&chosen.to_ne_bytes());
                }
                _ => {
                    for band in 0..bytes {
                        let chosen = nth(square().map(|(x, y)| raster.pixel(x, y)[band]).collect(), rank, u8::cmp);
                        out.pixels[(y * raster.width + x) * bytes + band] = chosen;
                    }
                }
            }
        }
    }
    Ok(out)
}

fn nth<T: Copy>(mut values: Vec<T>, rank: usize, order: impl FnMut(&T, &T) -> std::cmp::Ordering) -> T {
    *values.select_nth_unstable_by(rank, order).1
}

/// The most frequent value in the square around each pixel, as far as that lies on the image, the least of equally frequent ones; the
/// pixel itself where none is there more than twice (libImaging/ModeFilter.c).
fn most_frequent(raster: &Raster, size: i64) -> Fallible<Raster> {
    if matches!(raster.mode, Mode::Int | Mode::Float) {
        return Err(wrong_mode());
    }
    let mut out = raster.clone();
    let (width, height, bands) = (raster.width as i64, raster.height as i64, raster.mode.size());
    // C divides towards zero and counts nothing in a square without pixels.
    let reach = i64::from(size as i32 / 2);
    let value = |x: i64, y: i64, band: usize| usize::from(raster.pixels[(y * width + x) as usize * bands + band]);
    for (y, band) in (0..height).flat_map(|y| (0..bands).map(move |band| (y, band))) {
        let rows = || (y - reach).max(0)..=(y + reach).min(height - 1);
        let mut counts = [0u32; 256];
        for x in 0..(width.min(reach)) {
            rows().for_each(|row| counts[value(x, row, band)] += 1);
        }
        for x in 0..width {
            if reach >= 0 && x + reach < width {
                rows().for_each(|row| counts[value(x + reach, row, band)] += 1);
            }
            if x - reach > 0 {
                rows().for_each(|row| counts[value(x - reach - 1, row, band)] -= 1);
            }
            let (most, count) =
                (0..256).fold((0, counts[0]), |best, at| if counts[at] > best.1 { (at, counts[at]) } else { best });
            if count > 2 {
                out.pixels[(y * width + x) as usize * bands + band] = most as u8;
            }
        }
    }
    Ok(out)
}

/// Three box blurs of the radius that comes closest.
///
/// P. Gwosdek et al., Theoretical Foundations of Gaussian Convolution by Extended Box Filtering, 2011.
fn gaussian(raster: &Raster, x: f32, y: f32) -> Fallible<Raster> {
    const PASSES: usize = 3;
    let radius = |deviation: f32| {
        let variance = deviation * deviation / PASSES as f32;
        let length = (12.0 * f64::from(variance) + 1.0).sqrt() as f32;
        let whole = ((f64::from(length) - 1.0) / 2.0).floor() as f32;
        let part = (2.0 * whole + 1.0) * (whole * (whole + 1.0) - 3.0 * variance);
        whole + part / (6.0 * (variance - (whole + 1.0) * (whole + 1.0)))
    };
    blurred(raster, radius(x), radius(y), PASSES)
}

/// So many box blurs along the rows, then along the columns.
fn blurred(raster: &Raster, x: f32, y: f32, passes: usize) -> Fallible<Raster> {
    let mut out = raster.clone();
    if raster.width == 0 || raster.height == 0 {
        return Ok(out);
    }
    if x < 0.0 || y < 0.0 {
        return Err(value_error("radius must be >= 0"));
    }
    if !matches!(raster.mode, Mode::Luma | Mode::LumaAlpha | Mode::Rgb | Mode::Rgba) {
        return Err(wrong_mode());
    }
    let bands = raster.mode.bands();
    let (rows, columns) = (raster.height * bands, raster.width * bands);
    let pixels = &mut out.pixels;
    // Each band of a row is a line of its own, as is each of a column.
    for line in 0..if x == 0.0 { 0 } else { rows } {
        let start = line / bands * columns + line % bands;
        blur_line(pixels, start, bands, raster.width, x, passes);
    }
    for start in 0..if y == 0.0 { 0 } else { columns } {
        blur_line(pixels, start, columns, raster.height, y, passes);
    }
    Ok(out)
}

/// Blurs the values that lie a step apart: each becomes the mean of those around it, of which the outermost count in part. In
/// integers with 24 bits after the point.
fn blur_line(pixels: &mut [u8], start: usize, step: usize, length: usize, radius: f32, passes: usize) {
    let whole = radius as usize;
    let inner = ((1u32 << 24) as f32 / (radius * 2.0 + 1.0)) as u32;
    let outer = (1u32 << 24).wrapping_sub((whole as u32 * 2 + 1).wrapping_mul(inner)) / 2;
    let last = length - 1;
    let mut line: Vec<u32> = (0..length).map(|place| u32::from(pixels[start + place * step])).collect();
    let mut result = vec![0; length];
    for _ in 0..passes {
        let before = |place: usize| line[place.saturating_sub(whole + 1)];
        let mut sum = line[0].wrapping_mul(whole as u32 + 1);
        sum = (0..whole.min(length)).fold(sum, |sum, place| sum.wrapping_add(line[place]));
        sum = sum.wrapping_add(line[last].wrapping_mul(whole.saturating_sub(length) as u32));
        for place in 0..length {
            sum = sum.wrapping_add(line[(place + whole).min(last)]).wrapping_sub(before(place));
            let far = before(place) + line[(place + whole + 1).min(last)];
            let mean = sum.wrapping_mul(inner).wrapping_add(far.wrapping_mul(outer));
            result[place] = mean.wrapping_add(1 << 23) >> 24;
        }
        std::mem::swap(&mut line, &mut result);
    }
    for (place, value) in line.iter().enumerate() {
        pixels[start + place * step] = *value as u8;
    }
}

impl Object for Filter {
    fn type_name(&self) -> &'static str {
        match self {
            Filter::Kernel(_) => "Kernel",
            Filter::Rank { .. } => "RankFilter",
            Filter::Mode(_) => "ModeFilter",
            Filter::BoxBlur(..) => "BoxBlur",
            Filter::GaussianBlur(..) => "GaussianBlur",
            Filter::UnsharpMask { .. } => "UnsharpMask",
        }
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str(&format!("<PIL.ImageFilter.{} object>", self.type_name()));
    }
}

impl Identity for Filter {
    fn same(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
