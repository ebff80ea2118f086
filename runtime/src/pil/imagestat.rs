//! The module `PIL.ImageStat`: what the numbers of an image's bands are like, from how many pixels have each.

use super::content::Image;
use super::point::{histogram, histogram_within};
use crate::exception::{Fallible, value_error};
use crate::list::{self, List};
use crate::object::{Identity, Object};
use crate::opaque::Opaque;

/// `ImageStat.Stat`.
#[derive(Debug, Clone)]
pub struct Stat(Opaque<Vec<i64>>);

/// `ImageStat.Stat(image, mask)`.
///
/// # Errors
/// `ValueError` for a mask of another size or mode, and where there are no pixels.
pub fn stat(image: &Image, mask: &Option<Image>) -> Fallible<Stat> {
    let counts = image.with(|raster| match mask {
        Some(mask) => mask.with(|mask| histogram_within(raster, mask)),
        None => Ok(histogram(raster)),
    })?;
    // Pillow's numbers are ints then.
    if counts.iter().all(|&count| count == 0) {
        return Err(value_error("compiled code has no statistics of no pixels"));
    }
    Ok(Stat(Opaque::new(counts)))
}

impl Stat {
    fn bands<T: Object>(&self, of: impl Fn(&[i64]) -> T) -> List<T> {
        list::from_vec(self.0.chunks_exact(256).map(of).collect())
    }
}

fn count_of(band: &[i64]) -> i64 {
    band.iter().sum()
}

fn sum_of(band: &[i64]) -> i64 {
    (0_i64..).zip(band).map(|(value, count)| value * count).sum()
}

fn squares_of(band: &[i64]) -> i64 {
    (0_i64..).zip(band).map(|(value, count)| value * value * count).sum()
}

fn variance_of(band: &[i64]) -> f64 {
    let (sum, count) = (sum_of(band), count_of(band));
    let mean_square = divided(u128::from(sum.unsigned_abs()).pow(2), count);
    (squares_of(band) as f64 - mean_square) / count as f64
}

/// The quotient of whole numbers as Python rounds it: once.
fn divided(number: u128, by: i64) -> f64 {
    let by = u128::from(by.unsigned_abs());
    let shift = number.leading_zeros().saturating_sub(1).min(126);
    let shifted = number << shift;
    // What is cut off counts where the rest lies in the middle between two floats.
    let quotient = (shifted / by) | u128::from(!shifted.is_multiple_of(by));
    quotient as f64 * 0.5_f64.powi(shift as i32)
}

fn mean_of(band: &[i64], sum: i64) -> f64 {
    divided(u128::from(sum.unsigned_abs()), count_of(band))
}

/// Attributes of `Stat`.
pub mod attributes {
    use super::{Fallible, List, Stat, count_of, mean_of, squares_of, sum_of, variance_of};
    use crate::{list, math};

    /// `stat.count`
    pub fn count(stat: &Stat) -> List<i64> {
        stat.bands(count_of)
    }

    /// `stat.sum`
    pub fn sum(stat: &Stat) -> List<i64> {
        stat.bands(sum_of)
    }

    /// `stat.sum2`
    pub fn sum2(stat: &Stat) -> List<i64> {
        stat.bands(squares_of)
    }

    /// `stat.mean`
    pub fn mean(stat: &Stat) -> List<f64> {
        stat.bands(|band| mean_of(band, sum_of(band)))
    }

    /// `stat.median`
    pub fn median(stat: &Stat) -> List<i64> {
        stat.bands(|band| {
            let half = count_of(band) / 2;
            let mut sum = 0;
            let found = band.iter().position(|count| {
                sum += count;
                sum > half
            });
            found.unwrap_or(255) as i64
        })
    }

    /// `stat.rms`
    pub fn rms(stat: &Stat) -> List<f64> {
        stat.bands(|band| mean_of(band, squares_of(band)).sqrt())
    }

    /// `stat.var`
    pub fn var(stat: &Stat) -> List<f64> {
        stat.bands(variance_of)
    }

    /// `stat.stddev`
    ///
    /// # Errors
    /// `ValueError` where a variance is rounded to less than zero.
    pub fn stddev(stat: &Stat) -> Fallible<List<f64>> {
        let roots = stat.0.chunks_exact(256).map(|band| math::sqrt(variance_of(band)));
        roots.collect::<Fallible<Vec<_>>>().map(list::from_vec)
    }

    /// `stat.extrema`
    pub fn extrema(stat: &Stat) -> List<(i64, i64)> {
        stat.bands(|band| {
            let least = band.iter().position(|&count| count != 0).unwrap_or(255);
            (least as i64, band.iter().rposition(|&count| count != 0).unwrap_or(0) as i64)
        })
    }
}

impl Object for Stat {
    fn type_name(&self) -> &'static str {
        "Stat"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("<PIL.ImageStat.Stat object>");
    }
}

impl Identity for Stat {
    fn same(&self, other: &Self) -> bool {
        self.0.same(&other.0)
    }
}
