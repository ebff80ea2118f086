//! `cargo xtask jupyter`: the magics and the extension in a real JupyterLab, in Chromium.

use std::path::{Path, PathBuf};

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::{setup, workbench};

const REQUIREMENTS: &str = "xtask/requirements-jupyter.txt";
const FOLDER: &str = "target/jupyter";
const EXTENSION: &str = "jupyter-ext";

/// Sets up, installs both packages as users do, then drives JupyterLab: `tests/jupyter/browser`. `tests` chooses by words in
/// their names.
pub fn run(shell: &Shell, tests: &[String]) -> Result<()> {
    setup::run(shell)?;
    let chromium = workbench::chromium(shell)?;
    let python = environment(shell)?;
    cmd!(shell, "cargo build --package hotforge-compiler --package hotforge-lsp").run()?;
    install(shell, &python)?;
    let root = setup::repository();
    let program = root.join("target/debug").join(format!("hotforge{}", std::env::consts::EXE_SUFFIX));
    let chosen: Vec<String> = if tests.is_empty() { Vec::new() } else { vec!["-k".to_owned(), tests.join(" or ")] };
    // What is installed is tested, and not what lies in the repository.
    shell.set_var("PYTHONPATH", "");
    cmd!(shell, "{python} -m pytest -q tests/jupyter/browser {chosen...}")
        .env("CHROMIUM", chromium)
        .env("HOTFORGE_PROGRAM", program)
        .env("PICTURES", root.join("docs/images"))
        .quiet()
        .run()?;
    Ok(())
}

/// The environment with JupyterLab and the other magics to compare with; its Python.
pub fn environment(shell: &Shell) -> Result<PathBuf> {
    let folder = setup::repository().join(FOLDER).join("venv");
    setup::make_environment(shell, &folder, REQUIREMENTS)?;
    Ok(setup::python_of(&folder))
}

/// Builds the extension for JupyterLab and installs both packages.
pub fn install(shell: &Shell, python: &Path) -> Result<()> {
    let wheels = setup::repository().join(FOLDER).join("wheels");
    shell.remove_path(&wheels)?;
    // The builder of extensions is a script of the environment.
    let path = shell.var_os("PATH").unwrap_or_default();
    let scripts = python.parent().map(Path::to_path_buf);
    let _path = shell.push_env("PATH", std::env::join_paths(scripts.into_iter().chain(std::env::split_paths(&path)))?);
    {
        let _folder = shell.push_dir(EXTENSION);
        let jlpm = python.with_file_name(if cfg!(windows) { "jlpm.exe" } else { "jlpm" });
        let jlpm = |arguments: &[&str]| cmd!(shell, "{jlpm} {arguments...}").quiet().run();
        jlpm(&["install", "--immutable"])?;
        jlpm(&["build"])?;
    }
    let pip = |arguments: &[&str]| {
        cmd!(shell, "{python} -m pip --quiet --disable-pip-version-check {arguments...}").quiet().run()
    };
    let folder = wheels.to_string_lossy().into_owned();
    pip(&[
        "wheel",
        "--no-build-isolation",
        "--no-deps",
        "--wheel-dir",
        &folder,
        "./python",
        &format!("./{EXTENSION}"),
    ])?;
    let built = shell.read_dir(&wheels)?;
    let built: Vec<String> = built.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    let built: Vec<&str> = built.iter().map(String::as_str).collect();
    pip(&[&["install", "--no-deps", "--force-reinstall"], &built[..]].concat())?;
    Ok(())
}
