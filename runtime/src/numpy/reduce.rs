//! Functions that make one value of many: along some axes, or of the whole array.

use super::arithmetic::{Analytic, Number, Ring, Size};
use super::array::{Array, Axes as ArrayAxes, Lengths};
use super::element::{Cast, Element};
use super::elementwise;
use super::halves;
use super::like::ArrayLike;
use super::promote::{Quotient, Summed};
use super::scalar::Scalar;
use super::shape::{Axes, chosen_axes};
use super::walk::{Layout, Walk};
use crate::exception::{Fallible, value_error};

mod masked;

pub use masked::*;

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
    pub(crate) fn sum<R: Number>(&self, function: impl Fn(T) -> R + Copy) -> R {
        // As numpy, from 0 on: a sum is never -0.0.
        self.sum_from(R::ZERO, function)
    }

    /// The same, added to a value.
    #[inline]
    fn sum_from<R: Number>(&self, start: R, function: impl Fn(T) -> R + Copy) -> R {
        let mut total = start;
        self.rows(|row| {
            let sum = if row.step == 1 {
                pairwise_together(row, function)
            } else {
                pairwise(0, row.length, |index| function(row.get(index)))
            };
            total = total.add(sum);
        });
        total
    }

    /// The elements, where they lie one after the other.
    fn as_slice(&self) -> Option<&[T]> {
        let (Some(1), true) = (self.rows.count(), self.rows.steps[0] == 1 || self.rows.length == 1) else {
            return None;
        };
        // SAFETY: The lane's only row has so many elements, one after the other.
        Some(unsafe { std::slice::from_raw_parts(self.first, self.rows.length) })
    }
}

/// The pairwise sum of what the function gives for each of elements that lie one after the other.
pub(super) fn sum_of_slice<T: Element, R: Number>(elements: &[T], function: impl Fn(T) -> R + Copy) -> R {
    pairwise_together(Row { first: elements.as_ptr(), step: 1, length: elements.len() }, function)
}

/// What the function gives for elements that lie one after the other.
pub(super) fn over<T: Element, R>(elements: &[T], value: impl FnOnce(&Lane<'_, T>) -> R) -> R {
    let rows = Walk::new(&[elements.len()], [Layout { shape: &[elements.len()], strides: &[1] }]);
    value(&Lane { first: elements.as_ptr(), rows: &rows })
}

/// The pairwise sum of a row whose elements lie one after the other.
fn pairwise_together<T: Element, R: Number>(row: Row<T>, function: impl Fn(T) -> R + Copy) -> R {
    // SAFETY: Every index asked for is below the length.
    let element = |index: usize| function(unsafe { *row.first.add(index) });
    #[cfg(target_arch = "x86_64")]
    if elementwise::has_avx2() {
        // SAFETY: The processor has what the function is compiled for.
        return unsafe { pairwise_wide(0, row.length, element) };
    }
    pairwise(0, row.length, element)
}

/// # Safety
/// The processor has AVX2.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
unsafe fn pairwise_wide<R: Number>(start: usize, count: usize, element: impl Fn(usize) -> R + Copy) -> R {
    if count <= BLOCK {
        return pairwise_block(start, count, element);
    }
    let half = first_half(count);
    // SAFETY: As the caller promises.
    unsafe { pairwise_wide(start, half, element).add(pairwise_wide(start + half, count - half, element)) }
}

/// How many elements are summed up in running sums.
const BLOCK: usize = 128;

/// The sum of the elements from `start` on: blocks of up to 128 in eight running sums, then by halves.
fn pairwise<R: Number>(start: usize, count: usize, element: impl Fn(usize) -> R + Copy) -> R {
    if count <= BLOCK {
        return pairwise_block(start, count, element);
    }
    let half = first_half(count);
    pairwise(start, half, element).add(pairwise(start + half, count - half, element))
}

/// How many elements of more than a block are summed up first.
pub(super) fn first_half(count: usize) -> usize {
    count / 2 - (count / 2) % 8
}

/// The sum of a block of up to 128 elements.
#[inline(always)]
fn pairwise_block<R: Number>(start: usize, count: usize, element: impl Fn(usize) -> R + Copy) -> R {
    if count < 8 {
        return (start..start + count).map(element).reduce(R::add).unwrap_or(R::ZERO);
    }
    let mut sums: [R; 8] = std::array::from_fn(|lane| element(start + lane));
    let whole = count - count % 8;
    for block in (8..whole).step_by(8) {
        for (lane, sum) in sums.iter_mut().enumerate() {
            *sum = sum.add(element(start + block + lane));
        }
    }
    let [a, b, c, d, e, f, g, h] = sums;
    let sum = a.add(b).add(c.add(d)).add(e.add(f).add(g.add(h)));
    (start + whole..start + count).map(element).fold(sum, R::add)
}

/// What is made along chosen axes that are not the last, along which the elements lie one after the other: row is added to
/// row, in order, as numpy does. `None` where they lie in another way.
fn row_by_row<T: Element, R: Element>(
    array: &Array<T>,
    chosen: &[bool],
    keepdims: bool,
    begin: impl Fn(T) -> R,
    add: impl Fn(R, T) -> R + Copy,
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
    let mut results: Vec<R> = Vec::with_capacity(result.iter().product());
    for start in super::walk::offsets(kept.layout()) {
        // SAFETY: These are offsets of the array's elements, and a row begins at each.
        let row = |offset: isize| unsafe {
            std::slice::from_raw_parts(array.pointer().as_ptr().offset(start + offset), length)
        };
        let filled = results.len();
        results.extend(row(rows[0]).iter().map(|&element| begin(element)));
        for &offset in &rows[1..] {
            add_row(&mut results[filled..], row(offset), add);
        }
    }
    Some(Array::from_vec(results, &result))
}

/// The sums, where [`row_by_row`] has them.
fn sums_of_rows<T: Element, R: Number>(
    array: &Array<T>,
    chosen: &[bool],
    keepdims: bool,
    function: impl Fn(T) -> R + Copy,
) -> Option<Array<R>> {
    let begin = |element| R::ZERO.add(function(element));
    row_by_row(array, chosen, keepdims, begin, |sum: R, element| sum.add(function(element)))
}

fn add_row<T: Element, R: Copy>(results: &mut [R], row: &[T], add: impl Fn(R, T) -> R) {
    #[cfg(target_arch = "x86_64")]
    if elementwise::has_avx2() {
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
    value: impl Fn(&Lane<'_, T>) -> R,
) -> Array<R> {
    let Split { kept, lane, result } = Split::of(array.layout(), chosen, keepdims);
    let rows = Walk::new(&lane.shape, [lane.layout()]);
    let results = super::walk::collect(&kept.shape, [kept.layout()], |[offset]| {
        // SAFETY: The offset is that of an element.
        let first = unsafe { array.pointer().as_ptr().offset(offset) };
        value(&Lane { first, rows: &rows })
    });
    Array::from_vec(results, &result)
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
    value: impl Fn(&Lane<'_, T>) -> R,
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
    /// The position of the greatest element, the first of equal ones; of the first NaN where there is one.
    argmax / argmax_scalar<T: Element>() -> i64 => |lane, _count| {
        position(lane, |best, element| element > best)
    }, Some("attempt to get argmax of an empty sequence");
    /// The position of the least element, the first of equal ones; of the first NaN where there is one.
    argmin / argmin_scalar<T: Element>() -> i64 => |lane, _count| {
        position(lane, |best, element| element < best)
    }, Some("attempt to get argmin of an empty sequence");
}

/// The element that beats all others, in its two forms.
macro_rules! extremes {
    ($($(#[$doc:meta])* $name:ident / $scalar:ident($full_name:literal): |$best:ident, $element:ident| $beats:expr;)*) => {$(
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
            match row_by_row(&array, &chosen, keepdims, |element| element, better(beats)) {
                Some(best) => Ok(best),
                None => Ok(reduce(&array, &chosen, keepdims, |lane| extreme(lane, beats))),
            }
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
    )*};
}

extremes! {
    /// The least element; NaN where one is NaN.
    min / min_scalar("minimum"): |best, element| element < best;
    /// The greatest element; NaN where one is NaN.
    max / max_scalar("maximum"): |best, element| element > best;
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

/// The element that beats all others; a lane has at least one.
pub(super) fn extreme<T: Element>(lane: &Lane<'_, T>, beats: impl Fn(T, T) -> bool + Copy) -> T {
    if let Some(elements) = lane.as_slice() {
        return extreme_of(elements, beats);
    }
    let better = better(beats);
    let mut best = None;
    lane.each(|element| best = Some(best.map_or(element, |best| better(best, element))));
    best.unwrap_or(T::ZERO)
}

/// The one of elements that lie one after the other, of which there is one at least.
pub(super) fn extreme_of<T: Element>(elements: &[T], beats: impl Fn(T, T) -> bool + Copy) -> T {
    let better = better(beats);
    if elements.len() >= 2 * LANES {
        return best_of_lanes(elements, better);
    }
    elements.iter().copied().reduce(better).unwrap_or(T::ZERO)
}

/// The one of two elements that stays; NaN does. Without a branch, so that many are compared at a time.
#[inline(always)]
pub(super) fn better<T: Element>(beats: impl Fn(T, T) -> bool + Copy) -> impl Fn(T, T) -> T + Copy {
    move |best, element| if beats(best, element) | element.is_nan() { element } else { best }
}

/// So many elements are compared with so many at a time.
const LANES: usize = 16;

fn best_of_lanes<T: Element>(elements: &[T], better: impl Fn(T, T) -> T) -> T {
    #[cfg(target_arch = "x86_64")]
    if elementwise::has_avx512() {
        // SAFETY: The processor has what the function is compiled for.
        return unsafe { best_of_lanes_widest(elements, better) };
    } else if elementwise::has_avx2() {
        // SAFETY: As above.
        return unsafe { best_of_lanes_wide(elements, better) };
    }
    best_of_lanes_plain(elements, better)
}

/// # Safety
/// The processor has AVX-512.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw")]
unsafe fn best_of_lanes_widest<T: Element>(elements: &[T], better: impl Fn(T, T) -> T) -> T {
    best_of_lanes_plain(elements, better)
}

/// # Safety
/// The processor has AVX2.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
unsafe fn best_of_lanes_wide<T: Element>(elements: &[T], better: impl Fn(T, T) -> T) -> T {
    best_of_lanes_plain(elements, better)
}

#[inline(always)]
fn best_of_lanes_plain<T: Element>(elements: &[T], better: impl Fn(T, T) -> T) -> T {
    let (blocks, rest) = elements.as_chunks::<LANES>();
    let Some((first, blocks)) = blocks.split_first() else { return T::ZERO };
    let mut best = *first;
    for block in blocks {
        for lane in 0..LANES {
            best[lane] = better(best[lane], block[lane]);
        }
    }
    let last = rest.iter().copied().reduce(&better);
    let best = halves::joined(best, &better);
    last.map_or(best, |last| better(best, last))
}

/// Where the first of the elements is that equals the best; of NaN where that is NaN.
fn place_of_best<T: Element>(elements: &[T], best: T) -> usize {
    #[cfg(target_arch = "x86_64")]
    if elementwise::has_avx512() {
        // SAFETY: The processor has what the function is compiled for.
        return unsafe { place_of_best_widest(elements, best) };
    } else if elementwise::has_avx2() {
        // SAFETY: As above.
        return unsafe { place_of_best_wide(elements, best) };
    }
    place_of_best_plain(elements, best)
}

/// # Safety
/// The processor has AVX-512.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw")]
unsafe fn place_of_best_widest<T: Element>(elements: &[T], best: T) -> usize {
    place_of_best_plain(elements, best)
}

/// # Safety
/// The processor has AVX2.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
unsafe fn place_of_best_wide<T: Element>(elements: &[T], best: T) -> usize {
    place_of_best_plain(elements, best)
}

#[inline(always)]
fn place_of_best_plain<T: Element>(elements: &[T], best: T) -> usize {
    if best.is_nan() { first_place(elements, T::is_nan) } else { first_place(elements, |element| element == best) }
}

/// Block by block, whose comparisons need not wait for one another.
#[inline(always)]
fn first_place<T: Element>(elements: &[T], is_sought: impl Fn(T) -> bool) -> usize {
    let (blocks, rest) = elements.as_chunks::<LANES>();
    let has_it = |block: &[T; LANES]| block.iter().fold(false, |any, &element| any | is_sought(element));
    let before = blocks.iter().take_while(|block| !has_it(block)).count();
    let block = blocks.get(before).map_or(rest, |block| block);
    before * LANES + block.iter().position(|&element| is_sought(element)).unwrap_or(0)
}

fn position<T: Element>(lane: &Lane<'_, T>, beats: impl Fn(T, T) -> bool + Copy) -> i64 {
    if let Some(elements) = lane.as_slice() {
        return place_of_best(elements, extreme(lane, beats)) as i64;
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
