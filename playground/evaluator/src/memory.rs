//! The memory limit. Every allocation of WebAssembly is counted; one that would go beyond the limit fails, which ends the
//! instance: the page starts a new one, and says why.

#[cfg(target_arch = "wasm32")]
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// How many bytes there are.
static USED: AtomicUsize = AtomicUsize::new(0);
/// How many there may be.
static MOST: AtomicUsize = AtomicUsize::new(usize::MAX);
/// How many there would have been where an allocation failed.
static FAILED: AtomicUsize = AtomicUsize::new(0);

/// Counts what it gives.
#[cfg(target_arch = "wasm32")]
struct Counting;

// SAFETY: all is left to the system's allocator.
#[cfg(target_arch = "wasm32")]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let used = USED.load(Relaxed).saturating_add(layout.size());
        if used > MOST.load(Relaxed) {
            FAILED.store(used, Relaxed);
            return std::ptr::null_mut();
        }
        USED.store(used, Relaxed);
        // SAFETY: as whoever asks promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        USED.store(USED.load(Relaxed).saturating_sub(layout.size()), Relaxed);
        // SAFETY: as whoever asks promises.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Sets how many bytes an evaluation may have beside what is there already.
pub fn limit(bytes: Option<usize>) {
    FAILED.store(0, Relaxed);
    MOST.store(bytes.map_or(usize::MAX, |bytes| USED.load(Relaxed).saturating_add(bytes)), Relaxed);
}

/// Why an allocation failed.
#[cfg(target_arch = "wasm32")]
pub fn abort_reason() -> Option<String> {
    match FAILED.load(Relaxed) {
        0 => None,
        bytes => Some(format!("it needed more than {} MB", bytes >> 20)),
    }
}
