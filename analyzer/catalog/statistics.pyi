"""Averages and spreads, exact as those of CPython."""

class StatisticsError(ValueError):
    """Of numbers that there is no such figure of."""

@overload
@raises(Exception)
@native("statistics::mean")
def mean(data: Iterable[int]) -> int | float:
    """The arithmetic mean."""

@overload
@raises(Exception)
@native("statistics::mean_float")
def mean(data: Iterable[float]) -> float:
    """The arithmetic mean."""

@overload
@refused("the median is one of the numbers, which are of several types", "convert them: `median(map(float, values))`")
def median(data: Iterable[Mixed]) -> float:
    """The middle one in order."""

@overload
@raises(Exception)
@native("statistics::median")
def median(data: Iterable[int]) -> int | float:
    """The middle one in order."""

@overload
@raises(Exception)
@native("statistics::median_float")
def median(data: Iterable[float]) -> float:
    """The middle one in order."""

@overload
@raises(Exception)
@native("statistics::variance")
def variance(data: Iterable[int]) -> int | float:
    """The variance of a sample."""

@overload
@raises(Exception)
@native("statistics::variance_float")
def variance(data: Iterable[float]) -> float:
    """The variance of a sample."""

@overload
@raises(Exception)
@native("statistics::pvariance")
def pvariance(data: Iterable[int]) -> int | float:
    """The variance of a population."""

@overload
@raises(Exception)
@native("statistics::pvariance_float")
def pvariance(data: Iterable[float]) -> float:
    """The variance of a population."""

@overload
@raises(Exception)
@native("statistics::stdev")
def stdev(data: Iterable[int]) -> float:
    """The standard deviation of a sample."""

@overload
@raises(Exception)
@native("statistics::stdev_float")
def stdev(data: Iterable[float]) -> float:
    """The standard deviation of a sample."""

@overload
@raises(Exception)
@native("statistics::pstdev")
def pstdev(data: Iterable[int]) -> float:
    """The standard deviation of a population."""

@overload
@raises(Exception)
@native("statistics::pstdev_float")
def pstdev(data: Iterable[float]) -> float:
    """The standard deviation of a population."""

@overload
@raises(Exception)
def fmean(data: Iterable[float], weights: None = None) -> float:
    """The arithmetic mean as a float."""

@overload
@raises(Exception)
@native("statistics::fmean_weighted")
def fmean(data: Iterable[float], weights: Iterable[float]) -> float:
    """The weighted mean."""

@raises(Exception)
def geometric_mean(data: Iterable[float]) -> float:
    """The geometric mean."""

@raises(Exception)
def median_low[T: Comparable](data: Iterable[T]) -> T:
    """The middle one in order, or the lower of two."""

@raises(Exception)
def median_high[T: Comparable](data: Iterable[T]) -> T:
    """The middle one in order, or the higher of two."""

@raises(Exception)
def mode[T: Hashable](data: Iterable[T]) -> T:
    """The most common one."""

@raises(Exception)
def multimode[T: Hashable](data: Iterable[T]) -> list[T]:
    """The most common ones."""

@overload
@raises(Exception)
@native("statistics::quantiles")
def quantiles(data: Iterable[int], *, n: int = 4, method: str = "exclusive") -> list[float]:
    """What cuts the data into parts of one size."""

@overload
@raises(Exception)
@native("statistics::quantiles_float")
def quantiles(data: Iterable[float], *, n: int = 4, method: str = "exclusive") -> list[float]:
    """What cuts the data into parts of one size."""

@raises(Exception)
def covariance(x: Iterable[float], y: Iterable[float], /) -> float:
    """The covariance of two inputs."""

@raises(Exception)
def correlation(x: Iterable[float], y: Iterable[float], /) -> float:
    """The correlation of two inputs."""

class LinearRegression(tuple[float, float]):
    """A line."""

    @property
    def slope(self) -> float:
        """What is added for each unit."""

    @property
    def intercept(self) -> float:
        """The value at 0."""

    @native("object::equal")
    def __eq__(self, other: object) -> bool:
        """Whether they are equal."""

    @native("record::hash")
    def __hash__(self) -> int:
        """By the members."""

@raises(Exception)
def linear_regression(x: Iterable[float], y: Iterable[float], /, *, proportional: bool = False) -> LinearRegression:
    """The line that is nearest to the points."""
