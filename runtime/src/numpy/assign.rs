//! Writing to arrays.

use super::array::Array;
use super::element::{Cast, Element};
use super::elementwise;
use super::like::ArrayLike;
use super::operand::{ArrayForm, Elements, Form, Meets, Operand, check_range};
use super::shape::{self, Axes};
use super::walk::Layout;
use crate::exception::{Fallible, Raised, value_error};

/// What an array that is written to is called in errors.
#[derive(Debug, Clone, Copy)]
pub enum Destination {
    /// `a[…] = value`.
    Assignment,
    /// `a += value`.
    Output,
}

impl Destination {
    pub fn read_only(self) -> &'static str {
        match self {
            Destination::Assignment => "assignment destination is read-only",
            Destination::Output => "output array is read-only",
        }
    }
}

/// Stores the operand's elements in the array, converted and stretched to its shape.
///
/// # Errors
/// `ValueError` where the array is read-only or the shapes do not go together; `OverflowError` for a Python int out of
/// the dtype's range.
pub fn assign<T: Element, B: Operand>(array: &Array<T>, value: &B, destination: Destination) -> Fallible<()>
where
    B::Element: Cast<T>,
{
    check_range::<B, T>(value)?;
    array.write(destination.read_only())?;
    if B::Form::IS_SCALAR {
        elementwise::store(array, (value.source(),), true, |(element,)| element.cast());
        return Ok(());
    }
    let copy = value.shares_memory(array).then(|| ArrayForm::map(value.elements(), |element| element));
    let elements = copy.as_ref().map_or(value.elements(), Elements::of);
    check_fit(elements.layout().shape, array.shape())?;
    let skipped = elements.layout().shape.len().saturating_sub(array.rank());
    elementwise::store(array, (elements.without_leading(skipped),), true, |(element,)| element.cast());
    Ok(())
}

/// `array[index] = value` of a scalar, for the element that lies so far from the first.
///
/// # Errors
/// As for [`assign`].
#[inline]
pub fn assign_element<T: Element, B: Operand>(array: &Array<T>, offset: isize, value: &B) -> Fallible<()>
where
    B::Element: Cast<T>,
{
    check_range::<B, T>(value)?;
    let target = array.write(Destination::Assignment.read_only())?;
    // SAFETY: The element is one of the array's; there is always a first element of a scalar.
    unsafe { *target.offset(offset) = (*value.elements().first()).cast() };
    Ok(())
}

/// Refuses what cannot be assigned to the array: anything where it is read-only, else values of a shape that does not fit.
pub(super) fn check_assignment<T: Element>(array: &Array<T>, value: &[usize]) -> Fallible<()> {
    array.write(Destination::Assignment.read_only())?;
    check_fit(value, array.shape())
}

/// Refuses what the array cannot be updated by.
pub(super) fn check_update<T: Element>(array: &Array<T>, other: &[usize]) -> Fallible<()> {
    array.write(Destination::Output.read_only())?;
    check_growth(array.shape(), other)
}

/// Refuses a value that cannot be stretched to the array's shape.
fn check_fit(value: &[usize], array: &[usize]) -> Fallible<()> {
    if fits(value, array) { Ok(()) } else { Err(does_not_fit(value, array)) }
}

#[cold]
fn does_not_fit(value: &[usize], array: &[usize]) -> Raised {
    value_error(format!(
        "could not broadcast input array from shape {} into shape {}",
        shape::text(value),
        shape::text(array)
    ))
}

/// Whether a value of that shape can be stretched to the array's; leading axes of length one may fall away.
fn fits(value: &[usize], array: &[usize]) -> bool {
    let skipped = value.len().saturating_sub(array.len());
    value[..skipped].iter().all(|&length| length == 1)
        && value[skipped..].iter().rev().zip(array.iter().rev()).all(|(&from, &to)| from == to || from == 1)
}

/// Replaces each element by what the function gives for it and the operand's, both in the common dtype.
///
/// # Errors
/// `ValueError` where the array is read-only or would have to grow; `OverflowError` for a Python int out of the
/// dtype's range.
pub fn update<T, B>(
    array: &Array<T>,
    other: &B,
    function: impl Fn(<Array<T> as Meets<B>>::Common, <Array<T> as Meets<B>>::Common) -> <Array<T> as Meets<B>>::Common
    + Sync,
) -> Fallible<Array<T>>
where
    T: Element,
    Array<T>: Meets<B> + Operand<Element = T>,
    <Array<T> as Meets<B>>::Common: Cast<T>,
    B: Operand,
{
    check_range::<B, <Array<T> as Meets<B>>::Common>(other)?;
    check_update(array, other.elements().layout().shape)?;
    let updated = |a, b| function(<Array<T> as Meets<B>>::lift(a), <Array<T> as Meets<B>>::lift_other(b)).cast();
    if B::Form::IS_SCALAR {
        elementwise::update(array, (other.source(),), true, |a, (b,)| updated(a, b));
        return Ok(array.clone());
    }
    let copy = other.shares_memory(array).then(|| ArrayForm::map(other.elements(), |element| element));
    let elements = copy.as_ref().map_or(other.elements(), Elements::of);
    if let Some(length) = short_row(array, elements.layout()) {
        let (target, other) = (array.pointer().as_ptr(), elements.first());
        for place in 0..length {
            // SAFETY: Both have so many elements one after the other, and the array may be written to.
            unsafe { *target.add(place) = updated(*target.add(place), *other.add(place)) };
        }
        return Ok(array.clone());
    }
    elementwise::update(array, (elements,), true, |a, (b,)| updated(a, b));
    Ok(array.clone())
}

/// The length of a vector that is updated by one of its length, where both are so short that looking at how they lie takes longer
/// than the elements do.
#[inline]
fn short_row<T: Element>(array: &Array<T>, other: Layout) -> Option<usize> {
    const SHORT: usize = 32;
    match (array.shape(), array.strides(), other.shape, other.strides) {
        (&[length], [1], &[other], [1]) if length == other && length <= SHORT => Some(length),
        _ => None,
    }
}

/// Refuses an operand that the array would have to grow for. As numpy, with the array once more as the output.
fn check_growth(array: &[usize], other: &[usize]) -> Fallible<()> {
    if array == other {
        return Ok(());
    }
    let common = elementwise::stretched_all([array, other, array])?;
    if *common == *array { Ok(()) } else { Err(would_grow(array, &common)) }
}

/// `function(…, out=out)`: the result of a function that goes element by element, stored in the array.
///
/// # Errors
/// `ValueError` where the array is read-only or would have to grow.
pub fn into<T: Element, V: Operand<Element: Cast<T>>>(result: &V, out: &Array<T>) -> Fallible<Array<T>> {
    let common = shape::broadcast(&[result.elements().layout(), out.layout()])?;
    if *common != *out.shape() {
        return Err(would_grow(out.shape(), &common));
    }
    assign(out, result, Destination::Output)?;
    Ok(out.clone())
}

/// `function(…, out=out, where=condition)`: the same where the condition is true.
///
/// # Errors
/// As [`into`].
pub fn into_where<T, V, C>(result: &V, out: &Array<T>, condition: &C) -> Fallible<Array<T>>
where
    T: Element,
    V: Operand<Element: Cast<T>>,
    C: Operand<Element: Cast<bool>>,
{
    let layouts = [result.elements().layout(), condition.elements().layout(), out.layout()];
    let common = shape::broadcast(&layouts)?;
    if *common != *out.shape() {
        return Err(would_grow(out.shape(), &common));
    }
    let (values, chosen) = (out.copied(), Array::filled(false, out.shape()));
    assign(&values, result, Destination::Output)?;
    assign(&chosen, condition, Destination::Output)?;
    let kept: Vec<T> = out.elements().collect();
    let elements = values.elements().zip(chosen.elements()).zip(kept);
    let stored = elements.map(|((value, is_chosen), kept)| if is_chosen { value } else { kept }).collect();
    into(&Array::from_vec(stored, out.shape()), out)
}

#[cold]
fn would_grow(array: &[usize], common: &[usize]) -> Raised {
    value_error(format!(
        "non-broadcastable output operand with shape {} doesn't match the broadcast shape {}",
        shape::text(array),
        shape::text(common)
    ))
}

/// Stores the elements of another array in the array, converted and stretched to its shape.
///
/// # Errors
/// As for [`assign`].
pub fn assign_all<T: Element, U: Element + Cast<T>>(array: &Array<T>, value: &Array<U>) -> Fallible<()> {
    assign(array, value, Destination::Assignment)
}

/// A reduction with `out=out`: its result, stored in an array of the same number of axes.
///
/// # Errors
/// `ValueError` where the array is read-only or has another shape.
pub fn reduced_into<T: Element, V: Operand<Element: Cast<T>>, A: ArrayLike>(
    result: &V,
    out: &Array<T>,
    a: &A,
    axis: &impl Axes,
    keepdims: bool,
) -> Fallible<Array<T>> {
    if *result.elements().layout().shape != *out.shape() {
        let array = a.to_array()?;
        let chosen = shape::chosen_axes(axis, array.rank())?;
        return Err(other_shape(array.shape(), &chosen, keepdims, out.shape()));
    }
    into(result, out)
}

/// What numpy says of an array that a reduction of another one along the chosen axes is to be stored in.
#[cold]
fn other_shape(array: &[usize], chosen: &[bool], keepdims: bool, out: &[usize]) -> Raised {
    let mut given = out.iter().enumerate();
    // For each axis of the array the one of `out`: there is none where it is reduced away.
    let axes: Vec<Option<(usize, usize)>> = chosen
        .iter()
        .map(|&chosen| if chosen && !keepdims { None } else { given.next().map(|(at, &length)| (at, length)) })
        .collect();
    let pairs = || axes.iter().zip(array).zip(chosen);
    if pairs().any(|((out, &length), _)| out.is_some_and(|(_, out)| out != length && out != 1 && length != 1)) {
        let remapped: Vec<String> = axes
            .iter()
            .skip_while(|axis| axis.is_none())
            .map(|axis| axis.map_or("newaxis".into(), |(_, length)| length.to_string()))
            .collect();
        return value_error(format!(
            "operands could not be broadcast together with remapped shapes [original->remapped]: {}->({}) {} ",
            shape::text(out),
            remapped.join(","),
            shape::text(array)
        ));
    }
    for ((out, &length), &chosen) in pairs() {
        match *out {
            Some((axis, found)) if chosen && found != 1 => {
                return value_error(format!(
                    "operand was set up as a reduction along axis {axis}, but the length of the axis is {found} (it has to be 1)"
                ));
            }
            Some((axis, 1)) if !chosen && length != 1 => {
                return value_error(format!(
                    "output operand requires a reduction along dimension {axis}, but the reduction is not enabled. The dimension \
                     size of 1 does not match the expected output shape."
                ));
            }
            _ => {}
        }
    }
    let common: Vec<usize> =
        axes.iter().zip(array).map(|(out, &length)| out.map_or(length, |(_, out)| out.max(length))).collect();
    value_error(format!(
        "non-broadcastable operand with shape {} doesn't match the broadcast shape {}",
        shape::text(array),
        shape::text(&common)
    ))
}

/// `numpy.cumsum(a, out=out)`: running values, stored in an array of the same shape.
///
/// # Errors
/// `ValueError` where the array is read-only or has another shape.
pub fn accumulated_into<T: Element, V: Operand<Element: Cast<T>>>(result: &V, out: &Array<T>) -> Fallible<Array<T>> {
    if *result.elements().layout().shape != *out.shape() {
        return Err(value_error("provided out is the wrong size for the accumulation."));
    }
    into(result, out)
}

/// `numpy.matmul(a, b, out=out)`: the product, stored in an array of the same number of axes.
///
/// # Errors
/// `ValueError` where the array is read-only or has another shape.
pub fn matmul_into<T: Element, V: Operand<Element: Cast<T>>>(result: &V, out: &Array<T>) -> Fallible<Array<T>> {
    let shape = result.elements().layout().shape;
    let core = shape.len().saturating_sub(2);
    for (dim, (&wanted, &found)) in shape[core..].iter().zip(&out.shape()[core..]).enumerate() {
        if wanted != found {
            return Err(value_error(format!(
                "matmul: Output operand 0 has a mismatch in its core dimension {dim}, with gufunc signature \
                 (n?,k),(k,m?)->(n?,m?) (size {found} is different from {wanted})"
            )));
        }
    }
    into(result, out)
}

/// `numpy.dot(a, b, out=out)`: the product, stored in an array of the same shape.
///
/// # Errors
/// `ValueError` where the array is read-only, has another shape, or its elements do not lie one after the other.
pub fn dot_into<T: Element, V: Operand<Element: Cast<T>>>(result: &V, out: &Array<T>) -> Fallible<Array<T>> {
    if *result.elements().layout().shape != *out.shape() {
        return Err(value_error("output array has wrong dimensions"));
    }
    if !super::walk::is_contiguous(out.shape(), out.strides()) || out.write("").is_err() {
        return Err(value_error(
            "output array is not acceptable (must have the right datatype, number of dimensions, and be a C-Array)",
        ));
    }
    into(result, out)
}
