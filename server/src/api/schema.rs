//! Types of a manifest as JSON Schema, as OpenAPI takes it.

use hotforge::manifest::{Schema, Typed};
use serde_json::{Map, Value, json};

/// The schema of a parameter or a result, with its description.
pub fn of_typed(typed: &Typed) -> Value {
    let mut schema = of(&typed.schema);
    let description =
        typed.description.as_deref().map_or_else(|| typed.ty.clone(), |text| format!("{text} ({})", typed.ty));
    schema["description"] = json!(description);
    schema
}

/// The schema of what JSON stands for a type.
fn of(schema: &Schema) -> Value {
    match schema {
        Schema::None => json!({ "type": "null" }),
        Schema::Bool => json!({ "type": "boolean" }),
        Schema::Int => json!({ "type": "integer", "format": "int64" }),
        Schema::Float => number(),
        Schema::Complex => {
            single("complex", json!({ "type": "array", "items": number(), "minItems": 2, "maxItems": 2 }))
        }
        Schema::Str => json!({ "type": "string" }),
        Schema::Bytes => single("bytes", json!({ "type": "string", "contentEncoding": "base64" })),
        Schema::Literal { choices } => json!({ "enum": choices }),
        Schema::Enum { members, .. } => json!({ "enum": members.values().collect::<Vec<_>>() }),
        Schema::Flag { .. } => json!({ "type": "integer" }),
        Schema::List { item } | Schema::Sequence { item } | Schema::Iterator { item } => {
            json!({ "type": "array", "items": of(item) })
        }
        Schema::Set { item } | Schema::FrozenSet { item } => {
            json!({ "type": "array", "items": of(item), "uniqueItems": true })
        }
        Schema::Tuple { items } => {
            let count = items.len();
            json!({ "type": "array", "prefixItems": items.iter().map(of).collect::<Vec<_>>(), "minItems": count, "maxItems": count })
        }
        Schema::Dict { key, value } if **key == Schema::Str => {
            json!({ "type": "object", "additionalProperties": of(value) })
        }
        Schema::Dict { key, value } => {
            let pair = json!({ "type": "array", "prefixItems": [of(key), of(value)], "minItems": 2, "maxItems": 2 });
            json!({ "type": "array", "items": pair })
        }
        Schema::Record { class, fields } => object(class, fields.as_ref(), true),
        Schema::TypedDict { class, fields } => object(class, fields.as_ref(), false),
        Schema::Union { members } => json!({ "anyOf": members.iter().map(of).collect::<Vec<_>>() }),
        Schema::Array { dtype, shape: Some(shape) } => shape.iter().rev().fold(element(dtype), |items, length| {
            let mut list = json!({ "type": "array", "items": items });
            if let Some(length) = length.as_u64() {
                (list["minItems"], list["maxItems"]) = (json!(length), json!(length));
            }
            list
        }),
        Schema::Array { .. } => json!({ "type": "array" }),
        Schema::Scalar { dtype } => element(dtype),
        Schema::Unknown => json!({}),
    }
}

/// A number, or what JSON has no number for.
fn number() -> Value {
    json!({ "anyOf": [{ "type": "number" }, single("float", json!({ "enum": ["nan", "inf", "-inf"] }))] })
}

fn element(dtype: &str) -> Value {
    match dtype {
        "bool" => json!({ "type": "boolean" }),
        dtype if dtype.starts_with("float") => number(),
        _ => json!({ "type": "integer" }),
    }
}

fn single(name: &str, schema: Value) -> Value {
    json!({ "type": "object", "properties": { name: schema }, "required": [name] })
}

fn object(class: &str, fields: Option<&hotforge::manifest::Fields>, needs_all: bool) -> Value {
    let mut schema = json!({ "type": "object", "title": class });
    if let Some(fields) = fields {
        let properties: Map<String, Value> = fields.iter().map(|(name, schema)| (name.clone(), of(schema))).collect();
        if needs_all {
            schema["required"] = properties.keys().cloned().collect();
        }
        schema["properties"] = properties.into();
    }
    schema
}
