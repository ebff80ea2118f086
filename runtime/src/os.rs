//! `os`: what of it does not ask the system.

pub mod path;
