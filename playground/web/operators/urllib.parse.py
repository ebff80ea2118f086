from urllib.parse import quote, urlsplit

from hotforge import compile


@compile()
def address(query: str) -> str:
    host = urlsplit("https://example.org/search?q=").netloc
    return f"https://{host}/search?q={quote(query)}"
