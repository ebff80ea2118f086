//! Reads what `hotforge.capture` wrote.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine;
use hotforge_analyzer::ir::Constant;
use hotforge_analyzer::types::{DType, EstimatorType};
use serde::Deserialize;

use super::value::{CapturedClass, CapturedValue};
use crate::error::{Error, OnPath, Result};

/// What became of a wanted global.
#[derive(Debug, Clone, PartialEq)]
pub enum Captured {
    /// Its value; whether it is a numpy scalar, which a value does not tell from an array without axes.
    Value { value: CapturedValue, scalar: bool },
    /// The module has no such global.
    Missing,
    /// It, or something in it, is of a class that cannot be frozen.
    Unsupported { class: String, reason: String },
}

#[derive(Deserialize)]
struct Output {
    #[serde(default)]
    values: Vec<Value>,
    error: Option<Raised>,
    #[serde(default)]
    output: String,
}

#[derive(Deserialize)]
struct Raised {
    traceback: String,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Value {
    None,
    Ellipsis,
    Bool {
        value: bool,
    },
    Int {
        value: i64,
    },
    Float {
        value: String,
    },
    Str {
        value: String,
    },
    Bytes {
        value: String,
    },
    List {
        items: Vec<Value>,
    },
    Tuple {
        items: Vec<Value>,
    },
    Set {
        items: Vec<Value>,
    },
    FrozenSet {
        items: Vec<Value>,
    },
    Dict {
        items: Vec<(Value, Value)>,
    },
    Array {
        dtype: DType,
        shape: Vec<usize>,
        file: String,
    },
    Scalar {
        dtype: DType,
        file: String,
    },
    DType {
        dtype: DType,
    },
    Tensor {
        dtype: DType,
        shape: Vec<usize>,
        file: String,
    },
    #[serde(rename = "tensor_dtype")]
    TensorDType {
        dtype: DType,
    },
    Enum {
        file: PathBuf,
        class: String,
        member: String,
    },
    Flag {
        file: PathBuf,
        class: String,
        value: i64,
    },
    Object {
        file: PathBuf,
        class: String,
        fields: Vec<(String, Value)>,
        shared: Vec<(String, Value)>,
    },
    Loaded {
        class: String,
        file: String,
    },
    Session {
        file: String,
        #[serde(default)]
        estimator: Option<EstimatorType>,
    },
    Image {
        mode: String,
        width: usize,
        height: usize,
        file: String,
        palette: Option<String>,
    },
    Pattern {
        pattern: String,
        flags: i64,
    },
    Made {
        class: String,
        items: Vec<Value>,
    },
    Missing,
    Unsupported {
        r#type: String,
        reason: String,
    },
}

/// Why a value is none that can be frozen.
enum Refusal {
    Unsupported(String, String),
    Missing,
    Failure(Error),
}

/// The values that `text` describes, whose files lie in `folder`.
///
/// # Errors
/// Where the module raised, or the description is not as agreed.
pub(super) fn read(text: &str, folder: &Path, file: &str, wanted: usize, python: &Path) -> Result<Vec<Captured>> {
    let output: Output = serde_json::from_str(text)
        .map_err(|error| super::failed(python, format!("the result is not as agreed: {error}"), text))?;
    if let Some(raised) = output.error {
        return Err(Error::ModuleRaised { file: file.into(), traceback: raised.traceback, output: output.output });
    }
    if output.values.len() != wanted {
        return Err(Error::internal("capture gave another number of values than it was asked for", text));
    }
    output.values.into_iter().map(|value| captured(value, folder)).collect()
}

fn captured(value: Value, folder: &Path) -> Result<Captured> {
    let scalar = matches!(value, Value::Scalar { .. });
    match convert(value, folder) {
        Ok(value) => Ok(Captured::Value { value, scalar }),
        Err(Refusal::Missing) => Ok(Captured::Missing),
        Err(Refusal::Unsupported(class, reason)) => Ok(Captured::Unsupported { class, reason }),
        Err(Refusal::Failure(error)) => Err(error),
    }
}

fn convert(value: Value, folder: &Path) -> std::result::Result<CapturedValue, Refusal> {
    let all =
        |items: Vec<Value>| items.into_iter().map(|item| convert(item, folder)).collect::<std::result::Result<_, _>>();
    let data = |file: String| -> std::result::Result<Arc<[u8]>, Refusal> {
        let path = folder.join(file);
        std::fs::read(&path).reading(&path).map(Arc::from).map_err(Refusal::Failure)
    };
    Ok(match value {
        Value::None => CapturedValue::Constant(Constant::None),
        Value::Bool { value } => CapturedValue::Constant(Constant::Bool(value)),
        Value::Int { value } => CapturedValue::Constant(Constant::Int(value)),
        Value::Float { value } => CapturedValue::Constant(Constant::Float(float(&value)?)),
        Value::Str { value } => CapturedValue::Constant(Constant::Str(value.into())),
        Value::Bytes { value } => {
            let bytes = base64::engine::general_purpose::STANDARD.decode(&value).map_err(|error| malformed(&error))?;
            CapturedValue::Constant(Constant::Bytes(bytes.into()))
        }
        Value::List { items } => CapturedValue::List(all(items)?),
        Value::Tuple { items } => CapturedValue::Tuple(all(items)?),
        Value::Set { items } => CapturedValue::Set(all(items)?),
        Value::FrozenSet { items } => CapturedValue::FrozenSet(all(items)?),
        Value::Dict { items } => {
            let pairs = items.into_iter().map(|(key, item)| Ok((convert(key, folder)?, convert(item, folder)?)));
            CapturedValue::Dict(pairs.collect::<std::result::Result<_, Refusal>>()?)
        }
        Value::Array { dtype, shape, file } => CapturedValue::Array { dtype, shape, data: data(file)? },
        Value::Scalar { dtype, file } => CapturedValue::Array { dtype, shape: Vec::new(), data: data(file)? },
        Value::DType { dtype } => CapturedValue::DType(dtype),
        Value::Tensor { dtype, shape, file } => CapturedValue::Tensor { dtype, shape, data: data(file)? },
        Value::TensorDType { dtype } => CapturedValue::TensorDType(dtype),
        Value::Enum { file, class, member } => {
            CapturedValue::Enum { class: CapturedClass { file, name: class }, member }
        }
        Value::Flag { file, class, value } => {
            CapturedValue::Flag { class: CapturedClass { file, name: class }, bits: value }
        }
        Value::Object { file, class, fields, shared } => {
            let fields = fields.into_iter().map(|(name, value)| Ok((name, convert(value, folder)?)));
            let fields = fields.collect::<std::result::Result<_, Refusal>>()?;
            // What the class holds besides, as tables of functions, is no concern of its objects.
            let shared = shared.into_iter().filter_map(|(name, value)| Some((name, convert(value, folder).ok()?)));
            CapturedValue::Object { class: CapturedClass { file, name: class }, fields, shared: shared.collect() }
        }
        Value::Loaded { class, file } => CapturedValue::Loaded { class: class.into(), file: folder.join(file) },
        Value::Session { file, estimator } => CapturedValue::Session { file: folder.join(file), estimator },
        Value::Image { mode, width, height, file, palette } => {
            let palette = palette.map(data).transpose()?;
            CapturedValue::Image { mode, width, height, pixels: data(file)?, palette }
        }
        Value::Pattern { pattern, flags } => CapturedValue::Pattern { text: pattern.into(), flags },
        Value::Made { class, items } => CapturedValue::Made { class: class.into(), items: all(items)? },
        Value::Ellipsis => {
            return Err(Refusal::Unsupported("ellipsis".into(), "`...` cannot be frozen".into()));
        }
        Value::Missing => return Err(Refusal::Missing),
        Value::Unsupported { r#type, reason } => return Err(Refusal::Unsupported(r#type, reason)),
    })
}

/// A float from its repr in Python, which Rust reads as well: `nan`, `inf` and `-0.0`, too.
fn float(text: &str) -> std::result::Result<f64, Refusal> {
    text.parse().map_err(|error| malformed(&error))
}

fn malformed(error: &dyn std::fmt::Display) -> Refusal {
    Refusal::Failure(Error::internal("capture described a value wrongly", error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(value: &str) -> Captured {
        let text = format!(r#"{{"values": [{value}], "output": ""}}"#);
        read(&text, Path::new("/values"), "m.py", 1, Path::new("python")).unwrap().remove(0)
    }

    fn value(value: CapturedValue) -> Captured {
        Captured::Value { value, scalar: false }
    }

    #[test]
    fn reads_constants() {
        assert_eq!(one(r#"{"kind": "none"}"#), value(CapturedValue::Constant(Constant::None)));
        assert_eq!(one(r#"{"kind": "float", "value": "-0.0"}"#), value(CapturedValue::Constant(Constant::Float(-0.0))));
        assert_eq!(
            one(r#"{"kind": "float", "value": "nan"}"#),
            value(CapturedValue::Constant(Constant::Float(f64::NAN)))
        );
        assert_eq!(
            one(r#"{"kind": "bytes", "value": "aGk="}"#),
            value(CapturedValue::Constant(Constant::Bytes(b"hi".as_slice().into())))
        );
    }

    #[test]
    fn reads_containers_in_order() {
        let key = CapturedValue::Constant(Constant::Str("a".into()));
        let item = CapturedValue::List(vec![CapturedValue::Constant(Constant::Int(1))]);
        assert_eq!(
            one(r#"{"kind": "dict", "items": [[{"kind": "str", "value": "a"},
                {"kind": "list", "items": [{"kind": "int", "value": 1}]}]]}"#),
            value(CapturedValue::Dict(vec![(key, item)]))
        );
    }

    #[test]
    fn finds_files_beside_the_result_or_where_they_are() {
        assert_eq!(
            one(r#"{"kind": "session", "file": "0.onnx", "external": false}"#),
            value(CapturedValue::Session { file: "/values/0.onnx".into(), estimator: None })
        );
        assert_eq!(
            one(r#"{"kind": "session", "file": "/model.onnx", "external": true}"#),
            value(CapturedValue::Session { file: "/model.onnx".into(), estimator: None })
        );
    }

    #[test]
    fn what_cannot_be_frozen_says_why_also_inside_a_container() {
        assert_eq!(
            one(r#"{"kind": "list", "items": [{"kind": "unsupported", "type": "a.B", "reason": "no"}]}"#),
            Captured::Unsupported { class: "a.B".into(), reason: "no".into() }
        );
        assert_eq!(one(r#"{"kind": "missing"}"#), Captured::Missing);
    }

    #[test]
    fn a_module_that_raises_gives_its_traceback() {
        let text = r#"{"error": {"type": "ValueError", "message": "no", "traceback": "Traceback\nValueError: no\n"}}"#;
        let error = read(text, Path::new("/values"), "m.py", 1, Path::new("python")).unwrap_err();
        assert_eq!(error.to_string(), "the module raised ValueError: no");
    }
}
