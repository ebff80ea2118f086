//! `cargo xtask test`: every test of the repository.

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use crate::steps::{self, Step};
use crate::{node, playground, setup};

/// Sets up, then runs the steps of these names; all where none is named.
pub fn run(shell: &Shell, names: &[String]) -> Result<()> {
    setup::run(shell)?;
    let python = setup::python();
    let all = vec![
        Step { name: "build", command: cmd!(shell, "cargo build --workspace") },
        Step { name: "rust", command: cmd!(shell, "cargo nextest run --workspace --no-tests=warn --no-fail-fast") },
        Step { name: "doc", command: cmd!(shell, "cargo test --workspace --doc --quiet") },
        Step {
            name: "wasm",
            command: cmd!(
                shell,
                "cargo check -p hotforge-analyzer -p hotforge-playground --target wasm32-unknown-unknown"
            ),
        },
        Step { name: "parity", command: cmd!(shell, "{python} tests/parity/run.py") },
        Step { name: "evaluator", command: cmd!(shell, "{python} tests/parity/evaluate.py") },
        Step { name: "node", command: cmd!(shell, "cargo xtask playground parity --section") },
        Step { name: "tensors", command: cmd!(shell, "{python} tests/properties/evaluate_tensors.py") },
        Step { name: "lsp", command: cmd!(shell, "{python} -m pytest -q tests/lsp") },
        Step { name: "properties", command: cmd!(shell, "{python} -m pytest -q tests/properties") },
        Step { name: "extension", command: cmd!(shell, "npm --prefix vscode-ext run all") },
        Step { name: "playground", command: cmd!(shell, "npm --prefix playground/web run --silent check") },
        Step { name: "python", command: cmd!(shell, "{python} -m pytest -q python/tests") },
        Step {
            name: "jupyter",
            command: cmd!(shell, "{python} -m pytest -q tests/jupyter --ignore tests/jupyter/browser"),
        },
        Step { name: "clients", command: cmd!(shell, "{python} -m pytest -q tests/clients") },
        Step { name: "serve", command: cmd!(shell, "{python} -m pytest -q tests/serve") },
        Step { name: "examples", command: cmd!(shell, "{python} -m pytest -q tests/e2e") },
    ];
    if let Some(unknown) = names.iter().find(|name| all.iter().all(|step| step.name != *name)) {
        let known: Vec<_> = all.iter().map(|step| step.name).collect();
        bail!("no step is called {unknown:?}: there are {}", known.join(", "));
    }
    if names.is_empty() || names.iter().any(|name| name == "clients") {
        node::set_up(shell)?;
    }
    if names.is_empty() || names.iter().any(|name| name == "playground") {
        playground::packages(shell)?;
    }
    steps::run(all.into_iter().filter(|step| names.is_empty() || names.iter().any(|name| name == step.name)).collect())
}
