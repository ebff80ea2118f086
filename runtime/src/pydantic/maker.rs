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

    /// What the validators that come before the fields make of what is given.
    ///
    /// # Errors
    /// What they raise.
    fn before(&self, input: Input) -> Fallible<Input>;

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
    let Some(prepared) = checked(maker.before(input.clone()), input, state)? else { return Ok(None) };
    match maker.known(&prepared) {
        Some(object) => Ok(Some(object)),
        None => of_fields(maker, &prepared, rule, state),
    }
}

/// A new object of what is no object of the model itself.
fn of_fields<M: Maker>(maker: &M, input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<M::Object>> {
    let name = maker.name();
    let is_strict = (rule.strict || maker.options().strict) && !state.is_json;
    let pairs: &[(Input, Input)] = match input {
        Input::Dict(pairs) => pairs,
        _ if maker.options().is_root => &[],
        _ => {
            let message = match state.is_json {
                true => "Input should be an object".to_owned(),
                false => format!("Input should be a valid dictionary or instance of {name}"),
            };
            let details = vec![("class_name", Detail::Text(name.to_owned()))];
            return Ok(state.fail_with("model_type", message, input, details));
        }
    };
    if is_strict {
        let message = format!("Input should be an instance of {name}");
        let details = vec![("class_name", Detail::Text(name.to_owned()))];
        return Ok(state.fail_with("model_type", message, input, details));
    }
    made(maker, input, pairs, state)
}

/// The same of what is given by keywords, or of the one value of a root model.
fn called<M: Maker>(maker: &M, input: &Input) -> Fallible<M::Object> {
    let mut state = State::new(false);
    let object = match checked(maker.before(input.clone()), input, &mut state)? {
        None => None,
        Some(prepared) => match maker.known(&prepared) {
            Some(object) => Some(object),
            // A call makes a new object also where nothing but an object is taken for one.
            None => match &prepared {
                Input::Dict(pairs) => made(maker, &prepared, pairs, &mut state)?,
                _ => of_fields(maker, &prepared, &Rule::ANY, &mut state)?,
            },
        },
    };
    object.ok_or_else(|| failure::raised(maker.name(), state))
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
    called(maker, &Input::Dict(pairs.into()))
}

/// [`super::construct_root`] of any maker.
///
/// # Errors
/// As that.
pub fn construct_root<M: Maker>(maker: &M, input: &Input) -> Fallible<M::Object> {
    called(maker, input)
}

/// [`super::of_keywords`] of any maker.
///
/// # Errors
/// As that.
pub fn of_keywords<M: Maker>(maker: &M, input: &Input) -> Fallible<M::Object> {
    let Input::Dict(pairs) = input else {
        let message = format!("{}() argument after ** must be a mapping, not {}", maker.name(), input.class());
        return Err(type_error(message));
    };
    if !pairs.iter().all(|(key, _)| matches!(key, Input::Str(_))) {
        return Err(type_error("keywords must be strings"));
    }
    called(maker, input)
}

/// [`super::validate`] of any maker.
///
/// # Errors
/// As that.
pub fn validate<M: Maker>(maker: &M, input: &Input) -> Fallible<M::Object> {
    let mut state = State::new(false);
    let object = validated(maker, input, &Rule::ANY, &mut state)?;
    object.ok_or_else(|| failure::raised(maker.name(), state))
}

/// [`super::validate_json`] of any maker.
///
/// # Errors
/// As that.
pub fn validate_json<M: Maker>(maker: &M, text: &Str) -> Fallible<M::Object> {
    let read = |input: &Input, state: &mut State| validated(maker, input, &Rule::ANY, state);
    of_json(text.as_str().as_bytes(), maker.name(), || Input::Str(text.clone()), read)
}

/// [`super::validate_json_bytes`] of any maker.
///
/// # Errors
/// As that.
pub fn validate_json_bytes<M: Maker>(maker: &M, data: &Bytes) -> Fallible<M::Object> {
    let read = |input: &Input, state: &mut State| validated(maker, input, &Rule::ANY, state);
    of_json(data.as_slice(), maker.name(), || Input::Bytes(data.clone()), read)
}

/// What `read` makes of JSON; `given` is the text as the input of an error.
pub(super) fn of_json<T>(
    data: &[u8],
    title: &str,
    given: impl FnOnce() -> Input,
    read: impl FnOnce(&Input, &mut State) -> Fallible<Option<T>>,
) -> Fallible<T> {
    let mut state = State::new(true);
    let value = match JsonValue::parse(data, true) {
        Ok(json) => read(&Input::from(&json), &mut state)?,
        Err(error) => {
            let error = error.description(data);
            let details = vec![("error", Detail::Text(error.clone()))];
            state.fail_with("json_invalid", format!("Invalid JSON: {error}"), &given(), details)
        }
    };
    value.ok_or_else(|| failure::raised(title, state))
}
