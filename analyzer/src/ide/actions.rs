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

    #[test]
    fn all_at_once() {
        let analysis = analysis(&format!("{HEAD}    a = s.uper()\n    return a + s.lowr()\n"));
        let edits: Vec<String> = fix_all(&analysis, FileId(0)).into_iter().map(|edit| edit.text).collect();
        assert_eq!(edits, ["upper", "lower"]);
    }
}
