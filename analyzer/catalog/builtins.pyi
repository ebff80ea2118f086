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
    def __round__(self, ndigits: SupportsIndex) -> int:
        """Rounded to tens, hundreds and so on by negative `ndigits`, halves to even."""

    @native("int::pos")
    def __index__(self) -> int:
        """The same."""

    @native("int::pos")
    def __int__(self) -> int:
        """The same."""

    @native("int::pos")
    def __trunc__(self) -> int:
        """The same."""

    @native("int::pos")
    def __floor__(self) -> int:
        """The same."""

    @native("int::pos")
    def __ceil__(self) -> int:
        """The same."""

    @native("float::from_float")
    def __float__(self: float) -> float:
        """The integer as a float."""

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
    def __new__(text: str, base: SupportsIndex) -> int:
        """The integer that the text says in a base."""

    @overload
    @raises(ValueError)
    @native("int::from_buffer")
    def __new__(text: Buffer) -> int:
        """The integer that the text says."""

    @overload
    @raises(ValueError)
    @native("int::from_buffer_base")
    def __new__(text: Buffer, base: SupportsIndex) -> int:
        """The integer that the text says in a base."""

    @overload
    @raises(ValueError, OverflowError)
    @native("numpy::scalar::int")
    def __new__[D](number: Scalar[D]) -> int:
        """The number of a numpy scalar, without its fraction."""

    @overload
    @raises(TypeError, ValueError, OverflowError)
    @native("torch::tensor::int")
    @raises(RuntimeError, ValueError, OverflowError)
    def __new__[D, S](tensor: Tensor[D, S]) -> int:
        """The only element as an `int`."""

    @overload
    @staticmethod
    @native("numpy::ndarray::int")
    @raises(TypeError, ValueError, OverflowError)
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
    @raises(OverflowError, ValueError)
    @native("int::pow_unknown")
    def __pow__(self, other: int) -> int:
        """Power; a negative exponent, which gives a float in Python, raises."""

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

    @raises(OverflowError, ValueError)
    def to_bytes(self, length: SupportsIndex = 1, byteorder: str = "big", *, signed: bool = False) -> bytes:
        """The integer as bytes."""

    @staticmethod
    @raises(OverflowError, ValueError)
    def from_bytes(bytes: Buffer, byteorder: str = "big", *, signed: bool = False) -> int:
        """The integer that bytes say."""

    def as_integer_ratio(self) -> tuple[int, int]:
        """The integer and 1."""

    @native("int::real")
    def conjugate(self) -> int:
        """The same."""

    @property
    @native("int::real")
    def real(self) -> int:
        """The same."""

    @property
    @native("int::imag")
    def imag(self) -> int:
        """0."""

    @property
    @native("int::real")
    def numerator(self) -> int:
        """The same."""

    @property
    @native("int::denominator")
    def denominator(self) -> int:
        """1."""

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
    def __round__(self, ndigits: SupportsIndex) -> float:
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
    @raises(ValueError)
    @native("float::from_buffer")
    def __new__(text: Buffer) -> float:
        """The float that the text says."""

    @overload
    @native("numpy::scalar::float")
    def __new__[D](number: Scalar[D]) -> float:
        """The number of a numpy scalar."""

    @overload
    @raises(TypeError)
    @native("torch::tensor::float")
    @raises(RuntimeError, ValueError)
    def __new__[D, S](tensor: Tensor[D, S]) -> float:
        """The only element as a `float`."""

    @overload
    @staticmethod
    @native("numpy::ndarray::float")
    @raises(TypeError)
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

    @raises(ValueError, OverflowError)
    @native("int::from_float")
    def __int__(self) -> int:
        """The integer part."""

    @raises(ValueError, OverflowError)
    @native("int::from_float")
    def __trunc__(self) -> int:
        """The integer part."""

    @raises(ValueError, OverflowError)
    @native("math::floor")
    def __floor__(self) -> int:
        """Rounded down."""

    @raises(ValueError, OverflowError)
    @native("math::ceil")
    def __ceil__(self) -> int:
        """Rounded up."""

    @native("float::from_float")
    def __float__(self) -> float:
        """The same."""

    def is_integer(self) -> bool:
        """Whether it has no fraction."""

    def hex(self) -> str:
        """The float in hexadecimal digits, exactly."""

    @staticmethod
    @raises(ValueError, OverflowError)
    def fromhex(string: str, /) -> float:
        """The float that hexadecimal digits say."""

    @raises(ValueError, OverflowError)
    def as_integer_ratio(self) -> tuple[int, int]:
        """Numerator and denominator, exactly."""

    @native("float::conjugate")
    def conjugate(self) -> float:
        """The same."""

    @property
    @native("float::conjugate")
    def real(self) -> float:
        """The same."""

    @property
    @native("float::imag")
    def imag(self) -> float:
        """0.0."""

class complex:
    """A complex number: two floats."""

    @overload
    @native("complex::zero")
    def __new__() -> complex:
        """0j."""

    @overload
    @raises(ValueError)
    @native("complex::from_str")
    def __new__(real: str, /) -> complex:
        """The number that the text says."""

    @overload
    @native("complex::copy")
    def __new__(real: complex) -> complex:
        """A complex number."""

    @overload
    @native("complex::of")
    def __new__(real: float = 0.0, imag: float = 0.0) -> complex:
        """A number of these parts."""

    @overload
    @native("complex::new_by_imag")
    def __new__(real: float = 0.0, *, imag: complex) -> complex:
        """A number of these parts."""

    @overload
    @native("complex::new_by_imag")
    def __new__(real: float, imag: complex) -> complex:
        """A number of these parts."""

    @overload
    def __new__(real: complex, imag: complex) -> complex:
        """`real + imag * 1j`."""

    @property
    def real(self) -> float:
        """The real part."""

    @property
    def imag(self) -> float:
        """The imaginary part."""

    def conjugate(self) -> complex:
        """The same with the other sign of the imaginary part."""

    def __add__(self, other: complex) -> complex:
        """Sum."""

    def __radd__(self, other: complex) -> complex:
        """Sum."""

    def __sub__(self, other: complex) -> complex:
        """Difference."""

    def __rsub__(self, other: complex) -> complex:
        """Difference."""

    def __mul__(self, other: complex) -> complex:
        """Product."""

    def __rmul__(self, other: complex) -> complex:
        """Product."""

    @raises(ZeroDivisionError)
    def __truediv__(self, other: complex) -> complex:
        """Quotient."""

    @raises(ZeroDivisionError)
    def __rtruediv__(self, other: complex) -> complex:
        """Quotient."""

    @raises(ZeroDivisionError, OverflowError)
    def __pow__(self, other: complex) -> complex:
        """Power."""

    @raises(ZeroDivisionError, OverflowError)
    def __rpow__(self, other: complex) -> complex:
        """Power."""

    def __neg__(self) -> complex:
        """Negation."""

    def __pos__(self) -> complex:
        """The same."""

    @raises(OverflowError)
    def __abs__(self) -> float:
        """Absolute value."""

    def __bool__(self) -> bool:
        """Whether it is not zero."""

class slice:
    """The bounds between the brackets of `sequence[start:stop:step]`."""

    @overload
    @native("slice::to")
    def __new__(stop: SupportsIndex | None, /) -> slice:
        """What lies before `stop`."""

    @overload
    def __new__(start: SupportsIndex | None, stop: SupportsIndex | None, step: SupportsIndex | None = None, /) -> slice:
        """What `start:stop:step` picks."""

    @property
    @native("slice::start")
    def start(self) -> int | None:
        """Where it begins."""

    @property
    @native("slice::stop")
    def stop(self) -> int | None:
        """Where it ends, exclusive."""

    @property
    @native("slice::step")
    def step(self) -> int | None:
        """The distance of two items."""

    @raises(ValueError)
    def indices(self, length: SupportsIndex, /) -> tuple[int, int, int]:
        """Start, stop and step for a sequence of that length."""

class range:
    """Integers from `start` to `stop` by `step`."""

    @overload
    @native("range::to")
    def __new__(stop: SupportsIndex) -> range:
        """The integers from 0 up to `stop`."""

    @overload
    @raises(ValueError)
    def __new__(start: SupportsIndex, stop: SupportsIndex, step: SupportsIndex = 1) -> range:
        """The integers from `start` up to `stop` by `step`."""

    def __contains__(self, value: int) -> bool:
        """Whether the integer is one of them."""

    @raises(OverflowError)
    def __len__(self) -> int:
        """The number of integers."""

    @overload
    @raises(IndexError)
    def __getitem__(self, index: SupportsIndex) -> int:
        """The integer at `index`."""

    @property
    @native("range::start")
    def start(self) -> int:
        """Where it begins."""

    @property
    @native("range::stop")
    def stop(self) -> int:
        """Where it ends, exclusive."""

    @property
    @native("range::step")
    def step(self) -> int:
        """The distance of two integers."""

    @overload
    @raises(ValueError, OverflowError)
    @native("range::getslice")
    def __getitem__(self, index: slice) -> range:
        """The range of a slice."""

    @raises(ValueError)
    def index(self, value: int, /) -> int:
        """Where the integer is."""

    def count(self, value: int, /) -> int:
        """1 where the integer is one of them, else 0."""

class list[T]:
    """A mutable sequence."""

    @raises(MemoryError)
    def __rmul__(self, count: SupportsIndex) -> list[T]:
        """The items repeated."""

    @raises(ValueError)
    @removes
    def remove(self, value: object) -> None:
        """Remove the first item that is equal."""

    @raises(ValueError)
    def index(self, value: object, start: SupportsIndex = 0, stop: SupportsIndex = 9223372036854775807) -> int:
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
    def __getitem__(self, index: SupportsIndex) -> T:
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
    def __setitem__(self, index: SupportsIndex, item: T) -> None:
        """Replace the item at `index`."""

    @overload
    @raises(ValueError)
    @removes
    @native("list::delslice")
    def __delitem__(self, index: slice) -> None:
        """Remove the items of a slice."""

    @overload
    @raises(IndexError)
    @removes
    def __delitem__(self, index: SupportsIndex) -> None:
        """Remove the item at `index`."""

    def __add__(self, other: list[T]) -> list[T]:
        """A list of the items of both."""

    @raises(MemoryError)
    def __mul__(self, count: SupportsIndex) -> list[T]:
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
    def insert(self, index: SupportsIndex, item: T) -> None:
        """Insert `item` before `index`."""

    @raises(IndexError)
    @removes
    def pop(self, index: SupportsIndex = -1) -> T:
        """Remove and return the item at `index`."""

    @raises(RuntimeError)
    @removes
    def clear(self) -> None:
        """Remove all items."""

    def copy(self) -> list[T]:
        """A shallow copy."""

    @raises(RuntimeError)
    @removes
    def reverse(self) -> None:
        """Reverse in place."""

    @raises(ValueError)
    @removes
    def sort(self, *, reverse: bool = False) -> None:
        """Sort in place."""

    def __contains__(self, item: object) -> bool:
        """Whether an item is equal."""

    @raises(MemoryError)
    @mutates
    def __imul__(self, count: SupportsIndex) -> None:
        """Repeat the items."""

class dict[K, V]:
    """A mapping, in order of insertion."""

    def __or__(self, other: dict[K, V]) -> dict[K, V]:
        """The items of both; those of `other` win."""

    @raises(RuntimeError)
    @mutates
    def __ior__(self, other: dict[K, V]) -> None:
        """Set all items of `other`."""

    @raises(KeyError)
    @removes
    def popitem(self) -> tuple[K, V]:
        """Remove and return the last item."""

    @overload
    @native("dict::copy")
    def __new__(other: dict[K, V], /) -> dict[K, V]:
        """A dict of the items of another."""

    @overload
    @raises(Exception)
    def __new__(other: Iterable[tuple[K, V]], /) -> dict[K, V]:
        """A dict of pairs of key and value."""

    @overload
    @staticmethod
    @raises(Exception)
    @native("dict::fromkeys_none")
    def fromkeys(keys: Iterable[K], /) -> dict[K, None]:
        """A dict with these keys, whose values are `None`."""

    @overload
    @staticmethod
    @raises(Exception)
    def fromkeys(keys: Iterable[K], value: V, /) -> dict[K, V]:
        """A dict with these keys, which share the value."""

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
    @removes
    def __delitem__(self, key: K) -> None:
        """Remove `key`."""

    @overload
    def get(self, key: K) -> V | None:
        """The value of `key`, or `None`."""

    @overload
    @native("dict::get_or")
    def get(self, key: K, default: V, /) -> V:
        """The value of `key`, or `default`."""

    @overload
    @native("dict::get_none")
    def get(self, key: K, default: None, /) -> V | None:
        """The value of `key`, or `None`."""

    @overload
    @native("dict::get_either")
    def get[D](self, key: K, default: D, /) -> V | D:
        """The value of `key`, or `default`."""

    @overload
    @raises(KeyError)
    @removes
    def pop(self, key: K) -> V:
        """Remove `key` and return its value."""

    @overload
    @raises(RuntimeError)
    @removes
    @native("dict::pop_or")
    def pop(self, key: K, default: V, /) -> V:
        """Remove `key` and return its value, or `default`."""

    @overload
    @raises(RuntimeError)
    @removes
    @native("dict::pop_none")
    def pop(self, key: K, default: None, /) -> V | None:
        """Remove `key` and return its value, or `None`."""

    @overload
    @raises(RuntimeError)
    @removes
    @native("dict::pop_either")
    def pop[D](self, key: K, default: D, /) -> V | D:
        """Remove `key` and return its value, or `default`."""

    @raises(RuntimeError)
    @mutates
    def setdefault(self, key: K, default: V) -> V:
        """The value of `key`, which is set to `default` if it is missing."""

    @overload
    @raises(RuntimeError)
    @mutates
    def update(self, other: dict[K, V], /) -> None:
        """Set all items of `other`."""

    @overload
    @raises(Exception)
    @mutates
    @native("dict::update_pairs")
    def update(self, other: Iterable[tuple[K, V]], /) -> None:
        """Set all pairs of key and value."""

    @raises(RuntimeError)
    @removes
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
    @removes
    def discard(self, item: T) -> None:
        """Remove an item if it is there."""

    @raises(KeyError)
    @removes
    def remove(self, item: T) -> None:
        """Remove an item."""

    @raises(RuntimeError)
    @removes
    def clear(self) -> None:
        """Remove all items."""

    def copy(self) -> set[T]:
        """A shallow copy."""

    def __contains__(self, item: object) -> bool:
        """Whether an item is equal."""

    @overload
    @raises(RuntimeError)
    @mutates
    def __ior__(self, other: set[T]) -> None:
        """Set algebra in place."""

    @overload
    @raises(RuntimeError)
    @mutates
    def __ior__(self, other: frozenset[T]) -> None:
        """Set algebra in place."""

    @overload
    @raises(RuntimeError)
    @mutates
    def __iand__(self, other: set[T]) -> None:
        """Set algebra in place."""

    @overload
    @raises(RuntimeError)
    @mutates
    def __iand__(self, other: frozenset[T]) -> None:
        """Set algebra in place."""

    @overload
    @raises(RuntimeError)
    @mutates
    def __isub__(self, other: set[T]) -> None:
        """Set algebra in place."""

    @overload
    @raises(RuntimeError)
    @mutates
    def __isub__(self, other: frozenset[T]) -> None:
        """Set algebra in place."""

    @overload
    @raises(RuntimeError)
    @mutates
    def __ixor__(self, other: set[T]) -> None:
        """Set algebra in place."""

    @overload
    @raises(RuntimeError)
    @mutates
    def __ixor__(self, other: frozenset[T]) -> None:
        """Set algebra in place."""

    @raises(Exception)
    @removes
    def intersection_update(self, others: Iterable[T], /) -> None:
        """Set algebra in place, with any iterable."""

    @raises(Exception)
    @removes
    def difference_update(self, others: Iterable[T], /) -> None:
        """Set algebra in place, with any iterable."""

    @raises(Exception)
    @mutates
    def symmetric_difference_update(self, others: Iterable[T], /) -> None:
        """Set algebra in place, with any iterable."""

    @raises(KeyError)
    @removes
    def pop(self) -> T:
        """Remove and return an item."""

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

    def copy(self) -> frozenset[T]:
        """The same."""

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
    def __getitem__(self, index: SupportsIndex) -> T:
        """The item at `index`."""

    @native("sequence::contains")
    def __contains__(self, item: object) -> bool:
        """Whether an item is equal."""

    @native("sequence::add")
    def __add__(self, other: tuple[T, ...]) -> tuple[T, ...]:
        """The items of both."""

    @native("sequence::count")
    def count(self, value: object, /) -> int:
        """How many items are equal."""

    @raises(ValueError)
    @native("sequence::index")
    def index(self, value: object, start: SupportsIndex = 0, stop: SupportsIndex = 9223372036854775807, /) -> int:
        """Where the first equal item is."""

    @raises(MemoryError)
    @native("sequence::mul")
    def __mul__(self, count: SupportsIndex) -> tuple[T, ...]:
        """The items repeated."""

    @raises(MemoryError)
    @native("sequence::mul")
    def __rmul__(self, count: SupportsIndex) -> tuple[T, ...]:
        """The items repeated."""

class str:
    """Text: a sequence of code points."""

    def __len__(self) -> int:
        """The number of code points."""

    @overload
    @raises(IndexError)
    def __getitem__(self, index: SupportsIndex) -> str:
        """The character at `index`."""

    @overload
    @raises(ValueError)
    @native("str::getslice")
    def __getitem__(self, index: slice) -> str:
        """The characters of a slice."""

    def __add__(self, other: str) -> str:
        """Both texts joined."""

    @raises(MemoryError)
    def __mul__(self, count: SupportsIndex) -> str:
        """The text repeated."""

    @raises(MemoryError)
    @native("str::mul")
    def __rmul__(self, count: SupportsIndex) -> str:
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
    def split(self, sep: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
        """Split on `sep`, or on runs of white space."""

    @raises(ValueError)
    def rsplit(self, sep: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
        """Split from the end."""

    def splitlines(self, keepends: bool = False) -> list[str]:
        """The lines."""

    @raises(Exception)
    def join(self, parts: Iterable[str]) -> str:
        """The parts with this text between them."""

    def replace(self, old: str, new: str, count: SupportsIndex = -1) -> str:
        """`old` replaced by `new`."""

    def find(self, part: str, start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> int:
        """Where `part` is found first, or -1."""

    def rfind(self, part: str, start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> int:
        """Where `part` is found last, or -1."""

    @raises(ValueError)
    def index(self, part: str, start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> int:
        """Where `part` is found first."""

    @raises(ValueError)
    def rindex(self, part: str, start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> int:
        """Where `part` is found last."""

    def count(self, part: str, start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> int:
        """How often `part` occurs."""

    @overload
    def startswith(self, prefix: str) -> bool:
        """Whether the text starts with `prefix`."""

    @overload
    @native("str::startswith_within")
    def startswith(self, prefix: str, start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> bool:
        """Whether the text starts with `prefix`, between `start` and `end`."""

    @overload
    @native("str::startswith_any")
    def startswith(self, prefix: tuple[str, ...], start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> bool:
        """Whether the text starts with any of the prefixes."""

    @overload
    def endswith(self, suffix: str) -> bool:
        """Whether the text ends with `suffix`."""

    @overload
    @native("str::endswith_within")
    def endswith(self, suffix: str, start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> bool:
        """Whether the text ends with `suffix`, between `start` and `end`."""

    @overload
    @native("str::endswith_any")
    def endswith(self, suffix: tuple[str, ...], start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> bool:
        """Whether the text ends with any of the suffixes."""

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

    def zfill(self, width: SupportsIndex) -> str:
        """Filled with zeros to `width`."""

    @raises(TypeError)
    def center(self, width: SupportsIndex, fill: str = " ") -> str:
        """Filled to `width`."""

    @raises(TypeError)
    def ljust(self, width: SupportsIndex, fill: str = " ") -> str:
        """Filled to `width`."""

    @raises(TypeError)
    def rjust(self, width: SupportsIndex, fill: str = " ") -> str:
        """Filled to `width`."""

    @raises(UnicodeEncodeError, LookupError)
    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        """The text as bytes."""

    @overload
    @native("str::empty")
    def __new__() -> str:
        """The empty text."""

    @overload
    @raises(UnicodeDecodeError, LookupError)
    @native("bytes::decode")
    def __new__(object: bytes, encoding: str, errors: str = "strict") -> str:
        """The text that the bytes encode."""

    def isidentifier(self) -> bool:
        """Whether the text is a name by Python's rules."""

    def expandtabs(self, tabsize: SupportsIndex = 8) -> str:
        """Tabs replaced by spaces up to the next column."""

    @overload
    @staticmethod
    @raises(ValueError)
    def maketrans(x: str, y: str, /) -> dict[int, int]:
        """A table for `translate`: each character of `x` becomes the one of `y` at its place."""

    @overload
    @staticmethod
    @raises(ValueError)
    @native("str::maketrans_deleting")
    def maketrans(x: str, y: str, z: str, /) -> dict[int, int | None]:
        """A table for `translate` that also leaves out the characters of `z`."""

    @overload
    @staticmethod
    @raises(ValueError)
    @native("str::maketrans_dict")
    def maketrans[V](x: dict[str, V], /) -> dict[int, V]:
        """A table for `translate`, from characters to what takes their place."""

    @overload
    @staticmethod
    @native("dict::copy")
    def maketrans[V](x: dict[int, V], /) -> dict[int, V]:
        """A table for `translate`, from code points to what takes their place."""

    @overload
    @raises(ValueError)
    def translate(self, table: dict[int, int]) -> str:
        """Each character replaced by what the table has for it."""

    @overload
    @raises(ValueError)
    def translate(self, table: dict[int, str]) -> str:
        """Each character replaced by what the table has for it."""

    @overload
    @raises(ValueError)
    def translate(self, table: dict[int, None]) -> str:
        """The characters that the table has left out."""

    @overload
    @raises(ValueError)
    def translate(self, table: dict[int, int | None]) -> str:
        """Each character replaced by what the table has for it; `None` leaves it out."""

    @overload
    @raises(ValueError)
    def translate(self, table: dict[int, str | None]) -> str:
        """Each character replaced by what the table has for it; `None` leaves it out."""

class bytes:
    """Bytes."""

    @raises(UnicodeDecodeError, LookupError)
    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """The text that the bytes encode."""

    @overload
    def hex(self) -> str:
        """Two hexadecimal digits for each byte."""

    @overload
    @raises(ValueError)
    @native("bytes::hex_separated")
    def hex(self, sep: str, bytes_per_sep: SupportsIndex = 1) -> str:
        """Two hexadecimal digits for each byte, with `sep` between groups."""

    @overload
    @raises(ValueError)
    @native("bytes::hex_separated_by_bytes")
    def hex(self, sep: bytes, bytes_per_sep: SupportsIndex = 1) -> str:
        """Two hexadecimal digits for each byte, with `sep` between groups."""

    @overload
    def startswith(self, prefix: bytes, start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> bool:
        """Whether the bytes start with `prefix`."""

    @overload
    @native("bytes::startswith_any")
    def startswith(self, prefix: tuple[bytes, ...], start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> bool:
        """Whether the bytes start with any of the prefixes."""

    @overload
    def endswith(self, suffix: bytes, start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> bool:
        """Whether the bytes end with `suffix`."""

    @overload
    @native("bytes::endswith_any")
    def endswith(self, suffix: tuple[bytes, ...], start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> bool:
        """Whether the bytes end with any of the suffixes."""

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
    def __getitem__(self, index: SupportsIndex) -> int:
        """The byte at `index`."""

    @overload
    @native("bytes::empty")
    def __new__() -> bytes:
        """No bytes."""

    @overload
    @native("bytes::copy")
    def __new__(source: bytes, /) -> bytes:
        """The same bytes."""

    @overload
    @native("bytearray::bytes")
    def __new__(source: bytearray, /) -> bytes:
        """The bytes as they are now."""

    @overload
    @raises(ValueError, MemoryError)
    @native("bytes::zeros")
    def __new__(source: SupportsIndex, /) -> bytes:
        """So many zeros."""

    @overload
    @raises(UnicodeEncodeError, LookupError)
    @native("str::encode")
    def __new__(source: str, encoding: str, errors: str = "strict") -> bytes:
        """The text as bytes."""

    @overload
    @raises(Exception)
    def __new__(source: Iterable[int], /) -> bytes:
        """The bytes of these numbers."""

    def __bool__(self) -> bool:
        """Whether there are any."""

    @raises(MemoryError)
    def __mul__(self, count: SupportsIndex) -> bytes:
        """The bytes repeated."""

    @raises(MemoryError)
    @native("bytes::mul")
    def __rmul__(self, count: SupportsIndex) -> bytes:
        """The bytes repeated."""

    def upper(self) -> bytes:
        """ASCII letters in upper case."""

    def lower(self) -> bytes:
        """ASCII letters in lower case."""

    def title(self) -> bytes:
        """Each ASCII word in title case."""

    def capitalize(self) -> bytes:
        """The first byte in upper case, the rest in lower case."""

    def swapcase(self) -> bytes:
        """ASCII letters with upper and lower case swapped."""

    def isalpha(self) -> bool:
        """As `bytes.isalpha` of Python."""

    def isdigit(self) -> bool:
        """As `bytes.isdigit` of Python."""

    def isalnum(self) -> bool:
        """As `bytes.isalnum` of Python."""

    def isspace(self) -> bool:
        """As `bytes.isspace` of Python."""

    def isupper(self) -> bool:
        """As `bytes.isupper` of Python."""

    def islower(self) -> bool:
        """As `bytes.islower` of Python."""

    def istitle(self) -> bool:
        """As `bytes.istitle` of Python."""

    def isascii(self) -> bool:
        """As `bytes.isascii` of Python."""

    def strip(self, bytes: bytes | None = None, /) -> bytes:
        """Without the given bytes, or white space, at both ends."""

    def lstrip(self, bytes: bytes | None = None, /) -> bytes:
        """Without the given bytes, or white space, at the start."""

    def rstrip(self, bytes: bytes | None = None, /) -> bytes:
        """Without the given bytes, or white space, at the end."""

    @overload
    def find(self, part: bytes, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """Where `part` is found first, or -1."""

    @overload
    @raises(ValueError)
    @native("bytes::find_byte")
    def find(self, byte: SupportsIndex, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """Where `byte` is found first, or -1."""

    @overload
    def rfind(self, part: bytes, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """Where `part` is found last, or -1."""

    @overload
    @raises(ValueError)
    @native("bytes::rfind_byte")
    def rfind(self, byte: SupportsIndex, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """Where `byte` is found last, or -1."""

    @overload
    def count(self, part: bytes, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """How often `part` occurs."""

    @overload
    @raises(ValueError)
    @native("bytes::count_byte")
    def count(self, byte: SupportsIndex, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """How often `byte` occurs."""

    @overload
    @raises(ValueError)
    def index(self, part: bytes, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """Where `part` is found first."""

    @overload
    @raises(ValueError)
    @native("bytes::index_byte")
    def index(self, byte: SupportsIndex, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """Where `byte` is found first."""

    @overload
    @raises(ValueError)
    def rindex(self, part: bytes, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """Where `part` is found last."""

    @overload
    @raises(ValueError)
    @native("bytes::rindex_byte")
    def rindex(self, byte: SupportsIndex, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """Where `byte` is found last."""

    @raises(TypeError)
    def ljust(self, width: SupportsIndex, fillbyte: bytes = b" ", /) -> bytes:
        """Filled to `width`."""

    @raises(TypeError)
    def rjust(self, width: SupportsIndex, fillbyte: bytes = b" ", /) -> bytes:
        """Filled to `width`."""

    @raises(TypeError)
    def center(self, width: SupportsIndex, fillbyte: bytes = b" ", /) -> bytes:
        """Filled to `width`."""

    @raises(ValueError)
    def split(self, sep: bytes | None = None, maxsplit: SupportsIndex = -1) -> list[bytes]:
        """Split on `sep`, or on runs of white space."""

    @raises(ValueError)
    def rsplit(self, sep: bytes | None = None, maxsplit: SupportsIndex = -1) -> list[bytes]:
        """Split from the end."""

    def splitlines(self, keepends: bool = False) -> list[bytes]:
        """The lines."""

    @raises(Exception)
    def join(self, parts: Iterable[bytes], /) -> bytes:
        """The parts with these bytes between them."""

    def replace(self, old: bytes, new: bytes, count: SupportsIndex = -1, /) -> bytes:
        """`old` replaced by `new`."""

    def removeprefix(self, prefix: bytes, /) -> bytes:
        """Without `prefix`."""

    def removesuffix(self, suffix: bytes, /) -> bytes:
        """Without `suffix`."""

    @raises(ValueError)
    def partition(self, sep: bytes, /) -> tuple[bytes, bytes, bytes]:
        """Before, at and behind `sep`."""

    @raises(ValueError)
    def rpartition(self, sep: bytes, /) -> tuple[bytes, bytes, bytes]:
        """Before, at and behind `sep`."""

    def zfill(self, width: SupportsIndex, /) -> bytes:
        """Filled with zeros to `width`."""

    def expandtabs(self, tabsize: SupportsIndex = 8) -> bytes:
        """Tabs replaced by spaces up to the next column."""

    @staticmethod
    @raises(ValueError)
    def fromhex(string: str, /) -> bytes:
        """The bytes that pairs of hexadecimal digits say."""

    @staticmethod
    @raises(ValueError)
    def maketrans(frm: bytes, to: bytes, /) -> bytes:
        """A table for `translate`."""

    @raises(ValueError)
    def translate(self, table: bytes | None, /, delete: bytes = b"") -> bytes:
        """Each byte replaced by what the table has for it; the bytes of `delete` are left out."""

class bytearray:
    """Bytes that can be changed."""

    @raises(UnicodeDecodeError, LookupError)
    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """The text that the bytes encode."""

    @overload
    def hex(self) -> str:
        """Two hexadecimal digits for each byte."""

    @overload
    @raises(ValueError)
    @native("bytearray::hex_separated")
    def hex(self, sep: str, bytes_per_sep: SupportsIndex = 1) -> str:
        """Two hexadecimal digits for each byte, with `sep` between groups."""

    @overload
    @raises(ValueError)
    @native("bytearray::hex_separated_by_bytes")
    def hex(self, sep: bytes, bytes_per_sep: SupportsIndex = 1) -> str:
        """Two hexadecimal digits for each byte, with `sep` between groups."""

    @overload
    def startswith(self, prefix: bytes, start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> bool:
        """Whether the bytes start with `prefix`."""

    @overload
    @native("bytearray::startswith_any")
    def startswith(self, prefix: tuple[bytes, ...], start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> bool:
        """Whether the bytes start with any of the prefixes."""

    @overload
    def endswith(self, suffix: bytes, start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> bool:
        """Whether the bytes end with `suffix`."""

    @overload
    @native("bytearray::endswith_any")
    def endswith(self, suffix: tuple[bytes, ...], start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> bool:
        """Whether the bytes end with any of the suffixes."""

    def __add__(self, other: Buffer) -> bytearray:
        """Both joined."""

    @overload
    def __contains__(self, part: Buffer) -> bool:
        """Whether `part` occurs in the bytes."""

    @overload
    @raises(ValueError)
    @native("bytearray::contains_byte")
    def __contains__(self, byte: int) -> bool:
        """Whether the byte is one of them."""

    @overload
    @raises(ValueError)
    @native("bytearray::getslice")
    def __getitem__(self, index: slice) -> bytearray:
        """The bytes of a slice."""

    def __iter__(self) -> Iterator[int]:
        """The bytes as numbers."""

    def __len__(self) -> int:
        """The number of bytes."""

    @overload
    @raises(IndexError)
    def __getitem__(self, index: SupportsIndex) -> int:
        """The byte at `index`."""

    @overload
    @native("bytearray::empty")
    def __new__() -> bytearray:
        """No bytes."""

    @overload
    @native("bytearray::of_buffer")
    def __new__(source: Buffer, /) -> bytearray:
        """A copy of the bytes."""

    @overload
    @raises(ValueError, MemoryError)
    @native("bytearray::zeros")
    def __new__(source: SupportsIndex, /) -> bytearray:
        """So many zeros."""

    @overload
    @raises(UnicodeEncodeError, LookupError)
    @native("bytearray::encoded")
    def __new__(source: str, encoding: str, errors: str = "strict") -> bytearray:
        """The text as bytes."""

    @overload
    @raises(Exception)
    def __new__(source: Iterable[int], /) -> bytearray:
        """The bytes of these numbers."""

    @overload
    @raises(ValueError)
    @mutates
    @native("bytearray::setslice_bytes")
    def __setitem__(self, index: slice, items: Buffer) -> None:
        """Replace the bytes of a slice."""

    @overload
    @raises(Exception)
    @mutates
    @native("bytearray::setslice")
    def __setitem__(self, index: slice, items: Iterable[int]) -> None:
        """Replace the bytes of a slice."""

    @overload
    @raises(IndexError, ValueError)
    @mutates
    def __setitem__(self, index: SupportsIndex, item: SupportsIndex) -> None:
        """Replace the byte at `index`."""

    @overload
    @raises(ValueError)
    @mutates
    @native("bytearray::delslice")
    def __delitem__(self, index: slice) -> None:
        """Remove the bytes of a slice."""

    @overload
    @raises(IndexError)
    @mutates
    def __delitem__(self, index: SupportsIndex) -> None:
        """Remove the byte at `index`."""

    @native("object::less")
    def __lt__(self, other: bytearray) -> bool:
        """Comparison byte by byte."""

    @native("bytearray::radd")
    def __radd__(self, other: bytes) -> bytes:
        """Both joined."""

    @raises(BufferError)
    @mutates
    def __iadd__(self, other: Buffer) -> None:
        """Add bytes at the end."""

    @raises(MemoryError)
    @mutates
    def __imul__(self, count: SupportsIndex) -> None:
        """Repeat the bytes."""

    @raises(ValueError)
    @mutates
    def append(self, item: SupportsIndex, /) -> None:
        """Add a byte at the end."""

    @overload
    @raises(RuntimeError)
    @mutates
    @native("bytearray::extend_bytes")
    def extend(self, items: Buffer, /) -> None:
        """Add bytes at the end."""

    @overload
    @raises(Exception)
    @mutates
    def extend(self, items: Iterable[int], /) -> None:
        """Add the bytes of these numbers at the end."""

    @raises(ValueError)
    @mutates
    def insert(self, index: SupportsIndex, item: SupportsIndex, /) -> None:
        """Insert a byte before `index`."""

    @raises(IndexError)
    @mutates
    def pop(self, index: SupportsIndex = -1, /) -> int:
        """Remove and return the byte at `index`."""

    @raises(ValueError)
    @mutates
    def remove(self, value: int, /) -> None:
        """Remove the first such byte."""

    @raises(RuntimeError)
    @mutates
    def reverse(self) -> None:
        """Reverse in place."""

    @raises(RuntimeError)
    @mutates
    def clear(self) -> None:
        """Remove all bytes."""

    def copy(self) -> bytearray:
        """A copy."""

    def __bool__(self) -> bool:
        """Whether there are any."""

    @raises(MemoryError)
    def __mul__(self, count: SupportsIndex) -> bytearray:
        """The bytes repeated."""

    @raises(MemoryError)
    @native("bytearray::mul")
    def __rmul__(self, count: SupportsIndex) -> bytearray:
        """The bytes repeated."""

    def upper(self) -> bytearray:
        """ASCII letters in upper case."""

    def lower(self) -> bytearray:
        """ASCII letters in lower case."""

    def title(self) -> bytearray:
        """Each ASCII word in title case."""

    def capitalize(self) -> bytearray:
        """The first byte in upper case, the rest in lower case."""

    def swapcase(self) -> bytearray:
        """ASCII letters with upper and lower case swapped."""

    def isalpha(self) -> bool:
        """As `bytes.isalpha` of Python."""

    def isdigit(self) -> bool:
        """As `bytes.isdigit` of Python."""

    def isalnum(self) -> bool:
        """As `bytes.isalnum` of Python."""

    def isspace(self) -> bool:
        """As `bytes.isspace` of Python."""

    def isupper(self) -> bool:
        """As `bytes.isupper` of Python."""

    def islower(self) -> bool:
        """As `bytes.islower` of Python."""

    def istitle(self) -> bool:
        """As `bytes.istitle` of Python."""

    def isascii(self) -> bool:
        """As `bytes.isascii` of Python."""

    def strip(self, bytes: bytes | None = None, /) -> bytearray:
        """Without the given bytes, or white space, at both ends."""

    def lstrip(self, bytes: bytes | None = None, /) -> bytearray:
        """Without the given bytes, or white space, at the start."""

    def rstrip(self, bytes: bytes | None = None, /) -> bytearray:
        """Without the given bytes, or white space, at the end."""

    @overload
    def find(self, part: bytes, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """Where `part` is found first, or -1."""

    @overload
    @raises(ValueError)
    @native("bytearray::find_byte")
    def find(self, byte: SupportsIndex, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """Where `byte` is found first, or -1."""

    @overload
    def rfind(self, part: bytes, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """Where `part` is found last, or -1."""

    @overload
    @raises(ValueError)
    @native("bytearray::rfind_byte")
    def rfind(self, byte: SupportsIndex, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """Where `byte` is found last, or -1."""

    @overload
    def count(self, part: bytes, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """How often `part` occurs."""

    @overload
    @raises(ValueError)
    @native("bytearray::count_byte")
    def count(self, byte: SupportsIndex, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """How often `byte` occurs."""

    @overload
    @raises(ValueError)
    def index(self, part: bytes, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """Where `part` is found first."""

    @overload
    @raises(ValueError)
    @native("bytearray::index_byte")
    def index(self, byte: SupportsIndex, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """Where `byte` is found first."""

    @overload
    @raises(ValueError)
    def rindex(self, part: bytes, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """Where `part` is found last."""

    @overload
    @raises(ValueError)
    @native("bytearray::rindex_byte")
    def rindex(self, byte: SupportsIndex, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        """Where `byte` is found last."""

    @raises(TypeError)
    def ljust(self, width: SupportsIndex, fillbyte: bytes = b" ", /) -> bytearray:
        """Filled to `width`."""

    @raises(TypeError)
    def rjust(self, width: SupportsIndex, fillbyte: bytes = b" ", /) -> bytearray:
        """Filled to `width`."""

    @raises(TypeError)
    def center(self, width: SupportsIndex, fillbyte: bytes = b" ", /) -> bytearray:
        """Filled to `width`."""

    @raises(ValueError)
    def split(self, sep: bytes | None = None, maxsplit: SupportsIndex = -1) -> list[bytearray]:
        """Split on `sep`, or on runs of white space."""

    @raises(ValueError)
    def rsplit(self, sep: bytes | None = None, maxsplit: SupportsIndex = -1) -> list[bytearray]:
        """Split from the end."""

    def splitlines(self, keepends: bool = False) -> list[bytearray]:
        """The lines."""

    @raises(Exception)
    def join(self, parts: Iterable[bytes], /) -> bytearray:
        """The parts with these bytes between them."""

    def replace(self, old: bytes, new: bytes, count: SupportsIndex = -1, /) -> bytearray:
        """`old` replaced by `new`."""

    def removeprefix(self, prefix: bytes, /) -> bytearray:
        """Without `prefix`."""

    def removesuffix(self, suffix: bytes, /) -> bytearray:
        """Without `suffix`."""

    @raises(ValueError)
    def partition(self, sep: bytes, /) -> tuple[bytearray, bytearray, bytearray]:
        """Before, at and behind `sep`."""

    @raises(ValueError)
    def rpartition(self, sep: bytes, /) -> tuple[bytearray, bytearray, bytearray]:
        """Before, at and behind `sep`."""

    def zfill(self, width: SupportsIndex, /) -> bytearray:
        """Filled with zeros to `width`."""

    def expandtabs(self, tabsize: SupportsIndex = 8) -> bytearray:
        """Tabs replaced by spaces up to the next column."""

    @staticmethod
    @raises(ValueError)
    def fromhex(string: str, /) -> bytearray:
        """The bytes that pairs of hexadecimal digits say."""

    @staticmethod
    @raises(ValueError)
    @native("bytes::maketrans")
    def maketrans(frm: bytes, to: bytes, /) -> bytes:
        """A table for `translate`."""

    @raises(ValueError)
    def translate(self, table: bytes | None, /, delete: bytes = b"") -> bytearray:
        """Each byte replaced by what the table has for it; the bytes of `delete` are left out."""

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
@native("complex::sum")
def sum(iterable: Iterable[complex]) -> complex | int:
    """The sum of the items; the `int` 0 of none."""

@overload
@raises(Exception)
@native("complex::sum_from")
def sum(iterable: Iterable[complex], start: complex) -> complex:
    """The sum of the items."""

@overload
@raises(Exception)
@native("builtins::sum_tuples")
def sum[T](iterable: Iterable[tuple[T, ...]], start: tuple[T, ...]) -> tuple[T, ...]:
    """The tuples joined."""

@overload
@raises(Exception)
@native("builtins::sum_lists")
def sum[T](iterable: Iterable[list[T]], start: list[T]) -> list[T]:
    """The lists joined."""

@overload
@raises(Exception)
@native("builtins::min_default")
def min[T: Comparable](iterable: Iterable[T], *, default: T) -> T:
    """The least item, or `default` of none."""

@overload
@raises(Exception)
@native("builtins::min_none")
def min[T: Comparable](iterable: Iterable[T], *, default: None) -> T | None:
    """The least item, or `None` of none."""

@overload
@raises(Exception)
@native("builtins::min_either")
def min[T: Comparable, D](iterable: Iterable[T], *, default: D) -> T | D:
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
@raises(Exception)
@native("builtins::max_none")
def max[T: Comparable](iterable: Iterable[T], *, default: None) -> T | None:
    """The greatest item, or `None` of none."""

@overload
@raises(Exception)
@native("builtins::max_either")
def max[T: Comparable, D](iterable: Iterable[T], *, default: D) -> T | D:
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

def enumerate[T](iterable: Iterable[T], start: SupportsIndex = 0) -> Iterator[tuple[int, T]]:
    """Pairs of count and item."""

@raises(ValueError)
def chr(code: SupportsIndex) -> str:
    """The character of a code point."""

@overload
@raises(TypeError)
@native("builtins::ord_bytes")
def ord(text: bytes) -> int:
    """The number of a single byte."""

@overload
@raises(TypeError)
def ord(text: str) -> int:
    """The code point of a character."""

def hex(value: SupportsIndex) -> str:
    """The integer as text."""

def bin(value: SupportsIndex) -> str:
    """The integer as text."""

def oct(value: SupportsIndex) -> str:
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
@raises(ZeroDivisionError, OverflowError)
@native("datetime::timedelta::divmod")
def divmod(a: datetime.timedelta, b: datetime.timedelta) -> tuple[int, datetime.timedelta]:
    """How often it goes, and what is left."""

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
@raises(OverflowError, ValueError)
@native("int::pow_unknown")
def pow(base: int, exp: int) -> int:
    """Power; a negative exponent, which gives a float in Python, raises."""

@overload
@raises(ZeroDivisionError, OverflowError, ValueError)
@native("float::pow")
def pow(base: float, exp: float) -> float:
    """Power."""

@overload
@raises(ZeroDivisionError, OverflowError)
@native("complex::pow")
def pow(base: complex, exp: complex) -> complex:
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
@native("sequence::reversed")
def reversed[T](sequence: tuple[T, ...]) -> Iterator[T]:
    """The items from the last to the first."""

@overload
@native("dict::reversed")
def reversed[K, V](sequence: dict[K, V]) -> Iterator[K]:
    """The keys from the last to the first."""

@overload
@native("bytearray::reversed")
def reversed(sequence: bytearray) -> Iterator[int]:
    """The bytes from the last to the first."""

@overload
@native("bytes::reversed")
def reversed(sequence: bytes) -> Iterator[int]:
    """The bytes from the last to the first."""

@overload
@native("range::reversed")
def reversed(sequence: range) -> Iterator[int]:
    """The integers from the last to the first."""

@overload
@native("builtins::zip1")
def zip[A](a: Iterable[A], /) -> Iterator[tuple[A]]:
    """Tuples of items side by side."""

@overload
@native("builtins::zip")
def zip[A, B](a: Iterable[A], b: Iterable[B], /) -> Iterator[tuple[A, B]]:
    """Tuples of items side by side."""

@overload
@native("builtins::zip3")
def zip[A, B, C](a: Iterable[A], b: Iterable[B], c: Iterable[C], /) -> Iterator[tuple[A, B, C]]:
    """Tuples of items side by side."""

@overload
@native("builtins::zip4")
def zip[A, B, C, D](a: Iterable[A], b: Iterable[B], c: Iterable[C], d: Iterable[D], /) -> Iterator[tuple[A, B, C, D]]:
    """Tuples of items side by side."""

@overload
@native("builtins::zip5")
def zip[A, B, C, D, E](a: Iterable[A], b: Iterable[B], c: Iterable[C], d: Iterable[D], e: Iterable[E], /) -> Iterator[tuple[A, B, C, D, E]]:
    """Tuples of items side by side."""

@overload
@native("builtins::zip6")
def zip[A, B, C, D, E, F](a: Iterable[A], b: Iterable[B], c: Iterable[C], d: Iterable[D], e: Iterable[E], f: Iterable[F], /) -> Iterator[tuple[A, B, C, D, E, F]]:
    """Tuples of items side by side."""

@raises(Exception)
@native("itertools::zip_all")
def _zip_all[T](iterables: Iterable[Iterable[T]]) -> Iterator[tuple[T, ...]]:
    """Tuples of items side by side."""

@overload
@native("builtins::zip1")
def _zip_strict[A](a: Iterable[A], /) -> Iterator[tuple[A]]:
    """Tuples of items side by side; ValueError where one is longer."""

@overload
@native("builtins::zip_strict")
def _zip_strict[A, B](a: Iterable[A], b: Iterable[B], /) -> Iterator[tuple[A, B]]:
    """Tuples of items side by side; ValueError where one is longer."""

@overload
@native("builtins::zip3_strict")
def _zip_strict[A, B, C](a: Iterable[A], b: Iterable[B], c: Iterable[C], /) -> Iterator[tuple[A, B, C]]:
    """Tuples of items side by side; ValueError where one is longer."""

@overload
@native("builtins::zip4_strict")
def _zip_strict[A, B, C, D](a: Iterable[A], b: Iterable[B], c: Iterable[C], d: Iterable[D], /) -> Iterator[tuple[A, B, C, D]]:
    """Tuples of items side by side; ValueError where one is longer."""

@overload
@native("builtins::zip5_strict")
def _zip_strict[A, B, C, D, E](a: Iterable[A], b: Iterable[B], c: Iterable[C], d: Iterable[D], e: Iterable[E], /) -> Iterator[tuple[A, B, C, D, E]]:
    """Tuples of items side by side; ValueError where one is longer."""

@overload
@native("builtins::zip6_strict")
def _zip_strict[A, B, C, D, E, F](a: Iterable[A], b: Iterable[B], c: Iterable[C], d: Iterable[D], e: Iterable[E], f: Iterable[F], /) -> Iterator[tuple[A, B, C, D, E, F]]:
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
