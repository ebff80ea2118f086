//! The static types of captured values.

use hotforge_analyzer::onnx;
use hotforge_analyzer::types::{ArrayType, DType, Dim, Element, Groups, Type, join_all};

use super::result::Captured;
use super::value::CapturedValue;
use crate::error::{OnPath, Result};

/// The type of what was captured; `None` where there is no value, or a model whose signature cannot be read.
///
/// # Errors
/// Where a model's file cannot be read.
pub fn type_of(captured: &Captured) -> Result<Option<Type>> {
    match captured {
        Captured::Value { value: CapturedValue::Array { dtype, .. }, scalar: true } => Ok(Some(Type::Scalar(*dtype))),
        Captured::Value { value: CapturedValue::Session { file }, .. } => {
            let model = std::fs::File::open(file).reading(file)?;
            Ok(onnx::signature(model).map(|signature| Type::Session(signature.into())))
        }
        // Classes are known by the source, not by the value.
        Captured::Value { value, .. } => {
            Ok(Some(value_type(value)).filter(|ty| !ty.any(&|part| *part == Type::Unknown)))
        }
        Captured::Missing | Captured::Unsupported { .. } => Ok(None),
    }
}

fn value_type(value: &CapturedValue) -> Type {
    match value {
        CapturedValue::Constant(constant) => constant.ty(),
        CapturedValue::List(items) => Type::list(join(items)),
        CapturedValue::Tuple(items) => Type::tuple(items.iter().map(value_type)),
        CapturedValue::Set(items) => Type::set(join(items)),
        CapturedValue::FrozenSet(items) => Type::FrozenSet(Element::of(join(items))),
        CapturedValue::Dict(pairs) => {
            Type::dict(join(pairs.iter().map(|(key, _)| key)), join(pairs.iter().map(|(_, item)| item)))
        }
        CapturedValue::Array { dtype, shape, .. } => array(*dtype, shape),
        CapturedValue::DType(dtype) => Type::DType(*dtype),
        CapturedValue::Tokenizer { .. } => Type::instance("tokenizers.Tokenizer"),
        CapturedValue::Pattern { text, flags } => Type::Pattern(Groups::of(text, *flags).into()),
        CapturedValue::Made { class, .. } => Type::Instance(class.clone()),
        CapturedValue::Enum { .. } => Type::Unknown,
        // A session in a container has no signature of its own there; models are read as globals.
        CapturedValue::Session { .. } => Type::Unknown,
    }
}

fn join<'a>(items: impl IntoIterator<Item = &'a CapturedValue>) -> Type {
    join_all(&items.into_iter().map(value_type).collect::<Vec<_>>())
}

fn array(dtype: DType, shape: &[usize]) -> Type {
    Type::Array(ArrayType::new(dtype, shape.iter().map(|length| Dim::Known(*length as u64))))
}

#[cfg(test)]
mod tests {
    use hotforge_analyzer::ir::Constant;

    use super::*;

    #[test]
    fn containers_join_their_elements() {
        let text = |text: &str| CapturedValue::Constant(Constant::Str(text.into()));
        let dict = CapturedValue::Dict(vec![(text("query"), text("…")), (text("document"), text(""))]);
        assert_eq!(value_type(&dict), Type::dict(Type::Str, Type::Str));
    }

    #[test]
    fn arrays_have_the_shape_they_have() {
        let value = CapturedValue::Array { dtype: DType::Float32, shape: vec![2, 3], data: [0; 24].as_slice().into() };
        let expected = ArrayType::new(DType::Float32, [Dim::Known(2), Dim::Known(3)]);
        assert_eq!(value_type(&value), Type::Array(expected));
    }

    #[test]
    fn a_numpy_scalar_is_no_array() {
        let value = CapturedValue::Array { dtype: DType::Int64, shape: vec![], data: [0; 8].as_slice().into() };
        let scalar = Captured::Value { value, scalar: true };
        assert_eq!(type_of(&scalar).unwrap(), Some(Type::Scalar(DType::Int64)));
    }
}
