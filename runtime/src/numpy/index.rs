//! What stands between the brackets of an array.

use super::array::Array;

/// One component of an index: `a[1:, None, mask]` has three.
#[derive(Debug, Clone)]
pub enum Index {
    /// `a[1]`: drops the axis.
    Integer(i64),
    /// `a[start:stop:step]`.
    Slice {
        /// The first index, from the end where negative.
        start: Option<i64>,
        /// The index after the last.
        stop: Option<i64>,
        /// The step, not zero.
        step: Option<i64>,
    },
    /// `a[None]`: a new axis of length one.
    NewAxis,
    /// `a[...]`: as many whole axes as are missing.
    Ellipsis,
    /// `a[[0, 2]]`: the elements at these positions.
    Integers(Array<i64>),
    /// `a[a > 0]`: the elements where it is true.
    Mask(Array<bool>),
}
