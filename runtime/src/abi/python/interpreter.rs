//! The functions and objects of CPython's stable ABI that are used, looked up in the process.

use std::ffi::{CStr, c_char, c_int, c_longlong, c_void};
use std::ptr::NonNull;
use std::sync::OnceLock;

use super::arrays::Export;
use super::signals;

/// The head of every Python object, which is part of the stable ABI of interpreters with a lock.
#[derive(Debug)]
#[repr(C)]
pub struct Object {
    count: isize,
    class: *mut Object,
}

impl Object {
    /// Its exact class.
    pub(super) unsafe fn class(object: *mut Object) -> *mut Object {
        // SAFETY: the caller passes a live object.
        unsafe { (*object).class }
    }
}

type Make = unsafe extern "C" fn(isize) -> *mut Object;
type Size = unsafe extern "C" fn(*mut Object) -> isize;
type Item = unsafe extern "C" fn(*mut Object, isize) -> *mut Object;
type SetItem = unsafe extern "C" fn(*mut Object, isize, *mut Object) -> c_int;
type FromObject = unsafe extern "C" fn(*mut Object) -> *mut Object;
type Destructor = unsafe extern "C" fn(*mut Object);
type FromText = unsafe extern "C" fn(*const c_char, isize) -> *mut Object;

/// See the [C API reference](https://docs.python.org/3/c-api/) for each name.
pub(super) struct Interpreter {
    pub none: *mut Object,
    pub r#true: *mut Object,
    pub r#false: *mut Object,
    pub overflow_error: *mut *mut Object,
    pub int: *mut Object,
    pub float: *mut Object,
    pub str: *mut Object,
    pub bytes: *mut Object,
    pub list: *mut Object,
    pub tuple: *mut Object,
    pub set: *mut Object,
    pub frozenset: *mut Object,
    pub dict: *mut Object,
    pub inc_ref: unsafe extern "C" fn(*mut Object),
    pub dec_ref: unsafe extern "C" fn(*mut Object),
    pub set_error: unsafe extern "C" fn(*mut Object, *const c_char),
    pub error_occurred: unsafe extern "C" fn() -> *mut Object,
    pub call: unsafe extern "C" fn(*mut Object, ...) -> *mut Object,
    pub long_as_long_long: unsafe extern "C" fn(*mut Object, *mut c_int) -> c_longlong,
    pub long_from_long_long: unsafe extern "C" fn(c_longlong) -> *mut Object,
    pub long_as_pointer: unsafe extern "C" fn(*mut Object) -> *mut c_void,
    pub long_from_pointer: unsafe extern "C" fn(*mut c_void) -> *mut Object,
    pub float_as_double: unsafe extern "C" fn(*mut Object) -> f64,
    pub float_from_double: unsafe extern "C" fn(f64) -> *mut Object,
    pub unicode_as_utf8: unsafe extern "C" fn(*mut Object, *mut isize) -> *const c_char,
    pub unicode_from_utf8: FromText,
    pub bytes_as_string: unsafe extern "C" fn(*mut Object, *mut *mut c_char, *mut isize) -> c_int,
    pub bytes_from_string: FromText,
    pub list_new: Make,
    pub list_size: Size,
    pub list_item: Item,
    pub list_set_item: SetItem,
    pub tuple_new: Make,
    pub tuple_size: Size,
    pub tuple_item: Item,
    pub tuple_set_item: SetItem,
    pub dict_new: unsafe extern "C" fn() -> *mut Object,
    pub dict_next: unsafe extern "C" fn(*mut Object, *mut isize, *mut *mut Object, *mut *mut Object) -> c_int,
    pub dict_set_item: unsafe extern "C" fn(*mut Object, *mut Object, *mut Object) -> c_int,
    pub set_new: FromObject,
    pub frozenset_new: FromObject,
    pub iter: FromObject,
    pub iter_next: FromObject,
    pub function_new: unsafe extern "C" fn(*mut c_void, *mut Object, *mut Object) -> *mut Object,
    pub capsule_new: unsafe extern "C" fn(*mut c_void, *const c_char, Option<Destructor>) -> *mut Object,
    pub capsule_pointer: unsafe extern "C" fn(*mut Object, *const c_char) -> *mut c_void,
    pub clear_error: unsafe extern "C" fn(),
    pub imported: FromObject,
    pub attribute: unsafe extern "C" fn(*mut Object, *const c_char) -> *mut Object,
    pub set_attribute: unsafe extern "C" fn(*mut Object, *const c_char, *mut Object) -> c_int,
    pub get_buffer: unsafe extern "C" fn(*mut Object, *mut Export, c_int) -> c_int,
    pub release_buffer: unsafe extern "C" fn(*mut Export),
    is_running: unsafe extern "C" fn() -> c_int,
    enter: unsafe extern "C" fn() -> c_int,
    leave: unsafe extern "C" fn(c_int),
    check_signals: unsafe extern "C" fn() -> c_int,
    unlock: unsafe extern "C" fn() -> *mut c_void,
    lock: unsafe extern "C" fn(*mut c_void),
}

// SAFETY: addresses of functions and of immortal objects, which never change.
unsafe impl Send for Interpreter {}
// SAFETY: as above.
unsafe impl Sync for Interpreter {}

impl Interpreter {
    /// The interpreter of this process, if there is one.
    pub(super) fn get() -> Option<&'static Self> {
        static FOUND: OnceLock<Option<Interpreter>> = OnceLock::new();
        // SAFETY: the types of the functions are those of the stable ABI.
        FOUND.get_or_init(|| unsafe { Self::find() }).as_ref()
    }

    unsafe fn find() -> Option<Self> {
        // SAFETY: each field has the type that CPython documents for the name.
        unsafe {
            Some(Self {
                none: symbol(c"_Py_NoneStruct")?,
                r#true: symbol(c"_Py_TrueStruct")?,
                r#false: symbol(c"_Py_FalseStruct")?,
                overflow_error: symbol(c"PyExc_OverflowError")?,
                int: symbol(c"PyLong_Type")?,
                float: symbol(c"PyFloat_Type")?,
                str: symbol(c"PyUnicode_Type")?,
                bytes: symbol(c"PyBytes_Type")?,
                list: symbol(c"PyList_Type")?,
                tuple: symbol(c"PyTuple_Type")?,
                set: symbol(c"PySet_Type")?,
                frozenset: symbol(c"PyFrozenSet_Type")?,
                dict: symbol(c"PyDict_Type")?,
                inc_ref: symbol(c"Py_IncRef")?,
                dec_ref: symbol(c"Py_DecRef")?,
                set_error: symbol(c"PyErr_SetString")?,
                error_occurred: symbol(c"PyErr_Occurred")?,
                call: symbol(c"PyObject_CallFunctionObjArgs")?,
                long_as_long_long: symbol(c"PyLong_AsLongLongAndOverflow")?,
                long_from_long_long: symbol(c"PyLong_FromLongLong")?,
                long_as_pointer: symbol(c"PyLong_AsVoidPtr")?,
                long_from_pointer: symbol(c"PyLong_FromVoidPtr")?,
                float_as_double: symbol(c"PyFloat_AsDouble")?,
                float_from_double: symbol(c"PyFloat_FromDouble")?,
                unicode_as_utf8: symbol(c"PyUnicode_AsUTF8AndSize")?,
                unicode_from_utf8: symbol(c"PyUnicode_FromStringAndSize")?,
                bytes_as_string: symbol(c"PyBytes_AsStringAndSize")?,
                bytes_from_string: symbol(c"PyBytes_FromStringAndSize")?,
                list_new: symbol(c"PyList_New")?,
                list_size: symbol(c"PyList_Size")?,
                list_item: symbol(c"PyList_GetItem")?,
                list_set_item: symbol(c"PyList_SetItem")?,
                tuple_new: symbol(c"PyTuple_New")?,
                tuple_size: symbol(c"PyTuple_Size")?,
                tuple_item: symbol(c"PyTuple_GetItem")?,
                tuple_set_item: symbol(c"PyTuple_SetItem")?,
                dict_new: symbol(c"PyDict_New")?,
                dict_next: symbol(c"PyDict_Next")?,
                dict_set_item: symbol(c"PyDict_SetItem")?,
                set_new: symbol(c"PySet_New")?,
                frozenset_new: symbol(c"PyFrozenSet_New")?,
                iter: symbol(c"PyObject_GetIter")?,
                iter_next: symbol(c"PyIter_Next")?,
                function_new: symbol(c"PyCFunction_NewEx")?,
                capsule_new: symbol(c"PyCapsule_New")?,
                capsule_pointer: symbol(c"PyCapsule_GetPointer")?,
                clear_error: symbol(c"PyErr_Clear")?,
                imported: symbol(c"PyImport_GetModule")?,
                attribute: symbol(c"PyObject_GetAttrString")?,
                set_attribute: symbol(c"PyObject_SetAttrString")?,
                get_buffer: symbol(c"PyObject_GetBuffer")?,
                release_buffer: symbol(c"PyBuffer_Release")?,
                is_running: symbol(c"Py_IsInitialized")?,
                enter: symbol(c"PyGILState_Ensure")?,
                leave: symbol(c"PyGILState_Release")?,
                check_signals: symbol(c"PyErr_CheckSignals")?,
                unlock: symbol(c"PyEval_SaveThread")?,
                lock: symbol(c"PyEval_RestoreThread")?,
            })
        }
    }

    /// Runs what needs the interpreter's lock, on any thread, whether it has the lock or not. Where the interpreter has ended,
    /// nothing can be run.
    pub(super) fn locked(&self, run: impl FnOnce()) {
        // SAFETY: the lock is given back in the order that it was taken in.
        unsafe {
            if (self.is_running)() == 0 {
                return std::mem::forget(run);
            }
            let state = (self.enter)();
            run();
            (self.leave)(state);
        }
    }

    /// Runs what needs no interpreter while other threads of it go on.
    pub(super) fn unlocked<R>(&'static self, run: impl FnOnce() -> R) -> R {
        struct Unlocked(&'static Interpreter, *mut c_void);
        impl Drop for Unlocked {
            fn drop(&mut self) {
                // SAFETY: the state of this thread, from when the lock was given away.
                unsafe { (self.0.lock)(self.1) };
            }
        }
        // SAFETY: this thread holds the lock, and takes it back.
        let unlocked = Unlocked(self, unsafe { (self.unlock)() });
        signals::heard(self, unlocked.1, run)
    }

    /// Lets Python handle the signals that have arrived; `false` where a handler raised, whose exception is set then. The lock was
    /// given away with that state.
    pub(super) fn handle_signals(&self, state: *mut c_void) -> bool {
        // SAFETY: the state is this thread's. It stays what it is while the lock is taken and given away again.
        unsafe {
            (self.lock)(state);
            let is_well = (self.check_signals)() == 0;
            (self.unlock)();
            is_well
        }
    }

    /// The object that a function of the C API has made; none where it failed.
    pub(super) fn own(&'static self, object: *mut Object) -> Result<Owned, super::PythonError> {
        NonNull::new(object).map(|object| Owned { object, interpreter: self }).ok_or(super::PythonError)
    }

    /// An object that belongs to another, kept alive.
    pub(super) fn keep(&'static self, object: *mut Object) -> Result<Owned, super::PythonError> {
        if !object.is_null() {
            // SAFETY: the caller passes a live object.
            unsafe { (self.inc_ref)(object) };
        }
        self.own(object)
    }
}

// SAFETY: whoever uses a reference holds the interpreter's lock.
unsafe impl Send for Owned {}
// SAFETY: as above.
unsafe impl Sync for Owned {}

/// A reference that is given back when it is dropped.
pub(super) struct Owned {
    object: NonNull<Object>,
    interpreter: &'static Interpreter,
}

impl Owned {
    pub(super) fn pointer(&self) -> *mut Object {
        self.object.as_ptr()
    }

    /// Gives the reference away.
    pub(super) fn give(self) -> *mut Object {
        let object = self.object.as_ptr();
        std::mem::forget(self);
        object
    }
}

impl Drop for Owned {
    fn drop(&mut self) {
        // SAFETY: the reference is this one's own, and the interpreter's lock is held.
        unsafe { (self.interpreter.dec_ref)(self.object.as_ptr()) };
    }
}

/// The address of a name in the process, as a pointer of that type.
#[cfg(unix)]
unsafe fn symbol<T: Copy>(name: &CStr) -> Option<T> {
    const { assert!(size_of::<T>() == size_of::<*mut c_void>()) };
    // SAFETY: the name ends in NUL.
    let address = unsafe { libc::dlsym(libc::RTLD_DEFAULT, name.as_ptr()) };
    // SAFETY: `T` is a pointer, of the type that the caller knows the name to have.
    (!address.is_null()).then(|| unsafe { std::mem::transmute_copy(&address) })
}

/// Nothing is looked up on other systems: the Python package converts by itself.
#[cfg(not(unix))]
unsafe fn symbol<T: Copy>(_name: &CStr) -> Option<T> {
    None
}
