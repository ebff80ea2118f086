//! `draw.rounded_rectangle`: quarters, halves and rectangles put together (Pillow's ImageDraw.py).

use super::coordinates::{Coordinates, points};
use super::shapes::{Canvas, Place};
use super::{ImageDraw, Inks, image_draw, place};
use crate::exception::{Fallible, overflow_error, value_error};
use crate::pil::color::Color;
use crate::pil::content::Raster;

/// `draw.rounded_rectangle(xy, radius, fill, outline, width, corners=…)`.
///
/// # Errors
/// `ValueError` where the second corner lies before the first, a part comes out so, or there are more or fewer than two; `TypeError`
/// for a colour that is none; `OverflowError` for infinite coordinates.
pub fn rounded_rectangle(
    draw: &ImageDraw,
    xy: &impl Coordinates,
    radius: f64,
    fill: &impl Color,
    outline: &impl Color,
    width: i64,
    corners: &Option<(bool, bool, bool, bool)>,
) -> Fallible<()> {
    let shape = Rounded::of(xy, radius, *corners)?;
    match shape.curve {
        Curve::None => return image_draw::rectangle(draw, xy, fill, outline, width),
        Curve::Whole => return image_draw::ellipse(draw, xy, fill, outline, width),
        Curve::Halves(_) | Curve::Quarters => {}
    }
    draw.image.change(|raster| {
        let inks = Inks::of(raster, fill, outline, width)?;
        if let Some(ink) = &inks.inner {
            shape.fill(raster, ink)?;
        }
        match &inks.border {
            Some(ink) => shape.outline(raster, ink, width),
            None => Ok(()),
        }
    })
}

/// Which parts of the outline are curved.
#[derive(Clone, Copy, PartialEq)]
enum Curve {
    None,
    /// All: an ellipse.
    Whole,
    /// Two sides that are halves of circles.
    Halves(Sides),
    /// The corners.
    Quarters,
}

#[derive(Clone, Copy, PartialEq)]
enum Sides {
    TopAndBottom,
    LeftAndRight,
}

struct Rounded {
    start: Place,
    end: Place,
    /// The width of the circles.
    size: f64,
    curve: Curve,
    /// Top left, top right, bottom right and bottom left: whether it is round.
    corners: [bool; 4],
}

impl Rounded {
    fn of(xy: &impl Coordinates, radius: f64, corners: Option<(bool, bool, bool, bool)>) -> Fallible<Self> {
        let points = points(xy)?;
        let &[(x0, y0), (x1, y1)] = &points[..] else {
            let few = if points.len() < 2 { "not enough" } else { "too many" };
            return Err(value_error(format!("{few} values to unpack (expected 2)")));
        };
        if x1 < x0 {
            return Err(value_error("x1 must be greater than or equal to x0"));
        }
        if y1 < y0 {
            return Err(value_error("y1 must be greater than or equal to y0"));
        }
        let (a, b, c, d) = corners.unwrap_or((true, true, true, true));
        let corners = [a, b, c, d];
        // As Python's `min`: the first of equal ones, and what NaN is compared with.
        let least = |a: f64, b: f64| if b < a { b } else { a };
        let mut size = least(least(x1 - x0, y1 - y0), radius * 2.0);
        let (start, end) = ((rounded(x0)?, rounded(y0)?), (rounded(x1)?, rounded(y1)?));
        let (columns, rows) = ((end.0 - start.0) as f64, (end.1 - start.1) as f64);
        let is_round = corners == [true; 4];
        let is_full = [is_round && size >= columns - 1.0, false];
        if is_full[0] {
            size = columns;
        }
        let is_full = [is_full[0], is_round && size >= rows - 1.0];
        if is_full[1] {
            size = rows;
        }
        let curve = match is_full {
            [true, true] => Curve::Whole,
            _ if size == 0.0 || corners == [false; 4] => Curve::None,
            [true, false] => Curve::Halves(Sides::TopAndBottom),
            [false, true] => Curve::Halves(Sides::LeftAndRight),
            [false, false] => Curve::Quarters,
        };
        Ok(Self { start, end, size, curve, corners })
    }

    /// Half the size of the circles.
    fn radius(&self) -> i64 {
        (self.size / 2.0).floor() as i64
    }

    /// The circles of which parts are drawn: their corners and angles.
    fn circles(&self) -> Vec<((f64, f64), (f32, f32))> {
        let (x0, y0) = (self.start.0 as f64, self.start.1 as f64);
        let (x1, y1) = (self.end.0 as f64 - self.size, self.end.1 as f64 - self.size);
        match self.curve {
            Curve::None | Curve::Whole => Vec::new(),
            Curve::Halves(Sides::TopAndBottom) => vec![((x0, y0), (180.0, 360.0)), ((x0, y1), (0.0, 180.0))],
            Curve::Halves(Sides::LeftAndRight) => vec![((x0, y0), (90.0, 270.0)), ((x1, y0), (270.0, 90.0))],
            Curve::Quarters => {
                let all = [
                    ((x0, y0), (180.0, 270.0)),
                    ((x1, y0), (270.0, 360.0)),
                    ((x1, y1), (0.0, 90.0)),
                    ((x0, y1), (90.0, 180.0)),
                ];
                all.into_iter().zip(self.corners).filter(|(_, is_round)| *is_round).map(|(circle, _)| circle).collect()
            }
        }
    }

    /// Calls the function with the corners and the angles of each part of a circle.
    fn each_circle(&self, mut draw: impl FnMut((Place, Place), (f32, f32))) -> Fallible<()> {
        for ((x, y), angles) in self.circles() {
            if self.size < 0.0 {
                return Err(value_error("x1 must be greater than or equal to x0"));
            }
            draw((place((x, y)), place((x + self.size, y + self.size))), angles);
        }
        Ok(())
    }

    fn fill(&self, raster: &mut Raster, ink: &[u8]) -> Fallible<()> {
        let mut canvas = Canvas { raster, ink, mask: None };
        self.each_circle(|corners, angles| canvas.pie(corners, angles, None))?;
        let ((x0, y0), (x1, y1), radius) = (self.start, self.end, self.radius());
        if self.curve == Curve::Halves(Sides::TopAndBottom) {
            canvas.block((x0, y0 + radius + 1), (x1, y1 - radius - 1))?;
        } else if x1 - radius > x0 + radius + 1 {
            canvas.block((x0 + radius + 1, y0), (x1 - radius - 1, y1))?;
        }
        if self.curve == Curve::Quarters {
            let [top_left, top_right, bottom_right, bottom_left] = self.cuts();
            canvas.block((x0, y0 + top_left), (x0 + radius, y1 - bottom_left))?;
            canvas.block((x1 - radius, y0 + top_right), (x1, y1 - bottom_right))?;
        }
        Ok(())
    }

    fn outline(&self, raster: &mut Raster, ink: &[u8], width: i64) -> Fallible<()> {
        let mut canvas = Canvas { raster, ink, mask: None };
        self.each_circle(|corners, angles| canvas.arc(corners, angles, width))?;
        let ((x0, y0), (x1, y1)) = (self.start, self.end);
        let [top_left, top_right, bottom_right, bottom_left] = self.cuts();
        if self.curve != Curve::Halves(Sides::TopAndBottom) {
            canvas.block((x0 + top_left, y0), (x1 - top_right, y0 + width - 1))?;
            canvas.block((x0 + bottom_left, y1 - width + 1), (x1 - bottom_right, y1))?;
        }
        if self.curve != Curve::Halves(Sides::LeftAndRight) {
            canvas.block((x0, y0 + top_left), (x0 + width - 1, y1 - bottom_left))?;
            canvas.block((x1 - width + 1, y0 + top_right), (x1, y1 - bottom_right))?;
        }
        Ok(())
    }

    /// How much of the sides each corner takes.
    fn cuts(&self) -> [i64; 4] {
        self.corners.map(|is_round| if is_round { self.radius() + 1 } else { 0 })
    }
}

impl Canvas<'_> {
    /// A filled rectangle, both corners included.
    fn block(&mut self, start: Place, end: Place) -> Fallible<()> {
        if end.0 < start.0 {
            return Err(value_error("x1 must be greater than or equal to x0"));
        }
        if end.1 < start.1 {
            return Err(value_error("y1 must be greater than or equal to y0"));
        }
        for y in start.1.max(0)..=end.1.min(self.raster.height as i64 - 1) {
            self.span(start.0, y, end.0);
        }
        Ok(())
    }
}

/// Python's `round`.
fn rounded(number: f64) -> Fallible<i64> {
    if number.is_nan() {
        return Err(value_error("cannot convert float NaN to integer"));
    }
    if number.is_infinite() {
        return Err(overflow_error("cannot convert float infinity to integer"));
    }
    Ok(number.round_ties_even() as i64)
}
