//! `/v1/embeddings`

use axum::Json;
use axum::extract::State as Extract;
use axum::extract::rejection::BytesRejection;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use hotforge::openai::Interface;
use hotforge::openai::embeddings::Request;

use super::Shared;
use super::answer::{self, Refusal};

/// Texts to vectors.
pub async fn create(Extract(state): Shared, body: Result<Bytes, BytesRejection>) -> Result<Response, Refusal> {
    let body = answer::json(body)?;
    let model = state.registry.named(answer::model_name(&body)?)?;
    let (Some(Interface::Embeddings(roles)), Some(batcher)) = (&model.interface, &model.batcher) else {
        return Err(answer::other_interface(&model).into());
    };
    let mut request = Request::parse(body, roles, model.predictor.described())?;
    let texts = std::mem::take(&mut request.texts);
    let part = batcher.embed(texts, request.others.clone(), state.settings.timeout).await?;
    metrics::counter!("hotforge_tokens_total", "model" => model.name.clone()).increment(part.tokens);
    Ok(Json(request.answer(&model.name, &part.vectors, part.tokens)).into_response())
}
