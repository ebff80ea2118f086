//! Compiling functions of a live Python session: a notebook's kernel, an interpreter.
//!
//! ```text
//! hotforge session REQUEST.json
//! ```
//!
//! The session (`hotforge.session` in Python) puts the sources of the functions, and of what they mention, together into one
//! text, and tells where each part comes from. Nothing is run for the values of globals: the session is asked for them, which
//! has them. So the two talk while this runs. Each line of standard output is a JSON object:
//!
//! | line | |
//! |---|---|
//! | `{"stage": "rustc"}` | what goes on |
//! | `{"crates": [3, 120, "syn"]}` | how far the build of the runtime is, which happens once |
//! | `{"warning": "…"}` | |
//! | `{"capture": REQUEST, "results": FOLDER}` | values are wanted, as `hotforge.capture` describes it: once they are there the session answers with an empty line |
//! | `{"result": {…}}` | the last one |
//!
//! The result is what `hotforge compile --json` prints, with a `view` of the program: see [`crate::view`].

use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hotforge_analyzer::source::{Origin, ReadSeek};
use hotforge_analyzer::{Analysis, Files};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::build::{Purpose, Toolchain};
use crate::cache::Cache;
use crate::capture::{self, Wanted};
use crate::codegen::Models;
use crate::compile::{Choices, Outcome, Ready, Source, StageTimes, build_bundle, generate, prepare_with};
use crate::disk::Disk;
use crate::error::{Error, OnPath, Result};
use crate::progress::Progress;
use crate::view::{report, view};

/// What a session wants.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    /// The path of the text, which need not be on the disk: imports are found from there.
    file: PathBuf,
    /// The text.
    text: String,
    /// Where its parts come from.
    origins: Vec<Origin>,
    /// The name of the bundle.
    name: String,
    /// What is wanted.
    want: Want,
    /// Whether models and tokenizers are put into the library itself.
    embed: bool,
    /// The ONNX Runtime library, where the session knows one.
    onnxruntime: Option<PathBuf>,
    /// The interpreter of the session.
    python: PathBuf,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Want {
    /// A bundle below that folder.
    Bundle(PathBuf),
    /// What is known of the program before it is built.
    Check,
    /// The generated Rust.
    Rust,
    /// The typed IR.
    Ir,
}

/// Does what the request says, and prints what comes of it.
///
/// # Errors
/// As a compile.
pub fn run(request: &Path) -> Result<()> {
    let text = std::fs::read_to_string(request).reading(request)?;
    let request: Request = serde_json::from_str(&text)
        .map_err(|error| Error::Usage { message: format!("the request is not as agreed: {error}"), help: None })?;
    let result = answer(&request)?;
    say(&json!({ "result": result }))
}

fn answer(request: &Request) -> Result<Value> {
    let cache = Cache::open(&Lines)?;
    let mut times = StageTimes::default();
    let ask = |missing: &[Wanted]| {
        Lines.stage("capture");
        capture::ask(&cache, &request.python, &request.file, missing, &ask)
    };
    let files = Text { request };
    let source = Source { file: &request.file, files: &files, capture: &ask, is_live: true };
    let ready = match prepare_with(&source, &mut times, &Lines)? {
        Outcome::Done(ready) => ready,
        Outcome::Refused(analysis) => return Ok(refused(&analysis)),
    };
    let models = if request.embed { Models::Embedded } else { Models::Beside };
    match &request.want {
        Want::Check => Ok(checked(&ready, None)),
        Want::Rust => {
            let (generated, _) = generate(&ready, &request.name, "any", models, Purpose::Running)?;
            Ok(with(checked(&ready, Some(&generated)), "text", json!(generated.rust)))
        }
        Want::Ir => {
            let text = serde_json::to_string_pretty(&ready.analysis.program)
                .map_err(|error| Error::internal(error.to_string(), ""))?;
            Ok(with(checked(&ready, None), "text", json!(text)))
        }
        Want::Bundle(output) => bundle(request, ready, &cache, times, models, output),
    }
}

fn bundle(
    request: &Request,
    ready: Ready,
    cache: &Cache,
    mut times: StageTimes,
    models: Models,
    output: &Path,
) -> Result<Value> {
    let choices = Choices {
        output: output.to_owned(),
        python: Some(request.python.clone()),
        onnxruntime: request.onnxruntime.clone(),
        models,
        flags: Vec::new(),
        purpose: Purpose::Running,
    };
    let toolchain = Toolchain::find()?;
    let compiled = build_bundle(ready, &toolchain, None, &request.name, cache, &choices, &mut times, &Lines)?;
    let shown = view(&compiled.analysis, &compiled.sizes, Some(&compiled.generated));
    Ok(with(report(&compiled.analysis, Some(&compiled)), "view", shown))
}

fn refused(analysis: &Analysis) -> Value {
    with(report(analysis, None), "view", view(analysis, &[], None))
}

fn checked(ready: &Ready, generated: Option<&crate::codegen::Generated>) -> Value {
    with(report(&ready.analysis, None), "view", view(&ready.analysis, &ready.sizes(), generated))
}

fn with(mut object: Value, key: &str, value: Value) -> Value {
    object[key] = value;
    object
}

/// Asks the session, and waits for its answer.
fn ask(request: &Path, results: &Path) -> Result<()> {
    say(&json!({ "capture": request, "results": results }))?;
    let mut line = String::new();
    match io::stdin().lock().read_line(&mut line) {
        Ok(read) if read > 0 => Ok(()),
        _ => Err(Error::Usage { message: "the session is gone".into(), help: None }),
    }
}

fn say(line: &Value) -> Result<()> {
    let mut out = io::stdout().lock();
    let written = writeln!(out, "{line}").and_then(|()| out.flush());
    written.map_err(|error| Error::Usage { message: format!("the session does not listen: {error}"), help: None })
}

/// Progress as lines for the session; where it is gone the next question says so.
struct Lines;

impl Progress for Lines {
    fn stage(&self, name: &'static str) {
        let _ = say(&json!({ "stage": name }));
    }

    fn crates(&self, done: usize, total: usize, name: &str) {
        let _ = say(&json!({ "crates": [done, total, name] }));
    }

    fn warn(&self, message: &str) {
        let _ = say(&json!({ "warning": message }));
    }
}

/// The disk, with the session's text over it.
struct Text<'r> {
    request: &'r Request,
}

impl Text<'_> {
    fn is_it(&self, path: &str) -> bool {
        Path::new(path) == self.request.file
    }
}

impl Files for Text<'_> {
    fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        if self.is_it(path) { Some(self.request.text.as_bytes().into()) } else { Disk.read(path) }
    }

    fn origins(&self, path: &str) -> Vec<Origin> {
        if self.is_it(path) { self.request.origins.clone() } else { Vec::new() }
    }

    fn open(&self, path: &str) -> Option<Box<dyn ReadSeek>> {
        Disk.open(path)
    }
}
