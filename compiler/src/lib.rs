//! From an analysis of a Python file to a native library: capture, codegen, build and bundle.

mod ahead;
mod bar;
mod bindings;
pub mod build;
pub mod bundle;
pub mod cache;
pub mod capture;
pub mod cli;
pub mod codegen;
pub mod compile;
pub mod disk;
pub mod error;
pub mod export;
pub mod progress;
pub mod run;
mod session;
pub mod terminal;
pub mod trial;
mod view;
pub mod wrappers;

pub use compile::{Compiled, Outcome, StageTimes, check, compile};
