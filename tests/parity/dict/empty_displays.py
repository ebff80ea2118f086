"""Empty displays among others: each stays what it is."""

from hotforge import compile


@compile()
def dict_display(n: int) -> str:
    d = {"a": {"x": n}, "b": []}
    return str(d)


@compile()
def dict_display2(n: int) -> str:
    d = {"a": set(), "b": [], "c": {}, "d": (), "e": [n], "f": {"k": []}}
    return str(d)


@compile()
def list_display(n: int) -> str:
    d = [[], {}, [1], "x", None, [[]], {"a": [n]}]
    return str(d) + str(len(d))


CASES = {
    "dict_display": [(1,)],
    "dict_display2": [(1,)],
    "list_display": [(1,)],
}
