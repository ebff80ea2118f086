//! Which of the requests that wait go into one call.
//!
//! A call pads its texts to the longest of them, and what is padded is computed, so a text wants company of its own length.
//! Together short texts share the reading of a model's weights; once a call has some hundred tokens, more of them only make all
//! wait longer.

/// Bytes that a text counts for beyond its own: the tokens that every text has.
const EXTRA: usize = 8;
/// Of what is computed, the part that may be padding: one of so many.
const WASTE: usize = 5;
/// Bytes of a call that leave nothing to be gained by company: about 200 tokens.
const ENOUGH: usize = 1024;

/// The texts of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// How many.
    pub texts: usize,
    /// The bytes of all.
    pub bytes: usize,
    /// The bytes of the longest.
    pub longest: usize,
}

impl Size {
    /// Of these texts.
    pub fn of(texts: &[String]) -> Self {
        Self {
            texts: texts.len(),
            bytes: texts.iter().map(String::len).sum(),
            longest: texts.iter().map(String::len).max().unwrap_or_default(),
        }
    }

    fn with(self, other: Self) -> Self {
        Self {
            texts: self.texts + other.texts,
            bytes: self.bytes + other.bytes,
            longest: self.longest.max(other.longest),
        }
    }

    /// What is computed.
    fn padded(self) -> usize {
        self.texts * (self.longest + EXTRA)
    }

    fn is_wasteful(self) -> bool {
        let padding = self.padded() - (self.bytes + self.texts * EXTRA);
        padding > self.padded() / WASTE
    }
}

/// The places of those that go along with the first in a call of at most so many texts, in ascending order.
pub fn choose(first: Size, others: &[Size], most: usize) -> Vec<usize> {
    let mut nearest: Vec<usize> = (0..others.len()).collect();
    nearest.sort_by_key(|&place| others[place].longest.abs_diff(first.longest));
    let (mut all, mut chosen) = (first, Vec::new());
    for place in nearest {
        let together = all.with(others[place]);
        if together.texts <= most && together.padded() <= ENOUGH && !together.is_wasteful() {
            all = together;
            chosen.push(place);
        }
    }
    chosen.sort_unstable();
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn single(length: usize) -> Size {
        Size { texts: 1, bytes: length, longest: length }
    }

    fn chosen(first: usize, others: &[usize], most: usize) -> Vec<usize> {
        let others: Vec<Size> = others.iter().map(|&length| single(length)).collect();
        choose(single(first), &others, most)
    }

    #[test]
    fn a_text_goes_with_those_of_its_length() {
        assert_eq!(chosen(20, &[400, 22, 19, 900, 20], 32), [1, 2, 4]);
        assert_eq!(chosen(400, &[22, 410, 19], 32), [1]);
        assert_eq!(chosen(0, &[0, 1, 2, 60], 32), [0, 1, 2]);
    }

    #[test]
    fn the_nearest_come_first_where_not_all_fit() {
        assert_eq!(chosen(30, &[40, 31, 30, 25], 3), [1, 2]);
        assert_eq!(chosen(30, &[30; 50], 8).len(), 7);
        assert_eq!(chosen(30, &[30; 50], 1), Vec::<usize>::new());
    }

    #[test]
    fn a_call_that_is_large_goes_alone() {
        assert_eq!(chosen(2000, &[2000, 1999, 10], 32), Vec::<usize>::new());
        assert_eq!(chosen(56, &[56; 50], 50).len(), 15);
    }

    #[test]
    fn requests_of_several_texts_count_as_many() {
        let pair = Size::of(&["a".repeat(20), "b".repeat(24)]);
        assert_eq!(pair, Size { texts: 2, bytes: 44, longest: 24 });
        assert_eq!(choose(single(22), &[pair, pair, pair], 5), [0, 1]);
        let uneven = Size::of(&["a".to_owned(), "b".repeat(200)]);
        assert_eq!(choose(single(200), &[uneven], 5), Vec::<usize>::new());
    }
}
