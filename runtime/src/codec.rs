//! The encodings of text that compiled code knows: UTF-8, UTF-16, UTF-32, ASCII and Latin-1, under the names and aliases of
//! CPython's `encodings` ("Standard Encodings" of the Python library reference).

use crate::exception::{Exception, Fallible, Raised};
use crate::str::Str;

/// An encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Codec {
    Utf8 {
        /// Whether a mark is written, and one at the beginning left out.
        signature: bool,
    },
    Ascii,
    Latin1,
    /// Units of 16 bits; without an order the mark at the beginning tells it.
    Utf16(Option<Order>),
    /// Units of 32 bits.
    Utf32(Option<Order>),
}

/// The order of the bytes of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Little,
    Big,
}

impl Codec {
    /// The encoding of that name.
    ///
    /// # Errors
    /// `LookupError` for a name that is not known.
    pub(crate) fn named(name: &Str) -> Fallible<Self> {
        // As `encodings.normalize_encoding`: what is no letter, digit or dot separates, and is left out at the ends.
        let words = name.as_str().split(|character: char| !character.is_ascii_alphanumeric() && character != '.');
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let normalized = words.join("_").to_ascii_lowercase();
        Ok(match normalized.as_str() {
            "utf_8" | "utf8" | "u8" | "utf" | "cp65001" | "utf8_ucs2" | "utf8_ucs4" => Codec::Utf8 { signature: false },
            "utf_8_sig" => Codec::Utf8 { signature: true },
            "ascii" | "us_ascii" | "646" | "us" | "ansi_x3.4_1968" | "ansi_x3_4_1968" | "cp367" | "ibm367" => {
                Codec::Ascii
            }
            "latin_1" | "latin1" | "latin" | "l1" | "iso_8859_1" | "iso8859_1" | "iso8859" | "8859" | "cp819"
            | "ibm819" => Codec::Latin1,
            "utf_16" | "utf16" | "u16" => Codec::Utf16(None),
            "utf_16_le" | "utf_16le" | "unicodelittleunmarked" => Codec::Utf16(Some(Order::Little)),
            "utf_16_be" | "utf_16be" | "unicodebigunmarked" => Codec::Utf16(Some(Order::Big)),
            "utf_32" | "utf32" | "u32" => Codec::Utf32(None),
            "utf_32_le" | "utf_32le" => Codec::Utf32(Some(Order::Little)),
            "utf_32_be" | "utf_32be" => Codec::Utf32(Some(Order::Big)),
            _ => return Err(Exception::new("LookupError", format!("unknown encoding: {}", name.as_str()))),
        })
    }
}

/// For a way of handling errors that is not known.
#[cold]
pub(crate) fn unknown_handler(name: &str) -> Raised {
    Exception::new("LookupError", format!("unknown error handler name '{name}'"))
}

/// A character as a string literal would escape it.
pub(crate) fn escaped(character: char) -> String {
    match u32::from(character) {
        code @ ..=0xff => format!("\\x{code:02x}"),
        code @ ..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}
