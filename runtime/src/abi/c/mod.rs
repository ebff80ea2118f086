//! The C functions that every compiled library exports, as `include/hotforge.h` declares and documents them.
//!
//! Nothing a caller can do within the rules of the header ends in an abort: arguments are checked, and a panic comes
//! back as an error.

// The rules of the header, section "Ownership and threads", are the safety contract of all functions here.
#![allow(clippy::missing_safety_doc, reason = "the header says what a caller owes, for all functions together")]

mod arrays;
mod build;
mod call;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod cancellation;
mod error;
pub(super) mod guard;
mod images;
mod lists;
mod read;
mod stream;
mod tokens;
mod typed;

pub(super) use call::find;
pub use call::{call, manifest};
pub(super) use stream::hotforge_stream_next;
pub use typed::{Text, typed, typed_value};

/// In a page there is one thread: nobody else could cancel.
#[cfg(target_arch = "wasm32")]
pub(crate) mod cancellation {
    use crate::exception::Fallible;

    /// Never raises.
    pub(crate) fn check() -> Fallible<()> {
        Ok(())
    }
}

use std::ffi::{CStr, c_char};

use crate::abi::Value;
use crate::exception::{Fallible, type_error, value_error};

/// The version of the C functions: raised when a program built against the header of before would break.
pub const ABI_VERSION: u32 = 1;

/// `hotforge_abi_version`
#[unsafe(no_mangle)]
pub extern "C" fn hotforge_abi_version() -> u32 {
    ABI_VERSION
}

/// Exports the C functions that speak of one library. The generated crate calls it once, with its `Library`.
#[macro_export]
macro_rules! export_library {
    ($library:path) => {
        /// `hotforge_manifest`
        #[unsafe(no_mangle)]
        pub extern "C" fn hotforge_manifest() -> *const ::std::ffi::c_char {
            static TEXT: ::std::sync::OnceLock<::std::ffi::CString> = ::std::sync::OnceLock::new();
            $crate::abi::c::manifest(&$library, &TEXT)
        }

        /// `hotforge_call`
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn hotforge_call(
            predictor: *const ::std::ffi::c_char,
            arguments: *const *const $crate::abi::Value,
            names: *const *const ::std::ffi::c_char,
            count: usize,
        ) -> *mut $crate::abi::Value {
            // SAFETY: the caller keeps to the rules of the header.
            unsafe { $crate::abi::c::call(&$library, predictor, arguments, names, count) }
        }

        /// `hotforge_python_function`
        #[cfg(not(target_arch = "wasm32"))]
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn hotforge_python_function(
            predictor: *const ::std::ffi::c_char,
            make: *mut $crate::abi::python::Object,
            read: *mut $crate::abi::python::Object,
            hold: *mut $crate::abi::python::Object,
            fail: *mut $crate::abi::python::Object,
        ) -> *mut $crate::abi::python::Object {
            // SAFETY: the caller keeps to the rules of the header.
            unsafe { $crate::abi::python::function(&$library, predictor, [make, read, hold, fail]) }
        }
    };
}

/// The value behind a handle.
unsafe fn borrow<'handle>(value: *const Value) -> Fallible<&'handle Value> {
    // SAFETY: the caller passes NULL or a live handle.
    unsafe { value.as_ref() }.ok_or_else(|| value_error("the hotforge_value is NULL"))
}

/// The value behind a handle, to change it.
unsafe fn borrow_mut<'handle>(value: *mut Value) -> Fallible<&'handle mut Value> {
    // SAFETY: the caller passes NULL or a live handle that nobody else uses at the same time.
    unsafe { value.as_mut() }.ok_or_else(|| value_error("the hotforge_value is NULL"))
}

/// A handle for a new value.
fn handle(value: Value) -> *mut Value {
    Box::into_raw(Box::new(value))
}

/// The slice that a pointer and a length describe; the pointer may be NULL where the length is 0.
unsafe fn slice<'data, T>(start: *const T, length: usize, what: &str) -> Fallible<&'data [T]> {
    if length == 0 {
        return Ok(&[]);
    }
    if start.is_null() || !start.is_aligned() {
        return Err(value_error(format!("{what} is NULL or not aligned")));
    }
    if length.checked_mul(size_of::<T>()).is_none_or(|bytes| bytes > isize::MAX as usize) {
        return Err(value_error(format!("{what} cannot have {length} elements")));
    }
    // SAFETY: the caller says that many elements are there.
    Ok(unsafe { std::slice::from_raw_parts(start, length) })
}

/// As [`slice()`], to write to.
unsafe fn slice_mut<'data, T>(start: *mut T, length: usize, what: &str) -> Fallible<&'data mut [T]> {
    if length == 0 {
        return Ok(&mut []);
    }
    // SAFETY: as this function's.
    unsafe { slice(start.cast_const(), length, what) }?;
    // SAFETY: the caller says that so many elements are there and that they are its own.
    Ok(unsafe { std::slice::from_raw_parts_mut(start, length) })
}

/// The text of a pointer and a length.
unsafe fn text<'data>(start: *const c_char, length: usize, what: &str) -> Fallible<&'data str> {
    // SAFETY: as this function's.
    let bytes = unsafe { slice(start.cast::<u8>(), length, what) }?;
    std::str::from_utf8(bytes).map_err(|error| value_error(format!("{what} is not UTF-8: {error}")))
}

/// The text of a string that ends in NUL.
unsafe fn c_text<'data>(start: *const c_char, what: &str) -> Fallible<&'data str> {
    if start.is_null() {
        return Err(value_error(format!("{what} is NULL")));
    }
    // SAFETY: the caller passes a string that ends in NUL.
    let text = unsafe { CStr::from_ptr(start) };
    text.to_str().map_err(|error| value_error(format!("{what} is not UTF-8: {error}")))
}

/// Where a result goes.
unsafe fn store<T>(out: *mut T, value: T) -> Fallible<()> {
    if out.is_null() || !out.is_aligned() {
        return Err(value_error("the place for the result is NULL or not aligned"));
    }
    // SAFETY: the caller passes a place for one `T`.
    unsafe { out.write(value) };
    Ok(())
}

/// The error for a value of another kind.
#[cold]
fn wrong_kind(expected: &str, value: &Value) -> crate::exception::Raised {
    type_error(format!("the hotforge_value must be {expected}, not {}", value.type_name()))
}
