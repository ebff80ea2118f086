"""Paths as values. No file is looked at."""

class PurePath:
    """A path."""

    @overload
    @native("pathlib::pure_path::new_from")
    def __new__(path: PurePath, *args: str) -> PurePath:
        """Of a path and texts, joined."""

    @overload
    def __new__(*args: str) -> PurePath:
        """Of texts, joined."""

    @staticmethod
    @raises(Exception)
    @native("pathlib::pure_path::new_all")
    def _new_all(args: Iterable[str]) -> PurePath:
        """Of texts, joined."""

    @overload
    def __truediv__[P](self: P, key: str) -> P:
        """What lies below."""

    @overload
    @native("pathlib::pure_path::join")
    def __truediv__[P](self: P, key: PurePath) -> P:
        """What lies below."""

    def __rtruediv__[P](self: P, key: str) -> P:
        """The path below another."""

    @overload
    @native("pathlib::pure_path::join")
    def joinpath[P](self: P, path: PurePath) -> P:
        """What lies below."""

    @overload
    def joinpath[P](self: P, *args: str) -> P:
        """What lies below."""

    @raises(Exception)
    @native("pathlib::pure_path::joinpath_all")
    def _joinpath_all[P](self: P, args: Iterable[str]) -> P:
        """What lies below."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The root, where there is one, and the names."""

    @property
    def drive(self) -> str:
        """Nothing."""

    @property
    def root(self) -> str:
        """The root, or nothing."""

    @property
    @native("pathlib::pure_path::root")
    def anchor(self) -> str:
        """The root, or nothing."""

    @property
    def name(self) -> str:
        """The last name."""

    @property
    def suffix(self) -> str:
        """The last suffix of the last name, with its dot."""

    @property
    def suffixes(self) -> list[str]:
        """The suffixes of the last name, with their dots."""

    @property
    def stem(self) -> str:
        """The last name without its last suffix."""

    @property
    def parent[P](self: P) -> P:
        """The path without its last name."""

    @property
    def parents[P](self: P) -> tuple[P, ...]:
        """The paths that this one lies below, the nearest first."""

    def is_absolute(self) -> bool:
        """Whether it has a root."""

    def as_posix(self) -> str:
        """The path as text."""

    @native("pathlib::pure_path::as_posix")
    def __fspath__(self) -> str:
        """The path as text."""

    @raises(Exception)
    def as_uri(self) -> str:
        """The path as a `file:` URL."""

    @raises(ValueError)
    def with_name[P](self: P, name: str) -> P:
        """The path with another last name."""

    @raises(ValueError)
    def with_stem[P](self: P, stem: str) -> P:
        """The path with another last name before its suffix."""

    @raises(ValueError)
    def with_suffix[P](self: P, suffix: str) -> P:
        """The path with another last suffix."""

    @overload
    @raises(ValueError)
    @native("pathlib::pure_path::relative_to_path")
    def relative_to[P](self: P, other: PurePath) -> P:
        """The path as seen from one that it lies below."""

    @overload
    @raises(ValueError, TypeError)
    def relative_to[P](self: P, *other: str) -> P:
        """The path as seen from one that it lies below."""

    @overload
    @native("pathlib::pure_path::is_relative_to_path")
    def is_relative_to(self, other: PurePath) -> bool:
        """Whether it lies below another."""

    @overload
    @raises(TypeError)
    def is_relative_to(self, *other: str) -> bool:
        """Whether it lies below another."""

    @raises(ValueError)
    def match(self, path_pattern: str, /) -> bool:
        """Whether a pattern describes the path, or its end."""

    @native("object::equal")
    def __eq__(self, other: object) -> bool:
        """Whether root and names are equal."""

    @native("object::less")
    def __lt__(self, other: object) -> bool:
        """The order of the names."""

    @native("record::hash")
    def __hash__(self) -> int:
        """By root and names."""

class Path(PurePath):
    """A path; of its methods those that look at no file."""

    @overload
    @native("pathlib::pure_path::new_path_from")
    def __new__(path: PurePath, *args: str) -> Path:
        """Of a path and texts, joined."""

    @overload
    @native("pathlib::pure_path::new_path")
    def __new__(*args: str) -> Path:
        """Of texts, joined."""

    @staticmethod
    @raises(Exception)
    @native("pathlib::pure_path::new_path_all")
    def _new_all(args: Iterable[str]) -> Path:
        """Of texts, joined."""

    @refused("it reads a file, and there are none in a library", "read the file at module level: `TEXT = Path(__file__).with_name(\"x.txt\").read_text()` is captured into the library")
    def read_text(self, *args: object) -> str:
        """Not compiled."""

    @refused("it reads a file, and there are none in a library", "read the file at module level: `TEXT = Path(__file__).with_name(\"x.txt\").read_text()` is captured into the library")
    def read_bytes(self, *args: object) -> bytes:
        """Not compiled."""

    @refused("it opens a file, and there are none in a library", "read the file at module level: `TEXT = Path(__file__).with_name(\"x.txt\").read_text()` is captured into the library")
    def open(self, *args: object) -> None:
        """Not compiled."""

    @refused("it writes a file, which a library does not do", "give the result back, and let the caller write it")
    def write_text(self, data: object, *args: object) -> int:
        """Not compiled."""

    @refused("it writes a file, which a library does not do", "give the result back, and let the caller write it")
    def write_bytes(self, data: object, *args: object) -> int:
        """Not compiled."""

    @refused("it makes a folder, which a library does not do", "give the result back, and let the caller write it")
    def mkdir(self, *args: object) -> None:
        """Not compiled."""

    @refused("it makes a file, which a library does not do", "give the result back, and let the caller write it")
    def touch(self, *args: object) -> None:
        """Not compiled."""

    @refused("it removes a file, which a library does not do", "give the result back, and let the caller write it")
    def unlink(self, *args: object) -> None:
        """Not compiled."""

    @refused("it asks the system for a file", "ask at module level, and keep the answer: `FOUND = path.exists()`")
    def exists(self, *args: object) -> bool:
        """Not compiled."""

    @refused("it asks the system for a file", "ask at module level, and keep the answer: `FOUND = path.exists()`")
    def is_file(self, *args: object) -> bool:
        """Not compiled."""

    @refused("it asks the system for a folder", "ask at module level, and keep the answer: `FOUND = path.exists()`")
    def is_dir(self, *args: object) -> bool:
        """Not compiled."""

    @refused("it asks the system for a file", "ask at module level, and keep the answer: `FOUND = path.exists()`")
    def stat(self, *args: object) -> None:
        """Not compiled."""

    @refused("it asks the system where files are", "resolve the path at module level: `FOLDER = Path(...).resolve()`")
    def resolve(self, *args: object) -> Path:
        """Not compiled."""

    @refused("it asks the system for the working directory", "make the path absolute at module level")
    def absolute(self, *args: object) -> Path:
        """Not compiled."""

    @refused("it asks the system for the home of the user", "expand the path at module level")
    def expanduser(self, *args: object) -> Path:
        """Not compiled."""

    @refused("it asks the system for files", "list the folder at module level: `FILES = sorted(folder.iterdir())`")
    def iterdir(self, *args: object) -> None:
        """Not compiled."""

    @refused("it asks the system for files", "list the files at module level: `FILES = sorted(folder.glob(\"*\"))`")
    def glob(self, pattern: object, *args: object) -> None:
        """Not compiled."""

    @refused("it asks the system for files", "list the files at module level: `FILES = sorted(folder.rglob(\"*\"))`")
    def rglob(self, pattern: object, *args: object) -> None:
        """Not compiled."""

    @staticmethod
    @refused("it asks the system for the working directory", "ask at module level: `HERE = Path.cwd()`")
    def cwd() -> Path:
        """Not compiled."""

    @staticmethod
    @refused("it asks the system for the home of the user", "ask at module level: `HOME = Path.home()`")
    def home() -> Path:
        """Not compiled."""

PurePosixPath = PurePath
PosixPath = Path
