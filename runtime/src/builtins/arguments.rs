//! `f(*items)` into parameters that are no `*args`.

use crate::exception::{Fallible, Raised, type_error};
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
        Some(missing) if !missing.is_empty() => Err(too_few(function, missing)),
        _ => Ok(()),
    }
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
fn too_few(function: &Str, missing: &[&str]) -> Raised {
    let quoted: Vec<String> = missing.iter().map(|name| format!("'{name}'")).collect();
    let (count, plural) = (missing.len(), if missing.len() == 1 { "" } else { "s" });
    let names = match &quoted[..] {
        [first, last] => format!("{first} and {last}"),
        [first @ .., last] if !first.is_empty() => format!("{}, and {last}", first.join(", ")),
        _ => quoted.concat(),
    };
    type_error(format!("{}() missing {count} required positional argument{plural}: {names}", function.as_str()))
}
