"""Optional values: is None, truth, defaults."""

from hotforge import compile


@compile()
def or_default(value: int | None = None) -> int:
    return value if value is not None else 7


@compile()
def truthy(value: str | None) -> str:
    if value:
        return value.upper()
    return "nothing"


@compile()
def find(items: list[str], prefix: str) -> str | None:
    for item in items:
        if item.startswith(prefix):
            return item
    return None


@compile()
def first_even(items: list[int]) -> int | None:
    found = None
    for item in items:
        if item % 2 == 0:
            found = item
            break
    return found


@compile()
def attribute_of_none(text: str | None) -> str:
    assert text is not None, "no text"
    return text.strip()


@compile()
def list_with_holes(items: list[int | None]) -> list[int]:
    return [item for item in items if item is not None]


CASES = {
    "or_default": [(), (None,), (0,), (3,)],
    "truthy": [("a",), ("",), (None,)],
    "find": [(["apple", "bean"], "b"), (["apple"], "z"), ([], "")],
    "first_even": [([1, 2, 4],), ([1],), ([],)],
    "attribute_of_none": [(" a ",), (None,)],
    "list_with_holes": [([1, None, 2, 0],), ([],)],
}
