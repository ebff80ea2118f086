//! `bytes.decode`.

use super::Bytes;
use crate::exception::{Exception, Fallible, unicode_decode_error};
use crate::str::Str;

/// `bytes.decode(encoding, errors)` for UTF-8, ASCII and Latin-1, with the errors `strict`, `ignore` and `replace`.
///
/// # Errors
/// `UnicodeDecodeError` for bytes that are no text; `LookupError` for another encoding or way with errors.
pub fn decode(bytes: &Bytes, encoding: &Str, errors: &Str) -> Fallible<Str> {
    let bytes = bytes.as_slice();
    match encoding.as_str().to_ascii_lowercase().replace('_', "-").as_str() {
        "utf-8" | "utf8" => utf8(bytes, errors),
        "ascii" | "us-ascii" => ascii(bytes, errors),
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" => {
            Ok(bytes.iter().copied().map(char::from).collect::<String>().into())
        }
        _ => Err(Exception::new("LookupError", format!("unknown encoding: {}", encoding.as_str()))),
    }
}

/// What stands in the place of undecodable bytes, or the error.
fn instead(errors: &Str, raise: impl FnOnce() -> String) -> Fallible<&'static str> {
    match errors.as_str() {
        "strict" => Err(unicode_decode_error(raise())),
        "ignore" => Ok(""),
        "replace" => Ok("\u{fffd}"),
        other => Err(Exception::new("LookupError", format!("unknown error handler name '{other}'"))),
    }
}

fn utf8(bytes: &[u8], errors: &Str) -> Fallible<Str> {
    let mut text = String::with_capacity(bytes.len());
    let mut start = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        let bad = chunk.invalid();
        start += chunk.valid().len();
        if !bad.is_empty() {
            let at_end = start + bad.len() == bytes.len();
            text.push_str(instead(errors, || utf8_message(bad, start, at_end))?);
        }
        start += bad.len();
    }
    Ok(text.into())
}

/// The message of CPython's UTF-8 decoder.
fn utf8_message(bad: &[u8], start: usize, at_end: bool) -> String {
    let needed = match bad[0] {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => 0,
    };
    let reason = match needed {
        0 => "invalid start byte",
        _ if at_end && bad.len() < needed => "unexpected end of data",
        _ => "invalid continuation byte",
    };
    if bad.len() == 1 {
        return format!("'utf-8' codec can't decode byte 0x{:02x} in position {start}: {reason}", bad[0]);
    }
    format!("'utf-8' codec can't decode bytes in position {start}-{}: {reason}", start + bad.len() - 1)
}

fn ascii(bytes: &[u8], errors: &Str) -> Fallible<Str> {
    let mut text = String::with_capacity(bytes.len());
    for (place, byte) in bytes.iter().enumerate() {
        if byte.is_ascii() {
            text.push(char::from(*byte));
        } else {
            let message = || {
                format!("'ascii' codec can't decode byte 0x{byte:02x} in position {place}: ordinal not in range(128)")
            };
            text.push_str(instead(errors, message)?);
        }
    }
    Ok(text.into())
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
