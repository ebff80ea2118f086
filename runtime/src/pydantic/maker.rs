//! How objects of a model are made, whatever tells of the model: compiled code has a type for each, who evaluates a program
//! has values.

use jiter::JsonValue;

use super::failure::{self, Detail};
use super::{Exactness, Given, Input, Options, Rule, State};
use crate::bytes::Bytes;
use crate::exception::{Fallible, Raised, type_error};
use crate::str::Str;

/// What makes the objects of a model.
pub trait Maker {
    /// What it makes.
    type Object;

    /// The name of the model.
    fn name(&self) -> &'static str;

    /// Its options.
    fn options(&self) -> Options;

    /// The object of the model that the input already is.
    fn known(&self, input: &Input) -> Option<Self::Object>;

    /// An object of what is given for its fields; `None` where something does not fit.
    ///
    /// # Errors
    /// What a validator or a default raises.
    fn fields(&self, given: &mut Given<'_, '_>) -> Fallible<Option<Self::Object>>;

    /// Runs the validators of the whole.
    ///
    /// # Errors
    /// What they raise.
    fn check(&self, object: Self::Object) -> Fallible<Self::Object>;
}

/// What a validator of the program gave; what it raised is a line, if it is an error of the value.
pub(super) fn checked<R>(result: Fallible<R>, input: &Input, state: &mut State) -> Fallible<Option<R>> {
    let raised = match result {
        Ok(value) => return Ok(Some(value)),
        Err(raised) => raised,
    };
    if let Some(inner) = raised.validation.as_deref() {
        for line in inner.lines() {
            state.pass_on(line);
        }
        return Ok(None);
    }
    let is = |class: &str| is_a(&raised, class);
    let (kind, words) = match () {
        () if is("ValueError") => ("value_error", "Value error"),
        () if is("AssertionError") => ("assertion_error", "Assertion failed"),
        () => return Err(raised),
    };
    let details = vec![("error", Detail::Error(raised.class.to_string(), raised.message.clone()))];
    Ok(state.fail_with(kind, format!("{words}, {}", raised.message), input, details))
}

/// Whether the exception is of the class, or of one that derives from it.
fn is_a(raised: &Raised, class: &str) -> bool {
    const VALUE_ERRORS: &[&str] =
        &["UnicodeError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError", "json.JSONDecodeError"];
    *raised.class == *class
        || raised.bases().contains(&class)
        || class == "ValueError" && VALUE_ERRORS.contains(&&*raised.class)
}

/// The input as an object of the model; `None` where it does not fit, which is then a line of the state.
///
/// # Errors
/// What a validator or a default raises.
pub fn validated<M: Maker>(maker: &M, input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<M::Object>> {
    if let Some(object) = maker.known(input) {
        return Ok(Some(object));
    }
    if rule.instance_only {
        return Ok(None);
    }
    let _depth = crate::recursion::enter()?;
    let name = maker.name();
    let Input::Dict(pairs) = input else {
        let message = match state.is_json {
            true => "Input should be an object".to_owned(),
            false => format!("Input should be a valid dictionary or instance of {name}"),
        };
        let details = vec![("class_name", Detail::Text(name.to_owned()))];
        return Ok(state.fail_with("model_type", message, input, details));
    };
    if (rule.strict || maker.options().strict) && !state.is_json {
        let message = format!("Input should be an instance of {name}");
        let details = vec![("class_name", Detail::Text(name.to_owned()))];
        return Ok(state.fail_with("model_type", message, input, details));
    }
    made(maker, input, pairs, state)
}

/// A new object of the fields.
fn made<M: Maker>(
    maker: &M,
    input: &Input,
    pairs: &[(Input, Input)],
    state: &mut State,
) -> Fallible<Option<M::Object>> {
    state.floor(Exactness::Lax);
    let before = state.lines.len();
    let outer = state.fields_set.take();
    let mut given = Given::of(input, pairs, maker.options(), state);
    let object = maker.fields(&mut given)?;
    let count = given.count();
    state.fields_set = Some(outer.unwrap_or(0) + state.fields_set.unwrap_or(0) + count);
    match object {
        Some(object) if state.lines.len() == before => checked(maker.check(object), input, state),
        _ => Ok(None),
    }
}

/// [`super::construct`] of any maker.
///
/// # Errors
/// As that.
pub fn construct<M: Maker>(maker: &M, given: &[(Str, Input)]) -> Fallible<M::Object> {
    let pairs: Vec<(Input, Input)> =
        given.iter().map(|(name, value)| (Input::Str(name.clone()), value.clone())).collect();
    let input = Input::Dict(pairs.into());
    let Input::Dict(pairs) = &input else { unreachable!("made so above") };
    let mut state = State::new(false);
    let object = made(maker, &input, pairs, &mut state)?;
    object.ok_or_else(|| failure::raised(maker.name(), state))
}

/// [`super::of_keywords`] of any maker.
///
/// # Errors
/// As that.
pub fn of_keywords<M: Maker>(maker: &M, input: &Input) -> Fallible<M::Object> {
    let name = maker.name();
    let Input::Dict(pairs) = input else {
        let message = format!("{name}() argument after ** must be a mapping, not {}", input.class());
        return Err(type_error(message));
    };
    if !pairs.iter().all(|(key, _)| matches!(key, Input::Str(_))) {
        return Err(type_error("keywords must be strings"));
    }
    let mut state = State::new(false);
    let object = made(maker, input, pairs, &mut state)?;
    object.ok_or_else(|| failure::raised(name, state))
}

/// [`super::validate`] of any maker.
///
/// # Errors
/// As that.
pub fn validate<M: Maker>(maker: &M, input: &Input) -> Fallible<M::Object> {
    run(maker, input, State::new(false))
}

/// [`super::validate_json`] of any maker.
///
/// # Errors
/// As that.
pub fn validate_json<M: Maker>(maker: &M, text: &Str) -> Fallible<M::Object> {
    of_json(maker, text.as_str().as_bytes(), || Input::Str(text.clone()))
}

/// [`super::validate_json_bytes`] of any maker.
///
/// # Errors
/// As that.
pub fn validate_json_bytes<M: Maker>(maker: &M, data: &Bytes) -> Fallible<M::Object> {
    of_json(maker, data.as_slice(), || Input::Bytes(data.clone()))
}

fn of_json<M: Maker>(maker: &M, data: &[u8], given: impl FnOnce() -> Input) -> Fallible<M::Object> {
    let mut state = State::new(true);
    match JsonValue::parse(data, true) {
        Ok(json) => run(maker, &Input::from(&json), state),
        Err(error) => {
            let error = error.description(data);
            let details = vec![("error", Detail::Text(error.clone()))];
            state.fail_with::<()>("json_invalid", format!("Invalid JSON: {error}"), &given(), details);
            Err(failure::raised(maker.name(), state))
        }
    }
}

fn run<M: Maker>(maker: &M, input: &Input, mut state: State) -> Fallible<M::Object> {
    let object = validated(maker, input, &Rule::ANY, &mut state)?;
    object.ok_or_else(|| failure::raised(maker.name(), state))
}
