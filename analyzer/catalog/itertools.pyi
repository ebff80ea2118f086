"""Iterators that make iterators."""

def chain[T](*iterables: Iterable[T]) -> Iterator[T]:
    """One iterable after another."""

@native("itertools::chain_from_iterable")
def _chain_from_iterable[T](iterable: Iterable[Iterable[T]]) -> Iterator[T]:
    """The items of the iterables that an iterable gives."""

@native("itertools::chain_from_iterable")
def _chain_all[T](iterables: Iterable[Iterable[T]]) -> Iterator[T]:
    """One iterable after another."""

@overload
@raises(ValueError)
def islice[T](iterable: Iterable[T], stop: int | None) -> Iterator[T]:
    """The items from `start` to before `stop`."""

@overload
@raises(ValueError)
@native("itertools::islice_from")
def islice[T](iterable: Iterable[T], start: int | None, stop: int | None, step: int | None = None) -> Iterator[T]:
    """The items from `start` to before `stop`."""

@overload
def count(start: int = 0, step: int = 1) -> Iterator[int]:
    """Counts up without end."""

@overload
@refused("the first number is an `int` and the others are `float`s", "begin with a float: `count(float(start), step)`")
def count(start: int, step: float) -> Iterator[float]:
    """Counts up without end."""

@overload
@native("itertools::count_float")
def count(start: float, step: float = 1.0) -> Iterator[float]:
    """Counts up without end."""

def cycle[T](iterable: Iterable[T]) -> Iterator[T]:
    """The items over and over."""

def repeat[T](object: T, times: int | None = None) -> Iterator[T]:
    """One value over and over."""

@overload
@refused("the first total of `bool`s is a `bool` and the others are `int`s", "convert them: `accumulate(map(int, values))`")
def accumulate(iterable: Iterable[bool]) -> Iterator[int]:
    """Running totals."""

@overload
def accumulate(iterable: Iterable[int]) -> Iterator[int]:
    """Running totals."""

@overload
@native("itertools::accumulate_from")
def accumulate(iterable: Iterable[int], *, initial: int) -> Iterator[int]:
    """Running totals."""

@overload
@native("itertools::accumulate_float")
def accumulate(iterable: Iterable[float]) -> Iterator[float]:
    """Running totals."""

@overload
@native("itertools::accumulate_float_from")
def accumulate(iterable: Iterable[float], *, initial: float) -> Iterator[float]:
    """Running totals."""

@overload
@native("itertools::accumulate_str")
def accumulate(iterable: Iterable[str]) -> Iterator[str]:
    """Running totals."""

@overload
@native("itertools::accumulate_by")
def accumulate[T](iterable: Iterable[T], func: Callable[[T, T], T]) -> Iterator[T]:
    """Running totals."""

@overload
@native("itertools::accumulate_by_from")
def accumulate[T](iterable: Iterable[T], func: Callable[[T, T], T], *, initial: T) -> Iterator[T]:
    """Running totals."""

@overload
@raises(Exception)
@native("itertools::combinations1")
def combinations[T](iterable: Iterable[T], r: Literal[1]) -> Iterator[tuple[T]]:
    """Tuples of items in order."""

@overload
@raises(Exception)
@native("itertools::combinations2")
def combinations[T](iterable: Iterable[T], r: Literal[2]) -> Iterator[tuple[T, T]]:
    """Tuples of items in order."""

@overload
@raises(Exception)
@native("itertools::combinations3")
def combinations[T](iterable: Iterable[T], r: Literal[3]) -> Iterator[tuple[T, T, T]]:
    """Tuples of items in order."""

@overload
@raises(Exception)
@native("itertools::combinations4")
def combinations[T](iterable: Iterable[T], r: Literal[4]) -> Iterator[tuple[T, T, T, T]]:
    """Tuples of items in order."""

@overload
@raises(Exception)
@native("itertools::combinations")
def combinations[T](iterable: Iterable[T], r: int) -> Iterator[tuple[T, ...]]:
    """Tuples of items in order."""

@overload
@raises(Exception)
@native("itertools::combinations_with_replacement1")
def combinations_with_replacement[T](iterable: Iterable[T], r: Literal[1]) -> Iterator[tuple[T]]:
    """Tuples of items in order, each as often as wanted."""

@overload
@raises(Exception)
@native("itertools::combinations_with_replacement2")
def combinations_with_replacement[T](iterable: Iterable[T], r: Literal[2]) -> Iterator[tuple[T, T]]:
    """Tuples of items in order, each as often as wanted."""

@overload
@raises(Exception)
@native("itertools::combinations_with_replacement3")
def combinations_with_replacement[T](iterable: Iterable[T], r: Literal[3]) -> Iterator[tuple[T, T, T]]:
    """Tuples of items in order, each as often as wanted."""

@overload
@raises(Exception)
@native("itertools::combinations_with_replacement4")
def combinations_with_replacement[T](iterable: Iterable[T], r: Literal[4]) -> Iterator[tuple[T, T, T, T]]:
    """Tuples of items in order, each as often as wanted."""

@overload
@raises(Exception)
@native("itertools::combinations_with_replacement")
def combinations_with_replacement[T](iterable: Iterable[T], r: int) -> Iterator[tuple[T, ...]]:
    """Tuples of items in order, each as often as wanted."""

@overload
@raises(Exception)
@native("itertools::permutations1")
def permutations[T](iterable: Iterable[T], r: Literal[1]) -> Iterator[tuple[T]]:
    """Tuples of items in every order."""

@overload
@raises(Exception)
@native("itertools::permutations2")
def permutations[T](iterable: Iterable[T], r: Literal[2]) -> Iterator[tuple[T, T]]:
    """Tuples of items in every order."""

@overload
@raises(Exception)
@native("itertools::permutations3")
def permutations[T](iterable: Iterable[T], r: Literal[3]) -> Iterator[tuple[T, T, T]]:
    """Tuples of items in every order."""

@overload
@raises(Exception)
@native("itertools::permutations4")
def permutations[T](iterable: Iterable[T], r: Literal[4]) -> Iterator[tuple[T, T, T, T]]:
    """Tuples of items in every order."""

@overload
@raises(Exception)
@native("itertools::permutations")
def permutations[T](iterable: Iterable[T]) -> Iterator[tuple[T, ...]]:
    """Tuples of items in every order."""

@overload
@raises(Exception)
@native("itertools::permutations_of")
def permutations[T](iterable: Iterable[T], r: int | None) -> Iterator[tuple[T, ...]]:
    """Tuples of items in every order."""

@overload
@raises(Exception)
@native("itertools::product1")
def product[A](a: Iterable[A], /) -> Iterator[tuple[A]]:
    """Every tuple with one item of each iterable."""

@overload
@raises(Exception)
@native("itertools::product2")
def product[A, B](a: Iterable[A], b: Iterable[B], /) -> Iterator[tuple[A, B]]:
    """Every tuple with one item of each iterable."""

@overload
@raises(Exception)
@native("itertools::product3")
def product[A, B, C](a: Iterable[A], b: Iterable[B], c: Iterable[C], /) -> Iterator[tuple[A, B, C]]:
    """Every tuple with one item of each iterable."""

@overload
@raises(Exception)
@native("itertools::product4")
def product[A, B, C, D](a: Iterable[A], b: Iterable[B], c: Iterable[C], d: Iterable[D], /) -> Iterator[tuple[A, B, C, D]]:
    """Every tuple with one item of each iterable."""

@overload
@raises(Exception)
@native("itertools::product_repeat1")
def product[T](iterable: Iterable[T], /, *, repeat: Literal[1]) -> Iterator[tuple[T]]:
    """Every tuple with one item of each iterable."""

@overload
@raises(Exception)
@native("itertools::product_repeat2")
def product[T](iterable: Iterable[T], /, *, repeat: Literal[2]) -> Iterator[tuple[T, T]]:
    """Every tuple with one item of each iterable."""

@overload
@raises(Exception)
@native("itertools::product_repeat3")
def product[T](iterable: Iterable[T], /, *, repeat: Literal[3]) -> Iterator[tuple[T, T, T]]:
    """Every tuple with one item of each iterable."""

@overload
@raises(Exception)
@native("itertools::product_repeat4")
def product[T](iterable: Iterable[T], /, *, repeat: Literal[4]) -> Iterator[tuple[T, T, T, T]]:
    """Every tuple with one item of each iterable."""

@overload
@raises(Exception)
@native("itertools::product_repeat")
def product[T](iterable: Iterable[T], /, *, repeat: int) -> Iterator[tuple[T, ...]]:
    """Every tuple with one item of each iterable."""

@raises(Exception)
@native("itertools::product_all")
def _product_all[T](iterables: Iterable[Iterable[T]]) -> Iterator[tuple[T, ...]]:
    """Every tuple with one item of each iterable."""

@overload
@native("itertools::groupby")
def groupby[T](iterable: Iterable[T], key: None = None) -> Iterator[tuple[T, Iterator[T]]]:
    """Keys and the items next to each other that have them."""

@overload
@native("itertools::groupby_key")
def groupby[T, K](iterable: Iterable[T], key: Callable[[T], K]) -> Iterator[tuple[K, Iterator[T]]]:
    """Keys and the items next to each other that have them."""

@overload
@native("itertools::zip_longest2")
def zip_longest[A, B](a: Iterable[A], b: Iterable[B], fill_a: A, fill_b: B, /) -> Iterator[tuple[A, B]]:
    """Tuples of items side by side, filled where one ends."""

@overload
@native("itertools::zip_longest3")
def zip_longest[A, B, C](a: Iterable[A], b: Iterable[B], c: Iterable[C], fill_a: A, fill_b: B, fill_c: C, /) -> Iterator[tuple[A, B, C]]:
    """Tuples of items side by side, filled where one ends."""

@overload
@native("itertools::zip_longest4")
def zip_longest[A, B, C, D](a: Iterable[A], b: Iterable[B], c: Iterable[C], d: Iterable[D], fill_a: A, fill_b: B, fill_c: C, fill_d: D, /) -> Iterator[tuple[A, B, C, D]]:
    """Tuples of items side by side, filled where one ends."""

def takewhile[T](predicate: Callable[[T], bool], iterable: Iterable[T]) -> Iterator[T]:
    """The items up to the first that fails the test."""

def dropwhile[T](predicate: Callable[[T], bool], iterable: Iterable[T]) -> Iterator[T]:
    """The items from the first that fails the test."""

def filterfalse[T](predicate: Callable[[T], bool], iterable: Iterable[T]) -> Iterator[T]:
    """The items that fail the test."""

def starmap[T, R](function: Callable[[*T], R], iterable: Iterable[T]) -> Iterator[R]:
    """What the function gives for the members of each tuple."""

def compress[T](data: Iterable[T], selectors: Iterable[bool]) -> Iterator[T]:
    """The items beside which something true stands."""

def pairwise[T](iterable: Iterable[T]) -> Iterator[tuple[T, T]]:
    """Each item with the next."""

@overload
def tee[T](iterable: Iterable[T], n: Literal[2] = 2) -> tuple[Iterator[T], Iterator[T]]:
    """Iterators that give the same items."""

@overload
@native("itertools::tee3")
def tee[T](iterable: Iterable[T], n: Literal[3]) -> tuple[Iterator[T], Iterator[T], Iterator[T]]:
    """Iterators that give the same items."""
