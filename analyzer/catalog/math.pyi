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
def floor(x: float) -> int:
    """As `math.floor` of Python."""

@raises(ValueError, OverflowError)
def ceil(x: float) -> int:
    """As `math.ceil` of Python."""

@raises(ValueError, OverflowError)
def trunc(x: float) -> int:
    """As `math.trunc` of Python."""

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

@raises(OverflowError)
def gcd(a: int, b: int) -> int:
    """The greatest common divisor."""

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

@raises(ValueError, OverflowError)
def hypot(x: float, y: float) -> float:
    """As `math.hypot` of Python."""

@raises(OverflowError)
def lcm(a: int, b: int) -> int:
    """The least common multiple."""

@raises(ValueError)
def isclose(a: float, b: float, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool:
    """Whether two floats are close to each other."""

@raises(ValueError, OverflowError)
def fsum(items: Iterable[float]) -> float:
    """The exact sum, rounded once."""
