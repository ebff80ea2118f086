"""What a test tells of a variant behind `or`, `and`, `not`, early returns and in comprehensions."""

from hotforge import compile


@compile()
def either(value: int | str | list[int] | None) -> str:
    if value is None or isinstance(value, list):
        return f"no scalar {value!r}"
    if not isinstance(value, int) and len(value) > 1:
        return value[1:]
    return f"{value!r}"


@compile()
def guarded(value: int | str | None) -> str:
    if isinstance(value, int) and value > 3 or isinstance(value, str) and value.isupper():
        return f"yes {value}"
    return "no" if value is None or not value else f"else {value}"


@compile()
def filtered(values: list[int | str | None]) -> str:
    numbers = [value for value in values if isinstance(value, int)]
    texts = [value.upper() for value in values if value is not None and not isinstance(value, int)]
    return f"{sum(numbers)} {texts} {[value for value in values if value is None]} {[v + 1 if isinstance(v, int) else v for v in values]}"


@compile()
def assertions(value: int | str | None) -> str:
    try:
        assert value is not None, "nothing"
        assert isinstance(value, int) or value, "empty"
    except AssertionError as error:
        return f"{error} {value!r}"
    return f"{value}"


@compile()
def rebound(value: int | str | None) -> str:
    if value is None:
        value = 0
    while isinstance(value, int):
        value = value + 1 if value < 3 else f"={value}"
    return value.strip("=")


CASES = {
    "either": [(1,), ("abc",), ([1],), (None,), ("",), (0,), ([],)],
    "guarded": [(1,), (5,), ("A",), ("a",), ("",), (None,), (0,)],
    "filtered": [([1, "a", None, 2],), ([],), ([None],), (["é"],)],
    "assertions": [(1,), ("",), ("a",), (None,), (0,)],
    "rebound": [(1,), (None,), ("x=",), (10,)],
}
