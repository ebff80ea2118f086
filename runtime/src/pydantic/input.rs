//! What is given to a model, whatever it is.

use std::any::Any;
use std::fmt;
use std::rc::Rc;

use jiter::JsonValue;
use num_bigint::BigInt;

use crate::abi::Value;
use crate::bytes::Bytes;
use crate::object::{Number, Object, repr_text};
use crate::str::Str;

/// A value on its way into a model. A clone shares all that it holds.
#[derive(Debug, Clone)]
pub enum Input {
    /// `None`.
    None,
    /// `bool`.
    Bool(bool),
    /// `int`.
    Int(i64),
    /// An `int` beyond 64 bits, which only JSON can hold.
    BigInt(Rc<BigInt>),
    /// `float`.
    Float(f64),
    /// `str`.
    Str(Str),
    /// `bytes`.
    Bytes(Bytes),
    /// `list`.
    List(Rc<[Input]>),
    /// `tuple`.
    Tuple(Rc<[Input]>),
    /// `set`.
    Set(Rc<[Input]>),
    /// `frozenset`.
    FrozenSet(Rc<[Input]>),
    /// `dict`.
    Dict(Rc<[(Input, Input)]>),
    /// A member of an enum, and its value.
    Member(Rc<dyn Foreign>, Box<Input>),
    /// Anything else.
    Object(Rc<dyn Foreign>),
}

/// The value as an input.
pub fn input<T: Object>(value: &T) -> Input {
    value.input()
}

/// Nothing: what a root model is given that is called without a value.
pub fn undefined() -> Input {
    Input::object(&Undefined)
}

/// What pydantic has where nothing is given.
#[derive(Clone)]
struct Undefined;

impl Object for Undefined {
    fn type_name(&self) -> &'static str {
        "PydanticUndefinedType"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("PydanticUndefined");
    }
}

/// Any value, as far as a validation looks at it.
pub trait Foreign {
    /// `type(value).__name__`.
    fn class(&self) -> &'static str;
    /// `repr(value)`.
    fn shown(&self) -> String;
    /// The number that it is.
    fn number(&self) -> Number;
    /// The value itself.
    fn as_any(&self) -> &dyn Any;
}

impl<T: Object> Foreign for T {
    fn class(&self) -> &'static str {
        self.type_name()
    }

    fn shown(&self) -> String {
        repr_text(self)
    }

    fn number(&self) -> Number {
        Object::number(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl fmt::Debug for dyn Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown())
    }
}

impl Input {
    /// An object of a class that validations do not know.
    pub fn object<T: Object>(value: &T) -> Self {
        Input::Object(Rc::new(value.clone()))
    }

    /// A member of an enum.
    pub fn member<T: Object, V: Object>(member: &T, value: &V) -> Self {
        Input::Member(Rc::new(member.clone()), Box::new(value.input()))
    }

    /// The object, where it is of that type.
    pub fn downcast<T: Object>(&self) -> Option<&T> {
        match self {
            Input::Object(object) | Input::Member(object, _) => object.as_any().downcast_ref(),
            _ => None,
        }
    }

    /// Whether nothing was given.
    pub(super) fn is_undefined(&self) -> bool {
        self.downcast::<Undefined>().is_some()
    }

    /// `type(value).__name__`.
    pub(super) fn class(&self) -> &'static str {
        match self {
            Input::None => "NoneType",
            Input::Bool(_) => "bool",
            Input::Int(_) | Input::BigInt(_) => "int",
            Input::Float(_) => "float",
            Input::Str(_) => "str",
            Input::Bytes(_) => "bytes",
            Input::List(_) => "list",
            Input::Tuple(_) => "tuple",
            Input::Set(_) => "set",
            Input::FrozenSet(_) => "frozenset",
            Input::Dict(_) => "dict",
            Input::Member(object, _) | Input::Object(object) => {
                let class = object.class();
                class.rsplit('.').next().unwrap_or(class)
            }
        }
    }

    /// Appends `repr(value)`.
    pub(super) fn repr(&self, out: &mut String) {
        match self {
            Input::None => out.push_str("None"),
            Input::Bool(value) => value.repr(out),
            Input::Int(value) => value.repr(out),
            Input::BigInt(value) => out.push_str(&value.to_string()),
            Input::Float(value) => value.repr(out),
            Input::Str(value) => value.repr(out),
            Input::Bytes(value) => value.repr(out),
            Input::List(items) => enclosed("[", items, "]", out),
            Input::Tuple(items) => enclosed("(", items, if items.len() == 1 { ",)" } else { ")" }, out),
            Input::Set(items) if items.is_empty() => out.push_str("set()"),
            Input::Set(items) => enclosed("{", items, "}", out),
            Input::FrozenSet(items) if items.is_empty() => out.push_str("frozenset()"),
            Input::FrozenSet(items) => enclosed("frozenset({", items, "})", out),
            Input::Dict(pairs) => {
                out.push('{');
                for (place, (key, value)) in pairs.iter().enumerate() {
                    if place > 0 {
                        out.push_str(", ");
                    }
                    key.repr(out);
                    out.push_str(": ");
                    value.repr(out);
                }
                out.push('}');
            }
            Input::Member(object, _) | Input::Object(object) => out.push_str(&object.shown()),
        }
    }
}

fn enclosed(open: &str, items: &[Input], close: &str, out: &mut String) {
    out.push_str(open);
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push_str(", ");
        }
        item.repr(out);
    }
    out.push_str(close);
}

/// What is given is a value itself where a program keeps it for a moment.
impl Object for Input {
    fn type_name(&self) -> &'static str {
        self.class()
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        Input::repr(self, out);
    }

    fn input(&self) -> Input {
        self.clone()
    }
}

/// What a caller gave. An object counts as a dict of its fields.
impl From<&Value> for Input {
    fn from(value: &Value) -> Self {
        let all = |items: &[Value]| items.iter().map(Input::from).collect();
        match value {
            Value::Null => Input::None,
            Value::Bool(value) => Input::Bool(*value),
            Value::Int(value) => Input::Int(*value),
            Value::Float(value) => Input::Float(*value),
            Value::Str(text) => Input::Str(text.clone()),
            Value::Bytes(bytes) => Input::Bytes(bytes.clone()),
            Value::List(items) => Input::List(all(items)),
            Value::Tuple(items) => Input::Tuple(all(items)),
            Value::Set(items) => Input::Set(all(items)),
            Value::FrozenSet(items) => Input::FrozenSet(all(items)),
            Value::NamedTuple(record) => {
                Input::Tuple(record.fields.iter().map(|(_, value)| Input::from(value)).collect())
            }
            Value::Dict(pairs) => {
                Input::Dict(pairs.iter().map(|(key, value)| (Input::from(key), Input::from(value))).collect())
            }
            Value::Record(record) => {
                let fields = record.fields.iter();
                Input::Dict(fields.map(|(name, value)| (Input::Str(name.clone()), Input::from(value))).collect())
            }
            Value::Complex(value) => Input::object(value),
            Value::Array(_) => Input::object(&Arrived("ndarray")),
            Value::Tensor(_) => Input::object(&Arrived("Tensor")),
            Value::Scalar(_) => Input::object(&Arrived("generic")),
            Value::Image(_) => Input::object(&Arrived("Image")),
            Value::Stream(_) => Input::object(&Arrived("generator")),
        }
    }
}

/// A value of a class that no model takes.
#[derive(Clone)]
struct Arrived(&'static str);

impl Object for Arrived {
    fn type_name(&self) -> &'static str {
        self.0
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str(self.0);
    }
}

impl From<&JsonValue<'_>> for Input {
    fn from(json: &JsonValue<'_>) -> Self {
        match json {
            JsonValue::Null => Input::None,
            JsonValue::Bool(value) => Input::Bool(*value),
            JsonValue::Int(value) => Input::Int(*value),
            JsonValue::BigInt(value) => Input::BigInt(Rc::new(value.clone())),
            JsonValue::Float(value) => Input::Float(*value),
            JsonValue::Str(text) => Input::Str(Str::from(text.as_ref().to_owned())),
            JsonValue::Array(items) => Input::List(items.iter().map(Input::from).collect()),
            JsonValue::Object(pairs) => {
                // Of equal keys the last counts, in the place of the first, as in a dict.
                let mut unique: Vec<(&str, &JsonValue)> = Vec::with_capacity(pairs.len());
                let mut places = std::collections::HashMap::with_capacity(pairs.len());
                for (key, value) in pairs.iter() {
                    match places.entry(key.as_ref()) {
                        std::collections::hash_map::Entry::Occupied(place) => {
                            let place: usize = *place.get();
                            unique[place].1 = value;
                        }
                        std::collections::hash_map::Entry::Vacant(place) => {
                            place.insert(unique.len());
                            unique.push((key, value));
                        }
                    }
                }
                let pairs = unique.into_iter();
                Input::Dict(
                    pairs.map(|(key, value)| (Input::Str(Str::from(key.to_owned())), Input::from(value))).collect(),
                )
            }
        }
    }
}
