//! Tables and statistics of values (libImaging/Point.c, Histo.c, GetBBox.c).

use super::content::{Mode, Raster};
use crate::exception::{Fallible, value_error};

/// Each value of a band through its table of 256; one table serves one band.
///
/// # Errors
/// `ValueError` where there are more or fewer entries than that.
pub fn through_table(raster: &Raster, table: &[i64]) -> Fallible<Raster> {
    let bands = raster.mode.bands();
    if table.len() != 256 * bands {
        return Err(value_error("wrong number of lut entries"));
    }
    let table: Vec<u8> = table.iter().map(|&value| value.clamp(0, 255) as u8).collect();
    let mut out = raster.clone();
    for pixel in out.pixels.chunks_exact_mut(bands) {
        for (band, value) in pixel.iter_mut().enumerate() {
            *value = table[256 * band + usize::from(*value)];
        }
    }
    Ok(out)
}

/// How many pixels have each value, band after band.
pub fn histogram(raster: &Raster) -> Vec<i64> {
    let bands = raster.mode.bands();
    let mut counts = vec![0; 256 * bands];
    for pixel in raster.pixels.chunks_exact(raster.mode.size()) {
        for (band, value) in pixel.iter().enumerate() {
            counts[256 * band + usize::from(*value)] += 1;
        }
    }
    counts
}

/// As [`histogram`], of the pixels where a mask is not black.
///
/// # Errors
/// `ValueError` for a mask of another size, or of a mode that is no mask.
pub fn histogram_within(raster: &Raster, mask: &Raster) -> Fallible<Vec<i64>> {
    if (raster.width, raster.height) != (mask.width, mask.height) {
        return Err(value_error("images do not match"));
    }
    if !matches!(mask.mode, Mode::Bilevel | Mode::Luma) {
        return Err(value_error("bad transparency mask"));
    }
    let size = raster.mode.size();
    let within = raster.pixels.chunks_exact(size).zip(&mask.pixels).filter(|(_, mask)| **mask != 0);
    let pixels: Vec<u8> = within.flat_map(|(pixel, _)| pixel).copied().collect();
    Ok(histogram(&Raster::of(raster.mode, pixels.len() / size, 1, pixels)))
}

/// The box around all pixels that are not zero; of an image with alpha, that can be seen.
pub fn bounding_box(raster: &Raster) -> Option<(i64, i64, i64, i64)> {
    let alpha = matches!(raster.mode, Mode::Rgba | Mode::LumaAlpha).then(|| raster.mode.size() - 1);
    let is_set = |x: usize, y: usize| {
        let pixel = raster.pixel(x, y);
        alpha.map_or_else(|| pixel.iter().any(|&value| value != 0), |band| pixel[band] != 0)
    };
    let mut found: Option<(i64, i64, i64, i64)> = None;
    for y in 0..raster.height {
        for x in (0..raster.width).filter(|&x| is_set(x, y)) {
            let (x, y) = (x as i64, y as i64);
            let (left, upper, right, lower) = found.unwrap_or((x, y, x + 1, y + 1));
            found = Some((left.min(x), upper.min(y), right.max(x + 1), lower.max(y + 1)));
        }
    }
    found
}
