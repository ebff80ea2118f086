//! Making values and freeing them.

use std::ffi::c_char;
use std::ptr;

use super::guard::guard;
use super::{borrow_mut, handle, slice, text, wrong_kind};
use crate::abi::{Record, Value};
use crate::complex;
use crate::exception::Fallible;

/// `hotforge_value_new_null`
#[unsafe(no_mangle)]
pub extern "C" fn hotforge_value_new_null() -> *mut Value {
    guard(ptr::null_mut(), || Ok(handle(Value::Null)))
}

/// `hotforge_value_new_bool`
#[unsafe(no_mangle)]
pub extern "C" fn hotforge_value_new_bool(value: bool) -> *mut Value {
    guard(ptr::null_mut(), || Ok(handle(Value::Bool(value))))
}

/// `hotforge_value_new_int`
#[unsafe(no_mangle)]
pub extern "C" fn hotforge_value_new_int(value: i64) -> *mut Value {
    guard(ptr::null_mut(), || Ok(handle(Value::Int(value))))
}

/// `hotforge_value_new_float`
#[unsafe(no_mangle)]
pub extern "C" fn hotforge_value_new_float(value: f64) -> *mut Value {
    guard(ptr::null_mut(), || Ok(handle(Value::Float(value))))
}

/// `hotforge_value_new_complex`
#[unsafe(no_mangle)]
pub extern "C" fn hotforge_value_new_complex(real: f64, imag: f64) -> *mut Value {
    guard(ptr::null_mut(), || Ok(handle(Value::Complex(complex::of(real, imag)))))
}

/// `hotforge_value_new_string`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_new_string(data: *const c_char, length: usize) -> *mut Value {
    guard(ptr::null_mut(), || {
        // SAFETY: the caller passes `length` bytes.
        let text = unsafe { text(data, length, "the string") }?;
        Ok(handle(Value::Str(text.into())))
    })
}

/// `hotforge_value_new_bytes`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_new_bytes(data: *const u8, length: usize) -> *mut Value {
    guard(ptr::null_mut(), || {
        // SAFETY: the caller passes `length` bytes.
        let bytes = unsafe { slice(data, length, "the data") }?;
        Ok(handle(Value::Bytes(bytes.to_vec().into())))
    })
}

/// `hotforge_value_new_list`
#[unsafe(no_mangle)]
pub extern "C" fn hotforge_value_new_list() -> *mut Value {
    guard(ptr::null_mut(), || Ok(handle(Value::List(Vec::new()))))
}

/// `hotforge_value_new_tuple`
#[unsafe(no_mangle)]
pub extern "C" fn hotforge_value_new_tuple() -> *mut Value {
    guard(ptr::null_mut(), || Ok(handle(Value::Tuple(Vec::new()))))
}

/// `hotforge_value_new_set`
#[unsafe(no_mangle)]
pub extern "C" fn hotforge_value_new_set() -> *mut Value {
    guard(ptr::null_mut(), || Ok(handle(Value::Set(Vec::new()))))
}

/// `hotforge_value_new_frozenset`
#[unsafe(no_mangle)]
pub extern "C" fn hotforge_value_new_frozenset() -> *mut Value {
    guard(ptr::null_mut(), || Ok(handle(Value::FrozenSet(Vec::new()))))
}

/// `hotforge_value_new_dict`
#[unsafe(no_mangle)]
pub extern "C" fn hotforge_value_new_dict() -> *mut Value {
    guard(ptr::null_mut(), || Ok(handle(Value::Dict(Vec::new()))))
}

/// `hotforge_value_new_record`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_new_record(class: *const c_char, length: usize) -> *mut Value {
    guard(ptr::null_mut(), || {
        // SAFETY: the caller passes `length` bytes.
        let class = unsafe { text(class, length, "the name of the class") }?;
        Ok(handle(Value::Record(Record { class: class.into(), fields: Vec::new() })))
    })
}

/// `hotforge_value_new_named_tuple`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_new_named_tuple(class: *const c_char, length: usize) -> *mut Value {
    guard(ptr::null_mut(), || {
        // SAFETY: the caller passes `length` bytes.
        let class = unsafe { text(class, length, "the name of the class") }?;
        Ok(handle(Value::NamedTuple(Record { class: class.into(), fields: Vec::new() })))
    })
}

/// `hotforge_value_append`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_append(container: *mut Value, item: *mut Value) -> bool {
    guard(false, || {
        // SAFETY: the caller gives `item` away, and nobody else uses `container` meanwhile.
        let (item, container) = unsafe { (take(item)?, borrow_mut(container)?) };
        match container {
            Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::FrozenSet(items) => {
                items.push(item.into_inner());
                Ok(true)
            }
            other => Err(wrong_kind("a list, tuple, set or frozenset", other)),
        }
    })
}

/// `hotforge_value_insert`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_insert(dict: *mut Value, key: *mut Value, item: *mut Value) -> bool {
    guard(false, || {
        // SAFETY: the caller gives `key` and `item` away, and nobody else uses `dict` meanwhile.
        let (key, item, dict) = unsafe { (take(key), take(item), borrow_mut(dict)?) };
        match dict {
            Value::Dict(pairs) => {
                pairs.push((key?.into_inner(), item?.into_inner()));
                Ok(true)
            }
            other => Err(wrong_kind("a dict", other)),
        }
    })
}

/// `hotforge_value_set_field`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_set_field(
    record: *mut Value,
    name: *const c_char,
    length: usize,
    item: *mut Value,
) -> bool {
    guard(false, || {
        // SAFETY: the caller gives `item` away, and nobody else uses `record` meanwhile.
        let (item, record) = unsafe { (take(item)?, borrow_mut(record)?) };
        // SAFETY: the caller passes `length` bytes.
        let name = unsafe { text(name, length, "the name of the field") }?;
        match record {
            Value::Record(record) | Value::NamedTuple(record) => {
                record.fields.push((name.into(), item.into_inner()));
                Ok(true)
            }
            other => Err(wrong_kind("a record", other)),
        }
    })
}

/// `hotforge_value_free`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_free(value: *mut Value) {
    guard((), || {
        if !value.is_null() {
            // SAFETY: the caller gives the value away.
            drop(unsafe { take(value) }?);
        }
        Ok(())
    });
}

/// A value that was given away, freed without recursion where it is not used.
struct Taken(Value);

impl Taken {
    fn into_inner(mut self) -> Value {
        std::mem::replace(&mut self.0, Value::Null)
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        std::mem::replace(&mut self.0, Value::Null).dismantle();
    }
}

/// The value behind a handle that the caller gives away.
unsafe fn take(value: *mut Value) -> Fallible<Taken> {
    // SAFETY: the caller passes NULL or a live handle of its own.
    unsafe { borrow_mut(value) }?;
    // SAFETY: handles are made by `handle`, from a box.
    Ok(Taken(*unsafe { Box::from_raw(value) }))
}
