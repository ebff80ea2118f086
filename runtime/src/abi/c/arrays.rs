//! Arrays and numpy scalars.

use std::ffi::c_void;
use std::ptr::{self, NonNull};
use std::sync::Arc;

use super::guard::guard;
use super::{borrow, handle, slice, store, wrong_kind};
use crate::abi::buffer::{MAX_AXES, contiguous_strides};
use crate::abi::{Buffer, Value};
use crate::exception::{Fallible, type_error, value_error};
use crate::numpy::ElementType;

/// `hotforge_array` of the header.
#[repr(C)]
#[derive(Debug)]
pub struct CArray {
    /// Number of the dtype.
    dtype: u32,
    /// Number of axes.
    ndim: usize,
    shape: *const i64,
    /// In bytes; NULL for C order.
    strides: *const i64,
    data: *mut c_void,
    writable: bool,
}

/// What frees the memory of an array from outside.
type Release = unsafe extern "C" fn(context: *mut c_void);

/// `hotforge_value_new_array`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_new_array(
    array: *const CArray,
    release: Option<Release>,
    context: *mut c_void,
) -> *mut Value {
    guard(ptr::null_mut(), || {
        // SAFETY: the caller keeps to the rules of the header.
        let buffer = unsafe { import(array, release, context) }?;
        Ok(handle(Value::Array(buffer)))
    })
}

/// `hotforge_value_new_scalar`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_new_scalar(dtype: u32, data: *const c_void) -> *mut Value {
    guard(ptr::null_mut(), || {
        let array =
            CArray { dtype, ndim: 0, shape: ptr::null(), strides: ptr::null(), data: data.cast_mut(), writable: false };
        // SAFETY: the caller passes the address of an element of that dtype.
        let buffer = unsafe { import(&raw const array, None, ptr::null_mut()) }?;
        Ok(handle(Value::Scalar(buffer)))
    })
}

/// `hotforge_value_get_array`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_get_array(value: *const Value, out: *mut CArray) -> bool {
    guard(false, || {
        // SAFETY: the caller passes NULL or a live handle.
        let value = unsafe { borrow(value) }?;
        let (Value::Array(buffer) | Value::Tensor(buffer) | Value::Scalar(buffer)) = value else {
            return Err(wrong_kind("an array or a numpy scalar", value));
        };
        let array = CArray {
            dtype: number_of(buffer.element()),
            ndim: buffer.shape().len(),
            shape: buffer.shape().as_ptr(),
            strides: buffer.strides().as_ptr(),
            data: buffer.data().as_ptr().cast(),
            writable: buffer.is_writable(),
        };
        // SAFETY: the caller passes a place for the result.
        unsafe { store(out, array) }.map(|()| true)
    })
}

/// `hotforge_dtype` of the header.
fn number_of(element: ElementType) -> u32 {
    match element {
        ElementType::Bool => 1,
        ElementType::Int8 => 2,
        ElementType::Int16 => 3,
        ElementType::Int32 => 4,
        ElementType::Int64 => 5,
        ElementType::UInt8 => 6,
        ElementType::UInt16 => 7,
        ElementType::UInt32 => 8,
        ElementType::UInt64 => 9,
        ElementType::Float16 => 10,
        ElementType::Float32 => 11,
        ElementType::Float64 => 12,
        ElementType::Complex64 => 13,
        ElementType::Complex128 => 14,
    }
}

/// Checks an array of the caller's and takes it over: with a `release` its memory, else a copy of it.
unsafe fn import(array: *const CArray, release: Option<Release>, context: *mut c_void) -> Fallible<Buffer> {
    // SAFETY: the caller passes NULL or an array.
    let array = unsafe { array.as_ref() }.ok_or_else(|| value_error("the hotforge_array is NULL"))?;
    let element = ElementType::ALL.into_iter().find(|element| number_of(*element) == array.dtype);
    let element = element.ok_or_else(|| type_error(format!("there is no hotforge_dtype {}", array.dtype)))?;
    if array.ndim > MAX_AXES {
        return Err(value_error(format!("an array cannot have {} axes; {MAX_AXES} is the most", array.ndim)));
    }
    // SAFETY: the caller passes as many lengths as axes.
    let shape = unsafe { slice(array.shape, array.ndim, "the shape") }?;
    let in_c_order = contiguous_strides(element, shape)
        .ok_or_else(|| value_error(format!("no array can have the shape {shape:?}")))?;
    let strides = match array.strides.is_null() {
        true => in_c_order,
        // SAFETY: the caller passes as many strides as axes.
        false => unsafe { slice(array.strides, array.ndim, "the strides") }?.into(),
    };
    let empty = shape.contains(&0);
    if !empty && !within_memory(array.data.addr(), element, shape, &strides) {
        return Err(value_error(format!("shape {shape:?} and strides {strides:?} lead out of memory")));
    }
    let data = match NonNull::new(array.data.cast::<u8>()) {
        Some(data) => data,
        // The address of no element, aligned for any.
        None if empty => NonNull::<u64>::dangling().cast(),
        None => return Err(value_error("the data of the array is NULL")),
    };
    let owner: Arc<dyn Send + Sync> = match release {
        Some(release) => Arc::new(Foreign { release, context }),
        None => Arc::new(()),
    };
    // SAFETY: checked above; that the elements are there until `release` is called, the caller says.
    let buffer = unsafe { Buffer::new(element, shape.into(), strides, data, array.writable, owner) };
    Ok(if release.is_some() { buffer } else { buffer.copied() })
}

/// Whether the addresses of all elements are numbers that an address can be.
fn within_memory(start: usize, element: ElementType, shape: &[i64], strides: &[i64]) -> bool {
    let (mut lowest, mut highest) = (0_i64, element.size() as i64);
    for (&length, &stride) in shape.iter().zip(strides) {
        let Some(extent) = stride.checked_mul(length - 1) else { return false };
        let side = if extent < 0 { &mut lowest } else { &mut highest };
        let Some(sum) = side.checked_add(extent) else { return false };
        *side = sum;
    }
    let Ok(start) = i64::try_from(start) else { return false };
    start.checked_add(lowest).is_some_and(|address| address >= 0) && start.checked_add(highest).is_some()
}

/// The caller's memory, given back when the last array on it is gone.
struct Foreign {
    release: Release,
    context: *mut c_void,
}

// SAFETY: the header demands that `release` may be called from any thread.
unsafe impl Send for Foreign {}
// SAFETY: nothing can be done with it but drop it.
unsafe impl Sync for Foreign {}

impl Drop for Foreign {
    fn drop(&mut self) {
        // SAFETY: it is called once, with the context it was given with.
        unsafe { (self.release)(self.context) };
    }
}
