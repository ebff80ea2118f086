//! Sound from files in memory, and at other rates (librosa's `core/audio.py`).

use super::parameter_error;
use super::spectrum::checked;
use crate::either::Either;
use crate::exception::Fallible;
use crate::io::BytesIO;
use crate::numpy::{Array, Cast, Real};
use crate::scipy::io::wavfile;
use crate::scipy::signal;
use crate::str::Str;

/// `librosa.load(file, sr=None)`: the samples of a WAV file between -1 and 1, the mean of its channels, and its rate.
///
/// # Errors
/// `ValueError` for what is no WAV file; `ParameterError` for samples that are not finite.
pub fn load(file: &BytesIO, _sr: (), _mono: bool) -> Fallible<(Array<f32>, i64)> {
    let (rate, channels, samples) = match wavfile::read(file, false)? {
        Either::Left((rate, samples)) => scaled(rate, &samples, |sample| f32::from(sample) / 32768.0),
        Either::Right(Either::Left((rate, samples))) => scaled(rate, &samples, |sample| sample),
        Either::Right(Either::Right(Either::Left((rate, samples)))) => {
            scaled(rate, &samples, |sample| (f64::from(sample) / 2_147_483_648.0) as f32)
        }
        Either::Right(Either::Right(Either::Right(Either::Left((rate, samples))))) => {
            scaled(rate, &samples, |sample| (f32::from(sample) - 128.0) / 128.0)
        }
        Either::Right(Either::Right(Either::Right(Either::Right(Either::Left((rate, samples)))))) => {
            scaled(rate, &samples, |sample| sample as f32)
        }
        Either::Right(Either::Right(Either::Right(Either::Right(Either::Right(_))))) => {
            return Err(parameter_error("compiled code loads no samples of 64 bits"));
        }
    };
    let mean = |frame: &[f32]| if channels == 1 { frame[0] } else { frame.iter().sum::<f32>() / channels as f32 };
    let mono = Array::from_elements(samples.chunks_exact(channels).map(mean).collect());
    checked(&mono)?;
    Ok((mono, rate))
}

fn scaled<T: crate::numpy::Element>(rate: i64, samples: &Array<T>, scale: impl Fn(T) -> f32) -> (i64, usize, Vec<f32>) {
    let channels = samples.shape().get(1).copied().unwrap_or(1);
    (rate, channels, samples.elements().map(scale).collect())
}

/// `librosa.resample(y, orig_sr=…, target_sr=…, res_type="fft")`.
///
/// # Errors
/// `ParameterError` for samples that are not finite; `ValueError` for no samples.
pub fn resample<T: Real>(
    y: &Array<T>,
    orig_sr: f64,
    target_sr: f64,
    _res_type: &Str,
    _fix: bool,
    scale: bool,
) -> Fallible<Array<T>>
where
    f64: Cast<T>,
{
    checked(y)?;
    if orig_sr == target_sr {
        return Ok(y.clone());
    }
    let ratio = target_sr / orig_sr;
    let count = (y.size() as f64 * ratio).ceil() as i64;
    Ok(fitted(&signal::resample(y, count)?, count, scale.then_some(ratio)))
}

/// `librosa.resample(y, orig_sr=…, target_sr=…, res_type="polyphase")`.
///
/// # Errors
/// As [`resample`]; `ParameterError` for rates that are not whole.
pub fn resample_polyphase<T: Real>(
    y: &Array<T>,
    orig_sr: f64,
    target_sr: f64,
    _res_type: &Str,
    _fix: bool,
    scale: bool,
) -> Fallible<Array<T>>
where
    f64: Cast<T>,
{
    checked(y)?;
    if orig_sr == target_sr {
        return Ok(y.clone());
    }
    let ratio = target_sr / orig_sr;
    let count = (y.size() as f64 * ratio).ceil() as i64;
    if orig_sr.fract() != 0.0 || target_sr.fract() != 0.0 {
        return Err(parameter_error("polyphase resampling is only supported for integer-valued sampling rates."));
    }
    Ok(fitted(&signal::resample_poly(y, target_sr as i64, orig_sr as i64)?, count, scale.then_some(ratio)))
}

/// As many samples, zeros behind those that there are.
fn fitted<T: Real>(y: &Array<T>, count: i64, ratio: Option<f64>) -> Array<T>
where
    f64: Cast<T>,
{
    let mut samples: Vec<f64> = y.elements().map(|sample| sample.to_f64()).collect();
    samples.resize(count.max(0) as usize, 0.0);
    let factor = ratio.map_or(1.0, f64::sqrt);
    Array::from_elements(samples.into_iter().map(|sample| Cast::cast(sample / factor)).collect())
}
