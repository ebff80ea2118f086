"""`bytearray`: the methods that change it, and those it shares with `bytes`."""

from hotforge import compile


@compile()
def changed(data: bytes, value: int, index: int) -> list[str]:
    said = []
    for which in range(9):
        held = bytearray(data)
        try:
            if which == 0:
                held.append(value)
            elif which == 1:
                held.insert(index, value)
            elif which == 2:
                said.append(str(held.pop()))
            elif which == 3:
                said.append(str(held.pop(index)))
            elif which == 4:
                held.remove(value)
            elif which == 5:
                held.reverse()
            elif which == 6:
                held.extend([value, value])
            elif which == 7:
                held.extend(data)
            else:
                held.clear()
        except (ValueError, IndexError) as error:
            said.append(f"{type(error).__name__}: {error}")
        said.append(repr(held))
    return said


@compile()
def copied(data: bytes) -> tuple[bytes, bytes, bool, bool]:
    first = bytearray(data)
    second = first.copy()
    second.append(1)
    return bytes(first), bytes(second), first is second, first == second


@compile()
def searched(data: bytes, part: bytes, byte: int) -> list[int]:
    held = bytearray(data)
    return [held.find(part), held.rfind(part), held.count(part), held.find(byte), held.rfind(byte), held.count(byte), held.find(part, 1), held.count(byte, 0, 2)]


@compile()
def indexed(data: bytes, part: bytes, byte: int) -> list[int]:
    held = bytearray(data)
    return [held.index(part), held.rindex(part), held.index(byte), held.rindex(byte)]


@compile()
def tested(data: bytes, part: bytes) -> list[bool]:
    held = bytearray(data)
    return [held.startswith(part), held.endswith(part), held.startswith((part, b"x")), held.endswith(part, 1), part in held, bytearray(part) in held,
            held.isalpha(), held.isdigit(), held.isalnum(), held.isspace(), held.isupper(), held.islower(), held.istitle(), held.isascii(), bool(held)]  # fmt: skip


@compile()
def made(data: bytes) -> list[str]:
    held = bytearray(data)
    return [repr(held.upper()), repr(held.lower()), repr(held.title()), repr(held.capitalize()), repr(held.swapcase()), repr(held.strip()),
            repr(held.lstrip(b"a")), repr(held.rstrip(b"c")), repr(held.replace(b"a", b"xx")), repr(held.removeprefix(b"a")), repr(held.removesuffix(b"c")),
            repr(held.zfill(6)), repr(held.expandtabs(3)), repr(held.ljust(6, b"*")), repr(held.rjust(6)), repr(held.center(7, b"-")),
            repr(held.translate(None, b"b")), repr(held.translate(bytes.maketrans(b"a", b"z"))), repr(held * 2), repr(2 * held), held.hex(), held.hex("-", 2)]  # fmt: skip


@compile()
def parted(data: bytes, sep: bytes) -> list[str]:
    held = bytearray(data)
    return [repr(held.split(sep)), repr(held.rsplit(sep, 1)), repr(held.split()), repr(held.partition(sep)), repr(held.rpartition(sep)),
            repr(held.splitlines()), repr(held.splitlines(True))]  # fmt: skip


@compile()
def joined(sep: bytes, parts: list[bytes]) -> str:
    return repr(bytearray(sep).join(parts))


@compile()
def of_digits(text: str) -> str:
    return repr(bytearray.fromhex(text))


@compile()
def decoded(data: bytes, encoding: str) -> str:
    return bytearray(data).decode(encoding)


CASES = {
    "changed": [(b"abc", 98, 1), (b"", 0, 0), (b"abc", 256, -10), (b"abc", -1, 10), (b"abca", 97, -1)],
    "copied": [(b"",), (b"ab",)],
    "searched": [(b"abcabc", b"bc", 99), (b"", b"", 0), (b"abc", b"x", 120), (b"abc", b"a", 256)],
    "indexed": [(b"abcabc", b"bc", 99), (b"abc", b"x", 97), (b"abc", b"a", 120), (b"abc", b"a", -1)],
    "tested": [(b"abc", b"c"), (b"", b""), (b"AB1 \xff", b"\xff"), (b" \t", b" "), (b"Ab Cd", b"Ab")],
    "made": [(b"abc",), (b"",), (b" a\tB c ",), (b"-5",)],
    "parted": [(b"a,b,,c\nd\r\n", b","), (b"", b","), (b"abc", b"")],
    "joined": [(b"-", [b"a", b"", b"c"]), (b"", [])],
    "of_digits": [("00 ff",), ("0",), ("zz",), ("",)],
    "decoded": [(b"\xc3\xa9", "utf-8"), (b"\xff", "utf-8"), (b"\xff", "latin-1")],
}
