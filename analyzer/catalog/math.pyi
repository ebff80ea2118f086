"""Mathematical functions."""

pi: Final = 3.141592653589793
e: Final = 2.718281828459045
tau: Final = 6.283185307179586
inf: Final = float("inf")
nan: Final = float("nan")

@raises(ValueError, OverflowError)
def sqrt(x: SupportsFloat) -> float:
    """As `math.sqrt` of Python."""

@raises(ValueError, OverflowError)
def exp(x: SupportsFloat) -> float:
    """As `math.exp` of Python."""

@raises(ValueError, OverflowError)
def log2(x: SupportsFloat) -> float:
    """As `math.log2` of Python."""

@raises(ValueError, OverflowError)
def log10(x: SupportsFloat) -> float:
    """As `math.log10` of Python."""

@raises(ValueError, OverflowError)
def sin(x: SupportsFloat) -> float:
    """As `math.sin` of Python."""

@raises(ValueError, OverflowError)
def cos(x: SupportsFloat) -> float:
    """As `math.cos` of Python."""

@raises(ValueError, OverflowError)
def tan(x: SupportsFloat) -> float:
    """As `math.tan` of Python."""

@raises(ValueError, OverflowError)
def expm1(x: SupportsFloat) -> float:
    """As `math.expm1` of Python."""

@raises(ValueError, OverflowError)
def log1p(x: SupportsFloat) -> float:
    """As `math.log1p` of Python."""

@raises(ValueError, OverflowError)
def asin(x: SupportsFloat) -> float:
    """As `math.asin` of Python."""

@raises(ValueError, OverflowError)
def acos(x: SupportsFloat) -> float:
    """As `math.acos` of Python."""

@raises(ValueError, OverflowError)
def atan(x: SupportsFloat) -> float:
    """As `math.atan` of Python."""

@raises(ValueError, OverflowError)
def sinh(x: SupportsFloat) -> float:
    """As `math.sinh` of Python."""

@raises(ValueError, OverflowError)
def cosh(x: SupportsFloat) -> float:
    """As `math.cosh` of Python."""

@raises(ValueError, OverflowError)
def tanh(x: SupportsFloat) -> float:
    """As `math.tanh` of Python."""

@overload
@raises(ValueError)
def log(x: SupportsFloat) -> float:
    """The natural logarithm."""

@overload
@raises(ValueError, ZeroDivisionError)
@native("math::log_base")
def log(x: SupportsFloat, base: SupportsFloat) -> float:
    """The logarithm to a base."""

def atan2(y: SupportsFloat, x: SupportsFloat) -> float:
    """The angle of a point."""

def copysign(x: SupportsFloat, y: SupportsFloat) -> float:
    """`x` with the sign of `y`."""

def fabs(x: SupportsFloat) -> float:
    """As `math.fabs` of Python."""

def degrees(x: SupportsFloat) -> float:
    """As `math.degrees` of Python."""

def radians(x: SupportsFloat) -> float:
    """As `math.radians` of Python."""

def isnan(x: SupportsFloat) -> bool:
    """As `math.isnan` of Python."""

def isinf(x: SupportsFloat) -> bool:
    """As `math.isinf` of Python."""

def isfinite(x: SupportsFloat) -> bool:
    """As `math.isfinite` of Python."""

@raises(ValueError)
def isqrt(n: SupportsIndex) -> int:
    """The integer square root."""

@raises(ValueError, OverflowError)
def factorial(n: SupportsIndex) -> int:
    """The product of 1 to `n`."""

@raises(ValueError, OverflowError)
def pow(x: SupportsFloat, y: SupportsFloat) -> float:
    """As `math.pow` of Python."""

@raises(ValueError, OverflowError)
def fmod(x: SupportsFloat, y: SupportsFloat) -> float:
    """As `math.fmod` of Python."""

@raises(ValueError)
def isclose(a: SupportsFloat, b: SupportsFloat, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool:
    """Whether two floats are close to each other."""

@raises(ValueError, OverflowError)
def fsum(items: Iterable[float]) -> float:
    """The exact sum, rounded once."""

@overload
@native("int::pos")
def floor(x: int) -> int:
    """As `math.floor` of Python."""

@overload
@raises(ValueError, OverflowError)
def floor(x: SupportsFloat) -> int:
    """As `math.floor` of Python."""

@overload
@native("int::pos")
def ceil(x: int) -> int:
    """As `math.ceil` of Python."""

@overload
@raises(ValueError, OverflowError)
def ceil(x: SupportsFloat) -> int:
    """As `math.ceil` of Python."""

@overload
@native("int::pos")
def trunc(x: int) -> int:
    """As `math.trunc` of Python."""

@overload
@raises(ValueError, OverflowError)
def trunc(x: float) -> int:
    """As `math.trunc` of Python."""

@raises(ValueError, OverflowError)
def asinh(x: SupportsFloat) -> float:
    """As `math.asinh` of Python."""

@raises(ValueError, OverflowError)
def acosh(x: SupportsFloat) -> float:
    """As `math.acosh` of Python."""

@raises(ValueError, OverflowError)
def atanh(x: SupportsFloat) -> float:
    """As `math.atanh` of Python."""

@raises(ValueError, OverflowError)
def cbrt(x: SupportsFloat) -> float:
    """As `math.cbrt` of Python."""

@raises(ValueError, OverflowError)
def exp2(x: SupportsFloat) -> float:
    """As `math.exp2` of Python."""

@raises(ValueError, OverflowError)
def gamma(x: SupportsFloat) -> float:
    """As `math.gamma` of Python."""

@raises(ValueError, OverflowError)
def lgamma(x: SupportsFloat) -> float:
    """As `math.lgamma` of Python."""

def erf(x: SupportsFloat) -> float:
    """As `math.erf` of Python."""

def erfc(x: SupportsFloat) -> float:
    """As `math.erfc` of Python."""

def ulp(x: SupportsFloat) -> float:
    """As `math.ulp` of Python."""

@raises(OverflowError)
def gcd(*integers: int) -> int:
    """The greatest common divisor."""

@raises(OverflowError)
def lcm(*integers: int) -> int:
    """The least common multiple."""

def hypot(*coordinates: SupportsFloat) -> float:
    """The length of a vector."""

@raises(ValueError)
def dist(p: Iterable[float], q: Iterable[float], /) -> float:
    """The distance of two points."""

@raises(ValueError, OverflowError)
def comb(n: SupportsIndex, k: SupportsIndex, /) -> int:
    """How many choices of `k` of `n` things there are, whatever their order."""

@overload
@raises(ValueError, OverflowError)
@native("math::perm_all")
def perm(n: SupportsIndex, k: None = None, /) -> int:
    """How many orders of `n` things there are."""

@overload
@raises(ValueError, OverflowError)
def perm(n: SupportsIndex, k: SupportsIndex, /) -> int:
    """How many choices of `k` of `n` things in order there are."""

@overload
@raises(OverflowError)
def prod(iterable: Iterable[int], /, *, start: int = 1) -> int:
    """The product of the items."""

@overload
@raises(Exception)
@native("math::prod_float")
def prod(iterable: Iterable[float], /) -> float | int:
    """The product of the items; the int 1 of none."""

@overload
@raises(Exception)
@native("math::prod_float_from")
def prod(iterable: Iterable[float], /, *, start: float) -> float:
    """The product of the items."""

def frexp(x: SupportsFloat) -> tuple[float, int]:
    """A fraction from a half to 1 and a power of two."""

@raises(OverflowError)
def ldexp(x: SupportsFloat, i: int) -> float:
    """`x * 2**i`."""

def modf(x: SupportsFloat) -> tuple[float, float]:
    """The part behind the point and the whole part."""

def nextafter(x: SupportsFloat, y: SupportsFloat) -> float:
    """The next float after `x` towards `y`."""

@raises(ValueError)
def remainder(x: SupportsFloat, y: SupportsFloat) -> float:
    """The remainder to the nearest multiple of `y`."""
