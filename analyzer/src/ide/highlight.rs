//! Document highlights: the mentions of the name under the cursor in its file.

use super::{Position, references, referent_at};
use crate::analysis::Analysis;
use crate::source::Span;

/// A mention in the same file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Highlight {
    /// Where it stands.
    pub span: Span,
    /// Whether the name is bound there.
    pub is_write: bool,
}

/// The mentions of what stands at a position, in its file.
pub fn highlights(analysis: &Analysis, position: Position) -> Vec<Highlight> {
    let Some(referent) = referent_at(analysis, position) else { return Vec::new() };
    references(analysis, &referent)
        .into_iter()
        .filter(|reference| reference.span.file == position.file)
        .map(|reference| Highlight { span: reference.span, is_write: reference.is_declaration })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::at_cursor;

    #[test]
    fn reads_and_writes_are_told_apart() {
        let (analysis, position) = at_cursor("def f():\n    to$0tal = 0\n    total = total + 1\n");
        let writes: Vec<bool> = highlights(&analysis, position).iter().map(|highlight| highlight.is_write).collect();
        assert_eq!(writes, [true, true, false]);
    }
}
