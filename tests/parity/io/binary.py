"""`io.BytesIO`: written and read, by places and lines."""

import io
import struct

from hotforge import compile


@compile()
def written(parts: list[bytes]) -> tuple[bytes, list[int], int]:
    out = io.BytesIO()
    counts = [out.write(part) for part in parts]
    out.write(bytearray(b"!"))
    return out.getvalue(), counts, out.tell()


@compile()
def read(data: bytes, sizes: list[int | None]) -> list[bytes]:
    source = io.BytesIO(data)
    found = [source.read(size) for size in sizes]
    return found + [source.read1(1), source.read(), source.getvalue()]


@compile()
def lines(data: bytes, size: int | None) -> list[bytes]:
    source = io.BytesIO(data)
    found = [source.readline(size)]
    for line in source:
        found.append(line)
    return found + [source.readline()] + io.BytesIO(data).readlines(size)


@compile()
def placed(data: bytes, position: int, whence: int, new: bytes) -> tuple[int, bytes, int]:
    buffer = io.BytesIO(bytearray(data))
    buffer.read(2)
    at = buffer.seek(position, whence)
    buffer.write(new)
    return at, buffer.getvalue(), buffer.tell()


@compile()
def cut(data: bytes, position: int, size: int | None) -> tuple[int, bytes, int]:
    buffer = io.BytesIO(data)
    buffer.seek(position, io.SEEK_SET)
    return buffer.truncate(size), buffer.getvalue(), buffer.tell()


@compile()
def closed(which: int) -> str:
    buffer = io.BytesIO(b"text")
    buffer.close()
    try:
        if which == 0:
            return str(buffer.read())
        if which == 1:
            return str(buffer.write(b"x"))
        if which == 2:
            return str(buffer.getvalue())
        if which == 3:
            return str(list(buffer))
        if which == 4:
            return str(buffer.seek(0))
        if which == 5:
            buffer.flush()
        if which == 6:
            with buffer:
                return "in"
        return str(buffer.seekable())
    except ValueError as error:
        return str(error)


@compile()
def records(data: bytes) -> list[tuple[int, bytes]]:
    source = io.BytesIO(data)
    found = []
    while True:
        header = source.read(2)
        if len(header) < 2:
            break
        (length,) = struct.unpack(">H", header)
        found.append((length, source.read(length)))
    return found


@compile()
def in_with(data: bytes) -> tuple[bytes, bool]:
    with io.BytesIO(data) as source:
        first = source.readline()
    return first, source.closed


DATA = [b"", b"one", b"ab\ncd\n\nef", b"\xff\n\x00\n", b"\n\n"]
CASES = {
    "written": [([],), ([b"a", b"", b"\xff\n"],)],
    "read": [(data, sizes) for data in DATA for sizes in ([], [1, 2], [None], [-1, 5], [0, 100, 1])],
    "lines": [(data, size) for data in DATA for size in (None, -1, 0, 1, 3, 4, 100)],
    "placed": [(b"abcdef", position, whence, b"XY") for position in (0, 1, -1, -100, 20) for whence in (0, 1, 2, 3)] + [(b"", 0, 2, b"")],
    "cut": [(b"abcdef", position, size) for position in (0, 3, 10) for size in (None, 0, 2, 100, -1)],
    "closed": [(which,) for which in range(8)],
    "records": [(b"",), (b"\x00\x02ab\x00\x00\x00\x05xyz",), (b"\x00",)],
    "in_with": [(b"",), (b"a\nb",)],
}
