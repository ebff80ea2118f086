import zlib
from hotforge import compile


@compile()
def packed_size(text: str) -> tuple[int, int]:
    data = text.encode() * 20
    return len(data), len(zlib.compress(data))
