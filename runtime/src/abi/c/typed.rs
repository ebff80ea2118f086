//! Typed functions: predictors that are called with C's own types. Generated crates export them.

use std::ffi::c_char;

use super::cancellation;
use super::guard::guard_call;
use super::{handle, store};
use crate::Str;
use crate::abi::{ToValue, Value};
use crate::exception::Fallible;
use crate::tokenizers::counts;

/// `hotforge_text` of the header: UTF-8 that the caller keeps.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Text {
    data: *const c_char,
    length: usize,
}

impl Text {
    /// A copy of it, as the argument of that name.
    ///
    /// # Errors
    /// `ValueError` where it is not UTF-8.
    ///
    /// # Safety
    /// So many bytes are there.
    pub unsafe fn read(self, name: &str) -> Fallible<Str> {
        // SAFETY: as this function's.
        Ok(unsafe { super::text(self.data, self.length, name) }?.into())
    }
}

/// Stores what the predictor gives, which C has a type for.
///
/// # Safety
/// `result` is NULL or a place for it.
pub unsafe fn typed<T: Copy>(result: *mut T, call: impl FnOnce() -> Fallible<T>) -> bool {
    counts::begin();
    // SAFETY: as this function's.
    guard_call(false, || {
        cancellation::check()?;
        unsafe { store(result, call()?) }.map(|()| true)
    })
}

/// Stores what the predictor gives as a value.
///
/// # Safety
/// As [`typed`].
pub unsafe fn typed_value<T: ToValue>(result: *mut *mut Value, call: impl FnOnce() -> Fallible<T>) -> bool {
    counts::begin();
    guard_call(false, || {
        cancellation::check()?;
        // SAFETY: as this function's. Written to first, so that a bad place loses no value.
        unsafe { store(result, std::ptr::null_mut()) }?;
        let value = handle(call()?.to_value());
        // SAFETY: it was written to just now.
        unsafe { store(result, value) }.map(|()| true)
    })
}
