//! Java: a class with a method for each predictor, by JNA on what `java.java` makes of the C functions.

use hotforge::manifest::{Manifest, Parameter, Predictor, Schema};

use super::{identifier, pascal};

const PRELUDE: &str = include_str!("java.java");

pub(super) fn write(manifest: &Manifest) -> String {
    let name = manifest.source.as_deref().and_then(|source| std::path::Path::new(source).file_stem()?.to_str());
    let class = pascal(&identifier(name.unwrap_or("predictors")));
    let methods: String = manifest.predictors.iter().map(method).collect();
    format!("{}{methods}}}\n", PRELUDE.replace("CLASS", &class))
}

fn method(predictor: &Predictor) -> String {
    let doc = predictor.doc.as_deref().map(|doc| doc.replace("*/", "* /").replace('\\', "\\\\")).unwrap_or_default();
    let doc = if doc.is_empty() { String::new() } else { format!("    /** {} */\n", doc.replace('\n', "\n     * ")) };
    // A parameter with a default may be null, which leaves it out.
    let declare = |parameter: &Parameter| {
        let ty = ty(&parameter.typed.schema);
        let ty = if parameter.is_required() { ty.plain } else { ty.boxed };
        format!("{ty} {}", ident(&parameter.name))
    };
    let parameters: Vec<String> = predictor.parameters.iter().map(declare).collect();
    let given: String = predictor.parameters.iter().map(argument).collect();
    let (returns, result) = result(&predictor.returns.schema);
    format!(
        "\n{doc}    public {returns} {}({}) {{\n        Map<String, Object> arguments_ = new LinkedHashMap<>();\n{given}        Pointer result_ = call({:?}, arguments_);\n{result}    }}\n",
        ident(&predictor.name),
        parameters.join(", "),
        predictor.name,
    )
}

fn argument(parameter: &Parameter) -> String {
    let (key, name) = (&parameter.name, ident(&parameter.name));
    let condition = if parameter.is_required() { String::new() } else { format!("if ({name} != null) ") };
    format!("        {condition}arguments_.put({key:?}, {name});\n")
}

/// A type of Java: where it may not be null, and where it may, or is an argument of a type.
struct Type {
    plain: String,
    boxed: String,
}

fn ty(schema: &Schema) -> Type {
    let same = |name: &str| Type { plain: name.into(), boxed: name.into() };
    match schema {
        Schema::Bool => Type { plain: "boolean".into(), boxed: "Boolean".into() },
        Schema::Int => Type { plain: "long".into(), boxed: "Long".into() },
        Schema::Float => Type { plain: "double".into(), boxed: "Double".into() },
        Schema::Str => same("String"),
        Schema::Bytes => same("byte[]"),
        Schema::Literal { choices } if choices.iter().all(serde_json::Value::is_string) => same("String"),
        Schema::List { item } if matches!(**item, Schema::Int | Schema::Float | Schema::Str) => {
            same(&format!("List<{}>", ty(item).boxed))
        }
        Schema::Array { .. } | Schema::Scalar { .. } => same("NDArray"),
        _ => same("Object"),
    }
}

/// The type of a result, and how it is read from `result_`.
fn result(schema: &Schema) -> (String, String) {
    if let Schema::Iterator { .. } = schema {
        return ("Stream".into(), "        return new Stream(result_);\n".into());
    }
    let ty = ty(schema);
    let cast = if ty.plain == "Object" { String::new() } else { format!("({}) ", ty.boxed) };
    let unchecked = if ty.plain.starts_with("List<") { "(List<?>) " } else { "" };
    let body = format!(
        "        try {{\n            return {cast}{unchecked}read(result_);\n        }} finally {{\n            api.hotforge_value_free(result_);\n        }}\n"
    );
    (ty.plain, body)
}

/// A name that Java has for itself gets an underscore.
fn ident(name: &str) -> String {
    const TAKEN: &[&str] = &[
        "abstract",
        "api",
        "array",
        "assert",
        "boolean",
        "break",
        "byte",
        "bytes",
        "call",
        "case",
        "catch",
        "char",
        "checked",
        "class",
        "const",
        "continue",
        "default",
        "dict",
        "do",
        "double",
        "else",
        "enum",
        "equals",
        "extends",
        "false",
        "filled",
        "final",
        "finally",
        "float",
        "for",
        "getClass",
        "goto",
        "hashCode",
        "if",
        "implements",
        "import",
        "instanceof",
        "int",
        "interface",
        "items",
        "lastError",
        "long",
        "make",
        "native",
        "new",
        "notify",
        "notifyAll",
        "null",
        "object",
        "package",
        "private",
        "protected",
        "public",
        "read",
        "readArray",
        "return",
        "short",
        "sizeOf",
        "static",
        "strictfp",
        "super",
        "switch",
        "synchronized",
        "text",
        "this",
        "throw",
        "throws",
        "toString",
        "transient",
        "true",
        "try",
        "void",
        "volatile",
        "wait",
        "while",
        "_",
    ];
    let name = identifier(name);
    if TAKEN.contains(&name.as_str()) { name + "_" } else { name }
}
