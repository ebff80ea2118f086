//! The native operators that compiled predictors call: what CPython and numpy do, in Rust, with the same results.
//!
//! A module stands for each class of `builtins` and each module of the catalog, under the name Python knows it by:
//! `str.split` is [`str::split`], `math.sqrt` is `math::sqrt`, `ndarray.reshape` is `numpy::ndarray::reshape`.
//! The calling convention is described in ARCHITECTURE.md, section "How generated code calls the runtime".

pub mod abi;
pub mod exception;
pub mod numpy;
pub mod object;

pub use exception::{At, Exception, Fallible, Frame, Raised};
pub use object::{Compare, Equal, Iter, Iterable, Key, Object};
