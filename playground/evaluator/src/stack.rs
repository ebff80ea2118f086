//! The stack of the machine that evaluates: a browser's is small, and may not be overflown.

use hotforge_runtime::Fallible;

use crate::machine::refused;

/// How many bytes of its stack WebAssembly may use: browsers give about a megabyte.
#[cfg(target_arch = "wasm32")]
const MOST: usize = 700 * 1024;
/// Elsewhere whoever evaluates gives it a thread that is large enough.
#[cfg(not(target_arch = "wasm32"))]
const MOST: usize = 400 * 1024 * 1024;

thread_local! {
    static BASE: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// An address in the frame of who asks.
#[inline(never)]
fn here() -> usize {
    let marker = 0_u8;
    std::hint::black_box(&raw const marker).addr()
}

/// Notes where the stack begins.
pub fn begin() {
    BASE.set(here());
}

/// Whether there is room for another call.
///
/// # Errors
/// Where there is none: the program may be right, but is not evaluated.
pub fn check() -> Fallible<()> {
    if BASE.get().abs_diff(here()) > MOST {
        return Err(refused("calls nested as deeply as this, which a browser's stack has no room for"));
    }
    Ok(())
}
