"""Linear algebra."""

@overload
@native("numpy::linalg::norm_scalar")
@raises(ValueError)
def norm(
    x: ArrayLike, ord: None = None, axis: Axes = None, keepdims: Literal[False] = False
) -> ReducedScalar[Spread[x], x, axis]:
    """The square root of the sum of the squares."""

@overload
@raises(ValueError)
def norm(x: ArrayLike, ord: None = None, axis: Axes = None, keepdims: bool = False) -> Reduced[Spread[x], x, axis, keepdims]:
    """The square root of the sum of the squares along an axis."""

@overload
@native("numpy::linalg::norm_of_order_scalar")
@raises(ValueError)
def norm(x: ArrayLike, ord: float, axis: int, keepdims: Literal[False] = False) -> ReducedScalar[Spread[x], x, axis]:
    """The norm of the order along an axis: 1, 2, infinite, or any other number."""

@overload
@native("numpy::linalg::norm_of_order")
@raises(ValueError)
def norm(x: ArrayLike, ord: float, axis: int, keepdims: bool = False) -> Reduced[Spread[x], x, axis, keepdims]:
    """The norm of the order along an axis: 1, 2, infinite, or any other number."""

@overload
@native("numpy::linalg::norm_of_order_vector")
@raises(ValueError)
def norm(x: ArrayLike, ord: float) -> VectorScalar[Spread[x], x]:
    """The norm of a vector of the order: 1, 2, infinite, or any other number."""
