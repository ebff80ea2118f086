//! `str.encode`.

use super::Str;
use crate::bytes::Bytes;
use crate::exception::{Exception, Fallible, Raised, unicode_encode_error};

/// What a codec of one byte for each character can hold.
struct Narrow {
    /// CPython's name of the codec in its messages.
    name: &'static str,
    /// One past the last code point.
    limit: u32,
}

/// `text.encode(encoding, errors)` for UTF-8, ASCII and Latin-1 under their usual names.
///
/// # Errors
/// `UnicodeEncodeError` for a character that the encoding lacks; `LookupError` for an encoding or a way of handling
/// errors that is not known.
pub fn encode(text: &Str, encoding: &Str, errors: &Str) -> Fallible<Bytes> {
    let normalized = encoding.as_str().to_lowercase().replace('_', "-");
    let narrow = match normalized.as_str() {
        "utf-8" | "utf8" => return Ok(Bytes::from(text.as_str().as_bytes().to_vec())),
        "ascii" | "us-ascii" => Narrow { name: "ascii", limit: 128 },
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" => Narrow { name: "latin-1", limit: 256 },
        _ => return Err(Exception::new("LookupError", format!("unknown encoding: {}", encoding.as_str()))),
    };
    let mut bytes = Vec::with_capacity(text.as_str().len());
    for (place, character) in text.as_str().chars().enumerate() {
        match (u32::from(character), errors.as_str()) {
            (code, _) if code < narrow.limit => bytes.push(code as u8),
            (_, "strict") => return Err(refused(text, place, &narrow)),
            (_, "ignore") => {}
            (_, "replace") => bytes.push(b'?'),
            (_, other) => {
                return Err(Exception::new("LookupError", format!("unknown error handler name '{other}'")));
            }
        }
    }
    Ok(Bytes::from(bytes))
}

/// Names all characters from `place` on that the codec lacks, as CPython does.
#[cold]
fn refused(text: &Str, place: usize, narrow: &Narrow) -> Raised {
    let run: Vec<char> =
        text.as_str().chars().skip(place).take_while(|character| u32::from(*character) >= narrow.limit).collect();
    let what = match run[..] {
        [only] => format!("character '{}' in position {place}", escaped(only)),
        _ => format!("characters in position {place}-{}", place + run.len() - 1),
    };
    let Narrow { name, limit } = narrow;
    unicode_encode_error(format!("'{name}' codec can't encode {what}: ordinal not in range({limit})"))
}

fn escaped(character: char) -> String {
    match u32::from(character) {
        code @ ..=0xff => format!("\\x{code:02x}"),
        code @ ..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}
