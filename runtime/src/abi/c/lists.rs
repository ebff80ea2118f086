//! Whole lists of numbers or text in one call, for languages where each call costs.

use std::ffi::c_char;
use std::ptr;

use super::guard::guard;
use super::{borrow, handle, slice, slice_mut, text, wrong_kind};
use crate::abi::Value;
use crate::exception::{Fallible, value_error};

/// `hotforge_value_new_int_list`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_new_int_list(values: *const i64, count: usize) -> *mut Value {
    guard(ptr::null_mut(), || {
        // SAFETY: the caller passes `count` numbers.
        let values = unsafe { slice(values, count, "the array of values") }?;
        Ok(handle(Value::List(values.iter().copied().map(Value::Int).collect())))
    })
}

/// `hotforge_value_new_float_list`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_new_float_list(values: *const f64, count: usize) -> *mut Value {
    guard(ptr::null_mut(), || {
        // SAFETY: the caller passes `count` numbers.
        let values = unsafe { slice(values, count, "the array of values") }?;
        Ok(handle(Value::List(values.iter().copied().map(Value::Float).collect())))
    })
}

/// `hotforge_value_new_string_list`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_new_string_list(
    data: *const c_char,
    lengths: *const usize,
    count: usize,
) -> *mut Value {
    guard(ptr::null_mut(), || {
        // SAFETY: the caller passes `count` lengths.
        let lengths = unsafe { slice(lengths, count, "the array of lengths") }?;
        let total = lengths.iter().try_fold(0_usize, |sum, length| sum.checked_add(*length));
        let total = total.ok_or_else(|| value_error("the strings together are larger than memory"))?;
        // SAFETY: the caller passes as many bytes as the lengths say.
        let mut rest = unsafe { text(data, total, "the text of the strings") }?;
        let mut strings = Vec::with_capacity(lengths.len());
        for &length in lengths {
            let Some((string, after)) = rest.split_at_checked(length) else {
                return Err(value_error("a length of the strings ends within a UTF-8 sequence"));
            };
            strings.push(Value::Str(string.into()));
            rest = after;
        }
        Ok(handle(Value::List(strings)))
    })
}

/// `hotforge_value_get_ints`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_get_ints(list: *const Value, out: *mut i64, count: usize) -> bool {
    guard(false, || {
        // SAFETY: the caller passes NULL or a live handle, and a place for `count` numbers.
        let (items, out) = unsafe { (items(list, count)?, slice_mut(out, count, "the place for the values")?) };
        for (place, item) in out.iter_mut().zip(items) {
            let Value::Int(number) = item else { return Err(wrong_kind("a list of int alone", item)) };
            *place = *number;
        }
        Ok(true)
    })
}

/// `hotforge_value_get_floats`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_get_floats(list: *const Value, out: *mut f64, count: usize) -> bool {
    guard(false, || {
        // SAFETY: the caller passes NULL or a live handle, and a place for `count` numbers.
        let (items, out) = unsafe { (items(list, count)?, slice_mut(out, count, "the place for the values")?) };
        for (place, item) in out.iter_mut().zip(items) {
            let Value::Float(number) = item else { return Err(wrong_kind("a list of float alone", item)) };
            *place = *number;
        }
        Ok(true)
    })
}

/// `hotforge_value_get_strings`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_value_get_strings(
    list: *const Value,
    data: *mut *const c_char,
    lengths: *mut usize,
    count: usize,
) -> bool {
    guard(false, || {
        // SAFETY: the caller passes NULL or a live handle, and places for `count` pointers and lengths.
        let (items, data, lengths) = unsafe {
            (
                items(list, count)?,
                slice_mut(data, count, "the place for the pointers")?,
                slice_mut(lengths, count, "the place for the lengths")?,
            )
        };
        for (index, item) in items.iter().enumerate() {
            let Value::Str(text) = item else { return Err(wrong_kind("a list of str alone", item)) };
            (data[index], lengths[index]) = (text.as_str().as_ptr().cast(), text.as_str().len());
        }
        Ok(true)
    })
}

/// The items of a list, tuple, set or frozenset, which has so many.
unsafe fn items<'handle>(list: *const Value, count: usize) -> Fallible<&'handle [Value]> {
    // SAFETY: the caller passes NULL or a live handle.
    match unsafe { borrow(list) }? {
        Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::FrozenSet(items) => {
            if items.len() == count {
                Ok(items)
            } else {
                Err(value_error(format!("the hotforge_value has {} items, not {count}", items.len())))
            }
        }
        other => Err(wrong_kind("a list, tuple, set or frozenset", other)),
    }
}
