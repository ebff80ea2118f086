//! `zlib`: its checksums.

use crate::bytes::Buffer;

pub use crate::binascii::crc32;

/// `adler32(data, value)`.
#[must_use]
pub fn adler32(data: &impl Buffer, value: i64) -> i64 {
    data.read(|data| {
        let mut sum = adler2::Adler32::from_checksum(value as u32);
        sum.write_slice(data);
        sum.checksum().into()
    })
}
