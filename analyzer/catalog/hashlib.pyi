"""Digests of bytes."""

class Hash:
    """A digest in the making."""

    @native("object::same")
    def __eq__(self, other: Hash) -> bool:
        """Whether the two are one object."""

    @property
    def name(self) -> str:
        """The name of the algorithm."""

    @property
    def digest_size(self) -> int:
        """The number of bytes of the digest."""

    @property
    def block_size(self) -> int:
        """The number of bytes that the algorithm works on at once."""

    @raises(RuntimeError)
    def update(self, data: Buffer, /) -> None:
        """Put bytes in."""

    def digest(self) -> bytes:
        """The digest of what was put in."""

    def hexdigest(self) -> str:
        """The digest of what was put in, as hexadecimal digits."""

    def copy(self) -> Hash:
        """A digest of its own that begins with what was put in."""

class Shake:
    """A digest of any length in the making."""

    @native("object::same")
    def __eq__(self, other: Shake) -> bool:
        """Whether the two are one object."""

    @property
    def name(self) -> str:
        """The name of the algorithm."""

    @property
    def digest_size(self) -> int:
        """0: the length is given where the digest is asked for."""

    @property
    def block_size(self) -> int:
        """The number of bytes that the algorithm works on at once."""

    @raises(RuntimeError)
    def update(self, data: Buffer, /) -> None:
        """Put bytes in."""

    @raises(ValueError, MemoryError)
    def digest(self, length: int, /) -> bytes:
        """A digest of so many bytes of what was put in."""

    @raises(ValueError, MemoryError)
    def hexdigest(self, length: int, /) -> str:
        """A digest of so many bytes of what was put in, as hexadecimal digits."""

    def copy(self) -> Shake:
        """A digest of its own that begins with what was put in."""

_Hash = Hash

def md5(string: Buffer = b"", *, usedforsecurity: bool = True) -> Hash:
    """A digest by md5."""

def sha1(string: Buffer = b"", *, usedforsecurity: bool = True) -> Hash:
    """A digest by sha1."""

def sha224(string: Buffer = b"", *, usedforsecurity: bool = True) -> Hash:
    """A digest by sha224."""

def sha256(string: Buffer = b"", *, usedforsecurity: bool = True) -> Hash:
    """A digest by sha256."""

def sha384(string: Buffer = b"", *, usedforsecurity: bool = True) -> Hash:
    """A digest by sha384."""

def sha512(string: Buffer = b"", *, usedforsecurity: bool = True) -> Hash:
    """A digest by sha512."""

def sha3_224(string: Buffer = b"", *, usedforsecurity: bool = True) -> Hash:
    """A digest by sha3_224."""

def sha3_256(string: Buffer = b"", *, usedforsecurity: bool = True) -> Hash:
    """A digest by sha3_256."""

def sha3_384(string: Buffer = b"", *, usedforsecurity: bool = True) -> Hash:
    """A digest by sha3_384."""

def sha3_512(string: Buffer = b"", *, usedforsecurity: bool = True) -> Hash:
    """A digest by sha3_512."""

@raises(ValueError)
def blake2b(
    data: Buffer = b"",
    /,
    *,
    digest_size: int = 64,
    key: bytes = b"",
    salt: bytes = b"",
    person: bytes = b"",
    usedforsecurity: bool = True,
) -> Hash:
    """A digest by blake2b."""

@raises(ValueError)
def blake2s(
    data: Buffer = b"",
    /,
    *,
    digest_size: int = 32,
    key: bytes = b"",
    salt: bytes = b"",
    person: bytes = b"",
    usedforsecurity: bool = True,
) -> Hash:
    """A digest by blake2s."""

def shake_128(string: Buffer = b"", *, usedforsecurity: bool = True) -> Shake:
    """A digest of any length by shake_128."""

def shake_256(string: Buffer = b"", *, usedforsecurity: bool = True) -> Shake:
    """A digest of any length by shake_256."""

@raises(ValueError)
def new(
    name: Literal["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"],
    data: Buffer = b"",
    *,
    usedforsecurity: bool = True,
) -> Hash:
    """A digest by the algorithm of that name."""

@raises(ValueError)
def pbkdf2_hmac(
    hash_name: Literal["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"],
    password: Buffer,
    salt: Buffer,
    iterations: int,
    dklen: int | None = None,
) -> bytes:
    """A key derived from a password (PKCS #5)."""
