//! Values to Python objects.

use std::cell::OnceCell;
use std::ptr;

use super::arrays;
use super::interpreter::{Interpreter, Object, Owned};
use super::{DEEPEST, PythonError};
use crate::abi::Value;

pub(super) struct Writer {
    pub interpreter: &'static Interpreter,
    /// Makes objects of values that are not known here.
    pub convert: *mut Object,
    pub owner: Owner,
}

/// What keeps the values alive that converted objects look at.
pub(super) enum Owner {
    /// An object of the caller.
    Given(*mut Object),
    /// Made when it is first needed, which for most results is never.
    Made(Making),
}

pub(super) struct Making {
    /// Makes the owner, by the address of a value that it takes over.
    hold: *mut Object,
    value: *const Value,
    made: OnceCell<Owned>,
}

impl Owner {
    /// An owner that `hold` makes of the whole value.
    pub(super) fn made_by(hold: *mut Object, value: *const Value) -> Self {
        Self::Made(Making { hold, value, made: OnceCell::new() })
    }

    /// Whether there is one, which has the value now.
    pub(super) fn was_made(&self) -> bool {
        matches!(self, Self::Made(making) if making.made.get().is_some())
    }

    fn object(&self, python: &'static Interpreter) -> Result<*mut Object, PythonError> {
        let making = match self {
            Self::Given(object) => return Ok(*object),
            Self::Made(making) => making,
        };
        if let Some(made) = making.made.get() {
            return Ok(made.pointer());
        }
        // SAFETY: an int is made of the address; the arguments of a call end with NULL.
        let made = unsafe {
            let address = python.own((python.long_from_pointer)(making.value.cast_mut().cast()))?;
            python.own((python.call)(making.hold, address.pointer(), ptr::null_mut::<Object>()))?
        };
        Ok(making.made.get_or_init(|| made).pointer())
    }
}

/// The object of a value without parts, of a built-in class; none for any other value.
pub(super) fn atom(python: &'static Interpreter, value: &Value) -> Option<Result<Owned, PythonError>> {
    // SAFETY: all of these make an object, or fail with an exception; texts are UTF-8 of the length given.
    unsafe {
        Some(match value {
            Value::Null => python.keep(python.none),
            Value::Bool(value) => python.keep(if *value { python.r#true } else { python.r#false }),
            Value::Int(number) => python.own((python.long_from_long_long)(*number)),
            Value::Float(number) => python.own((python.float_from_double)(*number)),
            Value::Str(text) => {
                let text = text.as_str();
                python.own((python.unicode_from_utf8)(text.as_ptr().cast(), text.len().cast_signed()))
            }
            Value::Bytes(bytes) => {
                let bytes = bytes.as_slice();
                python.own((python.bytes_from_string)(bytes.as_ptr().cast(), bytes.len().cast_signed()))
            }
            _ => return None,
        })
    }
}

impl Writer {
    pub(super) fn object(&self, value: &Value, depth: usize) -> Result<Owned, PythonError> {
        let python = self.interpreter;
        if depth > DEEPEST {
            return self.converted(value);
        }
        if let Some(atom) = atom(python, value) {
            return atom;
        }
        let items = |items: &[Value]| self.filled(items, python.list_new, python.list_set_item, depth);
        match value {
            Value::List(values) => items(values),
            Value::Tuple(values) => self.filled(values, python.tuple_new, python.tuple_set_item, depth),
            // SAFETY: sets are made of a list.
            Value::Set(values) => python.own(unsafe { (python.set_new)(items(values)?.pointer()) }),
            // SAFETY: as above.
            Value::FrozenSet(values) => python.own(unsafe { (python.frozenset_new)(items(values)?.pointer()) }),
            Value::Dict(pairs) => self.dict(pairs, depth),
            Value::Array(buffer) => arrays::write(python, buffer).unwrap_or_else(|| self.converted(value)),
            _ => self.converted(value),
        }
    }

    fn filled(
        &self,
        items: &[Value],
        new: unsafe extern "C" fn(isize) -> *mut Object,
        set_item: unsafe extern "C" fn(*mut Object, isize, *mut Object) -> std::ffi::c_int,
        depth: usize,
    ) -> Result<Owned, PythonError> {
        // SAFETY: a list or tuple of that length is made.
        let container = self.interpreter.own(unsafe { new(items.len().cast_signed()) })?;
        for (place, item) in items.iter().enumerate() {
            let item = self.object(item, depth + 1)?;
            // SAFETY: the place is within it, nobody else has seen it, and it takes the reference over.
            if unsafe { set_item(container.pointer(), place.cast_signed(), item.give()) } != 0 {
                return Err(PythonError);
            }
        }
        Ok(container)
    }

    fn dict(&self, pairs: &[(Value, Value)], depth: usize) -> Result<Owned, PythonError> {
        let python = self.interpreter;
        // SAFETY: a dict is made.
        let dict = python.own(unsafe { (python.dict_new)() })?;
        for (key, value) in pairs {
            let (key, value) = (self.object(key, depth + 1)?, self.object(value, depth + 1)?);
            // SAFETY: it is a dict, and takes references of its own.
            if unsafe { (python.dict_set_item)(dict.pointer(), key.pointer(), value.pointer()) } != 0 {
                return Err(PythonError);
            }
        }
        Ok(dict)
    }

    /// What the Python package makes of it.
    fn converted(&self, value: &Value) -> Result<Owned, PythonError> {
        let python = self.interpreter;
        let owner = self.owner.object(python)?;
        // SAFETY: an int is made of the address; the arguments of a call end with NULL.
        unsafe {
            let address = python.own((python.long_from_pointer)(ptr::from_ref(value).cast_mut().cast()))?;
            python.own((python.call)(self.convert, owner, address.pointer(), ptr::null_mut::<Object>()))
        }
    }
}
