//! MT19937: Matsumoto and Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudorandom number
//! generator", 1998; seeded as CPython seeds it.

use std::hash::{BuildHasher, RandomState};

const N: usize = 624;
const M: usize = 397;

/// The state of a generator.
pub struct Twister {
    words: [u32; N],
    place: usize,
}

impl Twister {
    /// Begins with the absolute value of a seed; without one, with what the system gives.
    pub fn seeded(seed: Option<i64>) -> Self {
        match seed {
            Some(seed) => {
                let seed = seed.unsigned_abs();
                let (low, high) = (seed as u32, (seed >> 32) as u32);
                if high == 0 { Self::of_key(&[low]) } else { Self::of_key(&[low, high]) }
            }
            None => {
                let words = |number: u32| RandomState::new().hash_one(number);
                let key: Vec<u32> = (0..8).map(words).flat_map(|word| [word as u32, (word >> 32) as u32]).collect();
                Self::of_key(&key)
            }
        }
    }

    fn of_number(seed: u32) -> Self {
        let mut words = [seed; N];
        for place in 1..N {
            let last = words[place - 1];
            words[place] = 1_812_433_253u32.wrapping_mul(last ^ (last >> 30)).wrapping_add(place as u32);
        }
        Self { words, place: N }
    }

    fn of_key(key: &[u32]) -> Self {
        let mut twister = Self::of_number(19_650_218);
        let words = &mut twister.words;
        let (mut i, mut j) = (1, 0);
        let step = |i: &mut usize, words: &mut [u32; N]| {
            *i += 1;
            if *i >= N {
                words[0] = words[N - 1];
                *i = 1;
            }
        };
        for _ in 0..N.max(key.len()) {
            let mixed = (words[i - 1] ^ (words[i - 1] >> 30)).wrapping_mul(1_664_525);
            words[i] = (words[i] ^ mixed).wrapping_add(key[j]).wrapping_add(j as u32);
            step(&mut i, words);
            j = (j + 1) % key.len();
        }
        for _ in 0..N - 1 {
            let mixed = (words[i - 1] ^ (words[i - 1] >> 30)).wrapping_mul(1_566_083_941);
            words[i] = (words[i] ^ mixed).wrapping_sub(i as u32);
            step(&mut i, words);
        }
        words[0] = 0x8000_0000;
        twister
    }

    fn turn(&mut self) {
        let words = &mut self.words;
        for place in 0..N {
            let y = (words[place] & 0x8000_0000) | (words[(place + 1) % N] & 0x7fff_ffff);
            let odd = if y & 1 == 0 { 0 } else { 0x9908_b0df };
            words[place] = words[(place + M) % N] ^ (y >> 1) ^ odd;
        }
        self.place = 0;
    }

    fn word(&mut self) -> u32 {
        if self.place >= N {
            self.turn();
        }
        let mut y = self.words[self.place];
        self.place += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    /// From 0.0 to below 1.0, of 53 bits.
    pub fn float(&mut self) -> f64 {
        let (high, low) = (self.word() >> 5, self.word() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// So many bits, 128 at the most.
    pub fn bits(&mut self, count: u32) -> u128 {
        let mut bits = 0;
        let mut place = 0;
        while place < count {
            let left = count - place;
            let word = if left < 32 { self.word() >> (32 - left) } else { self.word() };
            bits |= u128::from(word) << place;
            place += 32;
        }
        bits
    }
}

#[cfg(test)]
mod tests {
    use super::Twister;

    #[test]
    fn gives_the_numbers_of_cpython() {
        let mut twister = Twister::seeded(Some(42));
        assert_eq!(twister.float(), 0.639_426_798_457_883_7);
        assert_eq!(twister.float(), 0.025_010_755_222_666_936);
    }
}
