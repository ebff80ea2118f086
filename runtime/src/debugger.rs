//! What a debugger calls while compiled code stands still.

use std::ffi::{CString, c_char};
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::object::{self, Object};

/// As many bytes of a text are shown at most.
const LONGEST: usize = 2000;

/// The `repr` of a value, cut where it is long. It is never freed: a debugger asks for few.
///
/// # Safety
/// `value` points to a value of the type.
pub unsafe fn show<T: Object>(value: *const T) -> *const c_char {
    // SAFETY: as the caller promises.
    let text = catch_unwind(AssertUnwindSafe(|| object::repr_text(unsafe { &*value })));
    let mut text = text.unwrap_or_else(|_| "<no value>".to_owned());
    if text.len() > LONGEST {
        text.truncate(text.floor_char_boundary(LONGEST));
        text.push('…');
    }
    // A `repr` has no NUL: Python writes it as `\x00`.
    CString::new(text).map_or(c"".as_ptr(), |text| text.into_raw().cast_const())
}
