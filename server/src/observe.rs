//! Logs and metrics.

use std::time::Instant;

use anyhow::Context;
use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tracing_subscriber::EnvFilter;

use crate::settings::Log;

/// Upper ends of buckets, in seconds.
const SECONDS: &[f64] = &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0];
/// Upper ends of buckets, in texts.
const TEXTS: &[f64] = &[1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0];

/// Writes log lines to stderr; `RUST_LOG` chooses which.
pub fn start_logging(log: Log) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    match log {
        Log::Text => lines.with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr())).init(),
        Log::Json => lines.json().flatten_event(true).init(),
    }
}

/// Counts for `/metrics`.
///
/// # Errors
/// Where something counts already.
pub fn start_metrics() -> anyhow::Result<PrometheusHandle> {
    let builder = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".into()), SECONDS)
        .and_then(|builder| builder.set_buckets_for_metric(Matcher::Suffix("_texts".into()), TEXTS));
    let handle = builder.and_then(|builder| builder.install_recorder()).context("metrics cannot be counted")?;
    metrics::describe_counter!("hotforge_requests_total", "Requests, by route and status.");
    metrics::describe_histogram!("hotforge_request_seconds", "How long the head of an answer took, by route.");
    metrics::describe_gauge!("hotforge_calls_running", "Calls of predictors that are running.");
    metrics::describe_counter!("hotforge_rejected_total", "Requests that were told to come back later.");
    metrics::describe_histogram!("hotforge_batch_texts", "Texts in a call, of all requests that were answered by it.");
    metrics::describe_counter!("hotforge_tokens_total", "Tokens that were read and given, by model.");
    metrics::describe_counter!("hotforge_reloads_total", "Bundles that were loaded anew.");
    Ok(handle)
}

/// Logs and counts a request.
pub async fn observe(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    // Only routes that there are: a label for each path that somebody thinks of would fill the memory.
    let route = request.extensions().get::<MatchedPath>().map_or("none".to_owned(), |route| route.as_str().to_owned());
    let response = next.run(request).await;
    let (status, time) = (response.status().as_u16(), started.elapsed());
    metrics::counter!("hotforge_requests_total", "route" => route.clone(), "status" => status.to_string()).increment(1);
    metrics::histogram!("hotforge_request_seconds", "route" => route.clone()).record(time.as_secs_f64());
    let milliseconds = time.as_secs_f64() * 1e3;
    if route.starts_with("/health") {
        tracing::debug!(%method, path, status, ms = milliseconds, "request");
    } else {
        tracing::info!(%method, path, status, ms = milliseconds, "request");
    }
    response
}
