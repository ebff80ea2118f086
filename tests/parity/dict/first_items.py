"""`next(iter(…))` of a dict and of its views: the first of them."""

from hotforge import compile


@compile()
def first_value(d: dict[str, int]) -> int:
    return next(iter(d.values()))


@compile()
def first_key(d: dict[str, int]) -> str | None:
    return next(iter(d.keys()), None)


@compile()
def first_item(d: dict[str, int]) -> str:
    key, value = next(iter(d.items()))
    return f"{key} {value}"


@compile()
def one_by_one(d: dict[str, int]) -> list[str]:
    items = iter(d.items())
    out: list[str] = []
    while (item := next(items, None)) is not None:
        out.append(f"{item[0]}={item[1]}")
    return out


@compile()
def oldest_out(keys: list[str], limit: int) -> dict[str, int]:
    cache: dict[str, int] = {}
    for place, key in enumerate(keys):
        cache.pop(key, None)
        if len(cache) >= limit:
            del cache[next(iter(cache))]
        cache[key] = place
    return cache


@compile()
def changed_meanwhile(d: dict[str, int]) -> list[str]:
    values = iter(d.values())
    out = [str(next(values, -1))]
    d["new"] = 1
    try:
        out.append(str(next(values, -2)))
    except RuntimeError as error:
        out.append(str(error))
    return out


CASES = {
    "first_value": [({},), ({"a": 1, "b": 2},)],
    "first_key": [({},), ({"a": 1, "b": 2},)],
    "first_item": [({},), ({"a": 1, "b": 2},)],
    "one_by_one": [({},), ({"a": 1, "b": 2},)],
    "oldest_out": [([], 2), (["a", "b", "a", "c", "d"], 2), (["a", "a"], 1)],
    "changed_meanwhile": [({"a": 1, "b": 2},), ({"new": 3, "b": 2},)],
}
