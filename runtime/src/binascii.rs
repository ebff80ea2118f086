//! `binascii`: bytes as hexadecimal digits and as base64, and checksums (Modules/binascii.c).

use data_encoding::BASE64;

use crate::bytes::{self, Buffer, Bytes, Encoded};
use crate::exception::{Exception, Fallible, Raised, value_error};
use crate::str::Str;

/// A raised `binascii.Error`.
#[cold]
pub(crate) fn error(message: impl Into<String>) -> Raised {
    Exception::new("binascii.Error", message)
}

/// `hexlify(data)`.
#[must_use]
pub fn hexlify(data: &impl Buffer) -> Bytes {
    data.read(|data| ascii(&bytes::hex(&Bytes::from(data.to_vec()))))
}

/// `hexlify(data, sep, bytes_per_sep)`.
///
/// # Errors
/// `ValueError` for a separator that is not one character of one byte.
pub fn hexlify_separated(data: &impl Buffer, separator: &Str, group: i64) -> Fallible<Bytes> {
    let characters: Vec<char> = separator.as_str().chars().collect();
    let [character] = characters[..] else { return Err(value_error("sep must be length 1.")) };
    let separator = u8::try_from(character).map_err(|_| value_error("sep must be ASCII."))?;
    let data = Bytes::from(data.read(<[u8]>::to_vec));
    let text = bytes::hex_separated(&data, &Str::literal(":"), group)?;
    let bytes = text.as_str().bytes().map(|byte| if byte == b':' { separator } else { byte });
    Ok(bytes.collect::<Vec<u8>>().into())
}

fn ascii(text: &Str) -> Bytes {
    text.as_str().as_bytes().to_vec().into()
}

/// `unhexlify(digits)`.
///
/// # Errors
/// `binascii.Error` for an odd number of digits and for what is none; `ValueError` for text that is not ASCII.
pub fn unhexlify(digits: &impl Encoded) -> Fallible<Bytes> {
    digits.read_encoded(hex_pairs)
}

pub(crate) fn hex_pairs(digits: &[u8]) -> Fallible<Bytes> {
    if digits.len() % 2 == 1 {
        return Err(error("Odd-length string"));
    }
    let value = |digit: u8| char::from(digit).to_digit(16);
    let pair = |pair: &[u8]| Some((value(pair[0])? << 4 | value(pair[1])?) as u8);
    let bytes: Option<Vec<u8>> = digits.chunks_exact(2).map(pair).collect();
    bytes.map(Bytes::from).ok_or_else(|| error("Non-hexadecimal digit found"))
}

/// `b2a_base64(data, newline=…)`.
#[must_use]
pub fn b2a_base64(data: &impl Buffer, newline: bool) -> Bytes {
    data.read(|data| to_base64(data, newline)).into()
}

pub(crate) fn to_base64(data: &[u8], newline: bool) -> Vec<u8> {
    let mut text = BASE64.encode(data).into_bytes();
    if newline {
        text.push(b'\n');
    }
    text
}

/// `a2b_base64(text, strict_mode=…)`.
///
/// # Errors
/// `binascii.Error` for characters that are missing, and in strict mode for any that do not belong there; `ValueError`
/// for text that is not ASCII.
pub fn a2b_base64(text: &impl Encoded, strict: bool) -> Fallible<Bytes> {
    text.read_encoded(|text| from_base64(text, strict))
}

/// Goes over the characters as CPython does, which leaves out those that it does not know and stops at enough padding.
pub(crate) fn from_base64(text: &[u8], strict: bool) -> Fallible<Bytes> {
    if strict && text.first() == Some(&b'=') {
        return Err(error("Leading padding not allowed"));
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut place, mut left, mut pads, mut is_padded) = (0, 0, 0, false);
    for (at, character) in text.iter().enumerate() {
        if *character == b'=' {
            is_padded = true;
            pads += u32::from(place >= 2);
            if place >= 2 && place + pads >= 4 {
                if strict && at + 1 < text.len() {
                    return Err(error("Excess data after padding"));
                }
                return Ok(bytes.into());
            }
            continue;
        }
        let Some(value) = base64_value(*character) else {
            if strict {
                return Err(error("Only base64 data is allowed"));
            }
            continue;
        };
        if strict && is_padded {
            return Err(error("Discontinuous padding not allowed"));
        }
        pads = 0;
        match place {
            0 => {}
            1 => bytes.push(left << 2 | value >> 4),
            2 => bytes.push(left << 4 | value >> 2),
            _ => bytes.push(left << 6 | value),
        }
        left = value & [0x3f, 0x0f, 0x03, 0x00][place as usize];
        place = (place + 1) % 4;
    }
    match place {
        0 => Ok(bytes.into()),
        1 => Err(error(format!(
            "Invalid base64-encoded string: number of data characters ({}) cannot be 1 more than a multiple of 4",
            bytes.len() / 3 * 4 + 1
        ))),
        _ => Err(error("Incorrect padding")),
    }
}

fn base64_value(character: u8) -> Option<u8> {
    Some(match character {
        b'A'..=b'Z' => character - b'A',
        b'a'..=b'z' => character - b'a' + 26,
        b'0'..=b'9' => character - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    })
}

/// `crc32(data, value)`.
#[must_use]
pub fn crc32(data: &impl Buffer, value: i64) -> i64 {
    data.read(|data| {
        let mut sum = crc32fast::Hasher::new_with_initial(value as u32);
        sum.update(data);
        sum.finalize().into()
    })
}

/// `crc_hqx(data, value)`: the CRC of BinHex, with the polynomial x¹⁶ + x¹² + x⁵ + 1.
#[must_use]
pub fn crc_hqx(data: &impl Buffer, value: i64) -> i64 {
    let step = |sum: u16, byte: &u8| {
        (0..8).fold(sum ^ u16::from(*byte) << 8, |sum, _| if sum & 0x8000 == 0 { sum << 1 } else { sum << 1 ^ 0x1021 })
    };
    data.read(|data| data.iter().fold(value as u16, step).into())
}
