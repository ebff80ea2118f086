//! The module `PIL.ImageDraw`.

mod arcs;
mod coordinates;
mod rounded;
mod shapes;
mod text;

pub use self::coordinates::{Coordinate, Coordinates, Number};

use self::arcs::{Part, normalized};
use self::coordinates::points;
use self::shapes::{Canvas, Place};
use super::color::{self, Color, Ink};
use super::content::{Image, Mode, Raster};
use crate::exception::{Fallible, type_error, value_error};
use crate::object::{Identity, Object};

/// `ImageDraw.ImageDraw`: draws on an image.
#[derive(Debug, Clone)]
pub struct ImageDraw {
    image: Image,
}

/// `ImageDraw.Draw(image)`.
///
/// # Errors
/// `RuntimeError` for a captured image.
pub fn draw(image: &Image) -> Fallible<ImageDraw> {
    image.change(|_| Ok(()))?;
    Ok(ImageDraw { image: image.clone() })
}

/// Methods of `ImageDraw`.
pub mod image_draw {
    use super::{
        Canvas, Color, Coordinates, Fallible, ImageDraw, Mode, Number, Part, Place, Raster, corners, ink_of,
        normalized, outlined, place, points, type_error,
    };

    pub use super::rounded::rounded_rectangle;
    pub use super::text::{text, textbbox, textbbox_at_left, textbbox_of_ints, textbbox_of_line, textlength};

    /// `draw.point(xy, fill)`.
    ///
    /// # Errors
    /// `TypeError` for a colour that is none; `ValueError` for coordinates that are none.
    pub fn point(draw: &ImageDraw, xy: &impl Coordinates, fill: &impl Color) -> Fallible<()> {
        draw.image.change(|raster| {
            let ink = ink_of(raster, fill)?;
            let mut canvas = Canvas { raster, ink: &ink, mask: None };
            points(xy)?.into_iter().for_each(|point| canvas.dot(place(point)));
            Ok(())
        })
    }

    /// `draw.line(xy, fill, width, joint)`, where joints are not rounded.
    ///
    /// # Errors
    /// As [`point`].
    pub fn line(draw: &ImageDraw, xy: &impl Coordinates, fill: &impl Color, width: i64, _joint: ()) -> Fallible<()> {
        draw.image.change(|raster| {
            let ink = ink_of(raster, fill)?;
            if width == 0 {
                return Ok(());
            }
            let points: Vec<Place> = points(xy)?.into_iter().map(place).collect();
            let mut canvas = Canvas { raster, ink: &ink, mask: None };
            for pair in points.windows(2) {
                match width {
                    1 => canvas.segment(pair[0], pair[1]),
                    _ => canvas.wide_segment(pair[0], pair[1], width),
                }
            }
            // A segment stops before its end, which belongs to the next.
            if let (1, [_, .., last]) = (width, &points[..]) {
                canvas.dot(*last);
            }
            Ok(())
        })
    }

    /// `draw.rectangle(xy, fill, outline, width)`.
    ///
    /// # Errors
    /// As [`point`]; `ValueError` where the second corner lies before the first; `TypeError` for more or fewer than two.
    pub fn rectangle(
        draw: &ImageDraw,
        xy: &impl Coordinates,
        fill: &impl Color,
        outline: &impl Color,
        width: i64,
    ) -> Fallible<()> {
        outlined(draw, fill, outline, width, |raster, inks| {
            let (start, end) = corners(xy)?;
            inks.inside(raster, |mut canvas| {
                for y in start.1.max(0)..=end.1.min(canvas.raster.height as i64) {
                    canvas.span(start.0, y, end.0);
                }
            });
            inks.around(raster, |mut canvas| {
                for i in 0..width {
                    canvas.span(start.0, start.1 + i, end.0);
                    canvas.span(start.0, end.1 - i, end.0);
                    canvas.segment((end.0 - i, start.1 + width), (end.0 - i, end.1 - width + 1));
                    canvas.segment((start.0 + i, start.1 + width), (start.0 + i, end.1 - width + 1));
                }
            });
            Ok(())
        })
    }

    /// `draw.ellipse(xy, fill, outline, width)`.
    ///
    /// # Errors
    /// As [`rectangle`].
    pub fn ellipse(
        draw: &ImageDraw,
        xy: &impl Coordinates,
        fill: &impl Color,
        outline: &impl Color,
        width: i64,
    ) -> Fallible<()> {
        outlined(draw, fill, outline, width, |raster, inks| {
            let (start, end) = corners(xy)?;
            inks.inside(raster, |mut canvas| canvas.ellipse(start, end, None));
            inks.around(raster, |mut canvas| canvas.ellipse(start, end, Some(width)));
            Ok(())
        })
    }

    /// `draw.arc(xy, start, end, fill, width)`.
    ///
    /// # Errors
    /// As [`rectangle`].
    pub fn arc(
        draw: &ImageDraw,
        xy: &impl Coordinates,
        start: f64,
        end: f64,
        fill: &impl Color,
        width: i64,
    ) -> Fallible<()> {
        draw.image.change(|raster| {
            let ink = ink_of(raster, fill)?;
            if width == 0 {
                return Ok(());
            }
            Canvas { raster, ink: &ink, mask: None }.arc(corners(xy)?, (start as f32, end as f32), width);
            Ok(())
        })
    }

    /// `draw.chord(xy, start, end, fill, outline, width)`.
    ///
    /// # Errors
    /// As [`rectangle`].
    pub fn chord(
        draw: &ImageDraw,
        xy: &impl Coordinates,
        start: f64,
        end: f64,
        fill: &impl Color,
        outline: &impl Color,
        width: i64,
    ) -> Fallible<()> {
        outlined(draw, fill, outline, width, |raster, inks| {
            let (first, last) = corners(xy)?;
            let (size, (start, end)) = ((last.0 - first.0, last.1 - first.1), normalized(start as f32, end as f32));
            if start == end {
                return Ok(());
            }
            let is_whole = start + 360.0 == end;
            inks.inside(raster, |mut canvas| match is_whole {
                true => canvas.ellipse(first, last, None),
                false => canvas.part(first, last, &Part::chord(size, size.0 + size.1 + 1, start, end)),
            });
            inks.around(raster, |mut canvas| match is_whole {
                true => canvas.ellipse(first, last, Some(width)),
                false => {
                    canvas.part(first, last, &Part::chord_line(size, width, start, end));
                    canvas.part(first, last, &Part::chord(size, width, start, end));
                }
            });
            Ok(())
        })
    }

    /// `draw.pieslice(xy, start, end, fill, outline, width)`.
    ///
    /// # Errors
    /// As [`rectangle`].
    pub fn pieslice(
        draw: &ImageDraw,
        xy: &impl Coordinates,
        start: f64,
        end: f64,
        fill: &impl Color,
        outline: &impl Color,
        width: i64,
    ) -> Fallible<()> {
        outlined(draw, fill, outline, width, |raster, inks| {
            let corners = corners(xy)?;
            let angles = (start as f32, end as f32);
            inks.inside(raster, |mut canvas| canvas.pie(corners, angles, None));
            inks.around(raster, |mut canvas| canvas.pie(corners, angles, Some(width)));
            Ok(())
        })
    }

    /// `draw.circle(xy, radius, fill, outline, width)`.
    ///
    /// # Errors
    /// As [`ellipse`].
    pub fn circle(
        draw: &ImageDraw,
        xy: &(impl Number, impl Number),
        radius: f64,
        fill: &impl Color,
        outline: &impl Color,
        width: i64,
    ) -> Fallible<()> {
        let (x, y) = (xy.0.value(), xy.1.value());
        ellipse(draw, &(x - radius, y - radius, x + radius, y + radius), fill, outline, width)
    }

    /// `draw.polygon(xy, fill, outline, width)`.
    ///
    /// # Errors
    /// As [`point`]; `TypeError` for fewer than two points.
    pub fn polygon(
        draw: &ImageDraw,
        xy: &impl Coordinates,
        fill: &impl Color,
        outline: &impl Color,
        width: i64,
    ) -> Fallible<()> {
        outlined(draw, fill, outline, width, |raster, inks| {
            let points: Vec<Place> = points(xy)?.into_iter().map(place).collect();
            if points.len() < 2 {
                return Err(type_error("coordinate list must contain at least 2 coordinates"));
            }
            inks.inside(raster, |mut canvas| canvas.polygon(&points));
            if let Some(ink) = &inks.border {
                outline_polygon(raster, ink, &points, width)?;
            }
            Ok(())
        })
    }

    fn outline_polygon(raster: &mut Raster, ink: &[u8], points: &[Place], width: i64) -> Fallible<()> {
        let closed = points.iter().zip(points.iter().cycle().skip(1));
        if width == 1 {
            let mut canvas = Canvas { raster, ink, mask: None };
            closed.for_each(|(from, to)| canvas.segment(*from, *to));
            return Ok(());
        }
        if raster.mode == Mode::Float {
            // Pillow fills its mask with the ink of the image, the lowest byte of which is then zero: nothing is within.
            return Ok(());
        }
        // A wide outline stays within the polygon.
        let mut inside = Raster::zeros(Mode::Luma, raster.width, raster.height)?;
        Canvas { raster: &mut inside, ink: &[1], mask: None }.polygon(points);
        let mask: Vec<bool> = inside.pixels.iter().map(|&pixel| pixel != 0).collect();
        let mut canvas = Canvas { raster, ink, mask: Some(&mask) };
        closed.for_each(|(from, to)| canvas.wide_segment(*from, *to, width.wrapping_mul(2).wrapping_sub(1)));
        Ok(())
    }
}

/// Draws a shape that has colours.
fn outlined(
    draw: &ImageDraw,
    fill: &impl Color,
    outline: &impl Color,
    width: i64,
    shape: impl FnOnce(&mut Raster, &Inks) -> Fallible<()>,
) -> Fallible<()> {
    draw.image.change(|raster| {
        let inks = Inks::of(raster, fill, outline, width)?;
        if inks.is_any() { shape(raster, &inks) } else { Ok(()) }
    })
}

/// The colours of a shape: within, and of its outline where that has another.
struct Inks {
    inner: Option<Vec<u8>>,
    border: Option<Vec<u8>>,
}

impl Inks {
    fn of(raster: &Raster, fill: &impl Color, outline: &impl Color, width: i64) -> Fallible<Self> {
        let is_plain = fill.ink() == Ink::None && outline.ink() == Ink::None;
        let border = if is_plain { Some(default_ink(raster)?) } else { color::pixel(outline, raster)? };
        let inner = color::pixel(fill, raster)?;
        let border = border.filter(|border| Some(border) != inner.as_ref() && width != 0);
        Ok(Self { inner, border })
    }

    fn is_any(&self) -> bool {
        self.inner.is_some() || self.border.is_some()
    }

    fn inside(&self, raster: &mut Raster, fill: impl FnOnce(Canvas<'_>)) {
        if let Some(ink) = &self.inner {
            fill(Canvas { raster, ink, mask: None });
        }
    }

    fn around(&self, raster: &mut Raster, outline: impl FnOnce(Canvas<'_>)) {
        if let Some(ink) = &self.border {
            outline(Canvas { raster, ink, mask: None });
        }
    }
}

fn ink_of(raster: &Raster, fill: &impl Color) -> Fallible<Vec<u8>> {
    match color::pixel(fill, raster)? {
        Some(ink) => Ok(ink),
        None => default_ink(raster),
    }
}

/// White.
fn default_ink(raster: &Raster) -> Fallible<Vec<u8>> {
    let one = matches!(raster.mode, Mode::Int | Mode::Float);
    Ok(color::pixel_of(Ink::Int(if one { 1 } else { -1 }), raster.mode)?.map_or_else(Vec::new, |ink| {
        // -1 is clipped to black in a single band.
        if raster.mode.bands() == 1 && !one { vec![0] } else { ink }
    }))
}

/// The corners of a rectangle.
fn corners(xy: &impl Coordinates) -> Fallible<(Place, Place)> {
    let points = points(xy)?;
    let &[start, end] = &points[..] else {
        return Err(type_error("coordinate list must contain exactly 2 coordinates"));
    };
    if end.0 < start.0 {
        return Err(value_error("x1 must be greater than or equal to x0"));
    }
    if end.1 < start.1 {
        return Err(value_error("y1 must be greater than or equal to y0"));
    }
    Ok((place(start), place(end)))
}

/// The pixel at a point, as C converts to `int`: what is too large for one is the least of all.
fn place((x, y): (f64, f64)) -> Place {
    let whole = |number: f64| {
        let fits = number > f64::from(i32::MIN) - 1.0 && number < f64::from(i32::MAX) + 1.0;
        i64::from(if fits { number as i32 } else { i32::MIN })
    };
    (whole(x), whole(y))
}

impl Object for ImageDraw {
    fn type_name(&self) -> &'static str {
        "ImageDraw"
    }

    fn freeze(&self) {
        self.image.freeze();
    }

    fn repr(&self, out: &mut String) {
        out.push_str("<PIL.ImageDraw.ImageDraw object>");
    }
}

impl Identity for ImageDraw {
    fn same(&self, other: &Self) -> bool {
        self.image.same(&other.image)
    }
}
