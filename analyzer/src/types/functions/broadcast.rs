//! The dims of elementwise operations and of matrix products.

use std::sync::Arc;

use super::dtypes::{array_like, promote};
use super::{Argument, Computed, DType, Dim, Dims, Outcome, Problem, like, shape_text};
use crate::diagnostics::Code;
use crate::types::{ArrayType, Type};

/// `Elementwise[dtype, a, b, …]`: an array of the dtype where one of the operands is an array, else a scalar.
pub fn elementwise(arguments: &[Argument]) -> Outcome {
    let (dtype, operands) = dtype_and_rest(arguments)?;
    if !operands.iter().any(|operand| matches!(operand.ty, Type::Array(_))) {
        return Ok(Computed::Type(Type::Scalar(dtype)));
    }
    let dims = broadcast_all(operands)?;
    if dims.as_deref().is_some_and(|dims| dims.is_empty()) {
        return Err(Problem::new(Code::UnsupportedExpression, "numpy turns an array without axes into a scalar here")
            .help("take the scalar out of the array first: `array[()]`"));
    }
    Ok(Computed::Type(Type::Array(ArrayType { dtype, dims })))
}

/// `NoAxes[dtype, a, b, …]`: an array without axes, where none of the operands is an array.
pub fn no_axes(arguments: &[Argument]) -> Outcome {
    let (dtype, operands) = dtype_and_rest(arguments)?;
    if operands.iter().any(|operand| matches!(operand.ty, Type::Array(_))) {
        return Err(Problem::DoesNotFit);
    }
    Ok(Computed::Type(Type::Array(ArrayType::new(dtype, []))))
}

/// `Broadcast[a, b, …]`: the dims of the operands stretched to one another.
pub fn broadcast(arguments: &[Argument]) -> Outcome {
    broadcast_all(arguments).map(Computed::Dims)
}

/// `InPlace[self, dtype, other]`: the type of the receiver, if the operand's values may be stored in it.
pub fn in_place(arguments: &[Argument]) -> Outcome {
    let [receiver, result, other] = arguments else { return Err(Problem::DoesNotFit) };
    let (Type::Array(array), Type::DType(dtype)) = (&receiver.ty, &result.ty) else { return Err(Problem::DoesNotFit) };
    if kind(*dtype) > kind(array.dtype) {
        let (from, to) = (dtype.name(), array.dtype.name());
        return Err(Problem::new(
            Code::OperandTypes,
            format!("Cannot cast ufunc output from dtype('{from}') to dtype('{to}') with casting rule 'same_kind'"),
        )
        .help("assign the result to a name instead of changing the array"));
    }
    let target = array.dims.clone();
    let dims = broadcast_two(target.clone(), like::dims(other)?)?;
    match (&target, &dims) {
        (Some(target), Some(dims)) if target.len() < dims.len() => Err(Problem::new(
            Code::ShapeMismatch,
            format!(
                "non-broadcastable output operand with shape {} doesn't match the broadcast shape {}",
                shape_text(target),
                shape_text(dims)
            ),
        )),
        _ => Ok(Computed::Type(receiver.ty.clone())),
    }
}

/// The order of numpy's kinds for the casting rule `same_kind`.
fn kind(dtype: DType) -> u8 {
    match dtype {
        DType::Bool => 0,
        DType::UInt8 | DType::UInt16 | DType::UInt32 | DType::UInt64 => 1,
        DType::Int8 | DType::Int16 | DType::Int32 | DType::Int64 => 2,
        DType::Float16 | DType::Float32 | DType::Float64 => 3,
        DType::Complex64 | DType::Complex128 => 4,
    }
}

/// `Matmul[a, b]`: the array that `a @ b` gives.
pub fn matmul(arguments: &[Argument]) -> Outcome {
    let dtype = product_dtype(arguments)?;
    match matmul_dims(&arguments[0], &arguments[1])? {
        dims if dims.is_empty() => Err(Problem::DoesNotFit),
        dims => Ok(Computed::Type(Type::Array(ArrayType::new(dtype, dims)))),
    }
}

/// `Dot[a, b]`: the array that `a.dot(b)` gives, where it is the matrix product.
pub fn dot(arguments: &[Argument]) -> Outcome {
    let rank = |argument: &Argument| Ok(like::dims(argument)?.map(|dims| dims.len()));
    match (rank(&arguments[0])?, rank(&arguments[1])?) {
        (Some(1..), Some(1 | 2)) => matmul(arguments),
        (None, _) | (_, None) => Err(Problem::unknown_rank("`dot`")),
        _ => {
            Err(Problem::new(Code::UnsupportedExpression, "`dot` of a scalar, or with an array of more than two axes")
                .help("use `*` or `@`"))
        }
    }
}

/// `MatmulScalar[a, b]`: the scalar that `a @ b` gives for two vectors; fits no other operands.
pub fn matmul_scalar(arguments: &[Argument]) -> Outcome {
    let dtype = product_dtype(arguments)?;
    match matmul_dims(&arguments[0], &arguments[1])? {
        dims if dims.is_empty() => Ok(Computed::Type(Type::Scalar(dtype))),
        _ => Err(Problem::DoesNotFit),
    }
}

fn product_dtype(arguments: &[Argument]) -> Result<DType, Problem> {
    match promote(arguments)? {
        Computed::DType(dtype) => Ok(dtype),
        _ => Err(Problem::DoesNotFit),
    }
}

/// The dims of `a @ b`: the last two axes are matrices, those before them broadcast; a vector is a row on the left and a
/// column on the right, whose axis is then dropped.
pub fn matmul_dims(a: &Argument, b: &Argument) -> Result<Vec<Dim>, Problem> {
    let (Some(a), Some(b)) = (like::dims(a)?, like::dims(b)?) else {
        return Err(Problem::unknown_rank("the matrix product"));
    };
    if a.is_empty() || b.is_empty() {
        return Err(Problem::new(
            Code::ShapeMismatch,
            "matmul: Input operand does not have enough dimensions (has 0, gufunc core with signature \
             (n?,k),(k,m?)->(n?,m?) requires 1)",
        ));
    }
    let inner_a = &a[a.len() - 1];
    let inner_b = &b[b.len().saturating_sub(2)];
    if let (Dim::Known(x), Dim::Known(y)) = (inner_a, inner_b)
        && x != y
    {
        return Err(Problem::new(
            Code::ShapeMismatch,
            format!(
                "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature \
                 (n?,k),(k,m?)->(n?,m?) (size {y} is different from {x})"
            ),
        ));
    }
    let stack = |dims: &[Dim]| -> Dims { Some(dims[..dims.len().saturating_sub(2)].into()) };
    let mut dims = broadcast_two(stack(&a), stack(&b))?.map(|dims| dims.to_vec()).unwrap_or_default();
    if a.len() > 1 {
        dims.push(a[a.len() - 2].clone());
    }
    if b.len() > 1 {
        dims.push(b[b.len() - 1].clone());
    }
    Ok(dims)
}

/// The first argument as a dtype, and the others.
pub fn dtype_and_rest(arguments: &[Argument]) -> Result<(DType, &[Argument]), Problem> {
    let (first, rest) = arguments.split_first().ok_or(Problem::DoesNotFit)?;
    Ok((array_like(&first.ty)?, rest))
}

fn broadcast_all(operands: &[Argument]) -> Result<Dims, Problem> {
    operands.iter().try_fold(Some(Arc::from([])), |dims, operand| broadcast_two(dims, like::dims(operand)?))
}

/// The dims of two operands stretched to one another; unknown where one has an unknown number of axes.
pub fn broadcast_two(a: Dims, b: Dims) -> Result<Dims, Problem> {
    let (Some(a), Some(b)) = (a, b) else { return Ok(None) };
    let rank = a.len().max(b.len());
    let at = |dims: &[Dim], axis: usize| match (axis + dims.len()).checked_sub(rank) {
        Some(axis) => dims[axis].clone(),
        None => Dim::Known(1),
    };
    let dims = (0..rank).map(|axis| broadcast_dim(at(&a, axis), at(&b, axis))).collect::<Option<Arc<[Dim]>>>();
    dims.map(Some).ok_or_else(|| {
        Problem::new(
            Code::ShapeMismatch,
            format!("operands could not be broadcast together with shapes {} {}", shape_text(&a), shape_text(&b)),
        )
    })
}

/// The length of an axis of two operands stretched to one another; `None` where that cannot be.
fn broadcast_dim(a: Dim, b: Dim) -> Option<Dim> {
    match (a, b) {
        (a, b) if a == b => Some(a),
        (Dim::Known(1), other) | (other, Dim::Known(1)) => Some(other),
        (Dim::Known(_), Dim::Known(_)) => None,
        // The other is one or the same.
        (known @ Dim::Known(_), _) | (_, known @ Dim::Known(_)) => Some(known),
        _ => Some(Dim::Any),
    }
}
