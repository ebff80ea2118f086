from pathlib import PurePosixPath

from hotforge import compile


@compile()
def renamed(path: str = "data/raw/words.txt") -> str:
    return str(PurePosixPath(path).with_suffix(".json"))
