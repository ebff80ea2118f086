//! A line of text: how long it is, what room it takes, and its pixels (`font_getlength`, `bounding_box_and_anchors` and
//! `font_render` of Pillow's _imagingft.c, for texts from left to right).

use super::FreeTypeFont;
use super::table::{Glyph, Layout, Table};
use crate::exception::{Fallible, value_error};
use crate::pil::content::{Mode, Raster};
use crate::pil::geometry::check_size;
use crate::str::Str;

/// Pillow's `ImageFont.MAX_STRING_LENGTH`.
const MOST_CHARACTERS: usize = 1_000_000;

/// Which point of a text is put at its coordinates: two letters.
#[derive(Debug, Clone)]
pub struct Anchor {
    pub across: char,
    pub down: char,
}

impl Anchor {
    /// The anchor that is named, or else that of a default.
    ///
    /// # Errors
    /// `ValueError` for a name of another length than two.
    pub fn or(anchor: &Option<Str>, default: &str) -> Fallible<Self> {
        let name = anchor.as_ref().map_or(default, Str::as_str);
        let mut letters = name.chars();
        match (letters.next(), letters.next(), letters.next()) {
            (Some(across), Some(down), None) if name.len() == 2 => Ok(Self { across, down }),
            _ => Err(bad_anchor(name)),
        }
    }

    /// The same point of a line, whose left end it is.
    pub fn at_left(&self) -> Self {
        Self { across: 'l', down: self.down }
    }
}

fn bad_anchor(name: &str) -> crate::exception::Raised {
    value_error(format!("bad anchor specified: {name}"))
}

/// How much of each pixel a text covers, and where that begins from its anchor.
pub struct Mask {
    pub raster: Raster,
    pub left: i64,
    pub top: i64,
}

/// A glyph and its place, in 64ths of a pixel.
struct Placed<'f> {
    glyph: &'f Glyph,
    /// From the beginning of the text to where the glyph is drawn.
    x: i64,
    /// How far that is above the baseline.
    y: i64,
    /// From the beginning of the text to where the pen stands after it.
    pen: i64,
    /// From the glyph's place to where its pixels end, in pixels; not known of one that ends before the pen does, in
    /// a font whose boxes hold the way of the pen.
    right: Option<i64>,
}

/// A text whose glyphs have their places.
struct Line<'f> {
    glyphs: Vec<Placed<'f>>,
    /// Where the pen ends, in 64ths of a pixel.
    end: i64,
}

/// The box around glyphs and the line of the pen, in pixels; heights are above the baseline.
#[derive(Default)]
struct Bounds {
    left: i64,
    right: i64,
    bottom: i64,
    top: i64,
}

impl FreeTypeFont {
    /// How far the pen goes, in pixels.
    ///
    /// # Errors
    /// `ValueError` for a text that is too long, or of a character that was not captured.
    pub fn length(&self, text: &str) -> Fallible<f64> {
        Ok(Line::of(&self.0, text)?.end as f64 / 64.0)
    }

    /// Left, top, right and bottom of a text, from its anchor.
    ///
    /// # Errors
    /// As [`Self::length`]; `ValueError` for an anchor that is none.
    pub fn bounds(&self, text: &str, anchor: &Anchor) -> Fallible<(i64, i64, i64, i64)> {
        let line = Line::of(&self.0, text)?;
        let bounds = line.bounds();
        let (left, top) = line.offset(&self.0, &bounds, anchor)?;
        Ok((left, top, left + bounds.right - bounds.left, top + bounds.top - bounds.bottom))
    }

    /// The pixels of a text that begins at these parts of a pixel.
    ///
    /// # Errors
    /// As [`Self::bounds`]; `DecompressionBombError` for a text that takes too much room.
    pub fn mask(&self, text: &str, anchor: &Anchor, start: (f64, f64)) -> Fallible<Mask> {
        let line = Line::of(&self.0, text)?;
        let bounds = line.bounds();
        let (left, top) = line.offset(&self.0, &bounds, anchor)?;
        let (x_start, y_start) = (start.0 as f32, start.1 as f32);
        let width = bounds.right - bounds.left + x_start.ceil() as i64;
        let height = bounds.top - bounds.bottom + y_start.ceil() as i64;
        check_size(width, height)?;
        let mut raster = Raster::zeros(Mode::Luma, width.max(0) as usize, height.max(0) as usize)?;
        let pen = f64::from((-bounds.left as f32 + x_start) * 64.0).round() as i64;
        let base = f64::from((-bounds.top as f32 - y_start) * 64.0).round() as i64;
        for Placed { glyph, x, y, .. } in &line.glyphs {
            cover(&mut raster, glyph, pixel(pen + x) + glyph.left, -(pixel(base + y) + glyph.top));
        }
        Ok(Mask { raster, left, top })
    }
}

impl<'f> Line<'f> {
    fn of(table: &'f Table, text: &str) -> Fallible<Self> {
        if text.chars().count() > MOST_CHARACTERS {
            return Err(value_error("too many characters in string"));
        }
        let mut line = Self { glyphs: Vec::new(), end: 0 };
        match &table.layout {
            Layout::Basic(characters) => {
                let mut last = None;
                for character in text.chars() {
                    let glyph = &table.glyphs[characters.glyph(character)?];
                    line.kern(last.map_or(0, |last| characters.kerning(last, character)));
                    let right = glyph.left + glyph.width;
                    line.place(glyph, glyph.advance, (0, 0), (right > pixel(glyph.advance)).then_some(right));
                    last = Some(character);
                }
            }
            #[cfg(not(target_arch = "wasm32"))]
            Layout::Raqm(shaper) => {
                for shaped in shaper.shape(text)? {
                    let glyph = &table.glyphs[shaped.place];
                    line.place(glyph, shaped.advance, shaped.offset, Some(glyph.left + glyph.width));
                }
            }
        }
        Ok(line)
    }

    /// Moves the pen after the last glyph.
    fn kern(&mut self, by: i64) {
        self.end += by;
        if let Some(last) = self.glyphs.last_mut() {
            last.pen = self.end;
        }
    }

    fn place(&mut self, glyph: &'f Glyph, advance: i64, offset: (i64, i64), right: Option<i64>) {
        let x = self.end + offset.0;
        self.end += advance;
        self.glyphs.push(Placed { glyph, x, y: offset.1, pen: self.end, right });
    }

    fn bounds(&self) -> Bounds {
        let mut bounds = Bounds::default();
        for Placed { glyph, x, y, pen, right } in &self.glyphs {
            let (x, up) = (pixel(*x), pixel(*y));
            bounds.left = bounds.left.min(x + glyph.left);
            bounds.right = bounds.right.max(pixel(*pen)).max(right.map_or(0, |right| x + right));
            bounds.top = bounds.top.max(up + glyph.top);
            bounds.bottom = bounds.bottom.min(up + glyph.top - glyph.height);
        }
        bounds
    }

    /// Where the box begins from the anchor: to the right, and downwards.
    fn offset(&self, table: &Table, bounds: &Bounds, anchor: &Anchor) -> Fallible<(i64, i64)> {
        if self.glyphs.is_empty() {
            return Ok((0, 0));
        }
        let bad = || bad_anchor(&String::from_iter([anchor.across, anchor.down]));
        let across = match anchor.across {
            'l' => 0,
            'm' => pixel(self.end / 2),
            'r' => pixel(self.end),
            _ => return Err(bad()),
        };
        let down = match anchor.down {
            'a' => table.ascender,
            't' => bounds.top,
            'm' => table.middle,
            's' => 0,
            'b' => bounds.bottom,
            'd' => table.descender,
            _ => return Err(bad()),
        };
        Ok((bounds.left - across, down - bounds.top))
    }
}

/// 64ths of a pixel as whole pixels.
fn pixel(part: i64) -> i64 {
    (part + 32) >> 6
}

/// Puts a glyph over what is there.
fn cover(raster: &mut Raster, glyph: &Glyph, x: i64, y: i64) {
    for row in (-y).max(0)..glyph.height.min(raster.height as i64 - y) {
        for column in (-x).max(0)..glyph.width.min(raster.width as i64 - x) {
            let new = glyph.pixels[(row * glyph.width + column) as usize];
            let old = &mut raster.pixel_mut((x + column) as usize, (y + row) as usize)[0];
            if new > 0 {
                let left = u32::from(*old) * (255 - u32::from(new)) + 128;
                *old = (u32::from(new) + (((left >> 8) + left) >> 8)).min(255) as u8;
            }
        }
    }
}
