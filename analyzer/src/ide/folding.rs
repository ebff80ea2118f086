//! Folding: what an editor can fold away.

use rustpython_ast as ast;
use rustpython_ast::AnyNodeRef;
use rustpython_text_size::{Ranged, TextRange};

use super::nodes;
use crate::analysis::Analysis;
use crate::source::{FileId, Span};
use crate::syntax::span;

/// A part of a file that can be folded: from the end of its first line to the end of its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fold {
    /// What is folded.
    pub span: Span,
    /// What it is.
    pub kind: FoldKind,
}

/// What is folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoldKind {
    /// A block or a display over several lines.
    Code,
    /// Imports that follow one another.
    Imports,
    /// A text over several lines, such as a docstring, or comments that follow one another.
    Comment,
}

/// What can be folded in a file.
pub fn folds(analysis: &Analysis, file: FileId) -> Vec<Fold> {
    let mut folds = Vec::new();
    let source = analysis.file(file);
    let mut add = |range: TextRange, kind: FoldKind| {
        let span = span(file, range);
        if source.line(span.start) < source.line(span.end) {
            folds.push(Fold { span, kind });
        }
    };
    nodes::each(analysis.body(file), |node| match node {
        AnyNodeRef::StmtFunctionDef(node) => {
            add(from_header(node.range(), node.name.range(), &node.body), FoldKind::Code)
        }
        AnyNodeRef::StmtClassDef(node) => add(from_header(node.range(), node.name.range(), &node.body), FoldKind::Code),
        AnyNodeRef::StmtFor(node) => add(block(node.start(), &node.body), FoldKind::Code),
        AnyNodeRef::StmtWhile(node) => add(block(node.start(), &node.body), FoldKind::Code),
        AnyNodeRef::StmtIf(node) => add(block(node.start(), &node.body), FoldKind::Code),
        AnyNodeRef::ElifElseClause(node) => add(node.range(), FoldKind::Code),
        AnyNodeRef::StmtWith(node) => add(node.range(), FoldKind::Code),
        AnyNodeRef::StmtTry(node) => add(block(node.start(), &node.body), FoldKind::Code),
        AnyNodeRef::ExceptHandlerExceptHandler(node) => add(node.range(), FoldKind::Code),
        AnyNodeRef::StmtMatch(node) => add(node.range(), FoldKind::Code),
        AnyNodeRef::MatchCase(node) => add(node.range(), FoldKind::Code),
        AnyNodeRef::ExprList(node) => add(node.range(), FoldKind::Code),
        AnyNodeRef::ExprDict(node) => add(node.range(), FoldKind::Code),
        AnyNodeRef::ExprSet(node) => add(node.range(), FoldKind::Code),
        AnyNodeRef::ExprListComp(node) => add(node.range(), FoldKind::Code),
        AnyNodeRef::ExprDictComp(node) => add(node.range(), FoldKind::Code),
        AnyNodeRef::ExprTuple(node) => add(node.range(), FoldKind::Code),
        AnyNodeRef::Arguments(node) => add(node.range(), FoldKind::Code),
        AnyNodeRef::StmtExpr(node) if node.value.is_string_literal_expr() => add(node.range(), FoldKind::Comment),
        _ => {}
    });
    let mut imports: Option<TextRange> = None;
    for statement in analysis.body(file) {
        match (statement, imports) {
            (ast::Stmt::Import(_) | ast::Stmt::ImportFrom(_), Some(before)) => {
                imports = Some(before.cover(statement.range()))
            }
            (ast::Stmt::Import(_) | ast::Stmt::ImportFrom(_), None) => imports = Some(statement.range()),
            (_, before) => {
                before.into_iter().for_each(|range| add(range, FoldKind::Imports));
                imports = None;
            }
        }
    }
    imports.into_iter().for_each(|range| add(range, FoldKind::Imports));
    comments(&source.text).into_iter().for_each(|range| add(range, FoldKind::Comment));
    folds
}

/// A definition without its decorators.
fn from_header(range: TextRange, name: TextRange, body: &[ast::Stmt]) -> TextRange {
    let end = body.last().map_or(range.end(), Ranged::end);
    TextRange::new(name.start(), end)
}

fn block(start: rustpython_text_size::TextSize, body: &[ast::Stmt]) -> TextRange {
    TextRange::new(start, body.last().map_or(start, Ranged::end))
}

/// Lines of comments that follow one another.
fn comments(text: &str) -> Vec<TextRange> {
    let mut runs = Vec::new();
    let mut run: Option<(usize, usize, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.trim_end().len();
        if line.trim_start().starts_with('#') {
            let (start, _, lines) = run.unwrap_or((at + line.len() - line.trim_start().len(), end, 0));
            run = Some((start, end, lines + 1));
        } else if let Some(done) = run.take() {
            runs.push(done);
        }
        at += line.len();
    }
    runs.extend(run);
    let range = |start: usize, end: usize| TextRange::new((start as u32).into(), (end as u32).into());
    runs.into_iter().filter(|(.., lines)| *lines > 1).map(|(start, end, _)| range(start, end)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::analysis;

    #[test]
    fn blocks_imports_and_comments_fold() {
        let source = "import math\nimport numpy\n\n# one\n# two\n\ndef f(x):\n    \"\"\"A\n    doc.\"\"\"\n    for i in x:\n        print(\n            i\n        )\n";
        let analysis = analysis(source);
        let file = analysis.file(FileId(0));
        let mut lines: Vec<_> = folds(&analysis, FileId(0))
            .iter()
            .map(|fold| (file.line(fold.span.start), file.line(fold.span.end), fold.kind))
            .collect();
        lines.sort_by_key(|(start, end, _)| (*start, *end));
        use FoldKind::*;
        assert_eq!(
            lines,
            [(1, 2, Imports), (4, 5, Comment), (7, 13, Code), (8, 9, Comment), (10, 13, Code), (11, 13, Code)]
        );
    }
}
