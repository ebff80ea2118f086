//! What changes a bytearray.

use super::{Bytearray, wrong_size};
use crate::bytes::{Buffer, byte};
use crate::exception::{Exception, Fallible, index_error, value_error};
use crate::object::Iter;
use crate::slice::{self, Slice};

/// The bytes that ints say.
pub(super) fn collected(mut ints: impl Iter<Item = i64>) -> Fallible<Vec<u8>> {
    let mut bytes = Vec::with_capacity(ints.size_hint());
    while let Some(int) = ints.next()? {
        bytes.push(byte(int)?);
    }
    Ok(bytes)
}

fn position(bytearray: &Bytearray, index: i64) -> Fallible<usize> {
    slice::position(index, bytearray.length(), "bytearray index out of range")
}

/// `bytearray[index] = value`.
///
/// # Errors
/// `IndexError` where there is no such byte, `ValueError` for an int that is no byte.
pub fn setitem(bytearray: &Bytearray, index: i64, value: i64) -> Fallible<()> {
    let value = byte(value)?;
    let place = position(bytearray, index)?;
    bytearray.write(|bytes| bytes[place] = value)
}

/// `del bytearray[index]`.
///
/// # Errors
/// `IndexError` where there is no such byte.
pub fn delitem(bytearray: &Bytearray, index: i64) -> Fallible<()> {
    let place = position(bytearray, index)?;
    bytearray.write(|bytes| bytes.remove(place)).map(|_| ())
}

/// `bytearray[slice] = buffer`.
///
/// # Errors
/// `ValueError` for step 0, or where the lengths differ and the step is not 1.
pub fn setslice_bytes(bytearray: &Bytearray, slice: &Slice, buffer: &impl Buffer) -> Fallible<()> {
    replace(bytearray, slice, buffer.read(<[u8]>::to_vec))
}

/// `bytearray[slice] = ints`.
///
/// # Errors
/// As [`setslice_bytes`]; `ValueError` for an int that is no byte; whatever the iterator raises.
pub fn setslice(bytearray: &Bytearray, slice: &Slice, ints: impl Iter<Item = i64>) -> Fallible<()> {
    replace(bytearray, slice, collected(ints)?)
}

fn replace(bytearray: &Bytearray, slice: &Slice, new: Vec<u8>) -> Fallible<()> {
    let picked = slice.indices(bytearray.length())?;
    if let Some(run) = picked.run() {
        return bytearray.write(|bytes| drop(bytes.splice(run, new)));
    }
    // No bytes at all are taken as the removal of the picked ones.
    if new.is_empty() {
        return delslice(bytearray, slice);
    }
    if new.len() != picked.count {
        return Err(wrong_size(new.len(), picked.count));
    }
    bytearray.write(|bytes| picked.iter().zip(new).for_each(|(place, byte)| bytes[place] = byte))
}

/// `del bytearray[slice]`.
///
/// # Errors
/// `ValueError` for step 0.
pub fn delslice(bytearray: &Bytearray, slice: &Slice) -> Fallible<()> {
    let picked = slice.indices(bytearray.length())?;
    let mut is_doomed = vec![false; bytearray.length()];
    picked.iter().for_each(|place| is_doomed[place] = true);
    let mut doomed = is_doomed.into_iter();
    bytearray.write(|bytes| bytes.retain(|_| !doomed.next().unwrap_or_default()))
}

/// `bytearray.append(item)`.
///
/// # Errors
/// `ValueError` for an int that is no byte.
pub fn append(bytearray: &Bytearray, item: i64) -> Fallible<()> {
    let item = byte(item)?;
    bytearray.write(|bytes| bytes.push(item))
}

/// `bytearray.extend(ints)`.
///
/// # Errors
/// `ValueError` for an int that is no byte; whatever the iterator raises.
pub fn extend(bytearray: &Bytearray, ints: impl Iter<Item = i64>) -> Fallible<()> {
    let new = collected(ints)?;
    bytearray.write(|bytes| bytes.extend(new))
}

/// `bytearray += buffer`.
///
/// # Errors
/// `BufferError` of itself: it cannot grow while it is read.
pub fn iadd(bytearray: &Bytearray, buffer: &impl Buffer) -> Fallible<()> {
    if buffer.address() == bytearray.address() && bytearray.length() > 0 {
        return Err(Exception::new("BufferError", "Existing exports of data: object cannot be re-sized"));
    }
    extend_bytes(bytearray, buffer)
}

/// `bytearray.extend(buffer)`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn extend_bytes(bytearray: &Bytearray, buffer: &impl Buffer) -> Fallible<()> {
    let new = buffer.read(<[u8]>::to_vec);
    bytearray.write(|bytes| bytes.extend(new))
}

/// `bytearray *= count`.
///
/// # Errors
/// `MemoryError` where the result is larger than memory can be.
pub fn imul(bytearray: &Bytearray, count: i64) -> Fallible<()> {
    let repeated = crate::sequence::repeat(bytearray.snapshot().as_slice(), count)?;
    bytearray.write(|bytes| *bytes = repeated)
}

/// `bytearray.insert(index, item)`.
///
/// # Errors
/// `ValueError` for an int that is no byte.
pub fn insert(bytearray: &Bytearray, index: i64, item: i64) -> Fallible<()> {
    let item = byte(item)?;
    let length = bytearray.length() as i64;
    let index = if index < 0 { index.saturating_add(length) } else { index };
    bytearray.write(|bytes| bytes.insert(index.clamp(0, length) as usize, item))
}

/// `bytearray.pop(index)`.
///
/// # Errors
/// `IndexError` where there is no such byte.
pub fn pop(bytearray: &Bytearray, index: i64) -> Fallible<i64> {
    if bytearray.length() == 0 {
        return Err(index_error("pop from empty bytearray"));
    }
    let place = slice::position(index, bytearray.length(), "pop index out of range")?;
    bytearray.write(|bytes| bytes.remove(place).into())
}

/// `bytearray.remove(value)`.
///
/// # Errors
/// `ValueError` where it is not found, and for an int that is no byte.
pub fn remove(bytearray: &Bytearray, value: i64) -> Fallible<()> {
    let value = byte(value)?;
    let place = bytearray.read(|bytes| bytes.iter().position(|byte| *byte == value));
    let place = place.ok_or_else(|| value_error("value not found in bytearray"))?;
    bytearray.write(|bytes| bytes.remove(place)).map(|_| ())
}

/// `bytearray.reverse()`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn reverse(bytearray: &Bytearray) -> Fallible<()> {
    bytearray.write(|bytes| bytes.reverse())
}

/// `bytearray.clear()`.
///
/// # Errors
/// `RuntimeError` for a captured global.
pub fn clear(bytearray: &Bytearray) -> Fallible<()> {
    bytearray.write(Vec::clear)
}
