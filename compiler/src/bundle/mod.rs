//! Bundle: the folder that holds a library with all it needs to run where there is neither Python nor Rust.

#[cfg(feature = "native")]
mod folder;
#[cfg(feature = "native")]
mod header;
pub mod manifest;
#[cfg(feature = "native")]
mod onnxruntime;
mod schema;

#[cfg(feature = "native")]
pub use folder::{Contents, write};
#[cfg(feature = "native")]
pub use onnxruntime::Onnxruntime;

/// The C header of every library.
pub const HEADER: &str = include_str!("../../../runtime/include/hotforge.h");

/// The file name of the library of that name on this system: `libembed.so`.
pub fn library_name(name: &str) -> String {
    format!("{}{name}{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX)
}
