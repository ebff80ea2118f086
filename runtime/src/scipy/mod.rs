//! The module `scipy`: what sound is prepared by.

pub mod io;
pub mod signal;
