//! Functions that make one value of many, of what a chain of functions gives: piece by piece, so that the chain takes no
//! memory.

use std::mem::MaybeUninit;

use super::arithmetic::{Analytic, Ring};
use super::array::{Array, Lengths};
use super::blocks::{Place, Straight};
use super::element::{Cast, Element};
use super::elementwise::{self, Sources};
use super::promote::{Quotient, Summed};
use super::reduce::{self, better, by_halves, extreme_of, sum_of_slice};
use super::scalar::Scalar;
use super::shape::{Axes, chosen_axes};
use crate::exception::Fallible;
use crate::parallel::{self, PART};

/// The most results that are made at a time: so few that they stay in the processor's first cache.
const PIECE: usize = 512;

/// How one value is made of many.
pub trait Reduction<T: Element> {
    /// What is known of a piece.
    type Part: Send;
    /// What comes out.
    type Output: Element;

    /// Of a piece; there is at least one element.
    fn piece(elements: &[T]) -> Self::Part;

    /// Of two pieces, the first and the one behind it.
    fn joined(first: Self::Part, second: Self::Part) -> Self::Part;

    /// What comes out of so many elements.
    fn finished(part: Self::Part, count: usize) -> Self::Output;

    /// Of an array.
    fn of_array(array: &Array<T>, axis: &impl Axes, keepdims: bool) -> Fallible<Array<Self::Output>>;
}

fn reduced<R: Reduction<T>, S: Sources, T: Element, F: Fn(S::Items) -> T + Sync>(
    shape: &[usize],
    sources: S,
    function: F,
    axis: &impl Axes,
    keepdims: bool,
) -> Fallible<Array<R::Output>> {
    let chosen = chosen_axes(axis, shape.len())?;
    let places = sources.places();
    let Some(rows) = Rows::of(shape, &chosen, places.as_ref()) else {
        drop(places);
        return R::of_array(&elementwise::map(shape, sources, function), axis, keepdims);
    };
    let part = |start: usize, count: usize| {
        let mut buffer: [MaybeUninit<T>; PIECE] = [const { MaybeUninit::uninit() }; PIECE];
        let block = rows.straight.block(start, count, buffer.as_mut_ptr().cast());
        // SAFETY: The block is one of the sources, and the buffer has room for it.
        unsafe { elementwise::write_one(&block, &sources, &function) };
        // SAFETY: So many have been written.
        R::piece(unsafe { std::slice::from_raw_parts(buffer.as_ptr().cast::<T>(), count) })
    };
    let mut results = vec![R::Output::ZERO; rows.count];
    parallel::each_piece(&mut results, (PART / rows.length).max(1), |first, results| {
        for (row, result) in results.iter_mut().enumerate() {
            let start = (first + row) * rows.length;
            let whole =
                by_halves(rows.length, PIECE, &|place: usize, count: usize| part(start + place, count), &R::joined);
            *result = R::finished(whole, rows.length);
        }
    });
    let mut result = Lengths::from(&shape[..rows.axes]);
    if keepdims {
        result.resize(shape.len(), 1);
    }
    Ok(Array::from_vec(results, &result))
}

/// The rows that values are made of: the last axes, where all elements lie one after the other.
struct Rows {
    straight: Straight,
    /// How many axes stay.
    axes: usize,
    count: usize,
    length: usize,
}

impl Rows {
    /// `None` where the chain has to be made first.
    fn of(shape: &[usize], chosen: &[bool], places: &[Option<Place<'_>>]) -> Option<Self> {
        let axes = chosen.iter().position(|&chosen| chosen)?;
        if !chosen[axes..].iter().all(|&chosen| chosen) || shape.contains(&0) {
            return None;
        }
        let straight = Straight::of(shape, places)?;
        Some(Self { straight, axes, count: shape[..axes].iter().product(), length: shape[axes..].iter().product() })
    }
}

macro_rules! chain_reductions {
    ($($reduction:ident<$element:ident: $bound:path>($part:ty) -> $output:ty, $whole:ident:
        |$piece:ident| $of_piece:expr, |$first:ident, $second:ident| $both:expr, |$all:ident, $count:ident| $end:expr;)*) => {$(
        #[doc = concat!("`numpy.", stringify!($whole), "`.")]
        #[derive(Debug)]
        pub struct $reduction;

        impl<$element: $bound> Reduction<$element> for $reduction {
            type Part = $part;
            type Output = $output;

            fn piece($piece: &[$element]) -> $part {
                $of_piece
            }

            fn joined($first: $part, $second: $part) -> $part {
                $both
            }

            fn finished($all: $part, $count: usize) -> $output {
                $end
            }

            fn of_array(array: &Array<$element>, axis: &impl Axes, keepdims: bool) -> Fallible<Array<$output>> {
                reduce::$whole(array, axis, keepdims)
            }
        }
    )*};
}

chain_reductions! {
    Sum<T: Summed>(T::Wide) -> T::Output, sum: |piece| sum_of_slice(piece, Cast::<T::Wide>::cast),
        |first, second| first.add(second), |sum, _count| T::Wide::ZERO.add(sum).cast();
    Mean<T: Quotient>(T::Wide) -> T::Output, mean: |piece| sum_of_slice(piece, Cast::<T::Wide>::cast),
        |first, second| first.add(second),
        |sum, count| T::Wide::ZERO.add(sum).divide(T::Wide::from_f64(count as f64)).cast();
    Least<T: Element>(T) -> T, min: |piece| extreme_of(piece, |best, element| element < best),
        |first, second| better(|best, element| element < best)(first, second), |least, _count| least;
    Greatest<T: Element>(T) -> T, max: |piece| extreme_of(piece, |best, element| element > best),
        |first, second| better(|best, element| element > best)(first, second), |greatest, _count| greatest;
    Any<T: Element>(bool) -> bool, any: |piece| piece.iter().fold(false, |any, element| any | element.truth()),
        |first, second| first | second, |any, _count| any;
    All<T: Element>(bool) -> bool, all: |piece| piece.iter().fold(true, |all, element| all & element.truth()),
        |first, second| first & second, |all, _count| all;
    Count<T: Element>(i64) -> i64, count_nonzero: |piece| sum_of_slice(piece, |element: T| i64::from(element.truth())),
        |first, second| first + second, |total, _count| total;
}

/// The functions that generated code calls: of a chain that has a result of that shape.
macro_rules! chain_functions {
    ($($name:ident, $scalar:ident: $reduction:ident<$bound:path>;)*) => {$(
        #[doc = concat!("`numpy.", stringify!($name), "` of what the function makes of each round's elements.")]
        ///
        /// # Errors
        /// As of an array.
        pub fn $name<S: Sources, T: $bound>(
            shape: &[usize],
            sources: S,
            function: impl Fn(S::Items) -> T + Sync,
            axis: &impl Axes,
            keepdims: bool,
        ) -> Fallible<Array<<$reduction as Reduction<T>>::Output>> {
            reduced::<$reduction, S, T, _>(shape, sources, function, axis, keepdims)
        }

        #[doc = concat!("As [`", stringify!($name), "`], where a scalar comes out.")]
        ///
        /// # Errors
        /// As of an array.
        pub fn $scalar<S: Sources, T: $bound>(
            shape: &[usize],
            sources: S,
            function: impl Fn(S::Items) -> T + Sync,
            axis: &impl Axes,
            _keepdims: bool,
        ) -> Fallible<Scalar<<$reduction as Reduction<T>>::Output>> {
            $name(shape, sources, function, axis, false)?.only().map(Scalar)
        }
    )*};
}

chain_functions! {
    sum, sum_scalar: Sum<Summed>;
    mean, mean_scalar: Mean<Quotient>;
    min, min_scalar: Least<Element>;
    max, max_scalar: Greatest<Element>;
    any, any_scalar: Any<Element>;
    all, all_scalar: All<Element>;
    count_nonzero, count_nonzero_scalar: Count<Element>;
}
