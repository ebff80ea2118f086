//! `pad`: axes made longer.

use crate::exception::{Fallible, not_implemented_error, runtime_error};
use crate::numpy::{Array, Cast, Element};
use crate::str::Str;
use crate::torch::{Operand, Sizes, Tensor};

/// Where an element of the longer axis comes from; `None` for the filling.
fn source(place: i64, length: i64, mode: Mode) -> Option<i64> {
    if (0..length).contains(&place) {
        return Some(place);
    }
    match mode {
        Mode::Constant => None,
        Mode::Replicate => Some(place.clamp(0, length - 1)),
        Mode::Reflect if place < 0 => Some(-place),
        Mode::Reflect => Some(2 * (length - 1) - place),
        Mode::Circular => Some(place.rem_euclid(length)),
    }
}

/// What stands in the new places.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Constant,
    Reflect,
    Replicate,
    Circular,
}

/// `pad(input, pad, mode, value)`: two numbers for each axis, the last axis first; negative ones cut.
///
/// # Errors
/// `RuntimeError` for an odd number of numbers, and where there is nothing to repeat; `NotImplementedError` for an unknown
/// mode.
pub fn pad<T: Element, V: Operand<Element: Cast<T>>>(
    input: &Tensor<T>,
    pad: &impl Sizes,
    mode: &Str,
    value: &V,
) -> Fallible<Tensor<T>> {
    let (pads, shape) = (pad.sizes(), input.array().shape());
    if pads.len() % 2 != 0 {
        return Err(runtime_error("Padding length must be divisible by 2"));
    }
    if pads.len() > 2 * shape.len() {
        return Err(runtime_error(format!(
            "Padding length should be less than or equal to two times the input dimension but got padding length {} \
             and input of dimension {}",
            pads.len(),
            shape.len()
        )));
    }
    let mode = match mode.as_str() {
        "constant" => Mode::Constant,
        "reflect" => Mode::Reflect,
        "replicate" => Mode::Replicate,
        "circular" => Mode::Circular,
        other => return Err(not_implemented_error(format!("Unrecognised padding mode {other}"))),
    };
    let mut axes: Vec<(i64, i64)> = vec![(0, 0); shape.len()];
    for (number, pair) in pads.chunks(2).enumerate() {
        axes[shape.len() - 1 - number] = (pair[0], pair[1]);
    }
    check(shape, &axes, mode)?;
    let filling = crate::torch::number::<V, T>(value);
    let lengths: Vec<usize> = shape
        .iter()
        .zip(&axes)
        .map(|(&length, (before, after))| (length as i64 + before + after).max(0) as usize)
        .collect();
    let own = input.array().to_contiguous();
    let elements = own.as_slice().unwrap_or_default();
    let mut steps = vec![1; shape.len()];
    for axis in (1..shape.len()).rev() {
        steps[axis - 1] = steps[axis] * shape[axis];
    }
    let mut result = Vec::with_capacity(lengths.iter().product());
    let mut position = vec![0; lengths.len()];
    for _ in 0..lengths.iter().product::<usize>() {
        let place = position.iter().enumerate().try_fold(0, |place, (axis, &at)| {
            let from = source(at as i64 - axes[axis].0, shape[axis] as i64, mode)?;
            Some(place + from as usize * steps[axis])
        });
        result.push(place.map_or(filling, |place| elements[place]));
        for axis in (0..lengths.len()).rev() {
            position[axis] += 1;
            if position[axis] < lengths[axis] {
                break;
            }
            position[axis] = 0;
        }
    }
    Ok(Tensor::of(Array::from_vec(result, &lengths)))
}

fn check(shape: &[usize], axes: &[(i64, i64)], mode: Mode) -> Fallible<()> {
    for (axis, (&length, &(before, after))) in shape.iter().zip(axes).enumerate() {
        if length as i64 + before + after < 0 {
            return Err(runtime_error(format!(
                "The input size {length}, plus negative padding {before} and {after} resulted in a negative output size, \
                 which is invalid. Check dimension {axis} of your input."
            )));
        }
        let most = before.max(after);
        if mode == Mode::Reflect && most > 0 && most >= length as i64 {
            return Err(runtime_error(format!(
                "Argument #4: Padding size should be less than the corresponding input dimension, but got: padding \
                 ({before}, {after}) at dimension {axis} of input {}",
                crate::torch::shape::text(shape)
            )));
        }
        if mode == Mode::Circular && most > length as i64 {
            return Err(runtime_error("Padding value causes wrapping around more than once."));
        }
    }
    Ok(())
}
