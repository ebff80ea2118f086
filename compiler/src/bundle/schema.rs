//! Types as JSON, for programs that read a manifest. docs/manifest.md describes them.

use base64::Engine;
use hotforge_analyzer::ir::{Class, Constant};
use hotforge_analyzer::types::{ArrayType, ClassName, Dim, ImageMode, RecordKind, Type, short};
use serde_json::{Map, Value, json};

/// The schema of a type that can cross to other languages; `classes` are those of the program.
pub(super) fn schema(ty: &Type, classes: &[Class]) -> Value {
    described(ty, classes, &mut Vec::new())
}

/// `around`: the classes in which the type stands; one that holds itself is described once.
fn described(ty: &Type, classes: &[Class], around: &mut Vec<ClassName>) -> Value {
    let mut schema = |ty: &Type| described(ty, classes, around);
    match ty {
        Type::None => json!({ "type": "none" }),
        Type::Bool => json!({ "type": "bool" }),
        Type::Int => json!({ "type": "int" }),
        Type::Float => json!({ "type": "float" }),
        Type::Complex => json!({ "type": "complex" }),
        Type::Str => json!({ "type": "str" }),
        Type::Bytes => json!({ "type": "bytes" }),
        Type::Literal(choices) => {
            json!({ "type": "literal", "choices": choices.iter().map(constant).collect::<Vec<_>>() })
        }
        Type::List(item) => json!({ "type": "list", "item": schema(&item.ty) }),
        Type::Set(item) => json!({ "type": "set", "item": schema(&item.ty) }),
        Type::FrozenSet(item) => json!({ "type": "frozenset", "item": schema(&item.ty) }),
        Type::Sequence(item) => json!({ "type": "sequence", "item": schema(item) }),
        Type::Iterator(item) => json!({ "type": "iterator", "item": schema(item) }),
        Type::Tuple(items) => {
            json!({ "type": "tuple", "items": items.iter().map(&mut schema).collect::<Vec<_>>() })
        }
        Type::Dict(key, value) => json!({ "type": "dict", "key": schema(&key.ty), "value": schema(&value.ty) }),
        Type::Union(members) => {
            json!({ "type": "union", "members": members.iter().map(schema).collect::<Vec<_>>() })
        }
        Type::Array(array) => json!({ "type": "array", "dtype": array.dtype.name(), "shape": shape(array) }),
        Type::Tensor(tensor) => {
            json!({ "type": "array", "dtype": tensor.dtype.name(), "shape": shape(tensor), "tensor": true })
        }
        Type::Scalar(dtype) => json!({ "type": "scalar", "dtype": dtype.name() }),
        Type::Image(mode) => json!({ "type": "image", "mode": mode.map(ImageMode::name) }),
        Type::Record(record) => match classes.iter().find(|class| class.name == record.name) {
            Some(class) => class_schema(class, classes, around),
            None => json!({ "type": "record", "class": short(&record.name) }),
        },
        Type::Instance(class) if !object_fields(class).is_empty() => {
            let fields = object_fields(class).iter().map(|(name, ty)| ((*name).to_owned(), json!({ "type": ty })));
            json!({ "type": "record", "class": short(class), "fields": fields.collect::<Map<_, _>>() })
        }
        // The analyzer refuses every other type at the boundary.
        other => json!({ "type": other.to_string() }),
    }
}

/// The fields of an object of the standard library at the boundary, as `abi::objects` of the runtime has them.
fn object_fields(class: &str) -> &'static [(&'static str, &'static str)] {
    match class {
        "builtins.bytearray" => &[("bytes", "bytes")],
        "datetime.date" | "datetime.datetime" | "datetime.time" => &[("iso", "str")],
        "datetime.timedelta" => &[("days", "int"), ("seconds", "int"), ("microseconds", "int")],
        _ => &[],
    }
}

fn class_schema(class: &Class, classes: &[Class], around: &mut Vec<ClassName>) -> Value {
    let name = short(&class.name);
    if let RecordKind::Enum(base) = class.kind {
        let members = class.members.iter().map(|member| (member.name.clone(), constant(&member.value)));
        let kind = if base.is_flag() { "flag" } else { "enum" };
        return json!({ "type": kind, "class": name, "members": members.collect::<Map<_, _>>() });
    }
    if around.contains(&class.name) {
        return json!({ "type": "record", "class": name });
    }
    around.push(class.name.clone());
    let fields: Vec<(String, Value)> =
        class.fields.iter().map(|field| (field.name.clone(), described(&field.ty, classes, around))).collect();
    around.pop();
    let kind = if class.kind == RecordKind::TypedDict { "typed-dict" } else { "record" };
    json!({ "type": kind, "class": name, "fields": fields.into_iter().collect::<Map<_, _>>() })
}

fn shape(array: &ArrayType) -> Value {
    let Some(dims) = &array.dims else { return Value::Null };
    dims.iter()
        .map(|dim| match dim {
            Dim::Known(length) => json!(length),
            Dim::Named(name) => json!(name),
            Dim::Any => json!("?"),
        })
        .collect()
}

/// A constant; what JSON cannot say is an object with one field.
pub(super) fn constant(constant: &Constant) -> Value {
    match constant {
        Constant::None => Value::Null,
        Constant::Bool(value) => json!(value),
        Constant::Int(value) => json!(value),
        Constant::Float(value) if value.is_nan() => json!({ "float": "nan" }),
        Constant::Float(value) if value.is_infinite() => json!({ "float": if *value > 0.0 { "inf" } else { "-inf" } }),
        Constant::Float(value) => json!(value),
        Constant::Str(value) => json!(value),
        Constant::Bytes(value) => json!({ "bytes": base64::engine::general_purpose::STANDARD.encode(value) }),
        Constant::Tuple(values) => json!({ "tuple": values.iter().map(self::constant).collect::<Vec<_>>() }),
    }
}

#[cfg(test)]
mod tests {
    use hotforge_analyzer::types::DType;

    use super::*;

    #[test]
    fn arrays_name_their_axes() {
        let array = ArrayType::new(DType::Float32, [Dim::Named("N".into()), Dim::Known(384)]);
        assert_eq!(
            schema(&Type::Array(array), &[]),
            json!({ "type": "array", "dtype": "float32", "shape": ["N", 384] })
        );
        assert_eq!(schema(&Type::Array(ArrayType::of_any_rank(DType::Bool)), &[])["shape"], Value::Null);
    }

    #[test]
    fn constants_that_json_cannot_say_are_objects() {
        assert_eq!(constant(&Constant::Float(f64::NEG_INFINITY)), json!({ "float": "-inf" }));
        assert_eq!(constant(&Constant::Bytes(b"hi".as_slice().into())), json!({ "bytes": "aGk=" }));
        assert_eq!(constant(&Constant::Float(1.0)).to_string(), "1.0");
    }
}
