"""`os.path`: text that names files."""

import os
import os.path as osp
from os.path import basename, splitext

from hotforge import compile


@compile()
def parts(path: str) -> list[str]:
    head, tail = os.path.split(path)
    root, extension = splitext(path)
    drive, rest = os.path.splitdrive(path)
    return [head, tail, root, extension, drive, rest, basename(path), osp.dirname(path), os.fspath(path)]


@compile()
def normal(path: str) -> tuple[str, bool, str]:
    return os.path.normpath(path), os.path.isabs(path), os.path.normcase(path)


@compile()
def joined(a: str, b: str, c: str) -> list[str]:
    return [os.path.join(a), os.path.join(a, b), os.path.join(a, b, c), os.path.join(*(a, b, c))]


@compile()
def relative(path: str, start: str) -> str:
    return os.path.relpath(path, start)


@compile()
def relative_to_here(path: str) -> str:
    return os.path.relpath(path, start=os.path.curdir)


@compile()
def common(paths: list[str]) -> str:
    return os.path.commonpath(paths)


@compile()
def prefix(paths: list[str]) -> str:
    return os.path.commonprefix(paths)


@compile()
def of_tuples(a: str, b: str) -> list[str]:
    return [os.path.commonpath((a, b)), os.path.commonprefix((a, b))]


@compile()
def constants() -> list[str]:
    return [os.sep, os.linesep, os.curdir, os.pardir, os.extsep, os.pathsep, os.devnull, os.path.sep, os.name]


@compile()
def changed(path: str) -> str:
    root, extension = os.path.splitext(os.path.basename(path))
    return os.path.join(os.path.dirname(path), f"{root}_small{extension or '.bin'}")


PATHS = [
    "", "/", "//", "///", "a", "/a", "a/", "a/b", "a//b", "/a/b/", "//a//b//", ".", "..", "./a", "../a", "a/..", "a/../..",
    "/..", "/../a", "//../a", "a/./b", "a/b/../c", "../../a", ".bashrc", "a.tar.gz", "..a", "...", "a.", ".a.b", "a.b/c",
    "a/.b", "a/..b.c", "é/ñ.ö", "a b/c d.e f", "a\\b.c", "a\nb.c", "日本/語.txt", "a\x00b/../c", "a/b\x00",
]
CASES = {
    "parts": [(path,) for path in PATHS],
    "normal": [(path,) for path in PATHS],
    "joined": [
        ("", "", ""), ("a", "b", "c"), ("a/", "b", "/c"), ("", "b", ""), ("/", "b", "c"), ("a", "", "c"), ("a", "/", "c"),
        ("é", "ñ/", "ö"),
    ],
    "relative": [
        ("a", "b"), ("/a/b", "/a"), ("/a", "/a/b/c"), ("/a", "/a"), ("", "a"), ("a/b", ""), ("../x", "y"), ("/", "/a"),
        ("a", "a"), ("//a/b", "/a/b"), ("é/x", "é"),
    ],
    "relative_to_here": [("a/b",), ("..",), (".",)],
    "common": [
        ([],), (["/a/b", "/a/c"],), (["a/b", "a/b/c"],), (["/a", "a"],), (["/"],), ([""],), (["a//b", "a/./b/c"],),
        (["/a/b/", "/a/b"],), (["x", "y"],), (["/x", "/y"],), (["", "a"],),
    ],
    "prefix": [([],), (["abc", "abd"],), (["abc", ""],), (["é1", "é2"],), (["same", "same"],), (["/usr/lib", "/usr/local"],)],
    "of_tuples": [("/a/b", "/a/c"), ("a", "/a")],
    "constants": [()],
    "changed": [("a/b.png",), ("x",), ("/tmp/a.tar.gz",)],
}  # fmt: skip
