"""Tuples of a length that is known at run time only beside tuples that are written out."""

import numpy as np
import numpy.typing as npt

from hotforge import compile


@compile()
def equal(numbers: tuple[int, ...], texts: tuple[str, ...]) -> list[bool]:
    return [
        numbers == (1, 2), (1, 2) == numbers, numbers != (1, 2), numbers == (), () != numbers, numbers == (1,), numbers == (1.0, True),
        numbers == ("1", 2), texts == ("a",), texts != ("a", ""), texts == (1,), (numbers, texts) == ((1, 2), ("a",)),
    ]  # fmt: skip


@compile()
def within(numbers: tuple[int, ...]) -> list[bool]:
    known = [numbers, (3,)]
    seen = {numbers: 1}
    return [
        (1, 2) in known, numbers in ((1, 2), (3, 4)), numbers in [(1, 2), (3, 4)], (1, 2) in seen, (1, 2) in {numbers},
        [numbers] == [(1, 2)], {"a": numbers} == {"a": (1, 2)}, known.count((3,)) == 1,
    ]  # fmt: skip


@compile()
def shaped(array: npt.NDArray[np.float64]) -> str:
    if array.shape == ():
        return "a number"
    if array.shape == (2, 3):
        return "two by three"
    if array.shape != (6,):
        return "another"
    return "six"


@compile()
def asserted(array: npt.NDArray[np.float64]) -> float:
    assert array.shape == (2, 3), array.shape
    return float(array.sum())


@compile()
def made(numbers: list[int]) -> tuple[bool, bool]:
    return tuple(numbers) == (1, 2), tuple(sorted(numbers)) in ((1, 2), (2, 3))


@compile()
def matched(numbers: tuple[int, ...]) -> str:
    match numbers:
        case ():
            return "none"
        case (1, 2):
            return "one and two"
        case (first, *_):
            return f"{first} first"


CLASSES = ("person", "bicycle", "car", "motorcycle", "airplane", "bus", "train", "truck", "boat", "traffic light", "fire hydrant", "stop sign", "bench", "bird")
PALETTE = tuple((17 * place % 256, 31 * place % 256, place) for place in range(80))


@compile()
def classes(place: int, name: str) -> tuple[str, int, bool, list[str], tuple[int, int, int], str]:
    """More names than a tuple of native code has members."""
    return CLASSES[place], len(CLASSES), name in CLASSES, [each.upper() for each in CLASSES[:2]], PALETTE[place], repr(CLASSES)


@compile()
def found(name: str) -> int:
    return CLASSES.index(name) + CLASSES.count(name)


@compile()
def long_local(place: int) -> tuple[int, int]:
    primes = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43)
    first, *_, last = primes
    return primes[place] + first + last, sum(primes + (47, 53))


TUPLES = [(), (1,), (1, 2), (2, 1), (1, 2, 3), (3, 4), (-1,), (2**62, -(2**63))]
ARRAYS = [np.zeros(shape) for shape in [(), (6,), (2, 3), (3, 2), (1, 2, 3), (0,), (2, 0)]]

CASES = {
    "classes": [(place, name) for place, name in [(0, "boat"), (13, "Boat"), (-1, ""), (14, "bird")]],
    "found": [(name,) for name in ["person", "bird", "x"]],
    "long_local": [(place,) for place in [0, 13, -14, 14]],
    "equal": [(numbers, texts) for numbers in TUPLES for texts in [(), ("a",), ("a", "")]],
    "within": [(numbers,) for numbers in TUPLES],
    "shaped": [(array,) for array in ARRAYS],
    "asserted": [(array,) for array in ARRAYS],
    "made": [(list(numbers),) for numbers in TUPLES],
    "matched": [(numbers,) for numbers in TUPLES],
}
