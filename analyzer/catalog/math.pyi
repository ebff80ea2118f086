"""Mathematical functions."""

pi: Final = 3.141592653589793
e: Final = 2.718281828459045
tau: Final = 6.283185307179586
inf: Final = float("inf")
nan: Final = float("nan")

@raises(ValueError, OverflowError)
def sqrt(x: float) -> float:
    """As `math.sqrt` of Python."""

@raises(ValueError, OverflowError)
def exp(x: float) -> float:
    """As `math.exp` of Python."""

@raises(ValueError, OverflowError)
def log2(x: float) -> float:
    """As `math.log2` of Python."""

@raises(ValueError, OverflowError)
def log10(x: float) -> float:
    """As `math.log10` of Python."""

@raises(ValueError, OverflowError)
def sin(x: float) -> float:
    """As `math.sin` of Python."""

@raises(ValueError, OverflowError)
def cos(x: float) -> float:
    """As `math.cos` of Python."""

@raises(ValueError, OverflowError)
def tan(x: float) -> float:
    """As `math.tan` of Python."""

@raises(ValueError, OverflowError)
def expm1(x: float) -> float:
    """As `math.expm1` of Python."""

@raises(ValueError, OverflowError)
def log1p(x: float) -> float:
    """As `math.log1p` of Python."""

@raises(ValueError, OverflowError)
def asin(x: float) -> float:
    """As `math.asin` of Python."""

@raises(ValueError, OverflowError)
def acos(x: float) -> float:
    """As `math.acos` of Python."""

@raises(ValueError, OverflowError)
def atan(x: float) -> float:
    """As `math.atan` of Python."""

@raises(ValueError, OverflowError)
def sinh(x: float) -> float:
    """As `math.sinh` of Python."""

@raises(ValueError, OverflowError)
def cosh(x: float) -> float:
    """As `math.cosh` of Python."""

@raises(ValueError, OverflowError)
def tanh(x: float) -> float:
    """As `math.tanh` of Python."""

@overload
@raises(ValueError)
def log(x: float) -> float:
    """The natural logarithm."""

@overload
@raises(ValueError, ZeroDivisionError)
@native("math::log_base")
def log(x: float, base: float) -> float:
    """The logarithm to a base."""

def atan2(y: float, x: float) -> float:
    """The angle of a point."""

def copysign(x: float, y: float) -> float:
    """`x` with the sign of `y`."""

def fabs(x: float) -> float:
    """As `math.fabs` of Python."""

def degrees(x: float) -> float:
    """As `math.degrees` of Python."""

def radians(x: float) -> float:
    """As `math.radians` of Python."""

def isnan(x: float) -> bool:
    """As `math.isnan` of Python."""

def isinf(x: float) -> bool:
    """As `math.isinf` of Python."""

def isfinite(x: float) -> bool:
    """As `math.isfinite` of Python."""

@raises(ValueError)
def isqrt(n: int) -> int:
    """The integer square root."""

@raises(ValueError, OverflowError)
def factorial(n: int) -> int:
    """The product of 1 to `n`."""

@raises(ValueError, OverflowError)
def pow(x: float, y: float) -> float:
    """As `math.pow` of Python."""

@raises(ValueError, OverflowError)
def fmod(x: float, y: float) -> float:
    """As `math.fmod` of Python."""

@raises(ValueError)
def isclose(a: float, b: float, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool:
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
def floor(x: float) -> int:
    """As `math.floor` of Python."""

@overload
@native("int::pos")
def ceil(x: int) -> int:
    """As `math.ceil` of Python."""

@overload
@raises(ValueError, OverflowError)
def ceil(x: float) -> int:
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
def asinh(x: float) -> float:
    """As `math.asinh` of Python."""

@raises(ValueError, OverflowError)
def acosh(x: float) -> float:
    """As `math.acosh` of Python."""

@raises(ValueError, OverflowError)
def atanh(x: float) -> float:
    """As `math.atanh` of Python."""

@raises(ValueError, OverflowError)
def cbrt(x: float) -> float:
    """As `math.cbrt` of Python."""

@raises(ValueError, OverflowError)
def exp2(x: float) -> float:
    """As `math.exp2` of Python."""

@raises(ValueError, OverflowError)
def gamma(x: float) -> float:
    """As `math.gamma` of Python."""

@raises(ValueError, OverflowError)
def lgamma(x: float) -> float:
    """As `math.lgamma` of Python."""

def erf(x: float) -> float:
    """As `math.erf` of Python."""

def erfc(x: float) -> float:
    """As `math.erfc` of Python."""

def ulp(x: float) -> float:
    """As `math.ulp` of Python."""

@raises(OverflowError)
def gcd(*integers: int) -> int:
    """The greatest common divisor."""

@raises(OverflowError)
def lcm(*integers: int) -> int:
    """The least common multiple."""

def hypot(*coordinates: float) -> float:
    """The length of a vector."""

@raises(ValueError)
def dist(p: Iterable[float], q: Iterable[float], /) -> float:
    """The distance of two points."""

@raises(ValueError, OverflowError)
def comb(n: int, k: int, /) -> int:
    """How many choices of `k` of `n` things there are, whatever their order."""

@overload
@raises(ValueError, OverflowError)
@native("math::perm_all")
def perm(n: int, k: None = None, /) -> int:
    """How many orders of `n` things there are."""

@overload
@raises(ValueError, OverflowError)
def perm(n: int, k: int, /) -> int:
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

def frexp(x: float) -> tuple[float, int]:
    """A fraction from a half to 1 and a power of two."""

@raises(OverflowError)
def ldexp(x: float, i: int) -> float:
    """`x * 2**i`."""

def modf(x: float) -> tuple[float, float]:
    """The part behind the point and the whole part."""

def nextafter(x: float, y: float) -> float:
    """The next float after `x` towards `y`."""

@raises(ValueError)
def remainder(x: float, y: float) -> float:
    """The remainder to the nearest multiple of `y`."""
