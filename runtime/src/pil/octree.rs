//! Few colours by cubes of buckets (QuantOctree.c): a coarse cube has something for all colours, a fine one for those that most
//! pixels have.

use super::quantize::Quantized;

/// How many bits of red, green, blue and alpha tell the buckets of a cube apart.
type Bits = [u32; 4];

const LEVELS: [Bits; 2] = [[4, 4, 4, 0], [2, 2, 2, 0]];
const LEVELS_WITH_ALPHA: [Bits; 2] = [[3, 4, 3, 3], [2, 2, 2, 2]];

/// So many colours, and which of them each pixel has.
pub fn quantized(pixels: &[[u8; 4]], wanted: usize, has_alpha: bool) -> Quantized {
    let [fine_bits, coarse_bits] = if has_alpha { LEVELS_WITH_ALPHA } else { LEVELS };
    let mut fine = Cube::new(fine_bits);
    pixels.iter().for_each(|&pixel| fine.bucket(pixel).add(pixel));
    let mut coarse = fine.at(coarse_bits);
    let mut coarse_count = coarse.used().min(wanted);
    let mut fine_count = wanted - coarse_count;
    let finest = fine.by_count();
    coarse.subtract(&finest[..fine_count]);
    // What is empty now leaves room for fine ones.
    while coarse_count > coarse.used() {
        let before = fine_count;
        coarse_count = coarse.used();
        fine_count = wanted - coarse_count;
        coarse.subtract(&finest[before..fine_count]);
    }

    let mut palette = coarse.by_count();
    palette.truncate(coarse_count);
    palette.extend_from_slice(&finest[..fine_count]);
    let colors: Vec<[u8; 4]> = palette.iter().map(Bucket::color).collect();

    let mut lookup = Cube::new(coarse_bits);
    lookup.tell(&colors, 0..coarse_count);
    let mut lookup = lookup.at(fine_bits);
    lookup.tell(&colors, coarse_count..wanted);
    let places = pixels.iter().map(|&pixel| lookup.bucket(pixel).count as u8).collect();
    Quantized { palette: colors, places }
}

/// Pixels whose colours are alike; in a cube that tells places, the place is the count.
#[derive(Debug, Clone, Copy, Default)]
struct Bucket {
    count: u32,
    sums: [u64; 4],
}

impl Bucket {
    fn add(&mut self, pixel: [u8; 4]) {
        self.count += 1;
        (0..4).for_each(|band| self.sums[band] += u64::from(pixel[band]));
    }

    fn merge(&mut self, other: &Self) {
        self.count = self.count.wrapping_add(other.count);
        (0..4).for_each(|band| self.sums[band] = self.sums[band].wrapping_add(other.sums[band]));
    }

    fn take(&mut self, other: &Self) {
        self.count = self.count.wrapping_sub(other.count);
        (0..4).for_each(|band| self.sums[band] = self.sums[band].wrapping_sub(other.sums[band]));
    }

    fn color(&self) -> [u8; 4] {
        let count = self.count as f32;
        // A cast is Pillow's clipping.
        if self.count == 0 { [0; 4] } else { self.sums.map(|sum| (sum as f32 / count) as u8) }
    }
}

struct Cube {
    bits: Bits,
    buckets: Vec<Bucket>,
}

impl Cube {
    fn new(bits: Bits) -> Self {
        Self { bits, buckets: vec![Bucket::default(); 1 << bits.iter().sum::<u32>()] }
    }

    fn bucket(&mut self, color: [u8; 4]) -> &mut Bucket {
        let coarse = std::array::from_fn(|band| usize::from(color[band]) >> (8 - self.bits[band]));
        let place = self.place(coarse);
        &mut self.buckets[place]
    }

    fn place(&self, steps: [usize; 4]) -> usize {
        steps.iter().zip(self.bits).fold(0, |place, (step, bits)| place << bits | step)
    }

    fn used(&self) -> usize {
        self.buckets.iter().filter(|bucket| bucket.count > 0).count()
    }

    /// The buckets, those of most pixels first.
    fn by_count(&self) -> Vec<Bucket> {
        let mut buckets = self.buckets.clone();
        buckets.sort_by_key(|bucket| std::cmp::Reverse(bucket.count));
        buckets
    }

    fn subtract(&mut self, buckets: &[Bucket]) {
        for bucket in buckets.iter().filter(|bucket| bucket.count > 0) {
            self.bucket(bucket.color()).take(bucket);
        }
    }

    /// The cube with other bits.
    fn at(&self, bits: Bits) -> Self {
        let mut other = Self::new(bits);
        let most: Bits = std::array::from_fn(|band| self.bits[band].max(bits[band]));
        let steps = |number: usize| -> [usize; 4] {
            let mut rest = number;
            let mut steps = [0; 4];
            for band in (0..4).rev() {
                steps[band] = rest & ((1 << most[band]) - 1);
                rest >>= most[band];
            }
            steps
        };
        for number in 0..1 << most.iter().sum::<u32>() {
            let steps = steps(number);
            let in_bits = |bits: Bits| std::array::from_fn(|band| steps[band] >> (most[band] - bits[band]));
            let (from, to) = (self.place(in_bits(self.bits)), other.place(in_bits(bits)));
            other.buckets[to].merge(&self.buckets[from]);
        }
        other
    }

    /// Tells the buckets of colours their places; of several in one bucket the first counts.
    fn tell(&mut self, colors: &[[u8; 4]], places: std::ops::Range<usize>) {
        for place in places.rev() {
            self.bucket(colors[place]).count = place as u32;
        }
    }
}
