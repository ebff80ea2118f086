//! Writing to arrays.

use super::array::Array;
use super::element::{Cast, Element};
use super::operand::{ArrayForm, Elements, Form, Meets, Operand, check_range};
use super::shape;
use super::walk::Walk;
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
    let target = array.write(destination.read_only())?;
    if value.shares_memory(array) {
        let copy = ArrayForm::map(value.elements(), |element| element);
        return store(array, target, Elements::of(&copy));
    }
    store(array, target, value.elements())
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

fn store<T: Element, U: Element + Cast<T>>(array: &Array<T>, target: *mut T, value: Elements<'_, U>) -> Fallible<()> {
    if !fits(value.layout().shape, array.shape()) {
        return Err(value_error(format!(
            "could not broadcast input array from shape {} into shape {}",
            shape::text(value.layout().shape),
            shape::text(array.shape())
        )));
    }
    let skipped = value.layout().shape.len().saturating_sub(array.rank());
    let layout = value.layout().without_leading(skipped);
    let walk = Walk::new(array.shape(), [array.layout(), layout]);
    let [to_step, from_step] = walk.steps;
    walk.rows(|[to, from]| {
        for index in 0..walk.length as isize {
            // SAFETY: The walk stays within both; the operand shares no memory with the array.
            unsafe { *target.offset(to + to_step * index) = (*value.first().offset(from + from_step * index)).cast() };
        }
    });
    Ok(())
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
    function: impl Fn(<Array<T> as Meets<B>>::Common, <Array<T> as Meets<B>>::Common) -> <Array<T> as Meets<B>>::Common,
) -> Fallible<Array<T>>
where
    T: Element,
    Array<T>: Meets<B> + Operand<Element = T>,
    <Array<T> as Meets<B>>::Common: Cast<T>,
    B: Operand,
{
    check_range::<B, <Array<T> as Meets<B>>::Common>(other)?;
    let target = array.write(Destination::Output.read_only())?;
    if other.shares_memory(array) {
        let copy = ArrayForm::map(other.elements(), |element| element);
        replace(array, target, Elements::of(&copy), |a, b| {
            function(<Array<T> as Meets<B>>::lift(a), <Array<T> as Meets<B>>::lift_other(b)).cast()
        })?;
    } else {
        replace(array, target, other.elements(), |a, b| {
            function(<Array<T> as Meets<B>>::lift(a), <Array<T> as Meets<B>>::lift_other(b)).cast()
        })?;
    }
    Ok(array.clone())
}

fn replace<T: Element, U: Element>(
    array: &Array<T>,
    target: *mut T,
    other: Elements<'_, U>,
    function: impl Fn(T, U) -> T,
) -> Fallible<()> {
    // As numpy, with the array once more as the output.
    let common = shape::broadcast(&[array.layout(), other.layout(), array.layout()])?;
    if *common != *array.shape() {
        return Err(would_grow(array.shape(), &common));
    }
    let walk = Walk::new(array.shape(), [array.layout(), other.layout()]);
    let [step, other_step] = walk.steps;
    walk.rows(|[start, other_start]| {
        // SAFETY: The walk stays within both, and the operand shares no memory with the array.
        unsafe {
            let (target, source) = (target.offset(start), other.first().offset(other_start));
            match (step, other_step) {
                (1, 1) => (0..walk.length).for_each(|index| {
                    *target.add(index) = function(*target.add(index), *source.add(index));
                }),
                (1, 0) => {
                    let source = *source;
                    (0..walk.length).for_each(|index| *target.add(index) = function(*target.add(index), source));
                }
                _ => (0..walk.length as isize).for_each(|index| {
                    let target = target.offset(step * index);
                    *target = function(*target, *source.offset(other_step * index));
                }),
            }
        }
    });
    Ok(())
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
