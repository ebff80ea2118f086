//! The runtime as a compiled crate: built by cargo once for each compiler, version of Hotforge and choice of flags.

use std::collections::HashSet;
use std::env;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde::Deserialize;

use super::toolchain::Toolchain;
use super::{key, sources};
use crate::cache::{Cache, Kept};
use crate::error::{Error, OnPath, Result};
use crate::progress::Progress;

/// The built runtime.
#[derive(Debug, Clone)]
pub struct Runtime {
    /// The crate itself.
    pub rlib: PathBuf,
    /// The folder of the crates it depends on.
    pub dependencies: PathBuf,
    /// What it was built from, by hash.
    pub key: String,
}

/// cargo's messages that are of interest.
#[derive(Deserialize)]
struct Message {
    reason: String,
    #[serde(default)]
    target: Option<Target>,
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

impl Runtime {
    /// The runtime for that compiler and those flags, built now if it never was.
    ///
    /// # Errors
    /// Where cargo fails, or the cache cannot be written.
    pub fn prepare(cache: &Cache, toolchain: &Toolchain, flags: &[String], progress: &dyn Progress) -> Result<Runtime> {
        let (built, place) = place(cache, toolchain, flags)?;
        if let Some(runtime) = Runtime::at(&place, &built) {
            return Ok(runtime);
        }
        // Dependencies are shared by all versions of the runtime that have the same ones.
        let mut dependencies = hash_choices(toolchain, flags);
        sources::hash_dependencies(&mut dependencies);
        let workshop = cache.folder(&format!("workshop/{}", key(&dependencies)))?;
        let _lock = lock(&workshop, progress)?;
        // Another process may have built it meanwhile.
        if let Some(runtime) = Runtime::at(&place, &built) {
            return Ok(runtime);
        }
        let artifacts = build(&workshop, toolchain, flags, progress)?;
        gather(&artifacts, &place)?;
        cache.forget_oldest(Kept::Runtimes);
        Runtime::at(&place, &built).ok_or_else(|| Error::internal("cargo built no hotforge_runtime", ""))
    }

    /// The runtime for that compiler and those flags, where it was built before.
    pub fn built(cache: &Cache, toolchain: &Toolchain, flags: &[String]) -> Option<Runtime> {
        let (key, place) = place(cache, toolchain, flags).ok()?;
        Runtime::at(&place, &key)
    }

    fn at(place: &Path, key: &str) -> Option<Runtime> {
        let rlib = place.join("libhotforge_runtime.rlib");
        if !rlib.is_file() {
            return None;
        }
        Cache::mark_used(place);
        Some(Runtime { rlib, dependencies: place.join("dependencies"), key: key.to_owned() })
    }
}

/// What the runtime for that compiler and those flags is built from, by hash, and the folder that it is kept in.
fn place(cache: &Cache, toolchain: &Toolchain, flags: &[String]) -> Result<(String, PathBuf)> {
    let mut hasher = hash_choices(toolchain, flags);
    sources::hash(&mut hasher);
    let key = key(&hasher);
    let place = cache.kept(Kept::Runtimes)?.join(&key);
    Ok((key, place))
}

fn hash_choices(toolchain: &Toolchain, flags: &[String]) -> blake3::Hasher {
    let mut hasher = blake3::Hasher::new();
    hasher.update(toolchain.version.as_bytes()).update(flags.join("\0").as_bytes());
    hasher
}

/// Waits until no other process builds in the folder. The lock ends with the returned file.
fn lock(workshop: &Path, progress: &dyn Progress) -> Result<File> {
    let path = workshop.join("lock");
    let file = File::create(&path).writing(&path)?;
    if file.try_lock().is_err() {
        progress.stage("waiting for another hotforge to build the runtime");
        file.lock().writing(&path)?;
    }
    Ok(file)
}

/// Builds with cargo; the files it made.
fn build(workshop: &Path, toolchain: &Toolchain, flags: &[String], progress: &dyn Progress) -> Result<Vec<PathBuf>> {
    let package = workshop.join("runtime");
    sources::unpack(&package)?;
    let total = count_crates(&package, toolchain);
    let mut child = cargo(toolchain, &package)
        .args(["build", "--release", "--lib", "--message-format=json-render-diagnostics"])
        .arg("--target-dir")
        .arg(workshop.join("target"))
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .reading(&toolchain.cargo)?;
    // Read beside standard output, so that neither pipe fills up.
    let errors = child.stderr.take().map(|mut pipe| {
        std::thread::spawn(move || {
            let mut text = Vec::new();
            // What can be read is shown; a broken pipe has no more to say.
            let _ = pipe.read_to_end(&mut text);
            String::from_utf8_lossy(&text).into_owned()
        })
    });
    let artifacts = follow(&mut child, total, progress);
    let status = child.wait().reading(&toolchain.cargo)?;
    let output = errors.and_then(|thread| thread.join().ok()).unwrap_or_default();
    if status.success() { Ok(artifacts) } else { Err(failure(output)) }
}

/// cargo, so that nothing of the user's environment changes what is built: it is kept for whoever compiles next.
fn cargo(toolchain: &Toolchain, package: &Path) -> Command {
    let mut command = Command::new(&toolchain.cargo);
    command.current_dir(package).env("RUSTC", &toolchain.rustc);
    for (name, _) in env::vars_os() {
        let is_setting = |text: &str| {
            ["CARGO_BUILD_", "CARGO_PROFILE_", "CARGO_TARGET_"].iter().any(|start| text.starts_with(start))
        };
        if name.to_str().is_some_and(is_setting) {
            command.env_remove(name);
        }
    }
    command
}

fn follow(child: &mut Child, total: usize, progress: &dyn Progress) -> Vec<PathBuf> {
    let (mut artifacts, mut done) = (Vec::new(), 0);
    let lines = child.stdout.take().map(|pipe| BufReader::new(pipe).lines().map_while(std::result::Result::ok));
    for message in lines.into_iter().flatten().filter_map(|line| serde_json::from_str::<Message>(&line).ok()) {
        if message.reason == "compiler-artifact" {
            done += 1;
            progress.crates(done, total.max(done), message.target.as_ref().map_or("", |target| &target.name));
            artifacts.extend(message.filenames);
        }
    }
    artifacts
}

/// How many crates cargo will build, build scripts included; about, since features decide.
fn count_crates(package: &Path, toolchain: &Toolchain) -> usize {
    let tree = cargo(toolchain, package).args(["tree", "--prefix", "none", "--edges", "normal,build"]).output();
    let text = tree.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    text.lines().filter_map(|line| line.split(" (").next()).collect::<HashSet<_>>().len()
}

fn failure(output: String) -> Error {
    if output.contains("linker `") && output.contains("not found") {
        return Error::NoLinker { detail: output };
    }
    Error::RuntimeBuild { output }
}

/// Puts the built crates where no later build changes them. The crate itself comes last: it marks the whole.
fn gather(artifacts: &[PathBuf], place: &Path) -> Result<()> {
    let dependencies = place.join("dependencies");
    fs::create_dir_all(&dependencies).writing(&dependencies)?;
    let is_runtime = |path: &&PathBuf| path.file_name().is_some_and(|name| name == "libhotforge_runtime.rlib");
    // Procedural macros are dynamic libraries; rustc wants to see those of its dependencies as well.
    let wanted = artifacts.iter().filter(|path| {
        path.extension().is_some_and(|extension| ["rlib", "so", "dylib", "dll"].iter().any(|known| extension == *known))
    });
    let (runtime, others): (Vec<_>, Vec<_>) = wanted.partition(is_runtime);
    for path in others {
        link(path, &dependencies)?;
    }
    for path in runtime {
        let copy = place.join("libhotforge_runtime.part");
        fs::copy(path, &copy).writing(&copy)?;
        fs::rename(&copy, place.join("libhotforge_runtime.rlib")).writing(place)?;
    }
    Ok(())
}

/// A second name for a file, or a copy where the file system has none.
fn link(path: &Path, folder: &Path) -> Result<()> {
    let target = folder.join(path.file_name().unwrap_or_default());
    if target.exists() || fs::hard_link(path, &target).is_ok() {
        return Ok(());
    }
    fs::copy(path, &target).map(drop).writing(&target)
}
