"""`pathlib`: paths made of others."""

from pathlib import Path, PurePath, PurePosixPath

from hotforge import compile

ROOT = Path("/data") / "sets"
NAMES = {"train": PurePath("train/part.csv"), "test": PurePath("test.csv")}
FOLDERS = [Path("a"), Path("b/c")]


@compile()
def joined(a: str, b: str) -> list[str]:
    path = Path(a)
    return [str(path / b), str(b / path), str(path / Path(b)), str(path / b / "x"), str(path.joinpath(b, "y")), str(path.joinpath(PurePath(b))), str(path.joinpath()), repr(PurePath(a) / b)]


@compile()
def in_place(parts: list[str]) -> str:
    path = Path("base")
    for part in parts:
        path /= part
    return str(path) + " " + str(Path("base").joinpath(*parts))


@compile()
def renamed(text: str, name: str) -> str:
    return str(Path(text).with_name(name))


@compile()
def restemmed(text: str, stem: str) -> str:
    return str(Path(text).with_stem(stem))


@compile()
def resuffixed(text: str, suffix: str) -> str:
    return str(PurePosixPath(text).with_suffix(suffix))


@compile()
def relative(text: str, other: str) -> list[str]:
    return [str(Path(text).relative_to(other)), str(Path(text).relative_to(Path(other)))]


@compile()
def is_relative(text: str, other: str) -> list[bool]:
    return [Path(text).is_relative_to(other), Path(text).is_relative_to(Path(other))]


@compile()
def below_two(text: str, a: str, b: str) -> str:
    return str(Path(text).relative_to(a, b))


@compile()
def matches(text: str, pattern: str) -> bool:
    return Path(text).match(pattern)


@compile()
def uri(text: str) -> str:
    return Path(text).as_uri()


@compile()
def captured(name: str) -> list[str]:
    found = [str(ROOT / name), repr(ROOT), ROOT.name] + [str(folder / name) for folder in FOLDERS]
    return found + [str(ROOT / NAMES[name]) if name in NAMES else "none"]


def output_for(path: Path, suffix: str = ".json") -> Path:
    return path.with_suffix(suffix) if path.suffix else path / f"out{suffix}"


@compile()
def helpers(texts: list[str]) -> list[str]:
    return [str(output_for(Path(text))) for text in texts]


PATHS = ["", ".", "/", "a", "/a/b", "a/b.c", "a.tar.gz", ".x", "a.", "..", "/a/b/c", "//a/b"]
CASES = {
    "joined": [(a, b) for a in PATHS for b in ["", "b", "/b", "../b", "//b", "b/./c"]],
    "in_place": [([],), (["a", "b"],), (["a", "/b", "c"],)],
    "renamed": [(text, name) for text in PATHS for name in ["x", "x.y", "", "a/b", "/x", ".", "x/", "é"]],
    "restemmed": [(text, stem) for text in PATHS for stem in ["x", "", "a/b"]],
    "resuffixed": [(text, suffix) for text in PATHS for suffix in [".py", "", "py", ".", "./x", ".a.b", " "]],
    "relative": [(text, other) for text in PATHS for other in ["", "/", "a", "/a", "//a", "."]],
    "is_relative": [(text, other) for text in PATHS for other in ["", "/", "a", "/a"]],
    "below_two": [("/a/b/c", "/a", "b"), ("/a/b", "/a", "/x")],
    "matches": [(text, pattern) for text in PATHS + ["a/b/c.py"] for pattern in ["*", "*.c", "a/*", "/a/*", "/*/b", "", "b/*.py", "?", "[a-c]", "**/c.py", "*/*"]],
    "uri": [("/a b/é",), ("a",), ("/",), ("//x",)],
    "captured": [("train",), ("x",)],
    "helpers": [(["a.txt", "b", "/c/d.tar.gz"],)],
}  # fmt: skip
