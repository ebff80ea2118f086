//! The native operators that compiled predictors call: what CPython and numpy do, in Rust, with the same results.
//!
//! A module stands for each class of `builtins` and each module of the catalog, under the name Python knows it by:
//! `str.split` is [`str::split`], `math.sqrt` is `math::sqrt`, `ndarray.reshape` is `numpy::ndarray::reshape`.
//! The calling convention is described in ARCHITECTURE.md, section "How generated code calls the runtime".

// Operators give tuples of arrays where the Python functions do: a name for each would say less.
#![allow(clippy::type_complexity)]
// What only the boundary and the system need is not used in a browser.
#![cfg_attr(target_arch = "wasm32", allow(dead_code, unused_imports))]

pub mod abi;
pub mod base64;
pub mod binascii;
pub mod bisect;
pub mod bool;
pub mod bounds;
pub mod builtins;
#[cfg(not(target_arch = "wasm32"))]
pub mod bundle;
pub mod bytearray;
pub mod bytes;
pub mod cache;
pub mod calendar;
pub mod closure;
pub mod cmath;
mod codec;
pub mod collections;
pub mod complex;
pub mod copy;
pub mod csv;
pub mod cv2;
pub mod datetime;
pub mod debugger;
pub mod dict;
pub mod difflib;
pub mod either;
pub mod exception;
pub mod flag;
pub mod float;
pub mod fnmatch;
mod format;
pub mod frozenset;
pub mod functools;
pub mod generator;
pub mod global;
mod hashing;
pub mod hashlib;
pub mod heapq;
pub mod hmac;
pub mod html;
pub mod int;
pub mod io;
pub mod iterator;
pub mod itertools;
pub mod json;
pub mod librosa;
pub mod list;
pub mod logging;
pub mod math;
mod named_tuple;
mod never;
pub mod none;
pub mod numpy;
pub mod object;
#[cfg(not(target_arch = "wasm32"))]
pub mod onnxruntime;
mod opaque;
pub mod os;
pub mod pace;
mod parallel;
pub mod pathlib;
pub mod pil;
pub mod pydantic;
pub mod random;
pub mod range;
pub mod re;
pub mod record;
pub mod recursion;
mod resource;
pub mod scipy;
pub mod sequence;
pub mod set;
pub mod shared;
pub mod shlex;
pub mod slice;
pub mod statistics;
pub mod str;
pub mod string;
pub mod r#struct;
pub mod textwrap;
pub mod time;
#[cfg(not(target_arch = "wasm32"))]
pub mod tokenizers;
pub mod torch;
pub mod torchvision;
#[cfg(not(target_arch = "wasm32"))]
pub mod transformers;
mod trashcan;
pub mod tuple;
pub mod typed_dict;
mod unicode;
pub mod unicodedata;
pub mod urllib;
pub mod warnings;
pub mod wave;
pub mod zlib;

pub use bounds::Bounds;
pub use bytearray::Bytearray;
pub use bytes::Bytes;
pub use complex::Complex;
pub use dict::Dict;
pub use either::Either;
pub use exception::{At, Exception, Fallible, Frame, Raised};
pub use frozenset::FrozenSet;
pub use global::Global;
pub use iterator::Boxed;
pub use list::List;
pub use never::Never;
pub use object::{Compare, Equal, Identity, Iter, Iterable, Key, Object};
pub use range::Range;
pub use record::Record;
pub use resource::Resource;
pub use sequence::Sequence;
pub use set::Set;
pub use shared::Shared;
pub use slice::{Ellipsis, Slice};
pub use str::Str;
pub use typed_dict::TypedDict;

/// Compiled code makes and drops many small objects, as Python does: an allocator made for that is faster than the system's.
#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
