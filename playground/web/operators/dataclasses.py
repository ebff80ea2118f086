from dataclasses import dataclass, replace

from hotforge import compile


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0


@compile()
def next_version(major: int = 3, minor: int = 11) -> str:
    version = Version(major, minor)
    return str(max(version, replace(version, minor=minor + 1)))
