//! Code lenses: what stands above each predictor.

use std::collections::BTreeSet;

use super::nodes;
use super::resolve::{Resolver, is_predictor};
use crate::analysis::{Analysis, Meaning};
use crate::diagnostics::{Code, Severity};
use crate::source::{FileId, Span};
use crate::syntax::span;

/// A predictor and whether it compiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lens {
    /// Its name in the `def`.
    pub span: Span,
    /// The whole `def`.
    pub full: Span,
    /// Its name.
    pub predictor: String,
    /// Whether it compiles.
    pub readiness: Readiness,
}

/// Whether a predictor compiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readiness {
    /// It does.
    Ready,
    /// It does as far as can be told before the module is run.
    NeedsCapture,
    /// This many errors are in the way.
    Problems(usize),
}

/// The predictors of a file.
pub fn lenses(analysis: &Analysis, file: FileId) -> Vec<Lens> {
    let resolver = Resolver::new(analysis, file);
    nodes::functions(analysis.body(file))
        .into_iter()
        .filter(|function| is_predictor(&resolver, function))
        .map(|function| Lens {
            span: span(file, &function.name),
            full: span(file, function),
            predictor: function.name.to_string(),
            readiness: readiness(analysis, span(file, function)),
        })
        .collect()
}

/// Whether the predictor with this definition compiles.
pub(super) fn readiness(analysis: &Analysis, definition: Span) -> Readiness {
    let reached = reach(analysis, definition);
    let inside = |place: Span| {
        reached.iter().any(|span| span.file == place.file && span.start <= place.start && place.end <= span.end)
    };
    let errors = || analysis.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let own = errors().filter(|diagnostic| inside(diagnostic.span)).count();
    // An error elsewhere keeps the whole file from being compiled.
    match (own, errors().count()) {
        (0, 0) => {
            let is_open = |diagnostic: &&crate::Diagnostic| {
                diagnostic.code == Code::GlobalNeedsCapture && inside(diagnostic.span)
            };
            match analysis.diagnostics.iter().find(is_open) {
                Some(_) => Readiness::NeedsCapture,
                None => Readiness::Ready,
            }
        }
        (0, others) => Readiness::Problems(others),
        (own, _) => Readiness::Problems(own),
    }
}

/// The definitions of a function and of all functions that it reaches.
pub(super) fn reach(analysis: &Analysis, definition: Span) -> BTreeSet<Span> {
    let mut reached = BTreeSet::new();
    let mut next = vec![definition];
    while let Some(function) = next.pop() {
        if !reached.insert(function) {
            continue;
        }
        let within = Span { end: function.start, ..function }..=Span { start: function.end, ..function };
        next.extend(analysis.meanings.range(within).filter_map(|(_, meaning)| match meaning {
            Meaning::Function(other) => Some(*other),
            _ => None,
        }));
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::analysis;

    fn found(source: &str) -> Vec<(String, Readiness)> {
        let analysis = analysis(&format!("from hotforge import compile\n{source}"));
        lenses(&analysis, FileId(0)).into_iter().map(|lens| (lens.predictor, lens.readiness)).collect()
    }

    #[test]
    fn each_predictor_has_one() {
        let source = "@compile()\ndef a(x: int) -> int: return x\ndef b(x): return x\n@compile()\ndef c(x: int) -> int: return b(x)\n";
        assert_eq!(found(source), [("a".into(), Readiness::Ready), ("c".into(), Readiness::Ready)]);
    }

    #[test]
    fn problems_are_counted_where_the_predictor_reaches() {
        let source = "@compile()\ndef a(x: int) -> int:\n    return b(x)\ndef b(x):\n    return x.foo + nothing\n";
        assert_eq!(found(source), [("a".into(), Readiness::Problems(2))]);
    }

    #[test]
    fn globals_may_have_to_be_captured() {
        let source = "import os\nN = os.getpid()\n@compile()\ndef a(x: int) -> int:\n    return x + N\n";
        assert_eq!(found(source), [("a".into(), Readiness::NeedsCapture)]);
    }
}
