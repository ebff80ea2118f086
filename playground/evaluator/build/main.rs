//! Writes the table of native operators: for each public function of the runtime a wrapper that takes dynamic values.
//!
//! The runtime's sources are parsed, not listed by hand: an operator that is added there is evaluated from then on. What
//! has a signature that dynamic values cannot meet is left out, and refused when a program calls it.

mod expand;
mod modules;
mod numpy;
mod wrapper;

use std::collections::BTreeMap;
use std::path::Path;

use modules::Crate;
use quote::quote;

fn main() {
    let source = Path::new("../../runtime/src");
    println!("cargo::rerun-if-changed={}", source.display());
    println!("cargo::rerun-if-changed=build");
    let runtime = Crate::read(source);
    let is_browser = std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32");
    let of_the_system = if is_browser { wrapper::OF_THE_SYSTEM } else { &[] };
    let left_out: Vec<&str> = wrapper::LEFT_OUT.iter().chain(of_the_system).copied().collect();
    let mut wrappers = BTreeMap::new();
    let mut opaque = BTreeMap::new();
    for (path, definition) in runtime.reachable() {
        let Some(signature) = runtime.signature(&definition) else { continue };
        if left_out.iter().any(|left| path == *left || path.starts_with(&format!("{left}::"))) {
            continue;
        }
        if let Some(wrapper) = wrapper::of(&runtime, &path, &definition.module, signature, &mut opaque) {
            wrappers.insert(path, wrapper);
        }
    }
    let functions = wrappers.values();
    let entries = wrappers.keys().map(|path| {
        let name = wrapper::name(path);
        quote!((#path, #name as Native))
    });
    let opaque = opaque.values();
    let table = quote! {
        #(#functions)*
        #(#opaque)*
        /// The operators, sorted by their paths.
        pub static TABLE: &[(&str, Native)] = &[#(#entries),*];
    };
    let file = syn::parse2(table).expect("the table is well-formed");
    let out = std::env::var("OUT_DIR").expect("cargo tells a build script where to write");
    std::fs::write(Path::new(&out).join("table.rs"), prettyplease::unparse(&file)).expect("the folder can be written");
}
