//! `ValidationError`: its text, and what a handler asks of it.

use std::fmt::Write as _;
use std::rc::Rc;

use serde_json::{Value as Json, json};

use super::{Bound, Input, Line, Place, State};
use crate::exception::{Exception, Raised, value_error};
use crate::object::Object;
use crate::str::Str;

/// The class, by the name that Python imports it by.
pub(super) const CLASS: &str = "pydantic.ValidationError";

/// The version of pydantic that the texts are of, as its links to explanations have it.
pub(super) const VERSION: &str = "2.14";

/// What the words of a line were made from.
#[derive(Debug, Clone)]
pub enum Detail {
    /// A limit.
    Number(Bound),
    /// A number of elements.
    Length(usize),
    /// Nothing.
    None,
    /// Text.
    Text(String),
    /// An exception of a validator: its class and text.
    Error(String, String),
}

/// All that did not fit.
#[derive(Debug)]
pub struct Failure {
    title: String,
    is_json: bool,
    lines: Vec<Line>,
}

impl Failure {
    /// Whose validation has failed.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What did not fit, in order.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// What Python needs to make an equal exception: `ValidationError.from_exception_data` takes it.
    pub(crate) fn to_json(&self) -> Json {
        let line = |line: &Line| {
            let path: Vec<Json> = line.path.iter().map(place_json).collect();
            let context = line.details.iter().map(|(name, detail)| ((*name).to_owned(), detail_json(detail)));
            let context: serde_json::Map<String, Json> = context.collect();
            json!({
                "type": line.kind,
                "loc": path,
                "input": { "type": line.input.class(), "repr": repr(&line.input) },
                "ctx": context,
            })
        };
        let lines: Vec<Json> = self.lines.iter().map(line).collect();
        json!({ "title": self.title, "mode": if self.is_json { "json" } else { "python" }, "errors": lines })
    }
}

fn place_json(place: &Place) -> Json {
    match place {
        Place::Name(name) => json!(name.as_str()),
        Place::Index(index) => json!(index),
    }
}

fn detail_json(detail: &Detail) -> Json {
    match detail {
        Detail::Number(Bound::Int(value)) => json!(value),
        Detail::Number(Bound::Float(value)) => json!(value),
        Detail::Length(length) => json!(length),
        Detail::None => Json::Null,
        Detail::Text(text) => json!(text),
        Detail::Error(class, text) => json!({ "class": class, "message": text }),
    }
}

pub(super) fn repr(input: &Input) -> String {
    let mut text = String::new();
    input.repr(&mut text);
    text
}

/// The exception of a validation in which something did not fit.
#[cold]
pub(super) fn raised(title: &str, state: State) -> Raised {
    let failure = Failure { title: title.to_owned(), is_json: state.is_json, lines: state.lines };
    let mut raised = Exception::new(CLASS, text(&failure));
    raised.validation = Some(Rc::new(failure));
    raised
}

/// `str(exception)`.
fn text(failure: &Failure) -> String {
    let (count, plural) = (failure.lines.len(), if failure.lines.len() == 1 { "" } else { "s" });
    let mut out = format!("{count} validation error{plural} for {}", failure.title);
    for line in &failure.lines {
        out.push('\n');
        for (step, place) in line.path.iter().enumerate() {
            let _ = write!(out, "{}{place}", if step == 0 { "" } else { "." });
        }
        if !line.path.is_empty() {
            out.push('\n');
        }
        let (kind, input) = (line.kind, shortened(&repr(&line.input)));
        let _ = write!(out, "  {} [type={kind}, input_value={input}, input_type={}]", line.message, line.input.class());
        let _ = write!(out, "\n    For further information visit https://errors.pydantic.dev/{VERSION}/v/{kind}");
    }
    out
}

/// Of a long text the two ends.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 50;
    if text.len() <= LONGEST {
        return text.to_owned();
    }
    let middle = LONGEST.div_ceil(2);
    let head = (0..=middle).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0);
    let tail = text.len() - (middle - 1);
    let tail = (tail..=text.len()).find(|place| text.is_char_boundary(*place)).unwrap_or(text.len());
    format!("{}...{}", &text[..head], &text[tail..])
}

pub(super) fn failure(raised: &Raised) -> Option<&Rc<Failure>> {
    raised.validation.as_ref()
}

/// `exception.error_count()`.
pub fn error_count(raised: &Raised) -> i64 {
    failure(raised).map_or(0, |failure| failure.lines.len() as i64)
}

/// `exception.title`.
pub fn title(raised: &Raised) -> Str {
    failure(raised).map_or(Str::literal(""), |failure| Str::from(failure.title.clone()))
}

/// `exception.json()`.
pub fn json_errors(raised: &Raised) -> Str {
    let lines: Vec<String> =
        failure(raised).map_or_else(Vec::new, |failure| failure.lines.iter().map(line_json).collect());
    Str::from(format!("[{}]", lines.join(",")))
}

/// A line, in pydantic's order of keys.
fn line_json(line: &Line) -> String {
    let path: Vec<Json> = line.path.iter().map(place_json).collect();
    let (kind, message) = (json!(line.kind), json!(line.message));
    let mut out = format!("{{\"type\":{kind},\"loc\":{},\"msg\":{message},\"input\":", Json::Array(path));
    input_json(&line.input, &mut out);
    for (place, (name, detail)) in line.details.iter().enumerate() {
        let detail = match detail {
            Detail::Error(_, text) => json!(text),
            other => detail_json(other),
        };
        let _ = write!(out, "{}{}:{detail}", if place == 0 { ",\"ctx\":{" } else { "," }, json!(name));
    }
    if !line.details.is_empty() {
        out.push('}');
    }
    let _ = write!(out, ",\"url\":\"https://errors.pydantic.dev/{VERSION}/v/{}\"}}", line.kind);
    out
}

fn input_json(input: &Input, out: &mut String) {
    let value = match input {
        Input::None => Json::Null,
        Input::Bool(value) => json!(value),
        Input::Int(value) => json!(value),
        Input::Float(value) => json!(value),
        Input::Str(text) => json!(text.as_str()),
        Input::Member(_, value) => return input_json(value, out),
        Input::List(items) | Input::Tuple(items) | Input::Set(items) | Input::FrozenSet(items) => {
            for (place, item) in items.iter().enumerate() {
                out.push(if place == 0 { '[' } else { ',' });
                input_json(item, out);
            }
            out.push_str(if items.is_empty() { "[]" } else { "]" });
            return;
        }
        Input::Dict(pairs) => {
            for (place, (key, value)) in pairs.iter().enumerate() {
                let key = match key {
                    Input::Str(text) => json!(text.as_str()),
                    other => json!(repr(other)),
                };
                let _ = write!(out, "{}{key}:", if place == 0 { '{' } else { ',' });
                input_json(value, out);
            }
            out.push_str(if pairs.is_empty() { "{}" } else { "}" });
            return;
        }
        other => json!(repr(other)),
    };
    out.push_str(&value.to_string());
}

/// Assigning to a field of a model that is frozen.
#[cold]
pub fn frozen_instance<T: Object>(model: &Str, field: &Str, value: &T) -> Raised {
    frozen(model, field, value, ("frozen_instance", "Instance is frozen"))
}

/// Assigning to a field that is frozen.
#[cold]
pub fn frozen_field<T: Object>(model: &Str, field: &Str, value: &T) -> Raised {
    frozen(model, field, value, ("frozen_field", "Field is frozen"))
}

fn frozen<T: Object>(model: &Str, field: &Str, value: &T, (kind, words): (&'static str, &str)) -> Raised {
    let mut state = State::new(false);
    let input = value.input();
    state.within(Place::Name(field.clone()), |state| state.fail::<()>(kind, words, &input));
    raised(model.as_str(), state)
}

/// Assigning to what is no field.
#[cold]
pub fn no_field<T: Object>(model: &Str, field: &Str, _value: &T) -> Raised {
    value_error(format!("\"{}\" object has no field \"{}\"", model.as_str(), field.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortens_by_bytes_at_the_bounds_of_characters() {
        assert_eq!(shortened("short"), "short");
        let long = format!("{{'s': '{}'}}", "é".repeat(100));
        assert_eq!(shortened(&long), "{'s': 'ééééééééé...ééééééééééé'}");
    }
}
