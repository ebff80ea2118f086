//! The whole way of a compile: analysis, capture, codegen, rustc, bundle.

use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use hotforge_analyzer::analysis::CapturedTypes;
use hotforge_analyzer::diagnostics::{Code, Diagnostic};
use hotforge_analyzer::types::Type;
use hotforge_analyzer::{Analysis, Files, analyze};
use serde::Serialize;

use crate::ahead::Ahead;
use crate::build::{Build, Purpose, Runtime, Rustc, Toolchain};
use crate::bundle::manifest::manifest;
use crate::bundle::{self, Contents, Onnxruntime};
use crate::cache::{Cache, Kept};
use crate::capture::value::CapturedValue;
use crate::capture::{self, Capture, Captured, Wanted};
use crate::codegen::{self, Generated, Models};
use crate::disk::Disk;
use crate::error::{Error, Result};
use crate::progress::Progress;

/// How often the module may be captured: a captured type may show code that reads further globals.
const MOST_CAPTURES: usize = 5;

/// What the user chose.
#[derive(Debug, Clone)]
pub struct Choices {
    /// The folder that bundles are written to.
    pub output: PathBuf,
    /// The interpreter that runs the module, where one is named.
    pub python: Option<PathBuf>,
    /// The ONNX Runtime library, where one is named.
    pub onnxruntime: Option<PathBuf>,
    /// Where models and tokenizers are kept.
    pub models: Models,
    /// Further flags for rustc, such as `-Ctarget-cpu=native`.
    pub flags: Vec<String>,
    /// Who the library is for.
    pub purpose: Purpose,
}

/// How long each stage took.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct StageTimes {
    /// Analysis without running anything.
    pub check: Milliseconds,
    /// Running the module, and the analysis with what it told.
    pub capture: Milliseconds,
    /// Generating Rust.
    pub codegen: Milliseconds,
    /// Building the runtime, which happens once, and making sure that it is there.
    pub runtime: Milliseconds,
    /// rustc and the linker.
    pub rustc: Milliseconds,
    /// Writing the bundle.
    pub bundle: Milliseconds,
}

/// A duration, in thousandths of a second when shown as data.
#[derive(Debug, Clone, Copy, Default)]
pub struct Milliseconds(pub Duration);

impl Serialize for Milliseconds {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_f64((self.0.as_secs_f64() * 1e6).round() / 1e3)
    }
}

/// A compiled predictor.
#[derive(Debug)]
pub struct Compiled {
    /// The analysis that it was compiled from; its warnings are to be shown.
    pub analysis: Analysis,
    /// How many bytes the value of each global of the program takes.
    pub sizes: Vec<u64>,
    /// The Rust that it was compiled from.
    pub generated: Generated,
    /// The folder of the bundle.
    pub bundle: PathBuf,
    /// How long it took.
    pub times: StageTimes,
    /// Whether rustc's result was in the cache.
    pub cached: bool,
}

/// What came of a compile.
#[derive(Debug)]
pub enum Outcome<T> {
    /// It worked.
    Done(T),
    /// The program has errors.
    Refused(Box<Analysis>),
}

/// Analyses a file without running anything.
pub fn check(file: &Path) -> Analysis {
    analyze(&file.to_string_lossy(), &Disk, &CapturedTypes::default())
}

/// A file with its captured values, ready for codegen.
#[derive(Debug)]
pub struct Ready {
    /// The analysis, with the types of captured values.
    pub analysis: Analysis,
    /// The value of each global of the program.
    pub values: Vec<CapturedValue>,
    /// Keeps the captured files until the compile is over.
    captures: Vec<Capture>,
}

impl Ready {
    /// How many bytes the value of each global of the program takes.
    pub fn sizes(&self) -> Vec<u64> {
        self.values.iter().map(CapturedValue::bytes).collect()
    }
}

/// Analyses a file and captures the globals that its predictors read.
///
/// # Errors
/// Where Python cannot run, or the module raises.
pub fn prepare(
    file: &Path,
    cache: &Cache,
    choices: &Choices,
    times: &mut StageTimes,
    progress: &dyn Progress,
) -> Result<Outcome<Ready>> {
    let path = file.to_string_lossy();
    let run = |missing: &[Wanted]| {
        progress.stage("capture");
        capture::capture(cache, &capture::find(choices.python.as_deref())?, &path, missing)
    };
    prepare_with(&Source { file, files: &Disk, capture: &run, is_live: false }, times, progress)
}

/// What is analysed, and where the values of its globals come from.
pub(crate) struct Source<'s> {
    /// The path of the file.
    pub file: &'s Path,
    /// Where it and what it imports are read.
    pub files: &'s dyn Files,
    /// Describes the values of globals.
    pub capture: &'s dyn Fn(&[Wanted]) -> Result<Capture>,
    /// Whether what the text binds globals to is only where they come from, and their values what counts.
    pub is_live: bool,
}

/// Analyses a file and asks for the globals that its predictors read.
pub(crate) fn prepare_with(
    source: &Source<'_>,
    times: &mut StageTimes,
    progress: &dyn Progress,
) -> Result<Outcome<Ready>> {
    let path = source.file.to_string_lossy();
    progress.stage("check");
    let mut analysis = timed(&mut times.check, || analyze(&path, source.files, &CapturedTypes::default()));
    let started = Instant::now();
    let mut captures = Vec::new();
    let mut known: Vec<(Wanted, Captured)> = Vec::new();
    for _ in 0..MOST_CAPTURES {
        let missing: Vec<Wanted> =
            wanted(&analysis).flatten().filter(|wanted| known.iter().all(|(have, _)| have != wanted)).collect();
        let is_hopeless = !source.is_live && analysis.has_errors() && known.is_empty() && !needs_capture(&analysis);
        if missing.is_empty() || is_hopeless {
            break;
        }
        let capture = (source.capture)(&missing)?;
        known.extend(missing.into_iter().zip(capture.values.iter().cloned()));
        captures.push(capture);
        let mut types = CapturedTypes::default();
        let paths = |file: &Path| own_path(&analysis, file);
        for (wanted, captured) in &known {
            if let Some(ty) = capture::type_of(captured, &paths)? {
                types.insert(wanted.file.clone(), wanted.name.clone(), ty);
            }
        }
        analysis = analyze(&path, source.files, &types);
    }
    times.capture.0 += started.elapsed();
    report_unsupported(&mut analysis, &known);
    if analysis.has_errors() || analysis.program.predictors.is_empty() {
        return Ok(Outcome::Refused(Box::new(analysis)));
    }
    let values = wanted(&analysis)
        .map(|wanted| {
            let Some(wanted) = wanted else {
                return Ok(CapturedValue::Constant(hotforge_analyzer::ir::Constant::None));
            };
            match known.iter().find(|(have, _)| *have == wanted) {
                Some((_, Captured::Value { value, .. })) => Ok(value.clone()),
                _ => Err(Error::internal(format!("the global `{}` was not captured", wanted.name), "")),
            }
        })
        .collect::<Result<_>>()?;
    Ok(Outcome::Done(Ready { analysis, values, captures }))
}

/// The path by which the analysis knows a file, where it has read it.
fn own_path(analysis: &Analysis, file: &Path) -> String {
    let is_it = |path: &str| std::path::absolute(path).is_ok_and(|path| path == file) || same_file(path, file);
    let own = analysis.files.iter().map(|source| &source.path).find(|path| is_it(path));
    own.cloned().unwrap_or_else(|| file.to_string_lossy().into_owned())
}

/// Whether two paths lead to one file.
fn same_file(a: &str, b: &Path) -> bool {
    matches!((std::fs::canonicalize(a), std::fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}

/// What is to be captured for each global; nothing for those that compiled code makes.
fn wanted(analysis: &Analysis) -> impl Iterator<Item = Option<Wanted>> + '_ {
    analysis.program.globals.iter().map(|global| {
        let wanted = Wanted { file: analysis.file(global.file).path.clone(), name: global.name.clone() };
        global.made_by.is_none().then_some(wanted)
    })
}

fn needs_capture(analysis: &Analysis) -> bool {
    analysis.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::GlobalNeedsCapture)
}

/// A global that cannot be frozen, or is not there, is an error where it is bound.
fn report_unsupported(analysis: &mut Analysis, known: &[(Wanted, Captured)]) {
    let mut found = Vec::new();
    for global in &analysis.program.globals {
        let wanted = Wanted { file: analysis.file(global.file).path.clone(), name: global.name.clone() };
        let message = match known.iter().find(|(have, _)| *have == wanted) {
            Some((_, Captured::Unsupported { class, reason })) => {
                format!("the global `{}` is a `{class}`, which cannot be frozen into a library: {reason}", global.name)
            }
            Some((_, Captured::Missing)) => format!("running the module binds no `{}`", global.name),
            _ => continue,
        };
        found.push(
            Diagnostic::new(Code::GlobalType, global.span, message)
                .help("keep what the predictor needs of it in numbers, text, containers or arrays"),
        );
    }
    // What was not known before is known now, or explained better.
    analysis.diagnostics.retain(|diagnostic| diagnostic.code != Code::GlobalNeedsCapture);
    let unknown_result =
        analysis.program.functions.iter().any(|function| function.returns.any(&|part| *part == Type::Unknown));
    if found.is_empty() && unknown_result && !analysis.has_errors() {
        let span = analysis.program.predictors.first().map_or(analysis_start(), |predictor| predictor.span);
        found.push(Diagnostic::new(
            Code::GlobalType,
            span,
            "a value that this predictor reads has no type that compiles",
        ));
    }
    analysis.diagnostics.extend(found);
}

fn analysis_start() -> hotforge_analyzer::Span {
    hotforge_analyzer::Span { file: hotforge_analyzer::source::FileId(0), start: 0, end: 0 }
}

/// The generated Rust of a prepared file.
///
/// # Errors
/// An internal error where codegen refuses what the analyzer let pass.
pub fn generate(
    ready: &Ready,
    name: &str,
    target: &str,
    models: Models,
    purpose: Purpose,
) -> Result<(Generated, String)> {
    let manifest = manifest(&ready.analysis, name, target, models);
    let keeps_variables = purpose == Purpose::Debugging;
    let options = codegen::Options { models, manifest: manifest.clone(), keeps_variables };
    let generated = codegen::generate(&ready.analysis, &ready.values, &options).map_err(|refused| {
        let place = refused.span.map_or(String::new(), |span| {
            let file = ready.analysis.file(span.file);
            format!("{}:{}: {}", file.path_at(span.start), file.line(span.start), file.slice(span))
        });
        Error::internal(refused.message, place)
    })?;
    Ok((generated, manifest))
}

/// Compiles a file into a bundle.
///
/// # Errors
/// Where something is missing on this machine, or the module raises. Errors of the program come as
/// [`Outcome::Refused`].
pub fn compile(file: &Path, choices: &Choices, progress: &dyn Progress) -> Result<Outcome<Compiled>> {
    let cache = Cache::open(progress)?;
    // The library is built ahead while Python runs. What was begun ends with the scope, whatever comes of it.
    std::thread::scope(|scope| {
        let ahead = scope.spawn(|| Ahead::start(file, &cache, choices));
        compile_in(file, &cache, choices, progress, || ahead.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

fn compile_in(
    file: &Path,
    cache: &Cache,
    choices: &Choices,
    progress: &dyn Progress,
    ahead: impl FnOnce() -> Ahead,
) -> Result<Outcome<Compiled>> {
    let mut times = StageTimes::default();
    let ready = match prepare(file, cache, choices, &mut times, progress)? {
        Outcome::Done(ready) => ready,
        Outcome::Refused(analysis) => return Ok(Outcome::Refused(analysis)),
    };
    let ahead = ahead();
    let toolchain = ahead.toolchain?;
    let name = crate_name(file);
    build_bundle(ready, &toolchain, ahead.rustc, &name, cache, choices, &mut times, progress).map(Outcome::Done)
}

/// Builds the bundle of a prepared file. `begun` is a compiler that may be at it already.
#[expect(clippy::too_many_arguments, reason = "all that a build needs, once")]
pub(crate) fn build_bundle(
    ready: Ready,
    toolchain: &Toolchain,
    begun: Option<Rustc>,
    name: &str,
    cache: &Cache,
    choices: &Choices,
    times: &mut StageTimes,
    progress: &dyn Progress,
) -> Result<Compiled> {
    progress.stage("codegen");
    let generate = || generate(&ready, name, toolchain.host(), choices.models, choices.purpose);
    let (generated, manifest) = timed(&mut times.codegen, generate)?;
    let onnxruntime = find_onnxruntime(&ready.analysis, choices)?;
    progress.stage("runtime");
    let runtime = timed(&mut times.runtime, || Runtime::prepare(cache, toolchain, &choices.flags, progress))?;
    progress.stage("rustc");
    let build = Build {
        cache,
        toolchain,
        runtime: &runtime,
        flags: &choices.flags,
        purpose: choices.purpose,
        name,
        generated: &generated,
    };
    let library = timed(&mut times.rustc, || build.run(&ready.analysis, begun))?;
    progress.stage("bundle");
    let contents = Contents {
        name,
        library: &library.path,
        manifest: &manifest,
        typed: &codegen::typed_functions(&ready.analysis),
        blobs: &generated.blobs,
        onnxruntime: onnxruntime.as_ref(),
    };
    let bundle = timed(&mut times.bundle, || bundle::write(&choices.output, &contents))?;
    let sizes = ready.sizes();
    ready.captures.into_iter().for_each(Capture::keep);
    // Where rustc ran, nobody feels the time that this takes.
    if !library.cached {
        cache.forget_oldest(Kept::Captures);
    }
    Ok(Compiled { analysis: ready.analysis, sizes, generated, bundle, times: *times, cached: library.cached })
}

fn find_onnxruntime(analysis: &Analysis, choices: &Choices) -> Result<Option<Onnxruntime>> {
    let runs_a_model = analysis.program.globals.iter().any(|global| matches!(global.ty, Type::Session(_)));
    if !runs_a_model {
        return Ok(None);
    }
    let python = capture::find(choices.python.as_deref()).ok();
    Onnxruntime::find(choices.onnxruntime.as_deref(), python.as_deref()).map(Some)
}

/// The name of the bundle and its library: the file's, as far as a crate can be called so.
pub fn crate_name(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let name: String =
        stem.chars().map(|character| if character.is_ascii_alphanumeric() { character } else { '_' }).collect();
    match name.chars().next() {
        Some(first) if !first.is_ascii_digit() => name,
        _ => format!("predictor_{name}"),
    }
}

fn timed<T>(time: &mut Milliseconds, run: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let result = run();
    time.0 += started.elapsed();
    result
}
