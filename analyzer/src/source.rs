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

    /// The file at `path` for reading parts of it: models are large, and little of them is asked for.
    fn open(&self, path: &str) -> Option<Box<dyn ReadSeek>> {
        self.read(path).map(|bytes| Box::new(Cursor::new(bytes)) as Box<dyn ReadSeek>)
    }
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
        Self { path, module, text, line_starts }
    }

    /// The line, from 1, that holds the byte offset.
    pub fn line(&self, offset: u32) -> u32 {
        self.line_starts.partition_point(|start| *start <= offset) as u32
    }

    /// Line and column of a byte offset. An offset past the end gives the end.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let line = self.line(offset);
        let start = self.line_starts[line as usize - 1] as usize;
        let end = (offset as usize).min(self.text.len()).max(start);
        let column = self.text.get(start..end).map_or(0, |before| before.chars().count()) as u32 + 1;
        LineColumn { line, column }
    }

    /// The text that a span of this file covers.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }
}
