//! Bodies of requests and of answers.

use std::convert::Infallible;

use axum::Json;
use axum::extract::rejection::BytesRejection;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::Stream;
use hotforge::openai::{Interface, Problem};
use serde_json::Value;

use crate::models::Model;

/// A request that is not answered, in the shape of OpenAI's errors.
#[derive(Debug)]
pub struct Refusal(pub Problem);

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        with_status(&self.0, self.0.to_json())
    }
}

/// The answer for a problem that is told by that body.
pub fn with_status(problem: &Problem, body: Value) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, Json(body)).into_response();
    if problem.status == 429 {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
    }
    response
}

/// The body of a request as JSON.
///
/// # Errors
/// 413 where it is too large, 400 where it is no JSON.
pub fn json(body: Result<Bytes, BytesRejection>) -> Result<Value, Problem> {
    let body = body.map_err(|rejection| unreadable(rejection.status(), &rejection.body_text()))?;
    let parsed = serde_json::from_slice(&body);
    parsed.map_err(|error| Problem::invalid("", format!("the body is not valid JSON: {error}")))
}

/// A body that cannot be read.
pub fn unreadable(status: StatusCode, reason: &str) -> Problem {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => {
            Problem::new(413, "invalid_request_error", "body_too_large", "the body of the request is too large")
        }
        _ => Problem::invalid("", format!("the body cannot be read: {reason}")),
    }
}

/// The name of the model that a request is for.
///
/// # Errors
/// 400 where it names none.
pub fn model_name(body: &Value) -> Result<&str, Problem> {
    body["model"].as_str().ok_or_else(|| Problem::invalid("model", "model must name a model"))
}

/// A request to a model for what it does not do.
pub fn other_interface(model: &Model) -> Problem {
    let path = match &model.interface {
        Some(Interface::Embeddings(_)) => "/v1/embeddings",
        Some(Interface::Chat(_)) => "/v1/chat/completions",
        Some(Interface::Images(_)) => "/v1/images/generations",
        Some(Interface::Speech(_)) => "/v1/audio/speech",
        Some(Interface::Transcription(_)) => "/v1/audio/transcriptions",
        None => "/predict",
    };
    let path = if path == "/predict" { format!("/predict/{}", model.name) } else { path.to_owned() };
    Problem::invalid("model", format!("the model {} does not do that; it is called at {path}", model.name))
}

/// A stream of events. Comments keep the connection open while a predictor thinks.
pub fn events(stream: impl Stream<Item = Event> + Send + 'static) -> Response {
    let stream = futures_util::StreamExt::map(stream, Ok::<_, Infallible>);
    Sse::new(stream).keep_alive(KeepAlive::default()).into_response()
}

/// An event whose data is JSON.
pub fn event(data: &Value) -> Event {
    Event::default().data(data.to_string())
}

/// Bytes of a media type.
pub fn file(content_type: &str, bytes: Vec<u8>) -> Response {
    let content_type =
        HeaderValue::from_str(content_type).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    ([(CONTENT_TYPE, content_type)], bytes).into_response()
}
