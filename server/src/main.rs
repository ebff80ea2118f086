//! `hotforge serve`: compiled predictors over HTTP, in the shape of OpenAI's API.

mod api;
mod batch;
mod company;
mod gate;
mod keys;
mod listen;
mod models;
mod observe;
mod reload;
mod settings;
mod snapshot;
mod threads;

use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use settings::Settings;

/// What all requests share.
struct State {
    settings: Settings,
    keys: keys::Keys,
    registry: models::Registry,
    gate: gate::Gate,
    metrics: metrics_exporter_prometheus::PrometheusHandle,
}

fn main() -> ExitCode {
    let settings = Settings::parse();
    threads::configure(&settings);
    observe::start_logging(settings.log);
    match serve(settings) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn serve(settings: Settings) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let grace = settings.grace;
    let result = runtime.block_on(async {
        let metrics = observe::start_metrics()?;
        let keys = keys::Keys::read(&settings)?;
        let gate = gate::Gate::new(settings.concurrency, settings.queue);
        let registry = models::Registry::load(&settings, &gate)?;
        let state = Arc::new(State { settings, keys, registry, gate, metrics });
        tokio::spawn(reload::watch(state.clone()));
        listen::listen(state).await
    });
    // A predictor that is still at work is not waited for again.
    runtime.shutdown_timeout(std::time::Duration::from_millis(100).min(grace));
    result
}
