"""`csv.writer` and `csv.DictWriter`."""

import csv
import io

from hotforge import compile


@compile()
def written(rows: list[list[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    for row in rows:
        writer.writerow(row)
    return out.getvalue()


@compile()
def all_at_once(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue()


@compile()
def mixed(name: str, count: int, score: float, flag: bool, note: str | None) -> list[str | int]:
    out = io.StringIO()
    length = csv.writer(out).writerow([name, count, score, flag, note])
    csv.writer(out, quoting=csv.QUOTE_NONNUMERIC).writerow((name, count, score, flag, note))
    csv.writer(out, delimiter=";").writerows([(name, count), (note or "-", 2)])
    return [out.getvalue(), length]


@compile()
def options(row: list[str], delimiter: str, quote: str | None, escape: str | None, doublequote: bool) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quotechar=quote, escapechar=escape, doublequote=doublequote)
    writer.writerow(row)
    return out.getvalue()


@compile()
def unquoted(row: list[str], escape: str | None) -> str:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONE, escapechar=escape)
    writer.writerow(row)
    return out.getvalue()


@compile()
def to_closed(row: list[str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    out.close()
    writer.writerow(row)
    return "written"


@compile()
def dicts(rows: list[dict[str, int]], names: list[str], action: str) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=names, restval="-", extrasaction=action)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@compile()
def mixed_dicts(name: str, score: float | None) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, ["name", "score"], quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow({"name": name, "score": score})
    writer.writerow({"name": "none"})
    return out.getvalue()


@compile()
def there_and_back(rows: list[list[str]]) -> list[list[str]]:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return list(csv.reader(io.StringIO(out.getvalue())))


ROWS = [[], [""], ["", ""], ["a", "b c", "d,e"], ['say "x"', "'"], ["line\nbreak", "cr\rhere"], ["é", "日本", " x "], ["a\\b", ";"]]
CASES = {
    "written": [(ROWS,), ([],)],
    "all_at_once": [(ROWS,), ([],)],
    "mixed": [("a,b", -1, 0.1, True, None), ("", 0, float("nan"), False, ""), ("q\"", 2**62, 1e300, True, "x;y")],
    "options": [(row, *rest) for row in ROWS for rest in [(";", "'", None, True), (",", '"', "\\", False), (",", '"', None, False), ("\t", "'", "!", True)]]
    + [(["a"], ";;", '"', None, True), (["a"], ",", None, None, True), (["a"], ",", "xx", None, True), (["a"], "", '"', None, True)],
    "unquoted": [(row, escape) for row in ROWS for escape in [None, "\\"]],
    "to_closed": [(["a"],)],
    "dicts": [([{"a": 1, "b": 2}, {"b": 3}, {}], ["b", "a"], "raise"), ([{"a": 1, "z": 2}], ["a"], "raise"), ([{"a": 1, "z": 2}], ["a"], "Ignore"), ([], [], "raise"), ([], ["a"], "nothing"), ([{}], ["a,b", ""], "ignore")],
    "mixed_dicts": [("a", 0.5), ("b,c", None)],
    "there_and_back": [(ROWS,), ([],)],
}  # fmt: skip
