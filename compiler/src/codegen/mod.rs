//! From the typed IR and the captured values of globals to one Rust file that a person can read.
//!
//! # Architecture invariant
//!
//! Codegen is pure: it opens no file and starts nothing, so that it also runs in the browser. It builds token trees
//! and prints them; it never pastes strings of Rust.

mod boundary;
mod bounds;
mod brief;
mod call;
mod choosing;
mod classes;
mod closure;
mod comprehension;
mod constant;
mod context;
mod convert;
mod counting;
mod data;
mod enumeration;
mod exceptions;
mod expression;
mod floats;
mod flow;
mod format;
mod frames;
mod function;
mod fusion;
mod generator;
mod globals;
mod lines;
mod locals;
mod model;
mod names;
mod operator;
mod pace;
mod program;
mod recursion;
mod regions;
mod shown;
mod statement;
mod typed;
mod types;
mod unions;
mod unwinding;
mod views;

use std::path::PathBuf;
use std::sync::Arc;

use hotforge_analyzer::Analysis;
use hotforge_analyzer::source::Span;

use crate::capture::value::CapturedValue;

pub use typed::{Plain, TypedFunction, typed_functions};

/// What the user chose.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Where models and tokenizers are kept.
    pub models: Models,
    /// The manifest of the library, JSON.
    pub manifest: String,
    /// Whether a debugger looks for every variable, also for those that are quicker without.
    pub keeps_variables: bool,
}

/// Where models and tokenizers are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Models {
    /// In the library.
    #[default]
    Embedded,
    /// In files beside the library.
    Beside,
}

/// A generated library.
#[derive(Debug, Clone)]
pub struct Generated {
    /// The text of the Rust file.
    pub rust: String,
    /// Which Python line each part of it comes from, in order.
    pub line_map: Vec<LineMapping>,
    /// The files that it needs.
    pub blobs: Vec<Blob>,
    /// Rust that a debugger needs beside it, to show variables.
    pub shown: String,
}

/// From this line of the Rust file on, up to the next mapping, the code comes from this span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineMapping {
    /// A line of the Rust file, from 1.
    pub rust_line: u32,
    /// The Python statement.
    pub span: Span,
}

/// A file that a generated library needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blob {
    /// Its name.
    pub name: String,
    /// Where its content comes from.
    pub content: BlobContent,
    /// Where it is needed.
    pub place: BlobPlace,
}

/// Where the content of a blob comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlobContent {
    /// These bytes.
    Bytes(Arc<[u8]>),
    /// This file.
    File(PathBuf),
}

/// Where a blob is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlobPlace {
    /// Beside the Rust file while it is compiled.
    Source,
    /// Beside the library when it is loaded.
    Library,
}

/// Something in a program that codegen has no Rust for. The analyzer should have told it: an error of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Where it stands, if it is known.
    pub span: Option<Span>,
    /// What it is.
    pub message: String,
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refused {}

/// Generates the library of an analysed file. `values` has one value for each of the program's globals.
///
/// # Errors
/// Where the program holds something that has no Rust, which is an error of the analyzer's or of codegen's.
pub fn generate(analysis: &Analysis, values: &[CapturedValue], options: &Options) -> Result<Generated, Refused> {
    program::generate(analysis, values, options)
}

#[cfg(test)]
mod tests;
