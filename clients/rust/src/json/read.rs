//! JSON to the values of a schema.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value as Json;

use super::array;
use crate::Value;
use crate::manifest::{Fields, Schema};

type Read<T> = Result<T, String>;

/// The value of a schema that a JSON value stands for.
///
/// # Errors
/// What does not fit, in words.
pub fn from_json(json: &Json, schema: &Schema) -> Read<Value> {
    let misfit = || format!("{} is no {}", shown(json), name(schema));
    let items = |schema: &Schema| -> Read<Vec<Value>> {
        json.as_array().ok_or_else(misfit)?.iter().map(|item| from_json(item, schema)).collect()
    };
    match schema {
        Schema::None => json.is_null().then_some(Value::None).ok_or_else(misfit),
        Schema::Bool => json.as_bool().map(Value::Bool).ok_or_else(misfit),
        Schema::Int => json.as_i64().map(Value::Int).ok_or_else(misfit),
        Schema::Float => float(json).map(Value::Float).ok_or_else(misfit),
        Schema::Complex => complex(json).ok_or_else(misfit),
        Schema::Str => json.as_str().map(|text| Value::Str(text.to_owned())).ok_or_else(misfit),
        Schema::Bytes => {
            let text = json["bytes"].as_str().ok_or("bytes are written as {\"bytes\": \"aGk=\"}, in Base64")?;
            STANDARD.decode(text).map(Value::Bytes).map_err(|error| error.to_string())
        }
        // Which choices and members there are is the predictor's to say: its message is Python's.
        Schema::Literal { .. } | Schema::Enum { .. } | Schema::Flag { .. } => constant(json).ok_or_else(misfit),
        Schema::List { item } => items(item).map(Value::List),
        Schema::Sequence { item } => items(item).map(Value::Tuple),
        Schema::Set { item } => items(item).map(Value::Set),
        Schema::FrozenSet { item } => items(item).map(Value::FrozenSet),
        Schema::Tuple { items } => tuple(json, items).ok_or_else(misfit)?.map(Value::Tuple),
        Schema::Dict { key, value } => pairs(json, key, value).ok_or_else(misfit)?.map(Value::Dict),
        Schema::Record { class, fields: declared } | Schema::TypedDict { class, fields: declared } => {
            fields(json, class, declared.as_ref()).ok_or_else(misfit)?.map(Value::Dict)
        }
        Schema::Union { members } => members
            .iter()
            .find_map(|member| from_json(json, member).ok())
            .ok_or_else(|| format!("{} fits none of the types", shown(json))),
        Schema::Array { dtype, .. } => array::from_json(json, dtype).map(Value::Array),
        Schema::Scalar { dtype } => array::from_json(json, dtype).map(Value::Scalar),
        Schema::Iterator { .. } | Schema::Unknown => {
            Err(format!("values of type {} cannot be given as JSON", name(schema)))
        }
    }
}

/// The value of a schema that a text stands for: JSON, or plain text where a string is taken.
///
/// # Errors
/// What does not fit, in words.
pub fn from_text(text: &str, schema: &Schema) -> Read<Value> {
    match serde_json::from_str::<Json>(text) {
        Ok(json) => from_json(&json, schema).or_else(|reason| plain(text, schema).ok_or(reason)),
        Err(error) => plain(text, schema).ok_or(format!("it is not JSON: {error}")),
    }
}

/// The text itself, where a string is taken.
fn plain(text: &str, schema: &Schema) -> Option<Value> {
    let is_text = match schema {
        Schema::Str => true,
        Schema::Literal { choices } => choices.iter().any(|choice| choice == text),
        Schema::Union { members } => return members.iter().find_map(|member| plain(text, member)),
        _ => false,
    };
    is_text.then(|| Value::Str(text.to_owned()))
}

/// A number, or `{"float": "nan"}`.
pub(super) fn float(json: &Json) -> Option<f64> {
    json.as_f64().or_else(|| json["float"].as_str()?.parse().ok())
}

fn complex(json: &Json) -> Option<Value> {
    match json["complex"].as_array().map(Vec::as_slice) {
        Some([real, imag]) => Some(Value::Complex(float(real)?, float(imag)?)),
        _ => Some(Value::Complex(float(json)?, 0.0)),
    }
}

fn constant(json: &Json) -> Option<Value> {
    Some(match json {
        Json::Null => Value::None,
        Json::Bool(value) => Value::Bool(*value),
        Json::Number(number) => number.as_i64().map(Value::Int).or_else(|| number.as_f64().map(Value::Float))?,
        Json::String(text) => Value::Str(text.clone()),
        Json::Array(_) | Json::Object(_) => return None,
    })
}

fn tuple(json: &Json, schemas: &[Schema]) -> Option<Read<Vec<Value>>> {
    let values = json.as_array()?;
    (values.len() == schemas.len())
        .then(|| values.iter().zip(schemas).map(|(value, item)| from_json(value, item)).collect())
}

/// The fields of an object, by name.
fn fields(json: &Json, class: &str, declared: Option<&Fields>) -> Option<Read<Vec<(Value, Value)>>> {
    let (Json::Object(given), Some(declared)) = (json, declared) else { return None };
    let field = |(name, value): (&String, &Json)| match declared.get(name) {
        Some(schema) => Ok((Value::Str(name.clone()), from_json(value, schema)?)),
        None => Err(format!("{class} has no field {name}")),
    };
    Some(given.iter().map(field).collect())
}

/// A JSON object where the keys are strings, or a list of pairs.
fn pairs(json: &Json, key: &Schema, item: &Schema) -> Option<Read<Vec<(Value, Value)>>> {
    if let Json::Object(fields) = json {
        let pair = |(name, value): (&String, &Json)| Ok((from_text(name, key)?, from_json(value, item)?));
        return Some(fields.iter().map(pair).collect());
    }
    let pair = |pair: &Json| match pair.as_array().map(Vec::as_slice) {
        Some([name, value]) => Ok((from_json(name, key)?, from_json(value, item)?)),
        _ => Err("a dict is a JSON object, or a list of pairs".to_owned()),
    };
    Some(json.as_array()?.iter().map(pair).collect())
}

/// The schema's name in a manifest.
fn name(schema: &Schema) -> String {
    let json = serde_json::to_value(schema).unwrap_or_default();
    json["type"].as_str().unwrap_or("value").to_owned()
}

fn shown(json: &Json) -> String {
    let text = json.to_string();
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn schema(json: Json) -> Schema {
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn strings_may_be_plain() {
        let text = schema(json!({ "type": "str" }));
        assert_eq!(from_text("hello", &text), Ok(Value::Str("hello".into())));
        assert_eq!(from_text("\"hello\"", &text), Ok(Value::Str("hello".into())));
        assert_eq!(from_text("12", &text), Ok(Value::Str("12".into())));
        let task = schema(json!({ "type": "literal", "choices": ["query", "document"] }));
        assert_eq!(from_text("query", &task), Ok(Value::Str("query".into())));
    }

    #[test]
    fn values_take_the_type_of_the_schema() {
        assert_eq!(from_text("1", &schema(json!({ "type": "float" }))), Ok(Value::Float(1.0)));
        assert_eq!(
            from_text(
                "[[1, 2]]",
                &schema(json!({ "type": "list", "item": { "type": "set", "item": { "type": "int" } } }))
            ),
            Ok(Value::List(vec![Value::Set(vec![Value::Int(1), Value::Int(2)])]))
        );
        let optional = schema(json!({ "type": "union", "members": [{ "type": "int" }, { "type": "none" }] }));
        assert_eq!(from_text("null", &optional), Ok(Value::None));
        let counts = schema(json!({ "type": "dict", "key": { "type": "int" }, "value": { "type": "str" } }));
        let one = Ok(Value::Dict(vec![(Value::Int(1), Value::Str("a".into()))]));
        assert_eq!(from_text("{\"1\": \"a\"}", &counts), one);
        assert_eq!(from_text("[[1, \"a\"]]", &counts), one);
    }

    #[test]
    fn a_misfit_says_what_it_is() {
        let int = schema(json!({ "type": "int" }));
        assert_eq!(from_text("1.5", &int), Err("1.5 is no int".into()));
        assert!(from_text("hello", &int).unwrap_err().starts_with("it is not JSON"));
        assert_eq!(from_json(&json!("é".repeat(50)), &int).unwrap_err(), format!("\"{}… is no int", "é".repeat(39)));
    }
}
