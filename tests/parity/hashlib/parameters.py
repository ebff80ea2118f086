"""`hashlib`: digests of any length, the parameters of BLAKE2, keys from passwords."""

import hashlib

from hotforge import compile


@compile()
def shake(data: bytes, length: int) -> list[str]:
    begun = hashlib.shake_128()
    begun.update(data)
    copy = begun.copy()
    copy.update(b"more")
    return [
        hashlib.shake_128(data).hexdigest(length), hashlib.shake_256(data).hexdigest(length), begun.hexdigest(length), copy.hexdigest(4),
        begun.name, str(begun.digest_size), str(begun.block_size), str(hashlib.shake_256(data).block_size),
    ]  # fmt: skip


@compile()
def shake_bytes(length: int) -> bytes:
    return hashlib.shake_256(b"x").digest(length)


@compile()
def blake2b(size: int, key: bytes, salt: bytes, person: bytes) -> str:
    return hashlib.blake2b(b"data", digest_size=size, key=key, salt=salt, person=person).hexdigest()


@compile()
def blake2s(size: int, key: bytes, salt: bytes, person: bytes) -> str:
    return hashlib.blake2s(b"data", digest_size=size, key=key, salt=salt, person=person).hexdigest()


@compile()
def derived(password: bytes, salt: bytes, iterations: int, length: int | None) -> list[str]:
    return [
        hashlib.pbkdf2_hmac("sha256", password, salt, iterations, length).hex(),
        hashlib.pbkdf2_hmac("sha1", password, salt, iterations, dklen=length).hex(),
    ]


CASES = {
    "shake": [(data, length) for data in (b"", b"abc", b"x" * 200) for length in (0, 1, 16, 200, 1000)],
    "shake_bytes": [(0,), (5,)],
    "blake2b": [(size, b"k", b"s", b"p") for size in (-1, 0, 1, 32, 64, 65)]
    + [(64, b"k" * 64, b"s" * 16, b"p" * 16), (64, b"k" * 65, b"", b""), (64, b"", b"s" * 17, b""), (64, b"", b"", b"p" * 17)],
    "blake2s": [(size, b"k", b"s", b"p") for size in (-1, 0, 1, 32, 33)]
    + [(32, b"k" * 32, b"s" * 8, b"p" * 8), (32, b"k" * 33, b"", b""), (32, b"", b"s" * 9, b""), (32, b"", b"", b"p" * 9)],
    "derived": [(b"password", b"salt", 1, None), (b"", b"", 3, 1), (b"p" * 100, b"s", 7, 100), (b"p", b"s", 0, 10), (b"p", b"s", 1, 0),
                (b"p", b"s", -1, -1)],
}  # fmt: skip
