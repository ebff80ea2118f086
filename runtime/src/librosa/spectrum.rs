//! Transforms of short pieces of a signal, and back (librosa's `core/spectrum.py`).

use super::parameter_error;
use crate::exception::{Fallible, value_error, zero_division_error};
use crate::numpy::fft::{self, Transformed};
use crate::numpy::{Array, Cast, ComplexNumber, Real};
use crate::scipy::signal::get_window;
use crate::str::Str;

type C128 = ComplexNumber<f64>;

/// How a signal is taken to pieces.
pub(super) struct Pieces {
    /// The weights of the samples of a piece, zeros around a window that is shorter.
    window: Vec<f64>,
    /// How far a piece begins behind the one before.
    hop: usize,
    /// Whether the middles of the pieces, and not their beginnings, are that far apart from the first sample.
    center: bool,
}

/// What the parameters of that name say of pieces.
pub(super) struct Given<'g> {
    pub n_fft: i64,
    pub hop_length: Option<i64>,
    pub win_length: Option<i64>,
    pub window: &'g Str,
    pub center: bool,
}

impl Pieces {
    pub fn of(given: &Given<'_>) -> Fallible<Self> {
        let Ok(points @ 1..) = usize::try_from(given.n_fft) else {
            return Err(parameter_error(format!("compiled code takes no pieces of {} samples", given.n_fft)));
        };
        let length = given.win_length.unwrap_or(given.n_fft);
        let hop = given.hop_length.unwrap_or(length.div_euclid(4));
        if given.hop_length.is_some() && hop < 1 {
            return Err(parameter_error(format!("hop_length={hop} must be a positive integer")));
        }
        let window = get_window(given.window, length, true)?.to_vec();
        let Some(around) = points.checked_sub(window.len()) else {
            let size = window.len();
            return Err(parameter_error(format!("Target size ({points}) must be at least input size ({size})")));
        };
        let before = around / 2;
        let weights = [vec![0.0; before], window, vec![0.0; around - before]].concat();
        match usize::try_from(hop) {
            Ok(hop @ 1..) => Ok(Self { window: weights, hop, center: given.center }),
            _ if given.center => Err(zero_division_error("division by zero")),
            _ => Err(parameter_error(format!("Invalid hop_length: {hop}"))),
        }
    }

    fn points(&self) -> usize {
        self.window.len()
    }

    /// How many samples stand before the first of the signal in the first piece.
    fn before(&self) -> usize {
        if self.center { self.points() / 2 } else { 0 }
    }

    /// The transform of each piece, one after the other.
    pub fn transforms<T: Real>(&self, y: &Array<T>) -> Fallible<(usize, Vec<C128>)> {
        let samples = checked(y)?;
        let (points, before) = (self.points(), self.before());
        if !self.center && points > samples.len() {
            return Err(parameter_error(format!(
                "n_fft={points} is too large for uncentered analysis of input signal of length={}",
                samples.len()
            )));
        }
        let extended = [vec![0.0; before], samples, vec![0.0; before]].concat();
        if extended.len() < points {
            let length = extended.len();
            return Err(parameter_error(format!("Input is too short (n={length}) for frame_length={points}")));
        }
        let weighed: Vec<f64> = extended
            .windows(points)
            .step_by(self.hop)
            .flat_map(|piece| piece.iter().zip(&self.window).map(|(sample, weight)| sample * weight))
            .collect();
        let count = weighed.len() / points;
        let pieces = Array::from_vec(weighed, &[count, points]);
        Ok((count, fft::rfft(&pieces, Some(points as i64), -1, &None)?.to_vec()))
    }
}

/// The samples, which have to be finite.
pub(super) fn checked<T: Real>(y: &Array<T>) -> Fallible<Vec<f64>> {
    let samples: Vec<f64> = y.elements().map(|sample| sample.to_f64()).collect();
    match samples.iter().all(|sample| sample.is_finite()) {
        true => Ok(samples),
        false => Err(parameter_error("Audio buffer is not finite everywhere")),
    }
}

/// Rows as columns.
pub(super) fn turned<R: Copy, O>(rows: &[R], count: usize, convert: impl Fn(R) -> O) -> Vec<O> {
    let width = rows.len().checked_div(count).unwrap_or(0);
    let column = |column: usize| (0..count).map(move |row| rows[row * width + column]);
    (0..width).flat_map(column).map(convert).collect()
}

/// `librosa.stft(y, n_fft=…, hop_length=…, win_length=…, window=…, center=…)`: frequencies, and of each the pieces.
///
/// # Errors
/// `ParameterError` for lengths that do not go together, and samples that are not finite.
pub fn stft<T: Real + Transformed>(
    y: &Array<T>,
    n_fft: i64,
    hop_length: Option<i64>,
    win_length: Option<i64>,
    window: &Str,
    center: bool,
    _pad_mode: &Str,
) -> Fallible<Array<T::Complex>>
where
    C128: Cast<T::Complex>,
{
    let (count, transforms) = Pieces::of(&Given { n_fft, hop_length, win_length, window, center })?.transforms(y)?;
    let shape = [transforms.len().checked_div(count).unwrap_or(0), count];
    Ok(Array::from_vec(turned(&transforms, count, Cast::cast), &shape))
}

/// `librosa.istft(stft_matrix, hop_length=…, win_length=…, n_fft=…, window=…, center=…, length=…)`.
///
/// # Errors
/// As [`stft`]; `ValueError` for transforms that are none of pieces.
pub fn istft<C: Transformed + Cast<C128>>(
    stft_matrix: &Array<C>,
    hop_length: Option<i64>,
    win_length: Option<i64>,
    n_fft: Option<i64>,
    window: &Str,
    center: bool,
    length: Option<i64>,
) -> Fallible<Array<C::Real>>
where
    f64: Cast<C::Real>,
    C::Real: Real,
{
    let &[frequencies, count] = stft_matrix.shape() else {
        return Err(value_error("compiled code takes the transforms of one channel: an array with two axes"));
    };
    let n_fft = n_fft.unwrap_or(2 * (frequencies as i64 - 1));
    let pieces = Pieces::of(&Given { n_fft, hop_length, win_length, window, center })?;
    let (points, hop, before) = (pieces.points(), pieces.hop, pieces.before());
    let length = length.filter(|&length| length != 0).map(|length| length.max(0) as usize);
    let frames = length.map_or(count, |length| count.min((length + 2 * before).div_ceil(hop)));
    if frames == 0 {
        return Err(value_error("compiled code makes no signal of no pieces"));
    }
    let size = length.unwrap_or((points + hop * (frames - 1)).saturating_sub(2 * before));
    // The first pieces are taken even where the signal is cut off before them.
    let taken = if center { frames.max(before.div_ceil(hop)).min(count) } else { frames };
    let transforms: Vec<C128> = stft_matrix.elements().map(Cast::cast).collect();
    let by_piece = turned(&transforms, frequencies, |number| number);
    let by_piece = Array::from_vec(by_piece, &[count, frequencies]);
    let samples = fft::irfft(&by_piece, Some(n_fft), -1, &None)?.to_vec();
    let (mut sum, mut weights) = (vec![0.0; size], vec![0.0; size]);
    let tiny = if size_of::<C::Real>() == 4 { f64::from(f32::MIN_POSITIVE) } else { f64::MIN_POSITIVE };
    for piece in 0..taken {
        for (place, weight) in pieces.window.iter().enumerate() {
            let Some(at) = (piece * hop + place).checked_sub(before).filter(|&at| at < size) else { continue };
            sum[at] += weight * samples[piece * points + place];
            if piece < frames {
                weights[at] += weight * weight;
            }
        }
    }
    let weighed = sum.iter().zip(&weights).map(|(sum, &weight)| if weight > tiny { sum / weight } else { *sum });
    Ok(Array::from_elements(weighed.map(Cast::cast).collect()))
}
