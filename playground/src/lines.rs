//! Lines: from byte offsets to the editor's positions and back. Both its lines and its columns begin at 1; columns are counted
//! in UTF-16, as JavaScript counts.

use serde::{Deserialize, Serialize};

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Line, from 1.
    pub line_number: u32,
    /// Column in UTF-16 units, from 1.
    pub column: u32,
}

/// A range of a text, as the editor has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Range {
    pub start_line_number: u32,
    pub start_column: u32,
    pub end_line_number: u32,
    pub end_column: u32,
}

impl Range {
    pub fn start(self) -> Place {
        Place { line_number: self.start_line_number, column: self.start_column }
    }

    pub fn end(self) -> Place {
        Place { line_number: self.end_line_number, column: self.end_column }
    }
}

/// Where the lines of a text begin. `\n`, `\r\n` and a lone `\r` end one, as in the editor.
#[derive(Debug)]
pub struct Lines {
    starts: Vec<u32>,
}

impl Lines {
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = |at: usize, byte: u8| byte == b'\n' || byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
        let after = bytes.iter().enumerate().filter(|(at, byte)| ends(*at, **byte)).map(|(at, _)| at as u32 + 1);
        Self { starts: std::iter::once(0).chain(after).collect() }
    }

    /// The place of a byte offset. One past the end gives the end; one within a character gives its start.
    pub fn place(&self, text: &str, offset: u32) -> Place {
        let offset = text.floor_char_boundary(offset as usize);
        let line = self.starts.partition_point(|start| *start as usize <= offset);
        let start = self.starts[line - 1] as usize;
        let column = text[start..offset].encode_utf16().count() as u32 + 1;
        Place { line_number: line as u32, column }
    }

    /// The byte offset of a place. One past the end of a line gives the end of the line.
    pub fn offset(&self, text: &str, place: Place) -> u32 {
        let line = place.line_number.saturating_sub(1) as usize;
        let Some(start) = self.starts.get(line).map(|start| *start as usize) else { return text.len() as u32 };
        let end = self.starts.get(line + 1).map_or(text.len(), |end| *end as usize);
        let content = text[start..end].trim_end_matches(['\r', '\n']);
        let mut passed = 1;
        for (at, character) in content.char_indices() {
            passed += character.len_utf16() as u32;
            if passed > place.column {
                return (start + at) as u32;
            }
        }
        (start + content.len()) as u32
    }

    /// The range of two byte offsets.
    pub fn range(&self, text: &str, start: u32, end: u32) -> Range {
        let (start, end) = (self.place(text, start), self.place(text, end));
        Range {
            start_line_number: start.line_number,
            start_column: start.column,
            end_line_number: end.line_number,
            end_column: end.column,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_goes_there_and_back() {
        let text = "a = \"é😀\"\r\nb\rc\n\nd";
        let lines = Lines::of(text);
        for (offset, character) in text.char_indices().filter(|(_, character)| !"\r\n".contains(*character)) {
            let place = lines.place(text, offset as u32);
            assert_eq!(lines.offset(text, place), offset as u32, "{character:?} {place:?}");
        }
        assert_eq!(lines.place(text, 99), Place { line_number: 5, column: 2 });
    }

    #[test]
    fn places_outside_are_brought_inside() {
        let text = "😀b\r\ncd";
        let offset = |line_number, column| Lines::of(text).offset(text, Place { line_number, column });
        assert_eq!((offset(1, 2), offset(1, 3), offset(1, 99), offset(9, 1), offset(0, 0)), (0, 4, 5, 9, 0));
    }
}
