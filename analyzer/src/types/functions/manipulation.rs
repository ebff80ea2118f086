//! The dims of functions that rearrange arrays.

use super::{Argument, Computed, Dim, Outcome, Problem, constant_axis, like, reduction, shape_text};
use crate::diagnostics::Code;
use crate::types::Type;

/// `Reshape[array, shape]`: the shape with its one `-1` filled in, where both are known.
pub fn reshape(arguments: &[Argument]) -> Outcome {
    let dims = like::dims(&arguments[0])?;
    let lengths = match &arguments[1].members {
        Some(members) => Some(members.clone()),
        None => like::lengths(&arguments[1])?,
    };
    let Some(lengths) = lengths else { return Ok(Computed::Dims(None)) };
    let missing = lengths.iter().filter(|length| length.int() == Some(-1)).count();
    if missing > 1 {
        return Err(Problem::new(Code::ShapeMismatch, "can only specify one unknown dimension"));
    }
    let mut result: Vec<Dim> = lengths.iter().map(|length| like::dim(length.int())).collect();
    let Dim::Known(size) = reduction::flat(dims.as_deref()) else { return Ok(Computed::Dims(Some(result.into()))) };
    let known = |dim: &Dim| if let Dim::Known(length) = dim { Some(*length) } else { None };
    let product: u64 = result.iter().filter_map(known).product();
    let unknown = result.iter().filter(|dim| known(dim).is_none()).count();
    let fits = match unknown {
        0 => product == size,
        _ if product == 0 => size == 0 && missing == 0,
        _ => size % product == 0,
    };
    if !fits {
        let written: Vec<Dim> = lengths.iter().map(|length| like::dim(length.int())).collect();
        // numpy writes an unknown length so.
        let shape = shape_text(&written).replace('?', "newaxis");
        return Err(Problem::new(
            Code::ShapeMismatch,
            format!("cannot reshape array of size {size} into shape {shape}"),
        ));
    }
    if unknown == 1 && product > 0 {
        for dim in &mut result {
            if known(dim).is_none() {
                *dim = Dim::Known(size / product);
            }
        }
    }
    Ok(Computed::Dims(Some(result.into())))
}

/// `Transpose[array]` turns the axes round; `Transpose[array, axes]` puts them in that order.
pub fn transpose(arguments: &[Argument]) -> Outcome {
    let Some(dims) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let order = match arguments.get(1) {
        None => None,
        Some(axes) if axes.ty == Type::None => None,
        Some(axes) => match axes.parts() {
            Some(parts) if parts.is_empty() && !dims.is_empty() => None,
            Some(parts) => Some(parts),
            None => return Ok(Computed::Dims(Some(vec![Dim::Any; dims.len()].into()))),
        },
    };
    let Some(order) = order else { return Ok(Computed::Dims(Some(dims.iter().rev().cloned().collect()))) };
    if order.len() != dims.len() {
        return Err(Problem::new(Code::ShapeMismatch, "axes don't match array"));
    }
    let order = order.iter().map(|axis| constant_axis(axis, dims.len())).collect::<Result<Vec<_>, _>>()?;
    if (1..order.len()).any(|position| order[..position].contains(&order[position])) {
        return Err(Problem::new(Code::ShapeMismatch, "repeated axis in transpose"));
    }
    Ok(Computed::Dims(Some(order.iter().map(|&axis| dims[axis].clone()).collect())))
}

/// `ExpandDims[array, axis]`: a new axis of length one, or several.
pub fn expand_dims(arguments: &[Argument]) -> Outcome {
    let Some(dims) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let axes = arguments[1].parts().unwrap_or_else(|| vec![arguments[1].clone()]);
    let rank = dims.len() + axes.len();
    let axes = axes.iter().map(|axis| constant_axis(axis, rank)).collect::<Result<Vec<_>, _>>()?;
    let mut rest = dims.iter().cloned();
    let result = (0..rank).map(|axis| if axes.contains(&axis) { Some(Dim::Known(1)) } else { rest.next() });
    match result.collect::<Option<Vec<_>>>() {
        Some(dims) => Ok(Computed::Dims(Some(dims.into()))),
        None => Err(Problem::new(Code::ShapeMismatch, "repeated axis")),
    }
}

/// `Squeeze[array, axis]`: without the axes of length one that `axis` names.
pub fn squeeze(arguments: &[Argument]) -> Outcome {
    let Some(dims) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    if arguments[1].ty == Type::None {
        let all_known = dims.iter().all(|dim| matches!(dim, Dim::Known(_)));
        let kept = dims.iter().filter(|dim| **dim != Dim::Known(1)).cloned().collect();
        return Ok(Computed::Dims(all_known.then_some(kept)));
    }
    let axes = arguments[1].parts().unwrap_or_else(|| vec![arguments[1].clone()]);
    let axes = axes.iter().map(|axis| constant_axis(axis, dims.len())).collect::<Result<Vec<_>, _>>()?;
    if axes.iter().any(|&axis| matches!(dims[axis], Dim::Known(length) if length != 1)) {
        return Err(Problem::new(
            Code::ShapeMismatch,
            "cannot select an axis to squeeze out which has size not equal to one",
        ));
    }
    let kept = dims.iter().enumerate().filter(|(axis, _)| !axes.contains(axis)).map(|(_, dim)| dim.clone());
    Ok(Computed::Dims(Some(kept.collect())))
}

/// `Swapaxes[array, axis1, axis2]`.
pub fn swapaxes(arguments: &[Argument]) -> Outcome {
    let Some(dims) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let mut dims = dims.to_vec();
    let (a, b) = (constant_axis(&arguments[1], dims.len())?, constant_axis(&arguments[2], dims.len())?);
    dims.swap(a, b);
    Ok(Computed::Dims(Some(dims.into())))
}

/// `Concatenate[arrays, axis]`: arrays put one after the other along an axis they have.
pub fn concatenate(arguments: &[Argument]) -> Outcome {
    let Some(parts) = part_dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let flatten = arguments[1].ty == Type::None;
    if flatten {
        let lengths: Option<u64> =
            if parts.complete { parts.dims.iter().map(|dims| known(&reduction::flat(Some(dims)))).sum() } else { None };
        return Ok(Computed::Dims(Some([lengths.map_or(Dim::Any, Dim::Known)].into())));
    }
    let Some(first) = parts.dims.first() else {
        return Err(Problem::new(Code::ShapeMismatch, "need at least one array to concatenate"));
    };
    if first.is_empty() {
        return Err(Problem::new(Code::ShapeMismatch, "zero-dimensional arrays cannot be concatenated"));
    }
    let axis = constant_axis(&arguments[1], first.len())?;
    let mut result = first.clone();
    for (position, dims) in parts.dims.iter().enumerate().skip(1) {
        if dims.len() != first.len() {
            return Err(Problem::new(
                Code::ShapeMismatch,
                format!(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along \
                     dimension 0, the array at index 0 has {} dimension(s) and the array at index {position} has {} \
                     dimension(s)",
                    first.len(),
                    dims.len()
                ),
            ));
        }
        for (other, (kept, dim)) in result.iter_mut().zip(dims).enumerate() {
            if other != axis {
                *kept = same(kept, dim, other, position)?;
            }
        }
    }
    let along: Option<u64> = parts.dims.iter().map(|dims| known(&dims[axis])).sum();
    result[axis] = if parts.complete { along.map_or(Dim::Any, Dim::Known) } else { Dim::Any };
    Ok(Computed::Dims(Some(result.into())))
}

/// `Stack[arrays, axis]`: arrays put side by side along a new axis.
pub fn stack(arguments: &[Argument]) -> Outcome {
    let Some(parts) = part_dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let Some(first) = parts.dims.first() else {
        return Err(Problem::new(Code::ShapeMismatch, "need at least one array to stack"));
    };
    let mut result = first.clone();
    for dims in parts.dims.iter().skip(1) {
        let differs = |(a, b): (&Dim, &Dim)| matches!((a, b), (Dim::Known(a), Dim::Known(b)) if a != b);
        if dims.len() != result.len() || result.iter().zip(dims).any(differs) {
            return Err(Problem::new(Code::ShapeMismatch, "all input arrays must have the same shape"));
        }
        result = like::join(&result, dims).to_vec();
    }
    let axis = constant_axis(&arguments[1], result.len() + 1)?;
    let count = if parts.complete { Dim::Known(parts.dims.len() as u64) } else { Dim::Any };
    result.insert(axis, count);
    Ok(Computed::Dims(Some(result.into())))
}

/// `Vstack[arrays]`: concatenates rows; a vector is one row.
pub fn vstack(arguments: &[Argument]) -> Outcome {
    stacked(&arguments[0], true)
}

/// `Hstack[arrays]`: concatenates columns; vectors one after the other.
pub fn hstack(arguments: &[Argument]) -> Outcome {
    stacked(&arguments[0], false)
}

fn stacked(arrays: &Argument, vertical: bool) -> Outcome {
    let Some(parts) = part_dims(arrays)? else { return Ok(Computed::Dims(None)) };
    let raised = |dims: &Vec<Dim>| -> Vec<Dim> {
        match (dims.as_slice(), vertical) {
            ([], true) => vec![Dim::Known(1), Dim::Known(1)],
            ([], false) => vec![Dim::Known(1)],
            ([only], true) => vec![Dim::Known(1), only.clone()],
            _ => dims.clone(),
        }
    };
    let raised: Vec<Vec<Dim>> = parts.dims.iter().map(raised).collect();
    let axis = i64::from(!vertical && raised.first().is_some_and(|dims| dims.len() > 1));
    concatenate_parts(Parts { dims: raised, complete: parts.complete }, axis)
}

/// The dims of parts put one after the other along an axis.
pub(super) fn concatenate_parts(parts: Parts, axis: i64) -> Outcome {
    let Parts { dims: raised, complete } = parts;
    let array = |dims: Vec<Dim>| Argument::of(Type::Array(crate::types::ArrayType::new(super::DType::Bool, dims)));
    let arrays = if complete {
        Argument::members(Type::tuple([]), raised.into_iter().map(array).collect())
    } else {
        Argument::of(Type::list(raised.into_iter().map(array).next().map_or(Type::Never, |part| part.ty)))
    };
    concatenate(&[arrays, Argument::constant(crate::ir::Constant::Int(axis))])
}

/// `Split[array, axis]`: the dims of each part of an array cut along an axis.
pub fn split(arguments: &[Argument]) -> Outcome {
    let Some(dims) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let mut dims = dims.to_vec();
    match arguments[1].int() {
        Some(_) => {
            let axis = constant_axis(&arguments[1], dims.len())?;
            dims[axis] = Dim::Any;
        }
        None => dims.fill(Dim::Any),
    }
    Ok(Computed::Dims(Some(dims.into())))
}

/// `Taken[array, axis, indices]`: the dims with those of the indices in the place of an axis; flat without an axis.
pub fn taken(arguments: &[Argument]) -> Outcome {
    let (Some(dims), Some(indices)) = (like::dims(&arguments[0])?, like::dims(&arguments[2])?) else {
        return Ok(Computed::Dims(None));
    };
    if arguments[1].ty == Type::None {
        return Ok(Computed::Dims(Some(indices)));
    }
    let axis = constant_axis(&arguments[1], dims.len())?;
    let mut result = dims.to_vec();
    result.splice(axis..=axis, indices.iter().cloned());
    Ok(Computed::Dims(Some(result.into())))
}

/// `Repeated[array, axis]`: an axis, or the flat array, made longer.
pub fn repeated(arguments: &[Argument]) -> Outcome {
    match arguments[1].ty {
        Type::None => Ok(Computed::Dims(Some([Dim::Any].into()))),
        _ => split(arguments),
    }
}

/// `Tiled[array, repetitions]`: as many axes as the longer of the two has.
pub fn tiled(arguments: &[Argument]) -> Outcome {
    let (Some(dims), Some(repetitions)) = (like::dims(&arguments[0])?, like::lengths(&arguments[1])?) else {
        return Ok(Computed::Dims(None));
    };
    let rank = dims.len().max(repetitions.len());
    let result = (0..rank).map(|axis| {
        let dim = (axis + dims.len()).checked_sub(rank).map_or(Dim::Known(1), |axis| dims[axis].clone());
        let times = (axis + repetitions.len()).checked_sub(rank).map_or(Some(1), |axis| repetitions[axis].int());
        match (dim, times) {
            (dim, Some(1)) => dim,
            (Dim::Known(length), Some(times @ 0..)) => Dim::Known(length * times as u64),
            _ => Dim::Any,
        }
    });
    Ok(Computed::Dims(Some(result.collect())))
}

/// `Outer[a, b]`: a row for each element of `a`, a column for each of `b`.
pub fn outer(arguments: &[Argument]) -> Outcome {
    let flat = |argument: &Argument| Ok(reduction::flat(like::dims(argument)?.as_deref()));
    Ok(Computed::Dims(Some([flat(&arguments[0])?, flat(&arguments[1])?].into())))
}

/// The dims of arrays in a list or tuple.
pub(super) struct Parts {
    pub(super) dims: Vec<Vec<Dim>>,
    /// Whether these are all, or one stands for any number.
    pub(super) complete: bool,
}

/// `None` where one has an unknown number of axes.
pub(super) fn part_dims(arrays: &Argument) -> Result<Option<Parts>, Problem> {
    let (parts, complete) = match (arrays.parts(), &arrays.ty) {
        (Some(parts), _) => (parts, true),
        (None, Type::List(element)) => (vec![Argument::of(element.ty.clone())], false),
        (None, Type::Sequence(item)) => (vec![Argument::of((**item).clone())], false),
        _ => return Err(Problem::new(Code::ArgumentType, "a list or tuple of arrays is needed")),
    };
    let dims = parts.iter().map(like::dims).collect::<Result<Vec<_>, _>>()?;
    let dims = dims.iter().map(|dims| dims.as_ref().map(|dims| dims.to_vec())).collect::<Option<Vec<_>>>();
    Ok(dims.map(|dims| Parts { dims, complete }))
}

fn known(dim: &Dim) -> Option<u64> {
    if let Dim::Known(length) = dim { Some(*length) } else { None }
}

/// The length of an axis on which all parts must agree.
fn same(a: &Dim, b: &Dim, axis: usize, position: usize) -> Result<Dim, Problem> {
    match (a, b) {
        (a, b) if a == b => Ok(a.clone()),
        (Dim::Known(a), Dim::Known(b)) => Err(Problem::new(
            Code::ShapeMismatch,
            format!(
                "all the input array dimensions except for the concatenation axis must match exactly, but along \
                 dimension {axis}, the array at index 0 has size {a} and the array at index {position} has size {b}"
            ),
        )),
        (known @ Dim::Known(_), _) | (_, known @ Dim::Known(_)) => Ok(known.clone()),
        _ => Ok(Dim::Any),
    }
}
