//! With which threads models are computed.
//!
//! onnxruntime's defaults suit a process that runs one model at a time: each session has a thread for each core, and those
//! spin while they wait for work. Where several calls run side by side, they spin on cores that another call needs. So a process
//! that serves many callers may say otherwise, for all libraries that it loads, before it loads them.

use ort::session::builder::{BuilderResult, SessionBuilder};

/// How many threads compute one operator of a model; 0 takes one for each core.
const THREADS: &str = "HOTFORGE_MODEL_THREADS";
/// `0` lets those threads sleep while they wait.
const SPINNING: &str = "HOTFORGE_MODEL_SPINNING";

/// The builder with what the process says; onnxruntime's defaults where it says nothing.
///
/// # Errors
/// Where onnxruntime does not take it.
#[expect(clippy::result_large_err, reason = "the error gives the builder back, as those of onnxruntime's crate do")]
pub(super) fn configure(mut builder: SessionBuilder) -> BuilderResult {
    if let Some(threads) = std::env::var(THREADS).ok().and_then(|text| text.trim().parse().ok()) {
        builder = builder.with_intra_threads(threads)?;
    }
    if std::env::var(SPINNING).is_ok_and(|text| text.trim() == "0") {
        builder = builder.with_intra_op_spinning(false)?;
    }
    Ok(builder)
}
