"""Names of files, as far as the system is not asked."""

name: Final = "posix"
curdir: Final = "."
pardir: Final = ".."
extsep: Final = "."
sep: Final = "/"
pathsep: Final = ":"
altsep: Final = None
linesep: Final = "\n"
defpath: Final = "/bin:/usr/bin"
devnull: Final = "/dev/null"

@native("os::path::normcase")
def fspath(path: str) -> str:
    """The path as text."""
