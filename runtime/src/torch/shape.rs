//! Sizes and dims as torch takes them, and its errors about them.

use crate::exception::{Fallible, Raised, index_error, runtime_error};
use crate::numpy::{Array, Axes, Element, Lengths, Shape};

/// Sizes as a caller writes them: one tuple or list, or one `int` after another.
pub trait Sizes {
    /// The sizes.
    fn sizes(&self) -> Vec<i64>;
}

impl<S: Shape> Sizes for S {
    fn sizes(&self) -> Vec<i64> {
        self.lengths()
    }
}

/// A dim counted from the front. A tensor without axes has a dim 0 all the same.
///
/// # Errors
/// `IndexError` for one that there is not.
pub fn normalized(dim: i64, rank: usize) -> Fallible<usize> {
    let count = rank.max(1) as i64;
    let from_front = if dim < 0 { dim + count } else { dim };
    if (0..count).contains(&from_front) { Ok(from_front as usize) } else { Err(out_of_range(dim, count)) }
}

#[cold]
fn out_of_range(dim: i64, count: i64) -> Raised {
    index_error(format!(
        "Dimension out of range (expected to be in range of [{}, {}], but got {dim})",
        -count,
        count - 1
    ))
}

/// Which axes are meant: all where none is named.
///
/// # Errors
/// `IndexError` for one that there is not; `RuntimeError` where one is named twice.
pub fn chosen(dims: &impl Axes, rank: usize) -> Fallible<Vec<bool>> {
    let Some(dims) = dims.axes().filter(|dims| !dims.is_empty()) else { return Ok(vec![true; rank]) };
    let mut chosen = vec![false; rank.max(1)];
    for dim in dims {
        let axis = normalized(dim, rank)?;
        if std::mem::replace(&mut chosen[axis], true) {
            return Err(runtime_error(format!("dim {axis} appears multiple times in the list of dims")));
        }
    }
    chosen.truncate(rank);
    Ok(chosen)
}

/// The shape that two are stretched to.
///
/// # Errors
/// `RuntimeError` where they cannot be.
pub fn broadcast(a: &[usize], b: &[usize]) -> Fallible<Lengths> {
    let rank = a.len().max(b.len());
    let at = |shape: &[usize], axis: usize| (axis + shape.len()).checked_sub(rank).map_or(1, |own| shape[own]);
    // torch looks from the last axis on.
    for axis in (0..rank).rev() {
        let (x, y) = (at(a, axis), at(b, axis));
        if x != y && x != 1 && y != 1 {
            return Err(mismatch(x, y, axis));
        }
    }
    Ok((0..rank)
        .map(|axis| match (at(a, axis), at(b, axis)) {
            (1, length) | (length, _) => length,
        })
        .collect())
}

#[cold]
fn mismatch(a: usize, b: usize, axis: usize) -> Raised {
    runtime_error(format!(
        "The size of tensor a ({a}) must match the size of tensor b ({b}) at non-singleton dimension {axis}"
    ))
}

/// A shape as torch writes it: `[2, 3]`.
pub fn text(shape: &[usize]) -> String {
    list(shape.iter())
}

/// Numbers as torch writes a list of them.
pub fn list(numbers: impl Iterator<Item = impl ToString>) -> String {
    format!("[{}]", numbers.map(|number| number.to_string()).collect::<Vec<_>>().join(", "))
}

/// Sizes of a new tensor.
///
/// # Errors
/// `RuntimeError` for a negative one.
pub fn checked(sizes: &impl Sizes) -> Fallible<Lengths> {
    let sizes = sizes.sizes();
    if let Some(negative) = sizes.iter().find(|size| **size < 0) {
        return Err(runtime_error(format!(
            "Trying to create tensor with negative dimension {negative}: {}",
            list(sizes.iter())
        )));
    }
    Ok(sizes.iter().map(|&size| size as usize).collect())
}

/// The elements stretched to a shape that they fit.
pub fn stretched<T: Element>(array: &Array<T>, shape: &[usize]) -> Array<T> {
    crate::numpy::stretched_view(array, shape)
}
