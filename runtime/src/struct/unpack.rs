//! Unpacking.

use std::rc::Rc;

use super::layout::{Layout, Order};
use super::{Value, error};
use crate::bytes::{Buffer, Bytes};
use crate::exception::Fallible;
use crate::object::{Iter, Object};
use crate::sequence::{self, Sequence};
use crate::str::Str;

/// What was unpacked.
#[derive(Clone)]
pub struct Fields {
    values: Rc<[Value]>,
}

impl Object for Fields {
    fn type_name(&self) -> &'static str {
        "tuple"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str(&format!("<{} fields>", self.values.len()));
    }
}

/// `unpack(format, buffer)`.
///
/// # Errors
/// `struct.error` for a buffer of another size, `OverflowError` for an int beyond 64 bits.
pub fn unpack(format: &Str, buffer: &impl Buffer) -> Fallible<Fields> {
    let layout = Layout::of(format.as_str())?;
    buffer.read(|bytes| {
        if bytes.len() != layout.size {
            return Err(error(format!("unpack requires a buffer of {} bytes", layout.size)));
        }
        fields(&layout, bytes)
    })
}

/// `unpack_from(format, buffer, offset)`.
///
/// # Errors
/// `struct.error` for a buffer that ends too early, `OverflowError` for an int beyond 64 bits.
pub fn unpack_from(format: &Str, buffer: &impl Buffer, offset: i64) -> Fallible<Fields> {
    let layout = Layout::of(format.as_str())?;
    buffer.read(|bytes| fields(&layout, from_offset(&layout, bytes, offset)?))
}

fn from_offset<'a>(layout: &Layout, bytes: &'a [u8], offset: i64) -> Fallible<&'a [u8]> {
    let (length, size) = (bytes.len(), layout.size);
    let start = if offset < 0 {
        if offset.saturating_add(size as i64) > 0 {
            return Err(error(format!("not enough data to unpack {size} bytes at offset {offset}")));
        }
        usize::try_from(offset.saturating_add(length as i64))
            .map_err(|_| error(format!("offset {offset} out of range for {length}-byte buffer")))?
    } else {
        usize::try_from(offset).unwrap_or(usize::MAX)
    };
    match bytes.get(start..).and_then(|rest| rest.get(..size)) {
        Some(part) => Ok(part),
        None => Err(error(format!(
            "unpack_from requires a buffer of at least {} bytes for unpacking {size} bytes at offset {offset} (actual \
             buffer size is {length})",
            size as u64 + offset as u64
        ))),
    }
}

/// `iter_unpack(format, buffer)`.
///
/// # Errors
/// `struct.error` for a buffer that is no multiple of the format's size.
pub fn iter_unpack<B: Buffer>(format: &Str, buffer: &B) -> Fallible<impl Iter<Item = Fields> + use<B>> {
    let layout = Layout::of(format.as_str())?;
    if layout.size == 0 {
        return Err(error("cannot iteratively unpack with a struct of length 0"));
    }
    let bytes = buffer.read(<[u8]>::to_vec);
    if bytes.len() % layout.size != 0 {
        let message = format!("iterative unpacking requires a buffer of a multiple of {} bytes", layout.size);
        return Err(error(message));
    }
    let mut place = 0;
    Ok(crate::generator::from_fn(move || {
        let Some(part) = bytes.get(place..place + layout.size) else { return Ok(None) };
        place += layout.size;
        fields(&layout, part).map(Some)
    }))
}

fn fields(layout: &Layout, bytes: &[u8]) -> Fallible<Fields> {
    let values = layout.places().map(|(code, place)| read(&bytes[place], code, layout.order));
    Ok(Fields { values: values.collect::<Fallible<Vec<Value>>>()?.into() })
}

fn read(place: &[u8], code: u8, order: Order) -> Fallible<Value> {
    Ok(match code {
        b'?' => Value::Bool(place[0] != 0),
        b'c' | b's' => Value::Bytes(place.to_vec().into()),
        b'p' => {
            let length = place.first().map_or(0, |length| usize::from(*length).min(place.len() - 1));
            Value::Bytes(place.get(1..=length).unwrap_or_default().to_vec().into())
        }
        b'd' => Value::Float(f64::from_le_bytes(little(place, order))),
        b'f' => Value::Float(f32::from_le_bytes(little(place, order)).into()),
        b'e' => Value::Float(half::f16::from_le_bytes(little(place, order)).to_f64()),
        _ => Value::Int(read_int(place, code, order)?),
    })
}

fn little<const SIZE: usize>(place: &[u8], order: Order) -> [u8; SIZE] {
    let mut bytes = [0; SIZE];
    bytes.copy_from_slice(place);
    if !order.is_little() {
        bytes.reverse();
    }
    bytes
}

fn read_int(place: &[u8], code: u8, order: Order) -> Fallible<i64> {
    let is_negative = code.is_ascii_lowercase() && place[if order.is_little() { place.len() - 1 } else { 0 }] >= 0x80;
    let mut bytes = [if is_negative { 0xff } else { 0 }; 8];
    bytes[..place.len()].copy_from_slice(place);
    if !order.is_little() {
        bytes[..place.len()].reverse();
    }
    let value = i64::from_le_bytes(bytes);
    if value < 0 && !is_negative { Err(crate::int::overflow()) } else { Ok(value) }
}

/// The int of this number.
///
/// # Panics
/// Where the analyzer took another value for an int; so do all functions of a field.
#[must_use]
pub fn field_int(fields: &Fields, number: i64) -> i64 {
    match fields.values[number as usize] {
        Value::Int(value) => value,
        _ => unreachable!("the format says that it is an int"),
    }
}

/// The float of this number.
#[must_use]
pub fn field_float(fields: &Fields, number: i64) -> f64 {
    match fields.values[number as usize] {
        Value::Float(value) => value,
        _ => unreachable!("the format says that it is a float"),
    }
}

/// The truth of this number.
#[must_use]
pub fn field_bool(fields: &Fields, number: i64) -> bool {
    match fields.values[number as usize] {
        Value::Bool(value) => value,
        _ => unreachable!("the format says that it is a bool"),
    }
}

/// The bytes of this number.
#[must_use]
pub fn field_bytes(fields: &Fields, number: i64) -> Bytes {
    match &fields.values[number as usize] {
        Value::Bytes(value) => value.clone(),
        _ => unreachable!("the format says that it is bytes"),
    }
}

/// All of more values than a tuple of a fixed length holds, which are of one kind.
macro_rules! all {
    ($($function:ident: $one:ident -> $ty:ty, $what:literal;)*) => {$(
        #[doc = concat!("All ", $what, ".")]
        #[must_use]
        pub fn $function(fields: &Fields) -> Sequence<$ty> {
            sequence::from_vec((0..fields.values.len()).map(|number| $one(fields, number as i64)).collect())
        }
    )*};
}

all! {
    field_ints: field_int -> i64, "ints";
    field_floats: field_float -> f64, "floats";
    field_bools: field_bool -> bool, "truths";
    field_byteses: field_bytes -> Bytes, "bytes";
}
