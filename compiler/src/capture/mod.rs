//! Capture: the values of the module globals that a predictor reads, from running the module once in the user's
//! Python. What runs there is the Python package's `hotforge.capture`, which describes the exchange of files.

mod python;
mod result;
mod types;
pub mod value;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Serialize;
use tempfile::TempDir;

pub use python::find;
pub use result::Captured;
pub use types::type_of;

use crate::cache::Cache;
use crate::error::{Error, OnPath, Result};

/// A global that is wanted: the file of its module, as the analysis names it, and its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wanted {
    /// The file of the module.
    pub file: String,
    /// The name of the global.
    pub name: String,
}

#[derive(Serialize)]
struct Request<'a> {
    file: PathBuf,
    root: PathBuf,
    models: PathBuf,
    globals: Vec<RequestedGlobal<'a>>,
}

#[derive(Serialize)]
struct RequestedGlobal<'a> {
    file: PathBuf,
    name: &'a str,
}

/// The captured values, in the order they were asked for, and the folder that their files lie in.
#[derive(Debug)]
pub struct Capture {
    /// The values.
    pub values: Vec<Captured>,
    /// Deleted with this.
    pub folder: TempDir,
}

/// Runs the module at `file` and describes the wanted globals.
///
/// # Errors
/// Where Python cannot run, or the module raises.
pub fn capture(cache: &Cache, python: &Path, file: &str, wanted: &[Wanted]) -> Result<Capture> {
    let folder = tempfile::Builder::new().prefix("hotforge-capture-").tempdir().writing(&std::env::temp_dir())?;
    let request = folder.path().join("request.json");
    std::fs::write(&request, request_text(file, wanted, cache.folder("models")?)?).writing(&request)?;
    let results = folder.path().join("values");
    let output = Command::new(python)
        .args(["-m", "hotforge.capture"])
        .args([&request, &results])
        .env("PYTHONPATH", search_path(&python::package(cache)?))
        .output()
        .map_err(|error| failed(python, error.to_string(), ""))?;
    let Ok(text) = std::fs::read_to_string(results.join("result.json")) else {
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(failed(python, format!("it ended with {}", output.status), &errors));
    };
    let values = result::read(&text, &results, file, wanted.len(), python)?;
    Ok(Capture { values, folder })
}

fn request_text(file: &str, wanted: &[Wanted], models: PathBuf) -> Result<String> {
    let file = absolute(file);
    let root = project_root(&file);
    let globals = wanted.iter().map(|global| RequestedGlobal { file: absolute(&global.file), name: &global.name });
    let request = Request { root, models, globals: globals.collect(), file };
    serde_json::to_string(&request)
        .map_err(|error| Error::Usage { message: format!("a path is not valid Unicode: {error}"), help: None })
}

fn absolute(path: &str) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.into())
}

/// The nearest folder above that looks like a project, or else the file's own.
fn project_root(file: &Path) -> PathBuf {
    let own = file.parent().unwrap_or(file);
    let is_project =
        |folder: &&Path| ["pyproject.toml", "setup.py", ".git"].iter().any(|mark| folder.join(mark).exists());
    own.ancestors().find(is_project).unwrap_or(own).to_owned()
}

/// Our package before what the user has on the path, so that its version is this program's.
fn search_path(package: &Path) -> std::ffi::OsString {
    let users = std::env::var_os("PYTHONPATH").unwrap_or_default();
    let entries = std::iter::once(package.to_owned()).chain(std::env::split_paths(&users));
    std::env::join_paths(entries).unwrap_or_else(|_| package.into())
}

fn failed(python: &Path, message: String, output: &str) -> Error {
    Error::Capture { python: python.into(), message, output: output.to_owned() }
}
