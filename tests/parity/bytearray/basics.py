"""`bytearray`: made, read, changed byte by byte and by slices."""

from hotforge import compile


@compile()
def made(count: int, numbers: list[int], text: str) -> list[str]:
    return [repr(bytearray()), repr(bytearray(count)), repr(bytearray(numbers)), repr(bytearray(text, "utf-8")), repr(bytearray(text.encode())),
            repr(bytearray(range(3))), repr(bytearray(bytearray(b"x"))), str(bytearray(b"a\n")), f"{bytearray(b'z')!s:}"]  # fmt: skip


@compile()
def shown(data: bytes) -> list[str]:
    return [repr(bytearray(data)), str(bytearray(data)), str([bytearray(data)])]


@compile()
def item(data: bytes, index: int) -> int:
    return bytearray(data)[index]


@compile()
def set_item(data: bytes, index: int, value: int) -> bytes:
    changed = bytearray(data)
    changed[index] = value
    return bytes(changed)


@compile()
def delete_item(data: bytes, index: int) -> bytes:
    changed = bytearray(data)
    del changed[index]
    return bytes(changed)


@compile()
def get_slice(data: bytes, start: int | None, stop: int | None, step: int | None) -> bytes:
    return bytes(bytearray(data)[start:stop:step])


@compile()
def set_slice(data: bytes, start: int | None, stop: int | None, step: int | None, new: bytes) -> bytes:
    changed = bytearray(data)
    changed[start:stop:step] = new
    return bytes(changed)


@compile()
def set_slice_by_numbers(data: bytes, start: int, stop: int, new: list[int]) -> bytes:
    changed = bytearray(data)
    changed[start:stop] = new
    return bytes(changed)


@compile()
def delete_slice(data: bytes, start: int | None, stop: int | None, step: int | None) -> bytes:
    changed = bytearray(data)
    del changed[start:stop:step]
    return bytes(changed)


@compile()
def augmented(data: bytes, other: bytes, count: int) -> tuple[bytes, bytes, bool]:
    changed = bytearray(data)
    alias = changed
    changed += other
    changed *= count
    changed += bytearray(other)
    return bytes(changed), bytes(alias), alias is changed


@compile()
def by_itself(data: bytes) -> list[bytes]:
    changed = bytearray(data)
    changed += changed
    changed.extend(changed)
    changed[1:2] = changed
    return [bytes(changed), bytes(changed + changed)]


@compile()
def steps(data: bytes) -> bytes:
    out = bytearray()
    for byte in data:
        out.append(byte ^ 0x20)
        out[-1] += 1
        out[0] ^= byte
    return bytes(out)


BOUNDS = [(None, None, None), (1, 3, None), (None, None, 2), (None, None, -1), (3, 1, -1), (-2, None, None), (5, 1, None), (0, 100, 3), (None, None, 0)]
CASES = {
    "made": [(0, [], ""), (3, [0, 255], "é漢"), (-1, [], ""), (1, [256], ""), (1, [-1], "")],
    "shown": [(b"",), (b"a'b",), (b'a"b',), (b"a'\"b",), (b"\\\n\r\t\x00\x7f\xff",)],
    "item": [(b"abc", index) for index in (0, 2, 3, -1, -3, -4)],
    "set_item": [(b"abc", index, value) for index in (0, -1, 3, -4) for value in (0, 255, 256, -1, 2**40)],
    "delete_item": [(b"abc", index) for index in (0, 2, 3, -1, -4)] + [(b"", 0)],
    "get_slice": [(b"abcdef", *bounds) for bounds in BOUNDS],
    "set_slice": [(b"abcdef", *bounds, new) for bounds in BOUNDS for new in (b"", b"x", b"xyz", b"uvwxyz")],
    "set_slice_by_numbers": [(b"abc", 0, 2, [1, 2, 3]), (b"abc", 1, 1, []), (b"abc", 0, 3, [1, 300]), (b"abc", 0, 3, [-1])],
    "delete_slice": [(b"abcdef", *bounds) for bounds in BOUNDS],
    "augmented": [(b"ab", b"c", 2), (b"", b"", 0), (b"a", b"b", -1)],
    "by_itself": [(b"ab",), (b"",)],
    "steps": [(b"",), (b"Hello",), (b"\xff",)],
}
