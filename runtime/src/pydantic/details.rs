//! `ValidationError.errors()`: a dict for each line, whose keys have types of their own.

use std::rc::Rc;

use super::failure::{Detail, Failure, VERSION, failure, repr};
use super::{Line, Place};
use crate::exception::Raised;
use crate::list::{self, List};
use crate::object::{Object, repr_text};
use crate::str::Str;

/// An item of `exception.errors()`.
#[derive(Debug, Clone)]
pub struct ErrorDetails {
    failure: Rc<Failure>,
    index: usize,
}

/// `exception.errors()`.
pub fn errors(raised: &Raised) -> List<ErrorDetails> {
    let all = failure(raised).map_or_else(Vec::new, |failure| {
        (0..failure.lines().len()).map(|index| ErrorDetails { failure: Rc::clone(failure), index }).collect()
    });
    list::from_vec(all)
}

impl ErrorDetails {
    fn line(&self) -> &Line {
        &self.failure.lines()[self.index]
    }

    fn url(&self) -> String {
        format!("https://errors.pydantic.dev/{VERSION}/v/{}", self.line().kind)
    }

    fn place(&self, step: i64) -> Option<&Place> {
        self.line().path.get(usize::try_from(step).ok()?)
    }
}

/// `error["type"]`.
pub fn error_type(error: &ErrorDetails) -> Str {
    Str::literal(error.line().kind)
}

/// `error["msg"]`.
pub fn error_message(error: &ErrorDetails) -> Str {
    Str::from(error.line().message.clone())
}

/// `error["url"]`.
pub fn error_url(error: &ErrorDetails) -> Str {
    Str::from(error.url())
}

/// The numbers of the steps of `error["loc"]`.
pub fn error_steps(error: &ErrorDetails) -> List<i64> {
    list::from_vec((0..error.line().path.len() as i64).collect())
}

/// Whether a step is the place of an element.
pub fn step_is_index(error: &ErrorDetails, step: i64) -> bool {
    matches!(error.place(step), Some(Place::Index(_)))
}

/// A step that is the place of an element.
pub fn step_index(error: &ErrorDetails, step: i64) -> i64 {
    match error.place(step) {
        Some(Place::Index(index)) => *index,
        _ => 0,
    }
}

/// A step that is a name.
pub fn step_name(error: &ErrorDetails, step: i64) -> Str {
    match error.place(step) {
        Some(Place::Name(name)) => name.clone(),
        _ => Str::literal(""),
    }
}

/// A dict, as Python shows it.
impl Object for ErrorDetails {
    fn type_name(&self) -> &'static str {
        "dict"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        let line = self.line();
        let text = |text: &str| repr_text(&Str::from(text.to_owned()));
        let steps: Vec<String> = line
            .path
            .iter()
            .map(|place| match place {
                Place::Name(name) => repr_text(name),
                Place::Index(index) => index.to_string(),
            })
            .collect();
        let path = format!("({}{})", steps.join(", "), if steps.len() == 1 { "," } else { "" });
        let (kind, message, input) = (text(line.kind), text(&line.message), repr(&line.input));
        out.push_str(&format!("{{'type': {kind}, 'loc': {path}, 'msg': {message}, 'input': {input}"));
        if !line.details.is_empty() {
            let details: Vec<String> = line
                .details
                .iter()
                .map(|(name, detail)| {
                    let shown = match detail {
                        Detail::Number(super::Bound::Int(value)) => value.to_string(),
                        Detail::Number(super::Bound::Float(value)) => repr_text(value),
                        Detail::Length(length) => length.to_string(),
                        Detail::None => "None".to_owned(),
                        Detail::Text(words) => text(words),
                        Detail::Error(class, words) => {
                            format!("{}({})", class.rsplit('.').next().unwrap_or(class), text(words))
                        }
                    };
                    format!("'{name}': {shown}")
                })
                .collect();
            out.push_str(&format!(", 'ctx': {{{}}}", details.join(", ")));
        }
        out.push_str(&format!(", 'url': {}}}", text(&self.url())));
    }
}
