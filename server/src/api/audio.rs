//! `/v1/audio/speech` and `/v1/audio/transcriptions`

use axum::Json;
use axum::extract::State as Extract;
use axum::extract::multipart::{Multipart, MultipartError, MultipartRejection};
use axum::extract::rejection::BytesRejection;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use hotforge::Cancellation;
use hotforge::openai::transcription::Heard;
use hotforge::openai::{Interface, Problem, speech, transcription};
use serde_json::{Map, Value};

use super::Shared;
use super::answer::{self, Refusal};

/// Text to sound.
pub async fn speak(Extract(state): Shared, body: Result<Bytes, BytesRejection>) -> Result<Response, Refusal> {
    let body = answer::json(body)?;
    let model = state.registry.named(answer::model_name(&body)?)?;
    let Some(Interface::Speech(roles)) = model.interface.clone() else {
        return Err(answer::other_interface(&model).into());
    };
    let request = speech::Request::parse(body, &roles, model.predictor.described())?;
    let cancellation = Cancellation::new(model.predictor.library());
    let spoken =
        state.gate.run(state.settings.timeout, cancellation, move || request.call(&roles, &model.predictor)).await??;
    Ok(answer::file(&spoken.content_type, spoken.bytes))
}

/// Sound to text.
pub async fn transcribe(
    Extract(state): Shared,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Refusal> {
    let form = form.map_err(|rejection| answer::unreadable(rejection.status(), &rejection.body_text()))?;
    let (fields, file) = read(form).await?;
    let name = fields.get("model").and_then(Value::as_str);
    let model = state.registry.named(name.ok_or_else(|| Problem::invalid("model", "model must name a model"))?)?;
    let Some(Interface::Transcription(roles)) = model.interface.clone() else {
        return Err(answer::other_interface(&model).into());
    };
    let file = file.ok_or_else(|| Problem::invalid("file", "file must be the sound to transcribe"))?;
    let cancellation = Cancellation::new(model.predictor.library());
    let call = move || {
        transcription::Request::parse(fields, file, &roles, model.predictor.described())?.call(&model.predictor)
    };
    match state.gate.run(state.settings.timeout, cancellation, call).await?? {
        Heard::Json(body) => Ok(Json(body).into_response()),
        Heard::Text(text) => Ok(text.into_response()),
    }
}

/// The fields of a form, and the file in it.
async fn read(mut form: Multipart) -> Result<(Map<String, Value>, Option<Vec<u8>>), Problem> {
    let unreadable = |error: MultipartError| answer::unreadable(error.status(), &error.body_text());
    let (mut fields, mut file) = (Map::new(), None);
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            file = Some(field.bytes().await.map_err(unreadable)?.to_vec());
        } else {
            let text = field.text().await.map_err(unreadable)?;
            fields.insert(name, Value::String(text));
        }
    }
    Ok((fields, file))
}
