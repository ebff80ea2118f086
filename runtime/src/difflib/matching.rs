//! The matching itself, of numbers that stand for the elements.

use rustc_hash::{FxHashMap, FxHashSet};

use super::ratio;
use crate::exception::Fallible;

/// An operation that makes the second sequence of the first: its name, and the ranges of both.
pub type Opcode = (&'static str, usize, usize, usize, usize);

/// As an [`Opcode`], with places that may lie before the start.
pub type WideOpcode = (&'static str, i64, i64, i64, i64);

/// Two sequences, and where each element of the second stands.
pub struct Matcher {
    a: Vec<u32>,
    b: Vec<u32>,
    places: FxHashMap<u32, Vec<usize>>,
    junk: FxHashSet<u32>,
}

impl Matcher {
    /// Of two sequences; what is junk, or with `autojunk` very common, begins no match.
    ///
    /// # Errors
    /// What the test for junk raises.
    pub fn new(
        a: Vec<u32>,
        b: Vec<u32>,
        autojunk: bool,
        mut is_junk: impl FnMut(usize) -> Fallible<bool>,
    ) -> Fallible<Self> {
        let mut places: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        let mut order = Vec::new();
        for (place, element) in b.iter().enumerate() {
            let of_element = places.entry(*element).or_default();
            if of_element.is_empty() {
                order.push(place);
            }
            of_element.push(place);
        }
        let mut junk = FxHashSet::default();
        for place in order {
            if is_junk(place)? {
                junk.insert(b[place]);
                places.remove(&b[place]);
            }
        }
        if autojunk && b.len() >= 200 {
            let most = b.len() / 100 + 1;
            places.retain(|_, places| places.len() <= most);
        }
        Ok(Self { a, b, places, junk })
    }

    /// Another first sequence.
    pub fn set_first(&mut self, a: Vec<u32>) {
        self.a = a;
    }

    /// The lengths of the two.
    pub fn lengths(&self) -> (usize, usize) {
        (self.a.len(), self.b.len())
    }

    /// The longest match within two ranges: its places in both, and its length.
    pub fn longest(&self, a: std::ops::Range<usize>, b: std::ops::Range<usize>) -> (usize, usize, usize) {
        let (mut i, mut j, mut size) = (a.start, b.start, 0);
        // The length of the match that ends with an element of `b`, for the last element of `a`.
        let mut lengths: FxHashMap<usize, usize> = FxHashMap::default();
        for at in a.clone() {
            let mut next = FxHashMap::default();
            for &place in self.places.get(&self.a[at]).into_iter().flatten() {
                if place < b.start {
                    continue;
                }
                if place >= b.end {
                    break;
                }
                let before = place.checked_sub(1).and_then(|place| lengths.get(&place)).copied().unwrap_or(0);
                next.insert(place, before + 1);
                if before + 1 > size {
                    (i, j, size) = (at - before, place - before, before + 1);
                }
            }
            lengths = next;
        }
        // What is common, and then what is junk, is no beginning of a match, but may widen one.
        for widens_by_junk in [false, true] {
            let fits = |i: usize, j: usize| self.junk.contains(&self.b[j]) == widens_by_junk && self.a[i] == self.b[j];
            while i > a.start && j > b.start && fits(i - 1, j - 1) {
                (i, j, size) = (i - 1, j - 1, size + 1);
            }
            while i + size < a.end && j + size < b.end && fits(i + size, j + size) {
                size += 1;
            }
        }
        (i, j, size)
    }

    /// All matches in order, and at the end one of nothing.
    pub fn blocks(&self) -> Vec<(usize, usize, usize)> {
        let mut found = Vec::new();
        let mut queue = vec![(0..self.a.len(), 0..self.b.len())];
        while let Some((a, b)) = queue.pop() {
            let (i, j, size) = self.longest(a.clone(), b.clone());
            if size == 0 {
                continue;
            }
            found.push((i, j, size));
            if a.start < i && b.start < j {
                queue.push((a.start..i, b.start..j));
            }
            if i + size < a.end && j + size < b.end {
                queue.push((i + size..a.end, j + size..b.end));
            }
        }
        found.sort_unstable();
        let mut blocks: Vec<(usize, usize, usize)> = Vec::new();
        for (i, j, size) in found {
            match blocks.last_mut() {
                Some(last) if last.0 + last.2 == i && last.1 + last.2 == j => last.2 += size,
                _ => blocks.push((i, j, size)),
            }
        }
        blocks.push((self.a.len(), self.b.len(), 0));
        blocks
    }

    /// The operations that make the second sequence of the first.
    pub fn opcodes(&self) -> Vec<Opcode> {
        let (mut i, mut j) = (0, 0);
        let mut codes = Vec::new();
        for (a, b, size) in self.blocks() {
            match (i < a, j < b) {
                (true, true) => codes.push(("replace", i, a, j, b)),
                (true, false) => codes.push(("delete", i, a, j, b)),
                (false, true) => codes.push(("insert", i, a, j, b)),
                (false, false) => {}
            }
            (i, j) = (a + size, b + size);
            if size > 0 {
                codes.push(("equal", a, i, b, j));
            }
        }
        codes
    }

    /// The operations in groups, each with up to `n` elements of context.
    pub fn grouped_opcodes(&self, n: i64) -> Vec<Vec<WideOpcode>> {
        let wide = |(tag, i, a, j, b): Opcode| (tag, i as i64, a as i64, j as i64, b as i64);
        let mut codes: Vec<_> = self.opcodes().into_iter().map(wide).collect();
        if codes.is_empty() {
            codes.push(("equal", 0, 1, 0, 1));
        }
        if let Some(first) = codes.first_mut().filter(|code| code.0 == "equal") {
            let (tag, i1, i2, j1, j2) = *first;
            *first = (tag, i1.max(i2 - n), i2, j1.max(j2 - n), j2);
        }
        if let Some(last) = codes.last_mut().filter(|code| code.0 == "equal") {
            let (tag, i1, i2, j1, j2) = *last;
            *last = (tag, i1, i2.min(i1 + n), j1, j2.min(j1 + n));
        }
        let (mut groups, mut group) = (Vec::new(), Vec::new());
        for (tag, mut i1, i2, mut j1, j2) in codes {
            if tag == "equal" && i2 - i1 > n + n {
                group.push((tag, i1, i2.min(i1 + n), j1, j2.min(j1 + n)));
                groups.push(std::mem::take(&mut group));
                (i1, j1) = (i1.max(i2 - n), j1.max(j2 - n));
            }
            group.push((tag, i1, i2, j1, j2));
        }
        if !(group.is_empty() || group.len() == 1 && group[0].0 == "equal") {
            groups.push(group);
        }
        groups
    }

    /// How much of both is in the matches.
    pub fn ratio(&self) -> f64 {
        let matches = self.blocks().iter().map(|(.., size)| size).sum();
        ratio(matches, self.a.len() + self.b.len())
    }

    /// The same if their order did not count: never less.
    pub fn quick_ratio(&self) -> f64 {
        let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
        for element in &self.b {
            *counts.entry(*element).or_default() += 1;
        }
        let taken = |element: &&u32| match counts.get_mut(element) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        };
        ratio(self.a.iter().filter(taken).count(), self.a.len() + self.b.len())
    }

    /// The same if only their lengths counted: never less.
    pub fn real_quick_ratio(&self) -> f64 {
        ratio(self.a.len().min(self.b.len()), self.a.len() + self.b.len())
    }
}
