"""`csv.reader`."""

import csv

from hotforge import compile


@compile()
def rows(text: str) -> list[list[str]]:
    return list(csv.reader(text.splitlines(keepends=True)))


@compile()
def of_lines(lines: list[str]) -> list[list[str]]:
    return [row for row in csv.reader(lines)]


@compile()
def options(text: str, delimiter: str, quote: str) -> list[list[str]]:
    return list(csv.reader(text.splitlines(), delimiter=delimiter, quotechar=quote, skipinitialspace=True))


@compile()
def escaped(text: str) -> list[list[str]]:
    return list(csv.reader(text.splitlines(True), escapechar="\\", doublequote=False))


@compile()
def unquoted(text: str) -> list[list[str]]:
    return list(csv.reader(text.splitlines(), quoting=csv.QUOTE_NONE, quotechar=None))


@compile()
def no_quotes(text: str) -> list[list[str]]:
    return list(csv.reader(text.splitlines(), quotechar=None))


@compile()
def strict(text: str) -> list[list[str]]:
    return list(csv.reader(text.splitlines(), strict=True))


@compile()
def as_dicts(text: str) -> list[dict[str, str]]:
    table = csv.reader(text.splitlines())
    header = next(table)
    return [dict(zip(header, row)) for row in table if row]


@compile()
def caught(text: str) -> str:
    try:
        return str(list(csv.reader([text])))
    except csv.Error as error:
        return f"error: {error}"


TEXTS = [
    "", "a,b,c\n1,2,3\n", "a,b", "\n", "\n\na\n", ",", ",,\n,", '"a,b",c\n', '"a""b",""\n', '"a\nb",c\nd,e\n', 'a"b,c\n', '"a"b,c\n', '"unclosed,x\ny\n', '"a" ,b\n', ' "a",b\n', "é,日本\r\nx,y\r\n",
    "a\\,b\n", 'a\\"b,"c\\"d"\n', "a;b;c\n1; 2;3", "'a;b';c", "a,b\rc,d\r", '"",""', '"', '""', "a,\n", '"a\r\nb"\r\n', "a\\\nb\n", "x\x00y,z", '"a\\\nb",c\n',
]
CASES = {
    "rows": [(text,) for text in TEXTS],
    "of_lines": [([],), (["a,b", "c,d"],), (['"a', 'b",c'],), ([""],), (["a\nb"],), (["a\n\n"],), (["a\r\nb,c"],)],
    "options": [("a;b;c\n1; 2;3", ";", '"'), ("'a;b';c", ";", "'"), ("a,b", "", '"'), ("a,b", ",,", '"'), ("a\tb", "\t", "'"), ("a,b", ",", "ab")],
    "escaped": [(text,) for text in TEXTS],
    "unquoted": [(text,) for text in TEXTS],
    "no_quotes": [(text,) for text in TEXTS],
    "strict": [(text,) for text in TEXTS],
    "as_dicts": [("a,b\n1,2\n\n3,4",), ("",), ("h\n",)],
    "caught": [("a,b",), ("a\rb",), ("a\nb",), ("x" * 131073,)],
}  # fmt: skip
