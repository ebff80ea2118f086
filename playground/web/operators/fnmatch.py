import fnmatch
from hotforge import compile


@compile()
def python_files(pattern: str = "*.py") -> list[str]:
    return fnmatch.filter(["main.py", "notes.txt", "test_main.py"], pattern)
