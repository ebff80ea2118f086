//! Values side by side, as they lie in the processor's vectors.

/// One value of all, by halves: the first half with the second, until there is one. Joins need not wait for one another.
///
/// There are a power of two, at most 64. The lengths are written out, since what is gone over by a length that changes is
/// not kept in registers.
#[inline(always)]
pub(super) fn joined<T: Copy, const LANES: usize>(mut values: [T; LANES], join: impl Fn(T, T) -> T) -> T {
    if LANES > 32 {
        for lane in 0..32 {
            values[lane] = join(values[lane], values[lane + 32]);
        }
    }
    if LANES > 16 {
        for lane in 0..16 {
            values[lane] = join(values[lane], values[lane + 16]);
        }
    }
    if LANES > 8 {
        for lane in 0..8 {
            values[lane] = join(values[lane], values[lane + 8]);
        }
    }
    if LANES > 4 {
        for lane in 0..4 {
            values[lane] = join(values[lane], values[lane + 4]);
        }
    }
    if LANES > 2 {
        for lane in 0..2 {
            values[lane] = join(values[lane], values[lane + 2]);
        }
    }
    join(values[0], values[1])
}
