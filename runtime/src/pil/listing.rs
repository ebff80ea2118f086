//! What an image's pixels are, one after another, and which there are.

use super::content::{Image, Mode, Raster};
use super::convert::{float, int};
use super::methods::band;
use super::point::histogram;
use crate::exception::{Fallible, value_error};
use crate::list::{self, List};
use crate::sequence::{self, Sequence};

/// What a pixel is in Python.
trait Pixel: Sized + crate::object::Object {
    fn of(bytes: &[u8]) -> Self;
}

impl Pixel for f64 {
    fn of(bytes: &[u8]) -> Self {
        float(bytes).into()
    }
}

macro_rules! tuples {
    ($($pixel:ty: $($band:literal)+;)+) => { $(
        impl Pixel for $pixel {
            fn of(bytes: &[u8]) -> Self {
                ($(i64::from(bytes[$band]),)+)
            }
        }
    )+ };
}
tuples! {
    (i64, i64): 0 1;
    (i64, i64, i64): 0 1 2;
    (i64, i64, i64, i64): 0 1 2 3;
}

fn pixels<T: Pixel>(image: &Image) -> Fallible<Sequence<T>> {
    image.with(|raster| Ok(sequence::from_vec(raster.pixels.chunks_exact(raster.mode.size()).map(T::of).collect())))
}

fn numbers(raster: &Raster) -> Vec<i64> {
    match raster.mode {
        Mode::Int => raster.pixels.chunks_exact(4).map(|pixel| int(pixel).into()).collect(),
        _ => raster.pixels.iter().map(|&pixel| pixel.into()).collect(),
    }
}

/// `image.getdata()` of one number a pixel.
///
/// # Errors
/// `OSError` where the pixels could not be decoded.
pub fn getdata1(image: &Image, _band: ()) -> Fallible<Sequence<i64>> {
    image.with(|raster| Ok(sequence::from_vec(numbers(raster))))
}

/// `image.getdata()` of mode `F`.
///
/// # Errors
/// As [`getdata1`].
pub fn getdata_float(image: &Image, _band: ()) -> Fallible<Sequence<f64>> {
    pixels(image)
}

/// `image.getdata()` of two bands.
///
/// # Errors
/// As [`getdata1`].
pub fn getdata2(image: &Image, _band: ()) -> Fallible<Sequence<(i64, i64)>> {
    pixels(image)
}

/// `image.getdata()` of three bands.
///
/// # Errors
/// As [`getdata1`].
pub fn getdata3(image: &Image, _band: ()) -> Fallible<Sequence<(i64, i64, i64)>> {
    pixels(image)
}

/// `image.getdata()` of four bands.
///
/// # Errors
/// As [`getdata1`].
pub fn getdata4(image: &Image, _band: ()) -> Fallible<Sequence<(i64, i64, i64, i64)>> {
    pixels(image)
}

/// `image.getcolors(maxcolors)`: how many pixels have each value; `None` where there are more values.
///
/// # Errors
/// As [`getdata1`].
pub fn getcolors(image: &Image, maxcolors: i64) -> Fallible<Option<List<(i64, i64)>>> {
    let counts = image.with(|raster| Ok(histogram(raster)))?;
    let colors: Vec<_> = counts.into_iter().zip(0..).filter(|(count, _)| *count != 0).collect();
    Ok((colors.len() as i64 <= maxcolors).then(|| list::from_vec(colors)))
}

/// The least and the greatest number.
fn range(image: &Image) -> Fallible<(i64, i64)> {
    image.with(|raster| {
        let numbers = numbers(raster);
        let least_and_greatest = numbers.iter().min().zip(numbers.iter().max());
        least_and_greatest.map(|(least, greatest)| (*least, *greatest)).ok_or_else(no_pixels)
    })
}

#[cold]
fn no_pixels() -> crate::exception::Raised {
    value_error("compiled code has no extrema of an image without pixels")
}

/// `image.getextrema()` of one number a pixel.
///
/// # Errors
/// `ValueError` where there are no pixels, and as [`getdata1`].
pub fn getextrema1(image: &Image) -> Fallible<(i64, i64)> {
    range(image)
}

/// `image.getextrema()` of mode `F`.
///
/// # Errors
/// As [`getextrema1`].
pub fn getextrema_float(image: &Image) -> Fallible<(f64, f64)> {
    image.with(|raster| {
        let mut numbers = raster.pixels.chunks_exact(4).map(float);
        let first = numbers.next().ok_or_else(no_pixels)?;
        let wider = |(least, greatest): (f32, f32), next: f32| {
            if least > next { (next, greatest) } else { (least, if greatest < next { next } else { greatest }) }
        };
        let (least, greatest) = numbers.fold((first, first), wider);
        Ok((least.into(), greatest.into()))
    })
}

/// `image.getextrema()` of two bands.
///
/// # Errors
/// As [`getextrema1`].
pub fn getextrema2(image: &Image) -> Fallible<((i64, i64), (i64, i64))> {
    Ok((range(&band(image, 0)?)?, range(&band(image, 1)?)?))
}

/// `image.getextrema()` of three bands.
///
/// # Errors
/// As [`getextrema1`].
pub fn getextrema3(image: &Image) -> Fallible<((i64, i64), (i64, i64), (i64, i64))> {
    Ok((range(&band(image, 0)?)?, range(&band(image, 1)?)?, range(&band(image, 2)?)?))
}

type Range = (i64, i64);

/// `image.getextrema()` of four bands.
///
/// # Errors
/// As [`getextrema1`].
pub fn getextrema4(image: &Image) -> Fallible<(Range, Range, Range, Range)> {
    Ok((range(&band(image, 0)?)?, range(&band(image, 1)?)?, range(&band(image, 2)?)?, range(&band(image, 3)?)?))
}
