//! `hmac`: RFC 2104 over any digest of `hashlib`.

use crate::bytes::{self, Buffer, Bytes};
use crate::exception::{Fallible, type_error};
use crate::hashlib::{self, Algorithm, Hash};
use crate::object::{Identity, Object};
use crate::shared::Shared;
use crate::str::Str;

/// An algorithm with a key put in at both ends.
pub(crate) struct Keyed {
    inner: Box<dyn Algorithm>,
    outer: Box<dyn Algorithm>,
}

impl Keyed {
    /// Keys the algorithm; what was put into it does not count.
    pub fn new(algorithm: &dyn Algorithm, key: &[u8]) -> Self {
        let mut padded = if key.len() > algorithm.block_size() {
            let mut long = algorithm.anew();
            long.update(key);
            long.finish()
        } else {
            key.to_vec()
        };
        padded.resize(algorithm.block_size(), 0);
        let keyed = |pad: u8| {
            let mut keyed = algorithm.anew();
            keyed.update(&padded.iter().map(|byte| byte ^ pad).collect::<Vec<u8>>());
            keyed
        };
        Self { inner: keyed(0x36), outer: keyed(0x5c) }
    }

    fn fork(&self) -> Self {
        Self { inner: self.inner.fork(), outer: self.outer.fork() }
    }

    /// The digest of what was put in and of the parts.
    pub fn digest(&self, parts: &[&[u8]]) -> Vec<u8> {
        let Self { mut inner, mut outer } = self.fork();
        parts.iter().for_each(|part| inner.update(part));
        outer.update(&inner.finish());
        outer.finish()
    }
}

/// A keyed digest in the making; a clone is another name of the same object.
#[derive(Clone)]
pub struct HMAC {
    state: Shared<Keyed>,
}

impl Identity for HMAC {
    fn same(&self, other: &Self) -> bool {
        self.state.same(&other.state)
    }
}

impl Object for HMAC {
    fn type_name(&self) -> &'static str {
        "HMAC"
    }

    fn freeze(&self) {
        self.state.freeze();
    }

    fn repr(&self, out: &mut String) {
        // CPython shows an address, which no two runs have in common.
        out.push_str("<hmac.HMAC object>");
    }
}

/// A first message, which may be none.
pub trait Message {
    /// Reads its bytes.
    fn read<R>(&self, read: impl FnOnce(&[u8]) -> R) -> R;
}

impl Message for () {
    fn read<R>(&self, read: impl FnOnce(&[u8]) -> R) -> R {
        read(&[])
    }
}

impl<B: Buffer> Message for B {
    fn read<R>(&self, read: impl FnOnce(&[u8]) -> R) -> R {
        Buffer::read(self, read)
    }
}

impl<B: Buffer> Message for Option<B> {
    fn read<R>(&self, read: impl FnOnce(&[u8]) -> R) -> R {
        match self {
            Some(message) => Buffer::read(message, read),
            None => read(&[]),
        }
    }
}

fn keyed(algorithm: &Hash, key: &impl Buffer, message: &impl Message) -> HMAC {
    let mut keyed = key.read(|key| algorithm.read(|algorithm| Keyed::new(algorithm, key)));
    message.read(|message| keyed.inner.update(message));
    HMAC { state: Shared::new(keyed) }
}

/// `new(key, message, digestmod)` with the name of an algorithm.
///
/// # Errors
/// `ValueError` for a name that is not known.
pub fn new(key: &impl Buffer, message: &impl Message, digestmod: &Str) -> Fallible<HMAC> {
    Ok(keyed(&hashlib::new(digestmod, &bytes::empty(), true)?, key, message))
}

/// `new(key, message, digestmod)` with a function that makes a digest.
///
/// # Errors
/// Whatever the function raises.
pub fn new_by(
    key: &impl Buffer,
    message: &impl Message,
    mut digestmod: impl FnMut(Bytes) -> Fallible<Hash>,
) -> Fallible<HMAC> {
    Ok(keyed(&digestmod(bytes::empty())?, key, message))
}

/// `digest(key, message, digest)` with the name of an algorithm.
///
/// # Errors
/// As [`new`].
pub fn digest(key: &impl Buffer, message: &impl Buffer, name: &Str) -> Fallible<Bytes> {
    Ok(finished(&new(key, message, name)?))
}

/// `digest(key, message, digest)` with a function that makes a digest.
///
/// # Errors
/// As [`new_by`].
pub fn digest_by(
    key: &impl Buffer,
    message: &impl Buffer,
    digestmod: impl FnMut(Bytes) -> Fallible<Hash>,
) -> Fallible<Bytes> {
    Ok(finished(&new_by(key, message, digestmod)?))
}

/// `compare_digest(a, b)` of bytes.
#[must_use]
pub fn compare_digest(a: &impl Buffer, b: &impl Buffer) -> bool {
    a.read(|a| b.read(|b| equal(a, b)))
}

/// `compare_digest(a, b)` of texts.
///
/// # Errors
/// `TypeError` for text that is not ASCII.
pub fn compare_digest_text(a: &Str, b: &Str) -> Fallible<bool> {
    if !a.is_ascii() || !b.is_ascii() {
        return Err(type_error("comparing strings with non-ASCII characters is not supported"));
    }
    Ok(equal(a.as_str().as_bytes(), b.as_str().as_bytes()))
}

/// In a time that does not tell where they differ.
fn equal(a: &[u8], b: &[u8]) -> bool {
    let difference = a.iter().zip(b).fold(0, |found, (a, b)| std::hint::black_box(found | (a ^ b)));
    a.len() == b.len() && difference == 0
}

/// `hmac.update(message)`.
///
/// # Errors
/// `RuntimeError` for one that is captured.
pub fn update(hmac: &HMAC, message: &impl Buffer) -> Fallible<()> {
    message.read(|message| hmac.state.write(|keyed| keyed.inner.update(message)))
}

/// `hmac.digest()`.
#[must_use]
pub fn finished(hmac: &HMAC) -> Bytes {
    hmac.state.read(|keyed| keyed.digest(&[])).into()
}

/// `hmac.hexdigest()`.
#[must_use]
pub fn hexdigest(hmac: &HMAC) -> Str {
    bytes::hex(&finished(hmac))
}

/// `hmac.copy()`.
#[must_use]
pub fn copy(hmac: &HMAC) -> HMAC {
    HMAC { state: Shared::new(hmac.state.read(Keyed::fork)) }
}

/// `hmac.name`.
#[must_use]
pub fn name(hmac: &HMAC) -> Str {
    Str::from(hmac.state.read(|keyed| format!("hmac-{}", keyed.inner.name())))
}

/// `hmac.digest_size`.
#[must_use]
pub fn digest_size(hmac: &HMAC) -> i64 {
    hmac.state.read(|keyed| keyed.inner.digest_size()) as i64
}

/// `hmac.block_size`.
#[must_use]
pub fn block_size(hmac: &HMAC) -> i64 {
    hmac.state.read(|keyed| keyed.inner.block_size()) as i64
}
