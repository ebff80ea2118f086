"""The rows of numpy's functions that make arrays of numbers and bytes, and of its random numbers."""

from __future__ import annotations

import numpy as np
from calls import Input, Table, array_annotation, flag, integer, number

#: How many generated cases each row has.
CASES = 42

HEADER = """\
import numpy as np

from hotforge import compile


"""
TABLE = Table("numpy", HEADER, CASES)
row = TABLE.row

COUNT = integer(-1, 9)
LENGTH = integer(0, 12)
WHOLE = integer(-9, 9)
ANY_FLOAT = Input("float", lambda rng: float(rng.choice([0.0, -0.0, 1.0, 1e300, 0.1])) if rng.random() < 0.2 else float(np.round(rng.normal() * 5, 2)))
SEED = Input("int", lambda rng: int(rng.choice([0, 1, 2**63 - 1])) if rng.random() < 0.1 else int(rng.integers(0, 2**63)))


def data(least: int = 0, most: int = 40) -> Input:
    """Bytes."""
    return Input("bytes", lambda rng: rng.bytes(int(rng.integers(least, most))))


def numbers(kind: str) -> Input:
    """A list of numbers: of ints and truth values at least one, since an empty list has no dtype of its own."""
    make = {
        "int": lambda rng: [int(x) for x in rng.integers(-100, 100, int(rng.integers(1, 8)))],
        "float": lambda rng: [float(x) for x in rng.normal(size=int(rng.integers(0, 8))).round(2)],
        "bool": lambda rng: [bool(x) for x in rng.integers(0, 2, int(rng.integers(1, 8)))],
    }
    return Input(f"list[{kind}]", make[kind])


def rows() -> Input:
    """Lists of numbers, nearly always as long as one another."""

    def make(rng: np.random.Generator) -> list[list[int]]:
        count, length = (int(x) for x in rng.integers(1, 5, 2))
        found = [[int(x) for x in rng.integers(-9, 9, length)] for _ in range(count)]
        return [*found, [1] * (length + 1)] if rng.random() < 0.1 else found

    return Input("list[list[int]]", make)


# Numbers in order.
row("arange", "np.arange(a), np.arange(a, b), np.arange(a, b, c)", a=WHOLE, b=WHOLE, c=integer(-3, 3))
row("arange", "np.arange(a, b, 0.5), np.arange(a), np.arange(a, b, c)", 1e-15, a=number(-4, 4), b=number(-9, 9), c=number(0.1, 2))
row("arange", "np.arange(a, b, dtype=np.float32), np.arange(a, b, dtype=np.uint8), np.arange(a, b, 2, dtype=np.int16)", a=integer(0, 9), b=integer(0, 20))
row("linspace", "np.linspace(a, b, n), np.linspace(a, b, n, endpoint=e)", a=ANY_FLOAT, b=number(-9, 9), n=COUNT, e=flag())
row("linspace", "np.linspace(a, b, n, dtype=np.float32), np.linspace(a, b, n, dtype=np.int64)", a=number(-99, 99), b=number(-99, 99), n=LENGTH)
row("logspace", "np.logspace(a, b, n), np.logspace(a, b, n, e, 2.0)", 1e-12, a=number(-3, 3), b=number(-3, 3), n=LENGTH, e=flag())
row("geomspace", "np.geomspace(a, b, n), np.geomspace(a, b, n, endpoint=e)", 1e-12, a=number(-3, 3), b=number(-3, 3), n=LENGTH, e=flag())
row("bartlett", "np.bartlett(n)", 1e-12, n=integer(-1, 20))
row("blackman", "np.blackman(n) + 1", 1e-12, n=integer(-1, 20))
row("hamming", "np.hamming(n)", 1e-12, n=integer(-1, 20))
row("hanning", "np.hanning(n) + 1", 1e-12, n=integer(-1, 20))

# Arrays of one value.
row("zeros", "np.zeros(n), np.zeros((n, m)), np.zeros((m, n, 2), dtype=np.int32)", n=COUNT, m=LENGTH)
row("ones", "np.ones(n), np.ones((n, m)), np.ones((m, n, 2), dtype=bool)", n=COUNT, m=LENGTH)
row("full", "np.full(n, f), np.full((n, m), k), np.full((m, n), f, dtype=np.float32), np.full(m, k, np.int8)", n=COUNT, m=LENGTH, f=ANY_FLOAT, k=integer(-130, 130))
row("empty", "x, np.empty((n, 2)).shape, np.empty((0, 3), dtype=np.uint8)", before="x = np.empty((n, m), dtype=np.int16); x.fill(k)", n=COUNT, m=LENGTH, k=WHOLE)
row("eye", "np.eye(n), np.eye(n, m), np.eye(n, m, k), np.eye(n, k=k, dtype=np.int32)", n=COUNT, m=LENGTH, k=WHOLE)
row("identity", "np.identity(n), np.identity(n, dtype=np.complex64)", n=COUNT)
row("tri", "np.tri(n), np.tri(n, m), np.tri(n, m, k), np.tri(m, k=k, dtype=np.uint8)", n=LENGTH, m=LENGTH, k=WHOLE)
row("tril_indices, triu_indices", "np.tril_indices(n), np.tril_indices(n, k), np.tril_indices(n, k, m), np.triu_indices(n), np.triu_indices(n, k, m)", n=LENGTH, m=LENGTH, k=WHOLE)

# Arrays of lists and bytes.
row("array", "np.array(a), np.array(b), np.array(c), np.array(a, dtype=np.float32), np.array(b, dtype=np.int16)", a=numbers("int"), b=numbers("float"), c=numbers("bool"))
row("array", "np.array(a), np.array(a, dtype=np.uint8)", a=rows())
row("array, asarray", "np.array([[a, 2], [3, b]]), np.asarray((a, b)), np.array(a), np.array(b, dtype=np.float16)", a=WHOLE, b=ANY_FLOAT)
row("asarray, ascontiguousarray", "np.asarray(a), np.asarray(a, dtype=np.int8), np.ascontiguousarray(b), np.ascontiguousarray(b, dtype=np.float32)", a=numbers("int"), b=numbers("float"))
row("frombuffer", "np.frombuffer(d, dtype=np.uint8), np.frombuffer(d, dtype=np.int16)", d=data())
row("frombuffer", "np.frombuffer(d, np.float32, n, k), np.frombuffer(d)", d=Input("bytes", lambda rng: rng.integers(-9, 9, 6).astype("float64").tobytes()), n=integer(-1, 14), k=integer(-1, 50))
row("fromiter", "np.fromiter((x * 2 for x in a), dtype=np.int64), np.fromiter(a, np.float32), np.fromiter(a, dtype=np.int16, count=n)", a=numbers("int"), n=integer(-1, 4))

# Random numbers.
RNG = "rng = np.random.default_rng(s)"
row("Generator.random", "rng.random(), rng.random(n), rng.random((2, m)), rng.random(n, dtype=np.float32)", before=RNG, s=SEED, n=COUNT, m=LENGTH)
row("random.default_rng", "np.random.default_rng(k).random(3)", k=integer(-3, 9))
row("Generator.standard_normal", "rng.standard_normal(), rng.standard_normal(n), rng.standard_normal((2, m))", before=RNG, s=SEED, n=COUNT, m=LENGTH)
row("Generator.normal", "rng.normal(), rng.normal(f, g), rng.normal(f, g, n), rng.normal(f, size=(n, 2)), rng.normal(size=n)", before=RNG, s=SEED, f=ANY_FLOAT, g=number(-0.2, 3), n=LENGTH)
row("Generator.uniform", "rng.uniform(), rng.uniform(f, g), rng.uniform(f, g, n), rng.uniform(size=(n, 2)), rng.uniform(g, 9, size=n)", before=RNG, s=SEED, f=number(-9, 2), g=number(0, 12), n=LENGTH)
row("Generator.integers", "int(rng.integers(a, b)), rng.integers(a, b, n), rng.integers(a, b, size=(n, 2), endpoint=True), int(rng.integers(b + 9))", before=RNG, s=SEED, a=integer(-9, 3), b=integer(-1, 30), n=LENGTH)
row("Generator.integers", "rng.integers(-a, a, 9), rng.integers(0, b, size=4)", before=RNG, s=SEED, a=integer(1, 2**62), b=integer(1, 2**40))
row("Generator.shuffle", "x, rows", before=RNG + "; x = x.copy(); rng.shuffle(x); rows = np.arange(2 * n).reshape(n, 2); rng.shuffle(rows)", s=SEED, x=Input(array_annotation("float64", "int"), lambda rng: rng.normal(size=int(rng.integers(0, 20)))), n=LENGTH)
row("Generator.permutation", "rng.permutation(n), rng.permutation(x), rng.permutation(np.arange(2 * n).reshape(n, 2))", before=RNG, s=SEED, x=Input(array_annotation("int32", "int"), lambda rng: rng.integers(0, 99, int(rng.integers(0, 20))).astype("int32")), n=LENGTH)
row("Generator.choice", "rng.choice(n, m), rng.choice(n, m, replace=False), rng.choice(n, (2, 3)), int(rng.choice(n))", before=RNG, s=SEED, n=integer(0, 30), m=integer(0, 9))
row("Generator.choice", "rng.choice(x, m), float(rng.choice(x)), rng.choice(x, m, False), rng.choice(3, m, p=[0.25, 0.5, 0.25])", before=RNG, s=SEED, x=Input(array_annotation("float64", "int"), lambda rng: rng.normal(size=int(rng.integers(0, 30)))), m=integer(0, 9))
