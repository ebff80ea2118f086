//! Matrices taken apart: `numpy.linalg` on the `faer` crate. Stacks of matrices are worked on one by one, in `float64`.

use faer::linalg::solvers::{DenseSolveCore, Solve};
use faer::{Mat, MatRef, Side};

use super::super::arithmetic::Real;
use super::super::array::{Array, Lengths};
use super::super::element::{Cast, Element};
use super::super::like::{ArrayLike, new_array};
use super::super::promote::{Promote, Quotient};
use super::super::scalar::Scalar;
use super::super::shape::broadcast;
use super::super::walk::Layout;
use crate::exception::{Exception, Fallible, Raised, value_error};
use crate::str::Str;

/// An element that matrices of floats are made of.
pub trait Solvable: Quotient<Output: Real> + Cast<f64> {}
impl<T: Quotient<Output: Real> + Cast<f64>> Solvable for T {}

/// What comes out for elements of a type.
pub(super) type Out<A> = <<A as ArrayLike>::Element as Quotient>::Output;

#[cold]
pub(super) fn linalg_error(message: impl Into<String>) -> Raised {
    Exception::new("numpy.linalg.LinAlgError", message.into())
}

/// Matrices, one after the other, all of one shape.
pub(super) struct Stack {
    pub elements: Vec<f64>,
    /// The axes before the last two.
    pub outer: Lengths,
    pub rows: usize,
    columns: usize,
}

impl Stack {
    fn of<A: ArrayLike<Element: Cast<f64>>>(a: &A) -> Fallible<Self> {
        let array: Array<f64> = new_array(a)?;
        let &[ref outer @ .., rows, columns] = array.shape() else {
            return Err(linalg_error(format!(
                "{}-dimensional array given. Array must be at least two-dimensional",
                array.rank()
            )));
        };
        Ok(Self { elements: array.to_vec(), outer: outer.into(), rows, columns })
    }

    pub fn square<A: ArrayLike<Element: Cast<f64>>>(a: &A) -> Fallible<Self> {
        let stack = Self::of(a)?;
        if stack.rows != stack.columns {
            return Err(linalg_error("Last 2 dimensions of the array must be square"));
        }
        Ok(stack)
    }

    fn count(&self) -> usize {
        self.outer.iter().product()
    }

    fn matrix(&self, place: usize) -> MatRef<'_, f64> {
        let size = self.rows * self.columns;
        MatRef::from_row_major_slice(&self.elements[place * size..(place + 1) * size], self.rows, self.columns)
    }

    pub fn matrices(&self) -> impl Iterator<Item = MatRef<'_, f64>> {
        (0..self.count()).map(|place| self.matrix(place))
    }

    /// An array with these elements for the matrices, of that shape each.
    fn array<T: Element>(&self, elements: &[f64], inner: &[usize]) -> Array<T> {
        let shape: Lengths = self.outer.iter().chain(inner).copied().collect();
        Array::from_vec(elements.iter().map(|&element| T::from_f64(element)).collect(), &shape)
    }
}

fn push(elements: &mut Vec<f64>, matrix: MatRef<'_, f64>) {
    for row in 0..matrix.nrows() {
        elements.extend((0..matrix.ncols()).map(|column| matrix[(row, column)]));
    }
}

/// `numpy.linalg.inv(a)`.
///
/// # Errors
/// `LinAlgError` for a matrix that has no inverse, or is not square.
pub fn inv<A: ArrayLike<Element: Solvable>>(a: &A) -> Fallible<Array<Out<A>>> {
    let stack = Stack::square(a)?;
    let mut elements = Vec::with_capacity(stack.elements.len());
    for matrix in stack.matrices() {
        push(&mut elements, factored(matrix)?.inverse().as_ref());
    }
    Ok(stack.array(&elements, &[stack.rows, stack.columns]))
}

/// The factors of a matrix that has an inverse.
fn factored(matrix: MatRef<'_, f64>) -> Fallible<faer::linalg::solvers::PartialPivLu<f64>> {
    let factors = matrix.partial_piv_lu();
    let upper = factors.U();
    if (0..matrix.nrows()).any(|place| upper[(place, place)] == 0.0) {
        return Err(linalg_error("Singular matrix"));
    }
    Ok(factors)
}

/// The sign of the determinant, and the logarithm of its size.
fn determinant(matrix: MatRef<'_, f64>) -> (f64, f64, f64) {
    let size = matrix.nrows();
    if size == 0 {
        return (1.0, 0.0, 1.0);
    }
    let factors = matrix.partial_piv_lu();
    let upper = factors.U();
    let diagonal = || (0..size).map(|place| upper[(place, place)]);
    // A permutation of `n` places with `c` cycles is made of `n - c` exchanges.
    let (forward, _) = factors.P().arrays();
    let mut seen = vec![false; size];
    let mut exchanges = size;
    for start in 0..size {
        if !seen[start] {
            exchanges -= 1;
            let mut place = start;
            while !std::mem::replace(&mut seen[place], true) {
                place = forward[place];
            }
        }
    }
    let parity = if exchanges % 2 == 0 { 1.0 } else { -1.0 };
    let product = diagonal().fold(parity, |product: f64, element| product * element);
    let sign = diagonal().fold(parity, |sign: f64, element| if element == 0.0 { 0.0 } else { sign * element.signum() });
    let logarithm = if sign == 0.0 { f64::NEG_INFINITY } else { diagonal().map(|element| element.abs().ln()).sum() };
    (sign, logarithm, product)
}

/// `numpy.linalg.det(a)` of a stack of matrices.
///
/// # Errors
/// `LinAlgError` for matrices that are not square.
pub fn det<A: ArrayLike<Element: Solvable>>(a: &A) -> Fallible<Array<Out<A>>> {
    let stack = Stack::square(a)?;
    let elements: Vec<f64> = stack.matrices().map(|matrix| determinant(matrix).2).collect();
    Ok(stack.array(&elements, &[]))
}

/// `numpy.linalg.det(a)` of a matrix.
///
/// # Errors
/// As for [`det`].
pub fn det_scalar<A: ArrayLike<Element: Solvable>>(a: &A) -> Fallible<Scalar<Out<A>>> {
    det(a)?.only().map(Scalar)
}

/// `numpy.linalg.slogdet(a)` of a matrix: the sign of the determinant, and the logarithm of its size.
///
/// # Errors
/// As for [`det`].
pub fn slogdet<A: ArrayLike<Element: Solvable>>(a: &A) -> Fallible<(Scalar<Out<A>>, Scalar<Out<A>>)> {
    let stack = Stack::square(a)?;
    let (sign, logarithm, _) = determinant(stack.matrix(0));
    Ok((Scalar(Out::<A>::from_f64(sign)), Scalar(Out::<A>::from_f64(logarithm))))
}

/// The dtype of the solution of two array-likes.
type Solution<A, B> = <Out<A> as Promote<Out<B>>>::Output;

/// `numpy.linalg.solve(a, b)`: the `x` for which `a @ x` is `b`. A vector `b` is one column.
///
/// # Errors
/// `LinAlgError` for a matrix that has no inverse, or is not square; `ValueError` where the shapes do not fit.
pub fn solve<A: ArrayLike<Element: Solvable>, B: ArrayLike<Element: Solvable>>(
    a: &A,
    b: &B,
) -> Fallible<Array<Solution<A, B>>>
where
    Out<A>: Promote<Out<B>>,
{
    let left = Stack::square(a)?;
    let right: Array<f64> = new_array(b)?;
    let is_vector = right.rank() == 1;
    let right = if is_vector { super::super::reshape(&right, &(-1, 1))? } else { right };
    let right = Stack::of(&right)?;
    if left.rows != right.rows {
        let (signature, dim) = if is_vector { ("(m,m),(m)->(m)", 0) } else { ("(m,m),(m,n)->(m,n)", 0) };
        return Err(value_error(format!(
            "{}: Input operand 1 has a mismatch in its core dimension {dim}, with gufunc signature {signature} (size {} is \
             different from {})",
            if is_vector { "solve1" } else { "solve" },
            right.rows,
            left.rows
        )));
    }
    let axes = |outer: &[usize]| -> super::super::Strides { super::super::array::c_strides(outer) };
    let (left_strides, right_strides) = (axes(&left.outer), axes(&right.outer));
    let layouts = [
        Layout { shape: &left.outer, strides: &left_strides },
        Layout { shape: &right.outer, strides: &right_strides },
    ];
    let outer = broadcast(&layouts)?;
    let places = super::super::walk::collect(&outer, layouts, |[a, b]| (a as usize, b as usize));
    let mut elements = Vec::new();
    for (a, b) in places {
        push(&mut elements, factored(left.matrix(a))?.solve(right.matrix(b)).as_ref());
    }
    let mut shape = outer;
    shape.push(left.rows);
    if !is_vector {
        shape.push(right.columns);
    }
    Ok(Array::from_vec(elements.into_iter().map(Element::from_f64).collect(), &shape))
}

/// `numpy.linalg.cholesky(a)`: the lower triangle of which `a` is the product with its transpose.
///
/// # Errors
/// `LinAlgError` for a matrix that is not positive definite.
pub fn cholesky<A: ArrayLike<Element: Solvable>>(a: &A) -> Fallible<Array<Out<A>>> {
    let stack = Stack::square(a)?;
    let mut elements = Vec::with_capacity(stack.elements.len());
    for matrix in stack.matrices() {
        let factors = matrix.llt(Side::Lower).map_err(|_| linalg_error("Matrix is not positive definite"))?;
        let lower = factors.L();
        for row in 0..stack.rows {
            elements.extend((0..stack.rows).map(|column| if column <= row { lower[(row, column)] } else { 0.0 }));
        }
    }
    Ok(stack.array(&elements, &[stack.rows, stack.columns]))
}

/// The values and vectors of a symmetric matrix, of which the lower triangle is read, the least value first.
fn symmetric(matrix: MatRef<'_, f64>, side: Side) -> Fallible<(Vec<f64>, Mat<f64>)> {
    let found = matrix.self_adjoint_eigen(side).map_err(|_| linalg_error("Eigenvalues did not converge"))?;
    let values = found.S().column_vector();
    Ok(((0..matrix.nrows()).map(|place| values[place]).collect(), found.U().to_owned()))
}

fn side_of(uplo: &Str) -> Fallible<Side> {
    match uplo.as_str() {
        "L" | "l" => Ok(Side::Lower),
        "U" | "u" => Ok(Side::Upper),
        _ => Err(value_error("UPLO argument must be 'L' or 'U'")),
    }
}

/// `numpy.linalg.eigh(a, UPLO)`: the eigenvalues of symmetric matrices, the least first, and their vectors as columns. The
/// signs of the vectors are open.
///
/// # Errors
/// `LinAlgError` for matrices that are not square.
pub fn eigh<A: ArrayLike<Element: Solvable>>(a: &A, uplo: &Str) -> Fallible<(Array<Out<A>>, Array<Out<A>>)> {
    let (stack, side) = (Stack::square(a)?, side_of(uplo)?);
    let (mut values, mut vectors) = (Vec::new(), Vec::new());
    for matrix in stack.matrices() {
        let (some, matrix) = symmetric(matrix, side)?;
        values.extend(some);
        push(&mut vectors, matrix.as_ref());
    }
    Ok((stack.array(&values, &[stack.rows]), stack.array(&vectors, &[stack.rows, stack.rows])))
}

/// `numpy.linalg.eigvalsh(a, UPLO)`: the eigenvalues of symmetric matrices, the least first.
///
/// # Errors
/// As for [`eigh`].
pub fn eigvalsh<A: ArrayLike<Element: Solvable>>(a: &A, uplo: &Str) -> Fallible<Array<Out<A>>> {
    Ok(eigh(a, uplo)?.0)
}

/// A matrix as the product of two orthogonal ones and a diagonal one.
struct Singular {
    left: Mat<f64>,
    values: Vec<f64>,
    /// Transposed: its columns are the vectors.
    right: Mat<f64>,
}

impl Singular {
    fn of(matrix: MatRef<'_, f64>, full: bool) -> Fallible<Self> {
        let svd = if full { matrix.svd() } else { matrix.thin_svd() };
        let svd = svd.map_err(|_| linalg_error("SVD did not converge"))?;
        let values = svd.S().column_vector();
        let values = (0..matrix.nrows().min(matrix.ncols())).map(|place| values[place]).collect();
        Ok(Self { left: svd.U().to_owned(), values, right: svd.V().to_owned() })
    }
}

/// `numpy.linalg.svd(a, full_matrices)`: the left vectors as columns, the singular values, the greatest first, and the
/// right vectors as rows. The signs of the vectors are open.
///
/// # Errors
/// `LinAlgError` where the values do not converge.
pub fn svd<A: ArrayLike<Element: Solvable>>(
    a: &A,
    full_matrices: bool,
    _compute_uv: bool,
) -> Fallible<(Array<Out<A>>, Array<Out<A>>, Array<Out<A>>)> {
    let stack = Stack::of(a)?;
    let least = stack.rows.min(stack.columns);
    let (mut left, mut values, mut right) = (Vec::new(), Vec::new(), Vec::new());
    for matrix in stack.matrices() {
        let singular = Singular::of(matrix, full_matrices)?;
        push(&mut left, singular.left.as_ref());
        values.extend(singular.values);
        push(&mut right, singular.right.transpose());
    }
    let (height, width) = if full_matrices { (stack.rows, stack.columns) } else { (least, least) };
    Ok((
        stack.array(&left, &[stack.rows, height]),
        stack.array(&values, &[least]),
        stack.array(&right, &[width, stack.columns]),
    ))
}

/// `numpy.linalg.svd(a, compute_uv=False)` and `numpy.linalg.svdvals(a)`: the singular values, the greatest first.
///
/// # Errors
/// As for [`svd`].
pub fn svdvals<A: ArrayLike<Element: Solvable>>(a: &A) -> Fallible<Array<Out<A>>> {
    let stack = Stack::of(a)?;
    let mut values = Vec::new();
    for matrix in stack.matrices() {
        values.extend(Singular::of(matrix, false)?.values);
    }
    Ok(stack.array(&values, &[stack.rows.min(stack.columns)]))
}

/// `numpy.linalg.svd(a, compute_uv=False)`.
///
/// # Errors
/// As for [`svd`].
pub fn svd_values<A: ArrayLike<Element: Solvable>>(
    a: &A,
    _full_matrices: bool,
    _compute_uv: bool,
) -> Fallible<Array<Out<A>>> {
    svdvals(a)
}

/// Householder reflections as LAPACK's `dgeqrf` makes them, so that the signs are its.
struct Reflected {
    /// Above and on the diagonal the triangle; below it the reflections.
    packed: Vec<f64>,
    scales: Vec<f64>,
    rows: usize,
    columns: usize,
}

impl Reflected {
    fn of(matrix: MatRef<'_, f64>) -> Self {
        let (rows, columns) = (matrix.nrows(), matrix.ncols());
        let mut packed = Vec::with_capacity(rows * columns);
        push(&mut packed, matrix);
        let mut reflected = Self { packed, scales: Vec::new(), rows, columns };
        (0..rows.min(columns)).for_each(|step| reflected.reflect(step));
        reflected
    }

    fn at(&mut self, row: usize, column: usize) -> &mut f64 {
        &mut self.packed[row * self.columns + column]
    }

    fn reflect(&mut self, step: usize) {
        let (rows, columns) = (self.rows, self.columns);
        let tail = (step + 1..rows).fold(0.0f64, |size, row| size.hypot(*self.at(row, step)));
        let first = *self.at(step, step);
        if tail == 0.0 {
            self.scales.push(0.0);
            return;
        }
        let norm = -first.hypot(tail).copysign(first);
        let scale = (norm - first) / norm;
        for row in step + 1..rows {
            *self.at(row, step) /= first - norm;
        }
        for column in step + 1..columns {
            let mut product = *self.at(step, column);
            for row in step + 1..rows {
                product += *self.at(row, step) * *self.at(row, column);
            }
            *self.at(step, column) -= scale * product;
            for row in step + 1..rows {
                let part = scale * product * *self.at(row, step);
                *self.at(row, column) -= part;
            }
        }
        *self.at(step, step) = norm;
        self.scales.push(scale);
    }

    /// The orthogonal factor's first columns.
    fn orthogonal(&mut self, width: usize) -> Vec<f64> {
        let rows = self.rows;
        let mut q = vec![0.0; rows * width];
        (0..rows.min(width)).for_each(|place| q[place * width + place] = 1.0);
        for step in (0..self.scales.len()).rev() {
            let scale = self.scales[step];
            for column in 0..width {
                let mut product = q[step * width + column];
                for row in step + 1..rows {
                    product += *self.at(row, step) * q[row * width + column];
                }
                q[step * width + column] -= scale * product;
                for row in step + 1..rows {
                    q[row * width + column] -= scale * product * *self.at(row, step);
                }
            }
        }
        q
    }
}

/// `numpy.linalg.qr(a, mode)`: an orthogonal matrix and an upper triangle of which `a` is the product.
///
/// # Errors
/// `ValueError` for another mode than "reduced" and "complete".
pub fn qr<A: ArrayLike<Element: Solvable>>(a: &A, mode: &Str) -> Fallible<(Array<Out<A>>, Array<Out<A>>)> {
    let stack = Stack::of(a)?;
    let width = match mode.as_str() {
        "reduced" => stack.rows.min(stack.columns),
        "complete" => stack.rows,
        other => return Err(value_error(format!("Unrecognized mode '{other}'"))),
    };
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for matrix in stack.matrices() {
        let mut reflected = Reflected::of(matrix);
        left.extend(reflected.orthogonal(width));
        for row in 0..width {
            right.extend(
                (0..stack.columns)
                    .map(|column| if column >= row && row < stack.rows { *reflected.at(row, column) } else { 0.0 }),
            );
        }
    }
    Ok((stack.array(&left, &[stack.rows, width]), stack.array(&right, &[width, stack.columns])))
}

/// The machine epsilon of the dtype that comes out.
fn epsilon<T: Element>() -> f64 {
    if T::TYPE == super::super::ElementType::Float32 { f64::from(f32::EPSILON) } else { f64::EPSILON }
}

/// `numpy.linalg.pinv(a, rcond)`: the pseudo-inverse.
///
/// # Errors
/// As for [`svd`].
pub fn pinv<A: ArrayLike<Element: Solvable>>(a: &A, rcond: Option<f64>) -> Fallible<Array<Out<A>>> {
    let stack = Stack::of(a)?;
    let share = rcond.unwrap_or(stack.rows.max(stack.columns) as f64 * epsilon::<Out<A>>());
    let mut elements = Vec::new();
    for matrix in stack.matrices() {
        let Singular { left, values, right } = Singular::of(matrix, false)?;
        let cutoff = share * values.first().copied().unwrap_or(0.0);
        for row in 0..stack.columns {
            for column in 0..stack.rows {
                let terms = values.iter().enumerate().filter(|(_, value)| **value > cutoff);
                elements.push(terms.map(|(place, value)| right[(row, place)] / value * left[(column, place)]).sum());
            }
        }
    }
    Ok(stack.array(&elements, &[stack.columns, stack.rows]))
}

/// `numpy.linalg.matrix_rank(A, tol)` of a matrix: the number of singular values above a tolerance.
///
/// # Errors
/// As for [`svd`].
pub fn matrix_rank<A: ArrayLike<Element: Solvable>>(a: &A, tol: Option<f64>) -> Fallible<Scalar<i64>> {
    let stack = Stack::of(a)?;
    let values = Singular::of(stack.matrix(0), false)?.values;
    let largest = values.first().copied().unwrap_or(0.0);
    let tolerance = tol.unwrap_or(largest * stack.rows.max(stack.columns) as f64 * epsilon::<Out<A>>());
    Ok(Scalar(values.iter().filter(|value| **value > tolerance).count() as i64))
}

/// `numpy.linalg.cond(x)` of a matrix: its greatest singular value over the least.
///
/// # Errors
/// `LinAlgError` for an empty matrix.
pub fn cond<A: ArrayLike<Element: Solvable>>(x: &A) -> Fallible<Scalar<Out<A>>> {
    let stack = Stack::of(x)?;
    let values = if stack.elements.is_empty() { Vec::new() } else { Singular::of(stack.matrix(0), false)?.values };
    let (Some(first), Some(last)) = (values.first(), values.last()) else {
        return Err(linalg_error("cond is not defined on empty arrays"));
    };
    Ok(Scalar(Out::<A>::from_f64(first / last)))
}

/// `numpy.linalg.lstsq(a, b)` of a matrix and a vector or matrix: the least squares, the residuals, the rank and the
/// singular values.
///
/// # Errors
/// `LinAlgError` where the numbers of rows differ.
#[allow(clippy::type_complexity, reason = "what numpy gives")]
pub fn lstsq<A: ArrayLike<Element: Solvable>, B: ArrayLike<Element: Solvable>>(
    a: &A,
    b: &B,
    rcond: Option<f64>,
) -> Fallible<(Array<Solution<A, B>>, Array<Solution<A, B>>, Scalar<i32>, Array<Out<A>>)>
where
    Out<A>: Promote<Out<B>>,
{
    let left = Stack::of(a)?;
    let right: Array<f64> = new_array(b)?;
    let is_vector = right.rank() == 1;
    let right = if is_vector { super::super::reshape(&right, &(-1, 1))? } else { right };
    let right = Stack::of(&right)?;
    if left.rows != right.rows {
        return Err(linalg_error("Incompatible dimensions"));
    }
    let singular = Singular::of(left.matrix(0), false)?;
    let share = rcond.unwrap_or(left.rows.max(left.columns) as f64 * epsilon::<Solution<A, B>>());
    let cutoff = share * singular.values.first().copied().unwrap_or(0.0);
    let rank = singular.values.iter().filter(|value| **value > cutoff).count();
    let target = right.matrix(0);
    let mut solution = Mat::<f64>::zeros(left.columns, right.columns);
    for place in 0..rank {
        for column in 0..right.columns {
            let along: f64 = (0..left.rows).map(|row| singular.left[(row, place)] * target[(row, column)]).sum();
            for row in 0..left.columns {
                solution[(row, column)] += singular.right[(row, place)] * along / singular.values[place];
            }
        }
    }
    let residuals: Vec<f64> = if rank == left.columns && left.rows > left.columns {
        let rest = target - left.matrix(0) * &solution;
        (0..right.columns)
            .map(|column| (0..left.rows).map(|row| rest[(row, column)] * rest[(row, column)]).sum())
            .collect()
    } else {
        Vec::new()
    };
    let mut elements = Vec::new();
    push(&mut elements, solution.as_ref());
    let shape: &[usize] = if is_vector { &[left.columns] } else { &[left.columns, right.columns] };
    let convert = |elements: Vec<f64>| elements.into_iter().map(Element::from_f64).collect::<Vec<Solution<A, B>>>();
    Ok((
        Array::from_vec(convert(elements), shape),
        Array::from_elements(convert(residuals)),
        Scalar(rank as i32),
        Array::from_elements(singular.values.into_iter().map(Out::<A>::from_f64).collect()),
    ))
}

/// `numpy.linalg.matrix_power(a, n)`: a matrix times itself, `n` times; the inverse for a negative number.
///
/// # Errors
/// `LinAlgError` for a matrix that is not square, or has no inverse.
pub fn matrix_power<A: ArrayLike<Element: Solvable>>(a: &A, n: i64) -> Fallible<Array<Out<A>>> {
    let stack = Stack::square(a)?;
    let mut elements = Vec::with_capacity(stack.elements.len());
    for matrix in stack.matrices() {
        let mut base = if n < 0 { factored(matrix)?.inverse() } else { matrix.to_owned() };
        let mut result = Mat::<f64>::identity(stack.rows, stack.rows);
        let mut rest = n.unsigned_abs();
        while rest > 0 {
            if rest & 1 == 1 {
                result = &result * &base;
            }
            base = &base * &base;
            rest >>= 1;
        }
        push(&mut elements, result.as_ref());
    }
    Ok(stack.array(&elements, &[stack.rows, stack.columns]))
}

/// `numpy.linalg.norm(x, ord)` of a matrix, by the name of the norm: "fro" or "nuc".
///
/// # Errors
/// `ValueError` for another name.
pub fn norm_named<A: ArrayLike<Element: Solvable>>(x: &A, order: &Str) -> Fallible<Scalar<Out<A>>> {
    let stack = Stack::of(x).map_err(|_| value_error("Improper number of dimensions to norm."))?;
    let norm = match order.as_str() {
        "fro" => stack.elements.iter().map(|element| element * element).sum::<f64>().sqrt(),
        "nuc" => Singular::of(stack.matrix(0), false)?.values.iter().sum(),
        _ => return Err(value_error("Invalid norm order for matrices.")),
    };
    Ok(Scalar(Out::<A>::from_f64(norm)))
}

/// `numpy.linalg.norm(x, ord)` of a matrix: 1 and infinity by the sums of columns and rows, 2 by the singular values;
/// negative numbers take the least in the place of the greatest.
///
/// # Errors
/// `ValueError` for another number.
pub fn norm_of_matrix<A: ArrayLike<Element: Solvable>>(x: &A, order: f64) -> Fallible<Scalar<Out<A>>> {
    let stack = Stack::of(x).map_err(|_| value_error("Improper number of dimensions to norm."))?;
    let matrix = stack.matrix(0);
    let sizes: Vec<f64> = match order.abs() {
        1.0 => (0..stack.columns).map(|c| (0..stack.rows).map(|r| matrix[(r, c)].abs()).sum()).collect(),
        2.0 => Singular::of(matrix, false)?.values,
        f64::INFINITY => (0..stack.rows).map(|r| (0..stack.columns).map(|c| matrix[(r, c)].abs()).sum()).collect(),
        _ => return Err(value_error("Invalid norm order for matrices.")),
    };
    let best = |best: f64, size: f64| {
        if best.is_nan() || size.is_nan() {
            f64::NAN
        } else if order > 0.0 {
            best.max(size)
        } else {
            best.min(size)
        }
    };
    match sizes.into_iter().reduce(best) {
        Some(norm) => Ok(Scalar(Out::<A>::from_f64(norm))),
        None => Err(value_error("zero-size array to reduction operation maximum which has no identity")),
    }
}
