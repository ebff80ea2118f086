//! Orders elements: sorting, the different elements, running sums.

mod ascending;
#[cfg(target_arch = "x86_64")]
mod by_avx512;
mod positions;

use std::cmp::Ordering;

pub(crate) use ascending::sort as sort_elements;
pub(crate) use positions::sorted_positions;

use super::arithmetic::Ring;
use super::array::{Array, Lengths};
use super::element::{Cast, Element};
use super::like::ArrayLike;
use super::manipulation::{permuted, ravel};
use super::promote::Summed;
use super::shape::normalize_axis;
use crate::exception::Fallible;
use crate::parallel::{self, PART};

/// Fewer elements are sorted before their vectors would be made.
#[cfg(target_arch = "x86_64")]
const FEW: usize = 32;

/// The order that numpy sorts by: NaN comes last.
pub(crate) fn order<T: Element>(a: &T, b: &T) -> Ordering {
    a.partial_cmp(b).unwrap_or_else(|| a.is_nan().cmp(&b.is_nan()))
}

/// An array's elements, lane after lane along an axis.
struct Lanes<T: Element> {
    elements: Array<T>,
    axis: usize,
}

impl<T: Element> Lanes<T> {
    fn new(array: &Array<T>, axis: usize) -> Self {
        let mut front: Vec<usize> = (0..array.rank()).filter(|&other| other != axis).collect();
        front.push(axis);
        Self { elements: permuted(array, &front), axis }
    }

    /// An array whose lanes have such elements; they may be longer or shorter than they were.
    fn replaced<R: Element>(&self, elements: Vec<R>, length: usize) -> Array<R> {
        let last = self.elements.rank() - 1;
        let mut shape: Lengths = self.elements.shape().into();
        shape[last] = length;
        let mut back: Vec<usize> = (0..self.axis).collect();
        back.push(last);
        back.extend(self.axis..last);
        permuted(&Array::from_vec(elements, &shape), &back).to_contiguous()
    }
}

/// Makes a new array whose lanes along the axis are what the function makes of the array's.
pub(crate) fn by_lanes<T: Element, R: Element>(
    array: &Array<T>,
    axis: usize,
    lane: impl Fn(&[T]) -> Vec<R> + Sync,
) -> Array<R> {
    let lanes = Lanes::new(array, axis);
    let contiguous = lanes.elements.to_contiguous();
    let length = array.shape()[axis];
    let count: usize = lanes.elements.shape()[..array.rank() - 1].iter().product();
    let all = contiguous.as_slice().unwrap_or_default();
    let of = |place: usize| lane(&all[place * length..(place + 1) * length]);
    // Without lanes one of zeros tells how long they would be.
    let first = if count == 0 { lane(&vec![T::ZERO; length]) } else { of(0) };
    let result_length = first.len();
    let elements = if count == 1 { first } else { all_lanes(first, count, (PART / length.max(1)).max(1), of) };
    lanes.replaced(elements, result_length)
}

/// What so many lanes give, one after the other, of which the first is known; threads share them where there are many.
fn all_lanes<R: Element>(first: Vec<R>, count: usize, together: usize, of: impl Fn(usize) -> Vec<R> + Sync) -> Vec<R> {
    let length = first.len();
    if length == 0 || count == 0 {
        return Vec::new();
    }
    let mut elements = vec![R::ZERO; count * length];
    let (known, rest) = elements.split_at_mut(length);
    known.copy_from_slice(&first);
    parallel::each_piece(rest, together * length, |start, piece| {
        for (place, results) in piece.chunks_mut(length).enumerate() {
            results.copy_from_slice(&of(1 + start / length + place));
        }
    });
    elements
}

/// `numpy.sort(a, axis)`: a sorted copy, NaN last.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn sort<A: ArrayLike>(a: &A, axis: i64) -> Fallible<Array<A::Element>> {
    let array = a.to_array()?;
    let axis = normalize_axis(axis, array.rank())?;
    let lanes = Lanes::new(&array, axis);
    let length = array.shape()[axis];
    let mut elements = lanes.elements.to_vec();
    let together = (PART / length.max(1)).max(1) * length;
    parallel::each_piece(&mut elements, together, |_, piece| piece.chunks_mut(length.max(1)).for_each(ascending::sort));
    Ok(lanes.replaced(elements, length))
}

/// `numpy.argsort(a, axis)`: the positions that would sort the array. Equal elements keep their order, which numpy
/// leaves open.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn argsort<A: ArrayLike>(a: &A, axis: i64) -> Fallible<Array<i64>> {
    let array = a.to_array()?;
    let axis = normalize_axis(axis, array.rank())?;
    Ok(by_lanes(&array, axis, |lane| sorted_positions(lane, false)))
}

/// `numpy.unique(ar)`: the different elements, sorted; NaN once.
///
/// # Errors
/// Those of making an array of `ar`.
pub fn unique<A: ArrayLike>(ar: &A) -> Fallible<Array<A::Element>> {
    let mut elements = ar.to_array()?.to_vec();
    ascending::sort(&mut elements);
    elements.dedup_by(|a, b| order(a, b).is_eq());
    Ok(Array::from_elements(elements))
}

/// `numpy.cumsum(a, axis)`: the running sums along an axis.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn cumsum<T: Summed, A: ArrayLike<Element = T>>(a: &A, axis: i64) -> Fallible<Array<T::Output>> {
    let array = a.to_array()?;
    let axis = normalize_axis(axis, array.rank())?;
    Ok(by_lanes(&array, axis, running_sums))
}

/// `numpy.cumsum(a)`: the running sums of all elements.
///
/// # Errors
/// Those of making an array of `a`.
pub fn cumsum_flat<T: Summed, A: ArrayLike<Element = T>>(a: &A, _axis: ()) -> Fallible<Array<T::Output>> {
    let array = ravel(a)?.to_contiguous();
    Ok(Array::from_elements(running_sums(array.as_slice().unwrap_or_default())))
}

fn running_sums<T: Summed>(lane: &[T]) -> Vec<T::Output> {
    let mut elements = lane.iter().map(|&element| Cast::<T::Output>::cast(element));
    let mut sums = Vec::with_capacity(lane.len());
    // The first is no sum: -0.0 stays.
    let Some(mut sum) = elements.next() else { return sums };
    sums.push(sum);
    // The sum stays in a register this way, which a closure would write to memory each time.
    for (slot, element) in sums.spare_capacity_mut().iter_mut().zip(elements) {
        sum = sum.add(element);
        slot.write(sum);
    }
    // SAFETY: All have been written.
    unsafe { sums.set_len(lane.len()) };
    sums
}
