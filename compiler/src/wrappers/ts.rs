//! TypeScript: types of arguments and results, and a `load` that has them.

use hotforge::manifest::{Fields, Manifest, Parameter, Predictor, Schema};

use super::{classes, pascal};

/// Whether a value is given or received: some types differ.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    In,
    Out,
}

pub(super) fn write(manifest: &Manifest) -> String {
    let mut text = String::from(
        "// Written by `hotforge bindings ts`: do not change it, write it anew.\n\n\
         import { load as loadBundle, type NdArray, type Predictor, type PredictorStream } from \"hotforge\";\n\n\
         /** An integer of 64 bits: a `bigint` where a number would not be exact. */\n\
         export type Int = number | bigint;\n\n\
         /** What any array may be given as. */\n\
         export type NestedArray<T> = T | NestedArray<T>[];\n",
    );
    for (class, fields) in classes(manifest) {
        for (way, suffix) in [(Way::In, "Input"), (Way::Out, "")] {
            text += &format!("\nexport interface {class}{suffix} {}\n", object(fields, way));
        }
    }
    for predictor in &manifest.predictors {
        text += &arguments(predictor);
    }
    let entries: String = manifest
        .predictors
        .iter()
        .map(|predictor| format!("    {}: {};\n", key(&predictor.name), function(predictor)))
        .collect();
    text += &format!("\n/** The predictors by name. */\nexport interface Predictors {{\n{entries}}}\n");
    let loaded = match manifest.predictors.as_slice() {
        [only] => format!("Predictors[{}]", quoted(&only.name)),
        _ => "Predictors".to_owned(),
    };
    text += &format!(
        "\n/** Loads the bundle. */\nexport function load(path: string | URL): Promise<{loaded}> {{\n    return loadBundle<{loaded}>(path);\n}}\n"
    );
    text
}

fn arguments(predictor: &Predictor) -> String {
    let field = |parameter: &Parameter| {
        let doc = parameter.typed.description.as_deref().map(|text| format!("    {}\n", doc(text))).unwrap_or_default();
        let mark = if parameter.is_required() { "" } else { "?" };
        format!("{doc}    {}{mark}: {};\n", key(&parameter.name), ty(&parameter.typed.schema, Way::In))
    };
    let fields: String = predictor.parameters.iter().map(field).collect();
    format!(
        "\n/** The arguments of `{0}`. */\nexport type {1}Arguments = {{\n{fields}}};\n",
        predictor.name,
        pascal(&predictor.name)
    )
}

fn function(predictor: &Predictor) -> String {
    let doc = predictor.doc.as_deref().map(|text| format!("{} ", doc(text))).unwrap_or_default();
    format!("{doc}Predictor<{}Arguments, {}>", pascal(&predictor.name), ty(&predictor.returns.schema, Way::Out))
}

fn ty(schema: &Schema, way: Way) -> String {
    let inner = |schema: &Schema| ty(schema, way);
    match schema {
        Schema::None => "null".into(),
        Schema::Bool => "boolean".into(),
        Schema::Int | Schema::Flag { .. } => "Int".into(),
        Schema::Float => "number".into(),
        Schema::Complex if way == Way::In => "number | { re: number; im: number }".into(),
        Schema::Complex => "{ re: number; im: number }".into(),
        Schema::Str => "string".into(),
        Schema::Bytes => "Uint8Array".into(),
        Schema::Literal { choices } => choices.iter().map(literal).collect::<Vec<_>>().join(" | "),
        Schema::Enum { members, .. } => members.values().map(literal).collect::<Vec<_>>().join(" | "),
        Schema::List { item } | Schema::Sequence { item } => format!("({})[]", inner(item)),
        Schema::Set { item } | Schema::FrozenSet { item } if way == Way::In => format!("Iterable<{}>", inner(item)),
        Schema::Set { item } | Schema::FrozenSet { item } => format!("Set<{}>", inner(item)),
        Schema::Iterator { item } => format!("PredictorStream<{}>", inner(item)),
        Schema::Tuple { items } => format!("[{}]", items.iter().map(inner).collect::<Vec<_>>().join(", ")),
        Schema::Dict { key, value } if **key == Schema::Str => format!("Record<string, {}>", inner(value)),
        Schema::Dict { key, value } => format!("Map<{}, {}>", inner(key), inner(value)),
        Schema::Record { class, .. } | Schema::TypedDict { class, .. } if way == Way::In => format!("{class}Input"),
        Schema::Record { class, .. } | Schema::TypedDict { class, .. } => class.clone(),
        Schema::Union { members } => {
            members.iter().map(|member| format!("({})", inner(member))).collect::<Vec<_>>().join(" | ")
        }
        Schema::Array { dtype, .. } => array(dtype, way),
        Schema::Scalar { dtype } => element(dtype).into(),
        Schema::Unknown => "unknown".into(),
    }
}

fn array(dtype: &str, way: Way) -> String {
    let typed = match dtype {
        "bool" | "uint8" => "Uint8Array",
        "int8" => "Int8Array",
        "int16" => "Int16Array",
        "uint16" => "Uint16Array",
        "int32" => "Int32Array",
        "uint32" => "Uint32Array",
        "int64" => "BigInt64Array",
        "uint64" => "BigUint64Array",
        "float32" => "Float32Array",
        _ => "Float64Array",
    };
    match way {
        Way::Out => format!("NdArray<{typed}>"),
        Way::In => format!("{{ data: {typed}; shape: number[] }} | {typed} | NestedArray<{}>[]", element(dtype)),
    }
}

fn element(dtype: &str) -> &'static str {
    match dtype {
        "bool" => "boolean",
        "int64" | "uint64" => "Int",
        _ => "number",
    }
}

fn object(fields: &Fields, way: Way) -> String {
    let fields: String =
        fields.iter().map(|(name, schema)| format!("    {}: {};\n", key(name), ty(schema, way))).collect();
    format!("{{\n{fields}}}")
}

/// A constant as a type; one that TypeScript has no literal for is any of its kind.
fn literal(constant: &serde_json::Value) -> String {
    match constant {
        serde_json::Value::Object(_) | serde_json::Value::Array(_) => "unknown".into(),
        plain => plain.to_string(),
    }
}

fn quoted(name: &str) -> String {
    serde_json::Value::from(name).to_string()
}

/// The name of a property, in quotes where it needs them.
fn key(name: &str) -> String {
    let is_plain = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    if is_plain && !name.starts_with(|first: char| first.is_ascii_digit()) { name.to_owned() } else { quoted(name) }
}

fn doc(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("/** {} */", line.replace("*/", "*\\/"))
}
