//! Products of matrices and vectors, and norms: `numpy.matmul`, `numpy.dot`, `numpy.outer` and `numpy.linalg`.

mod column;
mod decompositions;
mod eigen;
mod factor;

pub use decompositions::*;
pub use eigen::*;
pub use factor::Factor;

use ndarray::{ArrayView2, ArrayViewMut2, Ix2};

use super::arithmetic::{Analytic, Number, Ring, Size};
use super::array::{Array, Lengths};
use super::element::{Cast, Element};
use super::like::ArrayLike;
use super::manipulation::{ravel, reshape_to};
use super::promote::Promote;
use super::reduce::{Spread, converted};
use super::scalar::Scalar;
use super::shape::{Axes, broadcast, text};
use super::walk::{Layout, Walk};
use super::{reduce, ufunc};
use crate::exception::{Fallible, Raised, value_error};
use crate::parallel::{self, PART};

/// The common dtype of two array-likes.
type Common<A, B> = <<A as ArrayLike>::Element as Promote<<B as ArrayLike>::Element>>::Output;

/// `a @ b` of two vectors.
///
/// # Errors
/// `ValueError` where their lengths differ.
pub fn matmul_scalar<A: ArrayLike, B: ArrayLike>(a: &A, b: &B) -> Fallible<Scalar<Common<A, B>>>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
    Common<A, B>: Factor,
{
    matmul(a, b)?.only().map(Scalar)
}

/// `a @ b`: the last two axes are matrices, those before them broadcast; a vector is a row on the left and a column on
/// the right, whose axis is then dropped.
///
/// # Errors
/// `ValueError` where the shapes do not fit.
pub fn matmul<A: ArrayLike, B: ArrayLike>(a: &A, b: &B) -> Fallible<Array<Common<A, B>>>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
    Common<A, B>: Factor,
{
    product(&converted(a.to_array()?), &converted(b.to_array()?))
}

/// `numpy.dot(a, b)` where it is the product of a matrix with a matrix or a vector.
///
/// # Errors
/// `ValueError` where the shapes do not fit.
pub fn dot<A: ArrayLike, B: ArrayLike>(a: &A, b: &B) -> Fallible<Array<Common<A, B>>>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
    Common<A, B>: Factor,
{
    let a: Array<Common<A, B>> = converted(a.to_array()?);
    let b: Array<Common<A, B>> = converted(b.to_array()?);
    let (last, before_last) = (a.rank().wrapping_sub(1), b.rank().saturating_sub(2));
    match (a.shape().get(last), b.shape().get(before_last)) {
        (Some(x), Some(y)) if x != y => Err(value_error(format!(
            "shapes {} and {} not aligned: {x} (dim {last}) != {y} (dim {before_last})",
            text(a.shape()),
            text(b.shape())
        ))),
        _ => product(&a, &b),
    }
}

pub(crate) fn product<T: Factor>(a: &Array<T>, b: &Array<T>) -> Fallible<Array<T>> {
    for (number, operand) in [a, b].into_iter().enumerate() {
        if operand.rank() == 0 {
            return Err(value_error(format!(
                "matmul: Input operand {number} does not have enough dimensions (has 0, gufunc core with signature \
                 (n?,k),(k,m?)->(n?,m?) requires 1)"
            )));
        }
    }
    let lengths = |array: &Array<T>| -> Vec<i64> { array.shape().iter().map(|&length| length as i64).collect() };
    let row = if a.rank() == 1 { reshape_to(a, &[&[1][..], &lengths(a)].concat())? } else { a.clone() };
    let column = if b.rank() == 1 { reshape_to(b, &[&lengths(b)[..], &[1]].concat())? } else { b.clone() };
    let mut result = product_of_matrices(&row, &column)?;
    let rank = result.rank();
    let mut kept = lengths(&result);
    if b.rank() == 1 {
        kept.remove(rank - 1);
    }
    if a.rank() == 1 {
        kept.remove(rank - 2);
    }
    if kept.len() != rank {
        result = reshape_to(&result, &kept)?;
    }
    Ok(result)
}

/// The products of the matrices in two arrays of at least two axes each.
fn product_of_matrices<T: Factor>(a: &Array<T>, b: &Array<T>) -> Fallible<Array<T>> {
    let (a_outer, b_outer) = (a.rank() - 2, b.rank() - 2);
    let (&[rows, inner], &[other_inner, columns]) = (&a.shape()[a_outer..], &b.shape()[b_outer..]) else {
        return Err(value_error("matmul needs matrices"));
    };
    if inner != other_inner {
        return Err(mismatch(inner, other_inner));
    }
    let stack_a = Layout { shape: &a.shape()[..a_outer], strides: &a.strides()[..a_outer] };
    let stack_b = Layout { shape: &b.shape()[..b_outer], strides: &b.strides()[..b_outer] };
    let stack = broadcast(&[stack_a, stack_b])?;
    let shape: Lengths = stack.iter().copied().chain([rows, columns]).collect();
    let mut elements = vec![T::ZERO; shape.iter().product()];
    let walk = Walk::new(&stack, [stack_a, stack_b]);
    let size = rows * columns;
    // So many matrices of the stack are a part for a thread.
    let together = PART.checked_div(size.saturating_mul(inner)).unwrap_or(PART).max(1);
    parallel::each_piece(&mut elements, (size * together).max(1), |start, piece| {
        let mut results = piece.chunks_mut(size.max(1));
        let first = start / size.max(1);
        walk.places(first..first + results.len(), |[a_start, b_start]| {
            let Some(result) = results.next() else { return };
            let (left, right) = (matrix(a, a_start), matrix(b, b_start));
            if let Ok(result) = ArrayViewMut2::from_shape((rows, columns), result) {
                T::multiply_matrices(left.view(), right.view(), result);
            }
        });
    });
    Ok(Array::from_vec(elements, &shape))
}

/// The matrix at an offset from the first one, as an array of its own.
fn matrix<T: Element>(array: &Array<T>, offset: isize) -> Matrix<T> {
    let outer = array.rank() - 2;
    // SAFETY: The offset leads to the first element of one of the array's matrices.
    Matrix(unsafe { array.with_layout(offset, array.shape()[outer..].into(), array.strides()[outer..].into()) })
}

/// An array of two axes.
struct Matrix<T: Element>(Array<T>);

impl<T: Element> Matrix<T> {
    fn view(&self) -> ArrayView2<'_, T> {
        let view = self.0.view().into_dimensionality::<Ix2>();
        view.unwrap_or_else(|_| unreachable!("a matrix has two axes"))
    }
}

#[cold]
fn mismatch(inner: usize, other: usize) -> Raised {
    value_error(format!(
        "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) \
         (size {other} is different from {inner})"
    ))
}

/// `numpy.outer(a, b)`: every product of an element of `a` with one of `b`.
///
/// # Errors
/// Those of making arrays of the two.
pub fn outer<A: ArrayLike, B: ArrayLike>(a: &A, b: &B) -> Fallible<Array<Common<A, B>>>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
    Common<A, B>: Ring,
{
    let column = super::manipulation::expand_dims(&ravel(a)?, &1)?;
    ufunc::multiply(&column, &ravel(b)?)
}

/// `numpy.linalg.norm(x, None, axis, keepdims)`: the square root of the sum of the squares. An array comes out.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn norm<T: Spread, A: ArrayLike<Element = T>>(
    x: &A,
    _order: (),
    axis: &impl Axes,
    keepdims: bool,
) -> Fallible<Array<T::Size>> {
    reduce::lanes(x, axis, keepdims, |lane| lane.sum(square::<T>).sqrt().cast())
}

fn square<T: Spread>(element: T) -> T::WideSize {
    Cast::<T::Wide>::cast(element).square_of_size()
}

fn size<T: Spread>(element: T) -> T::WideSize {
    Cast::<T::Wide>::cast(element).absolute()
}

/// `numpy.linalg.norm(x, None, axis)`: the square root of the sum of the squares. A scalar comes out.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn norm_scalar<T: Spread, A: ArrayLike<Element = T>>(
    x: &A,
    order: (),
    axis: &impl Axes,
    _keepdims: bool,
) -> Fallible<Scalar<T::Size>> {
    norm(x, order, axis, false)?.only().map(Scalar)
}

/// `numpy.linalg.norm(x, ord, axis, keepdims)` of the vectors along an axis. An array comes out.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn norm_of_order<T: Spread, A: ArrayLike<Element = T>>(
    x: &A,
    order: f64,
    axis: i64,
    keepdims: bool,
) -> Fallible<Array<T::Size>> {
    if order.is_infinite() {
        let sizes: Array<T::Size> = x.to_array()?.map(|element| size(element).cast());
        return if order > 0.0 { reduce::max(&sizes, &axis, keepdims) } else { reduce::min(&sizes, &axis, keepdims) };
    }
    let (one, power) = (T::WideSize::ONE, T::WideSize::from_f64(order));
    reduce::lanes(x, &axis, keepdims, |lane| {
        let norm = if order == 0.0 {
            lane.sum(|element: T| if element.truth() { one } else { T::WideSize::ZERO })
        } else if order == 1.0 {
            lane.sum(size::<T>)
        } else if order == 2.0 {
            lane.sum(square::<T>).sqrt()
        } else {
            lane.sum(|element: T| size(element).power(power)).power(one.divide(power))
        };
        norm.cast()
    })
}

/// `numpy.linalg.norm(x, ord, axis)` of a vector. A scalar comes out.
///
/// # Errors
/// `AxisError` for an axis that there is not.
pub fn norm_of_order_scalar<T: Spread, A: ArrayLike<Element = T>>(
    x: &A,
    order: f64,
    axis: i64,
    _keepdims: bool,
) -> Fallible<Scalar<T::Size>> {
    norm_of_order(x, order, axis, false)?.only().map(Scalar)
}

/// `numpy.linalg.norm(x, ord)` of a vector.
///
/// # Errors
/// `ValueError` where `x` is no vector.
pub fn norm_of_order_vector<T: Spread, A: ArrayLike<Element = T>>(x: &A, order: f64) -> Fallible<Scalar<T::Size>> {
    if x.shape()?.len() != 1 {
        return Err(value_error("Improper number of dimensions to norm."));
    }
    norm_of_order_scalar(x, order, 0, false)
}
