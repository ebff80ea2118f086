//! Products that sum over chosen axes: `einsum`, `tensordot`, `inner`, `vdot`, `cross`, `kron`, `trace`.

use smallvec::SmallVec;

use super::arithmetic::{Number, Ring, Size};
use super::array::{Array, Lengths, Strides};
use super::element::{Cast, Element};
use super::like::ArrayLike;
use super::linalg::Factor;
use super::manipulation::{permuted, reshape_to};
use super::promote::{Promote, Summed};
use super::reduce::converted;
use super::scalar::Scalar;
use super::shape::{Axes, broadcast, normalize_axis, text};
use super::walk::Layout;
use crate::exception::{Fallible, Raised, value_error};
use crate::str::Str;

/// The common dtype of two array-likes.
type Common<A, B> = <<A as ArrayLike>::Element as Promote<<B as ArrayLike>::Element>>::Output;

fn both<A: ArrayLike, B: ArrayLike>(a: &A, b: &B) -> Fallible<(Array<Common<A, B>>, Array<Common<A, B>>)>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
{
    Ok((converted(a.to_array()?), converted(b.to_array()?)))
}

/// The array as a matrix with some axes along its rows and the others along its columns.
fn as_matrix<T: Element>(array: &Array<T>, rows: &[usize], columns: &[usize]) -> Fallible<Array<T>> {
    let size = |axes: &[usize]| axes.iter().map(|&axis| array.shape()[axis]).product::<usize>() as i64;
    let order: Vec<usize> = rows.iter().chain(columns).copied().collect();
    reshape_to(&permuted(array, &order), &[size(rows), size(columns)])
}

/// The sums of products over pairs of axes.
fn contract<T: Factor>(a: &Array<T>, b: &Array<T>, a_axes: &[usize], b_axes: &[usize]) -> Fallible<Array<T>> {
    let fits = a_axes.len() == b_axes.len() && a_axes.iter().zip(b_axes).all(|(&x, &y)| a.shape()[x] == b.shape()[y]);
    if !fits {
        return Err(value_error("shape-mismatch for sum"));
    }
    let free =
        |array: &Array<T>, axes: &[usize]| (0..array.rank()).filter(|axis| !axes.contains(axis)).collect::<Vec<_>>();
    let (a_free, b_free) = (free(a, a_axes), free(b, b_axes));
    let product = super::linalg::product(&as_matrix(a, &a_free, a_axes)?, &as_matrix(b, b_axes, &b_free)?)?;
    let lengths = a_free.iter().map(|&axis| a.shape()[axis]).chain(b_free.iter().map(|&axis| b.shape()[axis]));
    reshape_to(&product, &lengths.map(|length| length as i64).collect::<Vec<_>>())
}

/// `numpy.tensordot(a, b, axes)` over the last axes of the one and the first of the other.
///
/// # Errors
/// `ValueError` where the axes have different lengths.
pub fn tensordot<A: ArrayLike, B: ArrayLike>(a: &A, b: &B, axes: i64) -> Fallible<Array<Common<A, B>>>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
    Common<A, B>: Factor,
{
    let (a, b) = both(a, b)?;
    let count = axes.max(0) as usize;
    if count > a.rank() || count > b.rank() {
        return Err(value_error("shape-mismatch for sum"));
    }
    contract(&a, &b, &(a.rank() - count..a.rank()).collect::<Vec<_>>(), &(0..count).collect::<Vec<_>>())
}

/// `numpy.tensordot(a, b, (a_axes, b_axes))`.
///
/// # Errors
/// `ValueError` where the axes have different lengths.
pub fn tensordot_axes<A: ArrayLike, B: ArrayLike, X: Axes, Y: Axes>(
    a: &A,
    b: &B,
    axes: &(X, Y),
) -> Fallible<Array<Common<A, B>>>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
    Common<A, B>: Factor,
{
    let (a, b) = both(a, b)?;
    let named = |axes: Option<Vec<i64>>, rank: usize| {
        axes.unwrap_or_default().into_iter().map(|axis| normalize_axis(axis, rank)).collect::<Fallible<Vec<_>>>()
    };
    contract(&a, &b, &named(axes.0.axes(), a.rank())?, &named(axes.1.axes(), b.rank())?)
}

/// `numpy.inner(a, b)`: the sums of products over the last axes.
///
/// # Errors
/// `ValueError` where they have different lengths.
pub fn inner<A: ArrayLike, B: ArrayLike>(a: &A, b: &B) -> Fallible<Array<Common<A, B>>>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
    Common<A, B>: Factor,
{
    let (a, b) = both(a, b)?;
    if a.rank() == 0 || b.rank() == 0 {
        return super::ufunc::multiply_arrays(&a, &b);
    }
    let (x, y) = (a.rank() - 1, b.rank() - 1);
    if a.shape()[x] != b.shape()[y] {
        return Err(value_error(format!(
            "shapes {} and {} not aligned: {} (dim {x}) != {} (dim {y})",
            text(a.shape()),
            text(b.shape()),
            a.shape()[x],
            b.shape()[y]
        )));
    }
    contract(&a, &b, &[x], &[y])
}

/// `numpy.inner(a, b)` of two vectors.
///
/// # Errors
/// As for [`inner`].
pub fn inner_scalar<A: ArrayLike, B: ArrayLike>(a: &A, b: &B) -> Fallible<Scalar<Common<A, B>>>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
    Common<A, B>: Factor,
{
    inner(a, b)?.only().map(Scalar)
}

/// `numpy.vdot(a, b)`: the sum of products of all elements, those of the first conjugated.
///
/// # Errors
/// `ValueError` where they have different sizes.
pub fn vdot<A: ArrayLike, B: ArrayLike>(a: &A, b: &B) -> Fallible<Scalar<Common<A, B>>>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
    Common<A, B>: Factor + Size,
{
    let (a, b) = both(a, b)?;
    if a.size() != b.size() {
        return Err(value_error(
            "cannot reshape array of size ".to_owned() + &format!("{} into shape ({},)", b.size(), a.size()),
        ));
    }
    let (a, b) = (a.map(Size::conjugate), b);
    let product = super::linalg::product(&reshape_to(&a, &[a.size() as i64])?, &reshape_to(&b, &[b.size() as i64])?)?;
    product.only().map(Scalar)
}

/// `numpy.cross(a, b)` of vectors of three elements along the last axes.
///
/// # Errors
/// `ValueError` for vectors of another length, and where the other axes do not go together.
pub fn cross<A: ArrayLike, B: ArrayLike>(a: &A, b: &B) -> Fallible<Array<Common<A, B>>>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
    Common<A, B>: Number,
{
    let (a, b) = both(a, b)?;
    if a.rank() < 1 || b.rank() < 1 {
        return Err(value_error("At least one array has zero dimension"));
    }
    if a.shape().last() != Some(&3) || b.shape().last() != Some(&3) {
        return Err(value_error("incompatible dimensions for cross product\n(dimension must be 2 or 3)"));
    }
    let shape = broadcast(&[a.layout(), b.layout()])?;
    let (a, b) = (super::selecting::stretched(&a, &shape), super::selecting::stretched(&b, &shape));
    let mut elements = Vec::with_capacity(a.len());
    for (a, b) in a.chunks(3).zip(b.chunks(3)) {
        let minor = |x: usize, y: usize| a[x].multiply(b[y]).subtract(a[y].multiply(b[x]));
        elements.extend([minor(1, 2), minor(2, 0), minor(0, 1)]);
    }
    Ok(Array::from_vec(elements, &shape))
}

/// `numpy.kron(a, b)`: each element of the one times all of the other.
///
/// # Errors
/// Those of making arrays of the two.
pub fn kron<A: ArrayLike, B: ArrayLike>(a: &A, b: &B) -> Fallible<Array<Common<A, B>>>
where
    A::Element: Promote<B::Element> + Cast<Common<A, B>>,
    B::Element: Cast<Common<A, B>>,
    Common<A, B>: Ring,
{
    let (a, b) = both(a, b)?;
    let rank = a.rank().max(b.rank());
    let (a, b) = (super::manipulation::at_least(&a, rank)?, super::manipulation::at_least(&b, rank)?);
    let spread = |array: &Array<Common<A, B>>, first: bool| {
        let lengths: Vec<i64> = array
            .shape()
            .iter()
            .flat_map(|&length| if first { [length as i64, 1] } else { [1, length as i64] })
            .collect();
        reshape_to(array, &lengths)
    };
    let product = super::ufunc::multiply_arrays(&spread(&a, true)?, &spread(&b, false)?)?;
    let lengths: Vec<i64> = a.shape().iter().zip(b.shape()).map(|(&x, &y)| (x * y) as i64).collect();
    reshape_to(&product, &lengths)
}

/// `numpy.trace(a, offset)` of a matrix: the sum of a diagonal.
///
/// # Errors
/// `ValueError` for fewer than two axes.
pub fn trace<A: ArrayLike<Element: Summed>>(a: &A, offset: i64) -> Fallible<Scalar<<A::Element as Summed>::Output>> {
    super::reduce::sum_scalar(&super::selecting::diagonal(a, offset, 0, 1)?, &(), false)
}

/// `numpy.einsum(subscripts, operands…)`: sums of products over the axes whose letters the result does not have. An
/// array comes out.
///
/// # Errors
/// `ValueError` for malformed subscripts, and where an axis has different lengths.
pub fn einsum<T: Factor>(subscripts: &Str, operands: &[Array<T>]) -> Fallible<Array<T>> {
    let ranks: Vec<usize> = operands.iter().map(Array::rank).collect();
    evaluate(&Subscripts::parse(&without_ellipsis(subscripts.as_str(), &ranks))?, operands)
}

/// `numpy.einsum` where the result has no axes.
///
/// # Errors
/// As for [`einsum`].
pub fn einsum_scalar<T: Factor>(subscripts: &Str, operands: &[Array<T>]) -> Fallible<Scalar<T>> {
    einsum(subscripts, operands)?.only().map(Scalar)
}

/// The subscripts with letters of their own for the axes that `...` stands for: the last of an operand go together with the
/// last of another.
fn without_ellipsis(subscripts: &str, ranks: &[usize]) -> String {
    const ELLIPSIS: &str = "...";
    if !subscripts.contains(ELLIPSIS) {
        return subscripts.to_owned();
    }
    let text: String = subscripts.chars().filter(|letter| *letter != ' ').collect();
    let (inputs, output) = match text.split_once("->") {
        Some((inputs, output)) => (inputs, Some(output)),
        None => (text.as_str(), None),
    };
    let covered = |(input, rank): (&str, &usize)| {
        let named = input.replace(ELLIPSIS, "").len();
        if input.contains(ELLIPSIS) { rank.saturating_sub(named) } else { 0 }
    };
    let counts: Vec<usize> = inputs.split(',').zip(ranks).map(covered).collect();
    let most = counts.iter().copied().max().unwrap_or(0);
    let free: String = ('A'..='Z').chain('a'..='z').filter(|letter| !text.contains(*letter)).take(most).collect();
    let last = |count: usize| &free[free.len().saturating_sub(count)..];
    let written = inputs
        .split(',')
        .enumerate()
        .map(|(place, input)| input.replacen(ELLIPSIS, last(counts.get(place).copied().unwrap_or(0)), 1));
    let output = output.map_or_else(
        || {
            let mut once: Vec<char> = inputs.chars().filter(char::is_ascii_alphabetic).collect();
            once.sort_unstable();
            let all = once.clone();
            once.retain(|letter| all.iter().filter(|other| *other == letter).count() == 1);
            free.chars().chain(once).collect()
        },
        |output| output.replacen(ELLIPSIS, &free, 1),
    );
    format!("{}->{output}", written.collect::<Vec<_>>().join(","))
}

/// What letters stand for the axes.
struct Subscripts {
    operands: Vec<Vec<char>>,
    result: Vec<char>,
}

impl Subscripts {
    fn parse(text: &str) -> Fallible<Self> {
        let text: String = text.chars().filter(|letter| *letter != ' ').collect();
        let (inputs, output) = match text.split_once("->") {
            Some((inputs, output)) => (inputs.to_owned(), Some(output.to_owned())),
            None => (text, None),
        };
        let letters = |part: &str| -> Fallible<Vec<char>> {
            match part.chars().find(|letter| !letter.is_ascii_alphabetic()) {
                Some(letter) => Err(value_error(format!(
                    "invalid subscript '{letter}' in einstein sum subscripts string, subscripts must be letters"
                ))),
                None => Ok(part.chars().collect()),
            }
        };
        let operands = inputs.split(',').map(letters).collect::<Fallible<Vec<_>>>()?;
        let result = match output {
            Some(output) => letters(&output)?,
            None => {
                // The letters that are there once, in the order of the alphabet.
                let mut all: Vec<char> = operands.concat();
                all.sort_unstable();
                let once = |letter: &char| all.iter().filter(|other| *other == letter).count() == 1;
                all.iter().copied().filter(once).collect()
            }
        };
        for (place, letter) in result.iter().enumerate() {
            if result[..place].contains(letter) {
                return Err(value_error(format!(
                    "einstein sum subscripts string includes output subscript '{letter}' multiple times"
                )));
            }
            if !operands.iter().any(|operand| operand.contains(letter)) {
                return Err(value_error(format!(
                    "einstein sum subscripts string included output subscript '{letter}' which never appeared in an input"
                )));
            }
        }
        Ok(Self { operands, result })
    }
}

fn evaluate<T: Factor>(subscripts: &Subscripts, arrays: &[Array<T>]) -> Fallible<Array<T>> {
    check_count(subscripts.operands.len(), arrays.len())?;
    let mut lengths: Vec<(char, usize)> = Vec::new();
    for (place, (letters, array)) in subscripts.operands.iter().zip(arrays).enumerate() {
        check_rank(letters.len(), array.rank(), place)?;
        for (&letter, &length) in letters.iter().zip(array.shape()) {
            match lengths.iter_mut().find(|(known, _)| *known == letter) {
                Some((_, known)) if *known == length || length == 1 => {}
                Some((_, known)) if *known == 1 => *known = length,
                Some((_, known)) => return Err(no_fit(place, letters, array.shape(), *known, length)),
                None => lengths.push((letter, length)),
            }
        }
    }
    if let [a, b] = arrays
        && let Some(product) = as_matrix_product(subscripts, a, b, &lengths)?
    {
        return Ok(product);
    }
    Ok(by_loops(subscripts, arrays, &lengths))
}

fn check_count(letters: usize, operands: usize) -> Fallible<()> {
    if operands > letters {
        return Err(value_error(
            "more operands provided to einstein sum function than specified in the subscripts string",
        ));
    }
    if operands < letters {
        return Err(value_error(
            "fewer operands provided to einstein sum function than specified in the subscripts string",
        ));
    }
    Ok(())
}

fn check_rank(letters: usize, rank: usize, place: usize) -> Fallible<()> {
    if letters > rank {
        return Err(value_error(format!(
            "einstein sum subscripts string contains too many subscripts for operand {place}"
        )));
    }
    if letters < rank {
        return Err(value_error(
            "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to \
             broadcast the extra dimensions.",
        ));
    }
    Ok(())
}

#[cold]
fn no_fit(place: usize, letters: &[char], shape: &[usize], known: usize, length: usize) -> Raised {
    let letters: String = letters.iter().collect();
    value_error(format!(
        "operand {place} of einsum, '{letters}' of shape {}, has an axis of {length} where another has {known}",
        text(shape)
    ))
}

/// Two operands without repeated or stretched axes, none of which is summed over alone: stacks of matrix products.
fn as_matrix_product<T: Factor>(
    subscripts: &Subscripts,
    a: &Array<T>,
    b: &Array<T>,
    lengths: &[(char, usize)],
) -> Fallible<Option<Array<T>>> {
    let [a_letters, b_letters] = subscripts.operands.as_slice() else { return Ok(None) };
    let length = |letter: char| lengths.iter().find(|(known, _)| *known == letter).map_or(1, |(_, length)| *length);
    let plain = |letters: &[char], array: &Array<T>| {
        let distinct = (1..letters.len()).all(|place| !letters[..place].contains(&letters[place]));
        distinct && letters.iter().zip(array.shape()).all(|(&letter, &own)| length(letter) == own)
    };
    let in_result = |letter: &char| subscripts.result.contains(letter);
    let alone = |letters: &[char], others: &[char]| letters.iter().any(|l| !others.contains(l) && !in_result(l));
    if !plain(a_letters, a) || !plain(b_letters, b) || alone(a_letters, b_letters) || alone(b_letters, a_letters) {
        return Ok(None);
    }
    let both: Vec<char> = a_letters.iter().copied().filter(|letter| b_letters.contains(letter)).collect();
    let (stack, summed): (Vec<char>, Vec<char>) = both.iter().partition(|letter| in_result(letter));
    let only =
        |letters: &[char]| letters.iter().copied().filter(|letter| !both.contains(letter)).collect::<Vec<char>>();
    let (rows, columns) = (only(a_letters), only(b_letters));
    let arrange = |array: &Array<T>, letters: &[char], first: &[char], second: &[char]| {
        let place = |wanted: &char| letters.iter().position(|letter| letter == wanted).unwrap_or(0);
        let order: Vec<usize> = stack.iter().chain(first).chain(second).map(place).collect();
        let size = |letters: &[char]| letters.iter().map(|&letter| length(letter)).product::<usize>() as i64;
        reshape_to(&permuted(array, &order), &[size(&stack), size(first), size(second)])
    };
    let left = arrange(a, a_letters, &rows, &summed)?;
    let right = arrange(b, b_letters, &summed, &columns)?;
    let product = super::linalg::product(&left, &right)?;
    let order: Vec<char> = stack.iter().chain(&rows).chain(&columns).copied().collect();
    let shaped = reshape_to(&product, &order.iter().map(|&letter| length(letter) as i64).collect::<Vec<_>>())?;
    let places: Vec<usize> =
        subscripts.result.iter().map(|wanted| order.iter().position(|letter| letter == wanted).unwrap_or(0)).collect();
    Ok(Some(permuted(&shaped, &places).to_contiguous()))
}

/// The general case: a loop over the letters of the result, and one over the others.
fn by_loops<T: Ring>(subscripts: &Subscripts, arrays: &[Array<T>], lengths: &[(char, usize)]) -> Array<T> {
    let length = |letter: char| lengths.iter().find(|(known, _)| *known == letter).map_or(1, |(_, length)| *length);
    let summed: Vec<char> =
        lengths.iter().map(|(letter, _)| *letter).filter(|letter| !subscripts.result.contains(letter)).collect();
    let shape: Lengths = subscripts.result.iter().map(|&letter| length(letter)).collect();
    let inner: Lengths = summed.iter().map(|&letter| length(letter)).collect();
    // How far each operand moves for a step along each letter.
    let steps = |letters: &[char]| -> Vec<Strides> {
        let step = |wanted: char, (own, array): (&Vec<char>, &Array<T>)| {
            let axes = own.iter().zip(array.shape().iter().zip(array.strides()));
            axes.filter(|(letter, (own, _))| **letter == wanted && **own != 1).map(|(_, (_, stride))| *stride).sum()
        };
        let operands = || subscripts.operands.iter().zip(arrays);
        operands().map(|operand| letters.iter().map(|&letter| step(letter, operand)).collect()).collect()
    };
    let offsets = |shape: &Lengths, strides: &[Strides]| -> Vec<Vec<isize>> {
        strides.iter().map(|strides| super::walk::offsets(Layout { shape, strides })).collect()
    };
    let outer = offsets(&shape, &steps(&subscripts.result));
    let within = offsets(&inner, &steps(&summed));
    let firsts: SmallVec<[*const T; 4]> = arrays.iter().map(|array| array.pointer().as_ptr().cast_const()).collect();
    let size: usize = shape.iter().product();
    let terms: usize = inner.iter().product();
    let elements = (0..size).map(|place| {
        (0..terms).fold(T::ZERO, |sum, term| {
            let factors = firsts.iter().enumerate().map(|(operand, first)| {
                // SAFETY: The steps are those of the operand's own axes.
                unsafe { *first.offset(outer[operand][place] + within[operand][term]) }
            });
            sum.add(factors.reduce(T::multiply).unwrap_or(T::ZERO))
        })
    });
    Array::from_vec(elements.collect(), &shape)
}
