//! Objects of the standard library at the boundary: dates, times, and `bytearray`. They are records, so that every client has
//! them: what is in them is text as ISO 8601 has it, numbers, or bytes. Python's own client makes the objects of it.

use crate::abi::{FromValue, Mismatch, Record, ToValue, Value};
use crate::bytearray::Bytearray;
use crate::datetime::{Date, Datetime, Time, Timedelta, date, datetime, time, timedelta};
use crate::exception::Fallible;
use crate::str::Str;

/// The value of a field of a record of that class.
fn field<'v>(value: &'v Value, class: &str, name: &str) -> Result<&'v Value, Box<Mismatch>> {
    let Value::Record(record) = value else { return Err(Mismatch::of(value)) };
    if record.class.as_str() != class && class.rsplit('.').next() != Some(record.class.as_str()) {
        return Err(Mismatch::of(value));
    }
    let found = record.fields.iter().find(|(field, _)| field.as_str() == name);
    found.map(|(_, value)| value).ok_or_else(|| Mismatch::new(format!("a {class} without its field '{name}'")))
}

fn record(class: &'static str, fields: Vec<(&'static str, Value)>) -> Value {
    let fields = fields.into_iter().map(|(name, value)| (Str::literal(name), value)).collect();
    Value::Record(Record { class: Str::literal(class), fields })
}

/// What is read of the text of a record; a text that says no such thing is told as Python tells it.
fn of_text<T>(value: &Value, class: &str, read: impl FnOnce(&Str) -> Fallible<T>) -> Result<T, Box<Mismatch>> {
    let text = Str::from_value(field(value, class, "iso")?)?;
    read(&text).map_err(|raised| Mismatch::new(raised.message))
}

macro_rules! of_text {
    ($($class:ty, $name:literal, $read:path, $write:expr;)*) => {
        $(
            impl FromValue for $class {
                fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
                    of_text(value, $name, $read)
                }
            }

            impl ToValue for $class {
                fn to_value(self) -> Value {
                    let write: fn(&$class) -> Fallible<Str> = $write;
                    // The format is one that there is, so that nothing raises.
                    record($name, vec![("iso", write(&self).map_or(Value::Null, Value::Str))])
                }
            }
        )*
    };
}

of_text! {
    Date, "datetime.date", date::fromisoformat, |date| Ok(date::isoformat(date));
    Datetime, "datetime.datetime", datetime::fromisoformat, |of| datetime::isoformat(of, &Str::literal("T"), &Str::literal("auto"));
    Time, "datetime.time", time::fromisoformat, |of| time::isoformat(of, &Str::literal("auto"));
}

impl FromValue for Timedelta {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        let part = |name| i64::from_value(field(value, "datetime.timedelta", name)?);
        let (days, seconds, microseconds) = (part("days")?, part("seconds")?, part("microseconds")?);
        timedelta::new(days, seconds, microseconds, 0, 0, 0, 0).map_err(|raised| Mismatch::new(raised.message))
    }
}

impl ToValue for Timedelta {
    fn to_value(self) -> Value {
        let fields = vec![
            ("days", Value::Int(timedelta::days(&self))),
            ("seconds", Value::Int(timedelta::seconds(&self))),
            ("microseconds", Value::Int(timedelta::microseconds(&self))),
        ];
        record("datetime.timedelta", fields)
    }
}

impl FromValue for Bytearray {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        match field(value, "bytearray", "bytes")? {
            Value::Bytes(bytes) => Ok(Bytearray::from(bytes.as_slice().to_vec())),
            other => Err(Mismatch::of(other)),
        }
    }
}

impl ToValue for Bytearray {
    fn to_value(self) -> Value {
        record("bytearray", vec![("bytes", Value::Bytes(self.snapshot()))])
    }
}
