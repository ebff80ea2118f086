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

@overload
@raises(Exception)
@native("statistics::harmonic_mean")
def harmonic_mean(data: Iterable[int], weights: None = None) -> int | float:
    """The harmonic mean."""

@overload
@raises(Exception)
@native("statistics::harmonic_mean_float")
def harmonic_mean(data: Iterable[float], weights: None = None) -> int | float:
    """The harmonic mean."""

@overload
@raises(Exception)
@native("statistics::harmonic_mean_weighted")
def harmonic_mean(data: Iterable[float], weights: Iterable[float]) -> int | float:
    """The weighted harmonic mean."""

@raises(Exception)
def median_grouped(data: Iterable[float], interval: float = 1.0) -> float:
    """The median of numbers that stand for the middles of intervals."""

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

class NormalDist:
    """A normal distribution."""

    @raises(ValueError)
    def __new__(mu: float = 0.0, sigma: float = 1.0) -> NormalDist:
        """With this mean and standard deviation."""

    @overload
    @staticmethod
    @raises(Exception)
    @native("statistics::normal_dist::from_samples")
    def from_samples(data: Iterable[int]) -> NormalDist:
        """That of a sample."""

    @overload
    @staticmethod
    @raises(Exception)
    @native("statistics::normal_dist::from_samples_float")
    def from_samples(data: Iterable[float]) -> NormalDist:
        """That of a sample."""

    @property
    def mean(self) -> float:
        """The mean."""

    @property
    @native("statistics::normal_dist::mean")
    def median(self) -> float:
        """The median."""

    @property
    @native("statistics::normal_dist::mean")
    def mode(self) -> float:
        """Where it is densest."""

    @property
    def stdev(self) -> float:
        """The standard deviation."""

    @property
    def variance(self) -> float:
        """The square of the standard deviation."""

    @raises(ValueError)
    def pdf(self, x: float) -> float:
        """The density at a point."""

    @raises(ValueError)
    def cdf(self, x: float) -> float:
        """The share below a point."""

    @raises(ValueError)
    def inv_cdf(self, p: float) -> float:
        """The point below which that share is."""

    @raises(ValueError)
    def zscore(self, x: float) -> float:
        """How many standard deviations a point is above the mean."""

    @raises(ValueError)
    def quantiles(self, n: int = 4) -> list[float]:
        """The points between parts of one share."""

    @raises(ValueError)
    def overlap(self, other: NormalDist) -> float:
        """How much of two distributions is in common."""

    @overload
    @raises(ValueError)
    def __add__(self, other: NormalDist) -> NormalDist:
        """Of two that are independent."""

    @overload
    @native("statistics::normal_dist::add_number")
    def __add__(self, other: float) -> NormalDist:
        """Moved."""

    @overload
    @raises(ValueError)
    def __sub__(self, other: NormalDist) -> NormalDist:
        """Of two that are independent."""

    @overload
    @native("statistics::normal_dist::sub_number")
    def __sub__(self, other: float) -> NormalDist:
        """Moved."""

    @native("statistics::normal_dist::add_number")
    def __radd__(self, other: float) -> NormalDist:
        """Moved."""

    def __rsub__(self, other: float) -> NormalDist:
        """Mirrored and moved."""

    @raises(ValueError)
    def __mul__(self, other: float) -> NormalDist:
        """In another unit."""

    @raises(ValueError)
    @native("statistics::normal_dist::mul")
    def __rmul__(self, other: float) -> NormalDist:
        """In another unit."""

    @raises(ValueError, ZeroDivisionError)
    def __truediv__(self, other: float) -> NormalDist:
        """In another unit."""

    def __pos__(self) -> NormalDist:
        """The same."""

    def __neg__(self) -> NormalDist:
        """Mirrored."""

    @native("object::equal")
    def __eq__(self, other: object) -> bool:
        """Whether mean and deviation are equal."""

    @native("record::hash")
    def __hash__(self) -> int:
        """By mean and deviation."""
