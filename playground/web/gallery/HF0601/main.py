"""A table of functions that hold values: a global that cannot be frozen."""

from hotforge import compile


def scaled(factor: int):
    def scale(value: int) -> int:
        return value * factor

    return scale


OPERATIONS = {"double": scaled(2), "triple": scaled(3)}


@compile()
def apply(name: str, value: int) -> int:
    return OPERATIONS[name](value)
