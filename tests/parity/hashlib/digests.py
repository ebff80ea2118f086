"""`hashlib`: every algorithm, whole and in parts."""

import hashlib

from hotforge import compile


@compile()
def all_digests(data: bytes) -> list[str]:
    return [
        hashlib.md5(data).hexdigest(), hashlib.sha1(data).hexdigest(), hashlib.sha224(data).hexdigest(),
        hashlib.sha256(data).hexdigest(), hashlib.sha384(data).hexdigest(), hashlib.sha512(data).hexdigest(),
        hashlib.sha3_224(data).hexdigest(), hashlib.sha3_256(data).hexdigest(), hashlib.sha3_384(data).hexdigest(),
        hashlib.sha3_512(data).hexdigest(), hashlib.blake2b(data).hexdigest(), hashlib.blake2s(data).hexdigest(),
        hashlib.md5(data, usedforsecurity=False).hexdigest(),
    ]  # fmt: skip


@compile()
def by_name(data: bytes) -> list[str]:
    return [
        hashlib.new("md5", data).hexdigest(), hashlib.new("sha1").hexdigest(), hashlib.new("sha256", data).hexdigest(),
        hashlib.new("sha3_256", data).hexdigest(), hashlib.new("blake2b", data).hexdigest(), hashlib.new(name="sha512", data=data).hexdigest(),
    ]  # fmt: skip


@compile()
def in_parts(parts: list[bytes]) -> list[bytes]:
    digest = hashlib.sha256()
    other = hashlib.sha3_512(b"begun")
    seen = []
    for part in parts:
        digest.update(part)
        other.update(part)
        seen.append(digest.digest())
    seen.append(other.digest())
    return seen


@compile()
def forked(first: bytes, second: bytes) -> list[str]:
    digest = hashlib.md5(first)
    copy = digest.copy()
    copy.update(second)
    same = digest
    same.update(b"!")
    return [digest.hexdigest(), copy.hexdigest(), same.hexdigest(), str(digest == same), str(digest == copy), str(digest != copy)]


@compile()
def attributes() -> list[tuple[str, int, int]]:
    digests = [
        hashlib.md5(), hashlib.sha1(), hashlib.sha224(), hashlib.sha256(), hashlib.sha384(), hashlib.sha512(), hashlib.sha3_224(),
        hashlib.sha3_256(), hashlib.sha3_384(), hashlib.sha3_512(), hashlib.blake2b(), hashlib.blake2s(), hashlib.blake2b(digest_size=5),
    ]  # fmt: skip
    return [(digest.name, digest.digest_size, digest.block_size) for digest in digests]


@compile()
def file_name(name: str) -> str:
    return hashlib.sha1(name.encode("utf-8")).hexdigest()[:12]


DATA = [b"", b"a", b"abc", b"\x00" * 64, b"x" * 55, b"x" * 56, b"x" * 111, b"x" * 112, b"x" * 128, bytes(range(256)) * 50]
CASES = {
    "all_digests": [(data,) for data in DATA],
    "by_name": [(data,) for data in DATA],
    "in_parts": [([],), ([b""],), ([b"a", b"", b"bc" * 100],), ([b"x" * 63, b"y", b"z"],)],
    "forked": [(b"", b""), (b"a", b"b")],
    "attributes": [()],
    "file_name": [("",), ("é漢😀",)],
}
