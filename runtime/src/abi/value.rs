//! The values that cross the boundary.

use crate::abi::{Buffer, Picture, Stream};
use crate::numpy::ElementType;
use crate::{Bytes, Complex, Str};

/// A value on its way into or out of a predictor: a tree that owns all its parts.
///
/// It may move to another thread, and many threads may read it at once.
#[derive(Debug, Clone)]
pub enum Value {
    /// `None`.
    Null,
    /// `bool`.
    Bool(bool),
    /// `int`.
    Int(i64),
    /// `float`.
    Float(f64),
    /// `complex`.
    Complex(Complex),
    /// `str`.
    Str(Str),
    /// `bytes`.
    Bytes(Bytes),
    /// `list`.
    List(Vec<Value>),
    /// `tuple`.
    Tuple(Vec<Value>),
    /// `set`; whoever makes it may repeat an element.
    Set(Vec<Value>),
    /// `frozenset`.
    FrozenSet(Vec<Value>),
    /// `dict`, in insertion order; of equal keys the last one counts.
    Dict(Vec<(Value, Value)>),
    /// An object with named fields.
    Record(Record),
    /// An object of a named tuple: a tuple whose items have names.
    NamedTuple(Record),
    /// A numpy array.
    Array(Buffer),
    /// A tensor of torch. Comes out of predictors; what comes in may be an array as well.
    Tensor(Buffer),
    /// A numpy scalar: a buffer without axes.
    Scalar(Buffer),
    /// An image of Pillow.
    Image(Picture),
    /// An iterator, whose items are computed as they are asked for. Comes out of predictors only.
    Stream(Stream),
}

/// An object with named fields, in the order of its class.
#[derive(Debug, Clone)]
pub struct Record {
    /// The name of the class.
    pub class: Str,
    /// Names and values.
    pub fields: Vec<(Str, Value)>,
}

impl Value {
    /// The name of its Python class, as `type(value).__name__` gives it: what a `TypeError` calls it.
    pub fn type_name(&self) -> &str {
        match self {
            Value::Null => "NoneType",
            Value::Bool(_) => "bool",
            Value::Int(_) => "int",
            Value::Float(_) => "float",
            Value::Complex(_) => "complex",
            Value::Str(_) => "str",
            Value::Bytes(_) => "bytes",
            Value::List(_) => "list",
            Value::Tuple(_) => "tuple",
            Value::Set(_) => "set",
            Value::FrozenSet(_) => "frozenset",
            Value::Dict(_) => "dict",
            Value::Record(record) | Value::NamedTuple(record) => record.class.as_str(),
            Value::Array(_) => "numpy.ndarray",
            Value::Tensor(_) => "torch.Tensor",
            Value::Scalar(buffer) => scalar_name(buffer.element()),
            Value::Image(_) => "PIL.Image.Image",
            Value::Stream(_) => "generator",
        }
    }

    /// The items of a tuple, with or without names; `None` for any other value.
    pub(crate) fn tuple_items(&self) -> Option<Vec<&Value>> {
        match self {
            Value::Tuple(items) => Some(items.iter().collect()),
            Value::NamedTuple(record) => Some(record.fields.iter().map(|(_, item)| item).collect()),
            _ => None,
        }
    }

    /// Frees it without recursion: a caller may have nested it deeper than the stack is.
    pub(crate) fn dismantle(self) {
        if !self.holds_values() {
            return;
        }
        let mut rest = vec![self];
        while let Some(value) = rest.pop() {
            match value {
                Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::FrozenSet(items) => {
                    rest.extend(items.into_iter().filter(Self::holds_values));
                }
                Value::Dict(pairs) => {
                    let both = pairs.into_iter().flat_map(|(key, value)| [key, value]);
                    rest.extend(both.filter(Self::holds_values));
                }
                Value::Record(record) | Value::NamedTuple(record) => {
                    let fields = record.fields.into_iter().map(|(_, value)| value);
                    rest.extend(fields.filter(Self::holds_values));
                }
                _ => {}
            }
        }
    }

    fn holds_values(&self) -> bool {
        match self {
            Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::FrozenSet(items) => !items.is_empty(),
            Value::Dict(pairs) => !pairs.is_empty(),
            Value::Record(record) | Value::NamedTuple(record) => !record.fields.is_empty(),
            _ => false,
        }
    }
}

/// The name of a numpy scalar's class.
fn scalar_name(element: ElementType) -> &'static str {
    match element {
        ElementType::Bool => "numpy.bool",
        ElementType::Int8 => "numpy.int8",
        ElementType::Int16 => "numpy.int16",
        ElementType::Int32 => "numpy.int32",
        ElementType::Int64 => "numpy.int64",
        ElementType::UInt8 => "numpy.uint8",
        ElementType::UInt16 => "numpy.uint16",
        ElementType::UInt32 => "numpy.uint32",
        ElementType::UInt64 => "numpy.uint64",
        ElementType::Float16 => "numpy.float16",
        ElementType::Float32 => "numpy.float32",
        ElementType::Float64 => "numpy.float64",
        ElementType::Complex64 => "numpy.complex64",
        ElementType::Complex128 => "numpy.complex128",
    }
}
