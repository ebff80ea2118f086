//! `typing.TypedDict`: a dict whose keys are known, each with a type of its own.
//!
//! It is a dict like any other: generated code reads and changes the [`Dict`] behind it. What is of its own is how it
//! is taken from other languages, where each key has its type.

use crate::abi::{FromValue, Mismatch, ToValue, Value};
use crate::exception::Fallible;
use crate::json::Writer;
use crate::object::{Equal, Identity, Object};
use crate::{Dict, Str, dict};

/// A class of typed dicts.
pub trait Keys: 'static {
    /// The union of what its keys hold.
    type Value: Object;

    /// `==` of what two keys hold.
    fn equal(a: &Self::Value, b: &Self::Value) -> bool;
}

/// A class of typed dicts that can be taken from other languages.
pub trait Declared: Keys {
    /// What a key holds; `None` where the class does not declare it.
    ///
    /// # Errors
    /// Where the value is of another type.
    fn value_of(key: &str, value: &Value) -> Option<Result<Self::Value, Box<Mismatch>>>;
}

/// A dict of a class; a clone is another name of the same dict.
pub struct TypedDict<K: Keys> {
    entries: Dict<Str, K::Value>,
}

/// The dict as one of a class.
#[must_use]
pub fn of<K: Keys>(entries: Dict<Str, K::Value>) -> TypedDict<K> {
    TypedDict { entries }
}

/// The dict that it is: the same object.
#[must_use]
pub fn dict<K: Keys>(value: &TypedDict<K>) -> Dict<Str, K::Value> {
    value.entries.clone()
}

impl<K: Keys> Clone for TypedDict<K> {
    fn clone(&self) -> Self {
        Self { entries: self.entries.clone() }
    }
}

impl<K: Keys> Object for TypedDict<K> {
    fn type_name(&self) -> &'static str {
        self.entries.type_name()
    }

    fn freeze(&self) {
        self.entries.freeze();
    }

    fn repr(&self, out: &mut String) {
        self.entries.repr(out);
    }

    fn json(&self, writer: &mut Writer) -> Fallible<()> {
        self.entries.json(writer)
    }
}

impl<K: Keys> Equal for TypedDict<K> {
    fn equal(&self, other: &Self) -> bool {
        let entries = self.entries.to_pairs();
        entries.len() == other.entries.length()
            && entries.iter().all(|(key, value)| other.entries.lookup(key).is_some_and(|other| K::equal(value, &other)))
    }
}

impl<K: Keys> Identity for TypedDict<K> {
    fn same(&self, other: &Self) -> bool {
        self.entries.same(&other.entries)
    }
}

impl<K: Keys<Value: ToValue>> ToValue for TypedDict<K> {
    fn to_value(self) -> Value {
        self.entries.to_value()
    }
}

impl<K: Declared> FromValue for TypedDict<K> {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        let Value::Dict(pairs) = value else { return Err(Mismatch::of(value)) };
        let convert = |(key, item): &(Value, Value)| {
            let key = Str::from_value(key).map_err(|mismatch| mismatch.within("a key"))?;
            let within = || format!("key '{}'", key.as_str());
            match K::value_of(key.as_str(), item) {
                Some(item) => Ok((key.clone(), item.map_err(|mismatch| mismatch.within(within()))?)),
                None => Err(Mismatch::new("not declared").within(within())),
            }
        };
        pairs.iter().map(convert).collect::<Result<_, _>>().map(|pairs| of(dict::from_pairs(pairs)))
    }
}
