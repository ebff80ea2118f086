//! What a container of the catalog is beside its own class: a `defaultdict[K, V]` is a `dict[K, V]`.

use std::sync::Arc;

use super::{Element, Type};
use crate::catalog::{StubType, catalog};

/// The members of a named tuple of the catalog: what its class, as `class Match(tuple[int, int, int])`, derives from.
pub fn members_of(class: &str) -> Option<Type> {
    let class = catalog().class(class)?;
    class.base_types.iter().find_map(|base| match base {
        StubType::Tuple(members) => members.iter().map(plain).collect::<Option<_>>().map(Type::Tuple),
        _ => None,
    })
}

fn plain(stub: &StubType) -> Option<Type> {
    match stub {
        StubType::Plain(ty) => Some(ty.clone()),
        StubType::Optional(some) => Some(Type::optional(plain(some)?)),
        _ => None,
    }
}

/// The type of the class that a container's class derives from, with the same elements at the same sites; `None` where
/// it derives from none that holds anything.
pub fn base_of(ty: &Type) -> Option<Type> {
    let Type::Container(name, elements) = ty else { return None };
    let class = catalog().class(name)?;
    let element = |stub: &StubType| -> Option<Arc<Element>> {
        match stub {
            StubType::Name(variable) => {
                let place = class.variables.iter().position(|other| other == variable)?;
                elements.get(place).cloned()
            }
            StubType::Plain(plain) => Some(Element::of(plain.clone())),
            _ => None,
        }
    };
    class.base_types.iter().find_map(|base| {
        Some(match base {
            StubType::List(item) => Type::List(element(item)?),
            StubType::Set(item) => Type::Set(element(item)?),
            StubType::Dict(key, value) => Type::Dict(element(key)?, element(value)?),
            StubType::Generic(name, arguments) => {
                Type::Container(name.clone(), arguments.iter().map(element).collect::<Option<_>>()?)
            }
            _ => return None,
        })
    })
}
