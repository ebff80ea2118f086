"""any, all, bool and isinstance."""

from hotforge import compile


@compile()
def flags(items: list[int]) -> list[bool]:
    return [any(items), all(items), bool(items), not items]


@compile()
def texts(items: list[str]) -> tuple[bool, bool]:
    return any(items), all(items)


@compile()
def kinds(value: int | str | None) -> str:
    if value is None:
        return "none"
    if isinstance(value, str):
        return "text " + value
    return f"number {value + 1}"


@compile()
def filtered(items: list[int]) -> list[int]:
    return list(filter(lambda item: item > 1, items))


CASES = {
    "flags": [([],), ([0],), ([1, 0],), ([1, 2],)],
    "texts": [([],), (["", "a"],), (["a"],)],
    "kinds": [(None,), ("x",), (5,), ("",), (0,)],
    "filtered": [([1, 2, 3],), ([],)],
}
