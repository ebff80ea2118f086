//! `cargo xtask demo`: compiles the embedding example and ranks sentences by similarity.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::setup;

/// Sets up, builds the command, then hands over to `examples/demo.py`.
pub fn run(shell: &Shell) -> Result<()> {
    setup::run(shell)?;
    cmd!(shell, "cargo build --release --package hotforge-compiler").run()?;
    let (python, hotforge) = (setup::python(), setup::repository().join("target/release/hotforge"));
    cmd!(shell, "{python} examples/demo.py {hotforge}").quiet().run()?;
    Ok(())
}
