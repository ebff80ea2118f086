import shlex
from hotforge import compile


@compile()
def words(line: str = "grep 'two words' file.txt") -> list[str]:
    return shlex.split(line)
