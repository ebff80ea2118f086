//! Text and containers at the boundary. Containers are copied both ways: what a predictor does to one that it was
//! given, its caller does not see.

use crate::abi::{FromValue, Mismatch, ToValue, Value};
use crate::{Bytes, Dict, Either, FrozenSet, Key, List, Object, Sequence, Set, Str};
use crate::{dict, frozenset, list, sequence, set};

impl FromValue for Str {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match value {
            Value::Str(text) => Ok(text.clone()),
            other => Err(Mismatch::of(other)),
        }
    }
}

impl ToValue for Str {
    fn to_value(self) -> Value {
        Value::Str(self)
    }
}

impl FromValue for Bytes {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match value {
            Value::Bytes(bytes) => Ok(bytes.clone()),
            other => Err(Mismatch::of(other)),
        }
    }
}

impl ToValue for Bytes {
    fn to_value(self) -> Value {
        Value::Bytes(self)
    }
}

/// The items at their type; a mismatch says which one it is.
fn items<'v, T: FromValue>(items: impl IntoIterator<Item = &'v Value>) -> Result<Vec<T>, Box<Mismatch>> {
    let convert = |(place, item)| T::from_value(item).map_err(|mismatch| mismatch.within(format!("element {place}")));
    items.into_iter().enumerate().map(convert).collect()
}

/// As [`items`], where they have no place.
fn members<T: FromValue>(items: &[Value]) -> Result<Vec<T>, Box<Mismatch>> {
    items.iter().map(|item| T::from_value(item).map_err(|mismatch| mismatch.within("an element"))).collect()
}

fn values<T: ToValue>(items: Vec<T>) -> Vec<Value> {
    items.into_iter().map(T::to_value).collect()
}

impl<T: FromValue> FromValue for List<T> {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match value {
            Value::List(values) => items(values).map(list::from_vec),
            other => Err(Mismatch::of(other)),
        }
    }
}

impl<T: Object + ToValue> ToValue for List<T> {
    fn to_value(self) -> Value {
        Value::List(values(self.to_vec()))
    }
}

impl<T: FromValue> FromValue for Sequence<T> {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match value.tuple_items() {
            Some(values) => items(values).map(sequence::from_vec),
            None => Err(Mismatch::of(value)),
        }
    }
}

impl<T: Object + ToValue> ToValue for Sequence<T> {
    fn to_value(self) -> Value {
        Value::Tuple(self.as_slice().iter().cloned().map(T::to_value).collect())
    }
}

impl<T: Key + FromValue> FromValue for Set<T> {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match value {
            Value::Set(values) => members(values).map(set::from_vec),
            other => Err(Mismatch::of(other)),
        }
    }
}

impl<T: Key + ToValue> ToValue for Set<T> {
    fn to_value(self) -> Value {
        Value::Set(values(self.to_vec()))
    }
}

impl<T: Key + FromValue> FromValue for FrozenSet<T> {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match value {
            Value::FrozenSet(values) => members(values).map(frozenset::from_vec),
            other => Err(Mismatch::of(other)),
        }
    }
}

impl<T: Key + ToValue> ToValue for FrozenSet<T> {
    fn to_value(self) -> Value {
        Value::FrozenSet(values(self.to_vec()))
    }
}

impl<K: Key + FromValue, V: FromValue> FromValue for Dict<K, V> {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        let Value::Dict(pairs) = value else { return Err(Mismatch::of(value)) };
        let convert = |(key, item): &(Value, Value)| {
            let converted = K::from_value(key).map_err(|mismatch| mismatch.within("a key"))?;
            let item = V::from_value(item).map_err(|mismatch| mismatch.within(value_of(key)))?;
            Ok((converted, item))
        };
        pairs.iter().map(convert).collect::<Result<_, _>>().map(dict::from_pairs)
    }
}

/// Names the value of a key in an error of what holds it.
#[cold]
pub fn value_of(key: &Value) -> String {
    match key {
        Value::Str(text) => format!("the value of {}", super::arguments::quoted(text.as_str())),
        Value::Int(number) => format!("the value of {number}"),
        _ => "a value".into(),
    }
}

impl<K: Key + ToValue, V: Object + ToValue> ToValue for Dict<K, V> {
    fn to_value(self) -> Value {
        let pairs = self.to_pairs().into_iter();
        Value::Dict(pairs.map(|(key, value)| (key.to_value(), value.to_value())).collect())
    }
}

impl<A: ToValue, B: ToValue> ToValue for Either<A, B> {
    fn to_value(self) -> Value {
        match self {
            Either::Left(value) => value.to_value(),
            Either::Right(value) => value.to_value(),
        }
    }
}

macro_rules! tuples {
    ($($length:literal: $($index:tt $member:ident),+;)*) => {$(
        impl<$($member: FromValue),+> FromValue for ($($member,)+) {
            fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
                let Some(items) = value.tuple_items() else { return Err(Mismatch::of(value)) };
                if items.len() != $length {
                    let plural = if items.len() == 1 { "" } else { "s" };
                    return Err(Mismatch::new(format!("a tuple of {} item{plural}", items.len())));
                }
                Ok(($(
                    $member::from_value(items[$index])
                        .map_err(|mismatch| mismatch.within(concat!("element ", $index)))?,
                )+))
            }
        }

        impl<$($member: ToValue),+> ToValue for ($($member,)+) {
            fn to_value(self) -> Value {
                Value::Tuple(vec![$(self.$index.to_value()),+])
            }
        }
    )*};
}

tuples! {
    1: 0 A;
    2: 0 A, 1 B;
    3: 0 A, 1 B, 2 C;
    4: 0 A, 1 B, 2 C, 3 D;
    5: 0 A, 1 B, 2 C, 3 D, 4 E;
    6: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F;
    7: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G;
    8: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H;
    9: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I;
    10: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J;
    11: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J, 10 K;
    12: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J, 10 K, 11 L;
}

#[cfg(test)]
mod tests;
