//! `dilate`, `erode` and what is made of both.

use super::pixels::{Pixels, Saturate, error};
use crate::exception::Fallible;
use crate::numpy::Array;

/// A kernel's places that count, as steps down and across from its anchor.
struct Kernel(Vec<(i64, i64)>);

impl Kernel {
    fn of(kernel: &Array<u8>) -> Fallible<Self> {
        let pixels = Pixels::of(kernel)?;
        if pixels.elements.is_empty() {
            return Ok(Self((-1..=1).flat_map(|down| (-1..=1).map(move |across| (down, across))).collect()));
        }
        let (anchor_row, anchor_column) = ((pixels.rows / 2) as i64, (pixels.columns / 2) as i64);
        let places = (0..pixels.rows).flat_map(|row| (0..pixels.columns).map(move |column| (row, column)));
        let counts = places.filter(|&(row, column)| pixels.at(row, column, 0) != 0);
        Ok(Self(counts.map(|(row, column)| (row as i64 - anchor_row, column as i64 - anchor_column)).collect()))
    }
}

/// Which of the pixels below a kernel is taken.
#[derive(Clone, Copy)]
enum Taken {
    Greatest,
    Least,
}

/// Of the pixels below a kernel one; what lies outside of the image does not count.
fn taken<T: Saturate>(pixels: Pixels<T>, kernel: &Kernel, iterations: i64, which: Taken) -> Pixels<T> {
    let mut pixels = pixels;
    // What any pixel is taken before.
    let (least, most) = T::ENDS;
    let none = if matches!(which, Taken::Greatest) { least } else { most };
    for _ in 0..iterations {
        pixels = Pixels::from_fn(pixels.rows, pixels.columns, pixels.channels, |row, column, channel| {
            let inside = kernel.0.iter().filter_map(|(down, across)| {
                let row = usize::try_from(row as i64 + down).ok().filter(|&row| row < pixels.rows)?;
                let column = usize::try_from(column as i64 + across).ok().filter(|&column| column < pixels.columns)?;
                Some(pixels.at(row, column, channel))
            });
            inside.fold(none, |best, value| match which {
                Taken::Greatest if value > best => value,
                Taken::Least if value < best => value,
                _ => best,
            })
        });
    }
    pixels
}

/// `dilate(src, kernel, iterations=…)`: the greatest below the kernel.
///
/// # Errors
/// `cv2.error` for an empty image.
pub fn dilate<T: Saturate>(src: &Array<T>, kernel: &Array<u8>, iterations: i64) -> Fallible<Array<T>> {
    Ok(taken(Pixels::of_some(src)?, &Kernel::of(kernel)?, iterations, Taken::Greatest).into_array())
}

/// `erode(src, kernel, iterations=…)`: the least below the kernel.
///
/// # Errors
/// As [`dilate`].
pub fn erode<T: Saturate>(src: &Array<T>, kernel: &Array<u8>, iterations: i64) -> Fallible<Array<T>> {
    Ok(taken(Pixels::of_some(src)?, &Kernel::of(kernel)?, iterations, Taken::Least).into_array())
}

/// `morphologyEx(src, op, kernel, iterations=…)`.
///
/// # Errors
/// As [`dilate`]; `cv2.error` for an unknown operation.
pub fn morphology_ex(src: &Array<u8>, op: i64, kernel: &Array<u8>, iterations: i64) -> Fallible<Array<u8>> {
    let pixels = Pixels::of_some(src)?;
    let kernel = Kernel::of(kernel)?;
    let dilated = |pixels: Pixels<u8>| taken(pixels, &kernel, iterations, Taken::Greatest);
    let eroded = |pixels: Pixels<u8>| taken(pixels, &kernel, iterations, Taken::Least);
    let less = |from: Pixels<u8>, part: &Pixels<u8>| {
        let pairs = from.elements.iter().zip(&part.elements);
        Pixels { elements: pairs.map(|(a, b)| a.saturating_sub(*b)).collect(), ..from }
    };
    Ok(match op {
        0 => eroded(pixels),
        1 => dilated(pixels),
        2 => dilated(eroded(pixels)),
        3 => eroded(dilated(pixels)),
        4 => less(dilated(pixels.clone()), &eroded(pixels)),
        5 => less(pixels.clone(), &dilated(eroded(pixels))),
        6 => less(eroded(dilated(pixels.clone())), &pixels),
        _ => return Err(error("unknown morphological operation")),
    }
    .into_array())
}

/// `getStructuringElement(shape, ksize)`: a rectangle, a cross or an ellipse.
///
/// # Errors
/// `cv2.error` for an unknown shape or an empty size.
pub fn get_structuring_element(shape: i64, ksize: &(i64, i64)) -> Fallible<Array<u8>> {
    let (Ok(columns @ 1..), Ok(rows @ 1..)) = (usize::try_from(ksize.0), usize::try_from(ksize.1)) else {
        return Err(error("(-215:Assertion failed) ksize.width > 0 && ksize.height > 0"));
    };
    let (center_row, center_column) = ((rows / 2) as f64, (columns / 2) as f64);
    let shape = if rows == 1 && columns == 1 { 0 } else { shape };
    let is_within = |row: usize, column: usize| match shape {
        0 => true,
        1 => row == rows / 2 || column == columns / 2,
        _ => {
            let down = row as f64 - center_row;
            let inverse = if rows / 2 == 0 { 0.0 } else { 1.0 / (center_row * center_row) };
            let reach = (center_column * ((center_row * center_row - down * down) * inverse).sqrt()).round_ties_even();
            let (first, last) = ((center_column - reach).max(0.0), center_column + reach + 1.0);
            down.abs() <= center_row && (first..last).contains(&(column as f64))
        }
    };
    if !(0..=2).contains(&shape) {
        return Err(error("unknown shape of a structuring element"));
    }
    Ok(Pixels::from_fn(rows, columns, 1, |row, column, _| u8::from(is_within(row, column))).into_array())
}
