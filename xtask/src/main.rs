//! Every automation of the repository. `cargo xtask` lists the tasks.

mod bench;
mod demo;
mod fuzz;
mod jupyter;
mod node;
mod playground;
mod setup;
mod steps;
mod test;
mod vscode;
mod vsix;
mod workbench;

use anyhow::{Result, bail};
use vsix::Build;
use xshell::Shell;

const USAGE: &str = "\
cargo xtask TASK

  test [STEP...]   set up, then run every test, or only the named steps
  fuzz [COUNT] [SEED]
                   set up, then compare random programs in CPython and native
  libfuzzer [SECONDS]
                   give the analyzer random texts, and a library random values
  demo             set up, then compile and run the embedding example
  vsix             pack the extension for VS Code, with the server in it
  vscode [debug] [TEST...]
                   set up, pack the extension, then drive it in a real workbench
  jupyter [TEST...]
                   set up, then drive the magics and the extension in a real JupyterLab
  playground       set up, then build the playground: playground/web/dist
  playground test [TEST...]
                   run the parity suite in its evaluator, build it, drive it in Chromium
  playground parity [FILTER...]
                   compare its evaluator, as WebAssembly in Node, with CPython
  bench [PART...]  set up, then measure: analyzer, stages, call, language, lsp, jupyter, playground
  setup            only set up: .venv, the model, the wasm target";

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let shell = Shell::new()?;
    shell.change_dir(setup::repository());
    match arguments.split_first() {
        Some((task, names)) if task == "test" => test::run(&shell, names),
        Some((task, arguments)) if task == "fuzz" => fuzz::run(&shell, arguments),
        Some((task, arguments)) if task == "libfuzzer" => fuzz::run_libfuzzer(&shell, arguments),
        Some((task, [])) if task == "demo" => demo::run(&shell),
        Some((task, names)) if task == "bench" => bench::run(&shell, names),
        Some((task, [])) if task == "setup" => setup::run(&shell),
        Some((task, [])) if task == "vsix" => vsix::run(&shell, Build::Release).map(drop),
        Some((task, [first, tests @ ..])) if task == "vscode" && first == "debug" => {
            vscode::run(&shell, Build::Debug, tests)
        }
        Some((task, tests)) if task == "vscode" => vscode::run(&shell, Build::Release, tests),
        Some((task, tests)) if task == "jupyter" => jupyter::run(&shell, tests),
        Some((task, [])) if task == "playground" => playground::run(&shell),
        Some((task, [first, tests @ ..])) if task == "playground" && first == "test" => playground::test(&shell, tests),
        Some((task, [first, filters @ ..])) if task == "playground" && first == "parity" => {
            playground::parity(&shell, filters)
        }
        None => {
            println!("{USAGE}");
            Ok(())
        }
        Some(_) => bail!("no such task: {}\n\n{USAGE}", arguments.join(" ")),
    }
}
