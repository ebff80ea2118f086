//! What a bytearray has in common with `bytes`: the same functions, of the bytes as they are now.

use super::Bytearray;
use crate::bytes::{self, Buffer, Bytes, byte};
use crate::exception::Fallible;
use crate::list::{self, List};
use crate::object::Iter;
use crate::sequence::Sequence;
use crate::str::Str;

/// Functions whose result holds no bytes.
macro_rules! told {
    ($($name:ident($($parameter:ident: $ty:ty),*) -> $returns:ty;)*) => {$(
        #[doc = concat!("As [`bytes::", stringify!($name), "`], with its errors.")]
        #[allow(clippy::missing_errors_doc, reason = "they are those of the function it stands for")]
        pub fn $name(bytearray: &Bytearray, $($parameter: $ty),*) -> $returns {
            bytes::$name(&bytearray.snapshot(), $($parameter),*)
        }
    )*};
}

/// Functions that make bytes, which are a bytearray here.
macro_rules! made {
    ($($name:ident($($parameter:ident: $ty:ty),*);)*) => {$(
        #[doc = concat!("As [`bytes::", stringify!($name), "`].")]
        #[must_use]
        pub fn $name(bytearray: &Bytearray, $($parameter: $ty),*) -> Bytearray {
            bytes::$name(&bytearray.snapshot(), $($parameter),*).into()
        }
    )*};
}

/// The same of functions that raise.
macro_rules! made_or_raised {
    ($($name:ident($($parameter:ident: $ty:ty),*);)*) => {$(
        #[doc = concat!("As [`bytes::", stringify!($name), "`].")]
        ///
        /// # Errors
        /// Those of the function it stands for.
        pub fn $name(bytearray: &Bytearray, $($parameter: $ty),*) -> Fallible<Bytearray> {
            bytes::$name(&bytearray.snapshot(), $($parameter),*).map(Bytearray::from)
        }
    )*};
}

told! {
    decode(encoding: &Str, errors: &Str) -> Fallible<Str>;
    hex() -> Str;
    hex_separated(separator: &Str, group: i64) -> Fallible<Str>;
    hex_separated_by_bytes(separator: &Bytes, group: i64) -> Fallible<Str>;
    startswith_any(prefixes: &Sequence<Bytes>, start: Option<i64>, end: Option<i64>) -> bool;
    endswith_any(suffixes: &Sequence<Bytes>, start: Option<i64>, end: Option<i64>) -> bool;
    isalpha() -> bool;
    isdigit() -> bool;
    isalnum() -> bool;
    isspace() -> bool;
    isupper() -> bool;
    islower() -> bool;
    istitle() -> bool;
    isascii() -> bool;
    find(part: &Bytes, start: Option<i64>, end: Option<i64>) -> i64;
    rfind(part: &Bytes, start: Option<i64>, end: Option<i64>) -> i64;
    count(part: &Bytes, start: Option<i64>, end: Option<i64>) -> i64;
    index(part: &Bytes, start: Option<i64>, end: Option<i64>) -> Fallible<i64>;
    rindex(part: &Bytes, start: Option<i64>, end: Option<i64>) -> Fallible<i64>;
    find_byte(part: i64, start: Option<i64>, end: Option<i64>) -> Fallible<i64>;
    rfind_byte(part: i64, start: Option<i64>, end: Option<i64>) -> Fallible<i64>;
    count_byte(part: i64, start: Option<i64>, end: Option<i64>) -> Fallible<i64>;
    index_byte(part: i64, start: Option<i64>, end: Option<i64>) -> Fallible<i64>;
    rindex_byte(part: i64, start: Option<i64>, end: Option<i64>) -> Fallible<i64>;
}

made! {
    upper();
    lower();
    title();
    capitalize();
    swapcase();
    strip(chars: &Option<Bytes>);
    lstrip(chars: &Option<Bytes>);
    rstrip(chars: &Option<Bytes>);
    replace(old: &Bytes, new: &Bytes, count: i64);
    removeprefix(prefix: &Bytes);
    removesuffix(suffix: &Bytes);
    zfill(width: i64);
    expandtabs(tabsize: i64);
}

made_or_raised! {
    mul(count: i64);
    ljust(width: i64, fill: &Bytes);
    rjust(width: i64, fill: &Bytes);
    center(width: i64, fill: &Bytes);
    translate(table: &Option<Bytes>, delete: &Bytes);
}

/// `len(bytearray)`.
#[must_use]
pub fn len(bytearray: &Bytearray) -> i64 {
    bytearray.length() as i64
}

/// `bool(bytearray)`.
#[must_use]
pub fn bool(bytearray: &Bytearray) -> bool {
    bytearray.length() > 0
}

/// `bytearray.copy()`.
#[must_use]
pub fn copy(bytearray: &Bytearray) -> Bytearray {
    super::of_buffer(bytearray)
}

/// `bytearray + buffer`.
#[must_use]
pub fn add(bytearray: &Bytearray, other: &impl Buffer) -> Bytearray {
    bytearray.read(|a| other.read(|b| [a, b].concat())).into()
}

/// `bytes + bytearray`, which are bytes.
#[must_use]
pub fn radd(bytearray: &Bytearray, other: &Bytes) -> Bytes {
    bytearray.read(|bytes| [other.as_slice(), bytes].concat()).into()
}

/// `byte in bytearray`.
///
/// # Errors
/// `ValueError` for an int that is no byte.
pub fn contains_byte(bytearray: &Bytearray, number: i64) -> Fallible<bool> {
    let number = byte(number)?;
    Ok(bytearray.read(|bytes| bytes.contains(&number)))
}

/// `part in bytearray`.
#[must_use]
pub fn contains(bytearray: &Bytearray, part: &impl Buffer) -> bool {
    let part = part.read(|part| Bytes::from(part.to_vec()));
    bytes::contains(&bytearray.snapshot(), &part)
}

/// `bytearray.startswith(prefix, start, end)`.
#[must_use]
pub fn startswith(bytearray: &Bytearray, prefix: &Bytes, start: Option<i64>, end: Option<i64>) -> bool {
    bytes::startswith(&bytearray.snapshot(), prefix, start, end)
}

/// `bytearray.endswith(suffix, start, end)`.
#[must_use]
pub fn endswith(bytearray: &Bytearray, suffix: &Bytes, start: Option<i64>, end: Option<i64>) -> bool {
    bytes::endswith(&bytearray.snapshot(), suffix, start, end)
}

fn listed(parts: &List<Bytes>) -> List<Bytearray> {
    list::from_vec(parts.to_vec().into_iter().map(Bytearray::from).collect())
}

/// `bytearray.split(sep, maxsplit)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn split(bytearray: &Bytearray, sep: &Option<Bytes>, maxsplit: i64) -> Fallible<List<Bytearray>> {
    bytes::split(&bytearray.snapshot(), sep, maxsplit).map(|parts| listed(&parts))
}

/// `bytearray.rsplit(sep, maxsplit)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn rsplit(bytearray: &Bytearray, sep: &Option<Bytes>, maxsplit: i64) -> Fallible<List<Bytearray>> {
    bytes::rsplit(&bytearray.snapshot(), sep, maxsplit).map(|parts| listed(&parts))
}

/// `bytearray.splitlines(keepends)`.
#[must_use]
pub fn splitlines(bytearray: &Bytearray, keepends: bool) -> List<Bytearray> {
    listed(&bytes::splitlines(&bytearray.snapshot(), keepends))
}

fn three((before, at, behind): (Bytes, Bytes, Bytes)) -> (Bytearray, Bytearray, Bytearray) {
    (before.into(), at.into(), behind.into())
}

/// `bytearray.partition(sep)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn partition(bytearray: &Bytearray, sep: &Bytes) -> Fallible<(Bytearray, Bytearray, Bytearray)> {
    bytes::partition(&bytearray.snapshot(), sep).map(three)
}

/// `bytearray.rpartition(sep)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn rpartition(bytearray: &Bytearray, sep: &Bytes) -> Fallible<(Bytearray, Bytearray, Bytearray)> {
    bytes::rpartition(&bytearray.snapshot(), sep).map(three)
}

/// `bytearray.join(parts)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn join(bytearray: &Bytearray, parts: impl Iter<Item = Bytes>) -> Fallible<Bytearray> {
    bytes::join(&bytearray.snapshot(), parts).map(Bytearray::from)
}

/// `bytearray.fromhex(text)`.
///
/// # Errors
/// As [`bytes::fromhex`].
pub fn fromhex(text: &Str) -> Fallible<Bytearray> {
    bytes::fromhex(text).map(Bytearray::from)
}

/// `reversed(bytearray)`.
#[must_use]
pub fn reversed(bytearray: &Bytearray) -> impl Iter<Item = i64> + use<> {
    let bytearray = bytearray.clone();
    let mut left = bytearray.length();
    crate::generator::from_fn(move || {
        let byte = left.checked_sub(1).and_then(|place| bytearray.get(place));
        left = if byte.is_some() { left - 1 } else { 0 };
        Ok(byte.map(i64::from))
    })
}
