//! `numpy.finfo` and `numpy.iinfo`: what a dtype can hold, which is known when a program is compiled.

use super::arguments::Argument;
use super::function::FunctionTracer;
use super::native::{dtype_of_value, tensor_dtype_of_value};
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr};
use crate::source::Span;
use crate::types::{DType, Type};

/// The limits of a real dtype.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Limits {
    dtype: DType,
    /// Whether they are torch's, whose numbers are Python's own.
    is_torch: bool,
}

/// Whether a function of numpy makes limits.
pub(super) fn makes_limits(function: &str) -> bool {
    matches!(function, "finfo" | "iinfo")
}

impl Limits {
    /// What numpy's function of this name makes of an argument, a dtype or a number of one.
    fn of(module: &str, function: &str, argument: &Value) -> Option<Self> {
        let of_numbers = |value: &Value| match value {
            Value::Expr(Expr { ty: Type::Scalar(dtype), .. }) => Some(*dtype),
            Value::Expr(Expr { ty: Type::Array(array), .. }) => Some(array.dtype),
            _ => None,
        };
        let is_torch = module == "torch";
        let dtype = match is_torch {
            true => tensor_dtype_of_value(argument)?,
            false => dtype_of_value(argument).or_else(|| of_numbers(argument))?,
        };
        let fits = if function == "finfo" { dtype.is_float() } else { dtype.is_integer() };
        fits.then_some(Self { dtype, is_torch })
    }

    /// An attribute that is a number of the dtype itself. See `numpy.finfo` in numpy's reference.
    fn number(self, name: &str) -> Option<f64> {
        // The largest and the smallest normal number, the distance from 1 to the next, and digits that are exact.
        let (largest, smallest, epsilon, digits) = match self.dtype {
            DType::Float16 => (65504.0, 2f64.powi(-14), 2f64.powi(-10), 3),
            DType::Float32 => (f64::from(f32::MAX), f64::from(f32::MIN_POSITIVE), f64::from(f32::EPSILON), 6),
            DType::Float64 => (f64::MAX, f64::MIN_POSITIVE, f64::EPSILON, 15),
            _ => return None,
        };
        Some(match name {
            "max" => largest,
            "min" => -largest,
            "tiny" | "smallest_normal" => smallest,
            "smallest_subnormal" => smallest * epsilon,
            "eps" => epsilon,
            "epsneg" => epsilon / 2.0,
            "resolution" => format!("1e-{digits}").parse().expect("it is a number"),
            _ => return None,
        })
    }

    /// An attribute that is an `int`.
    fn int(self, name: &str) -> Option<i64> {
        let (bits, is_signed) = match self.dtype {
            DType::Int8 => (8, true),
            DType::Int16 | DType::Float16 => (16, true),
            DType::Int32 | DType::Float32 => (32, true),
            DType::Int64 | DType::Float64 => (64, true),
            DType::UInt8 => (8, false),
            DType::UInt16 => (16, false),
            DType::UInt32 => (32, false),
            DType::UInt64 => (64, false),
            DType::Bool | DType::Complex64 | DType::Complex128 => return None,
        };
        match (name, self.dtype.is_integer()) {
            ("bits", _) => Some(i64::from(bits)),
            ("min", true) => Some(if is_signed { i64::MIN >> (64 - bits) } else { 0 }),
            ("max", true) if is_signed => Some(i64::MAX >> (64 - bits)),
            ("max", true) => 1_i64.checked_shl(bits).map(|end| end - 1),
            _ => None,
        }
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// `np.finfo(dtype)`, `np.iinfo(dtype)`.
    pub(super) fn limits(&mut self, module: &str, function: &str, arguments: &[Argument<'a>], span: Span) -> Value<'a> {
        let limits = match arguments {
            [argument] => Limits::of(module, function, &argument.value),
            _ => None,
        };
        limits.map_or_else(
            || {
                let wanted = if function == "finfo" { "floating-point" } else { "integer" };
                let message = format!("`{module}.{function}` takes a {wanted} dtype that is known when it is compiled");
                let diagnostic = Diagnostic::new(Code::ConstantRequired, span, message);
                Value::Expr(self.refuse(diagnostic.help("write it out, for example `np.finfo(np.float32)`")))
            },
            Value::Limits,
        )
    }

    /// An attribute of limits: of a number's own dtype as numpy gives it, or an `int`.
    pub(super) fn limits_attribute(&mut self, limits: Limits, name: &str, span: Span) -> Expr {
        if let Some(int) = limits.int(name) {
            return Expr::constant(Constant::Int(int), span);
        }
        match limits.number(name) {
            Some(number) if limits.is_torch => Expr::constant(Constant::Float(number), span),
            Some(number) => {
                let number = Value::Expr(Expr::constant(Constant::Float(number), span));
                let argument = Argument { keyword: None, span, value: number };
                self.call_value(Value::Class(format!("numpy.{}", limits.dtype.name()).into()), vec![argument], span)
            }
            None => {
                let message = format!("`{name}` of the limits of `{}` is not supported", limits.dtype.name());
                self.refuse(Diagnostic::new(Code::UnknownAttribute, span, message))
            }
        }
    }
}
