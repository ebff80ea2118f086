//! `resize`: by the nearest pixel, between pixels, or as means of areas. Bytes are weighed in parts of 2 to the 11.

use super::pixels::{Pixels, error};
use super::taps::{Kernel, Tap, taps};
use crate::exception::Fallible;
use crate::numpy::{Array, Element};

const NEAREST: i64 = 0;
const LINEAR: i64 = 1;
const CUBIC: i64 = 2;
const AREA: i64 = 3;
const LANCZOS: i64 = 4;

/// `resize(src, dsize, dst, fx, fy, interpolation)` of bytes.
///
/// # Errors
/// `cv2.error` for an empty image or size.
pub fn resize(
    src: &Array<u8>,
    dsize: &(i64, i64),
    _dst: (),
    _fx: f64,
    _fy: f64,
    interpolation: i64,
) -> Fallible<Array<u8>> {
    scaled(src, to(*dsize)?, interpolation, &Bytes)
}

/// `resize(src, dsize, …)` of floats.
///
/// # Errors
/// As [`resize`].
pub fn resize_floats(
    src: &Array<f32>,
    dsize: &(i64, i64),
    _dst: (),
    _fx: f64,
    _fy: f64,
    interpolation: i64,
) -> Fallible<Array<f32>> {
    scaled(src, to(*dsize)?, interpolation, &Floats)
}

/// `resize(src, None, fx=…, fy=…)` of bytes.
///
/// # Errors
/// As [`resize`].
pub fn resize_by(src: &Array<u8>, _dsize: (), _dst: (), fx: f64, fy: f64, interpolation: i64) -> Fallible<Array<u8>> {
    scaled(src, by(src.shape(), fx, fy)?, interpolation, &Bytes)
}

/// `resize(src, None, fx=…, fy=…)` of floats.
///
/// # Errors
/// As [`resize`].
pub fn resize_by_floats(
    src: &Array<f32>,
    _dsize: (),
    _dst: (),
    fx: f64,
    fy: f64,
    interpolation: i64,
) -> Fallible<Array<f32>> {
    scaled(src, by(src.shape(), fx, fy)?, interpolation, &Floats)
}

/// The new size, and how many old pixels a new one has along each axis.
struct Target {
    rows: usize,
    columns: usize,
    /// New pixels for each old one: down and across; `None` where the sizes tell.
    factors: Option<(f64, f64)>,
}

fn to((columns, rows): (i64, i64)) -> Fallible<Target> {
    match (usize::try_from(rows), usize::try_from(columns)) {
        (Ok(rows @ 1..), Ok(columns @ 1..)) => Ok(Target { rows, columns, factors: None }),
        _ => Err(error("(-215:Assertion failed) inv_scale_x > 0")),
    }
}

fn by(shape: &[usize], fx: f64, fy: f64) -> Fallible<Target> {
    let [rows, columns, ..] = *shape else { return Err(error("an image has rows, columns and channels")) };
    if !(fx > 0.0 && fy > 0.0) {
        return Err(error("(-215:Assertion failed) inv_scale_x > 0"));
    }
    let scaled = |length: usize, factor: f64| (length as f64 * factor).round_ties_even() as usize;
    let (rows, columns) = (scaled(rows, fy), scaled(columns, fx));
    if rows == 0 || columns == 0 {
        return Err(error("(-215:Assertion failed) !dsize.empty()"));
    }
    Ok(Target { rows, columns, factors: Some((fy, fx)) })
}

/// How pixels of a type are weighed and summed.
trait Arithmetic {
    type Pixel: Element;
    /// A sum across a row.
    type Sum: Copy;

    fn across(&self, left: Self::Pixel, right: Self::Pixel, part: f32) -> Self::Sum;
    fn down(&self, above: Self::Sum, below: Self::Sum, part: f32) -> Self::Pixel;
    fn float(&self, pixel: Self::Pixel) -> f32;
    fn pixel(&self, value: f32) -> Self::Pixel;
    /// Sums of several pixels, weighed by parts.
    fn weighed(&self, pixels: &Pixels<Self::Pixel>, rows: &[Tap], columns: &[Tap]) -> Pixels<Self::Pixel>;
    /// The mean of a whole number of pixels.
    fn mean(&self, pixels: impl Iterator<Item = Self::Pixel>, count: usize) -> Self::Pixel;
}

struct Bytes;
struct Floats;

/// A part and its rest in parts of 2 to the 11.
fn weights(part: f32) -> (i32, i32) {
    let weight = |part: f32| (part * 2048.0).round_ties_even() as i32;
    (weight(1.0 - part), weight(part))
}

impl Arithmetic for Bytes {
    type Pixel = u8;
    type Sum = i32;

    fn across(&self, left: u8, right: u8, part: f32) -> i32 {
        let (of_left, of_right) = weights(part);
        i32::from(left) * of_left + i32::from(right) * of_right
    }

    fn down(&self, above: i32, below: i32, part: f32) -> u8 {
        let (of_above, of_below) = weights(part);
        // Two bits more than the result are kept between the rows, as by a multiplication of 16 bits.
        let sum = ((of_above * (above >> 4)) >> 16) + ((of_below * (below >> 4)) >> 16);
        ((sum + 2) >> 2).clamp(0, 255) as u8
    }

    fn float(&self, pixel: u8) -> f32 {
        pixel.into()
    }

    fn pixel(&self, value: f32) -> u8 {
        value.round_ties_even().clamp(0.0, 255.0) as u8
    }

    fn weighed(&self, pixels: &Pixels<u8>, rows: &[Tap], columns: &[Tap]) -> Pixels<u8> {
        let weights = |taps: &[Tap]| -> Vec<Vec<i64>> {
            let weight = |&part: &f32| (part * 2048.0).round_ties_even() as i64;
            taps.iter().map(|tap| tap.parts.iter().map(weight).collect()).collect()
        };
        let (row_weights, column_weights) = (weights(rows), weights(columns));
        let across = Pixels::from_fn(pixels.rows, columns.len(), pixels.channels, |row, column, channel| {
            let inside = columns[column].places.iter().zip(&column_weights[column]);
            inside.map(|(&place, weight)| weight * i64::from(pixels.at(row, place, channel))).sum::<i64>()
        });
        Pixels::from_fn(rows.len(), columns.len(), pixels.channels, |row, column, channel| {
            let inside = rows[row].places.iter().zip(&row_weights[row]);
            let sum: i64 = inside.map(|(&place, weight)| weight * across.at(place, column, channel)).sum();
            ((sum + (1 << 21)) >> 22).clamp(0, 255) as u8
        })
    }

    fn mean(&self, pixels: impl Iterator<Item = u8>, count: usize) -> u8 {
        let sum: u32 = pixels.map(u32::from).sum();
        if count == 4 { ((sum + 2) >> 2) as u8 } else { self.pixel(sum as f32 * (1.0 / count as f32)) }
    }
}

impl Arithmetic for Floats {
    type Pixel = f32;
    type Sum = f32;

    fn across(&self, left: f32, right: f32, part: f32) -> f32 {
        left * (1.0 - part) + right * part
    }

    fn down(&self, above: f32, below: f32, part: f32) -> f32 {
        above * (1.0 - part) + below * part
    }

    fn float(&self, pixel: f32) -> f32 {
        pixel
    }

    fn pixel(&self, value: f32) -> f32 {
        value
    }

    fn weighed(&self, pixels: &Pixels<f32>, rows: &[Tap], columns: &[Tap]) -> Pixels<f32> {
        let across = Pixels::from_fn(pixels.rows, columns.len(), pixels.channels, |row, column, channel| {
            let inside = columns[column].places.iter().zip(&columns[column].parts);
            inside.fold(0.0, |sum, (&place, part)| sum + part * pixels.at(row, place, channel))
        });
        Pixels::from_fn(rows.len(), columns.len(), pixels.channels, |row, column, channel| {
            let inside = rows[row].places.iter().zip(&rows[row].parts);
            inside.fold(0.0, |sum, (&place, part)| sum + part * across.at(place, column, channel))
        })
    }

    fn mean(&self, pixels: impl Iterator<Item = f32>, count: usize) -> f32 {
        pixels.sum::<f32>() * (1.0 / count as f32)
    }
}

fn scaled<A: Arithmetic>(
    src: &Array<A::Pixel>,
    target: Target,
    interpolation: i64,
    arithmetic: &A,
) -> Fallible<Array<A::Pixel>> {
    let pixels = Pixels::of_some(src)?;
    if (target.rows, target.columns) == (pixels.rows, pixels.columns) {
        return Ok(pixels.into_array());
    }
    let inverse = target
        .factors
        .unwrap_or((target.rows as f64 / pixels.rows as f64, target.columns as f64 / pixels.columns as f64));
    let (down, across) = (Scale::new(inverse.0), Scale::new(inverse.1));
    let shrinks = down.step >= 1.0 && across.step >= 1.0;
    let halves = down.whole() == Some(2) && across.whole() == Some(2);
    let is_mean = interpolation == AREA && shrinks || interpolation == LINEAR && halves;
    Ok(match interpolation {
        CUBIC | LANCZOS if !is_mean => {
            let kernel = if interpolation == CUBIC { Kernel::Cubic } else { Kernel::Lanczos };
            let rows = taps(kernel, pixels.rows, target.rows, down.step);
            arithmetic.weighed(&pixels, &rows, &taps(kernel, pixels.columns, target.columns, across.step))
        }
        NEAREST => nearest(&pixels, &target, &down, &across),
        _ if is_mean => match (down.whole(), across.whole()) {
            (Some(down), Some(across)) => blocks(&pixels, &target, (down, across), arithmetic),
            _ => areas(&pixels, &target, &down, &across, arithmetic),
        },
        _ => between(&pixels, &target, (&down, &across), interpolation == AREA, arithmetic),
    }
    .into_array())
}

/// How an axis is scaled.
struct Scale {
    /// New pixels for each old one.
    inverse: f64,
    /// Old pixels for each new one.
    step: f64,
}

impl Scale {
    fn new(inverse: f64) -> Self {
        Self { inverse, step: 1.0 / inverse }
    }

    /// The step, where it is a whole number.
    fn whole(&self) -> Option<usize> {
        let whole = self.step.round_ties_even();
        ((self.step - whole).abs() < f64::EPSILON && whole >= 1.0).then_some(whole as usize)
    }
}

fn nearest<T: Element>(pixels: &Pixels<T>, target: &Target, down: &Scale, across: &Scale) -> Pixels<T> {
    let place = |at: usize, scale: &Scale, length: usize| ((at as f64 * scale.step).floor() as usize).min(length - 1);
    let columns: Vec<usize> = (0..target.columns).map(|at| place(at, across, pixels.columns)).collect();
    Pixels::from_fn(target.rows, target.columns, pixels.channels, |row, column, channel| {
        pixels.at(place(row, down, pixels.rows), columns[column], channel)
    })
}

/// The place before a new pixel and how far behind it that lies.
fn neighbour(at: usize, scale: &Scale, of_areas: bool) -> (i64, f32) {
    if of_areas {
        let place = (at as f64 * scale.step).floor();
        let part = ((at + 1) as f64 - (place + 1.0) * scale.inverse) as f32;
        return (place as i64, if part <= 0.0 { 0.0 } else { part - part.floor() });
    }
    let position = ((at as f64 + 0.5) * scale.step - 0.5) as f32;
    (position.floor() as i64, position - position.floor())
}

fn between<A: Arithmetic>(
    pixels: &Pixels<A::Pixel>,
    target: &Target,
    (down, across): (&Scale, &Scale),
    of_areas: bool,
    arithmetic: &A,
) -> Pixels<A::Pixel> {
    let (last_row, last_column) = (pixels.rows as i64 - 1, pixels.columns as i64 - 1);
    let columns: Vec<(usize, usize, f32)> = (0..target.columns)
        .map(|at| match neighbour(at, across, of_areas) {
            (place, _) if place < 0 => (0, 1.min(last_column as usize), 0.0),
            (place, _) if place >= last_column => (last_column as usize, last_column as usize, 0.0),
            (place, part) => (place as usize, place as usize + 1, part),
        })
        .collect();
    let channels = pixels.channels;
    let row_of = |row: usize| -> Vec<A::Sum> {
        let row = pixels.row(row);
        let sums = columns.iter().flat_map(|&(left, right, part)| {
            (0..channels).map(move |at| arithmetic.across(row[left * channels + at], row[right * channels + at], part))
        });
        sums.collect()
    };
    let mut elements = Vec::with_capacity(target.rows * target.columns * channels);
    let mut known: Option<(i64, Vec<A::Sum>, Vec<A::Sum>)> = None;
    for at in 0..target.rows {
        let (place, part) = neighbour(at, down, of_areas);
        let (above, below) = match known.take() {
            Some((before, above, below)) if before == place => (above, below),
            // Rows outside are the first and the last; they are weighed all the same.
            _ => (row_of(place.clamp(0, last_row) as usize), row_of((place + 1).clamp(0, last_row) as usize)),
        };
        elements.extend(above.iter().zip(&below).map(|(&above, &below)| arithmetic.down(above, below, part)));
        known = Some((place, above, below));
    }
    Pixels { rows: target.rows, columns: target.columns, channels, elements }
}

/// Means of blocks of whole pixels.
fn blocks<A: Arithmetic>(
    pixels: &Pixels<A::Pixel>,
    target: &Target,
    (down, across): (usize, usize),
    arithmetic: &A,
) -> Pixels<A::Pixel> {
    Pixels::from_fn(target.rows, target.columns, pixels.channels, |row, column, channel| {
        let rows = row * down..((row + 1) * down).min(pixels.rows);
        let columns = column * across..((column + 1) * across).min(pixels.columns);
        let count = rows.len() * columns.len();
        let inside = rows.flat_map(|row| columns.clone().map(move |column| pixels.at(row, column, channel)));
        arithmetic.mean(inside, count)
    })
}

/// Which old pixels make each new one, and how much of it.
fn shares(length: usize, count: usize, scale: &Scale) -> Vec<Vec<(usize, f32)>> {
    /// Less of a pixel than this is none.
    const LEAST: f64 = 1e-3;
    let share = |at: usize| {
        let start = at as f64 * scale.step;
        let end = start + scale.step;
        let width = scale.step.min(length as f64 - start);
        let last = (end.floor() as usize).min(length - 1);
        let first = (start.ceil() as usize).min(last);
        let mut shares = Vec::new();
        if first as f64 - start > LEAST {
            shares.push((first - 1, ((first as f64 - start) / width) as f32));
        }
        shares.extend((first..last).map(|place| (place, (1.0 / width) as f32)));
        if end - last as f64 > LEAST {
            shares.push((last, ((end - last as f64).min(1.0).min(width) / width) as f32));
        }
        shares
    };
    (0..count).map(share).collect()
}

fn areas<A: Arithmetic>(
    pixels: &Pixels<A::Pixel>,
    target: &Target,
    down: &Scale,
    across: &Scale,
    arithmetic: &A,
) -> Pixels<A::Pixel> {
    let rows = shares(pixels.rows, target.rows, down);
    let columns = shares(pixels.columns, target.columns, across);
    let channels = pixels.channels;
    let row_of = |row: usize| -> Vec<f32> {
        let row = pixels.row(row);
        let sums = columns.iter().flat_map(|shares| {
            (0..channels).map(move |at| {
                shares
                    .iter()
                    .fold(0.0, |sum, &(place, share)| sum + arithmetic.float(row[place * channels + at]) * share)
            })
        });
        sums.collect()
    };
    let mut elements = Vec::with_capacity(target.rows * target.columns * channels);
    for shares in &rows {
        let mut sums = vec![0.0_f32; target.columns * channels];
        for &(row, share) in shares {
            sums.iter_mut().zip(row_of(row)).for_each(|(sum, value)| *sum += share * value);
        }
        elements.extend(sums.into_iter().map(|sum| arithmetic.pixel(sum)));
    }
    Pixels { rows: target.rows, columns: target.columns, channels, elements }
}
