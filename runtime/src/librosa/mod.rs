//! The module `librosa`: what is measured of sound (librosa 0.11), of one channel.
//!
//! Transforms are computed in double precision and given in that of the samples, as librosa does.

mod decibels;
pub mod effects;
pub mod feature;
pub mod filters;
mod loading;
mod spectrum;
pub mod util;

use crate::exception::{Exception, Raised};

pub use decibels::*;
pub use loading::{load, resample, resample_polyphase};
pub use spectrum::{istft, stft};

#[cold]
fn parameter_error(message: impl Into<String>) -> Raised {
    Exception::new("librosa.ParameterError", message)
}
