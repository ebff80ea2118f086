//! What a digest is made by.

use sha2::digest::common::BlockSizeUser;
use sha2::digest::{Digest, ExtendableOutput, Update, XofReader};

use crate::bytes::{self, Buffer, Bytes};
use crate::exception::{Fallible, memory_error, value_error};
use crate::object::{Identity, Object};
use crate::shared::Shared;
use crate::str::Str;

/// An algorithm with what was put in.
pub(crate) trait Algorithm {
    fn update(&mut self, data: &[u8]);
    fn finish(self: Box<Self>) -> Vec<u8>;
    fn fork(&self) -> Box<dyn Algorithm>;
    /// The same algorithm without what was put in.
    fn anew(&self) -> Box<dyn Algorithm>;
    fn name(&self) -> &'static str;
    fn digest_size(&self) -> usize;
    fn block_size(&self) -> usize;
}

/// An algorithm whose digests are of one length.
#[derive(Clone)]
pub(super) struct Fixed<D> {
    digest: D,
    name: &'static str,
}

impl<D: Digest + BlockSizeUser + Clone + 'static> Fixed<D> {
    pub fn boxed(name: &'static str) -> Box<dyn Algorithm> {
        Box::new(Self { digest: D::new(), name })
    }
}

impl<D: Digest + BlockSizeUser + Clone + 'static> Algorithm for Fixed<D> {
    fn update(&mut self, data: &[u8]) {
        Digest::update(&mut self.digest, data);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        self.digest.finalize().to_vec()
    }

    fn fork(&self) -> Box<dyn Algorithm> {
        Box::new(self.clone())
    }

    fn anew(&self) -> Box<dyn Algorithm> {
        Self::boxed(self.name)
    }

    fn name(&self) -> &'static str {
        self.name
    }

    fn digest_size(&self) -> usize {
        <D as Digest>::output_size()
    }

    fn block_size(&self) -> usize {
        D::block_size()
    }
}

/// An algorithm whose digests are as long as is asked for.
pub(super) trait Sponge {
    fn update(&mut self, data: &[u8]);
    fn fork(&self) -> Box<dyn Sponge>;
    fn fill(self: Box<Self>, digest: &mut [u8]);
    fn name(&self) -> &'static str;
    fn block_size(&self) -> i64;
}

#[derive(Clone)]
pub(super) struct Extendable<D> {
    digest: D,
    name: &'static str,
    block_size: i64,
}

impl<D: Update + ExtendableOutput + Default + Clone + 'static> Extendable<D> {
    pub fn boxed(name: &'static str, block_size: i64) -> Box<dyn Sponge> {
        Box::new(Self { digest: D::default(), name, block_size })
    }
}

impl<D: Update + ExtendableOutput + Default + Clone + 'static> Sponge for Extendable<D> {
    fn update(&mut self, data: &[u8]) {
        self.digest.update(data);
    }

    fn fork(&self) -> Box<dyn Sponge> {
        Box::new(self.clone())
    }

    fn fill(self: Box<Self>, digest: &mut [u8]) {
        self.digest.finalize_xof().read(digest);
    }

    fn name(&self) -> &'static str {
        self.name
    }

    fn block_size(&self) -> i64 {
        self.block_size
    }
}

/// A digest of any length in the making; a clone is another name of the same object.
#[derive(Clone)]
pub struct Shake {
    state: Shared<Box<dyn Sponge>>,
}

impl Shake {
    pub(super) fn new(mut sponge: Box<dyn Sponge>, data: &[u8]) -> Self {
        sponge.update(data);
        Self { state: Shared::new(sponge) }
    }
}

impl Identity for Shake {
    fn same(&self, other: &Self) -> bool {
        self.state.same(&other.state)
    }
}

impl Object for Shake {
    fn type_name(&self) -> &'static str {
        "HASHXOF"
    }

    fn freeze(&self) {
        self.state.freeze();
    }

    fn repr(&self, out: &mut String) {
        out.push_str(&format!("<{} _hashlib.HASHXOF object>", self.state.read(|sponge| sponge.name())));
    }
}

/// The methods of a digest of any length.
pub mod shake_methods {
    use super::*;

    /// `digest.update(data)`.
    ///
    /// # Errors
    /// `RuntimeError` for one that is captured.
    pub fn update(shake: &Shake, data: &impl Buffer) -> Fallible<()> {
        data.read(|data| shake.state.write(|sponge| sponge.update(data)))
    }

    /// `digest.digest(length)`.
    ///
    /// # Errors
    /// `ValueError` for a negative length, `MemoryError` for one beyond memory.
    pub fn digest(shake: &Shake, length: i64) -> Fallible<Bytes> {
        let length = usize::try_from(length).map_err(|_| value_error("value must be positive"))?;
        let mut digest = Vec::new();
        digest.try_reserve_exact(length).map_err(|_| memory_error(""))?;
        digest.resize(length, 0);
        shake.state.read(|sponge| sponge.fork()).fill(&mut digest);
        Ok(digest.into())
    }

    /// `digest.hexdigest(length)`.
    ///
    /// # Errors
    /// As [`digest`].
    pub fn hexdigest(shake: &Shake, length: i64) -> Fallible<Str> {
        digest(shake, length).map(|digest| bytes::hex(&digest))
    }

    /// `digest.copy()`.
    #[must_use]
    pub fn copy(shake: &Shake) -> Shake {
        Shake { state: Shared::new(shake.state.read(|sponge| sponge.fork())) }
    }

    /// `digest.name`.
    #[must_use]
    pub fn name(shake: &Shake) -> Str {
        Str::from(shake.state.read(|sponge| sponge.name()))
    }

    /// `digest.digest_size`: no length is its own.
    #[must_use]
    pub fn digest_size(_shake: &Shake) -> i64 {
        0
    }

    /// `digest.block_size`.
    #[must_use]
    pub fn block_size(shake: &Shake) -> i64 {
        shake.state.read(|sponge| sponge.block_size())
    }
}
