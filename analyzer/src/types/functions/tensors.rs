//! Tensors of torch: its promotion of dtypes, and the dims of what numpy has no function for. Tensors come here as arrays.

use super::broadcast::{broadcast_two, matmul_dims};
use super::{Argument, Computed, DType, Dim, Outcome, Problem, constant_axis, dtypes, like, normalize_axis};
use crate::diagnostics::Code;
use crate::types::Type;

/// `TensorData[data]`: the dtype that `torch.tensor` gives numbers: floats are `float32` there.
pub fn data(arguments: &[Argument]) -> Outcome {
    fn of(ty: &Type) -> Result<DType, Problem> {
        match ty {
            Type::Float => Ok(DType::Float32),
            Type::Complex => Ok(DType::Complex64),
            Type::List(element) => of(&element.ty),
            Type::Sequence(item) => of(item),
            Type::Never => Ok(DType::Float32),
            Type::Tuple(members) if members.is_empty() => Ok(DType::Float32),
            Type::Tuple(members) | Type::Union(members) => {
                let dtypes = members.iter().map(of).collect::<Result<Vec<_>, _>>()?;
                Ok(dtypes.into_iter().reduce(promoted).unwrap_or(DType::Float32))
            }
            Type::Literal(_) => of(&ty.widened()),
            other => dtypes::array_like(other),
        }
    }
    of(&arguments[0].ty).map(Computed::DType)
}

/// The part that an operand takes in promotion: tensors with axes weigh most, Python numbers least.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Number,
    NoAxes,
    Axes,
}

/// `ResultType[a, b, …]`: the common dtype, by `torch.result_type`.
pub fn result_type(arguments: &[Argument]) -> Outcome {
    common(arguments).map(Computed::DType)
}

fn common(arguments: &[Argument]) -> Result<DType, Problem> {
    let mut operands = Vec::new();
    let mut is_uncertain = false;
    for argument in arguments {
        operands.push(match argument.ty.widened() {
            Type::Bool => (Weight::Number, DType::Bool),
            Type::Int => (Weight::Number, DType::Int64),
            Type::Float => (Weight::Number, DType::Float32),
            Type::Complex => (Weight::Number, DType::Complex64),
            Type::Scalar(dtype) => (Weight::Number, default_of(dtype)),
            Type::DType(dtype) => (Weight::Axes, dtype),
            Type::Array(array) => {
                is_uncertain |= array.dims.is_none();
                let weight = if array.rank() == Some(0) { Weight::NoAxes } else { Weight::Axes };
                (weight, array.dtype)
            }
            other => return Err(Problem::new(Code::OperandTypes, format!("torch does not compute with `{other}`"))),
        });
    }
    let found = of_operands(&operands);
    if is_uncertain {
        // An unknown number of axes may be none: then others may weigh more.
        let unknown = |(argument, operand): (&Argument, &(Weight, DType))| match &argument.ty {
            Type::Array(array) if array.dims.is_none() => (Weight::NoAxes, operand.1),
            _ => *operand,
        };
        let other: Vec<(Weight, DType)> = arguments.iter().zip(&operands).map(unknown).collect();
        if of_operands(&other) != found {
            return Err(Problem::unknown_rank("the dtype of an operation"));
        }
    }
    Ok(found)
}

/// The dtype of a number of that kind among tensors.
fn default_of(dtype: DType) -> DType {
    match dtype {
        dtype if dtype.is_complex() => DType::Complex64,
        dtype if dtype.is_float() => DType::Float32,
        DType::Bool => DType::Bool,
        _ => DType::Int64,
    }
}

fn of_operands(operands: &[(Weight, DType)]) -> DType {
    let of_weight = |weight: Weight| {
        operands.iter().filter(|operand| operand.0 == weight).map(|operand| operand.1).reduce(promoted)
    };
    let lower = combined(of_weight(Weight::NoAxes), of_weight(Weight::Number));
    combined(of_weight(Weight::Axes), lower).unwrap_or(DType::Float32)
}

/// What weighs more decides, unless what weighs less is of a higher kind.
fn combined(higher: Option<DType>, lower: Option<DType>) -> Option<DType> {
    let (Some(high), Some(low)) = (higher, lower) else { return higher.or(lower) };
    Some(match (high, low) {
        (high, _) if high.is_complex() => high,
        (DType::Float64, low) if low.is_complex() => DType::Complex128,
        (high, low) if high.is_float() && low.is_complex() => DType::Complex64,
        (high, _) if high.is_float() => high,
        (DType::Bool, low) => low,
        (high, low) if low.is_float() || low.is_complex() => promoted(high, low),
        (high, _) => high,
    })
}

/// `torch.promote_types`: of an integer and a float the float, whatever their sizes.
fn promoted(a: DType, b: DType) -> DType {
    match (a, b) {
        (a, b) if a == b => a,
        (real, complex) | (complex, real) if complex.is_complex() && real.is_float() => {
            if real == DType::Float64 {
                DType::Complex128
            } else {
                complex
            }
        }
        (other, complex) | (complex, other) if complex.is_complex() && !other.is_complex() => complex,
        (other, float) | (float, other) if float.is_float() && !other.is_float() && !other.is_complex() => float,
        (a, b) => dtypes::promote_dtypes(a, b),
    }
}

/// `Sums[a, b]`: the common dtype, where `-` is defined: not of truth values.
pub fn difference(arguments: &[Argument]) -> Outcome {
    let is_bool = |argument: &Argument| matches!(operand_dtype(argument), Some(DType::Bool));
    if arguments.iter().any(is_bool) {
        return Err(Problem::new(
            Code::OperandTypes,
            "subtraction, the `-` operator, with a bool tensor is not supported",
        )
        .help("use the `^` or `logical_xor()` operator, or `~` to invert a mask"));
    }
    result_type(arguments)
}

fn operand_dtype(argument: &Argument) -> Option<DType> {
    match &argument.ty {
        Type::Array(array) => Some(array.dtype),
        Type::Bool => Some(DType::Bool),
        _ => None,
    }
}

/// `Divided[a, b]`: true division gives floats.
pub fn divided(arguments: &[Argument]) -> Outcome {
    common(arguments).map(floating).map(Computed::DType)
}

fn floating(dtype: DType) -> DType {
    if dtype.is_float() || dtype.is_complex() { dtype } else { DType::Float32 }
}

/// `Whole2[a, b]`: `//` and `%`, of real numbers that are not all truth values.
pub fn real_numbers(arguments: &[Argument]) -> Outcome {
    match common(arguments)? {
        DType::Bool => Err(not_for("this operation", DType::Bool)),
        dtype if dtype.is_complex() => Err(not_for("this operation", dtype)),
        dtype => Ok(Computed::DType(dtype)),
    }
}

/// `Bitwise[a, b]`: whole numbers and truth values.
pub fn bitwise(arguments: &[Argument]) -> Outcome {
    match common(arguments)? {
        dtype if dtype.is_float() || dtype.is_complex() => Err(not_for("a bitwise operation", dtype)),
        dtype => Ok(Computed::DType(dtype)),
    }
}

/// `Ranked[a, …]`: the common dtype of numbers that have an order.
pub fn ordered(arguments: &[Argument]) -> Outcome {
    match common(arguments)? {
        dtype if dtype.is_complex() => Err(not_for("an ordering", dtype)),
        dtype => Ok(Computed::DType(dtype)),
    }
}

/// `Signed2[a]`: `-a` and `abs(a)`, not of truth values.
pub fn negated(arguments: &[Argument]) -> Outcome {
    match common(arguments)? {
        DType::Bool => {
            Err(Problem::new(Code::OperandTypes, "negation, the `-` operator, on a bool tensor is not supported")
                .help("use the `~` operator"))
        }
        dtype => Ok(Computed::DType(dtype)),
    }
}

/// `Floating[a]`: functions of analysis give floats; of integers `float32`. Half precision and complex numbers are left out.
pub fn analysis(arguments: &[Argument]) -> Outcome {
    match floating(common(arguments)?) {
        dtype if dtype.is_complex() => Err(not_for("this function", dtype)),
        dtype => Ok(Computed::DType(dtype)),
    }
}

/// `FloatOnly[a, …]`: a dtype of floats, which functions of networks ask for.
pub fn float_only(arguments: &[Argument]) -> Outcome {
    match common(arguments)? {
        dtype if dtype.is_float() => Ok(Computed::DType(dtype)),
        dtype => Err(not_for("this function", dtype)),
    }
}

/// `Summing[a]`: sums and products of integers are computed in 64 bits.
pub fn summing(arguments: &[Argument]) -> Outcome {
    match common(arguments)? {
        dtype if dtype.is_float() || dtype.is_complex() => Ok(Computed::DType(dtype)),
        _ => Ok(Computed::DType(DType::Int64)),
    }
}

/// `TruthType[a]`: whether elements are true is told in truth values, but of bytes in bytes.
pub fn truth(arguments: &[Argument]) -> Outcome {
    let bytes = common(arguments)? == DType::UInt8;
    Ok(Computed::DType(if bytes { DType::UInt8 } else { DType::Bool }))
}

fn not_for(what: &str, dtype: DType) -> Problem {
    Problem::new(Code::OperandTypes, format!("{what} is not implemented for a tensor of {dtype}"))
        .help("convert it first, for example by `.float()`")
}

/// `ChangedTensor[self, dtype, other]`: the dims of the receiver, if the operand's values may be stored in it.
pub fn changed(arguments: &[Argument]) -> Outcome {
    let [Argument { ty: Type::Array(tensor), .. }, Argument { ty: Type::DType(result), .. }, other] = arguments else {
        return Err(Problem::DoesNotFit);
    };
    let kind = |dtype: DType| match dtype {
        DType::Bool => 0,
        dtype if dtype.is_complex() => 3,
        dtype if dtype.is_float() => 2,
        _ => 1,
    };
    if kind(*result) > kind(tensor.dtype) {
        let message = format!("result type {result} can't be cast to the desired output type {}", tensor.dtype);
        return Err(Problem::new(Code::OperandTypes, message)
            .help("assign the result to a name instead of changing the tensor"));
    }
    let dims = broadcast_two(tensor.dims.clone(), like::dims(other)?)?;
    match (&tensor.dims, &dims) {
        (Some(own), Some(dims)) if own.len() < dims.len() => {
            Err(Problem::new(Code::ShapeMismatch, "the tensor that is changed has fewer axes than the result"))
        }
        _ => Ok(Computed::Dims(tensor.dims.clone())),
    }
}

/// `Product[a, b]`: the dims of a matrix product; none of two vectors.
pub fn product(arguments: &[Argument]) -> Outcome {
    matmul_dims(&arguments[0], &arguments[1]).map(|dims| Computed::Dims(Some(dims.into())))
}

/// `SameDType[a, …]`: the dtype that all have, which torch asks for where it does not promote.
pub fn same_dtype(arguments: &[Argument]) -> Outcome {
    let dtypes = arguments.iter().map(|argument| dtypes::array_like(&argument.ty)).collect::<Result<Vec<_>, _>>()?;
    match dtypes.iter().find(|dtype| **dtype != dtypes[0]) {
        None => Ok(Computed::DType(dtypes[0])),
        Some(other) => {
            let message = format!("expected tensors of one dtype, but got {} and {other}", dtypes[0]);
            Err(Problem::new(Code::OperandTypes, message).help("convert one of them by `.to(…)`"))
        }
    }
}

/// `Resized[a, dim, length]`: the dims with another length along an axis.
pub fn resized(arguments: &[Argument]) -> Outcome {
    let Some(dims) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let mut dims = dims.to_vec();
    if dims.is_empty() {
        return Ok(Computed::Dims(Some(dims.into())));
    }
    match arguments[1].int() {
        Some(axis) => {
            let axis = normalize_axis(axis, dims.len())?;
            dims[axis] = like::dim(arguments[2].int());
        }
        None => dims.fill(Dim::Any),
    }
    Ok(Computed::Dims(Some(dims.into())))
}

/// `Flattened[a, start, end]`: the axes from one to another made one.
pub fn flattened(arguments: &[Argument]) -> Outcome {
    let Some(dims) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    if dims.is_empty() {
        return Ok(Computed::Dims(Some([Dim::Known(1)].into())));
    }
    let (start, end) = (constant_axis(&arguments[1], dims.len())?, constant_axis(&arguments[2], dims.len())?);
    if start > end {
        return Err(Problem::new(
            Code::ShapeMismatch,
            "flatten() has invalid args: start_dim cannot come after end_dim",
        ));
    }
    let flat = super::reduction::flat(Some(&dims[start..=end]));
    Ok(Computed::Dims(Some(
        dims[..start].iter().cloned().chain([flat]).chain(dims[end + 1..].iter().cloned()).collect(),
    )))
}

/// `Expanded[a, sizes]`: axes of length one repeated, and new ones before them; -1 keeps a length.
pub fn expanded(arguments: &[Argument]) -> Outcome {
    let dims = like::dims(&arguments[0])?;
    let sizes = match &arguments[1].members {
        Some(members) => Some(members.clone()),
        None => like::lengths(&arguments[1])?,
    };
    let (Some(dims), Some(sizes)) = (dims, sizes) else { return Ok(Computed::Dims(None)) };
    if sizes.len() < dims.len() {
        let message = format!(
            "expand: the number of sizes provided ({}) must be greater or equal to the number of dimensions in the \
             tensor ({})",
            sizes.len(),
            dims.len()
        );
        return Err(Problem::new(Code::ShapeMismatch, message));
    }
    let new = sizes.len() - dims.len();
    let length = |(position, size): (usize, &Argument)| match (size.int(), position.checked_sub(new)) {
        (Some(-1), Some(axis)) => dims[axis].clone(),
        (size, _) => like::dim(size),
    };
    Ok(Computed::Dims(Some(sizes.iter().enumerate().map(length).collect())))
}

/// `Appended[a, length]`: one more axis, of that length.
pub fn appended(arguments: &[Argument]) -> Outcome {
    let Some(dims) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let length = arguments[1].int().filter(|length| *length >= 0);
    Ok(Computed::Dims(Some(dims.iter().cloned().chain([like::dim(length)]).collect())))
}

/// `Spatial[a]`: batches and channels stay, what lies behind them has other lengths.
pub fn spatial(arguments: &[Argument]) -> Outcome {
    let Some(dims) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let kept = dims.iter().take(2).cloned();
    Ok(Computed::Dims(Some(kept.chain(dims.iter().skip(2).map(|_| Dim::Any)).collect())))
}

/// `LastTwo[a]`: the last two axes have other lengths.
pub fn last_two(arguments: &[Argument]) -> Outcome {
    let Some(dims) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let kept = dims.iter().take(dims.len().saturating_sub(2)).cloned();
    Ok(Computed::Dims(Some(kept.chain(dims.iter().skip(dims.len().saturating_sub(2)).map(|_| Dim::Any)).collect())))
}

/// `PaddedLast[a, pad]`: every axis may be longer.
pub fn any_lengths(arguments: &[Argument]) -> Outcome {
    let dims = like::dims(&arguments[0])?;
    Ok(Computed::Dims(dims.map(|dims| vec![Dim::Any; dims.len()].into())))
}

/// `Repeats[a, sizes]`: the tensor repeated along each axis, and along new ones before them.
pub fn repeats(arguments: &[Argument]) -> Outcome {
    let sizes = match &arguments[1].members {
        Some(members) => Some(members.len()),
        None => like::lengths(&arguments[1])?.map(|lengths| lengths.len()),
    };
    Ok(Computed::Dims(sizes.map(|rank| vec![Dim::Any; rank].into())))
}

/// `SizesOf[sizes]`: an axis for each of the sizes that are written one after another.
pub fn sizes(arguments: &[Argument]) -> Outcome {
    let sizes = arguments[0].parts().unwrap_or_default();
    Ok(Computed::Dims(Some(sizes.iter().map(|size| like::dim(size.int())).collect())))
}

/// `Distances[a, b]`: a row for each of one, a column for each of the other.
pub fn distances(arguments: &[Argument]) -> Outcome {
    let (Some(a), Some(b)) = (like::dims(&arguments[0])?, like::dims(&arguments[1])?) else {
        return Err(Problem::unknown_rank("this function"));
    };
    match (&a[..], &b[..]) {
        ([first @ .., n, _], [second @ .., m, _]) => {
            let outer = broadcast_two(Some(first.into()), Some(second.into()))?;
            let inner = [n.clone(), m.clone()];
            Ok(Computed::Dims(outer.map(|outer| outer.iter().cloned().chain(inner).collect())))
        }
        _ => Err(Problem::new(Code::UnsupportedExpression, "this function takes tensors of two axes or more")),
    }
}

/// `OtherLength[a, dim]`: one axis has another length.
pub fn other_length(arguments: &[Argument]) -> Outcome {
    let Some(dims) = like::dims(&arguments[0])? else { return Err(Problem::unknown_rank("this function")) };
    let mut dims = dims.to_vec();
    match arguments[1].int() {
        Some(dim) => {
            let axis = normalize_axis(dim, dims.len())?;
            dims[axis] = Dim::Any;
        }
        None => dims.fill(Dim::Any),
    }
    Ok(Computed::Dims(Some(dims.into())))
}

/// `GridSampled[input, grid]`: the images and channels of the input, the rows and columns of the grid; of volumes layers, too.
pub fn grid_sampled(arguments: &[Argument]) -> Outcome {
    let (Some(input), Some(grid)) = (like::dims(&arguments[0])?, like::dims(&arguments[1])?) else {
        return Err(Problem::unknown_rank("`grid_sample`"));
    };
    if input.len() != grid.len() || !(4..=5).contains(&input.len()) {
        return Err(Problem::new(
            Code::UnsupportedExpression,
            "`grid_sample` takes an input and a grid of four axes, or of five",
        ));
    }
    let places = &grid[1..grid.len() - 1];
    Ok(Computed::Dims(Some(input[..2].iter().chain(places).cloned().collect())))
}

/// `NonzeroDims[a]`: a row for each element that is not zero, a column for each axis.
pub fn nonzero(arguments: &[Argument]) -> Outcome {
    let rank = like::dims(&arguments[0])?.map(|dims| dims.len() as u64);
    Ok(Computed::Dims(Some([Dim::Any, rank.map_or(Dim::Any, Dim::Known)].into())))
}

/// `Regions[input, output_size]`: for each box the channels of the input, in the output size.
pub fn regions(arguments: &[Argument]) -> Outcome {
    let Some(dims) = like::dims(&arguments[0])? else { return Err(Problem::unknown_rank("`roi_align`")) };
    let [_, channels, _, _] = &dims[..] else {
        let message = format!("`roi_align` takes an input of four axes, not {}", dims.len());
        return Err(Problem::new(Code::ShapeMismatch, message));
    };
    let (rows, columns) = match like::lengths(&arguments[1])?.as_deref() {
        Some([both]) => (like::dim(both.int()), like::dim(both.int())),
        Some([rows, columns]) => (like::dim(rows.int()), like::dim(columns.int())),
        _ => (Dim::Any, Dim::Any),
    };
    Ok(Computed::Dims(Some([Dim::Any, channels.clone(), rows, columns].into())))
}

/// `SuppressedType[boxes]`: the places of boxes whose edges are floats.
pub fn suppressed(arguments: &[Argument]) -> Outcome {
    float_only(arguments).map(|_| Computed::DType(DType::Int64))
}
