//! Arrays of numpy: read by the [buffer protocol](https://docs.python.org/3/c-api/buffer.html), made by numpy's
//! [array interface](https://numpy.org/doc/stable/reference/arrays.interface.html). Neither copies elements.
//!
//! Nothing is done here that is not plain: other classes, dtypes and byte orders are left to the Python package.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::mem::MaybeUninit;
use std::ptr::{self, NonNull};
use std::sync::{Arc, OnceLock};

use super::PythonError;
use super::interpreter::{Interpreter, Object, Owned};
use crate::abi::Buffer;
use crate::numpy::{ElementType, Kind};

/// `Py_buffer`
#[repr(C)]
pub(super) struct Export {
    data: *mut c_void,
    object: *mut Object,
    length: isize,
    size: isize,
    is_readonly: c_int,
    rank: c_int,
    format: *const c_char,
    shape: *const isize,
    strides: *const isize,
    suboffsets: *const isize,
    internal: *mut c_void,
}

/// `PyBUF_STRIDES | PyBUF_FORMAT`: not to be written to, if the array says so.
const AS_IT_LIES: c_int = 0x18 | 0x04;

/// `PyArrayInterface`
#[repr(C)]
struct Interface {
    /// 2, always.
    check: c_int,
    rank: c_int,
    kind: c_char,
    size: c_int,
    flags: c_int,
    shape: *const i64,
    strides: *const i64,
    data: *mut c_void,
    description: *mut Object,
}

/// `NPY_ARRAY_ALIGNED | NPY_ARRAY_NOTSWAPPED`
const PLAIN: c_int = 0x100 | 0x200;
/// `NPY_ARRAY_WRITEABLE`
const WRITABLE: c_int = 0x400;

/// What is used of numpy and of the standard library.
struct Numpy {
    /// `numpy.ndarray`
    class: Owned,
    /// `numpy.asarray`
    as_array: Owned,
    /// `types.SimpleNamespace`: has the attribute by which numpy finds the interface.
    namespace: Owned,
}

impl Numpy {
    /// `None` as long as the process has not imported numpy.
    fn get(python: &'static Interpreter) -> Option<&'static Self> {
        static FOUND: OnceLock<Numpy> = OnceLock::new();
        if let Some(found) = FOUND.get() {
            return Some(found);
        }
        match Self::find(python) {
            Ok(numpy) => Some(FOUND.get_or_init(|| numpy)),
            Err(PythonError) => {
                // SAFETY: the interpreter's lock is held.
                unsafe { (python.clear_error)() };
                None
            }
        }
    }

    fn find(python: &'static Interpreter) -> Result<Self, PythonError> {
        // SAFETY: names end in NUL; each of these gives a new reference, or NULL.
        unsafe {
            let text =
                |name: &CStr| python.own((python.unicode_from_utf8)(name.as_ptr(), name.count_bytes().cast_signed()));
            let attribute =
                |object: &Owned, name: &CStr| python.own((python.attribute)(object.pointer(), name.as_ptr()));
            let numpy = python.own((python.imported)(text(c"numpy")?.pointer()))?;
            let types = python.own((python.imported)(text(c"types")?.pointer()))?;
            Ok(Self {
                class: attribute(&numpy, c"ndarray")?,
                as_array: attribute(&numpy, c"asarray")?,
                namespace: attribute(&types, c"SimpleNamespace")?,
            })
        }
    }
}

/// The array that an object is, where it is plain; the buffer keeps the object.
pub(super) fn read(python: &'static Interpreter, object: *mut Object) -> Option<Buffer> {
    let numpy = Numpy::get(python)?;
    // SAFETY: the caller holds the object.
    if unsafe { Object::class(object) } != numpy.class.pointer() {
        return None;
    }
    let mut export = MaybeUninit::<Export>::uninit();
    // SAFETY: what is exported is filled in where that succeeds, and given back below.
    unsafe {
        if (python.get_buffer)(object, export.as_mut_ptr(), AS_IT_LIES) != 0 {
            (python.clear_error)();
            return None;
        }
        let mut export = export.assume_init();
        let buffer = buffer_of(python, &export, object);
        (python.release_buffer)(&raw mut export);
        buffer
    }
}

/// # Safety
/// The export is one of the object.
unsafe fn buffer_of(python: &'static Interpreter, export: &Export, object: *mut Object) -> Option<Buffer> {
    let data = NonNull::new(export.data.cast::<u8>())?;
    // SAFETY: it was asked for, and ends in NUL.
    let element = element_of(unsafe { CStr::from_ptr(export.format) }.to_bytes(), export.size)?;
    let axes = |list: *const isize| -> Box<[i64]> {
        let count = if list.is_null() { 0 } else { export.rank.cast_unsigned() as usize };
        // SAFETY: the export has a length and a step for each axis.
        (0..count).map(|axis| unsafe { *list.add(axis) } as i64).collect()
    };
    let object = python.keep(object).ok()?;
    let owner = Arc::new(Held { python, object: Some(object) });
    // SAFETY: numpy says where the elements are; they stay as long as the array, which is held.
    Some(unsafe {
        Buffer::new(element, axes(export.shape), axes(export.strides), data, export.is_readonly == 0, owner)
    })
}

/// The dtype of a format of the module `struct`; a format with a byte order in front is not plain.
fn element_of(format: &[u8], size: isize) -> Option<ElementType> {
    Some(match (format, size) {
        (b"?", _) => ElementType::Bool,
        (b"b" | b"h" | b"i" | b"l" | b"q", 1) => ElementType::Int8,
        (b"b" | b"h" | b"i" | b"l" | b"q", 2) => ElementType::Int16,
        (b"b" | b"h" | b"i" | b"l" | b"q", 4) => ElementType::Int32,
        (b"b" | b"h" | b"i" | b"l" | b"q", 8) => ElementType::Int64,
        (b"B" | b"H" | b"I" | b"L" | b"Q", 1) => ElementType::UInt8,
        (b"B" | b"H" | b"I" | b"L" | b"Q", 2) => ElementType::UInt16,
        (b"B" | b"H" | b"I" | b"L" | b"Q", 4) => ElementType::UInt32,
        (b"B" | b"H" | b"I" | b"L" | b"Q", 8) => ElementType::UInt64,
        (b"e", _) => ElementType::Float16,
        (b"f", _) => ElementType::Float32,
        (b"d", _) => ElementType::Float64,
        (b"Zf", _) => ElementType::Complex64,
        (b"Zd", _) => ElementType::Complex128,
        _ => return None,
    })
}

/// An object that the library holds, whose last user may be a thread without the interpreter's lock.
struct Held {
    python: &'static Interpreter,
    object: Option<Owned>,
}

// SAFETY: nothing is done with the object but to give the reference back, with the lock.
unsafe impl Send for Held {}
// SAFETY: as above.
unsafe impl Sync for Held {}

impl Drop for Held {
    fn drop(&mut self) {
        let object = self.object.take();
        self.python.locked(move || drop(object));
    }
}

/// A buffer with what numpy wants to know of it, which it reads through the address of the whole.
#[repr(C)]
struct Exported {
    interface: Interface,
    buffer: Buffer,
}

/// A new array of numpy with the elements of the buffer, which it keeps; `None` where the Python package makes it.
pub(super) fn write(python: &'static Interpreter, buffer: &Buffer) -> Option<Result<Owned, PythonError>> {
    if buffer.shape().contains(&0) {
        return None;
    }
    Numpy::get(python).map(|numpy| array_of(python, numpy, buffer.clone()))
}

fn array_of(python: &'static Interpreter, numpy: &Numpy, buffer: Buffer) -> Result<Owned, PythonError> {
    let kind = match buffer.element().kind() {
        Kind::Bool => b'b',
        Kind::Unsigned => b'u',
        Kind::Signed => b'i',
        Kind::Float => b'f',
        Kind::Complex => b'c',
    };
    let interface = Interface {
        check: 2,
        rank: buffer.shape().len() as c_int,
        kind: kind as c_char,
        size: buffer.element().size() as c_int,
        flags: if buffer.is_writable() { PLAIN | WRITABLE } else { PLAIN },
        shape: buffer.shape().as_ptr(),
        strides: buffer.strides().as_ptr(),
        data: buffer.data().as_ptr().cast(),
        description: ptr::null_mut(),
    };
    let exported = Box::into_raw(Box::new(Exported { interface, buffer }));
    // SAFETY: the capsule takes the box over, whose first field is what numpy looks for; the arguments of a call end with
    // NULL.
    unsafe {
        let capsule = (python.capsule_new)(exported.cast(), ptr::null(), Some(free));
        if capsule.is_null() {
            drop(Box::from_raw(exported));
            return Err(PythonError);
        }
        let capsule = python.own(capsule)?;
        let holder = python.own((python.call)(numpy.namespace.pointer(), ptr::null_mut::<Object>()))?;
        if (python.set_attribute)(holder.pointer(), c"__array_struct__".as_ptr(), capsule.pointer()) != 0 {
            return Err(PythonError);
        }
        python.own((python.call)(numpy.as_array.pointer(), holder.pointer(), ptr::null_mut::<Object>()))
    }
}

/// The destructor of the capsules.
unsafe extern "C" fn free(capsule: *mut Object) {
    let Some(python) = Interpreter::get() else { return };
    // SAFETY: the capsule is one of `array_of`, and nothing asks it afterwards.
    unsafe { drop(Box::from_raw((python.capsule_pointer)(capsule, ptr::null()).cast::<Exported>())) };
}
