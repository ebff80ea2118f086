"""`pathlib`: what a path is made of."""

import os.path
from pathlib import Path, PurePath, PurePosixPath

from hotforge import compile


@compile()
def shown(text: str) -> list[str]:
    path = Path(text)
    pure = PurePath(text)
    return [str(path), repr(path), f"{path}", f"{path!r:>5}", str(pure), repr(pure), repr(PurePosixPath(text)), path.as_posix(), str([path]), os.fspath(path)]


@compile()
def names(text: str) -> list[str]:
    path = Path(text)
    return [path.name, path.stem, path.suffix, path.root, path.drive, path.anchor, str(path.suffixes), str(path.parts), str(path.is_absolute())]


@compile()
def parents(text: str) -> list[str]:
    path = PurePath(text)
    found = [str(path.parent), str(path.parent.parent), str(len(path.parents))]
    found += [str(parent) for parent in path.parents]
    return found


@compile()
def nearest(text: str) -> str:
    return str(Path(text).parents[0])


@compile()
def made(a: str, b: str, c: str) -> list[str]:
    return [str(Path()), str(Path(a, b)), str(Path(a, b, c)), str(PurePath(Path(a), b)), repr(Path(PurePath(a))), str(Path(*[a, b, c]))]


@compile()
def compared(a: str, b: str) -> tuple[bool, bool, bool, bool, int]:
    x, y = Path(a), Path(b)
    return x == y, x < y, x != y, x == PurePath(b), len({x, y})


@compile()
def grouped(texts: list[str]) -> dict[str, list[str]]:
    groups: dict[Path, list[str]] = {}
    for path in sorted(Path(text) for text in texts):
        groups.setdefault(path.parent, []).append(path.name)
    return {str(folder): names for folder, names in groups.items()}


@compile()
def in_os_path(text: str) -> list[str]:
    path = Path(text)
    return [os.path.basename(path), os.path.join(path, "x"), os.path.splitext(path.parent / "a.b")[1], os.path.dirname(p=path)]


TEXTS = [
    "", ".", "/", "//", "///", "a", "/a", "//a/b", "a/b", "a//b/", "./a/./b", "..", "../a", "a/..", "a.b", "a.tar.gz", ".bashrc", ".a.b", "a.", "a..", "..a", "...", "a/.b/c.d.e",
    "é/ñ.ü", "a b/c d", "/usr/lib/x.so.1", "a\nb", "a\\b", "日本/語.txt", "~/x", "/..", "a'b",
]
CASES = {
    "shown": [(text,) for text in TEXTS],
    "names": [(text,) for text in TEXTS],
    "parents": [(text,) for text in TEXTS],
    "nearest": [("a/b",), ("/a",), ("a",)],
    "made": [("a", "b", "c"), ("a", "/b", "c"), ("a", "", "."), ("//a", "b", "//c"), ("", "", "")],
    "compared": [("a", "a"), ("a", "./a/"), ("a", "b"), ("a/b", "a"), ("/", "//"), ("a.b", "a/b"), ("é", "z")],
    "grouped": [([],), (["a/x", "b/y", "a/w", "/z", "q"],)],
    "in_os_path": [(text,) for text in TEXTS],
}  # fmt: skip
