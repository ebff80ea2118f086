//! The components of an index together: integers alone, which is what loops over an array have, or any.

use super::array::Array;
use super::element::Element;
use super::index::Index;
use crate::exception::{Fallible, Raised, index_error};

/// What stands between the brackets.
pub trait Components {
    /// The integers, where there is nothing else.
    fn integers(&self) -> Option<&[i64]>;

    /// Does something with the components, whatever they are.
    fn with<R>(&self, function: impl FnOnce(&[Index]) -> R) -> R;
}

impl<const N: usize> Components for [i64; N] {
    #[inline(always)]
    fn integers(&self) -> Option<&[i64]> {
        Some(self)
    }

    fn with<R>(&self, function: impl FnOnce(&[Index]) -> R) -> R {
        function(&self.map(Index::Integer))
    }
}

impl<const N: usize> Components for [Index; N] {
    #[inline(always)]
    fn integers(&self) -> Option<&[i64]> {
        None
    }

    fn with<R>(&self, function: impl FnOnce(&[Index]) -> R) -> R {
        match self.as_slice() {
            // A tuple that is an index by itself: `array[np.nonzero(array)]`.
            [Index::Tuple(members)] => function(members),
            _ => function(self),
        }
    }
}

impl Components for Vec<Index> {
    fn integers(&self) -> Option<&[i64]> {
        None
    }

    fn with<R>(&self, function: impl FnOnce(&[Index]) -> R) -> R {
        function(self)
    }
}

/// How far from the first element of the array the one at these places lies; there is a place for each axis.
///
/// # Errors
/// `IndexError` for a place out of bounds.
#[inline(always)]
pub(super) fn offset<T: Element>(array: &Array<T>, places: &[i64]) -> Fallible<isize> {
    let (shape, strides) = (array.shape(), array.strides());
    let mut offset = 0;
    for (axis, &place) in places.iter().enumerate() {
        offset += checked(place, axis, shape[axis])? as isize * strides[axis];
    }
    Ok(offset)
}

/// The index counted from the front.
#[inline(always)]
pub(super) fn checked(position: i64, axis: usize, length: usize) -> Fallible<usize> {
    // Most indices are counted from the front, which one comparison tells.
    if position.cast_unsigned() < length as u64 {
        return Ok(position as usize);
    }
    std::hint::cold_path();
    let from_front = position.wrapping_add(length as i64);
    if position < 0 && from_front >= 0 { Ok(from_front as usize) } else { Err(out_of_bounds(position, axis, length)) }
}

#[cold]
fn out_of_bounds(position: i64, axis: usize, length: usize) -> Raised {
    index_error(format!("index {position} is out of bounds for axis {axis} with size {length}"))
}
