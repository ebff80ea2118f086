//! Reading values.

use std::ffi::c_char;
use std::ptr;

use super::guard::guard;
use super::{borrow, store, text, wrong_kind};
use crate::abi::Value;
use crate::exception::{Fallible, index_error, key_error};

/// `hotforge_kind` of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i32)]
pub enum Kind {
    /// No value: the handle was NULL.
    Invalid = -1,
    /// `None`
    Null = 0,
    /// `bool`
    Bool = 1,
    /// `int`
    Int = 2,
    /// `float`
    Float = 3,
    /// `str`
    String = 4,
    /// `bytes`
    Bytes = 5,
    /// `list`
    List = 6,
    /// `tuple`
    Tuple = 7,
    /// `set`
    Set = 8,
    /// `frozenset`
    FrozenSet = 9,
    /// `dict`
    Dict = 10,
    /// An object with named fields.
    Record = 11,
    /// A numpy array.
    Array = 12,
    /// A numpy scalar.
    Scalar = 13,
    /// An iterator.
    Stream = 14,
    /// A tuple whose items have names.
    NamedTuple = 15,
    /// `complex`
    Complex = 16,
    /// An image of Pillow.
    Image = 17,
    /// A tensor of torch: read as an array.
    Tensor = 18,
}

/// `hotforge_value_kind`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_kind(value: *const Value) -> Kind {
    guard(Kind::Invalid, || {
        // SAFETY: the caller passes NULL or a live handle.
        Ok(match unsafe { borrow(value) }? {
            Value::Null => Kind::Null,
            Value::Bool(_) => Kind::Bool,
            Value::Int(_) => Kind::Int,
            Value::Float(_) => Kind::Float,
            Value::Str(_) => Kind::String,
            Value::Bytes(_) => Kind::Bytes,
            Value::List(_) => Kind::List,
            Value::Tuple(_) => Kind::Tuple,
            Value::Set(_) => Kind::Set,
            Value::FrozenSet(_) => Kind::FrozenSet,
            Value::Dict(_) => Kind::Dict,
            Value::Record(_) => Kind::Record,
            Value::NamedTuple(_) => Kind::NamedTuple,
            Value::Array(_) => Kind::Array,
            Value::Tensor(_) => Kind::Tensor,
            Value::Scalar(_) => Kind::Scalar,
            Value::Stream(_) => Kind::Stream,
            Value::Complex(_) => Kind::Complex,
            Value::Image(_) => Kind::Image,
        })
    })
}

/// `hotforge_value_get_bool`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_get_bool(value: *const Value, out: *mut bool) -> bool {
    // SAFETY: the caller passes NULL or a live handle, and a place for the result.
    guard(false, || match unsafe { borrow(value) }? {
        Value::Bool(truth) => unsafe { store(out, *truth) }.map(|()| true),
        other => Err(wrong_kind("a bool", other)),
    })
}

/// `hotforge_value_get_int`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_get_int(value: *const Value, out: *mut i64) -> bool {
    // SAFETY: the caller passes NULL or a live handle, and a place for the result.
    guard(false, || match unsafe { borrow(value) }? {
        Value::Int(number) => unsafe { store(out, *number) }.map(|()| true),
        other => Err(wrong_kind("an int", other)),
    })
}

/// `hotforge_value_get_float`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_get_float(value: *const Value, out: *mut f64) -> bool {
    // SAFETY: the caller passes NULL or a live handle, and a place for the result.
    guard(false, || match unsafe { borrow(value) }? {
        Value::Float(number) => unsafe { store(out, *number) }.map(|()| true),
        other => Err(wrong_kind("a float", other)),
    })
}

/// `hotforge_value_get_complex`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_get_complex(value: *const Value, real: *mut f64, imag: *mut f64) -> bool {
    // SAFETY: the caller passes NULL or a live handle, and places for the results.
    guard(false, || match unsafe { borrow(value) }? {
        Value::Complex(number) => {
            unsafe { store(real, number.re) }?;
            unsafe { store(imag, number.im) }.map(|()| true)
        }
        other => Err(wrong_kind("a complex", other)),
    })
}

/// `hotforge_value_get_string`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_get_string(value: *const Value, length: *mut usize) -> *const c_char {
    // SAFETY: the caller passes NULL or a live handle, and NULL or a place for the length.
    guard(ptr::null(), || match unsafe { borrow(value) }? {
        Value::Str(text) => unsafe { give_text(text.as_str(), length) },
        other => Err(wrong_kind("a string", other)),
    })
}

/// `hotforge_value_get_bytes`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_get_bytes(value: *const Value, length: *mut usize) -> *const u8 {
    // SAFETY: the caller passes NULL or a live handle, and NULL or a place for the length.
    guard(ptr::null(), || match unsafe { borrow(value) }? {
        Value::Bytes(bytes) => {
            unsafe { store(length, bytes.as_slice().len()) }?;
            Ok(bytes.as_slice().as_ptr())
        }
        other => Err(wrong_kind("bytes", other)),
    })
}

/// `hotforge_value_length`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_length(value: *const Value) -> usize {
    // SAFETY: the caller passes NULL or a live handle.
    guard(0, || match unsafe { borrow(value) }? {
        Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::FrozenSet(items) => Ok(items.len()),
        Value::Dict(pairs) => Ok(pairs.len()),
        Value::Record(record) | Value::NamedTuple(record) => Ok(record.fields.len()),
        other => Err(wrong_kind("a container", other)),
    })
}

/// `hotforge_value_item`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_item(value: *const Value, index: usize) -> *const Value {
    guard(ptr::null(), || {
        // SAFETY: the caller passes NULL or a live handle.
        let item = match unsafe { borrow(value) }? {
            Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::FrozenSet(items) => items.get(index),
            Value::Dict(pairs) => pairs.get(index).map(|(_, item)| item),
            Value::Record(record) | Value::NamedTuple(record) => record.fields.get(index).map(|(_, item)| item),
            other => return Err(wrong_kind("a container", other)),
        };
        item.map(ptr::from_ref).ok_or_else(|| out_of_range(index))
    })
}

/// `hotforge_value_key`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_key(dict: *const Value, index: usize) -> *const Value {
    // SAFETY: the caller passes NULL or a live handle.
    guard(ptr::null(), || match unsafe { borrow(dict) }? {
        Value::Dict(pairs) => pairs.get(index).map(|(key, _)| ptr::from_ref(key)).ok_or_else(|| out_of_range(index)),
        other => Err(wrong_kind("a dict", other)),
    })
}

/// `hotforge_value_class`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_class(record: *const Value, length: *mut usize) -> *const c_char {
    // SAFETY: the caller passes NULL or a live handle, and a place for the length.
    guard(ptr::null(), || match unsafe { borrow(record) }? {
        Value::Record(record) | Value::NamedTuple(record) => unsafe { give_text(record.class.as_str(), length) },
        other => Err(wrong_kind("a record", other)),
    })
}

/// `hotforge_value_field_name`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_field_name(
    record: *const Value,
    index: usize,
    length: *mut usize,
) -> *const c_char {
    // SAFETY: the caller passes NULL or a live handle, and a place for the length.
    guard(ptr::null(), || match unsafe { borrow(record) }? {
        Value::Record(record) | Value::NamedTuple(record) => {
            let (name, _) = record.fields.get(index).ok_or_else(|| out_of_range(index))?;
            unsafe { give_text(name.as_str(), length) }
        }
        other => Err(wrong_kind("a record", other)),
    })
}

/// `hotforge_value_field`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_field(
    record: *const Value,
    name: *const c_char,
    length: usize,
) -> *const Value {
    guard(ptr::null(), || {
        // SAFETY: the caller passes NULL or a live handle, and a text of that length.
        let (value, name) = unsafe { (borrow(record)?, text(name, length, "the name of the field")?) };
        let (Value::Record(record) | Value::NamedTuple(record)) = value else {
            return Err(wrong_kind("a record", value));
        };
        let field = record.fields.iter().rev().find(|(field, _)| field.as_str() == name);
        field.map(|(_, item)| ptr::from_ref(item)).ok_or_else(|| key_error(format!("'{name}'")))
    })
}

unsafe fn give_text(text: &str, length: *mut usize) -> Fallible<*const c_char> {
    // SAFETY: the caller passes a place for the length.
    unsafe { store(length, text.len()) }?;
    Ok(text.as_ptr().cast())
}

#[cold]
fn out_of_range(index: usize) -> crate::exception::Raised {
    index_error(format!("the hotforge_value has no item {index}"))
}
