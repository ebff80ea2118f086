//! Results: from what the compiled function returns to a value at the boundary.

use crate::Complex;
use crate::abi::{Buffer, Value};
use crate::numpy::{Array, Element, Scalar};

/// A type that a predictor can return.
pub trait ToValue {
    /// The value for the caller.
    fn to_value(self) -> Value;
}

impl ToValue for Value {
    fn to_value(self) -> Value {
        self
    }
}

impl ToValue for () {
    fn to_value(self) -> Value {
        Value::Null
    }
}

impl ToValue for bool {
    fn to_value(self) -> Value {
        Value::Bool(self)
    }
}

impl ToValue for i64 {
    fn to_value(self) -> Value {
        Value::Int(self)
    }
}

impl ToValue for f64 {
    fn to_value(self) -> Value {
        Value::Float(self)
    }
}

impl ToValue for Complex {
    fn to_value(self) -> Value {
        Value::Complex(self)
    }
}

impl<T: ToValue> ToValue for Option<T> {
    fn to_value(self) -> Value {
        self.map_or(Value::Null, T::to_value)
    }
}

/// The elements are shared, not copied.
impl<T: Element> ToValue for Array<T> {
    fn to_value(self) -> Value {
        Value::Array(Buffer::from(self))
    }
}

/// The elements are shared, not copied.
impl<T: Element> ToValue for crate::torch::Tensor<T> {
    fn to_value(self) -> Value {
        Value::Tensor(Buffer::from(self.into_array()))
    }
}

impl<T: Element> ToValue for Scalar<T> {
    fn to_value(self) -> Value {
        Value::Scalar(Buffer::from(Array::from_scalar(self.0)))
    }
}
