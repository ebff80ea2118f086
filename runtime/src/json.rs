//! `json`: `dumps` to the letter, and `loads` into a static type.

mod read;
mod write;

use crate::abi::{FromValue, Mismatch, Value};
use crate::bytes::{self, Bytes};
use crate::exception::{Fallible, type_error};
use crate::object::Object;
use crate::pydantic::Input;
use crate::str::Str;

pub use write::Writer;

/// `json.dumps(value, …)`.
///
/// # Errors
/// `TypeError` for what JSON cannot say; `ValueError` for a float that is not finite where `allow_nan` is false.
pub fn dumps<T: Object>(
    value: &T,
    skipkeys: bool,
    ensure_ascii: bool,
    allow_nan: bool,
    indent: Option<i64>,
    separators: &Option<(Str, Str)>,
    sort_keys: bool,
) -> Fallible<Str> {
    let indent = indent.map(|width| " ".repeat(usize::try_from(width).unwrap_or(0)));
    write(value, Writer::new([skipkeys, ensure_ascii, allow_nan, sort_keys], indent, separators))
}

/// `json.dumps(value, indent="\t", …)`.
///
/// # Errors
/// As [`dumps`].
pub fn dumps_indented<T: Object>(
    value: &T,
    indent: &Str,
    skipkeys: bool,
    ensure_ascii: bool,
    allow_nan: bool,
    separators: &Option<(Str, Str)>,
    sort_keys: bool,
) -> Fallible<Str> {
    let indent = Some(indent.as_str().to_owned());
    write(value, Writer::new([skipkeys, ensure_ascii, allow_nan, sort_keys], indent, separators))
}

fn write<T: Object>(value: &T, mut writer: Writer) -> Fallible<Str> {
    value.json(&mut writer)?;
    Ok(Str::from(writer.finish()))
}

/// The value as JSON has it: dicts, lists, texts, numbers, truth values and `None`.
///
/// # Errors
/// As [`dumps`].
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn plain<T: Object>(value: &T) -> Fallible<Value> {
    read::value(dumps(value, false, false, true, None, &None, false)?.as_str())
}

/// `json.loads(text)` at a type, which `declared` describes for the message.
///
/// # Errors
/// `JSONDecodeError` for what is no JSON; `TypeError` for JSON of another type.
pub fn loads<T: FromValue>(text: &Str, declared: &Str) -> Fallible<T> {
    loads_by(text, declared, T::from_value)
}

/// [`loads`], with a conversion to the type.
///
/// # Errors
/// As [`loads`].
pub fn loads_by<T>(
    text: &Str,
    declared: &Str,
    convert: impl FnOnce(&Value) -> Result<T, Box<Mismatch>>,
) -> Fallible<T> {
    let value = read::value(text.as_str())?;
    let converted = convert(&value);
    value.dismantle();
    converted.map_err(|mismatch| type_error(format!("the JSON is no {}{}", declared.as_str(), mismatch.describe())))
}

/// `json.loads(text)`, for a model to validate.
///
/// # Errors
/// `JSONDecodeError` for what is no JSON.
pub fn loads_any(text: &Str) -> Fallible<Input> {
    let value = read::value(text.as_str())?;
    let input = Input::from(&value);
    value.dismantle();
    Ok(input)
}

/// `json.loads(bytes)`, for a model to validate.
///
/// # Errors
/// As [`loads_any`]; `UnicodeDecodeError` for what is no text.
pub fn loads_bytes_any(bytes: &Bytes) -> Fallible<Input> {
    loads_any(&decoded(bytes)?)
}

/// `json.loads(bytes)` at a type: UTF-8, UTF-16 or UTF-32, as its first bytes tell.
///
/// # Errors
/// As [`loads`]; `UnicodeDecodeError` for what is no text.
pub fn loads_bytes<T: FromValue>(bytes: &Bytes, declared: &Str) -> Fallible<T> {
    loads(&decoded(bytes)?, declared)
}

/// The text that the bytes are.
///
/// # Errors
/// `UnicodeDecodeError` for what is no text.
pub fn decoded(bytes: &Bytes) -> Fallible<Str> {
    let encoding = match bytes.as_slice() {
        [0, 0, 0xfe, 0xff, ..] | [0xff, 0xfe, 0, 0, ..] => "utf-32",
        [0xfe, 0xff, ..] | [0xff, 0xfe, ..] => "utf-16",
        [0xef, 0xbb, 0xbf, ..] => "utf-8-sig",
        [0, 0, _, _, ..] => "utf-32-be",
        [0, _, _, _, ..] => "utf-16-be",
        [_, 0, 0, 0, ..] => "utf-32-le",
        [_, 0, _, _, ..] => "utf-16-le",
        [0, _] => "utf-16-be",
        [_, 0] => "utf-16-le",
        _ => "utf-8",
    };
    bytes::decode(bytes, &Str::from(encoding), &Str::literal("strict"))
}
