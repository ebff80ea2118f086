//! Source files, spans in them, and the one door to the outside world.

use std::io::{Cursor, Read, Seek};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Where the analyzer gets the bytes of a file: the disk for the command line, open buffers over the disk for the
/// language server, a map in the browser and in tests.
///
/// Paths use `/` and are what the embedder likes them to be (absolute, or relative to a project root), as long as
/// joining a relative path to a file's folder makes a path that the embedder understands.
pub trait Files {
    /// The content of the file at `path`, or `None` where there is no such (readable) file.
    fn read(&self, path: &str) -> Option<Arc<[u8]>>;

    /// Where the text of the file at `path` comes from, where it is put together of other texts, in order.
    fn origins(&self, _path: &str) -> Vec<Origin> {
        Vec::new()
    }

    /// The file at `path` for reading parts of it: models are large, and little of them is asked for.
    fn open(&self, path: &str) -> Option<Box<dyn ReadSeek>> {
        self.read(path).map(|bytes| Box::new(Cursor::new(bytes)) as Box<dyn ReadSeek>)
    }
}

/// A part of a text that is put together of others: from `line` on it is that of the file at `path` from `start` on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The first line of the part, from 1.
    pub line: u32,
    /// What the other text is called.
    pub path: String,
    /// The line of the other text, from 1.
    pub start: u32,
}

/// Something that can be read from any place on.
pub trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

/// No files at all: a lone snippet is all there is.
impl Files for () {
    fn read(&self, _path: &str) -> Option<Arc<[u8]>> {
        None
    }
}

/// A number for each source file of one [`crate::Analysis`]; an index into `Analysis::files`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FileId(pub u32);

/// A range of bytes in a source file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The file that the range is in.
    pub file: FileId,
    /// Byte offset of the first byte.
    pub start: u32,
    /// Byte offset after the last byte.
    pub end: u32,
}

impl Span {
    /// Whether the byte offset lies in the span; its end counts as inside, as a cursor behind a name is on the name.
    pub fn contains(&self, offset: u32) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Whether another span lies in the span.
    pub fn encloses(&self, other: Span) -> bool {
        self.file == other.file && self.start <= other.start && other.end <= self.end
    }
}

/// A source file as the analyzer read it.
#[derive(Debug, Clone, Serialize)]
pub struct SourceFile {
    /// The path it was asked for by, as given to [`Files::read`].
    pub path: String,
    /// Its dotted module name: `embed`, `helpers.text`.
    pub module: String,
    /// Its text.
    pub text: Arc<str>,
    /// Byte offset at which each line starts.
    #[serde(skip)]
    line_starts: Arc<[u32]>,
    /// Where its parts come from, where it is put together of such, in order.
    #[serde(skip)]
    origins: Arc<[Origin]>,
}

/// A place in a file as people count: both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column in Unicode code points, from 1.
    pub column: u32,
}

impl SourceFile {
    /// A file of the given path, module name and text.
    pub fn new(path: String, module: String, text: Arc<str>) -> Self {
        let line_starts = std::iter::once(0)
            .chain(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1))
            .collect();
        Self { path, module, text, line_starts, origins: Arc::default() }
    }

    /// The same file, put together of parts.
    pub fn with_origins(self, origins: Vec<Origin>) -> Self {
        Self { origins: origins.into(), ..self }
    }

    /// What the text at the byte offset is called: the path, or that of the part there.
    pub fn path_at(&self, offset: u32) -> &str {
        self.origin(self.own_line(offset)).map_or(&self.path, |origin| &origin.path)
    }

    /// The line, from 1, that holds the byte offset, as it is counted where the text comes from.
    pub fn line(&self, offset: u32) -> u32 {
        let line = self.own_line(offset);
        self.origin(line).map_or(line, |origin| line - origin.line + origin.start)
    }

    fn own_line(&self, offset: u32) -> u32 {
        self.line_starts.partition_point(|start| *start <= offset) as u32
    }

    fn origin(&self, line: u32) -> Option<&Origin> {
        self.origins[..self.origins.partition_point(|origin| origin.line <= line)].last()
    }

    /// Line and column of a byte offset. An offset past the end gives the end.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let line = self.line(offset);
        let start = self.line_starts[self.own_line(offset) as usize - 1] as usize;
        let end = (offset as usize).min(self.text.len()).max(start);
        let column = self.text.get(start..end).map_or(0, |before| before.chars().count()) as u32 + 1;
        LineColumn { line, column }
    }

    /// The text that a span of this file covers.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_as_it_is_counted_where_the_text_comes_from() {
        let origin = |line, path: &str, start| Origin { line, path: path.into(), start };
        let file = SourceFile::new("m.py".into(), "m".into(), "import a\nx = 1\ny = 2\nz = 3\n".into());
        assert_eq!((file.path_at(9), file.line(9)), ("m.py", 2));
        let file = file.with_origins(vec![origin(2, "<cell 1>", 7), origin(4, "<cell 2>", 1)]);
        assert_eq!((file.path_at(0), file.line(0)), ("m.py", 1));
        assert_eq!((file.path_at(15), file.line_column(15)), ("<cell 1>", LineColumn { line: 8, column: 1 }));
        assert_eq!((file.path_at(21), file.line(21)), ("<cell 2>", 1));
    }
}
