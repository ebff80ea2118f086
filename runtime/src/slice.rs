//! `slice`, and the rules for the bounds of every sequence.

use std::ops;

use crate::exception::{Fallible, index_error, value_error};
use crate::object::{Equal, Object};

/// `slice(start, stop, step)` of ints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slice {
    /// Where it begins; `None` for the end that the step comes from.
    pub start: Option<i64>,
    /// Where it ends, exclusive.
    pub stop: Option<i64>,
    /// The distance of two items; `None` for 1.
    pub step: Option<i64>,
}

/// `start:stop:step` between brackets.
#[inline]
#[must_use]
pub const fn new(start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Slice {
    Slice { start, stop, step }
}

/// `slice(stop)`.
#[must_use]
pub const fn to(stop: Option<i64>) -> Slice {
    new(None, stop, None)
}

/// `slice.start`.
#[must_use]
pub const fn start(slice: &Slice) -> Option<i64> {
    slice.start
}

/// `slice.stop`.
#[must_use]
pub const fn stop(slice: &Slice) -> Option<i64> {
    slice.stop
}

/// `slice.step`.
#[must_use]
pub const fn step(slice: &Slice) -> Option<i64> {
    slice.step
}

/// `slice.indices(length)`.
///
/// # Errors
/// `ValueError` for step 0 or a negative length.
pub fn indices(slice: &Slice, length: i64) -> Fallible<(i64, i64, i64)> {
    if length < 0 {
        return Err(value_error("length should not be negative"));
    }
    slice.bounds(length)
}

/// The items of a sequence that a slice picks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picked {
    /// The first index.
    pub start: i64,
    /// The end, exclusive, as CPython's `slice.indices` gives it: may be -1 for a negative step.
    pub stop: i64,
    /// The distance of two items, never 0.
    pub step: i64,
    /// How many they are.
    pub count: usize,
}

impl Slice {
    /// The indices it picks of a sequence of `length` items: `slice.indices` of the Python library reference.
    ///
    /// # Errors
    /// `ValueError` for step 0.
    pub fn indices(self, length: usize) -> Fallible<Picked> {
        let (start, stop, step) = self.bounds(length as i64)?;
        let count = match step {
            ..=-1 if stop < start => (start - stop - 1) / -step + 1,
            1.. if start < stop => (stop - start - 1) / step + 1,
            _ => 0,
        };
        Ok(Picked { start, stop, step, count: count as usize })
    }

    /// Start, stop and step, which a range has of more items than memory could hold.
    pub(crate) fn bounds(self, length: i64) -> Fallible<(i64, i64, i64)> {
        let step = self.step.unwrap_or(1);
        if step == 0 {
            return Err(value_error("slice step cannot be zero"));
        }
        // As CPython: so that the step can be negated.
        let step = step.max(-i64::MAX);
        let (lowest, highest) = if step < 0 { (-1, length - 1) } else { (0, length) };
        let clip = |bound: i64| {
            let bound = if bound < 0 { bound.saturating_add(length) } else { bound };
            bound.clamp(lowest, highest)
        };
        let (first, last) = if step < 0 { (highest, lowest) } else { (lowest, highest) };
        let start = self.start.map_or(first, clip);
        Ok((start, self.stop.map_or(last, clip), step))
    }
}

impl Picked {
    /// The indices one by one.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |nth| (self.start + nth * self.step) as usize)
    }

    /// The picked items as one run, where the step is 1; what lies behind a start beyond the stop is the empty run there.
    #[must_use]
    pub fn run(self) -> Option<ops::Range<usize>> {
        (self.step == 1).then(|| self.start as usize..self.start as usize + self.count)
    }
}

/// The place of the item at `index`, which counts from the end where it is negative.
///
/// # Errors
/// `IndexError` with the message, where there is no such item.
#[inline]
pub fn position(index: i64, length: usize, message: &'static str) -> Fallible<usize> {
    // In 64 bits: an index that does not fit into a smaller `usize` is no other one.
    let place = if index < 0 { index.wrapping_add(length as i64) } else { index } as u64;
    if place < length as u64 { Ok(place as usize) } else { Err(index_error(message)) }
}

impl Object for Slice {
    fn type_name(&self) -> &'static str {
        "slice"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("slice");
        (self.start, self.stop, self.step).repr(out);
    }
}

impl Equal for Slice {
    fn equal(&self, other: &Self) -> bool {
        self == other
    }
}

/// `...`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ellipsis;

impl Object for Ellipsis {
    fn type_name(&self) -> &'static str {
        "ellipsis"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("Ellipsis");
    }
}

impl Equal for Ellipsis {
    fn equal(&self, _: &Self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::new;

    fn picked(start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Vec<usize> {
        new(start, stop, step).indices(5).expect("the step is not 0").iter().collect()
    }

    #[test]
    fn picks_what_cpython_picks() {
        assert_eq!(picked(None, None, None), [0, 1, 2, 3, 4]);
        assert_eq!(picked(None, None, Some(-1)), [4, 3, 2, 1, 0]);
        assert_eq!(picked(Some(-3), Some(100), Some(2)), [2, 4]);
        assert_eq!(picked(Some(3), Some(1), None), [0_usize; 0]);
        assert_eq!(picked(Some(i64::MAX), Some(i64::MIN), Some(i64::MIN)), [4]);
        assert!(new(None, None, Some(0)).indices(5).is_err());
    }
}
