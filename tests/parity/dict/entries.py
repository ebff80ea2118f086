"""Dicts of values of several types: what is read under a key that is written out has the type of what is put there."""

from __future__ import annotations

import copy
import itertools
import json
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hotforge import compile


def label_of(row: dict[str, Any]) -> str:
    return row["label"].upper()


def raise_score(row: dict[str, Any], by: float) -> None:
    row["score"] += by


@compile()
def detections(texts: list[str], threshold: float) -> list[dict[str, Any]]:
    rows = []
    for index, text in enumerate(texts):
        score = len(text) / 10
        row = {"label": text, "score": score, "index": index, "tags": [text]}
        if row["score"] > threshold:
            row["tags"].append("high")
            raise_score(row, 0.25)
            rows.append(row)
    rows.sort(key=lambda row: (-row["score"], row["label"]))
    for row in rows:
        row["label"] = label_of(row)
        row["index"] += 1
    return rows


@compile()
def best(texts: list[str]) -> tuple[str, float, list[str]]:
    rows: list[dict[str, str | float]] = []
    for text in texts:
        rows.append({"label": text, "score": float(len(text))})
    top = max(rows, key=lambda row: row["score"])
    ordered = sorted(rows, key=lambda row: row["score"], reverse=True)
    return top["label"].lower(), top["score"] * 2, [row["label"] for row in ordered]


@compile()
def missing(key: str) -> str:
    row = {"label": "a", "score": 1.5}
    try:
        return str(row["other"])
    except KeyError as error:
        return f"{error} {row.get('other')} {row.get('label', 3)} {row.get('other', 3)} {row.get(key)} {row.pop('no', 1)}"


@compile()
def read_before(count: int) -> list[float]:
    row = {"name": "x"}
    seen = []
    for step in range(count):
        if step > 0:
            seen.append(row["value"] + 1)
        row["value"] = step / 2
    return seen


@compile()
def computed_key(key: str) -> list[str]:
    row = {"label": "a", "score": 1.5}
    row[key] = "written"
    return [str(row["label"]), str(row["score"]), repr(row)]


@compile()
def other_name(text: str) -> str:
    row = {"label": "a", "score": 1.5}
    alias = row
    alias["score"] = text
    return f"{row['score']!r} {row['label'].upper()}"


def overwrite(row: dict[str, Any], key: str) -> None:
    row[key] = "over"


def overwrite_score(row: dict[str, Any]) -> None:
    row["score"] = "over"


@compile()
def by_functions(key: str) -> str:
    first, second = {"label": "a", "score": 1.5}, {"label": "b", "score": 2.5}
    overwrite(first, key)
    overwrite_score(second)
    return f"{first['score']!r} {first['label']!r} {second['score']!r} {second['label'].upper()}"


@compile()
def through_a_list(key: str) -> str:
    row = {"label": "a", "score": 1.5}
    rows = [row]
    rows[0][key] = "in the list"
    return f"{row['score']!r} {row['label']!r}"


@compile()
def through_a_tuple(number: int) -> str:
    row = {"label": "a", "score": 1.5}
    pair = (row, number)
    pair[0]["score"] = "in the tuple"
    return f"{row['score']!r}"


@dataclass
class Holder:
    row: dict[str, str | float]


@compile()
def through_a_field(key: str) -> str:
    row = {"label": "a", "score": 1.5}
    holder = Holder(row)
    holder.row[key] = "in the field"
    return f"{row['score']!r} {row['label']!r} {holder.row['score']!r}"


@compile()
def through_a_closure(key: str) -> str:
    row = {"label": "a", "score": 1.5}

    def change() -> None:
        row[key] = "in the closure"

    change()
    return f"{row['score']!r} {row['label']!r}"


@compile()
def through_a_cell(flag: bool) -> str:
    row = {"label": "a", "score": 1.5}

    def change() -> None:
        nonlocal row
        row = {"label": 3, "score": "new"} if flag else {"label": "same", "score": 0.5}

    change()
    return f"{row['score']!r} {row['label']!r}"


def rows_of(count: int) -> Iterator[dict[str, str | int]]:
    for index in range(count):
        yield {"name": f"n{index}", "index": index}


@compile()
def from_a_generator(count: int) -> tuple[int, str]:
    total, names = 0, ""
    for row in rows_of(count):
        total += row["index"]
        names += row["name"]
    return total, names


def one_of(flag: bool) -> dict[str, Any]:
    if flag:
        return {"value": 1, "kind": "int"}
    return {"value": "one", "kind": 2}


@compile()
def returned(flag: bool) -> str:
    row = one_of(flag)
    return f"{row['value']!r} {row['kind']!r} {len(row)}"


@compile()
def two_displays(texts: list[str]) -> list[str]:
    rows = []
    for text in texts:
        if text:
            rows.append({"text": text, "length": len(text)})
        else:
            rows.append({"text": "<empty>", "length": 0})
    return [row["text"] * row["length"] for row in rows]


@compile()
def displays_that_differ(flags: list[bool]) -> str:
    rows = [{"value": 1, "name": "a"} if flag else {"value": "one", "name": 2} for flag in flags]
    return " ".join(f"{row['value']!r}/{row['name']!r}" for row in rows)


@compile()
def chained(count: int) -> list[str]:
    ones = [{"value": 1, "name": "a"}] * count
    others = [{"value": "x", "name": 2}]
    found = [repr(row["value"]) for row in itertools.chain(ones, others)]
    for one, other in zip(ones, others):
        found.append(f"{one['value']} {other['value']}")
    for row in [*ones, *others]:
        found.append(repr(row["name"]))
    found.append(repr(max(ones[0], others[0], key=lambda row: len(str(row["value"])))["value"]))
    for row in sorted(ones + others, key=lambda row: str(row["name"])):
        found.append(repr(row["value"]))
    for row in filter(None, reversed(others)):
        found.append(str(row["value"]).upper())
    return found


@compile()
def swapped(flag: bool) -> str:
    first, second = {"value": 1, "name": "a"}, {"value": "x", "name": 2}
    if flag:
        first, second = second, first
    chosen = first if flag else second
    both = first or second
    return f"{first['value']!r} {second['value']!r} {chosen['name']!r} {both['name']!r}"


@compile()
def updated(text: str, number: int) -> str:
    row = {"label": "a", "score": 1.5}
    row.update({"score": text, "extra": number})
    other = {"value": 1, "name": "a"}
    other.update(value=text)
    third = {"value": 1, "name": "a"}
    third |= {"name": number}
    return f"{row['score']!r} {row['extra']!r} {other['value']!r} {third['name']!r} {third['value'] + 1}"


@compile()
def updated_by_computed(pairs: list[tuple[str, str]], texts: dict[str, str]) -> str:
    row = {"label": "a", "score": 1.5}
    row.update(pairs)
    other = {"label": "a", "score": 1.5}
    other.update(texts)
    third = {"label": "a", "score": 1.5}
    third |= texts
    return f"{row['score']!r} {other['score']!r} {third['score']!r}"


@compile()
def merged(text: str) -> str:
    row = {"label": "a", "score": 1.5}
    spread = {**row, "score": text}
    both = row | {"score": text, "more": 1}
    copied, made, deep = row.copy(), dict(row), copy.deepcopy(row)
    copied["score"], made["score"] = text, text
    deep["label"] = 7
    return f"{row['score'] + 1} {spread['score']!r} {spread['label']!r} {both['more']!r} {copied['score']!r} {made['score']!r} {deep['label']!r} {row['label'].upper()}"


@compile()
def defaults(text: str) -> str:
    row = {"label": "a", "score": 1.5}
    first = row.setdefault("score", text)
    second = row.setdefault("text", text)
    third = row.setdefault("label", 3)
    return f"{first!r} {second!r} {third!r} {row['score']!r} {row.get('text', 1)!r} {row.pop('label', None)!r} {row.get('label')!r}"


@compile()
def popped(text: str) -> str:
    row = {"label": text, "score": 1.5, "tags": [text]}
    tags = row.pop("tags")
    tags.append("end")
    score = row.pop("score", 0)
    gone = row.pop("score", 0)
    try:
        row.pop("score")
    except KeyError as error:
        return f"{tags} {score + 1} {gone} {error} {row}"
    return ""


@compile()
def within(text: str) -> str:
    row = {"meta": {"name": text, "size": len(text)}, "rows": [{"id": 1, "name": text}], "kind": 3}
    row["meta"]["size"] += 1
    row["rows"].append({"id": 2, "name": "z"})
    row["rows"][0]["id"] = 5
    total = sum(item["id"] for item in row["rows"])
    return f"{row['meta']['name'].upper()} {row['meta']['size'] + 1} {total} {row['kind'] - 1} {json.dumps(row)}"


@compile()
def within_by_computed(key: str) -> str:
    inner = {"name": "a", "size": 1}
    row = {"meta": inner, "kind": 3}
    row["meta"][key] = 2.5
    return f"{inner['size']!r} {inner['name']!r} {row['meta']['size']!r}"


@compile()
def grown(count: int) -> str:
    row: dict[str, Any] = {}
    row["values"] = []
    row["count"] = 0
    for index in range(count):
        row["values"].append(index)
        row["count"] += 1
    row["mean"] = sum(row["values"]) / max(row["count"], 1)
    return f"{row['mean']:.2f} {row['values']} {row}"


@compile()
def grouped(texts: list[str]) -> str:
    groups = defaultdict(lambda: {"count": 0, "texts": []})
    for text in texts:
        groups[text[:1]]["count"] += 1
        groups[text[:1]]["texts"].append(text)
    queue = deque([{"key": key, "count": group["count"]} for key, group in groups.items()])
    first = queue.popleft()
    return f"{first['key'].upper()} {first['count'] + 1} {dict(groups)}"


@compile()
def kept_in_a_dict(texts: list[str], key: str) -> str:
    table = {}
    for text in texts:
        table[text] = {"name": text, "size": len(text)}
    table[texts[0]]["size"] = 7
    before = table[texts[0]]["size"]
    for row in table.values():
        row[key] = 0.5
    return f"{before} {[row['size'] for row in table.values()]} {[row['name'] for _, row in table.items()]}"


@compile()
def narrowed(flag: bool) -> str:
    row = {"value": 1 if flag else "one", "name": "a"}
    value = row["value"]
    if isinstance(value, int):
        return f"{value + 1} {row['name']}"
    if isinstance(row["value"], str):
        return value.upper() + row["name"]
    return ""


@compile()
def optional(flag: bool) -> str:
    row = {"value": None, "name": "a", "size": 3}
    if flag:
        row["value"] = 2.5
    if row["value"] is None:
        return f"none {row['size'] + 1}"
    value = row["value"]
    return f"{value if value is None else value * 2} {row['name'].upper()}"


@compile()
def matched(flag: bool) -> str:
    row = {"kind": "box", "size": 3, "text": "-"} if flag else {"kind": "text", "size": 0, "text": "long"}
    match row:
        case {"kind": "box", "size": int(size)}:
            return f"box {size + 1}"
        case {"kind": kind, **rest}:
            return f"{kind} {rest}"
    return "?"


@compile()
def in_a_handler(text: str) -> str:
    row = {"value": 1, "name": "a"}
    try:
        row["value"] = int(text)
        row["value"] += 10 // row["value"]
    except ValueError:
        row["name"] = text
    except ZeroDivisionError as error:
        row["name"] = str(error)
    return f"{row['value']!r} {row['name'].upper()}"


@compile()
def rebound(count: int) -> list[str]:
    row = {"value": 0, "name": "start"}
    seen = []
    for step in range(count):
        seen.append(f"{row['name']}{row['value']}")
        row = {"value": row["value"] + 1, "name": f"step{step}"}
    while (last := {"value": len(seen), "done": "no"})["value"] < 3:
        seen.append(last["done"].upper())
    return seen


@compile()
def deleted(text: str) -> str:
    row = {"label": text, "score": 1.5}
    del row["score"]
    has = "score" in row
    try:
        return f"{row['score'] + 1}"
    except KeyError as error:
        return f"{error} {has} {row}"


@compile()
def same_function_of_two(text: str) -> str:
    first, second = {"label": text, "score": 1.5}, {"label": 5, "score": text}
    return f"{len(str(first['score']))} {show(first)} {show(second)}"


def show(row: dict[str, Any]) -> str:
    return f"{row['label']!r}:{row['score']!r}"


@compile()
def escaped_keys(text: str) -> list[str]:
    row = {"": 1, "é": text, "a\nb": 2.5, "'": None}
    return [repr(row[""] + 1), row["é"].upper(), repr(row["a\nb"] * 2), repr(row["'"]), repr(row)]


CASES: dict[str, list[tuple[Any, ...]]] = {
    "detections": [(["cat", "a dog", "éléphant", ""], 0.25), ([], 0.0), (["x"], -1.0)],
    "best": [(["cat", "Elephant", "dog"],), ([],), (["É"],)],
    "missing": [("label",), ("x",)],
    "read_before": [(0,), (1,), (4,)],
    "computed_key": [("score",), ("label",), ("",), ("other",)],
    "other_name": [("t",)],
    "by_functions": [("score",), ("label",), ("x",)],
    "through_a_list": [("score",), ("label",), ("x",)],
    "through_a_tuple": [(1,)],
    "through_a_field": [("score",), ("label",), ("x",)],
    "through_a_closure": [("score",), ("label",), ("x",)],
    "through_a_cell": [(True,), (False,)],
    "from_a_generator": [(0,), (3,)],
    "returned": [(True,), (False,)],
    "two_displays": [(["a", "", "bcd"],), ([],)],
    "displays_that_differ": [([True, False],), ([],), ([False],)],
    "chained": [(0,), (1,), (2,)],
    "swapped": [(True,), (False,)],
    "updated": [("t", 3)],
    "updated_by_computed": [([("score", "p"), ("z", "q")], {"score": "r"}), ([], {})],
    "merged": [("t",)],
    "defaults": [("t",)],
    "popped": [("t",)],
    "within": [("né",), ("",)],
    "within_by_computed": [("size",), ("name",), ("x",)],
    "grown": [(0,), (3,)],
    "grouped": [(["apple", "avocado", "bean"],), ([],), (["", "a"],)],
    "kept_in_a_dict": [(["ab", "c"], "size"), (["ab", "c"], "name"), ([], "x"), (["q"], "x")],
    "narrowed": [(True,), (False,)],
    "optional": [(True,), (False,)],
    "matched": [(True,), (False,)],
    "in_a_handler": [("5",), ("0",), ("x",)],
    "rebound": [(0,), (2,), (5,)],
    "deleted": [("t",)],
    "same_function_of_two": [("t",)],
    "escaped_keys": [("é",)],
}
