//! Rearranges arrays: views where the elements can stay where they are, else copies.

use super::array::{Array, Lengths, Strides, c_strides};
use super::element::{Cast, Element};
use super::index::{self, Index};
use super::like::{ArrayLike, Arrays};
use super::shape::{Axes, Shape, checked_shape, chosen_axes, normalize_axis, text};
use crate::exception::{Fallible, Raised, value_error, zero_division_error};
use crate::list::{self, List};

/// `numpy.reshape(a, shape)`: a view where the elements lie in C order, else a copy.
///
/// # Errors
/// `ValueError` where the shape has another number of elements: "cannot reshape array of size 6 into shape (4,)".
pub fn reshape<A: ArrayLike>(a: &A, shape: &impl Shape) -> Fallible<Array<A::Element>> {
    reshape_to(&a.to_array()?, &shape.lengths())
}

/// The array in the shape with those lengths, one of which may be -1.
pub(crate) fn reshape_to<T: Element>(array: &Array<T>, lengths: &[i64]) -> Fallible<Array<T>> {
    let shape = resolved(array.size(), lengths)?;
    let array = array.to_contiguous();
    let strides = c_strides(&shape);
    // SAFETY: The array is contiguous and the shape has as many elements.
    Ok(unsafe { array.with_layout(0, shape, strides) })
}

/// The shape of so many elements with those lengths, one of which may be -1.
pub(super) fn resolved(size: usize, lengths: &[i64]) -> Fallible<Lengths> {
    let known = lengths
        .iter()
        .filter(|&&length| length >= 0)
        .try_fold(1usize, |size, &length| size.checked_mul(usize::try_from(length).ok()?));
    let known = known.unwrap_or(usize::MAX);
    let shape: Option<Lengths> = match lengths.iter().filter(|&&length| length < 0).count() {
        0 => (known == size).then(|| lengths.iter().map(|&length| length as usize).collect()),
        1 if known != 0 && size.is_multiple_of(known) => {
            Some(lengths.iter().map(|&length| usize::try_from(length).unwrap_or(size / known)).collect())
        }
        1 => None,
        _ => return Err(value_error("can only specify one unknown dimension")),
    };
    shape.ok_or_else(|| cannot_reshape(size, lengths))
}

#[cold]
fn cannot_reshape(size: usize, lengths: &[i64]) -> Raised {
    // numpy writes an unknown length so, but not one that comes first.
    let written = |length: &i64| if *length < 0 { "newaxis".into() } else { length.to_string() };
    let written: Vec<String> = lengths.iter().skip_while(|&&length| length < 0).map(written).collect();
    let shape = if let [only] = lengths { format!("({only},)") } else { format!("({})", written.join(",")) };
    value_error(format!("cannot reshape array of size {size} into shape {shape}"))
}

/// `numpy.ravel(a)`: all elements along one axis; a view where they lie in C order.
pub fn ravel<A: ArrayLike>(a: &A) -> Fallible<Array<A::Element>> {
    reshape_to(&a.to_array()?, &[-1]).or_else(|_| Ok(Array::from_elements(Vec::new())))
}

/// A view with the axes in that order.
pub(crate) fn permuted<T: Element>(array: &Array<T>, order: &[usize]) -> Array<T> {
    let shape = order.iter().map(|&axis| array.shape()[axis]).collect();
    let strides = order.iter().map(|&axis| array.strides()[axis]).collect();
    // SAFETY: The axes are those of the array, each once.
    unsafe { array.with_layout(0, shape, strides) }
}

/// A view with the axes in reverse order.
pub(super) fn reversed<T: Element>(array: &Array<T>) -> Array<T> {
    permuted(array, &(0..array.rank()).rev().collect::<Vec<_>>())
}

/// `numpy.transpose(a)`: a view with the axes in reverse order.
///
/// # Errors
/// Those of making an array of `a`.
pub fn reversed_axes<A: ArrayLike>(a: &A, _axes: ()) -> Fallible<Array<A::Element>> {
    Ok(reversed(&a.to_array()?))
}

/// `numpy.transpose(a, axes)`: a view with the axes in that order.
///
/// # Errors
/// `ValueError` where the axes are not those of the array, each once.
pub fn transpose<A: ArrayLike>(a: &A, axes: &impl Shape) -> Fallible<Array<A::Element>> {
    transposed(&a.to_array()?, &axes.lengths())
}

pub(super) fn transposed<T: Element>(array: &Array<T>, axes: &[i64]) -> Fallible<Array<T>> {
    if axes.len() != array.rank() {
        return Err(value_error("axes don't match array"));
    }
    let mut order = Vec::with_capacity(axes.len());
    for &axis in axes {
        let axis = normalize_axis(axis, array.rank())?;
        if order.contains(&axis) {
            return Err(value_error("repeated axis in transpose"));
        }
        order.push(axis);
    }
    Ok(permuted(array, &order))
}

/// `numpy.swapaxes(a, axis1, axis2)`: a view with two axes exchanged.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn swapaxes<A: ArrayLike>(a: &A, axis1: i64, axis2: i64) -> Fallible<Array<A::Element>> {
    let array = a.to_array()?;
    let mut order: Vec<usize> = (0..array.rank()).collect();
    order.swap(normalize_axis(axis1, array.rank())?, normalize_axis(axis2, array.rank())?);
    Ok(permuted(&array, &order))
}

/// `numpy.matrix_transpose(x)` and `array.mT`: the last two axes exchanged.
///
/// # Errors
/// `ValueError` for fewer than two axes.
pub fn matrix_transpose<A: ArrayLike>(x: &A) -> Fallible<Array<A::Element>> {
    if x.shape()?.len() < 2 {
        return Err(value_error("matrix transpose with ndim < 2 is undefined"));
    }
    swapaxes(x, -2, -1)
}

/// `numpy.squeeze(a, axis)`: a view without those axes of length one, or without any such.
///
/// # Errors
/// `ValueError` for an axis of another length; `AxisError` for one that there is not.
pub fn squeeze<A: ArrayLike>(a: &A, axis: &impl Axes) -> Fallible<Array<A::Element>> {
    let array = a.to_array()?;
    let chosen = match axis.axes() {
        None => array.shape().iter().map(|&length| length == 1).collect(),
        Some(_) => chosen_axes(axis, array.rank())?,
    };
    if array.shape().iter().zip(&chosen).any(|(&length, &chosen)| chosen && length != 1) {
        return Err(value_error("cannot select an axis to squeeze out which has size not equal to one"));
    }
    Ok(permuted(&array, &(0..array.rank()).filter(|&axis| !chosen[axis]).collect::<Vec<_>>()))
}

/// `numpy.expand_dims(a, axis)`: a view with new axes of length one at those places of the result.
///
/// # Errors
/// `ValueError` for a repeated axis; `AxisError` for one that there is not.
pub fn expand_dims<A: ArrayLike>(a: &A, axis: &impl Shape) -> Fallible<Array<A::Element>> {
    let (array, axes) = (a.to_array()?, axis.lengths());
    let rank = array.rank() + axes.len();
    let mut new = vec![false; rank];
    for axis in axes {
        if std::mem::replace(&mut new[normalize_axis(axis, rank)?], true) {
            return Err(value_error("repeated axis"));
        }
    }
    let mut old = array.shape().iter().copied().zip(array.strides().iter().copied());
    let axes = new.iter().map(|&new| if new { (1, 0) } else { old.next().unwrap_or((1, 0)) });
    let (shape, strides): (Lengths, Strides) = axes.unzip();
    // SAFETY: An axis of length one leads nowhere else.
    Ok(unsafe { array.with_layout(0, shape, strides) })
}

/// `numpy.concatenate(arrays, axis)`: the arrays one after the other along an axis.
///
/// # Errors
/// `ValueError` where there are none, or their other axes differ.
pub fn concatenate<A: Arrays>(arrays: &A, axis: i64) -> Fallible<Array<A::Element>> {
    joined(&arrays.arrays()?, axis)
}

/// `numpy.concatenate(arrays, None)`: all elements along one axis.
///
/// # Errors
/// `ValueError` where there are no arrays.
pub fn concatenate_flat<A: Arrays>(arrays: &A, _axis: ()) -> Fallible<Array<A::Element>> {
    let arrays = arrays.arrays()?;
    if arrays.is_empty() {
        return Err(value_error("need at least one array to concatenate"));
    }
    Ok(Array::from_elements(arrays.iter().flat_map(|array| array.to_vec()).collect()))
}

pub(crate) fn joined<T: Element>(arrays: &[Array<T>], axis: i64) -> Fallible<Array<T>> {
    let Some(first) = arrays.first() else { return Err(value_error("need at least one array to concatenate")) };
    if first.rank() == 0 {
        return Err(value_error("zero-dimensional arrays cannot be concatenated"));
    }
    let axis = normalize_axis(axis, first.rank())?;
    for (position, array) in arrays.iter().enumerate() {
        check_joins(first, array, axis, position)?;
    }
    let mut shape: Lengths = first.shape().into();
    shape[axis] = arrays.iter().map(|array| array.shape()[axis]).sum();
    // For each place on the axes before, the block that each array has there.
    let outer: usize = shape[..axis].iter().product();
    let arrays: Vec<Array<T>> = arrays.iter().map(Array::to_contiguous).collect();
    let mut elements = Vec::with_capacity(shape.iter().product());
    for place in 0..outer {
        for array in &arrays {
            let block = array.size() / outer;
            elements.extend_from_slice(&array.as_slice().unwrap_or_default()[place * block..(place + 1) * block]);
        }
    }
    Ok(Array::from_vec(elements, &shape))
}

fn check_joins<T: Element>(first: &Array<T>, array: &Array<T>, axis: usize, position: usize) -> Fallible<()> {
    if array.rank() != first.rank() {
        return Err(value_error(format!(
            "all the input arrays must have same number of dimensions, but the array at index 0 has {} dimension(s) \
             and the array at index {position} has {} dimension(s)",
            first.rank(),
            array.rank()
        )));
    }
    for (other, (a, b)) in first.shape().iter().zip(array.shape()).enumerate() {
        if other != axis && a != b {
            return Err(value_error(format!(
                "all the input array dimensions except for the concatenation axis must match exactly, but along \
                 dimension {other}, the array at index 0 has size {a} and the array at index {position} has size {b}"
            )));
        }
    }
    Ok(())
}

/// `numpy.stack(arrays, axis)`: the arrays side by side along a new axis.
///
/// # Errors
/// `ValueError` where there are none, or their shapes differ.
pub fn stack<A: Arrays>(arrays: &A, axis: i64) -> Fallible<Array<A::Element>> {
    let arrays = arrays.arrays()?;
    let Some(first) = arrays.first() else { return Err(value_error("need at least one array to stack")) };
    if arrays.iter().any(|array| array.shape() != first.shape()) {
        return Err(value_error("all input arrays must have the same shape"));
    }
    let axis = normalize_axis(axis, first.rank() + 1)? as i64;
    let arrays = arrays.iter().map(|array| expand_dims(array, &axis)).collect::<Fallible<Vec<_>>>()?;
    joined(&arrays, axis)
}

/// `numpy.vstack(tup)`: the arrays below one another; a vector is one row.
///
/// # Errors
/// As for [`concatenate`].
pub fn vstack<A: Arrays>(tup: &A) -> Fallible<Array<A::Element>> {
    let arrays = tup.arrays()?.iter().map(|array| at_least(array, 2)).collect::<Fallible<Vec<_>>>()?;
    joined(&arrays, 0)
}

/// `numpy.hstack(tup)`: the arrays beside one another; vectors one after the other.
///
/// # Errors
/// As for [`concatenate`].
pub fn hstack<A: Arrays>(tup: &A) -> Fallible<Array<A::Element>> {
    let arrays = tup.arrays()?.iter().map(|array| at_least(array, 1)).collect::<Fallible<Vec<_>>>()?;
    let axis = i64::from(arrays.first().is_some_and(|first| first.rank() > 1));
    joined(&arrays, axis)
}

/// The array with new axes in front, so that it has that many.
pub(super) fn at_least<T: Element>(array: &Array<T>, rank: usize) -> Fallible<Array<T>> {
    let mut index = vec![Index::NewAxis; rank.saturating_sub(array.rank())];
    index.push(Index::Ellipsis);
    index::getitem(array, &index)
}

/// `numpy.split(ary, sections, axis)`: views of equal parts along an axis.
///
/// # Errors
/// `ValueError` where the axis does not divide so; `ZeroDivisionError` for no parts.
pub fn split<A: ArrayLike>(ary: &A, sections: i64, axis: i64) -> Fallible<List<Array<A::Element>>> {
    let array = ary.to_array()?;
    let axis = normalize_axis(axis, array.rank())?;
    let length = array.shape()[axis] as i64;
    if sections == 0 {
        return Err(zero_division_error("integer modulo by zero"));
    }
    if sections < 0 {
        return Err(value_error("number sections must be larger than 0."));
    }
    if length % sections != 0 {
        return Err(value_error("array split does not result in an equal division"));
    }
    let part = length / sections;
    let parts = (0..sections).map(|section| {
        let mut index = vec![Index::Slice { start: None, stop: None, step: None }; axis];
        index.push(Index::Slice { start: Some(section * part), stop: Some((section + 1) * part), step: None });
        index::getitem(&array, &index)
    });
    Ok(list::from_vec(parts.collect::<Fallible<Vec<_>>>()?))
}

/// `numpy.take(a, indices, axis)`: the elements at positions along an axis, or of the flat array.
///
/// # Errors
/// `IndexError` for a position out of bounds.
pub fn take<A: ArrayLike, I: ArrayLike>(a: &A, indices: &I, axis: Option<i64>) -> Fallible<Array<A::Element>>
where
    I::Element: Cast<i64>,
{
    let array = a.to_array()?;
    let positions: Array<i64> = super::like::new_array(indices)?;
    match axis {
        Some(axis) => index::take_along(&array, normalize_axis(axis, array.rank())?, &positions),
        None => index::take_along(&ravel(&array)?, 0, &positions),
    }
}

/// `numpy.repeat(a, repeats, axis)`: each element several times, along an axis or in a flat array.
///
/// # Errors
/// `ValueError` for a negative number.
pub fn repeat<A: ArrayLike>(a: &A, repeats: i64, axis: Option<i64>) -> Fallible<Array<A::Element>> {
    let Ok(repeats) = usize::try_from(repeats) else {
        return Err(value_error("negative dimensions are not allowed"));
    };
    let array = a.to_array()?;
    let (array, axis) = match axis {
        Some(axis) => (array.clone(), normalize_axis(axis, array.rank())?),
        None => (ravel(&array)?, 0),
    };
    let positions = (0..array.shape()[axis] as i64).flat_map(|position| std::iter::repeat_n(position, repeats));
    index::take_along(&array, axis, &Array::from_elements(positions.collect()))
}

/// `numpy.tile(A, reps)`: the array several times along each axis.
///
/// # Errors
/// `ValueError` for a negative number.
pub fn tile<A: ArrayLike>(a: &A, repetitions: &impl Shape) -> Fallible<Array<A::Element>> {
    let repetitions = checked_shape(repetitions)?;
    let array = a.to_array()?;
    let rank = array.rank().max(repetitions.len());
    let mut result = at_least(&array, rank)?;
    for (position, &times) in repetitions.iter().enumerate() {
        let axis = rank - repetitions.len() + position;
        let length = result.shape()[axis] as i64;
        let positions = (0..times).flat_map(|_| 0..length).collect();
        result = index::take_along(&result, axis, &Array::from_elements(positions))?;
    }
    Ok(result.copied())
}

/// `numpy.flatnonzero(a)`: the positions in the flat array of elements that are not zero.
///
/// # Errors
/// Those of making an array of `a`.
pub fn flatnonzero<A: ArrayLike>(a: &A) -> Fallible<Array<i64>> {
    let array = a.to_array()?;
    let positions = array.elements().zip(0..).filter(|(element, _)| element.truth()).map(|(_, position)| position);
    Ok(Array::from_elements(positions.collect()))
}

/// `numpy.nonzero(a)` of an array with one axis.
///
/// # Errors
/// `ValueError` where it has another number of axes.
pub fn nonzero_1<A: ArrayLike>(a: &A) -> Fallible<(Array<i64>,)> {
    let [first] = positions(a)?;
    Ok((first,))
}

/// `numpy.nonzero(a)` of an array with two axes.
///
/// # Errors
/// `ValueError` where it has another number of axes.
pub fn nonzero_2<A: ArrayLike>(a: &A) -> Fallible<(Array<i64>, Array<i64>)> {
    let [first, second] = positions(a)?;
    Ok((first, second))
}

fn positions<A: ArrayLike, const RANK: usize>(a: &A) -> Fallible<[Array<i64>; RANK]> {
    let array = a.to_array()?;
    <[Array<i64>; RANK]>::try_from(index::nonzero(&array)).map_err(|_| {
        value_error(format!("an array of {RANK} axes is needed, not one of shape {}", text(array.shape())))
    })
}
