"""Methods of `dict`: defaults of any type, updates, `fromkeys`, views that stay live."""

from hotforge import compile


@compile()
def got(data: dict[str, int], key: str) -> list[int | str | None]:
    return [data.get(key), data.get(key, 7), data.get(key, None), data.get(key, "none")]


@compile()
def float_default(data: dict[str, float], key: str) -> str:
    return f"{data.get(key, 0)!r}"


@compile()
def popped(data: dict[str, int], key: str) -> tuple[int | None, int | str, int, dict[str, int]]:
    first = data.pop(key, None)
    second = data.pop(key, "gone")
    third = data.pop("b", 0)
    return first, second, third, data


@compile()
def strict_pop(data: dict[str, int], key: str) -> int:
    return data.pop(key)


@compile()
def updated(data: dict[str, int], pairs: list[tuple[str, int]]) -> dict[str, int]:
    data.update(pairs)
    data.update({"x": 1}, y=2)
    data.update(z=3)
    data |= {"w": 4}
    return data | dict(pairs)


@compile()
def from_keys(keys: list[str]) -> tuple[dict[str, int], dict[str, None]]:
    return dict.fromkeys(keys, 0), dict.fromkeys(keys)


@compile()
def shared_value(keys: list[str]) -> dict[str, list[int]]:
    made = dict.fromkeys(keys, [0])
    made[keys[0]].append(1)
    return made


@compile()
def made(keys: list[str], values: list[int]) -> dict[str, int]:
    return dict(zip(keys, values))


@compile()
def views(data: dict[str, int]) -> tuple[int, list[str], list[int], list[tuple[str, int]], bool, str, int]:
    keys, values, items = data.keys(), data.values(), data.items()
    data["new"] = 5
    return len(keys), list(keys), sorted(values), list(items), "new" in keys, f"{keys} {values}", sum(values)


@compile()
def viewed_in_loop(data: dict[str, int]) -> list[int]:
    values = data.values()
    seen = []
    for step in range(3):
        if step == 1:
            data[str(step)] = step
        seen.append(len(values))
    return seen


@compile()
def view_of_old(data: dict[str, int]) -> list[str]:
    keys = data.keys()
    kept = data
    data = {"other": 1}
    kept["more"] = len(data)
    return list(keys) + list(keys)


@compile()
def last_first(data: dict[str, int]) -> list[str]:
    return list(reversed(data))


@compile()
def last_item(data: dict[str, int]) -> tuple[str, int]:
    return data.popitem()


@compile()
def set_default(data: dict[str, list[int]], key: str, value: int) -> dict[str, list[int]]:
    data.setdefault(key, []).append(value)
    return data


CASES = {
    "got": [({"a": 1}, "a"), ({"a": 1}, "b"), ({}, "")],
    "float_default": [({"a": 1.5}, "a"), ({}, "a")],
    "popped": [({"a": 1, "b": 2}, "a"), ({}, "a"), ({"b": 3}, "b")],
    "strict_pop": [({"a": 1}, "a"), ({"a": 1}, "it's")],
    "updated": [({"a": 1}, [("a", 2), ("x", 0)]), ({}, [])],
    "from_keys": [(["b", "a", "b"],), ([],)],
    "shared_value": [(["a", "b"],)],
    "made": [(["a", "b", "a"], [1, 2, 3]), ([], [1]), (["x"], [])],
    "views": [({"a": 1, "b": 2},), ({},)],
    "viewed_in_loop": [({},), ({"1": 0},)],
    "view_of_old": [({"a": 1},), ({},)],
    "last_first": [({"a": 1, "b": 2},), ({},)],
    "last_item": [({"a": 1, "b": 2},), ({},)],
    "set_default": [({}, "a", 1), ({"a": [0]}, "a", 1)],
}
