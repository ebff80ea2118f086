//! Set-up: what the other tasks need beside Rust. Everything is left as it is where it is there already.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

const REQUIREMENTS: &str = "xtask/requirements.txt";
const MODELS: &str = "models";
const WASM: &str = "wasm32-unknown-unknown";

/// The root of the repository.
pub fn repository() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// The Python of the virtual environment.
pub fn python() -> PathBuf {
    python_of(&repository().join(".venv"))
}

/// The Python of a virtual environment.
pub fn python_of(environment: &Path) -> PathBuf {
    environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}

/// Makes the virtual environment, fetches the models and adds the wasm target; then puts the environment first on
/// `PATH` for all that the shell runs.
pub fn run(shell: &Shell) -> Result<()> {
    make_environment(shell, &repository().join(".venv"), REQUIREMENTS)?;
    let python = python();
    cmd!(shell, "{python} xtask/fetch_models.py {MODELS}").quiet().run().context("the models could not be fetched")?;
    add_wasm_target(shell)?;
    activate(shell)
}

/// Makes a virtual environment that has what a file of requirements lists. One that is there is brought up to date.
pub fn make_environment(shell: &Shell, folder: &Path, requirements: &str) -> Result<()> {
    let wanted = shell.read_file(requirements)?;
    let stamp = folder.join("installed.txt");
    let python = python_of(folder);
    if python.exists() && shell.read_file(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    if !python.exists() {
        let system = system_python(shell)?;
        println!("setup: making {} with {system}", folder.display());
        cmd!(shell, "{system} -m venv {folder}").quiet().run()?;
    }
    println!("setup: installing {requirements}");
    cmd!(shell, "{python} -m pip install --quiet --disable-pip-version-check -r {requirements}").quiet().run()?;
    shell.write_file(stamp, wanted)?;
    Ok(())
}

/// A Python that is new enough, from `PATH`.
fn system_python(shell: &Shell) -> Result<&'static str> {
    let new_enough = "import sys; sys.exit(sys.version_info < (3, 11))";
    ["python3", "python3.13", "python3.12", "python3.11", "python"]
        .into_iter()
        .find(|python| cmd!(shell, "{python} -c {new_enough}").quiet().ignore_stderr().run().is_ok())
        .map_or_else(|| bail!("no Python 3.11 or later on PATH: install one from python.org or your system"), Ok)
}

fn add_wasm_target(shell: &Shell) -> Result<()> {
    let Ok(installed) = cmd!(shell, "rustup target list --installed").quiet().ignore_stderr().read() else {
        println!("setup: no rustup here, so the target {WASM} is not added");
        return Ok(());
    };
    if !installed.lines().any(|target| target == WASM) {
        cmd!(shell, "rustup target add {WASM}").quiet().run()?;
    }
    Ok(())
}

fn activate(shell: &Shell) -> Result<()> {
    let python = python();
    let scripts = python.parent().context("a Python stands in a folder")?.to_path_buf();
    let path = shell.var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(scripts).chain(std::env::split_paths(&path));
    shell.set_var("PATH", std::env::join_paths(paths)?);
    shell.set_var("VIRTUAL_ENV", repository().join(".venv"));
    shell.set_var("PYTHONPATH", repository().join("python"));
    Ok(())
}
