//! `ndiff`: differences of lines, and within lines that are alike (class `Differ` of CPython's Lib/difflib.py).

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::characters;
use super::matching::Matcher;
use crate::exception::Fallible;
use crate::list::{self, List};
use crate::object::Iter;
use crate::str::Str;

/// Lines that are as alike as this are shown as one that was changed.
const ALIKE: f64 = 0.75;
/// What a pair of lines has to be better than.
const BEST_SO_FAR: f64 = 0.74;

/// A range of lines of the first text, and one of the second.
type Block = (std::ops::Range<usize>, std::ops::Range<usize>);

/// What is still to be written, the next last.
enum Task {
    /// A block of which each side may hold nothing.
    Compare(Block),
    /// A pair of lines that are alike, or equal.
    Pair(usize, usize),
}

struct Differ<'l> {
    a: &'l [Str],
    b: &'l [Str],
    lines: Vec<Str>,
}

/// `ndiff(a, b)`.
///
/// # Errors
/// None: lists of lines can be compared.
pub fn ndiff(a: &List<Str>, b: &List<Str>) -> Fallible<impl Iter<Item = Str> + use<>> {
    let (a, b) = (a.to_vec(), b.to_vec());
    let mut known: IndexSet<&str, FxBuildHasher> = IndexSet::default();
    let mut numbers = a.iter().chain(&b).map(|line| known.insert_full(line.as_str()).0 as u32);
    let first: Vec<u32> = numbers.by_ref().take(a.len()).collect();
    let second = numbers.collect();
    let mut differ = Differ { a: &a, b: &b, lines: Vec::new() };
    for (tag, i1, i2, j1, j2) in Matcher::new(first, second, true, |_| Ok(false))?.opcodes() {
        match tag {
            "replace" => differ.replace((i1..i2, j1..j2))?,
            "delete" => differ.dump("-", &a[i1..i2]),
            "insert" => differ.dump("+", &b[j1..j2]),
            _ => differ.dump(" ", &a[i1..i2]),
        }
    }
    Ok(list::iter(&list::from_vec(differ.lines)))
}

/// Compares characters, of which white space begins no match.
fn cruncher(first: &Str, second: &Str) -> Fallible<Matcher> {
    let b = characters(second);
    let is_blank: Vec<bool> = second.as_str().chars().map(|c| c == ' ' || c == '\t').collect();
    Matcher::new(characters(first), b, true, |place| Ok(is_blank[place]))
}

impl Differ<'_> {
    fn write(&mut self, line: String) {
        self.lines.push(Str::from(line));
    }

    fn dump(&mut self, mark: &str, lines: &[Str]) {
        self.lines.extend(lines.iter().map(|line| Str::from(format!("{mark} {}", line.as_str()))));
    }

    /// Lines that stand in the place of others: around the two that are most alike the rest is compared again.
    fn replace(&mut self, block: Block) -> Fallible<()> {
        let mut tasks = vec![Task::Compare(block)];
        while let Some(task) = tasks.pop() {
            match task {
                Task::Pair(i, j) => self.pair(i, j)?,
                Task::Compare((a, b)) if b.is_empty() => self.dump("-", &self.a[a]),
                Task::Compare((a, b)) if a.is_empty() => self.dump("+", &self.b[b]),
                Task::Compare((a, b)) => match self.synchronised(&a, &b)? {
                    Some((i, j)) => tasks.extend([
                        Task::Compare((i + 1..a.end, j + 1..b.end)),
                        Task::Pair(i, j),
                        Task::Compare((a.start..i, b.start..j)),
                    ]),
                    // The shorter side comes first.
                    None if b.len() < a.len() => {
                        self.dump("+", &self.b[b]);
                        self.dump("-", &self.a[a]);
                    }
                    None => {
                        self.dump("-", &self.a[a]);
                        self.dump("+", &self.b[b]);
                    }
                },
            }
        }
        Ok(())
    }

    /// The two lines that are most alike, or else the first two that are equal.
    fn synchronised(&self, a: &std::ops::Range<usize>, b: &std::ops::Range<usize>) -> Fallible<Option<(usize, usize)>> {
        let (mut best, mut equal) = ((BEST_SO_FAR, None), None);
        for j in b.clone() {
            let mut matcher = cruncher(&Str::literal(""), &self.b[j])?;
            for i in a.clone() {
                if self.a[i] == self.b[j] {
                    equal = equal.or(Some((i, j)));
                    continue;
                }
                matcher.set_first(characters(&self.a[i]));
                if matcher.real_quick_ratio() > best.0 && matcher.quick_ratio() > best.0 {
                    let ratio = matcher.ratio();
                    if ratio > best.0 {
                        best = (ratio, Some((i, j)));
                    }
                }
            }
        }
        Ok(if best.0 < ALIKE { equal } else { best.1 })
    }

    /// Two lines, and where they differ.
    fn pair(&mut self, i: usize, j: usize) -> Fallible<()> {
        let (first, second) = (&self.a[i], &self.b[j]);
        if first == second {
            self.write(format!("  {}", first.as_str()));
            return Ok(());
        }
        let (mut of_first, mut of_second) = (String::new(), String::new());
        for (tag, i1, i2, j1, j2) in cruncher(first, second)?.opcodes() {
            let (a, b) = match tag {
                "replace" => ('^', '^'),
                "delete" => ('-', '-'),
                "insert" => ('+', '+'),
                _ => (' ', ' '),
            };
            of_first.extend(std::iter::repeat_n(a, i2 - i1));
            of_second.extend(std::iter::repeat_n(b, j2 - j1));
        }
        let (first, second) = (first.clone(), second.clone());
        for (mark, line, tags) in [('-', first, of_first), ('+', second, of_second)] {
            let hints = hints(line.as_str(), &tags);
            self.write(format!("{mark} {}", line.as_str()));
            if !hints.is_empty() {
                self.write(format!("? {hints}\n"));
            }
        }
        Ok(())
    }
}

/// The marks below a line, with the white space of the line where nothing is marked.
fn hints(line: &str, tags: &str) -> String {
    let marks = line.chars().zip(tags.chars());
    let marks = marks.map(|(c, tag)| if tag == ' ' && crate::unicode::is_space(c) { c } else { tag });
    let marks: String = marks.collect();
    marks.trim_end_matches(crate::unicode::is_space).to_owned()
}
