"""`int` and `float` of bytes."""

from hotforge import compile


@compile()
def whole(data: bytes) -> tuple[int, int]:
    return int(data), int(bytearray(data))


@compile()
def based(data: bytes, base: int) -> int:
    return int(data, base)


@compile()
def real(data: bytes) -> tuple[float, float]:
    return float(data), float(bytearray(data))


@compile()
def said(data: bytes) -> list[str]:
    messages = []
    for which in range(3):
        try:
            if which == 0:
                messages.append(str(int(bytearray(data))))
            elif which == 1:
                messages.append(str(float(bytearray(data))))
            else:
                messages.append(str(int(data, 36)))
        except ValueError as error:
            messages.append(str(error))
    return messages


DATA = [b"", b"1", b" 12\n", b"-1_000", b"1__0", b"x", b"\xff", "٣".encode(), b"1\x00", b"\x1c1", b"\x0b1\x0c", b"9223372036854775808", b"1.5", b"1e3", b"nan", b"-inf", b"'"]
CASES = {
    "whole": [(data,) for data in DATA],
    "based": [(data, base) for data in (b"ff", b"0x1f", b"z", b"0b1", b"") for base in (0, 1, 2, 16, 36, 37)],
    "real": [(data,) for data in DATA],
    "said": [(data,) for data in DATA if len(data) < 19],
}
