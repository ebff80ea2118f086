"""Objects of several classes."""

from dataclasses import dataclass

from hotforge import compile


@dataclass
class Circle:
    r: float
    def area(self) -> float:
        return 3 * self.r * self.r


@dataclass
class Square:
    s: float
    name: str = "sq"
    def area(self) -> float:
        return self.s * self.s


@compile()
def records_union(n: int) -> str:
    shapes = [Circle(1.0), Square(2.0), Circle(n)]
    out = ""
    for s in shapes:
        out += f"{s.area():.1f}"
        if isinstance(s, Square):
            out += s.name
        match s:
            case Circle(r=r):
                out += f"c{r}"
            case Square(s=v, name=nm):
                out += f"s{v}{nm}"
    return out + repr(shapes)


CASES = {
    "records_union": [(3,), (0,), (-2,), (7,), (100,), (1,), (5,), (-100,)],
}
