//! Streams: what a predictor that returns an iterator gives.

use std::fmt;
use std::ptr::null_mut;
use std::sync::Arc;

use crate::convert::{Handle, from_native, own};
use crate::ffi::{In, Out};
use crate::library::{Inner, raised};
use crate::{Raised, Value};

/// The items of a predictor that yields, computed as they are asked for. Nobody holding it any more ends it. It runs in one
/// thread at a time: else it is Python's `ValueError`, "generator already executing".
#[derive(Clone)]
pub struct Stream {
    owner: Arc<Handle>,
    value: In,
}

// SAFETY: A stream may be asked in one thread now and in another later; the library refuses two at a time.
unsafe impl Send for Stream {}
// SAFETY: As for `Send`.
unsafe impl Sync for Stream {}

impl Stream {
    /// `value` is a part of `owner`.
    pub(crate) fn new(owner: Arc<Handle>, value: In) -> Self {
        Self { owner, value }
    }

    /// The next item, or `None` at the end.
    ///
    /// # Errors
    /// What the predictor raises; there are no more items then.
    pub fn next_item(&self) -> Result<Option<Value>, Raised> {
        let library: &Arc<Inner> = &self.owner.library;
        let mut item: Out = null_mut();
        // SAFETY: The stream lives as long as its owner, and `item` is a place for one pointer.
        if !unsafe { (library.functions.stream_next)(self.value, &raw mut item) } {
            return Err(raised(library));
        }
        if item.is_null() {
            return Ok(None);
        }
        from_native(own(library, item)?).map(Some)
    }

    /// The tokens of the texts that were encoded for the last item, asked in the same thread.
    pub fn token_counts(&self) -> Vec<u64> {
        self.owner.library.token_counts()
    }

    /// Ends the stream and frees what it holds.
    ///
    /// # Errors
    /// `ValueError` where it is running in another thread.
    pub fn close(&self) -> Result<(), Raised> {
        let library = &self.owner.library;
        // SAFETY: The stream lives as long as its owner.
        if unsafe { (library.functions.stream_close)(self.value) } { Ok(()) } else { Err(raised(library)) }
    }
}

impl Iterator for Stream {
    type Item = Result<Value, Raised>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_item().transpose()
    }
}

impl fmt::Debug for Stream {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Stream")
    }
}

impl PartialEq for Stream {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}
