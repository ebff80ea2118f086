"""Dunder methods of plain classes, each as operators and built-in functions call it."""

from __future__ import annotations

from hotforge import compile


class Bag:
    size_limit = 10

    def __init__(self, items: list[int]) -> None:
        self.items = items
        self._name = "bag"
        self.log: list[str] = []

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> int:
        return self.items[index]

    def __setitem__(self, index: int, value: int) -> None:
        self.items[index] = value

    def __delitem__(self, index: int) -> None:
        del self.items[index]

    def __iter__(self):
        return iter(self.items)

    def __contains__(self, item: int) -> bool:
        return item in self.items

    def __call__(self, factor: int, *, offset: int = 0) -> list[int]:
        return [item * factor + offset for item in self.items]

    def __bool__(self) -> bool:
        return sum(self.items) > 0

    def __eq__(self, other) -> bool:
        return isinstance(other, Bag) and sorted(self.items) == sorted(other.items)

    def __hash__(self) -> int:
        return hash(len(self.items))

    def __lt__(self, other: Bag) -> bool:
        return len(self) < len(other)

    def __add__(self, other):
        if isinstance(other, Bag):
            return Bag(self.items + other.items)
        return Bag([*self.items, other])

    def __radd__(self, other: int):
        return Bag([other, *self.items])

    def __iadd__(self, other: int) -> Bag:
        self.items.append(other)
        return self

    def __neg__(self) -> Bag:
        return Bag([-item for item in self.items])

    def __abs__(self) -> int:
        return sum(abs(item) for item in self.items)

    def __str__(self) -> str:
        return "+".join(str(item) for item in self.items)

    def __repr__(self) -> str:
        return f"Bag({self.items!r})"

    def __format__(self, spec: str) -> str:
        return f"[{spec}:{len(self)}]"

    def __enter__(self) -> Bag:
        self.log.append("in")
        return self

    def __exit__(self, kind, value, trace) -> bool:
        self.log.append("out")
        return False

    @property
    def name(self) -> str:
        return self._name.upper()

    @name.setter
    def name(self, value: str) -> None:
        if not value:
            raise ValueError("a bag has a name")
        self._name = value

    @property
    def fixed(self) -> int:
        return 1

    @classmethod
    def of(cls, *items: int) -> Bag:
        return cls(list(items))

    @staticmethod
    def double(value: int) -> int:
        return value * 2


class Small(Bag):
    size_limit = 2

    def __len__(self) -> int:
        return min(super().__len__(), self.size_limit)

    def __str__(self) -> str:
        return "small " + super().__str__()


class Bare:
    pass


class OnlyRepr:
    def __repr__(self) -> str:
        return "only"


@compile()
def containers(items: list[int], index: int) -> tuple[int, int, bool, list[int], list[int], int]:
    bag = Bag(items)
    return len(bag), bag[index], 3 in bag, [item for item in bag], sorted(bag), sum(bag)


@compile()
def changed(items: list[int]) -> tuple[list[int], bool]:
    bag = Bag(items)
    bag[0] = 9
    bag[0] += 1
    del bag[1]
    other = bag
    other += 5
    return bag.items, other is bag


@compile()
def arithmetic(items: list[int]) -> tuple[str, str, str, str, int]:
    bag = Bag(items)
    return repr(bag + bag), repr(bag + 1), repr(1 + bag), repr(-bag), abs(bag)


@compile()
def truths(items: list[int]) -> tuple[bool, bool, str, str]:
    bag = Bag(items)
    return bool(bag), not bag, "yes" if bag else "no", "or" if bag or False else "none"


@compile()
def compared(a: list[int], b: list[int]) -> tuple[bool, bool, bool, bool, list[str]]:
    left, right = Bag(a), Bag(b)
    return left == right, left != right, left < right, left > right, [repr(bag) for bag in sorted([left, right])]


@compile()
def equal_to_others(items: list[int]) -> tuple[bool, bool, bool]:
    bag = Bag(items)
    return bag == 1, bag != "x", bag in [Bag([]), Bag(items)]


@compile()
def keys(items: list[int]) -> tuple[int, bool]:
    bags = {Bag(items): 1, Bag(items[::-1]): 2, Bag([*items, 1]): 3}
    return len(bags), Bag(items) in bags


@compile()
def texts(items: list[int]) -> tuple[str, str, str, str, str]:
    bag = Bag(items)
    return str(bag), repr(bag), f"{bag}", f"{bag:>3}", f"{bag!r} {[bag]}"


@compile()
def called(items: list[int]) -> tuple[list[int], list[int], int, int]:
    bag = Bag(items)
    return bag(2), bag(1, offset=1), Bag.double(4), bag.double(5)


@compile()
def entered(items: list[int]) -> tuple[list[str], int]:
    bag = Bag(items)
    with bag as inner:
        count = len(inner)
    try:
        with bag:
            raise KeyError("x")
    except KeyError:
        bag.log.append("caught")
    return bag.log, count


@compile()
def properties(name: str) -> tuple[str, int]:
    bag = Bag([])
    before = bag.name
    bag.name = name
    return before + bag.name, bag.fixed


@compile()
def no_setter() -> str:
    bag = Bag([])
    try:
        bag.fixed = 2
    except AttributeError as error:
        return str(error)
    return "set"


@compile()
def small(items: list[int]) -> tuple[int, int, str, str, int, int]:
    bag = Small(items)
    return len(bag), Bag.size_limit, f"{bag}", str(Small.of(1, 2, 3)), Small.size_limit, bag.size_limit


@compile()
def defaults() -> tuple[bool, bool, bool, str, str]:
    a, b = Bare(), Bare()
    return a == a, a == b, bool(a), str(OnlyRepr()), f"{OnlyRepr()}"


@compile()
def missing(items: list[int]) -> int:
    bag = Bag(items)
    return bag[100]


CASES = {
    "containers": [([3, 1, 2], 0), ([3], -1), ([1], 5)],
    "changed": [([1, 2, 3],), ([1],), ([],)],
    "arithmetic": [([1, -2],), ([],)],
    "truths": [([1],), ([],), ([-1],), ([0],)],
    "compared": [([1, 2], [2, 1]), ([1], [1, 2]), ([], [])],
    "equal_to_others": [([1],), ([],)],
    "keys": [([1, 2],), ([],)],
    "texts": [([1, 2],), ([],)],
    "called": [([1, 2],)],
    "entered": [([1],)],
    "properties": [("x",), ("",)],
    "no_setter": [()],
    "small": [([1, 2, 3],), ([1],)],
    "defaults": [()],
    "missing": [([1],)],
}
