//! The C functions of a compiled library. `hotforge.h` describes them.

use std::ffi::{c_char, c_void};

/// `hotforge_value`.
#[repr(C)]
pub(crate) struct Opaque {
    _private: [u8; 0],
}

/// `hotforge_cancellation`.
#[repr(C)]
pub(crate) struct Canceller {
    _private: [u8; 0],
}

/// `hotforge_error`.
#[repr(C)]
pub(crate) struct RawError {
    pub class: *const c_char,
    pub message: *const c_char,
    pub message_length: usize,
    pub traceback: *const c_char,
    pub json: *const c_char,
}

/// `hotforge_array`.
#[repr(C)]
pub(crate) struct RawArray {
    pub dtype: u32,
    pub ndim: usize,
    pub shape: *const i64,
    pub strides: *const i64,
    pub data: *mut c_void,
    pub writable: bool,
}

/// A value that is read.
pub(crate) type In = *const Opaque;
/// A value that is owned.
pub(crate) type Out = *mut Opaque;
/// What gives the memory of an array back.
pub(crate) type Release = unsafe extern "C" fn(*mut c_void);

/// Declares the functions that are looked up in a library.
macro_rules! functions {
    ($($name:ident: fn($($argument:ty),*) $(-> $result:ty)?;)*) => {
        pub(crate) struct Functions { $(pub $name: unsafe extern "C" fn($($argument),*) $(-> $result)?,)* }

        impl Functions {
            /// # Safety
            /// The library's functions of these names must have these types; they live as long as the library.
            pub unsafe fn of(library: &libloading::Library) -> Result<Self, libloading::Error> {
                // SAFETY: As required of the caller.
                Ok(Self { $($name: unsafe { *library.get(concat!("hotforge_", stringify!($name), "\0").as_bytes())? },)* })
            }
        }
    };
}

functions! {
    manifest: fn() -> *const c_char;
    call: fn(*const c_char, *const In, *const *const c_char, usize) -> Out;
    last_error: fn() -> *const RawError;
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
    value_new_record: fn(*const u8, usize) -> Out;
    value_new_named_tuple: fn(*const u8, usize) -> Out;
    value_append: fn(Out, Out) -> bool;
    value_insert: fn(Out, Out, Out) -> bool;
    value_set_field: fn(Out, *const u8, usize, Out) -> bool;
    value_new_array: fn(*const RawArray, Option<Release>, *mut c_void) -> Out;
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
    value_class: fn(In, *mut usize) -> *const u8;
    value_field_name: fn(In, usize, *mut usize) -> *const u8;
    stream_next: fn(In, *mut Out) -> bool;
    stream_close: fn(In) -> bool;
    token_counts: fn(*mut u64, usize) -> usize;
    cancellation_new: fn() -> *mut Canceller;
    cancellation_use: fn(*const Canceller);
    cancel: fn(*const Canceller) -> bool;
    cancellation_free: fn(*mut Canceller);
}

/// The version of the functions that this crate knows.
pub(crate) const ABI_VERSION: u32 = 1;
