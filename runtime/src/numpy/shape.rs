//! Shapes and axes: what functions take for them, broadcasting, and numpy's errors about them.

use super::array::Lengths;
use super::scalar::Scalar;
use super::walk::Layout;
use crate::exception::{Fallible, Raised, value_error};

/// A shape as a caller writes it: an `int`, or a list or tuple of them.
pub trait Shape {
    /// The lengths; `-1` where `reshape` shall find out.
    fn lengths(&self) -> Vec<i64>;
}

/// The axes that a function works along: `None` for all, an `int`, or a tuple of `int`s.
pub trait Axes {
    /// The axes as written; `None` for all.
    fn axes(&self) -> Option<Vec<i64>>;
}

impl Shape for i64 {
    fn lengths(&self) -> Vec<i64> {
        vec![*self]
    }
}

impl Shape for Scalar<i64> {
    fn lengths(&self) -> Vec<i64> {
        vec![self.0]
    }
}

impl Axes for () {
    fn axes(&self) -> Option<Vec<i64>> {
        None
    }
}

impl Axes for i64 {
    fn axes(&self) -> Option<Vec<i64>> {
        Some(vec![*self])
    }
}

impl Axes for Option<i64> {
    fn axes(&self) -> Option<Vec<i64>> {
        self.map(|axis| vec![axis])
    }
}

/// A member of a tuple that says a length or an axis.
pub trait Length {
    /// The length.
    fn length(&self) -> i64;
}

impl Length for i64 {
    fn length(&self) -> i64 {
        *self
    }
}

/// Of an empty tuple, which has none.
impl Length for crate::never::Never {
    fn length(&self) -> i64 {
        match *self {}
    }
}

impl Length for Scalar<i64> {
    fn length(&self) -> i64 {
        self.0
    }
}

macro_rules! tuples {
    ($(($($name:ident),*))*) => {$(
        impl<$($name: Length),*> Shape for ($($name,)*) {
            #[allow(non_snake_case, reason = "members are named after their types")]
            fn lengths(&self) -> Vec<i64> {
                let ($($name,)*) = self;
                vec![$($name.length()),*]
            }
        }

        impl<$($name: Length),*> Axes for ($($name,)*) {
            fn axes(&self) -> Option<Vec<i64>> {
                Some(self.lengths())
            }
        }
    )*};
}
tuples!((A)(A, B)(A, B, C)(A, B, C, D)(A, B, C, D, E)(A, B, C, D, E, F));

/// The lengths of a new array.
pub fn checked_shape(shape: &impl Shape) -> Fallible<Lengths> {
    check(&shape.lengths())
}

fn check(lengths: &[i64]) -> Fallible<Lengths> {
    let mut size: usize = 1;
    let mut checked = Lengths::new();
    for length in lengths {
        let length = usize::try_from(*length).map_err(|_| value_error("negative dimensions are not allowed"))?;
        size = size.checked_mul(length.max(1)).filter(|&size| size <= MOST_ELEMENTS).ok_or_else(too_large)?;
        checked.push(length);
    }
    Ok(checked)
}

/// Numpy counts the bytes of an array in a signed machine integer.
const MOST_ELEMENTS: usize = isize::MAX as usize / 8;

fn too_large() -> Raised {
    value_error("Maximum allowed dimension exceeded")
}

/// The axis counted from the front.
///
/// # Errors
/// `AxisError`, a subclass of `ValueError` and `IndexError`.
pub fn normalize_axis(axis: i64, rank: usize) -> Fallible<usize> {
    let from_front = if axis < 0 { axis + rank as i64 } else { axis };
    usize::try_from(from_front).ok().filter(|&axis| axis < rank).ok_or_else(|| {
        let message = format!("axis {axis} is out of bounds for array of dimension {rank}");
        crate::exception::Exception::new("numpy.exceptions.AxisError", message)
    })
}

/// For each axis of an array, whether it is among those named.
pub fn chosen_axes(axes: &impl Axes, rank: usize) -> Fallible<Vec<bool>> {
    choose(axes.axes(), rank)
}

fn choose(axes: Option<Vec<i64>>, rank: usize) -> Fallible<Vec<bool>> {
    let Some(axes) = axes else { return Ok(vec![true; rank]) };
    let mut chosen = vec![false; rank];
    for axis in axes {
        let axis = normalize_axis(axis, rank)?;
        if std::mem::replace(&mut chosen[axis], true) {
            return Err(value_error("duplicate value in 'axis'"));
        }
    }
    Ok(chosen)
}

/// The shape that the layouts are all stretched to.
///
/// # Errors
/// `ValueError` where an axis has different lengths: "operands could not be broadcast together with shapes (2,3) (4,)".
pub fn broadcast(layouts: &[Layout<'_>]) -> Fallible<Lengths> {
    let rank = layouts.iter().map(|layout| layout.shape.len()).max().unwrap_or(0);
    let mut shape = Lengths::from_elem(1, rank);
    for layout in layouts {
        let skipped = rank - layout.shape.len();
        for (axis, &length) in layout.shape.iter().enumerate() {
            let common = &mut shape[skipped + axis];
            match (*common, length) {
                (1, _) => *common = length,
                (common, length) if length == 1 || length == common => {}
                _ => return Err(mismatch(layouts)),
            }
        }
    }
    Ok(shape)
}

#[cold]
fn mismatch(layouts: &[Layout<'_>]) -> Raised {
    let shapes: Vec<String> = layouts.iter().map(|layout| text(layout.shape)).collect();
    value_error(format!("operands could not be broadcast together with shapes {} ", shapes.join(" ")))
}

/// A shape as numpy's errors write it: `(2,3)`, `(4,)`.
pub fn text(shape: &[usize]) -> String {
    let lengths: Vec<String> = shape.iter().map(usize::to_string).collect();
    if let [only] = lengths.as_slice() { format!("({only},)") } else { format!("({})", lengths.join(",")) }
}
