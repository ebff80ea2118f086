//! `hashlib`: digests, by the RustCrypto crates and `blake2b_simd`.
//!
//! A digest holds its algorithm behind a pointer, so that a library has the code of those alone that its predictor names.

mod algorithm;
mod blake2;

use crate::bytes::{self, Buffer, Bytes};
use crate::exception::{Fallible, value_error};
use crate::object::{Identity, Object};
use crate::shared::Shared;
use crate::str::Str;

use algorithm::Fixed;

pub(crate) use algorithm::Algorithm;
pub use algorithm::{Shake, shake_methods as shake};
pub use blake2::{blake2b, blake2s};

/// A digest in the making; a clone is another name of the same object.
#[derive(Clone)]
pub struct Hash {
    state: Shared<Box<dyn Algorithm>>,
}

impl Hash {
    fn of(mut algorithm: Box<dyn Algorithm>, data: &[u8]) -> Self {
        algorithm.update(data);
        Self { state: Shared::new(algorithm) }
    }

    pub(crate) fn read<R>(&self, read: impl FnOnce(&(dyn Algorithm + 'static)) -> R) -> R {
        self.state.read(|algorithm| read(algorithm.as_ref()))
    }

    /// The same algorithm begun anew, with what was put in before.
    pub(crate) fn fork(&self) -> Box<dyn Algorithm> {
        self.read(Algorithm::fork)
    }
}

impl Identity for Hash {
    fn same(&self, other: &Self) -> bool {
        self.state.same(&other.state)
    }
}

impl Object for Hash {
    fn type_name(&self) -> &'static str {
        match self.read(Algorithm::name) {
            own @ ("blake2b" | "blake2s") => own,
            _ => "HASH",
        }
    }

    fn freeze(&self) {
        self.state.freeze();
    }

    fn repr(&self, out: &mut String) {
        // CPython shows an address, which no two runs have in common.
        out.push_str(&match self.read(Algorithm::name) {
            own @ ("blake2b" | "blake2s") => format!("<_blake2.{own} object>"),
            name => format!("<{name} _hashlib.HASH object>"),
        });
    }
}

/// The functions that make a digest of a fixed length.
macro_rules! digests {
    ($($name:ident: $digest:ty),* $(,)?) => {
        $(
            #[doc = concat!("`", stringify!($name), "(data)`.")]
            #[must_use]
            pub fn $name(data: &impl Buffer, _usedforsecurity: bool) -> Hash {
                data.read(|data| Hash::of(Fixed::<$digest>::boxed(stringify!($name)), data))
            }
        )*

        fn named(name: &str) -> Option<Box<dyn Algorithm>> {
            Some(match name {
                $(stringify!($name) => Fixed::<$digest>::boxed(stringify!($name)),)*
                "blake2b" => blake2::plain_b(),
                "blake2s" => blake2::plain_s(),
                _ => return None,
            })
        }
    };
}

digests! {
    md5: md5::Md5,
    sha1: sha1::Sha1,
    sha224: sha2::Sha224,
    sha256: sha2::Sha256,
    sha384: sha2::Sha384,
    sha512: sha2::Sha512,
    sha3_224: sha3::Sha3_224,
    sha3_256: sha3::Sha3_256,
    sha3_384: sha3::Sha3_384,
    sha3_512: sha3::Sha3_512,
}

/// `new(name, data)`.
///
/// # Errors
/// `ValueError` for a name that is not known.
pub fn new(name: &Str, data: &impl Buffer, _usedforsecurity: bool) -> Fallible<Hash> {
    let algorithm = named(name.as_str());
    let algorithm = algorithm.ok_or_else(|| value_error(format!("unsupported hash type {}", name.as_str())))?;
    Ok(data.read(|data| Hash::of(algorithm, data)))
}

/// `shake_128(data)`.
#[must_use]
pub fn shake_128(data: &impl Buffer, _usedforsecurity: bool) -> Shake {
    data.read(|data| Shake::new(algorithm::Extendable::<::shake::Shake128>::boxed("shake_128", 168), data))
}

/// `shake_256(data)`.
#[must_use]
pub fn shake_256(data: &impl Buffer, _usedforsecurity: bool) -> Shake {
    data.read(|data| Shake::new(algorithm::Extendable::<::shake::Shake256>::boxed("shake_256", 136), data))
}

/// `pbkdf2_hmac(name, password, salt, iterations, dklen)`: RFC 8018.
///
/// # Errors
/// `ValueError` for a name that is not known, and for less than one iteration or byte.
pub fn pbkdf2_hmac(
    name: &Str,
    password: &impl Buffer,
    salt: &impl Buffer,
    iterations: i64,
    length: Option<i64>,
) -> Fallible<Bytes> {
    let algorithm =
        named(name.as_str()).ok_or_else(|| value_error(format!("unsupported hash type {}", name.as_str())))?;
    if iterations < 1 {
        return Err(value_error("iteration value must be greater than 0."));
    }
    let length = length.unwrap_or(algorithm.digest_size() as i64);
    if length < 1 {
        return Err(value_error("key length must be greater than 0."));
    }
    let keyed = password.read(|password| crate::hmac::Keyed::new(&*algorithm, password));
    let salt = salt.read(<[u8]>::to_vec);
    let mut key = Vec::new();
    for block in 1u32.. {
        let mut round = keyed.digest(&[&salt[..], &block.to_be_bytes()]);
        let mut sum = round.clone();
        for _ in 1..iterations {
            round = keyed.digest(&[&round]);
            sum.iter_mut().zip(&round).for_each(|(sum, byte)| *sum ^= byte);
        }
        key.extend_from_slice(&sum);
        if key.len() >= length as usize {
            break;
        }
    }
    key.truncate(length as usize);
    Ok(key.into())
}

/// The methods of a digest.
pub mod hash {
    use super::*;

    /// `digest.update(data)`.
    ///
    /// # Errors
    /// `RuntimeError` for one that is captured.
    pub fn update(hash: &Hash, data: &impl Buffer) -> Fallible<()> {
        data.read(|data| hash.state.write(|algorithm| algorithm.update(data)))
    }

    /// `digest.digest()`.
    #[must_use]
    pub fn digest(hash: &Hash) -> Bytes {
        hash.fork().finish().into()
    }

    /// `digest.hexdigest()`.
    #[must_use]
    pub fn hexdigest(hash: &Hash) -> Str {
        bytes::hex(&digest(hash))
    }

    /// `digest.copy()`.
    #[must_use]
    pub fn copy(hash: &Hash) -> Hash {
        Hash { state: Shared::new(hash.fork()) }
    }

    /// `digest.name`.
    #[must_use]
    pub fn name(hash: &Hash) -> Str {
        Str::from(hash.read(Algorithm::name))
    }

    /// `digest.digest_size`.
    #[must_use]
    pub fn digest_size(hash: &Hash) -> i64 {
        hash.read(Algorithm::digest_size) as i64
    }

    /// `digest.block_size`.
    #[must_use]
    pub fn block_size(hash: &Hash) -> i64 {
        hash.read(Algorithm::block_size) as i64
    }
}
