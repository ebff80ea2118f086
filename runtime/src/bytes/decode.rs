//! `bytes.decode`.

use super::Bytes;
use crate::codec::{Codec, Order, unknown_handler};
use crate::exception::{Exception, Fallible, argument, value_error};
use crate::str::Str;

/// `bytes.decode(encoding, errors)`.
///
/// # Errors
/// `UnicodeDecodeError` for bytes that the encoding does not give; `LookupError` for an encoding or a way of handling
/// errors that is not known.
pub fn decode(bytes: &Bytes, encoding: &Str, errors: &Str) -> Fallible<Str> {
    let mut reader = Reader { bytes: bytes.as_slice(), errors, text: String::with_capacity(bytes.as_slice().len()) };
    match Codec::named(encoding)? {
        Codec::Utf8 { signature } => reader.utf8(signature)?,
        Codec::Ascii => reader.ascii()?,
        Codec::Latin1 => reader.text.extend(bytes.as_slice().iter().copied().map(char::from)),
        Codec::Utf16(order) => reader.utf16(order)?,
        Codec::Utf32(order) => reader.utf32(order)?,
    }
    Ok(reader.text.into())
}

struct Reader<'a> {
    bytes: &'a [u8],
    errors: &'a Str,
    text: String,
}

impl Reader<'_> {
    /// Puts something in the place of undecodable bytes, or raises.
    fn instead(&mut self, codec: &str, start: usize, end: usize, reason: &str) -> Fallible<()> {
        let bad = &self.bytes[start..end];
        match self.errors.as_str() {
            "strict" | "surrogatepass" => {
                let what = match bad {
                    [byte] => format!("byte 0x{byte:02x} in position {start}"),
                    _ => format!("bytes in position {start}-{}", end - 1),
                };
                let message = format!("'{codec}' codec can't decode {what}: {reason}");
                let object = argument(&Bytes::from(self.bytes.to_vec()));
                return Err(Exception::of_codec("UnicodeDecodeError", message, codec, object, (start, end), reason));
            }
            "ignore" => {}
            "replace" => self.text.push('\u{fffd}'),
            "backslashreplace" => {
                let escaped: String = bad.iter().map(|byte| format!("\\x{byte:02x}")).collect();
                self.text.push_str(&escaped);
            }
            "surrogateescape" => {
                return Err(value_error(
                    "a compiled function cannot hold lone surrogates in a str, which errors='surrogateescape' makes",
                ));
            }
            other => return Err(unknown_handler(other)),
        }
        Ok(())
    }

    fn utf8(&mut self, signature: bool) -> Fallible<()> {
        let mut start = if signature && self.bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        // Positions in messages count from behind the mark.
        self.bytes = &self.bytes[start..];
        start = 0;
        let whole = self.bytes;
        for chunk in whole.utf8_chunks() {
            self.text.push_str(chunk.valid());
            let bad = chunk.invalid();
            start += chunk.valid().len();
            if !bad.is_empty() {
                let end = start + bad.len();
                self.instead("utf-8", start, end, utf8_reason(bad, end == whole.len()))?;
            }
            start += bad.len();
        }
        Ok(())
    }

    fn ascii(&mut self) -> Fallible<()> {
        for (place, byte) in self.bytes.iter().enumerate() {
            if byte.is_ascii() {
                self.text.push(char::from(*byte));
            } else {
                self.instead("ascii", place, place + 1, "ordinal not in range(128)")?;
            }
        }
        Ok(())
    }

    fn utf16(&mut self, order: Option<Order>) -> Fallible<()> {
        let (order, mut place) = match (order, self.bytes) {
            (Some(order), _) => (order, 0),
            (None, [0xfe, 0xff, ..]) => (Order::Big, 2),
            (None, [0xff, 0xfe, ..]) => (Order::Little, 2),
            (None, _) => (Order::Little, 0),
        };
        let codec = if order == Order::Big { "utf-16-be" } else { "utf-16-le" };
        let bytes = self.bytes;
        let unit = |place: usize| {
            let pair = [*bytes.get(place)?, *bytes.get(place + 1)?];
            Some(if order == Order::Big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
        };
        while place < bytes.len() {
            let Some(first) = unit(place) else {
                return self.instead(codec, place, bytes.len(), "truncated data");
            };
            match first {
                0xd800..=0xdbff => match unit(place + 2) {
                    Some(second @ 0xdc00..=0xdfff) => {
                        let code = 0x1_0000 + ((u32::from(first) & 0x3ff) << 10 | u32::from(second) & 0x3ff);
                        self.text.extend(char::from_u32(code));
                        place += 2;
                    }
                    Some(_) => self.instead(codec, place, place + 2, "illegal UTF-16 surrogate")?,
                    None => {
                        self.instead(codec, place, bytes.len(), "unexpected end of data")?;
                        return Ok(());
                    }
                },
                0xdc00..=0xdfff => self.instead(codec, place, place + 2, "illegal encoding")?,
                code => self.text.extend(char::from_u32(u32::from(code))),
            }
            place += 2;
        }
        Ok(())
    }

    fn utf32(&mut self, order: Option<Order>) -> Fallible<()> {
        let (order, mut place) = match (order, self.bytes) {
            (Some(order), _) => (order, 0),
            (None, [0, 0, 0xfe, 0xff, ..]) => (Order::Big, 4),
            (None, [0xff, 0xfe, 0, 0, ..]) => (Order::Little, 4),
            (None, _) => (Order::Little, 0),
        };
        let codec = if order == Order::Big { "utf-32-be" } else { "utf-32-le" };
        let bytes = self.bytes;
        while place < bytes.len() {
            let Some(unit) = bytes.get(place..place + 4).and_then(|unit| <[u8; 4]>::try_from(unit).ok()) else {
                return self.instead(codec, place, bytes.len(), "truncated data");
            };
            let code = if order == Order::Big { u32::from_be_bytes(unit) } else { u32::from_le_bytes(unit) };
            match char::from_u32(code) {
                Some(character) => self.text.push(character),
                None if code > 0x10_ffff => {
                    self.instead(codec, place, place + 4, "code point not in range(0x110000)")?
                }
                None => {
                    let reason = "code point in surrogate code point range(0xd800, 0xe000)";
                    self.instead(codec, place, place + 4, reason)?;
                }
            }
            place += 4;
        }
        Ok(())
    }
}

/// Why CPython's UTF-8 decoder refuses the bytes.
fn utf8_reason(bad: &[u8], at_end: bool) -> &'static str {
    let needed = match bad[0] {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => 0,
    };
    match needed {
        0 => "invalid start byte",
        _ if at_end && bad.len() < needed => "unexpected end of data",
        _ => "invalid continuation byte",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raises_as_cpython() {
        let message = |bytes: &'static [u8]| {
            decode(&Bytes::literal(bytes), &Str::literal("utf-8"), &Str::literal("strict")).expect_err("bad").message
        };
        assert_eq!(message(b"a\xff"), "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte");
        assert_eq!(message(b"\xe2\x82"), "'utf-8' codec can't decode bytes in position 0-1: unexpected end of data");
        assert_eq!(
            message(b"\xe2\x82a"),
            "'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte"
        );
        assert_eq!(message(b"\xe2a"), "'utf-8' codec can't decode byte 0xe2 in position 0: invalid continuation byte");
    }
}
