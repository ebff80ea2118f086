//! Orders elements: sorting, the different elements, running sums.

mod ascending;
#[cfg(target_arch = "x86_64")]
mod by_avx512;

use std::cmp::Ordering;

pub(super) use ascending::sort as sort_elements;

use super::arithmetic::Ring;
use super::array::{Array, Lengths};
use super::element::{Cast, Element, Kind};
use super::like::ArrayLike;
use super::manipulation::{permuted, ravel};
use super::promote::Summed;
use super::shape::normalize_axis;
use crate::exception::Fallible;
use crate::parallel::{self, PART};

/// The order that numpy sorts by: NaN comes last.
pub(crate) fn order<T: Element>(a: &T, b: &T) -> Ordering {
    a.partial_cmp(b).unwrap_or_else(|| a.is_nan().cmp(&b.is_nan()))
}

/// Makes a new array whose lanes along the axis are what the function makes of the array's.
pub(crate) fn by_lanes<T: Element, R: Element>(
    array: &Array<T>,
    axis: usize,
    lane: impl Fn(&[T]) -> Vec<R> + Sync,
) -> Array<R> {
    let mut front: Vec<usize> = (0..array.rank()).filter(|&other| other != axis).collect();
    front.push(axis);
    let lanes = permuted(array, &front).to_contiguous();
    let length = array.shape()[axis];
    let count: usize = front[..front.len() - 1].iter().map(|&other| array.shape()[other]).product();
    let all = lanes.as_slice().unwrap_or_default();
    let of = |place: usize| lane(&all[place * length..(place + 1) * length]);
    // Without lanes one of zeros tells how long they would be.
    let first = if count == 0 { lane(&vec![T::ZERO; length]) } else { of(0) };
    let mut shape: Lengths = lanes.shape().into();
    shape[array.rank() - 1] = first.len();
    let elements = if count == 1 { first } else { all_lanes(first, count, (PART / length.max(1)).max(1), of) };
    let mut back: Vec<usize> = (0..axis).collect();
    back.push(array.rank() - 1);
    back.extend(axis..array.rank() - 1);
    permuted(&Array::from_vec(elements, &shape), &back).to_contiguous()
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
    Ok(by_lanes(&array, axis, |lane| {
        let mut sorted = lane.to_vec();
        ascending::sort(&mut sorted);
        sorted
    }))
}

/// `numpy.argsort(a, axis)`: the positions that would sort the array. Equal elements keep their order, which numpy
/// leaves open.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn argsort<A: ArrayLike>(a: &A, axis: i64) -> Fallible<Array<i64>> {
    let array = a.to_array()?;
    let axis = normalize_axis(axis, array.rank())?;
    Ok(by_lanes(&array, axis, sorted_positions))
}

/// The positions of the elements in their order; equal ones keep theirs.
fn sorted_positions<T: Element>(lane: &[T]) -> Vec<i64> {
    if T::KIND == Kind::Complex {
        let mut positions: Vec<i64> = (0..lane.len() as i64).collect();
        positions.sort_by(|&a, &b| order(&lane[a as usize], &lane[b as usize]));
        return positions;
    }
    // Numbers that are compared without looking anything up; the position in the lower half tells equal ones apart.
    let keyed = |(position, &element): (usize, &T)| u128::from(key(element)) << 64 | position as u128;
    let mut keys: Vec<u128> = lane.iter().enumerate().map(keyed).collect();
    keys.sort_unstable();
    keys.into_iter().map(|key| key as i64).collect()
}

/// A number for each element, in the same order; elements are equal where their numbers are. Not for complex ones.
fn key<T: Element>(element: T) -> u64 {
    const SIGN: u64 = 1 << 63;
    match T::KIND {
        Kind::Float if element.is_nan() => u64::MAX,
        Kind::Float => {
            // -0.0 is 0.0.
            let bits = (element.to_f64() + 0.0).to_bits();
            if bits & SIGN == 0 { bits | SIGN } else { !bits }
        }
        Kind::Signed => element.to_i64() as u64 ^ SIGN,
        Kind::Bool | Kind::Unsigned | Kind::Complex => element.to_i64() as u64,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Sorts by the keys and by comparing, which must give the same.
    fn check<T: Element>(lane: &[T]) {
        let mut positions: Vec<i64> = (0..lane.len() as i64).collect();
        positions.sort_by(|&a, &b| order(&lane[a as usize], &lane[b as usize]));
        assert_eq!(sorted_positions(lane), positions, "{lane:?}");
    }

    #[test]
    fn keys_are_ordered_as_elements_are() {
        check(&[3u64, u64::MAX, 0, 1 << 63, 3]);
        check(&[i64::MIN, -1, 0, i64::MAX, -1, 5]);
        check(&[-128i8, 127, 0, -1, 0]);
        check(&[true, false, true, false]);
        check(&[0.0, -0.0, f64::NAN, -f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 5e-324, -5e-324, 1e308, -0.0, 0.0]);
        check(&[1.5f32, -1.5, f32::NAN, f32::MIN_POSITIVE, -0.0, 0.0]);
        check(&[0.5, -0.5, f32::NAN, 0.0, -0.0].map(half::f16::from_f32));
    }
}
