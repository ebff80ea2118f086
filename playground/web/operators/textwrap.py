import textwrap
from hotforge import compile


@compile()
def wrapped(text: str, width: int = 20) -> list[str]:
    return textwrap.wrap(text, width)
