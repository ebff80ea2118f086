"""`io.StringIO`: written and read, by places, lines and `print`."""

import io
from io import StringIO

from hotforge import compile


@compile()
def written(parts: list[str]) -> tuple[str, list[int], int]:
    out = io.StringIO()
    counts = [out.write(part) for part in parts]
    return out.getvalue(), counts, out.tell()


@compile()
def read(text: str, sizes: list[int | None]) -> list[str]:
    source = StringIO(text)
    found = [source.read(size) for size in sizes]
    return found + [source.read(), source.getvalue()]


@compile()
def lines(text: str, size: int | None) -> list[str]:
    source = io.StringIO(text)
    found = [source.readline(), source.readline(size)]
    for line in source:
        found.append(line)
    return found + [source.readline()]


@compile()
def all_lines(text: str, hint: int | None) -> list[list[str]]:
    return [io.StringIO(text).readlines(), io.StringIO(text).readlines(hint), list(io.StringIO(text)), sorted(io.StringIO(text))]


@compile()
def placed(text: str, position: int, new: str) -> tuple[int, str, int, str]:
    buffer = io.StringIO(text)
    at = buffer.seek(position)
    buffer.write(new)
    return at, buffer.getvalue(), buffer.tell(), buffer.read()


@compile()
def from_end(text: str, position: int, whence: int) -> int:
    buffer = io.StringIO(text)
    buffer.read(1)
    return buffer.seek(position, whence)


@compile()
def cut(text: str, position: int, size: int | None) -> tuple[int, str, int]:
    buffer = io.StringIO(text)
    buffer.seek(position)
    return buffer.truncate(size), buffer.getvalue(), buffer.tell()


@compile()
def closed(which: int) -> str:
    buffer = io.StringIO("text")
    before = buffer.closed
    buffer.close()
    buffer.close()
    try:
        if which == 0:
            return buffer.read()
        if which == 1:
            return str(buffer.write("x"))
        if which == 2:
            return buffer.getvalue()
        if which == 3:
            return str(list(buffer))
        if which == 4:
            return str(buffer.seek(0))
        if which == 5:
            return str(buffer.tell())
        if which == 6:
            buffer.writelines(["x"])
        if which == 7:
            return str(buffer.readable())
        if which == 8:
            print("x", file=buffer)
        if which == 9:
            buffer.flush()
        if which == 10:
            with buffer as again:
                again.write("x")
    except ValueError as error:
        return str(error)
    return f"{before} {buffer.closed}"


@compile()
def printed(items: list[int], sep: str, end: str) -> str:
    out = io.StringIO()
    print("first", 1, 2.5, None, file=out)
    print(*("a", "b"), sep=sep, end=end, file=out)
    print(items, file=out, flush=True)
    print(file=out)
    for item in items:
        print(item, end=end, file=out)
    return out.getvalue()


@compile()
def in_with(text: str) -> tuple[str, bool, bool]:
    with io.StringIO() as out:
        out.write(text)
        print(len(text), file=out)
        inside = out.closed
        found = out.getvalue()
    return found, inside, out.closed


@compile()
def raised_in_with(text: str) -> str:
    out = StringIO()
    found = ""
    try:
        with out:
            out.write("x")
            found = str(int(text))
    except ValueError as error:
        return f"{error} {out.closed}"
    return found + str(out.closed)


def report(out: io.StringIO, rows: dict[str, int]) -> None:
    for name, count in rows.items():
        out.write(f"{name:<10}{count:>5}\n")


@compile()
def passed(rows: dict[str, int]) -> str:
    out = io.StringIO()
    report(out, rows)
    same = out
    same.writelines(line.upper() for line in ["end\n"])
    return out.getvalue() + str(out is same) + str(out == same) + str(bool(out)) + type(out).__name__


TEXTS = ["", "one", "ab\ncd\n\nef", "é漢😀\nx\n", "a\r\nb\rc", "\n\n"]
CASES = {
    "written": [([],), (["a", "", "é漢\n", "😀"],)],
    "read": [(text, sizes) for text in TEXTS for sizes in ([], [1, 2], [None], [-1, 5], [0, 100, 1])],
    "lines": [(text, size) for text in TEXTS for size in (None, -1, 0, 1, 2, 100)],
    "all_lines": [(text, hint) for text in TEXTS for hint in (None, -1, 0, 1, 3, 4, 100)],
    "placed": [(text, position, new) for text in TEXTS[:4] for position in (0, 1, 5, 20) for new in ("", "X", "long text")] + [("a", -1, "")],
    "from_end": [("abc", position, whence) for position in (0, 1, -1) for whence in (0, 1, 2, 3, -1)],
    "cut": [("abcdef", position, size) for position in (0, 3, 10) for size in (None, 0, 2, 100, -1)],
    "closed": [(which,) for which in range(12)],
    "printed": [([1, 2], "-", "!\n"), ([], "", ""), ([1], "\n", "\t")],
    "in_with": [("",), ("é",)],
    "raised_in_with": [("1",), ("x",)],
    "passed": [({},), ({"a": 1, "é": 22},)],
}
