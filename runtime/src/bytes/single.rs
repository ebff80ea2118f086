//! Searching in bytes for one byte, given as a number.

use super::{Bytes, search};
use crate::exception::{Fallible, value_error};

/// The bytes that hold one number alone.
///
/// # Errors
/// `ValueError` for an int that is no byte.
pub(crate) fn byte(number: i64) -> Fallible<u8> {
    u8::try_from(number).map_err(|_| value_error("byte must be in range(0, 256)"))
}

/// The functions of `search` with a number in the place of the part.
macro_rules! of_a_byte {
    ($($function:ident = $search:path;)*) => {$(
        #[doc = concat!("`bytes.", stringify!($search), "(byte, start, end)`.")]
        ///
        /// # Errors
        /// `ValueError` for an int that is no byte, and as for bytes.
        pub fn $function(bytes: &Bytes, number: i64, start: Option<i64>, end: Option<i64>) -> Fallible<i64> {
            let part = Bytes::from(vec![byte(number)?]);
            Found::into($search(bytes, &part, start, end))
        }
    )*};
}

/// What a search gives, with an error or without.
trait Found {
    fn into(self) -> Fallible<i64>;
}

impl Found for i64 {
    fn into(self) -> Fallible<i64> {
        Ok(self)
    }
}

impl Found for Fallible<i64> {
    fn into(self) -> Fallible<i64> {
        self
    }
}

of_a_byte! {
    find_byte = search::find;
    rfind_byte = search::rfind;
    index_byte = search::index;
    rindex_byte = search::rindex;
    count_byte = search::count;
}
