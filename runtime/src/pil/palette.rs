//! Colours as places in a palette: the nearest of each, by way of a cache that is as coarse as Pillow's (Palette.c, Convert.c).

use std::sync::Arc;

use super::content::{Mode, Raster};

/// How many places of the web's palette there are: ten that Windows had for itself, then a cube of colours.
pub const WEB_COLORS: usize = 226;

/// The web's palette: six steps of red, green and blue.
pub fn web() -> Arc<[[u8; 4]]> {
    let step = |place: usize| (place % 6 * 51) as u8;
    let cube = (0..216).map(|place| [step(place), step(place / 6), step(place / 36), 255]);
    std::iter::repeat_n([0, 0, 0, 255], 10).chain(cube).chain(std::iter::repeat([0, 0, 0, 255])).take(256).collect()
}

/// The image in the colours of a palette that has so many.
pub fn placed(raster: &Raster, palette: &Arc<[[u8; 4]]>, colors: usize, is_dithered: bool) -> Raster {
    let mut cache = Cache::new(&palette[..colors]);
    let places = match is_dithered {
        true => dithered(raster, palette, &mut cache),
        false => raster.pixels.chunks_exact(3).map(|pixel| cache.nearest([pixel[0], pixel[1], pixel[2]])).collect(),
    };
    let placed = Raster::of(Mode::Palette, raster.width, raster.height, places);
    Raster { palette: Some(Arc::clone(palette)), ..placed }
}

/// The places of the nearest colours, each pixel's error spread over its neighbours (Floyd and Steinberg).
fn dithered(raster: &Raster, palette: &[[u8; 4]], cache: &mut Cache) -> Vec<u8> {
    let mut errors = vec![[0_i32; 3]; raster.width + 1];
    let mut places = Vec::with_capacity(raster.width * raster.height);
    for y in 0..raster.height {
        let (mut carried, mut before, mut below) = ([0_i32; 3], [0; 3], [0; 3]);
        for (x, pixel) in raster.row(y).chunks_exact(raster.mode.size()).enumerate() {
            let mut wanted = [0_u8; 3];
            for band in 0..3 {
                let value = i32::from(pixel[band]) + (carried[band] + errors[x + 1][band]) / 16;
                wanted[band] = value.clamp(0, 255) as u8;
            }
            let place = cache.nearest(wanted);
            places.push(place);
            for band in 0..3 {
                let error = i32::from(wanted[band]) - i32::from(palette[usize::from(place)][band]);
                errors[x][band] = error * 3 + before[band];
                before[band] = error * 5 + below[band];
                below[band] = error;
                carried[band] = error * 7;
            }
        }
        // What Pillow carries over the end of a row is the blue alone.
        errors[raster.width] = [before[2], below[2], below[2]];
    }
    places
}

/// How many steps of a colour are one in the cache.
const STEP: usize = 4;
/// How many places of the cache are filled in together, along each side.
const BOX: usize = 8;

/// The nearest colours that were found so far.
struct Cache<'p> {
    palette: &'p [[u8; 4]],
    nearest: Vec<Option<u8>>,
}

impl<'p> Cache<'p> {
    fn new(palette: &'p [[u8; 4]]) -> Self {
        Self { palette, nearest: vec![None; 64 * 64 * 64] }
    }

    /// The place of the colour that is nearest to what a colour counts as.
    fn nearest(&mut self, color: [u8; 3]) -> u8 {
        let slot = Self::slot(color.map(|band| usize::from(band) / STEP));
        if let Some(place) = self.nearest[slot] {
            return place;
        }
        self.fill(color);
        self.nearest[slot].expect("the box around it was filled in")
    }

    fn slot([red, green, blue]: [usize; 3]) -> usize {
        (blue * 64 + green) * 64 + red
    }

    /// Fills in the box around a colour: of colours that are equally near, the first.
    fn fill(&mut self, color: [u8; 3]) {
        let start = color.map(|band| i32::from(band & 0xe0));
        let squared = |by: i32| by * by;
        let far = |color: &[u8; 4]| -> i32 {
            (0..3)
                .map(|band| {
                    let (value, first) = (i32::from(color[band]), start[band]);
                    squared(value - if value <= (first + first + 31) / 2 { first + 31 } else { first })
                })
                .sum()
        };
        let near = |color: &[u8; 4]| -> i32 {
            (0..3)
                .map(|band| {
                    let value = i32::from(color[band]);
                    squared(value - value.clamp(start[band], start[band] + 31))
                })
                .sum()
        };
        let reach = self.palette.iter().map(far).min().unwrap_or(i32::MAX);
        let candidates: Vec<(u8, [i32; 3])> = (0_u8..=255)
            .zip(self.palette)
            .filter(|(_, color)| near(color) <= reach)
            .map(|(place, color)| (place, [color[0], color[1], color[2]].map(i32::from)))
            .collect();
        for count in 0..BOX * BOX * BOX {
            let within = [count / (BOX * BOX), count / BOX % BOX, count % BOX];
            let at: [i32; 3] = std::array::from_fn(|band| start[band] + (within[band] * STEP) as i32);
            let distance = |color: &[i32; 3]| (0..3).map(|band| squared(at[band] - color[band])).sum::<i32>();
            let found = candidates.iter().min_by_key(|(_, color)| distance(color));
            let slot = Self::slot(at.map(|band| band as usize / STEP));
            self.nearest[slot] = found.map(|(place, _)| *place);
        }
    }
}
