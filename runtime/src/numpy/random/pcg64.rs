//! `SeedSequence` and `PCG64`: numpy's sequence of bits for a seed (numpy/random/bit_generator.pyx, src/pcg64/pcg64.c).

/// The mixing of a seed, from M. E. O'Neill's `randutils`.
struct SeedSequence {
    pool: [u32; 4],
}

const INIT_A: u32 = 0x43b0_d7e5;
const MULT_A: u32 = 0x931e_8875;
const INIT_B: u32 = 0x8b51_f9dd;
const MULT_B: u32 = 0x58f3_8ded;
const MIX_LEFT: u32 = 0xca01_f9dd;
const MIX_RIGHT: u32 = 0x4973_f715;

impl SeedSequence {
    /// From the words of the seed, the lowest first.
    fn new(entropy: &[u32]) -> Self {
        let mut constant = INIT_A;
        let mut hash = |value: u32| {
            let value = value ^ constant;
            constant = constant.wrapping_mul(MULT_A);
            let value = value.wrapping_mul(constant);
            value ^ value >> 16
        };
        let mix = |a: u32, b: u32| {
            let mixed = MIX_LEFT.wrapping_mul(a).wrapping_sub(MIX_RIGHT.wrapping_mul(b));
            mixed ^ mixed >> 16
        };
        let mut pool: [u32; 4] = std::array::from_fn(|place| hash(entropy.get(place).copied().unwrap_or(0)));
        for from in 0..4 {
            for to in 0..4 {
                if from != to {
                    pool[to] = mix(pool[to], hash(pool[from]));
                }
            }
        }
        for &word in entropy.iter().skip(4) {
            for place in &mut pool {
                *place = mix(*place, hash(word));
            }
        }
        Self { pool }
    }

    /// Words to start a generator by.
    fn state(&self) -> [u64; 4] {
        let mut constant = INIT_B;
        let mut words = self.pool.iter().cycle().map(|&word| {
            let word = word ^ constant;
            constant = constant.wrapping_mul(MULT_B);
            let word = word.wrapping_mul(constant);
            u64::from(word ^ word >> 16)
        });
        let mut next = || words.next().unwrap_or(0);
        std::array::from_fn(|_| next() | next() << 32)
    }
}

/// The generator: 128 bits of state, of which 64 are given at a time.
#[derive(Debug, Clone)]
pub struct Pcg64 {
    state: u128,
    increment: u128,
    /// The upper half of the last 64 bits, where only the lower one was asked for.
    half: Option<u32>,
}

const MULTIPLIER: u128 = 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645;

impl Pcg64 {
    /// The generator that numpy makes of a seed.
    pub fn seeded(seed: u64) -> Self {
        let words = [seed as u32, (seed >> 32) as u32];
        let [high, low, increment_high, increment_low] =
            SeedSequence::new(if words[1] == 0 { &words[..1] } else { &words }).state();
        let whole = |high: u64, low: u64| u128::from(high) << 64 | u128::from(low);
        let mut generator = Self { state: 0, increment: whole(increment_high, increment_low) << 1 | 1, half: None };
        generator.step();
        generator.state = generator.state.wrapping_add(whole(high, low));
        generator.step();
        generator
    }

    fn step(&mut self) {
        self.state = self.state.wrapping_mul(MULTIPLIER).wrapping_add(self.increment);
    }

    /// The next 64 bits.
    pub fn next_u64(&mut self) -> u64 {
        self.step();
        let folded = (self.state >> 64) as u64 ^ self.state as u64;
        folded.rotate_right((self.state >> 122) as u32)
    }

    /// The next 32 bits: the halves of 64 one after the other, the lower first.
    pub fn next_u32(&mut self) -> u32 {
        if let Some(half) = self.half.take() {
            return half;
        }
        let bits = self.next_u64();
        self.half = Some((bits >> 32) as u32);
        bits as u32
    }

    /// A float from 0 up to, not including, 1.
    pub fn float(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// A `float32` from 0 up to, not including, 1.
    pub fn float32(&mut self) -> f32 {
        (self.next_u32() >> 8) as f32 * (1.0 / 16_777_216.0)
    }

    /// A whole number from 0 to `most`: Lemire's method, in 32 bits where they are enough.
    pub fn up_to(&mut self, most: u64) -> u64 {
        match u32::try_from(most) {
            Ok(0) => 0,
            Ok(u32::MAX) => u64::from(self.next_u32()),
            Ok(most) => self.up_to_u32(most).into(),
            Err(_) if most == u64::MAX => self.next_u64(),
            Err(_) => self.up_to_u64(most),
        }
    }

    /// A whole number from 0 to `most`, as shuffles draw it: bits are drawn until they are not more.
    pub fn interval(&mut self, most: u64) -> u64 {
        let mask = u64::MAX.checked_shr(most.leading_zeros()).unwrap_or(0);
        loop {
            let bits = if most <= u64::from(u32::MAX) { self.next_u32().into() } else { self.next_u64() };
            if bits & mask <= most {
                return bits & mask;
            }
        }
    }

    fn up_to_u32(&mut self, most: u32) -> u32 {
        let count = u64::from(most) + 1;
        let mut product = u64::from(self.next_u32()) * count;
        if (product as u32) < count as u32 {
            let threshold = (u32::MAX - most) % count as u32;
            while (product as u32) < threshold {
                product = u64::from(self.next_u32()) * count;
            }
        }
        (product >> 32) as u32
    }

    fn up_to_u64(&mut self, most: u64) -> u64 {
        let count = u128::from(most) + 1;
        let mut product = u128::from(self.next_u64()) * count;
        if (product as u64) < count as u64 {
            let threshold = (u64::MAX - most) % count as u64;
            while (product as u64) < threshold {
                product = u128::from(self.next_u64()) * count;
            }
        }
        (product >> 64) as u64
    }

    /// A number of the standard normal distribution, by the ziggurat of Marsaglia and Tsang.
    pub fn normal(&mut self) -> f64 {
        use super::ziggurat::{HEIGHT, INSIDE, INVERSE_OF_R, R, WIDTH};
        loop {
            let bits = self.next_u64();
            let strip = (bits & 0xff) as usize;
            let bits = bits >> 8;
            let (negative, size) = (bits & 1 == 1, bits >> 1 & 0x000f_ffff_ffff_ffff);
            let x = size as f64 * f64::from_bits(WIDTH[strip]);
            let x = if negative { -x } else { x };
            if size < INSIDE[strip] {
                return x;
            }
            if strip == 0 {
                loop {
                    let beyond = -INVERSE_OF_R * (-self.float()).ln_1p();
                    let height = -(-self.float()).ln_1p();
                    if height + height > beyond * beyond {
                        return if size >> 8 & 1 == 1 { -(R + beyond) } else { R + beyond };
                    }
                }
            }
            let (above, below) = (f64::from_bits(HEIGHT[strip - 1]), f64::from_bits(HEIGHT[strip]));
            if (above - below) * self.float() + below < (-0.5 * x * x).exp() {
                return x;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_numbers_are_numpys() {
        // numpy.random.default_rng(12345).random(2)
        let mut generator = Pcg64::seeded(12345);
        assert_eq!([generator.float(), generator.float()], [0.227_336_022_467_169_66, 0.316_758_339_709_752_87]);
    }
}
