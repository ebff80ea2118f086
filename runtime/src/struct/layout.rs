//! A format, read: what lies where.

use super::error;
use crate::exception::Fallible;

/// The order of the bytes of a number, and whether sizes and places are those of the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Native,
    Little,
    Big,
}

impl Order {
    pub fn is_little(self) -> bool {
        match self {
            Order::Native => cfg!(target_endian = "little"),
            Order::Little => true,
            Order::Big => false,
        }
    }

    /// Whether CPython packs with the functions for the machine's own numbers, whose messages are others.
    pub fn is_own(self) -> bool {
        self.is_little() == cfg!(target_endian = "little")
    }
}

/// A run of one format character.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub code: u8,
    /// How many values; of `s` and `p` one, of pads none.
    pub values: usize,
    pub offset: usize,
    /// The bytes of one value.
    pub size: usize,
}

pub(super) struct Layout {
    pub order: Order,
    pub items: Vec<Item>,
    pub size: usize,
}

impl Layout {
    pub fn of(format: &str) -> Fallible<Self> {
        let bytes = format.as_bytes();
        let (order, rest, is_native_sized) = match bytes.first() {
            Some(b'<') => (Order::Little, &bytes[1..], false),
            Some(b'>' | b'!') => (Order::Big, &bytes[1..], false),
            Some(b'=') if cfg!(target_endian = "little") => (Order::Little, &bytes[1..], false),
            Some(b'=') => (Order::Big, &bytes[1..], false),
            Some(b'@') => (Order::Native, &bytes[1..], true),
            _ => (Order::Native, bytes, true),
        };
        let mut layout = Layout { order, items: Vec::new(), size: 0 };
        let mut count = None;
        for code in rest {
            match code {
                b'0'..=b'9' => {
                    let digit = usize::from(code - b'0');
                    let next = count.unwrap_or(0usize).checked_mul(10).and_then(|count| count.checked_add(digit));
                    count = Some(next.ok_or_else(|| error("overflow in item count"))?);
                }
                code if code.is_ascii_whitespace() && count.is_none() => {}
                code => layout.push(*code, count.take().unwrap_or(1), is_native_sized)?,
            }
        }
        match count {
            Some(_) => Err(error("repeat count given without format specifier")),
            None => Ok(layout),
        }
    }

    fn push(&mut self, code: u8, count: usize, is_native_sized: bool) -> Fallible<()> {
        let size = size_of_code(code, is_native_sized).ok_or_else(|| error("bad char in struct format"))?;
        let padding = if is_native_sized { (size - self.size % size) % size } else { 0 };
        let (values, width) = match code {
            b's' | b'p' => (1, count),
            b'x' => (0, 1),
            _ => (count, size),
        };
        let too_long = || error("total struct size too long");
        let offset = self.size.checked_add(padding).ok_or_else(too_long)?;
        let end = count.checked_mul(size).and_then(|length| offset.checked_add(length));
        self.size = end.filter(|end| isize::try_from(*end).is_ok()).ok_or_else(too_long)?;
        self.items.push(Item { code, values, offset, size: width });
        Ok(())
    }

    /// How many values the format has.
    pub fn len(&self) -> usize {
        self.items.iter().map(|item| item.values).sum()
    }

    /// The place of each value: its format character, and where it lies.
    pub fn places(&self) -> impl Iterator<Item = (u8, std::ops::Range<usize>)> + '_ {
        self.items.iter().flat_map(|item| {
            (0..item.values).map(move |number| {
                let start = item.offset + number * item.size;
                (item.code, start..start + item.size)
            })
        })
    }
}

/// The sizes of C's `long` and of an address. CPython is built for 64 bits; in WebAssembly, whose own are of 32, a program
/// means the same.
const LONG: usize = if cfg!(windows) { 4 } else { 8 };
const WORD: usize = 8;

/// The bytes of a format character; natively these are its alignment, too.
fn size_of_code(code: u8, is_native_sized: bool) -> Option<usize> {
    Some(match code {
        b'x' | b'c' | b'b' | b'B' | b'?' | b's' | b'p' => 1,
        b'h' | b'H' | b'e' => 2,
        b'l' | b'L' if is_native_sized => LONG,
        b'i' | b'I' | b'l' | b'L' | b'f' => 4,
        b'q' | b'Q' | b'd' => 8,
        b'n' | b'N' | b'P' if is_native_sized => WORD,
        _ => return None,
    })
}
