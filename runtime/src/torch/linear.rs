//! Products that something is added to, grids, and what is made of diagonals.

use super::arithmetic::{map, zip};
use super::dtype::DType;
use super::{Sizes, Tensor, selecting, shape};
use crate::exception::{Fallible, runtime_error};
use crate::numpy::{self, Array, Cast, Element, Factor, Number, Real, Ring};
use crate::str::Str;

/// `beta * input + alpha * product`.
fn added<T: Real>(input: &Tensor<T>, product: &Tensor<T>, beta: f64, alpha: f64) -> Fallible<Tensor<T>> {
    let fits = input.0.rank() <= product.0.rank()
        && *shape::broadcast(input.0.shape(), product.0.shape())? == *product.0.shape();
    if !fits {
        return Err(runtime_error(format!(
            "The expanded size of the tensor must match the product {}, and the tensor is {}",
            shape::text(product.0.shape()),
            shape::text(input.0.shape())
        )));
    }
    let (beta, alpha) = (T::from_f64(beta), T::from_f64(alpha));
    // What is multiplied by zero is left out, NaN too.
    zip(input, product, |a: T, b: T| {
        let scaled = alpha.multiply(b);
        if beta == T::ZERO { scaled } else { beta.multiply(a).add(scaled) }
    })
}

/// `torch.addmm(input, mat1, mat2, beta=…, alpha=…)` and `torch.baddbmm`.
macro_rules! products {
    ($($name:ident: $function:ident;)*) => {$(
        #[doc = concat!("`torch.", stringify!($name), "`.")]
        ///
        /// # Errors
        /// `RuntimeError` where the shapes do not go together.
        pub fn $name<T: Real + Factor>(
            input: &Tensor<T>,
            first: &Tensor<T>,
            second: &Tensor<T>,
            beta: f64,
            alpha: f64,
        ) -> Fallible<Tensor<T>> {
            added(input, &selecting::$function(first, second)?, beta, alpha)
        }
    )*};
}
products! {
    addmm: mm;
    baddbmm: bmm;
}

/// `torch.addcmul` and `torch.addcdiv`.
macro_rules! added {
    ($($name:ident: |$a:ident, $b:ident| $joined:expr;)*) => {$(
        #[doc = concat!("`torch.", stringify!($name), "(input, tensor1, tensor2, value=…)`.")]
        ///
        /// # Errors
        /// `RuntimeError` where the shapes do not go together.
        pub fn $name<T: Real>(
            input: &Tensor<T>,
            tensor1: &Tensor<T>,
            tensor2: &Tensor<T>,
            value: f64,
        ) -> Fallible<Tensor<T>> {
            let value = T::from_f64(value);
            let joined = zip(tensor1, tensor2, |$a: T, $b: T| $joined(value))?;
            zip(input, &joined, |a: T, b: T| a.add(b))
        }
    )*};
}
added! {
    addcmul: |a, b| |value: T| value.multiply(a).multiply(b);
    addcdiv: |a, b| |value: T| value.multiply(a).divide(b);
}

/// `torch.trace(input)`: the sum of the diagonal.
///
/// # Errors
/// `RuntimeError` for what is no matrix.
pub fn trace<T: Element + Cast<C>, C: Number>(input: &Tensor<T>, _dtype: numpy::DType<C>) -> Fallible<Tensor<C>> {
    let &[rows, columns] = input.0.shape() else {
        return Err(runtime_error("trace: expected a matrix"));
    };
    let elements = input.0.to_vec();
    let diagonal = (0..rows.min(columns)).map(|place| Cast::<C>::cast(elements[place * columns + place]));
    Ok(Tensor(Array::from_scalar(diagonal.fold(C::ZERO, Ring::add))))
}

/// `torch.diag(input, diagonal)`: a matrix of a diagonal, or the diagonal of a matrix.
///
/// # Errors
/// `RuntimeError` for what is neither.
pub fn diag<T: Element>(input: &Tensor<T>, diagonal: i64) -> Fallible<Tensor<T>> {
    match input.0.rank() {
        1 | 2 => numpy::diag(&input.0, diagonal).map(|array| Tensor(array.copied())),
        rank => Err(runtime_error(format!("diag(): Supports 1D or 2D tensors. Got {rank}D"))),
    }
}

/// `torch.kron(input, other)`.
///
/// # Errors
/// None.
pub fn kron<T: Ring>(input: &Tensor<T>, other: &Tensor<T>) -> Fallible<Tensor<T>> {
    let rank = input.0.rank().max(other.0.rank());
    let lengths = |shape: &[usize]| -> Vec<usize> {
        std::iter::repeat_n(1, rank - shape.len()).chain(shape.iter().copied()).collect()
    };
    let (a, b) = (lengths(input.0.shape()), lengths(other.0.shape()));
    let between = |shape: &[usize], first: bool| -> Vec<i64> {
        shape.iter().flat_map(|&length| if first { [length as i64, 1] } else { [1, length as i64] }).collect()
    };
    let spread = |tensor: &Tensor<T>, sizes: Vec<i64>| super::reshape(tensor, &crate::list::from_vec(sizes));
    let (left, right) = (spread(input, between(&a, true))?, spread(other, between(&b, false))?);
    let all = zip(&left, &right, |x: T, y: T| x.multiply(y))?;
    spread(&all, a.iter().zip(&b).map(|(a, b)| (a * b) as i64).collect())
}

/// `torch.tensordot(a, b, dims)`: the last axes of the one with the first of the other.
///
/// # Errors
/// `RuntimeError` where they have different lengths.
pub fn tensordot<T: Factor>(a: &Tensor<T>, b: &Tensor<T>, dims: i64) -> Fallible<Tensor<T>> {
    let (first, second) = (a.0.shape(), b.0.shape());
    let Some(count) = usize::try_from(dims).ok().filter(|count| *count <= first.len().min(second.len())) else {
        return Err(runtime_error(format!("tensordot expects dims >= 0, but got dims={dims}")));
    };
    let (kept, inner) = first.split_at(first.len() - count);
    let (other, rest) = second.split_at(count);
    if inner != other {
        return Err(runtime_error(format!(
            "contracted dimensions need to match, but first has size {} in dim {} and second has size {} in dim 0",
            inner[0],
            kept.len(),
            other[0]
        )));
    }
    let size = |shape: &[usize]| shape.iter().product::<usize>() as i64;
    let left = super::reshape(a, &(size(kept), size(inner)))?;
    let right = super::reshape(b, &(size(other), size(rest)))?;
    let shape: Vec<i64> = kept.iter().chain(rest).map(|&length| length as i64).collect();
    super::reshape(&selecting::matmul(&left, &right)?, &crate::list::from_vec(shape))
}

/// `torch.tile(input, dims)`: the tensor side by side with itself.
///
/// # Errors
/// `RuntimeError` for a negative number of times.
pub fn tile<T: Element>(input: &Tensor<T>, dims: &impl Sizes) -> Fallible<Tensor<T>> {
    let times = dims.sizes();
    if times.len() < input.0.rank() {
        return Err(runtime_error(format!(
            "compiled code takes a number for each axis: tile of a tensor of {} axes got {}",
            input.0.rank(),
            times.len()
        )));
    }
    numpy::tile(&input.0, &crate::list::from_vec(times)).map(Tensor)
}

/// Vectors as the axes of a grid: for each the coordinates along it.
fn grids<T: Element>(vectors: &[&Tensor<T>], indexing: &Str) -> Fallible<Vec<Tensor<T>>> {
    let mut lengths = Vec::new();
    for vector in vectors {
        if vector.0.rank() > 1 {
            return Err(runtime_error(format!(
                "torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: {}",
                shape::text(vector.0.shape())
            )));
        }
        lengths.push(vector.0.size());
    }
    let is_xy = indexing.as_str() == "xy";
    let mut axes: Vec<usize> = (0..vectors.len()).collect();
    if is_xy {
        axes.swap(0, 1);
    }
    let whole: Vec<usize> = axes.iter().map(|&axis| lengths[axis]).collect();
    let grid = |(number, vector): (usize, &&Tensor<T>)| {
        let elements = vector.0.to_vec();
        let place = axes.iter().position(|&axis| axis == number).unwrap_or(number);
        let inner: usize = whole[place + 1..].iter().product();
        let count = whole.iter().product();
        Tensor::from_vec((0..count).map(|at: usize| elements[at / inner % lengths[number]]).collect(), &whole)
    };
    Ok(vectors.iter().enumerate().map(grid).collect())
}

/// `torch.meshgrid(a, b, indexing=…)`.
///
/// # Errors
/// `RuntimeError` for what is no vector.
pub fn meshgrid<T: Element>(a: &Tensor<T>, b: &Tensor<T>, indexing: &Str) -> Fallible<(Tensor<T>, Tensor<T>)> {
    let mut grids = grids(&[a, b], indexing)?.into_iter();
    Ok((grids.next().expect("there are two"), grids.next().expect("there are two")))
}

/// `torch.meshgrid(a, b, c, indexing=…)`.
///
/// # Errors
/// `RuntimeError` for what is no vector.
pub fn meshgrid_3<T: Element>(
    a: &Tensor<T>,
    b: &Tensor<T>,
    c: &Tensor<T>,
    indexing: &Str,
) -> Fallible<(Tensor<T>, Tensor<T>, Tensor<T>)> {
    let mut grids = grids(&[a, b, c], indexing)?.into_iter();
    let mut next = || grids.next().expect("there are three");
    Ok((next(), next(), next()))
}

/// `torch.cartesian_prod(a, b)`: every pair, one in a row.
///
/// # Errors
/// `RuntimeError` for what is no vector.
pub fn cartesian_prod<T: Element>(a: &Tensor<T>, b: &Tensor<T>) -> Fallible<Tensor<T>> {
    for vector in [a, b] {
        if vector.0.rank() != 1 {
            return Err(runtime_error(
                "Expect a 1D vector, but got shape ".to_owned() + &shape::text(vector.0.shape()),
            ));
        }
    }
    let second = b.0.to_vec();
    let pairs: Vec<T> =
        a.0.elements().flat_map(|x| second.iter().flat_map(move |&y| [x, y]).collect::<Vec<_>>()).collect();
    Ok(Tensor::from_vec(pairs, &[a.0.size() * b.0.size(), 2]))
}

/// The places of a triangle of a matrix: rows, then columns.
macro_rules! triangles {
    ($($name:ident: |$row:ident, $column:ident, $offset:ident| $inside:expr;)*) => {$(
        #[doc = concat!("`torch.", stringify!($name), "(row, col, offset)`.")]
        ///
        /// # Errors
        /// `RuntimeError` for a negative number of rows or columns.
        pub fn $name(row: i64, col: i64, $offset: i64) -> Fallible<Tensor<i64>> {
            for (what, count) in [("row", row), ("col", col)] {
                if count < 0 {
                    return Err(runtime_error(format!("{what} must be non-negative, got{count}")));
                }
            }
            let cells = (0..row).flat_map(|$row| (0..col).map(move |$column| ($row, $column)));
            let inside: Vec<(i64, i64)> = cells.filter(|&($row, $column)| $inside).collect();
            let elements = inside.iter().map(|cell| cell.0).chain(inside.iter().map(|cell| cell.1));
            Ok(Tensor::from_vec(elements.collect(), &[2, inside.len()]))
        }
    )*};
}
triangles! {
    triu_indices: |row, column, offset| column - row >= offset;
    tril_indices: |row, column, offset| column - row <= offset;
}

/// `torch.logspace(start, end, steps, base)`: powers at equal distances of their exponents.
///
/// # Errors
/// `RuntimeError` for a negative number of steps.
pub fn logspace<T: Element>(start: f64, end: f64, steps: i64, base: f64, _dtype: DType<T>) -> Fallible<Tensor<T>> {
    let exponents = super::creation::linspace::<f64>(start, end, steps, DType::new())?;
    Ok(map(&exponents, |exponent: f64| T::from_f64(base.powf(exponent))))
}
