"""Digests with a key."""

class HMAC:
    """A keyed digest in the making."""

    @native("object::same")
    def __eq__(self, other: HMAC) -> bool:
        """Whether the two are one object."""

    @property
    @native("hmac::name")
    def name(self) -> str:
        """The name of the algorithm: `hmac-sha256`."""

    @property
    @native("hmac::digest_size")
    def digest_size(self) -> int:
        """The number of bytes of the digest."""

    @property
    @native("hmac::block_size")
    def block_size(self) -> int:
        """The number of bytes that the algorithm works on at once."""

    @raises(RuntimeError)
    @native("hmac::update")
    def update(self, msg: Buffer) -> None:
        """Put bytes in."""

    @native("hmac::finished")
    def digest(self) -> bytes:
        """The digest of what was put in."""

    @native("hmac::hexdigest")
    def hexdigest(self) -> str:
        """The digest of what was put in, as hexadecimal digits."""

    @native("hmac::copy")
    def copy(self) -> HMAC:
        """A digest of its own that begins with what was put in."""

@overload
@raises(ValueError)
def new(key: Buffer, msg: Buffer | None = None, *, digestmod: Literal["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"]) -> HMAC:
    """A keyed digest by the algorithm of that name."""

@overload
@raises(ValueError)
def new(key: Buffer, msg: Buffer | None, digestmod: Literal["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"]) -> HMAC:
    """A keyed digest by the algorithm of that name."""

@overload
@raises(Exception)
@native("hmac::new_by")
def new(key: Buffer, msg: Buffer | None = None, *, digestmod: Callable[[bytes], hashlib.Hash]) -> HMAC:
    """A keyed digest by the algorithm of a function."""

@overload
@raises(Exception)
@native("hmac::new_by")
def new(key: Buffer, msg: Buffer | None, digestmod: Callable[[bytes], hashlib.Hash]) -> HMAC:
    """A keyed digest by the algorithm of a function."""

@overload
@raises(ValueError)
def digest(key: Buffer, msg: Buffer, digest: Literal["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"]) -> bytes:
    """The keyed digest by the algorithm of that name."""

@overload
@raises(Exception)
@native("hmac::digest_by")
def digest(key: Buffer, msg: Buffer, digest: Callable[[bytes], hashlib.Hash]) -> bytes:
    """The keyed digest by the algorithm of a function."""

@overload
@raises(TypeError)
@native("hmac::compare_digest_text")
def compare_digest(a: str, b: str, /) -> bool:
    """Whether the two are equal, in a time that does not tell where they differ."""

@overload
def compare_digest(a: Buffer, b: Buffer, /) -> bool:
    """Whether the two are equal, in a time that does not tell where they differ."""
