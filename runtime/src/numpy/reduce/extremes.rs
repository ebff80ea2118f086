//! The least and the greatest element, and where they are.

use super::{Lane, reduce, reduce_slices, row_by_row};
use crate::exception::{Fallible, value_error};
use crate::numpy::array::Array;
use crate::numpy::element::Element;
use crate::numpy::like::ArrayLike;
use crate::numpy::scalar::Scalar;
use crate::numpy::shape::{Axes, chosen_axes};
use crate::numpy::{halves, vectors};
use crate::parallel::{self, PART};

/// The element that beats all others, and its position, each in its two forms.
macro_rules! extremes {
    ($($(#[$doc:meta])* $name:ident / $scalar:ident($full_name:literal),
        $(#[$position_doc:meta])* $position:ident / $position_scalar:ident($position_name:literal):
        |$best:ident, $element:ident| $beats:expr;)*) => {$(
        $(#[$doc])*
        /// An array comes out.
        ///
        /// # Errors
        /// `AxisError` for an axis that there is not; `ValueError` where nothing is there to choose from.
        pub fn $name<T: Element, A: ArrayLike<Element = T>>(
            a: &A,
            axis: &impl Axes,
            keepdims: bool,
        ) -> Fallible<Array<T>> {
            let array = a.to_array()?;
            let chosen = chosen_axes(axis, array.rank())?;
            if array.shape().iter().zip(&chosen).any(|(&length, &chosen)| chosen && length == 0) {
                let message = concat!("zero-size array to reduction operation ", $full_name, " which has no identity");
                return Err(value_error(message));
            }
            let beats = |$best: T, $element: T| $beats;
            Ok(row_by_row(&array, &chosen, keepdims, |element| element, better(beats))
                .or_else(|| of_short_slices(&array, &chosen, keepdims, #[inline(always)] |elements| best_of(elements, beats)))
                .unwrap_or_else(|| reduce(&array, &chosen, keepdims, |lane| extreme(lane, beats))))
        }

        $(#[$doc])*
        /// A scalar comes out.
        ///
        /// # Errors
        /// As where an array comes out.
        pub fn $scalar<T: Element, A: ArrayLike<Element = T>>(
            a: &A,
            axis: &impl Axes,
            _keepdims: bool,
        ) -> Fallible<Scalar<T>> {
            $name(a, axis, false)?.only().map(Scalar)
        }

        $(#[$position_doc])*
        /// An array comes out.
        ///
        /// # Errors
        /// `AxisError` for an axis that there is not; `ValueError` where nothing is there to choose from.
        pub fn $position<T: Element, A: ArrayLike<Element = T>>(
            a: &A,
            axis: &impl Axes,
            keepdims: bool,
        ) -> Fallible<Array<i64>> {
            let array = a.to_array()?;
            let chosen = chosen_axes(axis, array.rank())?;
            if array.shape().iter().zip(&chosen).any(|(&length, &chosen)| chosen && length == 0) {
                return Err(value_error(concat!("attempt to get ", $position_name, " of an empty sequence")));
            }
            let beats = |$best: T, $element: T| $beats;
            Ok(of_short_slices(&array, &chosen, keepdims, #[inline(always)] |elements: &[T]| {
                place_of(elements, best_of(elements, beats)) as i64
            })
                .unwrap_or_else(|| reduce(&array, &chosen, keepdims, |lane| position(lane, beats))))
        }

        $(#[$position_doc])*
        /// A scalar comes out.
        ///
        /// # Errors
        /// As where an array comes out.
        pub fn $position_scalar<T: Element, A: ArrayLike<Element = T>>(
            a: &A,
            axis: &impl Axes,
            _keepdims: bool,
        ) -> Fallible<Scalar<i64>> {
            $position(a, axis, false)?.only().map(Scalar)
        }
    )*};
}

extremes! {
    /// The least element; NaN where one is NaN.
    min / min_scalar("minimum"),
    /// The position of the least element, the first of equal ones; of the first NaN where there is one.
    argmin / argmin_scalar("argmin"): |best, element| element < best;
    /// The greatest element; NaN where one is NaN.
    max / max_scalar("maximum"),
    /// The position of the greatest element, the first of equal ones; of the first NaN where there is one.
    argmax / argmax_scalar("argmax"): |best, element| element > best;
}

/// One value of each lane whose elements lie one after the other, where lanes are not so long that threads could share one.
fn of_short_slices<T: Element, R: Element>(
    array: &Array<T>,
    chosen: &[bool],
    keepdims: bool,
    value: impl Fn(&[T]) -> R + Sync,
) -> Option<Array<R>> {
    let size: usize =
        array.shape().iter().zip(chosen).filter(|(_, chosen)| **chosen).map(|(length, _)| length).product();
    if size > PART { None } else { reduce_slices(array, chosen, keepdims, value) }
}

/// The element that beats all others; a lane has at least one.
pub(in crate::numpy) fn extreme<T: Element>(lane: &Lane<'_, T>, beats: impl Fn(T, T) -> bool + Copy + Sync) -> T {
    if let Some(elements) = lane.as_slice() {
        return extreme_of(elements, beats);
    }
    let better = better(beats);
    let mut best = None;
    lane.each(|element| best = Some(best.map_or(element, |best| better(best, element))));
    best.unwrap_or(T::ZERO)
}

/// The one of elements that lie one after the other, of which there is one at least.
pub(in crate::numpy) fn extreme_of<T: Element>(elements: &[T], beats: impl Fn(T, T) -> bool + Copy + Sync) -> T {
    if elements.len() <= PART {
        return vectors::widest(
            #[inline(always)]
            || best_of(elements, beats),
        );
    }
    let mut bests = vec![T::ZERO; elements.len().div_ceil(PART)];
    parallel::each_piece(&mut bests, 1, |part, best| {
        let part = &elements[parallel::range(part, PART, elements.len())];
        best[0] = vectors::widest(
            #[inline(always)]
            || best_of(part, beats),
        );
    });
    bests.into_iter().reduce(better(beats)).unwrap_or(T::ZERO)
}

/// The one of two elements that stays; NaN does. Without a branch, so that many are compared at a time.
#[inline(always)]
pub(in crate::numpy) fn better<T: Element>(
    beats: impl Fn(T, T) -> bool + Copy + Sync,
) -> impl Fn(T, T) -> T + Copy + Sync {
    always_inlined(
        #[inline(always)]
        move |best, element| {
            if beats(best, element) | element.is_nan() { element } else { best }
        },
    )
}

/// The function itself. Only of arguments the language lets one say how they are inlined.
#[inline(always)]
fn always_inlined<T, F: Fn(T, T) -> T>(function: F) -> F {
    function
}

/// So many elements are compared with so many at a time.
const LANES: usize = 16;

/// What beats all others of elements, of which there is one at least; NaN where one is.
#[inline(always)]
fn best_of<T: Element>(elements: &[T], beats: impl Fn(T, T) -> bool + Copy) -> T {
    // Two loops are quicker than one that looks for both, since each is of few instructions for many elements.
    if elements.iter().fold(false, |any, &element| any | element.is_nan())
        && let Some(nan) = elements.iter().find(|element| element.is_nan())
    {
        return *nan;
    }
    let pick = always_inlined(
        #[inline(always)]
        move |best, element| if beats(best, element) { element } else { best },
    );
    let (blocks, rest) = elements.as_chunks::<LANES>();
    let last = rest.iter().copied().reduce(pick);
    let Some((first, blocks)) = blocks.split_first() else { return last.unwrap_or(T::ZERO) };
    let mut best = *first;
    for block in blocks {
        for lane in 0..LANES {
            best[lane] = pick(best[lane], block[lane]);
        }
    }
    let best = halves::joined(best, pick);
    last.map_or(best, |last| pick(best, last))
}

/// Where the first of the elements is that equals the best; of NaN where that is NaN.
#[inline(always)]
fn place_of<T: Element>(elements: &[T], best: T) -> usize {
    if best.is_nan() { first_place(elements, T::is_nan) } else { first_place(elements, |element| element == best) }
}

/// Block by block, whose comparisons need not wait for one another.
#[inline(always)]
fn first_place<T: Element>(elements: &[T], is_sought: impl Fn(T) -> bool) -> usize {
    let (blocks, rest) = elements.as_chunks::<LANES>();
    let has_it = |block: &[T; LANES]| block.iter().fold(false, |any, &element| any | is_sought(element));
    let before = blocks.iter().take_while(|block| !has_it(block)).count();
    match blocks.get(before) {
        // Without a branch: where it is cannot be foretold.
        Some(block) => {
            let sought = (0..LANES).fold(0u16, |sought, lane| sought | u16::from(is_sought(block[lane])) << lane);
            before * LANES + sought.trailing_zeros() as usize
        }
        None => before * LANES + rest.iter().position(|&element| is_sought(element)).unwrap_or(0),
    }
}

fn position<T: Element>(lane: &Lane<'_, T>, beats: impl Fn(T, T) -> bool + Copy + Sync) -> i64 {
    if let Some(elements) = lane.as_slice() {
        let best = extreme_of(elements, beats);
        return vectors::widest(
            #[inline(always)]
            || place_of(elements, best),
        ) as i64;
    }
    let mut best: Option<(T, i64)> = None;
    let mut current = 0;
    lane.each(|element| {
        best = match best {
            Some((value, _)) if value.is_nan() || !(beats(value, element) || element.is_nan()) => best,
            _ => Some((element, current)),
        };
        current += 1;
    });
    best.map_or(0, |(_, position)| position)
}
