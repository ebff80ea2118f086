//! Values straight from and to the objects of the Python interpreter that loaded the library.
//!
//! Through the other C functions each item of a list costs a call from Python; here a whole tree is one. The functions of
//! CPython's stable ABI are looked up in the process, so that the library needs no Python: elsewhere they are not there, and
//! [`hotforge_python_ready`] says so.
//!
//! The interpreter's lock is held throughout: the Python package calls these through `ctypes.PyDLL`.

// What a caller owes is said here for all functions together: objects are live, handles as the header has it.
#![allow(clippy::missing_safety_doc, reason = "the module says what a caller owes")]

mod arrays;
mod function;
mod interpreter;
mod read;
pub(super) mod signals;
mod write;

use std::ffi::c_char;
use std::ptr;

use self::interpreter::{Interpreter, Owned};
use self::write::Owner;
use crate::abi::c::find;
use crate::abi::c::guard::guard;
use crate::abi::c::hotforge_stream_next;
use crate::abi::{Library, Value};
use crate::exception::value_error;

/// A Python exception is set in the interpreter, which its caller finds there.
#[derive(Debug)]
struct PythonError;

/// How deep containers are followed; below, the Python package goes on, which raises `RecursionError` in time. Records lead back
/// here from there, so this much of the stack may be taken for each call that Python allows.
const DEEPEST: usize = 16;

pub use self::interpreter::Object;

/// `hotforge_python_ready`: whether the functions below work, which they do in a process that holds CPython.
#[unsafe(no_mangle)]
pub extern "C" fn hotforge_python_ready() -> bool {
    guard(false, || Ok(Interpreter::get().is_some()))
}

/// `hotforge_python_to_value`: a new value of a Python object. For objects of other classes than the built-in ones and
/// numpy's arrays it calls `convert(object)`, which gives the address of a value that it gives away.
///
/// NULL with a Python exception where it cannot be converted.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_python_to_value(object: *mut Object, convert: *mut Object) -> *mut Value {
    guard(ptr::null_mut(), || {
        let interpreter = Interpreter::get().ok_or_else(absent)?;
        let value = read::Reader { interpreter, convert }.value(object, 0);
        Ok(value.map_or(ptr::null_mut(), |value| Box::into_raw(Box::new(value))))
    })
}

/// `hotforge_python_from_value`: a new Python object of a value. For records, streams and what is rare it calls
/// `convert(owner, address of the value)`, which gives the object.
///
/// NULL with a Python exception where that raises one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_python_from_value(
    value: *const Value,
    convert: *mut Object,
    owner: *mut Object,
) -> *mut Object {
    guard(ptr::null_mut(), || {
        let interpreter = Interpreter::get().ok_or_else(absent)?;
        // SAFETY: the caller passes NULL or a live handle.
        let value = unsafe { value.as_ref() }.ok_or_else(|| value_error("the hotforge_value is NULL"))?;
        let object = write::Writer { interpreter, convert, owner: Owner::Given(owner) }.object(value, 0);
        Ok(object.map_or(ptr::null_mut(), Owned::give))
    })
}

/// `hotforge_python_function` of a library: a new built-in function of Python that calls the predictor of that name. What it
/// does not convert by itself it gives `make` and `read`, as the functions above give `convert`; the owner of a result comes from
/// `hold(address of the value)`; `fail()` raises the last error.
///
/// NULL with a Python exception, or without one where there is no such predictor.
pub unsafe fn function(library: &Library, predictor: *const c_char, handlers: [*mut Object; 4]) -> *mut Object {
    guard(ptr::null_mut(), || {
        let interpreter = Interpreter::get().ok_or_else(absent)?;
        // SAFETY: the caller passes a string that ends in NUL.
        let predictor = unsafe { find(library, predictor) }?;
        let [Ok(make), Ok(read), Ok(hold), Ok(fail)] = handlers.map(|handler| interpreter.keep(handler)) else {
            return Err(value_error("a handler is NULL"));
        };
        let function = function::new(interpreter, predictor, function::Handlers { make, read, hold, fail });
        Ok(function.map_or(ptr::null_mut(), Owned::give))
    })
}

/// `hotforge_python_stream_next`: as `hotforge_stream_next`, while other threads of Python run; signals that Python has to handle
/// are heard meanwhile.
///
/// `false` with a Python exception where a handler of a signal raised one, without one where the predictor did.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_python_stream_next(stream: *const Value, item: *mut *mut Value) -> bool {
    let Some(interpreter) = Interpreter::get() else { return false };
    // SAFETY: the caller owes what that function's caller owes.
    let is_well = interpreter.unlocked(|| unsafe { hotforge_stream_next(stream, item) });
    if signals::take_raised() && is_well {
        // SAFETY: the interpreter's lock is held. Compiled code has caught what was raised.
        unsafe { (interpreter.clear_error)() };
    }
    is_well
}

#[cold]
fn absent() -> crate::exception::Raised {
    value_error("this process holds no CPython")
}
