//! The dtype of a result: promotion by NEP 50 and what each family of functions makes of a dtype.

use super::{Argument, Computed, DType, Outcome, Problem};
use crate::diagnostics::Code;
use crate::types::Type;

/// How an operand takes part in promotion.
#[derive(Clone, Copy, PartialEq)]
enum Operand {
    /// An array or a numpy scalar.
    Strong(DType),
    /// A Python `int`: takes the dtype of the others unless they are all `bool`.
    WeakInt,
    /// A Python `float`: takes the dtype of the others if that is a float.
    WeakFloat,
    /// A Python `complex`: takes the complex dtype of the others' size.
    WeakComplex,
}

/// `DTypeOf[x]`: the dtype of the array that numpy makes of an array-like.
pub fn dtype_of(arguments: &[Argument]) -> Outcome {
    array_like(&arguments[0].ty).map(Computed::DType)
}

/// `Promote[a, b, …]`: the common dtype of operands; Python numbers are weak.
pub fn promote(arguments: &[Argument]) -> Outcome {
    common(arguments).map(Computed::DType)
}

/// `Subtract[a, b]`: as `Promote`, but not of two booleans.
pub fn subtract(arguments: &[Argument]) -> Outcome {
    match common(arguments)? {
        DType::Bool => Err(Problem::new(
            Code::OperandTypes,
            "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the \
             logical_xor function instead.",
        )),
        dtype => Ok(Computed::DType(dtype)),
    }
}

/// `Quotient[a, b]`: true division gives floats; integers give `float64`.
pub fn quotient(arguments: &[Argument]) -> Outcome {
    Ok(Computed::DType(match common(arguments)? {
        dtype if dtype.is_float() || dtype.is_complex() => dtype,
        _ => DType::Float64,
    }))
}

/// `Whole[a, b]`: `//` and `%`, as `Integral`, but not of complex numbers.
pub fn whole(arguments: &[Argument]) -> Outcome {
    ordered(integral(arguments)?)
}

/// `Integral[a, b]`: `**`, which are refused for booleans: numpy computes them in another dtype.
pub fn integral(arguments: &[Argument]) -> Outcome {
    match common(arguments)? {
        DType::Bool => Err(Problem::new(Code::OperandTypes, "numpy computes this of booleans as int8")
            .help("convert first: `.astype(np.int8)`")),
        dtype => Ok(Computed::DType(dtype)),
    }
}

/// `Bits[a, b]`: `&`, `|`, `^`, `~` are not for floats.
pub fn bits(arguments: &[Argument]) -> Outcome {
    match common(arguments)? {
        dtype if !dtype.is_integer() && dtype != DType::Bool => Err(Problem::new(
            Code::OperandTypes,
            "bitwise operators take integers and booleans, not floats or complex numbers",
        )),
        dtype => Ok(Computed::DType(dtype)),
    }
}

/// `Signed[x]`: unary `-`, which numpy refuses for booleans.
pub fn signed(arguments: &[Argument]) -> Outcome {
    match common(arguments)? {
        DType::Bool => Err(Problem::new(
            Code::OperandTypes,
            "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not \
             function instead.",
        )),
        dtype => Ok(Computed::DType(dtype)),
    }
}

/// `Inexact[x, …]`: functions of real analysis give floats of a size that fits the integers they are given.
pub fn inexact(arguments: &[Argument]) -> Outcome {
    Ok(Computed::DType(match common(arguments)? {
        DType::Bool | DType::Int8 | DType::UInt8 | DType::Float16 => DType::Float16,
        DType::Int16 | DType::UInt16 | DType::Float32 => DType::Float32,
        complex @ (DType::Complex64 | DType::Complex128) => complex,
        _ => DType::Float64,
    }))
}

/// `RealInexact[x, …]`: as `Inexact`, but not of complex numbers.
pub fn real_inexact(arguments: &[Argument]) -> Outcome {
    ordered(inexact(arguments)?)
}

/// `RealPart[x]`: the dtype of the parts of complex numbers; that of all others stays.
pub fn real_part(arguments: &[Argument]) -> Outcome {
    common(arguments).map(|dtype| Computed::DType(part(dtype)))
}

/// `OrderedDType[x]`: the dtype of an array-like whose elements lie on a line.
pub fn ordered_dtype(arguments: &[Argument]) -> Outcome {
    ordered(dtype_of(arguments)?)
}

/// `RealPromote[a, b, …]`: as `Promote`, but not of complex numbers.
pub fn real_promote(arguments: &[Argument]) -> Outcome {
    ordered(promote(arguments)?)
}

fn ordered(computed: Computed) -> Outcome {
    match computed {
        Computed::DType(dtype) if dtype.is_complex() => Err(Problem::new(
            Code::OperandTypes,
            format!("this function is not for complex numbers, and the operands meet in {}", dtype.name()),
        )
        .help("take the real part or the absolute value first: `x.real`, `np.abs(x)`")),
        other => Ok(other),
    }
}

/// The dtype of the parts of a complex dtype.
pub fn part(dtype: DType) -> DType {
    match dtype {
        DType::Complex64 => DType::Float32,
        DType::Complex128 => DType::Float64,
        other => other,
    }
}

/// `Compared[a, b]`: comparisons and logical functions give booleans of anything that numpy makes numbers of.
pub fn compared(arguments: &[Argument]) -> Outcome {
    common(arguments).map(|_| Computed::DType(DType::Bool))
}

/// `Sum[x]`: sums and products of integers are computed in 64 bits.
pub fn sum(arguments: &[Argument]) -> Outcome {
    Ok(Computed::DType(match array_like(&arguments[0].ty)? {
        DType::Bool | DType::Int8 | DType::Int16 | DType::Int32 | DType::Int64 => DType::Int64,
        DType::UInt8 | DType::UInt16 | DType::UInt32 | DType::UInt64 => DType::UInt64,
        float => float,
    }))
}

/// `Mean[x]`: means of integers are `float64`.
pub fn mean(arguments: &[Argument]) -> Outcome {
    Ok(Computed::DType(match array_like(&arguments[0].ty)? {
        dtype if dtype.is_float() || dtype.is_complex() => dtype,
        _ => DType::Float64,
    }))
}

/// `Spread[x]`: variances and norms are real numbers of the mean's size.
pub fn spread(arguments: &[Argument]) -> Outcome {
    match mean(arguments)? {
        Computed::DType(dtype) => Ok(Computed::DType(part(dtype))),
        other => Ok(other),
    }
}

/// `RealTruth[x]`: truth values of numbers that are not complex.
pub fn real_truth(arguments: &[Argument]) -> Outcome {
    ordered(promote(arguments)?).map(|_| Computed::DType(DType::Bool))
}

/// `Integers[a, b]`: functions of whole numbers.
pub fn integers(arguments: &[Argument]) -> Outcome {
    match common(arguments)? {
        dtype if dtype.is_integer() => Ok(Computed::DType(dtype)),
        other => Err(Problem::new(
            Code::OperandTypes,
            format!("this function is of whole numbers, and the operands meet in {}", other.name()),
        )
        .help("convert first: `.astype(np.int64)`")),
    }
}

/// `ComplexPart[x]`: the dtype of the parts of complex numbers; fits no others.
pub fn complex_part(arguments: &[Argument]) -> Outcome {
    match common(arguments)? {
        dtype if dtype.is_complex() => Ok(Computed::DType(part(dtype))),
        _ => Err(Problem::DoesNotFit),
    }
}

/// `BitCount[x]`: small numbers, of whole ones.
pub fn bit_count(arguments: &[Argument]) -> Outcome {
    integers(arguments).map(|_| Computed::DType(DType::UInt8))
}

/// The common dtype of array-likes: Python numbers are made arrays of first, so they are not weak.
pub fn set_dtype(arguments: &[Argument]) -> Outcome {
    let dtypes = arguments.iter().map(|argument| array_like(&argument.ty)).collect::<Result<Vec<_>, _>>()?;
    Ok(Computed::DType(dtypes.into_iter().reduce(promote_dtypes).unwrap_or(DType::Float64)))
}

/// `SetDType[a, b]`: the common dtype of arrays that are made of the arguments.
pub fn set_dtype_of(arguments: &[Argument]) -> Outcome {
    set_dtype(arguments)
}

/// `NumberDType[a, …]`: as `SetDType`, but not of truth values.
pub fn number_dtype(arguments: &[Argument]) -> Outcome {
    match set_dtype(arguments)? {
        Computed::DType(DType::Bool) => {
            Err(Problem::new(Code::OperandTypes, "this function is of numbers, not of booleans")
                .help("convert first: `.astype(np.int64)`"))
        }
        other => Ok(other),
    }
}

/// `InexactDType[dtype]`: a dtype of floats or complex numbers.
pub fn inexact_dtype(arguments: &[Argument]) -> Outcome {
    match set_dtype(arguments)? {
        Computed::DType(dtype) if !(dtype.is_float() || dtype.is_complex()) => Err(Problem::new(
            Code::OperandTypes,
            format!("a mean computed in {}, which has no fractions", dtype.name()),
        )
        .help("take a float dtype: `dtype=np.float64`")),
        other => Ok(other),
    }
}

/// `OrderedNumber[x]`: a number on the line.
pub fn ordered_number(arguments: &[Argument]) -> Outcome {
    ordered(number_dtype(arguments)?)
}

/// `OrderedMean[x]`: the mean of numbers on the line.
pub fn ordered_mean(arguments: &[Argument]) -> Outcome {
    ordered(mean(arguments)?)
}

/// `QuantileDType[x]`: the dtype between two elements.
pub fn quantile(arguments: &[Argument]) -> Outcome {
    number_dtype(arguments)?;
    ordered(mean(arguments)?)
}

/// `WeightedMean[a, weights]`: the dtype of a mean with weights.
pub fn weighted_mean(arguments: &[Argument]) -> Outcome {
    match (mean(&arguments[..1])?, set_dtype(&arguments[1..])?) {
        (Computed::DType(mean), Computed::DType(weights)) => Ok(Computed::DType(promote_dtypes(mean, weights))),
        _ => Err(Problem::DoesNotFit),
    }
}

/// `PackedBits[a]`: bytes, of whole numbers and truth values.
pub fn packed_bits(arguments: &[Argument]) -> Outcome {
    match array_like(&arguments[0].ty)? {
        dtype if dtype.is_integer() || dtype == DType::Bool => Ok(Computed::DType(DType::UInt8)),
        _ => Err(Problem::new(Code::ArgumentType, "Expected an input array of integer or boolean data type")),
    }
}

/// `UnpackedBits[a]`: bytes, of bytes.
pub fn unpacked_bits(arguments: &[Argument]) -> Outcome {
    match array_like(&arguments[0].ty)? {
        DType::UInt8 => Ok(Computed::DType(DType::UInt8)),
        _ => Err(Problem::new(Code::ArgumentType, "Expected an input array of unsigned byte data type")),
    }
}

/// `FromBytes[dtype]`: a dtype that every pattern of bits is a value of.
pub fn from_bytes(arguments: &[Argument]) -> Outcome {
    match set_dtype(arguments)? {
        Computed::DType(DType::Bool) => {
            Err(Problem::new(Code::ArgumentType, "bytes other than 0 and 1 are no booleans")
                .help("read `np.uint8`, and compare: `… != 0`"))
        }
        other => Ok(other),
    }
}

/// `SelectDType[choices, default]`: the dtype of the choices, if the default is of it too.
pub fn select(arguments: &[Argument]) -> Outcome {
    let dtype = array_like(&arguments[0].ty)?;
    let choices = Argument::of(Type::DType(dtype));
    match common(&[choices, arguments[1].clone()])? {
        common if common == dtype => Ok(Computed::DType(dtype)),
        other => Err(Problem::new(
            Code::ArgumentType,
            format!("choices of {} with a default that makes them {}", dtype.name(), other.name()),
        )
        .help("convert the choices first: `.astype(…)`")),
    }
}

/// `RealFloat64[a, …]`: computed in `float64`, of real numbers.
pub fn real_float64(arguments: &[Argument]) -> Outcome {
    ordered(set_dtype(arguments)?).map(|_| Computed::DType(DType::Float64))
}

/// `RealInt64[a, …]`: counts, of real numbers.
pub fn real_int64(arguments: &[Argument]) -> Outcome {
    ordered(set_dtype(arguments)?).map(|_| Computed::DType(DType::Int64))
}

/// `CountedFloat64[x, weights]`: sums of weights, which are real numbers.
pub fn counted_weights(arguments: &[Argument]) -> Outcome {
    counted(&arguments[..1])?;
    real_float64(&arguments[1..])
}

/// `CountedInt64[x]`: counts, of what is safely a position.
pub fn counted(arguments: &[Argument]) -> Outcome {
    match array_like(&arguments[0].ty)? {
        dtype if dtype == DType::Bool || dtype.is_integer() && dtype != DType::UInt64 => {
            Ok(Computed::DType(DType::Int64))
        }
        _ if matches!(&arguments[0].ty, Type::List(element) if element.ty == Type::Never) => {
            Ok(Computed::DType(DType::Int64))
        }
        other => Err(Problem::new(
            Code::ArgumentType,
            format!(
                "Cannot cast array data from dtype('{}') to dtype('int64') according to the rule 'safe'",
                other.name()
            ),
        )),
    }
}

/// The common dtype of operands. Without any strong one Python numbers count as `int64` and `float64`.
fn common(arguments: &[Argument]) -> Result<DType, Problem> {
    let operands = arguments.iter().map(|argument| operand(&argument.ty)).collect::<Result<Vec<_>, _>>()?;
    let strong = operands.iter().filter_map(|operand| match operand {
        Operand::Strong(dtype) => Some(*dtype),
        _ => None,
    });
    let strong = strong.reduce(promote_dtypes);
    let weak_float = operands.contains(&Operand::WeakFloat);
    let weak_int = operands.contains(&Operand::WeakInt);
    let weak_complex = operands.contains(&Operand::WeakComplex);
    Ok(match strong {
        Some(dtype) if dtype.is_complex() => dtype,
        Some(DType::Float16 | DType::Float32) if weak_complex => DType::Complex64,
        _ if weak_complex => DType::Complex128,
        Some(dtype) if dtype.is_float() => dtype,
        _ if weak_float => DType::Float64,
        None | Some(DType::Bool) if weak_int => DType::Int64,
        Some(dtype) => dtype,
        None => DType::Float64,
    })
}

fn operand(ty: &Type) -> Result<Operand, Problem> {
    match ty.widened() {
        Type::Bool => Ok(Operand::Strong(DType::Bool)),
        Type::Int => Ok(Operand::WeakInt),
        Type::Float => Ok(Operand::WeakFloat),
        Type::Complex => Ok(Operand::WeakComplex),
        Type::DType(dtype) => Ok(Operand::Strong(dtype)),
        other => array_like(&other).map(Operand::Strong),
    }
}

/// The dtype of the array that numpy makes of a value.
pub fn array_like(ty: &Type) -> Result<DType, Problem> {
    match ty {
        Type::Bool => Ok(DType::Bool),
        Type::Int => Ok(DType::Int64),
        Type::Float => Ok(DType::Float64),
        Type::Complex => Ok(DType::Complex128),
        Type::Scalar(dtype) | Type::DType(dtype) => Ok(*dtype),
        Type::Array(array) => Ok(array.dtype),
        Type::List(element) => array_like(&element.ty),
        Type::Sequence(item) => array_like(item),
        Type::Literal(_) => array_like(&ty.widened()),
        Type::Tuple(members) | Type::Union(members) => {
            let dtypes = members.iter().map(array_like).collect::<Result<Vec<_>, _>>()?;
            match dtypes.iter().find(|dtype| **dtype != dtypes[0]) {
                None => Ok(dtypes.first().copied().unwrap_or(DType::Float64)),
                Some(other) => Err(mixed(dtypes[0], *other)),
            }
        }
        Type::Never => Ok(DType::Float64),
        Type::Unknown => Err(Problem::Silent),
        other => Err(Problem::new(Code::ArgumentType, format!("numpy makes no array of numbers of `{other}`"))),
    }
}

/// Parts of several types have no one type in the native code.
fn mixed(first: DType, other: DType) -> Problem {
    let message = format!("an array of parts of different types, `{first}` and `{other}`");
    Problem::new(Code::ArgumentType, message).help("write all numbers alike: `1.0` beside `2.5`, or convert the parts")
}

/// The smallest dtype that both convert to safely, as `numpy.promote_types`.
pub fn promote_dtypes(a: DType, b: DType) -> DType {
    use DType::*;
    let (a, b) = if a <= b { (a, b) } else { (b, a) };
    match (a, b) {
        (a, b) if a == b => a,
        (Bool, other) => other,
        (_, Complex128) | (Int32 | Int64 | UInt32 | UInt64 | Float64, Complex64) => Complex128,
        (_, Complex64) => Complex64,
        (Int8 | UInt8, Float16) => Float16,
        (Int16 | UInt16, Float16) => Float32,
        (Int8 | Int16 | UInt8 | UInt16 | Float16, Float32) => Float32,
        (_, Float16 | Float32 | Float64) => Float64,
        (Int8 | Int16 | Int32 | Int64, UInt64) => Float64,
        (Int8 | Int16 | Int32 | Int64, UInt32) => Int64,
        (Int8 | Int16, UInt16) => Int32,
        (Int8, UInt8) => Int16,
        (signed @ (Int16 | Int32 | Int64), UInt8 | UInt16) => signed,
        // Within one kind the larger of the two.
        (_, larger) => larger,
    }
}
