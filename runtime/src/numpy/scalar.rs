//! `numpy.generic`: a number of one of numpy's types.

use std::hash::Hasher;

use super::dtype::DType;
use super::element::{Cast, Element, Kind};
use super::ndarray::Item;
use crate::exception::{Fallible, Raised, overflow_error, value_error};
use crate::object::{Equal, Key};

pub use super::ndarray::{radd, rand, rfloordiv, rmod, rmul, ror, rpow, rsub, rtruediv, rxor};

/// A numpy scalar: `np.float32(1.5)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scalar<T: Element>(pub T);

/// `scalar.dtype`.
#[inline]
pub fn dtype<T: Element>(_: &Scalar<T>) -> DType<T> {
    DType::new()
}

/// `scalar.ndim`: 0.
#[inline]
pub fn ndim<T: Element>(_: &Scalar<T>) -> i64 {
    0
}

/// `scalar.item()`: the number as a Python number.
///
/// # Errors
/// `OverflowError` for a `uint64` beyond the 64-bit integers that `int` is compiled to.
#[inline]
pub fn item<T: Item>(scalar: &Scalar<T>) -> Fallible<T::Number> {
    scalar.0.item()
}

/// `scalar.astype(dtype)`: the number converted.
#[inline]
pub fn astype<T: Element + Cast<U>, U: Element>(scalar: &Scalar<T>, _dtype: DType<U>) -> Scalar<U> {
    Scalar(scalar.0.cast())
}

/// `bool(scalar)`.
#[inline]
pub fn bool<T: Element>(scalar: &Scalar<T>) -> bool {
    scalar.0.truth()
}

/// `int(scalar)`.
///
/// # Errors
/// `ValueError` for NaN; `OverflowError` for an infinite number and one beyond 64 bits.
#[inline(always)]
pub fn int<T: Element>(scalar: &Scalar<T>) -> Fallible<i64> {
    if T::KIND == Kind::Float {
        let float = scalar.0.to_f64();
        return match (i64::MIN as f64..-(i64::MIN as f64)).contains(&float) {
            true => Ok(float as i64),
            false => Err(no_int(float)),
        };
    }
    let int = scalar.0.to_i64();
    if T::KIND == Kind::Unsigned && int < 0 {
        return Err(too_large());
    }
    Ok(int)
}

#[cold]
fn no_int(float: f64) -> Raised {
    if float.is_nan() {
        return value_error("cannot convert float NaN to integer");
    }
    if float.is_infinite() { overflow_error("cannot convert float infinity to integer") } else { too_large() }
}

#[cold]
fn too_large() -> Raised {
    overflow_error("int too large for a 64-bit integer")
}

/// `float(scalar)`.
#[inline]
pub fn float<T: Element>(scalar: &Scalar<T>) -> f64 {
    scalar.0.to_f64()
}

/// `operator.index(scalar)`, of an integer.
///
/// # Errors
/// `OverflowError` for a `uint64` beyond 64-bit integers.
#[inline(always)]
pub fn index<T: Element>(scalar: &Scalar<T>) -> Fallible<i64> {
    int(scalar)
}

impl<T: Element> Equal for Scalar<T> {
    fn equal(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

/// Numbers that are equal hash alike, whatever their type.
impl<T: Element> Key for Scalar<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match T::KIND {
            Kind::Float => Key::hash(&self.0.to_f64(), state),
            _ => Key::hash(&self.0.to_i64(), state),
        }
    }
}
