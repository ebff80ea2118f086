//! A C program, compiled with the header alone, calls a library.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder that cargo built the example library into.
fn examples() -> PathBuf {
    let test = std::env::current_exe().expect("the test has a path");
    let profile = test.ancestors().nth(2).expect("tests lie in a profile's `deps`");
    profile.join("examples")
}

/// Builds it, since cargo does so by itself only where all tests are run.
fn build_library() {
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--quiet", "--package", env!("CARGO_PKG_NAME"), "--example", "boundary"]);
    if !cfg!(debug_assertions) {
        build.arg("--release");
    }
    assert!(build.status().expect("cargo starts").success(), "the library does not build");
}

#[test]
fn a_c_program_calls_a_library() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    build_library();
    let folder = examples();
    let program = folder.join("boundary-in-c");
    let compiled = Command::new("cc")
        .args(["-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-g", "-o"])
        .arg(&program)
        .arg(here.join("tests/c/boundary.c"))
        .arg(format!("-I{}", here.join("include").display()))
        .arg(format!("-L{}", folder.display()))
        .arg(format!("-Wl,-rpath,{}", folder.display()))
        .args(["-lboundary", "-lm"])
        .output()
        .expect("a C compiler is installed");
    assert!(compiled.status.success(), "{}", String::from_utf8_lossy(&compiled.stderr));
    let run = Command::new(&program).output().expect("the program starts");
    assert_eq!(String::from_utf8_lossy(&run.stderr), "");
    assert_eq!(String::from_utf8_lossy(&run.stdout), "ok\n");
    assert!(run.status.success());
}
