"""Text that names files. No file is looked at."""

curdir: Final = "."
pardir: Final = ".."
extsep: Final = "."
sep: Final = "/"
pathsep: Final = ":"
altsep: Final = None
defpath: Final = "/bin:/usr/bin"
devnull: Final = "/dev/null"

def normcase(s: str) -> str:
    """The path itself."""

def isabs(s: str) -> bool:
    """Whether the path begins with a slash."""

def join(a: str, *p: str) -> str:
    """The parts with slashes between them, from the last absolute one on."""

@raises(Exception)
@native("os::path::join_all")
def _join_all(parts: Iterable[str]) -> str:
    """The parts with slashes between them, from the last absolute one on."""

def split(p: str) -> tuple[str, str]:
    """What is before the last component, and the last component."""

def splitext(p: str) -> tuple[str, str]:
    """The path without its extension, and the extension with its dot."""

def splitdrive(p: str) -> tuple[str, str]:
    """No drive, and the path."""

def basename(p: str) -> str:
    """The last component."""

def dirname(p: str) -> str:
    """What is before the last component."""

def normpath(path: str) -> str:
    """The path without `.`, `..` and needless slashes."""

@raises(ValueError, OSError)
def relpath(path: str, start: str | None = None) -> str:
    """The path as seen from `start`, or else from the working directory."""

@overload
@raises(ValueError)
def commonpath(paths: list[str]) -> str:
    """The components that the paths begin with in common."""

@overload
@raises(ValueError)
def commonpath(paths: tuple[str, ...]) -> str:
    """The components that the paths begin with in common."""

@overload
@raises(ValueError)
def commonprefix(m: list[str]) -> str:
    """The text that all begin with in common."""

@overload
@raises(ValueError)
def commonprefix(m: tuple[str, ...]) -> str:
    """The text that all begin with in common."""
