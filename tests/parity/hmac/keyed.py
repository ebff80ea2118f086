"""`hmac`: by name and by function, whole and in parts."""

import hashlib
import hmac

from hotforge import compile


@compile()
def by_name(key: bytes, message: bytes) -> list[str]:
    return [
        hmac.new(key, message, "sha256").hexdigest(), hmac.new(key, message, digestmod="md5").hexdigest(),
        hmac.new(key, msg=message, digestmod="sha3_256").hexdigest(), hmac.new(key, digestmod="sha512").hexdigest(),
        hmac.digest(key, message, "sha1").hex(),
    ]  # fmt: skip


@compile()
def by_function(key: bytes, message: bytes) -> list[str]:
    return [
        hmac.new(key, message, hashlib.sha256).hexdigest(), hmac.new(key, message, digestmod=hashlib.sha1).hexdigest(),
        hmac.new(key, None, hashlib.blake2b).hexdigest(), hmac.digest(key, message, hashlib.sha384).hex(),
        hmac.new(key, message, lambda data=b"": hashlib.blake2s(data, digest_size=16)).hexdigest(),
    ]  # fmt: skip


@compile()
def in_parts(key: bytes, parts: list[bytes]) -> list[bytes]:
    keyed = hmac.new(key, digestmod="sha256")
    seen = []
    for part in parts:
        keyed.update(part)
        seen.append(keyed.digest())
    copy = keyed.copy()
    copy.update(b"more")
    return seen + [copy.digest(), keyed.digest()]


@compile()
def attributes() -> tuple[str, int, int]:
    keyed = hmac.new(b"key", b"", "sha512")
    return keyed.name, keyed.digest_size, keyed.block_size


@compile()
def verified(key: bytes, message: bytes, signature: str) -> bool:
    return hmac.compare_digest(hmac.new(key, message, hashlib.sha256).hexdigest(), signature)


@compile()
def compared(a: bytes, b: bytes) -> bool:
    return hmac.compare_digest(a, b)


KEYS = [b"", b"k", b"x" * 64, b"x" * 65, b"x" * 200]
CASES = {
    "by_name": [(key, message) for key in KEYS for message in (b"", b"message" * 20)],
    "by_function": [(key, message) for key in KEYS for message in (b"", b"message" * 20)],
    "in_parts": [(b"k", []), (b"key", [b"a", b"", b"bcd" * 50])],
    "attributes": [()],
    "verified": [(b"k", b"m", ""), (b"k", b"m", "é"),
                 (b"k", b"m", "e1a9cc1c9ad5f9a1ad2a5d9f2f7a2e9d2a6f6c2f5a3e3d6c5b1a0f9e8d7c6b5a")],
    "compared": [(b"", b""), (b"a", b"a"), (b"a", b"b"), (b"a", b"aa")],
}  # fmt: skip
