//! The dims of functions that cut, turn, pad and pick from arrays.

use super::manipulation::{Parts, concatenate_parts, part_dims};
use super::outputs::order;
use super::{
    Argument, Computed, DType, Dim, Dims, Outcome, Problem, broadcast, constant_axis, dtypes, like, reduction,
    shape_text,
};
use crate::diagnostics::Code;
use crate::types::{ArrayType, Type};

fn dims(dims: impl IntoIterator<Item = Dim>) -> Outcome {
    Ok(Computed::Dims(Some(dims.into_iter().collect())))
}

/// `TakenAlong[array, indices, axis]`: all axes of both stretched to one another, but that of the indices.
pub fn taken_along(arguments: &[Argument]) -> Outcome {
    check_integers(&arguments[1])?;
    let (Some(array), Some(indices)) = (like::dims(&arguments[0])?, like::dims(&arguments[1])?) else {
        return Ok(Computed::Dims(None));
    };
    if array.len() != indices.len() {
        return Err(Problem::new(Code::ShapeMismatch, "`indices` and `arr` must have the same number of dimensions"));
    }
    let Some(axis) = arguments[2].int() else { return dims(vec![Dim::Any; array.len()]) };
    let axis = super::normalize_axis(axis, array.len())?;
    let mut others = array.to_vec();
    others[axis] = Dim::Known(1);
    let mut result = broadcast::broadcast_two(Some(others.into()), Some(indices.clone()))?.unwrap_or_default().to_vec();
    result[axis] = indices[axis].clone();
    dims(result)
}

/// `WhereInteger[indices, dims]`: the dims, if the indices are whole numbers.
pub fn where_integer(arguments: &[Argument]) -> Outcome {
    check_integers(&arguments[0])?;
    match &arguments[1].ty {
        Type::Array(array) => Ok(Computed::Dims(array.dims.clone())),
        other => Ok(Computed::Type(other.clone())),
    }
}

/// `Stored[indices]`: `None`, if the indices are whole numbers. `Stored[indices, elements, values]`: if the values are of no higher
/// kind than the elements, too.
pub fn stored(arguments: &[Argument]) -> Outcome {
    check_integers(&arguments[0])?;
    if let [_, elements, values] = arguments {
        let (elements, values) = (dtypes::array_like(&elements.ty)?, dtypes::array_like(&values.ty)?);
        if order(values) > order(elements) {
            let message = format!("the values are of {values}, and numpy cuts what they give down to {elements}");
            return Err(
                Problem::new(Code::ArgumentType, message).help("convert them first, by `.astype(…)` or `int(…)`")
            );
        }
    }
    Ok(Computed::Type(Type::None))
}

fn check_integers(indices: &Argument) -> Result<(), Problem> {
    // An empty list has no elements that were not whole.
    let is_empty = matches!(&indices.ty, Type::List(element) if element.ty == Type::Never);
    if is_empty { Ok(()) } else { check_integer_elements(indices) }
}

fn check_integer_elements(indices: &Argument) -> Result<(), Problem> {
    match dtypes::array_like(&indices.ty)? {
        dtype if dtype.is_integer() => Ok(()),
        other => {
            Err(Problem::new(Code::ArgumentType, format!("positions are whole numbers; these are of {}", other.name()))
                .help("convert them first: `.astype(np.int64)`"))
        }
    }
}

/// `RowsOfPositions[array]`: any number of rows, with a column for each axis.
pub fn rows_of_positions(arguments: &[Argument]) -> Outcome {
    let columns = like::dims(&arguments[0])?.map_or(Dim::Any, |dims| Dim::Known(dims.len() as u64));
    dims([Dim::Any, columns])
}

/// `Chosen[a, choices]`: all that there is to choose from, stretched to one another.
pub fn chosen(arguments: &[Argument]) -> Outcome {
    let mut result: Dims = Some([].into());
    for argument in arguments {
        let holds_arrays = !matches!(argument.ty, Type::Array(_));
        let parts = match argument.parts() {
            Some(parts) if holds_arrays && parts.iter().all(|part| matches!(part.ty, Type::Array(_))) => {
                parts.iter().map(like::dims).collect::<Result<Vec<_>, _>>()?
            }
            _ => match &argument.ty {
                Type::List(element) if matches!(element.ty, Type::Array(_)) => {
                    vec![like::dims(&Argument::of(element.ty.clone()))?]
                }
                _ => vec![like::dims(argument)?],
            },
        };
        for part in parts {
            result = broadcast::broadcast_two(result, part)?;
        }
    }
    Ok(Computed::Dims(result))
}

/// `BroadcastTo[array, shape]`: the shape, if the array can be stretched to it.
pub fn broadcast_to(arguments: &[Argument]) -> Outcome {
    let shape = match like::shape_dims(&arguments[1..])? {
        Computed::Dims(Some(shape)) => shape,
        other => return Ok(other),
    };
    if let Some(own) = like::dims(&arguments[0])? {
        let common = broadcast::broadcast_two(Some(own.clone()), Some(shape.clone()))?.unwrap_or_default();
        let grows =
            common.iter().zip(shape.iter()).any(|pair| matches!(pair, (Dim::Known(a), Dim::Known(b)) if a != b));
        if common.len() != shape.len() || grows {
            return Err(Problem::new(
                Code::ShapeMismatch,
                format!("an array of shape {} cannot be stretched to {}", shape_text(&own), shape_text(&shape)),
            ));
        }
    }
    Ok(Computed::Dims(Some(shape)))
}

/// `Windows[x, window_shape, axis]`: the places of the windows along each axis, then the axes of a window.
pub fn windows(arguments: &[Argument]) -> Outcome {
    let (Computed::Dims(Some(windows)), Some(own)) = (like::shape_dims(&arguments[1..])?, like::dims(&arguments[0])?)
    else {
        return Ok(Computed::Dims(None));
    };
    let is_all = arguments[2].ty == Type::None;
    if is_all && windows.len() != own.len() {
        let message = format!(
            "a window of {} axes slides along as many, and the array has shape {}",
            windows.len(),
            shape_text(&own)
        );
        return Err(Problem::new(Code::ShapeMismatch, message).help("say along which by `axis=…`"));
    }
    let places: Vec<Dim> = match (arguments[2].int(), &windows[..]) {
        _ if is_all => own.iter().zip(windows.iter()).map(|(length, window)| slid(length, window)).collect(),
        (Some(axis), [window]) => {
            let slides = super::normalize_axis(axis, own.len())?;
            let place =
                |(axis, length): (usize, &Dim)| if axis == slides { slid(length, window) } else { length.clone() };
            own.iter().enumerate().map(place).collect()
        }
        _ => vec![Dim::Any; own.len()],
    };
    dims(places.into_iter().chain(windows.iter().cloned()))
}

/// How many places a window has along an axis.
fn slid(length: &Dim, window: &Dim) -> Dim {
    match (length, window) {
        (length, Dim::Known(1)) => length.clone(),
        (Dim::Known(length), Dim::Known(window)) => (length + 1).checked_sub(*window).map_or(Dim::Any, Dim::Known),
        _ => Dim::Any,
    }
}

/// `Diagonal[array, axis1, axis2]`: the other axes, then the diagonal.
pub fn diagonal(arguments: &[Argument]) -> Outcome {
    let Some(own) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    if own.len() < 2 {
        return Err(Problem::new(Code::ShapeMismatch, "diag requires an array of at least two dimensions"));
    }
    let (first, second) = (constant_axis(&arguments[1], own.len())?, constant_axis(&arguments[2], own.len())?);
    if first == second {
        return Err(Problem::new(Code::ShapeMismatch, "axis1 and axis2 cannot be the same"));
    }
    let others = own.iter().enumerate().filter(|(axis, _)| *axis != first && *axis != second);
    dims(others.map(|(_, dim)| dim.clone()).chain([Dim::Any]))
}

/// `Diag[v]`: a vector of a matrix, a matrix of a vector.
pub fn diag(arguments: &[Argument]) -> Outcome {
    match like::dims(&arguments[0])?.as_deref() {
        None => Err(Problem::unknown_rank("`diag`")),
        Some([_]) => dims([Dim::Any, Dim::Any]),
        Some([_, _]) => dims([Dim::Any]),
        Some(_) => Err(Problem::new(Code::ShapeMismatch, "Input must be 1- or 2-d.")),
    }
}

/// `AnyRank2[…]` and `AnyRank3[…]`: axes of lengths that are known at run time only.
pub fn any_rank<const RANK: usize>(_: &[Argument]) -> Outcome {
    dims(vec![Dim::Any; RANK])
}

/// `Triangle[m]`: as the array; a vector is every row of a square matrix.
pub fn triangle(arguments: &[Argument]) -> Outcome {
    match like::dims(&arguments[0])? {
        Some(own) if own.len() == 1 => dims([own[0].clone(), own[0].clone()]),
        own => Ok(Computed::Dims(own)),
    }
}

/// `AtLeast1[array]`…: with more axes where there are too few.
pub fn at_least<const RANK: usize>(arguments: &[Argument]) -> Outcome {
    let Some(own) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let one = || Dim::Known(1);
    match (own.as_ref(), RANK) {
        ([only], 3) => dims([one(), only.clone(), one()]),
        ([first, second], 3) => dims([first.clone(), second.clone(), one()]),
        (own, rank) => {
            let missing = rank.saturating_sub(own.len());
            dims(std::iter::repeat_with(one).take(missing).chain(own.iter().cloned()))
        }
    }
}

/// `Dstack[arrays]`: concatenates along the third axis.
pub fn dstack(arguments: &[Argument]) -> Outcome {
    stacked(&arguments[0], 2, |own| match own {
        [] => vec![Dim::Known(1); 3],
        [only] => vec![Dim::Known(1), only.clone(), Dim::Known(1)],
        [first, second] => vec![first.clone(), second.clone(), Dim::Known(1)],
        more => more.to_vec(),
    })
}

/// `ColumnStack[arrays]`: concatenates columns; a vector is one.
pub fn column_stack(arguments: &[Argument]) -> Outcome {
    stacked(&arguments[0], 1, |own| match own {
        [] => vec![Dim::Known(1); 2],
        [only] => vec![only.clone(), Dim::Known(1)],
        more => more.to_vec(),
    })
}

fn stacked(arrays: &Argument, axis: i64, raise: impl Fn(&[Dim]) -> Vec<Dim>) -> Outcome {
    let Some(parts) = part_dims(arrays)? else { return Ok(Computed::Dims(None)) };
    let raised = parts.dims.iter().map(|own| raise(own)).collect();
    concatenate_parts(Parts { dims: raised, complete: parts.complete }, axis)
}

/// `HsplitDims[array]` and its like: the dims of each part of an array cut along a fixed axis.
pub fn fixed_split<const AXIS: usize>(arguments: &[Argument]) -> Outcome {
    let Some(own) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let mut own = own.to_vec();
    // `hsplit` cuts vectors along their only axis.
    let axis = if AXIS == 1 && own.len() == 1 { 0 } else { AXIS };
    let least = AXIS.max(1) + usize::from(AXIS != 1);
    match own.get_mut(axis) {
        Some(dim) if AXIS != 0 || least <= 2 => *dim = Dim::Any,
        _ => {
            return Err(Problem::new(
                Code::ShapeMismatch,
                format!("there is no axis {axis} to cut in an array of shape {}", shape_text(&own)),
            ));
        }
    }
    dims(own)
}

/// `Rot90[array, k, axes]`: two axes exchanged by an odd number of turns.
pub fn rot90(arguments: &[Argument]) -> Outcome {
    let Some(own) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let mut own = own.to_vec();
    let Some(axes) = arguments[2].parts() else { return dims(vec![Dim::Any; own.len()]) };
    let [first, second] = axes.as_slice() else {
        return Err(Problem::new(Code::ShapeMismatch, "len(axes) must be 2."));
    };
    let (first, second) = (constant_axis(first, own.len())?, constant_axis(second, own.len())?);
    if first == second {
        return Err(Problem::new(Code::ShapeMismatch, "Axes must be different."));
    }
    match arguments[1].int() {
        Some(turns) if turns % 2 == 0 => {}
        Some(_) => own.swap(first, second),
        None if own[first] == own[second] => {}
        None => {
            own[first] = Dim::Any;
            own[second] = Dim::Any;
        }
    }
    dims(own)
}

/// `Moved[array, source, destination]`: axes moved to other places.
pub fn moved(arguments: &[Argument]) -> Outcome {
    let Some(own) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let axes = |argument: &Argument| {
        let parts = argument.parts().unwrap_or_else(|| vec![argument.clone()]);
        parts.iter().map(|axis| constant_axis(axis, own.len())).collect::<Result<Vec<_>, _>>()
    };
    let (source, destination) = (axes(&arguments[1])?, axes(&arguments[2])?);
    if source.len() != destination.len() {
        return Err(Problem::new(
            Code::ShapeMismatch,
            "`source` and `destination` arguments must have the same number of elements",
        ));
    }
    let mut order: Vec<usize> = (0..own.len()).filter(|axis| !source.contains(axis)).collect();
    let mut moves: Vec<(usize, usize)> = destination.into_iter().zip(source).collect();
    moves.sort_unstable();
    for (place, axis) in moves {
        order.insert(place.min(order.len()), axis);
    }
    dims(order.into_iter().map(|axis| own.get(axis).cloned().unwrap_or(Dim::Any)))
}

/// `Padded[array, widths]`: each axis longer by its widths, where they are known.
pub fn padded(arguments: &[Argument]) -> Outcome {
    check_integers(&arguments[1])?;
    let Some(own) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let pair = |widths: &Argument| match widths.parts() {
        Some(parts) => match parts.as_slice() {
            [only] => only.int().map(|width| 2 * width),
            [before, after] => Some(before.int()? + after.int()?),
            _ => None,
        },
        None => widths.int().map(|width| 2 * width),
    };
    let nested = arguments[1].parts().filter(|parts| parts.iter().any(|part| part.parts().is_some()));
    let added = |axis: usize| match &nested {
        Some(parts) if parts.len() == own.len() => pair(&parts[axis]),
        Some(parts) if parts.len() == 1 => pair(&parts[0]),
        Some(_) => None,
        None => pair(&arguments[1]),
    };
    dims(own.iter().enumerate().map(|(axis, dim)| match (dim, added(axis)) {
        (dim, Some(0)) => dim.clone(),
        (Dim::Known(length), Some(added @ 1..)) => Dim::Known(length + added as u64),
        _ => Dim::Any,
    }))
}

/// `Unravelled1[index, shape]`…: an `int` for each axis, where the shape has that many.
pub fn unravelled<const RANK: usize>(arguments: &[Argument]) -> Outcome {
    check_rank(&arguments[1], RANK)?;
    Ok(Computed::Type(Type::tuple(vec![Type::Scalar(DType::Int64); RANK])))
}

/// `UnravelledArrays1[indices, shape]`…: an array of positions for each axis, where the shape has that many.
pub fn unravelled_arrays<const RANK: usize>(arguments: &[Argument]) -> Outcome {
    check_rank(&arguments[1], RANK)?;
    check_integers(&arguments[0])?;
    let positions = Type::Array(ArrayType { dtype: DType::Int64, dims: like::dims(&arguments[0])? });
    Ok(Computed::Type(Type::tuple(vec![positions; RANK])))
}

fn check_rank(shape: &Argument, rank: usize) -> Result<(), Problem> {
    match like::lengths(shape)? {
        Some(lengths) if lengths.len() == rank => Ok(()),
        Some(_) => Err(Problem::DoesNotFit),
        None => Err(Problem::new(Code::UnknownRank, "`unravel_index` of a shape with an unknown number of axes")
            .help("write the shape as a tuple, or take `array.shape`")),
    }
}

/// `BroadcastParts[arrays]`: the arrays of a tuple stretched to one another.
pub fn broadcast_parts(arguments: &[Argument]) -> Outcome {
    let Some(parts) = part_dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let mut result: Dims = Some([].into());
    for part in parts.dims {
        result = broadcast::broadcast_two(result, Some(part.into()))?;
    }
    Ok(Computed::Dims(result))
}

/// `Column[a]`: the vector as a column.
pub fn column(arguments: &[Argument]) -> Outcome {
    check_integer_elements(&arguments[0])?;
    dims([reduction::flat(like::dims(&arguments[0])?.as_deref()), Dim::Known(1)])
}

/// `Row[a]`: the vector as a row.
pub fn row(arguments: &[Argument]) -> Outcome {
    check_integer_elements(&arguments[0])?;
    dims([Dim::Known(1), reduction::flat(like::dims(&arguments[0])?.as_deref())])
}

/// `Shortened[array, n, axis]`: an axis shorter by `n`.
pub fn shortened(arguments: &[Argument]) -> Outcome {
    let Some(own) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    if own.is_empty() {
        return Err(Problem::new(Code::ShapeMismatch, "diff requires input that is at least one dimensional"));
    }
    let mut own = own.to_vec();
    let axis = constant_axis(&arguments[2], own.len())?;
    own[axis] = match (&own[axis], arguments[1].int()) {
        (Dim::Known(length), Some(count @ 0..)) => Dim::Known(length.saturating_sub(count as u64)),
        (dim, Some(0)) => dim.clone(),
        _ => Dim::Any,
    };
    dims(own)
}

/// `Viewed[array, dtype]`: the last axis in elements of another size.
pub fn viewed(arguments: &[Argument]) -> Outcome {
    let (Some(own), Type::DType(to)) = (like::dims(&arguments[0])?, &arguments[1].ty) else {
        return Ok(Computed::Dims(None));
    };
    let (from, to) = (size_of(dtypes::array_like(&arguments[0].ty)?), size_of(*to));
    let mut own = own.to_vec();
    if from != to
        && let Some(last) = own.last_mut()
    {
        *last = match last {
            Dim::Known(length) if *length * from % to == 0 => Dim::Known(*length * from / to),
            _ => Dim::Any,
        };
    }
    dims(own)
}

/// The size of an element in bytes.
fn size_of(dtype: DType) -> u64 {
    match dtype {
        DType::Bool | DType::Int8 | DType::UInt8 => 1,
        DType::Int16 | DType::UInt16 | DType::Float16 => 2,
        DType::Int32 | DType::UInt32 | DType::Float32 => 4,
        DType::Int64 | DType::UInt64 | DType::Float64 | DType::Complex64 => 8,
        DType::Complex128 => 16,
    }
}

/// `FromItems[T]`: a vector, of an iterator of numbers.
pub fn from_items(arguments: &[Argument]) -> Outcome {
    match like::dims(&arguments[0])? {
        Some(own) if own.is_empty() => dims([Dim::Any]),
        _ => Err(Problem::new(Code::ArgumentType, "`fromiter` takes an iterator of numbers")),
    }
}
