"""What `__str__`, `__repr__` and `__format__` raise in an f-string or in the text of a container is caught."""

from hotforge import compile


class Loud:
    def __init__(self, n: int):
        self.n = n
    def __str__(self) -> str:
        if self.n < 0:
            raise ValueError("no text")
        return f"L{self.n}"
    def __repr__(self) -> str:
        if self.n == 0:
            raise KeyError("no repr")
        return f"Loud({self.n})"
    def __format__(self, spec: str) -> str:
        if spec == "x":
            raise TypeError("bad spec")
        return spec + str(self)


@compile()
def loud(n: int, spec: str) -> list[str]:
    out = []
    x = Loud(n)
    try:
        out.append(f"{x!s} and {x!r:>10}")
    except (ValueError, KeyError) as e:
        out.append(repr(e))
    try:
        out.append(f"{x:{spec}}")
    except (ValueError, TypeError) as e:
        out.append(repr(e))
    try:
        out.append(str([x, x]))
    except KeyError as e:
        out.append(f"k {e}")
    finally:
        out.append("f")
    return out


CASES = {
    "loud": [(1, ""), (-1, ">"), (0, "x"), (0, "y")],
}
