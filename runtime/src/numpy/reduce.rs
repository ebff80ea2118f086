//! Functions that make one value of many: along some axes, or of the whole array.

use super::arithmetic::{Analytic, Number, Ring, Size};
use super::array::{Array, Axes as ArrayAxes, Lengths};
use super::element::{Cast, Element};
use super::like::ArrayLike;
use super::promote::{Quotient, Summed};
use super::scalar::Scalar;
use super::shape::{Axes, chosen_axes};
use super::vectors;
use super::walk::{Layout, Walk, collect_together};
use crate::exception::{Fallible, value_error};
use crate::parallel::{self, PART};
use pairwise::sum_of_row;

mod extremes;
mod masked;
mod pairwise;

pub use extremes::*;
pub use masked::*;
pub(super) use pairwise::{by_halves, sum_of_slice};

/// The elements that make one value: rows in memory.
pub struct Lane<'a, T> {
    first: *const T,
    rows: &'a Walk<1>,
}

/// Elements at equal distances.
#[derive(Clone, Copy)]
struct Row<T> {
    first: *const T,
    step: isize,
    length: usize,
}

// SAFETY: The elements are read alone.
unsafe impl<T: Element> Sync for Row<T> {}

impl<T: Element> Row<T> {
    #[inline(always)]
    fn get(self, index: usize) -> T {
        // SAFETY: Every index asked for is below the length.
        unsafe { *self.first.offset(self.step * index as isize) }
    }
}

impl<T: Element> Lane<'_, T> {
    #[inline]
    fn rows(&self, mut visit: impl FnMut(Row<T>)) {
        let (length, step) = (self.rows.length, self.rows.steps[0]);
        self.rows.rows(|[start]| {
            // SAFETY: The walk stays within the elements.
            visit(Row { first: unsafe { self.first.offset(start) }, step, length });
        });
    }

    #[inline]
    pub(crate) fn each(&self, mut visit: impl FnMut(T)) {
        self.rows(|row| (0..row.length).for_each(|index| visit(row.get(index))));
    }

    /// The sum of what the function gives for each element: pairwise within rows, so that errors grow with the
    /// logarithm of their length, as numpy's do.
    #[inline]
    pub(crate) fn sum<R: Number>(&self, function: impl Fn(T) -> R + Copy + Sync) -> R {
        // As numpy, from 0 on: a sum is never -0.0.
        self.sum_from(R::ZERO, function)
    }

    /// The same, added to a value.
    #[inline]
    fn sum_from<R: Number>(&self, start: R, function: impl Fn(T) -> R + Copy + Sync) -> R {
        let mut total = start;
        self.rows(|row| {
            total = total.add(sum_of_row(row, function));
        });
        total
    }

    /// The elements, where they lie one after the other.
    fn as_slice(&self) -> Option<&[T]> {
        // SAFETY: The lane's only row has so many elements, one after the other.
        lies_together(self.rows).then(|| unsafe { std::slice::from_raw_parts(self.first, self.rows.length) })
    }
}

/// Whether it is one row, whose elements lie one after the other.
fn lies_together(rows: &Walk<1>) -> bool {
    rows.count() == Some(1) && (rows.steps[0] == 1 || rows.length == 1)
}

/// What the function gives for elements that lie one after the other.
pub(super) fn over<T: Element, R>(elements: &[T], value: impl FnOnce(&Lane<'_, T>) -> R) -> R {
    let rows = Walk::new(&[elements.len()], [Layout { shape: &[elements.len()], strides: &[1] }]);
    value(&Lane { first: elements.as_ptr(), rows: &rows })
}

/// What is made along chosen axes that are not the last, along which the elements lie one after the other: row is added to
/// row, in order, as numpy does. `None` where they lie in another way.
fn row_by_row<T: Element, R: Element>(
    array: &Array<T>,
    chosen: &[bool],
    keepdims: bool,
    begin: impl Fn(T) -> R + Sync,
    add: impl Fn(R, T) -> R + Copy + Sync,
) -> Option<Array<R>> {
    let last = array.rank().checked_sub(1)?;
    let (length, step) = (array.shape()[last], array.strides()[last]);
    let is_fit = !chosen[last] && step == 1 && length >= 8 && chosen.contains(&true) && array.size() > 0;
    if !is_fit {
        return None;
    }
    let outer = Layout { shape: &array.shape()[..last], strides: &array.strides()[..last] };
    let Split { kept, lane, .. } = Split::of(outer, &chosen[..last], keepdims);
    let Split { result, .. } = Split::of(array.layout(), chosen, keepdims);
    let rows = super::walk::offsets(lane.layout());
    let starts = super::walk::offsets(kept.layout());
    let mut results = vec![R::ZERO; result.iter().product()];
    /// Of a row at the least: fewer are not worth going from row to row for.
    const COLUMNS: usize = 512;
    let together = (PART / rows.len()).max(COLUMNS);
    let together = if together < length { together } else { together / length * length };
    parallel::each_piece(&mut results, together, |first, piece| {
        let mut filled = 0;
        while filled < piece.len() {
            let (start, column) = (starts[(first + filled) / length], (first + filled) % length);
            let count = (length - column).min(piece.len() - filled);
            let results = &mut piece[filled..filled + count];
            // SAFETY: These are offsets of the array's elements, and a row begins at each.
            let row = |offset: isize| unsafe {
                let first = array.pointer().as_ptr().offset(start + offset).add(column);
                std::slice::from_raw_parts(first, count)
            };
            results.iter_mut().zip(row(rows[0])).for_each(|(result, &element)| *result = begin(element));
            for &offset in &rows[1..] {
                add_row(results, row(offset), add);
            }
            filled += count;
        }
    });
    Some(Array::from_vec(results, &result))
}

/// The sums, where [`row_by_row`] has them.
fn sums_of_rows<T: Element, R: Number>(
    array: &Array<T>,
    chosen: &[bool],
    keepdims: bool,
    function: impl Fn(T) -> R + Copy + Sync,
) -> Option<Array<R>> {
    let begin = |element| R::ZERO.add(function(element));
    row_by_row(array, chosen, keepdims, begin, |sum: R, element| sum.add(function(element)))
}

fn add_row<T: Element, R: Copy>(results: &mut [R], row: &[T], add: impl Fn(R, T) -> R) {
    #[cfg(target_arch = "x86_64")]
    if vectors::has_avx2() {
        // SAFETY: The processor has what the function is compiled for.
        return unsafe { add_row_wide(results, row, add) };
    }
    results.iter_mut().zip(row).for_each(|(result, &element)| *result = add(*result, element));
}

/// # Safety
/// The processor has AVX2.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
unsafe fn add_row_wide<T: Element, R: Copy>(results: &mut [R], row: &[T], add: impl Fn(R, T) -> R) {
    results.iter_mut().zip(row).for_each(|(result, &element)| *result = add(*result, element));
}

/// Makes one value of each lane along the chosen axes.
pub(crate) fn reduce<T: Element, R: Element>(
    array: &Array<T>,
    chosen: &[bool],
    keepdims: bool,
    value: impl Fn(&Lane<'_, T>) -> R + Sync,
) -> Array<R> {
    let Split { kept, lane, result } = Split::of(array.layout(), chosen, keepdims);
    let rows = Walk::new(&lane.shape, [lane.layout()]);
    let size = lane.shape.iter().product();
    let results = collect_together(&kept.shape, [kept.layout()], R::ZERO, size, |[offset]| {
        // SAFETY: The offset is that of an element.
        let first = unsafe { array.pointer().as_ptr().offset(offset) };
        value(&Lane { first, rows: &rows })
    });
    Array::from_vec(results, &result)
}

/// As [`reduce`], where the elements of each lane lie one after the other, of which there are some; `None` where they do not.
/// All lanes are gone over by code for the processor's vectors.
fn reduce_slices<T: Element, R: Element>(
    array: &Array<T>,
    chosen: &[bool],
    keepdims: bool,
    value: impl Fn(&[T]) -> R + Sync,
) -> Option<Array<R>> {
    let Split { kept, lane, result } = Split::of(array.layout(), chosen, keepdims);
    let rows = Walk::new(&lane.shape, [lane.layout()]);
    let size: usize = lane.shape.iter().product();
    if size == 0 || !lies_together(&rows) {
        return None;
    }
    let starts = Walk::new(&kept.shape, [kept.layout()]);
    let mut results = vec![R::ZERO; kept.shape.iter().product()];
    parallel::each_piece(&mut results, (PART / size).max(1), |first, piece| {
        let mut offsets = Vec::with_capacity(piece.len());
        starts.places(first..first + piece.len(), |[offset]| offsets.push(offset));
        vectors::widest(
            #[inline(always)]
            || {
                for (result, &offset) in piece.iter_mut().zip(&offsets) {
                    // SAFETY: A lane of so many elements begins at the offset.
                    let elements = unsafe { std::slice::from_raw_parts(array.pointer().as_ptr().offset(offset), size) };
                    *result = value(elements);
                }
            },
        );
    });
    Some(Array::from_vec(results, &result))
}

/// The axes of an array apart. Not generic, so that it is compiled once.
struct Split {
    /// Those that stay.
    kept: ArrayAxes,
    /// Those along which a lane lies.
    lane: ArrayAxes,
    /// The shape of what comes out.
    result: Lengths,
}

impl Split {
    fn of(layout: Layout<'_>, chosen: &[bool], keepdims: bool) -> Self {
        let axes = |pick: bool| {
            let all = layout.shape.iter().zip(layout.strides).zip(chosen);
            let (shape, strides) =
                all.filter(|(_, chosen)| **chosen == pick).map(|((&length, &step), _)| (length, step)).unzip();
            ArrayAxes { shape, strides }
        };
        let kept = axes(false);
        let result = if keepdims {
            layout.shape.iter().zip(chosen).map(|(&length, &chosen)| if chosen { 1 } else { length }).collect()
        } else {
            kept.shape.clone()
        };
        Self { kept, lane: axes(true), result }
    }
}

/// Makes one value of each lane along the axes of an array-like.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub(super) fn lanes<T: Element, A: ArrayLike<Element = T>, R: Element>(
    a: &A,
    axis: &impl Axes,
    keepdims: bool,
    value: impl Fn(&Lane<'_, T>) -> R + Sync,
) -> Fallible<Array<R>> {
    let array = a.to_array()?;
    let chosen = chosen_axes(axis, array.rank())?;
    Ok(reduce(&array, &chosen, keepdims, value))
}

/// A function along axes in its two forms: where an array comes out, and where a scalar does.
macro_rules! reductions {
    ($($(#[$doc:meta])* $name:ident / $scalar:ident<$element:ident: $bound:path>($($option:ident: $option_type:ty),*) -> $result:ty
        => |$lane:ident, $count:ident| $value:expr, $empty:expr;)*) => {$(
        $(#[$doc])*
        /// An array comes out.
        ///
        /// # Errors
        /// `AxisError` for an axis that there is not; `ValueError` where nothing is there to make a value of.
        pub fn $name<$element: $bound, A: ArrayLike<Element = $element>>(
            a: &A,
            axis: &impl Axes,
            $($option: $option_type,)*
            keepdims: bool,
        ) -> Fallible<Array<$result>>
        {
            let array = a.to_array()?;
            let chosen = chosen_axes(axis, array.rank())?;
            let $count: usize =
                array.shape().iter().zip(&chosen).filter(|(_, chosen)| **chosen).map(|(length, _)| length).product();
            let empty: Option<&str> = $empty;
            if let (0, Some(message)) = ($count, empty) {
                return Err(value_error(message));
            }
            Ok(reduce(&array, &chosen, keepdims, |$lane| $value))
        }

        $(#[$doc])*
        /// A scalar comes out.
        ///
        /// # Errors
        /// As where an array comes out.
        pub fn $scalar<$element: $bound, A: ArrayLike<Element = $element>>(
            a: &A,
            axis: &impl Axes,
            $($option: $option_type,)*
            _keepdims: bool,
        ) -> Fallible<Scalar<$result>>
        {
            $name(a, axis, $($option,)* false)?.only().map(Scalar)
        }
    )*};
}
pub(super) use reductions;

/// The sum; integers in 64 bits. An array comes out.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn sum<T: Summed, A: ArrayLike<Element = T>>(
    a: &A,
    axis: &impl Axes,
    keepdims: bool,
) -> Fallible<Array<T::Output>> {
    let array = a.to_array()?;
    let chosen = chosen_axes(axis, array.rank())?;
    if let Some(sums) = sums_of_rows(&array, &chosen, keepdims, Cast::<T::Wide>::cast) {
        return Ok(converted(sums));
    }
    Ok(reduce(&array, &chosen, keepdims, |lane| lane.sum(Cast::<T::Wide>::cast).cast()))
}

/// The sum; integers in 64 bits. A scalar comes out.
///
/// # Errors
/// As where an array comes out.
pub fn sum_scalar<T: Summed, A: ArrayLike<Element = T>>(
    a: &A,
    axis: &impl Axes,
    _keepdims: bool,
) -> Fallible<Scalar<T::Output>> {
    let array = a.to_array()?;
    let chosen = chosen_axes(axis, array.rank())?;
    reduce(&array, &chosen, false, |lane| lane.sum(Cast::<T::Wide>::cast).cast()).only().map(Scalar)
}

/// The mean; NaN of nothing. An array comes out.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn mean<T: Quotient, A: ArrayLike<Element = T>>(
    a: &A,
    axis: &impl Axes,
    keepdims: bool,
) -> Fallible<Array<T::Output>> {
    let array = a.to_array()?;
    let chosen = chosen_axes(axis, array.rank())?;
    let count: usize =
        array.shape().iter().zip(&chosen).filter(|(_, chosen)| **chosen).map(|(length, _)| length).product();
    if let Some(sums) = sums_of_rows(&array, &chosen, keepdims, Cast::<T::Wide>::cast) {
        let count = T::Wide::from_f64(count as f64);
        return Ok(sums.map(|sum| sum.divide(count).cast()));
    }
    Ok(reduce(&array, &chosen, keepdims, |lane| mean_of(lane, count).cast()))
}

/// The mean; NaN of nothing. A scalar comes out.
///
/// # Errors
/// As where an array comes out.
pub fn mean_scalar<T: Quotient, A: ArrayLike<Element = T>>(
    a: &A,
    axis: &impl Axes,
    _keepdims: bool,
) -> Fallible<Scalar<T::Output>> {
    let array = a.to_array()?;
    let chosen = chosen_axes(axis, array.rank())?;
    let count = array.size();
    reduce(&array, &chosen, false, |lane| mean_of(lane, count).cast()).only().map(Scalar)
}

/// The elements in another type, or as they are where it is theirs.
pub(super) fn converted<T: Element + Cast<R>, R: Element>(array: Array<T>) -> Array<R> {
    match (&array as &dyn std::any::Any).downcast_ref::<Array<R>>() {
        Some(same) => same.clone(),
        None => array.cast(),
    }
}

reductions! {
    /// The product; integers in 64 bits.
    prod / prod_scalar<T: Summed>() -> T::Output => |lane, _count| {
        let mut product = <T::Output as Element>::ONE;
        lane.each(|element: T| product = product.multiply(Cast::<T::Output>::cast(element)));
        product
    }, None;
    /// The variance: the mean square of the distances from the mean.
    var / var_scalar<T: Spread>(ddof: i64) -> T::Size => |lane, count| variance_of(lane, count, ddof).cast(), None;
    /// The standard deviation: the square root of the variance.
    std / std_scalar<T: Spread>(ddof: i64) -> T::Size => |lane, count| variance_of(lane, count, ddof).sqrt().cast(), None;
    /// Whether any element is true.
    any / any_scalar<T: Element>() -> bool => |lane, _count| {
        let mut any = false;
        lane.each(|element: T| any |= element.truth());
        any
    }, None;
    /// Whether every element is true.
    all / all_scalar<T: Element>() -> bool => |lane, _count| {
        let mut all = true;
        lane.each(|element: T| all &= element.truth());
        all
    }, None;
    /// The number of elements that are true.
    count_nonzero / count_nonzero_scalar<T: Element>() -> i64 => |lane, _count| {
        lane.sum(|element: T| i64::from(element.truth()))
    }, None;
}

/// An element whose distances from a mean can be measured.
pub trait Spread: Quotient<Wide: Analytic + Size<Output = Self::WideSize>> {
    /// What the variance is computed in.
    type WideSize: Analytic + Cast<Self::Size>;
    /// What the variance is given as.
    type Size: Element;
}

impl<T> Spread for T
where
    T: Quotient,
    T::Output: Size,
    <T::Wide as Size>::Output: Analytic + Cast<<T::Output as Size>::Output>,
{
    type WideSize = <T::Wide as Size>::Output;
    type Size = <T::Output as Size>::Output;
}

pub(super) fn mean_of<T: Quotient>(lane: &Lane<'_, T>, count: usize) -> T::Wide {
    lane.sum(Cast::<T::Wide>::cast).divide(T::Wide::from_f64(count as f64))
}

pub(crate) fn variance_of<T: Spread>(lane: &Lane<'_, T>, count: usize, ddof: i64) -> T::WideSize {
    let mean = mean_of(lane, count);
    let squares = lane.sum(|element| Cast::<T::Wide>::cast(element).subtract(mean).square_of_size());
    let freedom = (count as i64 - ddof).max(0);
    squares.divide(T::WideSize::from_i64(freedom))
}
