import binascii
from hotforge import compile


@compile()
def checksum(text: str = "hello") -> str:
    return f"{binascii.crc32(text.encode()):08x}"
