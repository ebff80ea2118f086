//! Results as values of JavaScript.

use hotforge::{Array, DType, Record, Value};
use napi::{Env, JsArrayBuffer, JsObject, JsUnknown, Result, TypedArrayType};

use crate::NativeStream;

/// Beyond these an integer is a BigInt.
const EXACT: i64 = 9_007_199_254_740_991;

/// How the memory of arrays comes to JavaScript.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Memory {
    /// As it is, where nobody else can see a change.
    Shared,
    /// As a copy: a stream goes on using it.
    Copied,
}

/// The result of a call. Arrays in it are not copied where they are the caller's alone.
///
/// # Errors
/// Where JavaScript has no memory.
pub fn result(env: &Env, value: Value) -> Result<JsUnknown> {
    match value {
        Value::Stream(stream) => Ok(NativeStream { stream }.into_instance(*env)?.as_object(*env).into_unknown()),
        // Of two arrays in one result, one may be a part of the other.
        Value::Array(_) => write(env, &value, Memory::Shared),
        other => write(env, &other, Memory::Copied),
    }
}

/// An item of a stream.
///
/// # Errors
/// Where JavaScript has no memory.
pub fn item(env: &Env, value: &Value) -> Result<JsUnknown> {
    write(env, value, Memory::Copied)
}

fn write(env: &Env, value: &Value, memory: Memory) -> Result<JsUnknown> {
    Ok(match value {
        Value::None => env.get_null()?.into_unknown(),
        Value::Bool(value) => env.get_boolean(*value)?.into_unknown(),
        Value::Int(value) if value.abs_diff(0) <= EXACT as u64 => env.create_double(*value as f64)?.into_unknown(),
        Value::Int(value) => env.create_bigint_from_i64(*value)?.into_unknown()?,
        Value::Float(value) => env.create_double(*value)?.into_unknown(),
        Value::Complex(re, im) => {
            let mut object = env.create_object()?;
            object.set_named_property("re", env.create_double(*re)?)?;
            object.set_named_property("im", env.create_double(*im)?)?;
            object.into_unknown()
        }
        Value::Str(text) => env.create_string(text)?.into_unknown(),
        Value::Bytes(bytes) => env.create_buffer_with_data(bytes.clone())?.into_unknown(),
        Value::List(items) | Value::Tuple(items) => list(env, items, memory)?.into_unknown(),
        Value::Set(items) | Value::FrozenSet(items) => new(env, "Set", list(env, items, memory)?)?,
        Value::Dict(pairs) => dict(env, pairs, memory)?,
        Value::Record(record) | Value::NamedTuple(record) => object(env, record, memory)?,
        Value::Scalar(array) => scalar(env, array)?,
        Value::Array(array) => write_array(env, array, memory)?,
        Value::Stream(_) => env.get_undefined()?.into_unknown(),
    })
}

fn list(env: &Env, items: &[Value], memory: Memory) -> Result<JsObject> {
    let mut list = env.create_array_with_length(items.len())?;
    for (index, item) in items.iter().enumerate() {
        list.set_element(index as u32, write(env, item, memory)?)?;
    }
    Ok(list)
}

/// An object of a class of JavaScript's, made of a list.
fn new(env: &Env, class: &str, list: JsObject) -> Result<JsUnknown> {
    let constructor: napi::JsFunction = env.get_global()?.get_named_property(class)?;
    Ok(constructor.new_instance(&[list])?.into_unknown())
}

/// An object where the keys are texts, else a `Map`.
fn dict(env: &Env, pairs: &[(Value, Value)], memory: Memory) -> Result<JsUnknown> {
    if pairs.iter().all(|(key, _)| matches!(key, Value::Str(_))) {
        let mut object = env.create_object()?;
        for (key, item) in pairs {
            let Value::Str(key) = key else { continue };
            object.set_property(env.create_string(key)?, write(env, item, memory)?)?;
        }
        return Ok(object.into_unknown());
    }
    let mut entries = env.create_array_with_length(pairs.len())?;
    for (index, (key, item)) in pairs.iter().enumerate() {
        let mut entry = env.create_array_with_length(2)?;
        entry.set_element(0, write(env, key, memory)?)?;
        entry.set_element(1, write(env, item, memory)?)?;
        entries.set_element(index as u32, entry)?;
    }
    new(env, "Map", entries)
}

fn object(env: &Env, record: &Record, memory: Memory) -> Result<JsUnknown> {
    let mut object = env.create_object()?;
    for (name, item) in &record.fields {
        object.set_named_property(name, write(env, item, memory)?)?;
    }
    Ok(object.into_unknown())
}

/// A number of JavaScript's.
fn scalar(env: &Env, array: &Array) -> Result<JsUnknown> {
    if array.dtype() == DType::Bool {
        return Ok(env.get_boolean(array.bytes().first() == Some(&1))?.into_unknown());
    }
    let typed = typed_array(env, array, Memory::Copied)?.coerce_to_object()?;
    typed.get_element::<JsUnknown>(0)
}

/// `{ data, shape, dtype }`
fn write_array(env: &Env, array: &Array, memory: Memory) -> Result<JsUnknown> {
    let mut shape = env.create_array_with_length(array.shape().len())?;
    for (axis, &length) in array.shape().iter().enumerate() {
        shape.set_element(axis as u32, env.create_double(length as f64)?)?;
    }
    let mut object = env.create_object()?;
    object.set_named_property("data", typed_array(env, array, memory)?)?;
    object.set_named_property("shape", shape)?;
    object.set_named_property("dtype", env.create_string(array.dtype().name())?)?;
    Ok(object.into_unknown())
}

fn typed_array(env: &Env, array: &Array, memory: Memory) -> Result<JsUnknown> {
    let kind = match array.dtype() {
        DType::Bool | DType::UInt8 => TypedArrayType::Uint8,
        DType::Int8 => TypedArrayType::Int8,
        DType::Int16 => TypedArrayType::Int16,
        DType::UInt16 => TypedArrayType::Uint16,
        DType::Int32 => TypedArrayType::Int32,
        DType::UInt32 => TypedArrayType::Uint32,
        DType::Int64 => TypedArrayType::BigInt64,
        DType::UInt64 => TypedArrayType::BigUint64,
        DType::Float32 => TypedArrayType::Float32,
        DType::Float64 => TypedArrayType::Float64,
        other @ (DType::Float16 | DType::Complex64 | DType::Complex128) => {
            let reason = format!("JavaScript has no typed arrays of {}: return another dtype", other.name());
            return Err(napi::Error::from_reason(reason));
        }
    };
    Ok(buffer(env, array, memory)?.into_typedarray(kind, array.len(), 0)?.into_unknown())
}

fn buffer(env: &Env, array: &Array, memory: Memory) -> Result<JsArrayBuffer> {
    let is_shared = memory == Memory::Shared && array.is_exclusive() && array.is_contiguous() && !array.is_empty();
    if is_shared && array.data().addr().is_multiple_of(8) {
        let kept = array.clone();
        let length = array.len() * array.dtype().size();
        // SAFETY: The elements lie there until `kept` is dropped, which happens when JavaScript forgets the buffer.
        let shared = unsafe {
            env.create_arraybuffer_with_borrowed_data(array.data().cast_mut(), length, kept, |kept, _| drop(kept))
        };
        if let Ok(shared) = shared {
            return Ok(shared.into_raw());
        }
    }
    let bytes = array.bytes();
    let mut copy = env.create_arraybuffer(bytes.len())?;
    if !bytes.is_empty() {
        copy.copy_from_slice(&bytes);
    }
    Ok(copy.into_raw())
}
