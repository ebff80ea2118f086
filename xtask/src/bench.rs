//! `cargo xtask bench`: the time of each compile stage, native calls beside the same Python function, plain Python work
//! beside mypyc and numba, the language server beside those of type checkers, and `%%compile` beside other magics.

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use crate::{jupyter, playground, setup, workbench};

/// What can be measured.
const PARTS: &[&str] =
    &["analyzer", "stages", "call", "overhead", "language", "arrays", "lsp", "jupyter", "playground", "serve", "ray"];

/// Sets up, builds with optimisation, then measures the named parts; all where none is named.
pub fn run(shell: &Shell, names: &[String]) -> Result<()> {
    if let Some(unknown) = names.iter().find(|name| !PARTS.contains(&name.as_str())) {
        bail!("nothing to measure is called {unknown:?}: there are {}", PARTS.join(", "));
    }
    let is_wanted = |part: &str| names.is_empty() || names.iter().any(|name| name == part);
    setup::run(shell)?;
    cmd!(shell, "cargo build --release --package hotforge-compiler --package hotforge-lsp --package hotforge-server")
        .run()?;
    let (python, release) = (setup::python(), setup::repository().join("target/release"));
    let (hotforge, server) = (release.join("hotforge"), release.join("hotforge-lsp"));
    if is_wanted("analyzer") {
        cmd!(shell, "cargo bench --package hotforge-analyzer").run()?;
    }
    if is_wanted("stages") {
        cmd!(shell, "{python} bench/stages.py {hotforge}").quiet().run()?;
    }
    if is_wanted("call") {
        cmd!(shell, "{python} bench/call.py {hotforge}").quiet().run()?;
    }
    if is_wanted("overhead") {
        cmd!(shell, "{python} -m pip install --quiet --disable-pip-version-check cffi setuptools numba==0.68.1")
            .quiet()
            .run()?;
        cmd!(shell, "{python} bench/overhead/measure.py {hotforge}").quiet().run()?;
    }
    for part in ["language", "arrays"].into_iter().filter(|part| is_wanted(part)) {
        let needed = setup::repository().join(format!("bench/{part}/requirements.txt"));
        cmd!(shell, "{python} -m pip install --quiet --disable-pip-version-check -r {needed}").quiet().run()?;
        cmd!(shell, "{python} bench/{part}/measure.py {hotforge}").quiet().run()?;
    }
    if is_wanted("lsp") {
        let pyright = peers(shell)?;
        cmd!(shell, "{python} bench/lsp/measure.py {server} {pyright}").quiet().run()?;
    }
    if is_wanted("jupyter") {
        let python = jupyter::environment(shell)?;
        cmd!(shell, "{python} bench/jupyter.py {hotforge}").quiet().run()?;
    }
    if is_wanted("playground") {
        playground::run(shell)?;
        let python = playground::environment(shell)?;
        let folder = setup::repository().join("target/peers");
        shell.create_dir(&folder)?;
        cmd!(shell, "npm install --silent --prefix {folder} @astral-sh/ruff-wasm-web").quiet().run()?;
        let chromium = workbench::chromium(shell)?;
        cmd!(shell, "{python} bench/playground/measure.py {folder}").env("CHROMIUM", chromium).quiet().run()?;
    }
    // Of a few hundred MB: only where it is named.
    if names.iter().any(|name| name == "ray") {
        let cluster = ray(shell)?;
        cmd!(shell, "{cluster} -m pytest -q tests/clients/test_ray.py").env("HOTFORGE", &hotforge).quiet().run()?;
        cmd!(shell, "{cluster} bench/cluster.py {hotforge} {python}").quiet().run()?;
    }
    if is_wanted("serve") {
        let needed = setup::repository().join("bench/serve/requirements.txt");
        cmd!(shell, "{python} -m pip install --quiet --disable-pip-version-check -r {needed}").quiet().run()?;
        cmd!(shell, "{python} bench/serve/measure.py {hotforge}").quiet().run()?;
    }
    Ok(())
}

/// A Python of its own that has Ray.
fn ray(shell: &Shell) -> Result<std::path::PathBuf> {
    let folder = setup::repository().join("target/ray");
    if !shell.path_exists(&folder) {
        let python = setup::python();
        cmd!(shell, "{python} -m venv {folder}").quiet().run()?;
    }
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    cmd!(shell, "{python} -m pip install --quiet --disable-pip-version-check ray[data,serve]==2.60.0 numpy pytest")
        .quiet()
        .run()?;
    Ok(python)
}

/// Installs the servers to compare with; gives pyright's.
fn peers(shell: &Shell) -> Result<std::path::PathBuf> {
    let python = setup::python();
    cmd!(shell, "{python} -m pip install --quiet --disable-pip-version-check ty==0.0.105 pyrefly==1.4.1")
        .quiet()
        .run()?;
    let folder = setup::repository().join("target/peers");
    shell.create_dir(&folder)?;
    cmd!(shell, "npm install --silent --prefix {folder} pyright@1.1.414").quiet().run()?;
    Ok(folder.join("node_modules/.bin/pyright-langserver"))
}
