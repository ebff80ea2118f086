//! `hotforge types`: the inferred type of every binding in a file.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use hotforge_analyzer::infer::{Binding, BindingKind, infer};
use hotforge_analyzer::source::SourceFile;
use serde::Serialize;

use crate::disk::Disk;
use crate::error::{Error, Result};

/// A row of the JSON output.
#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    /// Line and column of the name, both from 1.
    line: u32,
    col: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    function: Option<&'a str>,
    kind: BindingKind,
    name: &'a str,
    r#type: &'a [String],
}

/// Prints the bindings of a file and of the modules of its project that it imports.
///
/// # Errors
/// Where standard output cannot be written.
pub fn show(file: &Path, as_json: bool) -> Result<ExitCode> {
    let (bindings, files) = infer(&file.to_string_lossy(), &Disk);
    let rows: Vec<Row> = bindings.iter().map(|binding| row(binding, &files)).collect();
    let text = if as_json {
        serde_json::to_string_pretty(&rows).map_err(|error| Error::internal(error.to_string(), ""))? + "\n"
    } else {
        rows.iter().zip(&bindings).filter(|(_, binding)| !binding.is_item).map(|(row, _)| line(row)).collect()
    };
    // A reader that goes away, such as `head`, is no failure.
    let _ = io::stdout().write_all(text.as_bytes());
    Ok(ExitCode::SUCCESS)
}

fn row<'a>(binding: &'a Binding, files: &'a [SourceFile]) -> Row<'a> {
    let file = &files[binding.span.file.0 as usize];
    let at = file.line_column(binding.span.start);
    Row {
        file: &file.path,
        line: at.line,
        col: at.column,
        function: binding.function.as_deref(),
        kind: binding.kind,
        name: &binding.name,
        r#type: &binding.types,
    }
}

fn line(row: &Row) -> String {
    let types = if row.r#type.is_empty() { "Unknown".to_owned() } else { row.r#type.join(" | ") };
    let place = format!("{}:{}:{}", row.file, row.line, row.col);
    match row.kind {
        BindingKind::Return => format!("{place}: {}() -> {types}\n", row.function.unwrap_or(row.name)),
        _ => format!("{place}: {}: {types}\n", row.name),
    }
}
