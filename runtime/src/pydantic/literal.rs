//! `Literal` and enum fields.

use super::failure::Detail;
use super::{Input, Rule, State, Validate};
use crate::exception::Fallible;
use crate::object::repr_text;
use crate::str::Str;

/// A value that a `Literal` or an enum has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Choice {
    /// `None`.
    None,
    /// A truth value.
    Bool(bool),
    /// A number.
    Int(i64),
    /// A number.
    Float(f64),
    /// Text.
    Str(&'static str),
    /// Anything else, by its `repr`.
    Other(&'static str),
}

impl Choice {
    fn repr(&self) -> String {
        match self {
            Choice::None => "None".to_owned(),
            Choice::Bool(value) => repr_text(value),
            Choice::Int(value) => repr_text(value),
            Choice::Float(value) => repr_text(value),
            Choice::Str(text) => repr_text(&Str::literal(text)),
            Choice::Other(repr) => (*repr).to_owned(),
        }
    }

    /// Whether Python has the two for equal.
    fn is(&self, input: &Input) -> bool {
        let number = match self {
            Choice::Bool(value) => f64::from(*value),
            Choice::Int(value) => match input {
                Input::Int(other) => return value == other,
                _ => *value as f64,
            },
            Choice::Float(value) => *value,
            Choice::None => return matches!(input, Input::None),
            Choice::Str(text) => return matches!(input, Input::Str(other) if other.as_str() == *text),
            Choice::Other(repr) => {
                let mut other = String::new();
                input.repr(&mut other);
                return other == *repr;
            }
        };
        match input {
            Input::Bool(other) => number == f64::from(*other),
            Input::Int(other) => number == *other as f64,
            Input::Float(other) => number == *other,
            _ => false,
        }
    }
}

/// `'a', 'b' or 'c'`.
fn expected(choices: &[Choice]) -> String {
    let texts: Vec<String> = choices.iter().map(Choice::repr).collect();
    match &texts[..] {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn fail<T>(kind: &'static str, input: &Input, choices: &[Choice], state: &mut State) -> Option<T> {
    let expected = expected(choices);
    let details = vec![("expected", Detail::Text(expected.clone()))];
    state.fail_with(kind, format!("Input should be {expected}"), input, details)
}

/// The input is none of the values of a `Literal`.
pub(super) fn refused<T>(input: &Input, rule: &Rule, state: &mut State) -> Option<T> {
    fail("literal_error", input, rule.choices, state)
}

/// The value of a `Literal` that is equal to the input.
pub(super) fn equal_choice(input: &Input, rule: &Rule, state: &mut State) -> Option<Choice> {
    let value = match input {
        Input::Member(_, value) => value,
        other => other,
    };
    let found = rule.choices.iter().find(|choice| choice.is(value)).copied();
    found.or_else(|| refused(input, rule, state))
}

/// What the values of an enum are converted to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// Nothing.
    Plain,
    /// `int`, of an `IntEnum`.
    Int,
    /// `str`, of a `StrEnum`.
    Str,
}

/// The place of the member of an enum whose value the input is, among the values of all.
///
/// # Errors
/// `OverflowError` for an int beyond 64 bits.
pub fn member(input: &Input, base: Base, values: &[Choice], rule: &Rule, state: &mut State) -> Fallible<Option<usize>> {
    let value = match input {
        Input::Member(_, value) => value,
        other => other,
    };
    if rule.strict && !state.is_json {
        return Ok(fail("enum", input, values, state));
    }
    if !state.is_json {
        state.floor(super::Exactness::Lax);
    }
    let find = |value: &Input| values.iter().position(|choice| choice.is(value));
    if let Some(place) = find(value) {
        return Ok(Some(place));
    }
    let mut aside = State::new(state.is_json);
    let converted = match base {
        Base::Plain => None,
        Base::Int => i64::validate(value, &Rule::ANY, &mut aside)?.map(Input::Int),
        Base::Str => Str::validate(value, &Rule::ANY, &mut aside)?.map(Input::Str),
    };
    match converted.as_ref().and_then(find) {
        Some(place) => Ok(Some(place)),
        None => Ok(fail("enum", input, values, state)),
    }
}
