//! `list`, `set`, `frozenset`, `dict` and `tuple` fields.

use super::failure::Detail;
use super::{Exactness, Input, Place, Rule, State, Validate};
use crate::exception::Fallible;
use crate::str::Str;
use crate::{Dict, FrozenSet, Key, List, Object, Sequence, Set, dict, frozenset, list, sequence, set};

/// A container as messages call it.
struct Kind {
    /// In messages of its length.
    name: &'static str,
    error: &'static str,
    message: &'static str,
}

const LIST: Kind = Kind { name: "List", error: "list_type", message: "Input should be a valid list" };
const JSON_LIST: Kind = Kind { name: "List", error: "list_type", message: "Input should be a valid array" };
const SET: Kind = Kind { name: "Set", error: "set_type", message: "Input should be a valid set" };
const FROZENSET: Kind =
    Kind { name: "Frozenset", error: "frozen_set_type", message: "Input should be a valid frozenset" };
const JSON_SET: Kind = Kind { message: "Input should be a valid array", ..SET };
const JSON_FROZENSET: Kind = Kind { message: "Input should be a valid array", ..FROZENSET };
const TUPLE: Kind = Kind { name: "Tuple", error: "tuple_type", message: "Input should be a valid tuple" };
const JSON_TUPLE: Kind = Kind { name: "Tuple", error: "tuple_type", message: "Input should be a valid array" };

/// The items of an input that can be a container of that kind; `is_exact` says which is one already.
fn items_of<'i>(
    input: &'i Input,
    rule: &Rule,
    state: &mut State,
    kind: &Kind,
    is_exact: impl Fn(&Input) -> bool,
) -> Option<&'i [Input]> {
    let items = match input {
        Input::List(items) | Input::Tuple(items) | Input::Set(items) | Input::FrozenSet(items) => items,
        _ => return state.fail(kind.error, kind.message, input),
    };
    if is_exact(input) {
        return Some(items);
    }
    if state.is_json {
        // JSON has nothing but arrays.
        state.floor(Exactness::Strict);
    } else if rule.strict {
        return state.fail(kind.error, kind.message, input);
    } else {
        state.floor(Exactness::Lax);
    }
    Some(items)
}

/// The items at their type; `None` where one does not fit.
fn items<T: Validate>(
    given: &[Input],
    input: &Input,
    rule: &Rule,
    state: &mut State,
    kind: &Kind,
) -> Fallible<Option<Vec<T>>> {
    let mut items = Vec::with_capacity(given.len());
    let before = state.lines.len();
    let item_rule = rule.part(0);
    for (place, item) in given.iter().enumerate() {
        let item = state.within(Place::Index(place as i64), |state| T::validate(item, item_rule, state))?;
        items.extend(item);
        if let Some(most) = rule.max_length.filter(|most| items.len() > *most) {
            state.lines.truncate(before);
            return Ok(too_long(kind.name, most, Some(given.len()), input, state));
        }
    }
    if state.lines.len() > before {
        return Ok(None);
    }
    Ok(long_enough(kind.name, items.len(), input, rule, state).map(|()| items))
}

fn long_enough(name: &str, length: usize, input: &Input, rule: &Rule, state: &mut State) -> Option<()> {
    let Some(least) = rule.min_length.filter(|least| length < *least) else { return Some(()) };
    let plural = if least == 1 { "" } else { "s" };
    let message = format!("{name} should have at least {least} item{plural} after validation, not {length}");
    let details = vec![
        ("field_type", Detail::Text(name.to_owned())),
        ("min_length", Detail::Length(least)),
        ("actual_length", Detail::Length(length)),
    ];
    state.fail_with("too_short", message, input, details)
}

/// More items than there may be; of a set it is not counted how many.
fn too_long<T>(name: &str, most: usize, length: Option<usize>, input: &Input, state: &mut State) -> Option<T> {
    let plural = if most == 1 { "" } else { "s" };
    let found = length.map_or_else(|| "more".to_owned(), |length| length.to_string());
    let message = format!("{name} should have at most {most} item{plural} after validation, not {found}");
    let details = vec![
        ("field_type", Detail::Text(name.to_owned())),
        ("max_length", Detail::Length(most)),
        ("actual_length", length.map_or(Detail::None, Detail::Length)),
    ];
    state.fail_with("too_long", message, input, details)
}

impl<T: Validate + Object> Validate for List<T> {
    fn validate(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Self>> {
        let kind = if state.is_json { &JSON_LIST } else { &LIST };
        let Some(given) = items_of(input, rule, state, kind, |input| matches!(input, Input::List(_))) else {
            return Ok(None);
        };
        Ok(items(given, input, rule, state, kind)?.map(list::from_vec))
    }
}

impl<T: Validate> Validate for Sequence<T> {
    fn validate(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Self>> {
        let kind = if state.is_json { &JSON_TUPLE } else { &TUPLE };
        let Some(given) = items_of(input, rule, state, kind, |input| matches!(input, Input::Tuple(_))) else {
            return Ok(None);
        };
        Ok(items(given, input, rule, state, kind)?.map(sequence::from_vec))
    }
}

/// The items of a set, the equal ones once: the length is that of the set.
fn members<T: Validate + Key>(
    given: &[Input],
    input: &Input,
    rule: &Rule,
    state: &mut State,
    kind: &Kind,
) -> Fallible<Option<Set<T>>> {
    let unlimited = Rule { min_length: None, max_length: None, ..*rule };
    let Some(items) = items::<T>(given, input, &unlimited, state, kind)? else { return Ok(None) };
    let made = set::from_vec(items);
    let length = made.to_vec().len();
    if let Some(most) = rule.max_length.filter(|most| length > *most) {
        return Ok(too_long(kind.name, most, None, input, state));
    }
    Ok(long_enough(kind.name, length, input, rule, state).map(|()| made))
}

impl<T: Validate + Key> Validate for Set<T> {
    fn validate(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Self>> {
        let kind = if state.is_json { &JSON_SET } else { &SET };
        let Some(given) = items_of(input, rule, state, kind, |input| matches!(input, Input::Set(_))) else {
            return Ok(None);
        };
        members(given, input, rule, state, kind)
    }
}

impl<T: Validate + Key> Validate for FrozenSet<T> {
    fn validate(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Self>> {
        let is_exact = |input: &Input| matches!(input, Input::FrozenSet(_));
        let kind = if state.is_json { &JSON_FROZENSET } else { &FROZENSET };
        let Some(given) = items_of(input, rule, state, kind, is_exact) else { return Ok(None) };
        let made: Option<Set<T>> = members(given, input, rule, state, kind)?;
        Ok(made.map(|made| frozenset::from_vec(made.to_vec())))
    }
}

impl<K: Validate + Key, V: Validate + Object> Validate for Dict<K, V> {
    fn validate(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Self>> {
        let Input::Dict(given) = input else {
            let message = match state.is_json {
                true => "Input should be an object",
                false => "Input should be a valid dictionary",
            };
            return Ok(state.fail("dict_type", message, input));
        };
        let before = state.lines.len();
        let mut pairs = Vec::with_capacity(given.len());
        for (key, value) in given.iter() {
            let place = match key {
                Input::Int(index) => Place::Index(*index),
                Input::Str(name) => Place::Name(name.clone()),
                other => {
                    let mut text = String::new();
                    other.repr(&mut text);
                    Place::Name(Str::from(text))
                }
            };
            let (key, value) = state.within(place, |state| {
                let key =
                    state.within(Place::Name(Str::literal("[key]")), |state| K::validate(key, rule.part(0), state))?;
                Fallible::Ok((key, V::validate(value, rule.part(1), state)?))
            })?;
            pairs.extend(key.zip(value));
        }
        if state.lines.len() > before {
            return Ok(None);
        }
        let made = dict::from_pairs(pairs);
        let length = made.to_pairs().len();
        if let Some(most) = rule.max_length.filter(|most| length > *most) {
            return Ok(too_long("Dictionary", most, Some(length), input, state));
        }
        Ok(long_enough("Dictionary", length, input, rule, state).map(|()| made))
    }
}

macro_rules! tuples {
    ($( ($count:literal: $($index:tt $item:ident),+) )*) => {$(
        impl<$($item: Validate),+> Validate for ($($item,)+) {
            fn validate(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Self>> {
                let kind = if state.is_json { &JSON_TUPLE } else { &TUPLE };
                let Some(given) = items_of(input, rule, state, kind, |input| matches!(input, Input::Tuple(_))) else {
                    return Ok(None);
                };
                let before = state.lines.len();
                let items = ($(member::<$item>(given, $index, input, rule, state)?,)+);
                if given.len() > $count {
                    state.lines.truncate(before);
                    return Ok(too_long("Tuple", $count, Some(given.len()), input, state));
                }
                Ok(match items {
                    ($(Some($item),)+) => Some(($($item,)+)),
                    _ => None,
                })
            }
        }
    )*};
}

fn member<T: Validate>(
    given: &[Input],
    index: usize,
    input: &Input,
    rule: &Rule,
    state: &mut State,
) -> Fallible<Option<T>> {
    state.within(Place::Index(index as i64), |state| match given.get(index) {
        Some(item) => T::validate(item, rule.part(index), state),
        None => Ok(state.fail("missing", "Field required", input)),
    })
}

#[expect(non_snake_case, reason = "the members are named after their types")]
mod fixed {
    use super::*;

    tuples! {
        (1: 0 A)
        (2: 0 A, 1 B)
        (3: 0 A, 1 B, 2 C)
        (4: 0 A, 1 B, 2 C, 3 D)
        (5: 0 A, 1 B, 2 C, 3 D, 4 E)
        (6: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F)
        (7: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G)
        (8: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H)
    }
}
