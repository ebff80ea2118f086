//! Commands: compile, run, show what is generated, capture globals. Each is a task of its own with progress, and can be
//! cancelled between its stages.

use std::any::Any;
use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use hotforge_compiler::build::Purpose;
use hotforge_compiler::cache::Cache;
use hotforge_compiler::capture;
use hotforge_compiler::codegen::Models;
use hotforge_compiler::compile::{Choices, Ready, compile, crate_name, generate, prepare};
use hotforge_compiler::error::Error as CompileError;
use hotforge_compiler::progress::Progress;
use hotforge_compiler::{Outcome, StageTimes, trial};
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tower_lsp::Client;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::{NumberOrString, Uri};

use crate::diagnose;
use crate::document::path_of;
use crate::owner::{Event, Owner};
use crate::state::Snapshot;

/// The commands that the server knows.
pub const COMMANDS: [&str; 8] = [COMPILE, RUN, TRIAL, SHOW_RUST, SHOW_IR, CAPTURE, SIGNATURES, GRAPH];
/// Compiles a file: `[uri]`. Gives the bundle and how long each stage took.
pub const COMPILE: &str = "hotforge.server.compile";
/// Compiles a file and calls a predictor: `[uri, predictor, {parameter: value}]`. Gives the result and the time.
pub const RUN: &str = "hotforge.server.run";
/// As [`RUN`], and calls the Python function too: gives what came of each and how long it took, as
/// `hotforge_compiler::trial` describes it. What the predictor raises is a result.
pub const TRIAL: &str = "hotforge.server.trial";
/// The generated Rust: `[uri]`. Gives the text and which line comes from which.
pub const SHOW_RUST: &str = "hotforge.server.showRust";
/// The typed IR as JSON: `[uri]`.
pub const SHOW_IR: &str = "hotforge.server.showIr";
/// Runs the module and keeps the types of its globals: `[uri]`. Gives names and types.
pub const CAPTURE: &str = "hotforge.server.capture";
/// The predictors of a file with their parameters: `[uri]`. Runs nothing.
pub const SIGNATURES: &str = "hotforge.server.signatures";
/// The graph of a predictor: `[uri, predictor]`. Runs nothing.
pub const GRAPH: &str = "hotforge.server.graph";

/// How long the client may take to answer that it will show progress.
const PATIENCE: Duration = Duration::from_secs(5);

/// The tasks that can be cancelled, by the token of their progress.
#[derive(Debug, Clone, Default)]
pub struct Running(Arc<Mutex<HashMap<String, Arc<AtomicBool>>>>);

impl Running {
    /// Cancels the task with this token: it stops before its next stage.
    pub fn cancel(&self, token: &Value) {
        let token = token.as_str().map_or_else(|| token.to_string(), str::to_owned);
        if let Some(flag) = self.tasks().get(&token) {
            flag.store(true, Ordering::Relaxed);
        }
    }

    fn tasks(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<AtomicBool>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a command needs of the server.
#[derive(Debug, Clone)]
pub struct Commander {
    /// The client, for progress.
    pub client: Client,
    /// The owner, who is told of captured types.
    pub owner: Owner,
    /// The tasks that can be cancelled.
    pub running: Running,
}

/// Takes a task off the list when it is over, however it ends, and has it stop when nobody waits for it any more.
struct Listed {
    running: Running,
    token: String,
    flag: Arc<AtomicBool>,
}

impl Drop for Listed {
    fn drop(&mut self) {
        self.flag.store(true, Ordering::Relaxed);
        self.running.tasks().remove(&self.token);
    }
}

impl Commander {
    /// Carries a command out and gives what it gives.
    ///
    /// # Errors
    /// Where there is no such command, its arguments make no sense, or it fails.
    pub async fn execute(&self, snapshot: Snapshot, command: String, arguments: Vec<Value>) -> Result<Value> {
        let uri: Uri = arguments
            .first()
            .and_then(Value::as_str)
            .and_then(|uri| uri.parse().ok())
            .ok_or_else(|| Error::invalid_params("the first argument is the address of the file"))?;
        let title = match command.as_str() {
            COMPILE => "Compile",
            RUN | TRIAL => "Run",
            SHOW_RUST | SHOW_IR => "Generate",
            CAPTURE => "Capture globals",
            SIGNATURES | GRAPH => {
                let answer = move || crate::features::describe(&snapshot, &uri, &command, arguments.get(1));
                return tokio::task::spawn_blocking(answer).await.map_err(|_| Error::internal_error());
            }
            _ => return Err(Error::invalid_params(format!("there is no command {command}"))),
        };
        let path = saved(&snapshot, &uri)?;
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let token = format!("hotforge/{}", NEXT.fetch_add(1, Ordering::Relaxed));
        let flag = Arc::new(AtomicBool::new(false));
        self.running.tasks().insert(token.clone(), flag.clone());
        // Dropped when the client cancels the request: that stops the task too.
        let listed = Listed { running: self.running.clone(), token: token.clone(), flag: flag.clone() };
        let (stages, received) = unbounded_channel();
        if snapshot.state().client.shows_progress {
            let title = format!("{title} {}", path.file_name().unwrap_or_default().to_string_lossy());
            tokio::spawn(show_progress(self.client.clone(), token, title, received));
        }
        let owner = self.owner.clone();
        let task = Task { snapshot, uri, path, arguments, progress: Stages { stages, flag }, owner };
        let done = tokio::task::spawn_blocking(move || {
            std::panic::catch_unwind(AssertUnwindSafe(|| task.run(&command)))
                .unwrap_or_else(|panic| Err(of_panic(&*panic)))
        });
        let result = done.await.unwrap_or_else(|_| Err(Error::internal_error()));
        drop(listed);
        result
    }
}

/// What a stage throws to end a task that was cancelled.
struct Cancelled;

fn of_panic(panic: &(dyn Any + Send)) -> Error {
    if panic.is::<Cancelled>() {
        return Error::request_cancelled();
    }
    let mut error = Error::internal_error();
    error.message = "internal error: hotforge panicked; what it was doing is on stderr".into();
    error
}

/// The path of a file that is as the editor shows it: Python and rustc read the disk.
fn saved(snapshot: &Snapshot, uri: &Uri) -> Result<PathBuf> {
    let refuse =
        |message: &str| Err(Error { code: ErrorCode::ServerError(1), message: message.to_owned().into(), data: None });
    if snapshot.notebook_of(uri).is_some() {
        return refuse("a notebook is compiled by %%compile in the cell");
    }
    let path = path_of(uri);
    match (snapshot.document_at(&path), std::fs::read(&path)) {
        (_, Err(_)) => refuse("save the file first: it is not on the disk"),
        (Some(document), Ok(bytes)) if document.text().as_bytes() != bytes => refuse("save the file first"),
        _ => Ok(PathBuf::from(path)),
    }
}

/// Tells the stages of a compile, and ends it where it was cancelled.
struct Stages {
    stages: UnboundedSender<(String, Option<u32>)>,
    flag: Arc<AtomicBool>,
}

impl Stages {
    fn check(&self) {
        if self.flag.load(Ordering::Relaxed) {
            std::panic::resume_unwind(Box::new(Cancelled));
        }
    }
}

impl Progress for Stages {
    fn stage(&self, name: &'static str) {
        self.check();
        let _ = self.stages.send((name.to_owned(), None));
    }

    fn crates(&self, done: usize, total: usize, name: &str) {
        self.check();
        let percentage = (done * 100 / total.max(1)) as u32;
        let _ = self.stages.send((format!("runtime: {name} ({done} of {total})"), Some(percentage)));
    }

    fn warn(&self, message: &str) {
        let _ = self.stages.send((message.to_owned(), None));
    }

    fn waiting(&self) {
        self.check();
    }
}

async fn show_progress(
    client: Client,
    token: String,
    title: String,
    mut stages: tokio::sync::mpsc::UnboundedReceiver<(String, Option<u32>)>,
) {
    let token = NumberOrString::String(token);
    let asked = tokio::time::timeout(PATIENCE, client.create_work_done_progress(token.clone())).await;
    if !matches!(asked, Ok(Ok(()))) {
        return;
    }
    let progress = client.progress(token, title).with_percentage(0).with_cancel_button().begin().await;
    while let Some((stage, percentage)) = stages.recv().await {
        progress.report_with_message(stage, percentage.unwrap_or(0), Some(true)).await;
    }
    progress.finish().await;
}

struct Task {
    snapshot: Snapshot,
    uri: Uri,
    path: PathBuf,
    arguments: Vec<Value>,
    progress: Stages,
    owner: Owner,
}

impl Task {
    fn run(&self, command: &str) -> Result<Value> {
        match command {
            COMPILE => self.compile().map(|compiled| compiled.unwrap_or_else(|refused| refused)),
            RUN => match self.compile()? {
                Ok(compiled) => self.call(&compiled),
                Err(refused) => Ok(refused),
            },
            TRIAL => match self.compile()? {
                Ok(compiled) => self.trial(compiled),
                Err(refused) => Ok(refused),
            },
            SHOW_RUST => self.prepared(|ready| self.rust(ready)),
            SHOW_IR => self
                .prepared(|ready| serde_json::to_value(&ready.analysis.program).map_err(|_| Error::internal_error())),
            _ => self.prepared(|ready| Ok(self.captured(ready))),
        }
    }

    fn choices(&self) -> Choices {
        let configuration = self.snapshot.configuration(&path_of(&self.uri));
        let beside = self.path.parent().unwrap_or(Path::new(".")).join("build");
        Choices {
            output: configuration.output.as_ref().map_or(beside, PathBuf::from),
            python: configuration.python.as_ref().map(PathBuf::from),
            onnxruntime: configuration.onnxruntime.as_ref().map(PathBuf::from),
            models: Models::Embedded,
            flags: Vec::new(),
            purpose: Purpose::Running,
        }
    }

    /// The compiled bundle, or the diagnostics that refuse it.
    fn compile(&self) -> Result<std::result::Result<Value, Value>> {
        Ok(match compile(&self.path, &self.choices(), &self.progress).map_err(of_compile)? {
            Outcome::Refused(_) => Err(self.refused()),
            Outcome::Done(compiled) => {
                let path = self.path.to_string_lossy().into_owned();
                self.owner.tell(Event::Captured(path, Arc::new(compiled.analysis), compiled.sizes));
                Ok(json!({ "bundle": compiled.bundle, "times": compiled.times, "cached": compiled.cached }))
            }
        })
    }

    fn refused(&self) -> Value {
        json!({ "diagnostics": diagnose::report(&self.snapshot, &self.uri).items })
    }

    fn prepared(&self, give: impl FnOnce(&Ready) -> Result<Value>) -> Result<Value> {
        let cache = Cache::open(&self.progress).map_err(of_compile)?;
        let mut times = StageTimes::default();
        match prepare(&self.path, &cache, &self.choices(), &mut times, &self.progress).map_err(of_compile)? {
            Outcome::Refused(_) => Ok(self.refused()),
            Outcome::Done(ready) => give(&ready),
        }
    }

    /// The generated Rust and the lines that belong together, both from 0.
    fn rust(&self, ready: &Ready) -> Result<Value> {
        self.progress.stage("codegen");
        let (generated, _) =
            generate(ready, &crate_name(&self.path), "any", Models::Embedded, Purpose::Running).map_err(of_compile)?;
        let pairs: Vec<Value> = generated
            .line_map
            .iter()
            .map(|mapping| {
                let file = ready.analysis.file(mapping.span.file);
                json!({ "rust": mapping.rust_line - 1, "python": file.line(mapping.span.start) - 1, "path": file.path })
            })
            .collect();
        Ok(json!({ "text": generated.rust, "lines": pairs }))
    }

    fn captured(&self, ready: &Ready) -> Value {
        let program = &ready.analysis.program;
        let sizes = ready.sizes();
        let globals: Vec<Value> = program
            .globals
            .iter()
            .zip(&sizes)
            .map(|(global, bytes)| json!({ "name": global.name, "type": global.ty.to_string(), "bytes": bytes }))
            .collect();
        let path = self.path.to_string_lossy().into_owned();
        self.owner.tell(Event::Captured(path, Arc::new(ready.analysis.clone()), sizes));
        json!({ "globals": globals })
    }

    /// Calls the compiled predictor and the Python function in a process of the user's Python.
    fn trial(&self, mut answer: Value) -> Result<Value> {
        self.progress.stage("run");
        let no_arguments = serde_json::Map::new();
        let request = trial::Request {
            file: self.path.clone(),
            bundle: answer["bundle"].as_str().unwrap_or_default().into(),
            predictor: self.arguments.get(1).and_then(Value::as_str).unwrap_or_default(),
            arguments: self.arguments.get(2).and_then(Value::as_object).unwrap_or(&no_arguments),
        };
        let cache = Cache::open(&self.progress).map_err(of_compile)?;
        let python = capture::find(self.choices().python.as_deref()).map_err(of_compile)?;
        answer["trial"] = trial::trial(&cache, &python, &request, &self.progress).map_err(of_compile)?;
        Ok(answer)
    }

    /// Calls the compiled predictor in a process of its own: what the user's code does there cannot harm the server.
    fn call(&self, compiled: &Value) -> Result<Value> {
        self.progress.stage("run");
        let predictor = self.arguments.get(1).and_then(Value::as_str);
        let mut command = Command::new(beside_this("hotforge"));
        command.arg("run").arg(compiled["bundle"].as_str().unwrap_or_default()).arg("--time").arg("--full");
        if let Some(predictor) = predictor {
            command.arg("--predictor").arg(predictor);
        }
        for (name, value) in self.arguments.get(2).and_then(Value::as_object).into_iter().flatten() {
            command.arg(format!("--{name}")).arg(value.to_string());
        }
        let output = command.output().map_err(|error| failed(format!("hotforge cannot be started: {error}"), None))?;
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        if !output.status.success() {
            let headline = err.lines().rfind(|line| !line.trim().is_empty() && !line.starts_with("help"));
            return Err(failed(headline.unwrap_or("the predictor failed").to_owned(), Some(json!(err))));
        }
        let result: Value = serde_json::from_str(&out).unwrap_or_else(|_| json!(out.trim_end()));
        let milliseconds: Option<f64> =
            err.lines().rev().find_map(|line| line.strip_suffix(" ms")?.trim().parse().ok());
        let mut answer = compiled.clone();
        answer["result"] = result;
        answer["milliseconds"] = json!(milliseconds);
        Ok(answer)
    }
}

/// A program that was installed beside this one, or is on the PATH.
fn beside_this(name: &str) -> PathBuf {
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let beside = std::env::current_exe().ok().and_then(|program| Some(program.parent()?.join(&name)));
    beside.filter(|path| path.is_file()).unwrap_or_else(|| name.into())
}

fn failed(message: String, data: Option<Value>) -> Error {
    Error { code: ErrorCode::ServerError(2), message: message.into(), data }
}

fn of_compile(error: CompileError) -> Error {
    let report = error.report();
    let help = report.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    failed(format!("{}{help}", report.message), serde_json::to_value(&report).ok())
}
