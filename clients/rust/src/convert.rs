//! Values of Rust to values of a library and back.

use std::ffi::c_void;
use std::ptr::{self, null, null_mut};
use std::sync::Arc;

use crate::ffi::{In, Out, RawArray};
use crate::library::{Inner, raised};
use crate::{Array, DType, Raised, Record, Stream, Value};

/// A value of a library that is ours.
pub(crate) struct Handle {
    pub library: Arc<Inner>,
    pub pointer: Out,
}

// SAFETY: A value may be made in one thread and used or freed in another, and several may read it at once: `hotforge.h`,
// "Threads". It is changed only while one owner builds it.
unsafe impl Send for Handle {}
// SAFETY: As for `Send`.
unsafe impl Sync for Handle {}

impl Drop for Handle {
    fn drop(&mut self) {
        // SAFETY: It is ours, and freed once.
        unsafe { (self.library.functions.value_free)(self.pointer) }
    }
}

impl Handle {
    fn give_away(self) -> Out {
        let handle = std::mem::ManuallyDrop::new(self);
        // SAFETY: `handle` is never dropped, so that the reference is counted down once.
        drop(unsafe { ptr::read(&raw const handle.library) });
        handle.pointer
    }
}

/// A value of the library's, made of one of ours.
pub(crate) fn to_native(library: &Arc<Inner>, value: Value) -> Result<Handle, Raised> {
    let functions = &library.functions;
    // SAFETY: Every pointer is to memory of the length that is said with it, and is only read during the call.
    let pointer = unsafe {
        match value {
            Value::None => (functions.value_new_null)(),
            Value::Bool(value) => (functions.value_new_bool)(value),
            Value::Int(value) => (functions.value_new_int)(value),
            Value::Float(value) => (functions.value_new_float)(value),
            Value::Complex(real, imag) => (functions.value_new_complex)(real, imag),
            Value::Str(text) => (functions.value_new_string)(text.as_ptr(), text.len()),
            Value::Bytes(bytes) => (functions.value_new_bytes)(bytes.as_ptr(), bytes.len()),
            Value::List(items) => return fill(library, (functions.value_new_list)(), items),
            Value::Tuple(items) => return fill(library, (functions.value_new_tuple)(), items),
            Value::Set(items) => return fill(library, (functions.value_new_set)(), items),
            Value::FrozenSet(items) => return fill(library, (functions.value_new_frozenset)(), items),
            Value::Dict(pairs) => return dict(library, pairs),
            Value::Record(record) => {
                let class = &record.class;
                return fields(library, (functions.value_new_record)(class.as_ptr(), class.len()), record.fields);
            }
            Value::NamedTuple(record) => {
                let class = &record.class;
                return fields(library, (functions.value_new_named_tuple)(class.as_ptr(), class.len()), record.fields);
            }
            Value::Array(array) => new_array(library, array),
            Value::Scalar(array) => (functions.value_new_scalar)(array.dtype() as u32, array.data()),
            // What the library says of an object that no predictor takes.
            Value::Stream(_) => (functions.value_new_record)("generator".as_ptr(), "generator".len()),
        }
    };
    own(library, pointer)
}

pub(crate) fn own(library: &Arc<Inner>, pointer: Out) -> Result<Handle, Raised> {
    if pointer.is_null() {
        return Err(raised(library));
    }
    Ok(Handle { library: library.clone(), pointer })
}

fn fill(library: &Arc<Inner>, container: Out, items: Vec<Value>) -> Result<Handle, Raised> {
    let container = own(library, container)?;
    for item in items {
        let item = to_native(library, item)?.give_away();
        // SAFETY: Both are values of this library; it takes the item over.
        if !unsafe { (library.functions.value_append)(container.pointer, item) } {
            return Err(raised(library));
        }
    }
    Ok(container)
}

fn dict(library: &Arc<Inner>, pairs: Vec<(Value, Value)>) -> Result<Handle, Raised> {
    // SAFETY: Makes an empty dict.
    let dict = own(library, unsafe { (library.functions.value_new_dict)() })?;
    for (key, item) in pairs {
        let (key, item) = (to_native(library, key)?, to_native(library, item)?);
        // SAFETY: All are values of this library; it takes key and item over.
        if !unsafe { (library.functions.value_insert)(dict.pointer, key.give_away(), item.give_away()) } {
            return Err(raised(library));
        }
    }
    Ok(dict)
}

fn fields(library: &Arc<Inner>, record: Out, fields: Vec<(String, Value)>) -> Result<Handle, Raised> {
    let record = own(library, record)?;
    for (name, item) in fields {
        let item = to_native(library, item)?.give_away();
        // SAFETY: Both are values of this library; it takes the item over and copies the name.
        if !unsafe { (library.functions.value_set_field)(record.pointer, name.as_ptr(), name.len(), item) } {
            return Err(raised(library));
        }
    }
    Ok(record)
}

/// The library looks at the array's own memory; it may write there where nobody else can see it.
fn new_array(library: &Arc<Inner>, mut array: Array) -> Out {
    let writable = array.is_sole();
    let kept = Box::new(array);
    let raw = RawArray {
        dtype: kept.dtype() as u32,
        ndim: kept.shape().len(),
        shape: kept.shape().as_ptr(),
        strides: kept.strides().as_ptr(),
        data: kept.data().cast_mut().cast(),
        writable,
    };
    let context = Box::into_raw(kept);
    // SAFETY: The array lives until `release` is called with it, which may happen in any thread.
    let value = unsafe { (library.functions.value_new_array)(&raw const raw, Some(release), context.cast()) };
    if value.is_null() {
        // SAFETY: On failure `release` is not called.
        drop(unsafe { Box::from_raw(context) });
    }
    value
}

unsafe extern "C" fn release(context: *mut c_void) {
    // SAFETY: It is the array of `new_array`, given back once.
    drop(unsafe { Box::from_raw(context.cast::<Array>()) });
}

/// The value of a handle. Arrays in it share the library's memory.
pub(crate) fn from_native(owner: Handle) -> Result<Value, Raised> {
    let owner = Arc::new(owner);
    read(&owner, owner.pointer.cast_const())
}

/// The value of a part of `owner`.
fn read(owner: &Arc<Handle>, value: In) -> Result<Value, Raised> {
    let functions = &owner.library.functions;
    // SAFETY: The value lives as long as `owner`. Each function is called on values of its kind only.
    Ok(unsafe {
        match (functions.value_kind)(value) {
            0 => Value::None,
            1 => Value::Bool(get(|out| (functions.value_get_bool)(value, out))),
            2 => Value::Int(get(|out| (functions.value_get_int)(value, out))),
            3 => Value::Float(get(|out| (functions.value_get_float)(value, out))),
            4 => Value::Str(text(|length| (functions.value_get_string)(value, length))),
            5 => Value::Bytes(bytes(|length| (functions.value_get_bytes)(value, length)).to_vec()),
            6 => Value::List(items(owner, value)?),
            7 => Value::Tuple(items(owner, value)?),
            8 => Value::Set(items(owner, value)?),
            9 => Value::FrozenSet(items(owner, value)?),
            10 => {
                let keys = (0..(functions.value_length)(value)).map(|at| read(owner, (functions.value_key)(value, at)));
                let keys = keys.collect::<Result<Vec<_>, _>>()?;
                Value::Dict(keys.into_iter().zip(items(owner, value)?).collect())
            }
            11 => Value::Record(record(owner, value)?),
            15 => Value::NamedTuple(record(owner, value)?),
            // A tensor of torch is an array here.
            12 | 18 => Value::Array(read_array(owner, value)?),
            13 => Value::Scalar(read_array(owner, value)?),
            14 => Value::Stream(Stream::new(owner.clone(), value)),
            16 => {
                let (mut real, mut imag) = (0.0, 0.0);
                (functions.value_get_complex)(value, &raw mut real, &raw mut imag);
                Value::Complex(real, imag)
            }
            other => return Err(unknown(&format!("a value of kind {other}"))),
        }
    })
}

/// # Safety
/// The value must be a container that lives.
unsafe fn items(owner: &Arc<Handle>, container: In) -> Result<Vec<Value>, Raised> {
    let functions = &owner.library.functions;
    // SAFETY: As required of the caller; there are as many items as is said.
    let length = unsafe { (functions.value_length)(container) };
    (0..length).map(|index| read(owner, unsafe { (functions.value_item)(container, index) })).collect()
}

/// # Safety
/// The value must be a record or a named tuple that lives.
unsafe fn record(owner: &Arc<Handle>, value: In) -> Result<Record, Raised> {
    let functions = &owner.library.functions;
    // SAFETY: As required of the caller; names live as long as the value.
    unsafe {
        let names = (0..(functions.value_length)(value))
            .map(|index| text(|length| (functions.value_field_name)(value, index, length)));
        let names: Vec<String> = names.collect();
        Ok(Record {
            class: text(|length| (functions.value_class)(value, length)),
            fields: names.into_iter().zip(items(owner, value)?).collect(),
        })
    }
}

/// # Safety
/// The value must be an array or a scalar that lives.
unsafe fn read_array(owner: &Arc<Handle>, value: In) -> Result<Array, Raised> {
    let mut raw = RawArray { dtype: 0, ndim: 0, shape: null(), strides: null(), data: null_mut(), writable: false };
    // SAFETY: Shape, strides and elements live as long as the value, which `owner` keeps.
    unsafe {
        (owner.library.functions.value_get_array)(value, &raw mut raw);
        let dtype =
            DType::from_number(raw.dtype).ok_or_else(|| unknown(&format!("an array of dtype {}", raw.dtype)))?;
        let (shape, strides) = (slice(raw.shape, raw.ndim).to_vec(), slice(raw.strides, raw.ndim).to_vec());
        Ok(Array::shared(dtype, shape, strides, raw.data.cast_const().cast(), owner.clone(), raw.writable))
    }
}

/// A library that is newer than this crate.
fn unknown(what: &str) -> Raised {
    Raised {
        class: "SystemError".into(),
        message: format!("the library gave {what}, which this version of the crate hotforge does not know"),
        bases: Vec::new(),
        traceback: Vec::new(),
    }
}

fn get<T: Default>(get: impl FnOnce(*mut T) -> bool) -> T {
    let mut value = T::default();
    get(&raw mut value);
    value
}

/// # Safety
/// `get` must give memory of the length that it stores, alive for `'a`.
unsafe fn bytes<'a>(get: impl FnOnce(*mut usize) -> *const u8) -> &'a [u8] {
    let mut length = 0;
    let pointer = get(&raw mut length);
    // SAFETY: As required of the caller.
    unsafe { slice(pointer, length) }
}

/// # Safety
/// As [`bytes`].
unsafe fn text(get: impl FnOnce(*mut usize) -> *const u8) -> String {
    // SAFETY: As required of the caller.
    String::from_utf8_lossy(unsafe { bytes(get) }).into_owned()
}

/// # Safety
/// The pointer must be NULL, or to `length` values that live for `'a`.
unsafe fn slice<'a, T>(pointer: *const T, length: usize) -> &'a [T] {
    // SAFETY: As required of the caller.
    if pointer.is_null() { &[] } else { unsafe { std::slice::from_raw_parts(pointer, length) } }
}
