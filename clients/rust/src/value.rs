//! Python values in Rust.

use crate::{Array, Element, Stream};

/// A Python value: an argument or a result.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `None`
    None,
    /// `bool`
    Bool(bool),
    /// `int`, of 64 bits
    Int(i64),
    /// `float`
    Float(f64),
    /// `complex`
    Complex(f64, f64),
    /// `str`
    Str(String),
    /// `bytes`
    Bytes(Vec<u8>),
    /// `list`
    List(Vec<Value>),
    /// `tuple`
    Tuple(Vec<Value>),
    /// `set`
    Set(Vec<Value>),
    /// `frozenset`
    FrozenSet(Vec<Value>),
    /// `dict`, in its order
    Dict(Vec<(Value, Value)>),
    /// An object with named fields.
    Record(Record),
    /// A tuple whose items have names.
    NamedTuple(Record),
    /// `numpy.ndarray`
    Array(Array),
    /// A numpy scalar.
    Scalar(Array),
    /// An iterator; as a result only.
    Stream(Stream),
}

/// An object with named fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The name of its class.
    pub class: String,
    /// Its fields, in the order of the class.
    pub fields: Vec<(String, Value)>,
}

impl Record {
    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&Value> {
        self.fields.iter().find_map(|(field, value)| (field == name).then_some(value))
    }
}

impl Value {
    /// What Python calls its type.
    pub fn type_name(&self) -> &str {
        match self {
            Value::None => "None",
            Value::Bool(_) => "bool",
            Value::Int(_) => "int",
            Value::Float(_) => "float",
            Value::Complex(..) => "complex",
            Value::Str(_) => "str",
            Value::Bytes(_) => "bytes",
            Value::List(_) => "list",
            Value::Tuple(_) => "tuple",
            Value::Set(_) => "set",
            Value::FrozenSet(_) => "frozenset",
            Value::Dict(_) => "dict",
            Value::Record(record) | Value::NamedTuple(record) => &record.class,
            Value::Array(_) => "numpy.ndarray",
            Value::Scalar(array) => array.dtype().name(),
            Value::Stream(_) => "generator",
        }
    }
}

/// Rust types that become values as they stand.
macro_rules! from {
    ($($type:ty => |$value:ident| $made:expr;)*) => {
        $(impl From<$type> for Value {
            fn from($value: $type) -> Self {
                $made
            }
        })*
    };
}

from! {
    () => |_value| Value::None;
    bool => |value| Value::Bool(value);
    i64 => |value| Value::Int(value);
    i32 => |value| Value::Int(value.into());
    u32 => |value| Value::Int(value.into());
    f64 => |value| Value::Float(value);
    f32 => |value| Value::Float(value.into());
    &str => |value| Value::Str(value.to_owned());
    String => |value| Value::Str(value);
    Array => |value| Value::Array(value);
    Record => |value| Value::Record(value);
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(items: Vec<T>) -> Self {
        Value::List(items.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::None, Into::into)
    }
}

/// The value of another type, where it is one.
macro_rules! try_from {
    ($($type:ty: $($pattern:pat => $made:expr),*;)*) => {
        $(impl TryFrom<Value> for $type {
            type Error = Value;

            fn try_from(value: Value) -> Result<Self, Value> {
                match value {
                    $($pattern => Ok($made),)*
                    other => Err(other),
                }
            }
        })*
    };
}

try_from! {
    (): Value::None => ();
    bool: Value::Bool(value) => value;
    i64: Value::Int(value) => value;
    f64: Value::Float(value) => value;
    String: Value::Str(text) => text;
    Vec<u8>: Value::Bytes(bytes) => bytes;
    Array: Value::Array(array) => array, Value::Scalar(array) => array;
    Record: Value::Record(record) => record, Value::NamedTuple(record) => record;
    Stream: Value::Stream(stream) => stream;
    Vec<Value>:
        Value::List(items) => items,
        Value::Tuple(items) => items,
        Value::Set(items) => items,
        Value::FrozenSet(items) => items;
}

impl Value {
    /// A numpy scalar.
    pub fn scalar<T: Element>(element: T) -> Self {
        Array::from_vec(&[], vec![element]).map_or(Value::None, Value::Scalar)
    }
}
