//! What functions of matrices give: stacks of matrices keep their first axes.

use super::dtypes::{array_like, promote_dtypes};
use super::{Argument, Computed, DType, Dim, Outcome, Problem, like, shape_text};
use crate::diagnostics::Code;
use crate::types::Type;

/// The dtype that a matrix is worked on in: `float32` for itself, else `float64`.
fn dtype(argument: &Argument) -> Result<DType, Problem> {
    match array_like(&argument.ty)? {
        DType::Float32 => Ok(DType::Float32),
        other if other == DType::Float16 || other.is_complex() => {
            Err(Problem::new(Code::OperandTypes, format!("matrices of {} are not taken apart", other.name()))
                .help("convert them first: `.astype(np.float64)`"))
        }
        _ => Ok(DType::Float64),
    }
}

/// The axes before the last two, the rows and the columns.
fn matrix(argument: &Argument) -> Result<(Vec<Dim>, Dim, Dim), Problem> {
    let dims = like::dims(argument)?.ok_or_else(|| Problem::unknown_rank("linear algebra"))?;
    match dims.as_ref() {
        [outer @ .., rows, columns] => Ok((outer.to_vec(), rows.clone(), columns.clone())),
        other => Err(Problem::new(
            Code::ShapeMismatch,
            format!("{}-dimensional array given. Array must be at least two-dimensional", other.len()),
        )),
    }
}

fn square_matrix(argument: &Argument) -> Result<(Vec<Dim>, Dim), Problem> {
    let (outer, rows, columns) = matrix(argument)?;
    match (&rows, &columns) {
        (Dim::Known(a), Dim::Known(b)) if a != b => Err(Problem::new(
            Code::ShapeMismatch,
            format!("Last 2 dimensions of the array must be square, not {}", shape_text(&[rows, columns])),
        )),
        (Dim::Known(_), _) => Ok((outer, rows)),
        _ => Ok((outer, columns)),
    }
}

fn dims(outer: Vec<Dim>, inner: impl IntoIterator<Item = Dim>) -> Outcome {
    Ok(Computed::Dims(Some(outer.into_iter().chain(inner).collect())))
}

fn least(rows: &Dim, columns: &Dim) -> Dim {
    match (rows, columns) {
        (Dim::Known(rows), Dim::Known(columns)) => Dim::Known(*rows.min(columns)),
        (rows, columns) if rows == columns => rows.clone(),
        _ => Dim::Any,
    }
}

/// `LinalgDType[a]`: the dtype that a matrix is worked on in.
pub fn linalg_dtype(arguments: &[Argument]) -> Outcome {
    dtype(&arguments[0]).map(Computed::DType)
}

/// `ComplexLinalgDType[a]`: the complex numbers of that size.
pub fn complex_linalg_dtype(arguments: &[Argument]) -> Outcome {
    Ok(Computed::DType(match dtype(&arguments[0])? {
        DType::Float32 => DType::Complex64,
        _ => DType::Complex128,
    }))
}

/// `SquareMatrices[a]`: as `a`, whose matrices are square.
pub fn square(arguments: &[Argument]) -> Outcome {
    let (outer, size) = square_matrix(&arguments[0])?;
    dims(outer, [size.clone(), size])
}

/// `Determinant[a]`: a scalar, of one square matrix; fits no stack.
pub fn determinant(arguments: &[Argument]) -> Outcome {
    let dtype = dtype(&arguments[0])?;
    match square_matrix(&arguments[0])?.0.is_empty() {
        true => Ok(Computed::Type(Type::Scalar(dtype))),
        false => Err(Problem::DoesNotFit),
    }
}

/// `Determinants[a]`: one for each matrix of a stack.
pub fn determinants(arguments: &[Argument]) -> Outcome {
    dims(square_matrix(&arguments[0])?.0, [])
}

/// `MatrixScalar[a]`: a scalar, of one matrix.
pub fn matrix_scalar(arguments: &[Argument]) -> Outcome {
    let dtype = dtype(&arguments[0])?;
    match matrix(&arguments[0])?.0.is_empty() {
        true => Ok(Computed::Type(Type::Scalar(dtype))),
        false => Err(Problem::new(Code::UnsupportedExpression, "this function of a stack of matrices")
            .help("call it for each matrix")),
    }
}

/// `RankOf[a]`: a number, of one matrix.
pub fn rank(arguments: &[Argument]) -> Outcome {
    matrix_scalar(arguments).map(|_| Computed::Type(Type::Scalar(DType::Int64)))
}

/// `SolutionDType[a, b]`: the common dtype of two that are worked on.
pub fn solution_dtype(arguments: &[Argument]) -> Outcome {
    Ok(Computed::DType(promote_dtypes(dtype(&arguments[0])?, dtype(&arguments[1])?)))
}

/// `Solution[a, b]`: `x` of `a @ x == b`; a vector `b` is one column.
pub fn solution(arguments: &[Argument]) -> Outcome {
    let (outer, size) = square_matrix(&arguments[0])?;
    let right = like::dims(&arguments[1])?.ok_or_else(|| Problem::unknown_rank("linear algebra"))?;
    let rows = if right.len() == 1 { &right[0] } else { &right[right.len().saturating_sub(2)] };
    if let (Dim::Known(size), Dim::Known(rows)) = (&size, rows)
        && size != rows
    {
        return Err(Problem::new(
            Code::ShapeMismatch,
            format!("solve: the matrix has {size} rows, and the right side {rows}"),
        ));
    }
    match right.as_ref() {
        [_] => dims(outer, [size]),
        [other @ .., _, columns] => {
            let outer = super::broadcast::broadcast_two(Some(outer.into()), Some(other.into()))?.unwrap_or_default();
            dims(outer.to_vec(), [size, columns.clone()])
        }
        [] => Err(Problem::new(Code::ShapeMismatch, "solve: the right side has no axes")),
    }
}

/// `LeastSquares[a, b]`: a column of `x` for each of `b`.
pub fn least_squares(arguments: &[Argument]) -> Outcome {
    let (outer, _, columns) = matrix(&arguments[0])?;
    let right = like::dims(&arguments[1])?.ok_or_else(|| Problem::unknown_rank("linear algebra"))?;
    match (outer.is_empty(), right.as_ref()) {
        (true, [_]) => dims(outer, [columns]),
        (true, [_, width]) => dims(outer, [columns, width.clone()]),
        _ => Err(Problem::new(Code::ShapeMismatch, "lstsq takes a matrix, and a vector or a matrix")),
    }
}

/// `EigenValues[a]`: as many as a square matrix has rows.
pub fn eigen_values(arguments: &[Argument]) -> Outcome {
    let (outer, size) = square_matrix(&arguments[0])?;
    dims(outer, [size])
}

/// `SingularValues[a]`: as many as a matrix has rows or columns, of which there are fewer.
pub fn singular_values(arguments: &[Argument]) -> Outcome {
    let (outer, rows, columns) = matrix(&arguments[0])?;
    dims(outer, [least(&rows, &columns)])
}

fn full(argument: &Argument) -> Result<bool, Problem> {
    match argument.constant {
        Some(crate::ir::Constant::Bool(full)) => Ok(full),
        _ => Err(Problem::new(
            Code::ConstantRequired,
            "`full_matrices` decides the shape of the result and must be a constant",
        )),
    }
}

/// `LeftVectors[a, full]`: the left singular vectors as columns.
pub fn left_vectors(arguments: &[Argument]) -> Outcome {
    let (outer, rows, columns) = matrix(&arguments[0])?;
    let width = if full(&arguments[1])? { rows.clone() } else { least(&rows, &columns) };
    dims(outer, [rows, width])
}

/// `RightVectors[a, full]`: the right singular vectors as rows.
pub fn right_vectors(arguments: &[Argument]) -> Outcome {
    let (outer, rows, columns) = matrix(&arguments[0])?;
    let height = if full(&arguments[1])? { columns.clone() } else { least(&rows, &columns) };
    dims(outer, [height, columns])
}

fn width(rows: &Dim, columns: &Dim, mode: &Argument) -> Dim {
    match &mode.constant {
        Some(crate::ir::Constant::Str(mode)) if &**mode == "reduced" => least(rows, columns),
        Some(crate::ir::Constant::Str(mode)) if &**mode == "complete" => rows.clone(),
        _ => Dim::Any,
    }
}

/// `Orthogonal[a, mode]`: the orthogonal factor.
pub fn orthogonal(arguments: &[Argument]) -> Outcome {
    let (outer, rows, columns) = matrix(&arguments[0])?;
    let width = width(&rows, &columns, &arguments[1]);
    dims(outer, [rows, width])
}

/// `UpperTriangle[a, mode]`: the triangular factor.
pub fn upper_triangle(arguments: &[Argument]) -> Outcome {
    let (outer, rows, columns) = matrix(&arguments[0])?;
    dims(outer, [width(&rows, &columns, &arguments[1]), columns])
}

/// `PseudoInverse[a]`: rows and columns exchanged.
pub fn pseudo_inverse(arguments: &[Argument]) -> Outcome {
    let (outer, rows, columns) = matrix(&arguments[0])?;
    dims(outer, [columns, rows])
}
