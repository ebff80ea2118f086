//! Has the crate built again when a file that it embeds comes or goes (`include_dir` alone sees only changed ones), and
//! makes the manifest and the lock file of the runtime as a package of its own.
//!
//! They hold what the runtime is made of and nothing else: a crate that only the command line or a test needs is no reason
//! to build the runtime anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use toml::{Table, Value};

const RUNTIME: &str = "hotforge-runtime";

fn main() {
    for path in ["../runtime/src", "../runtime/include", "../python/hotforge", "../docs/diagnostics"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let mut manifest = table("../runtime/Cargo.toml");
    // Tests are not built there.
    manifest.remove("dev-dependencies");
    manifest.remove("example");
    join_targets(&mut manifest);
    // With a workspace of its own, so that the cache may lie inside of another one.
    manifest.insert("workspace".to_owned(), Table::new().into());
    let lock = reached(table("../Cargo.lock"), &manifest);
    let out = std::env::var("OUT_DIR").expect("cargo tells a build script where to write");
    write(&Path::new(&out).join("runtime.toml"), &manifest);
    write(&Path::new(&out).join("runtime.lock"), &lock);
}

/// A library is never compiled for a browser: what is needed for all other targets is needed there.
fn join_targets(manifest: &mut Table) {
    let targets = manifest.remove("target").and_then(|targets| targets.try_into::<Table>().ok()).unwrap_or_default();
    let wanted = targets.into_iter().filter(|(target, _)| target.starts_with("cfg(not("));
    let more =
        wanted.filter_map(|(_, mut wanted)| wanted.as_table_mut()?.remove("dependencies")?.try_into::<Table>().ok());
    let more: Table = more.flatten().collect();
    let dependencies = manifest.get_mut("dependencies").and_then(Value::as_table_mut);
    dependencies.expect("the runtime depends on crates").extend(more);
}

fn table(path: &str) -> Table {
    println!("cargo::rerun-if-changed={path}");
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.parse().unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn write(path: &Path, table: &Table) {
    let text = toml::to_string(table).expect("what was read can be written");
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// A lock file with no other packages than the runtime and those that it is built with.
fn reached(mut lock: Table, manifest: &Table) -> Table {
    let Some(Value::Array(mut packages)) = lock.remove("package") else { panic!("Cargo.lock lists no packages") };
    let declared = manifest["dependencies"].as_table().expect("dependencies are a table");
    for package in packages.iter_mut().filter_map(Value::as_table_mut).filter(|package| name(package) == RUNTIME) {
        let dependencies = package.get_mut("dependencies").and_then(Value::as_array_mut);
        let is_declared = |value: &Value| declared.contains_key(split(value.as_str().unwrap_or_default()).0);
        dependencies.expect("the runtime depends on crates").retain(is_declared);
    }
    let mut kept = BTreeSet::new();
    let mut work = vec![RUNTIME.to_owned()];
    while let Some(wanted) = work.pop() {
        let (wanted, version) = split(&wanted);
        let fits = |package: &Table| {
            name(package) == wanted && version.is_none_or(|version| package["version"].as_str() == Some(version))
        };
        for (index, package) in packages.iter().enumerate().filter_map(|(n, value)| Some((n, value.as_table()?))) {
            if fits(package) && kept.insert(index) {
                let dependencies = package.get("dependencies").and_then(Value::as_array).into_iter().flatten();
                work.extend(dependencies.filter_map(Value::as_str).map(str::to_owned));
            }
        }
    }
    let packages: Vec<Value> = kept.into_iter().map(|index| packages[index].clone()).collect();
    lock.insert("package".to_owned(), packages.into());
    lock
}

/// The name and the version of a dependency: `name`, or `name version` where there are several, or `name version (source)`.
fn split(dependency: &str) -> (&str, Option<&str>) {
    let mut words = dependency.split(' ');
    (words.next().unwrap_or_default(), words.next())
}

fn name(package: &Table) -> &str {
    package["name"].as_str().unwrap_or_default()
}
