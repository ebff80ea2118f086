//! `/v1/images/generations`

use axum::Json;
use axum::extract::State as Extract;
use axum::extract::rejection::BytesRejection;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use hotforge::Cancellation;
use hotforge::openai::Interface;
use hotforge::openai::images::Request;

use super::Shared;
use super::answer::{self, Refusal};

/// Text to pictures.
pub async fn generate(Extract(state): Shared, body: Result<Bytes, BytesRejection>) -> Result<Response, Refusal> {
    let body = answer::json(body)?;
    let model = state.registry.named(answer::model_name(&body)?)?;
    let Some(Interface::Images(roles)) = &model.interface else {
        return Err(answer::other_interface(&model).into());
    };
    let request = Request::parse(body, roles, model.predictor.described())?;
    let cancellation = Cancellation::new(model.predictor.library());
    let call = move || request.call(&model.predictor);
    let answer = state.gate.run(state.settings.timeout, cancellation, call).await??;
    Ok(Json(answer).into_response())
}
