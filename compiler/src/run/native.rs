//! The C functions of a compiled library, called safely. `hotforge.h` describes them.

use std::ffi::{CStr, CString, c_char, c_void};
use std::marker::PhantomData;
use std::path::Path;
use std::ptr::null;

use serde_json::Value;

use super::arguments::Input;
use super::array::{ArrayValue, ElementType};
use crate::error::{Error, Result};

/// `hotforge_value`.
#[repr(C)]
struct Opaque {
    _private: [u8; 0],
}

/// `hotforge_error`.
#[repr(C)]
struct RaisedError {
    class: *const c_char,
    message: *const c_char,
    message_length: usize,
    traceback: *const c_char,
    json: *const c_char,
}

/// `hotforge_array`.
#[repr(C)]
struct RawArray {
    dtype: u32,
    ndim: usize,
    shape: *const i64,
    strides: *const i64,
    data: *mut c_void,
    writable: bool,
}

type In = *const Opaque;
type Out = *mut Opaque;

/// Declares the functions that are looked up in a library.
macro_rules! functions {
    ($($name:ident: fn($($argument:ty),*) $(-> $result:ty)?;)*) => {
        struct Functions { $($name: unsafe extern "C" fn($($argument),*) $(-> $result)?,)* }

        impl Functions {
            /// # Safety
            /// The library's functions of these names must have these types; they live as long as the library.
            unsafe fn of(library: &libloading::Library) -> std::result::Result<Self, libloading::Error> {
                // SAFETY: As required of the caller.
                Ok(Self { $($name: unsafe { *library.get(concat!("hotforge_", stringify!($name), "\0").as_bytes())? },)* })
            }
        }
    };
}

functions! {
    manifest: fn() -> *const c_char;
    call: fn(*const c_char, *const In, *const *const c_char, usize) -> Out;
    last_error: fn() -> *const RaisedError;
    value_kind: fn(In) -> i32;
    value_free: fn(Out);
    value_new_null: fn() -> Out;
    value_new_bool: fn(bool) -> Out;
    value_new_int: fn(i64) -> Out;
    value_new_float: fn(f64) -> Out;
    value_new_complex: fn(f64, f64) -> Out;
    value_new_string: fn(*const u8, usize) -> Out;
    value_new_bytes: fn(*const u8, usize) -> Out;
    value_new_list: fn() -> Out;
    value_new_tuple: fn() -> Out;
    value_new_set: fn() -> Out;
    value_new_frozenset: fn() -> Out;
    value_new_dict: fn() -> Out;
    value_append: fn(Out, Out) -> bool;
    value_insert: fn(Out, Out, Out) -> bool;
    value_new_array: fn(*const RawArray, *const c_void, *const c_void) -> Out;
    value_new_scalar: fn(u32, *const u8) -> Out;
    value_get_bool: fn(In, *mut bool) -> bool;
    value_get_int: fn(In, *mut i64) -> bool;
    value_get_float: fn(In, *mut f64) -> bool;
    value_get_complex: fn(In, *mut f64, *mut f64) -> bool;
    value_get_string: fn(In, *mut usize) -> *const u8;
    value_get_bytes: fn(In, *mut usize) -> *const u8;
    value_get_array: fn(In, *mut RawArray) -> bool;
    value_length: fn(In) -> usize;
    value_item: fn(In, usize) -> In;
    value_key: fn(In, usize) -> In;
    value_field_name: fn(In, usize, *mut usize) -> *const u8;
    stream_next: fn(In, *mut Out) -> bool;
}

/// The version of the functions that this program knows.
const ABI_VERSION: u32 = 1;

/// The kind of a stream.
const STREAM: i32 = 14;

/// A loaded library.
pub(super) struct Library {
    functions: Functions,
    /// Keeps the functions alive.
    _library: libloading::Library,
}

/// A value of the library's that is ours.
pub(super) struct Owned<'a> {
    library: &'a Library,
    pointer: Out,
}

/// A part of a value.
#[derive(Clone, Copy)]
pub(super) struct Part<'a>(In, PhantomData<&'a ()>);

/// What a value holds.
pub(super) enum View<'a> {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Complex(f64, f64),
    Str(String),
    Bytes(&'a [u8]),
    Items(Vec<Part<'a>>),
    Dict(Vec<(Part<'a>, Part<'a>)>),
    Record(Vec<(String, Part<'a>)>),
    Array(ArrayView<'a>),
    Scalar(ArrayView<'a>),
    /// A kind that this program does not know.
    Unknown(i32),
}

/// An array in the library's memory.
pub(super) struct ArrayView<'a> {
    /// What the elements are, where it is known.
    pub dtype: Option<ElementType>,
    /// The length of each axis.
    pub shape: &'a [i64],
    /// Bytes from one element to the next along each axis.
    pub strides: &'a [i64],
    data: *const u8,
}

impl Library {
    /// Loads a library.
    ///
    /// # Errors
    /// Where it is none of Hotforge's, or of another version of the C functions.
    pub fn open(path: &Path) -> Result<Library> {
        let refuse = |reason: String| Error::NotABundle { path: path.into(), reason };
        // SAFETY: The user asks for this library to be run. The version says that its functions have these types.
        unsafe {
            let library = libloading::Library::new(path).map_err(|error| refuse(error.to_string()))?;
            let version = library
                .get::<unsafe extern "C" fn() -> u32>(b"hotforge_abi_version\0")
                .map_err(|_| refuse("it exports no hotforge_abi_version".into()))?();
            if version != ABI_VERSION {
                return Err(refuse(format!(
                    "it has version {version} of the C functions, this hotforge knows version {ABI_VERSION}: compile it again"
                )));
            }
            let functions = Functions::of(&library).map_err(|error| refuse(error.to_string()))?;
            Ok(Library { functions, _library: library })
        }
    }

    /// What the library says of itself.
    ///
    /// # Errors
    /// Where that is not JSON.
    pub fn manifest(&self, path: &Path) -> Result<Value> {
        // SAFETY: The text ends in NUL and lives as long as the library.
        let text = unsafe { CStr::from_ptr((self.functions.manifest)()) };
        serde_json::from_slice(text.to_bytes()).map_err(|error| Error::NotABundle {
            path: path.into(),
            reason: format!("its manifest is not JSON: {error}"),
        })
    }

    /// Calls a predictor with arguments by name.
    ///
    /// # Errors
    /// Where it raises.
    pub fn call(&self, predictor: &str, arguments: &[(&str, Owned<'_>)]) -> Result<Owned<'_>> {
        let text = |text: &str| CString::new(text).map_err(|_| Error::internal("a name holds a NUL", text));
        let predictor = text(predictor)?;
        let names = arguments.iter().map(|(name, _)| text(name)).collect::<Result<Vec<_>>>()?;
        let names: Vec<_> = names.iter().map(|name| name.as_ptr()).collect::<Vec<_>>();
        let values: Vec<In> = arguments.iter().map(|(_, value)| value.pointer.cast_const()).collect();
        // SAFETY: There are as many names and values as is said, and all live during the call.
        let result =
            unsafe { (self.functions.call)(predictor.as_ptr(), values.as_ptr(), names.as_ptr(), values.len()) };
        self.own(result)
    }

    /// A value of the library's, made of one of ours.
    ///
    /// # Errors
    /// Where the library refuses it.
    pub fn make(&self, input: &Input) -> Result<Owned<'_>> {
        let functions = &self.functions;
        // SAFETY: Every pointer is to memory of the length that is said with it, and is only read during the call.
        let pointer = unsafe {
            match input {
                Input::Null => (functions.value_new_null)(),
                Input::Bool(value) => (functions.value_new_bool)(*value),
                Input::Int(value) => (functions.value_new_int)(*value),
                Input::Float(value) => (functions.value_new_float)(*value),
                Input::Complex(real, imag) => (functions.value_new_complex)(*real, *imag),
                Input::Str(text) => (functions.value_new_string)(text.as_ptr(), text.len()),
                Input::Bytes(bytes) => (functions.value_new_bytes)(bytes.as_ptr(), bytes.len()),
                Input::List(items) => return self.container(functions.value_new_list, items),
                Input::Tuple(items) => return self.container(functions.value_new_tuple, items),
                Input::Set(items) => return self.container(functions.value_new_set, items),
                Input::FrozenSet(items) => return self.container(functions.value_new_frozenset, items),
                Input::Dict(pairs) => return self.dict(pairs),
                Input::Array(array) => (functions.value_new_array)(&raw_array(array), null(), null()),
                Input::Scalar(array) => (functions.value_new_scalar)(array.dtype as u32, array.data.as_ptr()),
            }
        };
        self.own(pointer)
    }

    fn container(&self, make: unsafe extern "C" fn() -> Out, items: &[Input]) -> Result<Owned<'_>> {
        // SAFETY: Makes an empty container.
        let container = self.own(unsafe { make() })?;
        for item in items {
            let item = self.make(item)?.give_away();
            // SAFETY: Both are values of this library; it takes the item over.
            if !unsafe { (self.functions.value_append)(container.pointer, item) } {
                return Err(self.raised());
            }
        }
        Ok(container)
    }

    fn dict(&self, pairs: &[(Input, Input)]) -> Result<Owned<'_>> {
        // SAFETY: Makes an empty dict.
        let dict = self.own(unsafe { (self.functions.value_new_dict)() })?;
        for (key, item) in pairs {
            let (key, item) = (self.make(key)?, self.make(item)?);
            // SAFETY: All are values of this library; it takes key and item over.
            if !unsafe { (self.functions.value_insert)(dict.pointer, key.give_away(), item.give_away()) } {
                return Err(self.raised());
            }
        }
        Ok(dict)
    }

    fn own(&self, pointer: Out) -> Result<Owned<'_>> {
        if pointer.is_null() { Err(self.raised()) } else { Ok(Owned { library: self, pointer }) }
    }

    /// The last failure in this thread.
    fn raised(&self) -> Error {
        // SAFETY: The error and its texts live until the next failure in this thread.
        let traceback = unsafe {
            (self.functions.last_error)()
                .as_ref()
                .map(|error| CStr::from_ptr(error.traceback).to_string_lossy().into_owned())
        };
        Error::PredictorRaised { traceback: traceback.unwrap_or_else(|| "SystemError: no reason was given".into()) }
    }

    /// What a value holds.
    pub fn view<'a>(&'a self, part: Part<'a>) -> View<'a> {
        let functions = &self.functions;
        let value = part.0;
        // SAFETY: The value lives as long as `part`. Each function is called on values of its kind only.
        unsafe {
            match (functions.value_kind)(value) {
                0 => View::Null,
                1 => View::Bool(read(|out| (functions.value_get_bool)(value, out))),
                2 => View::Int(read(|out| (functions.value_get_int)(value, out))),
                3 => View::Float(read(|out| (functions.value_get_float)(value, out))),
                4 => View::Str(text(|length| (functions.value_get_string)(value, length))),
                5 => View::Bytes(bytes(|length| (functions.value_get_bytes)(value, length))),
                6..=9 => View::Items(self.parts(part, |index| (functions.value_item)(value, index))),
                10 => View::Dict(
                    self.parts(part, |index| (functions.value_key)(value, index))
                        .into_iter()
                        .zip(self.parts(part, |index| (functions.value_item)(value, index)))
                        .collect(),
                ),
                11 | 15 => View::Record(
                    self.parts(part, |index| (functions.value_item)(value, index))
                        .into_iter()
                        .enumerate()
                        .map(|(index, item)| (text(|length| (functions.value_field_name)(value, index, length)), item))
                        .collect(),
                ),
                12 => View::Array(self.array(part)),
                13 => View::Scalar(self.array(part)),
                16 => {
                    let (mut real, mut imag) = (0.0, 0.0);
                    (functions.value_get_complex)(value, &mut real, &mut imag);
                    View::Complex(real, imag)
                }
                other => View::Unknown(other),
            }
        }
    }

    fn parts<'a>(&self, container: Part<'a>, part: impl Fn(usize) -> In) -> Vec<Part<'a>> {
        // SAFETY: A container that lives.
        let length = unsafe { (self.functions.value_length)(container.0) };
        (0..length).map(|index| Part(part(index), PhantomData)).collect()
    }

    /// # Safety
    /// The value must be an array or a scalar.
    unsafe fn array<'a>(&self, part: Part<'a>) -> ArrayView<'a> {
        let mut raw = RawArray {
            dtype: 0,
            ndim: 0,
            shape: null(),
            strides: null(),
            data: null::<c_void>().cast_mut(),
            writable: false,
        };
        // SAFETY: Shape and strides have `ndim` numbers and live as long as the value.
        unsafe {
            (self.functions.value_get_array)(part.0, &mut raw);
            ArrayView {
                dtype: ElementType::from_number(raw.dtype),
                shape: slice(raw.shape, raw.ndim),
                strides: slice(raw.strides, raw.ndim),
                data: raw.data.cast_const().cast(),
            }
        }
    }
}

impl ArrayView<'_> {
    /// The bytes of the element that lies `offset` bytes from the first one.
    pub fn bytes(&self, offset: isize, size: usize) -> &[u8] {
        // SAFETY: Offsets are made of this array's own shape and strides, so there is an element.
        unsafe { std::slice::from_raw_parts(self.data.offset(offset), size) }
    }
}

impl<'a> Owned<'a> {
    /// Whether it is a stream.
    pub fn is_stream(&self) -> bool {
        // SAFETY: The value lives.
        unsafe { (self.library.functions.value_kind)(self.pointer) == STREAM }
    }

    /// The next item of a stream.
    ///
    /// # Errors
    /// Where the predictor raises.
    pub fn next(&self) -> Result<Option<Owned<'a>>> {
        let mut item: Out = std::ptr::null_mut();
        // SAFETY: The value lives, and `item` is a place for one pointer.
        if !unsafe { (self.library.functions.stream_next)(self.pointer, &raw mut item) } {
            return Err(self.library.raised());
        }
        Ok((!item.is_null()).then_some(Owned { library: self.library, pointer: item }))
    }
}

impl Owned<'_> {
    /// The value, for reading.
    pub fn as_part(&self) -> Part<'_> {
        Part(self.pointer, PhantomData)
    }

    fn give_away(self) -> Out {
        std::mem::ManuallyDrop::new(self).pointer
    }
}

impl Drop for Owned<'_> {
    fn drop(&mut self) {
        // SAFETY: It is ours, and freed once.
        unsafe { (self.library.functions.value_free)(self.pointer) }
    }
}

fn raw_array(array: &ArrayValue) -> RawArray {
    RawArray {
        dtype: array.dtype as u32,
        ndim: array.shape.len(),
        shape: array.shape.as_ptr(),
        strides: null(),
        // Without `release` the elements are copied, never written to.
        data: array.data.as_ptr().cast_mut().cast(),
        writable: false,
    }
}

fn read<T: Default>(get: impl FnOnce(*mut T) -> bool) -> T {
    let mut value = T::default();
    get(&mut value);
    value
}

/// # Safety
/// `get` must give memory of the length that it stores, alive for `'a`.
unsafe fn bytes<'a>(get: impl FnOnce(*mut usize) -> *const u8) -> &'a [u8] {
    let mut length = 0;
    let pointer = get(&mut length);
    // SAFETY: As required of the caller.
    unsafe { slice(pointer, length) }
}

/// # Safety
/// As [`bytes`].
unsafe fn text(get: impl FnOnce(*mut usize) -> *const u8) -> String {
    // SAFETY: As required of the caller.
    String::from_utf8_lossy(unsafe { bytes(get) }).into_owned()
}

/// # Safety
/// The pointer must be NULL, or to `length` values that live for `'a`.
unsafe fn slice<'a, T>(pointer: *const T, length: usize) -> &'a [T] {
    // SAFETY: As required of the caller.
    if pointer.is_null() { &[] } else { unsafe { std::slice::from_raw_parts(pointer, length) } }
}
