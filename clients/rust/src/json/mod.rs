//! Values as JSON, as `hotforge run` and the server read and write them.
//!
//! What JSON cannot say is an object with one field, as in manifests: `{"float": "nan"}`, `{"bytes": "aGk="}` in Base64,
//! `{"complex": [real, imag]}`. An object is an object of its fields, an enum the value of its member, an array nested lists.

mod array;
mod read;
mod write;

pub use read::{from_json, from_text};
#[cfg(feature = "openai")]
pub(crate) use write::float32;
pub use write::{describe, to_json};
