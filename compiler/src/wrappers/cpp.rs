//! C++: a function for each predictor, on what `cpp.h` makes of the C functions.

use hotforge::manifest::{Manifest, Parameter, Predictor, Schema};

use super::identifier;
use crate::keywords::C_KEYWORDS;

const PRELUDE: &str = include_str!("cpp.h");

pub(super) fn write(manifest: &Manifest) -> String {
    let name = manifest.source.as_deref().and_then(|source| std::path::Path::new(source).file_stem()?.to_str());
    let functions: String = manifest.predictors.iter().map(function).collect();
    format!("{PRELUDE}\nnamespace {} {{\n{functions}\n}}\n", ident(name.unwrap_or("predictors")))
}

fn function(predictor: &Predictor) -> String {
    let doc: String = predictor.doc.iter().flat_map(|doc| doc.lines()).map(|line| format!("/// {line}\n")).collect();
    // In C++ parameters with defaults come last.
    let (required, optional): (Vec<_>, Vec<_>) =
        predictor.parameters.iter().partition(|parameter| parameter.is_required());
    let declare = |parameter: &&Parameter| {
        let (ty, name) = (ty(&parameter.typed.schema), ident(&parameter.name));
        if parameter.is_required() {
            format!("{ty} {name}")
        } else {
            format!("std::optional<{ty}> {name} = std::nullopt")
        }
    };
    let parameters: Vec<String> = required.iter().chain(&optional).map(declare).collect();
    let given: String = predictor.parameters.iter().map(argument).collect();
    let (returns, result) = result(&predictor.returns.schema);
    format!(
        "\n{doc}inline {returns} {}({}) {{\n    hotforge::Arguments arguments;\n{given}    hotforge::Value result = arguments.call({:?});\n    {result}\n}}\n",
        ident(&predictor.name),
        parameters.join(", "),
        predictor.name,
    )
}

fn argument(parameter: &Parameter) -> String {
    let name = ident(&parameter.name);
    let make = if parameter.typed.schema == Schema::Bytes { "hotforge::make_bytes" } else { "hotforge::make" };
    match parameter.is_required() {
        true => format!("    arguments.add({:?}, {make}(std::move({name})));\n", parameter.name),
        false => format!("    if ({name}) arguments.add({:?}, {make}(std::move(*{name})));\n", parameter.name),
    }
}

/// The type in C++; what has none of its own is any value.
fn ty(schema: &Schema) -> String {
    match schema {
        Schema::Bool => "bool".into(),
        Schema::Int => "std::int64_t".into(),
        Schema::Float => "double".into(),
        Schema::Str | Schema::Bytes => "std::string".into(),
        Schema::Complex => "std::complex<double>".into(),
        // A choice of texts is a text.
        Schema::Literal { choices } if choices.iter().all(serde_json::Value::is_string) => "std::string".into(),
        Schema::List { item } if is_plain(item) => format!("std::vector<{}>", ty(item)),
        _ => "hotforge::Value".into(),
    }
}

fn is_plain(schema: &Schema) -> bool {
    matches!(schema, Schema::Int | Schema::Float | Schema::Str)
}

/// The type of a result, and how it is returned.
fn result(schema: &Schema) -> (String, String) {
    let returned = |ty: &str, text: String| (ty.to_owned(), format!("return {text};"));
    match schema {
        Schema::None => ("void".into(), "(void)result;".into()),
        Schema::Bool | Schema::Int | Schema::Float | Schema::Str => {
            let ty = ty(schema);
            returned(&ty, format!("hotforge::read<{ty}>(result.get())"))
        }
        Schema::Bytes => returned("std::string", "hotforge::read_bytes(result.get())".into()),
        Schema::List { item } if is_plain(item) => {
            returned(&ty(schema), format!("hotforge::read_list<{}>(result.get())", ty(item)))
        }
        Schema::Array { .. } => returned("hotforge::Array", "hotforge::Array(std::move(result))".into()),
        Schema::Iterator { .. } => returned("hotforge::Stream", "hotforge::Stream(std::move(result))".into()),
        _ => returned("hotforge::Value", "result".into()),
    }
}

/// A name that C++ or the wrapper has for itself gets an underscore.
fn ident(name: &str) -> String {
    let name = identifier(name);
    let is_taken =
        C_KEYWORDS.contains(&name.as_str()) || ["hotforge", "std", "arguments", "result"].contains(&name.as_str());
    if is_taken { name + "_" } else { name }
}
