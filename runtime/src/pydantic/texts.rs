//! `str`, `bytes` and `None` fields.

use std::cell::RefCell;
use std::collections::HashMap;

use regex::Regex;

use super::failure::Detail;
use super::{Choice, Exactness, Input, Rule, State, Validate};
use crate::bytes::Bytes;
use crate::exception::Fallible;
use crate::str::Str;

impl Validate for Str {
    fn validate(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Self>> {
        if !rule.choices.is_empty() {
            // A member of an enum is no text here.
            let choice = match input {
                Input::Str(_) => super::literal::equal_choice(input, rule, state),
                _ => super::literal::refused(input, rule, state),
            };
            return Ok(match choice {
                Some(Choice::Str(text)) => Some(Str::literal(text)),
                _ => None,
            });
        }
        let Some(text) = text(input, rule, state) else { return Ok(None) };
        let text = match rule.strip {
            true => crate::str::strip(&text, &None),
            false => text,
        };
        if rule.min_length.is_some() || rule.max_length.is_some() {
            let length = text.as_str().chars().count();
            if let Some(least) = rule.min_length.filter(|least| length < *least) {
                let message = format!("String should have at least {least} character{}", plural(least));
                let details = vec![("min_length", Detail::Length(least))];
                return Ok(state.fail_with("string_too_short", message, input, details));
            }
            if let Some(most) = rule.max_length.filter(|most| length > *most) {
                let message = format!("String should have at most {most} character{}", plural(most));
                let details = vec![("max_length", Detail::Length(most))];
                return Ok(state.fail_with("string_too_long", message, input, details));
            }
        }
        if let Some(pattern) = rule.pattern
            && !matches(pattern, text.as_str())
        {
            let details = vec![("pattern", Detail::Text(pattern.to_owned()))];
            let message = format!("String should match pattern '{pattern}'");
            return Ok(state.fail_with("string_pattern_mismatch", message, input, details));
        }
        let text = match rule {
            Rule { lower: true, .. } => Str::from(text.as_str().to_lowercase()),
            Rule { upper: true, .. } => Str::from(text.as_str().to_uppercase()),
            _ => text,
        };
        Ok(Some(text))
    }
}

fn text(input: &Input, rule: &Rule, state: &mut State) -> Option<Str> {
    match input {
        Input::Str(text) => Some(text.clone()),
        Input::Bytes(bytes) if !rule.strict && !state.is_json => {
            state.floor(Exactness::Lax);
            match std::str::from_utf8(bytes.as_slice()) {
                Ok(text) => Some(Str::from(text.to_owned())),
                Err(_) => {
                    let message = "Input should be a valid string, unable to parse raw data as a unicode string";
                    state.fail("string_unicode", message, input)
                }
            }
        }
        Input::Member(_, value) if !rule.strict && matches!(**value, Input::Str(_)) => {
            state.floor(Exactness::Lax);
            match &**value {
                Input::Str(text) => Some(text.clone()),
                _ => None,
            }
        }
        _ => state.fail("string_type", "Input should be a valid string", input),
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

thread_local! {
    static PATTERNS: RefCell<HashMap<&'static str, Option<Regex>>> = RefCell::default();
}

/// Whether the pattern is found in the text. Python has compiled the pattern when the class was made.
fn matches(pattern: &'static str, text: &str) -> bool {
    PATTERNS.with_borrow_mut(|patterns| {
        let regex = patterns.entry(pattern).or_insert_with(|| Regex::new(pattern).ok());
        regex.as_ref().is_some_and(|regex| regex.is_match(text))
    })
}

impl Validate for Bytes {
    fn validate(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Self>> {
        let bytes = match input {
            Input::Bytes(bytes) => bytes.clone(),
            Input::Str(text) if state.is_json || !rule.strict => {
                state.floor(if state.is_json { Exactness::Strict } else { Exactness::Lax });
                Bytes::from(text.as_str().as_bytes().to_vec())
            }
            _ => return Ok(state.fail("bytes_type", "Input should be a valid bytes", input)),
        };
        let length = bytes.as_slice().len();
        if let Some(least) = rule.min_length.filter(|least| length < *least) {
            let message = format!("Data should have at least {least} byte{}", plural(least));
            return Ok(state.fail_with("bytes_too_short", message, input, vec![("min_length", Detail::Length(least))]));
        }
        if let Some(most) = rule.max_length.filter(|most| length > *most) {
            let message = format!("Data should have at most {most} byte{}", plural(most));
            return Ok(state.fail_with("bytes_too_long", message, input, vec![("max_length", Detail::Length(most))]));
        }
        Ok(Some(bytes))
    }
}

impl Validate for () {
    fn validate(input: &Input, _: &Rule, state: &mut State) -> Fallible<Option<Self>> {
        Ok(match input {
            Input::None => Some(()),
            _ => state.fail("none_required", "Input should be None", input),
        })
    }
}

impl<T: Validate> Validate for Option<T> {
    fn validate(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Self>> {
        match input {
            Input::None if rule.nullable => Ok(Some(None)),
            _ => T::validate(input, rule, state).map(|value| value.map(Some)),
        }
    }
}
