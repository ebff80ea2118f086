import re
from hotforge import compile


@compile()
def addresses(text: str = "Write to ada@example.org or to bob@example.com.") -> list[str]:
    return re.findall(r"\w+@\w+\.\w+", text)
