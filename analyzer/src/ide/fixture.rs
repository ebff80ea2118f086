//! Sources for tests: `$0` marks the cursor, `//- path` begins another file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Position;
use crate::analysis::{Analysis, CapturedTypes, analyze};
use crate::source::{FileId, Files, Span};

struct Memory(BTreeMap<String, Arc<[u8]>>);

impl Files for Memory {
    fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        self.0.get(path).cloned()
    }
}

/// The analysis of a source without a cursor.
pub fn analysis(source: &str) -> Analysis {
    let mut files = BTreeMap::new();
    let (first, rest) = source.split_once("#- ").unwrap_or((source, ""));
    files.insert("main.py".to_owned(), Arc::from(first.as_bytes()));
    for part in rest.split("#- ").filter(|part| !part.is_empty()) {
        let (path, text) = part.split_once('\n').expect("a path stands in a line of its own");
        files.insert(path.trim().to_owned(), Arc::from(text.as_bytes()));
    }
    analyze("main.py", &Memory(files), &CapturedTypes::default())
}

/// The analysis of a source, and where its `$0` stands.
pub fn at_cursor(source: &str) -> (Analysis, Position) {
    let offset = source.find("$0").expect("the source has a cursor");
    let analysis = analysis(&source.replacen("$0", "", 1));
    (analysis, Position { file: FileId(0), offset: offset as u32 })
}

/// The text of spans, each with its line: `3:total`.
pub fn show(analysis: &Analysis, spans: impl IntoIterator<Item = Span>) -> Vec<String> {
    let show = |span: Span| {
        let file = analysis.file(span.file);
        let place = if span.file == FileId(0) { String::new() } else { format!("{}:", file.path) };
        format!("{place}{}:{}", file.line(span.start), file.slice(span))
    };
    spans.into_iter().map(show).collect()
}
