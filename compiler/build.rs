//! Has the crate built again when a file that it embeds comes or goes; `include_dir` alone sees only changed ones.

fn main() {
    for folder in ["../runtime/src", "../runtime/include", "../python/hotforge", "../docs/diagnostics"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
