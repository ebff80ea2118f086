"""`bytearray` as parameters and results."""

from hotforge import compile


@compile()
def extended(data: bytearray) -> bytearray:
    data.extend(b"\x00end")
    return data


@compile()
def parts(data: bytearray) -> list[bytearray]:
    return data.split(b"\n")


@compile()
def either(data: bytearray | bytes) -> str:
    return f"{type(data).__name__} {len(data)}" if isinstance(data, bytearray) else f"bytes {data!r}"


@compile()
def table(items: list[bytes]) -> dict[str, bytearray]:
    return {item.hex(): bytearray(item) for item in items}


DATA = [b"", b"a", b"\n\n", bytes(range(256))]
CASES = {
    "extended": [(bytearray(data),) for data in DATA],
    "parts": [(bytearray(data),) for data in DATA],
    "either": [(bytearray(data),) for data in DATA] + [(data,) for data in DATA],
    "table": [(DATA,), ([],)],
}
