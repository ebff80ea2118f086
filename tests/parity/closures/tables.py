"""Functions under other names of the module, and tables of functions."""

import math
from hotforge import compile


def add(a: float, b: float) -> float:
    return a + b


square = lambda x: x * x  # noqa: E731
plus = add
root = math.sqrt

OPERATIONS = {
    "+": add,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "max": max,
}

STEPS = [square, abs, lambda x: x + 1]

RULES = (
    (3, "Fizz", lambda n: n % 3 == 0),
    (5, "Buzz", lambda n: n % 5 == 0),
)

NORMALISERS = {"lower": str.lower, "upper": str.upper, "strip": str.strip, "none": None}

PRIORITY = {"+": 1, "-": 1, "*": 2, "/": 2}


def evaluate(tokens: list[str]) -> float:
    """Reverse Polish notation."""
    stack: list[float] = []
    for token in tokens:
        if token in OPERATIONS:
            b = stack.pop()
            a = stack.pop()
            stack.append(OPERATIONS[token](a, b))
        else:
            stack.append(float(token))
    return stack.pop()


@compile()
def names(x: float) -> list[float]:
    return [square(x), plus(x, 1.0), root(x), *map(square, [x])]


@compile()
def calculated(expression: str) -> float:
    return evaluate(expression.split())


@compile()
def stepped(x: int) -> list[int]:
    found = []
    for step in STEPS:
        x = step(x)
        found.append(x)
    return found


@compile()
def fizz(n: int) -> list[str]:
    return ["".join(word for _, word, test in RULES if test(i)) or str(i) for i in range(1, n + 1)]


@compile()
def normalised(text: str, how: str) -> str:
    function = NORMALISERS.get(how)
    if function is None:
        return text
    return function(text)


@compile()
def known() -> list[str]:
    return sorted(OPERATIONS) + sorted(OPERATIONS, key=lambda name: PRIORITY.get(name, 0))


@compile()
def chosen(name: str, a: float, b: float) -> float:
    try:
        function = OPERATIONS[name]
    except KeyError:
        return -1.0
    return function(a, b)


CASES = {
    "names": [(4.0,), (0.5,), (-1.0,)],
    "calculated": [("1 2 + 3 *",), ("4 0 /",), ("5 3 -",), ("1 2 max",), ("+",), ("x",)],
    "stepped": [(3,), (-2,)],
    "fizz": [(15,), (0,)],
    "normalised": [(" aB ", "lower"), (" aB ", "upper"), (" aB ", "strip"), ("aB", "none"), ("aB", "other")],
    "known": [()],
    "chosen": [("+", 1.0, 2.0), ("/", 1.0, 0.0), ("?", 1.0, 2.0)],
}
