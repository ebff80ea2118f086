//! Packing.

use super::layout::{Layout, Order};
use super::{Value, error};
use crate::bytearray::Bytearray;
use crate::bytes::Bytes;
use crate::exception::{Fallible, Raised, overflow_error};
use crate::numpy::nearest_half;
use crate::str::Str;

/// `pack(format, *values)`.
///
/// # Errors
/// `struct.error` for a value that does not fit, `OverflowError` for a float that does not.
pub fn pack(format: &Str, values: &[Value]) -> Fallible<Bytes> {
    packed(&Layout::of(format.as_str())?, values).map(Bytes::from)
}

/// `pack_into(format, buffer, offset, *values)`.
///
/// # Errors
/// As [`pack`], and `struct.error` where the buffer has no room.
pub fn pack_into(format: &Str, buffer: &Bytearray, offset: i64, values: &[Value]) -> Fallible<()> {
    let layout = Layout::of(format.as_str())?;
    let (length, size) = (buffer.length(), layout.size);
    let start = if offset < 0 {
        if offset + size as i64 > 0 {
            return Err(error(format!("no space to pack {size} bytes at offset {offset}")));
        }
        usize::try_from(offset + length as i64)
            .map_err(|_| error(format!("offset {offset} out of range for {length}-byte buffer")))?
    } else {
        usize::try_from(offset).unwrap_or(usize::MAX)
    };
    if length < start || length - start < size {
        return Err(error(format!(
            "pack_into requires a buffer of at least {} bytes for packing {size} bytes at offset {offset} (actual buffer \
             size is {length})",
            size as u64 + offset as u64
        )));
    }
    let bytes = packed(&layout, values)?;
    buffer.write(|buffer| buffer[start..start + size].copy_from_slice(&bytes))
}

fn packed(layout: &Layout, values: &[Value]) -> Fallible<Vec<u8>> {
    if values.len() != layout.len() {
        let (wanted, given) = (layout.len(), values.len());
        return Err(error(format!("pack expected {wanted} items for packing (got {given})")));
    }
    let mut bytes = vec![0; layout.size];
    for ((code, place), value) in layout.places().zip(values) {
        put(&mut bytes[place], code, value, layout.order)?;
    }
    Ok(bytes)
}

fn put(place: &mut [u8], code: u8, value: &Value, order: Order) -> Fallible<()> {
    match (value, code) {
        (Value::Bool(value), _) => place[0] = u8::from(*value),
        (Value::Bytes(value), b'c') => match value.as_slice() {
            [byte] => place[0] = *byte,
            _ => return Err(error("char format requires a bytes object of length 1")),
        },
        (Value::Bytes(value), b'p') => put_pascal(place, value.as_slice()),
        (Value::Bytes(value), _) => {
            let length = value.as_slice().len().min(place.len());
            place[..length].copy_from_slice(&value.as_slice()[..length]);
        }
        (Value::Int(value), _) => {
            check(*value, code, place.len(), order)?;
            number(place, &value.to_le_bytes()[..place.len()], order);
        }
        (Value::Float(value), b'd') => number(place, &value.to_le_bytes(), order),
        (Value::Float(value), b'f') => {
            let single = *value as f32;
            if single.is_infinite() && !value.is_infinite() && order != Order::Native {
                return Err(overflow_error("float too large to pack with f format"));
            }
            number(place, &single.to_le_bytes(), order);
        }
        (Value::Float(value), _) => {
            let half = nearest_half(*value);
            if half.is_infinite() && !value.is_infinite() {
                return Err(overflow_error("float too large to pack with e format"));
            }
            number(place, &half.to_le_bytes(), order);
        }
    }
    Ok(())
}

/// A length in one byte, then so many bytes.
fn put_pascal(place: &mut [u8], value: &[u8]) {
    if let Some((first, rest)) = place.split_first_mut() {
        let length = value.len().min(rest.len());
        rest[..length].copy_from_slice(&value[..length]);
        *first = length.min(255) as u8;
    }
}

fn number(place: &mut [u8], little: &[u8], order: Order) {
    place.copy_from_slice(little);
    if !order.is_little() {
        place.reverse();
    }
}

/// Whether an int fits, with CPython's words where it does not.
fn check(value: i64, code: u8, size: usize, order: Order) -> Fallible<()> {
    let bits = 8 * size as u32;
    let is_signed = code.is_ascii_lowercase();
    let (least, most) = match (is_signed, size) {
        (_, 8) if is_signed || code == b'P' || value >= 0 => return Ok(()),
        (true, _) => (-1 << (bits - 1), (1 << (bits - 1)) - 1),
        (false, 8) => (0, i64::MAX),
        (false, _) => (0, (1 << bits) - 1),
    };
    if (least..=most).contains(&value) {
        return Ok(());
    }
    Err(out_of_range(value, code, size, (least, most), order))
}

#[cold]
fn out_of_range(value: i64, code: u8, size: usize, (least, most): (i64, i64), order: Order) -> Raised {
    let is_signed = code.is_ascii_lowercase();
    let named = match (size, is_signed) {
        (1, true) => Some("byte"),
        (1, false) => Some("ubyte"),
        (2, true) if order.is_own() => Some("short"),
        (2, false) if order.is_own() => Some("ushort"),
        _ => None,
    };
    match named {
        Some(name) => error(format!("{name} format requires {least} <= number <= {most}")),
        None if code == b'Q' && !order.is_own() => error("int too large to convert"),
        None if !is_signed && value < 0 => error("argument out of range"),
        None => error(format!("'{}' format requires {least} <= number <= {most}", char::from(code))),
    }
}
