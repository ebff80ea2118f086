//! What `initial`, `where` and `out` of a reduction may be.

use super::broadcast::dtype_and_rest;
use super::dtypes::array_like;
use super::{Argument, Computed, DType, Dim, Outcome, Problem, like, shape_text};
use crate::diagnostics::Code;
use crate::types::Type;

/// `Started[dtype, initial]`: the dtype of a reduction that begins with a number, which must be of no higher kind.
pub fn started(arguments: &[Argument]) -> Outcome {
    let (dtype, rest) = dtype_and_rest(arguments)?;
    let kind = match rest[0].ty.widened() {
        Type::Bool => DType::Bool,
        Type::Int => DType::Int64,
        Type::Float => DType::Float64,
        Type::Complex => DType::Complex128,
        Type::Scalar(initial) => initial,
        other => {
            return Err(Problem::new(Code::ArgumentType, format!("`initial` is a number, not `{other}`")));
        }
    };
    if order(kind) > order(dtype) {
        let message = format!("`initial` is of `{}`, and the reduction of `{dtype}`: numpy cuts it down", rest[0].ty);
        return Err(Problem::new(Code::ArgumentType, message).help("convert it: `initial=int(…)`"));
    }
    Ok(Computed::DType(dtype))
}

/// Truth values, integers, floats and complex numbers, in that order.
pub(super) fn order(dtype: DType) -> u8 {
    match dtype {
        DType::Bool => 0,
        dtype if dtype.is_integer() => 1,
        dtype if dtype.is_float() => 2,
        _ => 3,
    }
}

/// `Masked[dtype, where]`: the dtype of a reduction that leaves elements out by a mask of truth values.
pub fn masked(arguments: &[Argument]) -> Outcome {
    let (dtype, rest) = dtype_and_rest(arguments)?;
    match array_like(&rest[0].ty)? {
        DType::Bool => Ok(Computed::DType(dtype)),
        other => {
            let message =
                format!("Cannot cast array data from dtype('{other}') to dtype('bool') according to the rule 'safe'");
            Err(Problem::new(Code::ArgumentType, message).help("compare: `where=mask != 0`"))
        }
    }
}

/// `Filled[out, result]`: the array that takes a result of its dtype and its number of axes.
pub fn filled(arguments: &[Argument]) -> Outcome {
    let [out, result] = arguments else { return Err(Problem::DoesNotFit) };
    let Type::Array(array) = &out.ty else { return Err(Problem::DoesNotFit) };
    let dtype = array_like(&result.ty)?;
    if dtype != array.dtype {
        let message = format!("the result is of `{dtype}`, and `out` of `{}`", array.dtype);
        return Err(Problem::new(Code::OperandTypes, message).help(format!("give an array of `{dtype}`")));
    }
    let (Some(dims), Some(wanted)) = (&array.dims, like::dims(result)?) else {
        return Err(Problem::unknown_rank("`out`"));
    };
    let differs = |(a, b): (&Dim, &Dim)| matches!((a, b), (Dim::Known(a), Dim::Known(b)) if a != b);
    if dims.len() != wanted.len() || dims.iter().zip(wanted.iter()).any(differs) {
        let message = format!("`out` has the shape {}, and the result {}", shape_text(dims), shape_text(&wanted));
        return Err(Problem::new(Code::ShapeMismatch, message).help("give an array of the shape of the result"));
    }
    Ok(Computed::Type(out.ty.clone()))
}
