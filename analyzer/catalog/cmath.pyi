"""Functions of complex numbers."""

pi: Final = 3.141592653589793
e: Final = 2.718281828459045
tau: Final = 6.283185307179586
inf: Final = float("inf")
nan: Final = float("nan")

@raises(OverflowError)
def phase(z: complex, /) -> float:
    """The angle, from -pi to pi."""

@raises(OverflowError)
def polar(z: complex, /) -> tuple[float, float]:
    """Absolute value and angle."""

@raises(ValueError)
def rect(r: float, phi: float, /) -> complex:
    """The number of an absolute value and an angle."""

@raises(ValueError, OverflowError)
def exp(z: complex, /) -> complex:
    """e to a power."""

@overload
@raises(ValueError)
def log(z: complex, /) -> complex:
    """The natural logarithm."""

@overload
@raises(ValueError)
@native("cmath::log_base")
def log(z: complex, base: complex, /) -> complex:
    """The logarithm to a base."""

@raises(ValueError)
def log10(z: complex, /) -> complex:
    """The logarithm to the base 10."""

def sqrt(z: complex, /) -> complex:
    """The square root."""

def acos(z: complex, /) -> complex:
    """Arc cosine."""

def asin(z: complex, /) -> complex:
    """Arc sine."""

@raises(ValueError)
def atan(z: complex, /) -> complex:
    """Arc tangent."""

@raises(ValueError, OverflowError)
def cos(z: complex, /) -> complex:
    """Cosine."""

@raises(ValueError, OverflowError)
def sin(z: complex, /) -> complex:
    """Sine."""

@raises(ValueError)
def tan(z: complex, /) -> complex:
    """Tangent."""

def acosh(z: complex, /) -> complex:
    """Inverse hyperbolic cosine."""

def asinh(z: complex, /) -> complex:
    """Inverse hyperbolic sine."""

@raises(ValueError)
def atanh(z: complex, /) -> complex:
    """Inverse hyperbolic tangent."""

@raises(ValueError, OverflowError)
def cosh(z: complex, /) -> complex:
    """Hyperbolic cosine."""

@raises(ValueError, OverflowError)
def sinh(z: complex, /) -> complex:
    """Hyperbolic sine."""

@raises(ValueError)
def tanh(z: complex, /) -> complex:
    """Hyperbolic tangent."""

def isfinite(z: complex, /) -> bool:
    """Whether both parts are finite."""

def isinf(z: complex, /) -> bool:
    """Whether a part is infinite."""

def isnan(z: complex, /) -> bool:
    """Whether a part is NaN."""

@raises(ValueError)
def isclose(a: complex, b: complex, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool:
    """Whether the two are close to each other."""
