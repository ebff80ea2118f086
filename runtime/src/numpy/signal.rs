//! Sequences of samples: convolution, interpolation, and bits packed into bytes.

use super::arithmetic::Ring;
use super::array::Array;
use super::element::{Cast, Element};
use super::like::{ArrayLike, new_array};
use super::promote::Promote;
use super::scalar::Scalar;
use super::shape::normalize_axis;
use super::sorting::by_lanes;
use crate::exception::{Fallible, value_error};
use crate::str::Str;

/// The common dtype of two array-likes.
type Common<A, B> = <<A as ArrayLike>::Element as Promote<<B as ArrayLike>::Element>>::Output;

/// How much of two overlapping sequences is kept.
enum Mode {
    Full,
    Same,
    Valid,
}

impl Mode {
    fn named(mode: &str) -> Fallible<Self> {
        match mode {
            "full" | "f" => Ok(Mode::Full),
            "same" | "s" => Ok(Mode::Same),
            "valid" | "v" => Ok(Mode::Valid),
            other => Err(value_error(format!("mode must be one of 'valid', 'same', or 'full' (got '{other}')"))),
        }
    }
}

/// The sums of products of the longer sequence with the shorter one, moved over it.
fn slide<T: Ring>(long: &[T], short: &[T], mode: &Mode) -> Vec<T> {
    let (long_length, short_length) = (long.len() as i64, short.len() as i64);
    let (first, count) = match mode {
        Mode::Full => (0, long_length + short_length - 1),
        Mode::Same => ((short_length - 1) / 2, long_length),
        Mode::Valid => (short_length - 1, long_length - short_length + 1),
    };
    let sum = |place: i64| {
        // The last element of the shorter sequence lies over this place of the longer one.
        let start = place - (short_length - 1);
        let (from, to) = (start.max(0), (place + 1).min(long_length));
        let products = (from..to).map(|at| long[at as usize].multiply(short[(at - start) as usize]));
        products.reduce(T::add).unwrap_or(T::ZERO)
    };
    (first..first + count).map(sum).collect()
}

fn vectors<A: ArrayLike, B: ArrayLike>(a: &A, b: &B, empty: [&str; 2]) -> Fallible<[Vec<Common<A, B>>; 2]>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
{
    let (a, b): (Array<Common<A, B>>, Array<Common<A, B>>) = (new_array(a)?, new_array(b)?);
    if a.rank() > 1 || b.rank() > 1 {
        return Err(value_error("object too deep for desired array"));
    }
    if a.size() == 0 {
        return Err(value_error(empty[0]));
    }
    if b.size() == 0 {
        return Err(value_error(empty[1]));
    }
    Ok([a.to_vec(), b.to_vec()])
}

/// `numpy.convolve(a, v, mode)`: the sums of products of one sequence with the other turned round and moved over it.
///
/// # Errors
/// `ValueError` for an empty sequence, or another mode.
pub fn convolve<A: ArrayLike, B: ArrayLike>(a: &A, v: &B, mode: &Str) -> Fallible<Array<Common<A, B>>>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
    Common<A, B>: Ring,
{
    let [mut long, mut short] = vectors(a, v, ["a cannot be empty", "v cannot be empty"])?;
    if short.len() > long.len() {
        std::mem::swap(&mut long, &mut short);
    }
    short.reverse();
    Ok(Array::from_elements(slide(&long, &short, &Mode::named(mode.as_str())?)))
}

/// `numpy.correlate(a, v, mode)`: the sums of products of one sequence with the other moved over it.
///
/// # Errors
/// As for [`convolve`].
pub fn correlate<A: ArrayLike, B: ArrayLike>(a: &A, v: &B, mode: &Str) -> Fallible<Array<Common<A, B>>>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
    Common<A, B>: Ring + super::Size,
{
    let empty = "first array argument cannot be empty";
    let [mut long, mut short] = vectors(a, v, [empty, "second array argument cannot be empty"])?;
    let mode = Mode::named(mode.as_str())?;
    short.iter_mut().for_each(|element| *element = super::Size::conjugate(*element));
    let swapped = short.len() > long.len();
    if swapped {
        std::mem::swap(&mut long, &mut short);
    }
    let mut sums = slide(&long, &short, &mode);
    if swapped {
        sums.reverse();
    }
    Ok(Array::from_elements(sums))
}

/// The line between samples.
struct Line {
    places: Vec<f64>,
    values: Vec<f64>,
    before: f64,
    after: f64,
}

impl Line {
    fn new<P: ArrayLike<Element: Cast<f64>>, F: ArrayLike<Element: Cast<f64>>>(
        xp: &P,
        fp: &F,
        left: Option<f64>,
        right: Option<f64>,
    ) -> Fallible<Self> {
        let (places, values): (Array<f64>, Array<f64>) = (new_array(xp)?, new_array(fp)?);
        if places.rank() != 1 || values.rank() != 1 {
            return Err(value_error("Data points must be 1-D sequences"));
        }
        let (places, values) = (places.to_vec(), values.to_vec());
        if places.is_empty() {
            return Err(value_error("array of sample points is empty"));
        }
        if places.len() != values.len() {
            return Err(value_error("fp and xp are not of the same length."));
        }
        let (before, after) = (left.unwrap_or(values[0]), right.unwrap_or(values[values.len() - 1]));
        Ok(Self { places, values, before, after })
    }

    fn at(&self, x: f64) -> f64 {
        let last = self.places.len() - 1;
        if x.is_nan() {
            return x;
        }
        if last == 0 {
            return if x < self.places[0] {
                self.before
            } else if x > self.places[0] {
                self.after
            } else {
                self.values[0]
            };
        }
        if x > self.places[last] {
            return self.after;
        }
        let after = self.places.partition_point(|place| *place <= x);
        if after == 0 {
            return self.before;
        }
        let below = after - 1;
        if below == last || self.places[below] == x {
            return self.values[below];
        }
        let slope = (self.values[below + 1] - self.values[below]) / (self.places[below + 1] - self.places[below]);
        let value = slope * (x - self.places[below]) + self.values[below];
        if !value.is_nan() {
            return value;
        }
        // From the other end, where an infinite slope has spoiled it.
        let value = slope * (x - self.places[below + 1]) + self.values[below + 1];
        if value.is_nan() && self.values[below] == self.values[below + 1] { self.values[below] } else { value }
    }
}

/// `numpy.interp(x, xp, fp, left, right)`: the values between samples, on straight lines.
///
/// # Errors
/// `ValueError` for no samples, or not as many values as places.
pub fn interp<X, P, F>(x: &X, xp: &P, fp: &F, left: Option<f64>, right: Option<f64>) -> Fallible<Array<f64>>
where
    X: ArrayLike<Element: Cast<f64>>,
    P: ArrayLike<Element: Cast<f64>>,
    F: ArrayLike<Element: Cast<f64>>,
{
    let line = Line::new(xp, fp, left, right)?;
    Ok(new_array::<f64, X>(x)?.map(|x| line.at(x)))
}

/// `numpy.interp` at one place.
///
/// # Errors
/// As for [`interp`].
pub fn interp_scalar<X, P, F>(x: &X, xp: &P, fp: &F, left: Option<f64>, right: Option<f64>) -> Fallible<Scalar<f64>>
where
    X: ArrayLike<Element: Cast<f64>>,
    P: ArrayLike<Element: Cast<f64>>,
    F: ArrayLike<Element: Cast<f64>>,
{
    interp(x, xp, fp, left, right)?.only().map(Scalar)
}

fn is_big(bitorder: &Str) -> Fallible<bool> {
    match bitorder.as_str() {
        "big" => Ok(true),
        "little" => Ok(false),
        _ => Err(value_error("'order' must be either 'little' or 'big'")),
    }
}

fn packed<T: Element>(bits: &[T], big: bool) -> Vec<u8> {
    let place = |place: usize| if big { 7 - place } else { place };
    let byte =
        |bits: &[T]| bits.iter().enumerate().fold(0, |byte, (at, bit)| byte | u8::from(bit.truth()) << place(at));
    bits.chunks(8).map(byte).collect()
}

/// `numpy.packbits(a, axis, bitorder)`: eight truth values in a byte.
///
/// # Errors
/// `ValueError` for another order than "big" and "little".
pub fn packbits<A: ArrayLike>(a: &A, axis: i64, bitorder: &Str) -> Fallible<Array<u8>> {
    let (array, big) = (a.to_array()?, is_big(bitorder)?);
    let axis = normalize_axis(axis, array.rank())?;
    Ok(by_lanes(&array, axis, |lane| packed(lane, big)))
}

/// `numpy.packbits(a, None, bitorder)` of the flat array.
///
/// # Errors
/// As for [`packbits`].
pub fn packbits_flat<A: ArrayLike>(a: &A, _axis: (), bitorder: &Str) -> Fallible<Array<u8>> {
    Ok(Array::from_elements(packed(&a.to_array()?.to_vec(), is_big(bitorder)?)))
}

fn unpacked(bytes: &[u8], big: bool) -> Vec<u8> {
    let bits = |byte: &u8| {
        let byte = *byte;
        (0..8).map(move |place| byte >> if big { 7 - place } else { place } & 1)
    };
    bytes.iter().flat_map(bits).collect()
}

/// `numpy.unpackbits(a, axis, bitorder=…)`: the eight bits of each byte.
///
/// # Errors
/// `ValueError` for another order than "big" and "little".
pub fn unpackbits<A: ArrayLike<Element = u8>>(a: &A, axis: i64, bitorder: &Str) -> Fallible<Array<u8>> {
    let (array, big) = (a.to_array()?, is_big(bitorder)?);
    let axis = normalize_axis(axis, array.rank())?;
    Ok(by_lanes(&array, axis, |lane| unpacked(lane, big)))
}

/// `numpy.unpackbits(a, None, bitorder=…)` of the flat array.
///
/// # Errors
/// As for [`unpackbits`].
pub fn unpackbits_flat<A: ArrayLike<Element = u8>>(a: &A, _axis: (), bitorder: &Str) -> Fallible<Array<u8>> {
    Ok(Array::from_elements(unpacked(&a.to_array()?.to_vec(), is_big(bitorder)?)))
}
