//! `int.to_bytes` and `int.from_bytes`, and the other methods that ints share with all of Python's numbers.

use super::overflow;
use crate::bytes::{Buffer, Bytes};
use crate::exception::{Fallible, overflow_error, value_error};
use crate::str::Str;

fn is_big(byteorder: &Str) -> Fallible<bool> {
    match byteorder.as_str() {
        "big" => Ok(true),
        "little" => Ok(false),
        _ => Err(value_error("byteorder must be either 'little' or 'big'")),
    }
}

/// `a.to_bytes(length, byteorder, signed=…)`.
///
/// # Errors
/// `OverflowError` where it does not fit; `ValueError` for a negative length or another byte order.
pub fn to_bytes(a: i64, length: i64, byteorder: &Str, signed: bool) -> Fallible<Bytes> {
    let big = is_big(byteorder)?;
    let length = usize::try_from(length).map_err(|_| value_error("length argument must be non-negative"))?;
    if a < 0 && !signed {
        return Err(overflow_error("can't convert negative int to unsigned"));
    }
    let padding = if a < 0 { 0xff } else { 0 };
    let mut bytes = a.to_le_bytes().to_vec();
    let lost = bytes.get(length..).unwrap_or_default();
    let sign_is_kept = !signed || length == 0 || length > 8 || (bytes[length - 1] >= 0x80) == (a < 0);
    if lost.iter().any(|byte| *byte != padding) || !sign_is_kept {
        return Err(overflow_error("int too big to convert"));
    }
    bytes.resize(length, padding);
    if big {
        bytes.reverse();
    }
    Ok(bytes.into())
}

/// `int.from_bytes(bytes, byteorder, signed=…)`.
///
/// # Errors
/// `OverflowError` beyond 64 bits; `ValueError` for another byte order.
pub fn from_bytes(bytes: &impl Buffer, byteorder: &Str, signed: bool) -> Fallible<i64> {
    let mut bytes = bytes.read(<[u8]>::to_vec);
    if is_big(byteorder)? {
        bytes.reverse();
    }
    let negative = signed && bytes.last().is_some_and(|last| *last >= 0x80);
    let padding = if negative { 0xff } else { 0 };
    while bytes.len() > 8 && bytes.last() == Some(&padding) {
        bytes.pop();
    }
    if bytes.len() > 8 {
        return Err(overflow());
    }
    bytes.resize(8, padding);
    let value = bytes.iter().rev().fold(0_u64, |value, byte| value << 8 | u64::from(*byte)) as i64;
    if (value < 0) == negative { Ok(value) } else { Err(overflow()) }
}

/// `a.as_integer_ratio()`.
#[must_use]
pub const fn as_integer_ratio(a: i64) -> (i64, i64) {
    (a, 1)
}

/// `a.conjugate()`, `a.real`, `a.numerator`.
#[must_use]
pub const fn real(a: i64) -> i64 {
    a
}

/// `a.imag`.
#[must_use]
pub const fn imag(_a: i64) -> i64 {
    0
}

/// `a.denominator`.
#[must_use]
pub const fn denominator(_a: i64) -> i64 {
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fits_or_raises_as_cpython() {
        let (big, little) = (Str::literal("big"), Str::literal("little"));
        assert_eq!(to_bytes(258, 2, &big, false), Ok(Bytes::literal(b"\x01\x02")));
        assert_eq!(to_bytes(-1, 2, &little, true), Ok(Bytes::literal(b"\xff\xff")));
        assert_eq!(to_bytes(0, 0, &big, false), Ok(Bytes::literal(b"")));
        assert!(to_bytes(128, 1, &big, true).is_err() && to_bytes(256, 1, &big, false).is_err());
        assert!(to_bytes(-129, 1, &big, true).is_err());
        assert_eq!(from_bytes(&Bytes::literal(b"\xff\xfe"), &big, true), Ok(-2));
        assert_eq!(from_bytes(&Bytes::literal(b"\xff\xfe"), &big, false), Ok(0xfffe));
        assert!(from_bytes(&Bytes::literal(&[0xff; 8]), &big, false).is_err());
    }
}
