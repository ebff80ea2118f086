//! How types are held when a program runs: what of them is left there, and which of them has a place in which.

use std::sync::Arc;

use super::{ArrayType, ExceptionClass, SessionType, Type};

/// The type without what is not known of a value when a program runs: literals, dims, the signature of a model. Two types of one
/// layout are one type of Rust, and one kind of value of the evaluator.
pub fn layout(ty: &Type) -> Type {
    match ty {
        Type::Literal(values) => values[0].ty(),
        Type::Array(array) => Type::Array(ArrayType::of_any_rank(array.dtype)),
        Type::Tensor(tensor) => Type::Tensor(ArrayType::of_any_rank(tensor.dtype)),
        Type::Pattern(_) => Type::Pattern(Arc::default()),
        Type::Match(_) => Type::Match(Arc::default()),
        Type::Struct(_) => Type::Struct(None),
        Type::Image(_) => Type::Image(None),
        Type::Session(_) => {
            Type::Session(SessionType { inputs: Vec::new(), outputs: Vec::new(), estimator: None }.into())
        }
        Type::Exception(_) => Type::Exception(ExceptionClass::new(["builtins.BaseException".into()])),
        other => other.map_parts(&mut layout),
    }
}

/// Whether a value of one layout has a place in another.
pub fn fits(from: &Type, to: &Type) -> bool {
    match (from, to) {
        _ if from == to => true,
        (Type::Never, _) => true,
        (Type::Union(members), _) => members.iter().any(|member| fits(member, to)),
        (_, Type::Union(members)) => members.iter().any(|member| fits(from, member)),
        (Type::Bool, Type::Int | Type::Float | Type::Complex) => true,
        (Type::Int, Type::Float | Type::Complex) | (Type::Scalar(_), Type::Float) | (Type::Float, Type::Complex) => {
            true
        }
        (Type::Tuple(from), Type::Tuple(to)) => {
            from.len() == to.len() && from.iter().zip(to.iter()).all(|(from, to)| fits(from, to))
        }
        (Type::Callable(from), Type::Callable(to)) => {
            from.key == to.key && from.captures.iter().zip(&to.captures).all(|((_, from), (_, to))| fits(from, to))
        }
        (Type::Tuple(from), Type::Sequence(item)) => from.iter().all(|member| fits(member, item)),
        _ => is_empty_container(from) && std::mem::discriminant(from) == std::mem::discriminant(to),
    }
}

/// Whether a value of the type is a container without elements, so that any element type fits it.
pub fn is_empty_container(ty: &Type) -> bool {
    matches!(ty, Type::List(_) | Type::Set(_) | Type::FrozenSet(_) | Type::Dict(..) | Type::Sequence(_))
        && ty.parts().into_iter().all(|part| *part == Type::Never)
}
