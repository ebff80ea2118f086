//! The module `librosa.effects`: filters of sound.

use crate::exception::{Fallible, value_error};
use crate::numpy::{Array, Cast, Real};

/// `librosa.effects.preemphasis(y, coef=…)`: what each sample has more than the one before.
///
/// # Errors
/// `ValueError` for fewer than two samples, of which the first value of the filter is told.
pub fn preemphasis<T: Real>(y: &Array<T>, coef: f64) -> Fallible<Array<T>>
where
    f64: Cast<T>,
{
    let samples = y.to_vec();
    let [first, second, ..] = samples[..] else {
        return Err(value_error("compiled code emphasises two samples or more"));
    };
    let rounded = |number: f64| Cast::<T>::cast(number).to_f64();
    let factor = rounded(-coef);
    let mut state = rounded(rounded(2.0 * first.to_f64()) - second.to_f64());
    let emphasised = samples.iter().map(|sample| {
        let sample = sample.to_f64();
        let out = Cast::<T>::cast(state + sample);
        state = rounded(factor * sample);
        out
    });
    Ok(Array::from_elements(emphasised.collect()))
}
