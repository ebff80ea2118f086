//! `int`, `float` and `bool` fields: `validators/{int,float,bool}.rs` and `input/shared.rs` of pydantic-core.

use super::failure::Detail;
use super::{Bound, Choice, Exactness, Input, Rule, State, Validate};
use crate::exception::Fallible;
use crate::int::overflow;
use crate::object::Number;

impl Validate for i64 {
    fn validate(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Self>> {
        if !rule.choices.is_empty() {
            return Ok(match super::literal::equal_choice(input, rule, state) {
                Some(Choice::Int(value)) => Some(value),
                _ => None,
            });
        }
        let Some(value) = int(input, rule, state)? else { return Ok(None) };
        if let Some(Bound::Int(step)) = rule.multiple_of
            && value.checked_rem_euclid(step).unwrap_or(0) != 0
        {
            return Ok(state.fail_bound("multiple_of", "multiple_of", "a multiple of", Bound::Int(step), input));
        }
        let within = limits(rule).into_iter().find(|limit| match limit.bound {
            Some(Bound::Int(bound)) => !(limit.holds)(value.cmp(&bound)),
            Some(Bound::Float(bound)) => (value as f64).partial_cmp(&bound).is_none_or(|order| !(limit.holds)(order)),
            None => false,
        });
        Ok(match within {
            Some(Limit { bound: Some(bound), kind, name, words, .. }) => {
                state.fail_bound(kind, name, words, bound, input)
            }
            _ => Some(value),
        })
    }
}

fn int(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<i64>> {
    Ok(match input {
        Input::Int(value) => Some(*value),
        Input::BigInt(_) => return Err(overflow()),
        _ if rule.strict => state.fail("int_type", "Input should be a valid integer", input),
        Input::Bool(value) => {
            state.floor(Exactness::Lax);
            Some((*value).into())
        }
        Input::Float(value) => {
            state.floor(Exactness::Lax);
            return int_of_float(*value, input, state);
        }
        Input::Str(text) => {
            state.floor(Exactness::Lax);
            return int_of_text(text.as_str(), input, state);
        }
        Input::Bytes(bytes) if !state.is_json => {
            state.floor(Exactness::Lax);
            return match std::str::from_utf8(bytes.as_slice()) {
                Ok(text) => int_of_text(text, input, state),
                Err(_) => Ok(int_parsing(input, state)),
            };
        }
        Input::Member(_, value) => {
            state.floor(Exactness::Lax);
            match **value {
                Input::Int(value) => Some(value),
                _ => state.fail("int_type", "Input should be a valid integer", input),
            }
        }
        Input::Object(object) => {
            state.floor(Exactness::Lax);
            return match object.number() {
                Number::Int(value) => Ok(Some(value)),
                Number::Float(value) => int_of_float(value, input, state),
                Number::None => Ok(state.fail("int_type", "Input should be a valid integer", input)),
            };
        }
        _ => state.fail("int_type", "Input should be a valid integer", input),
    })
}

fn int_of_float(value: f64, input: &Input, state: &mut State) -> Fallible<Option<i64>> {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    Ok(if !value.is_finite() {
        state.fail("finite_number", "Input should be a finite number", input)
    } else if value.fract() != 0.0 {
        state.fail("int_from_float", "Input should be a valid integer, got a number with a fractional part", input)
    } else if (-LIMIT..LIMIT).contains(&value) {
        Some(value as i64)
    } else {
        state.fail("int_parsing_size", "Unable to parse input string as an integer, exceeded maximum size", input)
    })
}

fn int_parsing<T>(input: &Input, state: &mut State) -> Option<T> {
    state.fail("int_parsing", "Input should be a valid integer, unable to parse string as an integer", input)
}

fn int_of_text(text: &str, input: &Input, state: &mut State) -> Fallible<Option<i64>> {
    let Some(digits) = int_text(text) else { return Ok(int_parsing(input, state)) };
    match digits.parse::<i64>() {
        Ok(value) => Ok(Some(value)),
        Err(_) => Err(overflow()),
    }
}

/// The digits of a text that is an int: white space, a plus, leading zeros, single underscores and `.0` may be there.
fn int_text(text: &str) -> Option<String> {
    let text = text.trim();
    let text = match text.strip_prefix('+') {
        Some(digits) if digits.starts_with('-') => return None,
        Some(digits) => digits,
        None => text,
    };
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text),
    };
    let digits = match digits.split_once('.') {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') => whole,
        Some(_) => return None,
        None => digits,
    };
    let is_number = !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_')
        && !digits.starts_with('_')
        && !digits.ends_with('_')
        && !digits.contains("__");
    is_number.then(|| format!("{sign}{}", digits.replace('_', "")))
}

impl Validate for f64 {
    fn validate(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Self>> {
        let Some(value) = float(input, rule, state) else { return Ok(None) };
        if !rule.allow_inf_nan && !value.is_finite() {
            return Ok(state.fail("finite_number", "Input should be a finite number", input));
        }
        if let Some(step) = rule.multiple_of {
            let bound = as_float(step);
            let (rest, threshold) = (value % bound, value.abs() / 1e9);
            if rest.abs() > threshold && (rest.abs() - bound).abs() > threshold {
                return Ok(state.fail_bound("multiple_of", "multiple_of", "a multiple of", Bound::Float(bound), input));
            }
        }
        let within = limits(rule).into_iter().find(|limit| {
            let order = limit.bound.map(|bound| value.partial_cmp(&as_float(bound)));
            order.is_some_and(|order| order.is_none_or(|order| !(limit.holds)(order)))
        });
        Ok(match within {
            Some(Limit { bound: Some(bound), kind, name, words, .. }) => {
                state.fail_bound(kind, name, words, Bound::Float(as_float(bound)), input)
            }
            _ => Some(value),
        })
    }
}

fn as_float(bound: Bound) -> f64 {
    match bound {
        Bound::Int(value) => value as f64,
        Bound::Float(value) => value,
    }
}

fn float(input: &Input, rule: &Rule, state: &mut State) -> Option<f64> {
    let parsed = |text: Option<&str>, state: &mut State| {
        state.floor(Exactness::Lax);
        let value = text.and_then(float_of_text);
        value.or_else(|| {
            state.fail("float_parsing", "Input should be a valid number, unable to parse string as a number", input)
        })
    };
    match input {
        Input::Float(value) => Some(*value),
        Input::Int(value) => {
            state.floor(Exactness::Strict);
            Some(*value as f64)
        }
        Input::BigInt(value) => {
            state.floor(Exactness::Strict);
            value.to_string().parse().ok()
        }
        _ if rule.strict => state.fail("float_type", "Input should be a valid number", input),
        Input::Bool(value) => {
            state.floor(Exactness::Lax);
            Some((*value).into())
        }
        Input::Str(text) => parsed(Some(text.as_str()), state),
        Input::Bytes(bytes) if !state.is_json => parsed(std::str::from_utf8(bytes.as_slice()).ok(), state),
        Input::Object(object) if object.number() != Number::None => {
            state.floor(Exactness::Lax);
            match object.number() {
                Number::Int(value) => Some(value as f64),
                Number::Float(value) => Some(value),
                Number::None => None,
            }
        }
        Input::Member(_, value) if matches!(**value, Input::Int(_) | Input::Float(_)) => {
            state.floor(Exactness::Lax);
            match **value {
                Input::Int(value) => Some(value as f64),
                Input::Float(value) => Some(value),
                _ => None,
            }
        }
        _ => state.fail("float_type", "Input should be a valid number", input),
    }
}

fn float_of_text(text: &str) -> Option<f64> {
    let text = text.trim();
    if !text.contains('_') {
        return text.parse().ok();
    }
    let is_single = !text.starts_with('_') && !text.ends_with('_') && !text.contains("__");
    if is_single { text.replace('_', "").parse().ok() } else { None }
}

impl Validate for bool {
    fn validate(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Self>> {
        if !rule.choices.is_empty() {
            return Ok(match super::literal::equal_choice(input, rule, state) {
                Some(Choice::Bool(value)) => Some(value),
                _ => None,
            });
        }
        let parsing = |state: &mut State| {
            state.fail("bool_parsing", "Input should be a valid boolean, unable to interpret input", input)
        };
        let of_text = |text: Option<&str>, state: &mut State| {
            state.floor(Exactness::Lax);
            match text.map(str::to_ascii_lowercase).as_deref() {
                Some("0" | "off" | "f" | "false" | "n" | "no") => Some(false),
                Some("1" | "on" | "t" | "true" | "y" | "yes") => Some(true),
                _ => parsing(state),
            }
        };
        let of_number = |value: f64, state: &mut State| {
            state.floor(Exactness::Lax);
            if value == 0.0 {
                Some(false)
            } else if value == 1.0 {
                Some(true)
            } else if value.fract() == 0.0 {
                parsing(state)
            } else {
                state.fail("bool_type", "Input should be a valid boolean", input)
            }
        };
        let value = match input {
            Input::Bool(value) => Some(*value),
            _ if rule.strict => state.fail("bool_type", "Input should be a valid boolean", input),
            Input::Int(value) => of_number(*value as f64, state),
            Input::Float(value) => of_number(*value, state),
            Input::Str(text) => of_text(Some(text.as_str()), state),
            Input::Bytes(bytes) if !state.is_json => of_text(std::str::from_utf8(bytes.as_slice()).ok(), state),
            Input::Object(object) => match object.number() {
                Number::Int(value) => of_number(value as f64, state),
                Number::Float(value) => of_number(value, state),
                Number::None => state.fail("bool_type", "Input should be a valid boolean", input),
            },
            _ => state.fail("bool_type", "Input should be a valid boolean", input),
        };
        Ok(value)
    }
}

/// A limit of a number.
struct Limit {
    bound: Option<Bound>,
    holds: fn(std::cmp::Ordering) -> bool,
    kind: &'static str,
    name: &'static str,
    words: &'static str,
}

/// In the order in which pydantic tests them.
fn limits(rule: &Rule) -> [Limit; 4] {
    let limit = |bound, holds, kind, name, words| Limit { bound, holds, kind, name, words };
    [
        limit(rule.le, std::cmp::Ordering::is_le, "less_than_equal", "le", "less than or equal to"),
        limit(rule.lt, std::cmp::Ordering::is_lt, "less_than", "lt", "less than"),
        limit(rule.ge, std::cmp::Ordering::is_ge, "greater_than_equal", "ge", "greater than or equal to"),
        limit(rule.gt, std::cmp::Ordering::is_gt, "greater_than", "gt", "greater than"),
    ]
}

impl State {
    fn fail_bound<T>(
        &mut self,
        kind: &'static str,
        name: &'static str,
        words: &str,
        bound: Bound,
        input: &Input,
    ) -> Option<T> {
        self.fail_with(kind, format!("Input should be {words} {bound}"), input, vec![(name, Detail::Number(bound))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_ints_as_pydantic() {
        for (text, value) in
            [("1.0", "1"), (" 01\n", "01"), ("+1", "1"), ("-01", "-01"), ("0_1", "01"), ("1_0.0", "10")]
        {
            assert_eq!(int_text(text).as_deref(), Some(value), "{text}");
        }
        for text in ["1.", "+-1", "-+1", "- 1", "--1", "++1", "1__0", "_1", "1_", "1.0_0", "٣", "1e3", ".0", "", "-"] {
            assert_eq!(int_text(text), None, "{text}");
        }
    }

    #[test]
    fn reads_floats_as_pydantic() {
        assert_eq!(float_of_text(" 1_0.5 "), Some(10.5));
        assert_eq!(float_of_text("-inf"), Some(f64::NEG_INFINITY));
        for text in ["1__0", "_1", "1d", "", "1e", "0x1p3"] {
            assert_eq!(float_of_text(text), None, "{text}");
        }
    }
}
