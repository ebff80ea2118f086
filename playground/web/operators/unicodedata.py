import unicodedata
from hotforge import compile


@compile()
def plain(text: str = "Crème brûlée") -> str:
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))
