//! The analyzer: from the source text of a Python file to an [`Analysis`] of it — the typed IR of every predictor,
//! the static type of every expression by source range, and diagnostics.
//!
//! # Architecture invariant
//!
//! The analyzer is pure. It opens no file, starts no thread or process and reads no clock: whatever it needs of the
//! outside world it asks of a [`Files`], so the same code runs in the terminal, the language server and the browser.
//! Any text at all gives an `Analysis`; nothing here returns a `Result` to say that the user's program is wrong.

pub mod analysis;
pub mod catalog;
pub mod diagnostics;
pub mod ide;
pub mod infer;
pub mod ir;
pub mod onnx;
pub mod scope;
pub mod source;
pub mod syntax;
pub mod trace;
pub mod types;

pub use analysis::{Analysis, analyze};
pub use diagnostics::{Code, Diagnostic};
pub use source::{Files, SourceFile, Span};
pub use trace::Incremental;
pub use types::Type;
