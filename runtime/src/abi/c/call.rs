//! Calling a predictor, and what the library holds.

use std::ffi::{CString, c_char};
use std::ptr;
use std::sync::OnceLock;

use smallvec::SmallVec;

use super::cancellation;
use super::guard::guard_call;
use super::{borrow, c_text, handle, slice};
use crate::abi::{Library, Predictor, Value};
use crate::exception::{Fallible, attribute_error};
use crate::tokenizers::counts;

/// `hotforge_manifest` of a library.
pub fn manifest(library: &Library, text: &'static OnceLock<CString>) -> *const c_char {
    text.get_or_init(|| CString::new(library.manifest).unwrap_or_default()).as_ptr()
}

/// `hotforge_call` of a library.
pub unsafe fn call(
    library: &Library,
    predictor: *const c_char,
    arguments: *const *const Value,
    names: *const *const c_char,
    count: usize,
) -> *mut Value {
    counts::begin();
    guard_call(ptr::null_mut(), || {
        cancellation::check()?;
        // SAFETY: the caller keeps to the rules of the header.
        let (predictor, arguments) = unsafe { (find(library, predictor)?, read(arguments, names, count)?) };
        predictor.call(&arguments).map(handle)
    })
}

/// The predictor of that name; NULL names the only one.
pub(in crate::abi) unsafe fn find(library: &Library, name: *const c_char) -> Fallible<&'static Predictor> {
    if name.is_null()
        && let [only] = library.predictors
    {
        return Ok(only);
    }
    // SAFETY: the caller passes a string that ends in NUL.
    let name = unsafe { c_text(name, "the name of the predictor") }?;
    library.predictor(name).ok_or_else(|| {
        let names: Vec<&str> = library.predictors.iter().map(|predictor| predictor.name).collect();
        attribute_error(format!("the library has no predictor '{name}'; it has {}", names.join(", ")))
    })
}

/// An argument with its name, where it is passed by keyword.
type Argument<'handle> = (Option<&'handle str>, &'handle Value);

unsafe fn read<'handle>(
    arguments: *const *const Value,
    names: *const *const c_char,
    count: usize,
) -> Fallible<SmallVec<[Argument<'handle>; 8]>> {
    // SAFETY: the caller passes `count` handles.
    let values = unsafe { slice(arguments, count, "the array of arguments") }?;
    let names = match names.is_null() {
        true => None,
        // SAFETY: the caller passes `count` names.
        false => Some(unsafe { slice(names, count, "the array of names") }?),
    };
    let mut read = SmallVec::with_capacity(values.len());
    for (index, value) in values.iter().enumerate() {
        let name = match names.map(|names| names[index]) {
            Some(name) if !name.is_null() => {
                // SAFETY: the caller passes a string that ends in NUL.
                Some(unsafe { c_text(name, "the name of an argument") }?)
            }
            _ => None,
        };
        // SAFETY: the caller passes NULL or a live handle.
        read.push((name, unsafe { borrow(*value) }?));
    }
    Ok(read)
}
