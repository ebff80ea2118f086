//! What the type functions give, against numpy's own results.

use super::*;

fn array(dtype: DType, dims: &[Dim]) -> Argument {
    Argument::of(Type::Array(ArrayType::new(dtype, dims.iter().cloned())))
}

fn known(dims: &[u64]) -> Argument {
    array(DType::Float32, &dims.iter().map(|&length| Dim::Known(length)).collect::<Vec<_>>())
}

fn int(value: i64) -> Argument {
    Argument::constant(Constant::Int(value))
}

fn none() -> Argument {
    Argument::constant(Constant::None)
}

fn index(components: Vec<Argument>) -> Argument {
    Argument::members(Type::tuple(components.iter().map(|component| component.ty.clone())), components)
}

fn dims(name: &str, arguments: &[Argument]) -> String {
    match compute(name, arguments).expect("a type function") {
        Ok(Computed::Dims(Some(dims))) => shape_text(&dims),
        Ok(Computed::Type(Type::Array(ArrayType { dims: Some(dims), .. }))) => shape_text(&dims),
        Ok(other) => format!("{other:?}"),
        Err(Problem::Reported { message, .. }) => message,
        Err(other) => format!("{other:?}"),
    }
}

fn dtype(name: &str, arguments: &[Argument]) -> &'static str {
    match compute(name, arguments).expect("a type function") {
        Ok(Computed::DType(dtype)) => dtype.name(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn python_numbers_are_weak() {
    let of = |dtype| Argument::of(Type::Scalar(dtype));
    assert_eq!(dtype("Promote", &[of(DType::Float32), Argument::of(Type::Float)]), "float32");
    assert_eq!(dtype("Promote", &[of(DType::UInt8), Argument::of(Type::Int)]), "uint8");
    assert_eq!(dtype("Promote", &[of(DType::Int32), Argument::of(Type::Float)]), "float64");
    assert_eq!(dtype("Promote", &[of(DType::Bool), Argument::of(Type::Int)]), "int64");
    assert_eq!(dtype("Promote", &[of(DType::Int64), of(DType::Float32)]), "float64");
    assert_eq!(dtype("Promote", &[of(DType::Int16), of(DType::UInt16)]), "int32");
    assert_eq!(dtype("Promote", &[of(DType::UInt64), of(DType::Int8)]), "float64");
    assert_eq!(dtype("Quotient", &[of(DType::Int64), Argument::of(Type::Int)]), "float64");
    assert_eq!(dtype("Sum", &[of(DType::Bool)]), "int64");
    assert_eq!(dtype("Inexact", &[of(DType::Int16)]), "float32");
}

#[test]
fn shapes_broadcast() {
    let named = array(DType::Float32, &[Dim::Named("N".into()), Dim::Known(384)]);
    let column = array(DType::Float32, &[Dim::Named("N".into()), Dim::Known(1)]);
    assert_eq!(dims("Broadcast", &[named.clone(), column]), "(N,384)");
    assert_eq!(dims("Broadcast", &[named, Argument::of(Type::Float)]), "(N,384)");
    assert_eq!(dims("Broadcast", &[known(&[3, 1]), known(&[4])]), "(3,4)");
    assert_eq!(
        dims("Broadcast", &[known(&[2, 3]), known(&[4])]),
        "operands could not be broadcast together with shapes (2,3) (4,)"
    );
}

#[test]
fn an_index_selects() {
    let hidden = array(DType::Float32, &[Dim::Named("N".into()), Dim::Any, Dim::Known(384)]);
    let slice = || Argument::of(Type::Slice);
    assert_eq!(dims("Indexed", &[hidden.clone(), index(vec![slice(), int(0)])]), "(?,384)");
    let whole = Argument::members(Type::Slice, vec![none(), none(), none()]);
    assert_eq!(dims("Indexed", &[hidden.clone(), index(vec![whole, int(0)])]), "(N,384)");
    assert_eq!(dims("Indexed", &[known(&[2, 3]), index(vec![Argument::of(Type::Ellipsis), none()])]), "(2,3,1)");
    assert_eq!(dims("Indexed", &[known(&[2, 3]), array(DType::Bool, &[Dim::Known(2), Dim::Known(3)])]), "(?,)");
    let positions = || array(DType::Int64, &[Dim::Known(5)]);
    assert_eq!(dims("Indexed", &[known(&[2, 3, 4]), index(vec![positions(), slice(), int(1)])]), "(5,?)");
    assert_eq!(dims("Indexed", &[known(&[2, 3, 4]), index(vec![slice(), positions(), int(1)])]), "(?,5)");
    assert_eq!(dims("Indexed", &[known(&[2]), int(2)]), "index 2 is out of bounds for axis 0 with size 2");
    assert_eq!(
        dims("Indexed", &[known(&[2]), index(vec![int(0), int(0)])]),
        "too many indices for array: array is 1-dimensional, but 2 were indexed"
    );
    let scalar = compute("ElementAt", &[known(&[2, 3]), index(vec![int(0), int(1)])]);
    assert_eq!(scalar, Some(Ok(Computed::Type(Type::Scalar(DType::Float32)))));
    assert_eq!(compute("ElementAt", &[known(&[2, 3]), int(0)]), Some(Err(Problem::DoesNotFit)));
}

#[test]
fn axes_are_reduced() {
    let dtype = Argument::of(Type::DType(DType::Float32));
    let keep = |keep| Argument::constant(Constant::Bool(keep));
    assert_eq!(dims("Reduced", &[dtype.clone(), known(&[2, 3]), int(-1), keep(true)]), "(2,1)");
    assert_eq!(dims("Reduced", &[dtype.clone(), known(&[2, 3]), int(0), keep(false)]), "(3,)");
    assert_eq!(
        dims("Reduced", &[dtype.clone(), known(&[2, 3]), int(2), keep(false)]),
        "axis 2 is out of bounds for array of dimension 2"
    );
    let scalar = Some(Ok(Computed::Type(Type::Scalar(DType::Float32))));
    assert_eq!(compute("ReducedScalar", &[dtype.clone(), known(&[2, 3]), none()]), scalar);
    assert_eq!(compute("ReducedScalar", &[dtype.clone(), known(&[2]), int(0)]), scalar);
    assert_eq!(compute("ReducedScalar", &[dtype, known(&[2, 3]), int(0)]), Some(Err(Problem::DoesNotFit)));
}

#[test]
fn axes_are_rearranged() {
    let shape =
        |lengths: &[i64]| Argument::constant(Constant::Tuple(lengths.iter().map(|&n| Constant::Int(n)).collect()));
    assert_eq!(dims("Reshape", &[known(&[2, 6]), shape(&[3, -1])]), "(3,4)");
    assert_eq!(
        dims("Reshape", &[known(&[2, 6]), shape(&[5, -1])]),
        "cannot reshape array of size 12 into shape (5,newaxis)"
    );
    assert_eq!(dims("Transpose", &[known(&[2, 3, 4]), shape(&[1, 0, 2])]), "(3,2,4)");
    assert_eq!(dims("ExpandDims", &[known(&[2, 3]), int(-1)]), "(2,3,1)");
    assert_eq!(dims("Squeeze", &[known(&[2, 1]), int(1)]), "(2,)");
    let pair = Argument::members(Type::Never, vec![known(&[2, 3]), known(&[4, 3])]);
    assert_eq!(dims("Concatenate", &[pair, int(0)]), "(6,3)");
    let pair = || Argument::members(Type::Never, vec![known(&[2, 3]), known(&[2, 3])]);
    assert_eq!(dims("Stack", &[pair(), int(-1)]), "(2,3,2)");
    assert_eq!(dims("Vstack", &[pair()]), "(4,3)");
    assert_eq!(dims("Hstack", &[pair()]), "(2,6)");
}

#[test]
fn matrices_multiply() {
    assert_eq!(dims("Matmul", &[known(&[2, 3]), known(&[3, 4])]), "(2,4)");
    assert_eq!(dims("Matmul", &[known(&[5, 2, 3]), known(&[3])]), "(5,2)");
    assert!(dims("Matmul", &[known(&[2, 3]), known(&[4, 2])]).ends_with("(size 4 is different from 3)"));
    let scalar = compute("MatmulScalar", &[known(&[3]), known(&[3])]);
    assert_eq!(scalar, Some(Ok(Computed::Type(Type::Scalar(DType::Float32)))));
}

#[test]
fn lists_are_arrays() {
    let rows = Argument::of(Type::list(Type::list(Type::Int)));
    assert_eq!(dims("DimsOf", std::slice::from_ref(&rows)), "(?,?)");
    assert_eq!(dtype("DTypeOf", &[rows]), "int64");
    let written = Argument::members(Type::list(Type::Float), vec![int(1), int(2)]);
    assert_eq!(dims("DimsOf", &[written]), "(2,)");
    let shape = Argument::members(Type::tuple([Type::Int, Type::Int]), vec![Argument::of(Type::Int), int(384)]);
    assert_eq!(dims("ShapeDims", &[shape]), "(?,384)");
}
