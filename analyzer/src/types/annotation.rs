//! Types as annotations that a program can be given.

use super::Type;

/// The type as an annotation that compiles; `None` where there is none. `numpy` is the name under which the file imports numpy.
pub fn annotation<'n>(ty: &Type, numpy: &dyn Fn() -> Option<&'n str>) -> Option<String> {
    let all = |types: &mut dyn Iterator<Item = &Type>| {
        types.map(|ty| annotation(ty, numpy)).collect::<Option<Vec<_>>>().map(|types| types.join(", "))
    };
    Some(match ty {
        Type::None | Type::Bool | Type::Int | Type::Float | Type::Complex | Type::Str | Type::Bytes | Type::Range => {
            ty.to_string()
        }
        Type::List(element) => format!("list[{}]", annotation(&element.ty, numpy)?),
        Type::Set(element) => format!("set[{}]", annotation(&element.ty, numpy)?),
        Type::FrozenSet(element) => format!("frozenset[{}]", annotation(&element.ty, numpy)?),
        Type::Dict(key, value) => format!("dict[{}]", all(&mut [&key.ty, &value.ty].into_iter())?),
        Type::Tuple(members) if !members.is_empty() => format!("tuple[{}]", all(&mut members.iter())?),
        Type::Sequence(item) => format!("tuple[{}, ...]", annotation(item, numpy)?),
        Type::Union(members) => {
            let (none, some): (Vec<&Type>, Vec<&Type>) = members.iter().partition(|member| **member == Type::None);
            let members = some.into_iter().chain(none).map(|member| annotation(member, numpy));
            members.collect::<Option<Vec<_>>>()?.join(" | ")
        }
        Type::Scalar(dtype) => format!("{}.{}", numpy()?, numpy_name(dtype.name())),
        Type::Array(array) => {
            let numpy = numpy()?;
            let axes = match array.rank() {
                Some(0) => "()".to_owned(),
                Some(rank) => vec!["int"; rank].join(", "),
                None => "int, ...".to_owned(),
            };
            format!("{numpy}.ndarray[tuple[{axes}], {numpy}.dtype[{numpy}.{}]]", numpy_name(array.dtype.name()))
        }
        _ => return None,
    })
}

fn numpy_name(dtype: &str) -> &str {
    if dtype == "bool" { "bool_" } else { dtype }
}
