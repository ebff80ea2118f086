"""Pseudorandom numbers, with the sequences of CPython."""

class Random:
    """A generator of random numbers."""

    @native("object::same")
    def __eq__(self, other: Random) -> bool:
        """Whether the two are one object."""

    def __new__(seed: int | None = None, /) -> Random:
        """A generator that begins with a seed."""

    @raises(Exception)
    def random(self) -> float:
        """From 0.0 to below 1.0."""

    @raises(Exception)
    def seed(self, a: int | None = None) -> None:
        """Begin again with a seed."""

    @raises(Exception)
    def getrandbits(self, k: int) -> int:
        """So many random bits."""

    @overload
    @raises(Exception)
    @native("random::random::randrange")
    def randrange(self, stop: int) -> int:
        """An integer from 0 to below `stop`."""

    @overload
    @raises(Exception)
    @native("random::random::randrange_from")
    def randrange(self, start: int, stop: int, step: int = 1) -> int:
        """An integer of a range."""

    @raises(Exception)
    def randint(self, a: int, b: int) -> int:
        """An integer from `a` to `b`, both included."""

    @overload
    @raises(Exception)
    @native("random::random::choice")
    def choice[T](self, seq: list[T]) -> T:
        """One of the items."""

    @overload
    @raises(Exception)
    @native("random::random::choice_of_tuple")
    def choice[T](self, seq: tuple[T, ...]) -> T:
        """One of the items."""

    @overload
    @raises(Exception)
    @native("random::random::choice_of_str")
    def choice(self, seq: str) -> str:
        """One of the characters."""

    @overload
    @raises(Exception)
    @native("random::random::choice_of_range")
    def choice(self, seq: range) -> int:
        """One of the integers."""

    @raises(Exception)
    def shuffle[T](self, x: list[T]) -> None:
        """Shuffle a list in place."""

    @overload
    @raises(Exception)
    @native("random::random::sample")
    def sample[T](self, population: list[T], k: int) -> list[T]:
        """Different items of a list."""

    @overload
    @raises(Exception)
    @native("random::random::sample_of_range")
    def sample(self, population: range, k: int) -> list[int]:
        """Different integers of a range."""

    @overload
    @raises(Exception)
    @native("random::random::choices")
    def choices[T](self, population: list[T], *, k: int = 1) -> list[T]:
        """Items of a list, each drawn from all."""

    @overload
    @raises(Exception)
    @native("random::random::choices_weighted_int")
    def choices[T](self, population: list[T], weights: list[int], *, k: int = 1) -> list[T]:
        """Items of a list, by weight."""

    @overload
    @raises(Exception)
    @native("random::random::choices_weighted")
    def choices[T](self, population: list[T], weights: list[float], *, k: int = 1) -> list[T]:
        """Items of a list, by weight."""

    @overload
    @raises(Exception)
    @native("random::random::choices_cumulative_int")
    def choices[T](self, population: list[T], *, cum_weights: list[int], k: int = 1) -> list[T]:
        """Items of a list, by cumulated weights."""

    @overload
    @raises(Exception)
    @native("random::random::choices_cumulative")
    def choices[T](self, population: list[T], *, cum_weights: list[float], k: int = 1) -> list[T]:
        """Items of a list, by cumulated weights."""

    @raises(Exception)
    def uniform(self, a: float, b: float) -> float:
        """A float between two."""

    @raises(Exception)
    def triangular(self, low: float = 0.0, high: float = 1.0, mode: float | None = None) -> float:
        """Of a triangular distribution."""

    @raises(Exception)
    def normalvariate(self, mu: float = 0.0, sigma: float = 1.0) -> float:
        """Of a normal distribution."""

    @raises(Exception)
    def gauss(self, mu: float = 0.0, sigma: float = 1.0) -> float:
        """Of a normal distribution."""

    @raises(Exception)
    def lognormvariate(self, mu: float, sigma: float) -> float:
        """Of a log normal distribution."""

    @raises(Exception)
    def expovariate(self, lambd: float) -> float:
        """Of an exponential distribution."""

    @raises(Exception)
    def vonmisesvariate(self, mu: float, kappa: float) -> float:
        """Of a von Mises distribution."""

    @raises(Exception)
    def gammavariate(self, alpha: float, beta: float) -> float:
        """Of a gamma distribution."""

    @raises(Exception)
    def betavariate(self, alpha: float, beta: float) -> float:
        """Of a beta distribution."""

    @raises(Exception)
    def paretovariate(self, alpha: float) -> float:
        """Of a Pareto distribution."""

    @raises(Exception)
    def weibullvariate(self, alpha: float, beta: float) -> float:
        """Of a Weibull distribution."""

@raises(Exception)
def random() -> float:
    """From 0.0 to below 1.0."""

@raises(Exception)
def seed(a: int | None = None) -> None:
    """Begin again with a seed."""

@raises(Exception)
def getrandbits(k: int) -> int:
    """So many random bits."""

@overload
@raises(Exception)
@native("random::randrange")
def randrange(stop: int) -> int:
    """An integer from 0 to below `stop`."""

@overload
@raises(Exception)
@native("random::randrange_from")
def randrange(start: int, stop: int, step: int = 1) -> int:
    """An integer of a range."""

@raises(Exception)
def randint(a: int, b: int) -> int:
    """An integer from `a` to `b`, both included."""

@overload
@raises(Exception)
@native("random::choice")
def choice[T](seq: list[T]) -> T:
    """One of the items."""

@overload
@raises(Exception)
@native("random::choice_of_tuple")
def choice[T](seq: tuple[T, ...]) -> T:
    """One of the items."""

@overload
@raises(Exception)
@native("random::choice_of_str")
def choice(seq: str) -> str:
    """One of the characters."""

@overload
@raises(Exception)
@native("random::choice_of_range")
def choice(seq: range) -> int:
    """One of the integers."""

@raises(Exception)
def shuffle[T](x: list[T]) -> None:
    """Shuffle a list in place."""

@overload
@raises(Exception)
@native("random::sample")
def sample[T](population: list[T], k: int) -> list[T]:
    """Different items of a list."""

@overload
@raises(Exception)
@native("random::sample_of_range")
def sample(population: range, k: int) -> list[int]:
    """Different integers of a range."""

@overload
@raises(Exception)
@native("random::choices")
def choices[T](population: list[T], *, k: int = 1) -> list[T]:
    """Items of a list, each drawn from all."""

@overload
@raises(Exception)
@native("random::choices_weighted_int")
def choices[T](population: list[T], weights: list[int], *, k: int = 1) -> list[T]:
    """Items of a list, by weight."""

@overload
@raises(Exception)
@native("random::choices_weighted")
def choices[T](population: list[T], weights: list[float], *, k: int = 1) -> list[T]:
    """Items of a list, by weight."""

@overload
@raises(Exception)
@native("random::choices_cumulative_int")
def choices[T](population: list[T], *, cum_weights: list[int], k: int = 1) -> list[T]:
    """Items of a list, by cumulated weights."""

@overload
@raises(Exception)
@native("random::choices_cumulative")
def choices[T](population: list[T], *, cum_weights: list[float], k: int = 1) -> list[T]:
    """Items of a list, by cumulated weights."""

@raises(Exception)
def uniform(a: float, b: float) -> float:
    """A float between two."""

@raises(Exception)
def triangular(low: float = 0.0, high: float = 1.0, mode: float | None = None) -> float:
    """Of a triangular distribution."""

@raises(Exception)
def normalvariate(mu: float = 0.0, sigma: float = 1.0) -> float:
    """Of a normal distribution."""

@raises(Exception)
def gauss(mu: float = 0.0, sigma: float = 1.0) -> float:
    """Of a normal distribution."""

@raises(Exception)
def lognormvariate(mu: float, sigma: float) -> float:
    """Of a log normal distribution."""

@raises(Exception)
def expovariate(lambd: float) -> float:
    """Of an exponential distribution."""

@raises(Exception)
def vonmisesvariate(mu: float, kappa: float) -> float:
    """Of a von Mises distribution."""

@raises(Exception)
def gammavariate(alpha: float, beta: float) -> float:
    """Of a gamma distribution."""

@raises(Exception)
def betavariate(alpha: float, beta: float) -> float:
    """Of a beta distribution."""

@raises(Exception)
def paretovariate(alpha: float) -> float:
    """Of a Pareto distribution."""

@raises(Exception)
def weibullvariate(alpha: float, beta: float) -> float:
    """Of a Weibull distribution."""
