//! Makes new arrays.

use std::any::Any;

use super::array::{Array, Lengths};
use super::dtype::DType;
use super::element::{Cast, Element};
use super::like::{ArrayLike, as_array, check_dtype, new_array};
use super::operand::{Form, Operand, Same, check_range};
use super::shape::{Shape, checked_shape};
use crate::exception::{Fallible, value_error};

/// `numpy.array(object)`: a new array.
///
/// # Errors
/// `ValueError` where parts that stand beside one another have different shapes.
pub fn array<A: ArrayLike>(object: &A) -> Fallible<Array<A::Element>> {
    check_dtype(object)?;
    new_array(object)
}

/// `numpy.array([])`.
pub fn of_nothing(_object: &impl crate::object::Object) -> Array<f64> {
    Array::from_elements(Vec::new())
}

/// `numpy.array(object, dtype)`: a new array of the dtype.
///
/// # Errors
/// As for [`array`]; `OverflowError` for a Python int that the dtype has no value for.
pub fn array_as<A: ArrayLike, T: Element>(object: &A, _dtype: DType<T>) -> Fallible<Array<T>>
where
    A::Element: Cast<T>,
{
    new_array(object)
}

/// `numpy.asarray(a)`: the value as an array, itself where it is one.
///
/// # Errors
/// As for [`array`].
pub fn asarray<A: ArrayLike>(a: &A) -> Fallible<Array<A::Element>> {
    a.to_array()
}

/// `numpy.asarray(a, dtype)`: the value as an array of the dtype, itself where it is one.
///
/// # Errors
/// As for [`array_as`].
pub fn asarray_as<A: ArrayLike + 'static, T: Element>(a: &A, _dtype: DType<T>) -> Fallible<Array<T>>
where
    A::Element: Cast<T>,
{
    as_array(a)
}

/// `numpy.ascontiguousarray(a)`: the value as an array in C order, with at least one axis.
///
/// # Errors
/// As for [`array`].
pub fn ascontiguousarray<A: ArrayLike>(a: &A) -> Fallible<Array<A::Element>> {
    Ok(with_an_axis(a.to_array()?.to_contiguous()))
}

/// `numpy.ascontiguousarray(a, dtype)`: the value as an array of the dtype in C order, with at least one axis.
///
/// # Errors
/// As for [`array_as`].
pub fn ascontiguousarray_as<A: ArrayLike + 'static, T: Element>(a: &A, _dtype: DType<T>) -> Fallible<Array<T>>
where
    A::Element: Cast<T>,
{
    Ok(with_an_axis(as_array(a)?.to_contiguous()))
}

fn with_an_axis<T: Element>(array: Array<T>) -> Array<T> {
    if array.rank() == 0 { Array::from_vec(array.to_vec(), &[1]) } else { array }
}

/// `numpy.copy(a)`: a new array with the same elements.
///
/// # Errors
/// As for [`array`].
pub fn copy<A: ArrayLike>(a: &A) -> Fallible<Array<A::Element>> {
    new_array(a)
}

/// `numpy.zeros(shape, dtype)`.
///
/// # Errors
/// `ValueError` for a negative length, or more elements than memory can have.
pub fn zeros<T: Element>(shape: &impl Shape, _dtype: DType<T>) -> Fallible<Array<T>> {
    Ok(Array::filled(T::ZERO, &checked_shape(shape)?))
}

/// `numpy.ones(shape, dtype)`.
///
/// # Errors
/// As for [`zeros`].
pub fn ones<T: Element>(shape: &impl Shape, _dtype: DType<T>) -> Fallible<Array<T>> {
    Ok(Array::filled(T::ONE, &checked_shape(shape)?))
}

/// `numpy.empty(shape, dtype)`: of zeros.
///
/// # Errors
/// As for [`zeros`].
pub fn empty<T: Element>(shape: &impl Shape, dtype: DType<T>) -> Fallible<Array<T>> {
    zeros(shape, dtype)
}

/// `numpy.full(shape, fill_value)`.
///
/// # Errors
/// As for [`zeros`]; `ValueError` where the value is an array that does not stretch to the shape.
pub fn full<V: Operand>(shape: &impl Shape, fill_value: &V) -> Fallible<Array<V::Element>> {
    filled(&checked_shape(shape)?, fill_value)
}

/// `numpy.full(shape, fill_value, dtype)`.
///
/// # Errors
/// As for [`full`]; `OverflowError` for a Python int that the dtype has no value for.
pub fn full_as<V: Operand, T: Element>(shape: &impl Shape, fill_value: &V, _dtype: DType<T>) -> Fallible<Array<T>>
where
    V::Element: Cast<T>,
{
    filled(&checked_shape(shape)?, fill_value)
}

fn filled<V: Operand, T: Element>(shape: &[usize], value: &V) -> Fallible<Array<T>>
where
    V::Element: Cast<T>,
{
    check_range::<V, T>(value)?;
    let array = Array::filled(T::ZERO, shape);
    super::assign::assign(&array, value, super::assign::Destination::Assignment)?;
    Ok(array)
}

/// The functions named `…_like`: a new array in the shape of another.
macro_rules! like {
    ($($(#[$doc:meta])* $name:ident, $name_as:ident: $value:ident;)*) => {$(
        $(#[$doc])*
        /// Of the other's dtype.
        ///
        /// # Errors
        /// `ValueError` where parts of the other that stand beside one another have different shapes.
        pub fn $name<A: ArrayLike>(a: &A) -> Fallible<Array<A::Element>> {
            Ok(Array::filled(A::Element::$value, &a.shape()?))
        }

        $(#[$doc])*
        /// Of the dtype.
        ///
        /// # Errors
        /// `ValueError` where parts of the other that stand beside one another have different shapes.
        pub fn $name_as<A: ArrayLike, T: Element>(a: &A, _dtype: DType<T>) -> Fallible<Array<T>> {
            Ok(Array::filled(T::$value, &a.shape()?))
        }
    )*};
}

like! {
    /// A new array of zeros in the shape of another.
    zeros_like, zeros_like_as: ZERO;
    /// A new array of ones in the shape of another.
    ones_like, ones_like_as: ONE;
    /// A new array of zeros in the shape of another.
    empty_like, empty_like_as: ZERO;
}

/// `numpy.full_like(a, fill_value)`.
///
/// # Errors
/// As for [`full_as`].
pub fn full_like<A: ArrayLike, V: Operand>(a: &A, fill_value: &V) -> Fallible<Array<A::Element>>
where
    V::Element: Cast<A::Element>,
{
    filled(&a.shape()?, fill_value)
}

/// `numpy.full_like(a, fill_value, dtype)`.
///
/// # Errors
/// As for [`full_as`].
pub fn full_like_as<A: ArrayLike, V: Operand, T: Element>(a: &A, fill_value: &V, _dtype: DType<T>) -> Fallible<Array<T>>
where
    V::Element: Cast<T>,
{
    filled(&a.shape()?, fill_value)
}

/// `numpy.arange(start, stop, step)` of floats.
///
/// # Errors
/// `ValueError` for an endless range; `ZeroDivisionError` for step 0.
pub fn arange(start: f64, stop: Option<f64>, step: f64) -> Fallible<Array<f64>> {
    let (start, stop) = stop.map_or((0.0, start), |stop| (start, stop));
    if step == 0.0 {
        return Err(crate::exception::zero_division_error("float division by zero"));
    }
    let count = ((stop - start) / step).ceil();
    if count.is_nan() {
        return Err(value_error("arange: cannot compute length"));
    }
    if count >= isize::MAX as f64 / 8.0 {
        return Err(value_error("Maximum allowed size exceeded"));
    }
    // numpy steps by the difference of its first two elements.
    let step = (start + step) - start;
    Ok(Array::from_elements((0..count.max(0.0) as usize).map(|index| start + index as f64 * step).collect()))
}

/// `numpy.arange(start, stop, step)` of ints.
///
/// # Errors
/// `ValueError` for more elements than memory can have; `ZeroDivisionError` for step 0.
pub fn arange_int(start: i64, stop: Option<i64>, step: i64) -> Fallible<Array<i64>> {
    let (start, stop) = stop.map_or((0, start), |stop| (start, stop));
    if step == 0 {
        return Err(crate::exception::zero_division_error("division by zero"));
    }
    let (distance, step) = (i128::from(stop) - i128::from(start), i128::from(step));
    let count = if (distance > 0) == (step > 0) { distance.unsigned_abs().div_ceil(step.unsigned_abs()) } else { 0 };
    if count >= isize::MAX as u128 / 8 {
        return Err(value_error("Maximum allowed size exceeded"));
    }
    Ok(Array::from_elements((0..count as i64).map(|index| start + index * step as i64).collect()))
}

/// `numpy.arange(start, stop, step, dtype=dtype)` of ints.
///
/// # Errors
/// As for [`arange_int`].
pub fn arange_int_as<T: Element>(start: i64, stop: Option<i64>, step: i64, _dtype: DType<T>) -> Fallible<Array<T>> {
    Ok(arange_int(start, stop, step)?.map(T::from_i64))
}

/// `numpy.linspace(start, stop, num, endpoint=endpoint)`.
///
/// # Errors
/// `ValueError` for a negative number.
pub fn linspace(start: f64, stop: f64, num: i64, endpoint: bool) -> Fallible<Array<f64>> {
    let Ok(count) = usize::try_from(num) else {
        return Err(value_error(format!("Number of samples, {num}, must be non-negative.")));
    };
    let intervals = if endpoint { count.saturating_sub(1) } else { count };
    let distance = stop - start;
    let step = distance / intervals as f64;
    let mut elements: Vec<f64> = (0..count)
        .map(|index| match intervals {
            0 => index as f64 * distance + start,
            // Where the step underflows, the order of the operations is another.
            _ if step == 0.0 => index as f64 / intervals as f64 * distance + start,
            _ => index as f64 * step + start,
        })
        .collect();
    if endpoint && count > 1 {
        elements[count - 1] = stop;
    }
    Ok(Array::from_elements(elements))
}

/// `numpy.eye(N, M, k, dtype)`.
///
/// # Errors
/// `ValueError` for a negative length.
pub fn eye<T: Element>(rows: i64, columns: Option<i64>, k: i64, _dtype: DType<T>) -> Fallible<Array<T>> {
    let shape: Lengths = checked_shape(&(rows, columns.unwrap_or(rows)))?;
    let (height, width) = (shape[0] as i64, shape[1] as i64);
    let mut elements = vec![T::ZERO; shape[0] * shape[1]];
    for row in 0..height {
        let column = row.saturating_add(k);
        if (0..width).contains(&column) {
            elements[(row * width + column) as usize] = T::ONE;
        }
    }
    Ok(Array::from_vec(elements, &shape))
}

/// `numpy.identity(n, dtype)`.
///
/// # Errors
/// `ValueError` for a negative length.
pub fn identity<T: Element>(n: i64, dtype: DType<T>) -> Fallible<Array<T>> {
    eye(n, None, 0, dtype)
}

/// The classes of scalars: `numpy.float32(value)`.
macro_rules! scalar_classes {
    ($($module:ident: $ty:ty),*) => {$(
        #[doc = concat!("The class `numpy.", stringify!($module), "`.")]
        pub mod $module {
            use super::*;

            /// The number converted, or all those of an array, which is itself where it is of the dtype.
            ///
            /// # Errors
            /// `OverflowError` for a Python int out of range.
            pub fn new<V: Operand + 'static>(value: &V) -> Fallible<Same<V, $ty>>
            where
                V::Element: Cast<$ty>,
                Same<V, $ty>: Clone,
            {
                if let Some(same) = (value as &dyn Any).downcast_ref::<Same<V, $ty>>() {
                    return Ok(same.clone());
                }
                check_range::<V, $ty>(value)?;
                Ok(V::Form::map(value.elements(), Cast::cast))
            }

            /// An array of the numbers in a list or tuple.
            ///
            /// # Errors
            /// `ValueError` where parts that stand beside one another have different shapes.
            pub fn of_parts<A: ArrayLike>(value: &A) -> Fallible<Array<$ty>>
            where
                A::Element: Cast<$ty>,
            {
                new_array(value)
            }
        }
    )*};
}
scalar_classes! {
    bool_: bool, int8: i8, int16: i16, int32: i32, int64: i64, uint8: u8, uint16: u16, uint32: u32, uint64: u64,
    float16: half::f16, float32: f32, float64: f64, complex64: crate::numpy::ComplexNumber<f32>,
    complex128: crate::numpy::ComplexNumber<f64>
}
