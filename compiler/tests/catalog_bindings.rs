//! Every entry of the catalog binds to a function of the runtime that exists.
//!
//! A crate that names each of them is type-checked against the built runtime: one call of rustc tells of all that are
//! missing.

use std::collections::BTreeSet;
use std::process::Command;

use hotforge_analyzer::catalog::{Signature, catalog};
use hotforge_compiler::build::{Runtime, Toolchain};
use hotforge_compiler::cache::Cache;

#[test]
fn every_stub_binds_to_a_runtime_function() {
    let toolchain = Toolchain::find().expect("tests run where there is Rust");
    let cache = Cache::open(&()).expect("a cache can be made");
    let runtime = Runtime::prepare(&cache, &toolchain, &[], &()).expect("the runtime builds");
    let folder = tempfile::tempdir().expect("a folder can be made");
    let source = folder.path().join("bindings.rs");
    std::fs::write(&source, imports()).expect("the file can be written");
    let output = Command::new(&toolchain.rustc)
        .args(["--edition=2024", "--crate-type=lib", "--emit=metadata", "--crate-name=bindings"])
        .arg("--extern")
        .arg(format!("hotforge_runtime={}", runtime.rlib.display()))
        .arg("-L")
        .arg(format!("dependency={}", runtime.dependencies.display()))
        .arg("--out-dir")
        .arg(folder.path())
        .arg(&source)
        .output()
        .expect("rustc runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// One `use` for each path that a stub binds to.
fn imports() -> String {
    let import = |(number, path): (usize, String)| {
        let segments: Vec<String> = path.split("::").map(identifier).collect();
        format!("#[allow(unused_imports)] use hotforge_runtime::{} as _{number};\n", segments.join("::"))
    };
    native_paths().into_iter().enumerate().map(import).collect()
}

fn native_paths() -> BTreeSet<String> {
    let modules = || catalog().modules().map(|(_, module)| module);
    let functions = modules().flat_map(|module| module.functions.values());
    let methods = modules().flat_map(|module| module.classes.values()).flat_map(|class| class.methods.values());
    let is_called = |signature: &&Signature| signature.refused.is_none();
    functions.chain(methods).flatten().filter(is_called).map(|signature| signature.native.to_string()).collect()
}

/// A segment of a path; one that is a word of Rust's is written raw.
fn identifier(segment: &str) -> String {
    match syn::parse_str::<syn::Ident>(segment) {
        Ok(_) => segment.to_owned(),
        Err(_) => format!("r#{segment}"),
    }
}
