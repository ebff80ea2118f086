import zlib

from hotforge import compile


@compile()
def checksums(text: str) -> tuple[int, int]:
    data = text.encode()
    return zlib.crc32(data), zlib.adler32(data)
