//! How two matrices are multiplied, by the type of their elements.

use faer::linalg::matmul::matmul;
use faer::traits::ComplexField;
use faer::{Accum, MatMut, MatRef, Par};
use ndarray::{ArrayView2, ArrayViewMut2, Axis};

use super::column::{Fused, multiply_column};
use crate::numpy::arithmetic::Ring;
use crate::numpy::complex::ComplexNumber;
use crate::numpy::element::Element;
use crate::parallel;

/// An element that matrices are multiplied of: floats by the `faer` crate, the others by a plain loop.
pub trait Factor: Ring {
    /// Adds `a @ b` to `c`, which is zero.
    fn multiply_matrices(a: ArrayView2<'_, Self>, b: ArrayView2<'_, Self>, c: ArrayViewMut2<'_, Self>);
}

macro_rules! factors {
    (fast $($fast:ty),*; plain $($plain:ty),*) => {
        $(impl Factor for $fast {
            fn multiply_matrices(a: ArrayView2<'_, $fast>, b: ArrayView2<'_, $fast>, c: ArrayViewMut2<'_, $fast>) {
                multiply_floats(a, b, c);
            }
        })*
        $(impl Factor for $plain {
            fn multiply_matrices(a: ArrayView2<'_, $plain>, b: ArrayView2<'_, $plain>, c: ArrayViewMut2<'_, $plain>) {
                multiply_plainly(a, b, c);
            }
        })*
    };
}
factors!(fast f32, f64; plain bool, i8, i16, i32, i64, u8, u16, u32, u64, half::f16, ComplexNumber<f32>, ComplexNumber<f64>);

fn multiply_floats<T: Fused + ComplexField>(a: ArrayView2<'_, T>, b: ArrayView2<'_, T>, mut c: ArrayViewMut2<'_, T>) {
    // The product of matrices is made for matrices.
    if b.ncols() == 1 {
        return multiply_column(a, b.column(0), c.column_mut(0));
    }
    if a.nrows() == 1 {
        return multiply_column(b.reversed_axes(), a.row(0), c.row_mut(0));
    }
    let rows = rows_of_a_part(a.nrows(), a.ncols().saturating_mul(b.ncols()));
    if rows < a.nrows() {
        return multiply_in_parts(a, b, c, rows);
    }
    multiply_here(a, b, c);
}

/// By this thread.
fn multiply_here<T: Fused + ComplexField>(a: ArrayView2<'_, T>, b: ArrayView2<'_, T>, mut c: ArrayViewMut2<'_, T>) {
    let [row_step, column_step] = [c.strides()[0], c.strides()[1]];
    // SAFETY: It is what `c` views, and `c` is not used meanwhile.
    let target = unsafe { MatMut::from_raw_parts_mut(c.as_mut_ptr(), c.nrows(), c.ncols(), row_step, column_step) };
    matmul(target, Accum::Replace, of_faer(&a), of_faer(&b), <T as Element>::ONE, Par::Seq);
}

fn of_faer<'a, T>(view: &'a ArrayView2<'_, T>) -> MatRef<'a, T> {
    // SAFETY: It is what the view views.
    unsafe { MatRef::from_raw_parts(view.as_ptr(), view.nrows(), view.ncols(), view.strides()[0], view.strides()[1]) }
}

/// How many rows of a product are made at a time, so that threads can share them. The order in which faer sums products up may
/// depend on it, so it depends on nothing but the matrices.
fn rows_of_a_part(rows: usize, products_of_row: usize) -> usize {
    /// Products of a part: half a millisecond of one processor.
    const LARGE: usize = 1 << 23;
    /// A part has at least so many rows, since each part goes over the whole of the other matrix.
    const LEAST: usize = 128;
    (LARGE / products_of_row.max(1)).max(LEAST).min(rows.max(1))
}

fn multiply_in_parts<T: Fused + ComplexField>(
    a: ArrayView2<'_, T>,
    b: ArrayView2<'_, T>,
    mut c: ArrayViewMut2<'_, T>,
    rows: usize,
) {
    let parts = a.axis_chunks_iter(Axis(0), rows).zip(c.axis_chunks_iter_mut(Axis(0), rows));
    let mut parts: Vec<_> = parts.collect();
    parallel::each_piece(&mut parts, 1, |_, parts| {
        parts.iter_mut().for_each(|(a, c)| multiply_here(a.view(), b, c.view_mut()));
    });
}

/// With wrapping arithmetic; row by row, so that the inner loop goes along the rows of `b` and `c`.
fn multiply_plainly<T: Ring>(a: ArrayView2<'_, T>, b: ArrayView2<'_, T>, mut c: ArrayViewMut2<'_, T>) {
    for (factors, mut results) in a.rows().into_iter().zip(c.rows_mut()) {
        for (&factor, row) in factors.iter().zip(b.rows()) {
            results.zip_mut_with(&row, |result, &element| *result = result.add(factor.multiply(element)));
        }
    }
}

#[cfg(test)]
mod tests {
    use ndarray::Array2;

    use super::*;

    #[test]
    fn a_product_in_parts_is_the_product() {
        let numbers = |rows: usize, columns: usize| {
            Array2::from_shape_fn((rows, columns), |(row, column)| ((row * 31 + column * 17) as f64).sin())
        };
        let (a, b) = (numbers(70, 40), numbers(40, 30));
        let whole = a.dot(&b);
        for rows in [1, 9, 35, 70] {
            let mut parts = Array2::zeros((70, 30));
            multiply_in_parts(a.view(), b.view(), parts.view_mut(), rows);
            // In which order the terms are summed up may depend on the shape.
            assert!(parts.iter().zip(&whole).all(|(a, b)| (a - b).abs() < 1e-12), "{rows} rows a part");
        }
        assert_eq!(rows_of_a_part(1000, 10), 1000);
        assert_eq!(rows_of_a_part(1000, 1000 * 1000), 128);
    }
}
