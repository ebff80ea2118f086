"""Where an item belongs in a sorted list."""

@overload
@raises(Exception)
@native("bisect::bisect_left")
def bisect_left(a: list[int], x: float, lo: int = 0, hi: int | None = None) -> int:
    """The place before the items that are equal."""

@overload
@raises(Exception)
@native("bisect::bisect_left")
def bisect_left(a: list[float], x: float, lo: int = 0, hi: int | None = None) -> int:
    """The place before the items that are equal."""

@overload
@raises(Exception)
@native("bisect::bisect_left")
def bisect_left[T: Comparable](a: list[T], x: T, lo: int = 0, hi: int | None = None) -> int:
    """The place before the items that are equal."""

@overload
@raises(Exception)
@native("bisect::bisect_left_key")
def bisect_left[T, K: Comparable](a: list[T], x: K, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> int:
    """The place before the items that are equal."""

@overload
@raises(Exception)
@native("bisect::bisect_right")
def bisect_right(a: list[int], x: float, lo: int = 0, hi: int | None = None) -> int:
    """The place behind the items that are equal."""

@overload
@raises(Exception)
@native("bisect::bisect_right")
def bisect_right(a: list[float], x: float, lo: int = 0, hi: int | None = None) -> int:
    """The place behind the items that are equal."""

@overload
@raises(Exception)
@native("bisect::bisect_right")
def bisect_right[T: Comparable](a: list[T], x: T, lo: int = 0, hi: int | None = None) -> int:
    """The place behind the items that are equal."""

@overload
@raises(Exception)
@native("bisect::bisect_right_key")
def bisect_right[T, K: Comparable](a: list[T], x: K, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> int:
    """The place behind the items that are equal."""

@overload
@raises(Exception)
@native("bisect::bisect_right")
def bisect(a: list[int], x: float, lo: int = 0, hi: int | None = None) -> int:
    """The place behind the items that are equal."""

@overload
@raises(Exception)
@native("bisect::bisect_right")
def bisect(a: list[float], x: float, lo: int = 0, hi: int | None = None) -> int:
    """The place behind the items that are equal."""

@overload
@raises(Exception)
@native("bisect::bisect_right")
def bisect[T: Comparable](a: list[T], x: T, lo: int = 0, hi: int | None = None) -> int:
    """The place behind the items that are equal."""

@overload
@raises(Exception)
@native("bisect::bisect_right_key")
def bisect[T, K: Comparable](a: list[T], x: K, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> int:
    """The place behind the items that are equal."""

@overload
@raises(Exception)
@native("bisect::insort_left")
@mutates
def insort_left[T: Comparable](a: list[T], x: T, lo: int = 0, hi: int | None = None) -> None:
    """Put an item in before those that are equal."""

@overload
@raises(Exception)
@native("bisect::insort_left_key")
@mutates
def insort_left[T, K: Comparable](a: list[T], x: T, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> None:
    """Put an item in before those that are equal."""

@overload
@raises(Exception)
@native("bisect::insort_right")
@mutates
def insort_right[T: Comparable](a: list[T], x: T, lo: int = 0, hi: int | None = None) -> None:
    """Put an item in behind those that are equal."""

@overload
@raises(Exception)
@native("bisect::insort_right_key")
@mutates
def insort_right[T, K: Comparable](a: list[T], x: T, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> None:
    """Put an item in behind those that are equal."""

@overload
@raises(Exception)
@native("bisect::insort_right")
@mutates
def insort[T: Comparable](a: list[T], x: T, lo: int = 0, hi: int | None = None) -> None:
    """Put an item in behind those that are equal."""

@overload
@raises(Exception)
@native("bisect::insort_right_key")
@mutates
def insort[T, K: Comparable](a: list[T], x: T, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> None:
    """Put an item in behind those that are equal."""
