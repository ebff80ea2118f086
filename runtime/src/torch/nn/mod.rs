//! `torch.nn`, of which only the functions are known.

pub mod functional;
