import base64
from hotforge import compile


@compile()
def encoded(text: str = "hello") -> str:
    return base64.b64encode(text.encode()).decode()
