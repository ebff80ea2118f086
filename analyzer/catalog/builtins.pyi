"""What every Python program has without an import."""

class object:
    """Any value."""

class NoneType:
    """The type of `None`."""

class int:
    """An integer of 64 bits; what does not fit raises OverflowError."""

    @overload
    @raises(OverflowError)
    def __add__(self, other: int) -> int:
        """Sum."""

    @overload
    @native("float::add")
    def __add__(self: float, other: float) -> float:
        """Sum."""

    @overload
    @raises(OverflowError)
    def __sub__(self, other: int) -> int:
        """Difference."""

    @overload
    @native("float::sub")
    def __sub__(self: float, other: float) -> float:
        """Difference."""

    @overload
    @raises(OverflowError)
    def __mul__(self, other: int) -> int:
        """Product."""

    @overload
    @native("float::mul")
    def __mul__(self: float, other: float) -> float:
        """Product."""

    @overload
    @raises(ZeroDivisionError)
    def __truediv__(self, other: int) -> float:
        """Quotient, correctly rounded."""

    @overload
    @raises(ZeroDivisionError)
    @native("float::truediv")
    def __truediv__(self: float, other: float) -> float:
        """Quotient."""

    @overload
    @raises(ZeroDivisionError, OverflowError)
    def __floordiv__(self, other: int) -> int:
        """Quotient rounded down."""

    @overload
    @raises(ZeroDivisionError)
    @native("float::floordiv")
    def __floordiv__(self: float, other: float) -> float:
        """Quotient rounded down."""

    @overload
    @raises(ZeroDivisionError, OverflowError)
    def __mod__(self, other: int) -> int:
        """Remainder with the sign of the divisor."""

    @overload
    @raises(ZeroDivisionError)
    @native("float::mod")
    def __mod__(self: float, other: float) -> float:
        """Remainder with the sign of the divisor."""

    @overload
    @raises(OverflowError)
    @native("int::pow")
    def __pow__(self, other: Natural) -> int:
        """Power."""

    @overload
    @raises(ZeroDivisionError, OverflowError)
    @native("int::pow_negative")
    def __pow__(self, other: Negative) -> float:
        """Power."""

    @overload
    @raises(ZeroDivisionError, OverflowError, ValueError)
    @native("float::pow")
    def __pow__(self: float, other: float) -> float:
        """Power."""

    @raises(ValueError, OverflowError)
    def __lshift__(self, other: int) -> int:
        """Shift of bits."""

    @raises(ValueError, OverflowError)
    def __rshift__(self, other: int) -> int:
        """Shift of bits."""

    @raises(OverflowError)
    def __neg__(self) -> int:
        """Negation."""

    @raises(OverflowError)
    @native("int::abs")
    def __abs__(self) -> int:
        """Absolute value."""

class bool(int):
    """`True` or `False`."""

class float:
    """A floating-point number of 64 bits."""

    def __add__(self, other: float) -> float:
        """Arithmetic of floats."""

    def __sub__(self, other: float) -> float:
        """Arithmetic of floats."""

    def __mul__(self, other: float) -> float:
        """Arithmetic of floats."""

    @raises(ZeroDivisionError)
    def __truediv__(self, other: float) -> float:
        """Division of floats."""

    @raises(ZeroDivisionError)
    def __floordiv__(self, other: float) -> float:
        """Division of floats."""

    @raises(ZeroDivisionError)
    def __mod__(self, other: float) -> float:
        """Division of floats."""

    @raises(ZeroDivisionError, OverflowError, ValueError)
    def __pow__(self, other: float) -> float:
        """Power."""

    def __neg__(self) -> float:
        """Negation."""

    def __bool__(self) -> bool:
        """Whether it is not zero."""

    @raises(ValueError, OverflowError)
    @native("float::round")
    def __round__(self) -> int:
        """The nearest integer, halves to even."""

    def is_integer(self) -> bool:
        """Whether it has no fraction."""

class range:
    """Integers from `start` to `stop` by `step`."""

    @overload
    @native("range::to")
    def __new__(stop: int) -> range:
        """The integers from 0 up to `stop`."""

    @overload
    @raises(ValueError)
    def __new__(start: int, stop: int, step: int = 1) -> range:
        """The integers from `start` up to `stop` by `step`."""

    @raises(OverflowError)
    def __len__(self) -> int:
        """The number of integers."""

    @raises(IndexError)
    def __getitem__(self, index: int) -> int:
        """The integer at `index`."""

class list[T]:
    """A mutable sequence."""

    @raises(Exception)
    def __new__(iterable: Iterable[T]) -> list[T]:
        """A list of the items."""

    def __len__(self) -> int:
        """The number of items."""

    @overload
    @raises(IndexError)
    def __getitem__(self, index: int) -> T:
        """The item at `index`."""

    @overload
    @raises(ValueError)
    @native("list::getslice")
    def __getitem__(self, index: slice) -> list[T]:
        """A list of the items of a slice."""

    @raises(IndexError)
    @mutates
    def __setitem__(self, index: int, item: T) -> None:
        """Replace the item at `index`."""

    @raises(IndexError)
    @mutates
    def __delitem__(self, index: int) -> None:
        """Remove the item at `index`."""

    def __add__(self, other: list[T]) -> list[T]:
        """A list of the items of both."""

    @raises(MemoryError)
    def __mul__(self, count: int) -> list[T]:
        """The items repeated."""

    @raises(RuntimeError)
    @mutates
    def append(self, item: T) -> None:
        """Add `item` at the end."""

    @raises(Exception)
    @mutates
    def extend(self, items: Iterable[T]) -> None:
        """Add items at the end."""

    @raises(RuntimeError)
    @mutates
    def insert(self, index: int, item: T) -> None:
        """Insert `item` before `index`."""

    @raises(IndexError)
    @mutates
    def pop(self, index: int = -1) -> T:
        """Remove and return the item at `index`."""

    @raises(RuntimeError)
    @mutates
    def clear(self) -> None:
        """Remove all items."""

    def copy(self) -> list[T]:
        """A shallow copy."""

    @raises(RuntimeError)
    @mutates
    def reverse(self) -> None:
        """Reverse in place."""

    @raises(ValueError)
    @mutates
    def sort(self, *, reverse: bool = False) -> None:
        """Sort in place."""

class dict[K, V]:
    """A mapping, in order of insertion."""

    def __len__(self) -> int:
        """The number of items."""

    @raises(KeyError)
    def __getitem__(self, key: K) -> V:
        """The value of `key`."""

    @raises(RuntimeError)
    @mutates
    def __setitem__(self, key: K, value: V) -> None:
        """Set the value of `key`."""

    @raises(KeyError)
    @mutates
    def __delitem__(self, key: K) -> None:
        """Remove `key`."""

    @overload
    def get(self, key: K) -> V | None:
        """The value of `key`, or `None`."""

    @overload
    @native("dict::get_or")
    def get(self, key: K, default: V) -> V:
        """The value of `key`, or `default`."""

    @overload
    @raises(KeyError)
    @mutates
    def pop(self, key: K) -> V:
        """Remove `key` and return its value."""

    @overload
    @raises(RuntimeError)
    @mutates
    @native("dict::pop_or")
    def pop(self, key: K, default: V) -> V:
        """Remove `key` and return its value, or `default`."""

    @raises(RuntimeError)
    @mutates
    def setdefault(self, key: K, default: V) -> V:
        """The value of `key`, which is set to `default` if it is missing."""

    @raises(RuntimeError)
    @mutates
    def update(self, other: dict[K, V]) -> None:
        """Set all items of `other`."""

    @raises(RuntimeError)
    @mutates
    def clear(self) -> None:
        """Remove all items."""

    def copy(self) -> dict[K, V]:
        """A shallow copy."""

class set[T]:
    """Distinct values."""

    @raises(Exception)
    def __new__(iterable: Iterable[T]) -> set[T]:
        """A set of the items."""

    def __len__(self) -> int:
        """The number of items."""

    @raises(RuntimeError)
    @mutates
    def add(self, item: T) -> None:
        """Add an item."""

    @raises(RuntimeError)
    @mutates
    def discard(self, item: T) -> None:
        """Remove an item if it is there."""

    @raises(KeyError)
    @mutates
    def remove(self, item: T) -> None:
        """Remove an item."""

    @raises(RuntimeError)
    @mutates
    def clear(self) -> None:
        """Remove all items."""

    def copy(self) -> set[T]:
        """A shallow copy."""

class frozenset[T]:
    """Distinct values that never change."""

    @raises(Exception)
    def __new__(iterable: Iterable[T]) -> frozenset[T]:
        """A frozenset of the items."""

    def __len__(self) -> int:
        """The number of items."""

class tuple[T]:
    """An immutable sequence."""

    @raises(Exception)
    @native("sequence::new")
    def __new__(iterable: Iterable[T]) -> tuple[T, ...]:
        """A tuple of the items."""

    @native("sequence::len")
    def __len__(self) -> int:
        """The number of items."""

    @raises(IndexError)
    @native("sequence::getitem")
    def __getitem__(self, index: int) -> T:
        """The item at `index`."""

class str:
    """Text."""

class bytes:
    """Bytes."""

    def __len__(self) -> int:
        """The number of bytes."""

    @raises(IndexError)
    def __getitem__(self, index: int) -> int:
        """The byte at `index`."""

@overload
@raises(OverflowError)
def sum(iterable: Iterable[int], start: int = 0) -> int:
    """The sum of the items."""

@overload
@raises(Exception)
@native("builtins::sum_float")
def sum(iterable: Iterable[float], start: float = 0.0) -> float:
    """The sum of the items."""

@overload
@raises(ValueError)
def min[T: Comparable](iterable: Iterable[T]) -> T:
    """The least item."""

@overload
@raises(ValueError)
@native("builtins::min_of")
def min[T: Comparable](*values: T) -> T:
    """The least value."""

@overload
@raises(ValueError)
def max[T: Comparable](iterable: Iterable[T]) -> T:
    """The greatest item."""

@overload
@raises(ValueError)
@native("builtins::max_of")
def max[T: Comparable](*values: T) -> T:
    """The greatest value."""

@raises(ValueError)
def sorted[T: Comparable](iterable: Iterable[T], *, reverse: bool = False) -> list[T]:
    """A sorted list of the items."""

@raises(Exception)
def any(iterable: Iterable[bool]) -> bool:
    """Whether any item is true."""

@raises(Exception)
def all(iterable: Iterable[bool]) -> bool:
    """Whether all items are true."""

def enumerate[T](iterable: Iterable[T], start: int = 0) -> Iterator[tuple[int, T]]:
    """Pairs of count and item."""

@overload
def zip[A, B](a: Iterable[A], b: Iterable[B]) -> Iterator[tuple[A, B]]:
    """Tuples of items side by side."""

@overload
@native("builtins::zip3")
def zip[A, B, C](a: Iterable[A], b: Iterable[B], c: Iterable[C]) -> Iterator[tuple[A, B, C]]:
    """Tuples of items side by side."""

@raises(ValueError)
def chr(code: int) -> str:
    """The character of a code point."""

@raises(TypeError)
def ord(text: str) -> int:
    """The code point of a character."""

def hex(value: int) -> str:
    """The integer as text."""

def bin(value: int) -> str:
    """The integer as text."""

def oct(value: int) -> str:
    """The integer as text."""

class BaseException:
    """The exception `BaseException`."""

class Exception(BaseException):
    """The exception `Exception`."""

class ArithmeticError(Exception):
    """The exception `ArithmeticError`."""

class OverflowError(ArithmeticError):
    """The exception `OverflowError`."""

class ZeroDivisionError(ArithmeticError):
    """The exception `ZeroDivisionError`."""

class FloatingPointError(ArithmeticError):
    """The exception `FloatingPointError`."""

class AssertionError(Exception):
    """The exception `AssertionError`."""

class AttributeError(Exception):
    """The exception `AttributeError`."""

class LookupError(Exception):
    """The exception `LookupError`."""

class IndexError(LookupError):
    """The exception `IndexError`."""

class KeyError(LookupError):
    """The exception `KeyError`."""

class MemoryError(Exception):
    """The exception `MemoryError`."""

class NotImplementedError(Exception):
    """The exception `NotImplementedError`."""

class RuntimeError(Exception):
    """The exception `RuntimeError`."""

class TypeError(Exception):
    """The exception `TypeError`."""

class ValueError(Exception):
    """The exception `ValueError`."""
