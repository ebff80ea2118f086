"""Captured dicts of values of several types: each key has the type of what the module put there."""

from __future__ import annotations

from typing import Any

from hotforge import compile

CONFIG = {
    "name": "resnet",
    "size": 224,
    "mean": [0.5, 0.25],
    "crop": {"ratio": 0.875, "mode": "center", "box": (1, 2)},
    "bias": None,
}
LABELS = [{"id": 1, "name": "cat", "tags": ["small"]}, {"id": 2, "name": "dog", "tags": []}]
MIXED = [{"id": 1, "value": "x"}, {"id": "two", "value": 2.5}]
BY_NAME = {"cat": {"id": 1, "score": 0.5}, "dog": {"id": 2, "score": 1.5}}

CHANGED = {"name": "a", "size": 1}
CHANGED["size"] = "large"
CHANGED["added"] = 2

OF_NUMBERS = {1: "one", "two": 2}


@compile()
def config(scale: int) -> tuple[int, str, float, float, str, int, bool]:
    mean = CONFIG["mean"]
    return (
        CONFIG["size"] * scale,
        CONFIG["name"].upper(),
        sum(mean) / len(mean),
        CONFIG["crop"]["ratio"] * 2,
        CONFIG["crop"]["mode"][0],
        CONFIG["crop"]["box"][1],
        CONFIG["bias"] is None,
    )


@compile()
def labels(index: int) -> str:
    row = LABELS[index]
    return f"{row['name'].upper()} {row['id'] + 1} {' '.join(row['tags'])} {row.get('missing', 7)}"


@compile()
def mixed() -> list[str]:
    return [f"{row['id']!r} {row['value']!r}" for row in MIXED]


@compile()
def named(name: str) -> float:
    return BY_NAME[name]["score"] * BY_NAME[name]["id"]


@compile()
def changed() -> str:
    return f"{CHANGED['name']!r} {CHANGED['size']!r} {CHANGED.get('added')} {CHANGED.get('no', 1)}"


@compile()
def missing() -> str:
    try:
        return str(CONFIG["none"])
    except KeyError as error:
        return repr(error)


@compile()
def of_numbers() -> str:
    return f"{OF_NUMBERS[1]!r} {OF_NUMBERS['two']!r}"


@compile()
def copied(key: str) -> str:
    own = dict(CONFIG["crop"])
    own["ratio"] = 2
    merged = {**CONFIG["crop"], "mode": key}
    computed = dict(CONFIG["crop"])
    computed[key] = "c"
    return f"{own['ratio'] + 1} {merged['mode'].upper()} {merged['ratio'] + 1} {computed['ratio']!r} {CONFIG['crop']['ratio'] + 1}"


def size_of(config: dict[str, Any]) -> int:
    return config["size"] + 1


@compile()
def passed(scale: int) -> int:
    local = {"size": scale, "name": "x"}
    return size_of(CONFIG) + size_of(local)


CASES: dict[str, list[tuple[Any, ...]]] = {
    "config": [(2,)],
    "labels": [(0,), (1,), (-1,), (5,)],
    "mixed": [()],
    "named": [("cat",), ("dog",), ("bird",)],
    "changed": [()],
    "missing": [()],
    "of_numbers": [()],
    "copied": [("ratio",), ("x",)],
    "passed": [(3,)],
}
