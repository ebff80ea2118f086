//! `/openapi.json` and `/docs`: what can be called, made from the manifests.

use std::sync::Arc;

use axum::Json;
use axum::extract::State as Extract;
use axum::response::{Html, IntoResponse, Response};
use hotforge::manifest::Parameter;
use hotforge::openai::Interface;
use serde_json::{Map, Value, json};

use super::{Shared, schema};
use crate::State;
use crate::models::Model;

/// OpenAPI 3.1: a path for each predictor, and those of OpenAI's API that some predictor serves.
pub async fn openapi(Extract(state): Shared) -> Response {
    Json(describe(&state)).into_response()
}

fn describe(state: &State) -> Value {
    let models = state.registry.all();
    let mut paths: Map<String, Value> =
        models.iter().map(|model| (format!("/predict/{}", model.name), json!({ "post": predict(model) }))).collect();
    for (path, summary, serves) in SERVED {
        let served: Vec<&str> = models
            .iter()
            .filter(|model| model.interface.as_ref().is_some_and(serves))
            .map(|model| model.name.as_str())
            .collect();
        if !served.is_empty() {
            let schema =
                json!({ "type": "object", "required": ["model"], "properties": { "model": { "enum": served } } });
            let media = if path.ends_with("transcriptions") { "multipart/form-data" } else { "application/json" };
            let operation = json!({
                "summary": summary,
                "requestBody": { "required": true, "content": { media: { "schema": schema } } },
                "responses": { "200": { "description": "As OpenAI's API answers." } },
            });
            paths.insert((*path).to_owned(), json!({ "post": operation }));
        }
    }
    let mut document = json!({
        "openapi": "3.1.0",
        "info": { "title": "Hotforge", "version": env!("CARGO_PKG_VERSION") },
        "paths": paths,
    });
    if state.keys.are_wanted() {
        document["components"] = json!({ "securitySchemes": { "key": { "type": "http", "scheme": "bearer" } } });
        document["security"] = json!([{ "key": [] }]);
    }
    document
}

type Served = (&'static str, &'static str, fn(&Interface) -> bool);

const SERVED: &[Served] = &[
    ("/v1/embeddings", "Texts to vectors", |interface| matches!(interface, Interface::Embeddings(_))),
    ("/v1/chat/completions", "Messages to an answer", |interface| matches!(interface, Interface::Chat(_))),
    ("/v1/messages", "Messages to an answer, in Anthropic's shape", |interface| {
        matches!(interface, Interface::Chat(_))
    }),
    ("/v1/images/generations", "Text to pictures", |interface| matches!(interface, Interface::Images(_))),
    ("/v1/audio/speech", "Text to sound", |interface| matches!(interface, Interface::Speech(_))),
    ("/v1/audio/transcriptions", "Sound to text", |interface| matches!(interface, Interface::Transcription(_))),
];

fn predict(model: &Model) -> Value {
    let described = model.predictor.described();
    let properties: Map<String, Value> =
        described.parameters.iter().map(|parameter| (parameter.name.clone(), property(parameter))).collect();
    let required: Vec<&str> = described
        .parameters
        .iter()
        .filter(|parameter| parameter.is_required())
        .map(|parameter| parameter.name.as_str())
        .collect();
    let body =
        json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false });
    let (media, result) = match &described.returns.schema {
        hotforge::manifest::Schema::Iterator { .. } => ("text/event-stream", schema::of_typed(&described.returns)),
        _ => {
            let result = json!({ "result": schema::of_typed(&described.returns) });
            ("application/json", json!({ "type": "object", "properties": result, "required": ["result"] }))
        }
    };
    json!({
        "operationId": model.name,
        "summary": described.doc.as_deref().and_then(|doc| doc.lines().next()).unwrap_or(&described.name),
        "description": described.doc,
        "requestBody": { "required": true, "content": { "application/json": { "schema": body } } },
        "responses": {
            "200": { "description": "What the predictor gives.", "content": { media: { "schema": result } } },
            "400": { "description": "The arguments do not fit, or the predictor raised." },
        },
    })
}

fn property(parameter: &Parameter) -> Value {
    let mut schema = schema::of_typed(&parameter.typed);
    if let Some(default) = &parameter.default {
        schema["default"] = default.clone();
    }
    schema
}

/// A page for people.
pub async fn page(Extract(state): Shared) -> Html<String> {
    Html(write_page(&state.registry.all()))
}

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1b1b1f;background:#fff}\
code,pre{font:14px/1.5 ui-monospace,monospace}pre{background:#f4f4f6;padding:.75rem 1rem;border-radius:.5rem;overflow-x:auto}\
h2{margin-top:2.5rem;border-top:1px solid #ddd;padding-top:1.5rem}td,th{text-align:left;padding:.25rem 1.5rem .25rem 0;vertical-align:top}\
@media(prefers-color-scheme:dark){body{color:#e6e6ea;background:#18181b}pre{background:#26262b}h2{border-color:#3a3a40}a{color:#8ab4ff}}";

fn write_page(models: &[Arc<Model>]) -> String {
    let sections: String = models.iter().map(|model| section(model)).collect();
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Hotforge</title><style>{STYLE}</style><h1>Models</h1>\
         <p>The same for programs: <a href=\"/openapi.json\">openapi.json</a>.</p>{sections}</html>"
    )
}

fn section(model: &Model) -> String {
    let described = model.predictor.described();
    let doc = described.doc.as_deref().map(|doc| format!("<p>{}</p>", escape(doc))).unwrap_or_default();
    let row = |parameter: &Parameter| {
        let default = parameter
            .default
            .as_ref()
            .map_or("required".to_owned(), |default| format!("default <code>{}</code>", escape(&default.to_string())));
        let description = parameter.typed.description.as_deref().unwrap_or_default();
        format!(
            "<tr><td><code>{}</code></td><td><code>{}</code></td><td>{default}</td><td>{}</td></tr>",
            escape(&parameter.name),
            escape(&parameter.typed.ty),
            escape(description)
        )
    };
    let rows: String = described.parameters.iter().map(row).collect();
    let served: String = SERVED
        .iter()
        .filter(|(_, _, serves)| model.interface.as_ref().is_some_and(serves))
        .map(|(path, summary, _)| format!("<p>{}: <code>POST {path}</code></p>", escape(summary)))
        .collect();
    format!(
        "<h2 id=\"{name}\">{name}</h2>{doc}{served}<p>As it is: <code>POST /predict/{name}</code></p>\
         <table>{rows}</table><p>Gives <code>{returns}</code></p>",
        name = escape(&model.name),
        returns = escape(&described.returns.ty),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
