//! A predictor as a built-in function of the interpreter: what a call from Python goes through, and nothing else.

use std::ffi::{CStr, CString, c_char, c_int};
use std::ptr;

use smallvec::SmallVec;

use super::PythonError;
use super::interpreter::{Interpreter, Object, Owned};
use super::read::Reader;
use super::signals;
use super::write::{self, Owner, Writer};
use crate::abi::c::cancellation;
use crate::abi::c::guard::{guard, guard_call};
use crate::abi::{Predictor, Value};
use crate::tokenizers::counts;

/// What the Python package does for the function.
pub(super) struct Handlers {
    /// `make(object)`: the address of a value that is given away, of an object of a class that is not known here.
    pub make: Owned,
    /// `read(owner, address)`: the object of a value that is not known here.
    pub read: Owned,
    /// `hold(address)`: an owner, which frees the value.
    pub hold: Owned,
    /// `fail()`: raises the last error of the thread.
    pub fail: Owned,
}

/// What the function object refers to, by a capsule that owns it.
struct Function {
    predictor: &'static Predictor,
    python: &'static Interpreter,
    handlers: Handlers,
    definition: Definition,
    _name: CString,
}

/// `PyMethodDef`
#[repr(C)]
struct Definition {
    name: *const c_char,
    function: unsafe extern "C" fn(*mut Object, *const *mut Object, isize, *mut Object) -> *mut Object,
    flags: c_int,
    doc: *const c_char,
}

/// `METH_FASTCALL | METH_KEYWORDS`
const WITH_KEYWORDS: c_int = 0x80 | 0x02;

/// The name of the capsules.
const CAPSULE: &CStr = c"hotforge.predictor";

/// A new function object that calls the predictor.
pub(super) fn new(
    python: &'static Interpreter,
    predictor: &'static Predictor,
    handlers: Handlers,
) -> Result<Owned, PythonError> {
    let name = CString::new(predictor.name).unwrap_or_default();
    let definition = Definition { name: name.as_ptr(), function: enter, flags: WITH_KEYWORDS, doc: ptr::null() };
    let function = Box::into_raw(Box::new(Function { predictor, python, handlers, definition, _name: name }));
    // SAFETY: the capsule takes the function over, and lives as long as the object that refers to its definition.
    unsafe {
        let capsule = (python.capsule_new)(function.cast(), CAPSULE.as_ptr(), Some(free));
        if capsule.is_null() {
            drop(Box::from_raw(function));
            return Err(PythonError);
        }
        let capsule = python.own(capsule)?;
        python.own((python.function_new)((&raw mut (*function).definition).cast(), capsule.pointer(), ptr::null_mut()))
    }
}

/// The destructor of the capsules.
unsafe extern "C" fn free(capsule: *mut Object) {
    let Some(python) = Interpreter::get() else { return };
    // SAFETY: the capsule is one of `new`, and nothing asks it afterwards.
    unsafe { drop(Box::from_raw((python.capsule_pointer)(capsule, CAPSULE.as_ptr()).cast::<Function>())) };
}

/// What the interpreter calls.
unsafe extern "C" fn enter(
    capsule: *mut Object,
    arguments: *const *mut Object,
    count: isize,
    names: *mut Object,
) -> *mut Object {
    let Some(python) = Interpreter::get() else { return ptr::null_mut() };
    // SAFETY: the capsule is one of `new`; it lives while its function is called.
    let function = unsafe { &*(python.capsule_pointer)(capsule, CAPSULE.as_ptr()).cast::<Function>() };
    let called = guard(None, || {
        // SAFETY: the interpreter passes so many objects, and after them one for each name.
        Ok(Some(unsafe { function.call(arguments, count, names) }))
    });
    match called {
        Some(Ok(object)) => object.give(),
        Some(Err(PythonError)) => ptr::null_mut(),
        None => function.raise(),
    }
}

/// The arguments of a call. A caller may have nested them deeper than the stack is, so they are not simply dropped.
struct Values(SmallVec<[Value; 8]>);

impl Drop for Values {
    fn drop(&mut self) {
        self.0.drain(..).for_each(Value::dismantle);
    }
}

impl Function {
    /// Reads the arguments, calls the predictor while other threads of Python run, and makes an object of its result.
    unsafe fn call(
        &self,
        arguments: *const *mut Object,
        count: isize,
        names: *mut Object,
    ) -> Result<Owned, PythonError> {
        let (python, count) = (self.python, count.cast_unsigned());
        // SAFETY: it is a tuple where it is not NULL.
        let named = if names.is_null() { 0 } else { unsafe { (python.tuple_size)(names) }.cast_unsigned() };
        let reader = Reader { interpreter: python, convert: self.handlers.make.pointer() };
        let mut values = Values(SmallVec::new());
        for place in 0..count + named {
            // SAFETY: the caller says that so many are there.
            values.0.push(reader.value(unsafe { *arguments.add(place) }, 0)?);
        }
        let mut given: SmallVec<[(Option<&str>, &Value); 8]> =
            values.0[..count].iter().map(|value| (None, value)).collect();
        for (place, value) in values.0[count..].iter().enumerate() {
            // SAFETY: the tuple has so many names, which are texts and live as long as it does.
            let name = unsafe { reader.borrowed_text((python.tuple_item)(names, place.cast_signed())) }?;
            given.push((Some(name), value));
        }
        counts::begin();
        let result = self.run(|| {
            guard_call(None, || {
                cancellation::check()?;
                self.predictor.call(&given).map(Some)
            })
        });
        drop(given);
        drop(values);
        let was_interrupted = signals::take_raised();
        match result {
            // Compiled code may catch it as any other exception, and go on.
            Some(value) if was_interrupted => {
                // SAFETY: the interpreter's lock is held.
                unsafe { (python.clear_error)() };
                self.object(value)
            }
            Some(value) => self.object(value),
            // What a handler of Python has raised is set, and says more than what the compiled code was told.
            None if was_interrupted => Err(PythonError),
            None => {
                self.raise();
                Err(PythonError)
            }
        }
    }

    /// Runs the predictor. To let other threads of Python run meanwhile takes longer than a brief one.
    fn run<R>(&self, call: impl FnOnce() -> R) -> R {
        if self.predictor.is_brief { call() } else { self.python.unlocked(call) }
    }

    /// The object of a result. Only what Python may have to look into later needs an address that stays.
    fn object(&self, value: Value) -> Result<Owned, PythonError> {
        if let Some(object) = write::atom(self.python, &value) {
            return object;
        }
        let value = Box::new(value);
        let owner = Owner::made_by(self.handlers.hold.pointer(), &raw const *value);
        let writer = Writer { interpreter: self.python, convert: self.handlers.read.pointer(), owner };
        let object = writer.object(&value, 0);
        if writer.owner.was_made() {
            // The owner has the value now.
            let _ = Box::into_raw(value);
        } else {
            value.dismantle();
        }
        object
    }

    /// Raises the last error of the thread: no object.
    #[cold]
    fn raise(&self) -> *mut Object {
        // SAFETY: the arguments of a call end with NULL.
        unsafe { (self.python.call)(self.handlers.fail.pointer(), ptr::null_mut::<Object>()) }
    }
}
