//! `numpy.ndindex` and `numpy.ndenumerate`: the places of arrays, and the elements at them.

use super::array::Array;
use super::element::Element;
use super::scalar::Scalar;
use crate::exception::{Fallible, value_error};
use crate::iterator::Boxed;
use crate::object::{Iter, Object};

/// Goes over numbers, each made into an item.
struct Numbered<F> {
    next: usize,
    count: usize,
    item: F,
}

impl<R: Object, F: FnMut(usize) -> R> Iter for Numbered<F> {
    type Item = R;

    fn next(&mut self) -> Fallible<Option<R>> {
        if self.next == self.count {
            return Ok(None);
        }
        self.next += 1;
        Ok(Some((self.item)(self.next - 1)))
    }

    fn size_hint(&self) -> usize {
        self.count - self.next
    }
}

fn lengths<const N: usize>(shape: [i64; N]) -> Fallible<[usize; N]> {
    if shape.iter().any(|length| *length < 0) {
        return Err(value_error("negative dimensions are not allowed"));
    }
    Ok(shape.map(|length| length as usize))
}

/// The place of the element of that number in C order.
fn place<const N: usize>(mut number: usize, lengths: [usize; N]) -> [i64; N] {
    let mut place = [0; N];
    for axis in (0..N).rev() {
        place[axis] = (number % lengths[axis]) as i64;
        number /= lengths[axis];
    }
    place
}

/// The places of arrays with so many axes.
macro_rules! places {
    ($($index:ident, $of_shape:ident, $enumerate:ident: $rank:literal ($($length:ident: $axis:literal),*) -> $tuple:ty;)*) => {$(
        /// `numpy.ndindex(lengths…)`.
        ///
        /// # Errors
        /// `ValueError` for a negative length.
        pub fn $index($($length: i64),*) -> Fallible<Boxed<$tuple>> {
            let lengths = lengths([$($length),*])?;
            let item = move |number| {
                let at = place::<$rank>(number, lengths);
                ($(at[$axis],)*)
            };
            Ok(crate::builtins::boxed(Numbered { next: 0, count: lengths.iter().product(), item }))
        }

        /// `numpy.ndindex(shape)`.
        ///
        /// # Errors
        /// `ValueError` for a negative length.
        pub fn $of_shape(shape: &$tuple) -> Fallible<Boxed<$tuple>> {
            let ($($length,)*) = *shape;
            $index($($length),*)
        }

        /// `numpy.ndenumerate(array)`.
        ///
        /// # Errors
        /// `RuntimeError` where the array has another number of axes.
        pub fn $enumerate<T: Element>(arr: &Array<T>) -> Fallible<Boxed<($tuple, Scalar<T>)>> {
            super::ndarray::check_rank(arr, $rank)?;
            let lengths = [$(arr.shape()[$axis]),*];
            let (array, offsets) = (arr.clone(), super::walk::offsets(arr.layout()));
            let count = offsets.len();
            let item = move |number: usize| {
                let at = place::<$rank>(number, lengths);
                // SAFETY: The offset is that of an element, and the array lives as long as this.
                let element = unsafe { *array.pointer().as_ptr().offset(offsets[number]) };
                (($(at[$axis],)*), Scalar(element))
            };
            Ok(crate::builtins::boxed(Numbered { next: 0, count, item }))
        }
    )*};
}
places! {
    ndindex_1, ndindex_of_1, ndenumerate_1: 1 (a: 0) -> (i64,);
    ndindex_2, ndindex_of_2, ndenumerate_2: 2 (a: 0, b: 1) -> (i64, i64);
    ndindex_3, ndindex_of_3, ndenumerate_3: 3 (a: 0, b: 1, c: 2) -> (i64, i64, i64);
    ndindex_4, ndindex_of_4, ndenumerate_4: 4 (a: 0, b: 1, c: 2, d: 3) -> (i64, i64, i64, i64);
}
