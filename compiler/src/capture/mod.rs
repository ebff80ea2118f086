//! Capture: the values of the module globals that a predictor reads, from running the module once in the user's Python;
//! where there is none, as far as the source states them.

#[cfg(feature = "native")]
mod exchange;
#[cfg(feature = "native")]
mod python;
#[cfg(feature = "native")]
mod result;
pub mod stated;
#[cfg(feature = "native")]
mod types;
pub mod value;

#[cfg(feature = "native")]
pub use exchange::{Capture, Wanted, ask, capture, recall};
#[cfg(feature = "native")]
pub(crate) use exchange::{absolute, failed, project_root, search_path};
#[cfg(feature = "native")]
pub use python::find;
#[cfg(feature = "native")]
pub(crate) use python::package;
#[cfg(feature = "native")]
pub use result::Captured;
#[cfg(feature = "native")]
pub use types::type_of;
