//! The npm package `hotforge`: its native part, and what its tests need. What any package of npm needs.

use std::path::Path;

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
    install(shell, &package)
}

/// Installs the dependencies of a package where others are installed than its lock file says.
pub fn install(shell: &Shell, package: &Path) -> Result<()> {
    let wanted = shell.read_file(package.join("package-lock.json"))?;
    let stamp = package.join("node_modules/installed.json");
    if !shell.read_file(&stamp).is_ok_and(|installed| installed == wanted) {
        println!("setup: installing the packages of {}", package.display());
        cmd!(shell, "npm --prefix {package} ci --silent --no-audit --no-fund").quiet().run()?;
        shell.write_file(stamp, wanted)?;
    }
    Ok(())
}
