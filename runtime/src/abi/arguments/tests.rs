//! The texts are those of CPython 3.11 for the signatures in the comments.

use super::*;
use crate::numpy::Array;

const fn parameter(name: &'static str, kind: ParameterKind, has_default: bool) -> Parameter {
    Parameter { name, kind, has_default, ty: "int", choices: &[] }
}

use ParameterKind::{KeywordOnly as K, PositionalOnly as P, PositionalOrKeyword as A};

/// `def f(texts, task="d", *, k=1)`
const F: &[Parameter] = &[parameter("texts", A, false), parameter("task", A, true), parameter("k", K, true)];
/// `def g(a, /, b)`
const G: &[Parameter] = &[parameter("a", P, false), parameter("b", A, false)];
/// `def h(*, x, y)`
const H: &[Parameter] = &[parameter("x", K, false), parameter("y", K, false)];
/// `def abc(a, b, c)`
const ABC: &[Parameter] = &[parameter("a", A, false), parameter("b", A, false), parameter("c", A, false)];
/// `def one(a)`
const ONE: &[Parameter] = &[parameter("a", A, false)];

/// Binds `positional` numbers and the keywords; the bound numbers, or the message of the error.
fn bind(parameters: &'static [Parameter], positional: usize, keywords: &[&str]) -> Result<Vec<Option<i64>>, String> {
    let values: Vec<Value> = (0..(positional + keywords.len()) as i64).map(Value::Int).collect();
    let names = std::iter::repeat_n(None, positional).chain(keywords.iter().copied().map(Some));
    let given: Vec<_> = names.zip(&values).collect();
    let bound = Arguments::bind("f", parameters, &given).map_err(|raised| raised.to_string())?;
    let number = |value: &Option<&Value>| match value {
        Some(Value::Int(number)) => Some(*number),
        _ => None,
    };
    Ok(bound.values.iter().map(number).collect())
}

#[track_caller]
fn refuses(parameters: &'static [Parameter], positional: usize, keywords: &[&str], message: &str) {
    assert_eq!(bind(parameters, positional, keywords), Err(format!("TypeError: f() {message}")));
}

#[test]
fn binds_by_place_and_by_name() {
    assert_eq!(bind(F, 1, &[]), Ok(vec![Some(0), None, None]));
    assert_eq!(bind(F, 2, &["k"]), Ok(vec![Some(0), Some(1), Some(2)]));
    assert_eq!(bind(F, 0, &["k", "texts"]), Ok(vec![Some(1), None, Some(0)]));
    assert_eq!(bind(G, 1, &["b"]), Ok(vec![Some(0), Some(1)]));
    assert_eq!(bind(&[], 0, &[]), Ok(vec![]));
}

#[test]
fn tells_what_is_missing() {
    refuses(F, 0, &[], "missing 1 required positional argument: 'texts'");
    refuses(G, 0, &[], "missing 2 required positional arguments: 'a' and 'b'");
    refuses(ABC, 0, &[], "missing 3 required positional arguments: 'a', 'b', and 'c'");
    refuses(H, 0, &["x"], "missing 1 required keyword-only argument: 'y'");
    refuses(H, 0, &[], "missing 2 required keyword-only arguments: 'x' and 'y'");
}

#[test]
fn tells_what_is_too_much() {
    refuses(F, 3, &[], "takes from 1 to 2 positional arguments but 3 were given");
    refuses(
        F,
        3,
        &["k"],
        "takes from 1 to 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given",
    );
    refuses(H, 1, &[], "takes 0 positional arguments but 1 was given");
    refuses(
        H,
        1,
        &["x", "y"],
        "takes 0 positional arguments but 1 positional argument (and 2 keyword-only arguments) were given",
    );
    refuses(ONE, 2, &[], "takes 1 positional argument but 2 were given");
    refuses(&[], 1, &[], "takes 0 positional arguments but 1 was given");
}

#[test]
fn tells_of_wrong_keywords() {
    refuses(F, 1, &["x"], "got an unexpected keyword argument 'x'");
    refuses(F, 3, &["zz"], "got an unexpected keyword argument 'zz'");
    refuses(F, 1, &["texts"], "got multiple values for argument 'texts'");
    refuses(F, 0, &["k", "k"], "got multiple values for argument 'k'");
    refuses(G, 0, &["a", "b"], "got some positional-only arguments passed as keyword arguments: 'a'");
    refuses(G, 2, &["zz", "a"], "got some positional-only arguments passed as keyword arguments: 'a'");
}

/// The error for one argument of a parameter.
fn convert<T: FromValue>(parameter: &'static [Parameter], value: &Value) -> String {
    let arguments = Arguments::bind("f", parameter, &[(None, value)]).expect("it binds");
    arguments.get::<T>(0).err().map_or_else(String::new, |raised| raised.to_string())
}

#[test]
fn tells_the_wrong_type() {
    let text = || Value::Str("a".into());
    assert_eq!(convert::<i64>(ONE, &text()), "TypeError: f() argument 'a' must be int, not str");
    assert_eq!(convert::<i64>(ONE, &Value::Bool(true)), "");
    assert_eq!(convert::<f64>(ONE, &Value::Int(1)), "");
    assert_ne!(convert::<bool>(ONE, &Value::Int(1)), "");
}

/// `def f(a: Literal["query", "document"])`
const CHOICE: &[Parameter] =
    &[Parameter { choices: &[Choice::Str("query"), Choice::Str("document")], ..parameter("a", A, false) }];
/// `def f(a: Literal[1, 2, 3])`
const CHOICES: &[Parameter] =
    &[Parameter { choices: &[Choice::Int(1), Choice::Int(2), Choice::Int(3)], ..parameter("a", A, false) }];

#[test]
fn tells_the_choices() {
    let text = |text: &'static str| Value::Str(text.into());
    assert_eq!(convert::<Value>(CHOICE, &text("query")), "");
    let refused = convert::<Value>(CHOICE, &text("foo"));
    assert_eq!(refused, "ValueError: f() argument 'a' must be 'query' or 'document', not 'foo'");
    let refused = convert::<Value>(CHOICE, &Value::List(vec![text("query"), text("x\n")]));
    assert_eq!(refused, "ValueError: f() argument 'a' must be 'query' or 'document', not 'x\\n'");
    assert_eq!(convert::<Value>(CHOICE, &Value::Int(4)), "");
    let refused = convert::<i64>(CHOICES, &Value::Int(4));
    assert_eq!(refused, "ValueError: f() argument 'a' must be 1, 2, or 3, not 4");
}

#[test]
fn tells_the_shape() {
    let array = Value::Array(Array::filled(1.0, &[3, 5]).into());
    let nested = Value::List(vec![array.clone()]);
    let check = |value: &Value, axes: &[Option<usize>]| {
        let arguments = Arguments::bind("f", ONE, &[(None, value)]).expect("it binds");
        arguments.expect_shape(0, axes).err().map_or_else(String::new, |raised| raised.to_string())
    };
    assert_eq!(check(&array, &[None, Some(5)]), "");
    assert_eq!(check(&array, &[None, Some(4)]), "ValueError: f() argument 'a' must have shape (any, 4), not (3, 5)");
    assert_eq!(check(&nested, &[None]), "ValueError: f() argument 'a' must have shape (any,), not (3, 5)");
    assert_eq!(check(&Value::Null, &[None]), "");
}
