//! The dims of sums of products: `einsum`, `tensordot`, `inner`, `kron`.

use super::{Argument, Computed, DType, Dim, Outcome, Problem, constant_axis, dtypes, like};
use crate::diagnostics::Code;
use crate::ir::Constant;
use crate::types::{ArrayType, Type};

fn known_dims(argument: &Argument, what: &str) -> Result<Vec<Dim>, Problem> {
    like::dims(argument)?.map(|dims| dims.to_vec()).ok_or_else(|| Problem::unknown_rank(what))
}

/// The length of two axes that are summed over together.
fn check_same(a: &Dim, b: &Dim) -> Result<(), Problem> {
    match (a, b) {
        (Dim::Known(a), Dim::Known(b)) if a != b => {
            Err(Problem::new(Code::ShapeMismatch, format!("shape-mismatch for sum: axes of {a} and {b}")))
        }
        _ => Ok(()),
    }
}

/// `Tensordot[a, b, axes]`: the axes that are not summed over.
pub fn tensordot(arguments: &[Argument]) -> Outcome {
    let (a, b) = (known_dims(&arguments[0], "`tensordot`")?, known_dims(&arguments[1], "`tensordot`")?);
    let (a_axes, b_axes) = match (arguments[2].int(), arguments[2].parts()) {
        (Some(count), _) => {
            let count = count.max(0) as usize;
            if count > a.len() || count > b.len() {
                return Err(Problem::new(Code::ShapeMismatch, "shape-mismatch for sum"));
            }
            ((a.len() - count..a.len()).collect(), (0..count).collect())
        }
        (None, Some(parts)) if parts.len() == 2 => {
            let axes = |part: &Argument, rank: usize| {
                let parts = part.parts().unwrap_or_else(|| vec![part.clone()]);
                parts.iter().map(|axis| constant_axis(axis, rank)).collect::<Result<Vec<_>, _>>()
            };
            (axes(&parts[0], a.len())?, axes(&parts[1], b.len())?)
        }
        _ => {
            return Err(Problem::new(
                Code::ConstantRequired,
                "`axes` decides the shape of the result and must be a constant",
            ));
        }
    };
    if a_axes.len() != b_axes.len() {
        return Err(Problem::new(Code::ShapeMismatch, "shape-mismatch for sum"));
    }
    a_axes.iter().zip(&b_axes).try_for_each(|(&x, &y)| check_same(&a[x], &b[y]))?;
    let free = |dims: &[Dim], axes: &[usize]| -> Vec<Dim> {
        dims.iter().enumerate().filter(|(axis, _)| !axes.contains(axis)).map(|(_, dim)| dim.clone()).collect()
    };
    Ok(Computed::Dims(Some(free(&a, &a_axes).into_iter().chain(free(&b, &b_axes)).collect())))
}

/// `Inner[a, b]`: all axes but the last of both.
pub fn inner(arguments: &[Argument]) -> Outcome {
    let (a, b) = (known_dims(&arguments[0], "`inner`")?, known_dims(&arguments[1], "`inner`")?);
    let (Some((a_last, a)), Some((b_last, b))) = (a.split_last(), b.split_last()) else {
        return Err(Problem::new(Code::UnsupportedExpression, "`inner` of a number").help("use `*`"));
    };
    check_same(a_last, b_last)?;
    Ok(Computed::Dims(Some(a.iter().chain(b).cloned().collect())))
}

/// `InnerScalar[a, b]`: the scalar product of two vectors; fits nothing else.
pub fn inner_scalar(arguments: &[Argument]) -> Outcome {
    match inner(arguments)? {
        Computed::Dims(Some(dims)) if dims.is_empty() => dtypes::set_dtype(arguments).map(scalar),
        _ => Err(Problem::DoesNotFit),
    }
}

fn scalar(computed: Computed) -> Computed {
    match computed {
        Computed::DType(dtype) => Computed::Type(Type::Scalar(dtype)),
        other => other,
    }
}

/// `TraceScalar[a]`: the sum of the diagonal of a matrix.
pub fn trace(arguments: &[Argument]) -> Outcome {
    match known_dims(&arguments[0], "`trace`")?.len() {
        2 => dtypes::sum(arguments).map(scalar),
        _ => Err(Problem::new(Code::UnsupportedExpression, "`trace` of an array that is no matrix")
            .help("sum a diagonal: `np.diagonal(a).sum(axis=-1)`")),
    }
}

/// `Kron[a, b]`: each axis as long as the product of both.
pub fn kron(arguments: &[Argument]) -> Outcome {
    let (a, b) = (known_dims(&arguments[0], "`kron`")?, known_dims(&arguments[1], "`kron`")?);
    let rank = a.len().max(b.len());
    let at = |dims: &[Dim], axis: usize| {
        (axis + dims.len()).checked_sub(rank).map_or(Dim::Known(1), |own| dims[own].clone())
    };
    let product = |axis: usize| match (at(&a, axis), at(&b, axis)) {
        (Dim::Known(a), Dim::Known(b)) => Dim::Known(a * b),
        (Dim::Known(1), other) | (other, Dim::Known(1)) => other,
        _ => Dim::Any,
    };
    Ok(Computed::Dims(Some((0..rank).map(product).collect())))
}

/// `EinsumScalar[subscripts, operands]`: where every axis is summed over; fits nothing else.
pub fn einsum_scalar(arguments: &[Argument]) -> Outcome {
    match einsum(arguments)? {
        Computed::Type(Type::Array(array)) if array.rank() == Some(0) => Ok(Computed::Type(Type::Scalar(array.dtype))),
        _ => Err(Problem::DoesNotFit),
    }
}

/// `Einsum[subscripts, operands]`: the axes of the letters of the result.
pub fn einsum(arguments: &[Argument]) -> Outcome {
    let Some(Constant::Str(subscripts)) = &arguments[0].constant else {
        return Err(Problem::new(
            Code::ConstantRequired,
            "the subscripts of `einsum` decide the shape of the result and must be a constant",
        ));
    };
    let operands = arguments[1].parts().unwrap_or_default();
    let ranks: Option<Vec<usize>> = operands.iter().map(rank).collect();
    let subscripts = match ranks {
        Some(ranks) => without_ellipsis(subscripts, &ranks),
        None => subscripts.to_string(),
    };
    let (inputs, result) = letters(&subscripts)?;
    if inputs.len() != operands.len() {
        return Err(Problem::new(
            Code::CallArguments,
            format!("the subscripts are for {} operands, and there are {}", inputs.len(), operands.len()),
        ));
    }
    let mut lengths: Vec<(char, Dim)> = Vec::new();
    for (letters, operand) in inputs.iter().zip(&operands) {
        let Type::Array(array) = &operand.ty else {
            return Err(Problem::new(Code::ArgumentType, format!("`einsum` takes arrays, not `{}`", operand.ty))
                .help("make an array first: `np.array(…)`"));
        };
        let Some(dims) = &array.dims else { continue };
        if dims.len() != letters.len() {
            return Err(Problem::new(
                Code::ShapeMismatch,
                format!(
                    "`{}` stands for {} axes, and the operand has {}",
                    letters.iter().collect::<String>(),
                    letters.len(),
                    dims.len()
                ),
            ));
        }
        for (&letter, dim) in letters.iter().zip(dims.iter()) {
            match lengths.iter_mut().find(|(known, _)| *known == letter) {
                None => lengths.push((letter, dim.clone())),
                Some((_, known)) => *known = same(letter, known, dim)?,
            }
        }
    }
    let dtypes: Vec<DType> =
        operands.iter().map(|operand| dtypes::array_like(&operand.ty)).collect::<Result<_, _>>()?;
    if let Some(other) = dtypes.iter().find(|dtype| **dtype != dtypes[0]) {
        return Err(Problem::new(
            Code::ArgumentType,
            format!("operands of {} and {}: here `einsum` takes operands of one dtype", dtypes[0].name(), other.name()),
        )
        .help("convert one of them: `.astype(…)`"));
    }
    let length =
        |letter: &char| lengths.iter().find(|(known, _)| known == letter).map_or(Dim::Any, |(_, dim)| dim.clone());
    Ok(Computed::Type(Type::Array(ArrayType::new(dtypes[0], result.iter().map(length)))))
}

fn rank(operand: &Argument) -> Option<usize> {
    match &operand.ty {
        Type::Array(array) => array.rank(),
        _ => None,
    }
}

/// The subscripts with letters of their own for the axes that `...` stands for: the last of an operand go together with the
/// last of another.
fn without_ellipsis(subscripts: &str, ranks: &[usize]) -> String {
    const ELLIPSIS: &str = "...";
    if !subscripts.contains(ELLIPSIS) {
        return subscripts.to_owned();
    }
    let text: String = subscripts.chars().filter(|letter| *letter != ' ').collect();
    let (inputs, output) = match text.split_once("->") {
        Some((inputs, output)) => (inputs, Some(output)),
        None => (text.as_str(), None),
    };
    let covered = |(input, rank): (&str, &usize)| {
        let named = input.replace(ELLIPSIS, "").len();
        if input.contains(ELLIPSIS) { rank.saturating_sub(named) } else { 0 }
    };
    let counts: Vec<usize> = inputs.split(',').zip(ranks).map(covered).collect();
    let most = counts.iter().copied().max().unwrap_or(0);
    let free: String = ('A'..='Z').chain('a'..='z').filter(|letter| !text.contains(*letter)).take(most).collect();
    let last = |count: usize| &free[free.len().saturating_sub(count)..];
    let written = inputs
        .split(',')
        .enumerate()
        .map(|(place, input)| input.replacen(ELLIPSIS, last(counts.get(place).copied().unwrap_or(0)), 1));
    let output = output.map_or_else(
        || {
            let mut once: Vec<char> = inputs.chars().filter(char::is_ascii_alphabetic).collect();
            once.sort_unstable();
            let all = once.clone();
            once.retain(|letter| all.iter().filter(|other| *other == letter).count() == 1);
            free.chars().chain(once).collect()
        },
        |output| output.replacen(ELLIPSIS, &free, 1),
    );
    format!("{}->{output}", written.collect::<Vec<_>>().join(","))
}

fn same(letter: char, a: &Dim, b: &Dim) -> Result<Dim, Problem> {
    match (a, b) {
        (a, b) if a == b => Ok(a.clone()),
        (Dim::Known(1), other) | (other, Dim::Known(1)) => Ok(other.clone()),
        (Dim::Known(a), Dim::Known(b)) => {
            Err(Problem::new(Code::ShapeMismatch, format!("`{letter}` is an axis of {a} and one of {b}")))
        }
        (known @ Dim::Known(_), _) | (_, known @ Dim::Known(_)) => Ok(known.clone()),
        _ => Ok(Dim::Any),
    }
}

/// The letters of each operand, and those of the result.
fn letters(subscripts: &str) -> Result<(Vec<Vec<char>>, Vec<char>), Problem> {
    let text: String = subscripts.chars().filter(|letter| *letter != ' ').collect();
    if text.contains("...") {
        return Err(Problem::new(
            Code::UnknownRank,
            "how many axes the ellipsis in the subscripts stands for is not known here",
        )
        .help("write a letter for each axis"));
    }
    let (inputs, output) = match text.split_once("->") {
        Some((inputs, output)) => (inputs.to_owned(), Some(output.to_owned())),
        None => (text, None),
    };
    let read = |part: &str| match part.chars().find(|letter| !letter.is_ascii_alphabetic()) {
        Some(letter) => Err(Problem::new(
            Code::ArgumentType,
            format!("invalid subscript '{letter}' in einstein sum subscripts string, subscripts must be letters"),
        )),
        None => Ok(part.chars().collect::<Vec<char>>()),
    };
    let inputs = inputs.split(',').map(read).collect::<Result<Vec<_>, _>>()?;
    let result = match output {
        Some(output) => read(&output)?,
        None => {
            let mut all = inputs.concat();
            all.sort_unstable();
            let once = |letter: &char| all.iter().filter(|other| *other == letter).count() == 1;
            all.iter().copied().filter(once).collect()
        }
    };
    if let Some(letter) = result.iter().find(|letter| !inputs.iter().any(|input| input.contains(letter))) {
        return Err(Problem::new(
            Code::ArgumentType,
            format!(
                "einstein sum subscripts string included output subscript '{letter}' which never appeared in an input"
            ),
        ));
    }
    if let Some(place) = (1..result.len()).find(|&place| result[..place].contains(&result[place])) {
        return Err(Problem::new(
            Code::ArgumentType,
            format!("einstein sum subscripts string includes output subscript '{}' multiple times", result[place]),
        ));
    }
    Ok((inputs, result))
}
