"""What every Python program has without an import."""

class object:
    """Any value."""

class NoneType:
    """The type of `None`."""

class int:
    """An integer of 64 bits; what does not fit raises OverflowError."""

    def __pos__(self) -> int:
        """The same."""

    def __invert__(self) -> int:
        """The bits inverted."""

    @overload
    def __round__(self) -> int:
        """The same."""

    @overload
    @raises(OverflowError)
    @native("int::round_digits")
    def __round__(self, ndigits: int) -> int:
        """Rounded to tens, hundreds and so on by negative `ndigits`, halves to even."""

    def bit_length(self) -> int:
        """How many bits the absolute value takes."""

    def bit_count(self) -> int:
        """How many bits of the absolute value are set."""

    @overload
    @native("int::pos")
    def __new__(value: int) -> int:
        """An integer."""

    @overload
    @raises(ValueError, OverflowError)
    @native("int::from_float")
    def __new__(value: float) -> int:
        """The integer part."""

    @overload
    @raises(ValueError)
    @native("int::from_str")
    def __new__(text: str) -> int:
        """The integer that the text says."""

    @overload
    @raises(ValueError)
    @native("int::from_str_base")
    def __new__(text: str, base: int) -> int:
        """The integer that the text says in a base."""

    @overload
    @raises(ValueError, OverflowError)
    @native("numpy::scalar::int")
    def __new__[D](number: Scalar[D]) -> int:
        """The number of a numpy scalar, without its fraction."""

    @overload
    @raises(TypeError, ValueError, OverflowError)
    @native("numpy::ndarray::int")
    def __new__[D, S](array: ndarray[D, S]) -> int:
        """The number in an array without axes, without its fraction."""

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

    @native("int::and")
    def __and__(self, other: int) -> int:
        """Bits of both."""

    @native("int::or")
    def __or__(self, other: int) -> int:
        """Bits of both."""

    @native("int::xor")
    def __xor__(self, other: int) -> int:
        """Bits of both."""

    @native("int::bool")
    def __bool__(self) -> bool:
        """Whether it is not zero."""

class bool(int):
    """`True` or `False`."""

    @native("bool::and")
    def __and__(self, other: bool) -> bool:
        """Logic of both."""

    @native("bool::or")
    def __or__(self, other: bool) -> bool:
        """Logic of both."""

    @native("bool::xor")
    def __xor__(self, other: bool) -> bool:
        """Logic of both."""

class float:
    """A floating-point number of 64 bits."""

    @overload
    @raises(ValueError, OverflowError)
    @native("float::round")
    def __round__(self) -> int:
        """The nearest integer, halves to even."""

    @overload
    @raises(OverflowError)
    @native("float::round_digits")
    def __round__(self, ndigits: int) -> float:
        """Rounded to `ndigits` places, correctly, halves to even."""

    def __pos__(self) -> float:
        """The same."""

    @overload
    @native("float::from_float")
    def __new__(value: float) -> float:
        """A float."""

    @overload
    @raises(ValueError)
    @native("float::from_str")
    def __new__(text: str) -> float:
        """The float that the text says."""

    @overload
    @native("numpy::scalar::float")
    def __new__[D](number: Scalar[D]) -> float:
        """The number of a numpy scalar."""

    @overload
    @raises(TypeError)
    @native("numpy::ndarray::float")
    def __new__[D, S](array: ndarray[D, S]) -> float:
        """The number in an array without axes."""

    def __abs__(self) -> float:
        """Absolute value."""

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

    def __contains__(self, value: int) -> bool:
        """Whether the integer is one of them."""

    @raises(OverflowError)
    def __len__(self) -> int:
        """The number of integers."""

    @raises(IndexError)
    def __getitem__(self, index: int) -> int:
        """The integer at `index`."""

class list[T]:
    """A mutable sequence."""

    @raises(MemoryError)
    def __rmul__(self, count: int) -> list[T]:
        """The items repeated."""

    @raises(ValueError)
    @mutates
    def remove(self, value: object) -> None:
        """Remove the first item that is equal."""

    @raises(ValueError)
    def index(self, value: object, start: int = 0, stop: int = 9223372036854775807) -> int:
        """Where the first equal item is."""

    def count(self, value: object) -> int:
        """How many items are equal."""

    @raises(Exception)
    @mutates
    def __iadd__(self, items: Iterable[T]) -> None:
        """Add items at the end."""

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

    @overload
    @raises(ValueError)
    @mutates
    @native("list::setslice")
    def __setitem__(self, index: slice, items: Iterable[T]) -> None:
        """Replace the items of a slice."""

    @overload
    @raises(IndexError)
    @mutates
    def __setitem__(self, index: int, item: T) -> None:
        """Replace the item at `index`."""

    @overload
    @raises(ValueError)
    @mutates
    @native("list::delslice")
    def __delitem__(self, index: slice) -> None:
        """Remove the items of a slice."""

    @overload
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

    def __contains__(self, item: object) -> bool:
        """Whether an item is equal."""

class dict[K, V]:
    """A mapping, in order of insertion."""

    def __or__(self, other: dict[K, V]) -> dict[K, V]:
        """The items of both; those of `other` win."""

    @raises(RuntimeError)
    @mutates
    def __ior__(self, other: dict[K, V]) -> None:
        """Set all items of `other`."""

    @raises(KeyError)
    @mutates
    def popitem(self) -> tuple[K, V]:
        """Remove and return the last item."""

    @native("dict::copy")
    def __new__(other: dict[K, V]) -> dict[K, V]:
        """A dict of the items of another."""

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

    @native("dict::iterate_keys")
    def keys(self) -> Iterator[K]:
        """The keys."""

    @native("dict::iterate_values")
    def values(self) -> Iterator[V]:
        """The values."""

    @native("dict::iterate_items")
    def items(self) -> Iterator[tuple[K, V]]:
        """The pairs of key and value."""

    def __contains__(self, item: object) -> bool:
        """Whether an item is equal."""

class set[T]:
    """Distinct values."""

    @raises(Exception)
    @mutates
    def update(self, others: Iterable[T]) -> None:
        """Add items."""

    @overload
    @native("set::or")
    def __or__(self, other: set[T]) -> set[T]:
        """Set algebra."""

    @overload
    @native("set::or")
    def __or__(self, other: frozenset[T]) -> set[T]:
        """Set algebra."""

    @overload
    @native("set::and")
    def __and__(self, other: set[T]) -> set[T]:
        """Set algebra."""

    @overload
    @native("set::and")
    def __and__(self, other: frozenset[T]) -> set[T]:
        """Set algebra."""

    @overload
    @native("set::sub")
    def __sub__(self, other: set[T]) -> set[T]:
        """Set algebra."""

    @overload
    @native("set::sub")
    def __sub__(self, other: frozenset[T]) -> set[T]:
        """Set algebra."""

    @overload
    @native("set::xor")
    def __xor__(self, other: set[T]) -> set[T]:
        """Set algebra."""

    @overload
    @native("set::xor")
    def __xor__(self, other: frozenset[T]) -> set[T]:
        """Set algebra."""

    @overload
    @native("set::le")
    def __le__(self, other: set[T]) -> bool:
        """Whether one holds the other."""

    @overload
    @native("set::le")
    def __le__(self, other: frozenset[T]) -> bool:
        """Whether one holds the other."""

    @overload
    @native("set::lt")
    def __lt__(self, other: set[T]) -> bool:
        """Whether one holds the other."""

    @overload
    @native("set::lt")
    def __lt__(self, other: frozenset[T]) -> bool:
        """Whether one holds the other."""

    @overload
    @native("set::ge")
    def __ge__(self, other: set[T]) -> bool:
        """Whether one holds the other."""

    @overload
    @native("set::ge")
    def __ge__(self, other: frozenset[T]) -> bool:
        """Whether one holds the other."""

    @overload
    @native("set::gt")
    def __gt__(self, other: set[T]) -> bool:
        """Whether one holds the other."""

    @overload
    @native("set::gt")
    def __gt__(self, other: frozenset[T]) -> bool:
        """Whether one holds the other."""

    @raises(Exception)
    @native("set::union")
    def union(self, others: Iterable[T]) -> set[T]:
        """Set algebra with any iterable."""

    @raises(Exception)
    @native("set::intersection")
    def intersection(self, others: Iterable[T]) -> set[T]:
        """Set algebra with any iterable."""

    @raises(Exception)
    @native("set::difference")
    def difference(self, others: Iterable[T]) -> set[T]:
        """Set algebra with any iterable."""

    @raises(Exception)
    @native("set::symmetric_difference")
    def symmetric_difference(self, others: Iterable[T]) -> set[T]:
        """Set algebra with any iterable."""

    @raises(Exception)
    @native("set::issubset")
    def issubset(self, others: Iterable[T]) -> bool:
        """Comparison with any iterable."""

    @raises(Exception)
    @native("set::issuperset")
    def issuperset(self, others: Iterable[T]) -> bool:
        """Comparison with any iterable."""

    @raises(Exception)
    @native("set::isdisjoint")
    def isdisjoint(self, others: Iterable[T]) -> bool:
        """Comparison with any iterable."""

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

    def __contains__(self, item: object) -> bool:
        """Whether an item is equal."""

class frozenset[T]:
    """Distinct values that never change."""

    @overload
    @native("set::or")
    def __or__(self, other: set[T]) -> frozenset[T]:
        """Set algebra."""

    @overload
    @native("set::or")
    def __or__(self, other: frozenset[T]) -> frozenset[T]:
        """Set algebra."""

    @overload
    @native("set::and")
    def __and__(self, other: set[T]) -> frozenset[T]:
        """Set algebra."""

    @overload
    @native("set::and")
    def __and__(self, other: frozenset[T]) -> frozenset[T]:
        """Set algebra."""

    @overload
    @native("set::sub")
    def __sub__(self, other: set[T]) -> frozenset[T]:
        """Set algebra."""

    @overload
    @native("set::sub")
    def __sub__(self, other: frozenset[T]) -> frozenset[T]:
        """Set algebra."""

    @overload
    @native("set::xor")
    def __xor__(self, other: set[T]) -> frozenset[T]:
        """Set algebra."""

    @overload
    @native("set::xor")
    def __xor__(self, other: frozenset[T]) -> frozenset[T]:
        """Set algebra."""

    @overload
    @native("set::le")
    def __le__(self, other: set[T]) -> bool:
        """Whether one holds the other."""

    @overload
    @native("set::le")
    def __le__(self, other: frozenset[T]) -> bool:
        """Whether one holds the other."""

    @overload
    @native("set::lt")
    def __lt__(self, other: set[T]) -> bool:
        """Whether one holds the other."""

    @overload
    @native("set::lt")
    def __lt__(self, other: frozenset[T]) -> bool:
        """Whether one holds the other."""

    @overload
    @native("set::ge")
    def __ge__(self, other: set[T]) -> bool:
        """Whether one holds the other."""

    @overload
    @native("set::ge")
    def __ge__(self, other: frozenset[T]) -> bool:
        """Whether one holds the other."""

    @overload
    @native("set::gt")
    def __gt__(self, other: set[T]) -> bool:
        """Whether one holds the other."""

    @overload
    @native("set::gt")
    def __gt__(self, other: frozenset[T]) -> bool:
        """Whether one holds the other."""

    @raises(Exception)
    @native("set::union")
    def union(self, others: Iterable[T]) -> frozenset[T]:
        """Set algebra with any iterable."""

    @raises(Exception)
    @native("set::intersection")
    def intersection(self, others: Iterable[T]) -> frozenset[T]:
        """Set algebra with any iterable."""

    @raises(Exception)
    @native("set::difference")
    def difference(self, others: Iterable[T]) -> frozenset[T]:
        """Set algebra with any iterable."""

    @raises(Exception)
    @native("set::symmetric_difference")
    def symmetric_difference(self, others: Iterable[T]) -> frozenset[T]:
        """Set algebra with any iterable."""

    @raises(Exception)
    @native("set::issubset")
    def issubset(self, others: Iterable[T]) -> bool:
        """Comparison with any iterable."""

    @raises(Exception)
    @native("set::issuperset")
    def issuperset(self, others: Iterable[T]) -> bool:
        """Comparison with any iterable."""

    @raises(Exception)
    @native("set::isdisjoint")
    def isdisjoint(self, others: Iterable[T]) -> bool:
        """Comparison with any iterable."""

    @raises(Exception)
    def __new__(iterable: Iterable[T]) -> frozenset[T]:
        """A frozenset of the items."""

    def __len__(self) -> int:
        """The number of items."""

    def __contains__(self, item: object) -> bool:
        """Whether an item is equal."""

class tuple[T]:
    """An immutable sequence."""

    @raises(Exception)
    @native("sequence::new")
    def __new__(iterable: Iterable[T]) -> tuple[T, ...]:
        """A tuple of the items."""

    @native("sequence::len")
    def __len__(self) -> int:
        """The number of items."""

    @overload
    @raises(ValueError)
    @native("sequence::getslice")
    def __getitem__(self, index: slice) -> tuple[T, ...]:
        """The items of a slice."""

    @overload
    @raises(IndexError)
    @native("sequence::getitem")
    def __getitem__(self, index: int) -> T:
        """The item at `index`."""

    @native("sequence::contains")
    def __contains__(self, item: object) -> bool:
        """Whether an item is equal."""

class str:
    """Text: a sequence of code points."""

    def __len__(self) -> int:
        """The number of code points."""

    @overload
    @raises(IndexError)
    def __getitem__(self, index: int) -> str:
        """The character at `index`."""

    @overload
    @raises(ValueError)
    @native("str::getslice")
    def __getitem__(self, index: slice) -> str:
        """The characters of a slice."""

    def __add__(self, other: str) -> str:
        """Both texts joined."""

    @raises(MemoryError)
    def __mul__(self, count: int) -> str:
        """The text repeated."""

    @raises(MemoryError)
    @native("str::mul")
    def __rmul__(self, count: int) -> str:
        """The text repeated."""

    def __contains__(self, part: str) -> bool:
        """Whether `part` occurs in the text."""

    def upper(self) -> str:
        """The text in upper case."""

    def lower(self) -> str:
        """The text in lower case."""

    def title(self) -> str:
        """Each word in title case."""

    def capitalize(self) -> str:
        """The first character in title case, the rest in lower case."""

    def casefold(self) -> str:
        """The text folded for comparison without case."""

    def swapcase(self) -> str:
        """The text with upper and lower case swapped."""

    def isalpha(self) -> bool:
        """As `str.isalpha` of Python."""

    def isdigit(self) -> bool:
        """As `str.isdigit` of Python."""

    def isalnum(self) -> bool:
        """As `str.isalnum` of Python."""

    def isspace(self) -> bool:
        """As `str.isspace` of Python."""

    def isupper(self) -> bool:
        """As `str.isupper` of Python."""

    def islower(self) -> bool:
        """As `str.islower` of Python."""

    def isdecimal(self) -> bool:
        """As `str.isdecimal` of Python."""

    def isnumeric(self) -> bool:
        """As `str.isnumeric` of Python."""

    def istitle(self) -> bool:
        """As `str.istitle` of Python."""

    def isascii(self) -> bool:
        """As `str.isascii` of Python."""

    def isprintable(self) -> bool:
        """As `str.isprintable` of Python."""

    def strip(self, chars: str | None = None) -> str:
        """Without the characters of `chars`, or white space, at both ends."""

    def lstrip(self, chars: str | None = None) -> str:
        """Without the characters of `chars`, or white space, at the start."""

    def rstrip(self, chars: str | None = None) -> str:
        """Without the characters of `chars`, or white space, at the end."""

    @raises(ValueError)
    def split(self, sep: str | None = None, maxsplit: int = -1) -> list[str]:
        """Split on `sep`, or on runs of white space."""

    @raises(ValueError)
    def rsplit(self, sep: str | None = None, maxsplit: int = -1) -> list[str]:
        """Split from the end."""

    def splitlines(self, keepends: bool = False) -> list[str]:
        """The lines."""

    @raises(Exception)
    def join(self, parts: Iterable[str]) -> str:
        """The parts with this text between them."""

    def replace(self, old: str, new: str, count: int = -1) -> str:
        """`old` replaced by `new`."""

    def find(self, part: str, start: int | None = None, end: int | None = None) -> int:
        """Where `part` is found first, or -1."""

    def rfind(self, part: str, start: int | None = None, end: int | None = None) -> int:
        """Where `part` is found last, or -1."""

    @raises(ValueError)
    def index(self, part: str, start: int | None = None, end: int | None = None) -> int:
        """Where `part` is found first."""

    @raises(ValueError)
    def rindex(self, part: str, start: int | None = None, end: int | None = None) -> int:
        """Where `part` is found last."""

    def count(self, part: str, start: int | None = None, end: int | None = None) -> int:
        """How often `part` occurs."""

    def startswith(self, prefix: str) -> bool:
        """Whether the text starts with `prefix`."""

    def endswith(self, suffix: str) -> bool:
        """Whether the text ends with `suffix`."""

    def removeprefix(self, prefix: str) -> str:
        """Without `prefix`."""

    def removesuffix(self, suffix: str) -> str:
        """Without `suffix`."""

    @raises(ValueError)
    def partition(self, sep: str) -> tuple[str, str, str]:
        """Before, at and behind `sep`."""

    @raises(ValueError)
    def rpartition(self, sep: str) -> tuple[str, str, str]:
        """Before, at and behind `sep`."""

    def zfill(self, width: int) -> str:
        """Filled with zeros to `width`."""

    @raises(TypeError)
    def center(self, width: int, fill: str = " ") -> str:
        """Filled to `width`."""

    @raises(TypeError)
    def ljust(self, width: int, fill: str = " ") -> str:
        """Filled to `width`."""

    @raises(TypeError)
    def rjust(self, width: int, fill: str = " ") -> str:
        """Filled to `width`."""

    @raises(UnicodeEncodeError, LookupError)
    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        """The text as bytes."""

class bytes:
    """Bytes."""

    @raises(UnicodeDecodeError, LookupError)
    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """The text that the bytes encode."""

    def hex(self) -> str:
        """Two hexadecimal digits for each byte."""

    def startswith(self, prefix: bytes) -> bool:
        """Whether the bytes start with `prefix`."""

    def endswith(self, suffix: bytes) -> bool:
        """Whether the bytes end with `suffix`."""

    def __add__(self, other: bytes) -> bytes:
        """Both joined."""

    @overload
    def __contains__(self, part: bytes) -> bool:
        """Whether `part` occurs in the bytes."""

    @overload
    @raises(ValueError)
    @native("bytes::contains_byte")
    def __contains__(self, byte: int) -> bool:
        """Whether the byte is one of them."""

    @overload
    @raises(ValueError)
    @native("bytes::getslice")
    def __getitem__(self, index: slice) -> bytes:
        """The bytes of a slice."""

    def __len__(self) -> int:
        """The number of bytes."""

    @overload
    @raises(IndexError)
    def __getitem__(self, index: int) -> int:
        """The byte at `index`."""

@overload
@raises(OverflowError)
def sum(iterable: Iterable[int], start: int = 0) -> int:
    """The sum of the items."""

@overload
@raises(Exception)
@native("builtins::sum_floats")
def sum(iterable: Iterable[float]) -> float | int:
    """The sum of the items; the `int` 0 of none."""

@overload
@raises(Exception)
@native("builtins::sum_float")
def sum(iterable: Iterable[float], start: float) -> float:
    """The sum of the items."""

@overload
@raises(Exception)
@native("builtins::min_default")
def min[T: Comparable](iterable: Iterable[T], *, default: T) -> T:
    """The least item, or `default` of none."""

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
@raises(Exception)
@native("builtins::max_default")
def max[T: Comparable](iterable: Iterable[T], *, default: T) -> T:
    """The greatest item, or `default` of none."""

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

@overload
@raises(ZeroDivisionError, OverflowError)
@native("int::divmod")
def divmod(a: int, b: int) -> tuple[int, int]:
    """Quotient and remainder."""

@overload
@raises(ZeroDivisionError)
@native("float::divmod")
def divmod(a: float, b: float) -> tuple[float, float]:
    """Quotient and remainder."""

@overload
@raises(OverflowError)
@native("int::pow")
def pow(base: int, exp: Natural) -> int:
    """Power."""

@overload
@raises(ZeroDivisionError, OverflowError)
@native("int::pow_negative")
def pow(base: int, exp: Negative) -> float:
    """Power."""

@overload
@raises(ZeroDivisionError, OverflowError, ValueError)
@native("int::pow_mod")
def pow(base: int, exp: int, mod: int) -> int:
    """Power modulo a number."""

@overload
@native("list::reversed")
def reversed[T](sequence: list[T]) -> Iterator[T]:
    """The items from the last to the first."""

@overload
@native("collections::deque::reversed")
def reversed[T](sequence: collections.deque[T]) -> Iterator[T]:
    """The items from the last to the first."""

@overload
@native("str::reversed")
def reversed(sequence: str) -> Iterator[str]:
    """The characters from the last to the first."""

@overload
@native("range::reversed")
def reversed(sequence: range) -> Iterator[int]:
    """The integers from the last to the first."""

@overload
@native("builtins::zip_strict")
def _zip_strict[A, B](a: Iterable[A], b: Iterable[B]) -> Iterator[tuple[A, B]]:
    """Tuples of items side by side; ValueError where one is longer."""

@overload
@native("builtins::zip3_strict")
def _zip_strict[A, B, C](a: Iterable[A], b: Iterable[B], c: Iterable[C]) -> Iterator[tuple[A, B, C]]:
    """Tuples of items side by side; ValueError where one is longer."""

class BaseException:
    """The exception `BaseException`."""

class Exception(BaseException):
    """The exception `Exception`."""

class ArithmeticError(Exception):
    """The exception `ArithmeticError`."""

class FloatingPointError(ArithmeticError):
    """The exception `FloatingPointError`."""

class OverflowError(ArithmeticError):
    """The exception `OverflowError`."""

class ZeroDivisionError(ArithmeticError):
    """The exception `ZeroDivisionError`."""

class AssertionError(Exception):
    """The exception `AssertionError`."""

class AttributeError(Exception):
    """The exception `AttributeError`."""

class BufferError(Exception):
    """The exception `BufferError`."""

class EOFError(Exception):
    """The exception `EOFError`."""

class ImportError(Exception):
    """The exception `ImportError`."""

class ModuleNotFoundError(ImportError):
    """The exception `ModuleNotFoundError`."""

class LookupError(Exception):
    """The exception `LookupError`."""

class IndexError(LookupError):
    """The exception `IndexError`."""

class KeyError(LookupError):
    """The exception `KeyError`."""

class MemoryError(Exception):
    """The exception `MemoryError`."""

class NameError(Exception):
    """The exception `NameError`."""

class UnboundLocalError(NameError):
    """The exception `UnboundLocalError`."""

class OSError(Exception):
    """The exception `OSError`."""

class BlockingIOError(OSError):
    """The exception `BlockingIOError`."""

class ChildProcessError(OSError):
    """The exception `ChildProcessError`."""

class ConnectionError(OSError):
    """The exception `ConnectionError`."""

class BrokenPipeError(ConnectionError):
    """The exception `BrokenPipeError`."""

class ConnectionAbortedError(ConnectionError):
    """The exception `ConnectionAbortedError`."""

class ConnectionRefusedError(ConnectionError):
    """The exception `ConnectionRefusedError`."""

class ConnectionResetError(ConnectionError):
    """The exception `ConnectionResetError`."""

class FileExistsError(OSError):
    """The exception `FileExistsError`."""

class FileNotFoundError(OSError):
    """The exception `FileNotFoundError`."""

class InterruptedError(OSError):
    """The exception `InterruptedError`."""

class IsADirectoryError(OSError):
    """The exception `IsADirectoryError`."""

class NotADirectoryError(OSError):
    """The exception `NotADirectoryError`."""

class PermissionError(OSError):
    """The exception `PermissionError`."""

class ProcessLookupError(OSError):
    """The exception `ProcessLookupError`."""

class TimeoutError(OSError):
    """The exception `TimeoutError`."""

class ReferenceError(Exception):
    """The exception `ReferenceError`."""

class RuntimeError(Exception):
    """The exception `RuntimeError`."""

class NotImplementedError(RuntimeError):
    """The exception `NotImplementedError`."""

class RecursionError(RuntimeError):
    """The exception `RecursionError`."""

class StopAsyncIteration(Exception):
    """The exception `StopAsyncIteration`."""

class StopIteration(Exception):
    """The exception `StopIteration`."""

class SyntaxError(Exception):
    """The exception `SyntaxError`."""

class IndentationError(SyntaxError):
    """The exception `IndentationError`."""

class TabError(IndentationError):
    """The exception `TabError`."""

class SystemError(Exception):
    """The exception `SystemError`."""

class TypeError(Exception):
    """The exception `TypeError`."""

class ValueError(Exception):
    """The exception `ValueError`."""

class UnicodeError(ValueError):
    """The exception `UnicodeError`."""

class UnicodeDecodeError(UnicodeError):
    """The exception `UnicodeDecodeError`."""

class UnicodeEncodeError(UnicodeError):
    """The exception `UnicodeEncodeError`."""

class UnicodeTranslateError(UnicodeError):
    """The exception `UnicodeTranslateError`."""

class Warning(Exception):
    """The exception `Warning`."""

class BytesWarning(Warning):
    """The exception `BytesWarning`."""

class DeprecationWarning(Warning):
    """The exception `DeprecationWarning`."""

class EncodingWarning(Warning):
    """The exception `EncodingWarning`."""

class FutureWarning(Warning):
    """The exception `FutureWarning`."""

class ImportWarning(Warning):
    """The exception `ImportWarning`."""

class PendingDeprecationWarning(Warning):
    """The exception `PendingDeprecationWarning`."""

class ResourceWarning(Warning):
    """The exception `ResourceWarning`."""

class RuntimeWarning(Warning):
    """The exception `RuntimeWarning`."""

class SyntaxWarning(Warning):
    """The exception `SyntaxWarning`."""

class UnicodeWarning(Warning):
    """The exception `UnicodeWarning`."""

class UserWarning(Warning):
    """The exception `UserWarning`."""

class GeneratorExit(BaseException):
    """The exception `GeneratorExit`."""

class KeyboardInterrupt(BaseException):
    """The exception `KeyboardInterrupt`."""

class SystemExit(BaseException):
    """The exception `SystemExit`."""

EnvironmentError = OSError
IOError = OSError
