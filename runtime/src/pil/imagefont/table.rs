//! A font at a size, as capture describes it: its glyphs, and what chooses them.

use rustc_hash::FxHashMap;

#[cfg(not(target_arch = "wasm32"))]
use super::shaper::Shaper;
use crate::exception::{Fallible, value_error};

/// A font at a size.
#[derive(Debug)]
pub struct Table {
    /// The heights of the anchors `a`, `m` and `d` above the baseline, in pixels.
    pub ascender: i64,
    pub middle: i64,
    pub descender: i64,
    pub glyphs: Vec<Glyph>,
    pub layout: Layout,
}

/// What chooses the glyphs of a text.
#[derive(Debug)]
pub enum Layout {
    /// Pillow's basic one: each character has a glyph.
    Basic(Characters),
    /// Raqm: HarfBuzz shapes the text as a whole.
    #[cfg(not(target_arch = "wasm32"))]
    Raqm(Shaper),
}

/// The glyphs of characters.
#[derive(Debug)]
pub struct Characters {
    /// The first and last of each range of characters that was captured.
    ranges: Vec<(u32, u32)>,
    /// Of a character its glyph; all others that were captured have the first one, as the font lacks them.
    places: FxHashMap<u32, u32>,
    /// By how many 64ths of a pixel the second of two characters is moved.
    kerning: FxHashMap<(u32, u32), i32>,
}

/// The pixels of a glyph.
#[derive(Debug)]
pub struct Glyph {
    /// How far the pen goes, in 64ths of a pixel.
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
    pub fn read(packed: &[u8]) -> Fallible<Self> {
        let bytes = miniz_oxide::inflate::decompress_to_vec_zlib(packed).map_err(|_| malformed())?;
        let mut rest = Rest(&bytes);
        let [ascender, middle, descender] = [rest.int()?, rest.int()?, rest.int()?].map(i64::from);
        let glyphs = rest.rows(Rest::glyph)?;
        if glyphs.is_empty() {
            return Err(malformed());
        }
        let layout = match rest.word()? {
            0 => Layout::Basic(rest.characters(glyphs.len())?),
            #[cfg(not(target_arch = "wasm32"))]
            1 => Layout::Raqm(rest.shaper(&glyphs)?),
            _ => return Err(malformed()),
        };
        if rest.0.is_empty() { Ok(Self { ascender, middle, descender, glyphs, layout }) } else { Err(malformed()) }
    }

    /// Ascent and descent, both as numbers above zero.
    pub fn metrics(&self) -> (i64, i64) {
        (self.ascender, -self.descender)
    }
}

impl Characters {
    /// The place of a character's glyph.
    ///
    /// # Errors
    /// `ValueError` where the character was not captured.
    pub fn glyph(&self, character: char) -> Fallible<usize> {
        let code = u32::from(character);
        if let Some(&place) = self.places.get(&code) {
            return Ok(place as usize);
        }
        if self.ranges.iter().any(|&(first, last)| (first..=last).contains(&code)) {
            return Ok(0);
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

    fn characters(&mut self, glyphs: usize) -> Fallible<Characters> {
        let ranges = self.rows(|rest| Ok((rest.word()?, rest.word()?)))?;
        let places = self.rows(|rest| Ok((rest.word()?, rest.word()?)))?;
        let kerning = self.rows(|rest| Ok(((rest.word()?, rest.word()?), rest.int()?)))?;
        if places.iter().any(|&(_, glyph)| glyph as usize >= glyphs) {
            return Err(malformed());
        }
        Ok(Characters { ranges, places: places.into_iter().collect(), kerning: kerning.into_iter().collect() })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shaper(&mut self, glyphs: &[Glyph]) -> Fallible<Shaper> {
        let scale = self.int()?;
        let places = self.rows(|rest| Ok(rest.word()? as usize))?;
        let advances = places.iter().map(|&place| Some(glyphs.get(place)?.advance as i32)).collect::<Option<_>>();
        let length = self.word()? as usize;
        let file = self.take(length)?;
        Shaper::new(file, scale, places, advances.ok_or_else(malformed)?).ok_or_else(malformed)
    }
}

fn malformed() -> crate::exception::Raised {
    value_error("the glyphs of a font are damaged")
}
