//! Differences of lines, as `diff` shows them.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::matching::Matcher;
use crate::exception::Fallible;
use crate::list::{self, List};
use crate::object::Iter;
use crate::str::Str;

type Group = Vec<(&'static str, i64, i64, i64, i64)>;

/// What is compared, and how it is called.
struct Files<'a> {
    a: Vec<Str>,
    b: Vec<Str>,
    heads: [(&'a Str, &'a Str); 2],
    lineterm: &'a Str,
}

impl Files<'_> {
    fn groups(&self, n: i64) -> Fallible<Vec<Group>> {
        let mut known: IndexSet<&str, FxBuildHasher> = IndexSet::default();
        let mut numbers = self.a.iter().chain(&self.b).map(|line| known.insert_full(line.as_str()).0 as u32);
        let a: Vec<u32> = numbers.by_ref().take(self.a.len()).collect();
        let b = numbers.collect();
        Ok(Matcher::new(a, b, true, |_| Ok(false))?.grouped_opcodes(n))
    }

    /// The lines that name the files.
    fn heads(&self, marks: [&str; 2]) -> Vec<String> {
        let line = |((name, date), mark): (&(&Str, &Str), &str)| {
            let date = if date.length() == 0 { String::new() } else { format!("\t{}", date.as_str()) };
            format!("{mark} {}{date}{}", name.as_str(), self.lineterm.as_str())
        };
        self.heads.iter().zip(marks).map(line).collect()
    }
}

/// `unified_diff(a, b, …)`.
///
/// # Errors
/// None: lists of lines can be compared.
#[expect(clippy::too_many_arguments, reason = "the options of Python's function")]
pub fn unified_diff(
    a: &List<Str>,
    b: &List<Str>,
    fromfile: &Str,
    tofile: &Str,
    fromfiledate: &Str,
    tofiledate: &Str,
    n: i64,
    lineterm: &Str,
) -> Fallible<impl Iter<Item = Str> + use<>> {
    let heads = [(fromfile, fromfiledate), (tofile, tofiledate)];
    let files = Files { a: a.to_vec(), b: b.to_vec(), heads, lineterm };
    let mut lines = Vec::new();
    for group in files.groups(n)? {
        if lines.is_empty() {
            lines.extend(files.heads(["---", "+++"]));
        }
        let (first, last) = (group[0], group[group.len() - 1]);
        let (from, to) = (unified_range(first.1, last.2), unified_range(first.3, last.4));
        lines.push(format!("@@ -{from} +{to} @@{}", lineterm.as_str()));
        for (tag, i1, i2, j1, j2) in group {
            match tag {
                "equal" => extend(&mut lines, " ", &files.a, i1, i2),
                _ => {
                    // One of the two ranges is empty where nothing is replaced.
                    extend(&mut lines, "-", &files.a, i1, i2);
                    extend(&mut lines, "+", &files.b, j1, j2);
                }
            }
        }
    }
    Ok(given(lines))
}

/// `context_diff(a, b, …)`.
///
/// # Errors
/// None: lists of lines can be compared.
#[expect(clippy::too_many_arguments, reason = "the options of Python's function")]
pub fn context_diff(
    a: &List<Str>,
    b: &List<Str>,
    fromfile: &Str,
    tofile: &Str,
    fromfiledate: &Str,
    tofiledate: &Str,
    n: i64,
    lineterm: &Str,
) -> Fallible<impl Iter<Item = Str> + use<>> {
    let heads = [(fromfile, fromfiledate), (tofile, tofiledate)];
    let files = Files { a: a.to_vec(), b: b.to_vec(), heads, lineterm };
    let mark = |tag| match tag {
        "insert" => "+ ",
        "delete" => "- ",
        "replace" => "! ",
        _ => "  ",
    };
    let mut lines = Vec::new();
    for group in files.groups(n)? {
        if lines.is_empty() {
            lines.extend(files.heads(["***", "---"]));
        }
        let (first, last) = (group[0], group[group.len() - 1]);
        lines.push(format!("***************{}", lineterm.as_str()));
        lines.push(format!("*** {} ****{}", context_range(first.1, last.2), lineterm.as_str()));
        if group.iter().any(|code| matches!(code.0, "replace" | "delete")) {
            for (tag, i1, i2, ..) in group.iter().filter(|code| code.0 != "insert") {
                extend(&mut lines, mark(tag), &files.a, *i1, *i2);
            }
        }
        lines.push(format!("--- {} ----{}", context_range(first.3, last.4), lineterm.as_str()));
        if group.iter().any(|code| matches!(code.0, "replace" | "insert")) {
            for (tag, .., j1, j2) in group.iter().filter(|code| code.0 != "delete") {
                extend(&mut lines, mark(tag), &files.b, *j1, *j2);
            }
        }
    }
    Ok(given(lines))
}

fn given(lines: Vec<String>) -> impl Iter<Item = Str> {
    list::iter(&list::from_vec(lines.into_iter().map(Str::from).collect()))
}

/// The lines of a slice, with a mark before each.
fn extend(lines: &mut Vec<String>, mark: &str, of: &[Str], start: i64, stop: i64) {
    let length = of.len() as i64;
    let bound = |place: i64| (if place < 0 { (place + length).max(0) } else { place.min(length) }) as usize;
    let (start, stop) = (bound(start), bound(stop));
    lines.extend(of[start..stop.max(start)].iter().map(|line| format!("{mark}{}", line.as_str())));
}

fn unified_range(start: i64, stop: i64) -> String {
    match stop - start {
        1 => format!("{}", start + 1),
        0 => format!("{start},0"),
        length => format!("{},{length}", start + 1),
    }
}

fn context_range(start: i64, stop: i64) -> String {
    let length = stop - start;
    let beginning = if length == 0 { start } else { start + 1 };
    if length <= 1 { format!("{beginning}") } else { format!("{beginning},{}", beginning + length - 1) }
}
