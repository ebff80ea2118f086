//! Arguments: from a value at the boundary to what the compiled function takes.

use crate::abi::{Buffer, Mismatch, Value};
use crate::complex::{self, Complex};
use crate::numpy::{Array, Element, Scalar};

/// A type that a predictor can take.
pub trait FromValue: Sized {
    /// The value at this type.
    ///
    /// # Errors
    /// Where the value is of another type.
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>>;
}

/// The conversion of a value to a union: the first member that it fits.
///
/// ```ignore
/// impl FromValue for IntOrStr {
///     fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
///         Members::of(value).or(IntOrStr::Int).or(IntOrStr::Str).finish()
///     }
/// }
/// ```
#[derive(Debug)]
pub struct Members<'v, Union> {
    value: &'v Value,
    is_closed: bool,
    outcome: Result<Union, Box<Mismatch>>,
}

impl<'v, Union> Members<'v, Union> {
    /// Begins with no member.
    pub fn of(value: &'v Value) -> Self {
        Self { value, is_closed: false, outcome: Err(Mismatch::of(value)) }
    }

    /// Begins with no member of a union without `bool` and `int`: a `float` among others does not take a `bool`, since the
    /// program may tell which member it was given, and would be told wrongly.
    pub fn without_bool(value: &'v Value) -> Self {
        Self { is_closed: matches!(value, Value::Bool(_)), ..Self::of(value) }
    }

    /// Tries a member, unless one fitted before.
    #[must_use]
    pub fn or<Member: FromValue>(self, make: impl FnOnce(Member) -> Union) -> Self {
        self.or_by(|value| Member::from_value(value).map(make))
    }

    /// Tries a member by its conversion, unless one fitted before.
    #[must_use]
    pub fn or_by(mut self, convert: impl FnOnce(&Value) -> Result<Union, Box<Mismatch>>) -> Self {
        if let Err(before) = &self.outcome
            && !self.is_closed
        {
            match convert(self.value) {
                Ok(member) => self.outcome = Ok(member),
                // The member that came furthest was probably meant.
                Err(mismatch) if mismatch.depth() > before.depth() => self.outcome = Err(mismatch),
                Err(_) => {}
            }
        }
        self
    }

    /// The union, or why no member fits.
    ///
    /// # Errors
    /// Where no member fits.
    pub fn finish(self) -> Result<Union, Box<Mismatch>> {
        self.outcome
    }
}

impl FromValue for Value {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        Ok(value.clone())
    }
}

impl FromValue for () {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match value {
            Value::Null => Ok(()),
            other => Err(Mismatch::of(other)),
        }
    }
}

/// No value is one: the items of the empty tuple.
impl FromValue for crate::Never {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        Err(Mismatch::of(value))
    }
}

impl FromValue for bool {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match value {
            Value::Bool(value) => Ok(*value),
            other => Err(Mismatch::of(other)),
        }
    }
}

/// A `bool` is an `int` in Python, and is taken as 0 or 1.
impl FromValue for i64 {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match value {
            Value::Int(value) => Ok(*value),
            Value::Bool(value) => Ok((*value).into()),
            other => Err(Mismatch::of(other)),
        }
    }
}

/// Type checkers let an `int` stand for a `float` (PEP 484), and so does this: the value is converted.
impl FromValue for f64 {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match value {
            Value::Float(value) => Ok(*value),
            Value::Int(value) => Ok(*value as f64),
            Value::Bool(value) => Ok((*value).into()),
            other => Err(Mismatch::of(other)),
        }
    }
}

/// Any number may stand for a `complex` in the same way.
impl FromValue for Complex {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match value {
            Value::Complex(value) => Ok(*value),
            other => f64::from_value(other).map(|real| complex::of(real, 0.0)),
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match value {
            Value::Null => Ok(None),
            other => T::from_value(other).map(Some),
        }
    }
}

/// The elements are shared with the caller where they lie in C order, so that what the predictor writes is seen.
impl<T: Element> FromValue for Array<T> {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match value {
            Value::Array(buffer) => buffer.to_array().ok_or_else(|| other_dtype::<T>("an array", buffer)),
            other => Err(Mismatch::of(other)),
        }
    }
}

/// An array is taken for a tensor, since other languages have no tensors.
impl<T: Element> FromValue for crate::torch::Tensor<T> {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match value {
            Value::Tensor(buffer) | Value::Array(buffer) => {
                let array = buffer.to_array().ok_or_else(|| other_dtype::<T>("a tensor", buffer));
                array.map(crate::torch::Tensor::of)
            }
            other => Err(Mismatch::of(other)),
        }
    }
}

impl<T: Element> FromValue for Scalar<T> {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match value {
            Value::Scalar(buffer) => {
                let element = buffer.to_array().and_then(|array: Array<T>| array.only().ok());
                element.map(Scalar).ok_or_else(|| other_dtype::<T>("a scalar", buffer))
            }
            other => Err(Mismatch::of(other)),
        }
    }
}

/// The elements are of another dtype.
#[cold]
fn other_dtype<T: Element>(what: &str, buffer: &Buffer) -> Box<Mismatch> {
    let (name, wanted) = (buffer.element().name(), T::NAME);
    if name == wanted {
        return Mismatch::new(format!("{what} of bool that holds a byte other than 0 and 1"));
    }
    Mismatch::new(format!("{what} of {name}; convert it with .astype('{wanted}')"))
}
