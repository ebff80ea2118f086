//! What keeps a compile from working that is not a mistake in the user's program.

use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;

/// The result of a step that can fail for want of something on this machine.
pub type Result<T> = std::result::Result<T, Error>;

/// Something missing or broken in the environment, a module that raised, or an error of Hotforge's own.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A panic, or a disagreement between the parts of Hotforge.
    #[error("internal error: {message}")]
    Internal {
        /// What happened.
        message: String,
        /// What to add to a report: a backtrace, rustc's messages, the generated file.
        detail: String,
    },
    /// A file that cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    /// A file or folder that cannot be written.
    #[error("cannot write {}: {source}", path.display())]
    Unwritable { path: PathBuf, source: io::Error },
    /// No Rust compiler.
    #[error("the Rust compiler is not installed: {searched}")]
    NoRustc { searched: String },
    /// A Rust compiler that is too old for the runtime.
    #[error("the Rust compiler {} is version {found}; version {needed} or newer is needed", path.display())]
    OldRustc { path: PathBuf, found: String, needed: &'static str },
    /// No program that links.
    #[error("there is no linker: rustc needs a C compiler to link with")]
    NoLinker { detail: String },
    /// cargo could not build the runtime.
    #[error("the runtime library could not be built")]
    RuntimeBuild { output: String },
    /// No Python.
    #[error("no Python was found: {searched}")]
    NoPython { searched: String },
    /// A Python that cannot run the capture.
    #[error("{} could not run the module: {message}", python.display())]
    Capture { python: PathBuf, message: String, output: String },
    /// The user's module raised an exception.
    #[error("the module raised {}", last_line(traceback))]
    ModuleRaised { file: String, traceback: String, output: String },
    /// No ONNX Runtime for a predictor that runs a model.
    #[error("the ONNX Runtime library was not found")]
    NoOnnxruntime { searched: Vec<String> },
    /// An ONNX Runtime that is too old.
    #[error("the ONNX Runtime library {} is version {found}; version {needed} or newer is needed", path.display())]
    OldOnnxruntime { path: PathBuf, found: String, needed: String },
    /// What was given to `run` is no bundle.
    #[error("{} is not a compiled predictor: {reason}", path.display())]
    NotABundle { path: PathBuf, reason: String },
    /// Arguments that make no sense.
    #[error("{message}")]
    Usage { message: String, help: Option<String> },
    /// A predictor that was run raised an exception.
    #[error("the predictor raised {}", last_line(traceback))]
    PredictorRaised { traceback: String },
}

/// An error as data, for `--json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The code: also names the page that explains it.
    pub code: &'static str,
    /// What is wrong, in one line.
    pub message: String,
    /// What was printed or searched, in full.
    pub detail: Option<String>,
    /// What to do.
    pub help: Option<String>,
}

impl Error {
    /// An error of Hotforge's own.
    pub fn internal(message: impl Into<String>, detail: impl Into<String>) -> Self {
        Error::Internal { message: message.into(), detail: detail.into() }
    }

    /// The code that users see. Numbers are never used twice.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Internal { .. } => "HF0900",
            Error::Unreadable { .. } => "HF0901",
            Error::Unwritable { .. } => "HF0902",
            Error::Usage { .. } => "HF0903",
            Error::NoRustc { .. } => "HF0910",
            Error::OldRustc { .. } => "HF0911",
            Error::NoLinker { .. } => "HF0912",
            Error::RuntimeBuild { .. } => "HF0913",
            Error::NoPython { .. } => "HF0920",
            Error::Capture { .. } => "HF0921",
            Error::ModuleRaised { .. } => "HF0922",
            Error::NoOnnxruntime { .. } => "HF0930",
            Error::OldOnnxruntime { .. } => "HF0931",
            Error::NotABundle { .. } => "HF0940",
            Error::PredictorRaised { .. } => "HF0941",
        }
    }

    /// Whether the user's program is at fault rather than the environment.
    pub fn is_of_the_program(&self) -> bool {
        matches!(self, Error::ModuleRaised { .. } | Error::PredictorRaised { .. })
    }

    /// What was printed or searched, in full.
    pub fn detail(&self) -> Option<String> {
        let detail = match self {
            Error::Internal { detail, .. } | Error::NoLinker { detail } => detail.clone(),
            Error::RuntimeBuild { output } | Error::Capture { output, .. } => output.clone(),
            Error::ModuleRaised { traceback, output, .. } if output.trim().is_empty() => traceback.clone(),
            Error::ModuleRaised { traceback, output, .. } => format!("{traceback}\nThe module printed:\n{output}"),
            Error::NoOnnxruntime { searched } => format!("Looked for it here:\n  {}", searched.join("\n  ")),
            Error::PredictorRaised { traceback } => traceback.clone(),
            _ => String::new(),
        };
        let detail = detail.trim_end();
        (!detail.is_empty()).then(|| detail.to_owned())
    }

    /// What to do, in plain words.
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Error::Internal { .. } => format!(
                "This is a fault of Hotforge, not of your program. Please report it at {}/issues with the text above, \
                 the Python file, and this: hotforge {}, {} {}.",
                env!("CARGO_PKG_REPOSITORY"),
                env!("CARGO_PKG_VERSION"),
                std::env::consts::OS,
                std::env::consts::ARCH
            ),
            Error::Unreadable { .. } => "Check the path and its permissions.".into(),
            Error::Unwritable { .. } => {
                "Name another folder: with `-o` for the result, with the environment variable HOTFORGE_CACHE for the \
                 cache."
                    .into()
            }
            Error::NoRustc { .. } => {
                "Install Rust from https://rustup.rs, or set the environment variable RUSTC to the path of rustc."
                    .into()
            }
            Error::OldRustc { .. } => "Update it: `rustup update stable`.".into(),
            Error::NoLinker { .. } => {
                "Install one: `apt install gcc` on Debian and Ubuntu, `dnf install gcc` on Fedora, \
                 `xcode-select --install` on macOS."
                    .into()
            }
            Error::RuntimeBuild { output } if mentions_network(output) => {
                "The first compile fetches the crates of the runtime from crates.io. Connect to the network once, or \
                 point cargo at a mirror or vendored crates; later compiles need no network."
                    .into()
            }
            Error::RuntimeBuild { .. } => "cargo's messages above say why.".into(),
            Error::NoPython { .. } => {
                "Module-level code runs once in your Python at compile time. Activate the environment of your project, \
                 or name its interpreter: `--python PATH`."
                    .into()
            }
            Error::Capture { .. } => "Python 3.10 or newer is needed; `--python PATH` names another one.".into(),
            Error::ModuleRaised { file, .. } => format!(
                "Module-level code runs once in your Python at compile time. Check that `python {file}` works; \
                 `--python PATH` names the interpreter that has the packages."
            ),
            Error::NoOnnxruntime { .. } => {
                "The predictor runs a model with ONNX Runtime. `pip install onnxruntime` in \
                 your Python environment brings the library, or `--onnxruntime PATH` names it."
                    .into()
            }
            Error::OldOnnxruntime { .. } => "`pip install --upgrade onnxruntime` brings a newer one.".into(),
            Error::NotABundle { .. } => "Give the folder that `hotforge compile` wrote, such as `build/embed`.".into(),
            Error::Usage { help, .. } => return help.clone(),
            Error::PredictorRaised { .. } => return None,
        };
        Some(help)
    }

    /// The error as data.
    pub fn report(&self) -> Report {
        Report { code: self.code(), message: self.to_string(), detail: self.detail(), help: self.help() }
    }
}

/// Names the path that an operation failed on.
pub(crate) trait OnPath<T> {
    /// A failure to read `path`.
    fn reading(self, path: &Path) -> Result<T>;
    /// A failure to write `path`.
    fn writing(self, path: &Path) -> Result<T>;
}

impl<T> OnPath<T> for io::Result<T> {
    fn reading(self, path: &Path) -> Result<T> {
        self.map_err(|source| Error::Unreadable { path: path.into(), source })
    }

    fn writing(self, path: &Path) -> Result<T> {
        self.map_err(|source| Error::Unwritable { path: path.into(), source })
    }
}

fn last_line(traceback: &str) -> &str {
    traceback.trim_end().lines().last().unwrap_or("an exception")
}

fn mentions_network(output: &str) -> bool {
    ["failed to download", "Could not resolve host", "download of config.json failed", "Unable to update registry"]
        .iter()
        .any(|sign| output.contains(sign))
}
