//! The `hotforge` command: a thin face over the library.

use std::io::{self, IsTerminal, Write};
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

use clap::{Parser, Subcommand, ValueEnum};
use hotforge_analyzer::{Analysis, Code, Type};
use serde_json::json;

use crate::build::Purpose;
use crate::codegen::Models;
use crate::compile::{Choices, Compiled, Outcome, check, compile, generate, prepare};
use crate::error::{Error, OnPath, Report, Result};
use crate::run::Request;
use crate::terminal::write_diagnostics;

/// The program has errors, or raised.
const REFUSED: u8 = 1;
/// The command line or the machine is at fault.
const UNUSABLE: u8 = 2;

/// Compiles typed Python predictors into native libraries.
#[derive(Debug, Parser)]
#[command(name = "hotforge", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Shows what is wrong with a file, without running any Python.
    Check {
        /// The Python file.
        file: PathBuf,
        /// Prints JSON.
        #[arg(long)]
        json: bool,
    },
    /// Compiles the predictors of a file into a bundle.
    Compile(CompileArguments),
    /// Runs a predictor of a bundle: `hotforge run build/embed --texts '["hello"]'`.
    Run {
        /// The folder of the bundle.
        bundle: PathBuf,
        /// Each parameter as `--NAME VALUE`: values are JSON, text may be plain, an array may be the path of an .npy
        /// file. `--predictor NAME` chooses one of several, `--time` tells how long the call took, `--full` shows
        /// large arrays whole.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "--PARAMETER VALUE")]
        arguments: Vec<String>,
    },
    /// Starts the language server, `hotforge-lsp`: over stdin and stdout, or TCP with `--tcp PORT`.
    Lsp {
        /// What the server is told.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Serves bundles over HTTP, in the shape of OpenAI's API: `hotforge serve build/embed --port 8000`.
    #[command(disable_help_flag = true)]
    Serve {
        /// What the server is told; `--help` tells what that may be.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Writes a typed wrapper around a bundle for another language: `hotforge bindings ts build/embed -o embed.ts`.
    Bindings {
        /// The language.
        #[arg(value_enum)]
        language: crate::wrappers::Language,
        /// The folder of the bundle.
        bundle: PathBuf,
        /// The file to write; it is printed where none is named.
        #[arg(short, long)]
        output: Option<PathBuf>,
    },
    /// Writes what it takes to serve a bundle elsewhere: `hotforge export docker build/embed`.
    Export {
        /// Where it shall run.
        #[command(subcommand)]
        target: crate::export::Target,
    },
    /// Shows the inferred type of every binding in a file, whether or not a predictor reaches it.
    Types {
        /// The Python file.
        file: PathBuf,
        /// Prints JSON: a row for each binding.
        #[arg(long)]
        json: bool,
    },
    /// Compiles functions of a live Python session, which speaks to it: `%%compile` in a notebook.
    #[command(hide = true)]
    Session {
        /// What the session wants.
        request: PathBuf,
    },
    /// Explains a diagnostic: `hotforge explain HF0103`.
    Explain {
        /// The code.
        code: String,
    },
}

#[derive(Debug, clap::Args)]
struct CompileArguments {
    /// The Python file.
    file: PathBuf,
    /// The folder for the bundle.
    #[arg(short, long, default_value = "build")]
    output: PathBuf,
    /// Prints the generated Rust or the typed IR instead of building.
    #[arg(long)]
    emit: Option<Emit>,
    /// Where models and tokenizers are kept.
    #[arg(long, value_enum, default_value = "embed")]
    models: ModelsArgument,
    /// The Python interpreter that runs the module.
    #[arg(long)]
    python: Option<PathBuf>,
    /// The ONNX Runtime library.
    #[arg(long)]
    onnxruntime: Option<PathBuf>,
    /// The processor to tune for, such as `native`; any by default.
    #[arg(long)]
    target_cpu: Option<String>,
    /// Compiles for a debugger: gdb stops at the lines of the Python file and shows its variables. Such a library is slow.
    #[arg(long)]
    debug: bool,
    /// Prints JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Emit {
    Rust,
    Ir,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ModelsArgument {
    Embed,
    Beside,
}

/// Runs the command that the arguments of this process name.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let as_json = arguments.command.wants_json();
    let is_session = matches!(arguments.command, Command::Session { .. });
    let result = catch_panic(|| run(arguments.command));
    result.unwrap_or_else(|error| if is_session { fail_session(&error) } else { fail(&error, as_json) })
}

impl Command {
    fn wants_json(&self) -> bool {
        match self {
            Command::Check { json, .. } | Command::Types { json, .. } => *json,
            Command::Compile(arguments) => arguments.json,
            Command::Run { .. }
            | Command::Lsp { .. }
            | Command::Serve { .. }
            | Command::Bindings { .. }
            | Command::Export { .. }
            | Command::Session { .. }
            | Command::Explain { .. } => false,
        }
    }
}

/// A panic is an internal error that says what to report.
fn catch_panic(run: impl FnOnce() -> Result<ExitCode>) -> Result<ExitCode> {
    static PANIC: Mutex<String> = Mutex::new(String::new());
    std::panic::set_hook(Box::new(|panic| {
        let text = format!("{panic}\n{}", std::backtrace::Backtrace::force_capture());
        *PANIC.lock().unwrap_or_else(PoisonError::into_inner) = text;
    }));
    std::panic::catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| {
        Err(Error::internal("hotforge panicked", PANIC.lock().unwrap_or_else(PoisonError::into_inner).clone()))
    })
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Check { file, json } => {
            std::fs::metadata(&file).map_err(|source| Error::Unreadable { path: file.clone(), source })?;
            Ok(show(&check(&file), json, None))
        }
        Command::Compile(arguments) => run_compile(&arguments),
        Command::Run { bundle, arguments } => run_predictor(bundle, arguments),
        Command::Lsp { arguments } => become_part("hotforge-lsp", "language server", &arguments),
        Command::Serve { arguments } => become_part("hotforge-serve", "server", &arguments),
        Command::Bindings { language, bundle, output } => write_bindings(language, &bundle, output.as_deref()),
        Command::Export { target } => {
            let written = crate::export::write(&target)?;
            let _ = writeln!(io::stdout(), "{}", written.display());
            Ok(ExitCode::SUCCESS)
        }
        Command::Types { file, json } => {
            std::fs::metadata(&file).map_err(|source| Error::Unreadable { path: file.clone(), source })?;
            crate::bindings::show(&file, json)
        }
        Command::Session { request } => crate::session::run(&request).map(|()| ExitCode::SUCCESS),
        Command::Explain { code } => explain(&code),
    }
}

fn run_compile(arguments: &CompileArguments) -> Result<ExitCode> {
    let file = &arguments.file;
    std::fs::metadata(file).map_err(|source| Error::Unreadable { path: file.clone(), source })?;
    let choices = Choices {
        output: arguments.output.clone(),
        python: arguments.python.clone(),
        onnxruntime: arguments.onnxruntime.clone(),
        models: match arguments.models {
            ModelsArgument::Embed => Models::Embedded,
            ModelsArgument::Beside => Models::Beside,
        },
        flags: arguments.target_cpu.iter().map(|cpu| format!("-Ctarget-cpu={cpu}")).collect(),
        purpose: if arguments.debug { Purpose::Debugging } else { Purpose::Running },
    };
    let progress = crate::bar::Bar::new(!arguments.json && io::stderr().is_terminal());
    if let Some(emit) = arguments.emit {
        return emit_text(arguments, &choices, emit);
    }
    match compile(file, &choices, &progress)? {
        Outcome::Refused(analysis) => Ok(show(&analysis, arguments.json, None)),
        Outcome::Done(compiled) => {
            progress.finish();
            Ok(show(&compiled.analysis, arguments.json, Some(&compiled)))
        }
    }
}

fn run_predictor(bundle: PathBuf, rest: Vec<String>) -> Result<ExitCode> {
    // A reader that goes away, such as `head`, is no failure.
    let show = |value| writeln!(io::stdout(), "{value}").is_ok();
    let time = crate::run::run(&Request { bundle, rest, ..Request::default() }, show)?;
    if let Some(time) = time {
        let _ = writeln!(io::stderr(), "{:.3} ms", time.as_secs_f64() * 1e3);
    }
    Ok(ExitCode::SUCCESS)
}

fn emit_text(arguments: &CompileArguments, choices: &Choices, emit: Emit) -> Result<ExitCode> {
    let cache = crate::cache::Cache::open(&())?;
    let ready = match prepare(&arguments.file, &cache, choices, &mut Default::default(), &())? {
        Outcome::Done(ready) => ready,
        Outcome::Refused(analysis) => return Ok(show(&analysis, arguments.json, None)),
    };
    let text = match emit {
        Emit::Rust => {
            generate(&ready, &crate::compile::crate_name(&arguments.file), "any", choices.models, choices.purpose)?
                .0
                .rust
        }
        Emit::Ir => serde_json::to_string_pretty(&ready.analysis.program)
            .map_err(|error| Error::internal(error.to_string(), ""))?,
    };
    let _ = writeln!(io::stdout(), "{text}");
    Ok(ExitCode::SUCCESS)
}

/// Shows an analysis, and what was compiled from it; gives the exit code.
fn show(analysis: &Analysis, as_json: bool, compiled: Option<&Compiled>) -> ExitCode {
    if as_json {
        let _ = writeln!(io::stdout(), "{:#}", crate::view::report(analysis, compiled));
    } else {
        let colored = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let _ = write_diagnostics(analysis, colored, &mut io::stderr());
        if let Some(compiled) = compiled {
            show_compiled(compiled);
        } else if !analysis.has_errors() {
            show_ready(analysis);
        }
    }
    if analysis.has_errors() { ExitCode::from(REFUSED) } else { ExitCode::SUCCESS }
}

fn show_ready(analysis: &Analysis) {
    let needs_capture = analysis.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::GlobalNeedsCapture);
    for predictor in &analysis.program.predictors {
        let function = &analysis.program.functions[predictor.function.0 as usize];
        let parameters: Vec<String> =
            predictor.parameters.iter().map(|parameter| format!("{}: {}", parameter.name, parameter.ty)).collect();
        let returns = match &function.returns {
            Type::Never if needs_capture => "known when the module is run".to_owned(),
            known => known.to_string(),
        };
        let _ = writeln!(io::stdout(), "{}({}) -> {}", predictor.name, parameters.join(", "), returns);
    }
}

fn show_compiled(compiled: &Compiled) {
    let times = &compiled.times;
    let stages = [
        ("check", times.check),
        ("capture", times.capture),
        ("codegen", times.codegen),
        ("runtime", times.runtime),
        ("rustc", times.rustc),
        ("bundle", times.bundle),
    ];
    let stages: Vec<String> =
        stages.iter().map(|(name, time)| format!("{name} {:.0} ms", time.0.as_secs_f64() * 1e3)).collect();
    let _ = writeln!(io::stdout(), "{}\n{}", compiled.bundle.display(), stages.join(", "));
}

fn write_bindings(language: crate::wrappers::Language, bundle: &Path, output: Option<&Path>) -> Result<ExitCode> {
    let text = crate::wrappers::write(bundle, language)?;
    match output {
        Some(path) => std::fs::write(path, text).writing(path)?,
        None => drop(write!(io::stdout(), "{text}")),
    }
    Ok(ExitCode::SUCCESS)
}

/// The servers are programs of their own beside this one, so that a compile does not carry them along.
fn become_part(name: &str, what: &str, arguments: &[String]) -> Result<ExitCode> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let beside = std::env::current_exe().ok().and_then(|program| Some(program.parent()?.join(&file)));
    let program = beside.filter(|path| path.is_file()).unwrap_or_else(|| PathBuf::from(&file));
    become_program(std::process::Command::new(&program).args(arguments)).map_err(|error| Error::Usage {
        message: format!("the {what} {file} cannot be started: {error}"),
        help: Some(format!(
            "It is installed beside `hotforge`; in the repository `cargo build --bin {name}` builds it."
        )),
    })
}

/// Puts another program in the place of this one, so that whoever ends this process ends that program.
#[cfg(unix)]
fn become_program(command: &mut std::process::Command) -> io::Result<ExitCode> {
    Err(std::os::unix::process::CommandExt::exec(command))
}

/// Runs another program to its end.
#[cfg(not(unix))]
fn become_program(command: &mut std::process::Command) -> io::Result<ExitCode> {
    let status = command.status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::from(UNUSABLE) })
}

fn explain(code: &str) -> Result<ExitCode> {
    static PAGES: include_dir::Dir<'_> = include_dir::include_dir!("$CARGO_MANIFEST_DIR/../docs/diagnostics");
    let page = PAGES.get_file(format!("{}.md", code.to_uppercase())).and_then(|file| file.contents_utf8());
    let page = page.ok_or_else(|| Error::Usage {
        message: format!("there is no diagnostic {code}"),
        help: Some("Codes look like HF0103.".into()),
    })?;
    let _ = writeln!(io::stdout(), "{page}");
    Ok(ExitCode::SUCCESS)
}

fn fail(error: &Error, as_json: bool) -> ExitCode {
    let report = error.report();
    if as_json {
        let _ = writeln!(io::stdout(), "{:#}", json!({ "diagnostics": [], "error": report }));
    } else {
        let _ = io::stderr().write_all(error_text(&report).as_bytes());
    }
    ExitCode::from(if error.is_of_the_program() { REFUSED } else { UNUSABLE })
}

/// Tells a session in a line, as all else.
fn fail_session(error: &Error) -> ExitCode {
    let _ = writeln!(io::stdout(), "{}", json!({ "result": { "diagnostics": [], "error": error.report() } }));
    ExitCode::from(UNUSABLE)
}

fn error_text(report: &Report) -> String {
    let mut text = String::new();
    if let Some(detail) = &report.detail {
        text += &format!("{detail}\n\n");
    }
    text += &format!("error[{}]: {}\n", report.code, report.message);
    if let Some(help) = &report.help {
        text += &format!("help: {help}\n");
    }
    text
}
