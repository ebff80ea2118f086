//! `cargo xtask vscode`: the extension in a real VS Code workbench.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::vsix::{self, Build};
use crate::{setup, workbench};

/// Sets up, packs the extension, then drives it: `vscode-ext/test-real/run.mjs`.
pub fn run(shell: &Shell, build: Build, tests: &[String]) -> Result<()> {
    setup::run(shell)?;
    let workbench = workbench::set_up(shell)?;
    let vsix = vsix::run(shell, build)?;
    let (code_server, chromium, python) = (&workbench.code_server, &workbench.chromium, setup::python());
    let pictures = setup::repository().join("docs/images");
    let _browser = shell.push_env("CHROMIUM", chromium);
    cmd!(shell, "node vscode-ext/test-real/run.mjs {code_server} {vsix} {python} {pictures} {tests...}")
        .quiet()
        .run()?;
    Ok(())
}
