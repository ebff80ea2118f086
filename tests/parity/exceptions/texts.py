"""`__repr__` and `__str__` of exception classes, and attributes that only the class holds."""

from hotforge import compile


class Shown(Exception):
    code = 7

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __repr__(self) -> str:
        return f"<Shown {self.name!r}>"


class Both(Shown):
    code = 8

    def __str__(self) -> str:
        return f"both {self.name}"


class Plain(ValueError):
    def __repr__(self) -> str:
        return "plain!"


class Base(Exception):
    level = 1
    hint = "none"


class Set(Base):
    def __init__(self, level: int) -> None:
        self.level = level


class Over(Base):
    level = 3


@compile()
def shown(name: str, kind: int) -> tuple[str, str, str, int]:
    try:
        if kind == 0:
            raise Shown(name)
        raise Both(name)
    except Shown as error:
        return repr(error), str(error), f"{error!r}|{error}", error.code


@compile()
def plain(text: str) -> tuple[str, str]:
    try:
        raise Plain(text, 1)
    except ValueError as error:
        return repr(error), str(error)


@compile()
def caught_as_exception(name: str) -> str:
    try:
        raise Both(name)
    except Exception as error:
        return repr(error)


@compile()
def levels(kind: int) -> tuple[int, str]:
    try:
        if kind == 0:
            raise Base("b")
        if kind == 1:
            raise Set(9)
        raise Over
    except Base as error:
        return error.level, error.hint


@compile()
def of_one_class(kind: int) -> int:
    try:
        if kind == 0:
            raise Set(4)
        raise Over("o")
    except Over as error:
        return error.level
    except Set as error:
        return error.level + 100


@compile()
def raised(name: str) -> int:
    raise Both(name)


CASES = {
    "shown": [("é", 0), ("", 1), ("it's", 1)],
    "plain": [("a",), ("",)],
    "caught_as_exception": [("x",)],
    "levels": [(0,), (1,), (2,)],
    "of_one_class": [(0,), (1,)],
    "raised": [("x",)],
}
