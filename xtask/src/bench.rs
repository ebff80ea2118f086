//! `cargo xtask bench`: the time of each compile stage, and native calls beside the same Python function.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::setup;

/// Sets up, builds the command with optimisation, then measures.
pub fn run(shell: &Shell) -> Result<()> {
    setup::run(shell)?;
    cmd!(shell, "cargo build --release --package hotforge-compiler").run()?;
    cmd!(shell, "cargo bench --package hotforge-analyzer").run()?;
    let (python, hotforge) = (setup::python(), setup::repository().join("target/release/hotforge"));
    cmd!(shell, "{python} bench/stages.py {hotforge}").quiet().run()?;
    cmd!(shell, "{python} bench/call.py {hotforge}").quiet().run()?;
    Ok(())
}
