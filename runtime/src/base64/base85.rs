//! Base 85: that of git and Mercurial, and Ascii85.

use crate::bytes::{Buffer, Bytes, Encoded};
use crate::exception::{Fallible, value_error};

const ALPHABET: &[u8; 85] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

/// What short forms a run of four bytes may take.
#[derive(Clone, Copy, Default)]
struct Folds {
    zeros: bool,
    spaces: bool,
}

fn encode(data: &[u8], digit: impl Fn(u32) -> u8, pad: bool, folds: Folds) -> Vec<u8> {
    let mut text = Vec::with_capacity(data.len().div_ceil(4) * 5);
    for group in data.chunks(4) {
        let mut word = [0; 4];
        word[..group.len()].copy_from_slice(group);
        let word = u32::from_be_bytes(word);
        let is_whole = pad || group.len() == 4;
        match word {
            0 if folds.zeros && is_whole => text.push(b'z'),
            0x2020_2020 if folds.spaces && is_whole => text.push(b'y'),
            _ => {
                let digits = [52_200_625, 614_125, 7_225, 85, 1].map(|power| digit(word / power % 85));
                text.extend_from_slice(if is_whole { &digits } else { &digits[..group.len() + 1] });
            }
        }
    }
    text
}

/// `b85encode(data, pad)`.
#[must_use]
pub fn b85encode(data: &impl Buffer, pad: bool) -> Bytes {
    data.read(|data| encode(data, |value| ALPHABET[value as usize], pad, Folds::default())).into()
}

/// `b85decode(text)`.
///
/// # Errors
/// `ValueError` for what is no digit, for more than four bytes hold, and for text that is not ASCII.
pub fn b85decode(text: &impl Encoded) -> Fallible<Bytes> {
    text.read_encoded(|text| {
        let padding = (5 - text.len() % 5) % 5;
        let padded: Vec<u8> = text.iter().copied().chain(std::iter::repeat_n(b'~', padding)).collect();
        let mut bytes = Vec::with_capacity(padded.len() / 5 * 4);
        for (number, group) in padded.chunks_exact(5).enumerate() {
            let start = number * 5;
            let mut word = 0u64;
            for (place, byte) in group.iter().enumerate() {
                let digit = ALPHABET.iter().position(|digit| digit == byte);
                let digit =
                    digit.ok_or_else(|| value_error(format!("bad base85 character at position {}", start + place)))?;
                word = word * 85 + digit as u64;
            }
            let word = u32::try_from(word)
                .map_err(|_| value_error(format!("base85 overflow in hunk starting at byte {start}")))?;
            bytes.extend_from_slice(&word.to_be_bytes());
        }
        bytes.truncate(bytes.len() - padding);
        Ok(bytes.into())
    })
}

/// `a85encode(data, foldspaces=…, wrapcol=…, pad=…, adobe=…)`.
#[must_use]
pub fn a85encode(data: &impl Buffer, foldspaces: bool, wrapcol: i64, pad: bool, adobe: bool) -> Bytes {
    let folds = Folds { zeros: true, spaces: foldspaces };
    let mut text = data.read(|data| encode(data, |value| b'!' + value as u8, pad, folds));
    if adobe {
        text.splice(0..0, *b"<~");
    }
    if wrapcol != 0 {
        let width = usize::try_from(wrapcol.max(if adobe { 2 } else { 1 })).unwrap_or(usize::MAX);
        let mut lines: Vec<&[u8]> = text.chunks(width).collect();
        if adobe && lines.last().is_some_and(|line| line.len() + 2 > width) {
            lines.push(b"");
        }
        text = lines.join(&b'\n');
    }
    if adobe {
        text.extend_from_slice(b"~>");
    }
    text.into()
}

/// `a85decode(text, foldspaces=…, adobe=…, ignorechars=…)`.
///
/// # Errors
/// `ValueError` for what is no digit, for more than four bytes hold, for short forms within a group, for a missing end,
/// and for text that is not ASCII.
pub fn a85decode(text: &impl Encoded, foldspaces: bool, adobe: bool, ignorechars: &Bytes) -> Fallible<Bytes> {
    text.read_encoded(|text| {
        let text = if adobe { framed(text)? } else { text };
        let mut bytes = Vec::with_capacity(text.len() / 5 * 4);
        let mut group: Vec<u8> = Vec::with_capacity(5);
        for byte in text.iter().copied().chain(*b"uuuu") {
            match byte {
                b'!'..=b'u' => {
                    group.push(byte - b'!');
                    if group.len() == 5 {
                        let word = group.iter().fold(0u64, |word, digit| word * 85 + u64::from(*digit));
                        let word = u32::try_from(word).map_err(|_| value_error("Ascii85 overflow"))?;
                        bytes.extend_from_slice(&word.to_be_bytes());
                        group.clear();
                    }
                }
                b'z' if group.is_empty() => bytes.extend_from_slice(&[0; 4]),
                b'z' => return Err(value_error("z inside Ascii85 5-tuple")),
                b'y' if foldspaces && group.is_empty() => bytes.extend_from_slice(b"    "),
                b'y' if foldspaces => return Err(value_error("y inside Ascii85 5-tuple")),
                ignored if ignorechars.as_slice().contains(&ignored) => {}
                other => return Err(value_error(format!("Non-Ascii85 digit found: {}", char::from(other)))),
            }
        }
        bytes.truncate(bytes.len() - (4 - group.len()));
        Ok(bytes.into())
    })
}

/// What stands between the marks of Adobe's.
fn framed(text: &[u8]) -> Fallible<&[u8]> {
    let message = "Ascii85 encoded byte sequences must end with b'~>'";
    let text = text.strip_suffix(b"~>").ok_or_else(|| value_error(message))?;
    Ok(text.strip_prefix(b"<~").unwrap_or(text))
}
