//! Building ahead: while Python runs the module for the values of its globals, which takes as long as its imports do, rustc
//! already compiles what the library will be if they are what they were at the last compile. They mostly are.

use std::path::Path;

use crate::build::{Build, Runtime, Rustc, Toolchain};
use crate::cache::Cache;
use crate::capture;
use crate::compile::{Choices, Outcome, Source, StageTimes, crate_name, generate, prepare_with};
use crate::disk::Disk;
use crate::error::{Error, Result};

/// What is known, and under way, before the globals are.
pub struct Ahead {
    /// The compiler that was found.
    pub toolchain: Result<Toolchain>,
    /// The library that is being compiled, on the guess that no global has changed; nothing where there is no guess.
    pub rustc: Option<Rustc>,
}

impl Ahead {
    /// Finds the compiler and, where the globals of the file were captured before, starts it.
    pub fn start(file: &Path, cache: &Cache, choices: &Choices) -> Ahead {
        let toolchain = Toolchain::find();
        let rustc = toolchain.as_ref().ok().and_then(|toolchain| start(file, cache, choices, toolchain));
        Ahead { toolchain, rustc }
    }
}

/// Nothing where there is no guess, or what it leads to does not compile: then the true way says so.
fn start(file: &Path, cache: &Cache, choices: &Choices, toolchain: &Toolchain) -> Option<Rustc> {
    let runtime = Runtime::built(cache, toolchain, &choices.flags)?;
    let python = capture::find(choices.python.as_deref()).ok()?;
    let path = file.to_string_lossy();
    let recall = |missing: &[capture::Wanted]| {
        capture::recall(cache, &python, &path, missing).ok_or_else(|| Error::internal("no capture was kept", ""))
    };
    let source = Source { file, files: &Disk, capture: &recall, is_live: false };
    let Outcome::Done(ready) = prepare_with(&source, &mut StageTimes::default(), &()).ok()? else {
        return None;
    };
    let name = crate_name(file);
    let (generated, _) = generate(&ready, &name, toolchain.host(), choices.models, choices.purpose).ok()?;
    let build = Build {
        cache,
        toolchain,
        runtime: &runtime,
        flags: &choices.flags,
        purpose: choices.purpose,
        name: &name,
        generated: &generated,
    };
    build.start(&ready.analysis).ok()?
}
