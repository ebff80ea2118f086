//! Takes connections, and stops when it is asked to.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;

use crate::{State, api};

/// A client that has not sent the head of its request by then is cut off.
const HEAD_TIMEOUT: Duration = Duration::from_secs(30);

/// Serves until SIGINT or SIGTERM; then lets requests end, for as long as the settings allow.
///
/// # Errors
/// Where the port is taken.
pub async fn listen(state: Arc<State>) -> anyhow::Result<()> {
    let address = SocketAddr::new(state.settings.host, state.settings.port);
    let listener = TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}"))?;
    announce(&state, listener.local_addr()?);
    let grace = state.settings.grace;
    let service = TowerToHyperService::new(api::router(state));
    let mut http = hyper::server::conn::http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_TIMEOUT);
    let connections = GracefulShutdown::new();
    let mut stop = std::pin::pin!(asked_to_stop());
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    let _ = stream.set_nodelay(true);
                    let connection = http.serve_connection(TokioIo::new(stream), service.clone());
                    let watched = connections.watch(connection);
                    // A client that goes away is no matter.
                    tokio::spawn(async move { drop(watched.await) });
                }
                // Too many open files: whoever has one open may close it soon.
                Err(error) => {
                    tracing::warn!("a connection cannot be taken: {error}");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            },
            () = &mut stop => break,
        }
    }
    drop(listener);
    tracing::info!("stopping: requests may end within {} s", grace.as_secs_f64());
    if tokio::time::timeout(grace, connections.shutdown()).await.is_err() {
        tracing::warn!("stopped with requests unanswered");
    }
    Ok(())
}

fn announce(state: &State, address: SocketAddr) {
    let models: Vec<String> = state.registry.all().iter().map(|model| model.name.clone()).collect();
    let keys = if state.keys.are_wanted() { "with a key" } else { "without a key" };
    tracing::info!(%address, models = models.join(", "), "listening {keys}: http://{address}/docs");
}

async fn asked_to_stop() {
    let interrupted = async { drop(tokio::signal::ctrl_c().await) };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                () = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    interrupted.await;
}
