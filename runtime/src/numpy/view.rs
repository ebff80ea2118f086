//! An array as a loop sees it: where its elements lie, in plain numbers that need not be read again in each round.

use std::marker::PhantomData;

use super::array::Array;
use super::assign::Destination;
use super::components;
use super::element::{Cast, Element};
use super::index::{setitem, too_many};
use super::operand::{Form, Operand, check_range};
use super::scalar::Scalar;
use crate::exception::{Fallible, value_error};

/// The elements of an array that is read and written by an index for each of `N` axes. The array stays as it is meanwhile.
#[derive(Debug, Clone, Copy)]
pub struct View<'a, T: Element, const N: usize> {
    start: *mut T,
    /// The lengths of the axes; 0 for those that the array has not.
    shape: [usize; N],
    strides: [isize; N],
    rank: usize,
    is_writable: bool,
    array: PhantomData<&'a Array<T>>,
}

impl<'a, T: Element, const N: usize> View<'a, T, N> {
    /// Of an array.
    #[inline]
    pub fn of(array: &'a Array<T>) -> Self {
        Self {
            start: array.pointer().as_ptr(),
            shape: std::array::from_fn(|axis| array.shape().get(axis).copied().unwrap_or_default()),
            strides: std::array::from_fn(|axis| array.strides().get(axis).copied().unwrap_or_default()),
            rank: array.rank(),
            is_writable: array.is_writable(),
            array: PhantomData,
        }
    }

    /// `array[index]`.
    ///
    /// # Errors
    /// `IndexError` for an index out of bounds or too many of them.
    #[inline(always)]
    pub fn element(&self, places: [i64; N]) -> Fallible<Scalar<T>> {
        if self.rank != N {
            return Err(too_many(self.rank, N));
        }
        let offset = self.offset(places)?;
        // SAFETY: Every position is within its axis.
        Ok(Scalar(unsafe { *self.start.offset(offset) }))
    }

    /// `array[index] = value`.
    ///
    /// # Errors
    /// As [`setitem`].
    #[inline(always)]
    pub fn set<V: Operand>(&self, array: &Array<T>, places: [i64; N], value: &V) -> Fallible<()>
    where
        V::Element: Cast<T>,
    {
        if self.rank != N || !V::Form::IS_SCALAR {
            return setitem(array, &places, value);
        }
        let offset = self.offset(places)?;
        check_range::<V, T>(value)?;
        if !self.is_writable {
            return Err(value_error(Destination::Assignment.read_only()));
        }
        // SAFETY: Every position is within its axis; there is always a first element of a scalar.
        unsafe { *self.start.offset(offset) = (*value.elements().first()).cast() };
        Ok(())
    }

    #[inline(always)]
    fn offset(&self, places: [i64; N]) -> Fallible<isize> {
        let mut offset = 0;
        for (axis, &place) in places.iter().enumerate() {
            let place = components::checked(place, axis, self.shape[axis])?;
            offset += place as isize * self.strides[axis];
        }
        Ok(offset)
    }
}
