"""`csv.DictReader`."""

import csv
import io

from hotforge import compile


@compile()
def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@compile()
def filled(lines: list[str], names: list[str]) -> list[dict[str, str]]:
    return [row for row in csv.DictReader(lines, names, restval="-", delimiter=";")]


@compile()
def total(text: str) -> float:
    found = 0.0
    for row in csv.DictReader(text.splitlines()):
        found += float(row["price"])
    return found


CASES = {
    "rows": [("",), ("a,b\n",), ("a,b\n1,2\n",), ('a,b\n\n"x, y",é\r\n\r\n3,4',), ("a,a\n1,2\n",), ('a\n"b',)],
    "filled": [([], ["a"]), (["1;2"], ["a", "b"]), (["1", "2;3"], ["a", "b", "c"]), (["", "x"], ["a"])],
    "total": [("price\n1\n2.5\n",), ("name,price\na,x\n",), ("name\na\n",), ("",)],
}  # fmt: skip
