//! Loads libraries that Hotforge compiled from Python predictors, and calls them.
//!
//! ```no_run
//! use hotforge::{Library, Value};
//!
//! # fn main() -> Result<(), hotforge::Error> {
//! let library = Library::load("build/embed")?;
//! let embed = library.predictor("embed")?;
//! let vectors = embed.call([("texts", Value::from(vec!["hello", "world"]))])?;
//! let Value::Array(vectors) = vectors else { panic!("an embedding is an array") };
//! let numbers: &[f32] = vectors.as_slice().expect("float32 in C order");
//! # Ok(())
//! # }
//! ```
//!
//! Any number of threads may call predictors at the same time. Arrays go in and come out without a copy. A predictor that
//! yields gives a [`Stream`], an iterator. What Python would raise comes back as [`Raised`]: class, message, and the lines of
//! the Python source.

mod array;
mod cancellation;
mod convert;
mod error;
mod ffi;
pub mod json;
mod library;
pub mod manifest;
#[cfg(feature = "openai")]
pub mod openai;
mod stream;
mod value;

pub use array::{Array, Complex, DType, Element, Half};
pub use cancellation::Cancellation;
pub use error::{Error, Frame, Raised, Result};
pub use library::{Called, Library, Predictor, find_library};
pub use manifest::Manifest;
pub use stream::Stream;
pub use value::{Record, Value};
