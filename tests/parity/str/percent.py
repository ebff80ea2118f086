"""`template % values`: printf-style formatting."""

from hotforge import compile


@compile()
def fixed(name: str, count: int, share: float) -> list[str]:
    return [
        "%s has %d (%.1f%%)" % (name, count, share),
        "%r %a" % (name, name),
        "%5d|%-5d|%05d|%+d|% d" % (count, count, count, count, count),
        "%x %X %o %#x %#o" % (count, count, count, count, count),
        "%e %E %g %G" % (share, share, share, share),
        "%10.3f|%-10.2f|%+.1e|%010.1f" % (share, share, share, share),
        "%s" % name,
        "%(a)s=%(b)05.1f" % {"a": name, "b": share},
        "%*d|%.*f" % (8, count, 2, share),
        "%s %s" % ([1, count], {"k": name}),
        "%.2s|%6.1s|%c%c" % (name, name, "z", 65),
        "%d %i %u" % (share, share, True),
    ]


@compile()
def one_int(template: str, value: int) -> str:
    return template % value


@compile()
def one_float(template: str, value: float) -> str:
    return template % value


@compile()
def one_text(template: str, value: str) -> str:
    return template % value


@compile()
def pair(template: str, values: tuple[int, str]) -> str:
    return template % values


@compile()
def empty(template: str) -> list[str]:
    return [template % (), "a" % []]


CASES = {
    "fixed": [("Ada", 42, 12.345), ("", 0, -0.0), ("x'\"", -7, 1e15), ("é", 10**18, 0.1)],
    "one_int": [(template, value) for template in ["%d", "%5.3d", "%-6x|", "%+.2f", "%s%%", "%", "%y", "%d %d", "no", "%c", "%#.4x", "%ld", "%(a)s", "%.0d", "%e", "%07.2d", "%1000d"] for value in [65, -3, 0]],
    "one_float": [("%d", 3.99), ("%d", -0.5), ("%x", 1.5), ("%s", 0.1), ("%.3g", 1234567.0), ("%#.3g", 1.0), ("%d", float("nan")), ("%d", float("inf")), ("%f", float("-inf")), ("%08f", float("inf")), ("%c", 1.0), ("%5.1f", 9.95)],
    "one_text": [("%s", "é"), ("%d", "x"), ("%f", "x"), ("%x", "x"), ("%c", "ab"), ("%c", "€"), ("%.3r", "abcdef"), ("%-5s|", "ab"), ("%5s|", "ab"), ("%*d", "x")],
    "pair": [("%d %s", (1, "a")), ("%s", (1, "a")), ("%s %s %s", (1, "a")), ("%2$s", (1, "a"))],
    "empty": [("plain",), ("%%",), ("%s",)],
}
