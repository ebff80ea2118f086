"""Containers beside the built-in ones."""

class deque[T]:
    """A sequence that is fast at both ends."""

    @overload
    @raises(ValueError)
    @native("collections::deque::empty")
    def __new__(*, maxlen: int | None = None) -> deque[Never]:
        """An empty deque."""

    @overload
    @raises(Exception)
    def __new__(iterable: Iterable[T], maxlen: int | None = None) -> deque[T]:
        """A deque of the items, the last `maxlen` of them."""

    @property
    def maxlen(self) -> int | None:
        """The most items that it holds."""

    def __len__(self) -> int:
        """The number of items."""

    def __contains__(self, item: object) -> bool:
        """Whether an item is equal."""

    @raises(IndexError)
    def __getitem__(self, index: int) -> T:
        """The item at `index`."""

    @raises(IndexError)
    @mutates
    def __setitem__(self, index: int, value: T) -> None:
        """Set the item at `index`."""

    @raises(IndexError)
    @mutates
    def __delitem__(self, index: int) -> None:
        """Remove the item at `index`."""

    @native("object::less")
    def __lt__(self, other: deque[T]) -> bool:
        """Comparison item by item."""

    def __add__(self, other: deque[T]) -> deque[T]:
        """A deque of the items of both."""

    @overload
    @raises(RuntimeError)
    @mutates
    @native("collections::deque::extend_deque")
    def __iadd__(self, other: deque[T]) -> None:
        """Add the items of another at the right."""

    @overload
    @raises(Exception)
    @mutates
    @native("collections::deque::extend")
    def __iadd__(self, iterable: Iterable[T]) -> None:
        """Add items at the right."""

    @raises(MemoryError)
    def __mul__(self, count: int) -> deque[T]:
        """The items repeated."""

    @raises(MemoryError)
    @native("collections::deque::mul")
    def __rmul__(self, count: int) -> deque[T]:
        """The items repeated."""

    @raises(RuntimeError)
    @mutates
    def append(self, item: T) -> None:
        """Add `item` at the right."""

    @raises(RuntimeError)
    @mutates
    def appendleft(self, item: T) -> None:
        """Add `item` at the left."""

    @raises(IndexError)
    @mutates
    def pop(self) -> T:
        """Remove and return the rightmost item."""

    @raises(IndexError)
    @mutates
    def popleft(self) -> T:
        """Remove and return the leftmost item."""

    @overload
    @raises(RuntimeError)
    @mutates
    @native("collections::deque::extend_deque")
    def extend(self, iterable: deque[T]) -> None:
        """Add the items of another at the right."""

    @overload
    @raises(Exception)
    @mutates
    def extend(self, iterable: Iterable[T]) -> None:
        """Add items at the right."""

    @overload
    @raises(RuntimeError)
    @mutates
    @native("collections::deque::extendleft_deque")
    def extendleft(self, iterable: deque[T]) -> None:
        """Add the items of another at the left, one after the other."""

    @overload
    @raises(Exception)
    @mutates
    def extendleft(self, iterable: Iterable[T]) -> None:
        """Add items at the left, one after the other."""

    @raises(RuntimeError)
    @mutates
    def rotate(self, n: int = 1) -> None:
        """Move `n` items from the right end to the left."""

    @raises(IndexError)
    @mutates
    def insert(self, index: int, item: T) -> None:
        """Put `item` before `index`."""

    @raises(ValueError)
    @mutates
    def remove(self, value: object) -> None:
        """Remove the first item that is equal."""

    @raises(ValueError)
    def index(self, value: object, start: int = 0, stop: int = 9223372036854775807) -> int:
        """The place of the first item that is equal."""

    def count(self, value: object) -> int:
        """How many items are equal."""

    @raises(RuntimeError)
    @mutates
    def reverse(self) -> None:
        """Reverse in place."""

    @raises(RuntimeError)
    @mutates
    def clear(self) -> None:
        """Remove all items."""

    def copy(self) -> deque[T]:
        """A shallow copy."""

class defaultdict[K, V](dict[K, V]):
    """A dict that makes the value of a missing key."""

    @overload
    def __new__(default_factory: Callable[[], V], /) -> defaultdict[Never, V]:
        """An empty dict with a factory of values."""

    @overload
    @native("collections::defaultdict::plain")
    def __new__(default_factory: None, /) -> defaultdict[Never, Never]:
        """A dict without a factory."""

    @overload
    @native("collections::defaultdict::of_dict")
    def __new__(default_factory: Callable[[], V], mapping: dict[K, V], /) -> defaultdict[K, V]:
        """The items of a mapping with a factory of values."""

    @overload
    @raises(Exception)
    @native("collections::defaultdict::of_pairs")
    def __new__(default_factory: Callable[[], V], pairs: Iterable[tuple[K, V]], /) -> defaultdict[K, V]:
        """The pairs of key and value with a factory of values."""

    @raises(Exception)
    @mutates
    def __getitem__(self, key: K) -> V:
        """The value of `key`, made and put in where it is missing."""

    def copy(self) -> defaultdict[K, V]:
        """A shallow copy."""

    def __or__(self, other: dict[K, V]) -> defaultdict[K, V]:
        """The items of both; those of `other` win."""

class OrderedDict[K, V](dict[K, V]):
    """A dict whose order can be changed."""

    @overload
    @native("collections::ordered_dict::empty")
    def __new__() -> OrderedDict[Never, Never]:
        """An empty dict."""

    @overload
    @native("collections::ordered_dict::of_dict")
    def __new__(mapping: dict[K, V], /) -> OrderedDict[K, V]:
        """A dict of the items of another."""

    @overload
    @raises(Exception)
    def __new__(pairs: Iterable[tuple[K, V]], /) -> OrderedDict[K, V]:
        """A dict of pairs of key and value."""

    @raises(KeyError)
    @mutates
    def move_to_end(self, key: K, last: bool = True) -> None:
        """Move a key to either end."""

    @raises(KeyError)
    @mutates
    def popitem(self, last: bool = True) -> tuple[K, V]:
        """Remove and return the item at either end."""

    def keys(self) -> Iterator[K]:
        """The keys."""

    def values(self) -> Iterator[V]:
        """The values."""

    def items(self) -> Iterator[tuple[K, V]]:
        """The pairs of key and value."""

    @native("collections::ordered_dict::of_dict")
    def copy(self) -> OrderedDict[K, V]:
        """A shallow copy."""

    def __or__(self, other: dict[K, V]) -> OrderedDict[K, V]:
        """The items of both; those of `other` win."""

class Counter[T](dict[T, int]):
    """How often each item is there."""

    @overload
    @native("collections::counter::empty")
    def __new__() -> Counter[Never]:
        """A counter of nothing."""

    @overload
    @native("collections::counter::of_dict")
    def __new__(mapping: dict[T, int], /) -> Counter[T]:
        """The counts of a mapping."""

    @overload
    @refused("a `Counter` holds `int` counts in compiled code", "use a `dict` or a `defaultdict(float)`")
    def __new__[V](mapping: dict[T, V], /) -> Counter[T]:
        """Counts that are no integers."""

    @overload
    @raises(Exception)
    def __new__(iterable: Iterable[T], /) -> Counter[T]:
        """How often each item of an iterable is there."""

    def __getitem__(self, key: T) -> int:
        """The count of `key`; 0 where it is missing."""

    @raises(RuntimeError)
    @mutates
    def __delitem__(self, key: T) -> None:
        """Remove `key` if it is there."""

    @overload
    @raises(OverflowError)
    @mutates
    @native("collections::counter::update_counts")
    def update(self, mapping: dict[T, int], /) -> None:
        """Add counts."""

    @overload
    @raises(Exception)
    @mutates
    def update(self, iterable: Iterable[T], /) -> None:
        """Count items."""

    @overload
    @raises(OverflowError)
    @mutates
    @native("collections::counter::subtract_counts")
    def subtract(self, mapping: dict[T, int], /) -> None:
        """Take counts away."""

    @overload
    @raises(Exception)
    @mutates
    def subtract(self, iterable: Iterable[T], /) -> None:
        """Take items away."""

    def most_common(self, n: int | None = None) -> list[tuple[T, int]]:
        """The greatest counts first."""

    def elements(self) -> Iterator[T]:
        """Each item as often as it counts."""

    @raises(OverflowError)
    def total(self) -> int:
        """The sum of the counts."""

    def copy(self) -> Counter[T]:
        """A shallow copy."""

    @raises(OverflowError)
    def __add__(self, other: Counter[T]) -> Counter[T]:
        """The sums of the counts that are above 0."""

    @raises(OverflowError)
    def __sub__(self, other: Counter[T]) -> Counter[T]:
        """The differences of the counts that are above 0."""

    @overload
    @raises(OverflowError)
    def __or__(self, other: Counter[T]) -> Counter[T]:
        """The greater counts."""

    @overload
    @native("dict::or")
    def __or__(self, other: dict[T, int]) -> dict[T, int]:
        """The items of both as a dict; those of `other` win."""

    @raises(OverflowError)
    def __and__(self, other: Counter[T]) -> Counter[T]:
        """The smaller counts."""

    @raises(OverflowError)
    def __pos__(self) -> Counter[T]:
        """The counts above 0."""

    @raises(OverflowError)
    def __neg__(self) -> Counter[T]:
        """The negated counts that are above 0."""

    @raises(OverflowError)
    @mutates
    def __iadd__(self, other: Counter[T]) -> None:
        """Add counts; those that are not above 0 are removed."""

    @raises(OverflowError)
    @mutates
    def __isub__(self, other: Counter[T]) -> None:
        """Take counts away; those that are not above 0 are removed."""

    @raises(RuntimeError)
    @mutates
    def __ior__(self, other: Counter[T]) -> None:
        """Keep the greater counts."""

    @raises(RuntimeError)
    @mutates
    def __iand__(self, other: Counter[T]) -> None:
        """Keep the smaller counts."""
