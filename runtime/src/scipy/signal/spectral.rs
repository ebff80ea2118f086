//! Transforms of short pieces of a signal: `stft`, `istft` and `spectrogram` (`scipy/signal/_spectral_py.py`).

use std::f64::consts::PI;

use super::get_window;
use crate::exception::{Fallible, value_error};
use crate::numpy::fft::{self, Transformed};
use crate::numpy::{Array, Cast, ComplexNumber, Lengths, Real};
use crate::str::Str;

type C128 = ComplexNumber<f64>;

/// What the samples of a piece are weighed by: the name of a window, or its weights.
pub trait Window {
    /// The weights for pieces of a length; where it is not asked for, of the window's own or of 256 samples.
    ///
    /// # Errors
    /// `ValueError` for an unknown name, a length that is not positive, or weights of another length.
    fn weights(&self, length: Option<usize>, samples: usize) -> Fallible<Vec<f64>>;

    /// The weights for pieces of a length that is known.
    ///
    /// # Errors
    /// As [`Window::weights`].
    fn weights_of(&self, length: usize) -> Fallible<Vec<f64>>;
}

/// The window that `spectrogram` takes where none is named.
const TUKEY: &str = "('tukey_periodic', 0.25)";

impl Window for Str {
    fn weights(&self, length: Option<usize>, samples: usize) -> Fallible<Vec<f64>> {
        self.weights_of(length.unwrap_or(256).min(samples))
    }

    fn weights_of(&self, length: usize) -> Fallible<Vec<f64>> {
        if self.as_str() == TUKEY {
            return Ok(tukey(length));
        }
        let (name, is_periodic) =
            match (self.as_str().strip_suffix("_periodic"), self.as_str().strip_suffix("_symmetric")) {
                (Some(name), _) => (name, true),
                (None, Some(name)) => (name, false),
                (None, None) => (self.as_str(), true),
            };
        Ok(get_window(&Str::from(name), length as i64, is_periodic)?.to_vec())
    }
}

impl Window for Array<f64> {
    fn weights(&self, length: Option<usize>, samples: usize) -> Fallible<Vec<f64>> {
        let &[own] = self.shape() else { return Err(value_error("window must be 1-D")) };
        if samples < own {
            return Err(value_error("window is longer than input signal"));
        }
        if length.is_some_and(|length| length != own) {
            return Err(value_error("value specified for nperseg is different from length of window"));
        }
        Ok(self.to_vec())
    }

    fn weights_of(&self, length: usize) -> Fallible<Vec<f64>> {
        match *self.shape() {
            [own] if own == length => Ok(self.to_vec()),
            [_] => Err(value_error(format!("window must have length of {length}"))),
            _ => Err(value_error("window must be 1-D")),
        }
    }
}

/// A window whose ends, a quarter together, are halves of a cosine: of a period.
fn tukey(length: usize) -> Vec<f64> {
    if length == 1 {
        return vec![1.0];
    }
    let points = length + 1;
    let width = (0.25 * (points - 1) as f64 / 2.0).floor() as usize;
    let last = (points - 1) as f64;
    let at = |place: usize| {
        let n = place as f64;
        if place <= width {
            0.5 * (1.0 + (PI * (-1.0 + 2.0 * n / 0.25 / last)).cos())
        } else if place < points - width - 1 {
            1.0
        } else {
            0.5 * (1.0 + (PI * (-2.0 / 0.25 + 1.0 + 2.0 * n / 0.25 / last)).cos())
        }
    };
    (0..length).map(at).collect()
}

/// How a signal is taken to pieces.
struct Pieces {
    window: Vec<f64>,
    /// How far one begins behind the one before.
    step: usize,
    /// How many points are transformed.
    points: usize,
}

fn positive(nperseg: Option<i64>) -> Fallible<Option<usize>> {
    match nperseg.map(usize::try_from) {
        None => Ok(None),
        Some(Ok(length @ 1..)) => Ok(Some(length)),
        Some(_) => Err(value_error("nperseg must be a positive integer")),
    }
}

impl Pieces {
    fn new(window: Vec<f64>, noverlap: Option<i64>, points: Option<i64>) -> Fallible<Self> {
        let length = window.len() as i64;
        let points = points.unwrap_or(length);
        if points < length {
            return Err(value_error("nfft must be greater than or equal to nperseg."));
        }
        let step = length - noverlap.unwrap_or(length / 2);
        if step <= 0 {
            return Err(value_error("noverlap must be less than nperseg."));
        }
        Ok(Self { window, step: step as usize, points: points as usize })
    }

    fn length(&self) -> usize {
        self.window.len()
    }

    fn frequencies(&self, fs: f64) -> Fallible<Array<f64>> {
        fft::rfftfreq(self.points as i64, 1.0 / fs)
    }

    /// The factor that makes a transform one of the scaling.
    fn scale(&self, scaling: Scaling, fs: f64) -> f64 {
        let sum = |power: i32| self.window.iter().map(|weight| weight.powi(power)).sum::<f64>();
        match scaling {
            Scaling::Spectrum => 1.0 / sum(1).powi(2),
            Scaling::Density => 1.0 / (fs * sum(2)),
        }
    }

    /// The transform of each piece of some samples.
    fn transforms(&self, samples: &[f64], without_mean: bool) -> Fallible<Vec<C128>> {
        let length = self.length();
        let starts = (0..).map(|piece| piece * self.step).take_while(|start| start + length <= samples.len());
        let mut weighed = Vec::new();
        for start in starts {
            let piece = &samples[start..start + length];
            let mean = if without_mean { piece.iter().sum::<f64>() / length as f64 } else { 0.0 };
            weighed.extend(piece.iter().zip(&self.window).map(|(sample, weight)| (sample - mean) * weight));
        }
        let count = weighed.len() / length;
        let pieces = Array::from_vec(weighed, &[count, length]);
        Ok(fft::rfft(&pieces, Some(self.points as i64), -1, &None)?.to_vec())
    }

    /// The middle of each piece, in seconds.
    fn times(&self, samples: usize, fs: f64, before: f64) -> Array<f64> {
        let half = self.length() as f64 / 2.0;
        let end = samples as f64 - half + 1.0;
        let count = ((end - half) / self.step as f64).ceil().max(0.0) as usize;
        let time = |piece: usize| (half + (piece * self.step) as f64) / fs - before;
        Array::from_elements((0..count).map(time).collect())
    }
}

#[derive(Debug, Clone, Copy)]
enum Scaling {
    Spectrum,
    Density,
}

/// The rows along the last axis, as `float64`.
fn rows<T: Real>(x: &Array<T>) -> Fallible<(Lengths, Vec<f64>, usize)> {
    let shape: Lengths = x.shape().into();
    let Some((&samples, outer)) = shape.split_last() else {
        return Err(value_error("a signal has samples along an axis"));
    };
    if x.size() == 0 {
        return Err(value_error("compiled code knows no spectrum of no samples"));
    }
    Ok((outer.into(), x.elements().map(|sample| sample.to_f64()).collect(), samples))
}

/// The transforms of all rows, with frequencies before times.
fn by_frequency<R: Clone>(transforms: &[R], rows: usize, pieces: usize, frequencies: usize) -> Vec<R> {
    let mut ordered = Vec::with_capacity(transforms.len());
    for row in 0..rows {
        for frequency in 0..frequencies {
            let at = |piece: usize| transforms[(row * pieces + piece) * frequencies + frequency].clone();
            ordered.extend((0..pieces).map(at));
        }
    }
    ordered
}

/// `stft(x, fs, window, nperseg, noverlap, nfft, boundary=…, padded=…, scaling=…)` along the last axis: frequencies, times,
/// and the transforms.
///
/// # Errors
/// `ValueError` for lengths that do not go together, an unknown window, boundary or scaling, or no samples.
#[expect(clippy::too_many_arguments, reason = "the parameters in Python")]
pub fn stft<T: Real + Transformed>(
    x: &Array<T>,
    fs: f64,
    window: &impl Window,
    nperseg: Option<i64>,
    noverlap: Option<i64>,
    nfft: Option<i64>,
    _detrend: bool,
    _return_onesided: bool,
    boundary: &Option<Str>,
    padded: bool,
    _axis: i64,
    scaling: &Str,
) -> Fallible<(Array<f64>, Array<f64>, Array<T::Complex>)>
where
    C128: Cast<T::Complex>,
{
    let scaling = match scaling.as_str() {
        "spectrum" => Scaling::Spectrum,
        "psd" => Scaling::Density,
        other => return Err(value_error(format!("Parameter scaling='{other}' not in ['spectrum', 'psd']!"))),
    };
    let boundary = boundary.as_ref().map(Str::as_str);
    if !matches!(boundary, None | Some("zeros")) {
        let other = boundary.unwrap_or_default();
        return Err(value_error(match other {
            "even" | "odd" | "constant" => format!("compiled code knows the boundary 'zeros', not '{other}'"),
            _ => {
                format!("Unknown boundary option '{other}', must be one of: ['even', 'odd', 'constant', 'zeros', None]")
            }
        }));
    }
    let (mut shape, elements, samples) = rows(x)?;
    let pieces = Pieces::new(window.weights(positive(nperseg)?, samples)?, noverlap, nfft)?;
    let length = pieces.length();
    let around = if boundary.is_some() { length / 2 } else { 0 };
    let inside = samples + 2 * around;
    let rest = if padded {
        (-(inside as i64 - length as i64)).rem_euclid(pieces.step as i64).rem_euclid(length as i64) as usize
    } else {
        0
    };
    let scale = pieces.scale(scaling, fs).sqrt();
    let mut transforms = Vec::new();
    for row in elements.chunks_exact(samples) {
        let mut extended = vec![0.0; inside + rest];
        extended[around..around + samples].copy_from_slice(row);
        let found = pieces.transforms(&extended, false)?;
        transforms.extend(found.iter().map(|number| C128::new(number.re * scale, number.im * scale)));
    }
    let frequencies = pieces.points / 2 + 1;
    let outer: usize = shape.iter().product();
    let count = transforms.len() / (frequencies * outer);
    let ordered = by_frequency(&transforms, outer, count, frequencies);
    shape.extend([frequencies, count]);
    let before = if boundary.is_some() { length as f64 / 2.0 / fs } else { 0.0 };
    let times = pieces.times(inside + rest, fs, before);
    Ok((pieces.frequencies(fs)?, times, Array::from_vec(ordered.into_iter().map(Cast::cast).collect(), &shape)))
}

/// `spectrogram(x, fs, window, nperseg, noverlap, nfft, scaling=…)` along the last axis: frequencies, times, and the power of
/// each, of pieces without their means.
///
/// # Errors
/// As [`stft`].
#[expect(clippy::too_many_arguments, reason = "the parameters in Python")]
pub fn spectrogram<T: Real>(
    x: &Array<T>,
    fs: f64,
    window: &impl Window,
    nperseg: Option<i64>,
    noverlap: Option<i64>,
    nfft: Option<i64>,
    _detrend: &Str,
    _return_onesided: bool,
    scaling: &Str,
    _axis: i64,
    _mode: &Str,
) -> Fallible<Spectrogram<T>>
where
    f64: Cast<T>,
{
    powers(x, fs, window, [nperseg, noverlap, nfft], true, scaling)
}

/// `spectrogram(x, …, detrend=False)`: of pieces as they are.
///
/// # Errors
/// As [`stft`].
#[expect(clippy::too_many_arguments, reason = "the parameters in Python")]
pub fn spectrogram_as_is<T: Real>(
    x: &Array<T>,
    fs: f64,
    window: &impl Window,
    nperseg: Option<i64>,
    noverlap: Option<i64>,
    nfft: Option<i64>,
    _detrend: bool,
    _return_onesided: bool,
    scaling: &Str,
    _axis: i64,
    _mode: &Str,
) -> Fallible<Spectrogram<T>>
where
    f64: Cast<T>,
{
    powers(x, fs, window, [nperseg, noverlap, nfft], false, scaling)
}

/// Frequencies, times, and the power of each.
type Spectrogram<T> = (Array<f64>, Array<f64>, Array<T>);

fn powers<T: Real>(
    x: &Array<T>,
    fs: f64,
    window: &impl Window,
    [nperseg, noverlap, nfft]: [Option<i64>; 3],
    without_mean: bool,
    scaling: &Str,
) -> Fallible<Spectrogram<T>>
where
    f64: Cast<T>,
{
    let scaling = match scaling.as_str() {
        "spectrum" => Scaling::Spectrum,
        "density" => Scaling::Density,
        other => return Err(value_error(format!("Unknown scaling: '{other}'"))),
    };
    let (mut shape, elements, samples) = rows(x)?;
    let weights = window.weights(positive(nperseg)?, samples)?;
    let noverlap = noverlap.unwrap_or(weights.len() as i64 / 8);
    let pieces = Pieces::new(weights, Some(noverlap), nfft)?;
    let scale = pieces.scale(scaling, fs);
    let frequencies = pieces.points / 2 + 1;
    let mut powers = Vec::new();
    for row in elements.chunks_exact(samples) {
        let found = pieces.transforms(row, without_mean)?;
        let power = |(place, number): (usize, &C128)| {
            // Each stands for its mirror, too; the first and, of an even number of points, the last have none.
            let place = place % frequencies;
            let has_mirror = place > 0 && 2 * place != pieces.points;
            (number.re * number.re + number.im * number.im) * scale * if has_mirror { 2.0 } else { 1.0 }
        };
        powers.extend(found.iter().enumerate().map(power));
    }
    let outer: usize = shape.iter().product();
    let count = powers.len() / (frequencies * outer);
    let ordered = by_frequency(&powers, outer, count, frequencies);
    shape.extend([frequencies, count]);
    let times = pieces.times(samples, fs, 0.0);
    Ok((pieces.frequencies(fs)?, times, Array::from_vec(ordered.into_iter().map(Cast::cast).collect(), &shape)))
}

/// `istft(Zxx, fs, window, nperseg, noverlap, nfft, boundary=…, scaling=…)`: times, and the samples.
///
/// # Errors
/// `ValueError` for lengths that do not go together, or an unknown window or scaling.
#[expect(clippy::too_many_arguments, reason = "the parameters in Python")]
pub fn istft<T: Transformed>(
    zxx: &Array<T>,
    fs: f64,
    window: &impl Window,
    nperseg: Option<i64>,
    noverlap: Option<i64>,
    nfft: Option<i64>,
    _input_onesided: bool,
    boundary: bool,
    _time_axis: i64,
    _freq_axis: i64,
    scaling: &Str,
) -> Fallible<(Array<f64>, Array<T::Real>)>
where
    f64: Cast<T::Real>,
{
    let shape: Lengths = zxx.shape().into();
    let [outer @ .., frequencies, count] = &shape[..] else {
        return Err(value_error("Input stft must be at least 2d!"));
    };
    let (frequencies, count) = (*frequencies, *count);
    let default = 2 * (frequencies.max(1) - 1);
    let length = positive(nperseg)?.unwrap_or(default);
    let points = nfft.unwrap_or(if length == default + 1 { length } else { default } as i64);
    // Their own order of errors: lengths first, then the window.
    Pieces::new(vec![1.0; length], noverlap, Some(points.max(length as i64)))?;
    if nfft.is_some() && points < length as i64 {
        return Err(value_error("nfft must be greater than or equal to nperseg."));
    }
    let window = window.weights_of(length)?;
    let step = (length as i64 - noverlap.unwrap_or(length as i64 / 2)) as usize;
    let sum = |power: i32| window.iter().map(|weight| weight.powi(power)).sum::<f64>();
    let factor = match scaling.as_str() {
        "spectrum" => sum(1),
        "psd" => (fs * sum(2)).sqrt(),
        other => return Err(value_error(format!("Parameter scaling='{other}' not in ['spectrum', 'psd']!"))),
    };
    let whole = if count == 0 { 0 } else { length + (count - 1) * step };
    let numbers: Array<C128> = zxx.map(Cast::cast);
    let pieces = fft::irfft(&numbers, Some(points), -2, &None)?;
    let kept = points as usize;
    let pieces = pieces.to_vec();
    let around = if boundary { length / 2 } else { 0 };
    let inside = if boundary && around == 0 { 0..0 } else { around..whole.saturating_sub(around).max(around) };
    let mut weight = vec![0.0; whole];
    for piece in 0..count {
        weight[piece * step..].iter_mut().zip(&window).for_each(|(sum, weight)| *sum += weight * weight);
    }
    let mut samples = Vec::new();
    for row in pieces.chunks_exact((kept * count).max(1)) {
        let mut added = vec![0.0; whole];
        for piece in 0..count {
            for (place, of_window) in window.iter().enumerate().take(kept) {
                added[piece * step + place] += row[place * count + piece] * factor * of_window;
            }
        }
        let divided =
            inside.clone().map(|place| added[place] / if weight[place] > 1e-10 { weight[place] } else { 1.0 });
        samples.extend(divided.map(Cast::cast));
    }
    let mut shape: Lengths = outer.into();
    shape.push(inside.len());
    let times = (0..shape[0]).map(|place| place as f64 / fs).collect();
    Ok((Array::from_elements(times), Array::from_vec(samples, &shape)))
}
