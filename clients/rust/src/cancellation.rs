//! Calls that another thread may end.

use std::fmt;
use std::sync::Arc;

use crate::Library;
use crate::ffi::Canceller;
use crate::library::Inner;

/// Ends calls of other threads: those that are made within [`scope`](Self::scope). A clone is another name for the same one.
///
/// A call ends where it next runs a model, within that run, or before the next item of its stream; it raises
/// `asyncio.CancelledError` then. Loops ask once in a while, but for the innermost ones over a range
/// or a collection.
#[derive(Clone)]
pub struct Cancellation(Arc<Handle>);

struct Handle {
    library: Arc<Inner>,
    pointer: *mut Canceller,
}

// SAFETY: Any thread may cancel, and use it for its own calls: `hotforge.h`.
unsafe impl Send for Handle {}
// SAFETY: As for `Send`.
unsafe impl Sync for Handle {}

impl Drop for Handle {
    fn drop(&mut self) {
        // SAFETY: It is ours, and freed once. Threads that use it hold it.
        unsafe { (self.library.functions.cancellation_free)(self.pointer) }
    }
}

impl Cancellation {
    /// One for calls of that library's predictors.
    pub fn new(library: &Library) -> Self {
        let library = library.inner();
        // SAFETY: It takes nothing.
        let pointer = unsafe { (library.functions.cancellation_new)() };
        Self(Arc::new(Handle { library, pointer }))
    }

    /// Ends what runs, and all that would run.
    pub fn cancel(&self) {
        // SAFETY: The handle is live.
        unsafe { (self.0.library.functions.cancel)(self.0.pointer) };
    }

    /// Does what can be ended: the calls that this thread makes meanwhile, and the items of streams that it asks for. Within it
    /// no other is used for the same library.
    pub fn scope<R>(&self, work: impl FnOnce() -> R) -> R {
        let _used = Use::of(self);
        work()
    }
}

/// A time in which the calls of this thread can be ended.
struct Use<'a>(&'a Cancellation);

impl<'a> Use<'a> {
    fn of(cancellation: &'a Cancellation) -> Self {
        let handle = &cancellation.0;
        // SAFETY: The handle is live.
        unsafe { (handle.library.functions.cancellation_use)(handle.pointer) };
        Self(cancellation)
    }
}

impl Drop for Use<'_> {
    fn drop(&mut self) {
        // SAFETY: NULL is allowed.
        unsafe { (self.0.0.library.functions.cancellation_use)(std::ptr::null()) };
    }
}

impl fmt::Debug for Cancellation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Cancellation")
    }
}
