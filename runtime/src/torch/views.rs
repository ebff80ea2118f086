//! The same elements in another shape or order.

use super::Tensor;
use super::shape::{self, Sizes, normalized};
use crate::exception::{Fallible, Raised, runtime_error};
use crate::numpy::{self, Array, Axes, Element, Lengths, Strides};

/// `tensor.reshape(sizes)`: a view where that can be, else a copy.
///
/// # Errors
/// `RuntimeError` where the shape has another number of elements.
pub fn reshape<T: Element>(input: &Tensor<T>, shape: &impl Sizes) -> Fallible<Tensor<T>> {
    let sizes = resolved(&shape.sizes(), input.0.size())?;
    match viewed(input, &sizes) {
        Some(view) => Ok(view),
        None => numpy::reshape_to(&input.0, &sizes).map(Tensor),
    }
}

/// The tensor in another shape of as many elements, without a copy; `None` where its elements lie so that no steps lead
/// through them.
fn viewed<T: Element>(input: &Tensor<T>, sizes: &[i64]) -> Option<Tensor<T>> {
    let shape: Lengths = sizes.iter().map(|&size| size as usize).collect();
    let mut strides: Strides = shape.iter().map(|_| 1).collect();
    if input.0.size() > 0 {
        // From the last axis on, axes that lie in one another as in C order are one run of elements, which the new axes
        // divide among themselves.
        let own = || input.0.shape().iter().zip(input.0.strides()).filter(|(length, _)| **length != 1);
        let mut axes: Vec<(usize, isize)> = own().map(|(&length, &stride)| (length, stride)).collect();
        let mut axis = shape.len();
        while let Some((mut run, step)) = axes.pop() {
            while let Some(&(length, _)) = axes.last().filter(|(_, stride)| *stride == step * run as isize) {
                run *= length;
                axes.pop();
            }
            let mut taken = 1;
            while axis > 0 && (taken < run || shape[axis - 1] == 1) {
                axis -= 1;
                strides[axis] = step * taken as isize;
                taken *= shape[axis];
            }
            if taken != run {
                return None;
            }
        }
    }
    // SAFETY: The steps lead through the same elements.
    Some(Tensor(unsafe { input.0.with_layout(0, shape, strides) }))
}

/// The sizes with the one -1 among them filled in.
fn resolved(sizes: &[i64], count: usize) -> Fallible<Vec<i64>> {
    let invalid = || {
        let sizes = shape::list(sizes.iter());
        runtime_error(format!("shape '{sizes}' is invalid for input of size {count}"))
    };
    if let Some(negative) = sizes.iter().find(|size| **size < -1) {
        return Err(runtime_error(format!("invalid shape dimension {negative}")));
    }
    if sizes.iter().filter(|size| **size == -1).count() > 1 {
        return Err(runtime_error("only one dimension can be inferred"));
    }
    let known: i64 = sizes.iter().filter(|size| **size != -1).product();
    match sizes.iter().position(|size| *size == -1) {
        None if known as usize == count => Ok(sizes.to_vec()),
        None => Err(invalid()),
        Some(_) if known == 0 => Err(runtime_error(format!(
            "cannot reshape tensor of 0 elements into shape {} because the unspecified dimension size -1 can be any \
             value and is ambiguous",
            shape::list(sizes.iter())
        )))
        .map_err(|ambiguous: Raised| if count == 0 { ambiguous } else { invalid() }),
        Some(place) if count.is_multiple_of(known as usize) => {
            let mut filled = sizes.to_vec();
            filled[place] = (count / known as usize) as i64;
            Ok(filled)
        }
        Some(_) => Err(invalid()),
    }
}

/// `tensor.view(sizes)`: a view of the same elements.
///
/// # Errors
/// `RuntimeError` where the shape has another number of elements, and where the elements lie so that no view can be.
pub fn view<T: Element>(input: &Tensor<T>, shape: &impl Sizes) -> Fallible<Tensor<T>> {
    viewed(input, &resolved(&shape.sizes(), input.0.size())?).ok_or_else(|| {
        runtime_error(
            "view size is not compatible with input tensor's size and stride (at least one dimension spans across two \
             contiguous subspaces). Use .reshape(...) instead.",
        )
    })
}

/// `tensor.permute(dims)`: the axes in another order.
///
/// # Errors
/// `RuntimeError` where these are not all axes, each once.
pub fn permute<T: Element>(input: &Tensor<T>, dims: &impl Sizes) -> Fallible<Tensor<T>> {
    let (dims, rank) = (dims.sizes(), input.0.rank());
    if dims.len() != rank {
        return Err(runtime_error(format!(
            "permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired \
             ordering of dimensions i.e. input.dim() = {rank} is not equal to len(dims) = {}",
            dims.len()
        )));
    }
    let order = dims.iter().map(|&dim| normalized(dim, rank)).collect::<Fallible<Vec<_>>>()?;
    if (1..order.len()).any(|place| order[..place].contains(&order[place])) {
        return Err(runtime_error("permute(): duplicate dims are not allowed."));
    }
    Ok(Tensor(numpy::permuted(&input.0, &order)))
}

/// `tensor.transpose(dim0, dim1)`: two axes exchanged.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn transpose<T: Element>(input: &Tensor<T>, dim0: i64, dim1: i64) -> Fallible<Tensor<T>> {
    let rank = input.0.rank();
    let (a, b) = (normalized(dim0, rank)?, normalized(dim1, rank)?);
    let mut order: Vec<usize> = (0..rank).collect();
    if rank > 0 {
        order.swap(a, b);
    }
    Ok(Tensor(numpy::permuted(&input.0, &order)))
}

/// `tensor.t()`: a matrix turned over; less than that as it is.
///
/// # Errors
/// `RuntimeError` for a tensor of more axes.
pub fn t<T: Element>(input: &Tensor<T>) -> Fallible<Tensor<T>> {
    match input.0.rank() {
        0 | 1 => Ok(input.clone()),
        2 => transpose(input, 0, 1),
        rank => Err(runtime_error(format!("t() expects a tensor with <= 2 dimensions, but self is {rank}D"))),
    }
}

/// `tensor.mT`: the last two axes exchanged.
///
/// # Errors
/// `RuntimeError` for a tensor without matrices.
pub fn mt<T: Element>(input: &Tensor<T>) -> Fallible<Tensor<T>> {
    if input.0.rank() < 2 {
        return Err(runtime_error(format!(
            "tensor.mT is only supported on matrices or batches of matrices. Got {}-D tensor.",
            input.0.rank()
        )));
    }
    transpose(input, -2, -1)
}

/// `tensor.movedim(source, destination)`.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn movedim<T: Element>(input: &Tensor<T>, source: i64, destination: i64) -> Fallible<Tensor<T>> {
    let rank = input.0.rank();
    let (from, to) = (normalized(source, rank)?, normalized(destination, rank)?);
    let mut order: Vec<usize> = (0..rank).filter(|&axis| axis != from).collect();
    order.insert(to.min(order.len()), from);
    Ok(Tensor(numpy::permuted(&input.0, &order)))
}

/// `tensor.squeeze()`: without the axes of length one.
///
/// # Errors
/// None.
pub fn squeeze<T: Element>(input: &Tensor<T>) -> Fallible<Tensor<T>> {
    let keep: Vec<bool> = input.0.shape().iter().map(|&length| length != 1).collect();
    Ok(without(input, &keep))
}

/// `tensor.squeeze(dim)`: without these axes.
///
/// # Errors
/// `RuntimeError` where one is longer, which torch leaves there: the number of axes must be known before.
pub fn squeeze_dim<T: Element>(input: &Tensor<T>, dim: &impl Axes) -> Fallible<Tensor<T>> {
    let chosen = shape::chosen(dim, input.0.rank())?;
    for (axis, &length) in input.0.shape().iter().enumerate() {
        if chosen[axis] && length != 1 {
            return Err(runtime_error(format!(
                "squeeze(dim) of an axis of length {length}: compiled code takes away only axes of length 1"
            )));
        }
    }
    let keep: Vec<bool> = chosen.iter().map(|chosen| !chosen).collect();
    Ok(without(input, &keep))
}

fn without<T: Element>(input: &Tensor<T>, keep: &[bool]) -> Tensor<T> {
    let kept = |axis: &usize| keep[*axis];
    let shape: Lengths = (0..keep.len()).filter(kept).map(|axis| input.0.shape()[axis]).collect();
    let strides: Strides = (0..keep.len()).filter(kept).map(|axis| input.0.strides()[axis]).collect();
    // SAFETY: The axes that go have one place each, the first.
    Tensor(unsafe { input.0.with_layout(0, shape, strides) })
}

/// `tensor.unsqueeze(dim)`: a new axis of length one.
///
/// # Errors
/// `IndexError` where it cannot stand there.
pub fn unsqueeze<T: Element>(input: &Tensor<T>, dim: i64) -> Fallible<Tensor<T>> {
    let axis = normalized(dim, input.0.rank() + 1)?;
    let (mut shape, mut strides): (Lengths, Strides) = (input.0.shape().into(), input.0.strides().into());
    shape.insert(axis, 1);
    strides.insert(axis, 1);
    // SAFETY: The new axis has one place.
    Ok(Tensor(unsafe { input.0.with_layout(0, shape, strides) }))
}

/// `tensor.flatten(start_dim, end_dim)`.
///
/// # Errors
/// `IndexError` for an axis that there is not; `RuntimeError` where they are in the wrong order.
pub fn flatten<T: Element>(input: &Tensor<T>, start_dim: i64, end_dim: i64) -> Fallible<Tensor<T>> {
    let rank = input.0.rank();
    let (start, end) = (normalized(start_dim, rank)?, normalized(end_dim, rank)?);
    if start > end {
        return Err(runtime_error("flatten() has invalid args: start_dim cannot come after end_dim"));
    }
    let lengths: Vec<i64> = input.0.shape().iter().map(|&length| length as i64).collect();
    let sizes = if rank == 0 {
        vec![1]
    } else {
        [&lengths[..start], &[lengths[start..=end].iter().product()], &lengths[end + 1..]].concat()
    };
    reshape(input, &crate::list::from_vec(sizes))
}

/// `tensor.expand(sizes)`: axes of length one repeated, without a copy.
///
/// # Errors
/// `RuntimeError` where an axis is longer than one and of another length.
pub fn expand<T: Element>(input: &Tensor<T>, size: &impl Sizes) -> Fallible<Tensor<T>> {
    let (sizes, own) = (size.sizes(), input.0.shape());
    let Some(new) = sizes.len().checked_sub(own.len()) else {
        return Err(runtime_error(format!(
            "expand({}, size={}): the number of sizes provided ({}) must be greater or equal to the number of \
             dimensions in the tensor ({})",
            "torch.Tensor",
            shape::list(sizes.iter()),
            sizes.len(),
            own.len()
        )));
    };
    let mut lengths = Lengths::new();
    // torch looks from the last axis on.
    for (place, &size) in sizes.iter().enumerate().rev() {
        let have = place.checked_sub(new).map(|axis| own[axis]);
        lengths.push(match (size, have) {
            (-1, Some(length)) => length,
            (size @ 0.., Some(length)) if length == 1 || length == size as usize => size as usize,
            (size @ 0.., None) => size as usize,
            (size, have) => {
                return Err(runtime_error(match have {
                    Some(have) => format!(
                        "The expanded size of the tensor ({size}) must match the existing size ({have}) at \
                         non-singleton dimension {place}.  Target sizes: {}.  Tensor sizes: {}",
                        shape::list(sizes.iter()),
                        shape::text(own)
                    ),
                    None => format!(
                        "The expanded size of the tensor ({size}) isn't allowed in a leading, non-existing dimension \
                         {place}"
                    ),
                }));
            }
        });
    }
    lengths.reverse();
    Ok(Tensor(shape::stretched(&input.0, &lengths)))
}

/// `tensor.expand_as(other)`.
///
/// # Errors
/// Those of [`expand`].
pub fn expand_as<T: Element, U: Element>(input: &Tensor<T>, other: &Tensor<U>) -> Fallible<Tensor<T>> {
    let sizes: Vec<i64> = other.0.shape().iter().map(|&length| length as i64).collect();
    expand(input, &crate::list::from_vec(sizes))
}

/// `tensor.repeat(sizes)`: the tensor put side by side with itself along each axis.
///
/// # Errors
/// `RuntimeError` where there are fewer numbers than axes.
pub fn repeat<T: Element>(input: &Tensor<T>, sizes: &impl Sizes) -> Fallible<Tensor<T>> {
    let times = sizes.sizes();
    if times.len() < input.0.rank() {
        return Err(runtime_error(
            "Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor",
        ));
    }
    numpy::tile(&input.0, &crate::list::from_vec(times)).map(Tensor)
}

/// `tensor.repeat_interleave(repeats, dim)`: each element that many times.
///
/// # Errors
/// `IndexError` for an axis that there is not; `RuntimeError` for a negative number.
pub fn repeat_interleave<T: Element>(input: &Tensor<T>, repeats: i64, dim: Option<i64>) -> Fallible<Tensor<T>> {
    if repeats < 0 {
        return Err(runtime_error("Repeats must be non-negative"));
    }
    if let Some(dim) = dim {
        normalized(dim, input.0.rank())?;
    }
    numpy::repeat(&input.0, repeats, dim).map(Tensor)
}

/// `torch.flip(dims)`: the axes run backwards, in a copy.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn flip<T: Element>(input: &Tensor<T>, dims: &impl Sizes) -> Fallible<Tensor<T>> {
    let mut array: Array<T> = input.0.clone();
    for dim in dims.sizes() {
        let axis = normalized(dim, array.rank())?;
        if array.rank() > 0 {
            array = numpy::flip(&array, &(axis as i64))?;
        }
    }
    Ok(Tensor(array.copied()))
}

/// `torch.roll(shifts, dims)`.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn roll<T: Element>(input: &Tensor<T>, shifts: i64, dims: i64) -> Fallible<Tensor<T>> {
    let axis = normalized(dims, input.0.rank())?;
    numpy::roll(&input.0, &shifts, &(axis as i64)).map(Tensor)
}

/// `torch.roll(shifts)` of all elements in a row.
///
/// # Errors
/// None.
pub fn roll_flat<T: Element>(input: &Tensor<T>, shifts: i64, none: ()) -> Fallible<Tensor<T>> {
    numpy::roll_flat(&input.0, shifts, none).map(Tensor)
}

/// `torch.diagonal(offset, dim1, dim2)`: a view of the diagonals.
///
/// # Errors
/// `IndexError` for an axis that there is not.
pub fn diagonal<T: Element>(input: &Tensor<T>, offset: i64, dim1: i64, dim2: i64) -> Fallible<Tensor<T>> {
    let rank = input.0.rank();
    let (a, b) = (normalized(dim1, rank)? as i64, normalized(dim2, rank)? as i64);
    numpy::diagonal(&input.0, offset, a, b).map(Tensor)
}

/// `tensor.narrow(dim, start, length)`: a part along an axis.
///
/// # Errors
/// `RuntimeError` where the part is not within the axis.
pub fn narrow<T: Element>(input: &Tensor<T>, dim: i64, start: i64, length: i64) -> Fallible<Tensor<T>> {
    let axis = normalized(dim, input.0.rank())?;
    let whole = input.0.shape()[axis] as i64;
    let first = if start < 0 { start + whole } else { start };
    if !(-whole..=whole).contains(&start) {
        return Err(crate::exception::index_error(format!(
            "start out of range (expected to be in range of [{}, {whole}], but got {start})",
            -whole
        )));
    }
    if length < 0 {
        return Err(runtime_error("narrow(): length must be non-negative."));
    }
    if first + length > whole {
        return Err(runtime_error(format!("start ({start}) + length ({length}) exceeds dimension size ({whole}).")));
    }
    Ok(part(input, axis, first as usize, length as usize))
}

/// A view of the places from `start` on along an axis.
pub(super) fn part<T: Element>(input: &Tensor<T>, axis: usize, start: usize, length: usize) -> Tensor<T> {
    let (mut shape, strides): (Lengths, Strides) = (input.0.shape().into(), input.0.strides().into());
    shape[axis] = length;
    let offset = if length == 0 { 0 } else { strides[axis] * start as isize };
    // SAFETY: The places are among those of the axis.
    Tensor(unsafe { input.0.with_layout(offset, shape, strides) })
}

/// Sizes written one after another.
macro_rules! spread {
    ($($(#[$doc:meta])* $name:ident: $function:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// Those of the function that takes one shape.
        pub fn $name<T: Element>(input: &Tensor<T>, sizes: &[i64]) -> Fallible<Tensor<T>> {
            $function(input, &crate::list::from_vec(sizes.to_vec()))
        }
    )*};
}
spread! {
    /// `tensor.reshape(2, 3)`.
    reshape_to: reshape;
    /// `tensor.view(2, 3)`.
    view_to: view;
    /// `tensor.permute(1, 0)`.
    permute_to: permute;
    /// `tensor.expand(2, 3)`.
    expand_to: expand;
    /// `tensor.repeat(2, 3)`.
    repeat_to: repeat;
    /// `tensor.flip(0, 1)`.
    flip_to: flip;
}

/// `tensor.ravel()`.
///
/// # Errors
/// None.
pub fn flatten_all<T: Element>(input: &Tensor<T>) -> Fallible<Tensor<T>> {
    flatten(input, 0, -1)
}
