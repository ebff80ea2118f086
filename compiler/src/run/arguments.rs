//! Reads the arguments of a predictor from the command line, as the manifest types them.

use base64::Engine;
use serde_json::Value;

use super::Request;
use super::array::{self, ArrayValue};
use crate::error::{Error, Result};

/// An argument, by name.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Argument {
    /// The parameter's name.
    pub name: String,
    /// Its value.
    pub value: Input,
}

/// A value to pass.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Input {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Str(String),
    Bytes(Vec<u8>),
    List(Vec<Input>),
    Tuple(Vec<Input>),
    Set(Vec<Input>),
    FrozenSet(Vec<Input>),
    Dict(Vec<(Input, Input)>),
    Array(ArrayValue),
    Scalar(ArrayValue),
}

/// The predictor to run: the named one, or the only one. Takes `--predictor` out of the rest of the command line.
///
/// # Errors
/// Where there is none of that name, or there are several and none is named.
pub(super) fn choose<'a>(manifest: &'a Value, request: &mut Request) -> Result<&'a Value> {
    let predictors = manifest["predictors"].as_array().map_or(&[][..], Vec::as_slice);
    let is_parameter = |name: &str| predictors.iter().any(|predictor| parameter(predictor, name).is_some());
    if !is_parameter("predictor")
        && let Some(at) = request.rest.iter().position(|word| word == "--predictor")
        && at + 1 < request.rest.len()
    {
        request.predictor = request.rest.drain(at..at + 2).nth(1);
    }
    let names: Vec<_> = predictors.iter().filter_map(|predictor| predictor["name"].as_str()).collect();
    let found = match (&request.predictor, predictors) {
        (Some(name), _) => predictors.iter().find(|predictor| predictor["name"] == name.as_str()),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    found.ok_or_else(|| {
        let message = match &request.predictor {
            Some(name) => format!("there is no predictor `{name}`"),
            None => "the library has several predictors".to_owned(),
        };
        usage(message, format!("Name one with `--predictor`: {}.", names.join(", ")))
    })
}

/// The arguments in the rest of the command line. `--full` and `--time` belong to the command, unless the predictor
/// has parameters of those names.
///
/// # Errors
/// Where a word is no parameter, or a value does not fit its parameter's type.
pub(super) fn read(predictor: &Value, request: &mut Request) -> Result<Vec<Argument>> {
    let mut arguments: Vec<Argument> = Vec::new();
    let mut words = std::mem::take(&mut request.rest).into_iter();
    while let Some(word) = words.next() {
        let option = word.strip_prefix("--").ok_or_else(|| {
            usage(format!("`{word}` is no parameter"), format!("Arguments are given by name: {}.", synopsis(predictor)))
        })?;
        let (option, inline) = match option.split_once('=') {
            Some((option, value)) => (option, Some(value.to_owned())),
            None => (option, None),
        };
        let name = option.replace('-', "_");
        let Some(parameter) = parameter(predictor, &name) else {
            match option {
                "full" => request.full = true,
                "time" => request.time = true,
                _ => {
                    let help = format!("It is called like this: {}.", synopsis(predictor));
                    return Err(usage(format!("the predictor has no parameter `{name}`"), help));
                }
            }
            continue;
        };
        let text = inline.or_else(|| words.next()).ok_or_else(|| {
            usage(format!("`--{option}` needs a value"), format!("Its type is {}.", parameter["type"]))
        })?;
        let value = parse(&text, &parameter["schema"]).map_err(|reason| {
            let shown: String = text.chars().take(60).collect();
            usage(
                format!("`{shown}` does not fit the parameter `{name}`: {reason}"),
                format!("Its type is `{}`; values are written in JSON.", parameter["type"].as_str().unwrap_or("?")),
            )
        })?;
        arguments.retain(|argument| argument.name != name);
        arguments.push(Argument { name, value });
    }
    Ok(arguments)
}

fn parameter<'a>(predictor: &'a Value, name: &str) -> Option<&'a Value> {
    predictor["parameters"].as_array()?.iter().find(|parameter| parameter["name"] == name)
}

/// `--texts list[str] [--task str]`
fn synopsis(predictor: &Value) -> String {
    let parameters = predictor["parameters"].as_array().map_or(&[][..], Vec::as_slice);
    let words = parameters.iter().map(|parameter| {
        let word = format!(
            "--{} {}",
            parameter["name"].as_str().unwrap_or_default(),
            parameter["type"].as_str().unwrap_or_default()
        );
        if parameter.get("default").is_some() { format!("[{word}]") } else { word }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn usage(message: String, help: String) -> Error {
    Error::Usage { message, help: Some(help) }
}

/// A value of the schema's type from the text of an argument.
fn parse(text: &str, schema: &Value) -> std::result::Result<Input, String> {
    let kind = schema["type"].as_str().unwrap_or_default();
    if kind == "array" && text.ends_with(".npy") {
        return array::from_npy(text).map(Input::Array);
    }
    match serde_json::from_str::<Value>(text) {
        Ok(json) => convert(&json, schema).or_else(|reason| plain(text, schema).ok_or(reason)),
        Err(error) => plain(text, schema).ok_or(format!("it is not JSON: {error}")),
    }
}

/// The text itself, where a string is taken.
fn plain(text: &str, schema: &Value) -> Option<Input> {
    let is_text = match schema["type"].as_str()? {
        "str" => true,
        "literal" => schema["choices"].as_array()?.iter().any(|choice| choice == text),
        "union" => return schema["members"].as_array()?.iter().find_map(|member| plain(text, member)),
        _ => false,
    };
    is_text.then(|| Input::Str(text.to_owned()))
}

fn convert(json: &Value, schema: &Value) -> std::result::Result<Input, String> {
    let kind = schema["type"].as_str().unwrap_or_default();
    let misfit = || format!("{} is no {kind}", shown(json));
    let items = |schema: &Value| -> Converted<Input> {
        json.as_array().ok_or_else(misfit)?.iter().map(|item| convert(item, schema)).collect()
    };
    match kind {
        "none" => json.is_null().then_some(Input::Null).ok_or_else(misfit),
        "bool" => json.as_bool().map(Input::Bool).ok_or_else(misfit),
        "int" => json.as_i64().map(Input::Int).ok_or_else(misfit),
        "float" => float(json).map(Input::Float).ok_or_else(misfit),
        "str" => json.as_str().map(|text| Input::Str(text.to_owned())).ok_or_else(misfit),
        "bytes" => {
            let text = json["bytes"].as_str().ok_or("bytes are written as {\"bytes\": \"aGk=\"}, in Base64")?;
            let bytes = base64::engine::general_purpose::STANDARD.decode(text);
            bytes.map(Input::Bytes).map_err(|error| error.to_string())
        }
        // Which choices there are is the predictor's to say: its message is Python's.
        "literal" => constant(json).ok_or_else(misfit),
        "list" => items(&schema["item"]).map(Input::List),
        "sequence" => items(&schema["item"]).map(Input::Tuple),
        "set" => items(&schema["item"]).map(Input::Set),
        "frozenset" => items(&schema["item"]).map(Input::FrozenSet),
        "tuple" => tuple(json, schema).ok_or_else(misfit)?.map(Input::Tuple),
        "dict" => pairs(json, schema).ok_or_else(misfit)?.map(Input::Dict),
        // An enum is passed by the value of a member, an object as a dict of its fields.
        "enum" | "flag" => constant(json).ok_or_else(misfit),
        "record" | "typed-dict" => fields(json, schema).ok_or_else(misfit)?.map(Input::Dict),
        "union" => {
            let members = schema["members"].as_array().map_or(&[][..], Vec::as_slice);
            members
                .iter()
                .find_map(|member| convert(json, member).ok())
                .ok_or_else(|| format!("{} fits none of the types", shown(json)))
        }
        "array" => array::from_json(json, schema["dtype"].as_str().unwrap_or_default()).map(Input::Array),
        "scalar" => array::from_json(json, schema["dtype"].as_str().unwrap_or_default()).map(Input::Scalar),
        other => Err(format!("values of type {other} cannot be given on the command line")),
    }
}

/// A number, or `{"float": "nan"}` as manifests write it.
fn float(json: &Value) -> Option<f64> {
    json.as_f64().or_else(|| json["float"].as_str()?.parse().ok())
}

fn constant(json: &Value) -> Option<Input> {
    Some(match json {
        Value::Null => Input::Null,
        Value::Bool(value) => Input::Bool(*value),
        Value::Number(number) => number.as_i64().map(Input::Int).or_else(|| number.as_f64().map(Input::Float))?,
        Value::String(text) => Input::Str(text.clone()),
        Value::Array(_) | Value::Object(_) => return None,
    })
}

type Converted<T> = std::result::Result<Vec<T>, String>;

fn tuple(json: &Value, schema: &Value) -> Option<Converted<Input>> {
    let (values, schemas) = (json.as_array()?, schema["items"].as_array()?);
    (values.len() == schemas.len())
        .then(|| values.iter().zip(schemas).map(|(value, item)| convert(value, item)).collect())
}

/// The fields of an object, by name.
fn fields(json: &Value, schema: &Value) -> Option<Converted<(Input, Input)>> {
    let (Value::Object(given), Value::Object(declared)) = (json, &schema["fields"]) else { return None };
    let field = |(name, value): (&String, &Value)| match declared.get(name) {
        Some(schema) => Ok((Input::Str(name.clone()), convert(value, schema)?)),
        None => Err(format!("{} has no field {name}", schema["class"].as_str().unwrap_or_default())),
    };
    Some(given.iter().map(field).collect())
}

/// A JSON object where the keys are strings, or a list of pairs.
fn pairs(json: &Value, schema: &Value) -> Option<Converted<(Input, Input)>> {
    let (key, item) = (&schema["key"], &schema["value"]);
    if let Value::Object(fields) = json {
        let pair = |(name, value): (&String, &Value)| Ok((parse(name, key)?, convert(value, item)?));
        return Some(fields.iter().map(pair).collect());
    }
    let pair = |pair: &Value| match pair.as_array().map(Vec::as_slice) {
        Some([name, value]) => Ok((convert(name, key)?, convert(value, item)?)),
        _ => Err("a dict is a JSON object, or a list of pairs".to_owned()),
    };
    Some(json.as_array()?.iter().map(pair).collect())
}

fn shown(json: &Value) -> String {
    let text = json.to_string();
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn strings_may_be_plain() {
        let text = json!({ "type": "str" });
        assert_eq!(parse("hello", &text), Ok(Input::Str("hello".into())));
        assert_eq!(parse("\"hello\"", &text), Ok(Input::Str("hello".into())));
        assert_eq!(parse("12", &text), Ok(Input::Str("12".into())));
        let task = json!({ "type": "literal", "choices": ["query", "document"] });
        assert_eq!(parse("query", &task), Ok(Input::Str("query".into())));
    }

    #[test]
    fn values_take_the_type_of_the_schema() {
        assert_eq!(parse("1", &json!({ "type": "float" })), Ok(Input::Float(1.0)));
        assert_eq!(
            parse("[[1, 2]]", &json!({ "type": "list", "item": { "type": "set", "item": { "type": "int" } } })),
            Ok(Input::List(vec![Input::Set(vec![Input::Int(1), Input::Int(2)])]))
        );
        let optional = json!({ "type": "union", "members": [{ "type": "int" }, { "type": "none" }] });
        assert_eq!(parse("null", &optional), Ok(Input::Null));
        let counts = json!({ "type": "dict", "key": { "type": "int" }, "value": { "type": "str" } });
        let one = Ok(Input::Dict(vec![(Input::Int(1), Input::Str("a".into()))]));
        assert_eq!(parse("{\"1\": \"a\"}", &counts), one);
        assert_eq!(parse("[[1, \"a\"]]", &counts), one);
    }

    #[test]
    fn a_misfit_says_what_it_is() {
        assert_eq!(parse("1.5", &json!({ "type": "int" })), Err("1.5 is no int".into()));
        assert!(parse("hello", &json!({ "type": "int" })).unwrap_err().starts_with("it is not JSON"));
    }

    fn predictor() -> Value {
        json!({
            "name": "scale",
            "parameters": [
                { "name": "top_k", "type": "int", "schema": { "type": "int" } },
                { "name": "time", "type": "float", "schema": { "type": "float" }, "default": 1.0 },
            ],
        })
    }

    fn request(words: &[&str]) -> Request {
        Request { rest: words.iter().map(|word| (*word).to_owned()).collect(), ..Request::default() }
    }

    #[test]
    fn parameters_come_before_options_of_the_command() {
        let mut request = request(&["--top-k=3", "--time", "2", "--full"]);
        let arguments = read(&predictor(), &mut request).unwrap();
        assert_eq!(arguments[0], Argument { name: "top_k".into(), value: Input::Int(3) });
        assert_eq!(arguments[1], Argument { name: "time".into(), value: Input::Float(2.0) });
        assert!(request.full && !request.time);
    }

    #[test]
    fn an_unknown_parameter_shows_the_right_call() {
        let error = read(&predictor(), &mut request(&["--topk", "3"])).unwrap_err();
        assert_eq!(error.to_string(), "the predictor has no parameter `topk`");
        assert_eq!(error.help().unwrap(), "It is called like this: --top_k int [--time float].");
    }

    #[test]
    fn one_of_several_predictors_must_be_named() {
        let manifest = json!({ "predictors": [{ "name": "embed" }, { "name": "rank" }] });
        let error = choose(&manifest, &mut request(&[])).unwrap_err();
        assert_eq!(error.help().unwrap(), "Name one with `--predictor`: embed, rank.");
        let mut named = request(&["--predictor", "rank", "--k", "1"]);
        assert_eq!(choose(&manifest, &mut named).unwrap()["name"], "rank");
        assert_eq!(named.rest, ["--k", "1"]);
    }
}
