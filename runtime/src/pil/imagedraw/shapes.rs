//! Points, lines, polygons and ellipses on pixels, with those that Pillow chooses (libImaging/Draw.c).

use crate::pil::content::Raster;

/// A place on an image; it may lie outside.
pub type Place = (i64, i64);

/// Where a shape is drawn: on which pixels, with which colour, and, if it is not everywhere, on which of them.
pub struct Canvas<'a> {
    /// The pixels.
    pub raster: &'a mut Raster,
    /// The bytes of the colour.
    pub ink: &'a [u8],
    /// For each pixel whether it may be changed.
    pub mask: Option<&'a [bool]>,
}

impl Canvas<'_> {
    /// One pixel.
    pub fn dot(&mut self, (x, y): Place) {
        if (0..self.raster.width as i64).contains(&x) && (0..self.raster.height as i64).contains(&y) {
            let (x, y) = (x as usize, y as usize);
            if self.mask.is_none_or(|mask| mask[y * self.raster.width + x]) {
                self.raster.pixel_mut(x, y).copy_from_slice(self.ink);
            }
        }
    }

    /// From one column to another, both included.
    pub fn span(&mut self, x0: i64, y: i64, x1: i64) {
        for x in x0.max(0)..=x1.min(self.raster.width as i64 - 1) {
            self.dot((x, y));
        }
    }

    /// From one point to before another, by Bresenham's algorithm.
    pub fn segment(&mut self, from: Place, to: Place) {
        let ((mut x, mut y), (dx, dy)) = (from, ((to.0 - from.0).abs(), (to.1 - from.1).abs()));
        let (step_x, step_y) = (if to.0 < from.0 { -1 } else { 1 }, if to.1 < from.1 { -1 } else { 1 });
        let is_flat = dx > dy;
        let (long, short) = if is_flat { (dx, dy) } else { (dy, dx) };
        let mut error = 2 * short - long;
        for _ in 0..long {
            self.dot((x, y));
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

    /// A line of more than one pixel: the rectangle around it, turned.
    pub fn wide_segment(&mut self, from: Place, to: Place, width: i64) {
        let (dx, dy) = ((to.0 - from.0) as f64, (to.1 - from.1) as f64);
        if from == to {
            return self.dot(from);
        }
        let (long, half) = (dx.hypot(dy), (width - 1) as f64 / 2.0);
        let (most, least) = (away_from_zero(half) / long, towards_zero(half) / long);
        let (least_x, most_x) = (towards_zero(least * dy) as i64, towards_zero(most * dy) as i64);
        let (least_y, most_y) = (towards_zero(least * dx) as i64, towards_zero(most * dx) as i64);
        let corners = [
            (from.0 - least_x, from.1 + most_y),
            (to.0 - least_x, to.1 + most_y),
            (to.0 + most_x, to.1 - least_y),
            (from.0 + most_x, from.1 - least_y),
        ];
        let edges = (0..4).map(|corner| Edge::new(corners[corner], corners[(corner + 1) % 4])).collect();
        self.fill(edges);
    }

    /// All within a polygon, its edges included.
    pub fn polygon(&mut self, points: &[Place]) {
        let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return };
        let mut edges: Vec<Edge> = Vec::new();
        for (index, pair) in points.windows(2).enumerate() {
            let (from, to) = (pair[0], pair[1]);
            // A level edge that goes on where a level one ended makes that one longer.
            if index > 0
                && from.1 == to.1
                && from.1 == points[index - 1].1
                && let Some(before) = edges.last_mut()
            {
                if to.0 > from.0 && from.0 > points[index - 1].0 {
                    before.right = to.0;
                    continue;
                } else if to.0 < from.0 && from.0 < points[index - 1].0 {
                    before.left = to.0;
                    continue;
                }
            }
            edges.push(Edge::new(from, to));
        }
        if last != first {
            edges.push(Edge::new(last, first));
        }
        self.fill(edges);
    }

    /// All between edges, by rows.
    fn fill(&mut self, edges: Vec<Edge>) {
        let height = self.raster.height as i64;
        let top = edges.iter().map(|edge| edge.top).fold(height - 1, i64::min).max(0);
        let bottom = edges.iter().map(|edge| edge.bottom).fold(0, i64::max).min(height);
        for edge in edges.iter().filter(|edge| edge.is_level()) {
            self.span(edge.left, edge.top, edge.right);
        }
        let edges: Vec<Edge> = edges.into_iter().filter(|edge| !edge.is_level()).collect();
        for y in top..=bottom {
            let mut crossings = crossings(&edges, y, bottom);
            crossings.sort_by(f32::total_cmp);
            for pair in crossings.chunks_exact(2) {
                self.span(away_from_zero_single(pair[0]), y, towards_zero_single(pair[1]));
            }
        }
    }

    /// An ellipse in the rectangle between two corners: filled, or with an outline of that width.
    pub fn ellipse(&mut self, (x0, y0): Place, (x1, y1): Place, width: Option<i64>) {
        let (a, b) = (x1 - x0, y1 - y0);
        if a < 0 || b < 0 {
            return;
        }
        for (left, y, right) in rings(a, b, width.unwrap_or(a + b)) {
            self.span(x0 + (left + a) / 2, y0 + (y + b) / 2, x0 + (right + a) / 2);
        }
    }
}

/// An edge of a polygon.
#[derive(Debug, Clone)]
struct Edge {
    start: Place,
    left: i64,
    right: i64,
    top: i64,
    bottom: i64,
    /// Columns for each row.
    slope: f32,
}

impl Edge {
    fn new(from: Place, to: Place) -> Self {
        // Of places that are farther apart than C's `int` reaches the difference wraps around.
        let difference = |to: i64, from: i64| (to - from) as i32 as f32;
        let slope = if from.1 == to.1 { 0.0 } else { difference(to.0, from.0) / difference(to.1, from.1) };
        Self {
            start: from,
            left: from.0.min(to.0),
            right: from.0.max(to.0),
            top: from.1.min(to.1),
            bottom: from.1.max(to.1),
            slope,
        }
    }

    fn is_level(&self) -> bool {
        self.top == self.bottom
    }

    /// The column where it crosses a row.
    fn at(&self, y: i64) -> f32 {
        (y - self.start.1) as f32 * self.slope + self.start.0 as f32
    }

    fn has(&self, y: i64) -> bool {
        (self.top..=self.bottom).contains(&y)
    }

    fn ends_at(&self, y: i64) -> bool {
        y == self.top || y == self.bottom
    }
}

/// Where edges cross a row. At a corner that is sharper than the pixels the crossing is moved, so that the row joins the next one.
fn crossings(edges: &[Edge], y: i64, bottom: i64) -> Vec<f32> {
    let mut found = Vec::new();
    for (index, edge) in edges.iter().enumerate().filter(|(_, edge)| edge.has(y)) {
        let crossing = edge.at(y);
        found.push(crossing);
        if y == edge.bottom && y < bottom {
            found.push(crossing);
            continue;
        }
        if !edge.ends_at(y) || edge.slope == 0.0 {
            continue;
        }
        // The row that the two edges of the corner go on to.
        let next = if y == edge.bottom { y - 1 } else { y + 1 };
        let other = edges[..index].iter().find(|other| {
            other.ends_at(y) && other.slope != 0.0 && crossing.round() == other.at(y).round() && other.has(next)
        });
        let Some(other) = other else { continue };
        let (own, others) = (edge.at(next), other.at(next));
        let last = found.len() - 1;
        if crossing > own + 1.0 && crossing > others + 1.0 {
            found[last] = own.max(others).round() + 1.0;
        } else if crossing < own - 1.0 && crossing < others - 1.0 {
            found[last] = own.min(others).round() - 1.0;
        }
    }
    found
}

/// The points of a quarter of an ellipse around the origin, from its right end to its top, in steps of half a pixel: of each next
/// one the nearest to the curve.
struct Quarter {
    a: i64,
    b: i64,
    at: Option<Place>,
}

impl Quarter {
    fn new(a: i64, b: i64) -> Self {
        Self { a, b, at: (a >= 0 && b >= 0).then_some((a, b % 2)) }
    }

    /// How far a point is from the curve.
    fn distance(&self, (x, y): Place) -> i64 {
        let (a2, b2) = (self.a.wrapping_mul(self.a), self.b.wrapping_mul(self.b));
        let value = a2.wrapping_mul(y).wrapping_mul(y).wrapping_add(b2.wrapping_mul(x).wrapping_mul(x));
        value.wrapping_sub(a2.wrapping_mul(b2)).wrapping_abs()
    }
}

impl Iterator for Quarter {
    type Item = Place;

    fn next(&mut self) -> Option<Place> {
        let (x, y) = self.at?;
        self.at = if (x, y) == (self.a % 2, self.b) {
            None
        } else {
            let mut best = (x, y + 2);
            if x > 1 {
                for other in [(x - 2, y + 2), (x - 2, y)] {
                    if self.distance(best) > self.distance(other) {
                        best = other;
                    }
                }
            }
            Some(best)
        };
        Some((x, y))
    }
}

/// The rows of a ring between two ellipses: left end, row and right end, in half pixels from the middle.
pub(super) fn rings(a: i64, b: i64, width: i64) -> Vec<(i64, i64, i64)> {
    let mut outer = Quarter::new(a, b);
    let Some((mut right, mut row)) = (width >= 1).then(|| outer.next()).flatten() else { return Vec::new() };
    let mut inner = Quarter::new(a - 2 * (width - 1), b - 2 * (width - 1));
    let innermost = a % 2;
    let mut inner_left = innermost;
    let mut rows = Vec::new();
    loop {
        let (y, mut left, own_right) = (row, inner_left, right);
        let next = outer.by_ref().find(|point| point.1 > y);
        inner_left = innermost;
        for (x, inner_row) in inner.by_ref() {
            if inner_row > y {
                inner_left = x;
                break;
            }
            left = x;
        }
        let sides = [(-own_right, -left), (if left == 0 { 2 } else { left }, own_right)];
        // Of two halves that touch the second has nothing of its own where it is empty.
        let halves = if left > 0 || left < own_right { 2 } else { 1 };
        for (start, end) in &sides[..halves] {
            rows.push((*start, -y, *end));
            if y > 0 {
                rows.push((*start, y, *end));
            }
        }
        match next {
            Some((x, y)) => (right, row) = (x, y),
            None => return rows,
        }
    }
}

/// To the nearest whole number, halves away from zero.
fn away_from_zero(value: f64) -> f64 {
    (value.abs() + 0.5).floor().copysign(value)
}

/// To the nearest whole number, halves towards zero.
fn towards_zero(value: f64) -> f64 {
    (value.abs() - 0.5).ceil().copysign(value)
}

/// As [`away_from_zero`]; what is not negative is added in single precision.
fn away_from_zero_single(value: f32) -> i64 {
    if value >= 0.0 { (value + 0.5).floor() as i64 } else { away_from_zero(f64::from(value)) as i64 }
}

/// As [`towards_zero`]; what is not negative is subtracted from in single precision.
fn towards_zero_single(value: f32) -> i64 {
    if value >= 0.0 { (value - 0.5).ceil() as i64 } else { towards_zero(f64::from(value)) as i64 }
}
