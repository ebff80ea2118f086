//! CPython's own sort, comparison by comparison (Objects/listsort.txt, 3.11): where an order is not total, or comparing runs
//! code of the program, the result depends on which items are compared.

use crate::exception::Fallible;

/// Both sides of a merge win so often in a row before it gallops, at first.
const MIN_GALLOP: usize = 7;

/// Sorts the items. They are all there afterwards, also where a comparison raised: in the order reached by then.
///
/// # Errors
/// What comparing raises.
pub(crate) fn timsort<T>(
    items: &mut Vec<T>,
    reverse: bool,
    mut less: impl FnMut(&T, &T) -> Fallible<bool>,
) -> Fallible<()> {
    // Reversed before and after, so that equal items keep their order.
    if reverse {
        items.reverse();
    }
    let mut sort = Sort {
        order: (0..items.len()).collect(),
        less: |a: usize, b: usize| less(&items[a], &items[b]),
        runs: Vec::new(),
        min_gallop: MIN_GALLOP,
    };
    let outcome = sort.run();
    let order = sort.order;
    let mut places: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| places[at].take()));
    if reverse {
        items.reverse();
    }
    outcome
}

/// A stretch that is in order.
struct Run {
    base: usize,
    length: usize,
    /// How deep in the tree of merges its border to the next run is.
    power: u32,
}

struct Sort<F> {
    /// Where each place's item stands in the list.
    order: Vec<usize>,
    less: F,
    /// Runs that are not merged yet.
    runs: Vec<Run>,
    min_gallop: usize,
}

/// A side of a merge that is galloped through: items by their places in a slice.
type Side<'s> = &'s [usize];

impl<F: FnMut(usize, usize) -> Fallible<bool>> Sort<F> {
    fn run(&mut self) -> Fallible<()> {
        let count = self.order.len();
        if count < 2 {
            return Ok(());
        }
        let shortest = shortest_run(count);
        let mut base = 0;
        while base < count {
            let mut length = self.first_run(base)?;
            if length < shortest {
                let forced = shortest.min(count - base);
                self.insert(base, base + forced, base + length)?;
                length = forced;
            }
            self.make_place(length)?;
            self.runs.push(Run { base, length, power: 0 });
            base += length;
        }
        while self.runs.len() > 1 {
            let last = self.runs.len() - 2;
            let at = if last > 0 && self.runs[last - 1].length < self.runs[last + 1].length { last - 1 } else { last };
            self.merge_at(at)?;
        }
        Ok(())
    }

    /// The length of the run that begins there; one that descends is turned round.
    fn first_run(&mut self, base: usize) -> Fallible<usize> {
        let count = self.order.len();
        let mut end = base + 1;
        if end == count {
            return Ok(1);
        }
        let descends = (self.less)(self.order[end], self.order[end - 1])?;
        end += 1;
        while end < count && (self.less)(self.order[end], self.order[end - 1])? == descends {
            end += 1;
        }
        if descends {
            self.order[base..end].reverse();
        }
        Ok(end - base)
    }

    /// Binary insertion of the items from `start` on.
    fn insert(&mut self, base: usize, end: usize, start: usize) -> Fallible<()> {
        for place in start..end {
            let pivot = self.order[place];
            let (mut left, mut right) = (base, place);
            while left < right {
                let middle = left + (right - left) / 2;
                if (self.less)(pivot, self.order[middle])? {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            self.order[left..=place].rotate_right(1);
        }
        Ok(())
    }

    /// Merges what comes before a new run of that length.
    fn make_place(&mut self, length: usize) -> Fallible<()> {
        let Some(last) = self.runs.last() else { return Ok(()) };
        let power = power(last.base, last.length, length, self.order.len());
        while self.runs.len() > 1 && self.runs[self.runs.len() - 2].power > power {
            self.merge_at(self.runs.len() - 2)?;
        }
        if let Some(last) = self.runs.last_mut() {
            last.power = power;
        }
        Ok(())
    }

    /// Merges a run with the one after it.
    fn merge_at(&mut self, at: usize) -> Fallible<()> {
        let right = self.runs.remove(at + 1);
        let left = &mut self.runs[at];
        let (start, middle, end) = (left.base, right.base, right.base + right.length);
        left.length += right.length;
        // What is in place already takes no part.
        let skipped = self.gallop_right(self.order[middle], start, middle, start)?;
        let start = skipped;
        if start == middle {
            return Ok(());
        }
        let end = self.gallop_left(self.order[middle - 1], middle, end, end - 1)?;
        if end == middle {
            return Ok(());
        }
        if middle - start <= end - middle {
            self.merge_low(start, middle, end)
        } else {
            self.merge_high(start, middle, end)
        }
    }

    fn gallop_left(&mut self, key: usize, start: usize, end: usize, hint: usize) -> Fallible<usize> {
        let side = self.order[start..end].to_vec();
        Ok(start + self.left_of(key, &side, hint - start)?)
    }

    fn gallop_right(&mut self, key: usize, start: usize, end: usize, hint: usize) -> Fallible<usize> {
        let side = self.order[start..end].to_vec();
        Ok(start + self.right_of(key, &side, hint - start)?)
    }

    /// The place of the key before all equal items.
    fn left_of(&mut self, key: usize, side: Side, hint: usize) -> Fallible<usize> {
        let (mut last, mut offset) = (0, 1);
        let (mut low, mut high);
        if (self.less)(side[hint], key)? {
            let most = side.len() - hint;
            while offset < most && (self.less)(side[hint + offset], key)? {
                (last, offset) = (offset, offset * 2 + 1);
            }
            (low, high) = (hint + last + 1, hint + offset.min(most));
        } else {
            let most = hint + 1;
            while offset < most && !(self.less)(side[hint - offset], key)? {
                (last, offset) = (offset, offset * 2 + 1);
            }
            (low, high) = (hint + 1 - offset.min(most), hint - last);
        }
        while low < high {
            let middle = low + (high - low) / 2;
            if (self.less)(side[middle], key)? {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Ok(high)
    }

    /// The place of the key behind all equal items.
    fn right_of(&mut self, key: usize, side: Side, hint: usize) -> Fallible<usize> {
        let (mut last, mut offset) = (0, 1);
        let (mut low, mut high);
        if (self.less)(key, side[hint])? {
            let most = hint + 1;
            while offset < most && (self.less)(key, side[hint - offset])? {
                (last, offset) = (offset, offset * 2 + 1);
            }
            (low, high) = (hint + 1 - offset.min(most), hint - last);
        } else {
            let most = side.len() - hint;
            while offset < most && !(self.less)(key, side[hint + offset])? {
                (last, offset) = (offset, offset * 2 + 1);
            }
            (low, high) = (hint + last + 1, hint + offset.min(most));
        }
        while low < high {
            let middle = low + (high - low) / 2;
            if (self.less)(key, side[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Ok(high)
    }

    /// Merges from the front; the left run is the shorter one.
    fn merge_low(&mut self, start: usize, middle: usize, end: usize) -> Fallible<()> {
        let left = self.order[start..middle].to_vec();
        let right = self.order[middle..end].to_vec();
        let mut merge = Merge { a: 0, b: 0, out: Vec::with_capacity(end - start) };
        let outcome = self.merge_forward(&left, &right, &mut merge);
        // What is left of both: after an error too, and where one side is done, the other one follows.
        let Merge { a, b, mut out } = merge;
        if outcome.is_err() {
            out.extend(&left[a..]);
            out.extend(&right[b..]);
        } else {
            out.extend(&right[b..]);
            out.extend(&left[a..]);
        }
        self.order[start..end].copy_from_slice(&out);
        outcome
    }

    /// Merges until the right side is done, or one item of the left side is left, which is the greatest of all.
    fn merge_forward(&mut self, left: Side, right: Side, merge: &mut Merge) -> Fallible<()> {
        let Merge { a, b, out } = merge;
        out.push(right[0]);
        *b = 1;
        if *b == right.len() || left.len() == 1 {
            return Ok(());
        }
        let mut min_gallop = self.min_gallop;
        loop {
            let (mut left_wins, mut right_wins) = (0, 0);
            loop {
                if (self.less)(right[*b], left[*a])? {
                    out.push(right[*b]);
                    *b += 1;
                    (right_wins, left_wins) = (right_wins + 1, 0);
                    if *b == right.len() {
                        return Ok(());
                    }
                    if right_wins >= min_gallop {
                        break;
                    }
                } else {
                    out.push(left[*a]);
                    *a += 1;
                    (left_wins, right_wins) = (left_wins + 1, 0);
                    if left.len() - *a == 1 {
                        return Ok(());
                    }
                    if left_wins >= min_gallop {
                        break;
                    }
                }
            }
            min_gallop += 1;
            loop {
                min_gallop -= usize::from(min_gallop > 1);
                self.min_gallop = min_gallop;
                left_wins = self.right_of(right[*b], &left[*a..], 0)?;
                out.extend(&left[*a..*a + left_wins]);
                *a += left_wins;
                if left_wins > 0 && left.len() - *a <= 1 {
                    return Ok(());
                }
                out.push(right[*b]);
                *b += 1;
                if *b == right.len() {
                    return Ok(());
                }
                right_wins = self.left_of(left[*a], &right[*b..], 0)?;
                out.extend(&right[*b..*b + right_wins]);
                *b += right_wins;
                if *b == right.len() {
                    return Ok(());
                }
                out.push(left[*a]);
                *a += 1;
                if left.len() - *a == 1 {
                    return Ok(());
                }
                if left_wins < MIN_GALLOP && right_wins < MIN_GALLOP {
                    break;
                }
            }
            min_gallop += 1;
            self.min_gallop = min_gallop;
        }
    }

    /// Merges from the back; the right run is the shorter one.
    fn merge_high(&mut self, start: usize, middle: usize, end: usize) -> Fallible<()> {
        let left = self.order[start..middle].to_vec();
        let right = self.order[middle..end].to_vec();
        // Filled from the back: `a` and `b` count what is left of the two.
        let mut merge = Merge { a: left.len(), b: right.len(), out: Vec::with_capacity(end - start) };
        let outcome = self.merge_backward(&left, &right, &mut merge);
        let Merge { a, b, mut out } = merge;
        if outcome.is_err() {
            out.extend(right[..b].iter().rev());
            out.extend(left[..a].iter().rev());
        } else {
            out.extend(left[..a].iter().rev());
            out.extend(right[..b].iter().rev());
        }
        out.reverse();
        self.order[start..end].copy_from_slice(&out);
        outcome
    }

    /// Merges until the left side is done, or one item of the right side is left, which is the least of all.
    fn merge_backward(&mut self, left: Side, right: Side, merge: &mut Merge) -> Fallible<()> {
        let Merge { a, b, out } = merge;
        *a -= 1;
        out.push(left[*a]);
        if *a == 0 || *b == 1 {
            return Ok(());
        }
        let mut min_gallop = self.min_gallop;
        loop {
            let (mut left_wins, mut right_wins) = (0, 0);
            loop {
                if (self.less)(right[*b - 1], left[*a - 1])? {
                    *a -= 1;
                    out.push(left[*a]);
                    (left_wins, right_wins) = (left_wins + 1, 0);
                    if *a == 0 {
                        return Ok(());
                    }
                    if left_wins >= min_gallop {
                        break;
                    }
                } else {
                    *b -= 1;
                    out.push(right[*b]);
                    (right_wins, left_wins) = (right_wins + 1, 0);
                    if *b == 1 {
                        return Ok(());
                    }
                    if right_wins >= min_gallop {
                        break;
                    }
                }
            }
            min_gallop += 1;
            loop {
                min_gallop -= usize::from(min_gallop > 1);
                self.min_gallop = min_gallop;
                let kept = self.right_of(right[*b - 1], &left[..*a], *a - 1)?;
                left_wins = *a - kept;
                out.extend(left[kept..*a].iter().rev());
                *a = kept;
                if *a == 0 {
                    return Ok(());
                }
                *b -= 1;
                out.push(right[*b]);
                if *b == 1 {
                    return Ok(());
                }
                let kept = self.left_of(left[*a - 1], &right[..*b], *b - 1)?;
                right_wins = *b - kept;
                out.extend(right[kept..*b].iter().rev());
                *b = kept;
                if *b <= 1 && right_wins > 0 {
                    return Ok(());
                }
                *a -= 1;
                out.push(left[*a]);
                if *a == 0 {
                    return Ok(());
                }
                if left_wins < MIN_GALLOP && right_wins < MIN_GALLOP {
                    break;
                }
            }
            min_gallop += 1;
            self.min_gallop = min_gallop;
        }
    }
}

/// How far a merge has come on both sides, and what it has given.
struct Merge {
    a: usize,
    b: usize,
    out: Vec<usize>,
}

/// Shorter runs than this are filled up by insertion.
fn shortest_run(mut count: usize) -> usize {
    let mut odd = 0;
    while count >= 64 {
        odd |= count & 1;
        count >>= 1;
    }
    count + odd
}

/// The depth of the border between two adjacent runs in a perfectly balanced tree of merges.
fn power(base: usize, first: usize, second: usize, count: usize) -> u32 {
    let mut power = 0;
    let mut a = 2 * base + first;
    let mut b = a + first + second;
    loop {
        power += 1;
        if a >= count {
            a -= count;
            b -= count;
        } else if b >= count {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::timsort;
    use crate::exception::value_error;

    /// Numbers that look random, always the same ones.
    fn numbers(count: usize, limit: u64) -> Vec<u64> {
        let mut state = 88_172_645_463_325_252_u64;
        let next = |_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state % limit
        };
        (0..count).map(next).collect()
    }

    #[test]
    fn sorts_and_keeps_the_order_of_equal_items() {
        for (count, limit) in [(0, 1), (1, 1), (2, 5), (63, 10), (64, 1000), (1000, 7), (5000, 100_000)] {
            for reverse in [false, true] {
                let pairs: Vec<(u64, usize)> =
                    numbers(count, limit).into_iter().enumerate().map(|(at, n)| (n, at)).collect();
                let (mut ours, mut expected) = (pairs.clone(), pairs);
                timsort(&mut ours, reverse, |a, b| Ok(a.0 < b.0)).expect("nothing raises");
                expected.sort_by(|a, b| if reverse { b.0.cmp(&a.0) } else { a.0.cmp(&b.0) });
                assert_eq!(ours, expected, "{count} items");
            }
        }
    }

    #[test]
    fn gallops_through_runs() {
        let mut ours: Vec<u64> = (0..500).chain(100..700).chain(0..3).collect();
        let mut expected = ours.clone();
        timsort(&mut ours, false, |a, b| Ok(a < b)).expect("nothing raises");
        expected.sort_unstable();
        assert_eq!(ours, expected);
    }

    #[test]
    fn nothing_is_lost_where_comparing_raises() {
        for limit in [0, 1, 50, 300, 1500] {
            let mut ours = numbers(300, 90);
            let mut expected = ours.clone();
            let mut calls = 0;
            let _ = timsort(&mut ours, true, |a, b| {
                calls += 1;
                if calls > limit { Err(value_error("enough")) } else { Ok(a < b) }
            });
            ours.sort_unstable();
            expected.sort_unstable();
            assert_eq!(ours, expected);
        }
    }
}
