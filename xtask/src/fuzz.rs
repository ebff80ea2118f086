//! `cargo xtask fuzz`: random programs in CPython and as native code. `cargo xtask libfuzzer`: random text for the analyzer, and
//! random values for a library.

use std::path::Path;

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

/// What libFuzzer drives, each in `tests/libfuzzer/targets/`.
const TARGETS: &[&str] = &["analysis", "call"];

/// Sets up, then runs each target for so many seconds, 600 where none are given. Needs rustup's nightly compiler.
pub fn run_libfuzzer(shell: &Shell, arguments: &[String]) -> Result<()> {
    let seconds = arguments.first().map_or("600", String::as_str);
    if cmd!(shell, "cargo fuzz --version").quiet().ignore_stdout().ignore_stderr().run().is_err() {
        cmd!(shell, "cargo install --locked cargo-fuzz").run()?;
    }
    let folder = setup::repository().join("tests/libfuzzer");
    let found = setup::repository().join("target/libfuzzer");
    for target in TARGETS {
        let corpus = found.join(target);
        shell.create_dir(&corpus)?;
        if *target == "analysis" {
            copy_programs(shell, &corpus)?;
        }
        let limits = [format!("-max_total_time={seconds}"), "-timeout=30".into(), "-rss_limit_mb=4096".into()];
        cmd!(shell, "cargo +nightly fuzz run --fuzz-dir {folder} {target} {corpus} -- {limits...}").run()?;
    }
    Ok(())
}

/// The predictors of the parity suite: texts to start from.
fn copy_programs(shell: &Shell, corpus: &Path) -> Result<()> {
    for folder in shell.read_dir(setup::repository().join("tests/parity"))?.into_iter().filter(|path| path.is_dir()) {
        let files = shell.read_dir(&folder)?;
        for file in files.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "py")) {
            let name = format!("{}_{}", name_of(&folder), name_of(&file));
            shell.copy_file(&file, corpus.join(name))?;
        }
    }
    Ok(())
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
