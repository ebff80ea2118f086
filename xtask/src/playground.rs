//! `cargo xtask playground`: the page that tries predictors in the browser, a folder of files for any host.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::{node, setup, workbench};

const WEB: &str = "playground/web";
const WASM: &str = "wasm32-unknown-unknown";
const BINDGEN: &str = "target/bindgen";

/// The crates that become WebAssembly, each a module that pages load by itself, and binaryen's passes for each. Every page waits for
/// the analyzer, which takes all that makes it smaller: the lowest addresses are the far end of the stack, where nothing is that
/// has not overflowed.
const MODULES: [(&str, &[&str]); 2] =
    [("hotforge-playground", &["-Oz", "--low-memory-unused", "-Oz"]), (EVALUATOR, &["-Os"])];
const EVALUATOR: &str = "hotforge-evaluator";

/// The analyzer recurses along with the program; what it needs more than a thread has by default it cannot have there.
const FLAGS: &str = "-Clink-arg=-zstack-size=4194304";

/// What rustc makes use of, and every browser has.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Sets up and builds all of it.
pub fn run(shell: &Shell) -> Result<()> {
    setup::run(shell)?;
    modules(shell)?;
    site(shell)
}

/// Runs the parity suite in Node, then builds the page and drives it in Chromium: `tests/playground`. `tests` chooses by words
/// in their names, and leaves the suite out.
pub fn test(shell: &Shell, tests: &[String]) -> Result<()> {
    if tests.is_empty() {
        parity(shell, &[])?;
    }
    run(shell)?;
    let chromium = workbench::chromium(shell)?;
    let python = environment(shell)?;
    let chosen: Vec<String> = if tests.is_empty() { Vec::new() } else { vec!["-k".to_owned(), tests.join(" or ")] };
    cmd!(shell, "{python} -m pytest -q tests/playground/browser {chosen...}")
        .env("CHROMIUM", chromium)
        .env("PICTURES", setup::repository().join("docs/images"))
        .quiet()
        .run()?;
    Ok(())
}

/// Compares what the evaluator's module gives in Node with what CPython gives: the parity suite, or those of its files whose
/// paths contain a filter. The module is not optimised, which builds sooner.
pub fn parity(shell: &Shell, filters: &[String]) -> Result<()> {
    setup::run(shell)?;
    let output = setup::repository().join("target/playground/evaluator");
    module(shell, EVALUATOR, "dev", &output)?;
    let python = setup::python();
    cmd!(shell, "{python} tests/parity/evaluate.py --other-libm {filters...}")
        .env("HOTFORGE_EVALUATE", format!("node tests/parity/evaluate.mjs {}", output.display()))
        .quiet()
        .run()?;
    Ok(())
}

/// The environment with what drives the browser; its Python.
pub fn environment(shell: &Shell) -> Result<PathBuf> {
    let folder = setup::repository().join("target/playground/venv");
    setup::make_environment(shell, &folder, "xtask/requirements-playground.txt")?;
    Ok(setup::python_of(&folder))
}

/// Installs what the page is made of, and builds the folder.
fn site(shell: &Shell) -> Result<()> {
    packages(shell)?;
    cmd!(shell, "npm --prefix {WEB} run --silent build").quiet().run()?;
    println!("{WEB}/dist");
    Ok(())
}

/// Installs the packages of the page where others are installed than its lock file says.
pub fn packages(shell: &Shell) -> Result<()> {
    node::install(shell, &setup::repository().join(WEB))
}

/// Builds the modules into `playground/web/wasm`.
fn modules(shell: &Shell) -> Result<()> {
    packages(shell)?;
    let output = setup::repository().join(WEB).join("wasm");
    for (package, passes) in MODULES {
        let module = module(shell, package, "web", &output)?;
        optimise(shell, &module, passes)?;
    }
    Ok(())
}

/// Builds a crate as a module with its glue; gives the module.
fn module(shell: &Shell, package: &str, profile: &str, output: &Path) -> Result<PathBuf> {
    let bindgen = bindgen(shell)?;
    cmd!(shell, "cargo build --package {package} --lib --target {WASM} --profile {profile}")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS)
        .run()
        .with_context(|| format!("{package} does not build for the browser"))?;
    let name = package.replace('-', "_");
    let folder = if profile == "dev" { "debug" } else { profile };
    let built = setup::repository().join(format!("target/{WASM}/{folder}/{name}.wasm"));
    cmd!(shell, "{bindgen} {built} {name} {output}").quiet().run()?;
    Ok(output.join(format!("{name}_bg.wasm")))
}

/// wasm-bindgen's tool, built once.
fn bindgen(shell: &Shell) -> Result<PathBuf> {
    let target = setup::repository().join(BINDGEN);
    cmd!(shell, "cargo build --quiet --release --manifest-path playground/bindgen/Cargo.toml --target-dir {target}")
        .quiet()
        .run()
        .context("wasm-bindgen's tool cannot be built")?;
    Ok(target.join(format!("release/hotforge-bindgen{}", std::env::consts::EXE_SUFFIX)))
}

/// Has binaryen make a module smaller.
fn optimise(shell: &Shell, module: &Path, passes: &[&str]) -> Result<()> {
    let wasm_opt = setup::repository().join(WEB).join("node_modules/.bin/wasm-opt");
    cmd!(shell, "{wasm_opt} {passes...} {FEATURES...} {module} -o {module}").quiet().run()?;
    Ok(())
}
