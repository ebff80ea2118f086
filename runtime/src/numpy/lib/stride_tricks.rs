//! `numpy.lib.stride_tricks`.

use super::super::array::{Array, Lengths, Strides};
use super::super::like::ArrayLike;
use super::super::shape::{Axes, Shape, normalize_axis};
use crate::exception::{Fallible, value_error};

/// `sliding_window_view(x, window_shape, axis)`: a view that cannot be written to, of every window of the array. Behind the axes
/// that say where a window begins come those of the window. `None` as axis stands for all of them.
///
/// # Errors
/// `ValueError` where a window is negative, longer than its axis, or has not as many axes as it slides along; `AxisError` for an
/// axis that there is not.
pub fn sliding_window_view<A: ArrayLike>(
    x: &A,
    window_shape: &impl Shape,
    axis: &impl Axes,
) -> Fallible<Array<A::Element>> {
    let (array, windows) = (x.to_array()?, window_shape.lengths());
    if windows.iter().any(|&window| window < 0) {
        return Err(value_error("`window_shape` cannot contain negative values"));
    }
    let axes = sliding_axes(array.rank(), windows.len(), axis)?;
    let (mut shape, mut strides): (Lengths, Strides) = (array.shape().into(), array.strides().into());
    for (&axis, &window) in axes.iter().zip(&windows) {
        let window = usize::try_from(window).unwrap_or(usize::MAX);
        let places = (shape[axis] + 1).checked_sub(window).filter(|_| window <= shape[axis]);
        shape[axis] = places.ok_or_else(|| value_error("window shape cannot be larger than input array shape"))?;
        shape.push(window);
        strides.push(array.strides()[axis]);
    }
    // SAFETY: The last window ends with the axis.
    Ok(unsafe { array.with_layout(0, shape, strides) }.read_only())
}

/// The axis that each length of a window slides along. One may stand there twice.
fn sliding_axes(rank: usize, windows: usize, axis: &impl Axes) -> Fallible<Vec<usize>> {
    let Some(axes) = axis.axes() else {
        if windows == rank {
            return Ok((0..rank).collect());
        }
        return Err(value_error(format!(
            "Since axis is `None`, must provide window_shape for all dimensions of `x`; got {windows} window_shape \
             elements and `x.ndim` is {rank}."
        )));
    };
    let axes = axes.into_iter().map(|axis| normalize_axis(axis, rank)).collect::<Fallible<Vec<_>>>()?;
    if axes.len() == windows {
        return Ok(axes);
    }
    Err(value_error(format!(
        "Must provide matching length window_shape and axis; got {windows} window_shape elements and {} axes elements.",
        axes.len()
    )))
}
