//! Parts of ellipses: the rows of a ring, cut by half-planes (libImaging/Draw.c).
//!
//! Coordinates are in half pixels from the middle of the ellipse, angles in degrees clockwise from the right.

use super::shapes::{Canvas, Place, rings};

/// The lines by which a ring is cut.
#[derive(Debug, Clone)]
enum Cut {
    /// All where `a * x + b * y + c` is positive.
    Half { a: f64, b: f64, c: f64 },
    /// What both leave.
    Both(Box<Cut>, Box<Cut>),
    /// What one of them leaves.
    Either(Box<Cut>, Box<Cut>),
}

/// An end of a piece of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
struct End {
    x: i64,
    opens: bool,
}

fn half(a: f64, b: f64, c: f64) -> Cut {
    Cut::Half { a, b, c }
}

fn both(one: Cut, other: Cut) -> Cut {
    Cut::Both(Box::new(one), Box::new(other))
}

fn either(one: Cut, other: Cut) -> Cut {
    Cut::Either(Box::new(one), Box::new(other))
}

/// `both` of less than half a turn, else `either`.
fn between(one: Cut, other: Cut, is_narrow: bool) -> Cut {
    if is_narrow { both(one, other) } else { either(one, other) }
}

impl Cut {
    /// The pieces that are left of a row: their ends, from left to right.
    fn row(&self, left: i64, y: i64, right: i64) -> Vec<End> {
        match self {
            Cut::Half { a, b, c } => {
                let (mut left, mut right) = (left, right);
                let height = b * y as f64 + c;
                if a.abs() < EPSILON {
                    if height < -EPSILON {
                        return Vec::new();
                    }
                } else {
                    let crossing = -height / a;
                    if a * left as f64 + height < EPSILON {
                        left = nearest((left as f64).max(crossing));
                    }
                    if a * right as f64 + height < EPSILON {
                        right = nearest((right as f64).min(crossing));
                    }
                }
                if left > right {
                    return Vec::new();
                }
                vec![End { x: left, opens: true }, End { x: right, opens: false }]
            }
            Cut::Both(one, other) => {
                joined(&one.row(left, y, right), &other.row(left, y, right), |open| open[0] > 0 && open[1] > 0)
            }
            Cut::Either(one, other) => {
                joined(&one.row(left, y, right), &other.row(left, y, right), |open| open[0] > 0 || open[1] > 0)
            }
        }
    }

    /// The same with the axes exchanged.
    fn transposed(self) -> Self {
        match self {
            Cut::Half { a, b, c } => half(b, a, c),
            Cut::Both(one, other) => both(one.transposed(), other.transposed()),
            Cut::Either(one, other) => either(one.transposed(), other.transposed()),
        }
    }
}

const EPSILON: f64 = 1e-9;

/// As C's `lround` in an `int`.
fn nearest(value: f64) -> i64 {
    i64::from(value.round() as i64 as i32)
}

/// The pieces of both rows where it holds how many of each are open.
fn joined(one: &[End], other: &[End], holds: impl Fn([u32; 2]) -> bool) -> Vec<End> {
    let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
    let mut open = [0u32; 2];
    let mut ends: Vec<End> = Vec::new();
    loop {
        let is_one = match (one.peek(), other.peek()) {
            (None, None) => return ends,
            (Some(a), Some(b)) => a.x < b.x || (a.x == b.x && a.opens && !b.opens),
            (one, None) => one.is_some(),
            (None, _) => false,
        };
        let Some(end) = (if is_one { one.next() } else { other.next() }) else { return ends };
        let count = &mut open[usize::from(!is_one)];
        *count = if end.opens { *count + 1 } else { count.saturating_sub(1) };
        let is_open = ends.last().is_some_and(|last| last.opens);
        if end.opens != is_open && end.opens == holds(open) {
            ends.push(*end);
        }
    }
}

/// The angles from `start` to `end`: 0 ≤ start < 360, start ≤ end ≤ start + 360.
pub fn normalized(start: f32, end: f32) -> (f32, f32) {
    if end - start >= 360.0 {
        return (0.0, 360.0);
    }
    let turn = |angle: f64| angle % 360.0;
    let first = turn(if start < 0.0 { 360.0 - turn(-f64::from(start)) } else { f64::from(start) }) as f32;
    let reach = if end < first { 360.0 - turn(f64::from(first - end)) } else { f64::from(end - first) };
    (first, (f64::from(first) + turn(reach)) as f32)
}

/// A part of an ellipse: how it is cut, and the width of its ring.
pub struct Part {
    cut: Option<Cut>,
    width: i64,
}

impl Part {
    /// The curve between two angles, with ends at right angles to it.
    pub fn arc(size: Place, width: i64, start: f32, end: f32) -> Self {
        Self { cut: arc(size, start, end), width }
    }

    /// What a straight line between two points of the curve cuts off.
    pub fn chord(size: Place, width: i64, start: f32, end: f32) -> Self {
        let (a, b, c) = chord_line(size, start, end);
        Self { cut: Some(half(a, b, c)), width }
    }

    /// That line.
    pub fn chord_line(size: Place, width: i64, start: f32, end: f32) -> Self {
        let (a, b, c) = chord_line(size, start, end);
        let other = half(-a, -b, 2.0 * width as f64 * (a.powi(2) + b.powi(2)).sqrt() - c);
        Self { cut: Some(both(half(a, b, c), other)), width: size.0 + size.1 + 1 }
    }

    /// What lies between two lines from the middle.
    pub fn pie(size: Place, width: i64, start: f32, end: f32) -> Self {
        let ((left_x, left_y), (right_x, right_y)) = (on_curve(size, start), on_curve(size, end));
        let sides = between(half(-left_y, left_x, 0.0), half(right_y, -right_x, 0.0), end - start < 180.0);
        let cut = if end - start < 90.0 {
            // Sharp ones would have spikes on the other side.
            both(sides, half((left_x + right_x) / 2.0, (left_y + right_y) / 2.0, 0.0))
        } else {
            sides
        };
        Self { cut: Some(cut), width }
    }

    /// One of these lines.
    pub fn pie_side(size: Place, width: i64, angle: f32) -> Self {
        let (x, y) = on_curve(size, angle);
        let (a, b) = (-y, x);
        let c = width as f64 * (a * a + b * b).sqrt();
        let cut = both(both(half(a, b, c), half(-a, -b, c)), half(b, -a, 0.0));
        Self { cut: Some(cut), width: size.0 + size.1 + 1 }
    }
}

/// The point of the curve at an angle.
fn on_curve((a, b): Place, angle: f32) -> (f64, f64) {
    let angle = radians(angle);
    (a as f64 * angle.cos(), b as f64 * angle.sin())
}

fn radians(angle: f32) -> f64 {
    f64::from(angle) * std::f64::consts::PI / 180.0
}

/// The line through the points at two angles.
fn chord_line(size: Place, start: f32, end: f32) -> (f64, f64, f64) {
    let ((left_x, left_y), (right_x, right_y)) = (on_curve(size, start), on_curve(size, end));
    let (a, b) = (right_y - left_y, left_x - right_x);
    (a, b, -(a * left_x + b * left_y))
}

fn arc((a, b): Place, start: f32, end: f32) -> Option<Cut> {
    if a < b {
        return arc((b, a), 90.0 - end, 90.0 - start).map(Cut::transposed);
    }
    let (start, end) = normalized(start, end);
    if end == start + 360.0 {
        return None;
    }
    let (width, height) = (a as f64, b as f64);
    let (left, right) = (radians(start), radians(end));
    let doubled = |angle: f32| f64::from(angle) * std::f64::consts::PI / 90.0;
    let offset = width * width - height * height;
    let first = half(-width * left.sin(), height * left.cos(), offset * doubled(start).sin() / 2.0);
    let last = half(width * right.sin(), -height * right.cos(), -offset * doubled(end).sin() / 2.0);
    let is_narrow = end - start < 180.0;
    let side = |is_below: bool| half(0.0, if is_below { 1.0 } else { -1.0 }, 0.0);
    let half_turns = |angle: f32| (angle / 180.0) as i32;
    Some(if start % 180.0 == 0.0 || end % 180.0 == 0.0 {
        between(first, last, is_narrow)
    } else if (half_turns(start) + half_turns(end)) % 2 == 1 {
        either(both(side(half_turns(start) % 2 == 0), first), both(side(half_turns(end) % 2 == 0), last))
    } else {
        let is_below = !(180.0..=540.0).contains(&end);
        between(between(first, last, is_narrow), side(is_below), is_narrow)
    })
}

impl Canvas<'_> {
    /// A part of the ellipse in the rectangle between two corners.
    pub fn part(&mut self, (x0, y0): Place, (x1, y1): Place, part: &Part) {
        let (a, b) = (x1 - x0, y1 - y0);
        for (left, y, right) in rings(a, b, part.width) {
            let ends = match &part.cut {
                Some(cut) => cut.row(left, y, right),
                None => vec![End { x: left, opens: true }, End { x: right, opens: false }],
            };
            for piece in ends.chunks_exact(2) {
                self.span(x0 + (piece[0].x + a) / 2, y0 + (y + b) / 2, x0 + (piece[1].x + a) / 2);
            }
        }
    }

    /// `ImagingDrawArc`: the curve between two angles, in the rectangle between two corners.
    pub fn arc(&mut self, (first, last): (Place, Place), (start, end): (f32, f32), width: i64) {
        let (size, (start, end)) = ((last.0 - first.0, last.1 - first.1), normalized(start, end));
        if start + 360.0 == end {
            self.ellipse(first, last, Some(width));
        } else if start != end {
            self.part(first, last, &Part::arc(size, width, start, end));
        }
    }

    /// `ImagingDrawPieslice`: a slice of the ellipse, filled or with an outline of that width.
    pub fn pie(&mut self, (first, last): (Place, Place), (start, end): (f32, f32), width: Option<i64>) {
        let (size, (start, end)) = ((last.0 - first.0, last.1 - first.1), normalized(start, end));
        if start + 360.0 == end {
            return self.ellipse(first, last, width);
        }
        if start == end {
            return;
        }
        let Some(width) = width else {
            return self.part(first, last, &Part::pie(size, size.0 + size.1, start, end));
        };
        self.part(first, last, &Part::pie_side(size, width, start));
        self.part(first, last, &Part::pie_side(size, width, end));
        // Both sides end in a disc around the middle.
        let middle = |from: i64, to: i64| nearest((from + to - width) as f64 / 2.0);
        let corner = (middle(first.0, last.0), middle(first.1, last.1));
        self.ellipse(corner, (corner.0 + width - 1, corner.1 + width - 1), None);
        self.part(first, last, &Part::pie(size, width, start, end));
    }
}
