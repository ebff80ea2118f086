//! Crops, turns and mirrors (libImaging/Crop.c, Geometry.c, and `Image.rotate`).

use super::content::{Mode, Raster};
use super::convert::{float, int, raster_in};
use super::resample::Filter;
use crate::exception::{Exception, Fallible, value_error};

/// The most pixels that Pillow makes of a crop or opens.
const MOST_PIXELS: i64 = 2 * 89_478_485;

/// As `Image._decompression_bomb_check`.
///
/// # Errors
/// `DecompressionBombError` for a size that is suspiciously large.
pub fn check_size(width: i64, height: i64) -> Fallible<()> {
    let pixels = width.max(1).saturating_mul(height.max(1));
    if pixels > MOST_PIXELS {
        return Err(Exception::new(
            "PIL.Image.DecompressionBombError",
            format!(
                "Image size ({pixels} pixels) exceeds limit of {MOST_PIXELS} pixels, could be decompression bomb DOS attack."
            ),
        ));
    }
    Ok(())
}

/// The part of an image between left, upper, right and lower; zeros where there is no image.
///
/// # Errors
/// As [`check_size`].
pub fn cropped(raster: &Raster, part: (i64, i64, i64, i64)) -> Fallible<Raster> {
    let (left, upper, right, lower) = part;
    check_size((right - left).abs(), (lower - upper).abs())?;
    let (width, height) = ((right - left).max(0), (lower - upper).max(0));
    let mut out = Raster::zeros(raster.mode, width as usize, height as usize)?;
    out.palette.clone_from(&raster.palette);
    let size = raster.mode.size();
    let (from, to) = (left.max(0), right.min(raster.width as i64));
    if from >= to {
        return Ok(out);
    }
    for y in upper.max(0)..lower.min(raster.height as i64) {
        let row = &raster.row(y as usize)[from as usize * size..to as usize * size];
        let start = ((y - upper) as usize * width as usize + (from - left) as usize) * size;
        out.pixels[start..start + row.len()].copy_from_slice(row);
    }
    Ok(out)
}

/// `image.transpose(method)`.
///
/// # Errors
/// `ValueError` for a number that is no method.
pub fn transposed(raster: &Raster, method: i64) -> Fallible<Raster> {
    let (width, height) = (raster.width, raster.height);
    let turns = (2..=6).contains(&method) && method != 3;
    let (to_width, to_height) = if turns { (height, width) } else { (width, height) };
    let source = |x: usize, y: usize| match method {
        0 => Some((width - 1 - x, y)),
        1 => Some((x, height - 1 - y)),
        2 => Some((width - 1 - y, x)),
        3 => Some((width - 1 - x, height - 1 - y)),
        4 => Some((y, height - 1 - x)),
        5 => Some((y, x)),
        6 => Some((width - 1 - y, height - 1 - x)),
        _ => None,
    };
    if !(0..=6).contains(&method) {
        return Err(value_error("No such transpose operation"));
    }
    let mut pixels = Vec::with_capacity(raster.pixels.len());
    for y in 0..to_height {
        for x in 0..to_width {
            if let Some((x, y)) = source(x, y) {
                pixels.extend_from_slice(raster.pixel(x, y));
            }
        }
    }
    Ok(Raster { mode: raster.mode, width: to_width, height: to_height, pixels, palette: raster.palette.clone() })
}

/// The matrix and the size that `Image.rotate` makes of its arguments.
pub fn rotation(
    size: (usize, usize),
    angle: f64,
    expand: bool,
    center: Option<(f64, f64)>,
    translate: Option<(f64, f64)>,
) -> Fallible<([f64; 6], (i64, i64))> {
    let (mut width, mut height) = (size.0 as f64, size.1 as f64);
    let after = translate.unwrap_or((0.0, 0.0));
    let center = center.unwrap_or((width / 2.0, height / 2.0));
    let angle = -angle.to_radians();
    let rounded = |value: f64| crate::float::round_digits(value, 15);
    let mut matrix =
        [rounded(angle.cos())?, rounded(angle.sin())?, 0.0, rounded(-angle.sin())?, rounded(angle.cos())?, 0.0];
    let moved = |x: f64, y: f64, m: &[f64; 6]| (m[0] * x + m[1] * y + m[2], m[3] * x + m[4] * y + m[5]);
    (matrix[2], matrix[5]) = moved(-center.0 - after.0, -center.1 - after.1, &matrix);
    matrix[2] += center.0;
    matrix[5] += center.1;
    if expand {
        let corners = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)].map(|(x, y)| moved(x, y, &matrix));
        let extent = |values: [f64; 4]| {
            let most = values.into_iter().fold(f64::MIN, f64::max).ceil();
            most - values.into_iter().fold(f64::MAX, f64::min).floor()
        };
        let (new_width, new_height) = (extent(corners.map(|(x, _)| x)), extent(corners.map(|(_, y)| y)));
        (matrix[2], matrix[5]) = moved(-(new_width - width) / 2.0, -(new_height - height) / 2.0, &matrix);
        (width, height) = (new_width, new_height);
    }
    Ok((matrix, (width as i64, height as i64)))
}

/// Fills `out`, which holds the colour of what has no source, by an affine transformation of the source.
///
/// # Errors
/// None but those of conversions.
pub fn affine(raster: &Raster, out: &mut Raster, matrix: [f64; 6], filter: Filter) -> Fallible<()> {
    if let (Some(premultiplied), true) = (raster.mode.premultiplied(), filter != Filter::Nearest) {
        let mut filled = Raster { mode: premultiplied, ..out.clone() };
        affine(&raster_in(raster, premultiplied)?, &mut filled, matrix, filter)?;
        *out = raster_in(&filled, raster.mode)?;
        return Ok(());
    }
    let filter = if matches!(raster.mode, Mode::Bilevel | Mode::Palette) { Filter::Nearest } else { filter };
    match filter {
        Filter::Nearest if matrix[1] == 0.0 && matrix[3] == 0.0 => scale(raster, out, matrix),
        Filter::Nearest => nearest(raster, out, matrix),
        _ => interpolated(raster, out, matrix, filter),
    }
    Ok(())
}

/// The nearest pixels, along each axis by itself.
pub fn scale(raster: &Raster, out: &mut Raster, matrix: [f64; 6]) {
    let sources = |start: f64, step: f64, to: usize, from: usize| {
        let mut at = start + step * 0.5;
        let mut places = Vec::with_capacity(to);
        for _ in 0..to {
            let place = if at < 0.0 { -1 } else { at as i64 };
            places.push(usize::try_from(place).ok().filter(|&place| place < from));
            at += step;
        }
        places
    };
    let columns = sources(matrix[2], matrix[0], out.width, raster.width);
    let rows = sources(matrix[5], matrix[4], out.height, raster.height);
    for (y, from_y) in rows.iter().enumerate() {
        let Some(from_y) = *from_y else { continue };
        for (x, from_x) in columns.iter().enumerate() {
            if let Some(from_x) = *from_x {
                out.pixel_mut(x, y).copy_from_slice(raster.pixel(from_x, from_y));
            }
        }
    }
}

/// The nearest pixels, in fixed point where the numbers fit.
fn nearest(raster: &Raster, out: &mut Raster, matrix: [f64; 6]) {
    let [a0, a1, a2, a3, a4, a5] = matrix;
    let (width, height) = (out.width as f64, out.height as f64);
    let fits = |x: f64, y: f64| (x * a0 + y * a1 + a2).abs() < 32768.0 && (x * a3 + y * a4 + a5).abs() < 32768.0;
    let in_fixed = fits(0.0, 0.0) && fits(width, height) && fits(0.0, height) && fits(width, 0.0);
    let mut copy = |x: usize, y: usize, from_x: i64, from_y: i64| {
        if (0..raster.width as i64).contains(&from_x) && (0..raster.height as i64).contains(&from_y) {
            out.pixel_mut(x, y).copy_from_slice(raster.pixel(from_x as usize, from_y as usize));
        }
    };
    let (columns, rows) = (width as usize, height as usize);
    if in_fixed {
        let fixed = |value: f64| (value * 65536.0 + 0.5).floor() as i64;
        let (step_x, step_y, row_x, row_y) = (fixed(a0), fixed(a3), fixed(a1), fixed(a4));
        let (start_x, start_y) = (fixed(a2 + a0 * 0.5 + a1 * 0.5), fixed(a5 + a3 * 0.5 + a4 * 0.5));
        for y in 0..rows {
            for x in 0..columns {
                let at = |start: i64, row: i64, step: i64| (start + row * y as i64 + step * x as i64) >> 16;
                copy(x, y, at(start_x, row_x, step_x), at(start_y, row_y, step_y));
            }
        }
        return;
    }
    let coordinate = |value: f64| if value < 0.0 { -1 } else { value as i64 };
    let (mut row_x, mut row_y) = (a2 + a1 * 0.5 + a0 * 0.5, a5 + a4 * 0.5 + a3 * 0.5);
    for y in 0..rows {
        let (mut at_x, mut at_y) = (row_x, row_y);
        for x in 0..columns {
            copy(x, y, coordinate(at_x), coordinate(at_y));
            at_x += a0;
            at_y += a3;
        }
        row_x += a1;
        row_y += a4;
    }
}

/// Between the nearest pixels, by two or by four along each axis.
fn interpolated(raster: &Raster, out: &mut Raster, matrix: [f64; 6], filter: Filter) {
    let [a0, a1, a2, a3, a4, a5] = matrix;
    let bands = raster.mode.bands();
    for y in 0..out.height {
        for x in 0..out.width {
            let (x_in, y_in) = (x as f64 + 0.5, y as f64 + 0.5);
            let (at_x, at_y) = (a0 * x_in + a1 * y_in + a2, a3 * x_in + a4 * y_in + a5);
            let inside = at_x >= 0.0 && at_x < raster.width as f64 && at_y >= 0.0 && at_y < raster.height as f64;
            if !inside {
                continue;
            }
            for band in 0..bands {
                let value = match filter {
                    Filter::Bilinear => bilinear(raster, band, at_x - 0.5, at_y - 0.5),
                    _ => bicubic(raster, band, at_x - 0.5, at_y - 0.5),
                };
                let pixel = out.pixel_mut(x, y);
                match raster.mode {
                    Mode::Int => pixel.copy_from_slice(&(value as i32).to_ne_bytes()),
                    Mode::Float => pixel.copy_from_slice(&(value as f32).to_ne_bytes()),
                    _ => pixel[band] = value as u8,
                }
            }
        }
    }
}

/// The values of a row around a place, the last ones repeated beyond the edges.
fn around<const N: usize>(raster: &Raster, band: usize, x: i64, y: usize) -> [f64; N] {
    std::array::from_fn(|offset| {
        let x = (x + offset as i64).clamp(0, raster.width as i64 - 1) as usize;
        let pixel = raster.pixel(x, y);
        match raster.mode {
            Mode::Int => f64::from(int(pixel)),
            Mode::Float => f64::from(float(pixel)),
            _ => f64::from(pixel[band]),
        }
    })
}

fn bilinear(raster: &Raster, band: usize, at_x: f64, at_y: f64) -> f64 {
    let (x, y) = (at_x.floor(), at_y.floor());
    let (dx, dy) = (at_x - x, at_y - y);
    let (x, y) = (x as i64, y as i64);
    let in_floats = raster.mode == Mode::Float;
    // The difference of two floats of 32 bits has 32 bits, as in C.
    let between = |[a, b]: [f64; 2], d: f64| {
        let step = if in_floats { f64::from(b as f32 - a as f32) } else { b - a };
        a + step * d
    };
    let rows = raster.height as i64;
    let first = between(around(raster, band, x, y.clamp(0, rows - 1) as usize), dx);
    let second = match y + 1 {
        next if (0..rows).contains(&next) => between(around(raster, band, x, next as usize), dx),
        _ => first,
    };
    first + (second - first) * dy
}

fn bicubic(raster: &Raster, band: usize, at_x: f64, at_y: f64) -> f64 {
    let (x, y) = (at_x.floor(), at_y.floor());
    let (dx, dy) = (at_x - x, at_y - y);
    let (x, y) = (x as i64 - 1, y as i64 - 1);
    let rows = raster.height as i64;
    let row = |y: i64| {
        let values = around(raster, band, x, y as usize);
        if raster.mode == Mode::Float { cubic_floats(values.map(|value| value as f32), dx) } else { cubic(values, dx) }
    };
    let mut values = [row(y.clamp(0, rows - 1)); 4];
    for offset in 1..4 {
        let next = y + offset as i64;
        values[offset] = if (0..rows).contains(&next) { row(next) } else { values[offset - 1] };
    }
    cubic(values, dy)
}

/// As [`cubic`], with sums of 32 bits.
fn cubic_floats([v1, v2, v3, v4]: [f32; 4], d: f64) -> f64 {
    let (p1, p2) = (v2, -v1 + v3);
    let (p3, p4) = (2.0 * (v1 - v2) + v3 - v4, -v1 + v2 - v3 + v4);
    f64::from(p1) + d * (f64::from(p2) + d * (f64::from(p3) + d * f64::from(p4)))
}

fn cubic([v1, v2, v3, v4]: [f64; 4], d: f64) -> f64 {
    let (p1, p2) = (v2, -v1 + v3);
    let (p3, p4) = (2.0 * (v1 - v2) + v3 - v4, -v1 + v2 - v3 + v4);
    p1 + d * (p2 + d * (p3 + d * p4))
}
