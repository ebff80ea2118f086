//! An open document: the editor's text of a file, and the edits that the editor sends.

use std::sync::Arc;

use tower_lsp::ls_types::{TextDocumentContentChangeEvent, Uri};

use crate::lines::{Encoding, Lines};

/// The text of a file as the editor has it.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its address, as the client writes it.
    pub uri: Uri,
    /// The client's version of it.
    pub version: i32,
    /// Its text.
    pub lines: Lines,
}

impl Document {
    /// A document that was opened.
    pub fn new(uri: Uri, version: i32, text: &str) -> Self {
        Self { uri, version, lines: Lines::of(text.into()) }
    }

    /// The document after the client's edits, which apply one after the other.
    pub fn changed(&self, version: i32, changes: &[TextDocumentContentChangeEvent], encoding: Encoding) -> Self {
        let mut lines = self.lines.clone();
        for change in changes {
            lines = match change.range {
                None => Lines::of(change.text.as_str().into()),
                Some(range) => {
                    let start = lines.offset(range.start, encoding) as usize;
                    let end = (lines.offset(range.end, encoding) as usize).max(start);
                    let text: &str = lines.text();
                    let mut edited = String::with_capacity(text.len() + change.text.len());
                    edited.push_str(&text[..start]);
                    edited.push_str(&change.text);
                    edited.push_str(&text[end..]);
                    Lines::of(edited.into())
                }
            };
        }
        Self { uri: self.uri.clone(), version, lines }
    }

    /// The text.
    pub fn text(&self) -> &Arc<str> {
        self.lines.text()
    }
}

/// The path by which the analyzer knows a document: of a file its path, else the whole address.
pub fn path_of(uri: &Uri) -> String {
    match uri.to_file_path() {
        Some(path) if uri.scheme().as_str() == "file" => path.to_string_lossy().replace('\\', "/"),
        _ => uri.as_str().to_owned(),
    }
}

/// The address of a path.
pub fn uri_of(path: &str) -> Option<Uri> {
    match Uri::from_file_path(path) {
        Some(uri) => Some(uri),
        None => path.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tower_lsp::ls_types::{Position, Range};

    fn edited(text: &str, edits: &[(u32, u32, u32, u32, &str)]) -> String {
        let document = Document::new("file:///a.py".parse().expect("an address"), 1, text);
        let changes: Vec<_> = edits
            .iter()
            .map(|(line, character, end_line, end, text)| TextDocumentContentChangeEvent {
                range: Some(Range {
                    start: Position { line: *line, character: *character },
                    end: Position { line: *end_line, character: *end },
                }),
                range_length: None,
                text: (*text).to_owned(),
            })
            .collect();
        document.changed(2, &changes, Encoding::Utf16).text().to_string()
    }

    #[test]
    fn edits_apply_one_after_the_other() {
        assert_eq!(edited("ab\ncd\n", &[(0, 1, 1, 1, "X"), (0, 2, 0, 3, "Y")]), "aXY\n");
        assert_eq!(edited("😀b", &[(0, 2, 0, 2, "-")]), "😀-b");
    }

    #[test]
    fn an_edit_whose_end_stands_before_its_start_only_inserts() {
        assert_eq!(edited("abc", &[(0, 2, 0, 1, "X")]), "abXc");
    }

    #[test]
    fn paths_and_addresses() {
        let uri: Uri = "file:///tmp/a%20b/c.py".parse().expect("an address");
        assert_eq!(path_of(&uri), "/tmp/a b/c.py");
        assert_eq!(path_of(&"untitled:Untitled-1".parse().expect("an address")), "untitled:Untitled-1");
        assert_eq!(uri_of("/tmp/a b/c.py").map(|uri| uri.as_str().to_owned()), Some("file:///tmp/a%20b/c.py".into()));
    }
}
