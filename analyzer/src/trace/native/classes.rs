//! Which class of the catalog, dtype or protocol a type belongs to.

use crate::catalog::{Protocol, catalog};
use crate::ir::{Constant, Expr, ExprKind};
use crate::source::Span;
use crate::trace::value::Value;
use crate::types::{ClassName, DType, Type, functions, is_subtype};

/// Whether values of the type can be keys of a dict.
pub(in crate::trace) fn is_hashable(ty: &Type) -> bool {
    match ty {
        Type::List(_)
        | Type::Set(_)
        | Type::Dict(..)
        | Type::Container(..)
        | Type::Array(_)
        | Type::Tensor(_)
        | Type::Iterator(_)
        | Type::Struct(_)
        | Type::Image(_)
        | Type::Slice => false,
        // One of several functions is told by a tag, which Python does not hash.
        Type::Union(members) if members.iter().any(|member| matches!(member, Type::Callable(_))) => false,
        Type::Instance(class) => catalog().method(class, "__hash__").is_some(),
        Type::Record(record) => record.hashable,
        other => other.parts().into_iter().all(is_hashable),
    }
}

/// Whether the type is `bytearray`.
pub(in crate::trace) fn is_bytearray(ty: &Type) -> bool {
    matches!(ty, Type::Instance(class) if &**class == "builtins.bytearray")
}

pub(super) fn fits_protocol(protocol: Protocol, ty: &Type) -> bool {
    let is_real = matches!(ty, Type::Bool | Type::Int | Type::Float | Type::Scalar(_));
    let is_number = is_real || *ty == Type::Complex;
    match protocol {
        Protocol::Object | Protocol::Index => !ty.is_static(),
        Protocol::Buffer => *ty == Type::Bytes || is_bytearray(ty),
        Protocol::Operand => is_number || matches!(ty, Type::Array(_)),
        Protocol::TensorOperand => {
            is_real && !matches!(ty, Type::Scalar(_)) || matches!(ty, Type::Tensor(_) | Type::Complex)
        }
        Protocol::Tensors => match ty {
            Type::List(element) => matches!(element.ty, Type::Tensor(_)),
            Type::Tuple(members) => {
                members.iter().all(|member| matches!(member, Type::Tensor(_))) && !members.is_empty()
            }
            Type::Sequence(item) => matches!(**item, Type::Tensor(_)),
            _ => false,
        },
        Protocol::TensorLike => fits_protocol(Protocol::ArrayLike, ty),
        Protocol::ArrayLike => match ty {
            Type::Array(_) => true,
            Type::List(element) => element.ty == Type::Never || fits_protocol(protocol, &element.ty),
            Type::Tuple(members) => members.iter().all(|member| fits_protocol(protocol, member)),
            Type::Sequence(item) => fits_protocol(protocol, item),
            _ => is_number,
        },
        Protocol::Shape => match ty {
            Type::Int => true,
            Type::List(element) => matches!(element.ty, Type::Int | Type::Never),
            Type::Tuple(members) => members.iter().all(|member| *member == Type::Int),
            Type::Sequence(item) => **item == Type::Int,
            _ => false,
        },
        Protocol::Axes => match ty {
            Type::None | Type::Int => true,
            Type::Tuple(members) => members.iter().all(|member| *member == Type::Int),
            _ => false,
        },
        Protocol::Dims => match ty {
            Type::List(element) => element.ty == Type::Int,
            _ => fits_protocol(Protocol::Axes, ty),
        },
        Protocol::SupportsFloat => {
            is_real || ty.is_union() && ty.members().iter().all(|ty| fits_protocol(protocol, ty))
        }
        Protocol::SupportsIndex => is_subtype(ty, &Type::Int),
        Protocol::Mixed => ty.is_union() && ty.members().iter().all(|member| fits_protocol(Protocol::Operand, member)),
        Protocol::Color => match ty {
            Type::None | Type::Str => true,
            Type::Tuple(members) => {
                (1..=4).contains(&members.len())
                    && members.iter().all(|member| matches!(member, Type::Int | Type::Float))
            }
            Type::Sequence(item) => **item == Type::Int,
            Type::Union(members) => members.iter().all(|member| fits_protocol(protocol, member)),
            _ => matches!(ty, Type::Bool | Type::Int | Type::Float),
        },
        Protocol::Coordinates => match ty {
            Type::List(element) => is_coordinate(&element.ty),
            Type::Sequence(item) => is_coordinate(item),
            Type::Tuple(members) => (1..=8).contains(&members.len()) && members.iter().all(is_coordinate),
            _ => false,
        },
        Protocol::Strategy => matches!(ty, Type::Bool | Type::Str),
        Protocol::Natural | Protocol::Negative => false,
    }
}

/// A number, or a pair of numbers.
fn is_coordinate(ty: &Type) -> bool {
    let is_number = |ty: &Type| matches!(ty, Type::Int | Type::Float);
    match ty {
        Type::Tuple(members) => members.len() == 2 && members.iter().all(is_number),
        Type::List(element) => is_number(&element.ty),
        _ => is_number(ty),
    }
}

/// The class of the catalog that describes values of a type.
pub(crate) fn class_of(ty: &Type) -> Option<ClassName> {
    let builtin = match ty {
        Type::None => "NoneType",
        Type::Bool => "bool",
        Type::Int => "int",
        Type::Float => "float",
        Type::Complex => "complex",
        Type::Str => "str",
        Type::Bytes => "bytes",
        Type::Range => "range",
        Type::Slice => "slice",
        Type::List(_) => "list",
        Type::Set(_) => "set",
        Type::FrozenSet(_) => "frozenset",
        Type::Dict(..) => "dict",
        Type::Tuple(_) | Type::Sequence(_) => "tuple",
        Type::Iterator(_) => "Iterator",
        Type::Literal(values) => return class_of(&values[0].ty()),
        Type::Array(_) => return Some("numpy.ndarray".into()),
        Type::Scalar(_) => return Some("numpy.Scalar".into()),
        Type::Tensor(_) => return Some("torch.Tensor".into()),
        Type::TensorDType(_) => return Some("torch.dtype".into()),
        Type::Pattern(_) => return Some("re.Pattern".into()),
        Type::Match(_) => return Some("re.Match".into()),
        Type::Struct(_) => return Some("struct.Struct".into()),
        Type::Image(_) => return Some("PIL.Image.Image".into()),
        Type::Session(_) => return Some("onnxruntime.InferenceSession".into()),
        Type::Instance(class) | Type::Container(class, _) => return Some(class.clone()),
        // The classes of a project have no stubs: what they inherit is in that of the nearest ancestor that has.
        Type::Exception(class) => return class.lineage().iter().find(|name| catalog().class(name).is_some()).cloned(),
        _ => return None,
    };
    Some(format!("builtins.{builtin}").into())
}

/// The dtype that a value names: `np.float32`, `float`, `"float32"`.
pub(in crate::trace) fn dtype_of_value(value: &Value) -> Option<DType> {
    match value {
        Value::Class(name) => match name.strip_prefix("builtins.") {
            Some("bool") => Some(DType::Bool),
            Some("int") => Some(DType::Int64),
            Some("float") => Some(DType::Float64),
            Some("complex") => Some(DType::Complex128),
            Some(_) => None,
            None => functions::dtype_named(name.strip_prefix("numpy.")?),
        },
        Value::Expr(expr) => match (&expr.ty, &expr.kind) {
            (Type::DType(dtype), _) => Some(*dtype),
            (Type::Str, ExprKind::Constant(Constant::Str(name))) => DType::from_name(name),
            _ => None,
        },
        _ => None,
    }
}

/// The dtype of torch that a value names: `torch.float32`.
pub(in crate::trace) fn tensor_dtype_of_value(value: &Value) -> Option<DType> {
    match value {
        Value::Class(name) => functions::tensor_dtype_named(name.strip_prefix("torch.")?),
        Value::Expr(expr) => match expr.ty {
            Type::TensorDType(dtype) => Some(dtype),
            _ => None,
        },
        _ => None,
    }
}

/// A dtype of torch as a value.
pub(in crate::trace) fn tensor_dtype(dtype: DType, span: Span) -> Expr {
    let kind = ExprKind::Constant(Constant::Str(dtype.name().into()));
    Expr { kind, ty: Type::TensorDType(dtype), span }
}

/// A dtype of numpy as a value.
pub(super) fn numpy_dtype(dtype: DType, span: Span) -> Expr {
    let kind = ExprKind::Constant(Constant::Str(dtype.name().into()));
    Expr { kind, ty: Type::DType(dtype), span }
}
