//! `/predict/{name}`: a predictor as it is.

use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State as Extract};
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use axum::{Json, body::Body};
use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream;
use hotforge::manifest::Predictor as Described;
use hotforge::openai::Problem;
use hotforge::{Cancellation, Predictor, Value, json};
use serde_json::Value as JsonValue;

use super::Shared;
use super::answer::{self, Refusal};
use crate::gate::{Items, Sink};

/// What comes of a call.
enum Step {
    Whole(JsonValue),
    Item(JsonValue),
    /// A stream is at its end.
    Ended,
    Failed(Problem),
}

/// Arguments by name to `{"result": …}`, or to an event for each item of a stream.
pub async fn predict(
    Extract(state): Shared,
    Path(name): Path<String>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Refusal> {
    let model = state.registry.named(&name)?;
    let body = answer::json(body)?;
    let timeout = state.settings.timeout;
    let cancellation = Cancellation::new(model.predictor.library());
    let mut steps = state.gate.stream(timeout, cancellation, move |sink| call(&model.predictor, body, sink)).await?;
    match steps.next(timeout).await?.unwrap_or_else(broken) {
        Step::Whole(result) => Ok(Json(serde_json::json!({ "result": result })).into_response()),
        Step::Failed(problem) => Err(problem.into()),
        first => Ok(events(first, steps, timeout)),
    }
}

fn broken() -> Step {
    Step::Failed(Problem::new(500, "server_error", "panic", "the server failed"))
}

fn call(predictor: &Predictor, body: JsonValue, sink: &Sink<Step>) {
    let arguments = match read(predictor.described(), body) {
        Ok(arguments) => arguments,
        Err(problem) => return sink.last(Step::Failed(problem)),
    };
    let value = predictor.call(arguments.iter().map(|(name, value)| (name.as_str(), value.clone())));
    let stream = match value {
        Ok(Value::Stream(stream)) => stream,
        Ok(value) => return sink.last(Step::Whole(json::to_json(&value))),
        Err(raised) => return sink.last(Step::Failed(raised.into())),
    };
    for item in stream {
        let step = item.map_or_else(|raised| Step::Failed(raised.into()), |item| Step::Item(json::to_json(&item)));
        let is_failure = matches!(step, Step::Failed(_));
        if !sink.give(step) || is_failure {
            return;
        }
    }
    sink.last(Step::Ended);
}

/// The arguments in a body.
fn read(predictor: &Described, body: JsonValue) -> Result<Vec<(String, Value)>, Problem> {
    let JsonValue::Object(fields) = body else {
        return Err(Problem::invalid("", "the body must be a JSON object: an argument for each field"));
    };
    let argument = |(name, json): (String, JsonValue)| {
        let parameter = predictor.parameters.iter().find(|parameter| parameter.name == name);
        let parameter = parameter.ok_or_else(|| {
            let known: Vec<&str> = predictor.parameters.iter().map(|parameter| parameter.name.as_str()).collect();
            Problem::invalid(&name, format!("there is no parameter {name:?}; there are {}", known.join(", ")))
        })?;
        let value = json::from_json(&json, &parameter.typed.schema);
        let value = value.map_err(|reason| {
            Problem::invalid(&name, format!("{name}: {reason}; its type is {}", parameter.typed.ty))
        })?;
        Ok((name, value))
    };
    fields.into_iter().map(argument).collect()
}

/// `data: ITEM` for each item, then `event: end`, or `event: error` with what was raised.
fn events(first: Step, rest: Items<Step>, timeout: std::time::Duration) -> Response<Body> {
    let steps = stream::unfold((Some(first), Some(rest)), move |(first, rest)| async move {
        let mut rest = rest?;
        let step = match first {
            Some(step) => step,
            None => rest.next(timeout).await.map_or_else(Step::Failed, |step| step.unwrap_or_else(broken)),
        };
        let is_item = matches!(step, Step::Item(_));
        Some((step, (None, is_item.then_some(rest))))
    });
    answer::events(steps.map(|step| match step {
        Step::Item(item) | Step::Whole(item) => answer::event(&item),
        Step::Ended => Event::default().event("end").data("{}"),
        Step::Failed(problem) => answer::event(&problem.to_json()).event("error"),
    }))
}
