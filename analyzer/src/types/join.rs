//! Joins: the one type of a value that may have either of two types, and whether one type fits another.

use std::sync::Arc;

use super::{ArrayType, Dim, Dims, Element, Type, base_of};

/// The type of a value that is either an `a` or a `b`: what a name holds after two branches.
pub fn join(a: &Type, b: &Type) -> Type {
    if a == b { a.clone() } else { union([a.clone(), b.clone()]) }
}

/// The join of any number of types; `Never` of none.
pub fn join_all<'a>(types: impl IntoIterator<Item = &'a Type>) -> Type {
    types.into_iter().fold(Type::Never, |joined, ty| join(&joined, ty))
}

/// The union of the types: flat, sorted, without duplicates, and with members that native code holds in the same way
/// (arrays that differ in dims only, an empty list and any list) merged into one. A single member is that type.
pub fn union(types: impl IntoIterator<Item = Type>) -> Type {
    let mut members: Vec<Type> = Vec::new();
    for ty in types {
        match ty {
            Type::Unknown => return Type::Unknown,
            Type::Never => {}
            Type::Union(inner) => inner.iter().for_each(|member| insert(&mut members, member)),
            single => insert(&mut members, &single),
        }
    }
    match members.len() {
        0 => Type::Never,
        1 => members.remove(0),
        _ => {
            members.sort();
            Type::Union(members.into())
        }
    }
}

/// Adds a member, merging it with one that has the same representation.
fn insert(members: &mut Vec<Type>, new: &Type) {
    for member in members.iter_mut() {
        let merged = merge(member, new).or_else(|| merge_functions(member, new)).or_else(|| merge_lengths(member, new));
        if let Some(merged) = merged {
            *member = merged;
            return;
        }
    }
    members.push(new.clone());
}

/// The type that covers both where native code holds values of both in the same way; `None` where it does not.
fn merge(a: &Type, b: &Type) -> Option<Type> {
    match (a, b) {
        _ if a == b => Some(a.clone()),
        (Type::Literal(x), Type::Literal(y)) if x[0].ty() == y[0].ty() => Some(x[0].ty()),
        (Type::Literal(values), other) | (other, Type::Literal(values)) if values[0].ty() == *other => {
            Some(other.clone())
        }
        (Type::List(x), Type::List(y)) => merge_elements(x, y).map(Type::List),
        (Type::Set(x), Type::Set(y)) => merge_elements(x, y).map(Type::Set),
        (Type::FrozenSet(x), Type::FrozenSet(y)) => merge_elements(x, y).map(Type::FrozenSet),
        (Type::Dict(k, v), Type::Dict(l, w)) => Some(Type::Dict(merge_elements(k, l)?, merge_elements(v, w)?)),
        (Type::Container(a, x), Type::Container(b, y)) if a == b && x.len() == y.len() => {
            let elements = x.iter().zip(y.iter()).map(|(x, y)| merge_elements(x, y));
            Some(Type::Container(a.clone(), elements.collect::<Option<_>>()?))
        }
        (Type::Tuple(x), Type::Tuple(y)) if x.len() == y.len() => {
            x.iter().zip(y.iter()).map(|(x, y)| merge_parts(x, y)).collect::<Option<Vec<_>>>().map(Type::tuple)
        }
        (Type::Sequence(x), Type::Sequence(y)) => merge_parts(x, y).map(|item| Type::Sequence(Arc::new(item))),
        (Type::Iterator(x), Type::Iterator(y)) => merge_parts(x, y).map(Type::iterator),
        (Type::Array(x), Type::Array(y)) if x.dtype == y.dtype => {
            Some(Type::Array(ArrayType { dtype: x.dtype, dims: join_dims(&x.dims, &y.dims) }))
        }
        (Type::Tensor(x), Type::Tensor(y)) if x.dtype == y.dtype => {
            Some(Type::Tensor(ArrayType { dtype: x.dtype, dims: join_dims(&x.dims, &y.dims) }))
        }
        (Type::Pattern(_), Type::Pattern(_)) => Some(Type::Pattern(Arc::default())),
        (Type::Match(_), Type::Match(_)) => Some(Type::Match(Arc::default())),
        (Type::Struct(_), Type::Struct(_)) => Some(Type::Struct(None)),
        (Type::Image(_), Type::Image(_)) => Some(Type::Image(None)),
        (Type::Exception(x), Type::Exception(y)) => Some(Type::Exception(x.common(y))),
        (Type::Cell(x), Type::Cell(y)) => merge_elements(x, y).map(Type::Cell),
        // What a function holds may be less in an earlier pass.
        (Type::Callable(x), Type::Callable(y)) if x.key == y.key && x.captures.len() == y.captures.len() => {
            let types = x.captures.iter().zip(&y.captures).map(|((_, x), (_, y))| match (x, y) {
                (Type::Cell(_), Type::Cell(_)) => merge_parts(x, y),
                (cell @ Type::Cell(_), _) | (_, cell @ Type::Cell(_)) => Some(cell.clone()),
                _ => merge_parts(x, y),
            });
            Some(Type::Callable(Arc::new(x.with_types(types.collect::<Option<Vec<_>>>()?))))
        }
        (Type::Union(_), Type::Union(_)) | (Type::Never, _) | (_, Type::Never) => None,
        _ => None,
    }
}

/// Tuples that differ in a function only are one type, with one of several functions in that place.
fn merge_functions(a: &Type, b: &Type) -> Option<Type> {
    let are_functions = |ty: &Type| ty.members().iter().all(|member| matches!(member, Type::Callable(_)));
    let (Type::Tuple(x), Type::Tuple(y)) = (a, b) else { return None };
    if x.len() != y.len() {
        return None;
    }
    let members = x.iter().zip(y.iter()).map(|(x, y)| match merge_parts(x, y) {
        None if are_functions(x) && are_functions(y) => Some(union([x.clone(), y.clone()])),
        merged => merged,
    });
    members.collect::<Option<Vec<_>>>().map(Type::tuple)
}

/// A tuple of some length is one of any length, also within a tuple.
fn merge_lengths(a: &Type, b: &Type) -> Option<Type> {
    match (a, b) {
        (Type::Tuple(members), of_any @ Type::Sequence(item))
        | (of_any @ Type::Sequence(item), Type::Tuple(members)) => {
            let fits = |member: &Type| merge_parts(member, item).is_some_and(|merged| merged == **item);
            members.iter().all(fits).then(|| of_any.clone())
        }
        (Type::Tuple(x), Type::Tuple(y)) if x.len() == y.len() => {
            let members = x.iter().zip(y.iter()).map(|(x, y)| merge_parts(x, y).or_else(|| merge_lengths(x, y)));
            members.collect::<Option<Vec<_>>>().map(Type::tuple)
        }
        _ => None,
    }
}

/// An empty container's element type (`Never`) gives way to any other.
fn merge_elements(a: &Arc<Element>, b: &Arc<Element>) -> Option<Arc<Element>> {
    let ty = merge_parts(&a.ty, &b.ty)?;
    Some(Arc::new(Element { ty, site: a.site.or(b.site), entries: a.entries.or(b.entries) }))
}

/// A part that is never there gives way to any other: no value of a tuple or an iterator has it.
fn merge_parts(a: &Type, b: &Type) -> Option<Type> {
    match (a, b) {
        (Type::Never, other) | (other, Type::Never) => Some(other.clone()),
        (a, b) => merge(a, b),
    }
}

fn join_dims(a: &Dims, b: &Dims) -> Dims {
    let (a, b) = (a.as_ref()?, b.as_ref()?);
    (a.len() == b.len())
        .then(|| a.iter().zip(b.iter()).map(|(a, b)| if a == b { a.clone() } else { Dim::Any }).collect())
}

/// Whether a value of type `value` may stand where `target` is declared.
///
/// As typing has it, `bool` fits `int`, `int` fits `float` and `float` fits `complex`; every member of a union must fit; an empty container
/// fits a container of anything.
pub fn is_subtype(value: &Type, target: &Type) -> bool {
    match (value, target) {
        (Type::Unknown | Type::Never, _) | (_, Type::Unknown) => true,
        (Type::Union(members), _) => members.iter().all(|member| is_subtype(member, target)),
        (Type::Literal(values), Type::Literal(allowed)) => values.iter().all(|value| allowed.contains(value)),
        (Type::Literal(values), _) => is_subtype(&values[0].ty(), target),
        (_, Type::Union(members)) => members.iter().any(|member| is_subtype(value, member)),
        (Type::Bool, Type::Int | Type::Float | Type::Complex) => true,
        (Type::Int, Type::Float | Type::Complex) | (Type::Float, Type::Complex) => true,
        (Type::List(a), Type::List(b)) | (Type::Set(a), Type::Set(b)) => fits_element(a, b),
        (Type::FrozenSet(a), Type::FrozenSet(b)) => fits_element(a, b),
        (Type::Dict(k, v), Type::Dict(l, w)) => fits_element(k, l) && fits_element(v, w),
        (Type::Container(a, x), Type::Container(b, y)) if a == b => {
            x.len() == y.len() && x.iter().zip(y.iter()).all(|(x, y)| fits_element(x, y))
        }
        (Type::Container(..), _) => base_of(value).is_some_and(|base| is_subtype(&base, target)),
        (Type::Tuple(a), Type::Tuple(b)) => a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| is_subtype(a, b)),
        (Type::Tuple(members), Type::Sequence(item)) => members.iter().all(|member| is_subtype(member, item)),
        (Type::Sequence(a), Type::Sequence(b)) | (Type::Iterator(a), Type::Iterator(b)) => is_subtype(a, b),
        (Type::Exception(a), Type::Exception(b)) => a.derives(b.name()),
        (Type::Pattern(_), Type::Pattern(groups)) | (Type::Match(_), Type::Match(groups)) if groups.known.is_none() => {
            true
        }
        (Type::Struct(_), Type::Struct(None)) => true,
        (Type::Image(_), Type::Image(None)) => true,
        (Type::Array(a), Type::Array(b)) | (Type::Tensor(a), Type::Tensor(b)) => {
            a.dtype == b.dtype && fits_dims(&a.dims, &b.dims)
        }
        _ => value == target,
    }
}

/// Mutable containers are invariant: what is written through one name is read through the other.
fn fits_element(value: &Element, target: &Element) -> bool {
    value.ty == Type::Never || merge(&value.ty, &target.ty).is_some_and(|merged| merged == target.ty)
}

fn fits_dims(value: &Dims, target: &Dims) -> bool {
    match (value, target) {
        (Some(value), Some(target)) => {
            value.len() == target.len()
                && value.iter().zip(target.iter()).all(|pair| !matches!(pair, (Dim::Known(a), Dim::Known(b)) if a != b))
        }
        _ => true,
    }
}
