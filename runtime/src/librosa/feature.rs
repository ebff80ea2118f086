//! The module `librosa.feature`: bands of a spectrum, and what they are alike in.

use std::f64::consts::PI;

use super::decibels::decibels;
use super::filters::{Bands, is_normal};
use super::parameter_error;
use super::spectrum::{Given, Pieces};
use crate::exception::{Fallible, value_error};
use crate::numpy::{Array, Cast, Real};
use crate::str::Str;

/// Numbers in rows, each of the pieces of a signal.
struct Table {
    rows: usize,
    pieces: usize,
    numbers: Vec<f64>,
}

impl Table {
    fn of<T: Real>(s: &Array<T>) -> Fallible<Self> {
        let &[rows, pieces] = s.shape() else {
            return Err(value_error("compiled code takes the spectrum of one channel: an array with two axes"));
        };
        Ok(Self { rows, pieces, numbers: s.elements().map(|number| number.to_f64()).collect() })
    }

    fn array<T: Real>(self) -> Array<T>
    where
        f64: Cast<T>,
    {
        Array::from_vec(self.numbers.into_iter().map(Cast::cast).collect(), &[self.rows, self.pieces])
    }

    /// Rows that are sums of these rows, so weighed.
    fn mixed(&self, rows: usize, weight: impl Fn(usize, usize) -> f64) -> Self {
        let mut numbers = vec![0.0; rows * self.pieces];
        for row in 0..rows {
            let into = &mut numbers[row * self.pieces..][..self.pieces];
            for (from, of_row) in (0..self.rows).map(|from| (from, &self.numbers[from * self.pieces..][..self.pieces]))
            {
                let weight = weight(row, from);
                if weight != 0.0 {
                    into.iter_mut().zip(of_row).for_each(|(sum, number)| *sum += weight * number);
                }
            }
        }
        Self { rows, pieces: self.pieces, numbers }
    }
}

/// The powers of the frequencies in each piece of a signal.
fn powers<T: Real>(y: &Array<T>, given: &Given<'_>, power: f64) -> Fallible<Table>
where
    f64: Cast<T>,
{
    let (pieces, transforms) = Pieces::of(given)?.transforms(y)?;
    let rounded = |number: f64| Cast::<T>::cast(number).to_f64();
    let strength = |number: crate::numpy::ComplexNumber<f64>| rounded(rounded(number.re.hypot(number.im)).powf(power));
    let numbers = super::spectrum::turned(&transforms, pieces, strength);
    Ok(Table { rows: numbers.len().checked_div(pieces).unwrap_or(0), pieces, numbers })
}

fn in_bands(spectrum: &Table, bands: &Bands) -> Fallible<Table> {
    let (frequencies, weights) = bands.weights()?;
    if frequencies != spectrum.rows {
        return Err(parameter_error(format!("bands of {frequencies} frequencies do not fit {}", spectrum.rows)));
    }
    let count = bands.n_mels as usize;
    Ok(spectrum.mixed(count, |band, frequency| f64::from(weights[band * frequencies + frequency])))
}

/// `librosa.feature.melspectrogram(y=…, sr=…, …)`.
///
/// # Errors
/// As `librosa.stft` and `librosa.filters.mel`.
#[expect(clippy::too_many_arguments, reason = "the parameters in Python")]
pub fn melspectrogram<T: Real>(
    y: &Array<T>,
    sr: f64,
    n_fft: i64,
    hop_length: i64,
    win_length: Option<i64>,
    window: &Str,
    center: bool,
    _pad_mode: &Str,
    power: f64,
    n_mels: i64,
    fmin: f64,
    fmax: Option<f64>,
    htk: bool,
    norm: &Option<Str>,
) -> Fallible<Array<T>>
where
    f64: Cast<T>,
{
    let spectrum = powers(y, &Given { n_fft, hop_length: Some(hop_length), win_length, window, center }, power)?;
    let bands = Bands { sr, n_fft, n_mels, fmin, fmax, htk, is_normal: is_normal(norm)? };
    Ok(in_bands(&spectrum, &bands)?.array())
}

/// `librosa.feature.melspectrogram(S=…, sr=…, …)`: of a spectrum that was made before.
///
/// # Errors
/// As `librosa.filters.mel`.
pub fn melspectrogram_of_spectrum<T: Real>(
    s: &Array<T>,
    sr: f64,
    n_mels: i64,
    fmin: f64,
    fmax: Option<f64>,
    htk: bool,
    norm: &Option<Str>,
) -> Fallible<Array<T>>
where
    f64: Cast<T>,
{
    let spectrum = Table::of(s)?;
    let n_fft = 2 * (spectrum.rows as i64 - 1);
    let bands = Bands { sr, n_fft, n_mels, fmin, fmax, htk, is_normal: is_normal(norm)? };
    Ok(in_bands(&spectrum, &bands)?.array())
}

/// `librosa.feature.mfcc(y=…, sr=…, …)`.
///
/// # Errors
/// As [`melspectrogram`]; `ParameterError` for a negative lifter.
#[expect(clippy::too_many_arguments, reason = "the parameters in Python")]
pub fn mfcc<T: Real>(
    y: &Array<T>,
    sr: f64,
    n_mfcc: i64,
    lifter: f64,
    n_fft: i64,
    hop_length: i64,
    win_length: Option<i64>,
    window: &Str,
    center: bool,
    power: f64,
    n_mels: i64,
    fmin: f64,
    fmax: Option<f64>,
    htk: bool,
) -> Fallible<Array<T>>
where
    f64: Cast<T>,
{
    let spectrum = powers(y, &Given { n_fft, hop_length: Some(hop_length), win_length, window, center }, power)?;
    let mut table = in_bands(&spectrum, &Bands { sr, n_fft, n_mels, fmin, fmax, htk, is_normal: true })?;
    table.numbers = decibels(&table.numbers, 1.0, 1e-10, Some(80.0))?;
    cepstrum(&table, n_mfcc, lifter).map(Table::array)
}

/// `librosa.feature.mfcc(S=…, n_mfcc=…, lifter=…)`: of bands in decibels.
///
/// # Errors
/// `ParameterError` for a negative lifter.
pub fn mfcc_of_bands<T: Real>(s: &Array<T>, n_mfcc: i64, lifter: f64) -> Fallible<Array<T>>
where
    f64: Cast<T>,
{
    cepstrum(&Table::of(s)?, n_mfcc, lifter).map(Table::array)
}

/// The first coefficients of the orthogonal cosine transform of each piece.
fn cepstrum(bands: &Table, count: i64, lifter: f64) -> Fallible<Table> {
    if bands.rows == 0 {
        return Err(value_error("Invalid number of data points (0) specified."));
    }
    let kept = (if count < 0 { bands.rows as i64 + count } else { count }).clamp(0, bands.rows as i64) as usize;
    let length = bands.rows as f64;
    let coefficient = |place: usize, band: usize| {
        let scale = if place == 0 { (1.0 / length).sqrt() } else { (2.0 / length).sqrt() };
        scale * (PI * place as f64 * (2 * band + 1) as f64 / (2.0 * length)).cos()
    };
    let mut table = bands.mixed(kept, coefficient);
    if lifter < 0.0 || lifter.is_nan() {
        let lifter = crate::object::repr_text(&lifter);
        return Err(parameter_error(format!("MFCC lifter={lifter} must be a non-negative number")));
    }
    if lifter > 0.0 {
        if kept as i64 != count {
            return Err(value_error("compiled code lifts as many coefficients as there are"));
        }
        for (row, numbers) in table.numbers.chunks_exact_mut(bands.pieces.max(1)).enumerate() {
            let factor = 1.0 + lifter / 2.0 * (PI * (row + 1) as f64 / lifter).sin();
            numbers.iter_mut().for_each(|number| *number *= factor);
        }
    }
    Ok(table)
}
