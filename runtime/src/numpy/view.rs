//! An array as a loop sees it: where its elements lie, in plain numbers that need not be read again in each round.

use std::marker::PhantomData;

use super::array::Array;
use super::assign::Destination;
use super::components;
use super::element::{Cast, Element};
use super::index::{setitem, too_many};
use super::operand::{Form, Operand, ScalarForm, check_range};
use super::scalar::Scalar;
use crate::bounds::Bounds;
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
        let (mut shape, mut strides) = ([0; N], [0; N]);
        for axis in 0..N.min(array.rank()) {
            (shape[axis], strides[axis]) = (array.shape()[axis], array.strides()[axis]);
        }
        Self {
            start: array.pointer().as_ptr(),
            shape,
            strides,
            rank: array.rank(),
            is_writable: array.is_writable(),
            array: PhantomData,
        }
    }

    /// Whether all indices within these bounds have elements, which along the last axis lie one after the other.
    #[inline(always)]
    #[must_use]
    pub fn holds(&self, places: [Bounds; N]) -> bool {
        let mut is_held = self.rank == N && self.strides[N - 1] == 1;
        for (axis, place) in places.into_iter().enumerate() {
            is_held &= place.is_within(self.shape[axis]);
        }
        is_held
    }

    /// Whether such elements may also be set.
    #[inline(always)]
    #[must_use]
    pub fn takes(&self, places: [Bounds; N]) -> bool {
        self.is_writable && self.holds(places)
    }

    /// `array[index]`, of an index that is known to have an element.
    ///
    /// # Safety
    /// It lies within bounds that the view [`holds`](Self::holds).
    #[inline(always)]
    #[must_use]
    pub unsafe fn within(&self, places: [i64; N]) -> Scalar<T> {
        // SAFETY: By the caller, every position is within its axis.
        Scalar(unsafe { *self.pointer(places) })
    }

    /// `array[index] = value`, of an index that is known to have an element.
    ///
    /// # Safety
    /// It lies within bounds that the view [`takes`](Self::takes).
    ///
    /// # Errors
    /// `OverflowError` for a Python int that the dtype has no value for.
    #[inline(always)]
    pub unsafe fn set_within<V: Operand<Form = ScalarForm>>(&self, places: [i64; N], value: &V) -> Fallible<()>
    where
        V::Element: Cast<T>,
    {
        check_range::<V, T>(value)?;
        // SAFETY: By the caller, every position is within its axis; there is always a first element of a scalar.
        unsafe { *self.pointer(places) = (*value.elements().first()).cast() };
        Ok(())
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

    /// Where an element lies, of an index that is known to have one.
    #[inline(always)]
    fn pointer(&self, places: [i64; N]) -> *mut T {
        let mut offset = places[N - 1] as isize;
        for (place, stride) in places.into_iter().zip(self.strides).take(N - 1) {
            offset = offset.wrapping_add((place as isize).wrapping_mul(stride));
        }
        self.start.wrapping_offset(offset)
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
