import os.path
from hotforge import compile


@compile()
def parts(path: str = "data/raw/words.txt") -> tuple[str, str]:
    return os.path.splitext(os.path.basename(path))
