//! Python: a module whose `load` tells type checkers and editors what a bundle holds.

use std::fmt::Write as _;

use hotforge::manifest::{Kind, Manifest, Parameter, Predictor, Schema};
use serde_json::Value;

use super::{classes, pascal};

pub(super) fn write(manifest: &Manifest) -> String {
    let mut text = String::from(
        "\"\"\"Written by `hotforge bindings py`: do not change it, write it anew.\"\"\"\n\n\
         from __future__ import annotations\n\n\
         import os\n\
         from collections.abc import Awaitable, Collection, Iterable, Iterator, Mapping\n\
         from typing import Any, Literal, Protocol, TypedDict, Union, cast\n\n\
         import numpy as np\n\
         import numpy.typing as npt\n\n\
         import hotforge\n",
    );
    for (class, fields) in classes(manifest) {
        let _ = write!(text, "\n\nclass {class}(Protocol):\n");
        for (name, schema) in fields.iter() {
            let _ = writeln!(text, "    @property\n    def {name}(self) -> {}: ...", ty(schema, Way::Out));
        }
        if fields.0.is_empty() {
            text += "    pass\n";
        }
    }
    for predictor in &manifest.predictors {
        text += &protocol(predictor);
    }
    let loaded = match manifest.predictors.as_slice() {
        [only] => pascal(&only.name),
        several => {
            text += "\n\nclass Predictors(Protocol):\n    \"\"\"The predictors by name.\"\"\"\n\n";
            for predictor in several.iter().filter(|predictor| is_identifier(&predictor.name)) {
                let _ = writeln!(
                    text,
                    "    @property\n    def {}(self) -> {}: ...",
                    predictor.name,
                    pascal(&predictor.name)
                );
            }
            "Predictors".to_owned()
        }
    };
    let _ = write!(
        text,
        "\n\ndef load(path: str | os.PathLike[str]) -> {loaded}:\n    \"\"\"Loads the bundle.\"\"\"\n    return cast({loaded}, hotforge.load(path))\n"
    );
    text
}

fn is_identifier(name: &str) -> bool {
    super::identifier(name) == name
}

fn protocol(predictor: &Predictor) -> String {
    let returns = ty(&predictor.returns.schema, Way::Out);
    let parameters = signature(&predictor.parameters);
    let doc = predictor.doc.as_deref().map(|doc| format!("    {}\n\n", docstring(doc))).unwrap_or_default();
    format!(
        "\n\nclass {}(Protocol):\n{doc}    def __call__({parameters}) -> {returns}: ...\n    def aio({parameters}) -> Awaitable[Any]: ...\n",
        pascal(&predictor.name)
    )
}

fn signature(parameters: &[Parameter]) -> String {
    let mut words = vec!["self".to_owned()];
    let is_positional = |parameter: &Parameter| parameter.kind == Kind::PositionalOnly;
    for (index, parameter) in parameters.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &parameters[before]);
        if parameter.kind == Kind::KeywordOnly && before.is_none_or(|before| before.kind != Kind::KeywordOnly) {
            words.push("*".to_owned());
        }
        let default = parameter.default.as_ref().map(|default| format!(" = {}", constant(default))).unwrap_or_default();
        words.push(format!("{}: {}{default}", parameter.name, ty(&parameter.typed.schema, Way::In)));
        if is_positional(parameter) && parameters.get(index + 1).is_none_or(|next| !is_positional(next)) {
            words.push("/".to_owned());
        }
    }
    words.join(", ")
}

/// Whether a value is given or received: some types differ.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    In,
    Out,
}

fn ty(schema: &Schema, way: Way) -> String {
    let inner = |schema: &Schema| ty(schema, way);
    match schema {
        Schema::None => "None".into(),
        Schema::Bool => "bool".into(),
        Schema::Int => "int".into(),
        Schema::Float => "float".into(),
        Schema::Complex => "complex".into(),
        Schema::Str => "str".into(),
        Schema::Bytes => "bytes".into(),
        Schema::Literal { choices } => literal(choices.iter()),
        Schema::Enum { members, .. } if way == Way::Out => literal(members.values()),
        // A member may be given, too, of a class that is not known here.
        Schema::Enum { .. } | Schema::Flag { .. } | Schema::Unknown => "Any".into(),
        Schema::List { item } => format!("list[{}]", inner(item)),
        Schema::Sequence { item } if way == Way::In => format!("list[{0}] | tuple[{0}, ...]", inner(item)),
        Schema::Sequence { item } => format!("tuple[{}, ...]", inner(item)),
        Schema::Set { item } => format!("set[{}]", inner(item)),
        Schema::FrozenSet { item } => format!("frozenset[{}]", inner(item)),
        Schema::Iterator { item } => format!("Iterator[{}]", inner(item)),
        Schema::Tuple { items } if items.is_empty() => "tuple[()]".into(),
        Schema::Tuple { items } => format!("tuple[{}]", items.iter().map(inner).collect::<Vec<_>>().join(", ")),
        Schema::Dict { key, value } => format!("dict[{}, {}]", inner(key), inner(value)),
        Schema::Record { class, .. } if way == Way::In => format!("{class} | Mapping[str, Any]"),
        Schema::Record { class, .. } => class.clone(),
        Schema::TypedDict { .. } => "dict[str, Any]".into(),
        Schema::Union { members } => members.iter().map(inner).collect::<Vec<_>>().join(" | "),
        Schema::Array { dtype, .. } => format!("npt.NDArray[{}]", scalar(dtype)),
        Schema::Scalar { dtype } => scalar(dtype),
    }
}

fn scalar(dtype: &str) -> String {
    if dtype == "bool" { "np.bool_".into() } else { format!("np.{dtype}") }
}

fn literal<'a>(constants: impl Iterator<Item = &'a Value>) -> String {
    let words: Vec<String> = constants.map(constant).collect();
    format!("Literal[{}]", words.join(", "))
}

/// A constant of the manifest as Python writes it; `...` for what has no literal.
fn constant(value: &Value) -> String {
    match value {
        Value::Null => "None".into(),
        Value::Bool(true) => "True".into(),
        Value::Bool(false) => "False".into(),
        Value::Number(number) => number.to_string(),
        // JSON's escapes are Python's.
        Value::String(_) => value.to_string(),
        Value::Array(_) | Value::Object(_) => "...".into(),
    }
}

fn docstring(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace("\"\"\"", "\\\"\\\"\\\"").replace('\n', "\n    ");
    let end = if text.ends_with('"') { " " } else { "" };
    format!("\"\"\"{text}{end}\"\"\"")
}
