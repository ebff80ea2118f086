//! The module `cv2.dnn`: what is done with the boxes that a network finds.

use super::pixels::error;
use crate::exception::Fallible;
use crate::numpy::{Array, ArrayLike, Cast, new_array};

/// `NMSBoxes(bboxes, scores, score_threshold, nms_threshold, eta, top_k)`: the places of the boxes that are kept, the best
/// first. A box is told by left, top, width and height.
///
/// # Errors
/// `cv2.error` for other boxes, as many scores as there are no boxes, or thresholds below zero.
#[expect(non_snake_case, reason = "the name in Python")]
pub fn NMSBoxes<B, S>(
    bboxes: &B,
    scores: &S,
    score_threshold: f64,
    nms_threshold: f64,
    eta: f64,
    top_k: i64,
) -> Fallible<Array<i32>>
where
    B: ArrayLike<Element: Cast<f64>>,
    S: ArrayLike<Element: Cast<f64>>,
{
    let (boxes, scores) = (new_array::<f64, B>(bboxes)?, new_array::<f64, S>(scores)?);
    let count = boxes.shape().first().copied().unwrap_or(0);
    if count > 0 && !matches!(boxes.shape(), [_, 4]) {
        return Err(error("Overload resolution failed: a box has left, top, width and height"));
    }
    let scores: Vec<f32> = scores.to_vec().into_iter().map(|score| score as f32).collect();
    if scores.len() != count || !(score_threshold >= 0.0 && nms_threshold >= 0.0 && eta > 0.0) {
        return Err(error(
            "(-215:Assertion failed) bboxes.size() == scores.size() && score_threshold >= 0 && nms_threshold >= 0 && eta > 0",
        ));
    }
    let boxes = boxes.to_vec();
    let boxes: Vec<Box> = boxes.as_chunks::<4>().0.iter().map(|&sides| Box(sides)).collect();
    let least = score_threshold as f32;
    let mut order: Vec<usize> = (0..count).filter(|&place| scores[place] > least).collect();
    order.sort_by(|&a, &b| scores[b].partial_cmp(&scores[a]).unwrap_or(std::cmp::Ordering::Equal));
    if top_k > 0 {
        order.truncate(usize::try_from(top_k).unwrap_or(usize::MAX));
    }
    let (mut most, eta) = (nms_threshold as f32, eta as f32);
    let mut kept: Vec<usize> = Vec::new();
    for place in order {
        if kept.iter().all(|&other| boxes[place].overlap(&boxes[other]) <= most) {
            kept.push(place);
            if eta < 1.0 && f64::from(most) > 0.5 {
                most *= eta;
            }
        }
    }
    Ok(Array::from_elements(kept.into_iter().map(|place| place as i32).collect()))
}

/// Left, top, width and height.
struct Box([f64; 4]);

impl Box {
    fn area(&self) -> f64 {
        self.0[2] * self.0[3]
    }

    /// What two boxes share of what both cover.
    fn overlap(&self, other: &Self) -> f32 {
        let both = self.area() + other.area();
        if both <= f64::EPSILON {
            return 1.0;
        }
        let shared = |axis: usize| {
            let end = (self.0[axis] + self.0[axis + 2]).min(other.0[axis] + other.0[axis + 2]);
            end - self.0[axis].max(other.0[axis])
        };
        let (width, height) = (shared(0), shared(1));
        let shared = if width <= 0.0 || height <= 0.0 { 0.0 } else { width * height };
        1.0 - (1.0 - shared / (both - shared)) as f32
    }
}
