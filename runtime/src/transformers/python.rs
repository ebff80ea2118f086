//! What values of templates are in Python: their texts, as JSON, and their methods.

use minijinja::value::{Kwargs, ValueKind};
use minijinja::{Error, ErrorKind, State, Value};

use crate::abi;
use crate::exception::{Fallible, Raised};
use crate::format;
use crate::json::Writer;
use crate::list;
use crate::str::{self, Str};

/// `str(value)`
pub fn text(value: &Value) -> String {
    match value.kind() {
        ValueKind::String => value.as_str().unwrap_or_default().to_owned(),
        ValueKind::Undefined => String::new(),
        _ => {
            let mut out = String::new();
            repr(value, &mut out);
            out
        }
    }
}

fn repr(value: &Value, out: &mut String) {
    match value.kind() {
        ValueKind::Undefined => out.push_str("Undefined"),
        ValueKind::None => out.push_str("None"),
        ValueKind::Bool => out.push_str(if value.is_true() { "True" } else { "False" }),
        ValueKind::Number => match float(value) {
            Some(number) => format::float::repr(number, out),
            None => out.push_str(&value.to_string()),
        },
        ValueKind::String => {
            crate::object::Object::repr(&Str::from(value.as_str().unwrap_or_default()), out);
        }
        ValueKind::Seq | ValueKind::Iterable => {
            let (open, close) = if value.is_tuple() { ('(', ')') } else { ('[', ']') };
            out.push(open);
            let items: Vec<Value> = value.try_iter().into_iter().flatten().collect();
            for (place, item) in items.iter().enumerate() {
                out.push_str(if place == 0 { "" } else { ", " });
                repr(item, out);
            }
            if value.is_tuple() && items.len() == 1 {
                out.push(',');
            }
            out.push(close);
        }
        ValueKind::Map => {
            out.push('{');
            for (place, (key, item)) in entries(value).iter().enumerate() {
                out.push_str(if place == 0 { "" } else { ", " });
                repr(key, out);
                out.push_str(": ");
                repr(item, out);
            }
            out.push('}');
        }
        _ => out.push_str(&value.to_string()),
    }
}

/// A number that is a float.
fn float(value: &Value) -> Option<f64> {
    if value.is_integer() { None } else { f64::try_from(value.clone()).ok() }
}

fn entries(value: &Value) -> Vec<(Value, Value)> {
    let keys = value.try_iter().into_iter().flatten();
    keys.map(|key| (key.clone(), value.get_item(&key).unwrap_or(Value::UNDEFINED))).collect()
}

/// A value of a template that is the same as one of Python.
pub fn value(of: abi::Value) -> Value {
    match of {
        abi::Value::Bool(value) => value.into(),
        abi::Value::Int(value) => value.into(),
        abi::Value::Float(value) => value.into(),
        abi::Value::Str(text) => text.as_str().into(),
        abi::Value::List(items) | abi::Value::Tuple(items) => items.into_iter().map(value).collect::<Vec<_>>().into(),
        abi::Value::Dict(pairs) => Value::from_pairs(pairs.into_iter().map(|(key, item)| (value(key), value(item)))),
        // JSON has no other.
        _ => Value::from(()),
    }
}

/// How `tojson` writes.
pub struct Json {
    pub ensure_ascii: bool,
    pub sort_keys: bool,
    pub indent: Option<usize>,
    pub separators: Option<[String; 2]>,
}

impl Json {
    /// The value as JSON.
    ///
    /// # Errors
    /// For what is not JSON.
    pub fn text(&self, value: &Value) -> Result<String, Error> {
        let separators =
            self.separators.as_ref().map(|[item, key]| (Str::from(item.as_str()), Str::from(key.as_str())));
        let indent = self.indent.map(|width| " ".repeat(width));
        let mut writer = Writer::new([false, self.ensure_ascii, true, self.sort_keys], indent, &separators);
        self.write(value, &mut writer).map_err(failed)?;
        Ok(writer.finish())
    }

    fn write(&self, value: &Value, writer: &mut Writer) -> Fallible<()> {
        match value.kind() {
            ValueKind::None => writer.word("null"),
            ValueKind::Bool => writer.word(if value.is_true() { "true" } else { "false" }),
            ValueKind::Number => match float(value) {
                Some(number) => writer.float(number)?,
                None => writer.word(&value.to_string()),
            },
            ValueKind::String => writer.text(value.as_str().unwrap_or_default()),
            ValueKind::Seq | ValueKind::Iterable => {
                let items: Vec<Value> = value.try_iter().into_iter().flatten().collect();
                writer.group('[', ']', items.len(), |writer, place| self.write(&items[place], writer))?;
            }
            ValueKind::Map => {
                let mut pairs: Vec<(String, Value)> =
                    entries(value).into_iter().map(|(key, item)| (text(&key), item)).collect();
                if self.sort_keys {
                    pairs.sort_by(|(a, _), (b, _)| a.cmp(b));
                }
                writer.group('{', '}', pairs.len(), |writer, place| {
                    let (key, item) = &pairs[place];
                    writer.name(key);
                    self.write(item, writer)
                })?;
            }
            _ => return Err(crate::exception::type_error("Object of type Undefined is not JSON serializable")),
        }
        Ok(())
    }
}

/// What an operator raised, as an error of a template.
#[cold]
#[expect(clippy::boxed_local, reason = "as errors are mapped")]
pub fn failed(raised: Raised) -> Error {
    Error::new(ErrorKind::InvalidOperation, raised.message.clone())
}

/// `value.name(…)`: methods that Python's strings, dicts and lists have, and templates call.
///
/// # Errors
/// For a method that is not known, or other arguments than it takes.
pub fn method(_: &mut State<'_, '_>, value: &Value, name: &str, arguments: &[Value]) -> Result<Value, Error> {
    let (arguments, _) = split_keywords(arguments)?;
    let unknown = || Error::new(ErrorKind::UnknownMethod, format!("object has no method named {name}"));
    let found = match value.kind() {
        ValueKind::String => {
            of_text(&Str::from(value.as_str().unwrap_or_default()), name, arguments).map_err(failed)?
        }
        ValueKind::Map => of_dict(value, name, arguments),
        ValueKind::Seq | ValueKind::Iterable => of_list(value, name, arguments)?,
        _ => None,
    };
    found.ok_or_else(unknown)
}

fn split_keywords(arguments: &[Value]) -> Result<(&[Value], Option<Kwargs>), Error> {
    match arguments {
        [rest @ .., last] if last.is_kwargs() => Ok((rest, Some(Kwargs::try_from(last.clone())?))),
        _ => Ok((arguments, None)),
    }
}

fn of_text(text: &Str, name: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    let word = |place: usize| arguments.get(place).and_then(Value::as_str).map(Str::from);
    let number = |place: usize| arguments.get(place).and_then(Value::as_i64);
    let words = |list: list::List<Str>| Value::from_iter(list.to_vec().iter().map(|word| Value::from(word.as_str())));
    let texts = |text: Str| Value::from(text.as_str());
    Ok(Some(match (name, arguments.len()) {
        ("strip", 0 | 1) => texts(str::strip(text, &word(0))),
        ("lstrip", 0 | 1) => texts(str::lstrip(text, &word(0))),
        ("rstrip", 0 | 1) => texts(str::rstrip(text, &word(0))),
        ("split", 0..=2) => words(str::split(text, &word(0), number(1).unwrap_or(-1))?),
        ("rsplit", 0..=2) => words(str::rsplit(text, &word(0), number(1).unwrap_or(-1))?),
        ("splitlines", 0) => words(str::splitlines(text, false)),
        ("splitlines", 1) => words(str::splitlines(text, arguments[0].is_true())),
        ("startswith", 1) => any_of(&arguments[0], |part| str::startswith(text, part)),
        ("endswith", 1) => any_of(&arguments[0], |part| str::endswith(text, part)),
        ("upper", 0) => texts(str::upper(text)),
        ("lower", 0) => texts(str::lower(text)),
        ("title", 0) => texts(str::title(text)),
        ("capitalize", 0) => texts(str::capitalize(text)),
        ("isdigit", 0) => str::isdigit(text).into(),
        ("isalpha", 0) => str::isalpha(text).into(),
        ("isalnum", 0) => str::isalnum(text).into(),
        ("isspace", 0) => str::isspace(text).into(),
        ("isupper", 0) => str::isupper(text).into(),
        ("islower", 0) => str::islower(text).into(),
        ("join", 1) => {
            let parts = arguments[0].try_iter().into_iter().flatten().map(|part| self::text(&part));
            parts.collect::<Vec<_>>().join(text.as_str()).into()
        }
        _ => match (name, word(0), word(1)) {
            ("replace", Some(old), Some(new)) => texts(str::replace(text, &old, &new, number(2).unwrap_or(-1))),
            ("find", Some(part), None) => str::find(text, &part, number(1), number(2)).into(),
            ("rfind", Some(part), None) => str::rfind(text, &part, number(1), number(2)).into(),
            ("count", Some(part), None) => str::count(text, &part, number(1), number(2)).into(),
            ("removeprefix", Some(part), None) => texts(str::removeprefix(text, &part)),
            ("removesuffix", Some(part), None) => texts(str::removesuffix(text, &part)),
            _ => return Ok(None),
        },
    }))
}

/// Whether it holds for a text, or one of several.
fn any_of(parts: &Value, holds: impl Fn(&Str) -> bool) -> Value {
    match parts.as_str() {
        Some(part) => holds(&Str::from(part)).into(),
        None => parts.try_iter().into_iter().flatten().any(|part| holds(&Str::from(text(&part)))).into(),
    }
}

fn of_dict(dict: &Value, name: &str, arguments: &[Value]) -> Option<Value> {
    Some(match (name, arguments) {
        ("get", [key]) => item(dict, key).unwrap_or(Value::from(())),
        ("get", [key, other]) => item(dict, key).unwrap_or_else(|| other.clone()),
        ("keys", []) => entries(dict).into_iter().map(|(key, _)| key).collect::<Vec<_>>().into(),
        ("values", []) => entries(dict).into_iter().map(|(_, item)| item).collect::<Vec<_>>().into(),
        ("items", []) => {
            entries(dict).into_iter().map(|(key, item)| Value::from(vec![key, item])).collect::<Vec<_>>().into()
        }
        _ => return None,
    })
}

fn item(dict: &Value, key: &Value) -> Option<Value> {
    dict.get_item(key).ok().filter(|item| !item.is_undefined())
}

fn of_list(list: &Value, name: &str, arguments: &[Value]) -> Result<Option<Value>, Error> {
    let mut items = list.try_iter()?;
    Ok(match (name, arguments) {
        ("index", [wanted]) => Some(match items.position(|item| item == *wanted) {
            Some(place) => place.into(),
            None => return Err(Error::new(ErrorKind::InvalidOperation, format!("{} is not in list", text(wanted)))),
        }),
        ("count", [wanted]) => Some(items.filter(|item| item == wanted).count().into()),
        _ => None,
    })
}
