//! Makes of a module that rustc wrote one that JavaScript can load, with its glue: `hotforge-bindgen INPUT.wasm NAME FOLDER`.

use anyhow::{Result, bail};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, name, folder] = &arguments[..] else { bail!("usage: hotforge-bindgen INPUT.wasm NAME FOLDER") };
    let mut bindgen = Bindgen::new();
    // The glue finds the module beside itself, which bundlers understand.
    bindgen.web(true)?.typescript(true).omit_default_module_path(false);
    bindgen.input_path(input).out_name(name).generate(folder)
}
