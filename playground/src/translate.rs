//! Places of an analysis as the editor has them.

use hotforge_analyzer::ide::Position;
use hotforge_analyzer::source::FileId;
use hotforge_analyzer::{Span, ide};
use serde_json::{Value, json};

use crate::lines::{Place, Range};
use crate::session::Analysed;

/// The file that a request is about.
pub const FILE: FileId = FileId(0);

impl Analysed {
    /// The range of a span.
    pub fn range(&self, span: Span) -> Range {
        self.lines(span.file).range(&self.analysis.file(span.file).text, span.start, span.end)
    }

    /// The place of a byte offset in the file that was asked for.
    pub fn place(&self, offset: u32) -> Place {
        self.lines(FILE).place(&self.analysis.file(FILE).text, offset)
    }

    /// A place of the file that was asked for.
    pub fn position(&self, place: Place) -> Position {
        Position { file: FILE, offset: self.lines(FILE).offset(&self.analysis.file(FILE).text, place) }
    }

    /// A range of the file that was asked for.
    pub fn span(&self, range: Range) -> Span {
        Span { file: FILE, start: self.position(range.start()).offset, end: self.position(range.end()).offset }
    }

    /// The whole file that was asked for.
    pub fn everything(&self) -> Span {
        Span { file: FILE, start: 0, end: self.analysis.file(FILE).text.len() as u32 }
    }

    /// A file and a range in it.
    pub fn location(&self, span: Span) -> Value {
        json!({ "file": self.analysis.file(span.file).path, "range": self.range(span) })
    }

    /// An edit of a file.
    pub fn edit(&self, edit: &ide::Edit) -> Value {
        json!({
            "file": self.analysis.file(edit.span.file).path,
            "range": self.range(edit.span),
            "text": edit.text,
        })
    }
}
