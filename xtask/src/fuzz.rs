//! `cargo xtask fuzz`: random programs in CPython and as native code.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::setup;

/// Sets up, builds the command, then compares so many programs made from a seed: `[COUNT] [SEED]`.
pub fn run(shell: &Shell, arguments: &[String]) -> Result<()> {
    setup::run(shell)?;
    cmd!(shell, "cargo build --package hotforge-compiler").run()?;
    let python = setup::python();
    cmd!(shell, "{python} tests/fuzz/run.py {arguments...}").quiet().run()?;
    Ok(())
}
