//! The hull of points (J. Sklansky, "Finding the convex hull of a simple polygon", 1982), and the least rectangle around
//! it, found by rotating calipers. The order of the operations on `float32` is OpenCV's, so that all digits are.

use std::cmp::Ordering;

/// A coordinate: a whole number or a float.
pub trait Coordinate: Copy + PartialOrd + PartialEq {
    /// The coordinate as `float32`.
    fn float(self) -> f32;
    /// Its sign where it is taken from another.
    fn sign_of_difference(self, other: Self) -> i32;
    /// The way from one point to another, of length one where coordinates are floats.
    fn way(from: [Self; 2], to: [Self; 2]) -> [f64; 2];
}

impl Coordinate for i32 {
    fn float(self) -> f32 {
        self as f32
    }

    fn sign_of_difference(self, other: Self) -> i32 {
        self.wrapping_sub(other).signum()
    }

    fn way(from: [Self; 2], to: [Self; 2]) -> [f64; 2] {
        [f64::from(to[0].wrapping_sub(from[0])), f64::from(to[1].wrapping_sub(from[1]))]
    }
}

impl Coordinate for f32 {
    fn float(self) -> f32 {
        self
    }

    fn sign_of_difference(self, other: Self) -> i32 {
        sign(f64::from(self - other))
    }

    fn way(from: [Self; 2], to: [Self; 2]) -> [f64; 2] {
        let way = [to[0] - from[0], to[1] - from[1]];
        let length = way.iter().map(|&part| f64::from(part) * f64::from(part)).sum::<f64>().sqrt();
        let scale = if length == 0.0 { 0.0 } else { 1.0 / length };
        way.map(|part| f64::from((f64::from(part) * scale) as f32))
    }
}

fn sign(number: f64) -> i32 {
    i32::from(number > 0.0) - i32::from(number < 0.0)
}

/// The corners of the hull as places in the points, clockwise on a screen or the other way.
pub fn convex_hull<T: Coordinate>(points: &[[T; 2]], clockwise: bool) -> Vec<usize> {
    if points.is_empty() {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..points.len()).collect();
    let compare = |a: T, b: T| a.partial_cmp(&b).unwrap_or(Ordering::Equal);
    order.sort_by(|&a, &b| {
        let ([ax, ay], [bx, by]) = (points[a], points[b]);
        compare(ax, bx).then(compare(ay, by)).then(a.cmp(&b))
    });
    let sorted: Vec<[T; 2]> = order.iter().map(|&place| points[place]).collect();
    let last = sorted.len() - 1;
    if sorted[0] == sorted[last] {
        return vec![0];
    }
    let (mut lowest, mut highest) = (0, 0);
    for (place, point) in sorted.iter().enumerate() {
        if point[1] < sorted[lowest][1] {
            lowest = place;
        }
        if point[1] > sorted[highest][1] {
            highest = place;
        }
    }
    let mut hull: Vec<usize> = Vec::new();
    let from_left = quarter(&sorted, 0, highest, -1, 1);
    let from_right = quarter(&sorted, last, highest, -1, -1);
    let (first, second) = if clockwise { (from_left, from_right) } else { (from_right, from_left) };
    hull.extend(&first[..first.len() - 1]);
    hull.extend(second[1..].iter().rev());
    let stop = match (&second[..], &first[..]) {
        ([_, place, _, ..], _) => Some(*place),
        (_, [.., _, place, _]) => Some(*place),
        _ => None,
    };
    let from_left = quarter(&sorted, 0, lowest, 1, -1);
    let from_right = quarter(&sorted, last, lowest, 1, 1);
    let (mut first, mut second) = if clockwise { (from_right, from_left) } else { (from_left, from_right) };
    if let Some(stop) = stop {
        let checked = match (&first[..], &second[..]) {
            ([_, place, _, ..], _) => Some(*place),
            (first, second) if first.len() + second.len() > 2 => Some(second[2 - first.len()]),
            _ => None,
        };
        // All points on one line: there is no other side.
        if checked.is_some_and(|checked| checked == stop || sorted[checked] == sorted[stop]) {
            first.truncate(2);
            second.truncate(2);
        }
    }
    hull.extend(&first[..first.len() - 1]);
    hull.extend(second[1..].iter().rev());
    let places: Vec<usize> = hull.into_iter().map(|place| order[place]).collect();
    from_an_end(places)
}

/// The corners from one end of the sorted points to the place of the lowest or highest.
fn quarter<T: Coordinate>(sorted: &[[T; 2]], start: usize, end: usize, skipped: i32, wanted: i32) -> Vec<usize> {
    if start == end || sorted[start] == sorted[end] {
        return vec![start];
    }
    let forwards = end > start;
    let after = |place: usize| if forwards { place + 1 } else { place.wrapping_sub(1) };
    let (mut before, mut current) = (start, after(start));
    let mut next = after(current);
    let mut stack = vec![before, current, next];
    let stop = after(end);
    while next != stop {
        let turns_back = sorted[next][1].sign_of_difference(sorted[current][1]) == skipped;
        if turns_back {
            next = after(next);
            *stack.last_mut().expect("a corner") = next;
            continue;
        }
        let a = T::way(sorted[before], sorted[current]);
        let b = T::way(sorted[current], sorted[next]);
        let turn = sign(a[1] * b[0] - a[0] * b[1]);
        if turn == wanted && a != [0.0, 0.0] {
            (before, current, next) = (current, next, after(next));
            stack.push(next);
        } else if before == start {
            (current, next) = (next, after(next));
            (stack[1], stack[2]) = (current, next);
        } else {
            let length = stack.len();
            stack[length - 2] = next;
            (current, before) = (before, stack[length - 4]);
            stack.pop();
        }
    }
    stack.pop();
    stack
}

/// The same ring of places, begun at an end where they rise or fall from there.
fn from_an_end(places: Vec<usize>) -> Vec<usize> {
    let count = places.len();
    if count < 3 {
        return places;
    }
    let (mut least, mut most, mut rises) = (0, 0, 0);
    for at in 1..count {
        rises += usize::from(places[at - 1] < places[at]);
        if rises > 1 && rises + 2 <= at {
            break;
        }
        if places[at] < places[least] {
            least = at;
        }
        if places[at] > places[most] {
            most = at;
        }
    }
    let apart = most.abs_diff(least);
    let is_ring = (apart == 1 || apart == count - 1) && (rises <= 1 || rises + 2 >= count);
    let ascending = (most + 1) % count == least;
    let start = if ascending { least } else { most };
    if !is_ring || start == 0 {
        return places;
    }
    let turned: Vec<usize> = places[start..].iter().chain(&places[..start]).copied().collect();
    let is_sorted = turned.windows(2).all(|pair| (pair[0] < pair[1]) == ascending);
    if is_sorted { turned } else { places }
}

/// A rectangle: its centre, its width and height, and by how many degrees it is turned.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rectangle {
    pub center: [f32; 2],
    pub size: [f32; 2],
    pub angle: f32,
}

impl Rectangle {
    /// The least rectangle around the corners of a hull, which are counter-clockwise on a screen; its angle lies between -90 (included) and 0 degrees.
    pub fn around(hull: &[[f32; 2]]) -> Self {
        let (rectangle, [across, down]) = match hull {
            [] => return Self { angle: -90.0, ..Self::default() },
            [point] => (Self { center: *point, ..Self::default() }, [0.0, 0.0]),
            [a, b] => {
                let center = [(a[0] + b[0]) * 0.5, (a[1] + b[1]) * 0.5];
                let way = [f64::from(b[0] - a[0]), f64::from(b[1] - a[1])];
                let length = (way[0] * way[0] + way[1] * way[1]).sqrt() as f32;
                (Self { center, size: [length, 0.0], angle: 0.0 }, way)
            }
            _ => {
                let Some([corner, side, other]) = calipers(hull) else {
                    return Self { angle: -90.0, ..Self::default() };
                };
                let center = [corner[0] + (side[0] + other[0]) * 0.5, corner[1] + (side[1] + other[1]) * 0.5];
                let length = |[x, y]: [f32; 2]| {
                    let (x, y) = (f64::from(x), f64::from(y));
                    (x * x + y * y).sqrt() as f32
                };
                let rectangle = Self { center, size: [length(side), length(other)], angle: 0.0 };
                (rectangle, side.map(f64::from))
            }
        };
        let mut angle = down.atan2(across) * 180.0 / std::f64::consts::PI;
        let [mut width, mut height] = rectangle.size;
        while angle >= 0.0 {
            angle -= 90.0;
            std::mem::swap(&mut width, &mut height);
        }
        while angle < -90.0 {
            angle += 90.0;
            std::mem::swap(&mut width, &mut height);
        }
        Self { size: [width, height], angle: angle as f32, ..rectangle }
    }

    /// The four corners, from the lower left on.
    pub fn corners(&self) -> [[f32; 2]; 4] {
        let angle = f64::from(self.angle) * std::f64::consts::PI / 180.0;
        let (b, a) = (angle.cos() as f32 * 0.5, angle.sin() as f32 * 0.5);
        let ([x, y], [width, height]) = (self.center, self.size);
        let first = [x - a * height - b * width, y + b * height - a * width];
        let second = [x + a * height - b * width, y - b * height - a * width];
        let third = [x + a * height + b * width, y - b * height + a * width];
        let fourth = [x - a * height + b * width, y + b * height + a * width];
        [first, second, third, fourth]
    }
}

/// A side turned clockwise by so many quarters.
fn turned(quarters: usize, [x, y]: [f32; 2]) -> [f32; 2] {
    match quarters {
        0 => [x, y],
        1 => [y, -x],
        2 => [-x, -y],
        _ => [-y, x],
    }
}

/// A corner of the least rectangle around a hull, and its two sides.
fn calipers(hull: &[[f32; 2]]) -> Option<[[f32; 2]; 3]> {
    let count = hull.len();
    let sides: Vec<[f32; 2]> = (0..count)
        .map(|at| {
            let (from, to) = (hull[at], hull[(at + 1) % count]);
            [to[0] - from[0], to[1] - from[1]]
        })
        .collect();
    let inverse_lengths: Vec<f32> = sides
        .iter()
        .map(|&[x, y]| {
            let (x, y) = (f64::from(x), f64::from(y));
            (1.0 / (x * x + y * y).sqrt()) as f32
        })
        .collect();
    let (mut left, mut bottom, mut right, mut top) = (0, 0, 0, 0);
    for (at, point) in hull.iter().enumerate() {
        if point[0] < hull[left][0] {
            left = at;
        }
        if point[0] > hull[right][0] {
            right = at;
        }
        if point[1] > hull[top][1] {
            top = at;
        }
        if point[1] < hull[bottom][1] {
            bottom = at;
        }
    }
    let mut touched = [bottom, right, top, left];
    let mut least = f32::MAX;
    let mut best = None;
    for _ in 0..count {
        // The side that the rectangle has to turn least to lie along, each seen as if it were the first.
        let seen: [[f32; 2]; 4] = std::array::from_fn(|at| turned(at, sides[touched[at]]));
        let is_right = |[ax, ay]: [f32; 2], [bx, by]: [f32; 2]| ay * bx + -ax * by < 0.0;
        let main = (1..4).fold(0, |main, at| if is_right(seen[at], seen[main]) { at } else { main });
        let place = touched[main];
        let [a, b] = turned(main, sides[place].map(|part| part * inverse_lengths[place]));
        touched[main] = (place + 1) % count;
        let [low, east, high, west] = touched.map(|place| hull[place]);
        let width = (east[0] - west[0]) * a + (east[1] - west[1]) * b;
        let height = -(high[0] - low[0]) * b + (high[1] - low[1]) * a;
        let area = width * height;
        if area <= least {
            least = area;
            best = Some((west, low, a, b, width, height));
        }
    }
    let (west, low, a, b, width, height) = best?;
    let (first, second) = (a * west[0] + west[1] * b, -b * low[0] + low[1] * a);
    let inverse = 1.0 / (a * a - -b * b);
    let corner = [(first * a - second * b) * inverse, (a * second - -b * first) * inverse];
    Some([corner, [a * width, b * width], [-b * height, a * height]])
}
