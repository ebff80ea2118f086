import html
from hotforge import compile


@compile()
def shown(text: str = "a < b & c") -> str:
    return html.escape(text)
