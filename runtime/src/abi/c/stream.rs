//! Reading streams.

use std::ptr;

use super::cancellation;
use super::guard::guard_call;
use super::{borrow, handle, store, wrong_kind};
use crate::abi::{Stream, Value};
use crate::exception::Fallible;
use crate::tokenizers::counts;

/// `hotforge_stream_next`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_stream_next(stream: *const Value, item: *mut *mut Value) -> bool {
    counts::begin();
    guard_call(false, || {
        // SAFETY: the caller passes NULL or a live handle, and a place for the item, which is written before the
        // stream runs so that a bad place loses no item.
        unsafe { store(item, ptr::null_mut()) }?;
        cancellation::check()?;
        let next = unsafe { stream_of(stream) }?.next()?;
        // SAFETY: the place was written to just now.
        unsafe { store(item, next.map_or(ptr::null_mut(), handle)) }?;
        Ok(true)
    })
}

/// `hotforge_stream_close`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_stream_close(stream: *const Value) -> bool {
    // SAFETY: the caller passes NULL or a live handle.
    guard_call(false, || unsafe { stream_of(stream) }?.close().map(|()| true))
}

unsafe fn stream_of<'handle>(value: *const Value) -> Fallible<&'handle Stream> {
    // SAFETY: the caller passes NULL or a live handle.
    match unsafe { borrow(value) }? {
        Value::Stream(stream) => Ok(stream),
        other => Err(wrong_kind("a stream", other)),
    }
}
