//! The element type of a container that never holds anything: an empty literal that nothing was put into.

use std::cmp::Ordering;
use std::hash::Hasher;

use crate::abi::{ToValue, Value};
use crate::object::{Compare, Equal, Key, Object};

/// A type without values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Never {}

impl Object for Never {
    fn type_name(&self) -> &'static str {
        match *self {}
    }

    fn freeze(&self) {
        match *self {}
    }

    fn repr(&self, _: &mut String) {
        match *self {}
    }
}

impl<T> Equal<T> for Never {
    fn equal(&self, _: &T) -> bool {
        match *self {}
    }
}

impl Key for Never {
    fn hash<H: Hasher>(&self, _: &mut H) {
        match *self {}
    }
}

impl<T> Compare<T> for Never {
    fn compare(&self, _: &T) -> Option<Ordering> {
        match *self {}
    }
}

impl ToValue for Never {
    fn to_value(self) -> Value {
        match self {}
    }
}
