//! Vectors of AVX-512, and what a sort asks of them: of integers, or of integers and the positions that they came from.
//!
//! Functions here are compiled into those that call them, which must be compiled for a processor that has what `is_possible` asks for.

use std::arch::x86_64::*;
use std::marker::PhantomData;

/// A bit for each lane.
pub(super) type Mask = u16;

/// The first so many lanes.
#[inline(always)]
pub(super) fn first_lanes(count: usize) -> Mask {
    if count >= Mask::BITS as usize { Mask::MAX } else { (1 << count) - 1 }
}

/// The lanes that take the greater of themselves and the lane whose number differs in those bits.
const fn greater_lanes(bits: usize) -> Mask {
    let mut mask = 0;
    let mut lane = 0;
    while lane < Mask::BITS as usize {
        if lane ^ bits < lane {
            mask |= 1 << lane;
        }
        lane += 1;
    }
    mask
}

/// Integers that fill the lanes of a vector, and the instructions for them. A vector of them is as the functions of [`Vector`] have it.
///
/// # Safety
/// Of all its functions: the processor must have AVX-512. What is read must be there, and what is written be the caller's.
pub(in super::super) trait Integer: Copy + Ord {
    const LANES: usize;
    unsafe fn load(place: *const Self, wanted: Mask) -> __m512i;
    unsafe fn store(place: *mut Self, wanted: Mask, vector: __m512i);
    unsafe fn first_in_all(vector: __m512i) -> __m512i;
    unsafe fn compressed(chosen: Mask, vector: __m512i) -> __m512i;
    unsafe fn is_less(a: __m512i, b: __m512i) -> Mask;
    unsafe fn is_other(a: __m512i, b: __m512i) -> Mask;
    unsafe fn lesser(a: __m512i, b: __m512i) -> __m512i;
    unsafe fn greater(a: __m512i, b: __m512i) -> __m512i;
    /// The lesser of each two lanes, or the greater.
    unsafe fn lesser_or_greater(takes_greater: Mask, a: __m512i, b: __m512i) -> __m512i;
    /// Lanes of the second where they are chosen, else of the first.
    unsafe fn chosen_of(chosen: Mask, a: __m512i, b: __m512i) -> __m512i;
    unsafe fn mirrored<const BITS: usize>(vector: __m512i) -> __m512i;
}

macro_rules! integers {
    ($($ty:ty: $lanes:literal, $mask:ty, $set:ident, $load:ident, $store:ident, $broadcast:ident, $compress:ident, $is_less:ident,
        $is_other:ident, $least:ident, $greatest:ident, $masked_greatest:ident, $blend:ident, $permute:ident;)*) => {$(
        impl Integer for $ty {
            const LANES: usize = $lanes;

            #[inline(always)]
            unsafe fn load(place: *const Self, wanted: Mask) -> __m512i {
                // SAFETY: What the caller promises; so in all of them.
                unsafe { $load($set(Self::MAX), wanted as $mask, place) }
            }

            #[inline(always)]
            unsafe fn store(place: *mut Self, wanted: Mask, vector: __m512i) {
                // SAFETY: As above.
                unsafe { $store(place, wanted as $mask, vector) }
            }

            #[inline(always)]
            unsafe fn first_in_all(vector: __m512i) -> __m512i {
                // SAFETY: As above.
                unsafe { $broadcast(_mm512_castsi512_si128(vector)) }
            }

            #[inline(always)]
            unsafe fn compressed(chosen: Mask, vector: __m512i) -> __m512i {
                // SAFETY: As above.
                unsafe { $compress(chosen as $mask, vector) }
            }

            #[inline(always)]
            unsafe fn is_less(a: __m512i, b: __m512i) -> Mask {
                // SAFETY: As above.
                Mask::from(unsafe { $is_less(a, b) })
            }

            #[inline(always)]
            unsafe fn is_other(a: __m512i, b: __m512i) -> Mask {
                // SAFETY: As above.
                Mask::from(unsafe { $is_other(a, b) })
            }

            #[inline(always)]
            unsafe fn lesser(a: __m512i, b: __m512i) -> __m512i {
                // SAFETY: As above.
                unsafe { $least(a, b) }
            }

            #[inline(always)]
            unsafe fn greater(a: __m512i, b: __m512i) -> __m512i {
                // SAFETY: As above.
                unsafe { $greatest(a, b) }
            }

            #[inline(always)]
            unsafe fn lesser_or_greater(takes_greater: Mask, a: __m512i, b: __m512i) -> __m512i {
                // SAFETY: As above.
                unsafe { $masked_greatest($least(a, b), takes_greater as $mask, a, b) }
            }

            #[inline(always)]
            unsafe fn chosen_of(chosen: Mask, a: __m512i, b: __m512i) -> __m512i {
                // SAFETY: As above.
                unsafe { $blend(chosen as $mask, a, b) }
            }

            #[inline(always)]
            unsafe fn mirrored<const BITS: usize>(vector: __m512i) -> __m512i {
                const fn lanes(bits: usize) -> [$ty; $lanes] {
                    let mut lanes = [0; $lanes];
                    let mut lane = 0;
                    while lane < $lanes {
                        lanes[lane] = (lane ^ bits) as $ty;
                        lane += 1;
                    }
                    lanes
                }
                let lanes = &const { lanes(BITS) };
                // SAFETY: As above; there are as many as a vector has.
                unsafe { $permute(_mm512_loadu_si512(lanes.as_ptr().cast()), vector) }
            }
        }
    )*};
}
integers! {
    i32: 16, u16, _mm512_set1_epi32, _mm512_mask_loadu_epi32, _mm512_mask_storeu_epi32, _mm512_broadcastd_epi32,
        _mm512_maskz_compress_epi32, _mm512_cmplt_epi32_mask, _mm512_cmpneq_epi32_mask, _mm512_min_epi32, _mm512_max_epi32, _mm512_mask_max_epi32,
        _mm512_mask_blend_epi32, _mm512_permutexvar_epi32;
    i64: 8, u8, _mm512_set1_epi64, _mm512_mask_loadu_epi64, _mm512_mask_storeu_epi64, _mm512_broadcastq_epi64,
        _mm512_maskz_compress_epi64, _mm512_cmplt_epi64_mask, _mm512_cmpneq_epi64_mask, _mm512_min_epi64, _mm512_max_epi64, _mm512_mask_max_epi64,
        _mm512_mask_blend_epi64, _mm512_permutexvar_epi64;
}

/// What a vector has in each lane, which is sorted by keys of that type.
///
/// # Safety
/// Of its functions: that of [`Integer`].
pub(super) trait Vector: Copy {
    type Key: Integer;
    /// Where elements lie: a pointer to the first, for each of their parts.
    type Place: Copy;

    fn at(place: Self::Place, element: usize) -> Self::Place;
    fn keys_at(place: Self::Place) -> *mut Self::Key;
    fn keys(self) -> Keys<Self::Key>;
    /// The lanes that are wanted, from a place on; in the others is what comes last.
    unsafe fn load(place: Self::Place, wanted: Mask) -> Self;
    unsafe fn store(self, place: Self::Place, wanted: Mask);
    /// The chosen lanes, one after the other.
    unsafe fn compressed(self, chosen: Mask) -> Self;
    /// The lesser of each two lanes, and the greater.
    unsafe fn in_order(self, other: Self) -> (Self, Self);
    /// Each lane where the one is whose number differs in those bits.
    unsafe fn mirrored<const BITS: usize>(self) -> Self;
    /// Each two lanes whose numbers differ in those bits in order.
    unsafe fn lanes_in_order<const BITS: usize>(self) -> Self;
    /// Sorts so many elements without vectors.
    unsafe fn sort_slowly(place: Self::Place, count: usize);
    unsafe fn copy(from: Self::Place, to: Self::Place, count: usize);
    unsafe fn swap(a: Self::Place, b: Self::Place, count: usize);
}

/// A vector of integers.
pub(super) struct Keys<I>(__m512i, PhantomData<I>);

impl<I> Clone for Keys<I> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<I> Copy for Keys<I> {}

impl<I: Integer> Keys<I> {
    #[inline(always)]
    fn new(vector: __m512i) -> Self {
        Self(vector, PhantomData)
    }

    /// The first lane in all.
    #[inline(always)]
    pub(super) unsafe fn first_in_all(self) -> Self {
        // SAFETY: What the caller promises; so in all of them.
        Self::new(unsafe { I::first_in_all(self.0) })
    }

    /// The lanes that are less than those of another.
    #[inline(always)]
    pub(super) unsafe fn is_less(self, other: Self) -> Mask {
        // SAFETY: As above.
        unsafe { I::is_less(self.0, other.0) }
    }

    #[inline(always)]
    unsafe fn chosen_of(chosen: Mask, a: Self, b: Self) -> Self {
        // SAFETY: As above.
        Self::new(unsafe { I::chosen_of(chosen, a.0, b.0) })
    }
}

impl<I: Integer> Vector for Keys<I> {
    type Key = I;
    type Place = *mut I;

    #[inline(always)]
    fn at(place: *mut I, element: usize) -> *mut I {
        place.wrapping_add(element)
    }

    #[inline(always)]
    fn keys_at(place: *mut I) -> *mut I {
        place
    }

    #[inline(always)]
    fn keys(self) -> Self {
        self
    }

    #[inline(always)]
    unsafe fn load(place: *mut I, wanted: Mask) -> Self {
        // SAFETY: As above.
        Self::new(unsafe { I::load(place, wanted) })
    }

    #[inline(always)]
    unsafe fn store(self, place: *mut I, wanted: Mask) {
        // SAFETY: As above.
        unsafe { I::store(place, wanted, self.0) };
    }

    #[inline(always)]
    unsafe fn compressed(self, chosen: Mask) -> Self {
        // SAFETY: As above.
        Self::new(unsafe { I::compressed(chosen, self.0) })
    }

    #[inline(always)]
    unsafe fn in_order(self, other: Self) -> (Self, Self) {
        // SAFETY: As above.
        unsafe { (Self::new(I::lesser(self.0, other.0)), Self::new(I::greater(self.0, other.0))) }
    }

    #[inline(always)]
    unsafe fn mirrored<const BITS: usize>(self) -> Self {
        // SAFETY: As above.
        Self::new(unsafe { I::mirrored::<BITS>(self.0) })
    }

    #[inline(always)]
    unsafe fn lanes_in_order<const BITS: usize>(self) -> Self {
        // SAFETY: As above.
        unsafe {
            let other = self.mirrored::<BITS>();
            Self::new(I::lesser_or_greater(const { greater_lanes(BITS) }, self.0, other.0))
        }
    }

    unsafe fn sort_slowly(place: *mut I, count: usize) {
        // SAFETY: As above.
        unsafe { std::slice::from_raw_parts_mut(place, count) }.sort_unstable();
    }

    #[inline(always)]
    unsafe fn copy(from: *mut I, to: *mut I, count: usize) {
        // SAFETY: As above.
        unsafe { std::ptr::copy_nonoverlapping(from, to, count) };
    }

    #[inline(always)]
    unsafe fn swap(a: *mut I, b: *mut I, count: usize) {
        // SAFETY: As above.
        unsafe { std::ptr::swap_nonoverlapping(a, b, count) };
    }
}

/// Two vectors: integers, and the positions that they came from.
pub(super) struct Pairs<I> {
    keys: Keys<I>,
    positions: Keys<I>,
}

impl<I> Clone for Pairs<I> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<I> Copy for Pairs<I> {}

impl<I: Integer> Vector for Pairs<I> {
    type Key = I;
    type Place = (*mut I, *mut I);

    #[inline(always)]
    fn at((keys, positions): Self::Place, element: usize) -> Self::Place {
        (keys.wrapping_add(element), positions.wrapping_add(element))
    }

    #[inline(always)]
    fn keys_at(place: Self::Place) -> *mut I {
        place.0
    }

    #[inline(always)]
    fn keys(self) -> Keys<I> {
        self.keys
    }

    #[inline(always)]
    unsafe fn load((keys, positions): Self::Place, wanted: Mask) -> Self {
        // SAFETY: As above.
        unsafe { Self { keys: Keys::load(keys, wanted), positions: Keys::load(positions, wanted) } }
    }

    #[inline(always)]
    unsafe fn store(self, (keys, positions): Self::Place, wanted: Mask) {
        // SAFETY: As above.
        unsafe {
            self.keys.store(keys, wanted);
            self.positions.store(positions, wanted);
        }
    }

    #[inline(always)]
    unsafe fn compressed(self, chosen: Mask) -> Self {
        // SAFETY: As above.
        unsafe { Self { keys: self.keys.compressed(chosen), positions: self.positions.compressed(chosen) } }
    }

    #[inline(always)]
    unsafe fn in_order(self, other: Self) -> (Self, Self) {
        // SAFETY: As above.
        unsafe {
            let swapped = other.keys.is_less(self.keys);
            let (lesser, greater) = self.keys.in_order(other.keys);
            (
                Self { keys: lesser, positions: Keys::chosen_of(swapped, self.positions, other.positions) },
                Self { keys: greater, positions: Keys::chosen_of(swapped, other.positions, self.positions) },
            )
        }
    }

    #[inline(always)]
    unsafe fn mirrored<const BITS: usize>(self) -> Self {
        // SAFETY: As above.
        unsafe { Self { keys: self.keys.mirrored::<BITS>(), positions: self.positions.mirrored::<BITS>() } }
    }

    #[inline(always)]
    unsafe fn lanes_in_order<const BITS: usize>(self) -> Self {
        // SAFETY: As above.
        unsafe {
            // Equal keys keep their positions, each its own.
            let keys = self.keys.lanes_in_order::<BITS>();
            let moved = I::is_other(keys.0, self.keys.0);
            let positions = Keys::chosen_of(moved, self.positions, self.positions.mirrored::<BITS>());
            Self { keys, positions }
        }
    }

    unsafe fn sort_slowly((keys, positions): Self::Place, count: usize) {
        // SAFETY: As above.
        let (keys, positions) =
            unsafe { (std::slice::from_raw_parts_mut(keys, count), std::slice::from_raw_parts_mut(positions, count)) };
        let mut pairs: Vec<(I, I)> = keys.iter().copied().zip(positions.iter().copied()).collect();
        pairs.sort_unstable();
        for (place, pair) in pairs.into_iter().enumerate() {
            (keys[place], positions[place]) = pair;
        }
    }

    #[inline(always)]
    unsafe fn copy(from: Self::Place, to: Self::Place, count: usize) {
        // SAFETY: As above.
        unsafe {
            Keys::copy(from.0, to.0, count);
            Keys::copy(from.1, to.1, count);
        }
    }

    #[inline(always)]
    unsafe fn swap(a: Self::Place, b: Self::Place, count: usize) {
        // SAFETY: As above.
        unsafe {
            Keys::swap(a.0, b.0, count);
            Keys::swap(a.1, b.1, count);
        }
    }
}
