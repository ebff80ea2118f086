//! Arrays from bytes and iterators, and back to bytes; sizes, windows and polynomials.

use std::any::Any;

use super::arithmetic::{Analytic, Number, Ring};
use super::array::Array;
use super::dtype::DType;
use super::element::{Cast, Element};
use super::like::{ArrayLike, new_array};
use super::operand::{Joined, Meets, Operand};
use super::promote::Promote;
use crate::bytes::{Buffer, Bytes};
use crate::exception::{Fallible, value_error};
use crate::object::Iter;
use crate::str::Str;

/// `numpy.frombuffer(buffer, dtype, count, offset)`: an array of the elements that the bytes are. Read-only, as numpy's
/// of `bytes` is.
///
/// # Errors
/// `ValueError` where the bytes are not as many as elements need.
pub fn frombuffer<B: Buffer, T: Element>(buffer: &B, _dtype: DType<T>, count: i64, offset: i64) -> Fallible<Array<T>> {
    buffer.read(|bytes| {
        let size = size_of::<T>();
        let Some(rest) = usize::try_from(offset).ok().and_then(|offset| bytes.get(offset..)) else {
            return Err(value_error(format!(
                "offset must be non-negative and no greater than buffer length ({})",
                bytes.len()
            )));
        };
        let count = match usize::try_from(count) {
            Ok(count) => count,
            Err(_) if rest.len() % size != 0 => {
                return Err(value_error("buffer size must be a multiple of element size"));
            }
            Err(_) => rest.len() / size,
        };
        let Some(taken) = count.checked_mul(size).and_then(|length| rest.get(..length)) else {
            return Err(value_error("buffer is smaller than requested size"));
        };
        Ok(Array::from_bytes(taken, &[count]).read_only())
    })
}

/// `numpy.fromiter(iter, dtype, count)`: an array of what an iterator gives.
///
/// # Errors
/// `ValueError` where there are fewer items than asked for; `OverflowError` for a Python int out of the dtype's range.
pub fn fromiter<A: ArrayLike<Element: Cast<T>>, T: Element>(
    mut iter: impl Iter<Item = A>,
    _dtype: DType<T>,
    count: i64,
) -> Fallible<Array<T>> {
    let mut elements = Vec::new();
    while count < 0 || (elements.len() as i64) < count {
        let Some(item) = iter.next()? else { break };
        item.append(&mut elements)?;
    }
    if count >= 0 && (elements.len() as i64) < count {
        return Err(value_error(format!(
            "iterator too short: Expected {count} but iterator had only {} items.",
            elements.len()
        )));
    }
    Ok(Array::from_elements(elements))
}

/// `array.tobytes()`: the bytes of the elements in C order.
pub fn tobytes<T: Element>(array: &Array<T>) -> Bytes {
    let elements = array.to_vec();
    let length = elements.len() * size_of::<T>();
    // SAFETY: The elements are plain numbers without padding, and as many bytes long.
    Bytes::from(unsafe { std::slice::from_raw_parts(elements.as_ptr().cast::<u8>(), length) }.to_vec())
}

/// `array.astype(dtype, copy=…)`: without a copy the array itself, where it is of the dtype.
pub fn astype_copy<T: Element + Cast<U>, U: Element>(array: &Array<T>, _dtype: DType<U>, copy: bool) -> Array<U> {
    match (array as &dyn Any).downcast_ref::<Array<U>>() {
        Some(same) if !copy => same.clone(),
        _ => array.cast(),
    }
}

/// `array.real` and `array.imag` as views.
macro_rules! parts {
    ($($name:ident: $place:literal;)*) => {$(
        /// The part of each complex number: a view.
        ///
        /// # Errors
        /// None: the parts lie where the numbers do.
        pub fn $name<F: Element>(array: &Array<super::ComplexNumber<F>>) -> Fallible<Array<F>>
        where
            super::ComplexNumber<F>: Element,
        {
            let last = super::manipulation::expand_dims(array, &-1)?;
            let pairs: Array<F> = last.reinterpreted()?;
            super::index::getitem(&pairs, &[super::Index::Ellipsis, super::Index::Integer($place)])
        }
    )*};
}
parts! {
    real_view: 0;
    imag_view: 1;
}

/// `numpy.clip(a, min, None)`: no element less than the bound.
///
/// # Errors
/// `ValueError` where the shapes do not go together.
pub fn clip_below<A: Meets<L>, L: Operand>(a: &A, least: &L, _greatest: ()) -> Fallible<Joined<A, L>> {
    super::ufunc::maximum(a, least)
}

/// `numpy.clip(a, None, max)`: no element greater than the bound.
///
/// # Errors
/// `ValueError` where the shapes do not go together.
pub fn clip_above<A: Meets<H>, H: Operand>(a: &A, _least: (), greatest: &H) -> Fallible<Joined<A, H>> {
    super::ufunc::minimum(a, greatest)
}

/// `numpy.sort(a, axis, kind=…)`: every kind of sort that numpy has is a stable one here.
///
/// # Errors
/// `ValueError` for another kind; `AxisError` for an axis that there is not.
pub fn sort_by_kind<A: ArrayLike>(a: &A, axis: i64, kind: &Str) -> Fallible<Array<A::Element>> {
    check_kind(kind)?;
    super::sorting::sort(a, axis)
}

/// `numpy.argsort(a, axis, kind=…)`.
///
/// # Errors
/// As for [`sort_by_kind`].
pub fn argsort_by_kind<A: ArrayLike>(a: &A, axis: i64, kind: &Str) -> Fallible<Array<i64>> {
    check_kind(kind)?;
    super::sorting::argsort(a, axis)
}

fn check_kind(kind: &Str) -> Fallible<()> {
    match kind.as_str() {
        "quicksort" | "mergesort" | "heapsort" | "stable" | "q" | "m" | "h" | "s" => Ok(()),
        other => Err(value_error(format!("sort kind must be one of 'quick', 'heap', or 'stable' (got '{other}')"))),
    }
}

/// `numpy.size(a, axis)`.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn size_along<A: ArrayLike>(a: &A, axis: i64) -> Fallible<i64> {
    let shape = a.shape()?;
    Ok(shape[super::shape::normalize_axis(axis, shape.len())?] as i64)
}

/// `numpy.dtype(dtype)`.
pub fn dtype<T: Element>(dtype: DType<T>) -> DType<T> {
    dtype
}

/// `numpy.size(a)`.
///
/// # Errors
/// Those of making an array of `a`.
pub fn size<A: ArrayLike>(a: &A) -> Fallible<i64> {
    Ok(a.shape()?.iter().product::<usize>() as i64)
}

/// `numpy.ndim(a)`.
///
/// # Errors
/// Those of making an array of `a`.
pub fn ndim<A: ArrayLike>(a: &A) -> Fallible<i64> {
    Ok(a.shape()?.len() as i64)
}

/// `numpy.logspace(start, stop, num, endpoint, base)`: powers of the base at equal distances of their exponents.
///
/// # Errors
/// `ValueError` for a negative number.
pub fn logspace(start: f64, stop: f64, num: i64, endpoint: bool, base: f64) -> Fallible<Array<f64>> {
    Ok(super::creation::linspace(start, stop, num, endpoint)?.map(|exponent| base.powf(exponent)))
}

/// `numpy.geomspace(start, stop, num, endpoint)`: numbers of equal ratio.
///
/// # Errors
/// `ValueError` for a negative number, and where an end is zero.
pub fn geomspace(start: f64, stop: f64, num: i64, endpoint: bool) -> Fallible<Array<f64>> {
    if start == 0.0 || stop == 0.0 {
        return Err(value_error("Geometric sequence cannot include zero"));
    }
    let sign = start.signum();
    let (first, last) = (start.abs(), stop * sign);
    let mut elements = logspace(first.log10(), last.log10(), num, endpoint, 10.0)?.to_vec();
    if let Some(element) = elements.first_mut() {
        *element = first;
    }
    if let (true, [_, .., element]) = (endpoint, &mut elements[..]) {
        *element = last;
    }
    Ok(Array::from_elements(elements.into_iter().map(|element| element * sign).collect()))
}

/// `numpy.linspace(…, dtype=…)`: whole numbers are rounded down.
///
/// # Errors
/// `ValueError` for a negative number.
pub fn linspace_as<T: Element>(
    start: f64,
    stop: f64,
    num: i64,
    endpoint: bool,
    _dtype: DType<T>,
) -> Fallible<Array<T>> {
    let numbers = super::creation::linspace(start, stop, num, endpoint)?;
    let whole = matches!(T::KIND, super::Kind::Signed | super::Kind::Unsigned);
    Ok(numbers.map(|number| T::from_f64(if whole { number.floor() } else { number })))
}

/// `numpy.arange(start, stop, step, dtype=…)` of floats.
///
/// # Errors
/// As for `arange`.
pub fn arange_as<T: Number>(start: f64, stop: Option<f64>, step: f64, _dtype: DType<T>) -> Fallible<Array<T>> {
    let count = super::creation::arange(start, stop, step)?.size();
    let first = if stop.is_some() { start } else { 0.0 };
    // numpy computes the first two in the dtype, and goes on by their difference.
    let (zeroth, next) = (T::from_f64(first), T::from_f64(first + step));
    let delta = next.subtract(zeroth);
    let element = |place: usize| match place {
        0 => zeroth,
        1 => next,
        _ => zeroth.add(T::from_i64(place as i64).multiply(delta)),
    };
    Ok(Array::from_elements((0..count).map(element).collect()))
}

/// Window functions of so many points.
macro_rules! windows {
    ($($(#[$doc:meta])* $name:ident: |$n:ident, $last:ident| $value:expr;)*) => {$(
        $(#[$doc])*
        pub fn $name(M: i64) -> Array<f64> {
            match M {
                ..1 => Array::from_elements(Vec::new()),
                1 => Array::from_elements(vec![1.0]),
                _ => {
                    let $last = (M - 1) as f64;
                    let points = (1 - M..M).step_by(2).map(|n| {
                        let $n = n as f64;
                        $value
                    });
                    Array::from_elements(points.collect())
                }
            }
        }
    )*};
}
windows! {
    /// The Hann window.
    #[allow(non_snake_case, reason = "named as in numpy")]
    hanning: |n, last| 0.5 + 0.5 * (std::f64::consts::PI * n / last).cos();
    /// The Hamming window.
    #[allow(non_snake_case, reason = "named as in numpy")]
    hamming: |n, last| 0.54 + 0.46 * (std::f64::consts::PI * n / last).cos();
    /// The Blackman window.
    #[allow(non_snake_case, reason = "named as in numpy")]
    blackman: |n, last| 0.42 + 0.5 * (std::f64::consts::PI * n / last).cos() + 0.08 * (2.0 * std::f64::consts::PI * n / last).cos();
    /// The Bartlett window.
    #[allow(non_snake_case, reason = "named as in numpy")]
    bartlett: |n, last| if n <= 0.0 { 1.0 + n / last } else { 1.0 - n / last };
}

/// The common dtype of two array-likes.
type Common<A, B> = <<A as ArrayLike>::Element as Promote<<B as ArrayLike>::Element>>::Output;

/// `numpy.polyval(p, x)`: a polynomial, its highest coefficient first, by Horner's rule. An array comes out.
///
/// # Errors
/// Those of making arrays of the two.
pub fn polyval<P: ArrayLike, X: ArrayLike>(p: &P, x: &X) -> Fallible<Array<Common<X, P>>>
where
    X::Element: Promote<P::Element> + Cast<Common<X, P>>,
    P::Element: Cast<Common<X, P>>,
    Common<X, P>: Number,
{
    let (coefficients, places): (Array<Common<X, P>>, Array<Common<X, P>>) = (new_array(p)?, new_array(x)?);
    let coefficients = coefficients.to_vec();
    Ok(places.map(|x| coefficients.iter().fold(Element::ZERO, |y: Common<X, P>, &c| y.multiply(x).add(c))))
}

/// Sums, products and means computed in a dtype that the caller asks for.
macro_rules! reductions_as {
    ($($(#[$doc:meta])* $name:ident, $scalar:ident: $needs:ident => |$lane:ident, $count:ident| $value:expr;)*) => {$(
        $(#[$doc])*
        /// An array comes out.
        ///
        /// # Errors
        /// `AxisError` for an axis that there is not.
        pub fn $name<A: ArrayLike<Element: Cast<T>>, T: $needs>(
            a: &A,
            axis: &impl super::Axes,
            _dtype: DType<T>,
            keepdims: bool,
        ) -> Fallible<Array<T>> {
            let array: Array<T> = array_of(a)?;
            let chosen = super::shape::chosen_axes(axis, array.rank())?;
            let $count: usize = array.shape().iter().zip(&chosen).filter(|(_, chosen)| **chosen).map(|(n, _)| n).product();
            let _ = $count;
            Ok(super::reduce::reduce(&array, &chosen, keepdims, |$lane| $value))
        }

        $(#[$doc])*
        /// A scalar comes out.
        ///
        /// # Errors
        /// As where an array comes out.
        pub fn $scalar<A: ArrayLike<Element: Cast<T>>, T: $needs>(
            a: &A,
            axis: &impl super::Axes,
            dtype: DType<T>,
            _keepdims: bool,
        ) -> Fallible<super::Scalar<T>> {
            $name(a, axis, dtype, false)?.only().map(super::Scalar)
        }
    )*};
}
reductions_as! {
    /// `numpy.sum(a, axis, dtype=…)`.
    sum_as, sum_as_scalar: Number => |lane, count| lane.sum(|element| element);
    /// `numpy.prod(a, axis, dtype=…)`.
    prod_as, prod_as_scalar: Number => |lane, count| {
        let mut product = T::ONE;
        lane.each(|element: T| product = product.multiply(element));
        product
    };
    /// `numpy.mean(a, axis, dtype=…)`.
    mean_as, mean_as_scalar: Analytic => |lane, count| lane.sum(|element| element).divide(T::from_f64(count as f64));
}

fn array_of<A: ArrayLike<Element: Cast<T>>, T: Element>(a: &A) -> Fallible<Array<T>> {
    Ok(a.to_array()?.cast())
}
