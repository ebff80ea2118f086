//! Non-maximum suppression: of boxes that cover one another the one with the best score.

use super::boxes::area;
use crate::exception::{Fallible, runtime_error};
use crate::numpy::{Array, Real, order};
use crate::torch::Tensor;

/// From how many numbers on torchvision looks at each class by itself, instead of moving the classes apart.
const MOST_MOVED: usize = 4000;

/// Boxes and scores that belong together.
fn checked<T: Real>(boxes: &Tensor<T>, scores: &Tensor<T>) -> Fallible<(Vec<[T; 4]>, Vec<T>)> {
    let (boxes, scores) = (boxes.array(), scores.array());
    if boxes.rank() != 2 {
        return Err(runtime_error(format!("boxes should be a 2d tensor, got {}D", boxes.rank())));
    }
    if boxes.shape()[1] != 4 {
        return Err(runtime_error(format!("boxes should have 4 elements in dimension 1, got {}", boxes.shape()[1])));
    }
    if scores.rank() != 1 {
        return Err(runtime_error(format!("scores should be a 1d tensor, got {}D", scores.rank())));
    }
    if boxes.shape()[0] != scores.shape()[0] {
        return Err(runtime_error(format!(
            "boxes and scores should have same number of elements in dimension 0, got {} and {}",
            boxes.shape()[0],
            scores.shape()[0]
        )));
    }
    Ok((boxes.to_vec().as_chunks::<4>().0.to_vec(), scores.to_vec()))
}

/// The places by falling score; of equal ones the first comes first.
fn by_score<T: Real>(scores: &[T]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..scores.len()).collect();
    places.sort_by(|&a, &b| order(&scores[b], &scores[a]));
    places
}

/// Of these places, in their order, those whose box no kept one before covers too much of.
fn kept<T: Real>(boxes: &[[T; 4]], places: Vec<usize>, threshold: f64) -> Vec<usize> {
    let areas: Vec<T> = boxes.iter().map(|row| area(row)).collect();
    let greater = |a: T, b: T| if a < b { b } else { a };
    let lesser = |a: T, b: T| if b < a { b } else { a };
    let mut kept: Vec<usize> = Vec::new();
    for place in places {
        let covers = |better: &usize| {
            let (a, b) = (&boxes[*better], &boxes[place]);
            let side =
                |from: usize, to: usize| greater(T::ZERO, lesser(a[to], b[to]).subtract(greater(a[from], b[from])));
            let inter = side(0, 2).multiply(side(1, 3));
            let union = areas[*better].add(areas[place]).subtract(inter);
            inter.divide(union).to_f64() > threshold
        };
        if !kept.iter().any(covers) {
            kept.push(place);
        }
    }
    kept
}

fn places(kept: &[usize]) -> Tensor<i64> {
    Tensor::of(Array::from_elements(kept.iter().map(|&place| place as i64).collect()))
}

/// `nms(boxes, scores, iou_threshold)`: the places of the boxes that remain, by falling score.
///
/// # Errors
/// `RuntimeError` for what are no rows of four, or another number of scores.
pub fn nms<T: Real>(boxes: &Tensor<T>, scores: &Tensor<T>, iou_threshold: f64) -> Fallible<Tensor<i64>> {
    let (boxes, scores) = checked(boxes, scores)?;
    Ok(places(&kept(&boxes, by_score(&scores), iou_threshold)))
}

/// `batched_nms(boxes, scores, idxs, iou_threshold)`: each class by itself.
///
/// As torchvision does, few boxes are moved apart by class, which rounds their edges; of many, each class is looked at.
///
/// # Errors
/// `RuntimeError` for what are no rows of four, or another number of scores or classes.
pub fn batched_nms<T: Real>(
    boxes: &Tensor<T>,
    scores: &Tensor<T>,
    idxs: &Tensor<i64>,
    iou_threshold: f64,
) -> Fallible<Tensor<i64>> {
    if boxes.array().size() == 0 {
        return Ok(places(&[]));
    }
    let count = boxes.array().shape()[0];
    let classes = idxs.array().to_vec();
    if classes.len() != count {
        return Err(runtime_error(format!(
            "The size of tensor a ({count}) must match the size of tensor b ({}) at non-singleton dimension 0",
            classes.len()
        )));
    }
    let (mut rows, scores) = checked(boxes, scores)?;
    if boxes.array().size() > MOST_MOVED {
        let of_class = |class: i64| {
            let places = by_score(&scores).into_iter().filter(|&place| classes[place] == class).collect();
            kept(&rows, places, iou_threshold)
        };
        let mut distinct = classes.clone();
        distinct.sort_unstable();
        distinct.dedup();
        let mut all: Vec<usize> = distinct.into_iter().flat_map(of_class).collect();
        all.sort_unstable();
        all.sort_by(|&a, &b| order(&scores[b], &scores[a]));
        return Ok(places(&all));
    }
    let greatest = rows.as_flattened().iter().copied().reduce(|a, b| if a > b || a.is_nan() { a } else { b });
    let step = greatest.unwrap_or(T::ZERO).add(T::ONE);
    for (row, &class) in rows.iter_mut().zip(&classes) {
        let offset = T::from_i64(class).multiply(step);
        *row = row.map(|edge| edge.add(offset));
    }
    Ok(places(&kept(&rows, by_score(&scores), iou_threshold)))
}
