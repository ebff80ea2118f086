//! Which parameter of a predictor is which field of a request.

use serde_json::{Map, Value as Json};

use super::Problem;
use crate::manifest::{Parameter, Predictor, Schema};
use crate::{Value, json};

/// The fields of a request.
pub(super) type Fields = Map<String, Json>;

/// Arguments for a call, by the names of the parameters.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Given(pub Vec<(String, Value)>);

impl Given {
    /// The arguments as [`crate::Predictor::call`] takes them.
    pub fn into_arguments(self) -> Vec<(String, Value)> {
        self.0
    }
}

/// The parameter that must be given and that `is_wanted`, where no other must be given.
pub(super) fn main_input(predictor: &Predictor, is_wanted: impl Fn(&Parameter) -> bool) -> Option<&Parameter> {
    let main = predictor.parameters.iter().find(|parameter| is_wanted(parameter))?;
    let others = predictor.parameters.iter().filter(|parameter| parameter.name != main.name);
    others.into_iter().all(|other| !other.is_required()).then_some(main)
}

/// The name of the parameter with that denotation; else of the one that is called like the field.
pub(super) fn optional(predictor: &Predictor, denotation: &str, field: &str) -> Option<String> {
    let parameters = || predictor.parameters.iter();
    let found = parameters().find(|parameter| parameter.typed.denotes(denotation));
    found.or_else(|| parameters().find(|parameter| parameter.name == field)).map(|parameter| parameter.name.clone())
}

pub(super) fn is_text(schema: &Schema) -> bool {
    schema.takes(&|schema| *schema == Schema::Str)
}

/// Moves a field of the request to the parameter that it means. Gives whether it was given, and not `null`.
pub(super) fn move_field(
    predictor: &Predictor,
    parameter: Option<&String>,
    fields: &mut Fields,
    field: &str,
    given: &mut Given,
) -> Result<bool, Problem> {
    let Some(json) = fields.remove(field).filter(|json| !json.is_null()) else { return Ok(false) };
    let Some(name) = parameter else {
        let message = format!("the model takes no {field}: leave it out");
        return Err(Problem::unsupported(field, message));
    };
    given.0.push((name.clone(), read(predictor, name, field, &json)?));
    Ok(true)
}

/// Moves the fields that are called like parameters which have got nothing yet.
pub(super) fn move_named(predictor: &Predictor, fields: &mut Fields, given: &mut Given) -> Result<(), Problem> {
    for parameter in &predictor.parameters {
        let is_given = given.0.iter().any(|(name, _)| *name == parameter.name);
        if let Some(json) = fields.remove(&parameter.name).filter(|_| !is_given) {
            given.0.push((parameter.name.clone(), read(predictor, &parameter.name, &parameter.name, &json)?));
        }
    }
    Ok(())
}

fn read(predictor: &Predictor, name: &str, field: &str, json: &Json) -> Result<Value, Problem> {
    let parameter = predictor.parameters.iter().find(|parameter| parameter.name == name);
    let schema = parameter.map_or(&Schema::Unknown, |parameter| &parameter.typed.schema);
    json::from_json(json, schema).map_err(|reason| Problem::invalid(field, format!("{field}: {reason}")))
}

/// The fields of a request's body.
pub(super) fn fields(body: Json) -> Result<Fields, Problem> {
    match body {
        Json::Object(fields) => Ok(fields),
        _ => Err(Problem::invalid("", "the body must be a JSON object")),
    }
}

/// A number of seconds, hertz or the like among the fields of an annotation.
pub(super) fn number(fields: &Fields, name: &str) -> Option<u32> {
    fields.get(name)?.as_u64()?.try_into().ok()
}

/// A text, where one is given.
pub(super) fn text(fields: &mut Fields, field: &str) -> Result<Option<String>, Problem> {
    match fields.remove(field) {
        None | Some(Json::Null) => Ok(None),
        Some(Json::String(text)) => Ok(Some(text)),
        Some(_) => Err(Problem::invalid(field, format!("{field} must be a string"))),
    }
}
