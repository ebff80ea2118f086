//! `range`: an arithmetic progression of ints.

use crate::bounds::Bounds;
use crate::exception::{Fallible, Raised, index_error, overflow_error, value_error};
use crate::object::{Equal, Iter, Iterable, Object};
use crate::slice::Slice;

/// `range(start, stop, step)`.
#[derive(Debug, Clone, Copy)]
pub struct Range {
    start: i64,
    stop: i64,
    step: i64,
}

/// `range(stop)`.
#[inline]
#[must_use]
pub const fn to(stop: i64) -> Range {
    Range { start: 0, stop, step: 1 }
}

/// `range(start, stop)`.
#[inline]
#[must_use]
pub const fn between(start: i64, stop: i64) -> Range {
    Range { start, stop, step: 1 }
}

/// `range(start, stop, step)`.
///
/// # Errors
/// `ValueError` for step 0.
#[inline]
pub fn new(start: i64, stop: i64, step: i64) -> Fallible<Range> {
    if step == 0 {
        return Err(value_error("range() arg 3 must not be zero"));
    }
    Ok(Range { start, stop, step })
}

impl Range {
    /// How many ints it has.
    #[inline]
    #[must_use]
    pub fn length(self) -> u64 {
        // Exact in u64 for any three i64.
        if self.step > 0 && self.start < self.stop {
            (self.stop.wrapping_sub(self.start) as u64 - 1) / self.step as u64 + 1
        } else if self.step < 0 && self.stop < self.start {
            (self.start.wrapping_sub(self.stop) as u64 - 1) / self.step.unsigned_abs() + 1
        } else {
            0
        }
    }

    #[inline]
    fn nth(self, nth: u64) -> i64 {
        self.start.wrapping_add((nth as i64).wrapping_mul(self.step))
    }

    /// The place of a value in the range.
    fn place(self, value: i64) -> Option<i64> {
        let within = if self.step > 0 {
            self.start <= value && value < self.stop
        } else {
            self.stop < value && value <= self.start
        };
        let distance = i128::from(value) - i128::from(self.start);
        (within && distance % i128::from(self.step) == 0).then(|| (distance / i128::from(self.step)) as i64)
    }
}

/// `range.start`.
#[must_use]
pub fn start(range: &Range) -> i64 {
    range.start
}

/// `range.stop`.
#[must_use]
pub fn stop(range: &Range) -> i64 {
    range.stop
}

/// `range.step`.
#[must_use]
pub fn step(range: &Range) -> i64 {
    range.step
}

/// `len(range)`.
///
/// # Errors
/// `OverflowError` for a length beyond 2⁶³ - 1.
#[inline]
pub fn len(range: &Range) -> Fallible<i64> {
    i64::try_from(range.length()).map_err(|_| too_long())
}

#[cold]
fn too_long() -> Raised {
    overflow_error("Python int too large to convert to C ssize_t")
}

/// `iter(range)`.
#[inline]
#[must_use]
pub fn iter(range: &Range) -> RangeIterator {
    range.iter()
}

/// `reversed(range)`.
#[must_use]
pub fn reversed(range: &Range) -> RangeIterator {
    let left = range.length();
    RangeIterator { next: range.nth(left.wrapping_sub(1)), step: range.step.wrapping_neg(), left }
}

/// `range[index]`.
///
/// # Errors
/// `IndexError` where there is no such item.
pub fn getitem(range: &Range, index: i64) -> Fallible<i64> {
    let length = len(range)?;
    let place = if index < 0 { index.wrapping_add(length) } else { index };
    if (0..length).contains(&place) {
        Ok(range.nth(place as u64))
    } else {
        Err(index_error("range object index out of range"))
    }
}

/// `range[start:stop:step]`.
///
/// # Errors
/// `ValueError` for step 0; `OverflowError` where a bound of the result does not fit into 64 bits.
pub fn getslice(range: &Range, slice: &Slice) -> Fallible<Range> {
    let (start, stop, picked_step) = slice.bounds(len(range)?)?;
    let value = |place: i64| {
        let value = i128::from(range.start) + i128::from(place) * i128::from(range.step);
        i64::try_from(value).map_err(|_| too_long())
    };
    let step = range.step.checked_mul(picked_step).ok_or_else(too_long)?;
    new(value(start)?, value(stop)?, step)
}

/// `value in range`.
#[must_use]
pub fn contains(range: &Range, value: i64) -> bool {
    range.place(value).is_some()
}

/// `range.index(value)`.
///
/// # Errors
/// `ValueError` where it is not in the range.
pub fn index(range: &Range, value: i64) -> Fallible<i64> {
    range.place(value).ok_or_else(|| value_error(format!("{value} is not in range")))
}

/// `range.count(value)`.
#[must_use]
pub fn count(range: &Range, value: i64) -> i64 {
    i64::from(contains(range, value))
}

/// Iterates over a range.
#[derive(Debug, Clone)]
pub struct RangeIterator {
    next: i64,
    step: i64,
    left: u64,
}

impl RangeIterator {
    /// Between which numbers all lie that it has not given yet.
    #[inline(always)]
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        let last = self.next.wrapping_add((self.left.wrapping_sub(1) as i64).wrapping_mul(self.step));
        Bounds::between(self.next.min(last), self.next.max(last))
    }
}

impl Iter for RangeIterator {
    type Item = i64;

    #[inline]
    fn next(&mut self) -> Fallible<Option<i64>> {
        if self.left == 0 {
            return Ok(None);
        }
        let item = self.next;
        self.left -= 1;
        // Wraps only behind the last item, which is never given.
        self.next = item.wrapping_add(self.step);
        Ok(Some(item))
    }

    #[inline]
    fn size_hint(&self) -> usize {
        self.left as usize
    }
}

impl Iterable for Range {
    type Item = i64;
    type Iterator = RangeIterator;

    #[inline]
    fn iter(&self) -> RangeIterator {
        RangeIterator { next: self.start, step: self.step, left: self.length() }
    }
}

impl Object for Range {
    fn type_name(&self) -> &'static str {
        "range"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("range");
        if self.step == 1 {
            (self.start, self.stop).repr(out);
        } else {
            (self.start, self.stop, self.step).repr(out);
        }
    }
}

/// Two ranges are equal when they give the same ints.
impl Equal for Range {
    fn equal(&self, other: &Self) -> bool {
        let length = self.length();
        length == other.length()
            && (length == 0 || self.start == other.start && (length == 1 || self.step == other.step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::collect;
    use crate::object::repr_text;

    #[test]
    fn gives_what_cpython_gives() {
        assert_eq!(collect(iter(&to(3))).expect("cannot raise"), [0, 1, 2]);
        let down = new(10, -10, -6).expect("not 0");
        assert_eq!(collect(iter(&down)).expect("cannot raise"), [10, 4, -2, -8]);
        assert_eq!(collect(reversed(&down)).expect("cannot raise"), [-8, -2, 4, 10]);
        assert_eq!(getitem(&down, -1).expect("there"), -8);
        assert!(contains(&down, 4) && !contains(&down, 5) && !contains(&down, -14));
        assert_eq!(between(i64::MIN, i64::MAX).length(), u64::MAX);
        assert!(len(&between(i64::MIN, i64::MAX)).is_err());
        assert!(collect(reversed(&to(0))).expect("cannot raise").is_empty());
        let sliced = getslice(&to(10), &crate::slice::new(Some(2), None, Some(3))).expect("fits");
        assert_eq!(repr_text(&sliced), "range(2, 10, 3)");
        assert!(to(0).equal(&new(5, 1, 2).expect("not 0")));
    }
}
