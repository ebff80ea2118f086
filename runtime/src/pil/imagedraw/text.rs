//! Text: lines of it at their places (Pillow's ImageText.py), drawn with the glyphs of a font.

use super::{ImageDraw, Number, place};
use crate::exception::{Fallible, value_error};
use crate::int;
use crate::pil::color::Color;
use crate::pil::content::{Mode, Raster};
use crate::pil::imagefont::{Anchor, FreeTypeFont, load_default};
use crate::pil::paste::{self, Source};
use crate::str::Str;

/// How several lines stand to one another.
struct Layout<'l> {
    anchor: &'l Option<Str>,
    /// Pixels between lines.
    spacing: f64,
    align: &'l str,
}

/// A line, or of a justified one a word.
struct Line<'t> {
    x: f64,
    y: f64,
    anchor: Anchor,
    text: &'t str,
}

type Bounds<T> = (T, T, T, T);

/// `draw.text(xy, text, fill, font, anchor, spacing, align)`.
///
/// # Errors
/// `ValueError` for an anchor or alignment that is none, a character that was not captured, or an image whose mode has no shades;
/// `TypeError` for a colour that is none.
#[expect(clippy::too_many_arguments, reason = "they are Pillow's")]
pub fn text(
    draw: &ImageDraw,
    xy: &(impl Number, impl Number),
    text: &Str,
    fill: &impl Color,
    font: &Option<FreeTypeFont>,
    anchor: &Option<Str>,
    spacing: f64,
    align: &Str,
) -> Fallible<()> {
    let font = or_default(font);
    draw.image.change(|raster| {
        let ink = super::ink_of(raster, fill)?;
        has_shades(raster)?;
        let layout = Layout { anchor, spacing, align: align.as_str() };
        for line in layout.lines(&font, (xy.0.value(), xy.1.value()), text.as_str())? {
            let (x, y) = (int::from_float(line.x)?, int::from_float(line.y)?);
            let mask = font.mask(line.text, &line.anchor, (line.x.fract(), line.y.fract()))?;
            let at = |start: i64, offset: i64| f64::from(start.saturating_add(offset) as f32);
            let (left, top) = place((at(x, mask.left), at(y, mask.top)));
            let part = (left, top, left + mask.raster.width as i64, top + mask.raster.height as i64);
            paste::paste(raster, &Source::Color(&ink), part, Some(&mask.raster))?;
        }
        Ok(())
    })
}

/// `draw.textlength(text, font)`.
///
/// # Errors
/// `ValueError` for several lines, and as [`text`].
pub fn textlength(draw: &ImageDraw, text: &Str, font: &Option<FreeTypeFont>) -> Fallible<f64> {
    draw.image.with(has_shades)?;
    if text.as_str().contains('\n') {
        return Err(value_error("can't measure length of multiline text"));
    }
    or_default(font).length(text.as_str())
}

/// `draw.textbbox(xy, text, font, anchor, spacing, align)` of floats.
///
/// # Errors
/// As [`text`].
pub fn textbbox(
    draw: &ImageDraw,
    xy: &(f64, f64),
    text: &Str,
    font: &Option<FreeTypeFont>,
    anchor: &Option<Str>,
    spacing: f64,
    align: &Str,
) -> Fallible<Bounds<f64>> {
    Layout { anchor, spacing, align: align.as_str() }.bounds(draw, *xy, text, font)
}

/// [`textbbox`] of ints: all that it adds to them is whole.
///
/// # Errors
/// As [`text`].
pub fn textbbox_of_ints(
    draw: &ImageDraw,
    xy: &(i64, i64),
    text: &Str,
    font: &Option<FreeTypeFont>,
    _anchor: (),
    spacing: i64,
    align: &Str,
) -> Fallible<Bounds<i64>> {
    whole_bounds(draw, *xy, (text, font), &Layout { anchor: &None, spacing: spacing as f64, align: align.as_str() })
}

/// [`textbbox_of_ints`] with an anchor at the left.
///
/// # Errors
/// As [`text`].
pub fn textbbox_at_left(
    draw: &ImageDraw,
    xy: &(i64, i64),
    text: &Str,
    font: &Option<FreeTypeFont>,
    anchor: &Str,
    spacing: i64,
    align: &Str,
) -> Fallible<Bounds<i64>> {
    let anchor = Some(anchor.clone());
    whole_bounds(draw, *xy, (text, font), &Layout { anchor: &anchor, spacing: spacing as f64, align: align.as_str() })
}

fn whole_bounds(
    draw: &ImageDraw,
    xy: (i64, i64),
    (text, font): (&Str, &Option<FreeTypeFont>),
    layout: &Layout,
) -> Fallible<Bounds<i64>> {
    let (left, top, right, bottom) = layout.bounds(draw, (0.0, 0.0), text, font)?;
    let sum = |part: f64, start: i64| int::from_float(part)?.checked_add(start).ok_or_else(int::overflow);
    Ok((sum(left, xy.0)?, sum(top, xy.1)?, sum(right, xy.0)?, sum(bottom, xy.1)?))
}

/// [`textbbox`] of ints where several lines would give floats: of one line.
///
/// # Errors
/// As [`text`]; `ValueError` for several lines.
pub fn textbbox_of_line(
    draw: &ImageDraw,
    xy: &(i64, i64),
    text: &Str,
    font: &Option<FreeTypeFont>,
    anchor: &Option<Str>,
    _spacing: f64,
    align: &Str,
) -> Fallible<Bounds<i64>> {
    let layout = Layout { anchor, spacing: 0.0, align: align.as_str() };
    layout.anchor()?;
    if text.as_str().contains('\n') {
        return Err(value_error(
            "compiled code gives the box of several lines with this anchor, spacing or alignment for coordinates that are floats",
        ));
    }
    whole_bounds(draw, *xy, (text, font), &layout)
}

fn or_default(font: &Option<FreeTypeFont>) -> FreeTypeFont {
    font.clone().unwrap_or_else(load_default)
}

/// Pillow draws texts on other images with other glyphs, which have no shades.
fn has_shades(raster: &Raster) -> Fallible<()> {
    match raster.mode {
        Mode::Bilevel | Mode::Palette | Mode::Int | Mode::Float => Err(value_error(format!(
            "compiled code draws no text on images of mode {}: convert them to L or RGB",
            raster.mode.name()
        ))),
        _ => Ok(()),
    }
}

impl Layout<'_> {
    fn bounds(
        &self,
        draw: &ImageDraw,
        start: (f64, f64),
        text: &Str,
        font: &Option<FreeTypeFont>,
    ) -> Fallible<Bounds<f64>> {
        draw.image.with(has_shades)?;
        let font = or_default(font);
        let mut all: Option<Bounds<f64>> = None;
        for line in self.lines(&font, start, text.as_str())? {
            let (left, top, right, bottom) = font.bounds(line.text, &line.anchor)?;
            let own = (left as f64 + line.x, top as f64 + line.y, right as f64 + line.x, bottom as f64 + line.y);
            all =
                Some(all.map_or(own, |all| {
                    (least(all.0, own.0), least(all.1, own.1), most(all.2, own.2), most(all.3, own.3))
                }));
        }
        Ok(all.unwrap_or_default())
    }

    fn anchor(&self) -> Fallible<Anchor> {
        if self.anchor.as_ref().is_some_and(|name| name.as_str().chars().count() != 2) {
            return Err(value_error("anchor must be a 2 character string"));
        }
        Anchor::or(self.anchor, "la")
    }

    fn lines<'t>(&self, font: &FreeTypeFont, start: (f64, f64), text: &'t str) -> Fallible<Vec<Line<'t>>> {
        let anchor = self.anchor()?;
        let texts: Vec<&str> = text.split('\n').collect();
        if texts.len() == 1 {
            return Ok(vec![Line { x: start.0, y: start.1, anchor, text }]);
        }
        if matches!(anchor.down, 't' | 'b') {
            return Err(value_error("anchor not supported for multiline text"));
        }
        let height = font.bounds("A", &Anchor::or(&None, "la")?)?.3 as f64 + self.spacing;
        let lengths: Vec<f64> = texts.iter().map(|text| font.length(text)).collect::<Fallible<_>>()?;
        let longest = lengths.iter().copied().fold(0.0, f64::max);
        let mut y = match anchor.down {
            'm' => start.1 - (texts.len() - 1) as f64 * height / 2.0,
            'd' => start.1 - (texts.len() - 1) as f64 * height,
            _ => start.1,
        };
        let mut lines = Vec::new();
        for (place, (&text, length)) in texts.iter().zip(&lengths).enumerate() {
            let free = longest - length;
            let x = match self.align {
                "left" | "justify" => start.0,
                "center" => start.0 + free / 2.0,
                "right" => start.0 + free,
                _ => return Err(value_error("align must be \"left\", \"center\", \"right\" or \"justify\"")),
            };
            let is_justified = self.align == "justify" && free != 0.0 && place != texts.len() - 1 && text.contains(' ');
            if is_justified {
                let x = match anchor.across {
                    'm' => x - longest / 2.0,
                    'r' => x - longest,
                    _ => x,
                };
                lines.extend(words(font, text, longest, (x, y), &anchor)?);
            } else {
                let x = match anchor.across {
                    'm' => x - free / 2.0,
                    'r' => x - free,
                    _ => x,
                };
                lines.push(Line { x, y, anchor: anchor.clone(), text });
            }
            y += height;
        }
        Ok(lines)
    }
}

/// The words of a line that is to be as long as the longest.
fn words<'t>(
    font: &FreeTypeFont,
    text: &'t str,
    longest: f64,
    (mut x, y): (f64, f64),
    anchor: &Anchor,
) -> Fallible<Vec<Line<'t>>> {
    let words: Vec<&str> = text.split(' ').collect();
    let lengths: Vec<f64> = words.iter().map(|word| font.length(word)).collect::<Fallible<_>>()?;
    let between = (longest - lengths.iter().sum::<f64>()) / (words.len() - 1) as f64;
    let mut lines = Vec::new();
    for (word, length) in words.into_iter().zip(lengths) {
        lines.push(Line { x, y, anchor: anchor.at_left(), text: word });
        x += length + between;
    }
    Ok(lines)
}

/// Python's `min`: the first where neither is less.
fn least(first: f64, second: f64) -> f64 {
    if second < first { second } else { first }
}

/// Python's `max`.
fn most(first: f64, second: f64) -> f64 {
    if second > first { second } else { first }
}
