"""Dataclasses: generated methods, defaults, `field`, `frozen`, `order`, `__post_init__`, inheritance."""

from __future__ import annotations

from dataclasses import asdict, astuple, dataclass, field, replace

from hotforge import compile


@dataclass
class Point:
    x: float
    y: float = 0.0

    def norm(self) -> float:
        return (self.x**2 + self.y**2) ** 0.5

    def __add__(self, other: Point) -> Point:
        return Point(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        if isinstance(factor, Point):
            return self.x * factor.x + self.y * factor.y
        return Point(self.x * factor, self.y * factor)

    def __rmul__(self, factor):
        return self * factor

    def __neg__(self):
        return Point(-self.x, -self.y)


@dataclass(frozen=True)
class Key:
    name: str
    index: int = 0


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


@dataclass
class Basket:
    owner: str
    items: list[str] = field(default_factory=list)
    prices: dict[str, float] = field(default_factory=dict)
    secret: str = field(default="hidden", repr=False)
    total: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self.owner = self.owner.title()
        self.total = sum(self.prices.values())

    def add(self, name: str, price: float) -> Basket:
        self.items.append(name)
        self.prices[name] = price
        self.total += price
        return self


@dataclass
class Animal:
    name: str
    legs: int = 4

    def speak(self) -> str:
        return f"{self.name} makes {self.sound()}"

    def sound(self) -> str:
        return "noise"


@dataclass
class Dog(Animal):
    tricks: list[str] = field(default_factory=list)

    def sound(self) -> str:
        return "woof"


@dataclass
class Bird(Animal):
    legs: int = 2
    can_fly: bool = True

    def sound(self) -> str:
        return "tweet " + super().sound()


@dataclass(kw_only=True)
class Options:
    depth: int = 3
    name: str


@dataclass
class Tree:
    value: int
    left: Tree | None = None
    right: "Tree | None" = None

    def insert(self, value: int) -> None:
        if value < self.value:
            if self.left is None:
                self.left = Tree(value)
            else:
                self.left.insert(value)
        else:
            if self.right is None:
                self.right = Tree(value)
            else:
                self.right.insert(value)

    def walk(self) -> list[int]:
        found: list[int] = []
        if self.left:
            found += self.left.walk()
        found.append(self.value)
        if self.right:
            found += self.right.walk()
        return found


@compile()
def points(x: float, y: float) -> list[str]:
    p = Point(x, y)
    q = Point(1.0)
    r = p + q
    return [
        repr(p), str(q), f"{r}", f"{r!r:>40}", repr(p * 2.0), repr(2.0 * p), repr(p * q), repr(-p),
        repr(p == Point(x, y)), repr(p != q), repr(p is p), repr(p.norm()), repr([p, q]), repr({"p": p}),
    ]


@compile()
def keyed(names: list[str]) -> dict[str, int]:
    counts: dict[Key, int] = {}
    for i, name in enumerate(names):
        key = Key(name, i % 2)
        counts[key] = counts.get(key, 0) + 1
    seen = {Key(name) for name in names}
    result = {f"{key.name}/{key.index}": count for key, count in counts.items()}
    result["seen"] = len(seen)
    result["has"] = int(Key("a") in seen) + 10 * int(Key("a", 1) in counts)
    return result


@compile()
def frozen(name: str) -> str:
    key = Key(name)
    if name:
        key.name = "other"
    return repr(key)


@compile()
def versions(pairs: list[tuple[int, int]]) -> tuple[list[str], list[bool], str]:
    made = [Version(major, minor, f"v{i}") for i, (major, minor) in enumerate(pairs)]
    in_order = [version.label for version in sorted(made)]
    a, b = made[0], made[-1]
    best = max(made)
    return in_order, [a < b, a <= b, a > b, a >= b, a == b, a != b], f"{best} {min(made)}"


@compile()
def basket(owner: str, prices: list[float]) -> tuple[str, float, list[str]]:
    one = Basket(owner)
    two = Basket("x", prices={"start": 1.5})
    for i, price in enumerate(prices):
        one.add(f"item{i}", price).add(f"more{i}", price / 2)
    two.items.append("only two")
    return repr(one), one.total + two.total, two.items


@compile()
def animals(name: str) -> list[str]:
    zoo = [Animal(name), Dog(name, tricks=["sit"]), Bird("Tweety"), Dog("Rex", 3)]
    lines = [animal.speak() for animal in zoo]
    lines += [repr(animal) for animal in zoo]
    for animal in zoo:
        if isinstance(animal, Dog):
            animal.tricks.append("roll")
            lines.append(f"{animal.name} {animal.tricks}")
        elif isinstance(animal, Bird):
            lines.append(f"{animal.can_fly} {animal.legs}")
        else:
            lines.append(type(animal).__name__)
    lines.append(str([isinstance(animal, Animal) for animal in zoo]))
    lines.append(str(Animal("a") == Dog("a")))
    return lines


@compile()
def options(depth: int) -> str:
    one = Options(name="n")
    two = Options(depth=depth, name="m")
    three = replace(two, name="k")
    return f"{one} {two} {three} {two == three} {two == replace(three, name='m')}"


@compile()
def tree(values: list[int]) -> tuple[list[int], str]:
    if not values:
        return [], "empty"
    root = Tree(values[0])
    for value in values[1:]:
        root.insert(value)
    return root.walk(), repr(root)


@compile()
def unpacked(x: float, name: str) -> tuple[dict[str, float], tuple[float, float], dict[str, str | int]]:
    return asdict(Point(x, 2.0)), astuple(Point(x)), asdict(Key(name, 3))


@compile()
def mixed(n: int) -> str:
    p = Point(n)
    q = Point(n, 1)
    return f"{p} {q} {p.x / 2} {p == Point(float(n))}"


CASES = {
    "points": [(3.0, 4.0), (0.0, -0.0), (float("inf"), 1e-300), (1e200, 1e200)],
    "keyed": [([],), (["a"],), (["a", "b", "a", "a"],), (["x", "a", "a"],)],
    "frozen": [("",), ("a",)],
    "versions": [([(1, 2)],), ([(1, 2), (1, 1), (0, 9)],), ([(2, 0), (2, 0)],), ([(1, 0), (1, 0), (0, 1), (1, 1)],)],
    "basket": [("ann lee", []), ("BOB", [1.0, 2.5]), ("", [float("nan")])],
    "animals": [("Cat",), ("",)],
    "options": [(3,), (0,)],
    "tree": [([],), ([5],), ([5, 3, 8, 1, 4, 9, 5],), ([1, 2, 3],)],
    "unpacked": [(1.5, "a"), (0.0, "")],
    "mixed": [(1,), (-2,)],
}
