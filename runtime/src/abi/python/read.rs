//! Python objects to values.

use std::ffi::c_char;
use std::ptr;

use super::arrays;
use super::interpreter::{Interpreter, Object, Owned};
use super::{DEEPEST, PythonError};
use crate::abi::Value;

pub(super) struct Reader {
    pub interpreter: &'static Interpreter,
    /// Converts objects of classes that are not known here.
    pub convert: *mut Object,
}

impl Reader {
    /// The value of an object. Only exact built-in classes are read here: a subclass may behave otherwise.
    pub(super) fn value(&self, object: *mut Object, depth: usize) -> Result<Value, PythonError> {
        let python = self.interpreter;
        // SAFETY: the caller holds the object.
        let class = unsafe { Object::class(object) };
        if class == python.str {
            self.text(object)
        } else if class == python.int {
            self.int(object)
        } else if class == python.float {
            // SAFETY: it is a float.
            Ok(Value::Float(unsafe { (python.float_as_double)(object) }))
        } else if object == python.none {
            Ok(Value::Null)
        } else if object == python.r#true || object == python.r#false {
            Ok(Value::Bool(object == python.r#true))
        } else if class == python.bytes {
            self.bytes(object)
        } else if depth > DEEPEST {
            self.converted(object)
        } else if class == python.list {
            // SAFETY: it is a list.
            let length = unsafe { (python.list_size)(object) };
            self.items(object, length, python.list_item, depth).map(Value::List)
        } else if class == python.tuple {
            // SAFETY: it is a tuple.
            let length = unsafe { (python.tuple_size)(object) };
            self.items(object, length, python.tuple_item, depth).map(Value::Tuple)
        } else if class == python.dict {
            self.pairs(object, depth).map(Value::Dict)
        } else if class == python.set {
            self.iterated(object, depth).map(Value::Set)
        } else if class == python.frozenset {
            self.iterated(object, depth).map(Value::FrozenSet)
        } else if let Some(array) = arrays::read(python, object) {
            Ok(Value::Array(array))
        } else {
            self.converted(object)
        }
    }

    fn int(&self, object: *mut Object) -> Result<Value, PythonError> {
        let python = self.interpreter;
        let mut overflow = 0;
        // SAFETY: it is an int.
        let number = unsafe { (python.long_as_long_long)(object, &raw mut overflow) };
        if overflow != 0 {
            let message = c"Python int too large for compiled code, where an int has 64 bits";
            // SAFETY: the class of the exception is an object of the interpreter.
            unsafe { (python.set_error)(*python.overflow_error, message.as_ptr()) };
            return Err(PythonError);
        }
        Ok(Value::Int(number))
    }

    fn text(&self, object: *mut Object) -> Result<Value, PythonError> {
        // SAFETY: it is a str, which the caller holds.
        Ok(Value::Str(unsafe { self.borrowed_text(object) }?.into()))
    }

    /// The text of a str, which keeps it as long as it lives. A lone surrogate raises `UnicodeEncodeError`.
    pub(super) unsafe fn borrowed_text<'object>(&self, object: *mut Object) -> Result<&'object str, PythonError> {
        let mut length = 0;
        // SAFETY: it is a str, which keeps the text as long as it lives.
        let start = unsafe { (self.interpreter.unicode_as_utf8)(object, &raw mut length) };
        if start.is_null() {
            return Err(PythonError);
        }
        // SAFETY: so many bytes are there, of valid UTF-8.
        Ok(unsafe {
            let bytes = std::slice::from_raw_parts(start.cast::<u8>(), length.cast_unsigned());
            std::str::from_utf8_unchecked(bytes)
        })
    }

    fn bytes(&self, object: *mut Object) -> Result<Value, PythonError> {
        let (mut start, mut length) = (ptr::null_mut::<c_char>(), 0);
        // SAFETY: it is a bytes object, which keeps them as long as it lives.
        if unsafe { (self.interpreter.bytes_as_string)(object, &raw mut start, &raw mut length) } != 0 {
            return Err(PythonError);
        }
        // SAFETY: so many bytes are there.
        let bytes = unsafe { std::slice::from_raw_parts(start.cast::<u8>(), length.cast_unsigned()) };
        Ok(Value::Bytes(bytes.to_vec().into()))
    }

    /// Each item is kept alive while it is converted, since that may let other threads change the list.
    fn items(
        &self,
        object: *mut Object,
        length: isize,
        item: unsafe extern "C" fn(*mut Object, isize) -> *mut Object,
        depth: usize,
    ) -> Result<Vec<Value>, PythonError> {
        let mut values = Vec::with_capacity(length.cast_unsigned());
        for place in 0..length {
            // SAFETY: the object is a list or tuple; a place that is no longer there raises.
            let item = self.interpreter.keep(unsafe { item(object, place) })?;
            values.push(self.value(item.pointer(), depth + 1)?);
        }
        Ok(values)
    }

    /// The entries are all taken hold of first: converting one may let other threads change the dict.
    fn pairs(&self, object: *mut Object, depth: usize) -> Result<Vec<(Value, Value)>, PythonError> {
        let python = self.interpreter;
        let (mut place, mut key, mut item) = (0, ptr::null_mut(), ptr::null_mut());
        let mut entries = Vec::<(Owned, Owned)>::new();
        // SAFETY: the object is a dict, and nothing changes it meanwhile.
        while unsafe { (python.dict_next)(object, &raw mut place, &raw mut key, &raw mut item) } != 0 {
            entries.push((python.keep(key)?, python.keep(item)?));
        }
        let value = |object: &Owned| self.value(object.pointer(), depth + 1);
        entries.iter().map(|(key, item)| Ok((value(key)?, value(item)?))).collect()
    }

    fn iterated(&self, object: *mut Object, depth: usize) -> Result<Vec<Value>, PythonError> {
        let python = self.interpreter;
        // SAFETY: the object is a set.
        let iterator = python.own(unsafe { (python.iter)(object) })?;
        let mut values = Vec::new();
        // SAFETY: it is an iterator.
        while let Ok(item) = python.own(unsafe { (python.iter_next)(iterator.pointer()) }) {
            values.push(self.value(item.pointer(), depth + 1)?);
        }
        // SAFETY: asks only whether an exception is set.
        if unsafe { (python.error_occurred)() }.is_null() { Ok(values) } else { Err(PythonError) }
    }

    /// What the Python package makes of it.
    fn converted(&self, object: *mut Object) -> Result<Value, PythonError> {
        let python = self.interpreter;
        let object = python.keep(object)?;
        // SAFETY: the arguments of a call end with NULL.
        let address = unsafe { (python.call)(self.convert, object.pointer(), ptr::null_mut::<Object>()) };
        let address = python.own(address)?;
        // SAFETY: it is an int, the address of a value.
        let value = unsafe { (python.long_as_pointer)(address.pointer()) }.cast::<Value>();
        if value.is_null() {
            return Err(PythonError);
        }
        // SAFETY: the package gives the value away.
        Ok(*unsafe { Box::from_raw(value) })
    }
}
