//! Shaping: which glyphs of a font stand for a text, and where, as HarfBuzz says it and Raqm asks for it.
//!
//! Raqm cuts a text into runs of one script and one direction (raqm.c). Here all texts run from left to right, in scripts
//! whose characters stand side by side: whatever else is raised, not drawn otherwise.

use std::fmt;

use harfrust::{Buffer, BufferFlags, Direction, Font, FontFuncs, GlyphId, Script, ShapeOptions, ShaperFont};
use unicode_normalization::char::is_combining_mark;

use crate::exception::{Exception, Fallible, Raised, value_error};

/// A font that shapes texts.
pub struct Shaper {
    font: Font,
    /// The em, in 64ths of a pixel.
    scale: i32,
    /// Of each glyph of the font, which of those that were captured it is.
    places: Vec<usize>,
    advances: Advances,
}

/// A glyph of a shaped text; lengths are in 64ths of a pixel.
#[derive(Debug, Clone, Copy)]
pub struct Shaped {
    /// Which of the glyphs that were captured it is.
    pub place: usize,
    /// How far the pen goes.
    pub advance: i64,
    /// By how much it is moved to the right and upwards.
    pub offset: (i64, i64),
}

/// How far the pen goes for each glyph, in 64ths of a pixel: as FreeType says it, which rounds otherwise than a shaper.
struct Advances(Vec<i32>);

impl FontFuncs for Advances {
    fn glyph_h_advance(&self, _font: &ShaperFont, glyph: GlyphId) -> i32 {
        self.0.get(glyph.to_u32() as usize).copied().unwrap_or(0)
    }
}

impl Shaper {
    /// The shaper of a file: of each glyph, which of those that were captured it is, and how far the pen goes. `None`
    /// where the file is no font.
    pub fn new(file: &[u8], scale: i32, places: Vec<usize>, advances: Vec<i32>) -> Option<Self> {
        let font = Font::new(file.to_vec(), 0)?;
        Some(Self { font, scale, places, advances: Advances(advances) })
    }

    /// The glyphs of a text.
    ///
    /// # Errors
    /// `ValueError` for characters that do not stand side by side, from left to right; `RuntimeError` for several paragraphs.
    pub fn shape(&self, text: &str) -> Fallible<Vec<Shaped>> {
        let characters: Vec<char> = text.chars().collect();
        if characters.iter().any(|&character| ends_paragraph(character)) {
            return Err(Exception::new("RuntimeError", "raqm_layout() failed."));
        }
        if let Some(other) = characters.iter().find(|&&character| !stands_beside(character)) {
            return Err(not_shaped(*other));
        }
        let font = ShaperFont::new(&self.font).with_scale(self.scale).with_font_funcs(Some(&self.advances));
        let scripts = scripts(&characters);
        let mut shaped = Vec::new();
        let mut start = 0;
        for run in scripts.chunk_by(|first, second| first == second) {
            let end = start + run.len();
            let mut buffer = Buffer::new();
            (start..end).for_each(|place| buffer.push(characters[place].into(), place as u32));
            buffer.set_pre_context(&String::from_iter(&characters[..start]));
            buffer.set_post_context(&String::from_iter(&characters[end..]));
            buffer.set_script(Some(run[0]));
            buffer.set_direction(Direction::LeftToRight);
            buffer.set_flags(BufferFlags::BEGINNING_OF_TEXT | BufferFlags::END_OF_TEXT);
            harfrust::shape(&font, &mut buffer, ShapeOptions::new()).map_err(|error| value_error(error.to_string()))?;
            for (glyph, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
                let place = self.places.get(glyph.glyph_id as usize).copied().unwrap_or(0);
                let offset = (position.x_offset.into(), position.y_offset.into());
                shaped.push(Shaped { place, advance: position.x_advance.into(), offset });
            }
            start = end;
        }
        Ok(shaped)
    }
}

/// Whether a character is of the class B of directions.
fn ends_paragraph(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2029}')
}

/// Whether a character is one of those that stand side by side from left to right.
fn stands_beside(character: char) -> bool {
    // Right to left, or with a direction of their own: though of no script, some.
    let turns = matches!(character, '\u{590}'..='\u{8ff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_private = matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
    let script = harfrust::unicode::script(character.into());
    !turns && !is_combining_mark(character) && (is_private || BESIDE.iter().any(|known| tag(known) == Some(script)))
}

/// The scripts whose characters stand side by side, and what belongs to no script or to any.
const BESIDE: [&[u8; 4]; 12] =
    [b"Zyyy", b"Zinh", b"Latn", b"Grek", b"Cyrl", b"Armn", b"Geor", b"Hani", b"Hira", b"Kana", b"Bopo", b"Hang"];

fn tag(name: &[u8; 4]) -> Option<Script> {
    Script::from_iso15924_tag(harfrust::Tag::new(name))
}

#[cold]
fn not_shaped(character: char) -> Raised {
    value_error(format!(
        "compiled code lays out texts of Raqm that run from left to right, without combining marks: not U+{:04X}",
        u32::from(character)
    ))
}

/// Pairs of which both have one script; the first of two has an even place.
const PAIRED: [char; 34] = [
    '(', ')', '<', '>', '[', ']', '{', '}', '«', '»', '‘', '’', '“', '”', '‹', '›', '〈', '〉', '《', '》', '「', '」',
    '『', '』', '【', '】', '〔', '〕', '〖', '〗', '〘', '〙', '〚', '〛',
];

/// The script of each character (`_raqm_resolve_scripts`): what belongs to none has that of its neighbours.
fn scripts(text: &[char]) -> Vec<Script> {
    let (common, inherited) = (tag(b"Zyyy"), tag(b"Zinh"));
    let mut scripts: Vec<Script> = text.iter().map(|&each| harfrust::unicode::script(each.into())).collect();
    let mut open: Vec<(usize, Script)> = Vec::new();
    let mut last = None;
    for (place, character) in text.iter().enumerate() {
        let own = scripts[place];
        let Some(before) = last.filter(|_| Some(own) == common || Some(own) == inherited) else {
            last = Some(own);
            continue;
        };
        scripts[place] = before;
        let pair = PAIRED.iter().position(|paired| paired == character).filter(|_| Some(own) == common);
        match pair {
            Some(pair) if pair % 2 == 0 => open.push((pair, before)),
            Some(pair) => {
                while open.pop_if(|(first, _)| *first != pair - 1).is_some() {}
                // The pair stays open, so that it may be closed again.
                if let Some(&(_, script)) = open.last() {
                    scripts[place] = script;
                    last = Some(script);
                }
            }
            None => {}
        }
    }
    for place in (0..scripts.len().saturating_sub(1)).rev() {
        if Some(scripts[place]) == common || Some(scripts[place]) == inherited {
            scripts[place] = scripts[place + 1];
        }
    }
    scripts
}

impl fmt::Debug for Shaper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Shaper({} glyphs)", self.places.len())
    }
}
