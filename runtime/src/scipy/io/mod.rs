//! The module `scipy.io`: files of samples.

mod formats;
pub mod wavfile;
