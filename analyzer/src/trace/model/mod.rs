//! Models of `pydantic`: what their fields are validated as, how objects of them are made, and what they can do.
//!
//! An object of a model holds what its fields declare, whatever is given: a field has the declared type from the start,
//! and is not learned as those of other classes are. What the declaration says beside the type is a rule that the runtime
//! follows (`rule.rs`); defaults and validators of the program are functions that it calls (`schema.rs`).

mod adapter;
mod assign;
mod construct;
mod dump;
mod failure;
mod info;
mod rule;
mod schema;
mod selection;
mod serializer;
mod validator;

use super::function::FunctionTracer;
use crate::scope::classes::{ClassDef, ClassKind, ModelConfig};
use crate::types::Type;

pub(super) use adapter::{Adapter, AdapterMethod};
pub(super) use construct::{INPUT, ModelFunction};
pub(super) use dump::METHODS;
pub(super) use failure::{VALIDATION_ERROR, is_details, is_validation_method};
pub(super) use info::Info;
pub(super) use rule::named_type;
pub(super) use schema::FIELDS_SET;
pub(super) use validator::Handler;

/// The options of a model; `None` where the class is none.
pub(super) fn config_of<'c>(class: &'c ClassDef) -> Option<&'c ModelConfig> {
    match &class.kind {
        ClassKind::Model(config) => Some(config),
        _ => None,
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// The class of an object of a model.
    pub(super) fn model_of(&self, ty: &Type) -> Option<&'a ClassDef<'a>> {
        self.class_of_type(ty).filter(|class| config_of(class).is_some())
    }
}
