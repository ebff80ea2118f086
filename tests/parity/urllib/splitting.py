"""`urllib.parse`: URLs in parts, and put together again."""

from urllib.parse import urldefrag, urljoin, urlparse, urlsplit, urlunparse, urlunsplit

from hotforge import compile


@compile()
def six_parts(url: str) -> list[str]:
    scheme, netloc, path, params, query, fragment = urlparse(url)
    return [scheme, netloc, path, params, query, fragment, urlparse(url).geturl()]


@compile()
def five_parts(url: str) -> list[str]:
    parts = urlsplit(url)
    return [parts[0], parts[1], parts[-3], *parts[3:], str(len(parts)), str(parts), repr(parts), urlunsplit(parts)]


@compile()
def hosts(url: str) -> tuple[str | None, str | None, str | None, int | None]:
    parts = urlparse(url)
    return parts.username, parts.password, parts.hostname, parts.port


@compile()
def options(url: str, scheme: str) -> list[str]:
    return [str(urlparse(url, scheme)), str(urlsplit(url, scheme=scheme, allow_fragments=False))]


@compile()
def joined(base: str, url: str) -> str:
    return urljoin(base, url)


@compile()
def fragments(url: str) -> tuple[str, str, str]:
    parts = urldefrag(url)
    address, fragment = parts
    return address, fragment, parts.geturl()


@compile()
def unparsed(scheme: str, netloc: str, path: str, query: str) -> list[str]:
    return [urlunparse((scheme, netloc, path, "p", query, "f")), urlunsplit((scheme, netloc, path, query, ""))]


@compile()
def replaced(url: str) -> list[str]:
    parts = urlparse(url)._replace(scheme="https", query="")
    bare = urlsplit(url)._replace(netloc="h:1")
    return [parts.geturl(), bare.geturl(), str(parts == urlparse(url)), str(tuple(parts) == parts)]


@compile()
def compared(a: str, b: str) -> tuple[bool, bool, bool, list[str], int]:
    left, right = urlsplit(a), urlsplit(b)
    seen = {left: 1, right: 2}
    return left == right, left < right, "http" in left, sorted(left), len(seen)


URLS = [
    "", "http://example.com", "http://example.com/", "HTTP://User:Pa:ss@Example.COM:8080/p/a;x=1/t;y?q=1&r=#frag",
    "//host/path", "/path?q#f", "path;params", "a:b", "mailto:me@x.org", "http:", "http://", "http:///x", "file:///etc/hosts",
    "tel:+1-800", "1http://x", "ht+tp-x.y://z", "hé://x", "http://é.com/ñ?ü#ö", "http://[::1]:80/x", "http://[fe80::1%25Eth0]/",
    "http://[v1.abc]/", "http://[1.2.3.4]/", "http://[::1", "http://::1]", "http://[zz]/", "http://a@b@c:1/", "http://:80",
    "http://h:", "http://h:65536", "http://h:00080", "http://h:x", "http://h: 1", "  \x01http://x y/\tz\n", "?q", "#f",
    "http://h?a?b#c#d", "http://h/a;b;c", "http://h;p", "svn+ssh://h/p", "x://h/p;q?r", "http://℀.com/", "http://a@", "http://@",
    "http://user@", "//", "///", "////a", "http:////a", "http://h//p",
]
CASES = {
    "six_parts": [(url,) for url in URLS],
    "five_parts": [(url,) for url in URLS],
    "hosts": [(url,) for url in URLS],
    "options": [("//h/p#f", "ftp"), ("p?q#f", " http\n"), ("http://h#f", "x")],
    "joined": [
        (base, url)
        for base in ["http://a/b/c/d;p?q#f", "http://a", "http://a/b/", "", "mailto:x", "/a/b", "a/b/../c", "file:///a/b"]
        for url in ["", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "g;x?y#s", ".", "./", "..", "../",
                    "../g", "../..", "../../../g", "/./g", "/../g", "g.", "..g", "./../g", "g/./h", "g/../h", "http:g",
                    "https://z/q", "g//h", "x:y"]
    ],
    "fragments": [(url,) for url in URLS[:12]],
    "unparsed": [("http", "h", "p", "q"), ("", "", "", ""), ("x", "", "//p", ""), ("", "h", "/p", "q"), ("http", "", "", "")],
    "replaced": [("http://a/b?c#d",), ("",), ("//x/y",)],
    "compared": [("http://a", "http://b"), ("http://a", "http://a"), ("", "x")],
}  # fmt: skip
