//! Looks whether bundles have changed. Once a second the files are asked, which is right on every file system, those of networks
//! and containers included, where notifications do not come.

use std::sync::Arc;
use std::time::Duration;

use crate::State;

const PAUSE: Duration = Duration::from_secs(1);

/// Serves bundles as they are, for as long as the server runs.
pub async fn watch(state: Arc<State>) {
    if state.settings.no_reload {
        return;
    }
    loop {
        tokio::time::sleep(PAUSE).await;
        let state = state.clone();
        let _ = tokio::task::spawn_blocking(move || state.registry.reload()).await;
    }
}
