//! What a container of the catalog is beside its own class: a `defaultdict[K, V]` is a `dict[K, V]`.

use std::sync::Arc;

use super::{Element, Type};
use crate::catalog::{StubType, catalog};

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
