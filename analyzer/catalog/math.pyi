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
