//! The module `librosa.filters`: bands of frequencies.

use super::parameter_error;
use crate::exception::Fallible;
use crate::numpy::Array;
use crate::str::Str;

/// Where the scale of Slaney becomes logarithmic, in Hz and in mel, and its steps.
const LOG_HZ: f64 = 1000.0;
const MEL_HZ: f64 = 200.0 / 3.0;
const LOG_MEL: f64 = LOG_HZ / MEL_HZ;

fn log_step() -> f64 {
    6.4f64.ln() / 27.0
}

fn hz_to_mel(hz: f64, htk: bool) -> f64 {
    if htk {
        2595.0 * (1.0 + hz / 700.0).log10()
    } else if hz >= LOG_HZ {
        LOG_MEL + (hz / LOG_HZ).ln() / log_step()
    } else {
        hz / MEL_HZ
    }
}

fn mel_to_hz(mel: f64, htk: bool) -> f64 {
    if htk {
        700.0 * (10f64.powf(mel / 2595.0) - 1.0)
    } else if mel >= LOG_MEL {
        LOG_HZ * (log_step() * (mel - LOG_MEL)).exp()
    } else {
        MEL_HZ * mel
    }
}

/// What the parameters of that name say of bands.
pub(super) struct Bands {
    pub sr: f64,
    pub n_fft: i64,
    pub n_mels: i64,
    pub fmin: f64,
    pub fmax: Option<f64>,
    pub htk: bool,
    /// Whether each band has the same energy.
    pub is_normal: bool,
}

impl Bands {
    /// How much each frequency counts in each band: a row for each band.
    pub fn weights(&self) -> Fallible<(usize, Vec<f32>)> {
        let (Ok(bands), Ok(points @ 1..)) = (usize::try_from(self.n_mels), usize::try_from(self.n_fft)) else {
            return Err(parameter_error("compiled code makes bands of a number that is not negative"));
        };
        let (least, most) = (hz_to_mel(self.fmin, self.htk), hz_to_mel(self.fmax.unwrap_or(self.sr / 2.0), self.htk));
        let step = (most - least) / (bands + 1) as f64;
        let hz = |band: usize| {
            let mel = if band == bands + 1 { most } else { band as f64 * step + least };
            mel_to_hz(mel, self.htk)
        };
        let edges: Vec<f64> = (0..bands + 2).map(hz).collect();
        let frequencies = points / 2 + 1;
        let unit = 1.0 / (points as f64 * (1.0 / self.sr));
        let mut weights = Vec::with_capacity(bands * frequencies);
        for edge in edges.windows(3) {
            for place in 0..frequencies {
                let frequency = place as f64 * unit;
                let (below, above) = (frequency - edge[0], edge[2] - frequency);
                let weight = (below / (edge[1] - edge[0])).min(above / (edge[2] - edge[1])).max(0.0) as f32;
                let energy = if self.is_normal { 2.0 / (edge[2] - edge[0]) } else { 1.0 };
                weights.push((f64::from(weight) * energy) as f32);
            }
        }
        Ok((frequencies, weights))
    }
}

/// `librosa.filters.mel(sr=…, n_fft=…, n_mels=…, fmin=…, fmax=…, htk=…, norm=…)`.
///
/// # Errors
/// `ParameterError` for a norm that is not known.
pub fn mel(
    sr: f64,
    n_fft: i64,
    n_mels: i64,
    fmin: f64,
    fmax: Option<f64>,
    htk: bool,
    norm: &Option<Str>,
) -> Fallible<Array<f32>> {
    let is_normal = is_normal(norm)?;
    let (frequencies, weights) = Bands { sr, n_fft, n_mels, fmin, fmax, htk, is_normal }.weights()?;
    Ok(Array::from_vec(weights, &[n_mels as usize, frequencies]))
}

pub(super) fn is_normal(norm: &Option<Str>) -> Fallible<bool> {
    match norm.as_ref().map(Str::as_str) {
        None => Ok(false),
        Some("slaney") => Ok(true),
        Some(other) => Err(parameter_error(format!("Unsupported norm={other}"))),
    }
}
