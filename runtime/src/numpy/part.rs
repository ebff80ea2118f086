//! A part of an array that is read where it is taken, and nowhere else: `total += rows[i]`. It is no array of its own, so that
//! nothing is counted, copied or let go for it.

use super::array::Array;
use super::components;
use super::element::Element;
use super::index::too_many;
use super::operand::{ArrayForm, Elements, Operand};
use crate::exception::Fallible;

/// `array[places]`, as an operand.
#[derive(Debug)]
pub struct Part<'a, T: Element> {
    array: &'a Array<T>,
    /// How many axes have a place.
    count: usize,
    /// How far from the first element of the array that of the part lies.
    offset: isize,
}

/// `array[places]` for an operator that reads it at once.
///
/// # Errors
/// `IndexError` for an index out of bounds or too many of them.
#[inline]
pub fn part<'a, T: Element, const N: usize>(array: &'a Array<T>, places: &[i64; N]) -> Fallible<Part<'a, T>> {
    if N > array.rank() {
        return Err(too_many(array.rank(), N));
    }
    Ok(Part { array, count: N, offset: components::offset(array, places)? })
}

impl<T: Element> Operand for Part<'_, T> {
    type DType = T;
    type Element = T;
    type Form = ArrayForm;
    type Source<'b>
        = Elements<'b, T>
    where
        Self: 'b;

    #[inline]
    fn elements(&self) -> Elements<'_, T> {
        Elements::part(self.array, self.count, self.offset)
    }

    #[inline]
    fn source(&self) -> Elements<'_, T> {
        self.elements()
    }

    #[inline]
    fn shares_memory<U: Element>(&self, array: &Array<U>) -> bool {
        self.array.shares_memory(array)
    }
}
