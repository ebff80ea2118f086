//! The result of a predictor as JSON.

use serde_json::{Map, Value, json};

use super::array::ElementType;
use super::native::{ArrayView, Library, Part, View};

/// An array of more elements is summarised.
const SHOWN: usize = 64;

/// A value as JSON. Unless `full`, of a large array only dtype, shape and the first elements are shown.
pub(super) fn describe(library: &Library, part: Part<'_>, full: bool) -> Value {
    let items = |parts: Vec<Part<'_>>| parts.into_iter().map(|item| describe(library, item, full)).collect::<Value>();
    match library.view(part) {
        View::Null => Value::Null,
        View::Bool(value) => json!(value),
        View::Int(value) => json!(value),
        View::Float(value) => float(value),
        View::Complex(real, imag) => json!({ "complex": [float(real), float(imag)] }),
        View::Str(text) => json!(text),
        View::Bytes(bytes) => {
            json!({ "bytes": base64::Engine::encode(&base64::engine::general_purpose::STANDARD, bytes) })
        }
        View::Items(parts) => items(parts),
        View::Dict(pairs) => dict(library, pairs, full),
        View::Record(fields) => {
            fields.into_iter().map(|(name, item)| (name, describe(library, item, full))).collect::<Map<_, _>>().into()
        }
        View::Scalar(array) => element(&array, 0),
        View::Array(array) => describe_array(&array, full),
        View::Unknown(kind) => json!({ "unknown": kind }),
    }
}

/// A float; what JSON cannot say is an object, as in manifests.
pub(super) fn float(value: f64) -> Value {
    if value.is_finite() { json!(value) } else { json!({ "float": value.to_string().to_lowercase() }) }
}

/// An object where the keys are strings, else a list of pairs.
fn dict(library: &Library, pairs: Vec<(Part<'_>, Part<'_>)>, full: bool) -> Value {
    let pairs: Vec<(Value, Value)> =
        pairs.into_iter().map(|(key, item)| (describe(library, key, full), describe(library, item, full))).collect();
    let fields = pairs.iter().map(|(key, item)| Some((key.as_str()?.to_owned(), item.clone())));
    match fields.collect::<Option<Map<_, _>>>() {
        Some(fields) => fields.into(),
        None => json!(pairs),
    }
}

fn describe_array(array: &ArrayView<'_>, full: bool) -> Value {
    let count = array.shape.iter().map(|length| *length as usize).product::<usize>();
    if full || count <= SHOWN {
        return nested(array, 0, 0);
    }
    let offsets = (0..8).map(|index| element(array, offset(array, index)));
    json!({ "dtype": array.dtype.map(ElementType::name), "shape": array.shape, "first": offsets.collect::<Value>() })
}

/// The bytes from the start to the element of that number, in C order.
fn offset(array: &ArrayView<'_>, mut index: usize) -> isize {
    let mut offset = 0;
    for (length, stride) in array.shape.iter().zip(array.strides).rev() {
        offset += (index % *length as usize) as isize * *stride as isize;
        index /= *length as usize;
    }
    offset
}

fn nested(array: &ArrayView<'_>, axis: usize, offset: isize) -> Value {
    match array.shape.get(axis) {
        None => element(array, offset),
        Some(length) => {
            (0..*length).map(|index| nested(array, axis + 1, offset + (index * array.strides[axis]) as isize)).collect()
        }
    }
}

fn element(array: &ArrayView<'_>, offset: isize) -> Value {
    array.dtype.map_or(Value::Null, |dtype| dtype.element(array.bytes(offset, dtype.size())))
}
