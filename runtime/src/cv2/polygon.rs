//! Polygons on a grid of pixels: which pixels lie on their sides and within, in whole numbers as OpenCV counts them.

/// Coordinates within have so many bits behind the point.
const SHIFT: u32 = 16;
const ONE: i64 = 1 << SHIFT;

/// The size of the image that is drawn on.
#[derive(Debug, Clone, Copy)]
pub struct Canvas {
    pub rows: i64,
    pub columns: i64,
}

/// A side that goes down from one row to another.
#[derive(Debug, Clone, Copy)]
struct Side {
    top: i64,
    bottom: i64,
    /// Where it crosses the row that is being filled.
    x: i64,
    /// How far it goes to the right from row to row.
    slope: i64,
}

impl Side {
    /// The side from one point to another, as the line that is drawn of it; none that lies in a row.
    fn between(canvas: Canvas, from: [i64; 2], to: [i64; 2]) -> Option<Self> {
        if from[1] == to[1] {
            return None;
        }
        // A line is cut to whole pixels, which turns it a little.
        let (cut_from, cut_to, _) =
            if canvas.holds(from) && canvas.holds(to) { (from, to, true) } else { cut(canvas, from, to) };
        let rows = if cut_from[1] == cut_to[1] { (from[1], to[1]) } else { (cut_from[1], cut_to[1]) };
        let (start, end) = ([cut_from[0] << SHIFT, rows.0], [cut_to[0] << SHIFT, rows.1]);
        let slope = (end[0] - start[0]) / (end[1] - start[1]);
        let (upper, lower, [x, y]) = if from[1] < to[1] { (from, to, start) } else { (to, from, end) };
        Some(Self { top: upper[1], bottom: lower[1], x: x + (upper[1] - y) * slope, slope })
    }
}

impl Canvas {
    fn holds(self, [column, row]: [i64; 2]) -> bool {
        (0..self.columns).contains(&column) && (0..self.rows).contains(&row)
    }
}

/// Calls `paint` for the pixels of the polygons, by row and first and last column; a pixel that lies within an even number
/// of them stays as it is.
pub fn fill(canvas: Canvas, polygons: &[Vec<[i64; 2]>], mut paint: impl FnMut(i64, i64, i64)) {
    let mut sides = Vec::new();
    for polygon in polygons {
        let Some(mut from) = polygon.last().copied() else { continue };
        for &to in polygon {
            line(canvas, from, to, |row, column| paint(row, column, column));
            sides.extend(Side::between(canvas, from, to));
            from = to;
        }
    }
    fill_between(canvas, sides, paint);
}

/// Fills the rows between every other side.
fn fill_between(canvas: Canvas, mut sides: Vec<Side>, mut paint: impl FnMut(i64, i64, i64)) {
    if sides.len() < 2 {
        return;
    }
    sides.sort_by_key(|side| (side.top, side.x, side.slope));
    let bottom = sides.iter().map(|side| side.bottom).max().unwrap_or(0).min(canvas.rows);
    let ends = sides.iter().flat_map(|side| [side.x, side.x + (side.bottom - side.top) * side.slope]);
    let (left, right) = ends.fold((i64::MAX, i64::MIN), |(left, right), x| (left.min(x), right.max(x)));
    if bottom < 0 || right < 0 || left >= canvas.columns << SHIFT {
        return;
    }
    let mut waiting = sides.iter().copied().peekable();
    let mut active: Vec<Side> = Vec::new();
    for row in sides[0].top..bottom {
        active.retain(|side| side.bottom != row);
        // A new side goes behind those that lie as far left, in the order in which they are.
        let mut at = 0;
        while let Some(side) = waiting.next_if(|side| side.top == row) {
            while active.get(at).is_some_and(|other| other.x < side.x) {
                at += 1;
            }
            active.insert(at, side);
            at += 1;
        }
        for pair in active.chunks_exact_mut(2) {
            let (first, last) = (pair[0].x.min(pair[1].x), pair[0].x.max(pair[1].x));
            let (first, last) = ((first + ONE - 1) >> SHIFT, last >> SHIFT);
            if row >= 0 && first < canvas.columns && last >= 0 {
                paint(row, first.max(0), last.min(canvas.columns - 1));
            }
            pair.iter_mut().for_each(|side| side.x += side.slope);
        }
        active.sort_by_key(|side| side.x);
    }
}

/// Calls `paint` for each pixel of a line within the canvas, by row and column.
pub fn line(canvas: Canvas, from: [i64; 2], to: [i64; 2], mut paint: impl FnMut(i64, i64)) {
    let (from, to, is_visible) = cut(canvas, from, to);
    if !is_visible {
        return;
    }
    let (from, to) = if to[0] < from[0] { (to, from) } else { (from, to) };
    let (across, down) = (to[0] - from[0], (to[1] - from[1]).abs());
    let direction = (to[1] - from[1]).signum();
    let is_steep = down > across;
    let (long, short) = if is_steep { (down, across) } else { (across, down) };
    let [mut column, mut row] = from;
    let mut error = long - 2 * short;
    for _ in 0..=long {
        paint(row, column);
        let is_aside = error < 0;
        error += if is_aside { 2 * long - 2 * short } else { -2 * short };
        if is_steep || is_aside {
            row += direction;
        }
        if !is_steep || is_aside {
            column += 1;
        }
    }
}

/// The part of a line that lies on the canvas, and whether there is one: else it is cut as far as it was tried.
fn cut(canvas: Canvas, mut from: [i64; 2], mut to: [i64; 2]) -> ([i64; 2], [i64; 2], bool) {
    let (right, bottom) = (canvas.columns - 1, canvas.rows - 1);
    if right < 0 || bottom < 0 {
        return (from, to, false);
    }
    let beside = |x: i64| i32::from(x < 0) + 2 * i32::from(x > right);
    let outside = |[x, y]: [i64; 2]| beside(x) + 4 * i32::from(y < 0) + 8 * i32::from(y > bottom);
    // How far a point moves along one axis when it is moved to a place on the other.
    let moved = |way: i64, along: i64, across: i64| (way as f64 * along as f64 / across as f64) as i64;
    let (mut a, mut b) = (outside(from), outside(to));
    if a & b == 0 && a | b != 0 {
        if a & 12 != 0 {
            let y = if a < 8 { 0 } else { bottom };
            from = [from[0] + moved(y - from[1], to[0] - from[0], to[1] - from[1]), y];
            a = beside(from[0]);
        }
        if b & 12 != 0 {
            let y = if b < 8 { 0 } else { bottom };
            to = [to[0] + moved(y - to[1], to[0] - from[0], to[1] - from[1]), y];
            b = beside(to[0]);
        }
        if a & b == 0 && a | b != 0 {
            if a != 0 {
                let x = if a == 1 { 0 } else { right };
                from = [x, from[1] + moved(x - from[0], to[1] - from[1], to[0] - from[0])];
                a = 0;
            }
            if b != 0 {
                let x = if b == 1 { 0 } else { right };
                to = [x, to[1] + moved(x - to[0], to[1] - from[1], to[0] - from[0])];
                b = 0;
            }
        }
    }
    (from, to, a | b == 0)
}
