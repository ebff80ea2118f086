"""`is` with bools, and variants that hold one."""

from hotforge import compile


@compile()
def told(value: bool | None) -> str:
    if value is True:
        return "true"
    if value is False:
        return "false"
    return "neither"


@compile()
def of_many(value: bool | int | str | None) -> list[bool]:
    return [value is True, value is False, value is not True, value is None]


@compile()
def of_int(n: int) -> list[bool]:
    flag = n > 1
    return [flag is True, (flag is True) is False, flag is (n > 5)]


@compile()
def counted(values: list[bool | str]) -> int:
    return sum(1 for value in values if value is True)


CASES = {
    "told": [(True,), (False,), (None,)],
    "of_many": [(True,), (False,), (1,), (0,), ("True",), (None,)],
    "of_int": [(0,), (2,), (9,)],
    "counted": [([True, "x", False, True],), ([],)],
}
