//! The module `PIL.ImageDraw`: lines, rectangles and points (libImaging/Draw.c).

use super::color::{self, Color, Ink};
use super::content::{Image, Raster};
use crate::exception::Fallible;
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
    use super::{Color, Fallible, Image, ImageDraw, Ink, Object, Raster, color};
    use crate::exception::{type_error, value_error};
    use crate::list::List;

    type Corners = (f64, f64, f64, f64);

    /// A number of a place.
    pub trait Coordinate: Object + Copy {
        /// As a float.
        fn value(self) -> f64;
    }

    impl Coordinate for i64 {
        fn value(self) -> f64 {
            self as f64
        }
    }

    impl Coordinate for f64 {
        fn value(self) -> f64 {
            self
        }
    }

    fn numbers<T: Coordinate>(xy: &[T]) -> Vec<f64> {
        xy.iter().map(|number| number.value()).collect()
    }

    fn pairs<X: Coordinate, Y: Coordinate>(xy: &[(X, Y)]) -> Vec<(f64, f64)> {
        xy.iter().map(|(x, y)| (x.value(), y.value())).collect()
    }

    /// `draw.rectangle((x0, y0, x1, y1), fill, outline, width)`.
    ///
    /// # Errors
    /// `ValueError` where the second corner lies before the first; `TypeError` for a colour that is none.
    pub fn rectangle(
        draw: &ImageDraw,
        xy: &Corners,
        fill: &impl Color,
        outline: &impl Color,
        width: i64,
    ) -> Fallible<()> {
        draw_rectangle(&draw.image, *xy, fill, outline, width)
    }

    /// `draw.rectangle([x0, y0, x1, y1], …)`.
    ///
    /// # Errors
    /// As [`rectangle`]; `TypeError` for another number of coordinates.
    pub fn rectangle_list(
        draw: &ImageDraw,
        xy: &List<impl Coordinate>,
        fill: &impl Color,
        outline: &impl Color,
        width: i64,
    ) -> Fallible<()> {
        match numbers(&xy.to_vec())[..] {
            [x0, y0, x1, y1] => draw_rectangle(&draw.image, (x0, y0, x1, y1), fill, outline, width),
            ref other if other.len() % 2 == 1 => Err(value_error("wrong number of coordinates")),
            _ => Err(type_error("coordinate list must contain exactly 2 coordinates")),
        }
    }

    /// `draw.rectangle([(x0, y0), (x1, y1)], …)`.
    ///
    /// # Errors
    /// As [`rectangle_list`].
    pub fn rectangle_pairs(
        draw: &ImageDraw,
        xy: &List<(impl Coordinate, impl Coordinate)>,
        fill: &impl Color,
        outline: &impl Color,
        width: i64,
    ) -> Fallible<()> {
        match pairs(&xy.to_vec())[..] {
            [(x0, y0), (x1, y1)] => draw_rectangle(&draw.image, (x0, y0, x1, y1), fill, outline, width),
            _ => Err(type_error("coordinate list must contain exactly 2 coordinates")),
        }
    }

    fn draw_rectangle(image: &Image, xy: Corners, fill: &impl Color, outline: &impl Color, width: i64) -> Fallible<()> {
        image.change(|raster| {
            let inner = color::pixel(fill, raster)?;
            let is_plain = fill.ink() == Ink::None && outline.ink() == Ink::None;
            let border = if is_plain { Some(default_ink(raster)?) } else { color::pixel(outline, raster)? };
            let border = border.filter(|border| Some(border) != inner.as_ref() && width != 0);
            if inner.is_none() && border.is_none() {
                return Ok(());
            }
            if xy.2 < xy.0 {
                return Err(value_error("x1 must be greater than or equal to x0"));
            }
            if xy.3 < xy.1 {
                return Err(value_error("y1 must be greater than or equal to y0"));
            }
            let corners = (xy.0 as i64, xy.1 as i64, xy.2 as i64, xy.3 as i64);
            if let Some(ink) = &inner {
                for y in corners.1.max(0)..=corners.3.min(raster.height as i64) {
                    span(raster, corners.0, y, corners.2, ink);
                }
            }
            if let Some(ink) = border {
                draw_outline(raster, corners, &ink, width);
            }
            Ok(())
        })
    }

    fn draw_outline(raster: &mut Raster, (x0, y0, x1, y1): (i64, i64, i64, i64), ink: &[u8], width: i64) {
        for i in 0..width {
            span(raster, x0, y0 + i, x1, ink);
            span(raster, x0, y1 - i, x1, ink);
            segment(raster, (x1 - i, y0 + width), (x1 - i, y1 - width + 1), ink);
            segment(raster, (x0 + i, y0 + width), (x0 + i, y1 - width + 1), ink);
        }
    }

    /// `draw.line([(x, y), …], fill)`.
    ///
    /// # Errors
    /// `TypeError` for a colour that is none.
    pub fn line(
        draw: &ImageDraw,
        xy: &List<(impl Coordinate, impl Coordinate)>,
        fill: &impl Color,
        width: i64,
    ) -> Fallible<()> {
        draw_lines(&draw.image, &pairs(&xy.to_vec()), fill, width)
    }

    /// `draw.line((x0, y0, x1, y1), fill)`.
    ///
    /// # Errors
    /// As [`line`].
    pub fn line_flat(draw: &ImageDraw, xy: &Corners, fill: &impl Color, width: i64) -> Fallible<()> {
        draw_lines(&draw.image, &[(xy.0, xy.1), (xy.2, xy.3)], fill, width)
    }

    fn draw_lines(image: &Image, points: &[(f64, f64)], fill: &impl Color, width: i64) -> Fallible<()> {
        image.change(|raster| {
            let ink = ink_of(raster, fill)?;
            if width == 0 {
                return Ok(());
            }
            let points: Vec<(i64, i64)> = points.iter().map(|&(x, y)| (x as i64, y as i64)).collect();
            for pair in points.windows(2) {
                segment(raster, pair[0], pair[1], &ink);
            }
            // A segment stops before its end, which belongs to the next.
            if let Some(&(x, y)) = points.last() {
                dot(raster, x, y, &ink);
            }
            Ok(())
        })
    }

    /// `draw.point((x, y), fill)`.
    ///
    /// # Errors
    /// As [`line`].
    pub fn point(draw: &ImageDraw, xy: &(f64, f64), fill: &impl Color) -> Fallible<()> {
        draw_points(&draw.image, &[*xy], fill)
    }

    /// `draw.point([(x, y), …], fill)`.
    ///
    /// # Errors
    /// As [`line`].
    pub fn points(draw: &ImageDraw, xy: &List<(impl Coordinate, impl Coordinate)>, fill: &impl Color) -> Fallible<()> {
        draw_points(&draw.image, &pairs(&xy.to_vec()), fill)
    }

    fn draw_points(image: &Image, points: &[(f64, f64)], fill: &impl Color) -> Fallible<()> {
        image.change(|raster| {
            let ink = ink_of(raster, fill)?;
            points.iter().for_each(|&(x, y)| dot(raster, x as i64, y as i64, &ink));
            Ok(())
        })
    }

    fn ink_of(raster: &Raster, fill: &impl Color) -> Fallible<Vec<u8>> {
        match color::pixel(fill, raster)? {
            Some(ink) => Ok(ink),
            None => default_ink(raster),
        }
    }

    /// White.
    fn default_ink(raster: &Raster) -> Fallible<Vec<u8>> {
        use super::super::content::Mode;
        let one = matches!(raster.mode, Mode::Int | Mode::Float);
        Ok(color::pixel_of(Ink::Int(if one { 1 } else { -1 }), raster.mode)?.map_or_else(Vec::new, |ink| {
            // -1 is clipped to black in a single band.
            if raster.mode.bands() == 1 && !one { vec![0] } else { ink }
        }))
    }

    fn dot(raster: &mut Raster, x: i64, y: i64, ink: &[u8]) {
        if (0..raster.width as i64).contains(&x) && (0..raster.height as i64).contains(&y) {
            raster.pixel_mut(x as usize, y as usize).copy_from_slice(ink);
        }
    }

    /// From one column to another, both included.
    fn span(raster: &mut Raster, x0: i64, y: i64, x1: i64, ink: &[u8]) {
        for x in x0.max(0)..=x1.min(raster.width as i64 - 1) {
            dot(raster, x, y, ink);
        }
    }

    /// From one point to before another, by Bresenham.
    fn segment(raster: &mut Raster, from: (i64, i64), to: (i64, i64), ink: &[u8]) {
        let ((mut x, mut y), (dx, dy)) = (from, ((to.0 - from.0).abs(), (to.1 - from.1).abs()));
        let (step_x, step_y) = (if to.0 < from.0 { -1 } else { 1 }, if to.1 < from.1 { -1 } else { 1 });
        let is_flat = dx > dy;
        let (long, short) = if is_flat { (dx, dy) } else { (dy, dx) };
        let mut error = 2 * short - long;
        for _ in 0..long {
            dot(raster, x, y, ink);
            if error >= 0 && short > 0 {
                if is_flat {
                    y += step_y
                } else {
                    x += step_x
                }
                error -= 2 * long;
            }
            error += 2 * short;
            if is_flat { x += step_x } else { y += step_y }
        }
    }
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
