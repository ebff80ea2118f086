//! Border following: the outlines of the regions of a binary image, and which lies within which (S. Suzuki and K. Abe,
//! "Topological structural analysis of digitized binary images by border following", 1985), in the order of OpenCV.

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retrieval {
    /// Outer borders that lie within no other.
    External,
    /// All borders, without an order.
    List,
    /// Outer borders, each with those of its holes.
    Components,
    /// All borders, each with what lies within it.
    Tree,
}

/// A border, and its neighbours among all that were found.
#[derive(Debug, Clone, Default)]
pub struct Border {
    /// Column and row of each point.
    pub points: Vec<[i32; 2]>,
    pub next: Option<usize>,
    pub previous: Option<usize>,
    pub child: Option<usize>,
    pub parent: Option<usize>,
    is_hole: bool,
    /// Where the scan has met it: an index of a pixel.
    start: usize,
    area: Area,
    /// The border that had the same label before.
    namesake: Option<usize>,
}

/// The columns and rows that a border reaches.
#[derive(Debug, Clone, Copy, Default)]
struct Area {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
}

impl Area {
    fn around([column, row]: [i32; 2]) -> Self {
        Self { left: column, right: column, top: row, bottom: row }
    }

    fn reach(&mut self, [column, row]: [i32; 2]) {
        (self.left, self.right) = (self.left.min(column), self.right.max(column));
        (self.top, self.bottom) = (self.top.min(row), self.bottom.max(row));
    }

    /// Whether the place lies neither to the right of it nor below.
    fn may_hold(&self, [column, row]: [i32; 2]) -> bool {
        column <= self.right && row <= self.bottom
    }
}

/// Eight directions counter-clockwise, from the right.
const STEPS: [[i32; 2]; 8] = [[1, 0], [1, -1], [0, -1], [-1, -1], [-1, 0], [-1, 1], [0, 1], [1, 1]];
/// The region ends to the right of the pixel.
const RIGHT: u8 = 0x80;
const LABEL: u8 = 0x7f;
/// A pixel of a region that no border has been found at.
const INSIDE: u8 = 1;
/// The first label of a border.
const FIRST: u8 = 2;

/// The root, which holds all borders.
const ROOT: usize = 0;

/// The borders in an image: any element that is not zero is in a region. `all_points` keeps those within straight lines.
pub fn borders(elements: &[u8], columns: usize, retrieval: Retrieval, all_points: bool) -> Vec<Border> {
    let mut scan = Scan::new(elements, columns, retrieval, all_points);
    scan.run();
    scan.in_order()
}

struct Scan {
    /// The image with a margin of zeros: 0, [`INSIDE`], or the label of a border with or without [`RIGHT`].
    pixels: Vec<u8>,
    width: usize,
    retrieval: Retrieval,
    all_points: bool,
    borders: Vec<Border>,
    label: u8,
    /// For each label the border that had it last.
    labelled: [Option<usize>; 128],
}

impl Scan {
    fn new(elements: &[u8], columns: usize, retrieval: Retrieval, all_points: bool) -> Self {
        let width = columns + 2;
        let mut pixels = vec![0; width];
        for row in elements.chunks_exact(columns) {
            pixels.push(0);
            pixels.extend(row.iter().map(|&element| u8::from(element != 0)));
            pixels.push(0);
        }
        pixels.resize(pixels.len() + width, 0);
        let root = Border { is_hole: true, ..Border::default() };
        Self { pixels, width, retrieval, all_points, borders: vec![root], label: FIRST, labelled: [None; 128] }
    }

    fn run(&mut self) {
        let rows = self.pixels.len() / self.width;
        for row in 1..rows - 1 {
            let start = row * self.width;
            // The last border that the scan has crossed in this row.
            let mut crossed = start;
            let mut before = 0;
            for place in start + 1..start + self.width - 1 {
                let pixel = self.pixels[place];
                if pixel == before {
                    continue;
                }
                let is_found = self.meet(before, pixel, place, &mut crossed);
                before = self.pixels[place];
                if !is_found && is_border(before) {
                    crossed = place;
                }
            }
        }
    }

    /// Follows the border that begins between two neighbours, if one does.
    fn meet(&mut self, before: u8, pixel: u8, place: usize, crossed: &mut usize) -> bool {
        let is_hole = match (before, pixel) {
            (0, INSIDE) => false,
            (1..RIGHT, 0) => true,
            _ => return false,
        };
        if is_hole && is_border(before) {
            *crossed = place - 1;
        }
        if self.retrieval == Retrieval::External && (is_hole || matches!(self.pixels[*crossed], 1..RIGHT)) {
            return false;
        }
        let parent = self.parent_of(is_hole, *crossed);
        let start = if is_hole { place - 1 } else { place };
        *crossed = start;
        self.add(is_hole, start, parent);
        true
    }

    fn is_flat(&self) -> bool {
        matches!(self.retrieval, Retrieval::External | Retrieval::List)
    }

    /// The border that a new one lies within, told by the last that was crossed.
    fn parent_of(&self, is_hole: bool, crossed: usize) -> usize {
        let has_no_other = !is_hole && self.retrieval == Retrieval::Components;
        if self.is_flat() || has_no_other || crossed.is_multiple_of(self.width) {
            return ROOT;
        }
        let neighbour = self.border_at(crossed);
        let border = &self.borders[neighbour];
        // Next to a border of its own kind it lies within the same.
        if border.is_hole == is_hole { border.parent.unwrap_or(ROOT) } else { neighbour }
    }

    /// The border that goes through a pixel, of those with its label.
    fn border_at(&self, place: usize) -> usize {
        let mut found = None;
        let mut next = self.labelled[usize::from(self.pixels[place] & LABEL)];
        while let Some(candidate) = next {
            let border = &self.borders[candidate];
            if border.area.may_hold(self.column_and_row(place)) {
                if let Some(found) = found
                    && self.passes(found, place)
                {
                    break;
                }
                found = Some(candidate);
            }
            next = border.namesake;
        }
        found.unwrap_or(ROOT)
    }

    fn column_and_row(&self, place: usize) -> [i32; 2] {
        [(place % self.width) as i32, (place / self.width) as i32]
    }

    fn step(&self, place: usize, direction: usize) -> usize {
        let [across, down] = STEPS[direction % 8];
        place.wrapping_add_signed(across as isize + down as isize * self.width as isize)
    }

    /// The first direction, clockwise from where the outside lies, in which the border goes on; `None` for a lone pixel.
    fn first_direction(&self, start: usize, is_hole: bool) -> Option<usize> {
        let outside = if is_hole { 0 } else { 4 };
        (1..8).map(|turn| (outside + 8 - turn) % 8).find(|&direction| self.pixels[self.step(start, direction)] != 0)
    }

    /// The next direction counter-clockwise from one, itself the last.
    fn next_direction(&self, place: usize, from: usize) -> usize {
        (from + 1..from + 8).find(|&direction| self.pixels[self.step(place, direction)] != 0).unwrap_or(from + 8)
    }

    /// Whether a border that was found goes through a pixel, and the region ends there to the right.
    fn passes(&self, border: usize, wanted: usize) -> bool {
        let Border { start, is_hole, .. } = self.borders[border];
        let Some(first) = self.first_direction(start, is_hole) else { return start == wanted };
        let last = self.step(start, first);
        let (mut place, mut direction) = (start, first);
        loop {
            let next_direction = self.next_direction(place, direction);
            let next = self.step(place, next_direction);
            if place == wanted {
                if self.pixels[place] & RIGHT == 0 {
                    return true;
                }
                // Several borders end here: this one if nothing lies between it and the right.
                let turns = (0..next_direction).rev();
                if turns.take_while(|&turn| self.pixels[self.step(place, turn)] == 0).any(|turn| turn == 0) {
                    return true;
                }
            }
            if next == start && place == last {
                return false;
            }
            (place, direction) = (next, (next_direction + 4) % 8);
        }
    }

    fn add(&mut self, is_hole: bool, start: usize, parent: usize) {
        let label = self.take_label();
        let mut border = Border { is_hole, start, ..Border::default() };
        self.follow(&mut border, label);
        let place = self.borders.len();
        if !self.is_flat() {
            border.namesake = self.labelled[usize::from(label)].replace(place);
        }
        // The newest comes first.
        border.parent = Some(parent);
        border.next = self.borders[parent].child.replace(place);
        if let Some(next) = border.next {
            self.borders[next].previous = Some(place);
        }
        self.borders.push(border);
    }

    fn take_label(&mut self) -> u8 {
        if self.is_flat() {
            return FIRST;
        }
        let label = self.label;
        self.label = if label == LABEL { FIRST | INSIDE } else { label + 1 };
        label
    }

    /// Walks along a border, collects its points and marks its pixels.
    fn follow(&mut self, border: &mut Border, label: u8) {
        let start = border.start;
        let mut point = self.column_and_row(start);
        border.area = Area::around(point);
        let Some(first) = self.first_direction(start, border.is_hole) else {
            self.pixels[start] = label | RIGHT;
            border.points.push(point);
            return;
        };
        let last = self.step(start, first);
        let (mut place, mut from, mut before) = (start, first, first ^ 4);
        loop {
            let next_direction = self.next_direction(place, from);
            let direction = next_direction % 8;
            let next = self.step(place, direction);
            // It turned past the right, where there is nothing.
            if direction.wrapping_sub(1) < from {
                self.pixels[place] = label | RIGHT;
            } else if self.pixels[place] == INSIDE {
                self.pixels[place] = label;
            }
            if direction != before {
                border.area.reach(point);
            }
            if direction != before || self.all_points {
                border.points.push(point);
            }
            let [across, down] = STEPS[direction];
            point = [point[0] + across, point[1] + down];
            if next == start && place == last {
                return;
            }
            (place, from, before) = (next, (direction + 4) % 8, direction);
        }
    }

    /// Each border before what lies within it, without the root and the margin.
    fn in_order(mut self) -> Vec<Border> {
        let mut order = Vec::with_capacity(self.borders.len());
        let mut waiting: Vec<usize> = self.borders[ROOT].child.into_iter().collect();
        while let Some(place) = waiting.pop() {
            order.push(place);
            let border = &self.borders[place];
            waiting.extend(border.next);
            waiting.extend(border.child);
        }
        let mut places = vec![None; self.borders.len()];
        order.iter().enumerate().for_each(|(new, &old)| places[old] = Some(new));
        let moved = |link: Option<usize>| link.and_then(|old| places[old]);
        let taken = order.into_iter().map(|old| {
            let border = std::mem::take(&mut self.borders[old]);
            let points = border.points.into_iter().map(|[column, row]| [column - 1, row - 1]).collect();
            Border {
                points,
                next: moved(border.next),
                previous: moved(border.previous),
                child: moved(border.child),
                parent: moved(border.parent),
                ..border
            }
        });
        taken.collect()
    }
}

/// Whether a border was found at the pixel.
fn is_border(pixel: u8) -> bool {
    pixel > INSIDE
}
