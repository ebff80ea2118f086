//! Snapshots of generated Rust, from IR built by hand.

mod builder;
mod expressions;
mod loops;
mod program;
mod python;
mod unions;
