//! Models of `pydantic`: what pydantic 2 accepts, makes of it, and says where it does not, to the letter.
//!
//! What is given to a model becomes an [`Input`], whatever it was: a value of compiled code or JSON. Each type that a
//! field can have reads itself from one ([`Validate`]) by a [`Rule`], which generated code writes for each field; what does
//! not fit is a [`Line`] of the [`State`], and all lines together are the `ValidationError`. Specified by
//! <https://docs.pydantic.dev/latest/concepts/conversion_table/> and the validators of `pydantic-core`.

mod containers;
mod details;
mod dump;
mod failure;
mod given;
mod input;
mod literal;
pub mod maker;
mod model;
mod numbers;
mod rule;
mod state;
mod steps;
mod texts;
mod union;

pub use details::{
    ErrorDetails, error_message, error_steps, error_type, error_url, errors, step_index, step_is_index, step_name,
};
pub use dump::{Dumper, Fields, dump_json, unknown_type};
pub use failure::{Failure, error_count, frozen_field, frozen_instance, json_errors, no_field, title};
pub use given::{
    given_as, given_bool, given_bytes, given_dict, given_float, given_int, given_kind, given_list, given_str,
};
pub use input::{Foreign, Input, input, undefined};
pub use literal::{Base, Choice, member};
pub use model::{
    Extra, Field, Given, Model, Options, arrived, arrived_among, construct, construct_root, of_keywords, validate,
    validate_json, validate_json_bytes,
};
pub use rule::{Bound, Rule};
pub use state::{Exactness, Line, Place, State};
pub use steps::{
    adapted, adapted_json, adapted_json_bytes, after, assigned, assigned_whole, before, by_type, handled, plain,
};
pub use union::Smart;

use crate::exception::Fallible;

/// A type that a field of a model can have.
pub trait Validate: Sized {
    /// The input at this type; `None` where it does not fit, which is then a line of the state.
    ///
    /// # Errors
    /// What a validator or a default of the program raises.
    fn validate(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Self>>;
}
