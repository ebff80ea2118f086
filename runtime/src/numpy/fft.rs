//! `numpy.fft`: discrete Fourier transforms on the `rustfft` crate, computed in `float64`.

use std::cell::RefCell;

use rustfft::num_complex::Complex;
use rustfft::{FftDirection, FftPlanner};

use super::array::Array;
use super::complex::ComplexNumber;
use super::element::{Cast, Element};
use super::like::{ArrayLike, new_array};
use super::shape::{Axes, chosen_axes, normalize_axis};
use super::sorting::by_lanes;
use crate::exception::{Fallible, value_error};
use crate::str::Str;

type C128 = ComplexNumber<f64>;

thread_local! {
    /// Plans are kept: the same lengths come again.
    static PLANNER: RefCell<FftPlanner<f64>> = RefCell::new(FftPlanner::new());
}

/// The complex dtype that an element is transformed in.
pub trait Transformed: Element + Cast<C128> {
    /// `complex64` of half and single precision, else `complex128`.
    type Complex: Element;
    /// Its parts.
    type Real: Element;
}

macro_rules! transformed {
    ($($ty:ty => $part:ty),*) => {
        $(impl Transformed for $ty {
            type Complex = ComplexNumber<$part>;
            type Real = $part;
        })*
    };
}
transformed! {
    bool => f64, i8 => f64, i16 => f64, i32 => f64, i64 => f64, u8 => f64, u16 => f64, u32 => f64, u64 => f64,
    half::f16 => f32, f32 => f32, f64 => f64, ComplexNumber<f32> => f32, ComplexNumber<f64> => f64
}

/// How the results are scaled.
#[derive(Clone, Copy)]
enum Norm {
    Backward,
    Ortho,
    Forward,
}

impl Norm {
    fn named(name: &Option<Str>) -> Fallible<Self> {
        match name.as_ref().map(Str::as_str) {
            None | Some("backward") => Ok(Norm::Backward),
            Some("ortho") => Ok(Norm::Ortho),
            Some("forward") => Ok(Norm::Forward),
            Some(other) => Err(value_error(format!(
                "Invalid norm value {other}; should be \"backward\", \"ortho\" or \"forward\"."
            ))),
        }
    }

    fn factor(self, length: usize, direction: FftDirection) -> f64 {
        let length = length as f64;
        match (self, direction) {
            (Norm::Ortho, _) => 1.0 / length.sqrt(),
            (Norm::Backward, FftDirection::Inverse) | (Norm::Forward, FftDirection::Forward) => 1.0 / length,
            _ => 1.0,
        }
    }
}

/// The transform of a lane in place.
fn transform(lane: &mut [Complex<f64>], direction: FftDirection, norm: Norm) {
    let length = lane.len();
    PLANNER.with(|planner| planner.borrow_mut().plan_fft(length, direction)).process(lane);
    let factor = norm.factor(length, direction);
    if factor != 1.0 {
        lane.iter_mut().for_each(|element| *element *= factor);
    }
}

/// The lane, cut or filled up with zeros.
fn fitted<T: Transformed>(lane: &[T], length: usize) -> Vec<Complex<f64>> {
    let number = |element: &T| {
        let number: C128 = (*element).cast();
        Complex::new(number.re, number.im)
    };
    let mut fitted: Vec<Complex<f64>> = lane.iter().take(length).map(number).collect();
    fitted.resize(length, Complex::new(0.0, 0.0));
    fitted
}

fn wanted(n: Option<i64>, length: usize) -> Fallible<usize> {
    let n = n.unwrap_or(length as i64);
    if n < 1 {
        return Err(value_error(format!("Invalid number of FFT data points ({n}) specified.")));
    }
    Ok(n as usize)
}

fn complex<T: Transformed>(number: &Complex<f64>) -> T::Complex
where
    C128: Cast<T::Complex>,
{
    C128::new(number.re, number.im).cast()
}

/// Transforms along an axis.
macro_rules! transforms {
    ($($(#[$doc:meta])* $name:ident: $direction:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// `ValueError` for no points, or another norm; `AxisError` for an axis that there is not.
        pub fn $name<T: Transformed, A: ArrayLike<Element = T>>(a: &A, n: Option<i64>, axis: i64, norm: &Option<Str>) -> Fallible<Array<T::Complex>>
        where
            C128: Cast<T::Complex>,
        {
            let (array, norm) = (a.to_array()?, Norm::named(norm)?);
            let axis = normalize_axis(axis, array.rank())?;
            let length = wanted(n, array.shape()[axis])?;
            Ok(by_lanes(&array, axis, |lane| {
                let mut lane = fitted(lane, length);
                transform(&mut lane, FftDirection::$direction, norm);
                lane.iter().map(complex::<T>).collect()
            }))
        }
    )*};
}
transforms! {
    /// `numpy.fft.fft(a, n, axis, norm)`.
    fft: Forward;
    /// `numpy.fft.ifft(a, n, axis, norm)`.
    ifft: Inverse;
}

/// `numpy.fft.rfft(a, n, axis, norm)`: the first half of the transform of real numbers, which says all.
///
/// # Errors
/// As for [`fft`].
pub fn rfft<T: Transformed, A: ArrayLike<Element = T>>(
    a: &A,
    n: Option<i64>,
    axis: i64,
    norm: &Option<Str>,
) -> Fallible<Array<T::Complex>>
where
    C128: Cast<T::Complex>,
{
    let (array, norm) = (a.to_array()?, Norm::named(norm)?);
    let axis = normalize_axis(axis, array.rank())?;
    let length = wanted(n, array.shape()[axis])?;
    Ok(by_lanes(&array, axis, |lane| {
        let mut lane = fitted(lane, length);
        transform(&mut lane, FftDirection::Forward, norm);
        lane[..length / 2 + 1].iter().map(complex::<T>).collect()
    }))
}

/// `numpy.fft.irfft(a, n, axis, norm)`: the real numbers of which `a` is the first half of the transform.
///
/// # Errors
/// As for [`fft`].
pub fn irfft<T: Transformed, A: ArrayLike<Element = T>>(
    a: &A,
    n: Option<i64>,
    axis: i64,
    norm: &Option<Str>,
) -> Fallible<Array<T::Real>> {
    let (array, norm) = (a.to_array()?, Norm::named(norm)?);
    let axis = normalize_axis(axis, array.rank())?;
    let given = array.shape()[axis] as i64;
    let length = wanted(Some(n.unwrap_or((given - 1) * 2)), 0)?;
    Ok(by_lanes(&array, axis, |lane| {
        let half = fitted(lane, length / 2 + 1);
        let mut whole = vec![Complex::new(0.0, 0.0); length];
        for (place, element) in half.into_iter().enumerate() {
            // The other half is the mirror of this one; what is its own mirror is real.
            if place == 0 || 2 * place == length {
                whole[place] = Complex::new(element.re, 0.0);
            } else {
                whole[place] = element;
                whole[length - place] = element.conj();
            }
        }
        transform(&mut whole, FftDirection::Inverse, norm);
        whole.iter().map(|element| T::Real::from_f64(element.re)).collect()
    }))
}

/// Transforms along the last two axes.
fn planes(array: &Array<C128>, inverse: bool) -> Fallible<Array<C128>> {
    let along = |array: &Array<C128>, axis: i64| {
        if inverse { ifft(array, None, axis, &None) } else { fft(array, None, axis, &None) }
    };
    along(&along(array, -1)?, -2)
}

/// The transforms of planes.
macro_rules! plane_transforms {
    ($($(#[$doc:meta])* $name:ident: $inverse:literal;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// As for `fft`.
        pub fn $name<T: Transformed, A: ArrayLike<Element = T>>(a: &A) -> Fallible<Array<T::Complex>>
        where
            C128: Cast<T::Complex>,
        {
            let planes = planes(&new_array(a)?, $inverse)?;
            Ok(planes.map(|element| complex::<T>(&Complex::new(element.re, element.im))))
        }
    )*};
}
plane_transforms! {
    /// `numpy.fft.fft2(a)`.
    fft2: false;
    /// `numpy.fft.ifft2(a)`.
    ifft2: true;
}

/// `numpy.fft.fftfreq(n, d)`: the frequencies of the places of a transform.
///
/// # Errors
/// `ZeroDivisionError` for no places; `ValueError` for a negative number of them.
pub fn fftfreq(n: i64, d: f64) -> Fallible<Array<f64>> {
    let step = step(n, d)?;
    if n < 0 {
        return Err(value_error("negative dimensions are not allowed"));
    }
    let middle = (n - 1).div_euclid(2) + 1;
    let places = (0..middle.max(0)).chain(-n.div_euclid(2)..0);
    Ok(Array::from_elements(places.take(n.max(0) as usize).map(|place| place as f64 * step).collect()))
}

/// `numpy.fft.rfftfreq(n, d)`: the frequencies of the places of the transform of real numbers.
///
/// # Errors
/// `ZeroDivisionError` for no places.
pub fn rfftfreq(n: i64, d: f64) -> Fallible<Array<f64>> {
    let step = step(n, d)?;
    Ok(Array::from_elements((0..n.div_euclid(2) + 1).map(|place| place as f64 * step).collect()))
}

fn step(n: i64, d: f64) -> Fallible<f64> {
    let whole = n as f64 * d;
    if whole == 0.0 {
        return Err(crate::exception::zero_division_error("float division by zero"));
    }
    Ok(1.0 / whole)
}

/// Moves the zero frequency to the middle, and back.
macro_rules! shifts {
    ($($(#[$doc:meta])* $name:ident: |$length:ident| $by:expr;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// `AxisError` for an axis that there is not.
        pub fn $name<A: ArrayLike>(x: &A, axes: &impl Axes) -> Fallible<Array<A::Element>> {
            let mut array = x.to_array()?;
            let chosen = chosen_axes(axes, array.rank())?;
            for axis in (0..array.rank()).filter(|&axis| chosen[axis]) {
                let $length = array.shape()[axis] as i64;
                let by: i64 = $by;
                array = super::joining::roll(&array, &by, &(axis as i64))?;
            }
            Ok(array.copied())
        }
    )*};
}
shifts! {
    /// `numpy.fft.fftshift(x, axes)`.
    fftshift: |length| length / 2;
    /// `numpy.fft.ifftshift(x, axes)`.
    ifftshift: |length| -(length / 2);
}
