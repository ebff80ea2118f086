//! The glyphs of a font at a size, as capture describes them.

use rustc_hash::FxHashMap;

use crate::exception::{Fallible, value_error};

/// A font at a size.
#[derive(Debug)]
pub struct Table {
    /// The heights of the anchors `a`, `m` and `d` above the baseline, in pixels.
    pub ascender: i64,
    pub middle: i64,
    pub descender: i64,
    /// The first and last of each range of characters that was captured.
    ranges: Vec<(u32, u32)>,
    glyphs: Vec<Glyph>,
    /// Of a character its glyph; all others that were captured have the first one, as the font lacks them.
    places: FxHashMap<u32, u32>,
    /// By how many 64ths of a pixel the second of two characters is moved.
    kerning: FxHashMap<(u32, u32), i32>,
}

/// The pixels of a character.
#[derive(Debug)]
pub struct Glyph {
    /// How far the pen goes, in pixels.
    pub advance: i64,
    /// Where the pixels begin: to the right of the pen, and above the baseline.
    pub left: i64,
    pub top: i64,
    pub width: i64,
    pub height: i64,
    /// How much of each pixel is covered, row by row.
    pub pixels: Vec<u8>,
}

impl Table {
    /// Reads a table.
    ///
    /// # Errors
    /// `ValueError` where it is none.
    pub fn read(bytes: &[u8]) -> Fallible<Self> {
        let mut rest = Rest(bytes);
        let [ascender, middle, descender] = [rest.int()?, rest.int()?, rest.int()?].map(i64::from);
        let ranges = rest.rows(|rest| Ok((rest.word()?, rest.word()?)))?;
        let glyphs = rest.rows(Rest::glyph)?;
        let places = rest.rows(|rest| Ok((rest.word()?, rest.word()?)))?;
        let kerning = rest.rows(|rest| Ok(((rest.word()?, rest.word()?), rest.int()?)))?;
        let is_whole = rest.0.is_empty() && places.iter().all(|&(_, glyph)| (glyph as usize) < glyphs.len());
        if !is_whole || glyphs.is_empty() {
            return Err(malformed());
        }
        let (places, kerning) = (places.into_iter().collect(), kerning.into_iter().collect());
        Ok(Self { ascender, middle, descender, ranges, glyphs, places, kerning })
    }

    /// The glyph of a character.
    ///
    /// # Errors
    /// `ValueError` where the character was not captured.
    pub fn glyph(&self, character: char) -> Fallible<&Glyph> {
        let code = u32::from(character);
        if let Some(&place) = self.places.get(&code) {
            return Ok(&self.glyphs[place as usize]);
        }
        if self.ranges.iter().any(|&(first, last)| (first..=last).contains(&code)) {
            return Ok(&self.glyphs[0]);
        }
        Err(value_error(format!("compiled code has no glyph of the character U+{code:04X} in this font")))
    }

    /// By how many 64ths of a pixel the second of two characters is moved.
    pub fn kerning(&self, first: char, second: char) -> i64 {
        if self.kerning.is_empty() {
            return 0;
        }
        self.kerning.get(&(first.into(), second.into())).map_or(0, |&by| by.into())
    }

    /// Ascent and descent, both as numbers above zero.
    pub fn metrics(&self) -> (i64, i64) {
        (self.ascender, -self.descender)
    }
}

/// What is still to be read.
struct Rest<'b>(&'b [u8]);

impl<'b> Rest<'b> {
    fn take(&mut self, count: usize) -> Fallible<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or_else(malformed)?;
        self.0 = rest;
        Ok(taken)
    }

    fn word(&mut self) -> Fallible<u32> {
        let (word, rest) = self.0.split_first_chunk().ok_or_else(malformed)?;
        self.0 = rest;
        Ok(u32::from_le_bytes(*word))
    }

    fn int(&mut self) -> Fallible<i32> {
        self.word().map(u32::cast_signed)
    }

    fn rows<T>(&mut self, mut row: impl FnMut(&mut Self) -> Fallible<T>) -> Fallible<Vec<T>> {
        (0..self.word()?).map(|_| row(self)).collect()
    }

    fn glyph(&mut self) -> Fallible<Glyph> {
        let [advance, left, top] = [self.int()?, self.int()?, self.int()?].map(i64::from);
        let (width, height) = (self.word()?, self.word()?);
        let count = (width as usize).checked_mul(height as usize).ok_or_else(malformed)?;
        let pixels = self.take(count)?.to_vec();
        Ok(Glyph { advance, left, top, width: width.into(), height: height.into(), pixels })
    }
}

fn malformed() -> crate::exception::Raised {
    value_error("the glyphs of a font are damaged")
}
