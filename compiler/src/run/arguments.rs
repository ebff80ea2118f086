//! Reads the arguments of a predictor from the command line, as the manifest types them.

use hotforge::manifest::{Parameter, Predictor, Schema};
use hotforge::{Manifest, Value, json};

use super::{Request, npy};
use crate::error::{Error, Result};

/// The predictor to run: the named one, or the only one. Takes `--predictor` out of the rest of the command line.
///
/// # Errors
/// Where there is none of that name, or there are several and none is named.
pub(super) fn choose<'a>(manifest: &'a Manifest, request: &mut Request) -> Result<&'a Predictor> {
    let predictors = manifest.predictors.as_slice();
    let is_parameter = |name: &str| predictors.iter().any(|predictor| parameter(predictor, name).is_some());
    if !is_parameter("predictor")
        && let Some(at) = request.rest.iter().position(|word| word == "--predictor")
        && at + 1 < request.rest.len()
    {
        request.predictor = request.rest.drain(at..at + 2).nth(1);
    }
    let names: Vec<_> = predictors.iter().map(|predictor| predictor.name.as_str()).collect();
    let found = match (&request.predictor, predictors) {
        (Some(name), _) => predictors.iter().find(|predictor| predictor.name == *name),
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
pub(super) fn read<'a>(predictor: &'a Predictor, request: &mut Request) -> Result<Vec<(&'a str, Value)>> {
    let mut arguments: Vec<(&str, Value)> = Vec::new();
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
            usage(format!("`--{option}` needs a value"), format!("Its type is `{}`.", parameter.typed.ty))
        })?;
        let value = parse(&text, &parameter.typed.schema).map_err(|reason| {
            let shown: String = text.chars().take(60).collect();
            usage(
                format!("`{shown}` does not fit the parameter `{name}`: {reason}"),
                format!("Its type is `{}`; values are written in JSON.", parameter.typed.ty),
            )
        })?;
        arguments.retain(|(given, _)| *given != name);
        arguments.push((&parameter.name, value));
    }
    Ok(arguments)
}

fn parameter<'a>(predictor: &'a Predictor, name: &str) -> Option<&'a Parameter> {
    predictor.parameters.iter().find(|parameter| parameter.name == name)
}

/// `--texts list[str] [--task str]`
fn synopsis(predictor: &Predictor) -> String {
    let words = predictor.parameters.iter().map(|parameter| {
        let word = format!("--{} {}", parameter.name, parameter.typed.ty);
        if parameter.is_required() { word } else { format!("[{word}]") }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn usage(message: String, help: String) -> Error {
    Error::Usage { message, help: Some(help) }
}

/// A value of the schema's type from the text of an argument.
fn parse(text: &str, schema: &Schema) -> std::result::Result<Value, String> {
    if matches!(schema, Schema::Array { .. }) && text.ends_with(".npy") {
        return npy::read(text).map(Value::Array);
    }
    json::from_text(text, schema)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn predictor() -> Predictor {
        let described = json!({
            "name": "scale",
            "parameters": [
                { "name": "top_k", "type": "int", "schema": { "type": "int" } },
                { "name": "time", "type": "float", "schema": { "type": "float" }, "default": 1.0 },
            ],
            "returns": { "type": "float", "schema": { "type": "float" } },
        });
        serde_json::from_value(described).unwrap()
    }

    fn request(words: &[&str]) -> Request {
        Request { rest: words.iter().map(|word| (*word).to_owned()).collect(), ..Request::default() }
    }

    #[test]
    fn parameters_come_before_options_of_the_command() {
        let mut request = request(&["--top-k=3", "--time", "2", "--full"]);
        let predictor = predictor();
        let arguments = read(&predictor, &mut request).unwrap();
        assert_eq!(arguments, [("top_k", Value::Int(3)), ("time", Value::Float(2.0))]);
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
        let named = |name: &str| Predictor { name: name.into(), ..predictor() };
        let manifest = Manifest {
            library: "librank.so".into(),
            version: String::new(),
            target: String::new(),
            source: None,
            predictors: vec![named("embed"), named("rank")],
        };
        let error = choose(&manifest, &mut request(&[])).unwrap_err();
        assert_eq!(error.help().unwrap(), "Name one with `--predictor`: embed, rank.");
        let mut named = request(&["--predictor", "rank", "--k", "1"]);
        assert_eq!(choose(&manifest, &mut named).unwrap().name, "rank");
        assert_eq!(named.rest, ["--k", "1"]);
    }
}
