"""Functions of functions."""

@overload
@raises(Exception)
def reduce[T](function: Callable[[T, T], T], iterable: Iterable[T], /) -> T:
    """The items put together from left to right."""

@overload
@raises(Exception)
@native("functools::reduce_from")
def reduce[A, T](function: Callable[[A, T], A], iterable: Iterable[T], initial: A, /) -> A:
    """The items put together from left to right."""

@raises(Exception)
@native("functools::sorted")
def _sorted[T](iterable: Iterable[T], compare: Callable[[T, T], int], reverse: bool = False) -> list[T]:
    """By a function that compares."""

@raises(Exception)
@native("functools::min")
def _min[T](iterable: Iterable[T], compare: Callable[[T, T], int]) -> T:
    """By a function that compares."""

@raises(Exception)
@native("functools::max")
def _max[T](iterable: Iterable[T], compare: Callable[[T, T], int]) -> T:
    """By a function that compares."""

@raises(Exception)
@native("functools::sort")
def _sort[T](list: list[T], compare: Callable[[T, T], int], reverse: bool = False) -> None:
    """By a function that compares."""
