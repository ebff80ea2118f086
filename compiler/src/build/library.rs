//! One call of rustc: the generated Rust, linked with the built runtime, as a dynamic library.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use hotforge_analyzer::{Analysis, Type};
use serde::Deserialize;
use tempfile::TempDir;

use super::key;
use super::layout::Layout;
use super::runtime::Runtime;
use super::toolchain::Toolchain;
use crate::cache::Cache;
use crate::codegen::{BlobContent, BlobPlace, Generated};
use crate::error::{Error, OnPath, Result};

/// Who a library is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Whoever calls it: it is as fast as can be.
    Running,
    /// A debugger: it has the lines and the variables of the Python source.
    Debugging,
}

/// A compiled library.
#[derive(Debug)]
pub struct Library {
    /// Where it lies, in the cache.
    pub path: PathBuf,
    /// Whether it was compiled before, from the same input.
    pub cached: bool,
}

/// Everything that a library is built from.
#[derive(Debug)]
pub struct Build<'a> {
    /// Where built libraries are kept.
    pub cache: &'a Cache,
    /// The compiler.
    pub toolchain: &'a Toolchain,
    /// The runtime, built with the same flags.
    pub runtime: &'a Runtime,
    /// Flags of the user's choice: `-Ctarget-cpu=native`.
    pub flags: &'a [String],
    /// Who the library is for.
    pub purpose: Purpose,
    /// The crate's name.
    pub name: &'a str,
    /// The generated Rust.
    pub generated: &'a Generated,
}

/// A compiler at work. Dropped before it is done, it is stopped.
#[derive(Debug)]
pub struct Rustc {
    /// What it compiles, by hash.
    key: String,
    child: Child,
    /// Holds its input and output.
    folder: TempDir,
}

/// The files in that folder that the compiler writes.
const LIBRARY: &str = "library";
const MESSAGES: &str = "messages";

impl Drop for Rustc {
    fn drop(&mut self) {
        // Once it has ended, both do nothing.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A message of rustc's.
#[derive(Deserialize)]
struct Message {
    level: String,
    rendered: String,
    #[serde(default)]
    spans: Vec<MessageSpan>,
}

#[derive(Deserialize)]
struct MessageSpan {
    line_start: u32,
    is_primary: bool,
}

impl Build<'_> {
    /// Compiles, unless the same input was compiled before. `begun` may be compiling it already: where it is something
    /// else, it is given up. `analysis` names the Python lines in errors.
    ///
    /// # Errors
    /// Where there is no linker; an internal error where rustc refuses the generated Rust.
    pub fn run(&self, analysis: &Analysis, begun: Option<Rustc>) -> Result<Library> {
        let key = self.key(analysis)?;
        let begun = begun.filter(|begun| begun.key == key);
        if let Some(path) = self.cache.library(&key) {
            return Ok(Library { path, cached: true });
        }
        let rustc = begun.map_or_else(|| self.spawn(key, analysis), Ok)?;
        self.finish(rustc, analysis)
    }

    /// Starts to compile; nothing where the same input was compiled before.
    ///
    /// # Errors
    /// Where rustc cannot be started.
    pub fn start(&self, analysis: &Analysis) -> Result<Option<Rustc>> {
        let key = self.key(analysis)?;
        if self.cache.library(&key).is_some() { Ok(None) } else { self.spawn(key, analysis).map(Some) }
    }

    fn spawn(&self, key: String, analysis: &Analysis) -> Result<Rustc> {
        let folder = tempfile::Builder::new().prefix("hotforge-").tempdir().writing(&std::env::temp_dir())?;
        let layout = self.layout(analysis);
        let source = self.write_sources(folder.path(), layout.as_ref())?;
        // Into a file, since nobody may be reading while it writes.
        let messages = folder.path().join(MESSAGES);
        let file = fs::File::create(&messages).writing(&messages)?;
        let child = self
            .rustc(&source, &folder.path().join(LIBRARY), layout.as_ref(), analysis)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(file)
            .spawn()
            .reading(&self.toolchain.rustc)?;
        Ok(Rustc { key, child, folder })
    }

    fn finish(&self, mut rustc: Rustc, analysis: &Analysis) -> Result<Library> {
        let status = rustc.child.wait().reading(&self.toolchain.rustc)?;
        if !status.success() {
            let messages = rustc.folder.path().join(MESSAGES);
            let messages = fs::read(&messages).reading(&messages)?;
            return Err(self.refusal(&String::from_utf8_lossy(&messages), analysis));
        }
        self.cache.keep_library(&rustc.key, &rustc.folder.path().join(LIBRARY))?;
        let library = self.cache.library(&rustc.key);
        let path = library.ok_or_else(|| Error::internal("the library is not in the cache", ""))?;
        Ok(Library { path, cached: false })
    }

    fn key(&self, analysis: &Analysis) -> Result<String> {
        let mut hasher = blake3::Hasher::new();
        let purpose = format!("{:?}", self.purpose);
        for part in [&self.runtime.key, self.name, &self.flags.join("\0"), &purpose, &self.generated.rust] {
            hasher.update(&part.len().to_le_bytes()).update(part.as_bytes());
        }
        // A debugger is told where the Python files are.
        if let Some(layout) = self.layout(analysis) {
            hasher.update(layout.root.as_bytes());
            for part in &layout.parts {
                hasher.update(part.shown_as.as_os_str().as_encoded_bytes()).update(part.text.as_bytes());
            }
        }
        for blob in self.generated.blobs.iter().filter(|blob| blob.place == BlobPlace::Source) {
            hasher.update(blob.name.as_bytes());
            match &blob.content {
                BlobContent::Bytes(bytes) => hasher.update(bytes),
                BlobContent::File(path) => {
                    let file = fs::File::open(path).reading(path)?;
                    hasher.update_reader(file).reading(path)?
                }
            };
        }
        Ok(key(&hasher))
    }

    fn layout(&self, analysis: &Analysis) -> Option<Layout> {
        (self.purpose == Purpose::Debugging).then(|| Layout::of(self.name, self.generated, analysis))
    }

    fn write_sources(&self, folder: &Path, layout: Option<&Layout>) -> Result<PathBuf> {
        let source = folder.join(format!("{}.rs", self.name));
        let root = layout.map_or(&self.generated.rust, |layout| &layout.root);
        fs::write(&source, root).writing(&source)?;
        if let Some(layout) = layout {
            for part in &layout.parts {
                let path = folder.join(&part.name);
                fs::write(&path, &part.text).writing(&path)?;
            }
        }
        for blob in self.generated.blobs.iter().filter(|blob| blob.place == BlobPlace::Source) {
            write_blob(&blob.content, &folder.join(&blob.name))?;
        }
        Ok(source)
    }

    fn rustc(&self, source: &Path, output: &Path, layout: Option<&Layout>, analysis: &Analysis) -> Command {
        let mut command = Command::new(&self.toolchain.rustc);
        let folder = source.parent().unwrap_or(source);
        match layout {
            None => command.args(["-C", "opt-level=3", "-C", "debuginfo=0", "-C", "strip=symbols"]),
            // What wraps around in the runtime's generic code must do so here, too.
            Some(_) => command.args([
                "-C",
                "opt-level=0",
                "-C",
                "debuginfo=2",
                "-C",
                "debug-assertions=off",
                "-C",
                "overflow-checks=off",
            ]),
        };
        for part in layout.into_iter().flat_map(|layout| &layout.parts) {
            let mut renaming = folder.join(&part.name).into_os_string();
            renaming.push("=");
            renaming.push(&part.shown_as);
            command.arg("--remap-path-prefix").arg(renaming);
        }
        if layout.is_none() && uses_arrays(analysis) {
            // Operators on arrays are many and large, and spend their time within themselves: to optimise across them
            // takes a third of the compile and gains nothing.
            command.args(["-C", "lto=off", "-C", "codegen-units=4"]);
        }
        command
            .arg(source)
            .args(["--crate-name", self.name, "--crate-type", "cdylib", "--edition", "2024"])
            .args(["-C", "panic=unwind"])
            .args(["--cap-lints", "allow", "--error-format", "json"])
            .args(self.flags)
            .arg("--extern")
            .arg(prefixed("hotforge_runtime=", &self.runtime.rlib))
            .arg("-L")
            .arg(prefixed("dependency=", &self.runtime.dependencies))
            .arg("-o")
            .arg(output)
            .current_dir(folder);
        command
    }

    /// What rustc says of generated Rust, with the Python lines that its places come from.
    fn refusal(&self, stderr: &str, analysis: &Analysis) -> Error {
        let messages = stderr.lines().filter_map(|line| serde_json::from_str::<Message>(line).ok());
        let errors: Vec<_> = messages.filter(|message| message.level == "error").collect();
        let mut detail: String = errors.iter().map(|error| error.rendered.as_str()).collect();
        if detail.contains("linker `") && detail.contains("not found") {
            return Error::NoLinker { detail };
        }
        if errors.is_empty() {
            detail = stderr.to_owned();
        }
        let mut lines: Vec<_> = errors
            .iter()
            .flat_map(|error| &error.spans)
            .filter(|span| span.is_primary)
            .filter_map(|span| self.python_line(span.line_start, analysis))
            .collect();
        lines.dedup();
        if let Some(kept) = keep(&self.generated.rust, self.name) {
            detail.push_str(&format!("\nThe generated file is kept as {}.\n", kept.display()));
        }
        if !lines.is_empty() {
            detail.push_str(&format!("It comes from {}.\n", lines.join(", ")));
        }
        Error::internal("the Rust compiler refuses the generated code", detail)
    }

    fn python_line(&self, rust_line: u32, analysis: &Analysis) -> Option<String> {
        let map = &self.generated.line_map;
        let at = map.partition_point(|mapping| mapping.rust_line <= rust_line).checked_sub(1)?;
        let file = analysis.file(map[at].span.file);
        let start = map[at].span.start;
        Some(format!("{}:{}", file.path_at(start), file.line(start)))
    }
}

/// Writes what a blob holds. A file is linked where it can be, since models are large.
///
/// # Errors
/// Where it cannot be read or written.
pub(crate) fn write_blob(content: &BlobContent, target: &Path) -> Result<()> {
    if let Some(parent) = target.parent() {
        fs::create_dir_all(parent).writing(parent)?;
    }
    match content {
        BlobContent::Bytes(bytes) => fs::write(target, bytes).writing(target),
        BlobContent::File(path) => {
            fs::metadata(path).reading(path)?;
            fs::copy(path, target).map(drop).writing(target)
        }
    }
}

fn prefixed(prefix: &str, path: &Path) -> std::ffi::OsString {
    let mut text = std::ffi::OsString::from(prefix);
    text.push(path);
    text
}

fn keep(rust: &str, name: &str) -> Option<PathBuf> {
    let mut file = tempfile::Builder::new().prefix(&format!("{name}-")).suffix(".rs").tempfile().ok()?;
    std::io::Write::write_all(&mut file, rust.as_bytes()).ok()?;
    file.keep().ok().map(|(_, path)| path)
}
/// Whether a program calculates with arrays.
fn uses_arrays(analysis: &Analysis) -> bool {
    let is_array = |ty: &Type| ty.any(&|part| matches!(part, Type::Array(_) | Type::Tensor(_)));
    analysis.program.functions.iter().flat_map(|function| &function.locals).any(|local| is_array(&local.ty))
}
