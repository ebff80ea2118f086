//! What Fourier transforms give.

use super::{Argument, Computed, DType, Dim, Outcome, Problem, constant_axis, dtypes, like};
use crate::diagnostics::Code;
use crate::types::Type;

/// `Frequencies[a]`: `complex64` of half and single precision, else `complex128`.
pub fn frequencies(arguments: &[Argument]) -> Outcome {
    Ok(Computed::DType(match dtypes::array_like(&arguments[0].ty)? {
        DType::Float16 | DType::Float32 | DType::Complex64 => DType::Complex64,
        _ => DType::Complex128,
    }))
}

/// `RealFrequencies[a]`: as `Frequencies`, of real numbers.
pub fn real_frequencies(arguments: &[Argument]) -> Outcome {
    match dtypes::array_like(&arguments[0].ty)? {
        dtype if dtype.is_complex() => {
            Err(Problem::new(Code::OperandTypes, format!("`rfft` is of real numbers, not of {}", dtype.name()))
                .help("take `np.fft.fft`, or the real part: `x.real`"))
        }
        _ => frequencies(arguments),
    }
}

/// `Samples[a]`: the parts of `Frequencies`.
pub fn samples(arguments: &[Argument]) -> Outcome {
    match frequencies(arguments)? {
        Computed::DType(dtype) => Ok(Computed::DType(dtypes::part(dtype))),
        other => Ok(other),
    }
}

/// `Transformed[a, n, axis]`: an axis of `n` points.
pub fn transformed(arguments: &[Argument]) -> Outcome {
    with_axis(arguments, |given, asked| match asked {
        Some(asked) => Dim::Known(asked),
        None => given.clone(),
    })
}

/// `HalfTransformed[a, n, axis]`: an axis of the first half of `n` points.
pub fn half_transformed(arguments: &[Argument]) -> Outcome {
    with_axis(arguments, |given, asked| match (given, asked) {
        (_, Some(points)) => Dim::Known(points / 2 + 1),
        (Dim::Known(points), None) => Dim::Known(points / 2 + 1),
        _ => Dim::Any,
    })
}

/// `WholeTransformed[a, n, axis]`: an axis of the points that there is the first half of.
pub fn whole_transformed(arguments: &[Argument]) -> Outcome {
    with_axis(arguments, |given, asked| match (given, asked) {
        (_, Some(points)) => Dim::Known(points),
        (Dim::Known(half), None) if *half > 0 => Dim::Known((half - 1) * 2),
        _ => Dim::Any,
    })
}

fn with_axis(arguments: &[Argument], length: impl Fn(&Dim, Option<u64>) -> Dim) -> Outcome {
    let Some(dims) = like::dims(&arguments[0])? else { return Ok(Computed::Dims(None)) };
    let mut dims = dims.to_vec();
    let axis = constant_axis(&arguments[2], dims.len())?;
    dims[axis] = match (&arguments[1].ty, arguments[1].int()) {
        (Type::None, _) => length(&dims[axis], None),
        (_, Some(points)) => {
            let points = u64::try_from(points).ok().filter(|points| *points > 0).ok_or_else(|| {
                Problem::new(Code::ShapeMismatch, format!("Invalid number of FFT data points ({points}) specified."))
            })?;
            length(&dims[axis], Some(points))
        }
        _ => Dim::Any,
    };
    Ok(Computed::Dims(Some(dims.into())))
}
