//! From an analysis of a Python file to a native library: capture, codegen, build and bundle.
//!
//! Without the feature `native` there is what needs no file and no process, and so runs in the browser: codegen, the
//! manifest, and the values of globals that the source itself tells.

#[cfg(feature = "native")]
mod ahead;
#[cfg(feature = "native")]
mod bar;
#[cfg(feature = "native")]
mod bindings;
#[cfg(feature = "native")]
pub mod build;
pub mod bundle;
#[cfg(feature = "native")]
pub mod cache;
pub mod capture;
#[cfg(feature = "native")]
pub mod cli;
pub mod codegen;
#[cfg(feature = "native")]
pub mod compile;
#[cfg(feature = "native")]
pub mod disk;
#[cfg(feature = "native")]
pub mod error;
#[cfg(feature = "native")]
pub mod export;
mod keywords;
#[cfg(feature = "native")]
pub mod progress;
#[cfg(feature = "native")]
pub mod run;
#[cfg(feature = "native")]
mod session;
#[cfg(feature = "native")]
pub mod terminal;
#[cfg(feature = "native")]
pub mod trial;
#[cfg(feature = "native")]
mod view;
#[cfg(feature = "native")]
pub mod wrappers;

#[cfg(feature = "native")]
pub use compile::{Compiled, Outcome, StageTimes, check, compile};
