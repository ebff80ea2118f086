//! `image.quantize`: few colours that stand for all of an image, by a median cut (Quant.c) or an octree ([`octree`]).

use rustc_hash::FxHashMap;

use super::content::{Mode, Raster};
use super::octree;
use crate::exception::{Fallible, value_error};

/// The image in so many colours, which are found for it: method 0 is the median cut, 2 the octree.
///
/// # Errors
/// `ValueError` for a number of colours or a method that there is not, and a mode that has no colours.
pub fn quantized(raster: &Raster, colors: i64, method: i64) -> Fallible<Raster> {
    let wanted = usize::try_from(colors).ok().filter(|colors| (1..=256).contains(colors));
    let wanted = wanted.ok_or_else(|| value_error("bad number of colors"))?;
    let pixels = pixels(raster).ok_or_else(|| value_error("image has wrong mode"))?;
    let has_alpha = raster.mode == Mode::Rgba;
    let found = match method {
        0 | 2 if pixels.is_empty() => Some(Quantized { palette: Vec::new(), places: Vec::new() }),
        0 => median_cut(&pixels, wanted),
        2 => Some(octree::quantized(&pixels, wanted, has_alpha)),
        3 => return Err(value_error("dependency required by this method was not enabled at compile time")),
        _ => None,
    };
    let Some(Quantized { mut palette, places }) = found else { return Err(value_error("quantization error")) };
    palette.resize(256, [0, 0, 0, 255]);
    if !has_alpha {
        palette.iter_mut().for_each(|color| color[3] = 255);
    }
    let placed = Raster::of(Mode::Palette, raster.width, raster.height, places);
    Ok(Raster { palette: Some(palette.into()), ..placed })
}

/// Colours, and which of them each pixel has.
pub struct Quantized {
    pub palette: Vec<[u8; 4]>,
    pub places: Vec<u8>,
}

/// Red, green, blue and alpha of each pixel: all that cannot be seen has one colour.
fn pixels(raster: &Raster) -> Option<Vec<[u8; 4]>> {
    Some(match raster.mode {
        Mode::Luma => raster.pixels.iter().map(|&grey| [grey, grey, grey, 255]).collect(),
        Mode::Palette => {
            let palette = raster.palette.as_deref()?;
            raster.pixels.iter().map(|&place| palette[usize::from(place)]).collect()
        }
        Mode::Rgb => raster.pixels.as_chunks::<3>().0.iter().map(|&[r, g, b]| [r, g, b, 255]).collect(),
        Mode::Rgba => {
            let mut pixels = raster.pixels.as_chunks::<4>().0.to_vec();
            let clear = pixels.iter().find(|pixel| pixel[3] == 0).copied();
            pixels.iter_mut().filter(|pixel| pixel[3] == 0).for_each(|pixel| *pixel = clear.unwrap_or(*pixel));
            pixels
        }
        _ => return None,
    })
}

/// How many colours are told apart; where there are more, they are made coarser.
const MOST_COLORS: usize = 65_536;

type Color = [u8; 3];

/// By what Pillow tells colours apart.
fn key(color: Color) -> u32 {
    let [red, green, blue] = color.map(u32::from);
    red.wrapping_mul(463) ^ (green << 8).wrapping_mul(10_069) ^ (blue << 16).wrapping_mul(64_997)
}

/// The colours of an image, and how many pixels have each.
struct Counted {
    /// By how many bits colours are made coarser.
    scale: u32,
    counts: FxHashMap<u32, (Color, u32)>,
}

impl Counted {
    fn of(pixels: impl Iterator<Item = Color>) -> Self {
        let mut counted = Self { scale: 0, counts: FxHashMap::default() };
        for pixel in pixels {
            counted.counts.entry(counted.key(pixel)).or_insert((pixel, 0)).1 += 1;
            while counted.counts.len() > MOST_COLORS {
                counted.scale += 1;
                for (color, count) in std::mem::take(&mut counted.counts).into_values() {
                    counted.counts.entry(counted.key(color)).or_insert((color, 0)).1 += count;
                }
            }
        }
        counted
    }

    fn key(&self, color: Color) -> u32 {
        key(self.coarse(color))
    }

    fn coarse(&self, color: Color) -> Color {
        color.map(|band| band >> self.scale)
    }
}

/// Colours that lie together.
struct Cut {
    colors: Vec<(Color, u32)>,
    /// How many pixels have one of them.
    pixels: u32,
    /// The two that it was cut into.
    parts: Option<(usize, usize)>,
}

impl Cut {
    /// The least and the greatest of a band.
    fn range(&self, band: usize) -> (u8, u8) {
        let values = || self.colors.iter().map(|(color, _)| color[band]);
        (values().min().unwrap_or(0), values().max().unwrap_or(0))
    }

    fn is_one_color(&self) -> bool {
        (0..3).all(|band| self.range(band).0 == self.range(band).1)
    }

    /// The brighter and the darker half, along the band that is seen most.
    fn halves(&mut self) -> (Self, Self) {
        let spread = [77, 150, 29];
        let seen = |band: usize| i32::from(self.range(band).1 - self.range(band).0) * spread[band];
        let band = (1..3).fold(0, |best, band| if seen(best) < seen(band) { band } else { best });
        let mut colors = std::mem::take(&mut self.colors);
        colors.sort_by_key(|(color, _)| std::cmp::Reverse(color[band]));
        let mut sum = 0;
        let mut place = 0;
        while place < colors.len() {
            sum += colors[place].1;
            place += 1;
            if sum.wrapping_mul(2) > self.pixels {
                break;
            }
        }
        // Colours that are alike stay together.
        while place < colors.len() && colors[place].0[band] == colors[place - 1].0[band] {
            place += 1;
        }
        if place == colors.len() {
            let last = colors[place - 1].0[band];
            place = colors.partition_point(|(color, _)| color[band] > last);
        }
        let darker = colors.split_off(place);
        let of = |colors: Vec<(Color, u32)>| {
            let pixels = colors.iter().map(|(_, count)| count).sum();
            Self { colors, pixels, parts: None }
        };
        (of(colors), of(darker))
    }
}

/// Boxes of colours, of which the one with the most pixels is halved until there are enough.
fn median_cut(pixels: &[[u8; 4]], wanted: usize) -> Option<Quantized> {
    let colors = || pixels.iter().map(|&[red, green, blue, _]| [red, green, blue]);
    let counted = Counted::of(colors());
    let all: Vec<_> = counted.counts.values().map(|&(color, count)| (counted.coarse(color), count)).collect();
    let boxes = cut(Cut { colors: all, pixels: pixels.len() as u32, parts: None }, wanted);

    let mut of_color: FxHashMap<u32, usize> = FxHashMap::default();
    let mut count = 0;
    let mut open = vec![0];
    while let Some(place) = open.pop() {
        match boxes[place].parts {
            Some((brighter, darker)) => open.extend([darker, brighter]),
            None if boxes[place].colors.is_empty() => {}
            None => {
                of_color.extend(boxes[place].colors.iter().map(|&(color, _)| (key(color), count)));
                count += 1;
            }
        }
    }

    let mut sums = vec![([0_u32; 3], 0_u32); count];
    for color in colors() {
        let (sum, pixels) = &mut sums[*of_color.get(&counted.key(color))?];
        (0..3).for_each(|band| sum[band] = sum[band].wrapping_add(color[band].into()));
        *pixels += 1;
    }
    let mean = |sum: u32, count: u32| (0.5 + f64::from(sum) / f64::from(count)) as u8;
    let palette: Vec<Color> = sums.iter().map(|(sum, count)| sum.map(|sum| mean(sum, *count))).collect();

    let mut neighbours: Vec<Option<Vec<(u32, usize)>>> = vec![None; count];
    let mut found: FxHashMap<Color, u8> = FxHashMap::default();
    let mut places = Vec::with_capacity(pixels.len());
    for color in colors() {
        let place = match found.get(&color) {
            Some(&place) => place,
            None => {
                let own = *of_color.get(&counted.key(color))?;
                let near = neighbours[own].get_or_insert_with(|| nearest_first(&palette, own));
                let place = nearest(&palette, own, near, color) as u8;
                found.insert(color, place);
                place
            }
        };
        places.push(place);
    }
    Some(Quantized { palette: palette.into_iter().map(|[r, g, b]| [r, g, b, 255]).collect(), places })
}

fn cut(all: Cut, wanted: usize) -> Vec<Cut> {
    let mut boxes = vec![all];
    let mut heap = Heap(vec![0]);
    for _ in 1..wanted {
        let most = loop {
            match heap.take(&boxes) {
                Some(most) if boxes[most].is_one_color() => {}
                Some(most) => break most,
                None => return boxes,
            }
        };
        let (brighter, darker) = boxes[most].halves();
        let parts = (boxes.len(), boxes.len() + 1);
        boxes[most].parts = Some(parts);
        boxes.extend([brighter, darker]);
        heap.add(parts.0, &boxes);
        heap.add(parts.1, &boxes);
    }
    boxes
}

/// Boxes, the one with the most pixels first. Which of several comes first is as in Pillow's heap (QuantHeap.c).
struct Heap(Vec<usize>);

impl Heap {
    fn take(&mut self, boxes: &[Cut]) -> Option<usize> {
        let count = |place: usize| boxes[place].pixels;
        let last = self.0.pop()?;
        let Some(&first) = self.0.first() else { return Some(last) };
        let mut hole = 0;
        loop {
            let mut child = hole * 2 + 1;
            if child >= self.0.len() {
                break;
            }
            if child + 1 < self.0.len() && count(self.0[child]) < count(self.0[child + 1]) {
                child += 1;
            }
            if count(last) > count(self.0[child]) {
                break;
            }
            self.0[hole] = self.0[child];
            hole = child;
        }
        self.0[hole] = last;
        Some(first)
    }

    fn add(&mut self, new: usize, boxes: &[Cut]) {
        let mut hole = self.0.len();
        self.0.push(new);
        while hole > 0 {
            let parent = (hole - 1) / 2;
            if boxes[new].pixels <= boxes[self.0[parent]].pixels {
                break;
            }
            self.0[hole] = self.0[parent];
            hole = parent;
        }
        self.0[hole] = new;
    }
}

fn distance(first: Color, second: Color) -> u32 {
    (0..3).map(|band| u32::from(first[band].abs_diff(second[band])).pow(2)).sum()
}

/// The colours of a palette by how far they are from one of them.
fn nearest_first(palette: &[Color], from: usize) -> Vec<(u32, usize)> {
    let mut others: Vec<_> = (0..palette.len()).map(|place| (distance(palette[from], palette[place]), place)).collect();
    others.sort_unstable();
    others
}

/// The nearest colour: one that is more than twice as far away from the box's own cannot be.
fn nearest(palette: &[Color], own: usize, near: &[(u32, usize)], color: Color) -> usize {
    let first = distance(palette[own], color);
    let within = near.iter().take_while(|(apart, _)| *apart <= first << 2);
    let (mut best, mut least) = (own, first);
    for &(_, place) in within {
        let apart = distance(palette[place], color);
        if apart < least {
            (best, least) = (place, apart);
        }
    }
    best
}
