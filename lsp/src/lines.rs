//! Lines: from byte offsets to the protocol's positions and back, in every encoding.

use std::sync::Arc;

use tower_lsp::ls_types::{Position, PositionEncodingKind, Range};

/// How a client counts columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// In bytes.
    Utf8,
    /// In UTF-16 units: what every client understands.
    #[default]
    Utf16,
    /// In code points.
    Utf32,
}

impl Encoding {
    /// The best of those that a client offers: bytes need no counting.
    pub fn negotiate(offered: Option<&[PositionEncodingKind]>) -> Self {
        let offered = offered.unwrap_or_default();
        if offered.contains(&PositionEncodingKind::UTF8) {
            Encoding::Utf8
        } else if offered.contains(&PositionEncodingKind::UTF32) && !offered.contains(&PositionEncodingKind::UTF16) {
            Encoding::Utf32
        } else {
            Encoding::Utf16
        }
    }

    /// The name in the protocol.
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn width(self, text: &str) -> u32 {
        let width = match self {
            Encoding::Utf8 => text.len(),
            Encoding::Utf16 => text.encode_utf16().count(),
            Encoding::Utf32 => text.chars().count(),
        };
        width as u32
    }

    /// The byte in a line that a column stands at. A column past the end, or within a character, gives the nearest
    /// place before it.
    fn byte(self, line: &str, column: u32) -> usize {
        let mut passed = 0;
        for (at, character) in line.char_indices() {
            passed += match self {
                Encoding::Utf8 => character.len_utf8(),
                Encoding::Utf16 => character.len_utf16(),
                Encoding::Utf32 => 1,
            };
            if passed as u32 > column {
                return at;
            }
        }
        line.len()
    }
}

/// A text and where its lines begin.
#[derive(Debug, Clone)]
pub struct Lines {
    text: Arc<str>,
    starts: Vec<u32>,
}

impl Lines {
    /// The lines of a text. `\n`, `\r\n` and a lone `\r` end one.
    pub fn of(text: Arc<str>) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
                starts.push(at as u32 + 1);
            }
        }
        Self { text, starts }
    }

    /// The text.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The line of a byte offset, from 0.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|start| *start <= offset) as u32 - 1
    }

    /// The position of a byte offset. One past the end gives the end; one within a character gives its start.
    pub fn position(&self, offset: u32, encoding: Encoding) -> Position {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line(offset as u32);
        let start = self.starts[line as usize] as usize;
        Position { line, character: encoding.width(&self.text[start..offset]) }
    }

    /// The byte offset of a position. One past the end of a line gives the end of the line.
    pub fn offset(&self, position: Position, encoding: Encoding) -> u32 {
        let Some(start) = self.starts.get(position.line as usize) else { return self.text.len() as u32 };
        let start = *start as usize;
        let end = self.starts.get(position.line as usize + 1).map_or(self.text.len(), |end| *end as usize);
        let line = self.text[start..end].trim_end_matches(['\r', '\n']);
        (start + encoding.byte(line, position.character)) as u32
    }

    /// The range of two byte offsets.
    pub fn range(&self, start: u32, end: u32, encoding: Encoding) -> Range {
        Range { start: self.position(start, encoding), end: self.position(end, encoding) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    #[test]
    fn every_offset_goes_there_and_back() {
        let lines = Lines::of("a = \"é😀\"\r\nb\rc\n\nd".into());
        for encoding in ALL {
            for (offset, character) in lines.text().char_indices() {
                if character == '\n' || character == '\r' {
                    continue;
                }
                let position = lines.position(offset as u32, encoding);
                assert_eq!(lines.offset(position, encoding), offset as u32, "{encoding:?} {position:?}");
            }
        }
        assert_eq!(lines.line(lines.text().len() as u32), 4);
    }

    #[test]
    fn columns_are_counted_as_the_client_counts() {
        let lines = Lines::of("é😀x".into());
        let column = |encoding| lines.position(6, encoding).character;
        assert_eq!(ALL.map(column), [6, 3, 2]);
    }

    #[test]
    fn positions_outside_are_brought_inside() {
        let lines = Lines::of("ab\r\ncd".into());
        let offset = |line, character| lines.offset(Position { line, character }, Encoding::Utf16);
        assert_eq!((offset(0, 99), offset(1, 99), offset(9, 0)), (2, 6, 6));
        assert_eq!(lines.position(99, Encoding::Utf8), Position { line: 1, character: 2 });
    }

    #[test]
    fn a_column_within_a_character_is_its_start() {
        let lines = Lines::of("😀".into());
        assert_eq!(lines.offset(Position { line: 0, character: 1 }, Encoding::Utf16), 0);
        assert_eq!(lines.position(2, Encoding::Utf32).character, 0);
    }
}
