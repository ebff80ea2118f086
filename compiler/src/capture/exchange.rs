//! Has the user's Python describe globals. What runs there is the Python package's `hotforge.capture`, which describes the
//! exchange of files.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Serialize;
use tempfile::TempDir;

use super::python::package;
use super::result::{self, Captured};
use crate::cache::{Cache, Kept};
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

/// The captured values, in the order they were asked for. Their files live as long as this.
#[derive(Debug)]
pub struct Capture {
    /// The values.
    pub values: Vec<Captured>,
    /// Where their files lie; nothing where that is the cache.
    folder: Option<TempDir>,
    /// The folder in the cache that keeps them once they are done with, where they are worth that.
    kept: Option<PathBuf>,
}

impl Capture {
    /// Keeps what was captured, for [`recall`]. Large values are not worth it; nor is one that cannot be kept an error.
    pub fn keep(self) {
        let (Some(folder), Some(kept)) = (self.folder, self.kept) else { return };
        if size(folder.path()).is_none_or(|size| size > KEPT_LIMIT) {
            return;
        }
        let _ = std::fs::remove_dir_all(&kept);
        if std::fs::rename(folder.path(), &kept).is_ok() {
            let _ = folder.keep();
        }
    }
}

/// Captures of more bytes than this are not kept.
const KEPT_LIMIT: u64 = 16 << 20;

/// Runs the module at `file` and describes the wanted globals.
///
/// # Errors
/// Where Python cannot run, or the module raises.
pub fn capture(cache: &Cache, python: &Path, file: &str, wanted: &[Wanted]) -> Result<Capture> {
    let captures = cache.kept(Kept::Captures)?;
    let folder = tempfile::Builder::new().prefix(".run-").tempdir_in(&captures).writing(&captures)?;
    let text = request_text(file, wanted, cache.folder("models")?)?;
    let request = folder.path().join("request.json");
    std::fs::write(&request, &text).writing(&request)?;
    let results = folder.path().join(VALUES);
    let mut command = Command::new(python);
    command
        .args(["-m", "hotforge.capture"])
        .args([&request, &results])
        .env("PYTHONPATH", search_path(&package(cache)?))
        .envs(ENVIRONMENT.into_iter().filter(|(name, _)| std::env::var_os(name).is_none()));
    let output = command.output().map_err(|error| failed(python, error.to_string(), ""))?;
    if !results.join(RESULT).exists() {
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(failed(python, format!("it ended with {}", output.status), &errors));
    }
    let values = read(&results, python, file, wanted)?;
    Ok(Capture { values, folder: Some(folder), kept: Some(kept(&captures, python, &text)) })
}

/// Has somebody else describe the wanted globals, who is given the paths of the request and of the folder for the results.
///
/// # Errors
/// Where that fails, or describes them wrongly.
pub fn ask(
    cache: &Cache,
    python: &Path,
    file: &Path,
    wanted: &[Wanted],
    ask: &dyn Fn(&Path, &Path) -> Result<()>,
) -> Result<Capture> {
    let captures = cache.kept(Kept::Captures)?;
    let folder = tempfile::Builder::new().prefix(".run-").tempdir_in(&captures).writing(&captures)?;
    let file = file.to_string_lossy();
    let request = folder.path().join("request.json");
    std::fs::write(&request, request_text(&file, wanted, cache.folder("models")?)?).writing(&request)?;
    let results = folder.path().join(VALUES);
    ask(&request, &results)?;
    let values = read(&results, python, &file, wanted)?;
    Ok(Capture { values, folder: Some(folder), kept: None })
}

/// What the globals were when they were last captured; nothing where none was kept. They may be others now.
pub fn recall(cache: &Cache, python: &Path, file: &str, wanted: &[Wanted]) -> Option<Capture> {
    let request = request_text(file, wanted, cache.folder("models").ok()?).ok()?;
    let kept = kept(&cache.kept(Kept::Captures).ok()?, python, &request);
    let values = read(&kept.join(VALUES), python, file, wanted).ok()?;
    Cache::mark_used(&kept);
    Some(Capture { values, folder: None, kept: None })
}

/// What Python is told where the user tells it nothing.
const ENVIRONMENT: [(&str, &str); 2] = [
    // A set of text is iterated in the same order each time, so that the same module gives the same library.
    ("PYTHONHASHSEED", "0"),
    // numpy's idle threads soon sleep (OpenBLAS's manual, "runtime variables"): rustc is at work beside them.
    ("OPENBLAS_THREAD_TIMEOUT", "4"),
];

/// The folder below a capture's that holds the values, and the file in it that describes them.
const VALUES: &str = "values";
const RESULT: &str = "result.json";

fn read(results: &Path, python: &Path, file: &str, wanted: &[Wanted]) -> Result<Vec<Captured>> {
    let path = results.join(RESULT);
    let text = std::fs::read_to_string(&path).reading(&path)?;
    result::read(&text, results, file, wanted.len(), python)
}

/// The folder that keeps what Python answered to a request.
fn kept(captures: &Path, python: &Path, request: &str) -> PathBuf {
    let mut hasher = blake3::Hasher::new();
    hasher.update(python.as_os_str().as_encoded_bytes()).update(b"\0").update(request.as_bytes());
    captures.join(&hasher.finalize().to_hex()[..24])
}

/// How many bytes the files of a capture have; nothing where that cannot be told.
fn size(folder: &Path) -> Option<u64> {
    let entries = std::fs::read_dir(folder.join(VALUES)).ok()?;
    entries.map(|entry| entry.and_then(|entry| entry.metadata()).map(|metadata| metadata.len()).ok()).sum()
}

fn request_text(file: &str, wanted: &[Wanted], models: PathBuf) -> Result<String> {
    let file = absolute(file);
    let root = project_root(&file);
    let globals = wanted.iter().map(|global| RequestedGlobal { file: absolute(&global.file), name: &global.name });
    let request = Request { root, models, globals: globals.collect(), file };
    serde_json::to_string(&request)
        .map_err(|error| Error::Usage { message: format!("a path is not valid Unicode: {error}"), help: None })
}

pub(crate) fn absolute(path: &str) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.into())
}

/// The nearest folder above that looks like a project, or else the file's own.
pub(crate) fn project_root(file: &Path) -> PathBuf {
    let own = file.parent().unwrap_or(file);
    let is_project =
        |folder: &&Path| ["pyproject.toml", "setup.py", ".git"].iter().any(|mark| folder.join(mark).exists());
    own.ancestors().find(is_project).unwrap_or(own).to_owned()
}

/// Our package before what the user has on the path, so that its version is this program's.
pub(crate) fn search_path(package: &Path) -> std::ffi::OsString {
    let users = std::env::var_os("PYTHONPATH").unwrap_or_default();
    let entries = std::iter::once(package.to_owned()).chain(std::env::split_paths(&users));
    std::env::join_paths(entries).unwrap_or_else(|_| package.into())
}

pub(crate) fn failed(python: &Path, message: String, output: &str) -> Error {
    Error::Capture { python: python.into(), message, output: output.to_owned() }
}
