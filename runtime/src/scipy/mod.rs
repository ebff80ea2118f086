//! The module `scipy`: what sound is prepared by.

pub mod signal;
