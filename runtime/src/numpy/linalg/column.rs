//! A matrix times a column: as fast as the matrix can be read, so the column stays in the cache and several rows, or columns,
//! of the matrix are gone over at a time.

use ndarray::{ArrayView1, ArrayView2, ArrayViewMut1, Axis};

use crate::numpy::arithmetic::Real;
use crate::numpy::halves;
use crate::parallel::{self, PART};

/// A number that is multiplied and added to another with one rounding, where the processor can.
pub(super) trait Fused: Real {
    /// `self * factor + sum`.
    fn add_product(self, factor: Self, sum: Self) -> Self;
}

macro_rules! fused {
    ($($ty:ty),*) => {$(
        impl Fused for $ty {
            #[inline(always)]
            fn add_product(self, factor: Self, sum: Self) -> Self {
                self.mul_add(factor, sum)
            }
        }
    )*};
}
fused!(f32, f64);

/// So many rows or columns are gone over together.
const TOGETHER: usize = 4;

/// The product of a matrix and a column: each row and the column where the elements of rows lie together, else column by
/// column.
pub(super) fn multiply_column<T: Fused>(
    a: ArrayView2<'_, T>,
    column: ArrayView1<'_, T>,
    mut results: ArrayViewMut1<'_, T>,
) {
    let kept = column.to_vec();
    let products = match a.strides()[1] == 1 || a.ncols() <= 1 {
        true => products_of_rows(a, &kept),
        false => sum_of_columns(a, &kept),
    };
    results.iter_mut().zip(products).for_each(|(result, product)| *result = product);
}

fn products_of_rows<T: Fused>(a: ArrayView2<'_, T>, column: &[T]) -> Vec<T> {
    let mut products = vec![T::ZERO; a.nrows()];
    let rows = (PART / column.len().max(1)).next_multiple_of(TOGETHER);
    parallel::each_piece(&mut products, rows, |first, products| {
        for (place, products) in products.chunks_mut(TOGETHER).enumerate() {
            let first = first + place * TOGETHER;
            let row = |place: usize| a.row(first + place).to_slice().unwrap_or_default();
            match products {
                [w, x, y, z] => [*w, *x, *y, *z] = sums_of_products([row(0), row(1), row(2), row(3)], column),
                few => few.iter_mut().enumerate().for_each(|(place, product)| {
                    [*product] = sums_of_products([row(place)], column);
                }),
            }
        }
    });
    products
}

/// For each row, the sum of its products with the column.
fn sums_of_products<T: Fused, const ROWS: usize>(rows: [&[T]; ROWS], column: &[T]) -> [T; ROWS] {
    #[cfg(target_arch = "x86_64")]
    {
        if is_x86_feature_detected!("avx512f") {
            // SAFETY: The processor has what the function is compiled for.
            return unsafe { widest::sums_of_products(rows, column) };
        }
        if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
            // SAFETY: As above.
            return unsafe { wide::sums_of_products(rows, column) };
        }
    }
    in_lanes::<T, ROWS, 8>(rows, column, |a, b, sum| sum.add(a.multiply(b)))
}

/// In so many running sums for each row; what is left over in a few, and what is left of that one by one.
#[inline(always)]
fn in_lanes<T: Fused, const ROWS: usize, const LANES: usize>(
    rows: [&[T]; ROWS],
    column: &[T],
    fused: impl Fn(T, T, T) -> T + Copy,
) -> [T; ROWS] {
    const FEW: usize = 4;
    let rows = rows.map(|row| &row[..column.len()]);
    let many = running_sums::<T, ROWS, LANES>(rows, column, fused);
    let whole = column.len() / LANES * LANES;
    let (rows, column) = (rows.map(|row| &row[whole..]), &column[whole..]);
    let few = running_sums::<T, ROWS, FEW>(rows, column, fused);
    let whole = column.len() / FEW * FEW;
    std::array::from_fn(|row| {
        let rest = rows[row][whole..].iter().zip(&column[whole..]);
        rest.fold(many[row].add(few[row]), |sum, (&element, &factor)| fused(element, factor, sum))
    })
}

/// Of as many elements as fill the sums a number of times.
#[inline(always)]
fn running_sums<T: Fused, const ROWS: usize, const LANES: usize>(
    rows: [&[T]; ROWS],
    column: &[T],
    fused: impl Fn(T, T, T) -> T,
) -> [T; ROWS] {
    let mut sums = [[T::ZERO; LANES]; ROWS];
    let rows = rows.map(|row| row.as_chunks::<LANES>().0);
    for (place, factors) in column.as_chunks::<LANES>().0.iter().enumerate() {
        for (sums, row) in sums.iter_mut().zip(&rows) {
            let elements = &row[place];
            for lane in 0..LANES {
                sums[lane] = fused(elements[lane], factors[lane], sums[lane]);
            }
        }
    }
    sums.map(|sums| halves::joined(sums, T::add))
}

/// The sum of the columns of the matrix, each times an element of the column.
fn sum_of_columns<T: Fused>(a: ArrayView2<'_, T>, column: &[T]) -> Vec<T> {
    let mut sums = vec![T::ZERO; a.nrows()];
    for (columns, factors) in a.axis_chunks_iter(Axis(1), TOGETHER).zip(column.chunks(TOGETHER)) {
        let part = |place: usize| columns.column(place).to_slice();
        match (part(0), factors) {
            (Some(first), &[a, b, c, d]) => {
                let others = [1, 2, 3].map(|place| part(place).unwrap_or_default());
                add_multiples(&mut sums, [first, others[0], others[1], others[2]], [a, b, c, d]);
            }
            _ => {
                for (column, &factor) in columns.columns().into_iter().zip(factors) {
                    match column.to_slice() {
                        Some(column) => add_multiples(&mut sums, [column], [factor]),
                        None => sums.iter_mut().zip(&column).for_each(|(sum, &x)| *sum = sum.add(x.multiply(factor))),
                    }
                }
            }
        }
    }
    sums
}

/// Adds each column, times its factor, to the sums.
fn add_multiples<T: Fused, const COLUMNS: usize>(sums: &mut [T], columns: [&[T]; COLUMNS], factors: [T; COLUMNS]) {
    #[cfg(target_arch = "x86_64")]
    {
        if is_x86_feature_detected!("avx512f") {
            // SAFETY: The processor has what the function is compiled for.
            return unsafe { widest::add_multiples(sums, columns, factors) };
        }
        if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
            // SAFETY: As above.
            return unsafe { wide::add_multiples(sums, columns, factors) };
        }
    }
    add_in_order(sums, columns, factors, |a, b, sum| sum.add(a.multiply(b)));
}

#[inline(always)]
fn add_in_order<T: Fused, const COLUMNS: usize>(
    sums: &mut [T],
    columns: [&[T]; COLUMNS],
    factors: [T; COLUMNS],
    fused: impl Fn(T, T, T) -> T,
) {
    let columns = columns.map(|column| &column[..sums.len()]);
    for (place, sum) in sums.iter_mut().enumerate() {
        let mut result = *sum;
        for (column, &factor) in columns.iter().zip(&factors) {
            result = fused(column[place], factor, result);
        }
        *sum = result;
    }
}

/// The loops compiled for a kind of vector unit, with as many running sums as keep it busy.
#[cfg(target_arch = "x86_64")]
macro_rules! vectors {
    ($name:ident: $features:literal, $bytes:literal) => {
        mod $name {
            use super::{Fused, add_in_order, in_lanes};

            /// # Safety
            /// The processor has what the function is compiled for.
            #[target_feature(enable = $features)]
            pub(super) unsafe fn sums_of_products<T: Fused, const ROWS: usize>(
                rows: [&[T]; ROWS],
                column: &[T],
            ) -> [T; ROWS] {
                match size_of::<T>() {
                    4 => in_lanes::<T, ROWS, { $bytes / 4 }>(rows, column, T::add_product),
                    _ => in_lanes::<T, ROWS, { $bytes / 8 }>(rows, column, T::add_product),
                }
            }

            /// # Safety
            /// As above.
            #[target_feature(enable = $features)]
            pub(super) unsafe fn add_multiples<T: Fused, const COLUMNS: usize>(
                sums: &mut [T],
                columns: [&[T]; COLUMNS],
                factors: [T; COLUMNS],
            ) {
                add_in_order(sums, columns, factors, T::add_product);
            }
        }
    };
}
#[cfg(target_arch = "x86_64")]
vectors!(wide: "avx2,fma", 64);
#[cfg(target_arch = "x86_64")]
vectors!(widest: "avx512f", 128);
