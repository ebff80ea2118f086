//! Signals along the last axis, and the pieces that they are taken to.

use super::{Argument, Computed, Dim, Outcome, Problem};
use crate::diagnostics::Code;
use crate::types::{ArrayType, Type};

/// `Framed[x]`: frequencies and times in the place of samples.
pub fn framed(arguments: &[Argument]) -> Outcome {
    replaced::<1>(&arguments[0], &[Dim::Any, Dim::Any], "a signal has samples along an axis")
}

/// `Unframed[Zxx]`: samples in the place of frequencies and times.
pub fn unframed(arguments: &[Argument]) -> Outcome {
    replaced::<2>(&arguments[0], &[Dim::Any], "transforms have frequencies and times")
}

/// The axes with others in the place of the last so many.
fn replaced<const COUNT: usize>(argument: &Argument, new: &[Dim], otherwise: &str) -> Outcome {
    let Type::Array(ArrayType { dims, .. }) = &argument.ty else { return Err(Problem::DoesNotFit) };
    let Some(dims) = dims else { return Ok(Computed::Dims(None)) };
    let Some(outer) = dims.len().checked_sub(COUNT) else {
        return Err(Problem::new(Code::ShapeMismatch, otherwise.to_owned()));
    };
    Ok(Computed::Dims(Some(dims[..outer].iter().chain(new).cloned().collect())))
}
