//! How many tokens the last call encoded.

use super::guard::guard;
use super::slice_mut;
use crate::tokenizers::counts;

/// `hotforge_token_counts`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hotforge_token_counts(out: *mut u64, capacity: usize) -> usize {
    guard(0, || {
        // SAFETY: the caller passes a place for `capacity` numbers.
        let out = unsafe { slice_mut(out, capacity, "the place for the counts") }?;
        Ok(counts::with(|counts| {
            let stored = counts.len().min(out.len());
            out[..stored].copy_from_slice(&counts[..stored]);
            counts.len()
        }))
    })
}
