"""Every method of `bytes`: searching, taking apart, case, padding, hexadecimal digits."""

from hotforge import compile


@compile()
def search(data: bytes, part: bytes) -> list[int]:
    return [data.find(part), data.rfind(part), data.count(part), data.find(part, 1), data.rfind(part, 0, -1), data.count(part, 1, 3)]


@compile()
def index(data: bytes, part: bytes) -> list[int]:
    return [data.index(part), data.rindex(part)]


@compile()
def replaced(data: bytes, old: bytes, new: bytes, count: int) -> list[bytes]:
    return [data.replace(old, new), data.replace(old, new, count)]


@compile()
def split(data: bytes, sep: bytes | None, most: int) -> list[list[bytes]]:
    return [data.split(sep), data.rsplit(sep), data.split(sep, most), data.rsplit(sep, most)]


@compile()
def lines(data: bytes) -> list[list[bytes]]:
    return [data.splitlines(), data.splitlines(True)]


@compile()
def parted(data: bytes, sep: bytes) -> list[tuple[bytes, bytes, bytes]]:
    return [data.partition(sep), data.rpartition(sep)]


@compile()
def stripped(data: bytes, chars: bytes | None) -> list[bytes]:
    return [data.strip(chars), data.lstrip(chars), data.rstrip(chars), data.strip()]


@compile()
def cased(data: bytes) -> list[bytes]:
    return [data.upper(), data.lower(), data.title(), data.capitalize(), data.swapcase(), data.expandtabs(), data.expandtabs(3)]


@compile()
def kinds(data: bytes) -> list[bool]:
    return [
        data.isalpha(), data.isdigit(), data.isalnum(), data.isspace(), data.isupper(), data.islower(), data.istitle(),
        data.isascii(), bool(data),
    ]  # fmt: skip


@compile()
def padded(data: bytes, width: int, fill: bytes) -> list[bytes]:
    return [data.ljust(width, fill), data.rjust(width, fill), data.center(width, fill), data.zfill(width)]


@compile()
def ends(data: bytes, part: bytes) -> list[bool]:
    return [data.startswith(part), data.endswith(part), data.startswith((b"x", part), 1), data.endswith((part, b"y"), 0, -1)]


@compile()
def trimmed(data: bytes, part: bytes) -> list[bytes]:
    return [data.removeprefix(part), data.removesuffix(part)]


@compile()
def digits(data: bytes, sep: str, group: int) -> list[str]:
    return [data.hex(), data.hex(sep), data.hex(sep, group)]


@compile()
def from_digits(text: str) -> bytes:
    return bytes.fromhex(text)


@compile()
def translated(data: bytes, old: bytes, new: bytes) -> list[bytes]:
    table = bytes.maketrans(old, new)
    return [data.translate(table), data.translate(table, b"a"), data.translate(None, delete=b"lb")]


@compile()
def made(count: int, items: list[int], text: str) -> list[bytes]:
    return [bytes(), bytes(count), bytes(items), bytes(text, "utf-8"), bytes(x + 1 for x in items), b"ab" * count, count * b"c"]


@compile()
def joined(parts: list[bytes]) -> bytes:
    return b", ".join(parts)


@compile()
def backwards(data: bytes) -> list[int]:
    return list(reversed(data))


@compile()
def single(data: bytes) -> int:
    return ord(data)


CASES = {
    "search": [(b"abcabc", b"c"), (b"abc", b""), (b"", b""), (b"aaa", b"aa"), (b"abc", b"x"), (b"", b"x")],
    "index": [(b"abcabc", b"bc"), (b"abc", b"x")],
    "replaced": [(b"aaa", b"a", b"bb", 2), (b"abc", b"", b"-", 2), (b"", b"", b"x", 1), (b"abc", b"", b"-", 9), (b"ab", b"ab", b"", 0)],
    "split": [(b" a b  c ", None, 1), (b"a,,b,", b",", 1), (b"", None, 0), (b"", b",", 0), (b"a b c", None, 0), (b"x", b"", 1), (b" \t\n", None, 3), (b"aXbXc", b"X", 5)],
    "lines": [(b"a\r\nb\rc\nd",), (b"",), (b"\n\n",), (b"a\x0bb\x1cc\n",)],
    "parted": [(b"a=b=c", b"="), (b"abc", b"x"), (b"abc", b"")],
    "stripped": [(b"  a b \n", None), (b"xxaxyx", b"xy"), (b"", b"a"), (b"\x0b\x0c\x1ca", None)],
    "cased": [(b"hELLO wORLD's\tx\n\ty",), (b"",), (b"\xe9a\xc9",)],
    "kinds": [(b"abc",), (b"ABC",), (b"Ab Cd",), (b"12",), (b"a1",), (b" \n",), (b"",), (b"\xff",), (b"A1b",)],
    "padded": [(b"ab", 5, b"*"), (b"abc", 6, b" "), (b"-5", 5, b"0"), (b"ab", 1, b"x"), (b"ab", 5, b""), (b"ab", 7, b"xy"), (b"+", 3, b".")],
    "ends": [(b"abca", b"a"), (b"abc", b""), (b"", b"a"), (b"xaa", b"a")],
    "trimmed": [(b"abcab", b"ab"), (b"abc", b"x"), (b"abc", b"")],
    "digits": [(b"\x01\xff\xa0\x10\x02", ":", 2), (b"\x01\xff\xa0", "-", -2), (b"", " ", 1), (b"ab", "", 1), (b"ab", "é", 1), (b"ab", "xy", 1), (b"abc", ":", 0)],
    "from_digits": [("01 fF\ta0",), ("",), ("0",), ("0g",), ("é0",), ("a b",), (" 0 1",)],
    "translated": [(b"hallo b", b"abc", b"xyz"), (b"", b"", b""), (b"abc", b"ab", b"x")],
    "made": [(3, [1, 255], "é"), (0, [], ""), (1, [256], ""), (1, [-1], ""), (-1, [0], "")],
    "joined": [([b"a", b"", b"c"],), ([],), ([b"x"],)],
    "backwards": [(b"abc",), (b"",)],
    "single": [(b"a",), (b"\xff",), (b"",), (b"ab",)],
}
