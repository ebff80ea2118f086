//! Rename of locals, parameters, functions and other names of the project.

use super::{Edit, Position, Reference, Referent, references, referent_at};
use crate::analysis::Analysis;
use crate::source::Span;
use crate::syntax::span;

/// Why a name is not renamed, in the user's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotRenamed(pub String);

/// The name at a position, if it can be renamed.
///
/// # Errors
/// Where there is no name, or it is one of the catalog's.
pub fn renamable(analysis: &Analysis, position: Position) -> Result<Span, NotRenamed> {
    match referent_at(analysis, position) {
        None => Err(NotRenamed("there is no name here that can be renamed".into())),
        Some(Referent::Catalog(_)) => Err(NotRenamed("this name belongs to a library, not to the project".into())),
        Some(referent) => references(analysis, &referent)
            .into_iter()
            .map(|reference| reference.span)
            .find(|place| place.file == position.file && place.contains(position.offset))
            .ok_or_else(|| NotRenamed("this name cannot be followed".into())),
    }
}

/// The edits that give the name at a position another name.
///
/// # Errors
/// Where the name cannot be renamed, the new one is none, or it is taken where the old one is seen.
pub fn rename(analysis: &Analysis, position: Position, new: &str) -> Result<Vec<Edit>, NotRenamed> {
    let old = renamable(analysis, position)?;
    if !is_name(new) {
        return Err(NotRenamed(format!("`{new}` is no name")));
    }
    let old = analysis.file(old.file).slice(old).to_owned();
    let referent = referent_at(analysis, position).expect("it was just found");
    let places = references(analysis, &referent);
    if let Some(taken) = taken(analysis, &places, new) {
        let file = analysis.file(taken.file);
        return Err(NotRenamed(format!("`{new}` is another name already, in line {}", file.line(taken.start))));
    }
    let edits = places
        .into_iter()
        // `from m import old as other` leaves the mentions of `other` as they are.
        .filter(|place| analysis.file(place.span.file).slice(place.span) == old)
        .map(|place| Edit { span: place.span, text: new.to_owned() })
        .collect();
    Ok(edits)
}

/// A mention of the new name that would come to mean the renamed thing, or the other way round.
fn taken(analysis: &Analysis, places: &[Reference], new: &str) -> Option<Span> {
    analysis.ids().find_map(|file| {
        let names = analysis.names(file);
        let here = places.iter().filter(|place| place.span.file == file);
        here.filter_map(|place| names.at(place.span.start)).find_map(|mention| {
            let clash = names.occurrences.iter().find(|other| {
                other.name == new
                    && (other.within == mention.within || other.owner.is_some() && other.owner == mention.owner)
            })?;
            Some(span(file, clash.range))
        })
    })
}

fn is_name(text: &str) -> bool {
    let mut characters = text.chars();
    let first = characters.next().is_some_and(|first| first == '_' || first.is_alphabetic());
    first && characters.all(|character| character == '_' || character.is_alphanumeric()) && !KEYWORDS.contains(&text)
}

/// Python's keywords.
pub(super) const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::at_cursor;

    fn renamed(source: &str, new: &str) -> Result<String, String> {
        let (analysis, position) = at_cursor(source);
        let mut edits = rename(&analysis, position, new).map_err(|error| error.0)?;
        edits.sort();
        let mut text = analysis.text(position.file).to_owned();
        for edit in edits.into_iter().rev().filter(|edit| edit.span.file == position.file) {
            text.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
        }
        Ok(text)
    }

    #[test]
    fn a_parameter_and_the_keywords_of_calls() {
        let source = "def f(x$0: int):\n    return x + x\nf(x=1)\n";
        assert_eq!(renamed(source, "size").unwrap(), "def f(size: int):\n    return size + size\nf(size=1)\n");
    }

    #[test]
    fn a_function_but_not_what_hides_it() {
        let source = "def f(): return 1\ndef g(f):\n    return f\nf$0()\n";
        assert_eq!(renamed(source, "one").unwrap(), "def one(): return 1\ndef g(f):\n    return f\none()\n");
    }

    #[test]
    fn refuses_what_would_change_the_program() {
        assert_eq!(
            renamed("def f(a$0, b):\n    return a + b\n", "b").unwrap_err(),
            "`b` is another name already, in line 1"
        );
        assert_eq!(renamed("def f(a$0):\n    return a\n", "class").unwrap_err(), "`class` is no name");
        assert!(renamed("pri$0nt(1)\n", "show").is_err());
    }
}
