//! Code actions: the edits that diagnostics offer, one by one and all at once.

use super::Edit;
use crate::analysis::Analysis;
use crate::diagnostics::Diagnostic;
use crate::source::{FileId, Span};

/// An edit that mends a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// What it does, as a command.
    pub title: String,
    /// The problem: an index into the analysis's diagnostics.
    pub diagnostic: usize,
    /// The change.
    pub edit: Edit,
}

/// The fixes of the problems that touch a range.
pub fn actions(analysis: &Analysis, range: Span) -> Vec<Action> {
    let touches = |span: Span| span.file == range.file && span.start <= range.end && range.start <= span.end;
    let near = analysis.diagnostics.iter().enumerate().filter(|(_, diagnostic)| touches(diagnostic.span));
    near.filter_map(|(index, diagnostic)| {
        let (title, edit) = fix(diagnostic)?;
        Some(Action { title, diagnostic: index, edit })
    })
    .collect()
}

/// Every fix of a file that does not overlap another, in source order.
pub fn fix_all(analysis: &Analysis, file: FileId) -> Vec<Edit> {
    let all = analysis.diagnostics.iter().filter(|diagnostic| diagnostic.span.file == file).filter_map(fix);
    let mut edits: Vec<Edit> = all.map(|(_, edit)| edit).collect();
    edits.sort();
    let mut end = None;
    edits.retain(|edit| {
        let fits = end.is_none_or(|end| end <= edit.span.start);
        if fits {
            end = Some(edit.span.end.max(edit.span.start + 1));
        }
        fits
    });
    edits
}

fn fix(diagnostic: &Diagnostic) -> Option<(String, Edit)> {
    let fix = diagnostic.fix.as_ref()?;
    Some((fix.title.clone(), Edit { span: fix.span, text: fix.replacement.clone() }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::{analysis, at_cursor};

    const HEAD: &str = "from hotforge import compile\n@compile()\ndef f(s: str) -> str:\n";

    #[test]
    fn a_misspelt_method_is_mended() {
        let (analysis, position) = at_cursor(&format!("{HEAD}    return s.uper$0()\n"));
        let here = Span { file: position.file, start: position.offset, end: position.offset };
        let action = actions(&analysis, here).pop().expect("there is a fix");
        assert_eq!((action.title.as_str(), action.edit.text.as_str()), ("Replace by `upper`", "upper"));
        assert_eq!(analysis.file(FileId(0)).slice(action.edit.span), "uper");
    }

    /// What the fixes of a predictor's signature write, each with what it stands for.
    fn proposed(source: &str) -> Vec<String> {
        let analysis = analysis(source);
        let edits = fix_all(&analysis, FileId(0));
        edits
            .into_iter()
            .map(|edit| format!("{} -> {}", analysis.file(FileId(0)).slice(edit.span), edit.text))
            .collect()
    }

    #[test]
    fn a_loose_annotation_is_what_examples_and_calls_show() {
        let source = r#"
from typing import Any, List, Optional, Sequence
import numpy as np
from hotforge import compile

@compile()
def f(a: list, b: dict, c: Sequence, d: Optional[list] = None, e=(1, "a"), g: list[list] = None) -> int:
    """
    >>> f([1, 2], {"a": 1}, ("x", "y"), e=(2, "b"))
    3
    >>> rows = [["a"],
    ...         []]
    >>> f([], {"b": 2.5}, ["x"], [1, 2.5], g=rows)
    """
    return 1

@compile()
def h(matrix: np.ndarray, v: tuple, w: Any, z: List, untold: list, mixed: list) -> int:
    return 1

M = [[1, 2], [3, 4]]
print(h(np.array(M), (1, 2), {"x": [1]}, ["a"] * 3, [], [1, "a"]))
print(h(np.array([[1]]), (1, 2, 3), {"x": [None]}, "a b".split(), list(), (1, 2)))
"#;
        let wanted = [
            "list -> list[int]",
            "dict -> dict[str, float]",
            "Sequence -> Sequence[str]",
            "list -> list[float]",
            "e -> e: tuple[int, str]",
            "list -> list[str]",
            "np.ndarray -> np.ndarray[tuple[int, int], np.dtype[np.int64]]",
            "tuple -> tuple[int, ...]",
            "Any -> dict[str, list[int | None]]",
            "List -> List[str]",
        ];
        assert_eq!(proposed(source), wanted);
    }

    #[test]
    fn nothing_is_proposed_where_nothing_tells() {
        let source = "from hotforge import compile\n@compile()\ndef f(a: list, b) -> int:\n    return 1\nx = input()\nf(x, [])\n";
        assert_eq!(proposed(source), Vec::<String>::new());
    }

    #[test]
    fn all_at_once() {
        let analysis = analysis(&format!("{HEAD}    a = s.uper()\n    return a + s.lowr()\n"));
        let edits: Vec<String> = fix_all(&analysis, FileId(0)).into_iter().map(|edit| edit.text).collect();
        assert_eq!(edits, ["upper", "lower"]);
    }
}
