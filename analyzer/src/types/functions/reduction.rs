//! What remains of an array when some of its axes are reduced.

use super::broadcast::dtype_and_rest;
use super::{
    Argument, Computed, Dim, Dims, Outcome, Problem, axis_must_be_constant, constant_axis, like, normalize_axis,
};
use crate::diagnostics::Code;
use crate::ir::Constant;
use crate::types::{ArrayType, Type};

/// `ReducedScalar[dtype, array, axis]`: the scalar that remains where every axis is reduced; fits nothing else.
pub fn reduced_scalar(arguments: &[Argument]) -> Outcome {
    let (dtype, rest) = dtype_and_rest(arguments)?;
    let [array, axis] = rest else { return Err(Problem::DoesNotFit) };
    match reduce(like::dims(array)?, axis, false)? {
        Some(dims) if dims.is_empty() => Ok(Computed::Type(Type::Scalar(dtype))),
        _ => Err(Problem::DoesNotFit),
    }
}

/// `VectorScalar[dtype, array]`: a scalar, of an array with one axis.
pub fn vector_scalar(arguments: &[Argument]) -> Outcome {
    let (dtype, rest) = dtype_and_rest(arguments)?;
    match like::dims(&rest[0])? {
        Some(dims) if dims.len() == 1 => Ok(Computed::Type(Type::Scalar(dtype))),
        Some(_) => Err(Problem::DoesNotFit),
        None => Err(Problem::unknown_rank("a norm")),
    }
}

/// `Reduced[dtype, array, axis, keepdims]`: the array that remains.
pub fn reduced(arguments: &[Argument]) -> Outcome {
    let (dtype, rest) = dtype_and_rest(arguments)?;
    let [array, axis, keepdims] = rest else { return Err(Problem::DoesNotFit) };
    let keepdims = match keepdims.constant {
        Some(Constant::Bool(keep)) => keep,
        _ => {
            return Err(Problem::new(
                Code::ConstantRequired,
                "`keepdims` decides the shape of the result and must be a constant",
            ));
        }
    };
    let dims = reduce(like::dims(array)?, axis, keepdims)?;
    Ok(Computed::Type(Type::Array(ArrayType { dtype, dims })))
}

/// `AlongAxis[array, axis]`: the dims of what keeps the array's shape, or flattens it where `axis` is `None`.
pub fn along_axis(arguments: &[Argument]) -> Outcome {
    let dims = like::dims(&arguments[0])?;
    match (&arguments[1].ty, dims) {
        (Type::None, dims) => Ok(Computed::Dims(Some([flat(dims.as_deref())].into()))),
        (_, None) => Ok(Computed::Dims(None)),
        (_, Some(dims)) => {
            if let Some(axis) = arguments[1].int() {
                normalize_axis(axis, dims.len())?;
            }
            Ok(Computed::Dims(Some(dims)))
        }
    }
}

/// The number of elements as the length of one axis.
pub fn flat(dims: Option<&[Dim]>) -> Dim {
    match dims {
        Some([only]) => only.clone(),
        Some(dims) => {
            let lengths = dims.iter().map(|dim| if let Dim::Known(length) = dim { Some(*length) } else { None });
            lengths.product::<Option<u64>>().map_or(Dim::Any, Dim::Known)
        }
        None => Dim::Any,
    }
}

/// `NumberOf[dtype, x]`: a scalar, of a single number; fits nothing else.
pub fn number_of(arguments: &[Argument]) -> Outcome {
    let (dtype, rest) = dtype_and_rest(arguments)?;
    match rest[0].ty.widened() {
        Type::Bool | Type::Int | Type::Float | Type::Complex | Type::Scalar(_) => {
            Ok(Computed::Type(Type::Scalar(dtype)))
        }
        _ => Err(Problem::DoesNotFit),
    }
}

/// `ReducedAxis[dtype, array, axis]`: the array that remains without one axis.
pub fn reduced_axis(arguments: &[Argument]) -> Outcome {
    let (dtype, rest) = dtype_and_rest(arguments)?;
    let dims = reduce(like::dims(&rest[0])?, &rest[1], false)?;
    Ok(Computed::Type(Type::Array(ArrayType { dtype, dims })))
}

/// `Quantiles[array, q, axis, keepdims]`: the axes of `q`, then what remains of the array; of real numbers.
pub fn quantiles(arguments: &[Argument]) -> Outcome {
    super::dtypes::quantile(&arguments[..1])?;
    let dims = quantiles_axes(arguments)?;
    Ok(Computed::Type(Type::Array(ArrayType { dtype: super::DType::Float64, dims })))
}

/// `QuantilesDims[array, q, axis, keepdims]`: the axes of `q`, then what remains of the array.
pub fn quantiles_dims(arguments: &[Argument]) -> Outcome {
    quantiles_axes(arguments).map(Computed::Dims)
}

/// `WholeShares[array, q, axis, keepdims]`: the same where `q` is an array of integers; fits no other.
pub fn whole_shares(arguments: &[Argument]) -> Outcome {
    match super::dtypes::array_like(&arguments[1].ty)? {
        dtype if dtype.is_integer() || dtype == super::DType::Bool => quantiles_dims(arguments),
        _ => Err(Problem::DoesNotFit),
    }
}

fn quantiles_axes(arguments: &[Argument]) -> Result<Dims, Problem> {
    super::dtypes::real_float64(&arguments[1..2])?;
    let keepdims = match arguments[3].constant {
        Some(Constant::Bool(keep)) => keep,
        _ => {
            return Err(Problem::new(
                Code::ConstantRequired,
                "`keepdims` decides the shape of the result and must be a constant",
            ));
        }
    };
    let rest = reduce(like::dims(&arguments[0])?, &arguments[2], keepdims)?;
    Ok(match (like::dims(&arguments[1])?, rest) {
        (Some(q), Some(rest)) => Some(q.iter().chain(rest.iter()).cloned().collect()),
        _ => None,
    })
}

/// `Covariances[m]`: a square matrix. That of one variable has no axes, which numpy takes away.
pub fn covariances(arguments: &[Argument]) -> Outcome {
    match like::dims(&arguments[0])?.as_deref() {
        Some([_, _]) => Ok(Computed::Dims(Some([Dim::Any, Dim::Any].into()))),
        Some(_) => Err(Problem::new(Code::UnsupportedExpression, "covariances of an array that is no matrix")
            .help("for one variable take `np.var(x, ddof=1)`")),
        None => Err(Problem::unknown_rank("covariances")),
    }
}

/// `GradientOfVector[f]`, `GradientOfMatrix[f]`: the slopes along each axis, where there are that many.
pub fn gradient<const RANK: usize>(arguments: &[Argument]) -> Outcome {
    let Computed::DType(dtype) = super::dtypes::mean(arguments)? else { return Err(Problem::DoesNotFit) };
    match like::dims(&arguments[0])? {
        None => Err(Problem::unknown_rank("`gradient`")),
        Some(dims) if dims.len() == RANK => {
            let slopes = Type::Array(ArrayType { dtype, dims: Some(dims) });
            Ok(Computed::Type(if RANK == 1 { slopes } else { Type::tuple(vec![slopes; RANK]) }))
        }
        Some(_) => Err(Problem::DoesNotFit),
    }
}

/// The dims without the reduced axes, or with length one for each.
fn reduce(dims: Dims, axis: &Argument, keepdims: bool) -> Result<Dims, Problem> {
    if axis.ty == Type::None && !keepdims {
        return Ok(Some([].into()));
    }
    let Some(dims) = dims else {
        return if keepdims { Ok(None) } else { Err(Problem::unknown_rank("a reduction along an axis")) };
    };
    let axes = match (&axis.ty, axis.parts()) {
        (Type::None, _) => (0..dims.len()).collect(),
        (Type::Tuple(_) | Type::List(_), Some(parts)) => {
            parts.iter().map(|part| constant_axis(part, dims.len())).collect::<Result<Vec<_>, _>>()?
        }
        (Type::Int | Type::Bool | Type::Literal(_), _) => match axis.int() {
            Some(axis) => vec![normalize_axis(axis, dims.len())?],
            // One of the axes goes, whichever it is.
            None if !keepdims => return Ok(Some(vec![Dim::Any; dims.len().saturating_sub(1)].into())),
            None => return Ok(Some(vec![Dim::Any; dims.len()].into())),
        },
        _ => return Err(axis_must_be_constant()),
    };
    if (1..axes.len()).any(|position| axes[..position].contains(&axes[position])) {
        return Err(Problem::new(Code::ShapeMismatch, "duplicate value in 'axis'"));
    }
    let remaining = dims.iter().enumerate().filter_map(|(position, dim)| match axes.contains(&position) {
        false => Some(dim.clone()),
        true => keepdims.then_some(Dim::Known(1)),
    });
    Ok(Some(remaining.collect()))
}
