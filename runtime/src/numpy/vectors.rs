//! Loops for the vectors that the processor has, which is told at run time.

/// What the function gives. It is compiled three times where the processor is an x86: for every one, for those with AVX2, and for
/// those with AVX-512. It has to be `#[inline(always)]`, as has what it calls: what is not stays what every processor has.
#[inline(always)]
pub(super) fn widest<R>(function: impl FnOnce() -> R) -> R {
    #[cfg(target_arch = "x86_64")]
    if has_avx512() {
        // SAFETY: The processor has what the function is compiled for.
        return unsafe { by_avx512(function) };
    } else if has_avx2() {
        // SAFETY: As above.
        return unsafe { by_avx2(function) };
    }
    function()
}

/// Whether the processor has AVX-512, with all of its parts that vectors of numbers need.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
pub(super) fn has_avx512() -> bool {
    std::arch::is_x86_feature_detected!("avx512f")
        && std::arch::is_x86_feature_detected!("avx512vl")
        && std::arch::is_x86_feature_detected!("avx512dq")
        && std::arch::is_x86_feature_detected!("avx512bw")
}

/// Whether the processor has AVX2.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
pub(super) fn has_avx2() -> bool {
    std::arch::is_x86_feature_detected!("avx2")
}

/// # Safety
/// The processor has AVX-512, with the parts named.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw")]
unsafe fn by_avx512<R>(function: impl FnOnce() -> R) -> R {
    function()
}

/// # Safety
/// The processor has AVX2.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
unsafe fn by_avx2<R>(function: impl FnOnce() -> R) -> R {
    function()
}
