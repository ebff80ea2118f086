//! `cargo xtask vsix`: the extension for VS Code as one file, with the server for this machine in it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use crate::setup;

/// The programs that the extension carries.
const PROGRAMS: [&str; 2] = ["hotforge", "hotforge-lsp"];

/// Which build of the programs the extension carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// For users.
    Release,
    /// For tests that are wanted soon.
    Debug,
}

/// Builds the server and packs the extension; gives the file.
pub fn run(shell: &Shell, build: Build) -> Result<PathBuf> {
    let flags: &[&str] = if build == Build::Release { &["--release"] } else { &[] };
    cmd!(shell, "cargo build {flags...} --package hotforge-compiler --package hotforge-lsp").run()?;
    let target = setup::repository().join("target");
    let built = target.join(if build == Build::Release { "release" } else { "debug" });
    let extension = setup::repository().join("vscode-ext");
    carry(shell, &built, &extension.join("server"))?;

    let platform = platform()?;
    let file = target.join(format!("hotforge-{platform}.vsix"));
    let _folder = shell.push_dir(&extension);
    cmd!(shell, "npm ci --silent").quiet().run()?;
    cmd!(shell, "npm run --silent package -- --target {platform} --out {file}").quiet().run()?;
    println!("{}", file.display());
    Ok(file)
}

/// Puts the programs into the folder of the extension, without what only debuggers read.
fn carry(shell: &Shell, built: &Path, folder: &Path) -> Result<()> {
    shell.remove_path(folder)?;
    shell.create_dir(folder)?;
    for program in PROGRAMS {
        let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
        let copy = folder.join(&name);
        shell.copy_file(built.join(&name), &copy)?;
        // Smaller by two thirds; where there is no `strip`, it works all the same.
        let _ = cmd!(shell, "strip {copy}").quiet().ignore_stderr().run();
    }
    Ok(())
}

/// This machine as VS Code's marketplace names it.
fn platform() -> Result<String> {
    let system = match std::env::consts::OS {
        "linux" => "linux",
        "macos" => "darwin",
        "windows" => "win32",
        other => bail!("VS Code does not run on {other}"),
    };
    let processor = match std::env::consts::ARCH {
        "x86_64" => Some("x64"),
        "aarch64" => Some("arm64"),
        _ => None,
    };
    Ok(format!("{system}-{}", processor.context("VS Code does not run on this processor")?))
}
