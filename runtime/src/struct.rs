//! `struct`: values packed into bytes (Modules/_struct.c).
//!
//! The tracer knows the format and with it what is packed, so the values come and go as [`Value`]s of the right kind.

mod layout;
mod pack;
mod unpack;

use crate::bytes::Bytes;
use crate::exception::{Exception, Fallible, Raised};
use crate::object::Object;
use crate::str::Str;

use layout::Layout;

pub use pack::{pack, pack_into};
pub use unpack::{
    Fields, field_bool, field_bools, field_bytes, field_byteses, field_float, field_floats, field_int, field_ints,
    iter_unpack, unpack, unpack_from,
};

/// A raised `struct.error`.
#[cold]
fn error(message: impl Into<String>) -> Raised {
    Exception::new("struct.error", message)
}

/// A value that is packed, or was.
#[derive(Clone)]
pub enum Value {
    /// Of the formats of integers.
    Int(i64),
    /// Of `e`, `f` and `d`.
    Float(f64),
    /// Of `?`.
    Bool(bool),
    /// Of `c`, `s` and `p`.
    Bytes(Bytes),
}

/// An integer to pack.
#[must_use]
pub fn int(value: i64) -> Value {
    Value::Int(value)
}

/// A float to pack.
#[must_use]
pub fn float(value: f64) -> Value {
    Value::Float(value)
}

/// A truth to pack.
#[must_use]
pub fn bool(value: bool) -> Value {
    Value::Bool(value)
}

/// Bytes to pack.
#[must_use]
pub fn bytes(value: &impl crate::bytes::Buffer) -> Value {
    Value::Bytes(value.read(|bytes| bytes.to_vec().into()))
}

/// `calcsize(format)`.
///
/// # Errors
/// `struct.error` for a format that is none.
pub fn calcsize(format: &Str) -> Fallible<i64> {
    Ok(Layout::of(format.as_str())?.size as i64)
}

/// `Struct(format)`: of which all is known from its type.
#[derive(Clone)]
pub struct Struct {
    format: Str,
}

/// `Struct(format)`.
#[must_use]
pub fn compile(format: &Str) -> Struct {
    Struct { format: format.clone() }
}

/// `struct.format`.
#[must_use]
pub fn format_of(made: &Struct) -> Str {
    made.format.clone()
}

/// `struct.size`.
///
/// # Errors
/// As [`calcsize`].
pub fn size_of(made: &Struct) -> Fallible<i64> {
    calcsize(&made.format)
}

impl Object for Struct {
    fn type_name(&self) -> &'static str {
        "Struct"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        // CPython shows an address, which no two runs have in common.
        out.push_str(&format!("<_struct.Struct object of {:?}>", self.format.as_str()));
    }
}
