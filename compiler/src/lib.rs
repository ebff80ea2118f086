//! From an analysis of a Python file to a native library: capture, codegen, build and bundle.

pub mod build;
pub mod bundle;
pub mod cache;
pub mod capture;
pub mod codegen;
pub mod disk;
pub mod error;
pub mod progress;
