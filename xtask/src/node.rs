//! The npm package `hotforge`: its native part, and what its tests need.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::setup;

/// Builds the native part and puts it where the package looks for it; installs what the tests import.
pub fn set_up(shell: &Shell) -> Result<()> {
    cmd!(shell, "cargo build --package hotforge-node").run()?;
    let package = setup::repository().join("clients/node");
    let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let built = setup::repository().join(format!("target/debug/{prefix}hotforge_node{suffix}"));
    shell.copy_file(built, package.join("hotforge.node"))?;
    if !shell.path_exists(package.join("node_modules/openai")) {
        cmd!(shell, "npm --prefix {package} ci --silent --no-audit --no-fund").quiet().run()?;
    }
    Ok(())
}
