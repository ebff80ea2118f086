//! Eigenvalues of matrices that need not be symmetric: real ones where all of them are real, else complex ones.
//!
//! As LAPACK's `geev`, a vector has the length 1 and a real element where it is greatest. The order of the values and the signs of
//! the vectors are open.

use faer::linalg::solvers::Eigen;
use faer::{Mat, MatRef, c64};

use super::super::array::{Array, Lengths};
use super::super::complex::ComplexNumber;
use super::super::element::{Cast, Element};
use super::super::like::ArrayLike;
use super::super::promote::{Promote, WeakComplex};
use super::decompositions::{Out, Solvable, Stack, linalg_error};
use crate::either::Either;
use crate::exception::Fallible;

/// The complex numbers of the size of what comes out for elements of a type.
type Complex<A> = <Out<A> as Promote<WeakComplex>>::Output;

/// `numpy.linalg.eigvals(a)`: the eigenvalues of each matrix.
///
/// # Errors
/// `LinAlgError` for matrices that are not square, or hold infinities or NaN.
#[expect(clippy::type_complexity, reason = "either of two arrays")]
pub fn eigvals<A>(a: &A) -> Fallible<Either<Array<Out<A>>, Array<Complex<A>>>>
where
    A: ArrayLike<Element: Solvable>,
    Out<A>: Promote<WeakComplex>,
    ComplexNumber<f64>: Cast<Complex<A>>,
{
    let stack = finite(a)?;
    let mut values = Vec::new();
    for matrix in stack.matrices() {
        values.extend(decomposed(matrix)?.S().column_vector().iter().copied());
    }
    let shape = shape_of(&stack, &[stack.rows]);
    Ok(match are_real(&values) {
        true => Either::Left(reals(&values, &shape)),
        false => Either::Right(complexes(&values, &shape)),
    })
}

/// The eigenvalues and the eigenvectors, as columns, of matrices of a dtype.
type Pair<T> = (Array<T>, Array<T>);

/// `numpy.linalg.eig(a)`: the eigenvalues of each matrix, and their vectors as columns.
///
/// # Errors
/// As for [`eigvals`].
#[expect(clippy::type_complexity, reason = "either of two pairs of arrays")]
pub fn eig<A>(a: &A) -> Fallible<Either<Pair<Out<A>>, Pair<Complex<A>>>>
where
    A: ArrayLike<Element: Solvable>,
    Out<A>: Promote<WeakComplex>,
    ComplexNumber<f64>: Cast<Complex<A>>,
{
    let stack = finite(a)?;
    let (mut values, mut vectors) = (Vec::new(), Vec::new());
    for matrix in stack.matrices() {
        let found = decomposed(matrix)?;
        values.extend(found.S().column_vector().iter().copied());
        let columns = scaled(found.U());
        vectors.extend((0..stack.rows).flat_map(|row| columns.row(row).iter().copied().collect::<Vec<_>>()));
    }
    let (flat, square) = (shape_of(&stack, &[stack.rows]), shape_of(&stack, &[stack.rows, stack.rows]));
    Ok(match are_real(&values) {
        true => Either::Left((reals(&values, &flat), reals(&vectors, &square))),
        false => Either::Right((complexes(&values, &flat), complexes(&vectors, &square))),
    })
}

/// The matrices, which are square and have finite elements.
fn finite<A: ArrayLike<Element: Solvable>>(a: &A) -> Fallible<Stack> {
    let stack = Stack::square(a)?;
    match stack.elements.iter().all(|element| element.is_finite()) {
        true => Ok(stack),
        false => Err(linalg_error("Array must not contain infs or NaNs")),
    }
}

fn decomposed(matrix: MatRef<'_, f64>) -> Fallible<Eigen<f64>> {
    Eigen::new_from_real(matrix).map_err(|_| linalg_error("Eigenvalues did not converge"))
}

/// The columns at the length 1, turned so that the greatest element of each is real.
fn scaled(vectors: MatRef<'_, c64>) -> Mat<c64> {
    let mut scaled = vectors.to_owned();
    for column in 0..scaled.ncols() {
        let elements: Vec<c64> = vectors.col(column).iter().copied().collect();
        let length = elements.iter().map(c64::norm_sqr).sum::<f64>().sqrt();
        let greatest = elements.iter().copied().reduce(|a, b| if b.norm_sqr() > a.norm_sqr() { b } else { a });
        let turn = match greatest {
            Some(greatest) if greatest.im != 0.0 => greatest.conj() / greatest.norm(),
            _ => c64::new(1.0, 0.0),
        };
        for (row, element) in elements.into_iter().enumerate() {
            let turned = element * turn / length;
            let is_greatest = Some(element) == greatest;
            scaled[(row, column)] = if is_greatest { c64::new(turned.re, 0.0) } else { turned };
        }
    }
    scaled
}

fn shape_of(stack: &Stack, inner: &[usize]) -> Lengths {
    stack.outer.iter().chain(inner).copied().collect()
}

fn are_real(values: &[c64]) -> bool {
    values.iter().all(|value| value.im == 0.0)
}

fn reals<T: Element>(values: &[c64], shape: &[usize]) -> Array<T> {
    Array::from_vec(values.iter().map(|value| T::from_f64(value.re)).collect(), shape)
}

fn complexes<T: Element>(values: &[c64], shape: &[usize]) -> Array<T>
where
    ComplexNumber<f64>: Cast<T>,
{
    Array::from_vec(values.iter().map(|value| ComplexNumber::<f64>::new(value.re, value.im).cast()).collect(), shape)
}
