//! `findContours`, the hulls and least rectangles of points, and `fillPoly`.

use super::borders::{Retrieval, borders};
use super::contours::points;
use super::hull::{Coordinate, Rectangle, convex_hull};
use super::pixels::{Pixels, Saturate, error, scalar};
use super::polygon::{self, Canvas};
use crate::exception::Fallible;
use crate::list::List;
use crate::numpy::{Array, Element, Shape};
use crate::sequence::{self, Sequence};

/// The contours, and for each its neighbours: the next and previous on its level, its first child, and its parent.
type Contours = (Sequence<Array<i32>>, Option<Array<i32>>);

/// `findContours(image, mode, method, contours, hierarchy, offset)` of an image of bytes.
///
/// # Errors
/// `cv2.error` for an image of several channels, or an empty one.
pub fn find_contours(
    image: &Array<u8>,
    mode: i64,
    method: i64,
    _contours: (),
    _hierarchy: (),
    offset: &(i64, i64),
) -> Fallible<Contours> {
    let pixels = Pixels::of(image)?;
    if pixels.channels != 1 {
        return Err(error("(-210:Unsupported format or combination of formats) in function 'create'"));
    }
    let retrieval = match mode {
        0 => Retrieval::External,
        1 => Retrieval::List,
        2 => Retrieval::Components,
        _ => Retrieval::Tree,
    };
    if pixels.elements.is_empty() {
        return Ok((sequence::from_vec(Vec::new()), None));
    }
    const ALL_POINTS: i64 = 1;
    let found = borders(&pixels.elements, pixels.columns, retrieval, method == ALL_POINTS);
    let (right, down) = (offset.0 as i32, offset.1 as i32);
    let contour = |points: &[[i32; 2]]| {
        let moved = points.iter().flat_map(|[x, y]| [x.wrapping_add(right), y.wrapping_add(down)]);
        Array::from_vec(moved.collect(), &[points.len(), 1, 2])
    };
    let contours = found.iter().map(|border| contour(&border.points)).collect();
    let place = |link: Option<usize>| link.map_or(-1, |place| place as i32);
    let links = found.iter().flat_map(|border| [border.next, border.previous, border.child, border.parent].map(place));
    let hierarchy = (!found.is_empty()).then(|| Array::from_vec(links.collect(), &[1, found.len(), 4]));
    Ok((sequence::from_vec(contours), hierarchy))
}

/// `convexHull(points, hull, clockwise, returnPoints=True)`.
///
/// # Errors
/// `cv2.error` for what are no points.
pub fn convex_hull_of<T: Element + Coordinate>(
    array: &Array<T>,
    _hull: (),
    clockwise: bool,
    _return_points: bool,
) -> Fallible<Array<T>> {
    let points = points(array)?;
    let hull = convex_hull(&points, clockwise);
    let elements: Vec<T> = hull.iter().flat_map(|&place| points[place]).collect();
    Ok(Array::from_vec(elements, &[hull.len(), 1, 2]))
}

/// A turned rectangle: its centre, its size, and its angle in degrees.
type Turned = ((f64, f64), (f64, f64), f64);

/// `minAreaRect(points)`.
///
/// # Errors
/// `cv2.error` for what are no points.
pub fn min_area_rect<T: Element + Coordinate>(array: &Array<T>) -> Fallible<Turned> {
    let points = points(array)?;
    let hull: Vec<[f32; 2]> =
        convex_hull(&points, false).into_iter().map(|place| points[place].map(Coordinate::float)).collect();
    let Rectangle { center, size, angle } = Rectangle::around(&hull);
    let pair = |[a, b]: [f32; 2]| (a.into(), b.into());
    Ok((pair(center), pair(size), angle.into()))
}

/// `boxPoints(box)`: the corners, the lower left first.
#[must_use]
pub fn box_points(rectangle: &Turned) -> Array<f32> {
    let (center, size, angle) = rectangle;
    let pair = |&(a, b): &(f64, f64)| [a as f32, b as f32];
    let rectangle = Rectangle { center: pair(center), size: pair(size), angle: *angle as f32 };
    Array::from_vec(rectangle.corners().concat(), &[4, 2])
}

/// Polygons: a list or tuple of arrays of points, or an array of them.
pub trait Polygons {
    /// The corners of each.
    ///
    /// # Errors
    /// `cv2.error` for what are no points.
    fn corners(&self) -> Fallible<Vec<Vec<[i64; 2]>>>;
}

fn corners_of(array: &Array<i32>) -> Fallible<Vec<[i64; 2]>> {
    Ok(points(array)?.into_iter().map(|point| point.map(i64::from)).collect())
}

impl Polygons for List<Array<i32>> {
    fn corners(&self) -> Fallible<Vec<Vec<[i64; 2]>>> {
        self.to_vec().iter().map(corners_of).collect()
    }
}

impl Polygons for Sequence<Array<i32>> {
    fn corners(&self) -> Fallible<Vec<Vec<[i64; 2]>>> {
        self.as_slice().iter().map(corners_of).collect()
    }
}

impl Polygons for Array<i32> {
    fn corners(&self) -> Fallible<Vec<Vec<[i64; 2]>>> {
        match *self.shape() {
            [_, count, 2] | [_, count, 1, 2] => {
                let points: Vec<[i64; 2]> = self.to_vec().as_chunks::<2>().0.iter().map(|p| p.map(i64::from)).collect();
                Ok(points.chunks(count.max(1)).map(<[_]>::to_vec).collect())
            }
            _ => Err(error("(-215:Assertion failed) p.checkVector(2, CV_32S) >= 0")),
        }
    }
}

/// `fillPoly(img, pts, color)`: draws into the image, which it gives back.
///
/// # Errors
/// `cv2.error` for what are no points, or an image that cannot be drawn on.
pub fn fill_poly<T: Saturate>(img: &Array<T>, pts: &impl Polygons, color: &impl Shape) -> Fallible<Array<T>> {
    let mut pixels = Pixels::of(img)?;
    let color = scalar(color).map(T::saturate);
    let (rows, columns, channels) = (pixels.rows, pixels.columns, pixels.channels);
    let color = &color[..channels.min(4)];
    let canvas = Canvas { rows: rows as i64, columns: columns as i64 };
    polygon::fill(canvas, &pts.corners()?, |row, first, last| {
        let (row, first, last) = (row as usize, first as usize, last as usize);
        for pixel in pixels.elements[(row * columns + first) * channels..(row * columns + last + 1) * channels]
            .chunks_exact_mut(channels)
        {
            pixel.copy_from_slice(color);
        }
    });
    pixels.store_in(img)?;
    Ok(img.clone())
}
