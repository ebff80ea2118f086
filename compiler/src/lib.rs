//! From an analysis of a Python file to a native library: capture, codegen, build and bundle.

pub mod capture;
pub mod codegen;
