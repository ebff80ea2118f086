//! Any values may be passed to a library: each call gives a value or an error, and all that comes back can be read.

#![no_main]

use std::ffi::{CString, c_char, c_void};
use std::ptr;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;

#[path = "../../../runtime/tests/boundary/library.rs"]
mod library;

/// `hotforge_value`: Rust's own type is behind it, but only addresses cross the boundary.
type Value = hotforge_runtime::abi::Value;

#[repr(C)]
struct Array {
    dtype: u32,
    ndim: usize,
    shape: *const i64,
    strides: *const i64,
    data: *mut c_void,
    writable: bool,
}

unsafe extern "C" {
    fn hotforge_value_new_null() -> *mut Value;
    fn hotforge_value_new_bool(value: bool) -> *mut Value;
    fn hotforge_value_new_int(value: i64) -> *mut Value;
    fn hotforge_value_new_float(value: f64) -> *mut Value;
    fn hotforge_value_new_string(data: *const c_char, length: usize) -> *mut Value;
    fn hotforge_value_new_bytes(data: *const c_char, length: usize) -> *mut Value;
    fn hotforge_value_new_list() -> *mut Value;
    fn hotforge_value_new_tuple() -> *mut Value;
    fn hotforge_value_new_set() -> *mut Value;
    fn hotforge_value_new_frozenset() -> *mut Value;
    fn hotforge_value_new_dict() -> *mut Value;
    fn hotforge_value_new_record(class: *const c_char, length: usize) -> *mut Value;
    fn hotforge_value_set_field(record: *mut Value, name: *const c_char, length: usize, item: *mut Value) -> bool;
    fn hotforge_value_append(container: *mut Value, item: *mut Value) -> bool;
    fn hotforge_value_insert(container: *mut Value, key: *mut Value, item: *mut Value) -> bool;
    fn hotforge_value_new_array(array: *const Array, release: *const c_void, context: *mut c_void) -> *mut Value;
    fn hotforge_value_new_scalar(dtype: u32, data: *const c_void) -> *mut Value;
    fn hotforge_value_kind(value: *const Value) -> i32;
    fn hotforge_value_length(value: *const Value) -> usize;
    fn hotforge_value_item(value: *const Value, index: usize) -> *const Value;
    fn hotforge_value_key(value: *const Value, index: usize) -> *const Value;
    fn hotforge_value_free(value: *mut Value);
    fn hotforge_stream_next(stream: *const Value, item: *mut *mut Value) -> bool;
    fn hotforge_last_error() -> *const c_void;
}

/// A value as a caller may make it, and some as it may not.
#[derive(Arbitrary, Debug)]
enum Tree {
    Missing,
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(Vec<u8>),
    Bytes(Vec<u8>),
    Container(Container, Vec<Tree>),
    Dict(Vec<(Tree, Tree)>),
    Record(String, Vec<(String, Tree)>),
    Array { dtype: u8, shape: Vec<i8>, strides: Option<Vec<i8>>, writable: bool },
    Scalar { dtype: u8, data: [u8; 8] },
}

#[derive(Arbitrary, Debug)]
enum Container {
    List,
    Tuple,
    Set,
    FrozenSet,
}

#[derive(Arbitrary, Debug)]
struct Call {
    predictor: u8,
    arguments: Vec<(Option<String>, Tree)>,
}

const PREDICTORS: [&str; 9] = ["add", "echo", "greet", "half", "negate", "count", "spell", "fail", "no such"];

/// The elements of every array: its strides lead from the middle to either side.
static MEMORY: [u64; 4096] = [0x3ff0_0000_4048_f5c3; 4096];

fuzz_target!(|calls: Vec<Call>| {
    for call in &calls {
        // SAFETY: the calls keep to the rules of the header.
        unsafe { make(call) };
    }
});

unsafe fn make(call: &Call) {
    let name = CString::new(PREDICTORS[usize::from(call.predictor) % PREDICTORS.len()]).expect("it has no NUL");
    let values: Vec<*mut Value> = call.arguments.iter().map(|(_, tree)| unsafe { build(tree) }).collect();
    let names: Vec<Option<CString>> =
        call.arguments.iter().map(|(name, _)| name.as_deref().and_then(|name| CString::new(name).ok())).collect();
    let pointers: Vec<*const c_char> =
        names.iter().map(|name| name.as_ref().map_or(ptr::null(), |name| name.as_ptr())).collect();
    unsafe {
        let result = library::hotforge_call(name.as_ptr(), values.as_ptr().cast(), pointers.as_ptr(), values.len());
        if result.is_null() {
            assert!(!hotforge_last_error().is_null(), "a call that fails says why");
        } else {
            read(result);
            drain(result);
            hotforge_value_free(result);
        }
        values.into_iter().for_each(|value| hotforge_value_free(value));
    }
}

/// A handle for the value; NULL where it is refused.
unsafe fn build(tree: &Tree) -> *mut Value {
    unsafe {
        match tree {
            Tree::Missing => ptr::null_mut(),
            Tree::Null => hotforge_value_new_null(),
            Tree::Bool(value) => hotforge_value_new_bool(*value),
            Tree::Int(value) => hotforge_value_new_int(*value),
            Tree::Float(value) => hotforge_value_new_float(*value),
            Tree::Text(text) => hotforge_value_new_string(text.as_ptr().cast(), text.len()),
            Tree::Bytes(bytes) => hotforge_value_new_bytes(bytes.as_ptr().cast(), bytes.len()),
            Tree::Container(container, items) => {
                let list = match container {
                    Container::List => hotforge_value_new_list(),
                    Container::Tuple => hotforge_value_new_tuple(),
                    Container::Set => hotforge_value_new_set(),
                    Container::FrozenSet => hotforge_value_new_frozenset(),
                };
                for item in items {
                    hotforge_value_append(list, build(item));
                }
                list
            }
            Tree::Dict(pairs) => {
                let dict = hotforge_value_new_dict();
                for (key, item) in pairs {
                    hotforge_value_insert(dict, build(key), build(item));
                }
                dict
            }
            Tree::Record(class, fields) => {
                let record = hotforge_value_new_record(class.as_ptr().cast(), class.len());
                for (name, item) in fields {
                    hotforge_value_set_field(record, name.as_ptr().cast(), name.len(), build(item));
                }
                record
            }
            Tree::Array { dtype, shape, strides, writable: _ } => build_array(*dtype, shape, strides.as_deref()),
            Tree::Scalar { dtype, data } => hotforge_value_new_scalar(u32::from(*dtype) % 16, data.as_ptr().cast()),
        }
    }
}

/// An array within [`MEMORY`]; a shape or strides that would lead out of it are passed where the library must refuse them.
unsafe fn build_array(dtype: u8, shape: &[i8], strides: Option<&[i8]>) -> *mut Value {
    let shape: Vec<i64> = shape.iter().take(40).map(|length| i64::from(*length)).collect();
    let strides: Option<Vec<i64>> = strides.map(|strides| strides.iter().map(|stride| i64::from(*stride)).collect());
    // Bytes of the largest element, a `complex128`.
    const LARGEST: i64 = 16;
    let is_valid = shape.iter().all(|length| *length >= 0);
    let reach = match &strides {
        Some(strides) if strides.len() < shape.len() => return ptr::null_mut(),
        Some(strides) => shape.iter().zip(strides).map(|(length, stride)| length.max(&1) * stride.abs()).sum::<i64>(),
        None => shape.iter().try_fold(LARGEST, |bytes, length| bytes.checked_mul((*length).max(1))).unwrap_or(i64::MAX),
    };
    // With strides of 0, an array of any length fits: copying it takes as long as it is long.
    let elements = shape.iter().try_fold(1_i64, |elements, length| elements.checked_mul((*length).max(1)));
    if is_valid && (reach > 8 * 2000 || elements.is_none_or(|elements| elements > 100_000)) {
        return ptr::null_mut();
    }
    let array = Array {
        dtype: u32::from(dtype) % 16,
        ndim: shape.len(),
        shape: shape.as_ptr(),
        strides: strides.as_ref().map_or(ptr::null(), |strides| strides.as_ptr()),
        data: MEMORY[2048..].as_ptr().cast_mut().cast(),
        writable: false,
    };
    unsafe { hotforge_value_new_array(&raw const array, ptr::null(), ptr::null_mut()) }
}

/// Looks at every part of a value.
unsafe fn read(value: *const Value) {
    unsafe {
        let kind = hotforge_value_kind(value);
        assert!(kind >= 0, "a part of a result is a value");
        // Lists, tuples, sets, dicts and records have parts.
        if (6..=11).contains(&kind) {
            for index in 0..hotforge_value_length(value) {
                read(hotforge_value_item(value, index));
                if kind == 10 {
                    read(hotforge_value_key(value, index));
                }
            }
        }
    }
}

/// Takes what a stream has to give.
unsafe fn drain(value: *const Value) {
    const STREAM: i32 = 14;
    unsafe {
        if hotforge_value_kind(value) != STREAM {
            return;
        }
        let mut item = ptr::null_mut();
        while hotforge_stream_next(value, &raw mut item) && !item.is_null() {
            read(item);
            hotforge_value_free(item);
        }
    }
}
