//! The dims of arrays, of what arrays are made of, and of shapes.

use std::sync::Arc;

use super::{Argument, Computed, DType, Dim, Dims, Outcome, Problem};
use crate::diagnostics::Code;
use crate::types::{ArrayType, Type};

/// `DimsOf[x]`: the dims of the array that numpy makes of an array-like.
pub fn dims_of(arguments: &[Argument]) -> Outcome {
    dims(&arguments[0]).map(Computed::Dims)
}

/// `ShapeDims[shape]`: the dims of an array of that shape.
pub fn shape_dims(arguments: &[Argument]) -> Outcome {
    lengths(&arguments[0])
        .map(|lengths| Computed::Dims(lengths.map(|lengths| lengths.iter().map(|length| dim(length.int())).collect())))
}

/// `SizeDims[n]`, `SizeDims[n, m]`: one axis for each length given by itself; `None` stands for the one before.
pub fn size_dims(arguments: &[Argument]) -> Outcome {
    let mut dims: Vec<Dim> = Vec::new();
    for argument in arguments {
        let missing = argument.ty == Type::None;
        dims.push(match dims.last() {
            Some(before) if missing => before.clone(),
            _ => dim(argument.int()),
        });
    }
    Ok(Computed::Dims(Some(dims.into())))
}

/// `AnyLength[…]`: one axis of a length that is known at run time only.
pub fn any_length(_: &[Argument]) -> Outcome {
    Ok(Computed::Dims(Some([Dim::Any].into())))
}

/// `Positions1[array]`…: for each of an array's axes an array of positions, where it has that many axes.
pub fn positions<const RANK: usize>(arguments: &[Argument]) -> Outcome {
    match dims(&arguments[0])? {
        None => Err(Problem::unknown_rank("`nonzero`")),
        Some(dims) if dims.len() == RANK => {
            let positions = Type::Array(ArrayType::new(DType::Int64, [Dim::Any]));
            Ok(Computed::Type(Type::tuple(vec![positions; RANK])))
        }
        Some(_) => Err(Problem::DoesNotFit),
    }
}

/// `Shape1[array]`…: the tuple of an array's lengths, where it has that many axes.
pub fn shape_tuple<const RANK: usize>(arguments: &[Argument]) -> Outcome {
    match dims(&arguments[0])? {
        Some(dims) if dims.len() == RANK => Ok(Computed::Type(Type::tuple([const { Type::Int }; RANK]))),
        _ => Err(Problem::DoesNotFit),
    }
}

/// `Nested1[array]`…: what `tolist()` gives of an array that has that many axes.
pub fn nested<const RANK: usize>(arguments: &[Argument]) -> Outcome {
    let Type::Array(array) = &arguments[0].ty else { return Err(Problem::DoesNotFit) };
    match array.rank() {
        None => Err(Problem::unknown_rank("`tolist()`")),
        Some(rank) if rank == RANK => {
            Ok(Computed::Type((0..RANK).fold(python_number(array.dtype), |inner, _| Type::list(inner))))
        }
        Some(_) => Err(Problem::DoesNotFit),
    }
}

/// `Number[x]`: the Python type that `item()` gives.
pub fn number(arguments: &[Argument]) -> Outcome {
    super::dtypes::array_like(&arguments[0].ty).map(|dtype| Computed::Type(python_number(dtype)))
}

fn python_number(dtype: DType) -> Type {
    match dtype {
        DType::Bool => Type::Bool,
        DType::Float16 | DType::Float32 | DType::Float64 => Type::Float,
        DType::Complex64 | DType::Complex128 => Type::Complex,
        _ => Type::Int,
    }
}

/// The dims of the array that numpy makes of a value.
pub fn dims(argument: &Argument) -> Result<Dims, Problem> {
    match (&argument.ty, &argument.members) {
        (Type::Array(array), _) => Ok(array.dims.clone()),
        (_, Some(members)) => {
            let inner = join_all(members.iter().map(dims).collect::<Result<Vec<_>, _>>()?)?;
            Ok(prepend(Dim::Known(members.len() as u64), inner))
        }
        (ty, None) => dims_of_type(ty),
    }
}

fn dims_of_type(ty: &Type) -> Result<Dims, Problem> {
    match ty {
        Type::Bool | Type::Int | Type::Float | Type::Complex | Type::Literal(_) | Type::Scalar(_) => {
            Ok(Some(Arc::from([])))
        }
        Type::Array(array) => Ok(array.dims.clone()),
        Type::List(element) => Ok(prepend(Dim::Any, dims_of_type(&element.ty)?)),
        Type::Sequence(item) => Ok(prepend(Dim::Any, dims_of_type(item)?)),
        Type::Tuple(members) => {
            let inner = join_all(members.iter().map(dims_of_type).collect::<Result<Vec<_>, _>>()?)?;
            Ok(prepend(Dim::Known(members.len() as u64), inner))
        }
        Type::Union(members) => join_all(members.iter().map(dims_of_type).collect::<Result<Vec<_>, _>>()?),
        Type::Never => Ok(Some(Arc::from([]))),
        Type::Unknown => Err(Problem::Silent),
        other => Err(Problem::new(Code::ArgumentType, format!("numpy makes no array of numbers of `{other}`"))),
    }
}

fn prepend(first: Dim, rest: Dims) -> Dims {
    rest.map(|rest| std::iter::once(first).chain(rest.iter().cloned()).collect())
}

/// The dims of parts that stand beside one another and so must be alike.
fn join_all(parts: Vec<Dims>) -> Result<Dims, Problem> {
    let mut parts = parts.into_iter();
    let Some(mut joined) = parts.next() else { return Ok(Some(Arc::from([]))) };
    for part in parts {
        joined = match (joined, part) {
            (Some(a), Some(b)) if a.len() == b.len() => Some(join(&a, &b)),
            (Some(a), Some(b)) => {
                return Err(Problem::new(
                    Code::ShapeMismatch,
                    format!("setting an array element with a sequence: parts have {} and {} axes", a.len(), b.len()),
                ));
            }
            _ => None,
        };
    }
    Ok(joined)
}

/// Dims that two arrays of one rank both have, as far as it is known.
pub fn join(a: &[Dim], b: &[Dim]) -> Arc<[Dim]> {
    a.iter().zip(b).map(|(a, b)| if a == b { a.clone() } else { Dim::Any }).collect()
}

/// The lengths that a shape is written as; `None` where even their number is unknown.
pub fn lengths(shape: &Argument) -> Result<Option<Vec<Argument>>, Problem> {
    match &shape.ty {
        Type::Int | Type::Bool | Type::Scalar(_) => Ok(Some(vec![shape.clone()])),
        Type::Literal(_) if shape.ty.widened() == Type::Int => Ok(Some(vec![shape.clone()])),
        Type::Tuple(_) | Type::List(_) | Type::Sequence(_) => Ok(shape.parts()),
        other => {
            Err(Problem::new(Code::ArgumentType, format!("a shape is an `int` or a tuple of `int`, not `{other}`")))
        }
    }
}

/// The dim of that length.
pub fn dim(length: Option<i64>) -> Dim {
    length.and_then(|length| u64::try_from(length).ok()).map_or(Dim::Any, Dim::Known)
}
