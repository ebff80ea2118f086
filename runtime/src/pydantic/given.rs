//! What a validator of mode "before" is given, taken apart: compiled code asks for its kind, and then for the value.

use super::Input;
use super::rule::Rule;
use super::state::State;
use super::{Validate, failure};
use crate::bytes::Bytes;
use crate::dict::{self, Dict};
use crate::exception::{Fallible, type_error};
use crate::list::{self, List};
use crate::str::Str;

/// The kind of a value, by a number for each type that a validator can tell apart: `None`, `bool`, `int`, `float`, `str`,
/// `bytes`, a list, a dict of texts, anything else.
pub fn given_kind(input: &Input) -> i64 {
    match input {
        Input::None => 0,
        Input::Bool(_) => 1,
        Input::Int(_) => 2,
        Input::Float(_) => 3,
        Input::Str(_) => 4,
        Input::Bytes(_) => 5,
        Input::List(_) => 6,
        Input::Dict(pairs) if pairs.iter().all(|(key, _)| matches!(key, Input::Str(_))) => 7,
        _ => 8,
    }
}

/// The `bool` that it is.
pub fn given_bool(input: &Input) -> bool {
    matches!(input, Input::Bool(true))
}

/// The `int` that it is.
pub fn given_int(input: &Input) -> i64 {
    if let Input::Int(value) = input { *value } else { 0 }
}

/// The `float` that it is.
pub fn given_float(input: &Input) -> f64 {
    if let Input::Float(value) = input { *value } else { 0.0 }
}

/// The `str` that it is.
pub fn given_str(input: &Input) -> Str {
    if let Input::Str(value) = input { value.clone() } else { Str::literal("") }
}

/// The `bytes` that it is.
pub fn given_bytes(input: &Input) -> Bytes {
    if let Input::Bytes(value) = input { value.clone() } else { Bytes::from(Vec::new()) }
}

/// The items of the list that it is.
pub fn given_list(input: &Input) -> List<Input> {
    list::from_vec(if let Input::List(items) = input { items.to_vec() } else { Vec::new() })
}

/// The pairs of the dict that it is.
pub fn given_dict(input: &Input) -> Dict<Str, Input> {
    let pairs: &[(Input, Input)] = if let Input::Dict(pairs) = input { pairs } else { &[] };
    dict::from_pairs(pairs.iter().map(|(key, value)| (given_str(key), value.clone())).collect())
}

/// The value at the type that the parameter of a validator declares.
///
/// # Errors
/// `TypeError` for a value of another type: Python calls the validator with it.
pub fn given_as<T: Validate>(input: &Input, rule: &Rule, validator: &Str) -> Fallible<T> {
    let mut state = State::new(false);
    T::validate(input, rule, &mut state)?.ok_or_else(|| {
        let (name, given) = (validator.as_str(), failure::repr(input));
        type_error(format!("the validator `{name}` declares another type of value than it is given: {given}"))
    })
}
