//! Trial: a predictor called in both forms, the compiled library and the Python function, in the user's Python. What
//! runs there is the Python package's `hotforge.trial`, which describes the exchange of files.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::cache::Cache;
use crate::capture::{absolute, failed, package, project_root, search_path};
use crate::error::{Error, OnPath, Result};
use crate::progress::Progress;

/// How long the module and its function may take once the library has answered.
const PATIENCE: Duration = Duration::from_secs(15);
/// How often it is looked whether the process is done.
const TICK: Duration = Duration::from_millis(10);

/// What is tried.
#[derive(Debug, Serialize)]
pub struct Request<'a> {
    /// The file that was compiled.
    pub file: PathBuf,
    /// The folder of its bundle.
    pub bundle: PathBuf,
    /// The predictor.
    pub predictor: &'a str,
    /// Its arguments by name.
    pub arguments: &'a Map<String, Value>,
}

#[derive(Serialize)]
struct Written<'a> {
    root: PathBuf,
    #[serde(flatten)]
    request: &'a Request<'a>,
}

/// Calls the predictor in both forms: `{"native": …, "python": …}`, each as `hotforge.trial` describes it. `python` is an
/// error where the function takes too long.
///
/// # Errors
/// Where Python cannot run, or its process dies before the library has answered.
pub fn trial(cache: &Cache, python: &Path, request: &Request<'_>, progress: &dyn Progress) -> Result<Value> {
    let trials = cache.folder("trials")?;
    let folder = tempfile::Builder::new().prefix(".run-").tempdir_in(&trials).writing(&trials)?;
    let file = absolute(&request.file.to_string_lossy());
    let written = Written { root: project_root(&file), request };
    let text = serde_json::to_string(&written)
        .map_err(|error| Error::Usage { message: format!("a path is not valid Unicode: {error}"), help: None })?;
    let path = folder.path().join("request.json");
    std::fs::write(&path, text).writing(&path)?;

    let (results, errors) = (folder.path().join("results"), folder.path().join("stderr.txt"));
    let mut command = Command::new(python);
    command
        .args(["-m", "hotforge.trial"])
        .args([&path, &results])
        .env("PYTHONPATH", search_path(&package(cache)?))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(File::create(&errors).writing(&errors)?);
    let child = command.spawn().map_err(|error| failed(python, error.to_string(), ""))?;
    let end = wait(Running(child), &results, progress).reading(python)?;

    let Some(native) = read(&results.join("native.json")) else {
        let end = end.map_or("it was ended".to_owned(), |status| format!("it ended with {status}"));
        return Err(failed(python, end, &std::fs::read_to_string(&errors).unwrap_or_default()));
    };
    let missing = || match end {
        None => format!("not done after {} seconds", PATIENCE.as_secs()),
        Some(status) => format!("the process ended with {status}"),
    };
    let outcome = read(&results.join("python.json")).unwrap_or_else(|| json!({ "error": missing(), "outcome": null }));
    Ok(json!({ "native": native, "python": outcome }))
}

/// A process that ends with this value: nobody waits for it any more.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits for the process; nothing where Python had its time after the library answered.
fn wait(mut running: Running, results: &Path, progress: &dyn Progress) -> std::io::Result<Option<ExitStatus>> {
    let native = results.join("native.json");
    let mut answered: Option<Instant> = None;
    loop {
        if let Some(status) = running.0.try_wait()? {
            return Ok(Some(status));
        }
        if answered.is_none() && native.exists() {
            answered = Some(Instant::now());
            progress.stage("run in Python");
        }
        if answered.is_some_and(|since| since.elapsed() > PATIENCE) {
            return Ok(None);
        }
        progress.waiting();
        std::thread::sleep(TICK);
    }
}

fn read(path: &Path) -> Option<Value> {
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}
