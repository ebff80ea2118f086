//! The routes.

mod answer;
mod audio;
mod chat;
mod docs;
mod embeddings;
mod images;
mod predict;
mod schema;

use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, Path, Request, State as Extract};
use axum::http::StatusCode;
use axum::http::header::WWW_AUTHENTICATE;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use hotforge::openai::Problem;
use serde_json::json;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;

use crate::models::Model;
use crate::{State, observe};
use answer::Refusal;

type Shared = Extract<Arc<State>>;

/// All routes. But for the health checks, they want a key where there are keys.
pub fn router(state: Arc<State>) -> Router {
    let (limit, timeout) = (state.settings.body_limit, state.settings.timeout);
    Router::new()
        .route("/v1/models", get(list_models))
        .route("/v1/models/{*name}", get(show_model))
        .route("/v1/embeddings", post(embeddings::create))
        .route("/v1/chat/completions", post(chat::create_completion))
        .route("/v1/messages", post(chat::create_message))
        .route("/v1/images/generations", post(images::generate))
        .route("/v1/audio/speech", post(audio::speak))
        .route("/v1/audio/transcriptions", post(audio::transcribe))
        .route("/predict/{*name}", post(predict::predict))
        .route("/openapi.json", get(docs::openapi))
        .route("/docs", get(docs::page))
        .route("/metrics", get(metrics))
        .fallback(nothing_here)
        .method_not_allowed_fallback(another_method)
        .layer(from_fn_with_state(state.clone(), want_key))
        .route("/health/live", get(async || "alive\n"))
        .route("/health/ready", get(async || "ready\n"))
        .layer(DefaultBodyLimit::max(limit))
        .layer(RequestBodyTimeoutLayer::new(timeout))
        .layer(CatchPanicLayer::custom(|_| {
            Refusal(Problem::new(500, "server_error", "panic", "the server failed")).into_response()
        }))
        .layer(from_fn(observe::observe))
        .with_state(state)
}

async fn want_key(Extract(state): Shared, request: Request, next: Next) -> Response {
    if state.keys.admit(request.headers()) {
        return next.run(request).await;
    }
    let message = "a valid API key is needed: Authorization: Bearer KEY";
    let mut response = Refusal(Problem::new(401, "authentication_error", "invalid_api_key", message)).into_response();
    response
        .headers_mut()
        .insert(WWW_AUTHENTICATE, "Basic realm=\"hotforge\", charset=\"UTF-8\"".parse().expect("it is ASCII"));
    response
}

async fn list_models(Extract(state): Shared) -> Response {
    let models: Vec<_> = state.registry.all().iter().map(|model| describe(model)).collect();
    Json(json!({ "object": "list", "data": models })).into_response()
}

async fn show_model(Extract(state): Shared, Path(name): Path<String>) -> Result<Response, Refusal> {
    Ok(Json(describe(&*state.registry.named(&name)?)).into_response())
}

fn describe(model: &Model) -> serde_json::Value {
    json!({ "id": model.name, "object": "model", "created": model.created, "owned_by": "hotforge" })
}

async fn metrics(Extract(state): Shared) -> String {
    state.metrics.render()
}

async fn nothing_here() -> Refusal {
    Refusal(Problem::new(
        StatusCode::NOT_FOUND.as_u16(),
        "invalid_request_error",
        "unknown_url",
        "there is nothing at this path: see /docs",
    ))
}

async fn another_method() -> Refusal {
    Refusal(Problem::new(
        405,
        "invalid_request_error",
        "method_not_allowed",
        "this path wants another method: see /docs",
    ))
}
