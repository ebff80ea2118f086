//! How a field is read: by its type, and by the validators of the program around that, the innermost first.
//!
//! Each function here makes a reader: from what is given to a value, `None` where that does not fit.

use std::cell::Cell;

use super::maker::{self, checked};
use super::{Input, Place, Rule, State, Validate, failure};
use crate::bytes::Bytes;
use crate::exception::Fallible;
use crate::object::Object;
use crate::str::Str;

/// Reads by the type and the rule alone.
pub fn by_type<T: Validate>(rule: &Rule) -> impl FnOnce(&Input, &mut State) -> Fallible<Option<T>> {
    move |input, state| T::validate(input, rule, state)
}

/// A validator of mode "before": what it makes of the input is read by `read`.
pub fn before<T>(
    validator: impl FnOnce(Input) -> Fallible<Input>,
    read: impl FnOnce(&Input, &mut State) -> Fallible<Option<T>>,
) -> impl FnOnce(&Input, &mut State) -> Fallible<Option<T>> {
    move |input, state| match checked(validator(input.clone()), input, state)? {
        Some(prepared) => read(&prepared, state),
        None => Ok(None),
    }
}

/// A validator of mode "after".
pub fn after<T, R>(
    read: impl FnOnce(&Input, &mut State) -> Fallible<Option<T>>,
    validator: impl FnOnce(T) -> Fallible<R>,
) -> impl FnOnce(&Input, &mut State) -> Fallible<Option<R>> {
    move |input, state| match read(input, state)? {
        Some(value) => checked(validator(value), input, state),
        None => Ok(None),
    }
}

thread_local! {
    /// Whether what the validator that runs was given is JSON.
    static IS_JSON: Cell<bool> = const { Cell::new(false) };
}

/// A validator of mode "plain", in the place of all that would read the input otherwise; or one of mode "wrap", which calls
/// [`handled`].
pub fn plain<R>(
    validator: impl FnOnce(Input) -> Fallible<R>,
) -> impl FnOnce(&Input, &mut State) -> Fallible<Option<R>> {
    move |input, state| {
        let outer = IS_JSON.replace(state.is_json);
        let result = validator(input.clone());
        IS_JSON.set(outer);
        checked(result, input, state)
    }
}

/// `handler(value)` in a validator of mode "wrap".
///
/// # Errors
/// `ValidationError`.
pub fn handled<T: Validate>(input: &Input, rule: &Rule) -> Fallible<T> {
    let mut state = State::new(IS_JSON.get());
    let value = T::validate(input, rule, &mut state)?;
    value.ok_or_else(|| failure::raised("ValidatorCallable", state))
}

/// A value that is assigned to a field of a model with `validate_assignment`; `check` runs the validators of the field.
///
/// # Errors
/// `ValidationError`; what a validator raises that is no `ValueError` or `AssertionError`.
pub fn assigned<T: Validate, R>(
    input: &Input,
    rule: &Rule,
    model: &Str,
    field: &Str,
    check: impl FnMut(T) -> Fallible<R>,
) -> Fallible<R> {
    let mut state = State::new(false);
    let read = |state: &mut State| after(by_type(rule), check)(input, state);
    let value = state.within(Place::Name(field.clone()), read)?;
    value.ok_or_else(|| failure::raised(model.as_str(), state))
}

/// What runs on the whole of a model after a field was assigned.
///
/// # Errors
/// `ValidationError`; what a validator raises that is no `ValueError` or `AssertionError`.
pub fn assigned_whole<T: Object>(object: T, model: &Str, mut check: impl FnMut(T) -> Fallible<T>) -> Fallible<T> {
    let mut state = State::new(false);
    let input = object.input();
    let value = checked(check(object), &input, &mut state)?;
    value.ok_or_else(|| failure::raised(model.as_str(), state))
}

/// `TypeAdapter(…).validate_python(value)`.
///
/// # Errors
/// `ValidationError`; what a validator raises that is no `ValueError` or `AssertionError`.
pub fn adapted<T: Validate>(input: &Input, rule: &Rule, title: &Str) -> Fallible<T> {
    let mut state = State::new(false);
    let value = T::validate(input, rule, &mut state)?;
    value.ok_or_else(|| failure::raised(title.as_str(), state))
}

/// `TypeAdapter(…).validate_json(text)`.
///
/// # Errors
/// As [`adapted`].
pub fn adapted_json<T: Validate>(text: &Str, rule: &Rule, title: &Str) -> Fallible<T> {
    maker::of_json(
        text.as_str().as_bytes(),
        title.as_str(),
        || Input::Str(text.clone()),
        |input, state| T::validate(input, rule, state),
    )
}

/// `TypeAdapter(…).validate_json(data)`.
///
/// # Errors
/// As [`adapted`].
pub fn adapted_json_bytes<T: Validate>(data: &Bytes, rule: &Rule, title: &Str) -> Fallible<T> {
    maker::of_json(
        data.as_slice(),
        title.as_str(),
        || Input::Bytes(data.clone()),
        |input, state| T::validate(input, rule, state),
    )
}
