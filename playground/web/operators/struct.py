import struct
from hotforge import compile


@compile()
def header(width: int = 640, height: int = 480) -> bytes:
    return struct.pack(">4sHH", b"IMG0", width, height)
