"""A list as a heap."""

@raises(RuntimeError)
@mutates
def heappush[T: Comparable](heap: list[T], item: T, /) -> None:
    """Put an item into the heap."""

@raises(IndexError)
@mutates
def heappop[T: Comparable](heap: list[T], /) -> T:
    """Remove and return the smallest item."""

@raises(RuntimeError)
@mutates
def heapify[T: Comparable](heap: list[T], /) -> None:
    """Make a heap of a list."""

@raises(IndexError)
@mutates
def heapreplace[T: Comparable](heap: list[T], item: T, /) -> T:
    """Remove and return the smallest item, then put one in."""

@raises(RuntimeError)
@mutates
def heappushpop[T: Comparable](heap: list[T], item: T, /) -> T:
    """Put an item in, then remove and return the smallest."""

@overload
@raises(Exception)
def nlargest[T: Comparable](n: int, iterable: Iterable[T], key: None = None) -> list[T]:
    """The greatest items, the greatest first."""

@overload
@raises(Exception)
@native("heapq::nlargest_key")
def nlargest[T, K: Comparable](n: int, iterable: Iterable[T], key: Callable[[T], K]) -> list[T]:
    """The greatest items, the greatest first."""

@overload
@raises(Exception)
def nsmallest[T: Comparable](n: int, iterable: Iterable[T], key: None = None) -> list[T]:
    """The smallest items, the smallest first."""

@overload
@raises(Exception)
@native("heapq::nsmallest_key")
def nsmallest[T, K: Comparable](n: int, iterable: Iterable[T], key: Callable[[T], K]) -> list[T]:
    """The smallest items, the smallest first."""

@overload
def merge[T: Comparable](*iterables: Iterable[T], reverse: bool = False) -> Iterator[T]:
    """The items of sorted iterables in order."""

@overload
@native("heapq::merge_key")
def merge[T, K: Comparable](*iterables: Iterable[T], key: Callable[[T], K], reverse: bool = False) -> Iterator[T]:
    """The items of sorted iterables in order."""
