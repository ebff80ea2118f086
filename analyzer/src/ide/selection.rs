//! Selection ranges: the constructs around the cursor, each within the next.

use rustpython_text_size::Ranged;

use super::{Position, nodes};
use crate::analysis::Analysis;
use crate::source::Span;
use crate::syntax::span;

/// The ranges around a position, the innermost first; the last is the whole file.
pub fn selection_ranges(analysis: &Analysis, position: Position) -> Vec<Span> {
    let file = position.file;
    let mut ranges: Vec<Span> = Vec::new();
    if let Some(word) = word_at(analysis.text(file), position.offset) {
        ranges.push(Span { file, start: word.0, end: word.1 });
    }
    let nodes = nodes::path_at(analysis.body(file), position.offset);
    ranges.extend(nodes.iter().rev().map(|node| span(file, node.range())));
    ranges.push(Span { file, start: 0, end: analysis.text(file).len() as u32 });
    let mut nested: Vec<Span> = Vec::new();
    for range in ranges {
        let holds = |inner: &Span| range.start <= inner.start && inner.end <= range.end && range != *inner;
        if nested.last().is_none_or(holds) {
            nested.push(range);
        }
    }
    nested
}

fn word_at(text: &str, offset: u32) -> Option<(u32, u32)> {
    let (before, after) = text.split_at_checked(offset as usize)?;
    let is_word = |character: char| character == '_' || character.is_alphanumeric();
    let start = before.trim_end_matches(is_word).len();
    let end = text.len() - after.trim_start_matches(is_word).len();
    (start < end).then_some((start as u32, end as u32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::at_cursor;

    #[test]
    fn from_the_word_to_the_file() {
        let (analysis, position) = at_cursor("x = [1, fo$0o(2) + 3]\n");
        let file = analysis.file(position.file);
        let texts: Vec<&str> = selection_ranges(&analysis, position).into_iter().map(|span| file.slice(span)).collect();
        assert_eq!(
            texts,
            ["foo", "foo(2)", "foo(2) + 3", "[1, foo(2) + 3]", "x = [1, foo(2) + 3]", "x = [1, foo(2) + 3]\n"]
        );
    }
}
