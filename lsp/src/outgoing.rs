//! What the server tells the client of its own accord: sent by one task, in order, so that no handler ever waits for the
//! client.

use std::time::Duration;

use tokio::sync::mpsc::UnboundedReceiver;
use tower_lsp::Client;

use crate::diagnose::Report;

/// How long the client may take to answer a question.
const PATIENCE: Duration = Duration::from_secs(10);

/// Something to tell the client.
#[derive(Debug)]
pub enum Outgoing {
    /// The diagnostics of a document.
    Publish(Report),
    /// Diagnostics, hints or lenses may be others now: the client may ask again.
    Refresh(Refresh),
}

/// What the client may ask for again.
#[derive(Debug, Clone, Copy)]
pub struct Refresh {
    /// Diagnostics.
    pub diagnostics: bool,
    /// Inlay hints.
    pub hints: bool,
    /// Code lenses.
    pub lenses: bool,
}

/// Sends until nobody has anything to tell any more.
pub async fn send(client: Client, mut outgoing: UnboundedReceiver<Outgoing>) {
    while let Some(next) = outgoing.recv().await {
        match next {
            Outgoing::Publish(report) => client.publish_diagnostics(report.uri, report.items, report.version).await,
            Outgoing::Refresh(refresh) => {
                let client = client.clone();
                tokio::spawn(async move {
                    let _ = tokio::time::timeout(PATIENCE, ask_again(&client, refresh)).await;
                });
            }
        }
    }
}

async fn ask_again(client: &Client, refresh: Refresh) {
    // A client that refuses has its reasons.
    if refresh.diagnostics {
        let _ = client.workspace_diagnostic_refresh().await;
    }
    if refresh.hints {
        let _ = client.inlay_hint_refresh().await;
    }
    if refresh.lenses {
        let _ = client.code_lens_refresh().await;
    }
}
