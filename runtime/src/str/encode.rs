//! `str.encode`.

use super::Str;
use crate::bytes::Bytes;
use crate::codec::{Codec, Order, escaped, unknown_handler};
use crate::exception::{Exception, Fallible, Raised, argument};

/// What a codec of one byte for each character can hold.
struct Narrow {
    /// CPython's name of the codec in its messages.
    name: &'static str,
    /// One past the last code point.
    limit: u32,
}

/// `text.encode(encoding, errors)`.
///
/// # Errors
/// `UnicodeEncodeError` for a character that the encoding lacks; `LookupError` for an encoding or a way of handling
/// errors that is not known.
pub fn encode(text: &Str, encoding: &Str, errors: &Str) -> Fallible<Bytes> {
    match Codec::named(encoding)? {
        Codec::Utf8 { signature: false } => Ok(text.as_str().as_bytes().to_vec().into()),
        Codec::Utf8 { signature: true } => Ok([b"\xef\xbb\xbf", text.as_str().as_bytes()].concat().into()),
        Codec::Ascii => narrow(text, &Narrow { name: "ascii", limit: 128 }, errors),
        Codec::Latin1 => narrow(text, &Narrow { name: "latin-1", limit: 256 }, errors),
        Codec::Utf16(order) => {
            let mark = order.is_none().then_some(0xfeff);
            let units = mark.into_iter().chain(text.as_str().encode_utf16());
            Ok(units.flat_map(|unit| ordered(unit.to_le_bytes(), order)).collect::<Vec<u8>>().into())
        }
        Codec::Utf32(order) => {
            let mark = order.is_none().then_some('\u{feff}');
            let units = mark.into_iter().chain(text.as_str().chars());
            Ok(units.flat_map(|unit| ordered(u32::from(unit).to_le_bytes(), order)).collect::<Vec<u8>>().into())
        }
    }
}

/// The bytes of a unit in the order asked for; little where none is.
fn ordered<const N: usize>(mut bytes: [u8; N], order: Option<Order>) -> [u8; N] {
    if order == Some(Order::Big) {
        bytes.reverse();
    }
    bytes
}

fn narrow(text: &Str, narrow: &Narrow, errors: &Str) -> Fallible<Bytes> {
    let mut bytes = Vec::with_capacity(text.as_str().len());
    for (place, character) in text.as_str().chars().enumerate() {
        match (u32::from(character), errors.as_str()) {
            (code, _) if code < narrow.limit => bytes.push(code as u8),
            // Text of compiled code holds no surrogates, which alone these two let pass.
            (_, "strict" | "surrogateescape" | "surrogatepass") => return Err(refused(text, place, narrow)),
            (_, "ignore") => {}
            (_, "replace") => bytes.push(b'?'),
            (_, "backslashreplace") => bytes.extend(escaped(character).bytes()),
            (code, "xmlcharrefreplace") => bytes.extend(format!("&#{code};").bytes()),
            (_, other) => return Err(unknown_handler(other)),
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
    let reason = format!("ordinal not in range({limit})");
    let message = format!("'{name}' codec can't encode {what}: {reason}");
    Exception::of_codec("UnicodeEncodeError", message, name, argument(text), (place, place + run.len()), &reason)
}
