//! Build: from generated Rust to a native library, by one call of rustc against the runtime, which is built once.

mod layout;
mod library;
mod runtime;
mod sources;
mod toolchain;

pub(crate) use library::write_blob;
pub use library::{Build, Library, Purpose, Rustc};
pub use runtime::Runtime;
pub use toolchain::Toolchain;

/// A short, stable name for everything that was hashed.
fn key(hasher: &blake3::Hasher) -> String {
    hasher.finalize().to_hex()[..24].to_owned()
}
