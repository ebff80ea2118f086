//! Values to JSON.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value as Json, json};

use super::array;
use crate::{Array, Value};

/// A value as JSON, whole.
pub fn to_json(value: &Value) -> Json {
    describe(value, usize::MAX)
}

/// A value as JSON; of an array with more elements than `most` only dtype, shape and the first elements.
pub fn describe(value: &Value, most: usize) -> Json {
    let items = |items: &[Value]| items.iter().map(|item| describe(item, most)).collect::<Json>();
    match value {
        Value::None => Json::Null,
        Value::Bool(value) => json!(value),
        Value::Int(value) => json!(value),
        Value::Float(value) => float(*value),
        Value::Complex(real, imag) => json!({ "complex": [float(*real), float(*imag)] }),
        Value::Str(text) => json!(text),
        Value::Bytes(bytes) => json!({ "bytes": STANDARD.encode(bytes) }),
        Value::List(list) | Value::Tuple(list) | Value::Set(list) | Value::FrozenSet(list) => items(list),
        Value::Dict(pairs) => dict(pairs, most),
        Value::Record(record) | Value::NamedTuple(record) => {
            let fields = record.fields.iter().map(|(name, item)| (name.clone(), describe(item, most)));
            fields.collect::<Map<_, _>>().into()
        }
        Value::Scalar(array) => array::to_json(array),
        Value::Array(array) if array.len() <= most => array::to_json(array),
        Value::Array(array) => summary(array),
        Value::Stream(_) => json!({ "stream": null }),
    }
}

/// A float; what JSON cannot say is an object.
pub(super) fn float(value: f64) -> Json {
    if value.is_finite() { json!(value) } else { json!({ "float": value.to_string().to_lowercase() }) }
}

/// A float32: the shortest number that is this one as a float32, as numpy prints it.
pub(crate) fn float32(value: f32) -> Json {
    float(value.to_string().parse().unwrap_or(f64::from(value)))
}

/// An object where the keys are strings, else a list of pairs.
fn dict(pairs: &[(Value, Value)], most: usize) -> Json {
    let fields = pairs.iter().map(|(key, item)| match key {
        Value::Str(key) => Some((key.clone(), describe(item, most))),
        _ => None,
    });
    match fields.collect::<Option<Map<_, _>>>() {
        Some(fields) => fields.into(),
        None => pairs.iter().map(|(key, item)| json!([describe(key, most), describe(item, most)])).collect(),
    }
}

fn summary(array: &Array) -> Json {
    let first: Json = array.elements().take(8).map(|bytes| array::element(array.dtype(), bytes)).collect();
    json!({ "dtype": array.dtype().name(), "shape": array.shape(), "first": first })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_json_cannot_say_is_an_object() {
        assert_eq!(to_json(&Value::Float(f64::NEG_INFINITY)), json!({ "float": "-inf" }));
        assert_eq!(to_json(&Value::Bytes(b"hi".to_vec())), json!({ "bytes": "aGk=" }));
        assert_eq!(to_json(&Value::Dict(vec![(Value::Int(1), Value::None)])), json!([[1, null]]));
    }

    #[test]
    fn arrays_are_nested_lists_and_large_ones_may_be_summarised() {
        let array = Value::Array(Array::from_vec(&[2, 2], vec![1.0, f32::NAN, 0.1, 4.0]).unwrap());
        assert_eq!(to_json(&array), json!([[1.0, { "float": "nan" }], [0.1, 4.0]]));
        let shown = describe(&array, 3);
        assert_eq!((&shown["shape"], &shown["dtype"]), (&json!([2, 2]), &json!("float32")));
        assert_eq!(to_json(&Value::scalar(7_u8)), json!(7));
        assert_eq!(to_json(&Value::Array(Array::from_vec(&[0, 2], Vec::<f64>::new()).unwrap())), json!([]));
    }
}
