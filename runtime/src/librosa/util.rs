//! The module `librosa.util`: samples in frames.

use super::parameter_error;
use crate::exception::Fallible;
use crate::numpy::{Array, Element};

/// `librosa.util.frame(x, frame_length=…, hop_length=…)`: a view, of a column for each frame, that cannot be written to.
///
/// # Errors
/// `ParameterError` for fewer samples than a frame has, or a hop that is not positive.
pub fn frame<T: Element>(x: &Array<T>, frame_length: i64, hop_length: i64) -> Fallible<Array<T>> {
    let length = x.size() as i64;
    if length < frame_length {
        return Err(parameter_error(format!("Input is too short (n={length}) for frame_length={frame_length}")));
    }
    if hop_length < 1 {
        return Err(parameter_error(format!("Invalid hop_length: {hop_length}")));
    }
    let frame = frame_length.max(0) as usize;
    let frames = (x.size() - frame) / hop_length as usize + 1;
    let stride = x.strides()[0];
    // SAFETY: The last element of the last frame is one of the array.
    let view = unsafe {
        x.with_layout(
            0,
            [frame, frames].into_iter().collect(),
            [stride, stride * hop_length as isize].into_iter().collect(),
        )
    };
    Ok(view.read_only())
}
