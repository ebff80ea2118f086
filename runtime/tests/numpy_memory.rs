//! Views, writing, and errors: what arrays share, and numpy's words where something does not go.

use hotforge_runtime::numpy::ndarray::{fill, getitem, iadd, isub, setitem, sort};
use hotforge_runtime::numpy::*;
use hotforge_runtime::{Exception, Fallible, Object, list};
use proptest::prelude::*;

fn repr(value: &impl Object) -> String {
    let mut text = String::new();
    value.repr(&mut text);
    text
}

fn matrix() -> Array<i64> {
    Array::from_vec((0..6).collect(), &[2, 3])
}

fn every(step: i64) -> Index {
    Index::Slice { start: None, stop: None, step: Some(step) }
}

fn from(start: i64) -> Index {
    Index::Slice { start: Some(start), stop: None, step: None }
}

fn until(stop: i64) -> Index {
    Index::Slice { start: None, stop: Some(stop), step: None }
}

fn message<T: std::fmt::Debug>(result: Fallible<T>) -> String {
    result.map_err(|raised: Box<Exception>| raised.to_string()).expect_err("it raises")
}

#[test]
fn a_slice_is_a_view() -> Fallible<()> {
    let m = matrix();
    let column = getitem(&m, &[every(-1), Index::Integer(1)])?;
    setitem(&column, &[Index::Integer(0)], &40)?;
    assert_eq!(repr(&m), "array([[ 0,  1,  2],\n       [ 3, 40,  5]])");
    setitem(&m, &[Index::Integer(0)], &column).map(|()| panic!("two elements do not fit three")).unwrap_or_else(
        |raised| {
            assert_eq!(raised.message, "could not broadcast input array from shape (2,) into shape (3,)");
        },
    );
    Ok(())
}

#[test]
fn an_operand_may_overlap_the_array_that_is_changed() -> Fallible<()> {
    let v = arange_int(5, None, 1)?;
    iadd(&getitem(&v, &[from(1)])?, &getitem(&v, &[until(-1)])?)?;
    assert_eq!(repr(&v), "array([0, 1, 3, 5, 7])");
    setitem(&v, &[every(1)], &getitem(&v, &[every(-1)])?)?;
    assert_eq!(repr(&v), "array([7, 5, 3, 1, 0])");
    Ok(())
}

#[test]
fn values_are_stored_by_masks_and_positions() -> Fallible<()> {
    let m = matrix();
    setitem(&m, &[Index::Mask(greater(&m, &3)?)], &-1)?;
    setitem(
        &m,
        &[Index::Integer(0), Index::Integers(Array::from_elements(vec![0, 2]))],
        &Array::from_elements(vec![7i32, 8]),
    )?;
    assert_eq!(repr(&m), "array([[ 7,  1,  8],\n       [ 3, -1, -1]])");
    let f = zeros(&2, DType::<f32>::new())?;
    fill(&f, &2.5)?;
    isub(&f, &1)?;
    assert_eq!(repr(&f), "array([1.5, 1.5], dtype=float32)");
    sort(&m, -1)?;
    assert_eq!(repr(&m), "array([[ 1,  7,  8],\n       [-1, -1,  3]])");
    Ok(())
}

#[test]
fn lists_become_arrays() -> Fallible<()> {
    let rows = list::from_vec(vec![list::from_vec(vec![1i64, 2]), list::from_vec(vec![3, 4])]);
    assert_eq!(repr(&array_as(&rows, DType::<f32>::new())?), "array([[1., 2.],\n       [3., 4.]], dtype=float32)");
    assert_eq!(stack(&list::from_vec(vec![matrix(), matrix()]), 0)?.shape(), [2, 2, 3]);
    let ragged = list::from_vec(vec![list::from_vec(vec![1i64, 2]), list::from_vec(vec![3])]);
    assert_eq!(
        message(array(&ragged)),
        "ValueError: setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 \
         dimensions. The detected shape was (2,) + inhomogeneous part."
    );
    Ok(())
}

#[test]
fn errors_are_numpys() -> Fallible<()> {
    let m = matrix();
    let frozen = matrix();
    frozen.freeze();
    let pair = Array::from_elements(vec![1i64, 2]);
    let position = Array::from_elements(vec![5i64]);
    let bytes = Array::from_elements(vec![1u8]);
    for (raised, expected) in [
        (message(add(&m, &pair)), "ValueError: operands could not be broadcast together with shapes (2,3) (2,) "),
        (message(add(&bytes, &300)), "OverflowError: Python integer 300 out of bounds for uint8"),
        (message(iadd(&pair, &m)), "ValueError: operands could not be broadcast together with shapes (2,) (2,3) (2,) "),
        (
            message(setitem(&m, &[Index::Mask(greater(&m, &2)?)], &pair)),
            "ValueError: NumPy boolean array indexing assignment cannot assign 2 input values to the 3 output values \
             where the mask is true",
        ),
        (
            message(clip(&m, &pair, &9)),
            "ValueError: operands could not be broadcast together with shapes (2,3) (2,) () ",
        ),
        (
            message(iadd(&getitem(&m, &[Index::Integer(0)])?, &m)),
            "ValueError: non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)",
        ),
        (message(iadd(&frozen, &1)), "ValueError: output array is read-only"),
        (message(setitem(&frozen, &[] as &[Index; 0], &1)), "ValueError: assignment destination is read-only"),
        (message(getitem(&m, &[Index::Integer(2)])), "IndexError: index 2 is out of bounds for axis 0 with size 2"),
        (
            message(getitem(&m, &[Index::Integers(position)])),
            "IndexError: index 5 is out of bounds for axis 0 with size 2",
        ),
        (
            message(getitem(&m, &[Index::Integer(0), Index::Integer(0), Index::Integer(0)])),
            "IndexError: too many indices for array: array is 2-dimensional, but 3 were indexed",
        ),
        (
            message(getitem(&m, &[Index::Mask(less(&pair, &2)?), Index::Mask(less(&pair, &2)?)])),
            "IndexError: boolean index did not match indexed array along axis 1; size of axis is 3 but size of \
             corresponding boolean axis is 2",
        ),
        (message(reshape(&m, &(4, -1))), "ValueError: cannot reshape array of size 6 into shape (4,newaxis)"),
        (message(sum(&m, &2, false)), "numpy.exceptions.AxisError: axis 2 is out of bounds for array of dimension 2"),
        (message(sum(&m, &(0, 0), false)), "ValueError: duplicate value in 'axis'"),
        (
            message(max_scalar(&Array::<f64>::from_elements(vec![]), &(), false)),
            "ValueError: zero-size array to reduction operation maximum which has no identity",
        ),
        (message(power(&m, &-1)), "ValueError: Integers to negative integer powers are not allowed."),
        (
            message(matmul(&m, &m)),
            "ValueError: matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature \
             (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)",
        ),
        (
            message(concatenate(&(m.clone(), pair.clone()), 0)),
            "ValueError: all the input arrays must have same number of dimensions, but the array at index 0 has 2 \
             dimension(s) and the array at index 1 has 1 dimension(s)",
        ),
        (
            message(ndarray::bool(&m)),
            "ValueError: The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
        ),
        (message(zeros(&(2, -1), DType::<f32>::new())), "ValueError: negative dimensions are not allowed"),
    ] {
        assert_eq!(raised, expected);
    }
    Ok(())
}

#[test]
fn foreign_memory_is_freed_with_its_last_view() -> Fallible<()> {
    let owner = std::sync::Arc::new(vec![1.0f32, 2.0, 3.0]);
    let start = std::ptr::NonNull::from(owner.as_slice()).cast::<f32>();
    // SAFETY: The owner holds three elements, and they are not written.
    let array = unsafe { Array::from_foreign(start, &[3], false, owner.clone()) };
    let view = getitem(&array, &[from(1)])?;
    drop(array);
    assert_eq!((view.to_vec(), std::sync::Arc::strong_count(&owner)), (vec![2.0, 3.0], 2));
    assert_eq!(message(setitem(&view, &[] as &[Index; 0], &0)), "ValueError: assignment destination is read-only");
    drop(view);
    assert_eq!(std::sync::Arc::strong_count(&owner), 1);
    Ok(())
}

/// A slice, and the same for the `ndarray` crate.
fn slice() -> impl Strategy<Value = (Option<i64>, Option<i64>, i64)> {
    let bound = prop::option::of(-9i64..9);
    (bound.clone(), bound, prop_oneof![-3i64..=-1, 1i64..=3])
}

/// The positions that CPython's `slice.indices` gives.
fn positions(length: i64, (start, stop, step): (Option<i64>, Option<i64>, i64)) -> Vec<i64> {
    let (low, high) = if step > 0 { (0, length) } else { (-1, length - 1) };
    let clip = |bound: i64| (if bound < 0 { bound + length } else { bound }).clamp(low, high);
    let mut position = start.map_or(if step > 0 { low } else { high }, clip);
    let stop = stop.map_or(if step > 0 { high } else { low }, clip);
    let mut positions = Vec::new();
    while (step > 0 && position < stop) || (step < 0 && position > stop) {
        positions.push(position);
        position += step;
    }
    positions
}

proptest! {
    #[test]
    fn a_slice_selects_what_python_selects(rows in 0usize..6, columns in 0usize..6, a in slice(), b in slice()) {
        let array = Array::from_vec((0..(rows * columns) as i64).collect(), &[rows, columns]);
        let component = |(start, stop, step): (Option<i64>, Option<i64>, i64)| Index::Slice { start, stop, step: Some(step) };
        let view = getitem(&array, &[component(a), component(b)]).expect("slices never fail");
        let expected: Vec<i64> = positions(rows as i64, a)
            .into_iter()
            .flat_map(|row| positions(columns as i64, b).into_iter().map(move |column| row * columns as i64 + column))
            .collect();
        prop_assert_eq!(view.to_vec(), expected.clone());
        // The `ndarray` crate sees the same elements through the same strides.
        prop_assert_eq!(view.view().iter().copied().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn operands_broadcast_as_in_ndarray(
        rows in 1usize..5, columns in 1usize..5, one_row: bool, one_column: bool, transposed: bool
    ) {
        let (height, width) = (if one_row { 1 } else { rows }, if one_column { 1 } else { columns });
        let a = Array::from_vec((0..(rows * columns) as i64).collect(), &[rows, columns]);
        let b = Array::from_vec((0..(height * width) as i64).map(|n| n * 100).collect(), &[width, height]);
        let b = if transposed { ndarray::t(&b) } else { reshape(&b, &(height as i64, width as i64)).expect("fits") };
        let ours = add(&a, &b).expect("broadcasts").to_vec();
        let theirs = &a.view() + &b.view();
        prop_assert_eq!(ours, theirs.iter().copied().collect::<Vec<_>>());
    }

    #[test]
    fn sums_are_those_of_ndarray(shape in prop::collection::vec(1usize..5, 3), axis in 0usize..3, reverse: bool) {
        let size: usize = shape.iter().product();
        let array = Array::from_vec((0..size as i64).collect(), &shape);
        let array = if reverse { ndarray::t(&array) } else { array };
        let ours = sum(&array, &(axis as i64), false).expect("the axis is there");
        let theirs = array.view().sum_axis(::ndarray::Axis(axis));
        prop_assert_eq!(ours.to_vec(), theirs.iter().copied().collect::<Vec<_>>());
    }
}
