//! `f(*items)` into parameters that are no `*args`, and `f(**options)` into those that are no `**kwargs`.

use crate::dict::Dict;
use crate::exception::{Fallible, Raised, type_error};
use crate::object::Object;
use crate::str::Str;

/// Whether as many items are given as parameters take them. `required` names those that have no default, `keyworded` the one
/// behind them that is given by keyword; `takes` counts the positional parameters of the function, `given` the arguments before
/// the items, `keyword_only` the arguments that can be given by keyword only.
///
/// # Errors
/// `TypeError`, as `initialize_locals` of CPython's `ceval.c` has it.
#[expect(clippy::too_many_arguments, reason = "it is what the message is made of, and all are constants but one")]
pub fn expect_arguments(
    items: i64,
    function: &Str,
    required: &Str,
    keyworded: &Str,
    most: i64,
    given: i64,
    takes: i64,
    with_default: i64,
    keyword_only: i64,
) -> Fallible<()> {
    let required: Vec<&str> = required.as_str().split_whitespace().collect();
    if items > most {
        return Err(match keyworded.as_str() {
            "" => too_many(function, takes, with_default, given + items, keyword_only),
            name => type_error(format!("{}() got multiple values for argument '{name}'", function.as_str())),
        });
    }
    let items = usize::try_from(items).unwrap_or_default();
    match required.get(items..) {
        Some(missing) if !missing.is_empty() => Err(too_few(function, missing, "positional")),
        _ => Ok(()),
    }
}

/// Whether there are two values at least for `max(*items)`, the items of which have a class that is not iterable.
///
/// # Errors
/// `TypeError`, as `min_max` of CPython's `bltinmodule.c` has it.
pub fn expect_several(values: i64, function: &Str, class: &Str) -> Fallible<()> {
    match values {
        0 => Err(type_error(format!("{} expected at least 1 argument, got 0", function.as_str()))),
        1 => Err(type_error(format!("'{}' object is not iterable", class.as_str()))),
        _ => Ok(()),
    }
}

/// Whether the keys of `options` are parameters that have no value yet, and all that need one have it. The texts are names with
/// blanks between them: all parameters that a keyword may name, those that have their value, those that no keyword may name,
/// and those that need a value, which may be given by position, and by keyword only.
///
/// # Errors
/// `TypeError`, as `initialize_locals` of CPython's `ceval.c` has it.
pub fn expect_keywords<V: Object>(
    options: &Dict<Str, V>,
    function: &Str,
    known: &Str,
    filled: &Str,
    positional_only: &Str,
    required: &Str,
    required_keywords: &Str,
) -> Fallible<()> {
    let name = function.as_str();
    let has = |names: &Str, key: &str| names.as_str().split(' ').any(|name| name == key && !name.is_empty());
    let keys: Vec<Str> = options.to_pairs().into_iter().map(|(key, _)| key).collect();
    for key in &keys {
        if !has(known, key.as_str()) {
            let by_position: Vec<&str> = keys.iter().map(Str::as_str).filter(|key| has(positional_only, key)).collect();
            return Err(type_error(match by_position[..] {
                [] => format!("{name}() got an unexpected keyword argument '{}'", key.as_str()),
                _ => format!(
                    "{name}() got some positional-only arguments passed as keyword arguments: '{}'",
                    by_position.join(", ")
                ),
            }));
        }
        if has(filled, key.as_str()) {
            return Err(type_error(format!("{name}() got multiple values for argument '{}'", key.as_str())));
        }
    }
    for (names, kind) in [(required, "positional"), (required_keywords, "keyword-only")] {
        let is_missing = |name: &&str| !keys.iter().any(|key| key.as_str() == *name);
        let missing: Vec<&str> = names.as_str().split_whitespace().filter(is_missing).collect();
        if !missing.is_empty() {
            return Err(too_few(function, &missing, kind));
        }
    }
    Ok(())
}

#[cold]
fn too_many(function: &Str, takes: i64, with_default: i64, given: i64, keyword_only: i64) -> Raised {
    let takes = match with_default {
        0 => format!("{takes} positional argument{}", if takes == 1 { "" } else { "s" }),
        _ => format!("from {} to {takes} positional arguments", takes - with_default),
    };
    let plural = |count: i64| if count == 1 { "" } else { "s" };
    let more = match keyword_only {
        0 => String::new(),
        _ => format!(
            " positional argument{} (and {keyword_only} keyword-only argument{})",
            plural(given),
            plural(keyword_only)
        ),
    };
    let were = if given == 1 && keyword_only == 0 { "was" } else { "were" };
    type_error(format!("{}() takes {takes} but {given}{more} {were} given", function.as_str()))
}

#[cold]
fn too_few(function: &Str, missing: &[&str], kind: &str) -> Raised {
    let quoted: Vec<String> = missing.iter().map(|name| format!("'{name}'")).collect();
    let (count, plural) = (missing.len(), if missing.len() == 1 { "" } else { "s" });
    let names = match &quoted[..] {
        [first, last] => format!("{first} and {last}"),
        [first @ .., last] if !first.is_empty() => format!("{}, and {last}", first.join(", ")),
        _ => quoted.concat(),
    };
    type_error(format!("{}() missing {count} required {kind} argument{plural}: {names}", function.as_str()))
}
