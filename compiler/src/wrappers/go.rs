//! Go: a function for each predictor, by cgo on what `go.go` makes of the C functions.

use hotforge::manifest::{Manifest, Parameter, Predictor, Schema};

use super::{identifier, pascal};

const PRELUDE: &str = include_str!("go.go");

pub(super) fn write(manifest: &Manifest) -> String {
    let name = manifest.source.as_deref().and_then(|source| std::path::Path::new(source).file_stem()?.to_str());
    let package = ident(&name.unwrap_or("predictors").to_lowercase());
    let functions: String = manifest.predictors.iter().map(function).collect();
    format!("{}{functions}", PRELUDE.replacen("package PACKAGE", &format!("package {package}"), 1))
}

fn function(predictor: &Predictor) -> String {
    let name = exported(&predictor.name);
    let doc: String = predictor.doc.iter().flat_map(|doc| doc.lines()).map(|line| format!("// {line}\n")).collect();
    // A parameter with a default is a pointer: nil leaves it out.
    let declare = |parameter: &Parameter| {
        let optional = if parameter.is_required() { "" } else { "*" };
        format!("{} {optional}{}", ident(&parameter.name), ty(&parameter.typed.schema))
    };
    let parameters: Vec<String> = predictor.parameters.iter().map(declare).collect();
    let given: String = predictor.parameters.iter().map(argument).collect();
    let call = format!("\tresult_, err := call({:?}, arguments_)\n", predictor.name);
    let (returns, result) = result(&predictor.returns.schema);
    format!(
        "\n// {name} calls the predictor {}.\n{doc}func {name}({}) ({returns}, error) {{\n\targuments_ := []argument{{}}\n{given}{call}{result}}}\n",
        predictor.name,
        parameters.join(", "),
    )
}

fn argument(parameter: &Parameter) -> String {
    let (key, name) = (&parameter.name, ident(&parameter.name));
    match parameter.is_required() {
        true => format!("\targuments_ = append(arguments_, argument{{{key:?}, {name}}})\n"),
        false => {
            format!("\tif {name} != nil {{\n\t\targuments_ = append(arguments_, argument{{{key:?}, *{name}}})\n\t}}\n")
        }
    }
}

fn ty(schema: &Schema) -> String {
    match schema {
        Schema::Bool => "bool".into(),
        Schema::Int => "int64".into(),
        Schema::Float => "float64".into(),
        Schema::Complex => "complex128".into(),
        Schema::Str => "string".into(),
        Schema::Bytes => "[]byte".into(),
        Schema::Literal { choices } if choices.iter().all(serde_json::Value::is_string) => "string".into(),
        Schema::List { item } if matches!(**item, Schema::Int | Schema::Float | Schema::Str) => {
            format!("[]{}", ty(item))
        }
        Schema::Array { .. } | Schema::Scalar { .. } => "Array".into(),
        _ => "any".into(),
    }
}

/// The type of a result, and how it is read from `result_`.
fn result(schema: &Schema) -> (String, String) {
    let begin = |zero: &str| format!("\tif err != nil {{\n\t\treturn {zero}, err\n\t}}\n");
    if let Schema::Iterator { .. } = schema {
        return ("*Stream".into(), format!("{}\treturn &Stream{{result_}}, nil\n", begin("nil")));
    }
    let free = "\tdefer C.hotforge_value_free(result_)\n";
    match schema {
        Schema::List { item } if matches!(**item, Schema::Int | Schema::Float | Schema::Str) => {
            let (list, item) = (ty(schema), ty(item));
            let body = format!(
                "\tgiven_, err := read(result_)\n{}\titems_, fits := given_.([]any)\n\tread_ := make({list}, len(items_))\n\tfor index_, item_ := range items_ {{\n\t\tone_, isOne := item_.({item})\n\t\tread_[index_], fits = one_, fits && isOne\n\t}}\n\tif !fits {{\n\t\treturn nil, other(given_)\n\t}}\n\treturn read_, nil\n",
                begin("nil")
            );
            (list, format!("{}{free}{body}", begin("nil")))
        }
        _ if ty(schema) == "any" => ("any".into(), format!("{}{free}\treturn read(result_)\n", begin("nil"))),
        _ => {
            let ty = ty(schema);
            let body = format!(
                "\tvar read_ {ty}\n{}{free}\tgiven_, err := read(result_)\n{}\tread_, fits := given_.({ty})\n\tif !fits {{\n\t\treturn read_, other(given_)\n\t}}\n\treturn read_, nil\n",
                begin("read_"),
                begin("read_")
            );
            (ty, body)
        }
    }
}

/// The name of the function; those of the types of `go.go` are taken.
fn exported(name: &str) -> String {
    const TAKEN: &[&str] = &["Array", "ArrayOf", "Dict", "Elements", "Entry", "Error", "Record", "Stream", "Tuple"];
    let name = pascal(&identifier(name));
    if TAKEN.contains(&name.as_str()) { name + "_" } else { name }
}

/// A name that Go, or this file, has for itself gets an underscore.
fn ident(name: &str) -> String {
    const TAKEN: &[&str] = &[
        "any",
        "append",
        "array",
        "argument",
        "bool",
        "break",
        "byte",
        "call",
        "case",
        "chan",
        "const",
        "continue",
        "default",
        "defer",
        "dict",
        "else",
        "err",
        "error",
        "fallthrough",
        "false",
        "float64",
        "for",
        "func",
        "go",
        "goto",
        "if",
        "import",
        "int64",
        "interface",
        "len",
        "list",
        "make",
        "map",
        "nil",
        "other",
        "package",
        "range",
        "read",
        "record",
        "return",
        "select",
        "string",
        "struct",
        "switch",
        "text",
        "true",
        "type",
        "var",
    ];
    let name = identifier(name);
    if TAKEN.contains(&name.as_str()) { name + "_" } else { name }
}
