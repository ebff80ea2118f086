//! What the tables hold of a code point.

use super::tables::{RECORDS, STARTS};

/// The properties of a run of code points.
pub(crate) struct Record {
    pub category: &'static str,
    pub bidirectional: &'static str,
    pub combining: u8,
    pub width: &'static str,
    pub mirrored: bool,
}

/// The East Asian widths.
pub(super) const WIDTHS: [&str; 6] = ["N", "A", "H", "W", "F", "Na"];

impl Record {
    /// The properties of a character.
    pub fn of(character: char) -> &'static Record {
        let after = STARTS.partition_point(|(start, _)| *start <= u32::from(character));
        &RECORDS[usize::from(STARTS[after - 1].1)]
    }

    /// Whether the Unicode version of CPython has such a character.
    pub fn is_assigned(&self) -> bool {
        self.category != "Cn"
    }
}
