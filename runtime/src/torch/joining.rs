//! Tensors put together and taken apart.

use super::shape::{self, Sizes, normalized};
use super::views::{part, unsqueeze};
use super::{Tensor, Tensors};
use crate::exception::{Fallible, runtime_error};
use crate::list::{self, List};
use crate::numpy::{Array, Element, Lengths};

/// `torch.cat(tensors, dim)`: one after the other along an axis. An empty vector counts for nothing.
///
/// # Errors
/// `RuntimeError` where the other axes have different lengths.
pub fn cat<A: Tensors>(tensors: &A, dim: i64) -> Fallible<Tensor<A::Element>> {
    let arrays = tensors.arrays()?;
    if arrays.is_empty() {
        return Err(runtime_error("torch.cat(): expected a non-empty list of Tensors"));
    }
    if let Some(place) = arrays.iter().position(|array| array.rank() == 0) {
        return Err(runtime_error(format!("zero-dimensional tensor (at position {place}) cannot be concatenated")));
    }
    let is_nothing = |array: &&Array<A::Element>| array.shape() == [0];
    let Some(first) = arrays.iter().find(|array| !is_nothing(array)) else { return Ok(Tensor(arrays[0].copied())) };
    let axis = normalized(dim, first.rank())?;
    for (number, array) in arrays.iter().enumerate().filter(|(_, array)| !is_nothing(array)) {
        if array.rank() != first.rank() {
            return Err(runtime_error(format!(
                "Tensors must have same number of dimensions: got {} and {}",
                first.rank(),
                array.rank()
            )));
        }
        for other in (0..first.rank()).filter(|&other| other != axis) {
            let (expected, found) = (first.shape()[other], array.shape()[other]);
            if expected != found {
                return Err(runtime_error(format!(
                    "Sizes of tensors must match except in dimension {axis}. Expected size {expected} but got size \
                     {found} for tensor number {number} in the list."
                )));
            }
        }
    }
    let whole: Vec<Array<A::Element>> = arrays.iter().filter(|array| !is_nothing(array)).cloned().collect();
    crate::numpy::joined(&whole, axis as i64).map(Tensor)
}

/// `torch.stack(tensors, dim)`: side by side along a new axis.
///
/// # Errors
/// `RuntimeError` where they have different shapes.
pub fn stack<A: Tensors>(tensors: &A, dim: i64) -> Fallible<Tensor<A::Element>> {
    let arrays = tensors.arrays()?;
    let Some(first) = arrays.first() else { return Err(runtime_error("stack expects a non-empty TensorList")) };
    for (number, array) in arrays.iter().enumerate() {
        if array.shape() != first.shape() {
            return Err(runtime_error(format!(
                "stack expects each tensor to be equal size, but got {} at entry 0 and {} at entry {number}",
                shape::text(first.shape()),
                shape::text(array.shape())
            )));
        }
    }
    let axis = normalized(dim, first.rank() + 1)?;
    let raised = arrays.iter().map(|array| Ok(unsqueeze(&Tensor(array.clone()), axis as i64)?.0));
    crate::numpy::joined(&raised.collect::<Fallible<Vec<_>>>()?, axis as i64).map(Tensor)
}

/// `tensor.split(size, dim)`: parts of that length, the last one perhaps shorter.
///
/// # Errors
/// `RuntimeError` for a negative size.
pub fn split<T: Element>(tensor: &Tensor<T>, split_size: i64, dim: i64) -> Fallible<List<Tensor<T>>> {
    let axis = with_axes(tensor, dim, "split")?;
    let length = tensor.0.shape()[axis];
    let Ok(size) = usize::try_from(split_size) else {
        return Err(runtime_error(format!(
            "split expects split_size be non-negative, but got split_size={split_size}"
        )));
    };
    if size == 0 && length != 0 {
        return Err(runtime_error(format!(
            "split_size can only be 0 if dimension size is 0, but got dimension size of {length}"
        )));
    }
    let count = if size == 0 { 1 } else { length.div_ceil(size).max(1) };
    let parts = (0..count).map(|number| part(tensor, axis, number * size, size.min(length - number * size)));
    Ok(list::from_vec(parts.collect()))
}

fn with_axes<T: Element>(tensor: &Tensor<T>, dim: i64, function: &str) -> Fallible<usize> {
    if tensor.0.rank() == 0 {
        return Err(runtime_error(format!("{function} expects at least a 1-dimensional tensor")));
    }
    normalized(dim, tensor.0.rank())
}

/// `tensor.split(sizes, dim)`: parts of these lengths.
///
/// # Errors
/// `RuntimeError` where they are not as long as the axis together.
pub fn split_sizes<T: Element>(tensor: &Tensor<T>, split_sizes: &impl Sizes, dim: i64) -> Fallible<List<Tensor<T>>> {
    let axis = with_axes(tensor, dim, "split_with_sizes")?;
    let (sizes, length) = (split_sizes.sizes(), tensor.0.shape()[axis] as i64);
    if let Some(negative) = sizes.iter().find(|size| **size < 0) {
        return Err(runtime_error(format!(
            "split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes={} ({negative})",
            shape::list(sizes.iter())
        )));
    }
    if sizes.iter().sum::<i64>() != length {
        return Err(runtime_error(format!(
            "split_with_sizes expects split_sizes to sum exactly to {length} (input tensor's size at dimension {axis}), \
             but got split_sizes={}",
            shape::list(sizes.iter())
        )));
    }
    let mut start = 0;
    let mut next = |size: &i64| {
        let part = part(tensor, axis, start, *size as usize);
        start += *size as usize;
        part
    };
    Ok(list::from_vec(sizes.iter().map(&mut next).collect()))
}

/// `tensor.chunk(chunks, dim)`: at most so many parts of equal length.
///
/// # Errors
/// `RuntimeError` for less than one.
pub fn chunk<T: Element>(tensor: &Tensor<T>, chunks: i64, dim: i64) -> Fallible<List<Tensor<T>>> {
    let axis = with_axes(tensor, dim, "chunk")?;
    if chunks < 1 {
        return Err(runtime_error(format!("chunk expects `chunks` to be greater than 0, got: {chunks}")));
    }
    let (length, chunks) = (tensor.0.shape()[axis], chunks as usize);
    let size = length.div_ceil(chunks);
    if size == 0 {
        return Ok(list::from_vec(vec![part(tensor, axis, 0, 0); chunks]));
    }
    split(tensor, size as i64, dim)
}

/// `tensor.unbind(dim)`: the slices along an axis.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn unbind<T: Element>(tensor: &Tensor<T>, dim: i64) -> Fallible<List<Tensor<T>>> {
    let axis = normalized(dim, tensor.0.rank())?;
    let slices = (0..tensor.0.shape()[axis]).map(|place| slice(tensor, axis, place));
    Ok(list::from_vec(slices.collect()))
}

/// A view of one place along an axis.
pub(super) fn slice<T: Element>(tensor: &Tensor<T>, axis: usize, place: usize) -> Tensor<T> {
    let one = part(tensor, axis, place, 1);
    let without = |lengths: &[usize]| -> Lengths {
        lengths.iter().enumerate().filter(|(other, _)| *other != axis).map(|(_, &length)| length).collect()
    };
    let strides = one.0.strides().iter().enumerate().filter(|(other, _)| *other != axis).map(|(_, &stride)| stride);
    // SAFETY: The axis that goes has one place.
    Tensor(unsafe { one.0.with_layout(0, without(one.0.shape()), strides.collect()) })
}
